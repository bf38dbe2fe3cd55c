package segment

import (
	"strings"

	"gongwen/extract/internal/origin"
)

// title makes the free lines of the header the title and the issuer's mark.
func (b *bounds) title(free []int) {
	ls := b.o.Lines
	free = b.drop(free)
	if b.o.Taiwan { // the issuer and the genre on one line; the subject is the title
		for _, i := range free {
			ls[i].Kind = IssuerMark
		}
		return
	}
	if len(free) == 0 {
		return
	}
	last := len(free) - 1
	for i := last; i >= 0; i-- { // the last line that reads as the end of a title
		if s := ls[free[i]].Text.String(); titled(Squeezed(s)) {
			last = i
			break
		}
	}
	first := last
	for first > 0 && b.oneTitle(free[first-1], free[first]) {
		first--
	}
	var t origin.Text
	for i := first; i <= last; i++ {
		ls[free[i]].Kind = Title
		t = origin.Join(t, ls[free[i]].Text)
	}
	for i := range free {
		if i >= first && i <= last {
			continue
		}
		b.above(&ls[free[i]], i < first)
	}
	b.o.Title = t
}

// above classifies a free line that is not the title.
func (b *bounds) above(l *Line, before bool) {
	s := l.flat
	switch {
	case before && (strings.HasSuffix(s, "文件") || strings.HasSuffix(s, "发电") || body(s) || genreWords.Contains(s)):
		l.Kind = IssuerMark
	case body(s) || Officer(s):
		l.Kind = Signature
	case before:
		l.Kind = Stray
	default:
		l.Kind = Paragraph
	}
}

// drop takes out of the free lines those before the last title that repeat it:
// web copies print the headline above the document.
func (b *bounds) drop(free []int) []int {
	ls := b.o.Lines
	seen := map[string]int{}
	out := free[:0:0]
	for _, i := range free {
		s := ls[i].flat
		if j, ok := seen[s]; ok && count(s) > 5 {
			ls[j].Kind = Furniture
			for k, v := range out {
				if v == j {
					out = append(out[:k], out[k+1:]...)
					break
				}
			}
		}
		seen[s] = i
		out = append(out, i)
	}
	return out
}

// oneTitle reports whether the line i goes on in the line j, both of the header.
func (b *bounds) oneTitle(i, j int) bool {
	ls := b.o.Lines
	if j != i+1 { // a number or an issuer's mark stands between
		return false
	}
	s, next := ls[i].flat, ls[j].flat
	if strings.HasSuffix(s, "文件") || titled(s) && strings.Contains(s, "关于") {
		return false
	}
	if ls[j].Gap && body(s) && strings.Contains(next, "关于") {
		return false
	}
	return !prose(s)
}
