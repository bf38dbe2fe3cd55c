package scan

import "unicode/utf8"

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

// wide reports whether the three bytes of s at i are a character of c.
func (c *Chars) wide(s string, i int) bool {
	return c.basic[int(s[i]&0xF)<<6|int(s[i+1]&0x3F)]>>(s[i+2]&0x3F)&1 != 0
}

// has reports whether r may be in the set.
func (c *Chars) has(r rune) bool {
	return r > 0xFFFF && c.beyond || r <= 0xFFFF && c.basic[r>>6]&(1<<(r&63)) != 0
}

// Begins reports whether s begins with a character of c.
func (c *Chars) Begins(s string) bool {
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
	for i < len(s) {
		switch b := s[i]; {
		case b >= 0xE0 && b < 0xF0 && i+2 < len(s): // most are Chinese
			if c.basic[int(b&0xF)<<6|int(s[i+1]&0x3F)]>>(s[i+2]&0x3F)&1 != 0 {
				return i
			}
			i += 3
		case b < 0x80:
			if c.basic[b>>6]>>(b&0x3F)&1 != 0 {
				return i
			}
			i++
		case b >= 0xC2 && b < 0xE0 && i+1 < len(s):
			if c.basic[b&0x1F]>>(s[i+1]&0x3F)&1 != 0 {
				return i
			}
			i += 2
		case b >= 0xF0 && c.beyond:
			return i
		default:
			i++
		}
	}
	return len(s)
}
