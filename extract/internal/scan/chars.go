package scan

import (
	"strings"
	"unicode/utf8"
)

// Chars is a set of characters that is quick to look for. The zero value is empty.
type Chars struct {
	basic  [1 << 16 / 64]uint64 // those of the basic plane, one bit each
	beyond bool                 // some lie beyond it: which, is not kept
}

// CharsOf gives the set of the characters of s.
func CharsOf(s string) *Chars {
	c := new(Chars)
	for _, r := range s {
		c.Add(r)
	}
	return c
}

// Add puts r into the set.
func (c *Chars) Add(r rune) {
	if r > 0xFFFF {
		c.beyond = true
		return
	}
	c.basic[r>>6] |= 1 << (r & 63)
}

// wide reports whether the three bytes are a character of c.
func (c *Chars) wide(b0, b1, b2 byte) bool {
	return c.basic[uint(b0&0xF)<<6|uint(b1&0x3F)]>>(b2&0x3F)&1 != 0
}

// has reports whether r may be in the set.
func (c *Chars) has(r rune) bool {
	return r > 0xFFFF && c.beyond || r <= 0xFFFF && c.basic[r>>6]&(1<<(r&63)) != 0
}

// Begins reports whether s begins with a character of c.
func (c *Chars) Begins(s string) bool {
	if len(s) > 2 && s[0]>>4 == 0xE {
		return c.wide(s[0], s[1], s[2])
	}
	r, n := utf8.DecodeRuneInString(s)
	return n > 0 && c.has(r)
}

// In reports whether a character of c stands in s.
func (c *Chars) In(s string) bool { return c.Next(s, 0) < len(s) }

// Last gives the byte of s behind the last character of c that stands in s, 0 for none.
func (c *Chars) Last(s string) int {
	for len(s) > 0 {
		r, n := utf8.DecodeLastRuneInString(s)
		if c.has(r) {
			return len(s)
		}
		s = s[:len(s)-n]
	}
	return 0
}

// Next gives the first byte of s, from byte i on, at which a character of c
// stands, len(s) for none. Where c has characters beyond the basic plane, it
// stops at all of those.
func (c *Chars) Next(s string, i int) int {
	for i = max(i, 0); i < len(s); {
		for i < len(s)-2 && s[i]>>4 == 0xE { // most are Chinese
			if c.wide(s[i], s[i+1], s[i+2]) {
				return i
			}
			i += 3
		}
		if i >= len(s) {
			break
		}
		n := c.narrow(s[i:])
		if n == 0 {
			return i
		}
		i += n
	}
	return len(s)
}

// narrow returns the length of the character at the head of s, which is not of three
// bytes or is cut off, 0 where it is one of c.
func (c *Chars) narrow(s string) int {
	switch b := s[0]; {
	case b < 0x80:
		if c.basic[b>>6]>>(b&0x3F)&1 != 0 {
			return 0
		}
	case b >= 0xC2 && b < 0xE0 && len(s) > 1:
		if c.basic[b&0x1F]>>(s[1]&0x3F)&1 != 0 {
			return 0
		}
		return 2
	case b >= 0xF0 && c.beyond:
		return 0
	}
	return 1
}

// HasAny reports whether one of the characters of marks, which are few, stands in s. It
// is strings.ContainsAny, quick for marks of punctuation in Chinese text.
func HasAny(s, marks string) bool {
	words := holdsWords(marks)
	for i := 0; i < len(s); {
		b, n := s[i], 0
		switch {
		case b < 0x80:
			if strings.IndexByte(marks, b) >= 0 {
				return true
			}
			i++
			continue
		case b >= 0xE4 && b <= 0xE9: // a Chinese character
			if n = 3; !words {
				i += n
				continue
			}
		case b >= 0xF0:
			n = 4
		case b >= 0xE0:
			n = 3
		case b >= 0xC0:
			n = 2
		default: // inside a character that was cut
			i++
			continue
		}
		if n > len(s)-i {
			return false
		}
		for k := 0; k+n <= len(marks); k++ {
			if marks[k] == b && marks[k:k+n] == s[i:i+n] {
				return true
			}
		}
		i += n
	}
	return false
}

// holdsWords reports whether one of marks is a Chinese character and no mark.
func holdsWords(marks string) bool {
	for i := range len(marks) {
		if b := marks[i]; b >= 0xE4 && b <= 0xE9 {
			return true
		}
	}
	return false
}
