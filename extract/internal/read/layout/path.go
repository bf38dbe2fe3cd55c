package layout

import "math"

// A Path takes what a page draws, of which the rules alone are kept. The zero
// value is ready.
type Path struct {
	Rules  []Rule
	Curves int // painted: drawings, or type turned into outlines

	boxes  [][4]float64 // of the subpaths that are not yet painted
	edges  []Rule
	x, y   float64 // where it is
	x0, y0 float64 // where the subpath began
	curves int
}

// A line at most this wide, in points, is a rule and no box.
const ruleWidth = 2.6

// The rules that a page may hold; beyond it the rest is left out.
const ruleLimit = 1 << 15

// Move begins a subpath.
func (p *Path) Move(x, y float64) {
	p.x, p.y, p.x0, p.y0 = x, y, x, y
	if len(p.boxes) < ruleLimit {
		p.boxes = append(p.boxes, [4]float64{x, y, x, y})
	}
}

// Line draws a straight line.
func (p *Path) Line(x, y float64) {
	if len(p.edges) < ruleLimit {
		p.edges = append(p.edges, Rule{p.x, p.y, x, y})
	}
	if n := len(p.boxes); n > 0 {
		b := &p.boxes[n-1]
		b[0], b[1], b[2], b[3] = min(b[0], x), min(b[1], y), max(b[2], x), max(b[3], y)
	}
	p.x, p.y = x, y
}

// Curve draws a curve, which makes no rule.
func (p *Path) Curve(x, y float64) {
	p.curves++
	p.x, p.y = x, y
}

// Close draws a straight line to where the subpath began.
func (p *Path) Close() { p.Line(p.x0, p.y0) }

// Box draws a box from one corner to the other as a subpath.
func (p *Path) Box(x0, y0, x1, y1 float64) {
	p.Move(x0, y0)
	p.Line(x1, y0)
	p.Line(x1, y1)
	p.Line(x0, y1)
	p.Close()
}

// Stroke paints the edges, of which those that lie along an axis are kept.
func (p *Path) Stroke() {
	for _, e := range p.edges {
		p.rule(e.X0, e.Y0, e.X1, e.Y1)
	}
	p.finish()
}

// Fill paints what the path encloses; the parts as thin as lines are kept.
func (p *Path) Fill() {
	for _, b := range p.boxes {
		if b[2]-b[0] <= ruleWidth || b[3]-b[1] <= ruleWidth {
			p.rule(b[0], b[1], b[2], b[3])
		}
	}
	p.finish()
}

// rule keeps the line from one point to another, if it lies along an axis.
func (p *Path) rule(x0, y0, x1, y1 float64) {
	if len(p.Rules) >= ruleLimit {
		return
	}
	w, h := math.Abs(x1-x0), math.Abs(y1-y0)
	if math.IsNaN(w+h) || w > 1e5 || h > 1e5 || min(w, h) > ruleWidth || max(w, h) < 3 {
		return
	}
	x0, x1 = min(x0, x1), max(x0, x1)
	y0, y1 = min(y0, y1), max(y0, y1)
	if w > h {
		y0 = (y0 + y1) / 2
		y1 = y0
	} else {
		x0 = (x0 + x1) / 2
		x1 = x0
	}
	p.Rules = append(p.Rules, Rule{x0, y0, x1, y1})
}

// finish forgets the path, which has been painted.
func (p *Path) finish() {
	p.Curves += p.curves
	p.Drop()
}

// Drop forgets the path without painting it.
func (p *Path) Drop() {
	p.boxes, p.edges, p.curves = p.boxes[:0], p.edges[:0], 0
	p.x, p.y, p.x0, p.y0 = 0, 0, 0, 0
}
