package readtest

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Setting is how a line of a notice is set.
type Setting byte

// The settings of the official page.
const (
	Inset   Setting = 'p' // a paragraph: two characters in
	Flush   Setting = 'f' // from the left edge
	Middle  Setting = 'c' // centred
	Large   Setting = 't' // centred, of the title's size
	Right   Setting = 'r' // four characters from the right edge
	Hanging Setting = 'h' // below the first item of 附件：
	Foot    Setting = 'i' // of the imprint: one character in
)

// The official page in millimetres: 28 characters a line, 22 lines a page.
const (
	leftEdge, rightEdge = 28.0, 184.0
	firstLine, leading  = 46.0, 10.22
	letterSize          = 5.57
	titleSize           = 7.6
	linesOfPage         = 22
)

// A Line is a line of type.
type Line struct {
	Text  string
	X, Y  float64 // of its lower left corner, in millimetres from the page's upper left one
	Size  float64
	Pitch float64 // what a wide character takes; a narrow one takes half of it
}

// Wide returns how many wide characters s takes the place of.
func Wide(s string) float64 {
	w := 0.0
	for _, r := range s {
		w += widthOf(r)
	}
	return w
}

func widthOf(r rune) float64 {
	if r < 0x2000 {
		return 0.5
	}
	return 1
}

// A Rule is a straight line of a table.
type Rule struct{ X, Y, ToX, ToY float64 }

// A Page is what stands on a page.
type Page struct {
	Lines []Line
	Rules []Rule
}

// A Typesetter sets a notice on official pages. The zero value is ready.
type Typesetter struct {
	Lines  []string // the paragraphs that were set
	Letter float64  // size of the text where it is not that of the official page

	pages []Page
	page  Page
	row   int
}

func (s *Typesetter) letter() float64 {
	if s.Letter > 0 {
		return s.Letter
	}
	return letterSize
}

// Pages ends the last page and returns all.
func (s *Typesetter) Pages() []Page {
	s.turn()
	return s.pages
}

// line sets the words of one line from x with the pitch of a character.
func (s *Typesetter) line(words string, x, pitch, size float64) {
	if s.row == linesOfPage {
		s.turn()
	}
	y := firstLine + float64(s.row)*leading
	s.row++
	s.page.Lines = append(s.page.Lines, Line{words, x, y, size, pitch})
}

// turn ends the page with its number.
func (s *Typesetter) turn() {
	s.row = 0
	n := len(s.pages) + 1
	x := 161.0
	if n%2 == 0 {
		x = 33
	}
	s.page.Lines = append(s.page.Lines, Line{fmt.Sprintf("— %d —", n), x, 273, 4.9, 4.9})
	s.pages = append(s.pages, s.page)
	s.page = Page{}
}

// fill returns how many bytes of words fit into room characters, and their
// width. A figure stays whole; a full line takes one more sign of punctuation.
func fill(words string, room float64) (n int, width float64) {
	for n < len(words) {
		r, size := utf8.DecodeRuneInString(words[n:])
		if width+widthOf(r) > room && !strings.ContainsRune("，。、；：）》”", r) || width > room {
			break
		}
		n, width = n+size, width+widthOf(r)
	}
	end := n
	for n < len(words) && n > 0 && wordByte(words[n-1]) && wordByte(words[n]) {
		n--
	}
	if n == 0 { // longer than a line
		n = end
	}
	if n == 0 && words != "" { // not even a character has room
		_, n = utf8.DecodeRuneInString(words)
	}
	return n, width
}

func wordByte(c byte) bool {
	return c < utf8.RuneSelf && (unicode.IsDigit(rune(c)) || unicode.IsLetter(rune(c)))
}

// paragraph sets words over as many lines as they take, full ones justified.
func (s *Typesetter) paragraph(words string, first, next float64) {
	for x := first; words != ""; x = next {
		room := (rightEdge - x) / s.letter()
		n, w := fill(words, room)
		pitch := s.letter()
		if n < len(words) || w > room {
			pitch = (rightEdge - x) / Wide(words[:n])
		}
		s.line(words[:n], x, pitch, s.letter())
		words = words[n:]
	}
}

// Set sets a line of a notice.
func (s *Typesetter) Set(words string, how Setting) {
	words = strings.TrimSpace(strings.ReplaceAll(words, "\u3000", "  "))
	centre := (leftEdge + rightEdge) / 2
	size := s.letter()
	const most = 20 // characters of a title's line
	if n := utf8.RuneCountInString(words); how == Large && n > most {
		lines := (n + most - 1) / most
		head := string([]rune(words)[:(n+lines-1)/lines])
		s.Set(head, Large)
		s.Set(words[len(head):], Large)
		return
	}
	s.Lines = append(s.Lines, words)
	switch how {
	case Inset:
		s.paragraph(words, leftEdge+2*size, leftEdge)
	case Flush:
		s.paragraph(words, leftEdge, leftEdge)
	case Hanging:
		s.paragraph(words, leftEdge+5*size, leftEdge+6*size)
	case Foot:
		s.paragraph(words, leftEdge+size, leftEdge+4*size)
	case Middle:
		s.line(words, centre-size*Wide(words)/2, size, size)
	case Large:
		s.line(words, centre-titleSize*Wide(words)/2, titleSize, titleSize)
	case Right:
		s.line(words, rightEdge-size*(4+Wide(words)), size, size)
	}
}

// Table sets a table with rules around its cells. A column is as wide as its
// longest cell where there is room.
func (s *Typesetter) Table(rows [][]string) {
	const small, gap = 4.2, 1.5
	edges := columns(rows)
	for _, row := range rows {
		cells := make([][]string, len(edges)-1)
		height := 1
		for i := range min(len(row), len(cells)) {
			room := (edges[i+1] - edges[i] - 2*gap) / small
			for words := row[i]; words != ""; {
				n, _ := fill(words, room-1)
				cells[i], words = append(cells[i], words[:n]), words[n:]
			}
			height = max(height, len(cells[i]))
		}
		if s.row+height > linesOfPage {
			s.turn()
		}
		top := firstLine + float64(s.row)*leading - 7.5
		bottom := top + float64(height)*leading
		for i, cell := range cells {
			for k, words := range cell {
				s.page.Lines = append(s.page.Lines, Line{words, edges[i] + gap, firstLine + float64(s.row+k)*leading, small, small})
			}
			s.page.Rules = append(s.page.Rules, Rule{edges[i], top, edges[i], bottom})
		}
		s.page.Rules = append(s.page.Rules, Rule{rightEdge, top, rightEdge, bottom}, Rule{leftEdge, top, rightEdge, top}, Rule{leftEdge, bottom, rightEdge, bottom})
		s.row += height
	}
}

// columns returns the edges of the columns of rows.
func columns(rows [][]string) []float64 {
	var widths []float64
	for _, row := range rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], min(Wide(cell), 15)+3)
		}
	}
	total := 0.0
	for _, w := range widths {
		total += w
	}
	edges := []float64{leftEdge}
	at := leftEdge
	for _, w := range widths {
		at += w * (rightEdge - leftEdge) / total
		edges = append(edges, at)
	}
	return edges
}
