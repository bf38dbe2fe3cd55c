package mend

import "unicode/utf8"

// A kind is what a token of a line is.
type kind uint8

const (
	other kind = iota // a character that GBK does not have
	pair              // a two-byte character
	ascii             // one byte
	lost              // "?" or U+FFFD: bytes that no character could be made of, or a question mark
	blank
	end // of the line
)

// A token is a character of a line with the bytes that GBK has for it. The
// pinyin that a mirror has set behind a character belongs to it.
type token struct {
	kind   kind
	x, y   byte // the pair, or y alone
	number uint16
	lo, hi int  // bytes of the line, the gloss included
	r      rune // as it stands
	gloss  bool // of a lost one: "?zhí)", the bracket that opens it was lost too
}

// tokens reads a line, behind all.
func tokens(line string, all []token) []token {
	m, page := language(), gbk()
	for i := 0; i < len(line); {
		r, n := utf8.DecodeRuneInString(line[i:])
		t := token{lo: i, hi: i + n, r: r}
		switch {
		case r == '?' || r == utf8.RuneError:
			t.kind, t.y = lost, '?'
			if n := glossLen(line[i+n:]); n > 0 {
				t.hi += n
				t.gloss = true
			}
		case r == ' ' || r == 0x3000 || r == 0xA0 || r == '\t':
			t.kind = blank
			if r == 0x3000 {
				t.x, t.y = 0xA1, 0xA1
			}
		case r < 0x80:
			t.kind, t.y = ascii, byte(r)
		case r < 1<<16 && page.pairs[r] != 0:
			p := page.pairs[r]
			t.kind, t.x, t.y = pair, byte(p>>8), byte(p)
			if isHan(r) {
				t.hi += bracketedLen(line[i+n:])
			}
		}
		if r < 1<<16 {
			t.number = m.number[r]
		}
		all = append(all, t)
		i = t.hi
	}
	return append(all, token{kind: end, lo: len(line), hi: len(line), number: m.number['\n'], r: '\n'})
}

// bracketedLen returns the length of "(guān)" at the head of s, blanks before it
// included; 0 if there is none. Only readings with a tone mark count.
func bracketedLen(s string) int {
	i := 0
	for i < len(s) && s[i] == ' ' {
		i++
	}
	switch {
	case i < len(s) && s[i] == '(':
		i++
	case len(s) > i+3 && s[i:i+3] == "（":
		i += 3
	default:
		return 0
	}
	if n := glossLen(s[i:]); n > 0 {
		return i + n
	}
	return 0
}

// glossLen returns the length of "guān)" at the head of s, 0 if there is none.
func glossLen(s string) int {
	toned, letters := false, 0
	for i, r := range s {
		switch {
		case 'a' <= r && r <= 'z' || r == 'ɡ' || r == 'ɑ' || r == 'ü':
			letters++
		case r >= 0xE0 && isToned(r):
			if toned {
				return 0
			}
			toned = true
			letters++
		case r == ')' || r == '）':
			if toned {
				return i + utf8.RuneLen(r)
			}
			return 0
		case r == ' ':
		default:
			return 0
		}
		if letters > 6 || i > 20 {
			return 0
		}
	}
	return 0
}

// isToned reports whether r is a vowel of pinyin with its tone.
func isToned(r rune) bool {
	switch r {
	case 'ā', 'á', 'ǎ', 'à', 'ă', 'ē', 'é', 'ě', 'è', 'ĕ', 'ī', 'í', 'ǐ', 'ì', 'ĭ', 'ō', 'ó', 'ǒ', 'ò', 'ŏ',
		'ū', 'ú', 'ǔ', 'ù', 'ŭ', 'ǖ', 'ǘ', 'ǚ', 'ǜ', 'ń', 'ň', 'ǹ':
		return true
	}
	return false
}

// isHan reports whether r is a Chinese character of GBK or its private use.
func isHan(r rune) bool {
	return 0x4E00 <= r && r <= 0x9FFF || 0x3400 <= r && r <= 0x4DBF || 0xE000 <= r && r <= 0xE765 || 0xF900 <= r && r <= 0xFA2D
}
