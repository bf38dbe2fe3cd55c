package scan

import (
	"strings"
	"testing"
)

// monthDay is a class for the tests: 5月26日.
func monthDay(s string, at int) int {
	n := figures(s[at:])
	if n == 0 || !strings.HasPrefix(s[at+n:], "月") {
		return 0
	}
	n += len("月")
	k := figures(s[at+n:])
	if k == 0 || !strings.HasPrefix(s[at+n+k:], "日") {
		return 0
	}
	return n + k + len("日")
}

var testClasses = Classes{"when": monthDay}

func TestFind(t *testing.T) {
	for _, c := range []struct{ pattern, in, want string }{ // want: the match, then its captures
		{"报送", "请报送总结", "报送"},
		{"[请](于|在)<when>[之|以]前…(报送|提交)", "各单位请于5月26日前将总结报送校办", "请于5月26日前将总结报送 when=5月26日 …=将总结"},
		{"[请](于|在)<when>[之|以]前…(报送|提交)", "须在5月26日之前提交", "在5月26日之前提交 when=5月26日 …="},
		{"截止时间[为|：]<when>", "截止时间：5月26日", "截止时间：5月26日 when=5月26日"},
		{"<when>(止|截止)", "报名5月26日截止", "5月26日截止 when=5月26日"},
		{"^(至|<when>止)", "好，5月26日止", "5月26日止 when=5月26日"},
		{"^于<when>$", "，于5月26日。", "于5月26日 when=5月26日"},
		{"将…于<when>…报", "将表于5月26日前报", "将表于5月26日前报 …=表 when=5月26日 …=前"},

		{"报送", "", ""},
		{"^于<when>", "关于5月26日", ""},
		{"于<when>$", "于5月26日前", ""},
		{"于<when>前…报送", "于5月26日前准备。再报送", ""},
		{"于<when>前…报送", "于5月26日前准备\n报送", ""},
		{"于<who>", "于5月26日", ""},
		{"截止时间[为|：]<when>", "截止时间待定", ""},
	} {
		p, err := Compile(c.pattern)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if lo, hi, captures, ok := p.Find(c.in, 0, testClasses); ok {
			got = c.in[lo:hi]
			for _, x := range captures {
				got += " " + x.Name + "=" + c.in[x.Lo:x.Hi]
			}
		}
		if got != c.want {
			t.Errorf("%s in %q: %q, want %q", c.pattern, c.in, got, c.want)
		}
	}
}

func TestCompileRefuses(t *testing.T) {
	for _, s := range []string{"", "(", "[甲", "<", "<>", "…甲", "甲…", "甲…乙…丙…丁", "甲)", "(甲|)", "(甲…乙)", "<a><a><a><a><a><a><a><a><a>", "甲|乙", "(<a><b>)"} {
		if _, err := Compile(s); err == nil {
			t.Errorf("Compile(%q): no error", s)
		}
	}
}

func TestSpans(t *testing.T) {
	class := Spans([]Range{{3, 9}, {12, 15}})
	for _, c := range []struct{ at, n int }{{0, 0}, {3, 6}, {4, 0}, {12, 3}, {15, 0}} {
		if n := class("", c.at); n != c.n {
			t.Errorf("at %d: %d, want %d", c.at, n, c.n)
		}
	}
}

func FuzzPattern(f *testing.F) {
	f.Add("[请](于|在)<when>[之|以]前…(报送|提交)", "请于5月26日前报送")
	f.Add("^<when>$", "5月26日")
	f.Fuzz(func(t *testing.T, pattern, s string) {
		p, err := Compile(pattern)
		if err != nil {
			return
		}
		lo, hi, captures, ok := p.Find(s, 0, testClasses)
		if !ok {
			return
		}
		if lo < 0 || hi < lo || hi > len(s) {
			t.Fatalf("%q in %q: %d–%d", pattern, s, lo, hi)
		}
		if !p.Possible(s) {
			t.Fatalf("%q in %q: found, but not possible", pattern, s)
		}
		for _, c := range captures {
			if c.Lo < lo || c.Hi < c.Lo || c.Hi > hi {
				t.Fatalf("%q in %q: capture %+v", pattern, s, c)
			}
		}
	})
}

func BenchmarkPattern(b *testing.B) {
	s := strings.Repeat("各单位要高度重视，加强组织领导，确保各项工作落到实处。", 20) + "请于5月26日前将总结报送校办。"
	p, err := Compile("[请](于|在)<when>[之|以]前…(报送|提交)")
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		p.Find(s, 0, testClasses)
	}
}
