// Package gocc compares our converter with github.com/liuzl/gocc, which cannot
// be linked into the program: it needs liuzl/cedar-go, whose licence is GPL-2.
//
//	cd extract/internal/normalise/gocc && go test -v
package gocc

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"sort"
	"strings"
	"testing"
	"unicode/utf8"

	theirs "github.com/liuzl/gocc"

	ours "gongwen/extract/internal/normalise/opencc"
)

// sentences are what notices hold, with the phrases that converters stumble over.
var sentences = []string{
	"雲嶺市保密委員會辦公室關於組織開展2023年保密宣傳教育月活動的通知",
	"請各單位於5月26日前將總結報送市委機要保密局，聯繫人：張某，電話：2345678。",
	"審核通過後在網站公布，並徵求各部門意見，乾部管理辦法另發。",
	"乾縣、乾安縣、乾元鎮；魏徵、鄭板橋、楊聯陞。",
	"一目瞭然，不瞭解情況的單位可諮詢；藉口推脫的予以通報。",
	"恢復、複雜、反覆、答覆；頭髮、發展；裏面、公里；製造、制度。",
	"臺灣、颱風、平臺；範圍、范仲淹；鐘錶、鍾某。",
	"附件：1.先進集體推薦表；2.先進個人彙總表",
}

// reason says why our result differs from theirs, by the first character that does.
func reason(in, got, want string) string {
	g, w, s := []rune(got), []rune(want), []rune(in)
	if len(g) != len(w) {
		return "another number of characters: words that one of the two does not know"
	}
	for i := range g {
		switch {
		case g[i] == w[i]:
		case w[i] == s[i] && g[i] >= 0x20000:
			return "OpenCC 1.4 has the rare simplified form (TSCharactersExt)"
		case w[i] == s[i]:
			return "OpenCC 1.4 converts a character or phrase that gocc's older dictionary leaves"
		case g[i] == s[i]:
			return "OpenCC 1.4 keeps a character that gocc's older dictionary converts (names, old words)"
		default:
			return "OpenCC 1.4 prefers another form"
		}
	}
	return "same"
}

// TestAgainstGocc prints, for each conversion, what comes out otherwise than with
// gocc, by reason. The cases are the keys of gocc's dictionaries, the sentences,
// and the inputs of OpenCC's tests in the folder that GONGWEN_OPENCC names.
func TestAgainstGocc(t *testing.T) {
	for _, row := range []struct {
		config *ours.Config
		files  []string
		share  int // of cases that come out the same, at least, in percent
	}{
		{ours.T2S, []string{"TSCharacters.txt", "TSPhrases.txt"}, 97},
		{ours.TW2S, []string{"TSCharacters.txt", "TSPhrases.txt"}, 95},
		{ours.TW2SP, []string{"TSPhrases.txt"}, 75},
		{ours.HK2S, []string{"TSCharacters.txt", "TSPhrases.txt"}, 95},
		{ours.S2T, []string{"STCharacters.txt", "STPhrases.txt"}, 95},
	} {
		t.Run(row.config.Name, func(t *testing.T) {
			cases := append(append([]string{}, sentences...), suite(t)...)
			for _, name := range row.files {
				cases = append(cases, dictionary(t, name)...)
			}
			compare(t, row.config, cases, row.share)
		})
	}
}

// compare prints the cases that come out otherwise than with gocc.
func compare(t *testing.T, config *ours.Config, cases []string, share int) {
	cc, err := theirs.New(config.Name)
	if err != nil {
		t.Fatal(err)
	}
	differ := map[string][]string{}
	same := 0
	for _, in := range cases {
		got := config.Convert(in)
		want, err := cc.Convert(in)
		if err != nil {
			t.Fatal(err)
		}
		if got == want {
			same++
			continue
		}
		why := reason(in, got, want)
		differ[why] = append(differ[why], in+" "+got+" ("+want+")")
	}
	whys := make([]string, 0, len(differ))
	for why := range differ {
		whys = append(whys, why)
	}
	sort.Strings(whys)
	t.Logf("%s: %d cases, %d the same", config.Name, len(cases), same)
	for _, why := range whys {
		t.Logf("%d: %s\n\t%s", len(differ[why]), why, strings.Join(differ[why][:min(len(differ[why]), 400)], ", "))
	}
	if same*100 < len(cases)*share {
		t.Errorf("only %d of %d cases are the same", same, len(cases))
	}
}

// suite returns the inputs of OpenCC's own tests, if they are there.
func suite(t *testing.T) (inputs []string) {
	names, _ := filepath.Glob(filepath.Join(os.Getenv("GONGWEN_OPENCC"), "testcases*.json"))
	if os.Getenv("GONGWEN_OPENCC") == "" || len(names) == 0 {
		return nil
	}
	data, err := os.ReadFile(names[0])
	if err != nil {
		t.Fatal(err)
	}
	var file struct{ Cases []struct{ Input string } }
	if err := json.Unmarshal(data, &file); err != nil {
		t.Fatal(err)
	}
	for _, c := range file.Cases {
		inputs = append(inputs, c.Input)
	}
	return inputs
}

// gocc skips good text behind an invalid byte; ours does not.
func TestInvalidBytes(t *testing.T) {
	cc, err := theirs.New("t2s")
	if err != nil {
		t.Fatal(err)
	}
	in := "\xff國家"
	want, _ := cc.Convert(in)
	if got := ours.ToSimplified(in); got != "\xff国家" {
		t.Errorf("got %q (gocc %q)", got, want)
	}
}

// dictionary returns the keys of one of gocc's dictionaries.
func dictionary(t *testing.T, name string) []string {
	t.Helper()
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/liuzl/gocc").Output()
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(dir)), "dictionary", name))
	if err != nil {
		t.Fatal(err)
	}
	var keys []string
	for line := range strings.Lines(string(data)) {
		if key, _, ok := strings.Cut(line, "\t"); ok && utf8.ValidString(key) {
			keys = append(keys, key)
		}
	}
	return keys
}

func BenchmarkOurs(b *testing.B) {
	in := strings.Repeat(sentences[0]+sentences[1]+"\n", 100)
	ours.ToSimplified(in)
	b.SetBytes(int64(len(in)))
	for b.Loop() {
		ours.ToSimplified(in)
	}
}

func BenchmarkGocc(b *testing.B) {
	cc, err := theirs.New("t2s")
	if err != nil {
		b.Fatal(err)
	}
	in := strings.Repeat(sentences[0]+sentences[1]+"\n", 100)
	b.SetBytes(int64(len(in)))
	for b.Loop() {
		if _, err := cc.Convert(in); err != nil {
			b.Fatal(err)
		}
	}
}
