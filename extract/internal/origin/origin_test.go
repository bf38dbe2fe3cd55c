package origin

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// piece is one step of a builder: op is k(eep), p(ut).
type piece struct {
	op     byte
	lo, hi int
	s      string
}

func build(t Text, pieces []piece) Text {
	var b Builder
	for _, p := range pieces {
		if p.op == 'k' {
			b.Keep(t, p.lo, p.hi)
		} else {
			b.Put(p.s, t, p.lo, p.hi)
		}
	}
	return b.Text()
}

func TestBuilder(t *testing.T) {
	const src = "關(guān)于2024年的通知" // 關 0-3, (guān) 3-10, 于 10-13, 2024 13-17, 年 17-20, 的 20-23, 通知 23-29
	tests := []struct {
		name   string
		pieces []piece
		want   string
		lo, hi int    // of the text that is asked about
		quote  string // that it stands for
	}{
		{"kept whole", []piece{{op: 'k', lo: 0, hi: 29}}, src, 13, 20, "2024年"},
		{"same shape: character by character", []piece{{'p', 0, 3, "关"}, {'k', 3, 29, ""}}, strings.Replace(src, "關", "关", 1), 0, 3, "關"},
		{"same shape does not spread", []piece{{'p', 10, 20, "於2025月"}}, "於2025月", 3, 7, "2024"},
		{"dropped inside", []piece{{'k', 0, 3, ""}, {'p', 3, 10, ""}, {'k', 10, 29, ""}}, "關于2024年的通知", 0, 6, "關(guān)于"},
		{"dropped before", []piece{{'p', 0, 10, ""}, {'k', 10, 29, ""}}, "于2024年的通知", 0, 3, "于"},
		{"dropped behind", []piece{{'k', 0, 3, ""}, {'p', 3, 10, ""}, {'k', 10, 29, ""}}, "關于2024年的通知", 0, 3, "關"},
		{"longer", []piece{{'k', 0, 13, ""}, {'p', 13, 17, "二〇二四"}, {'k', 17, 29, ""}}, "關(guān)于二〇二四年的通知", 16, 19, "2024"},
		{"longer, with what follows", []piece{{'p', 13, 17, "二〇二四"}, {'k', 17, 20, ""}}, "二〇二四年", 9, 15, "2024年"},
		{"shorter", []piece{{'p', 3, 13, "于"}}, "于", 0, 3, "(guān)于"},
		{"put in between", []piece{{'k', 0, 3, ""}, {'p', 10, 10, "—"}, {'k', 10, 13, ""}}, "關—于", 3, 6, ""},
		{"put at the end", []piece{{'k', 23, 29, ""}, {'p', 29, 29, "。"}}, "通知。", 6, 9, ""},
		{"swapped", []piece{{'k', 23, 29, ""}, {'k', 17, 20, ""}}, "通知年", 0, 9, "年的通知"},
		{"swapped, one part", []piece{{'k', 23, 29, ""}, {'k', 17, 20, ""}}, "通知年", 6, 9, "年"},
		{"repeated", []piece{{'k', 0, 29, ""}, {'k', 10, 13, ""}}, src + "于", 23, 32, "于2024年的通知"},
	}
	for _, tt := range tests {
		got := build(NewSource(src, nil).Text(), tt.pieces)
		if got.String() != tt.want {
			t.Errorf("%s: text %q, want %q", tt.name, got, tt.want)
			continue
		}
		if span := got.Span(tt.lo, tt.hi); span.Quote != tt.quote {
			t.Errorf("%s: %q stands for %q, want %q", tt.name, got.String()[tt.lo:tt.hi], span.Quote, tt.quote)
		}
	}
}

func TestEmptyStretch(t *testing.T) {
	src := NewSource("甲乙丙", nil).Text()
	text := build(src, []piece{{'k', 0, 3, ""}, {'p', 3, 9, "X"}}) // 甲X
	for _, tt := range []struct{ at, want int }{{0, 0}, {3, 3}, {4, 9}} {
		if lo, hi := text.Range(tt.at, tt.at); lo != tt.want || hi != tt.want {
			t.Errorf("the place before byte %d is %d:%d, want %d", tt.at, lo, hi, tt.want)
		}
	}
}

func TestTwoRewrites(t *testing.T) {
	src := NewSource("请于５月２６日前报送", nil).Text()
	var b Builder
	b.Keep(src, 0, 6)
	b.Put("5", src, 6, 9)
	b.Keep(src, 9, 12)
	b.Put("26", src, 12, 18)
	b.Keep(src, 18, src.Len())
	first := b.Text()
	var c Builder
	c.Put("五", first, 6, 7) // the same length as the source's, but of a rewritten run
	c.Keep(first, 7, first.Len())
	text := c.Text().Slice(0, 10).Slice(3, 8) // 月26日前 of 五月26…
	if got := text.String(); got != "月26" {
		t.Fatalf("text is %q", got)
	}
	for _, tt := range []struct {
		lo, hi int
		quote  string
	}{{0, 5, "月２６"}, {3, 4, "２６"}, {4, 5, "２６"}, {0, 3, "月"}} {
		if got := text.Span(tt.lo, tt.hi).Quote; got != tt.quote {
			t.Errorf("%d:%d stands for %q, want %q", tt.lo, tt.hi, got, tt.quote)
		}
	}
	if got := c.Text().Span(0, 3); got.Quote != "５" || got.Start != 2 || got.End != 3 {
		t.Errorf("五 stands for %+v", got)
	}
}

func TestHalvesOfARewrite(t *testing.T) {
	src := NewSource("第㈠条", nil).Text()
	text := build(src, []piece{{'k', 0, 3, ""}, {'p', 3, 6, "（一）"}, {'k', 6, 9, ""}})
	joined := Join(text.Slice(0, 6), text.Slice(6, text.Len())) // cut inside the rewritten stretch
	if joined.String() != text.String() {
		t.Fatalf("joined %q", joined)
	}
	for lo := 3; lo < 12; lo++ {
		if got := joined.Span(lo, 12).Quote; got != "㈠" {
			t.Errorf("%d:12 stands for %q", lo, got)
		}
	}
	if joined.track.crossed {
		t.Error("halves of one rewrite count as crossed")
	}
}

func TestJoin(t *testing.T) {
	src := NewSource("关于保密\n宣传的\n\n通知", nil).Text()
	text := Join(src.Slice(0, 12), Text{}, src.Slice(13, 22), src.Slice(24, 30))
	if got := text.String(); got != "关于保密宣传的通知" {
		t.Fatalf("joined %q", got)
	}
	if got := text.Span(6, 18).Quote; got != "保密\n宣传" {
		t.Errorf("across the break: %q", got)
	}
	if text.Same() {
		t.Error("a joined text is not the source's")
	}
	if whole := Join(src.Slice(0, 13), src.Slice(13, src.Len())); !whole.Same() || len(whole.track.runs) != 1 {
		t.Errorf("parts that meet make %d runs", len(whole.track.runs))
	}
	if got := Join(); got.Len() != 0 || got.Source() != nil {
		t.Errorf("nothing joined is %q", got)
	}
}

func TestRespelt(t *testing.T) {
	src := NewSource("請于５月26日前報送", nil).Text()
	first := build(src, []piece{{'k', 0, 6, ""}, {'p', 6, 9, "5"}, {'k', 9, src.Len(), ""}}).Slice(3, 21)
	got, ok := first.Respelt("於5月27日前报")
	if !ok || got.String() != "於5月27日前报" {
		t.Fatalf("%q, %t", got, ok)
	}
	for lo := range got.s {
		if a, b := got.Span(lo, got.Len()), first.Span(lo, first.Len()); a != b {
			t.Errorf("from %d on it stands for %+v, want %+v", lo, a, b)
		}
	}
	for _, other := range []string{"", "於5月二日前报", "於5月27日前报送", "於月527日前报"} {
		if got, ok := first.Respelt(other); ok {
			t.Errorf("%q has the shape of %q", got, first)
		}
	}
}

// FuzzShape holds the fast look at bytes to the plain one.
func FuzzShape(f *testing.F) {
	f.Add("关于2024年的通知", "關於2025月的公告")
	f.Add("关于2024年的通知", "關於二0年的的公告")
	f.Fuzz(func(t *testing.T, a, b string) {
		shape := func(s string) (starts []bool) {
			for i := range len(s) {
				starts = append(starts, utf8.RuneStart(s[i]))
			}
			return starts
		}
		if got, want := sameShape(a, b), slices.Equal(shape(a), shape(b)); got != want {
			t.Errorf("%q and %q: %t", a, b, got)
		}
		n := 0
		for _, start := range shape(a) {
			if start {
				n++
			}
		}
		if got := Points(a); got != n {
			t.Errorf("%q has %d code points, want %d", a, got, n)
		}
	})
}

// A run is found from any run before it.
func TestFindFrom(t *testing.T) {
	k := &track{n: 40}
	for i := range int32(20) {
		k.runs = append(k.runs, run{at: 2 * i})
	}
	for at := range 40 {
		want := k.find(at)
		for i := range want + 1 {
			if got := k.findFrom(i, at); got != want {
				t.Errorf("the byte %d from run %d: %d, want %d", at, i, got, want)
			}
		}
	}
}

func TestZeroText(t *testing.T) {
	var z Text
	if lo, hi := z.Range(0, 0); lo != 0 || hi != 0 {
		t.Errorf("Range is %d:%d", lo, hi)
	}
	if got := z.Span(0, 0); got.Quote != "" || got.Line != 0 {
		t.Errorf("Span is %+v", got)
	}
	var b Builder
	b.Keep(z, 0, 0)
	b.Put("。", z, 0, 0)
	if got := b.Text(); got.Len() != 0 || !got.Same() || z.Trim().Len() != 0 {
		t.Errorf("built %q", got)
	}
	src := NewSource("甲", nil).Text()
	b = Builder{}
	b.Put("", src, 0, 3)
	b.Keep(src, 3, 3)
	if got := b.Text(); got.Len() != 0 || got.Span(0, 0).Quote != "" {
		t.Errorf("built %q", got)
	}
}

func TestTrim(t *testing.T) {
	for in, want := range map[string]string{
		"":                     "",
		"  甲 乙\n":              "甲 乙",
		"\u3000\u00a0甲\u3000":  "甲",
		"\u3000\t\r\n\f\v ":    "",
		"一":                    "一", // U+4E00 begins with another byte than U+3000
		"、甲、":                  "、甲、",
		"\u00a5甲\u00a5":        "\u00a5甲\u00a5",
		"\u200b甲":              "\u200b甲", // no blank: normalising drops it
		"甲\u3000\u3000乙\u00a0": "甲\u3000\u3000乙",
	} {
		text := NewSource(in, nil).Text().Trim()
		if text.String() != want {
			t.Errorf("Trim(%q) = %q, want %q", in, text, want)
		}
		if !text.Same() {
			t.Errorf("Trim(%q) lost its origin", in)
		}
	}
}

// FuzzBuilder drives two builders by a program and holds what every text promises.
func FuzzBuilder(f *testing.F) {
	f.Add("关于2024年的通知\n各单位：", []byte("kppkkpdk0189zz"))
	f.Add("關(guān)于", []byte{0, 9, 3, 1, 2, 200})
	f.Add("ab", []byte("kkkkkk"))
	f.Fuzz(func(t *testing.T, s string, program []byte) {
		s = strings.ToValidUTF8(s, "\uFFFD")
		src := NewSource(s, nil)
		text := src.Text()
		forward := true
		for range 2 {
			var back bool
			text, back = rewrite(text, program)
			forward = forward && !back
			hold(t, src, text, forward)
			if len(program) > 3 {
				program = program[3:]
			}
		}
	})
}

// rewrite rewrites text as program says, and reports whether it went back.
func rewrite(text Text, program []byte) (_ Text, back bool) {
	var b Builder
	at := 0
	for _, c := range program {
		end := at
		for range c >> 4 {
			if _, n := utf8.DecodeRuneInString(text.s[end:]); end < len(text.s) {
				end += n
			}
		}
		switch c & 15 {
		case 0:
			b.Put("", text, at, end)
		case 1:
			b.Put("二〇二四", text, at, end)
		case 2:
			b.Put("x", text, at, end)
		case 3:
			b.Put(strings.Map(turn, text.s[at:end]), text, at, end)
		case 4:
			end, back = 0, true
		default:
			b.Keep(text, at, end)
		}
		at = end
	}
	b.Keep(text, at, text.Len())
	return b.Text(), back
}

// turn replaces a character by one of the same length.
func turn(r rune) rune {
	switch utf8.RuneLen(r) {
	case 1:
		return 'z'
	case 3:
		return '丙'
	}
	return r
}

// hold checks that every stretch between two characters of text stands for
// whole characters of src, in order, quoted exactly.
func hold(t *testing.T, src *Source, text Text, forward bool) {
	t.Helper()
	runes := []rune(src.String())
	if len(runes) > 200 || text.Len() > 1000 {
		return
	}
	last := 0
	for lo, r := range text.s {
		hi := lo + utf8.RuneLen(r)
		if r == utf8.RuneError {
			_, n := utf8.DecodeRuneInString(text.s[lo:])
			hi = lo + n
		}
		a, b := text.Range(lo, hi)
		if a > b || a < 0 || b > len(src.text) {
			t.Fatalf("%q at %d stands for %d:%d of %d", r, lo, a, b, len(src.text))
		}
		if forward && a < last {
			t.Fatalf("%q at %d goes back to %d from %d", r, lo, a, last)
		}
		last = a
		if a < len(src.text) && !utf8.RuneStart(src.text[a]) || b < len(src.text) && !utf8.RuneStart(src.text[b]) {
			t.Fatalf("%q at %d stands for the broken %d:%d", r, lo, a, b)
		}
		for _, end := range []int{hi, text.Len()} {
			span := text.Span(lo, end)
			if span.End > len(runes) || span.Quote != string(runes[span.Start:span.End]) {
				t.Fatalf("%d:%d of %q quotes %+v", lo, end, text, span)
			}
			if from, to := text.Range(lo, end); from > a || to < b {
				t.Fatalf("%d:%d stands for %d:%d, less than its first character's %d:%d", lo, end, from, to, a, b)
			}
			if span.Line != 1+strings.Count(src.text[:from(text, lo, end)], "\n") {
				t.Fatalf("%d:%d is on line %d", lo, end, span.Line)
			}
		}
	}
	var b Builder
	b.Keep(text, 0, text.Len())
	same := b.Text()
	if text.Len() > 0 && (same.String() != text.String() || same.Span(0, same.Len()) != text.Span(0, text.Len())) {
		t.Fatal("keeping everything changed the text")
	}
}

func from(t Text, lo, hi int) int {
	a, _ := t.Range(lo, hi)
	return a
}

func BenchmarkBuilder(b *testing.B) {
	src := NewSource(strings.Repeat("各单位请于５月２６日前，将活动开展情况報送校保密办。\n", 4000), nil).Text()
	b.SetBytes(int64(src.Len()))
	for b.Loop() {
		var w Builder
		w.Grow(src.Len())
		at := 0
		for i, r := range src.s {
			switch {
			case r == '報':
				w.Keep(src, at, i)
				w.Put("报", src, i, i+3)
				at = i + 3
			case r >= '０' && r <= '９':
				w.Keep(src, at, i)
				w.Put(string(r-'０'+'0'), src, i, i+3)
				at = i + 3
			}
		}
		w.Keep(src, at, src.Len())
		w.Text()
	}
}

func BenchmarkSpan(b *testing.B) {
	src := NewSource(strings.Repeat("各单位请于５月２６日前，将活动开展情况报送校保密办。\n", 4000), nil).Text()
	var w Builder
	for i := 0; i < src.Len(); i += 27 {
		w.Keep(src, i, min(src.Len(), i+24))
		w.Put("x", src, min(src.Len(), i+24), min(src.Len(), i+27))
	}
	text := w.Text()
	at := 0
	for b.Loop() {
		text.Span(at, at+20)
		at = (at + 9973) % (text.Len() - 20)
	}
}
