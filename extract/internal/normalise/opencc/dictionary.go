package opencc

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:generate go run gen.go -dict ../../../../opencc/data/dictionary

//go:embed t2s.txt
var dictionary string

// A Proof is what a character says of the text it stands in.
type Proof uint8

// The proofs that characters are. All others stand in texts of either script.
const (
	Traditional Proof = iota + 1 // traditional alone, with one simplified form: 關
	Several                      // traditional alone, with several simplified forms: 鍾
	Both                         // has a simplified form, and stands in simplified text too: 於, 甯
	Simplified                   // simplified alone: 关
)

// Proofs returns every character of three bytes that proves something.
var Proofs = sync.OnceValue(func() map[rune]Proof { return parse(dictionary).proofs() })

// Unified returns the compatibility ideographs with the characters they stand for.
var Unified = sync.OnceValue(func() map[rune]rune { return pairs(parse(dictionary)["compatibility"]) })

// A source is the sections of t2s.txt by name.
type source map[string]string

// parse splits the file into its sections.
func parse(file string) source {
	sections := source{}
	for part := range strings.SplitSeq(file, "# ") {
		if name, text, ok := strings.Cut(part, "\n"); ok {
			sections[name] = text
		}
	}
	return sections
}

// pairs reads lines of two characters.
func pairs(text string) map[rune]rune {
	all := make(map[rune]rune, len(text)/7)
	for line := range strings.Lines(text) {
		from, n := utf8.DecodeRuneInString(line)
		to, _ := utf8.DecodeRuneInString(line[n:])
		all[from] = to
	}
	return all
}

// proofs reads the lists of characters.
func (d source) proofs() map[rune]Proof {
	all := make(map[rune]Proof, 8000)
	mark := func(text string, p Proof) {
		for _, r := range text {
			if r != '\n' {
				all[r] = p
			}
		}
	}
	for r := range pairs(d["characters"]) {
		if r < 1<<16 {
			all[r] = Traditional
		}
	}
	mark(d["simplified"], Simplified)
	mark(d["several"], Several)
	mark(d["both"], Both)
	return all
}

// converter makes the tables.
func (d source) converter() *Converter {
	c := &Converter{three: new([1 << 16]uint32), four: map[rune]rune{}, unified: pairs(d["compatibility"])}
	for r := range c.three {
		c.three[r] = packed(rune(r))
	}
	forms := pairs(d["characters"])
	heads := map[rune]*head{}
	at := func(r rune) *head {
		h := heads[r]
		if h == nil {
			h = &head{form: string(r)}
			if form, ok := forms[r]; ok {
				h.form = string(form)
			}
			heads[r] = h
		}
		return h
	}
	for from, to := range forms {
		switch {
		case utf8.RuneLen(from) != 3:
			c.four[from] = to
		case utf8.RuneLen(to) == 3:
			c.three[from] = packed(to)
		default:
			at(from)
		}
	}
	for r := range c.unified {
		if r < 1<<16 {
			at(r).compatible = true
		}
	}
	for line := range strings.Lines(d["phrases"]) {
		key, form, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		r, n := utf8.DecodeRuneInString(key)
		if n != 3 {
			continue // OpenCC has no such phrase; the test says so
		}
		h := at(r)
		h.phrases = append(h.phrases, phrase{key, form})
	}
	for r, h := range heads {
		slices.SortFunc(h.phrases, func(a, b phrase) int { return len(b.key) - len(a.key) })
		c.three[r] = special | uint32(len(c.heads))
		c.heads = append(c.heads, *h)
	}
	return c
}

// packed returns the three bytes of r, the first lowest.
func packed(r rune) uint32 {
	return 0xE0 | uint32(r)>>12 | (0x80|uint32(r)>>6&0x3F)<<8 | (0x80|uint32(r)&0x3F)<<16
}
