package ofd

import (
	"math"
	"strings"
	"unicode/utf8"

	"gongwen/extract/internal/read/layout"
)

// A matrix maps x, y to m[0]x+m[2]y+m[4], m[1]x+m[3]y+m[5].
type matrix [6]float64

// then returns the map that does m first and n after it.
func (m matrix) then(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

// at returns where m maps x, y.
func (m matrix) at(x, y float64) (float64, float64) {
	return m[0]*x + m[2]*y + m[4], m[1]*x + m[3]*y + m[5]
}

// A painter collects what stands on a page.
type painter struct {
	*document
	id     string // of the page
	page   Page
	glyphs []layout.Glyph
	path   layout.Path
	notes  bool // what is painted belongs to an annotation
	depth  int  // of composite objects
	spots  []spot
}

// layers paints the layers of a Content, the background first. Their order in
// the file does not matter to the layout, their visibility does.
func (p *painter) layers(content *element, m matrix) {
	for _, l := range content.list("Layer") {
		if l.attr("Visible") != "false" {
			p.objects(l, m)
		}
	}
	p.objects(content, m) // some producers leave the layer out
}

// objects paints the objects directly in e. Those of a PageBlock are its page's.
func (p *painter) objects(e *element, m matrix) {
	for _, o := range e.kids {
		if p.reader.objects++; p.reader.objects > mostObjects {
			return
		}
		switch o.name {
		case "TextObject":
			p.text(o, m)
		case "ImageObject":
			p.page.Pictures++
		case "PathObject":
			p.page.Outlines++
			p.draw(o, m)
		case "PageBlock":
			p.objects(o, m)
		case "CompositeObject", "CompositeGraphicUnit":
			p.composite(o, m)
		}
	}
}

// placed returns the map of the space of object o.
func placed(o *element, m matrix) matrix {
	b := numbers(o.attr("Boundary"))
	return transform(o).then(matrix{1, 0, 0, 1, b[0], b[1]}).then(m)
}

// transform returns the CTM of o.
func transform(o *element) matrix {
	f := fields(o.attr("CTM"), 6)
	if len(f) < 6 {
		return matrix{1, 0, 0, 1, 0, 0}
	}
	return matrix(f)
}

// composite paints a composite object (复合对象): a unit of the resources, or
// what it holds itself.
func (p *painter) composite(o *element, m matrix) {
	if o.attr("Visible") == "false" || p.depth >= deepestUnits {
		return
	}
	unit := p.units[o.attr("ResourceID")]
	if unit == nil {
		unit = o
	}
	p.depth++
	m = placed(o, m)
	for _, c := range unit.list("Content") {
		p.layers(c, m)
	}
	if unit.kid("Content") == nil {
		p.objects(unit, m)
	}
	p.depth--
}

// note paints an annotation (注释): a watermark, a stamp, a comment. Its words
// are kept apart. A link or highlight lies over words that the page has.
func (p *painter) note(a *element, m matrix) {
	switch a.attr("Type") {
	case "Link", "Path", "Highlight":
		return
	}
	if a.attr("Visible") == "false" || a.attr("Subtype") == "Highlight" {
		return
	}
	p.notes = true
	for _, look := range a.list("Appearance") {
		p.objects(look, placed(look, m))
	}
	p.notes = false
}

// text paints a text object (文字对象).
func (p *painter) text(o *element, m matrix) {
	if o.attr("Visible") == "false" {
		return
	}
	b := numbers(o.attr("Boundary"))
	t := setter{m: placed(o, m), size: number(o.attr("Size")), scale: 1, boundary: b}
	if t.size <= 0 {
		t.size = b[3]
	}
	if h := number(o.attr("HScale")); h > 0 {
		t.scale = h
	}
	t.down = o.attr("ReadDirection") == "90" || o.attr("ReadDirection") == "270"
	t.up = o.attr("ReadDirection") == "270"
	like := layout.Glyph{Bold: p.bold[o.attr("Font")] || number(o.attr("Weight")) >= 600}
	if p.notes {
		like.Role = layout.Note
	} else {
		like.Role = p.roles[tagged{p.id, o.attr("ID")}]
	}
	glyphs := 0
	for _, g := range o.list("CGTransform") {
		glyphs += len(strings.Fields(g.kid("Glyphs").words()))
	}
	words, before := 0, len(p.glyphs)
	for _, code := range o.list("TextCode") {
		if p.reader.glyphs += len(code.text); p.reader.glyphs > mostGlyphs {
			return
		}
		words += p.code(&t, code, like)
	}
	if words == 0 && glyphs > 0 {
		p.page.Unmapped += glyphs
		p.glyphs = p.glyphs[:before] // codes without meaning
	}
}

// A setter sets the codes of a text object.
type setter struct {
	m        matrix
	size     float64
	scale    float64 // of widths
	x, y     float64 // where the next code begins unless it says so
	down, up bool    // reads from top to bottom, or the reverse
	even     bool    // all characters are as wide as Chinese ones
	boundary [4]float64
}

// code sets one TextCode and returns how many characters with ink it has.
func (p *painter) code(t *setter, code *element, like layout.Glyph) int {
	if s := code.attr("X"); s != "" {
		t.x = number(s)
	}
	if s := code.attr("Y"); s != "" {
		t.y = number(s)
	}
	x, y := t.x, t.y
	dx, dy := deltas{s: code.attr("DeltaX")}, deltas{s: code.attr("DeltaY")}
	still := dx.s == "" && dy.s == "" // no steps: those of the font
	if still && t.onPage() {
		x, y = t.fit(code.text)
	}
	vertical := dx.s == "" && dy.s != "" || still && t.down
	spots := p.spots[:0]
	inked := 0
	text := strings.TrimRight(code.text, "\r\n")
	for i, r := range text {
		sign := " "
		if !blank(r) {
			sign = text[i:min(len(text), i+utf8.RuneLen(r))]
		}
		w := t.size * t.scale * breadth(r)
		if t.even {
			w = t.size * t.scale
		}
		spots = append(spots, spot{sign, r, x, y, w})
		if r > ' ' && r != '\uFFFD' && !private(r) {
			inked++
		}
		stepX, okX := dx.next()
		stepY, okY := dy.next()
		switch {
		case okX || okY:
			x, y = x+stepX, y+stepY
		case vertical && t.up:
			y -= t.size
		case vertical:
			y += t.size
		default:
			x += w
		}
	}
	if len(spots) > 0 {
		p.set(t, spots, vertical, like)
	}
	p.spots = spots
	return inked
}

// onPage reports whether the code's place is that on the page and not, as the
// standard has it, that in the boundary. Words placed so would stand below
// their own boundary, where nothing is shown, so nothing else can be meant.
func (t *setter) onPage() bool {
	b := t.boundary
	return b[2] > 0 && b[3] > 0 && t.y > b[3] && t.x >= b[0]-1 && t.x <= b[0]+b[2]+1 && t.y >= b[1]-1 && t.y <= b[1]+b[3]+1
}

// fit takes from the boundary what such a code does not say: the same producer
// writes one Size for all, no steps, and the lower edge for the baseline. Its
// signs of punctuation may be as wide as other characters.
func (t *setter) fit(words string) (x, y float64) {
	units, count, wide := 0.0, 0.0, false
	for _, r := range words {
		units += breadth(r)
		count++
		wide = wide || breadth(r) == 1
	}
	b := t.boundary
	if t.even = wide && b[2]/count > 0.85*b[3]; t.even {
		units = count
	}
	if size := min(b[2]/max(units, 1), b[3]); wide && size > 0.5*t.size && size < 4*t.size {
		t.size = size
	}
	return t.x - b[0], b[3]/2 + 0.36*t.size
}

// A spot is a character with its place in the object's space.
type spot struct {
	text  string // a blank for all that leave no ink
	r     rune
	x, y  float64
	width float64
}

// pitch returns how far s may reach: the steps say where the next character
// stands, not how wide this one is. Justified lines stretch them; figures may
// be set as far apart as Chinese characters. What stands in a wider gap may
// belong to another object.
func (t *setter) pitch(s spot) float64 {
	if s.width < t.size*t.scale {
		return 1.1 * t.size * t.scale
	}
	return s.width + 0.3*t.size*t.scale
}

// set adds the spots to the page, as glyphs like one of them.
func (p *painter) set(t *setter, spots []spot, vertical bool, like layout.Glyph) {
	ax, ay := t.direction(spots, vertical)
	tall, wide := math.Hypot(t.m[2], t.m[3]), math.Hypot(t.m[0], t.m[1])
	like.Size = t.size * tall
	if !(like.Size > 0.1 && like.Size < 1e5) {
		return
	}
	like.Upright = vertical || math.Abs(ax*t.m[1]-ay*t.m[0]) > 0.9*wide
	upX, upY := -t.m[2]*0.35*t.size, -t.m[3]*0.35*t.size // from the base line to the middle
	spread := spread(spots, t.size)
	if x, y := t.m.at(spots[0].x, spots[0].y); ax == 1 {
		p.makeRoom(x, y, spots[0].text)
	}
	for i, s := range spots {
		g, width := like, s.width*wide
		g.Text = s.text
		if like.Upright {
			g.X, g.Y = t.m.at(s.x+0.5*t.size*t.scale, s.y-0.86*t.size)
			width = like.Size
		} else {
			g.X, g.Y = t.m.at(s.x, s.y)
		}
		if i+1 < len(spots) {
			x, y := t.m.at(s.x, s.y)
			nx, ny := t.m.at(spots[i+1].x, spots[i+1].y)
			if step := math.Hypot(nx-x, ny-y); step > 0 && step < (max(s.width, t.pitch(s))+spread)*wide {
				width = step
			}
		}
		g.DX, g.DY = ax*width, ay*width
		g.CX, g.CY = g.X+g.DX/2, g.Y+g.DY/2
		if !like.Upright {
			g.CX, g.CY = g.CX+upX, g.CY+upY
		}
		if !(math.Abs(g.CX) < 1e6 && math.Abs(g.CY) < 1e6) {
			continue
		}
		p.glyphs = append(p.glyphs, g)
	}
}

// direction returns the direction of reading on the page: that of most steps, as
// one object may hold several lines, else that from the first spot to the last.
func (t *setter) direction(spots []spot, vertical bool) (x, y float64) {
	level, down := 0, 0
	for i := 1; i < len(spots); i++ {
		switch dx, dy := spots[i].x-spots[i-1].x, spots[i].y-spots[i-1].y; {
		case dx > 0 && math.Abs(dy) <= 0.1*dx:
			level++
		case dy > 0 && math.Abs(dx) <= 0.1*dy:
			down++
		}
	}
	first, last := spots[0], spots[len(spots)-1]
	switch steps := len(spots) - 1; {
	case steps > 0 && 2*level > steps:
		return along(t.m[0], t.m[1])
	case steps > 0 && 2*down > steps, vertical && math.Abs(last.y-first.y) <= 0.1*t.size:
		return along(t.m[2], t.m[3])
	case math.Abs(last.x-first.x)+math.Abs(last.y-first.y) <= 0.1*t.size:
		return along(t.m[0], t.m[1])
	}
	x0, y0 := t.m.at(first.x, first.y)
	x1, y1 := t.m.at(last.x, last.y)
	return along(x1-x0, y1-y0)
}

// makeRoom ends the glyph set last where the next object begins with next: many
// fonts give signs of punctuation half the width of other characters. False bold
// sets the same character again.
func (p *painter) makeRoom(x, y float64, next string) {
	if n := len(p.glyphs); n > 0 {
		g := &p.glyphs[n-1]
		if step := x - g.X; g.DY == 0 && step > 0 && step < g.DX && g.Text != next && math.Abs(y-g.Y) < 0.5*g.Size {
			g.DX, g.CX = step, g.X+step/2
		}
	}
}

// along returns the direction of x, y; a line that leaves the page's axis by
// a raised sign alone runs along it.
func along(x, y float64) (float64, float64) {
	if math.Abs(y) <= 0.1*math.Abs(x) {
		y = 0
	} else if math.Abs(x) <= 0.1*math.Abs(y) {
		x = 0
	}
	if far := math.Hypot(x, y); far > 0 {
		return x / far, y / far
	}
	return 1, 0
}

// spread returns by how much the gaps between all spots are widened: a red head
// or a title is often spread over its line. 0 where only some are.
func spread(spots []spot, size float64) float64 {
	least := math.Inf(1)
	for i := 1; i < len(spots); i++ {
		a, b := spots[i-1], spots[i]
		if blank(a.r) || blank(b.r) || a.y != b.y {
			return 0
		}
		least = min(least, b.x-a.x-a.width)
	}
	if len(spots) < 2 || least < 0.3*size || least > 3*size {
		return 0
	}
	return least
}

// blank reports whether r leaves no ink.
func blank(r rune) bool {
	return r <= ' ' || r == 0xA0 || r == 0x3000 || r >= 0x2000 && r <= 0x200D || r == 0x202F || r == 0xFEFF
}

// breadth returns the width of r in heights of a Chinese character.
func breadth(r rune) float64 {
	switch {
	case r < 0x2000 && r != '·' && r != '×' || '｡' <= r && r <= 'ﾟ':
		return 0.5
	case r == '—' || r == '…' || r >= 0x2E80 || '①' <= r && r <= '⒛':
		return 1
	case r < 0x2010:
		return 0.5
	}
	return 1
}

// private reports whether r has no meaning beyond its font.
func private(r rune) bool { return 0xE000 <= r && r <= 0xF8FF || r >= 0xF0000 }

// deltas reads steps: 5.1 5.2 g 3 5.1 means 5.1 5.2 5.1 5.1 5.1.
type deltas struct {
	s    string
	many int // how often last comes again
	last float64
}

// next returns the next step, false behind the last.
func (d *deltas) next() (float64, bool) {
	if d.many > 0 {
		d.many--
		return d.last, true
	}
	word := d.word()
	if word == "" {
		return 0, false
	}
	if word == "g" || word == "G" {
		n := int(number(d.word()))
		d.last = number(d.word())
		d.many = max(n, 1) - 1
		return d.last, true
	}
	d.last = number(word)
	return d.last, true
}

// word cuts the next word off.
func (d *deltas) word() (word string) {
	word, d.s = cutWord(d.s)
	return word
}
