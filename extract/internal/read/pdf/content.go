package pdf

import (
	"context"
	"math"

	"gongwen/extract/internal/read/layout"
)

// What a page may hold; beyond it the rest is left out.
const (
	operatorLimit = 4 << 20
	glyphLimit    = 1 << 19
	stateLimit    = 512
	formDepth     = 16
)

// A matrix maps (x, y) to (a·x+c·y+e, b·x+d·y+f).
type matrix struct{ a, b, c, d, e, f float64 }

var unit = matrix{a: 1, d: 1}

// times returns the matrix that applies m, then n.
func (m matrix) times(n matrix) matrix {
	return matrix{
		m.a*n.a + m.b*n.c, m.a*n.b + m.b*n.d,
		m.c*n.a + m.d*n.c, m.c*n.b + m.d*n.d,
		m.e*n.a + m.f*n.c + n.e, m.e*n.b + m.f*n.d + n.f,
	}
}

func (m matrix) apply(x, y float64) (float64, float64) {
	return m.a*x + m.c*y + m.e, m.b*x + m.d*y + m.f
}

// A content is what a page shows.
type content struct {
	glyphs  []layout.Glyph
	unknown int     // glyphs without a character
	picture float64 // part of the page under the largest image
	failed  bool    // a stream could not be read
}

// A state is the part of the graphics state that concerns text.
type state struct {
	ctm                          matrix
	font                         *font
	size, tc, tw, tz, tl, ts, lw float64
	mode                         int
}

// An interpreter runs the content streams of one page.
type interpreter struct {
	ctx    context.Context
	doc    *Document
	out    *content
	box    [4]float64 // where signs are kept
	area   float64    // of the page
	state  state
	stack  []state
	fonts  map[string]*font  // of the resources in use
	tm     matrix            // text matrix
	tlm    matrix            // text line matrix
	images map[string]object // of the resources in use
	args   []operand
	marks  []bool // marked content that is open: is it an artifact?
	art    int    // open artifacts
	words  string // what the file says that the signs of the open content show
	path   layout.Path
	done   int // operators
	err    error
}

// An operand is what an operator works on.
type operand struct {
	kind tokenKind
	num  float64
	str  []byte
}

// run runs a stream with its resources.
func (in *interpreter) run(data []byte, res object, depth int) {
	l := lexer{b: data}
	for {
		kind := l.next()
		switch kind {
		case endToken:
			return
		case opToken:
			if in.done++; in.done > operatorLimit || in.err != nil {
				return
			}
			if in.done&1023 == 0 {
				if in.err = in.ctx.Err(); in.err != nil {
					return
				}
			}
			if string(l.str) == "ID" {
				l.skipImage()
			} else {
				in.operator(string(l.str), res, depth)
			}
			in.args = in.args[:0]
		default:
			if len(in.args) < 1<<16 {
				in.args = append(in.args, operand{kind, l.num, l.str})
			}
		}
	}
}

// num returns the i-th operand from the end, from 1.
func (in *interpreter) num(i int) float64 {
	if i > len(in.args) {
		return 0
	}
	if n := in.args[len(in.args)-i].num; in.args[len(in.args)-i].kind == numberToken && !math.IsNaN(n) && math.Abs(n) < 1e9 {
		return n
	}
	return 0
}

// str returns the last operand, a string or name.
func (in *interpreter) str() []byte {
	if len(in.args) == 0 {
		return nil
	}
	return in.args[len(in.args)-1].str
}

// operator does what one operator says.
func (in *interpreter) operator(op string, res object, depth int) {
	s := &in.state
	switch op {
	case "q":
		if len(in.stack) < stateLimit {
			in.stack = append(in.stack, *s)
		}
	case "Q":
		if n := len(in.stack); n > 0 {
			*s, in.stack = in.stack[n-1], in.stack[:n-1]
		}
	case "cm":
		s.ctm = in.matrix().times(s.ctm)
	case "w":
		s.lw = in.num(1)
	case "BT":
		in.tm, in.tlm = unit, unit
	case "Tc":
		s.tc = in.num(1)
	case "Tw":
		s.tw = in.num(1)
	case "Tz":
		s.tz = in.num(1) / 100
	case "TL":
		s.tl = in.num(1)
	case "Ts":
		s.ts = in.num(1)
	case "Tr":
		s.mode = int(in.num(1))
	case "Tf":
		s.size = in.num(1)
		if n := len(in.args); n >= 2 {
			s.font = in.font(res, in.args[n-2].str)
		}
	case "gs":
		in.graphicsState(res.key("ExtGState").key(string(in.str())))
	case "Td":
		in.move(in.num(2), in.num(1))
	case "TD":
		s.tl = -in.num(1)
		in.move(in.num(2), in.num(1))
	case "Tm":
		in.tm = in.matrix()
		in.tlm = in.tm
	case "T*":
		in.move(0, -s.tl)
	case "Tj":
		in.show(in.str())
	case "'":
		in.move(0, -s.tl)
		in.show(in.str())
	case "\"":
		s.tw, s.tc = in.num(3), in.num(2)
		in.move(0, -s.tl)
		in.show(in.str())
	case "TJ":
		in.showAll()
	case "Do":
		in.do(res, string(in.str()), depth)
	case "BMC", "BDC":
		in.mark(res)
	case "EMC":
		in.words = ""
		if n := len(in.marks); n > 0 {
			if in.marks[n-1] {
				in.art--
			}
			in.marks = in.marks[:n-1]
		}
	default:
		in.paint(op)
	}
}

// font returns the font that the resources hold under name.
func (in *interpreter) font(res object, name []byte) *font {
	f, ok := in.fonts[string(name)]
	if !ok {
		f = in.doc.font(res, string(name))
		if in.fonts == nil {
			in.fonts = map[string]*font{}
		}
		in.fonts[string(name)] = f
	}
	return f
}

// matrix returns the last six operands as a matrix.
func (in *interpreter) matrix() matrix {
	return matrix{in.num(6), in.num(5), in.num(4), in.num(3), in.num(2), in.num(1)}
}

// move begins the next line of text.
func (in *interpreter) move(x, y float64) {
	in.tlm = matrix{1, 0, 0, 1, x, y}.times(in.tlm)
	in.tm = in.tlm
}

// graphicsState takes the font from an ExtGState.
func (in *interpreter) graphicsState(gs object) {
	if f := gs.key("Font"); f.len() == 2 {
		identity := f.v.String()
		known, ok := in.doc.fonts[identity]
		if !ok {
			known = in.doc.newFont(identity, f.index(0))
		}
		in.state.font = known
		in.state.size = f.index(1).number()
	}
}

// mark opens marked content. Artifacts of the kind Pagination are running heads.
func (in *interpreter) mark(res object) {
	art := false
	if n := len(in.args); n > 0 && string(in.args[0].str) == "Artifact" {
		if n == 2 && in.args[1].kind == nameToken {
			props := res.key("Properties").key(string(in.args[1].str))
			art = props.key("Type").name() == "Pagination"
		}
		for _, a := range in.args[1:] {
			art = art || a.kind == nameToken && string(a.str) == "Pagination"
		}
	}
	for i, a := range in.args {
		if a.kind == nameToken && string(a.str) == "ActualText" && i+1 < len(in.args) && in.args[i+1].kind == stringToken {
			if s := in.args[i+1].str; len(s) > 2 && s[0] == 0xFE && s[1] == 0xFF {
				in.words = string(utf16Runes(s[2:]))
			}
		}
	}
	if len(in.marks) < 1<<12 {
		in.marks = append(in.marks, art)
		if art {
			in.art++
		}
	}
}

// showAll shows the strings of a TJ with the blanks between them.
func (in *interpreter) showAll() {
	for _, a := range in.args {
		switch a.kind {
		case stringToken:
			in.show(a.str)
		case numberToken:
			d := -a.num / 1000 * in.state.size
			if in.state.font != nil && in.state.font.vertical {
				in.tm = matrix{1, 0, 0, 1, 0, d}.times(in.tm)
			} else {
				in.tm = matrix{1, 0, 0, 1, d * in.state.tz, 0}.times(in.tm)
			}
		}
	}
}

// show shows a string.
func (in *interpreter) show(s []byte) {
	st := &in.state
	f := st.font
	if f == nil {
		return
	}
	for len(s) > 0 && len(in.out.glyphs) < glyphLimit {
		g, n := f.next(s)
		space := n == 1 && s[0] == ' '
		s = s[n:]
		m := in.tm.times(st.ctm)
		gap := st.tc
		if space {
			gap += st.tw
		}
		if f.vertical {
			in.put(m, g, 0, -g.width*st.size)
			in.tm = matrix{1, 0, 0, 1, 0, -g.width*st.size + gap}.times(in.tm)
			continue
		}
		in.put(m, g, g.width*st.size*st.tz, 0)
		in.tm = matrix{1, 0, 0, 1, (g.width*st.size + gap) * st.tz, 0}.times(in.tm)
	}
}

// put puts a glyph that is (tx, ty) wide in the space of m on the page.
func (in *interpreter) put(m matrix, g shown, tx, ty float64) {
	st := &in.state
	size := st.size * st.font.height
	x, y := m.apply(0, st.ts)
	out := layout.Glyph{Text: g.text, X: x, Y: y, DX: m.a*tx + m.c*ty, DY: m.b*tx + m.d*ty}
	out.Size = math.Abs(size) * math.Hypot(m.c, m.d)
	rise := 0.35 * size
	if st.font.vertical {
		out.Upright, rise = true, 0
	}
	out.CX, out.CY = x+out.DX/2+m.c*rise, y+out.DY/2+m.d*rise
	if math.IsNaN(out.CX+out.CY+out.Size) || math.Abs(out.CX) > 1e6 || math.Abs(out.CY) > 1e6 || out.Size > 1e5 || out.Size < 0.1 {
		return
	}
	if b := in.box; out.CX < b[0] || out.CX > b[2] || out.CY < b[1] || out.CY > b[3] {
		return
	}
	if !g.ok && in.words != "" {
		out.Text, g.ok = tidy(in.words)
		in.words = ""
	}
	if !g.ok {
		in.out.unknown++
	}
	out.Bold = st.font.bold || st.mode == 2
	if in.art > 0 {
		out.Role = layout.Artifact
	}
	in.out.glyphs = append(in.out.glyphs, out)
}

// do paints a form or an image.
func (in *interpreter) do(res object, name string, depth int) {
	x, ok := in.images[name]
	if !ok {
		x = res.key("XObject").key(name)
	}
	switch x.key("Subtype").name() {
	case "Form":
		in.form(x, res, depth)
	case "Image":
		if in.images == nil {
			in.images = map[string]object{}
		}
		in.images[name] = x
		m := in.state.ctm
		area := math.Abs(m.a*m.d - m.b*m.c)
		in.out.picture = max(in.out.picture, area/in.area)
	}
}

// form runs a form XObject.
func (in *interpreter) form(x, res object, depth int) {
	if depth >= formDepth {
		return
	}
	data, err := x.unpack()
	if err != nil {
		in.out.failed = true
		return
	}
	saved, stack, tm, tlm, marks, art := in.state, in.stack, in.tm, in.tlm, in.marks, in.art
	in.stack, in.marks = nil, nil
	if m := x.key("Matrix"); m.len() == 6 {
		in.state.ctm = matrixOf(m).times(in.state.ctm)
	}
	if own := x.key("Resources"); own.isDict() {
		res = own
	}
	args, fonts, images := in.args, in.fonts, in.images
	in.args, in.fonts, in.images = nil, nil, nil
	in.run(data, res, depth+1)
	in.args, in.fonts, in.images = args, fonts, images
	in.state, in.stack, in.tm, in.tlm, in.marks, in.art = saved, stack, tm, tlm, marks, art
}

// matrixOf returns an array of six numbers as a matrix.
func matrixOf(m object) matrix {
	return matrix{m.index(0).number(), m.index(1).number(), m.index(2).number(), m.index(3).number(), m.index(4).number(), m.index(5).number()}
}
