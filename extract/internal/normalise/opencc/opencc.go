// Package opencc turns characters of one Chinese script into those of another as
// OpenCC does, from OpenCC's own dictionaries: the longest phrase that stands at
// a place wins, else each character has one form. It is fast because nearly every
// character is three bytes and becomes three bytes: one table look-up each.
//
// A [Converter] is one such step; a [Config] is one of OpenCC's conversions.
package opencc

import (
	"strings"
	"unicode/utf8"
)

// A Converter rewrites characters and phrases. It never changes once made.
type Converter struct {
	three   *[1 << 16]uint32 // form of a three-byte character: its bytes, the first lowest; or special
	heads   []head           // of special characters, the first is none
	four    map[rune]int     // heads of four-byte characters
	ascii   [128]uint16      // heads of ASCII characters
	letters bool             // ASCII characters have heads
	longest int              // bytes of the longest form
}

// special marks an entry of the table whose low bits are an index of heads.
const special = 1 << 31

// A head is a character that needs more than a look-up.
type head struct {
	form    string              // of the character alone
	phrases []phrase            // that it begins, the first that fits wins
	third   uint64              // the third bytes behind the head in its phrases, their low six bits as bits
	byNext  map[uint16][]phrase // the phrases by the two bytes behind the head, where there are many
}

// A phrase is what stands instead of the characters from a head on.
type phrase struct{ key, form string }

// Convert returns s converted; s itself where there is nothing to convert. All
// that it does not know, invalid bytes too, stays.
func (c *Converter) Convert(s string) string {
	i := c.first(s)
	if i == len(s) {
		return s
	}
	var out strings.Builder
	out.Grow(len(s) + len(s)/64)
	out.WriteString(s[:i])
	var buf [1024]byte // on the stack: written out when the next form might not fit
	w := 0
	for i < len(s) {
		if w > len(buf)-c.longest {
			out.Write(buf[:w])
			w = 0
		}
		b := s[i]
		if b>>4 == 0xE && i+2 < len(s) && s[i+1]&0xC0 == 0x80 && s[i+2]&0xC0 == 0x80 {
			e := c.three[uint16(b)<<12|uint16(s[i+1]&0x3F)<<6|uint16(s[i+2]&0x3F)]
			if e&special == 0 {
				buf[w], buf[w+1], buf[w+2] = byte(e), byte(e>>8), byte(e>>16)
				i, w = i+3, w+3
				continue
			}
			form, n := c.heads[e&^special].match(s[i:], 3)
			w += copy(buf[w:], form)
			i += n
			continue
		}
		if b>>3 == 0x1E || c.letters && b < 0x80 {
			if h, n := c.rare(s[i:]); h != nil {
				form, n := h.match(s[i:], n)
				w += copy(buf[w:], form)
				i += n
				continue
			}
		}
		buf[w] = b
		i, w = i+1, w+1
	}
	out.Write(buf[:w])
	return out.String()
}

// first returns where the first character stands that changes, len(s) for none.
func (c *Converter) first(s string) int {
	for i := 0; i < len(s); {
		b := s[i]
		if b>>4 == 0xE && i+2 < len(s) && s[i+1]&0xC0 == 0x80 && s[i+2]&0xC0 == 0x80 {
			e := c.three[uint16(b)<<12|uint16(s[i+1]&0x3F)<<6|uint16(s[i+2]&0x3F)]
			n := 3
			switch {
			case e&special != 0:
				var form string
				if form, n = c.heads[e&^special].match(s[i:], 3); form != s[i:i+n] {
					return i
				}
			case e != uint32(b)|uint32(s[i+1])<<8|uint32(s[i+2])<<16:
				return i
			}
			i += n
			continue
		}
		if b < 0x80 && !c.letters {
			i++
			continue
		}
		if h, n := c.rare(s[i:]); h != nil {
			form, n := h.match(s[i:], n)
			if form != s[i:i+n] {
				return i
			}
			i += n
			continue
		}
		i++
	}
	return len(s)
}

// rare returns the head of the character at the head of s, which has not three
// bytes, and its length; nil if it has none.
func (c *Converter) rare(s string) (*head, int) {
	b := s[0]
	if b < 0x80 {
		if k := c.ascii[b]; k != 0 {
			return &c.heads[k], 1
		}
		return nil, 1
	}
	if b>>3 == 0x1E {
		r, n := utf8.DecodeRuneInString(s)
		if k := c.four[r]; k != 0 {
			return &c.heads[k], n
		}
	}
	return nil, 1
}

// match returns the form of the phrase at the head of s and its length in s, or
// those of the head alone, which has n bytes.
func (h *head) match(s string, n int) (string, int) {
	if p := h.phraseAt(s, n); p != nil {
		return p.form, len(p.key)
	}
	return h.form, n
}

// phraseAt returns the phrase at the head of s, nil for none. Most often the third
// byte behind the head, which ends the next character, is of no phrase.
func (h *head) phraseAt(s string, n int) *phrase {
	if n+2 < len(s) && h.third>>(s[n+2]&0x3F)&1 == 0 {
		return nil
	}
	phrases := h.phrases
	if h.byNext != nil {
		if len(s) < n+2 {
			return nil
		}
		phrases = h.byNext[uint16(s[n])<<8|uint16(s[n+1])]
	}
	for i := range phrases {
		if strings.HasPrefix(s, phrases[i].key) {
			return &phrases[i]
		}
	}
	return nil
}

// next returns where the first phrase stands in s from the byte i on, and its
// length; len(s) and 0 for none.
func (c *Converter) next(s string, i int) (int, int) {
	for i < len(s) {
		b := s[i]
		if b>>4 != 0xE || i+2 >= len(s) {
			i++
			continue
		}
		if e := c.three[uint16(b)<<12|uint16(s[i+1]&0x3F)<<6|uint16(s[i+2]&0x3F)]; e&special != 0 {
			if p := c.heads[e&^special].phraseAt(s[i:], 3); p != nil {
				return i, len(p.key)
			}
		}
		i += 3
	}
	return len(s), 0
}
