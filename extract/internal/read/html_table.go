package read

import (
	"strconv"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// widestTable bounds what colspan and rowspan may claim.
const widestTable = 32

// table writes the table at. A table of data becomes a line a row, with tabs
// between the cells; one that only places things on the page is blocks like
// any others; one that tells of the notice, a line a fact.
func (w *pageWriter) table(at int) {
	rows := w.p.rows(at)
	switch {
	case w.cells == 0 && w.p.isFacts(rows):
		w.factTable(rows)
	case w.cells > 0 || !w.p.isData(at, rows):
		w.block()
		w.children(at)
		w.block()
	default:
		w.dataTable(at, rows)
	}
}

// rows returns the cells of the table at, row by row, without those of tables
// within it.
func (p *webPage) rows(at int) [][]int {
	var rows [][]int
	end := int(p.nodes[at].end)
	for i := at + 1; i < end; {
		switch p.nodes[i].DataAtom {
		case atom.Table, atom.Caption:
			i = int(p.nodes[i].end)
		case atom.Tr:
			rows = append(rows, nil)
			i++
		case atom.Td, atom.Th:
			if len(rows) > 0 {
				rows[len(rows)-1] = append(rows[len(rows)-1], i)
			}
			i = int(p.nodes[i].end)
		default:
			i++
		}
	}
	return rows
}

// isData reports whether the table at holds data: no other table, two rows or
// more of two filled cells or more, and no cell that is a text of its own.
// A table that places things on a page has one row, or one column, or a cell
// with the notice in it.
func (p *webPage) isData(at int, rows [][]int) bool {
	full := 0
	for _, row := range rows {
		filled := 0
		for _, c := range row {
			if p.paragraphs(c) > mostParagraphs {
				return false
			}
			if p.words(c, 1) != "" {
				filled++
			}
		}
		if filled >= 2 {
			full++
		}
	}
	if full < 2 && !(full == 1 && len(rows) == 1 && len(rows[0]) >= 3) {
		return false
	}
	for i := at + 1; i < int(p.nodes[at].end); i++ {
		if p.nodes[i].DataAtom == atom.Table && p.nodes[i].han > 0 {
			return false
		}
	}
	return true
}

// mostParagraphs is how many paragraphs a cell of a table of data has at most.
const mostParagraphs = 12

// paragraphs counts the paragraphs with words in the element at.
func (p *webPage) paragraphs(at int) int {
	n := 0
	for i := at + 1; i < int(p.nodes[at].end); i++ {
		if e := &p.nodes[i]; (e.DataAtom == atom.P || e.DataAtom == atom.Div) && p.words(i, 1) != "" {
			n++
		}
	}
	return n
}

// dataTable writes a table of data. Where a cell spans others, these are empty.
func (w *pageWriter) dataTable(at int, rows [][]int) {
	w.block()
	w.caption(at)
	var t Table
	var below [widestTable]int // rows that a cell above still spans, by column
	t.Lo = len(w.buf)
	for _, row := range rows {
		if r := w.row(row, &below); r != nil {
			t.Rows = append(t.Rows, r)
			t.Hi = r[len(r)-1].Hi
		}
	}
	if len(t.Rows) > 0 {
		w.tables = append(w.tables, t)
	}
}

// caption writes the caption of the table at.
func (w *pageWriter) caption(at int) {
	for i := at + 1; i < int(w.p.nodes[at].end); i = int(w.p.nodes[i].end) {
		if w.p.nodes[i].DataAtom == atom.Caption {
			w.element(i)
		}
	}
	w.block()
}

// row writes one row of a table, nil if it has no words.
func (w *pageWriter) row(cells []int, below *[widestTable]int) []Range {
	start := len(w.buf)
	var row []Range
	words := false
	blankCell := func() {
		if len(row) > 0 {
			w.buf = append(w.buf, '\t')
		}
		row = append(row, Range{len(w.buf), len(w.buf)})
	}
	skip := func() {
		for len(row) < widestTable && below[len(row)] > 0 {
			below[len(row)]--
			blankCell()
		}
	}
	for _, c := range cells {
		skip()
		if len(row) >= widestTable {
			break
		}
		at := len(row)
		blankCell()
		row[at] = w.cell(c)
		words = words || row[at].Lo < row[at].Hi
		down := span(w.p.nodes[c].Node, "rowspan") - 1
		for k := span(w.p.nodes[c].Node, "colspan"); k > 0 && at < widestTable; k-- {
			if at == len(row) {
				blankCell()
			}
			below[at] = down
			at++
		}
	}
	skip()
	if !words {
		w.buf = w.buf[:start]
		return nil
	}
	w.endRow()
	return row
}

// cell writes the cell c and returns where its words stand.
func (w *pageWriter) cell(c int) Range {
	lo := len(w.buf)
	was := w.look
	w.cells++
	w.space = false
	w.dress(w.p.nodes[c].Node)
	w.children(c)
	if w.bold >= 0 {
		w.style(w.bold, len(w.buf), Bold, 0)
		w.bold = -1
	}
	w.cells--
	w.look, w.space = was, false
	r := w.trim(lo, len(w.buf))
	if r.Lo == r.Hi {
		w.buf = w.buf[:lo]
		r = Range{lo, lo}
	}
	return r
}

// endRow ends a row, the tabs behind its last words kept: they are cells.
func (w *pageWriter) endRow() {
	w.buf = append(w.buf, '\n')
	w.line, w.empty, w.centred, w.space = len(w.buf), false, false, false
}

// span returns the attribute colspan or rowspan of n, 1 if it has none.
func span(n *html.Node, key string) int {
	v, err := strconv.Atoi(attr(n, key))
	if err != nil || v < 1 {
		return 1
	}
	return min(v, widestTable)
}
