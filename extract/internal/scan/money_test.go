package scan

import (
	"strings"
	"testing"
)

func TestAmounts(t *testing.T) {
	for _, c := range []struct {
		in   string
		text string // the first amount; "" for none
		v    float64
		low  float64
		unit string
	}{
		{"评选先进集体10个", "10个", 10, 0, "个"},
		{"先进个人20名。", "20名", 20, 0, "名"},
		{"奖金5000元", "5000元", 5000, 0, "元"},
		{"投资3.5亿元", "3.5亿元", 3.5e8, 0, "元"},
		{"补助2,000万元", "2,000万元", 2e7, 0, "元"},
		{"大小不超过300M", "300M", 300, 0, "M"},
		{"印发2000余张", "2000余张", 2000, 0, "张"},
		{"共50多万元", "50多万元", 5e5, 0, "元"},
		{"每校3-5篇", "3-5篇", 5, 3, "篇"},
		{"每校3至5篇", "3至5篇", 5, 3, "篇"},
		{"占95%", "95%", 95, 0, "%"},
		{"奖励三百元", "三百元", 300, 0, "元"},
		{"推荐二十名", "二十名", 20, 0, "名"},
		{"1500字以内", "1500字", 1500, 0, "字"},
		{"10 个", "10 个", 10, 0, "个"},

		{"5月10日", "", 0, 0, ""},
		{"2024年", "", 0, 0, ""},
		{"5个月", "", 0, 0, ""},
		{"5个工作日", "", 0, 0, ""},
		{"第3项", "", 0, 0, ""},
		{"第3—5项", "", 0, 0, ""},
		{"一个单位", "", 0, 0, ""},
		{"附件3份", "", 0, 0, ""},
		{"2024.5.1人", "", 0, 0, ""},
		{"10分钟", "", 0, 0, ""},
		{"A4张", "", 0, 0, ""},
		{"300Mbps", "", 0, 0, ""},
		{"2.0版", "", 0, 0, ""},
		{"5期间", "", 0, 0, ""},
	} {
		var got Amount
		Amounts(c.in, func(lo, hi int, a Amount) bool { got = a; return false })
		if got.Text != c.text || got.Value != c.v || got.Low != c.low || got.Unit != c.unit {
			t.Errorf("Amounts(%q) = %+v, want %q", c.in, got, c.text)
		}
	}
}

func FuzzAmounts(f *testing.F) {
	for _, s := range []string{"3.5亿元", "3-5篇", "三百万元", "1,000,000元", "9.", "0.0.0"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		last := 0
		Amounts(s, func(lo, hi int, a Amount) bool {
			if lo < last || hi <= lo || hi > len(s) || a.Text != s[lo:hi] || a.Unit == "" {
				t.Fatalf("%q: %d–%d %+v", s, lo, hi, a)
			}
			last = hi
			return true
		})
	})
}

func BenchmarkAmounts(b *testing.B) {
	s := strings.Repeat("各单位要高度重视，加强组织领导，于2024年5月10日前报送先进集体10个、先进个人20名，经费3.5万元。", 200)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		Amounts(s, func(lo, hi int, a Amount) bool { return true })
	}
}
