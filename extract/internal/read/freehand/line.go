package freehand

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// How wide a gap in a line is, in heights of its characters.
const (
	blankGap = 0.6 // a blank; justified lines stretch to about 0.4
	cellGap  = 1.4 // another cell of a table, or words set apart
)

// A piece is a stretch of a run without wide gaps.
type piece struct {
	text        string
	x0, x1      float64
	top, bottom float64
	size        float64
	turn        Turn
	bold        bool
	role        Role
	serial      int // its place in the file
}

// A line is what stands side by side.
type line struct {
	cells       []piece // from left to right, with wide gaps between them
	x0, x1      float64
	top, bottom float64
	size        float64 // of most of its characters
	bold        bool    // all of it
	role        Role
	aside       bool // no part of the text: furniture
}

// text returns the words of the line.
func (l *line) text() string {
	if len(l.cells) == 1 {
		return l.cells[0].text
	}
	var b strings.Builder
	for i, c := range l.cells {
		if i > 0 {
			b.WriteString("    ")
		}
		b.WriteString(c.text)
	}
	return b.String()
}

// middle returns the height of the line's middle.
func (l *line) middle() float64 { return (l.top + l.bottom) / 2 }

// linesOf returns the lines of a page from top to bottom; those of turned and
// overlaid text follow the page's own.
func linesOf(p *Page) []line {
	var pieces []piece
	for i := range p.Runs {
		pieces = split(pieces, &p.Runs[i])
	}
	for i := range pieces {
		pieces[i].serial = i
	}
	own := main(pieces)
	var groups [Slanted + 1][2][]piece
	for _, c := range pieces {
		note := 0
		if c.role == Note {
			note = 1
		}
		groups[c.turn][note] = append(groups[c.turn][note], c)
	}
	list := gather(groups[own][0])
	groups[own][0] = nil
	for turn := range groups {
		for note, group := range groups[turn] {
			list = append(list, besides(gather(group), Turn(turn), note == 1)...)
		}
	}
	return list
}

// besides marks lines that do not run as the page does. A watermark or stamp
// is furniture; vertical words beside level text (the head of a form's row)
// are words, set behind the page's own.
func besides(lines []line, t Turn, note bool) []line {
	for i := range lines {
		lines[i].aside = note || t == Slanted
		lines[i].top, lines[i].bottom = math.Inf(1), math.Inf(1)
		lines[i].x0, lines[i].x1 = math.Inf(1), math.Inf(-1)
	}
	return lines
}

// main returns the turn that most characters of the page have.
func main(pieces []piece) Turn {
	var count [Slanted + 1]int
	for _, c := range pieces {
		if c.role != Note {
			count[c.turn] += len(c.text)
		}
	}
	best := Level
	for t := Down; t < Slanted; t++ {
		if count[t] > count[best] {
			best = t
		}
	}
	return best
}

// split appends the pieces of r: it is cut where the next glyph stands far off.
func split(list []piece, r *Run) []piece {
	size := r.Size
	if !(size > 0) || len(r.Glyphs) == 0 {
		return list
	}
	spread := pitch(r)
	var b strings.Builder
	from := -1
	end := 0.0 // where the last glyph with ink ends
	flush := func() {
		if from >= 0 && b.Len() > 0 {
			g := r.Glyphs[from]
			list = append(list, piece{text: b.String(), x0: g.X, x1: end, top: g.Y - 0.86*size, bottom: g.Y + 0.14*size,
				size: size, turn: r.Turn, bold: r.Bold, role: r.Role})
		}
		b.Reset()
		from = -1
	}
	blank := false
	for i, g := range r.Glyphs {
		if isBlank(g.R) {
			blank = true
			continue
		}
		if from >= 0 {
			gap := g.X - end
			switch {
			case gap > cellGap*size+spread || gap < -1.5*size || math.Abs(g.Y-r.Glyphs[from].Y) > 0.5*size:
				flush()
			case blank || gap > blankGap*size+spread:
				b.WriteByte(' ')
			}
		}
		if from < 0 {
			from = i
		}
		b.WriteRune(g.R)
		end = g.X + g.Width
		blank = false
	}
	flush()
	return list
}

// pitch returns by how much the gaps between all glyphs of r are widened: a
// red head or a title is often spread over its line. 0 where only some are.
func pitch(r *Run) float64 {
	least := math.Inf(1)
	for i := 1; i < len(r.Glyphs); i++ {
		a, b := r.Glyphs[i-1], r.Glyphs[i]
		if isBlank(a.R) || isBlank(b.R) || a.Y != b.Y {
			return 0
		}
		least = min(least, b.X-a.X-a.Width)
	}
	if len(r.Glyphs) < 2 || least < 0.3*r.Size || least > 3*r.Size {
		return 0
	}
	return least
}

// isBlank reports whether r leaves no ink.
func isBlank(r rune) bool {
	return r <= ' ' || r == 0xA0 || r == 0x3000 || r >= 0x2000 && r <= 0x200D || r == 0x202F || r == 0xFEFF
}

// gather makes lines of pieces.
func gather(pieces []piece) []line {
	slices.SortFunc(pieces, func(a, b piece) int {
		return cmp.Or(cmp.Compare(a.top+a.bottom, b.top+b.bottom), cmp.Compare(a.x0, b.x0), cmp.Compare(a.serial, b.serial))
	})
	var lines []line
	var open []piece
	var band piece // the tallest of the open line
	for _, c := range pieces {
		if len(open) > 0 && !beside(band, c) {
			lines = appendLine(lines, open)
			open = open[:0:0]
		}
		if len(open) == 0 || c.bottom-c.top > band.bottom-band.top && c.size < 1.6*band.size {
			band = c
		}
		open = append(open, c)
	}
	return appendLine(lines, open)
}

// beside reports whether b stands on the line that a stands on: they overlap
// by more than half of the lower one.
func beside(a, b piece) bool {
	return min(a.bottom, b.bottom)-max(a.top, b.top) > 0.5*min(a.bottom-a.top, b.bottom-b.top)
}

// appendLine appends the line that pieces make.
func appendLine(lines []line, pieces []piece) []line {
	if len(pieces) == 0 {
		return lines
	}
	slices.SortStableFunc(pieces, func(a, b piece) int { return cmp.Compare(a.x0, b.x0) })
	l := line{x0: math.Inf(1), x1: math.Inf(-1), top: math.Inf(1), bottom: math.Inf(-1), bold: true, role: pieces[0].role}
	most := 0
	for _, c := range pieces {
		if l.doubled(c) {
			continue
		}
		l.add(c)
		l.x0, l.x1 = min(l.x0, c.x0), max(l.x1, c.x1)
		l.top, l.bottom = min(l.top, c.top), max(l.bottom, c.bottom)
		l.bold = l.bold && c.bold
		if len(c.text) > most {
			most, l.size = len(c.text), c.size
		}
	}
	return append(lines, l)
}

// doubled reports whether c is set once more over what stands there, as false
// bold and shadows are.
func (l *line) doubled(c piece) bool {
	for i := len(l.cells) - 1; i >= 0; i-- {
		last := l.cells[i]
		if strings.HasSuffix(last.text, c.text) && math.Abs(last.x1-c.x1) < 0.35*c.size && math.Abs(last.bottom-c.bottom) < 0.35*c.size {
			return true
		}
	}
	return false
}

// add sets c behind what the line holds.
func (l *line) add(c piece) {
	n := len(l.cells)
	if n == 0 {
		l.cells = append(l.cells, c)
		return
	}
	last := &l.cells[n-1]
	size := min(last.size, c.size)
	gap := c.x0 - last.x1
	if gap > cellGap*max(last.size, c.size) {
		l.cells = append(l.cells, c)
		return
	}
	if gap > blankGap*size || gap > 0.15*size && latin(last.text, c.text) {
		last.text += " "
	}
	last.text += c.text
	last.x1 = max(last.x1, c.x1)
	last.bold = last.bold && c.bold
	if len(c.text) > len(last.text)-len(c.text) {
		last.size = c.size
	}
}

// latin reports whether Latin letters meet where b follows a: they are words.
func latin(a, b string) bool {
	return letter(a[len(a)-1]) && letter(b[0])
}

func letter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
