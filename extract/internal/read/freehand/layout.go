// Package freehand makes text of what stands where on pages (版面): glyphs to
// lines, lines to paragraphs, pages to one text in the order of reading.
//
// It knows how official documents are set: paragraphs begin two characters in
// and run to the right edge, titles are centred, signatures stand to the right,
// page numbers below the type area. Formats that place every glyph (OFD, PDF)
// share it. Lengths are in any unit, y grows downwards.
package freehand

// A Glyph is a character with its place.
type Glyph struct {
	R     rune
	X, Y  float64 // the left end of its baseline, in the turned page
	Width float64
}

// A Run is what one operation of the format sets: glyphs of one size in the
// order of reading.
type Run struct {
	Glyphs []Glyph
	Size   float64 // height of a Chinese character
	Turn   Turn
	Bold   bool
	Role   Role
}

// A Turn is how far the line of a run is turned clockwise against the page.
// The glyphs of a run are placed in the page as it looks once turned back: x
// along the line, y growing towards the next line. [Place] does that.
type Turn uint8

// The turns.
const (
	Level     Turn = iota // from left to right
	Down                  // from top to bottom: vertical text
	Backwards             // upside down
	Up                    // from bottom to top
	Slanted               // at any other angle: a watermark, a stamp
)

// A Role is what the format itself says a run is.
type Role uint8

// The roles.
const (
	Plain      Role = iota
	Title           // 标题
	PageNumber      // 页码, 页眉, 页脚
	Note            // laid over the page: a watermark, a stamp, a comment
)

// Place returns the place x, y of the page in the page turned by t.
func Place(t Turn, x, y float64) (float64, float64) {
	switch t {
	case Down:
		return y, -x
	case Backwards:
		return -x, -y
	case Up:
		return -y, x
	}
	return x, y
}

// A Page is what stands on one page.
type Page struct {
	Width, Height float64 // 0 where not known
	Runs          []Run
}

// A Range is a stretch of text in bytes, half-open.
type Range struct{ Lo, Hi int }

// A Kind is what the layout says of a stretch of text.
type Kind uint8

// The kinds.
const (
	Bold        Kind = iota + 1 // every character of a paragraph is bold
	Centred                     // a centred line
	Heading                     // the format says that it is the title
	RunningHead                 // a page number, a header, a footer, a watermark
)

// A Style is a stretch of text with its kind.
type Style struct {
	Range
	Kind Kind
}

// A Table is a table with the stretches of its cells.
type Table struct {
	Range
	Rows [][]Range
}

// A Text is the text of pages.
type Text struct {
	Plain  string
	Pages  []int // where each page starts
	Styles []Style
	Tables []Table
}

// Set returns the text of pages.
func Set(pages []Page) *Text {
	sheets := make([]sheet, len(pages))
	for i := range pages {
		sheets[i] = sheet{page: &pages[i], lines: linesOf(&pages[i])}
		sheets[i].height = pages[i].Height
		sheets[i].width = pages[i].Width
	}
	furniture(sheets)
	margins(sheets)
	w := writer{sheets: sheets}
	w.all()
	return &w.text
}

// A sheet is a page with its lines.
type sheet struct {
	page          *Page
	width, height float64
	lines         []line
	edges         edges
}
