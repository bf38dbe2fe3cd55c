package pdf

import "math"

// A path is what the path operators have drawn and not yet painted, on the page.
type path struct {
	boxes  [][4]float64 // of the subpaths
	edges  []rule
	x, y   float64 // where it is
	x0, y0 float64 // where the subpath began
	curves int
}

// A line at most this wide, in points, is a rule and no box.
const ruleWidth = 2.6

// paint draws and paints paths, of which rules alone are kept.
func (in *interpreter) paint(op string) {
	p := &in.path
	switch op {
	case "m":
		p.x, p.y = in.state.ctm.apply(in.num(2), in.num(1))
		p.x0, p.y0 = p.x, p.y
		p.begin(p.x, p.y)
	case "l":
		x, y := in.state.ctm.apply(in.num(2), in.num(1))
		p.line(x, y)
	case "c", "v", "y":
		p.curves++
		p.x, p.y = in.state.ctm.apply(in.num(2), in.num(1))
	case "h":
		p.line(p.x0, p.y0)
	case "re":
		x, y, w, h := in.num(4), in.num(3), in.num(2), in.num(1)
		x0, y0 := in.state.ctm.apply(x, y)
		x1, y1 := in.state.ctm.apply(x+w, y+h)
		p.x, p.y, p.x0, p.y0 = x0, y0, x0, y0
		p.begin(x0, y0)
		p.line(x1, y0)
		p.line(x1, y1)
		p.line(x0, y1)
		p.line(x0, y0)
	case "S":
		in.stroke()
	case "s", "b", "b*":
		p.line(p.x0, p.y0)
		in.stroke()
	case "B", "B*":
		in.stroke()
	case "f", "F", "f*":
		in.fill()
	case "n":
		*p = path{boxes: p.boxes[:0], edges: p.edges[:0]}
	}
}

func (p *path) begin(x, y float64) {
	if len(p.boxes) < ruleLimit {
		p.boxes = append(p.boxes, [4]float64{x, y, x, y})
	}
}

func (p *path) line(x, y float64) {
	if len(p.edges) < ruleLimit {
		p.edges = append(p.edges, rule{p.x, p.y, x, y})
	}
	if n := len(p.boxes); n > 0 {
		b := &p.boxes[n-1]
		b[0], b[1], b[2], b[3] = min(b[0], x), min(b[1], y), max(b[2], x), max(b[3], y)
	}
	p.x, p.y = x, y
}

// stroke keeps the edges of the path that lie along an axis.
func (in *interpreter) stroke() {
	for _, e := range in.path.edges {
		in.rule(e.x0, e.y0, e.x1, e.y1)
	}
	in.finish()
}

// fill keeps the parts of the path that are as thin as lines.
func (in *interpreter) fill() {
	for _, b := range in.path.boxes {
		if b[2]-b[0] <= ruleWidth || b[3]-b[1] <= ruleWidth {
			in.rule(b[0], b[1], b[2], b[3])
		}
	}
	in.finish()
}

// rule keeps the line from one point to another, if it lies along an axis.
func (in *interpreter) rule(x0, y0, x1, y1 float64) {
	if len(in.out.rules) >= ruleLimit {
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
	in.out.rules = append(in.out.rules, rule{x0, y0, x1, y1})
}

// finish forgets the path, which has been painted.
func (in *interpreter) finish() {
	in.out.curves += in.path.curves
	in.path = path{boxes: in.path.boxes[:0], edges: in.path.edges[:0]}
}
