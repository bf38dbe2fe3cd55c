package scan

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestCharsNext(t *testing.T) {
	for _, test := range []struct{ chars, in, want string }{
		{"第年", "于2024年", "年"},
		{"0123456789", "于2024年", "2024年"},
		{"·", "张·三", "·三"},
		{"第", "笫弟地", ""},
		{"", "第", ""},
		{"𠮷", "吉𠮷野", "𠮷野"},
		{"年", "\xe5\xb9", ""},
	} {
		if got := test.in[CharsOf(test.chars).Next(test.in, 0):]; got != test.want {
			t.Errorf("Next of %q in %q is at %q, want %q", test.chars, test.in, got, test.want)
		}
	}
}

// FuzzChars holds Next against the plain way of looking.
func FuzzChars(f *testing.F) {
	f.Add("第年", "云政发〔2024〕3号，第8号")
	f.Add("é中", "ae\xc3éx中")
	f.Fuzz(func(t *testing.T, chars, s string) {
		if !utf8.ValidString(chars) || !utf8.ValidString(s) || strings.ContainsFunc(chars, func(r rune) bool { return r > 0xFFFF }) {
			t.Skip()
		}
		want := strings.IndexAny(s, chars)
		if want < 0 {
			want = len(s)
		}
		if got := CharsOf(chars).Next(s, 0); got != want {
			t.Errorf("Next of %q in %q is %d, want %d", chars, s, got, want)
		}
		last := 0
		if i := strings.LastIndexAny(s, chars); i >= 0 {
			_, n := utf8.DecodeRuneInString(s[i:])
			last = i + n
		}
		if got := CharsOf(chars).Last(s); got != last {
			t.Errorf("Last of %q in %q is %d, want %d", chars, s, got, last)
		}
	})
}

func TestHasAny(t *testing.T) {
	for _, c := range []struct {
		s, marks string
		want     bool
	}{
		{"青禾县教育局，", "，。", true},
		{"青禾县教育局", "，。", false},
		{"青禾县教育局2024", "，0123456789", true},
		{"见附件", "附", true},
		{"见下表", "附", false},
		{"a·b", "·", true},
		{"宽\u00a0度", " \u00a0", true},
		{"𠮷", "，", false},
		{"𠮷", "𠮷", true},
		{"，", "", false},
		{"", "，", false},
		{"半个\xE3\x80", "。", false},
		{"\x82", "。", false},
	} {
		if got := HasAny(c.s, c.marks); got != c.want {
			t.Errorf("HasAny(%q, %q) = %v", c.s, c.marks, got)
		}
	}
}

func FuzzHasAny(f *testing.F) {
	f.Add("请于5月26日前报送。", "，。")
	f.Add("a\u00a0，𠮷", "𠮷0")
	f.Fuzz(func(t *testing.T, s, marks string) {
		if !utf8.ValidString(s) || !utf8.ValidString(marks) {
			return
		}
		if got, want := HasAny(s, marks), strings.ContainsAny(s, marks); got != want {
			t.Errorf("HasAny(%q, %q) = %v, want %v", s, marks, got, want)
		}
	})
}
