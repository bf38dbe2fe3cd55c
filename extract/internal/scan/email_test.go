package scan

import (
	"strings"
	"testing"
)

func TestEmails(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"邮箱bwc@example.edu.cn，纸质", "bwc@example.edu.cn"},
		{"bwc @ example.edu.cn", "bwc@example.edu.cn"},
		{"bwc＠example.cn。", "bwc@example.cn"},
		{"bwc(at)example.cn", "bwc@example.cn"},
		{"[a@163.com](mailto:a@163.com)", "a@163.com a@163.com"},
		{"E-mail:kx_y.l@mail.example.edu.cn）", "kx_y.l@mail.example.edu.cn"},
		{"a@163. com；", "a@163.com"},
		{"发至 12345@qq.com.", "12345@qq.com"},
		{"a@x.cn、b@y.cn", "a@x.cn b@y.cn"},
		{"@张三", ""},
		{"你好@", ""},
		{"a@b", ""},
		{"a@1.5", ""},
		{"@example.cn", ""},
		{"a 和 @example.cn", ""},
		{"3@4.5", ""},
	} {
		var got []string
		Emails(c.in, func(lo, hi int, a string) bool { got = append(got, a); return true })
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("Emails(%q) = %q, want %q", c.in, s, c.want)
		}
	}
}

func FuzzEmails(f *testing.F) {
	for _, s := range []string{"a@b.cn", "a @ b. cn", "a＠b.cn", "a(at)b.cn", "@@", "a@b..c"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		last := 0
		Emails(s, func(lo, hi int, a string) bool {
			if lo < last || hi <= lo || hi > len(s) || strings.Count(a, "@") != 1 {
				t.Fatalf("%q: %d–%d %q", s, lo, hi, a)
			}
			last = hi
			return true
		})
	})
}

func BenchmarkEmails(b *testing.B) {
	s := strings.Repeat("各单位要高度重视，加强组织领导，于2024年5月10日前报送总结，邮箱：a@example.cn。", 200)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		Emails(s, func(lo, hi int, a string) bool { return true })
	}
}
