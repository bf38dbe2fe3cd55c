package normalise

import (
	"strings"
	"unicode/utf8"

	"gongwen/extract/internal/origin"
)

// tighten drops the single blanks that typesetting leaves between Chinese and
// digits or Latin letters and around Chinese marks, and those that spread the
// characters of a label or a title over its line (联 系 人： 通 知). Blanks that
// separate stay: two and more of them, those between two Chinese characters (张三
// 李四), those before a section mark (a copy on one line has them for its line
// breaks), those between Latin words or digits, tabs, indents and the blanks at
// line ends.
func tighten(d *document) origin.Text {
	e := editor{t: d.Text}
	s := d.Text.String()
	wide := d.survey.classes&space != 0
	for i := nextBlank(s, 0, wide); i < len(s); {
		end := pastBlanks(s, i)
		p, q := before(s, i), after(s, end)
		switch {
		case p == 0 || q == 0 || p < 0x80 && q < 0x80:
		case i+blankSize(s[i:]) == end && separatesNothing(p, q) && !startsMark(s[end:]):
			e.put("", i, end)
		case isHan(p) && i >= e.done:
			if lo, hi := spreadAt(s, i-utf8.RuneLen(p)); hi > end {
				e.squeeze(s, max(lo, e.done), hi)
				end = hi
			}
		}
		i = nextBlank(s, end, wide)
	}
	return e.text()
}

// nextBlank returns where the first blank stands in s from the byte i on, len(s)
// for none. Without wide there are none but ASCII ones.
func nextBlank(s string, i int, wide bool) int {
	if !wide {
		if n := strings.IndexByte(s[i:], ' '); n >= 0 {
			return i + n
		}
		return len(s)
	}
	for i < len(s) {
		switch b := s[i]; {
		case 0xE4 <= b && b <= 0xE9: // most often
			i += 3
		case blankSize(s[i:]) > 0:
			return i
		default:
			i += step(b)
		}
	}
	return len(s)
}

// blankSize returns the length of the blank at the head of s, 0 if there is none.
func blankSize(s string) int {
	switch b := s[0]; {
	case b == ' ':
		return 1
	case b < 0xC2 || b > 0xE3 || b&0xF == 1: // no blank has three bytes from U+4000 on
		return 0
	}
	return wideBlank(s)
}

// wideBlank returns the length of the blank of several bytes at the head of s, 0
// if there is none.
func wideBlank(s string) int {
	r, n := utf8.DecodeRuneInString(s)
	if classOf(r)&space == 0 {
		return 0
	}
	return n
}

// step returns how far it is to where the next character may begin.
func step(b byte) int {
	if b>>4 == 0xE {
		return 3
	}
	return 1
}

// separatesNothing reports whether one blank between p and q is there for looks.
func separatesNothing(p, q rune) bool {
	a, b := sideOf(p), sideOf(q)
	return a == sideMark && b != sideOther || b == sideMark && a != sideOther ||
		a == sideHan && b == sideLatin || a == sideLatin && b == sideHan
}

// startsMark reports whether s begins with the mark (序号) of a section: 一、
// （一） 1. 1、 （1）. 3.5 is a figure.
func startsMark(s string) bool {
	n := opens(s)
	open := n > 0
	from := n
	for n < len(s) && isDigit(rune(s[n])) {
		n++
	}
	if n == from {
		for n < len(s) && isSectionNumeral(after(s, n)) {
			n += len("一")
		}
	}
	if n == from || n-from > 9 {
		return false
	}
	rest := s[n:]
	if open {
		return closes(rest) > 0
	}
	return strings.HasPrefix(rest, "、") || rest != "" && rest[0] == '.' && s[0] < 0x80 && !isDigit(after(rest, 1))
}

// isSectionNumeral reports whether r counts sections.
func isSectionNumeral(r rune) bool { return isNumeral(r) || r == '十' }

// A side is what stands on one side of a blank.
type side uint8

const (
	sideOther side = iota
	sideHan
	sideLatin // a letter, a digit, a percent sign
	sideMark  // a Chinese mark
)

func sideOf(r rune) side {
	if isDigit(r) || isLetter(r) || r == '%' {
		return sideLatin
	}
	switch c := classOf(r); {
	case c&han != 0:
		return sideHan
	case c&chinese != 0:
		return sideMark
	}
	return sideOther
}

// squeeze drops the blanks between the bytes lo and hi.
func (e *editor) squeeze(s string, lo, hi int) {
	for i := lo; i < hi; {
		end := pastBlanks(s, i)
		if end > i {
			e.put("", i, end)
			i = end
			continue
		}
		i += runeSize(s[i:])
	}
}
