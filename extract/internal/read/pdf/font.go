package pdf

import (
	"math"
	"strings"
	"unicode/utf8"
)

// unknown stands for a glyph whose character the file does not tell.
const unknown = "\uFFFD"

// A font says what the strings shown with it mean and how wide they are.
type font struct {
	bold      bool
	vertical  bool
	composite bool
	scale     float64 // from units of width to the size of the type
	height    float64 // of a capital square in units of size; 1 but for Type 3

	toUnicode *cmap
	simple    [256]rune // of a simple font
	widths    map[int]float64
	width     float64 // of the codes that widths does not tell
	advance   float64 // of vertical type, positive

	encoding *cmap       // embedded, of a composite font
	named    *predefined // of a composite font
	set      *collection // what its CIDs are
	glyphs   map[int]rune
	toGlyph  []byte // CIDs to glyphs, two bytes each; nil is the same

	cache map[uint64]shown
}

// A shown is what one code shows.
type shown struct {
	text  string
	width float64 // in units of the type's size
	ok    bool    // the text is known
}

// newFont reads a font's dictionary.
func newFont(o object) *font {
	f := &font{scale: 0.001, height: 1, cache: map[uint64]shown{}, widths: map[int]float64{}, width: -1, advance: 1}
	if t := o.key("ToUnicode"); t.isStream() {
		if data, err := t.unpack(); err == nil && len(data) > 0 {
			f.toUnicode = parseCMap(data)
		}
	}
	name := o.key("BaseFont").name()
	f.bold = strings.Contains(name, "Bold") || strings.Contains(name, "bold") || strings.Contains(name, "Heavy") || strings.Contains(name, "Black")
	if o.key("Subtype").name() == "Type0" {
		f.readComposite(o)
	} else {
		f.readSimple(o, name)
	}
	return f
}

// readComposite reads a Type 0 font.
func (f *font) readComposite(o object) {
	f.composite = true
	d := o.key("DescendantFonts")
	if d.isArray() {
		d = d.index(0)
	}
	enc := o.key("Encoding")
	if enc.isStream() {
		data, _ := enc.unpack()
		f.encoding = parseCMap(data)
		f.vertical = f.encoding.vertical || enc.key("WMode").int() == 1
		if base := enc.key("UseCMap"); base.isName() {
			f.encoding.base = base.name()
		}
		if f.encoding.base != "" {
			f.named = predefinedCMap(f.encoding.base)
		}
		if len(f.encoding.spaces) == 0 {
			f.encoding = nil
		}
	} else {
		f.named = predefinedCMap(enc.name())
	}
	if f.named == nil && f.encoding == nil {
		f.named = &predefined{} // Identity is the most frequent
	}
	if f.named != nil {
		f.vertical = f.vertical || f.named.vertical
	}
	info := d.key("CIDSystemInfo")
	f.set = collectionOf(info.key("Ordering").raw())
	if f.toUnicode == nil && f.set == nil {
		f.embedded(d)
		if strings.HasPrefix(o.key("ToUnicode").name(), "Identity") && len(f.glyphs) == 0 {
			f.toUnicode = &cmap{ranges: []charRange{{1, 0xFFFF, []rune{1}}}}
		}
	}
	f.cidWidths(d)
}

// embedded reads what characters the glyphs of an embedded font stand for.
func (f *font) embedded(d object) {
	desc := d.key("FontDescriptor")
	program := desc.key("FontFile2")
	if !program.isStream() {
		program = desc.key("FontFile3")
		if program.key("Subtype").name() != "OpenType" {
			return
		}
	}
	data, _ := program.unpack()
	f.glyphs, _ = glyphRunes(data)
	if m := d.key("CIDToGIDMap"); m.isStream() {
		f.toGlyph, _ = m.unpack()
	}
}

// cidWidths reads W, DW and DW2 of a CID font.
func (f *font) cidWidths(d object) {
	f.width = 1000
	if dw := d.key("DW"); dw.isNumber() {
		f.width = dw.number()
	}
	if dw := d.key("DW2"); dw.len() == 2 {
		if a := -dw.index(1).number(); a > 0 {
			f.advance = a * f.scale
		}
	}
	w := d.key("W")
	n := min(w.len(), 1<<17)
	for i := 0; i+1 < n; {
		first, second := w.index(i).int(), w.index(i+1)
		if second.isArray() {
			for k := range min(second.len(), 1<<16) {
				f.widths[first+k] = second.index(k).number()
			}
			i += 2
			continue
		}
		width := w.index(i + 2).number()
		for cid := first; cid <= min(second.int(), 0xFFFF); cid++ {
			f.widths[cid] = width
		}
		i += 3
	}
}

// readSimple reads a font whose codes are single bytes.
func (f *font) readSimple(o object, name string) {
	kind := o.key("Subtype").name()
	enc := o.key("Encoding")
	base := enc.name()
	if enc.isDict() {
		base = enc.key("BaseEncoding").name()
	}
	desc := o.key("FontDescriptor")
	if table, ok := pictureFont(name); ok {
		f.simple = table
	} else {
		if base == "" && kind == "Type1" && (desc.isNull() || desc.key("Flags").int()&4 == 0) {
			base = "StandardEncoding"
		}
		f.simple = baseEncoding(base)
		if program := desc.key("FontFile2"); base == "" && f.toUnicode == nil && program.isStream() {
			f.symbolic(program)
		}
	}
	f.differences(enc.key("Differences"), kind == "Type3")
	first := o.key("FirstChar").int()
	w := o.key("Widths")
	for i := range min(w.len(), 256) {
		f.widths[first+i] = w.index(i).number()
	}
	if mw := desc.key("MissingWidth"); mw.isNumber() {
		f.width = mw.number()
	}
	if strings.Contains(name, "Courier") && w.len() == 0 {
		f.width = 600
	}
	if kind == "Type3" {
		f.readType3(o)
	}
}

// readType3 reads the measures of a font whose glyphs are drawings.
func (f *font) readType3(o object) {
	m, box := o.key("FontMatrix"), o.key("FontBBox")
	if s := m.index(0).number(); s != 0 {
		f.scale = s
	}
	d := math.Abs(m.index(3).number())
	if d < 1.0/5000 || d > 1.0/500 { // the em is no 1000 or 2048 units
		if h := math.Abs(box.index(3).number()-box.index(1).number()) * d; h > 0.01 && h < 100 {
			f.height = h
		}
	}
	f.width = 0
}

// symbolic reads what an embedded TrueType font without an Encoding shows.
func (f *font) symbolic(program object) {
	data, _ := program.unpack()
	runes, codes := glyphRunes(data)
	if len(runes) == 0 {
		return
	}
	for code, glyph := range codes {
		if r := runes[glyph]; r != 0 {
			f.simple[code] = r
		}
	}
}

// differences applies the Differences of an Encoding. Names without a meaning
// (g12, a7) leave their codes without one.
func (f *font) differences(d object, drawn bool) {
	code := 0
	for i := range min(d.len(), 1024) {
		v := d.index(i)
		if v.isNumber() {
			code = v.int()
			continue
		}
		if code >= 0 && code < 256 {
			name := v.name()
			r := runeOfGlyph(name)
			if r != 0 || name != ".notdef" || drawn {
				f.simple[code] = r
			}
		}
		code++
	}
}

// next returns what the code at the head of s shows and the length of the
// code; s is not empty.
func (f *font) next(s []byte) (shown, int) {
	n := 1
	switch {
	case !f.composite:
	case f.encoding != nil:
		_, n = f.encoding.next(s)
	default:
		n = f.named.next(s)
	}
	key := uint64(n)<<32 | uint64(value(s[:n]))
	g, ok := f.cache[key]
	if !ok {
		g = f.show(s[:n])
		if len(f.cache) < 1<<16 {
			f.cache[key] = g
		}
	}
	return g, n
}

// show returns what a code shows.
func (f *font) show(code []byte) shown {
	c := value(code)
	var g shown
	if f.toUnicode != nil {
		g.text = f.toUnicode.text(c)
	}
	if f.composite {
		f.showCID(&g, code)
	} else {
		r := f.simple[c&0xFF]
		if !sound(g.text) && r != 0 {
			g.text = string(r)
		}
		g.width = f.simpleWidth(int(c&0xFF), r)
	}
	if !f.composite && c < ' ' && g.text == "" {
		g.text = " " // a line end that was shown
	}
	g.text, g.ok = tidy(g.text)
	return g
}

// showCID completes what a code of a composite font shows.
func (f *font) showCID(g *shown, code []byte) {
	text, cid, known := "", 0, false
	if f.encoding != nil {
		cid, known = f.encoding.cid(value(code))
	}
	if !known && f.named != nil {
		text = f.named.text(code)
		cid, known = f.named.cid(code, text)
	}
	if text == "" && known {
		text = f.ofCID(cid)
	}
	if !sound(g.text) && text != "" {
		g.text = text
	}
	w, ok := f.widths[cid]
	if !ok || !known {
		w = f.width
		if len(code) == 1 && f.named != nil && f.named.half > 0 {
			w = 500
		}
	}
	g.width = w * f.scale
	if f.vertical {
		g.width = f.advance
	}
}

// ofCID returns the character of a CID; "" if none is known.
func (f *font) ofCID(cid int) string {
	if f.set != nil {
		if cid >= 0 && cid < len(f.set.runes) && f.set.runes[cid] != 0 {
			return string(f.set.runes[cid])
		}
		return ""
	}
	glyph := cid
	if f.toGlyph != nil {
		glyph = reader(f.toGlyph).u16(2 * cid)
	}
	if r := f.glyphs[glyph]; r != 0 {
		return string(r)
	}
	return ""
}

// simpleWidth returns the width of a simple font's code.
func (f *font) simpleWidth(code int, r rune) float64 {
	w, ok := f.widths[code]
	switch {
	case ok:
	case f.width >= 0:
		w = f.width
	default:
		w = sansWidth(r)
	}
	return w * f.scale
}

// sound reports whether ToUnicode says something by text: converters fill
// their gaps with NULs, U+FFFD and private characters.
func sound(text string) bool {
	r, n := utf8.DecodeRuneInString(text)
	return n > 0 && r != utf8.RuneError && r >= ' ' && !private(r)
}

// private reports whether r means nothing outside its font.
func private(r rune) bool {
	return r >= 0xE000 && r < 0xF900 || r >= 0xF0000
}

// tidy returns text without control characters, and whether it is known.
func tidy(text string) (string, bool) {
	if text == "" {
		return unknown, false
	}
	r, n := utf8.DecodeRuneInString(text)
	if n == len(text) {
		switch {
		case r == '\t' || r == '\n' || r == '\r' || r == 0xA0:
			return " ", true
		case r >= 0xF000 && r < 0xF100: // a sign of a symbol font
			return "•", true
		case r == 0x2003: // Chinese fonts have one glyph for both; ToUnicode names the rarer
			return "\u3000", true
		case r == 0x2015:
			return "—", true
		case r >= 0x2000 && r <= 0x200A:
			return " ", true
		case r < ' ' || r == utf8.RuneError || private(r):
			return unknown, false
		case r == 0xAD:
			return "\u00AD", true
		}
		return text, true
	}
	clean := strings.Map(func(r rune) rune {
		switch {
		case r < ' ' || r == 0x7F:
			return -1
		case private(r):
			return utf8.RuneError
		}
		return r
	}, text)
	if clean == "" {
		return unknown, false
	}
	return clean, !strings.Contains(clean, unknown)
}
