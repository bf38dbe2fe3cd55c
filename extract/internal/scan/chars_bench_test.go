package scan

import (
	"strings"
	"testing"
)

func BenchmarkCharsNext(b *testing.B) {
	s := strings.Repeat("各县（市、区）人民政府，市政府各部门：现将有关事项通知如下。请于2024年5月26日前报送。", 100)
	c := CharsOf("※@")
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		if c.Next(s, 0) != len(s) {
			b.Fatal("found")
		}
	}
}
