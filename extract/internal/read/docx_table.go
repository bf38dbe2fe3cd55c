package read

import "slices"

// The bounds of cells that are added for merged ones: those of a row, and
// those of a document.
const (
	mostColumns = 63
	mostPadding = 1 << 18
)

// A docxTable is the table that is read. In the text its cells are parted by
// tabs, its rows by line ends.
type docxTable struct {
	lo, styles, tables int // what the flow held before it
	rows               [][]Range
	row                []Range
	seps               []int // where the tabs between cells stand
	columns            int   // cells of the longest row
	cells              int   // cells of this row, merged ones once
}

// readTable reads a table. One of a single row or column is layout, as of a red
// head or an imprint: its cells are lines.
func (d *docxReader) readTable() {
	if d.par != nil {
		d.box(d.readTable)
		return
	}
	d.joined = -1
	outer := d.table
	t := &docxTable{lo: len(d.flow.text), styles: len(d.flow.styles), tables: len(d.flow.tables)}
	d.table = t
	d.content()
	d.table = outer
	t.close(d.flow)
}

// close ends the table.
func (t *docxTable) close(f *docxFlow) {
	if len(t.rows) == 0 {
		return
	}
	if t.columns < 2 || len(t.rows) < 2 {
		if t.broken(f) {
			for _, at := range t.seps {
				f.text[at] = '\n'
			}
		}
		return
	}
	for _, row := range t.rows {
		for _, c := range row {
			for i := c.Lo; i < c.Hi; i++ {
				if f.text[i] == '\n' || f.text[i] == '\t' {
					f.text[i] = ' ' // a row is a line
				}
			}
		}
	}
	f.styles = f.styles[:t.styles]
	f.tables = append(f.tables[:t.tables], Table{Range{t.lo, len(f.text) - 1}, t.rows})
}

// broken reports whether a cell has several lines.
func (t *docxTable) broken(f *docxFlow) bool {
	for _, row := range t.rows {
		for _, c := range row {
			if slices.Contains(f.text[c.Lo:c.Hi], '\n') {
				return true
			}
		}
	}
	return false
}

// row reads a row; one that is deleted or hidden is left out.
func (d *docxReader) row() {
	t := d.table
	if t == nil || d.par != nil {
		d.content()
		return
	}
	lo, seps := len(d.flow.text), len(t.seps)
	t.row, t.cells = nil, 0
	gone := false
	for name := range d.x.children() {
		if name != "trPr" {
			d.element(name)
			continue
		}
		for name := range d.x.children() {
			switch name {
			case "del":
				gone = true
			case "hidden":
				gone = gone || d.x.on()
			case "gridBefore":
				d.pad(d.x.number("val", mostColumns, 0), lo)
			}
		}
	}
	if gone || t.cells == 0 {
		d.flow.cut(lo)
		t.seps = t.seps[:seps]
		return
	}
	d.flow.text[len(d.flow.text)-1] = '\n'
	t.seps = t.seps[:len(t.seps)-1]
	t.rows = append(t.rows, t.row)
	t.columns = max(t.columns, t.cells)
}

// pad adds n empty cells at the byte at.
func (d *docxReader) pad(n, at int) {
	t := d.table
	for ; n > 0 && d.padding > 0 && len(t.row) < mostColumns; n-- {
		t.row = append(t.row, Range{at, at})
		d.padding--
	}
}

// cell reads a cell. One that is merged with the cell above or before it is
// empty, and one that spans columns is followed by empty ones.
func (d *docxReader) cell() {
	t := d.table
	if t == nil || d.par != nil {
		d.content()
		return
	}
	lo := len(d.flow.text)
	span, merged := 1, false
	for name := range d.x.children() {
		if name != "tcPr" {
			d.element(name)
			continue
		}
		for name := range d.x.children() {
			switch name {
			case "gridSpan":
				span = max(1, d.x.number("val", mostColumns, 1))
			case "vMerge", "hMerge":
				merged = d.x.attr("val") != "restart"
			case "cellDel":
				merged = true
			}
		}
	}
	d.joined = -1
	if merged {
		d.flow.cut(lo)
	}
	hi := len(d.flow.text)
	for hi > lo && d.flow.text[hi-1] == '\n' {
		hi--
	}
	d.flow.cut(hi)
	c := trimmedBytes(d.flow.text, lo, hi)
	t.row = append(t.row, c)
	d.pad(span-1, hi)
	d.flow.text = append(d.flow.text, '\t')
	t.seps = append(t.seps, hi)
	t.cells++
}
