package scan

import (
	"strings"
	"testing"
)

func TestURLs(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"请登录http://www.example.gov.cn，填写", "http://www.example.gov.cn"},
		{"（https://gz.example.cn/login/login）", "https://gz.example.cn/login/login"},
		{"见https://example.cn/a?id=1&b=2。", "https://example.cn/a?id=1&b=2"},
		{"网站www.example.gov.cn下载", "http://www.example.gov.cn"},
		{"网址：example.org.cn/xx", "http://example.org.cn/xx"},
		{"http://example.cn:8080/#/a", "http://example.cn:8080/#/a"},
		{"http:// www.example.cn 查看", "http://www.example.cn"},
		{"http：//www.example.cn", "http://www.example.cn"},
		{"HTTP://www.example.cn/", "HTTP://www.example.cn/"},
		{"<http://example.cn>", "http://example.cn"},
		{"[站](http://example.cn/a(1))", "http://example.cn/a(1)"},
		{"http://127.0.0.1:8080", "http://127.0.0.1:8080"},
		{"http://localhost:8080", "http://localhost:8080"},
		{"见 http://example.cn.", "http://example.cn"},
		{"www.a.cn、www.b.cn", "http://www.a.cn http://www.b.cn"},
		{"报名表.docx", ""},
		{"a.pdf", ""},
		{"3.5亿", ""},
		{"v2.0.1", ""},
		{"a@example.com", ""},
		{"a.b@mail.example.com", ""},
		{"邮箱：duchuan7 @ mail.example.cn", ""},
		{"邮箱：duchuan7@ mail.example.cn，见 example.org.cn", "http://example.org.cn"},
		{"邮箱：duchuan7 ＠ mail.example.cn", ""},
		{"请关注@ www.example.cn", "http://www.example.cn"},
		{"转发并@ example.cn", "http://example.cn"},
		{"duchuan7 @ www.example.cn", "http://www.example.cn"},
		{"邮箱 duchuan7 example.cn", "http://example.cn"},
		{"https:// 无", ""},
		{"http://#无", ""},
		{"httt://example.com", ""},
		{"8.8.8.8", ""},
		{"U.S.A.", ""},
		{"working..无", ""},
		{"百度.com", ""},
		{"1.com", ""},
	} {
		var got []string
		URLs(c.in, func(lo, hi int, u URL) bool { got = append(got, u.Text); return true })
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("URLs(%q) = %q, want %q", c.in, s, c.want)
		}
	}
}

func FuzzURLs(f *testing.F) {
	for _, s := range []string{"http://a.cn", "www.a.cn/b", "http：//a.cn", "http:// a.cn", "a..cn", "://", "http://."} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		last := 0
		URLs(s, func(lo, hi int, u URL) bool {
			if lo < last || hi <= lo || hi > len(s) || !strings.Contains(u.Text, "://") {
				t.Fatalf("%q: %d–%d %+v", s, lo, hi, u)
			}
			last = hi
			return true
		})
		if _, n := URLOf(s); n < 0 || n > len(s) {
			t.Fatal(n)
		}
	})
}

func BenchmarkURLs(b *testing.B) {
	s := strings.Repeat("1.各单位要高度重视，加强组织领导，于2024年5月10日前报送总结，网址：http://www.example.cn/a.htm。", 200)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		URLs(s, func(lo, hi int, u URL) bool { return true })
	}
}
