// Package pdf recovers the text of a PDF file: pages, and the signs on them
// with their places.
//
// The objects come from github.com/ledongthuc/pdf (library.go), and where that
// cannot read a file or finds no text, from a copy that github.com/pdfcpu/pdfcpu
// has written anew (rewrite.go). What the strings on the pages mean is found
// here, in which order they are read in package layout.
package pdf

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strings"

	"gongwen/extract/internal/read/layout"
)

// Options say how to read a file.
type Options struct {
	Password string
	Pages    int // that are read at most; 0 is all
}

// ErrEncrypted says that a file needs a password, or another one.
var ErrEncrypted = errors.New("the file is encrypted")

// ErrPages says that a file has more pages than Options allow.
var ErrPages = errors.New("more pages than the limit")

// A Document is the text of a file.
type Document struct {
	Pages []*Page
	Cut   bool // it has more pages, which were left out

	file  *file
	fonts map[string]*font
	limit int
	nodes int // of the page tree
}

// A Page is one page.
type Page struct {
	layout.Page
	Unknown int     // signs whose characters the file does not tell
	Known   int     // signs whose characters it tells, blanks left out
	Picture float64 // part of the page that its largest image covers
	Curves  int     // curves drawn: type may have been turned into outlines
	Failed  bool    // some of it could not be read

	raw *content
}

// Read reads a file. Where it is damaged, the Document beside the error is
// what could be read, nil if nothing could.
func Read(ctx context.Context, data []byte, opt Options) (*Document, error) {
	plain, err := decrypted(ctx, data, opt.Password)
	if err != nil {
		return nil, err
	}
	d, err := read(ctx, plain, opt)
	if ctx.Err() != nil {
		return d, ctx.Err()
	}
	if err == nil && d.signs() > 0 && d.file.faults == 0 && !d.failed() {
		return d.laidOut(ctx)
	}
	if errors.Is(err, ErrEncrypted) {
		return nil, err
	}
	if again := d.again(ctx, plain, opt); again != nil {
		return again.laidOut(ctx)
	}
	if err != nil {
		return nil, err
	}
	return d.laidOut(ctx)
}

// again reads the file once more, from copies with a new cross-reference table
// and with all objects written anew; nil if they show no more than d.
func (d *Document) again(ctx context.Context, data []byte, opt Options) *Document {
	if d != nil && d.file.faults == 0 && !d.failed() && !d.hidden() {
		return nil // a scan: nothing was refused
	}
	var best *Document
	for _, copied := range [...]func(context.Context, []byte) ([]byte, error){rebuilt, rewritten} {
		again, err := copied(ctx, data)
		if err != nil {
			continue
		}
		next, err := read(ctx, again, opt)
		if err != nil || d != nil && next.signs() <= d.signs() || best != nil && next.signs() <= best.signs() {
			continue
		}
		best = next
		if best.signs() > 0 && best.file.faults == 0 && !best.failed() {
			break
		}
	}
	return best
}

// laidOut sets the pages.
func (d *Document) laidOut(ctx context.Context) (*Document, error) {
	pages := make([]*layout.Page, len(d.Pages))
	for i, p := range d.Pages {
		pages[i] = &p.Page
	}
	d.file, d.fonts = nil, nil
	return d, layout.Set(ctx, pages)
}

// hidden reports whether pages seem to be missing, as none has anything on it.
func (d *Document) hidden() bool {
	for _, p := range d.Pages {
		if p.Picture > 0 || p.Curves > 0 || p.Unknown > 0 {
			return false
		}
	}
	return true
}

// signs returns how many characters d shows.
func (d *Document) signs() int {
	n := 0
	for _, p := range d.Pages {
		n += p.Known
	}
	return n
}

// failed reports whether a page could not be read as a whole.
func (d *Document) failed() bool {
	for _, p := range d.Pages {
		if p.Failed {
			return true
		}
	}
	return false
}

// read reads the pages of a file that is not encrypted, as far as the signs on
// them.
func read(ctx context.Context, data []byte, opt Options) (*Document, error) {
	f, err := open(ctx, data, opt.Password)
	if err != nil {
		return nil, err
	}
	d := &Document{file: f, fonts: map[string]*font{}, limit: opt.Pages}
	root := f.trail.key("Root").key("Pages")
	if !root.isDict() {
		return nil, errors.New("no pages")
	}
	if err := d.walk(ctx, root, inherited{}, 0); err != nil {
		return d, err
	}
	if len(d.Pages) == 0 {
		return nil, errors.New("no pages")
	}
	return d, nil
}

// An inherited is what a page takes from the nodes above it.
type inherited struct{ resources, media, crop, rotate object }

// walk reads the pages at and below a node of the page tree.
func (d *Document) walk(ctx context.Context, node object, above inherited, depth int) error {
	if d.nodes++; depth > 50 || d.Cut || d.nodes > 1000+4*len(d.Pages) {
		return nil // a tree that bites its tail
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	for _, m := range []struct {
		name string
		to   *object
	}{{"Resources", &above.resources}, {"MediaBox", &above.media}, {"CropBox", &above.crop}, {"Rotate", &above.rotate}} {
		if v := node.key(m.name); !v.isNull() {
			*m.to = v
		}
	}
	kids := node.key("Kids")
	if !kids.isArray() || node.key("Type").name() == "Page" {
		if d.limit > 0 && len(d.Pages) >= d.limit {
			d.Cut = true
			return nil
		}
		return d.page(ctx, node, above)
	}
	for i := range kids.len() {
		if kid := kids.index(i); kid.isDict() {
			if err := d.walk(ctx, kid, above, depth+1); err != nil {
				return err
			}
		}
		if len(d.Pages) > 1<<17 {
			d.Cut = true
		}
	}
	return nil
}

// page reads one page.
func (d *Document) page(ctx context.Context, node object, above inherited) error {
	p := &Page{raw: &content{}}
	d.Pages = append(d.Pages, p)
	box := seen(above)
	in := &interpreter{ctx: ctx, doc: d, out: p.raw}
	in.state = state{ctm: upright(box, above.rotate.int(), p), tz: 1}
	in.box = [4]float64{-36, -36, p.Width + 36, p.Height + 36} // programs let lines run over the edge
	in.area = p.Width * p.Height
	base := in.state
	data, failed := contents(node.key("Contents"))
	p.raw.failed = failed
	in.run(data, above.resources, 0)
	in.state, in.stack, in.marks, in.art = base, nil, nil, 0
	d.annotations(in, node.key("Annots"), p)
	p.Unknown, p.Picture, p.Curves, p.Failed = p.raw.unknown, p.raw.picture, in.path.Curves, p.raw.failed
	for _, g := range p.raw.glyphs {
		if g.Text != " " && g.Text != unknown && g.Text != "\u3000" {
			p.Known++
		}
	}
	p.Lay(p.raw.glyphs, in.path.Rules)
	p.raw = nil
	return in.err
}

// seen returns the box of the page that is seen.
func seen(above inherited) [4]float64 {
	media, ok := boxOf(above.media)
	if !ok {
		media = [4]float64{0, 0, 595, 842}
	}
	crop, ok := boxOf(above.crop)
	if !ok {
		return media
	}
	both := [4]float64{max(crop[0], media[0]), max(crop[1], media[1]), min(crop[2], media[2]), min(crop[3], media[3])}
	if both[2]-both[0] < 10 || both[3]-both[1] < 10 {
		return media
	}
	return both
}

// boxOf returns a rectangle of the file, its lower left corner first.
func boxOf(o object) (b [4]float64, ok bool) {
	if o.len() != 4 {
		return b, false
	}
	var n [4]float64
	for i := range n {
		if n[i] = o.index(i).number(); math.IsNaN(n[i]) || math.Abs(n[i]) > 1e6 {
			return b, false
		}
	}
	b = [4]float64{min(n[0], n[2]), min(n[1], n[3]), max(n[0], n[2]), max(n[1], n[3])}
	return b, b[2]-b[0] > 1 && b[3]-b[1] > 1
}

// upright returns the matrix that turns the page as it is to be read, and
// notes its measures.
func upright(box [4]float64, turn int, p *Page) matrix {
	w, h := box[2]-box[0], box[3]-box[1]
	m := matrix{1, 0, 0, 1, -box[0], -box[1]}
	p.Width, p.Height = w, h
	switch (turn%360 + 360) % 360 {
	case 90:
		p.Width, p.Height = h, w
		return m.times(matrix{0, -1, 1, 0, 0, w})
	case 180:
		return m.times(matrix{-1, 0, 0, -1, w, h})
	case 270:
		p.Width, p.Height = h, w
		return m.times(matrix{0, 1, -1, 0, h, 0})
	}
	return m
}

// contents returns the page's content streams as one.
func contents(o object) (data []byte, failed bool) {
	if o.isStream() {
		b, err := o.unpack()
		return b, err != nil
	}
	for i := range min(o.len(), 1<<14) {
		b, err := o.index(i).unpack()
		failed = failed || err != nil
		data = append(append(data, b...), '\n')
		if len(data) > streamLimit {
			break
		}
	}
	return data, failed
}

// font returns the font that the resources hold under name. A font is known by
// the object, not by its name, which means another on the next page.
func (d *Document) font(res object, name string) *font {
	fonts := res.key("Font")
	identity := fonts.identity(name)
	if f, ok := d.fonts[identity]; ok {
		return f
	}
	return d.newFont(identity, fonts.key(name))
}

// newFont reads the font o and keeps it under its identity.
func (d *Document) newFont(identity string, o object) *font {
	var f *font
	if o.isDict() {
		f = newFont(o)
	}
	if len(d.fonts) < 4096 {
		d.fonts[identity] = f
	}
	return f
}

// annotations reads what is laid over the page: links, the text of free text
// annotations and stamps, and the values of form fields, which have an
// appearance of their own.
func (d *Document) annotations(in *interpreter, annots object, p *Page) {
	for i := range min(annots.len(), 1<<12) {
		a := annots.index(i)
		flags := a.key("F").int()
		switch a.key("Subtype").name() {
		case "Link":
			if url := strings.TrimSpace(a.key("A").key("URI").text()); url != "" {
				if b, ok := boxOf(a.key("Rect")); ok {
					x0, y0 := in.state.ctm.apply(b[0], b[1])
					x1, y1 := in.state.ctm.apply(b[2], b[3])
					p.Links = append(p.Links, layout.Link{URL: url, X0: min(x0, x1), Y0: min(y0, y1), X1: max(x0, x1), Y1: max(y0, y1)})
				}
			}
		case "FreeText", "Widget", "Stamp":
			if flags&2 == 0 { // not hidden
				in.appearance(a)
			}
		}
	}
}

// appearance paints the appearance of an annotation into its rectangle.
func (in *interpreter) appearance(a object) {
	n := a.key("AP").key("N")
	if !n.isStream() {
		n = n.key(a.key("AS").name())
	}
	rect, ok := boxOf(a.key("Rect"))
	box, sound := boxOf(n.key("BBox"))
	if !n.isStream() || !ok || !sound {
		return
	}
	m := unit
	if v := n.key("Matrix"); v.len() == 6 {
		m = matrixOf(v)
	}
	x0, y0 := m.apply(box[0], box[1])
	x1, y1 := m.apply(box[2], box[3])
	x0, x1, y0, y1 = min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1)
	if x1-x0 <= 0 || y1-y0 <= 0 {
		return
	}
	sx, sy := (rect[2]-rect[0])/(x1-x0), (rect[3]-rect[1])/(y1-y0)
	saved := in.state
	in.state.ctm = matrix{sx, 0, 0, sy, rect[0] - x0*sx, rect[1] - y0*sy}.times(in.state.ctm)
	in.form(n, object{}, 0)
	in.state = saved
}

// String returns a short account of d for tests.
func (d *Document) String() string {
	return fmt.Sprintf("%d pages, %d signs", len(d.Pages), d.signs())
}
