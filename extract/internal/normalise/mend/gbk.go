package mend

import (
	"sync"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// A codePage holds the two-byte characters of a character set, both ways.
type codePage struct {
	runes [1 << 16]uint16 // of a pair, the lead byte high; 0 for none
	pairs [1 << 16]uint16 // of a character; 0 for none
}

// gbk is GBK with its user-defined zones, which x/text leaves out, as Unicode's
// private-use characters.
var gbk = sync.OnceValue(func() *codePage {
	c := codePageOf(0x81, simplifiedchinese.GBK.NewDecoder().Bytes)
	private := rune(0xE000)
	zone := func(leadLo, leadHi, trailLo, trailHi uint16) {
		for x := leadLo; x <= leadHi; x++ {
			for y := trailLo; y <= trailHi; y++ {
				if y == 0x7F {
					continue
				}
				if p := x<<8 | y; c.runes[p] == 0 {
					c.runes[p], c.pairs[private] = uint16(private), p
				}
				private++
			}
		}
	}
	zone(0xAA, 0xAF, 0xA1, 0xFE)
	zone(0xF8, 0xFE, 0xA1, 0xFE)
	zone(0xA1, 0xA7, 0x40, 0xA0)
	for _, h := range holes {
		for y := h[0] & 0xFF; y <= h[1]&0xFF; y++ {
			if p := h[0]&0xFF00 | y; c.runes[p] == 0 {
				c.runes[p], c.pairs[private] = uint16(private), p
			}
			private++
		}
	}
	return c
})

// holes are the pairs for which GB 18030 has private-use characters behind
// those of the zones, in its order.
var holes = [][2]uint16{
	{0xA2AB, 0xA2B0}, {0xA2E3, 0xA2E4}, {0xA2EF, 0xA2F0}, {0xA2FD, 0xA2FE}, {0xA4F4, 0xA4FE}, {0xA5F7, 0xA5FE},
	{0xA6B9, 0xA6C0}, {0xA6D9, 0xA6DF}, {0xA6EC, 0xA6ED}, {0xA6F3, 0xA6F3}, {0xA6F6, 0xA6FE}, {0xA7C2, 0xA7D0},
	{0xA7F2, 0xA7FE}, {0xA896, 0xA8A0}, {0xA8BC, 0xA8BC}, {0xA8BF, 0xA8BF}, {0xA8C1, 0xA8C4}, {0xA8EA, 0xA8FE},
	{0xA958, 0xA958}, {0xA95B, 0xA95B}, {0xA95D, 0xA95F}, {0xA989, 0xA995}, {0xA997, 0xA9A3}, {0xA9F0, 0xA9FE},
	{0xD7FA, 0xD7FE}, {0xFE50, 0xFE7E},
}

// big5 is Big5 as the WHATWG has it.
var big5 = sync.OnceValue(func() *codePage {
	return codePageOf(0xA1, traditionalchinese.Big5.NewDecoder().Bytes)
})

// codePageOf asks a decoder for each pair. Of two pairs for one character the
// first is kept.
func codePageOf(lead int, decode func([]byte) ([]byte, error)) *codePage {
	c := new(codePage)
	var in []byte
	var at []uint16
	for x := lead; x <= 0xFE; x++ {
		for y := 0x40; y <= 0xFE; y++ {
			if y >= 0x7F && y <= 0x80 && (lead != 0x81 || y == 0x7F) {
				continue
			}
			in = append(in, byte(x), byte(y), '\n')
			at = append(at, uint16(x<<8|y))
		}
	}
	out, err := decode(in)
	if err != nil {
		return c
	}
	// One line a pair: what is not one character up to its line break is none.
	line, n, first := 0, 0, rune(0)
	for _, r := range string(out) {
		if r != '\n' {
			n, first = n+1, r
			continue
		}
		if n == 1 && first != 0xFFFD && first >= 0x80 && first < 1<<16 && line < len(at) {
			c.runes[at[line]] = uint16(first)
			if c.pairs[first] == 0 {
				c.pairs[first] = at[line]
			}
		}
		line, n = line+1, 0
	}
	return c
}

// isTrail reports whether b ends a pair of GBK.
func isTrail(b byte) bool { return 0x40 <= b && b <= 0xFE && b != 0x7F }
