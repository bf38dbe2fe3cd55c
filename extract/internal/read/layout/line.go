package layout

import (
	"math"
	"math/bits"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A sign is a glyph as the lines that it belongs to see it: u grows along the
// line, v from line to line. Type written downwards or turned is like any other.
type sign struct {
	text    string
	u, v, w float64 // where it begins on the base line, and how far it goes
	cu, cv  float64 // its middle
	size    float64
	link    int // of the page's links, from 1
	bold    bool
	role    Role
	upright bool
}

// A line is a line of type.
type line struct {
	u0, u1, v, size float64
	text            string
	runs            []run
	parts           []part // between wide gaps
	role            Role   // of all of it, else Plain
	oblique         bool   // a watermark
	turned          bool   // not in the direction of most of the page
}

// A run is a stretch of text that looks the same.
type run struct {
	lo, hi int
	bold   bool
	link   int
}

// A part is a stretch of a line that a wide gap parts from the next.
type part struct {
	u0, u1 float64
	lo, hi int
}

// A gap wider than this many ems parts columns and cells.
const wideGap = 1.3

// signs returns the page's glyphs as signs, by direction, notes apart; the
// direction of most of the page's own is first.
func (p *Page) signs(glyphs []Glyph) (groups [][]sign, angles []int) {
	links := p.linked(glyphs)
	place := map[int]int{}
	last := 0
	for i := range glyphs {
		g := &glyphs[i]
		angle := last
		switch {
		case g.DY == 0 && g.DX > 0:
			angle = 0
		case g.DX != 0 || g.DY != 0:
			angle = int(math.Round(math.Atan2(g.DY, g.DX)*180/math.Pi)+360) % 360
		}
		last = angle
		key := angle
		if g.Role == Note {
			key += 360
		}
		k, ok := place[key]
		if !ok {
			k = len(groups)
			place[key] = k
			groups, angles = append(groups, make([]sign, 0, len(glyphs)/len(place))), append(angles, angle)
		}
		dx, dy := direction(angle)
		s := sign{text: g.Text, size: g.Size, bold: g.Bold, role: g.Role, upright: g.Upright}
		s.u, s.v = g.X*dx+g.Y*dy, g.X*dy-g.Y*dx
		s.cu, s.cv = g.CX*dx+g.CY*dy, g.CX*dy-g.CY*dx
		s.w = math.Hypot(g.DX, g.DY)
		if links != nil {
			s.link = links[i]
		}
		groups[k] = append(groups[k], s)
	}
	most := 0
	for k := range groups {
		if a, b := groups[k][0].role == Note, groups[most][0].role == Note; a != b && b || a == b && len(groups[k]) > len(groups[most]) {
			most = k
		}
	}
	if len(groups) > 0 {
		groups[0], groups[most] = groups[most], groups[0]
		angles[0], angles[most] = angles[most], angles[0]
	}
	return groups, angles
}

// direction returns the unit vector of an angle in degrees.
func direction(angle int) (dx, dy float64) {
	switch angle {
	case 0:
		return 1, 0
	case 90:
		return 0, 1
	case 180:
		return -1, 0
	case 270:
		return 0, -1
	}
	dy, dx = math.Sincos(float64(angle) * math.Pi / 180)
	return dx, dy
}

// linked returns for each glyph the link that it stands on, from 1.
func (p *Page) linked(glyphs []Glyph) []int {
	if len(p.Links) == 0 || len(p.Links)*len(glyphs) > 1e7 {
		return nil
	}
	on := make([]int, len(glyphs))
	for i, g := range glyphs {
		for k, l := range p.Links {
			if g.CX >= l.X0 && g.CX <= l.X1 && g.CY >= l.Y0 && g.CY <= l.Y1 {
				on[i] = k + 1
			}
		}
	}
	return on
}

// single returns the signs without those that repeat another at nearly the
// same place: fake bold type prints each character twice or more. Signs that
// are set side by side are further apart than a fifth of their size.
func single(signs []sign) []sign {
	seen := newPlaces(len(signs))
	out := signs[:0]
	for _, s := range signs {
		if s.text == " " {
			out = append(out, s)
			continue
		}
		cell := max(s.size*0.4, 0.5)
		u, v := s.u/cell, s.v/cell
		twin := int32(-1)
		for _, x := range [...]float64{u, side(u)} {
			for _, y := range [...]float64{v, side(v)} {
				if k := seen.find(placeKey(x, y, s.text)); k >= 0 && twin < 0 && s.repeats(&out[k]) {
					twin = k
				}
			}
		}
		if twin >= 0 {
			if o := &out[twin]; o.u != s.u || o.v != s.v {
				o.bold = true
			}
			continue
		}
		seen.put(placeKey(u, v, s.text), int32(len(out)))
		out = append(out, s)
	}
	return out
}

// A places tells what stands at a place by its key: a hash table, as most signs
// stand alone and are looked for in four places.
type places struct {
	keys []uint64
	at   []int32 // from 1; 0 is free
	mask uint64
}

// newPlaces returns a table with room for n keys.
func newPlaces(n int) places {
	size := 1 << bits.Len(uint(2*n))
	return places{make([]uint64, size), make([]int32, size), uint64(size - 1)}
}

// slot returns where key stands or may stand. Few are looked at: a file made
// to fill the same ones would else take long.
func (p *places) slot(key uint64) uint64 {
	i := (key ^ key>>32) * 0x9E3779B97F4A7C15 >> 20 & p.mask
	for n := 0; n < 64 && p.at[i] != 0 && p.keys[i] != key; n++ {
		i = (i + 1) & p.mask
	}
	return i
}

// find returns what stands at key, -1 if nothing does.
func (p *places) find(key uint64) int32 {
	if i := p.slot(key); p.keys[i] == key {
		return p.at[i] - 1
	}
	return -1
}

// put notes that k stands at key.
func (p *places) put(key uint64, k int32) {
	i := p.slot(key)
	p.keys[i], p.at[i] = key, k+1
}

// side returns a place in the cell next to that of u, on the side on which u
// is nearer to its edge.
func side(u float64) float64 {
	if u-math.Floor(u) < 0.5 {
		return u - 1
	}
	return u + 1
}

// placeKey returns a key for the cell of a place and for what stands there.
func placeKey(u, v float64, text string) uint64 {
	h := uint64(len(text))
	for i := range min(len(text), 4) {
		h = h<<8 | uint64(text[i])
	}
	return uint64(int32(math.Floor(u)))*0x9E3779B97F4A7C15 ^ uint64(int32(math.Floor(v)))*0xC2B2AE3D27D4EB4F ^ h*0x165667B19E3779F9
}

// repeats reports whether s is the sign o once more.
func (s *sign) repeats(o *sign) bool {
	near := min(0.2*s.size, 0.5*max(s.w, 0.1*s.size))
	return o.text == s.text && math.Abs(o.u-s.u) <= near && math.Abs(o.v-s.v) <= 0.2*s.size && math.Abs(o.size-s.size) <= 0.2*s.size
}

// A stroke is a number of signs that follow each other on a base line.
type stroke struct {
	lo, hi       int // of signs
	u0, u1, v, h float64
	upright      bool
}

// band returns the height that the stroke takes up.
func (s *stroke) band() (top, bottom float64) {
	if s.upright {
		return s.v - s.h/2, s.v + s.h/2
	}
	return s.v - 0.8*s.h, s.v + 0.2*s.h
}

// A row gathers the strokes of one line; big is the one of the largest type.
type row struct {
	strokes []stroke
	big     stroke
	u0, u1  float64
}

// lines puts signs together to lines, in order of v.
func lines(signs []sign) []line {
	signs = single(signs)
	strokes := strokesOf(signs)
	sort.SliceStable(strokes, func(i, j int) bool { return strokes[i].v < strokes[j].v })
	var rows []*row
	for _, s := range strokes {
		var home *row
		for k := len(rows) - 1; k >= max(0, len(rows)-8); k-- {
			if rows[k].takes(&s) {
				home = rows[k]
				break
			}
		}
		if home == nil {
			home = &row{big: s, u0: s.u0, u1: s.u1}
			rows = append(rows, home)
		}
		home.add(s)
	}
	out := make([]line, 0, len(rows))
	var buffer []sign
	for _, r := range rows {
		buffer = buffer[:0]
		for _, s := range r.strokes {
			buffer = append(buffer, signs[s.lo:s.hi]...)
		}
		sort.SliceStable(buffer, func(i, j int) bool { return buffer[i].u < buffer[j].u })
		if l := lineOf(buffer); l.text != "" {
			l.v = r.big.v
			out = append(out, l)
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].v < out[j].v })
	return out
}

// strokesOf cuts signs where they leave the base line, go back or jump.
func strokesOf(signs []sign) []stroke {
	var out []stroke
	for i := range signs {
		s := &signs[i]
		if n := len(out) - 1; n >= 0 {
			o := &out[n]
			if math.Abs(s.v-o.v) <= 0.1*s.size && s.u >= o.u1-0.6*s.size && s.u <= o.u1+s.size && math.Abs(s.size-o.h) < 0.3*o.h {
				o.hi, o.u1 = i+1, max(o.u1, s.u+s.w)
				continue
			}
		}
		out = append(out, stroke{i, i + 1, s.u, s.u + s.w, s.v, s.size, s.upright})
	}
	return out
}

// takes reports whether s stands on the row: they share most of their height,
// and s does not stand on what the row holds already.
func (r *row) takes(s *stroke) bool {
	t0, b0 := r.big.band()
	t1, b1 := s.band()
	if min(b0, b1)-max(t0, t1) < 0.5*min(b0-t0, b1-t1) {
		return false
	}
	loose := 0.3 * min(s.h, r.big.h)
	if alike(s.h, r.big.h) && math.Abs(s.v-r.big.v) <= loose {
		return true // no two lines are that close: only the widths told are wrong
	}
	if s.u0 >= r.u1-loose || s.u1 <= r.u0+loose {
		return true
	}
	for _, o := range r.strokes[max(0, len(r.strokes)-256):] {
		if min(o.u1, s.u1)-max(o.u0, s.u0) > loose {
			return false
		}
	}
	return true
}

func (r *row) add(s stroke) {
	r.strokes = append(r.strokes, s)
	r.u0, r.u1 = min(r.u0, s.u0), max(r.u1, s.u1)
	if s.h > r.big.h {
		r.big = s
	}
}

// lineOf puts the signs of one line together, in order of u.
func lineOf(signs []sign) line {
	var l line
	var b strings.Builder
	var prev *sign
	gap := ""
	sizes := 0.0
	for i := range signs {
		s := &signs[i]
		if blankText(s.text) {
			if prev != nil && len(gap) < 64 {
				gap += s.text
			}
			continue
		}
		if prev == nil {
			l.u0, l.u1, l.v, l.role = s.u, s.u, s.v, s.role
			l.parts = append(l.parts, part{u0: s.u})
		} else {
			space := s.u - prev.u - prev.w
			em := max(s.size, prev.size)
			if gap == "" && spaced(prev, s, space) && !even(signs, i) {
				gap = " "
			}
			b.WriteString(gap)
			if space > wideGap*em {
				k := len(l.parts) - 1
				l.parts[k].u1, l.parts[k].hi = prev.u+prev.w, b.Len()-len(gap)
				l.parts = append(l.parts, part{u0: s.u, lo: b.Len()})
			}
		}
		gap = ""
		l.dress(s, b.Len(), b.Len()+len(s.text))
		b.WriteString(s.text)
		if l.role != s.role {
			l.role = Plain
		}
		l.u1 = max(l.u1, s.u+s.w)
		sizes = max(sizes, s.size)
		prev = s
	}
	if prev == nil {
		return l
	}
	l.text, l.size = b.String(), typical(signs, sizes)
	k := len(l.parts) - 1
	l.parts[k].u1, l.parts[k].hi = prev.u+prev.w, b.Len()
	l.u1 = max(l.u1, l.parts[k].u1)
	return l
}

// typical returns the size that most signs have, largest if they vary much.
func typical(signs []sign, largest float64) float64 {
	n := 0
	for i := range signs {
		if signs[i].size >= 0.85*largest {
			n++
		}
	}
	if 2*n >= len(signs) || len(signs) > 4096 {
		return largest
	}
	sizes := make([]float64, len(signs))
	for i := range signs {
		sizes[i] = signs[i].size
	}
	sort.Float64s(sizes)
	return sizes[len(sizes)/2]
}

// dress notes the looks of the text lo to hi.
func (l *line) dress(s *sign, lo, hi int) {
	if n := len(l.runs) - 1; n >= 0 && l.runs[n].bold == s.bold && l.runs[n].link == s.link {
		l.runs[n].hi = hi
		return
	}
	l.runs = append(l.runs, run{lo, hi, s.bold, s.link})
}

// spaced reports whether the gap between two signs stands for a blank.
// Chinese type has none: a gap of half an em there is set with intent, as in a
// list of names, while a quarter lies between Chinese and Latin type.
func spaced(a, b *sign, gap float64) bool {
	em := max(a.size, b.size)
	x, _ := utf8.DecodeLastRuneInString(a.text)
	y, _ := utf8.DecodeRuneInString(b.text)
	switch wx, wy := wide(x), wide(y); {
	case wx && wy:
		return gap > 0.6*em
	case wx || wy:
		return gap > 0.45*em
	}
	return gap > 0.17*min(a.size, b.size)
}

// even reports whether the gap before signs[i] is as wide as the one before or
// after it: Chinese type that is spread over a line, as the issuer's name often
// is. Blanks in a list of names part words of two characters or more.
func even(signs []sign, i int) bool {
	gap := func(k int) float64 {
		if k < 1 || k >= len(signs) || !wideSign(&signs[k-1]) || !wideSign(&signs[k]) {
			return -1
		}
		return signs[k].u - signs[k-1].u - signs[k-1].w
	}
	g := gap(i)
	if g <= 0 || g > 1.2*signs[i].size {
		return false
	}
	return math.Abs(gap(i-1)-g) < 0.1*g || math.Abs(gap(i+1)-g) < 0.1*g
}

// wideSign reports whether the sign is a Chinese character.
func wideSign(s *sign) bool {
	r, _ := utf8.DecodeRuneInString(s.text)
	return wide(r)
}

// wide reports whether r takes a whole em: Chinese characters and their signs.
func wide(r rune) bool {
	return r >= 0x2E80 && r < 0xD7B0 || r >= 0xF900 && r < 0xFB00 || r >= 0xFE30 && r < 0xFE50 || r >= 0xFF00 && r < 0xFFE7 || r >= 0x20000 && r < 0x40000 ||
		r == '“' || r == '”' || r == '‘' || r == '’' || r == '—' || r == '…' || r == '·' || r == '×' || r >= 0x2460 && r < 0x2600
}

// blankText reports whether the sign cannot be seen.
func blankText(s string) bool {
	for _, r := range s {
		if !unicode.IsSpace(r) && r != 0x200B && r != 0xFEFF {
			return false
		}
	}
	return true
}
