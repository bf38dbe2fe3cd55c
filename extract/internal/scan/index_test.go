package scan

import (
	"strings"
	"testing"
)

func FuzzIndex(f *testing.F) {
	f.Add("各县（市、区）人民政府，市政府各部门：", "市政府")
	f.Add("印发印", "印发")
	f.Add("abc", "c")
	f.Add("发", "")
	f.Add("\x8D发", "发")
	f.Add("", "发")
	f.Fuzz(func(t *testing.T, s, word string) {
		if got, want := Index(s, word), strings.Index(s, word); got != want {
			t.Errorf("Index(%q, %q) = %d, want %d", s, word, got, want)
		}
		if got, want := Has(s, word), strings.Contains(s, word); got != want {
			t.Errorf("Has(%q, %q) = %v, want %v", s, word, got, want)
		}
	})
}

func BenchmarkIndex(b *testing.B) {
	s := strings.Repeat("各县（市、区）人民政府，市政府各部门：现将有关事项通知如下。请于2024年5月26日前报送。", 4)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		if Index(s, "废止") >= 0 {
			b.Fatal("found")
		}
	}
}
