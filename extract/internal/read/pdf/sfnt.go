package pdf

// glyphRunes returns the characters of the glyphs of an embedded TrueType or
// OpenType font, by glyph: its cmap the other way round. codes are the glyphs
// of a symbol font's codes, for fonts that map no characters.
func glyphRunes(font []byte) (runes map[int]rune, codes map[int]int) {
	b := reader(font)
	runes, codes = map[int]rune{}, map[int]int{}
	base := 0
	if string(b.bytes(0, 4)) == "ttcf" {
		base = b.u32(12)
	}
	for i := range min(b.u16(base+4), 64) {
		at := base + 12 + 16*i
		if string(b.bytes(at, 4)) != "cmap" {
			continue
		}
		table := b.u32(at + 8)
		for k := range min(b.u16(table+2), 32) {
			entry := table + 4 + 8*k
			platform, kind := b.u16(entry), b.u16(entry+2)
			sub := table + b.u32(entry+4)
			switch {
			case platform == 0 && kind != 5 || platform == 3 && (kind == 1 || kind == 10):
				b.mapping(sub, func(code, glyph int) {
					if old := runes[glyph]; glyph > 0 && (old == 0 || compatible(old) && !compatible(rune(code))) {
						runes[glyph] = rune(code)
					}
				})
			case platform == 3 && kind == 0 || platform == 1:
				b.mapping(sub, func(code, glyph int) {
					if code >= 0xF000 && code < 0xF100 {
						code -= 0xF000
					}
					if glyph > 0 && code < 256 {
						codes[code] = glyph
					}
				})
			}
		}
	}
	return runes, codes
}

// compatible reports whether r is a form that stands beside the usual
// character of the same shape: a radical, a presentation form.
func compatible(r rune) bool {
	return r == 0xA0 || r == 0xAD || r >= 0x2E80 && r < 0x2FE0 || r >= 0xE000 && r < 0xFB00 || r >= 0x2F800 && r < 0x2FA20
}

// A reader reads big-endian numbers; beyond the end they are 0.
type reader []byte

func (b reader) bytes(at, n int) []byte {
	if at < 0 || at > len(b)-n {
		return nil
	}
	return b[at : at+n]
}

func (b reader) u8(at int) int {
	if at < 0 || at >= len(b) {
		return 0
	}
	return int(b[at])
}

func (b reader) u16(at int) int { return b.u8(at)<<8 | b.u8(at+1) }
func (b reader) u32(at int) int { return b.u16(at)<<16 | b.u16(at+2) }

// mapping calls add with each code and glyph of a subtable of cmap.
func (b reader) mapping(at int, add func(code, glyph int)) {
	switch b.u16(at) {
	case 0:
		for code := range 256 {
			add(code, b.u8(at+6+code))
		}
	case 4:
		b.segments(at, add)
	case 6:
		first := b.u16(at + 6)
		for i := range b.u16(at + 8) {
			add(first+i, b.u16(at+10+2*i))
		}
	case 12:
		left := 1 << 18
		for i := range min(b.u32(at+12), 1<<16) {
			group := at + 16 + 12*i
			lo, hi, glyph := b.u32(group), b.u32(group+4), b.u32(group+8)
			for code := lo; code <= min(hi, 0x10FFFF) && left > 0; code++ {
				add(code, glyph+code-lo)
				left--
			}
		}
	}
}

// segments is mapping for the table's format 4.
func (b reader) segments(at int, add func(code, glyph int)) {
	n := b.u16(at+6) / 2
	ends, starts := at+14, at+16+2*n
	deltas, offsets := starts+2*n, starts+4*n
	left := 1 << 18
	for i := range n {
		lo, hi := b.u16(starts+2*i), b.u16(ends+2*i)
		offset := b.u16(offsets + 2*i)
		for code := lo; code <= hi && code < 0xFFFF && left > 0; code++ {
			left--
			glyph := code
			if offset != 0 {
				glyph = b.u16(offsets + 2*i + offset + 2*(code-lo))
				if glyph == 0 {
					continue
				}
			}
			add(code, (glyph+b.u16(deltas+2*i))&0xFFFF)
		}
	}
}
