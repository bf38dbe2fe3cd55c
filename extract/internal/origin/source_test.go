package origin

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestSpan(t *testing.T) {
	const text = "关于A\n\n的通知\n2024年"
	src := NewSource(text, []int{0, 9, 21})
	for _, tt := range []struct {
		lo, hi     int
		start, end int
		quote      string
		line, page int
	}{
		{0, 0, 0, 0, "", 1, 1},
		{0, 7, 0, 3, "关于A", 1, 1},
		{7, 8, 3, 4, "\n", 1, 1},
		{8, 9, 4, 5, "\n", 2, 1},
		{9, 18, 5, 8, "的通知", 3, 2},
		{19, 26, 9, 14, "2024年", 4, 2},
		{22, 26, 12, 14, "4年", 4, 3},
		{26, 26, 14, 14, "", 4, 3},
		{4, 5, 1, 2, "于", 1, 1}, // a cut character is taken whole
	} {
		got := src.Span(tt.lo, tt.hi)
		if got.Start != tt.start || got.End != tt.end || got.Quote != tt.quote || got.Line != tt.line || got.Page != tt.page {
			t.Errorf("Span(%d, %d) = %+v, want %+v", tt.lo, tt.hi, got, tt)
		}
	}
}

func TestPage(t *testing.T) {
	for _, tt := range []struct {
		pages []int
		at    int
		want  int
	}{
		{nil, 0, 0},
		{nil, 5, 0},
		{[]int{0}, 5, 1},
		{[]int{0, 3}, 2, 1},
		{[]int{0, 3}, 3, 2},
		{[]int{0, 3, 3}, 3, 3}, // an empty page between
		{[]int{2, 4}, 0, 1},    // words before the first page stand on it
	} {
		if got := NewSource("abcdef", tt.pages).Page(tt.at); got != tt.want {
			t.Errorf("pages %v: byte %d is on %d, want %d", tt.pages, tt.at, got, tt.want)
		}
	}
}

func TestEmptySource(t *testing.T) {
	src := NewSource("", nil)
	if got := src.Span(0, 0); got.Line != 1 || got.Start != 0 || got.End != 0 {
		t.Errorf("Span is %+v", got)
	}
	if text := src.Text(); text.Len() != 0 || !text.Same() || text.Trim().Len() != 0 {
		t.Errorf("text is %q", text)
	}
}

func TestPoints(t *testing.T) {
	text := strings.Repeat("甲a\U00020000é\n", 300) // characters straddle every stride
	src := NewSource(text, nil)
	n := 0
	for at := range text {
		if got := src.Points(at); got != n {
			t.Fatalf("Points(%d) = %d, want %d", at, got, n)
		}
		n++
	}
	if got := src.Points(len(text)); got != n {
		t.Errorf("Points(end) = %d, want %d", got, n)
	}
	if got := src.Span(3, len(text)-1); got.End != n-1 {
		t.Errorf("a long span ends at %d, want %d", got.End, n-1)
	}
}

func FuzzSource(f *testing.F) {
	f.Add("关于\n通知", 1, 5)
	f.Add(strings.Repeat("甲a\n", 400), 700, 1500)
	f.Fuzz(func(t *testing.T, text string, lo, hi int) {
		text = strings.ToValidUTF8(text, "?")
		lo, hi = max(0, min(lo, len(text))), max(0, min(hi, len(text)))
		lo, hi = min(lo, hi), max(lo, hi)
		src := NewSource(text, []int{0, len(text) / 2})
		span := src.Span(lo, hi)
		if got := string([]rune(text)[span.Start:span.End]); got != span.Quote {
			t.Fatalf("quote %q, want %q", span.Quote, got)
		}
		if got := utf8.RuneCountInString(text[:lo]); utf8.RuneStart((text + " ")[lo]) && got != span.Start {
			t.Fatalf("start %d, want %d", span.Start, got)
		}
		if span.Line < 1 || span.Page < 1 || span.Page > 2 {
			t.Fatalf("line %d, page %d", span.Line, span.Page)
		}
	})
}

func BenchmarkNewSource(b *testing.B) {
	text := strings.Repeat("各单位请于5月26日前，将活动开展情况报送校保密办。\n", 4000)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		NewSource(text, nil)
	}
}
