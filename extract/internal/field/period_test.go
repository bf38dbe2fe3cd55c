package field

import "testing"

// TestDecidedPeriod: the window of a campaign behind a clause that decides on its theme;
// windows of other things behind 于 are none.
func TestDecidedPeriod(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"根据工作安排，决定以“档案连着你我他”为主题，于6月上旬至7月上旬在各馆组织开展档案宣传月活动。", "2024-06-01/2024-07-10"},
		{"经研究，决定围绕“藏以致用”，在4月10日至5月10日开展档案宣传月活动。", "2024-04-10/2024-05-10"},
		{"市档案局以“档案连着你我他”为主题，于2月中旬至3月中旬组织了宣传月活动。", "/"},
		{"根据局务会的决定，各馆要认真总结，于4月中旬至5月中旬组织验收。", "/"},
		{"决定以“档案连着你我他”为主题，于4月1日至4月10日组织报名。", "/"},
	} {
		got := "/"
		if x := saying(tt.text).Period; x != nil {
			got = x.Start + "/" + x.End
		}
		if got != tt.want {
			t.Errorf("%s: %s, want %s", tt.text, got, tt.want)
		}
	}
}
