package normalise

import (
	"strings"
	"unicode/utf8"
)

// quote turns the straight quote at the byte i and the next one on the line
// into “”, if they hold Chinese or stand beside it. A line with an odd number of
// them is left alone: nobody knows which one is missing. Where a half of “” is
// there, the straight quote is the other: “两条腿" and "两条腿”.
func (w *writer) quote(i int) int {
	if w.quoted {
		w.quoted = false
		w.widen("”", i, i+1)
		return i + 1
	}
	if w.besideHalf(i + 1) {
		w.quoted = true
		w.widen("“", i, i+1)
		return i + 1
	}
	if w.lineEnd <= i {
		rest := w.line(i, len(w.s))
		w.lineEnd = i + len(rest) + 1
		w.odd = strings.Count(rest, `"`)%2 == 1
	}
	if w.odd {
		return i + 1
	}
	n := strings.IndexByte(w.s[i+1:], '"')
	if n < 0 {
		return i + 1
	}
	end := i + 1 + n
	if p := before(w.s, i); p == '=' || !hasHan(w.s[i+1:end]) && !w.besideChinese(i, end+1) {
		return end + 1 // both halves stay
	}
	w.widen("“", i, i+1)
	w.close(mark{end, end + 1, "”"})
	return i + 1
}

// besideHalf reports whether a ” follows on the line from the byte i on, before
// any other double quote.
func (w *writer) besideHalf(i int) bool {
	rest := w.line(i, 180)
	n := strings.Index(rest, "”")
	return n > 0 && !strings.Contains(rest[:n], "“") && strings.IndexByte(rest[:n], '"') < 0 && hasHan(rest[:n])
}

// apostrophe turns '…' around Chinese into ‘’. The ' of don't has letters on both sides.
func (w *writer) apostrophe(i int) int {
	if !isHan(after(w.s, i+1)) || isLetter(before(w.s, i)) {
		return i + 1
	}
	line := w.line(i+1, 180)
	n := strings.IndexByte(line, '\'')
	if n <= 0 {
		return i + 1
	}
	if r, _ := utf8.DecodeLastRuneInString(line[:n]); !isChinese(r) {
		return i + 1
	}
	w.widen("‘", i, i+1)
	w.close(mark{i + 1 + n, i + 2 + n, "’"})
	return i + 1
}
