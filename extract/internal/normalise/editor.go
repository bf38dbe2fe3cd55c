package normalise

import (
	"unicode/utf8"

	"gongwen/extract/internal/origin"
)

// An editor rewrites a text from left to right. Without an edit it costs nothing.
type editor struct {
	t     origin.Text
	b     origin.Builder
	done  int // bytes of t that were dealt with
	edits int
}

// put writes s in place of the bytes lo to hi, which lie behind all edits so far.
// An empty s drops them.
func (e *editor) put(s string, lo, hi int) {
	if e.edits == 0 {
		e.b.Like(e.t)
	}
	e.edits++
	e.b.Keep(e.t, e.done, lo)
	e.b.Put(s, e.t, lo, hi)
	e.done = hi
}

// text returns the text with its edits.
func (e *editor) text() origin.Text {
	if e.edits == 0 {
		return e.t
	}
	e.b.Keep(e.t, e.done, e.t.Len())
	return e.b.Text()
}

// before returns the character that ends at the byte i of s, 0 at the head of a line.
func before(s string, i int) rune {
	if i == 0 {
		return 0
	}
	if b := s[i-1]; b < 0x80 {
		if b == '\n' {
			return 0
		}
		return rune(b)
	}
	r, _ := utf8.DecodeLastRuneInString(s[:i])
	return r
}

// after returns the character at the byte i of s, 0 at the end of a line.
func after(s string, i int) rune {
	if i >= len(s) {
		return 0
	}
	if b := s[i]; b < 0x80 {
		if b == '\n' {
			return 0
		}
		return rune(b)
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	return r
}

// pastBlanks returns where the blanks at the byte i of s end.
func pastBlanks(s string, i int) int {
	for i < len(s) {
		n := blankSize(s[i:])
		if n == 0 {
			break
		}
		i += n
	}
	return i
}

// beforeBlanks returns where the blanks that end at the byte i of s begin.
func beforeBlanks(s string, i int) int {
	for i > 0 {
		if i >= 3 && 0xE4 <= s[i-3] { // most often a Chinese character
			break
		}
		r, n := utf8.DecodeLastRuneInString(s[:i])
		if classOf(r)&space == 0 {
			break
		}
		i -= n
	}
	return i
}

// isHan reports whether r is a Chinese character.
func isHan(r rune) bool { return 0x4E00 <= r && r <= 0x9FFF || classOf(r)&han != 0 }

// isChinese reports whether r is a Chinese character or a Chinese punctuation mark.
func isChinese(r rune) bool { return r >= 0x80 && classOf(r)&(han|chinese) != 0 }

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

func isLetter(r rune) bool { return 'a' <= r|0x20 && r|0x20 <= 'z' }
