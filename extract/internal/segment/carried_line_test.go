package segment

import (
	"strings"
	"testing"
)

// TestCarriedParts: the parts about the title of what a notice issues are found where the
// regulation follows the signature; a sentence that speaks of its first article has none.
func TestCarriedParts(t *testing.T) {
	const head = "青屿市人民政府关于印发青屿市灯塔保护办法的通知 各区人民政府："
	for _, tt := range []struct{ s, want string }{
		{head + "请认真实施。青屿市人民政府2021年6月8日青屿市灯塔保护办法第一条 为保护灯塔，制定本办法。", "青屿市人民政府2021年6月8日|青屿市灯塔保护办法|第一条 为保护灯塔，制定本办法。"},
		{head + "请认真实施。青屿市人民政府2021年6月8日（此件公开发布）青屿市灯塔保护办法 第一章 总则", "青屿市人民政府2021年6月8日|（此件公开发布）|青屿市灯塔保护办法 |第一章 总则"},
		{head + "请认真实施。青屿市灯塔保护办法第一条 为保护灯塔，制定本办法。", "青屿市灯塔保护办法|第一条 为保护灯塔，制定本办法。"},
		{"各区人民政府：现将《灯塔保护办法》印发给你们。灯塔保护办法第一条 为保护灯塔，制定本办法。", "灯塔保护办法|第一条 为保护灯塔，制定本办法。"},
		{head + "请按照青屿市灯塔保护办法第一条的规定办理。", ""},
		{head + "请认真实施。市政府认为，青屿市灯塔保护办法第一条应当修改。", ""},
		{"各区人民政府：请遵守《灯塔保护办法》。灯塔保护办法第一条规定了目的。", ""},
		{"关于印发渡口办法的通知 各区人民政府：请认真实施。青屿市灯塔保护办法第一条 为保护灯塔，制定本办法。", ""},
		{"关于印发工作安排的通知 各区人民政府：请认真实施。第一条 为保护灯塔，制定本办法。", ""},
	} {
		var got []string
		parts := carriedParts(tt.s)
		for i, lo := range parts {
			hi := len(tt.s)
			if i+1 < len(parts) {
				hi = parts[i+1]
			}
			got = append(got, tt.s[lo:hi])
		}
		if s := strings.Join(got, "|"); s != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.s, s, tt.want)
		}
	}
}

// TestArticleAhead: the first article behind the name of a chapter is the next of its row.
func TestArticleAhead(t *testing.T) {
	for _, tt := range []struct {
		s    string
		last int
		want string
	}{
		{"总    则第一条 为保护灯塔", 0, "第一条 为保护灯塔"},
		{"监督检查第十二条 市航道局", 11, "第十二条 市航道局"},
		{"附则第三条 自公布之日起", 7, ""},
		{"养护灯塔，依照前款第一条 办理", 0, ""},
		{"灯塔的养护及其看守人员应当遵守的各项要求和第一条 为保护灯塔", 0, ""},
		{"总则", 0, ""},
	} {
		got := ""
		if n := articleAhead(tt.s, tt.last); n > 0 {
			got = tt.s[n:]
		}
		if got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.s, got, tt.want)
		}
	}
}
