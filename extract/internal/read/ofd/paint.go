package ofd

import (
	"math"
	"strings"

	"gongwen/extract/internal/read/freehand"
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
	id    string // of the page
	page  Page
	notes bool // what is painted belongs to an annotation
	depth int  // of composite objects
	spots []spot
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
	run := freehand.Run{Bold: p.bold[o.attr("Font")] || number(o.attr("Weight")) >= 600}
	if p.notes {
		run.Role = freehand.Note
	} else {
		run.Role = p.roles[tagged{p.id, o.attr("ID")}]
	}
	glyphs := 0
	for _, g := range o.list("CGTransform") {
		glyphs += len(strings.Fields(g.kid("Glyphs").words()))
	}
	words, before := 0, len(p.page.Runs)
	for _, code := range o.list("TextCode") {
		if p.glyphs += len(code.text); p.glyphs > mostGlyphs {
			return
		}
		words += p.code(&t, code, run)
	}
	if words == 0 && glyphs > 0 {
		p.page.Unmapped += glyphs
		p.page.Runs = p.page.Runs[:before] // codes without meaning
	}
}

// A setter sets the codes of a text object.
type setter struct {
	m        matrix
	size     float64
	scale    float64 // of widths
	x, y     float64 // where the next code begins unless it says so
	down, up bool    // reads from top to bottom, or the reverse
	boundary [4]float64
}

// code sets one TextCode and returns how many characters with ink it has.
func (p *painter) code(t *setter, code *element, run freehand.Run) int {
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
	for _, r := range strings.TrimRight(code.text, "\r\n") {
		if r == '\n' || r == '\r' || r == '\t' {
			r = ' '
		}
		w := t.size * t.scale * breadth(r)
		spots = append(spots, spot{r, x, y, w})
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
		p.set(t, spots, vertical, run)
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
// writes one Size for all, no steps, and the lower edge for the baseline.
func (t *setter) fit(words string) (x, y float64) {
	units, wide := 0.0, 0
	for _, r := range words {
		units += breadth(r)
		if breadth(r) == 1 {
			wide++
		}
	}
	b := t.boundary
	if size := b[2] / max(units, 1); wide > 1 && size > 0.5*t.size && size < 4*t.size && size < 1.5*b[3] {
		t.size = size
	}
	return t.x - b[0], b[3]/2 + 0.36*t.size
}

// A spot is a character with its place in the object's space.
type spot struct {
	r     rune
	x, y  float64
	width float64
}

// set adds the spots as one run of the page.
func (p *painter) set(t *setter, spots []spot, vertical bool, run freehand.Run) {
	ax, ay := t.m[0], t.m[1] // the direction of reading on the page
	if first, last := spots[0], spots[len(spots)-1]; len(spots) > 1 && math.Abs(last.x-first.x)+math.Abs(last.y-first.y) > 0.1*t.size {
		x0, y0 := t.m.at(first.x, first.y)
		x1, y1 := t.m.at(last.x, last.y)
		ax, ay = x1-x0, y1-y0
	} else if vertical {
		ax, ay = t.m[2], t.m[3]
	}
	run.Turn = turnOf(ax, ay)
	tall := math.Hypot(t.m[2], t.m[3])
	wide := math.Hypot(t.m[0], t.m[1])
	run.Size = t.size * tall
	upright := vertical || run.Turn != turnOf(t.m[0], t.m[1]) && run.Turn != freehand.Slanted
	run.Glyphs = make([]freehand.Glyph, len(spots))
	for i, s := range spots {
		x, y := t.m.at(s.x, s.y)
		g := freehand.Glyph{R: s.r, Width: s.width * wide}
		switch {
		case run.Turn == freehand.Slanted: // laid level from its first character on
			x0, y0 := t.m.at(spots[0].x, spots[0].y)
			g.X, g.Y = x0+math.Hypot(x-x0, y-y0), y0
		case !upright:
			g.X, g.Y = freehand.Place(run.Turn, x, y)
		case run.Turn == freehand.Down: // the glyph stands upright in its column
			g.X, g.Y = freehand.Place(run.Turn, x+0.14*run.Size, y-0.86*run.Size)
			g.Width = run.Size
		default:
			g.X, g.Y = freehand.Place(run.Turn, x, y)
		}
		if i+1 < len(spots) {
			nx, ny := t.m.at(spots[i+1].x, spots[i+1].y)
			if step := math.Hypot(nx-x, ny-y); step > 0 && step < g.Width {
				g.Width = step
			}
		}
		run.Glyphs[i] = g
	}
	p.page.Runs = append(p.page.Runs, run)
}

// turnOf returns the turn of a line that runs along x, y.
func turnOf(x, y float64) freehand.Turn {
	switch far, near := math.Max(math.Abs(x), math.Abs(y)), math.Min(math.Abs(x), math.Abs(y)); {
	case near > 0.1*far:
		return freehand.Slanted
	case math.Abs(x) >= math.Abs(y) && x >= 0:
		return freehand.Level
	case math.Abs(x) >= math.Abs(y):
		return freehand.Backwards
	case y > 0:
		return freehand.Down
	}
	return freehand.Up
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
