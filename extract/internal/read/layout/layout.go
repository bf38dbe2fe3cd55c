// Package layout makes text of what stands where on pages (版面): glyphs to
// lines, lines to paragraphs and tables, pages to one text in the order of
// reading.
//
// It knows how official documents are set: paragraphs begin two characters in
// and run to the right edge, titles are centred, signatures stand to the right,
// page numbers below the type area. Formats that place every glyph share it.
// Lengths are in points, the origin is at the lower left of a page, y grows
// upwards.
package layout

import (
	"context"
	"math"
	"sort"
	"strings"
	"unicode/utf8"
)

// A Glyph is a sign at its place on the page.
type Glyph struct {
	Text    string
	X, Y    float64 // where it begins on the base line
	DX, DY  float64 // to where it ends
	CX, CY  float64 // its middle
	Size    float64
	Bold    bool
	Role    Role
	Upright bool // written downwards, sign by sign
}

// A Role is what the file itself says a glyph is.
type Role uint8

// The roles.
const (
	Plain    Role = iota
	Artifact      // no part of the text: 页码, 页眉, 页脚
	Title         // 标题
	Note          // laid over the page: a watermark, a stamp, a comment
)

// A Rule is a straight line or the edge of a box, along an axis; X0 and Y0 are
// the lesser.
type Rule struct{ X0, Y0, X1, Y1 float64 }

// A Page is one page. [Page.Lay] takes what stands on it, [Set] makes its Blocks.
type Page struct {
	Width, Height float64
	Links         []Link
	Blocks        []Block // in the order in which they are read

	tilt      int // angle of most of its lines
	rows      []line
	furniture []line
	grids     []grid
}

// A Link is a place on the page with an address behind it.
type Link struct {
	URL            string
	X0, Y0, X1, Y1 float64
}

// A Block is what is read as one: a paragraph, a table, a running head.
type Block struct {
	Kind    BlockKind
	Text    string
	Runs    []Run
	Rows    [][]Cell // of a table, whose Text is empty
	Centred bool
	Title   bool // the file says so
	GoesOn  bool // it continues the last block of the page before

	first, last    line    // of a paragraph
	v, left, right float64 // where it begins, and the edges of its column
}

// A BlockKind is a kind of Block.
type BlockKind uint8

// The kinds of blocks.
const (
	Paragraph   BlockKind = iota
	Table                 // rows of cells
	RunningHead           // a page header, footer, page number or watermark
)

// A Run is a stretch of a block's text that looks the same.
type Run struct {
	Lo, Hi int
	Bold   bool
	URL    string // of the link on it

	link int
}

// add adds a line to the block.
func (b *Block) add(l *line, glue string) {
	at := len(b.Text) + len(glue)
	b.Text += glue + l.text
	for _, r := range l.runs {
		if r.bold || r.link > 0 {
			b.Runs = append(b.Runs, Run{Lo: at + r.lo, Hi: at + r.hi, Bold: r.bold, link: r.link})
		}
	}
}

// A document is the pages that are set together.
type document []*Page

// Set finds the blocks of pages, which are those of one document in order.
func Set(ctx context.Context, pages []*Page) error {
	d := document(pages)
	d.heads()
	whole := d.edges()
	var last *Block
	for _, p := range d {
		if err := ctx.Err(); err != nil {
			return err
		}
		p.layBlocks(whole[int(p.Width)])
		p.address()
		if len(p.Blocks) > 0 {
			if first := &p.Blocks[0]; last != nil && first.Kind == Paragraph && last.Kind == Paragraph {
				first.GoesOn = goesOn(last, first)
			}
			last = &p.Blocks[len(p.Blocks)-1]
		}
		p.rows, p.grids = nil, nil
	}
	d.placeHeads()
	return nil
}

// Lay finds the tables and the lines that glyphs and rules make on the page. It
// keeps neither: a page's glyphs take a hundred times the room of its text.
func (p *Page) Lay(glyphs []Glyph, rules []Rule) {
	groups, angles := p.signs(glyphs)
	for k, g := range groups {
		p.tilt = angles[0]
		if k == 0 && angles[k] == 0 {
			g = gridded(p, g, rules)
		}
		for _, l := range lines(g) {
			l.turned, l.oblique = k > 0, angles[k]%90 > 3 && angles[k]%90 < 87
			p.rows = append(p.rows, l)
		}
	}
}

// edges measures the lines of all pages of the same width.
func (d document) edges() map[int]*edges {
	all := map[int][]line{}
	for _, p := range d {
		for _, l := range p.rows {
			if k := int(p.Width); !l.turned && len(all[k]) < 4096 {
				all[k] = append(all[k], l)
			}
		}
	}
	out := map[int]*edges{}
	for k, ls := range all {
		e := edgesOf(ls, nil)
		out[k] = &e
	}
	return out
}

// layBlocks finds the blocks of the page in the lines that are no furniture.
func (p *Page) layBlocks(whole *edges) {
	var body, turned []line
	for _, l := range p.rows {
		if l.turned {
			turned = append(turned, l)
		} else {
			body = append(body, l)
		}
	}
	parts := columns(body)
	if len(parts) > 1 {
		whole = nil
	}
	for _, column := range parts {
		p.Blocks = append(p.Blocks, blocks(column, whole)...)
	}
	for _, g := range p.grids {
		t := Block{Kind: Table, Rows: g.rows, v: g.v}
		i := 0
		for i < len(p.Blocks) && p.Blocks[i].v < g.v {
			i++
		}
		p.Blocks = append(p.Blocks[:i], append([]Block{t}, p.Blocks[i:]...)...)
	}
	p.Blocks = append(p.Blocks, blocks(turned, nil)...)
}

// address gives the runs on links their addresses.
func (p *Page) address() {
	set := func(runs []Run) {
		for i := range runs {
			if k := runs[i].link; k > 0 && k <= len(p.Links) {
				runs[i].URL = p.Links[k-1].URL
			}
		}
	}
	for _, b := range p.Blocks {
		set(b.Runs)
		for _, row := range b.Rows {
			for _, c := range row {
				set(c.Runs)
			}
		}
	}
}

// columns returns the lines in the order in which they are read. Two columns
// are told by a gutter: hardly a line crosses it, and on both sides many lines
// of prose stand. A notice has none, nor does a list of names and numbers.
func columns(ls []line) [][]line {
	gutter := gutterOf(ls)
	if gutter == 0 {
		return [][]line{ls}
	}
	var out [][]line
	var left, right []line
	flush := func() {
		for _, side := range [][]line{left, right} {
			if len(side) > 0 {
				out = append(out, side)
			}
		}
		left, right = nil, nil
	}
	for _, l := range ls {
		switch {
		case l.u1 <= gutter:
			left = append(left, l)
		case l.u0 >= gutter:
			right = append(right, l)
		default:
			a, b, ok := l.split(gutter)
			if !ok {
				flush()
				out = append(out, []line{l})
				continue
			}
			left, right = append(left, a), append(right, b)
		}
	}
	flush()
	return out
}

// gutterOf returns where a gutter parts two columns; 0 is nowhere.
func gutterOf(ls []line) float64 {
	if len(ls) < 10 {
		return 0
	}
	lo, hi := math.Inf(1), math.Inf(-1)
	for _, l := range ls {
		lo, hi = min(lo, l.u0), max(hi, l.u1)
	}
	const steps = 41
	best, fewest := 0.0, math.MaxInt
	for i := range steps {
		at := lo + (hi-lo)*(0.3+0.4*float64(i)/(steps-1))
		left, right, crossing := 0, 0, 0
		var widthL, widthR float64
		for _, l := range ls {
			for _, s := range l.parts {
				em := max(l.size, 1)
				switch {
				case s.u1 <= at-0.2*em:
					left++
					widthL += (s.u1 - s.u0) / em
				case s.u0 >= at+0.2*em:
					right++
					widthR += (s.u1 - s.u0) / em
				default:
					crossing++
				}
			}
		}
		if left >= 8 && right >= 8 && crossing*6 <= left+right && widthL/float64(left) >= 9 && widthR/float64(right) >= 9 && crossing < fewest {
			best, fewest = at, crossing
		}
	}
	return best
}

// split cuts the line at the gutter; ok is false if it runs across it.
func (l *line) split(gutter float64) (a, b line, ok bool) {
	for i := 1; i < len(l.parts); i++ {
		if l.parts[i-1].u1 <= gutter && l.parts[i].u0 >= gutter {
			return l.cut(0, i), l.cut(i, len(l.parts)), true
		}
	}
	return a, b, false
}

// cut returns the parts lo to hi of the line as a line.
func (l *line) cut(lo, hi int) line {
	from, to := l.parts[lo].lo, l.parts[hi-1].hi
	c := *l
	c.text = l.text[from:to]
	c.u0, c.u1 = l.parts[lo].u0, l.parts[hi-1].u1
	c.runs, c.parts = nil, nil
	for _, r := range l.runs {
		if r.lo < to && r.hi > from {
			c.runs = append(c.runs, run{max(r.lo, from) - from, min(r.hi, to) - from, r.bold, r.link})
		}
	}
	for _, s := range l.parts[lo:hi] {
		c.parts = append(c.parts, part{s.u0, s.u1, s.lo - from, s.hi - from})
	}
	return c
}

// blocks puts the lines of a column together to paragraphs and tables.
func blocks(ls []line, whole *edges) []Block {
	var out []Block
	e := edgesOf(ls, whole)
	for i := 0; i < len(ls); {
		if rows, n := tableOf(ls[i:]); n > 0 {
			out = append(out, Block{Kind: Table, v: ls[i].v, Rows: rows})
			i += n
			continue
		}
		l := &ls[i]
		b := Block{v: l.v, first: *l, last: *l, Centred: e.centred(l), Title: l.role == Title}
		b.add(l, "")
		for i++; i < len(ls); i++ {
			if _, n := tableOf(ls[i:]); n > 0 || !e.joins(&b, &ls[i]) {
				break
			}
			b.add(&ls[i], Between(b.Text, ls[i].text))
			b.last = ls[i]
		}
		b.left, b.right = e.left, e.right
		out = append(out, b)
	}
	return out
}

// Between returns what stands between two lines of a paragraph: a blank where
// Latin words meet, unless an address was broken.
func Between(a, b string) string {
	x, _ := utf8.DecodeLastRuneInString(a)
	y, _ := utf8.DecodeRuneInString(b)
	if wide(x) || wide(y) || x == 0xAD || x == '-' || x == '/' || x == '@' {
		return ""
	}
	at := strings.LastIndexFunc(a, func(r rune) bool { return r <= ' ' || wide(r) })
	_, n := utf8.DecodeRuneInString(a[max(at, 0):])
	if at < 0 {
		n = 0
	}
	return glue(a[max(at, 0)+n:], b)
}

// glue returns what follows a word at the end of a full line, before b: nothing
// inside an address.
func glue(word, b string) string {
	switch {
	case strings.Contains(word, "://"), strings.HasPrefix(word, "www."), strings.Contains(word, "@"):
		return ""
	case strings.HasPrefix(b, "://"), strings.HasPrefix(b, "@"), strings.HasPrefix(b, ".") && len(b) > 1 && b[1] >= 'a' && b[1] <= 'z':
		return ""
	case strings.HasSuffix(word, ".") && b != "" && b[0] >= 'a' && b[0] <= 'z': // www.lib. | example.cn
		return ""
	}
	return " "
}

// sorted returns the values in order.
func sorted(v []float64) []float64 {
	sort.Float64s(v)
	return v
}
