// Package opencc turns traditional characters into simplified ones as OpenCC's
// t2s does, from OpenCC's own dictionaries: the longest phrase that stands at a
// place wins, else each character has one form. It is fast because nearly every
// character is three bytes and becomes three bytes: one table look-up each.
//
// The dictionaries of OpenCC's other directions would each be a [Converter] more.
package opencc

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// A Converter rewrites characters and phrases. It never changes once made.
type Converter struct {
	three   *[1 << 16]uint32 // form of a three-byte character: its bytes, the first lowest; or special
	heads   []head           // of special characters
	four    map[rune]rune    // forms of four-byte characters
	unified map[rune]rune    // compatibility ideographs, replaced before all else
}

// special marks an entry of the table whose low bits are an index of heads.
const special = 1 << 31

// A head is a character that needs more than a look-up.
type head struct {
	compatible bool   // a compatibility ideograph
	form       string // of the character alone
	phrases    []phrase
}

// A phrase is what stands instead of the characters from a head on.
type phrase struct{ key, form string }

// simplifier is OpenCC's t2s.
var simplifier = sync.OnceValue(func() *Converter { return parse(dictionary).converter() })

// ToSimplified returns s in simplified characters: OpenCC's t2s. All else in s,
// invalid bytes too, stays. It returns s itself where nothing is traditional.
func ToSimplified(s string) string { return simplifier().Convert(s) }

// Convert returns s converted; s itself where there is nothing to convert.
func (c *Converter) Convert(s string) string {
	i := c.first(s)
	if i == len(s) {
		return s
	}
	// Three bytes may become four, never more; no phrase grows by more than that.
	buf := make([]byte, len(s)+len(s)/3+8)
	w := copy(buf, s[:i])
	for i < len(s) {
		b := s[i]
		switch {
		case b < 0x80:
			buf[w] = b
			i, w = i+1, w+1
		case b>>4 == 0xE && i+2 < len(s) && s[i+1]&0xC0 == 0x80 && s[i+2]&0xC0 == 0x80:
			e := c.three[uint16(b)<<12|uint16(s[i+1]&0x3F)<<6|uint16(s[i+2]&0x3F)]
			if e&special == 0 {
				buf[w], buf[w+1], buf[w+2] = byte(e), byte(e>>8), byte(e>>16)
				i, w = i+3, w+3
				continue
			}
			h := &c.heads[e&^special]
			if h.compatible {
				return c.Convert(c.unify(s))
			}
			form, n := h.match(s[i:])
			w += copy(buf[w:], form)
			i += n
		case b>>3 == 0x1E:
			r, n := utf8.DecodeRuneInString(s[i:])
			if c.unified[r] != 0 {
				return c.Convert(c.unify(s))
			}
			if form, ok := c.four[r]; ok {
				w += utf8.EncodeRune(buf[w:], form)
			} else {
				w += copy(buf[w:], s[i:i+n])
			}
			i += n
		default:
			buf[w] = b
			i, w = i+1, w+1
		}
	}
	return string(buf[:w])
}

// first returns where the first character stands that may change, len(s) for none.
func (c *Converter) first(s string) int {
	for i := 0; i < len(s); {
		b := s[i]
		switch {
		case b < 0x80:
			i++
		case b>>4 == 0xE && i+2 < len(s) && s[i+1]&0xC0 == 0x80 && s[i+2]&0xC0 == 0x80:
			e := c.three[uint16(b)<<12|uint16(s[i+1]&0x3F)<<6|uint16(s[i+2]&0x3F)]
			if e != uint32(b)|uint32(s[i+1])<<8|uint32(s[i+2])<<16 && !c.still(e, s[i:]) {
				return i
			}
			i += 3
		case b>>3 == 0x1E:
			r, n := utf8.DecodeRuneInString(s[i:])
			if c.unified[r] != 0 || c.four[r] != 0 {
				return i
			}
			i += n
		default:
			i++
		}
	}
	return len(s)
}

// still reports whether the special character at the head of s stays as it is,
// with no phrase: 一 and 不 begin phrases and are everywhere.
func (c *Converter) still(e uint32, s string) bool {
	if e&special == 0 {
		return false
	}
	h := &c.heads[e&^special]
	if h.compatible || !strings.HasPrefix(s, h.form) {
		return false
	}
	_, n := h.match(s)
	return n == 3
}

// match returns the form of the longest phrase at the head of s and its length
// in s, or those of the character alone.
func (h *head) match(s string) (string, int) {
	for _, p := range h.phrases {
		if strings.HasPrefix(s, p.key) {
			return p.form, len(p.key)
		}
	}
	return h.form, 3
}

// unify returns s without compatibility ideographs: a phrase may run through one.
func (c *Converter) unify(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if to := c.unified[r]; to != 0 {
			b.WriteRune(to)
		} else {
			b.WriteString(s[i : i+n])
		}
		i += n
	}
	return b.String()
}
