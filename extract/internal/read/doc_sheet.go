package read

import (
	"slices"
	"strings"
	"unicode/utf8"

	"gongwen/extract/internal/origin"
)

// A docSheet is the text of a DOC or RTF file as it is written, line by line.
type docSheet struct {
	flow      *docxFlow
	lo        int  // where the line begins
	words     bool // the line has words
	bold      bool // which are bold so far
	boldUntil int
	table     *docxTable
	edges     [][]int // of the rows of the table: the right edges of their cells
	rowLo     int
	cellLo    int
}

// A docLook is what is noted of a line.
type docLook struct {
	level    int  // of a heading
	centred  bool // between the margins
	bullet   bool // an item of a list without a number
	contents bool // an entry of a table of contents
}

// write appends the character r to the line.
func (s *docSheet) write(r rune, bold bool) {
	f := s.flow
	if r > ' ' && r != 0xA0 && r != 0x3000 {
		if !s.words {
			s.words, s.bold = true, bold
		} else if s.bold && !bold {
			s.bold, s.boldUntil = false, len(f.text)
		}
	}
	if r < utf8.RuneSelf {
		f.text = append(f.text, byte(r))
		return
	}
	f.text = utf8.AppendRune(f.text, r)
}

// puts appends words to the line.
func (s *docSheet) puts(words string, bold bool) {
	for _, r := range words {
		s.write(r, bold)
	}
}

// end ends the line.
func (s *docSheet) end(look docLook) {
	s.dress(look)
	s.flow.text = append(s.flow.text, '\n')
	s.begin()
}

// begin begins a line.
func (s *docSheet) begin() {
	s.lo, s.words, s.bold, s.boldUntil = len(s.flow.text), false, false, 0
}

// dress notes the looks of the line.
func (s *docSheet) dress(look docLook) {
	f, lo, hi := s.flow, s.lo, len(s.flow.text)
	switch {
	case look.contents: // it repeats the headings, with page numbers
		f.style(lo, hi, RunningHead, 0)
		return
	case look.level > 0:
		f.style(lo, hi, Heading, look.level)
	case look.bullet:
		f.style(lo, hi, ListItem, 0)
	}
	if look.centred {
		f.style(lo, hi, Centred, 0)
	}
	if s.bold {
		s.boldUntil = hi
	}
	if s.boldUntil > lo {
		f.style(lo, s.boldUntil, Bold, 0)
	}
}

// openTable begins a table, unless one is open.
func (s *docSheet) openTable() {
	if s.table != nil {
		return
	}
	f := s.flow
	s.table = &docxTable{lo: s.lo, styles: len(f.styles), tables: len(f.tables)}
	s.edges = nil
	s.rowLo, s.cellLo = s.lo, s.lo
}

// cell ends a cell with the line that it ends in.
func (s *docSheet) cell(look docLook) {
	s.openTable()
	s.dress(look)
	t, f := s.table, s.flow
	hi := len(f.text)
	for hi > s.cellLo && f.text[hi-1] == '\n' {
		hi--
	}
	f.cut(hi)
	t.row = append(t.row, trimmedBytes(f.text, s.cellLo, hi))
	t.seps = append(t.seps, hi)
	t.cells++
	f.text = append(f.text, '\t')
	s.begin()
	s.cellLo = s.lo
}

// row ends a row; edges are the right edges of its cells, where they are known.
func (s *docSheet) row(edges []int) {
	t, f := s.table, s.flow
	if t == nil || t.cells == 0 {
		return
	}
	f.cut(s.cellLo) // words behind the last cell are none of the row's
	f.text[len(f.text)-1] = '\n'
	t.seps = t.seps[:len(t.seps)-1]
	t.rows = append(t.rows, t.row)
	t.columns = max(t.columns, t.cells)
	if len(edges) != t.cells {
		edges = nil
	}
	s.edges = append(s.edges, edges)
	t.row, t.cells = nil, 0
	s.begin()
	s.rowLo, s.cellLo = s.lo, s.lo
}

// closeTable ends the table, if one is open.
func (s *docSheet) closeTable() {
	t, f := s.table, s.flow
	if t == nil {
		return
	}
	if t.cells > 0 { // the file is cut within a row
		s.row(nil)
	}
	s.table = nil
	s.pad(t)
	t.close(f)
}

// nearEdges is how far edges lie apart, in twentieths of a point, that are
// drawn as one.
const nearEdges = 20

// pad adds empty cells behind those that span several columns, as many as
// tables in use have.
func (s *docSheet) pad(t *docxTable) {
	var grid []int
	budget := 64
	for _, row := range s.edges {
		for _, e := range row {
			grid = addEdge(grid, e)
		}
		if row == nil || len(grid) > mostColumns {
			return // columns that nobody can tell
		}
		budget += 4 * len(row)
	}
	for i, row := range t.rows {
		if len(row) == len(grid) {
			continue
		}
		if budget -= len(grid) - len(row); budget < 0 {
			return
		}
		padded, column := make([]Range, 0, len(grid)), 0
		for k, c := range row {
			padded = append(padded, c)
			end := t.end(c, s.flow)
			for column++; column < len(grid) && grid[column-1] < s.edges[i][k]-nearEdges; column++ {
				padded = append(padded, Range{end, end})
			}
		}
		t.rows[i] = padded
	}
}

// end returns where the cell c ends with its blanks.
func (t *docxTable) end(c Range, f *docxFlow) int {
	at := c.Hi
	for at < len(f.text) && f.text[at] != '\t' && f.text[at] != '\n' {
		at++
	}
	return at
}

// addEdge adds e to the edges in order, unless one is there already.
func addEdge(edges []int, e int) []int {
	i := len(edges)
	for i > 0 && edges[i-1] > e {
		i--
	}
	if i > 0 && e-edges[i-1] <= nearEdges || i < len(edges) && edges[i]-e <= nearEdges {
		return edges
	}
	edges = append(edges, 0)
	copy(edges[i+1:], edges[i:])
	edges[i] = e
	return edges
}

// source returns f as a document.
func (f *docxFlow) source() *Source {
	text := strings.TrimRight(string(f.text), "\n") + "\n"
	return &Source{Plain: origin.NewSource(text, nil), Styles: f.styles, Links: f.links, Tables: f.withPlain(text)}
}

// withPlain returns the tables of f together with those that are set with tabs
// alone, as in plain text.
func (f *docxFlow) withPlain(text string) []Table {
	m := marks{s: text}
	ruled := f.tables
	for at := 0; at < len(text); {
		end := lineEnd(text, at)
		switch {
		case len(ruled) > 0 && at >= ruled[0].Lo:
			end = max(ruled[0].Hi, at)
			ruled = ruled[1:]
		case strings.IndexByte(text[at:end], '\t') >= 0:
			if m.s = text; len(ruled) > 0 {
				m.s = text[:ruled[0].Lo]
			}
			m.plainTable(at)
		}
		at = end + 1
	}
	if len(m.tables) == 0 {
		return f.tables
	}
	tables := append(m.tables, f.tables...)
	slices.SortFunc(tables, func(a, b Table) int { return a.Lo - b.Lo })
	return tables
}
