package normalise

import (
	"strings"

	"gongwen/extract/internal/origin"
	"gongwen/model"
)

// misread turns the letters O, o, l and I that character recognition read in
// place of 0 and 1 back into figures: 云政发〔2O19〕l2号, 2O19年l0月3O日, 9:3O,
// O771-2345O78, 5OO元. The letters alone prove nothing (H2O, O2O, 5O, 3l, B2O), so
// they are read only in a run of nothing but figures and such letters with one
// real figure at least (the day of a month that has one needs none: 6月lO日), with no
// other Latin letter written to it, and only where the words around it leave
// nothing but a figure of a sound value. Text that is
// well set has no such letter beside a figure, which the survey tells. In a text that has one,
// a dash may stand for 一 in a serial mark: see dashMark.
func misread(d *document) origin.Text {
	if d.opt.NoRepair {
		return d.Text
	}
	s := d.Text.String()
	e := editor{t: d.Text}
	for i := 0; i < len(s); {
		hi := placesEnd(s, i)
		if hi == i {
			if n := dashMark(s, i); n > 0 {
				e.put("一", i, i+n)
				d.misread("一", figure{i, i + n})
				i += n
				continue
			}
			i++
			continue
		}
		f := provenAt(s, figure{i, hi})
		if f.lo < e.done {
			i = hi
			continue
		}
		e.figure(s, f)
		d.misread(digits(s[f.lo:f.hi]), f)
		i = f.hi
	}
	return e.text()
}

// misread notes that what stands at f was read in place of is.
func (d *document) misread(is string, f figure) {
	span := d.Text.Span(f.lo, f.hi)
	d.Repairs = append(d.Repairs, model.Repair{
		Kind: model.MisreadFigure, Original: span.Quote, Repaired: is,
		Evidence: model.Evidence{Span: span, Rule: "repairs/" + string(model.MisreadFigure)},
	})
}

// figure writes the digits of f, a byte for a byte: each keeps its own origin.
func (e *editor) figure(s string, f figure) {
	for i := f.lo; i < f.hi; i++ {
		if digit := digits(s[i : i+1]); digit != s[i:i+1] {
			e.put(digit, i, i+1)
		}
	}
}

// A figure is what stands at the bytes lo to hi.
type figure struct{ lo, hi int }

// nothing is the figure of a frame that proves none.
var nothing = figure{-1, -1}

// places holds the digit that each ASCII character is or may be misread for.
var places = [256]byte{
	'0': '0', '1': '1', '2': '2', '3': '3', '4': '4', '5': '5', '6': '6', '7': '7', '8': '8', '9': '9',
	'O': '0', 'o': '0', 'l': '1', 'I': '1',
}

// placesEnd returns where the run of digits and their likes at the byte i of s ends.
func placesEnd(s string, i int) int {
	for i < len(s) && places[s[i]] != 0 {
		i++
	}
	return i
}

// placesStart returns where the run of digits and their likes that ends at the
// byte i of s begins.
func placesStart(s string, i int) int {
	for i > 0 && places[s[i-1]] != 0 {
		i--
	}
	return i
}

// digits returns s with the digits that its letters stand for.
func digits(s string) string {
	b := []byte(s)
	for i, c := range b {
		switch {
		case places[c] != 0:
			b[i] = places[c]
		case c == '|':
			b[i] = '1'
		}
	}
	return string(b)
}

// count returns the number that the places of s make, -1 for none and for more than four.
func count(s string) int {
	if s == "" || len(s) > 4 {
		return -1
	}
	n := 0
	for _, c := range []byte(digits(s)) {
		n = 10*n + int(c-'0')
	}
	return n
}

// mixed reports whether s holds a digit and a letter.
func mixed(s string) bool {
	digit, letter := false, false
	for i := range len(s) {
		if isDigit(rune(s[i])) {
			digit = true
		} else {
			letter = true
		}
	}
	return digit && letter
}

// A frame returns the figure that the words around the run f of digits and their
// likes prove it to belong to, nothing if they prove none.
type frame func(s string, f figure) figure

var frames = []frame{documentYear, serial, year, month, day, hour, clock, phone, amount}

// provenAt returns the figure that the run f belongs to, nothing if no frame proves one.
func provenAt(s string, f figure) figure {
	try := frames
	switch {
	case f.hi < len(s) && s[f.hi] == '|':
		try = []frame{barredYear}
	case colonAfter(s, f.hi) > 0 && !mixed(s[f.lo:f.hi]): // 9:OO
		try = []frame{clock}
	case f.hi-f.lo == 2 && !isDigit(rune(s[f.lo])) && !mixed(s[f.lo:f.hi]) && strings.HasPrefix(s[f.hi:], "月"): // lO月8日
		try = []frame{letteredMonth}
	case f.hi-f.lo == 1 && mayBeFirst(s, f.lo):
		try = []frame{firstMark}
	case !mixed(s[f.lo:f.hi]) && mayBeCounted(s, f.lo): // 3月l日, 附件l
		try = []frame{bareDay, bareAttachment}
	case !mixed(s[f.lo:f.hi]):
		return nothing
	}
	if !apart(s, f) {
		return nothing
	}
	for _, proves := range try {
		if g := proves(s, f); g != nothing && digits(s[g.lo:g.hi]) != s[g.lo:g.hi] {
			return g
		}
	}
	return nothing
}

// apart reports whether no Latin letter is written to f: none in the row of ASCII
// characters that it stands in (GB/T 97O4, a.cn/2O19), none beside that row, none
// before a blank in front of it, and no sign of a file name or an address. A row of
// more than longRow bytes on either side is data, not a figure in a text.
func apart(s string, f figure) bool {
	lo, hi := f.lo, f.hi
	for lo > 0 && f.lo-lo <= longRow && 0x20 < s[lo-1] && s[lo-1] < 0x7F {
		lo--
	}
	for hi < len(s) && hi-f.hi <= longRow && 0x20 < s[hi] && s[hi] < 0x7F {
		hi++
	}
	if f.lo-lo > longRow || hi-f.hi > longRow || isLatin(before(s, beforeBlanks(s, lo))) || isLatin(after(s, hi)) {
		return false
	}
	for i := lo; i < hi; i++ {
		if isLetter(rune(s[i])) && places[s[i]] == 0 || strings.IndexByte("_@#=&%$\\+", s[i]) >= 0 {
			return false
		}
	}
	return true
}

const longRow = 60

// isLatin reports whether r is a letter of the Latin, Greek or Cyrillic alphabet.
func isLatin(r rune) bool { return isLetter(r) || 0xC0 <= r && r <= 0x52F }

// isYear reports whether s has the places of a year of the last or this century.
func isYear(s string) bool {
	return len(s) == 4 && (strings.HasPrefix(digits(s), "19") || strings.HasPrefix(digits(s), "20"))
}

// runBefore returns the run of places before the word that ends at the byte i of
// s, blanks around the word aside; an empty one if there is no such word.
func runBefore(s string, i int, word string) string {
	i = beforeBlanks(s, i)
	if !strings.HasSuffix(s[:i], word) {
		return ""
	}
	i = beforeBlanks(s, i-len(word))
	return s[placesStart(s, i):i]
}

// runAfter returns the run of places behind the word at the byte i of s and
// where it ends, blanks around the word aside; an empty one if there is no such word.
func runAfter(s string, i int, word string) (run string, end int) {
	i = pastBlanks(s, i)
	if !strings.HasPrefix(s[i:], word) {
		return "", i
	}
	i = pastBlanks(s, i+len(word))
	end = placesEnd(s, i)
	return s[i:end], end
}

// beginsWith returns the first of the words that stands at the head of s, empty if none does.
func beginsWith(s string, words ...string) string {
	for _, word := range words {
		if strings.HasPrefix(s, word) {
			return word
		}
	}
	return ""
}

// endsWith returns the first of the words that stands at the end of s, empty if none does.
func endsWith(s string, words ...string) string {
	for _, word := range words {
		if strings.HasSuffix(s, word) {
			return word
		}
	}
	return ""
}
