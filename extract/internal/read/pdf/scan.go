package pdf

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"math"
	"sync"

	"golang.org/x/image/ccitt"
)

// Scans are the pictures that the pages of a scanned file are. Its methods may
// be called by several goroutines at once.
type Scans struct {
	mu       sync.Mutex
	data     []byte
	password string
	pages    []scanned
}

// A scanned is a page that may be a picture.
type scanned struct {
	node  object
	above inherited
}

// OpenScans opens a file once more for its pictures.
func OpenScans(ctx context.Context, data []byte, opt Options) *Scans {
	s := &Scans{data: data, password: opt.Password}
	plain, err := decrypted(ctx, data, opt.Password)
	if err != nil {
		return s
	}
	f, err := open(ctx, plain, opt.Password)
	if err != nil {
		return s
	}
	if !f.locked {
		s.data, s.password = plain, ""
	}
	s.walk(f.trail.key("Root").key("Pages"), inherited{}, opt.Pages, 0)
	return s
}

// take takes what the node says to all pages below it.
func (a *inherited) take(node object) {
	for name, to := range map[string]*object{"Resources": &a.resources, "MediaBox": &a.media, "CropBox": &a.crop, "Rotate": &a.rotate} {
		if v := node.key(name); !v.isNull() {
			*to = v
		}
	}
}

// File returns the file and the password that it needs, "" for none.
func (s *Scans) File() (data []byte, password string) { return s.data, s.password }

// walk lists the pages at and below a node of the page tree.
func (s *Scans) walk(node object, above inherited, most, depth int) {
	if depth > 50 || most > 0 && len(s.pages) >= most || len(s.pages) > 1<<17 {
		return
	}
	above.take(node)
	kids := node.key("Kids")
	if !kids.isArray() || node.key("Type").name() == "Page" {
		s.pages = append(s.pages, scanned{node, above})
		return
	}
	for i := range kids.len() {
		if kid := kids.index(i); kid.isDict() {
			s.walk(kid, above, most, depth+1)
		}
	}
}

// A Scan is the picture that a page is.
type Scan struct {
	File []byte  // jpeg or png
	DPI  float64 // dots an inch
	Turn int     // quarters by which the page shows it turned clockwise
}

// Picture returns the picture that the page of index i is, nil if the page is
// more than one picture, over most of it, or one in a packing that is not taken
// off here.
func (s *Scans) Picture(i int) *Scan {
	s.mu.Lock()
	defer s.mu.Unlock()
	if i < 0 || i >= len(s.pages) {
		return nil
	}
	var page Page
	p := s.pages[i]
	box := seen(p.above)
	ctm := upright(box, p.above.rotate.int(), &page)
	data, failed := contents(p.node.key("Contents"))
	if failed {
		return nil
	}
	w := painter{ctm: ctm}
	w.run(data, p.above.resources, 0)
	m := w.matrix
	turn, right := turnOf(m)
	if w.count != 1 || !right || math.Abs(m.a*m.d-m.b*m.c) < 0.5*page.Width*page.Height {
		return nil
	}
	width, _ := measures(w.image)
	file := pictureOf(w.image)
	if file == nil {
		return nil
	}
	return &Scan{File: file, DPI: float64(width) / math.Hypot(m.a, m.b) * 72, Turn: turn}
}

// turnOf returns the quarters by which m, which puts a picture on the page,
// turns it clockwise. One that is mirrored or slanted is not right.
func turnOf(m matrix) (quarters int, right bool) {
	along, across := math.Max(math.Abs(m.a), math.Abs(m.d)), math.Max(math.Abs(m.b), math.Abs(m.c))
	switch {
	case across < 0.01*along && m.a > 0 && m.d > 0:
		return 0, true
	case across < 0.01*along && m.a < 0 && m.d < 0:
		return 2, true
	case along < 0.01*across && m.b < 0 && m.c > 0:
		return 1, true
	case along < 0.01*across && m.b > 0 && m.c < 0:
		return 3, true
	}
	return 0, false
}

// A painter finds the pictures that a page shows.
type painter struct {
	ctm    matrix
	stack  []matrix
	image  object // painted last
	matrix matrix // where it was
	count  int
	done   int
}

// run runs a content stream as far as its pictures go.
func (w *painter) run(data []byte, res object, depth int) {
	l := lexer{b: data}
	var args []operand
	for w.done < 1<<16 {
		kind := l.next()
		if kind == endToken {
			return
		}
		if kind != opToken {
			if len(args) < 64 {
				args = append(args, operand{kind, l.num, l.str})
			}
			continue
		}
		w.done++
		switch string(l.str) {
		case "q":
			if len(w.stack) < stateLimit {
				w.stack = append(w.stack, w.ctm)
			}
		case "Q":
			if n := len(w.stack); n > 0 {
				w.ctm, w.stack = w.stack[n-1], w.stack[:n-1]
			}
		case "cm":
			in := interpreter{args: args}
			w.ctm = in.matrix().times(w.ctm)
		case "Do":
			if n := len(args); n > 0 {
				w.do(res, string(args[n-1].str), depth)
			}
		case "ID":
			w.count += 2 // a picture within the stream
			l.skipImage()
		}
		args = args[:0]
	}
}

// do paints a form or a picture.
func (w *painter) do(res object, name string, depth int) {
	x := res.key("XObject").key(name)
	switch x.key("Subtype").name() {
	case "Image":
		if width, height := measures(x); width > 8 && height > 8 {
			w.image, w.matrix = x, w.ctm
			w.count++
		}
	case "Form":
		data, err := x.unpack()
		if depth >= formDepth || err != nil {
			w.count += 2
			return
		}
		saved, stack := w.ctm, w.stack
		w.stack = nil
		if m := x.key("Matrix"); m.len() == 6 {
			w.ctm = matrixOf(m).times(w.ctm)
		}
		if own := x.key("Resources"); own.isDict() {
			res = own
		}
		w.run(data, res, depth+1)
		w.ctm, w.stack = saved, stack
	}
}

// mostDots is how many dots a picture may have.
const mostDots = 128 << 20

// measures returns width and height of a picture in dots.
func measures(x object) (width, height int) {
	width, height = x.key("Width").int(), x.key("Height").int()
	if width <= 0 || height <= 0 || width > 1<<16 || height > 1<<16 || width*height > mostDots {
		return 0, 0
	}
	return width, height
}

// pictureOf returns the picture x as a file, nil if it cannot be had.
func pictureOf(x object) []byte {
	if x.f.locked || !x.key("SMask").isNull() || !x.key("Mask").isNull() {
		return nil
	}
	filters := list(x.key("Filter"))
	last := ""
	if n := len(filters); n > 0 {
		last = filters[n-1].name()
	}
	switch last {
	case "DCTDecode", "DCT":
		return jpegOf(x, filters[:len(filters)-1])
	case "CCITTFaxDecode", "CCF":
		return faxOf(x, filters)
	case "JBIG2Decode", "JPXDecode":
		return nil
	}
	return samplesOf(x)
}

// jpegOf returns the data of a photograph.
func jpegOf(x object, filters []object) []byte {
	data := x.packed()
	for _, f := range filters {
		out, err := applied(f.name(), data, streamLimit)
		if err != nil {
			return nil
		}
		data = out
	}
	config, err := jpeg.DecodeConfig(bytes.NewReader(data))
	if err != nil || config.ColorModel == color.CMYKModel || !x.key("Decode").isNull() {
		return nil
	}
	return data
}

// faxOf returns a picture in the packing of fax machines.
func faxOf(x object, filters []object) []byte {
	if len(filters) != 1 {
		return nil
	}
	param := x.key("DecodeParms")
	if param.isArray() {
		param = param.index(0)
	}
	width, height := measures(x)
	if n := param.key("Columns"); n.isNumber() && n.int() != width || n.isNull() && width != 1728 {
		return nil
	}
	mode := ccitt.Group3
	switch k := param.key("K").int(); {
	case k < 0:
		mode = ccitt.Group4
	case k > 0:
		return nil
	}
	out := image.NewGray(image.Rect(0, 0, width, height))
	opt := &ccitt.Options{Align: param.key("EncodedByteAlign").v.Bool(), Invert: param.key("BlackIs1").v.Bool()}
	if ccitt.DecodeIntoGray(out, bytes.NewReader(x.packed()), ccitt.MSB, mode, opt) != nil {
		return nil
	}
	level := [2]byte{0, 255}
	if _, palette := components(x.key("ColorSpace")); len(palette) >= 6 {
		for i := range level {
			level[i] = byte(grey(int(palette[3*i]), int(palette[3*i+1]), int(palette[3*i+2])))
		}
	}
	if inverted(x) {
		level[0], level[1] = level[1], level[0]
	}
	for i, v := range out.Pix {
		out.Pix[i] = level[v>>7]
	}
	return pngOf(out)
}

// inverted reports whether the greatest sample of the picture is black.
func inverted(x object) bool {
	d := x.key("Decode")
	return d.len() >= 2 && d.index(0).number() > d.index(1).number()
}

// samplesOf returns a picture of plain samples: grey, colours, or of a palette.
func samplesOf(x object) []byte {
	width, height := measures(x)
	depth, colours, palette := x.key("BitsPerComponent").int(), 0, []byte(nil)
	if x.key("ImageMask").v.Bool() {
		depth, colours = 1, 1
	} else {
		colours, palette = components(x.key("ColorSpace"))
	}
	if width == 0 || colours != 1 && colours != 3 || depth != 1 && depth != 2 && depth != 4 && depth != 8 {
		return nil
	}
	data, err := x.unpack()
	stride := (width*colours*depth + 7) / 8
	if err != nil || len(data) < stride*height*9/10 { // the last rows of a damaged file may be missing
		return nil
	}
	flip := inverted(x)
	out := image.NewGray(image.Rect(0, 0, width, height))
	top := 1<<depth - 1
	for y := range min(height, len(data)/stride) {
		row := data[y*stride : (y+1)*stride]
		for i := range width {
			var v int
			switch {
			case colours == 3:
				v = grey(sample(row, 3*i, depth)*255/top, sample(row, 3*i+1, depth)*255/top, sample(row, 3*i+2, depth)*255/top)
			case palette != nil:
				k := 3 * sample(row, i, depth)
				if k+2 < len(palette) {
					v = grey(int(palette[k]), int(palette[k+1]), int(palette[k+2]))
				}
			default:
				v = sample(row, i, depth) * 255 / top
			}
			if flip {
				v = 255 - v
			}
			out.Pix[y*out.Stride+i] = byte(v)
		}
	}
	return pngOf(out)
}

// sample returns the i-th sample of a row.
func sample(row []byte, i, depth int) int {
	if depth == 8 {
		return int(row[i])
	}
	bit := i * depth
	return int(row[bit/8]) >> (8 - depth - bit%8) & (1<<depth - 1)
}

// grey returns the brightness of a colour.
func grey(r, g, b int) int { return (299*r + 587*g + 114*b) / 1000 }

// components returns how many components a colour has, and the palette of an
// indexed space in three bytes a colour; 0 for a space that is not known here.
func components(o object) (colours int, palette []byte) {
	name := o.name()
	if o.isArray() {
		name = o.index(0).name()
	}
	switch name {
	case "DeviceGray", "CalGray", "G":
		return 1, nil
	case "DeviceRGB", "CalRGB", "RGB":
		return 3, nil
	case "ICCBased":
		return o.index(1).key("N").int(), nil
	case "Indexed", "I":
		return indexed(o)
	}
	return 0, nil
}

// indexed returns the palette of an indexed space.
func indexed(o object) (colours int, palette []byte) {
	base := o.index(1)
	if name := base.index(0).name(); name == "Indexed" || name == "I" {
		return 0, nil
	}
	n, _ := components(base)
	table := []byte(o.index(3).raw())
	if o.index(3).isStream() {
		table, _ = o.index(3).unpack()
	}
	switch n {
	case 1:
		for _, v := range table {
			palette = append(palette, v, v, v)
		}
		return 1, palette
	case 3:
		return 1, table
	}
	return 0, nil
}

// pngOf returns m as a file that packs fast.
func pngOf(m image.Image) []byte {
	var b bytes.Buffer
	e := png.Encoder{CompressionLevel: png.BestSpeed}
	if e.Encode(&b, m) != nil {
		return nil
	}
	return b.Bytes()
}
