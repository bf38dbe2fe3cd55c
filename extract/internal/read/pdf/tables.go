package pdf

import (
	"bytes"
	"compress/flate"
	_ "embed"
	"encoding/binary"
	"io"
	"strconv"
	"strings"
	"sync"
)

//go:generate go run gen.go /usr/share/poppler/cMap /usr/lib/python3/dist-packages/fontTools/agl.py

//go:embed tables/cid.bin
var packedCIDs []byte

//go:embed tables/glyphs.bin
var packedGlyphs []byte

// A collection is one of Adobe's numbered sets of glyphs.
type collection struct {
	runes []rune         // by CID; 0 is none
	cids  map[rune]int32 // the other way
}

// collections returns Adobe-GB1, Adobe-CNS1 and Adobe-Japan1.
var collections = sync.OnceValue(func() [3]*collection {
	data := inflate(packedCIDs)
	var all [3]*collection
	for i := range all {
		n, k := binary.Uvarint(data)
		data = data[k:]
		c := &collection{runes: make([]rune, n), cids: make(map[rune]int32, n)}
		next := rune(0)
		for cid := range c.runes {
			d, k := binary.Varint(data)
			data = data[k:]
			r := next + rune(d)
			c.runes[cid], next = r, r+1
			if _, ok := c.cids[r]; r != 0 && !ok {
				c.cids[r] = int32(cid)
			}
		}
		all[i] = c
	}
	return all
})

// collectionOf returns the collection called name (GB1, CNS1, Japan1); nil is none.
func collectionOf(name string) *collection {
	switch name {
	case "GB1":
		return collections()[0]
	case "CNS1":
		return collections()[1]
	case "Japan1":
		return collections()[2]
	}
	return nil
}

// glyphNames are the characters that the Adobe Glyph List gives names to.
var glyphNames = sync.OnceValue(func() map[string]rune {
	m := make(map[string]rune, 4300)
	for line := range strings.Lines(string(inflate(packedGlyphs))) {
		name, code, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		n, _ := strconv.ParseUint(code, 16, 32)
		m[name] = rune(n)
	}
	return m
})

// inflate unpacks a table of ours.
func inflate(b []byte) []byte {
	out, _ := io.ReadAll(flate.NewReader(bytes.NewReader(b)))
	return out
}

// runeOfGlyph returns the character that a glyph's name stands for: a name of
// the list, uni4E00, u20000, each perhaps with a suffix (a.sc); 0 is none.
func runeOfGlyph(name string) rune {
	if i := strings.IndexByte(name, '.'); i > 0 {
		name = name[:i]
	}
	if r := glyphNames()[name]; r != 0 {
		return r
	}
	for _, head := range [...]string{"uni", "u"} {
		if digits, ok := strings.CutPrefix(name, head); ok && len(digits) >= 4 && len(digits) <= 6 {
			if n, err := strconv.ParseUint(digits, 16, 32); err == nil && n <= 0x10FFFF && (n < 0xD800 || n > 0xDFFF) {
				return rune(n)
			}
		}
	}
	return 0
}
