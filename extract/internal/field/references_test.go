package field

import (
	"strings"
	"testing"
)

// TestShortLaw: a regulation whose title has four characters is cited where the notice goes by
// it; a bare word of genre is none.
func TestShortLaw(t *testing.T) {
	for body, want := range map[string]string{
		"根据《船员条例》和县航办《渡口接待制度》（云航办〔2023〕8号），现将有关事项通知如下。": "船员条例|渡口接待制度",
		"违反《渡船条例》的，依规处理。":             "渡船条例",
		"根据《暂行条例》，现将有关事项通知如下。":        "",
		"请各站备一册《船员条例》。":               "",
		"根据《云岭市内河船员条例》办理，不按《船员条例》办理。": "云岭市内河船员条例",
	} {
		var got []string
		for _, x := range saying(body).References {
			got = append(got, x.Title)
		}
		if s := strings.Join(got, "|"); s != want {
			t.Errorf("%s: %s, want %s", body, s, want)
		}
	}
}
