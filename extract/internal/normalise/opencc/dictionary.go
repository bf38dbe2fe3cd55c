package opencc

import (
	"embed"
	"math"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:generate go run gen.go

//go:embed t2s.txt tw.txt hk.txt s2t.txt own.txt
var files embed.FS

// A source is the sections of a file by name.
type source map[string]string

// open returns the sections of the file of that name.
func open(name string) source {
	data, err := files.ReadFile(name + ".txt")
	if err != nil {
		panic(err) // not embedded: cannot be
	}
	sections := source{}
	for part := range strings.SplitSeq("\n"+string(data), "\n# ") {
		if name, text, ok := strings.Cut(part, "\n"); ok {
			sections[name] = text
		}
	}
	return sections
}

// A layer is a dictionary. Of several, the first that knows what stands at a
// place has the word, with the longest phrase that it knows.
type layer []phrase

// simplify returns the layers of t2s, with the phrases of the file own if it is
// named. Of two phrases with one key the first counts.
func simplify(own string) []layer {
	d := open("t2s")
	phrases := parse(d["phrases"])
	if own != "" {
		phrases = append(parse(open(own)["traditional"]), phrases...)
	}
	return []layer{phrases, parse(d["characters"])}
}

// traditionalise returns the layers of s2t.
func traditionalise() []layer {
	d := open("s2t")
	characters := parse(d["characters"])
	alone := newConverter([]layer{characters})
	phrases := parse(d["phrases"])
	for line := range strings.Lines(d["plain phrases"]) {
		key := strings.TrimSuffix(line, "\n")
		phrases = append(phrases, phrase{key, alone.Convert(key)})
	}
	return []layer{phrases, characters}
}

// variants returns the layers that turn the variants of a region into OpenCC's
// standard ones, with the phrases of the file own if it is named.
func variants(region, own string) []layer {
	d := open(region)
	phrases := parse(d["phrases"])
	if own != "" {
		phrases = append(parse(open(own)[region]), phrases...)
	}
	return []layer{phrases, parse(d["characters"])}
}

// words returns the words of a region.
func words(region string) layer { return parse(open(region)["words"]) }

// unify returns the step before all others: compatibility ideographs become the
// characters that they stand for.
var unify = sync.OnceValue(func() *Converter { return newConverter([]layer{parse(open("t2s")["compatibility"])}) })

// parse reads lines of a key and its form, which are two characters, or two
// words with a blank between. A key without a form stays as it is.
func parse(text string) layer {
	all := make(layer, 0, strings.Count(text, "\n"))
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		key, form, ok := strings.Cut(line, " ")
		if !ok {
			_, n := utf8.DecodeRuneInString(line)
			if key, form = line[:n], line[n:]; utf8.RuneCountInString(form) != 1 {
				key, form = line, line
			}
		}
		all = append(all, phrase{key, form})
	}
	return all
}

// newConverter makes the tables of one step.
func newConverter(layers []layer) *Converter {
	c := &Converter{three: new([1 << 16]uint32), heads: make([]head, 1), four: map[rune]int{}, longest: utf8.UTFMax}
	for r := range c.three {
		c.three[r] = packed(rune(r))
	}
	for i, l := range layers {
		c.add(l, i == len(layers)-1)
	}
	for i := range c.heads {
		c.heads[i].sort()
	}
	return c
}

// many is the number of phrases from which a head looks at what follows first.
const many = 8

// sort sorts many phrases by the two bytes behind the head.
func (h *head) sort() {
	if len(h.phrases) < many {
		return
	}
	byNext := make(map[uint16][]phrase)
	for _, p := range h.phrases {
		_, n := utf8.DecodeRuneInString(p.key)
		if len(p.key) < n+2 {
			return // the head alone is one of them
		}
		next := uint16(p.key[n])<<8 | uint16(p.key[n+1])
		byNext[next] = append(byNext[next], p)
	}
	h.byNext = byNext
}

// add adds a layer below those that are there. In the last one, characters have
// no rival and stand in the table.
func (c *Converter) add(l layer, last bool) {
	sorted := slices.Clone(l)
	slices.SortStableFunc(sorted, func(a, b phrase) int { return len(b.key) - len(a.key) })
	for _, p := range sorted {
		c.longest = max(c.longest, len(p.form))
		r, n := utf8.DecodeRuneInString(p.key)
		switch {
		case !last || n < len(p.key):
			h := c.head(r)
			h.phrases = append(h.phrases, p)
			if n+2 < len(p.key) {
				h.third |= 1 << (p.key[n+2] & 0x3F)
			} else {
				h.third = math.MaxUint64 // it may stand before anything
			}
		case n == 3 && len(p.form) == 3 && c.three[r]&special == 0:
			form, _ := utf8.DecodeRuneInString(p.form)
			c.three[r] = packed(form)
		default:
			c.head(r).form = p.form
		}
	}
}

// head returns the head that r is, a new one if it is none yet.
func (c *Converter) head(r rune) *head {
	known := 0
	switch n := utf8.RuneLen(r); {
	case n == 1:
		known = int(c.ascii[r])
	case n == 3 && c.three[r]&special != 0:
		known = int(c.three[r] &^ special)
	case n == 4:
		known = c.four[r]
	}
	if known != 0 {
		return &c.heads[known]
	}
	known = len(c.heads)
	form := string(r)
	switch n := utf8.RuneLen(r); n {
	case 1:
		c.ascii[r], c.letters = uint16(known), true
	case 3:
		e := c.three[r]
		form = string([]byte{byte(e), byte(e >> 8), byte(e >> 16)})
		c.three[r] = special | uint32(known)
	case 4:
		c.four[r] = known
	}
	c.heads = append(c.heads, head{form: form})
	return &c.heads[known]
}

// packed returns the three bytes of r, the first lowest.
func packed(r rune) uint32 {
	return 0xE0 | uint32(r)>>12 | (0x80|uint32(r)>>6&0x3F)<<8 | (0x80|uint32(r)&0x3F)<<16
}
