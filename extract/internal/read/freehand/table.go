package freehand

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// table writes the table that begins with the first of spots and returns how
// many of them it took, 0 if none begins there.
func (w *writer) table(spots []spot) int {
	rows := tableOf(spots)
	if rows == nil {
		return 0
	}
	w.gap(spots[0])
	w.page(spots[0].page)
	t := Table{Range: Range{Lo: w.buf.Len()}}
	taken := 0
	for _, r := range rows {
		var cells []Range
		for i, c := range r.cells {
			if i > 0 {
				w.buf.WriteByte('\t')
			}
			lo := w.buf.Len()
			w.buf.WriteString(c)
			cells = append(cells, Range{lo, w.buf.Len()})
		}
		t.Hi = w.buf.Len()
		w.buf.WriteByte('\n')
		t.Rows = append(t.Rows, cells)
		taken += r.lines
	}
	w.text.Tables = append(w.text.Tables, t)
	return taken
}

// tableOf returns the rows of the table that begins with the first of spots,
// nil if there is none: lines of at least two cells, with one column below the
// other, three columns in two lines or two columns in three. Labels with their
// values (联系人：张三    电话：…) are none.
func tableOf(spots []spot) []row {
	if len(spots[0].l.cells) < 2 {
		return nil
	}
	lines, cols := alignedLines(spots)
	full, labels, cells := 0, 0, 0
	for _, l := range lines {
		if len(l.cells) > 1 {
			full++
		}
		for _, c := range l.cells {
			cells++
			if strings.ContainsAny(c.text, "：:") {
				labels++
			}
		}
	}
	if 2*labels >= cells || full < 2 || len(cols) < 3 && full < 3 {
		return nil
	}
	return rowsOf(lines, cols)
}

// An extent is a stretch of a line.
type extent struct{ lo, hi float64 }

// meets reports whether c stands below e.
func (e extent) meets(c piece) bool { return min(e.hi, c.x1) > max(e.lo, c.x0) }

// alignedLines returns the lines at the head of spots whose cells stand one
// below the other, and the columns that they make.
func alignedLines(spots []spot) (lines []*line, cols []extent) {
	for i, s := range spots {
		if s.l.aside || s.l.turned() || s.page != spots[0].page || i > 0 && s.l.top-spots[i-1].l.bottom > 2.5*s.l.size {
			break
		}
		if len(s.l.cells) == 1 && startsItem(s.l.cells[0].text) {
			break
		}
		wider, ok := columns(cols, s.l)
		if !ok || len(s.l.cells) == 1 && cols != nil && wider[0] != cols[0] {
			break
		}
		cols = wider
		lines = append(lines, s.l)
	}
	for i, l := range lines { // a line by itself that is no part of a row ends the table
		if len(l.cells) == 1 && nearest(lines, cols, i) < 0 {
			return lines[:i], cols
		}
	}
	return lines, cols
}

// columns returns cols widened by the cells of l; false if one cell lies below
// two columns, or two below one.
func columns(cols []extent, l *line) ([]extent, bool) {
	if cols == nil {
		for _, c := range l.cells {
			cols = append(cols, extent{c.x0, c.x1})
		}
		return cols, true
	}
	out := slices.Clone(cols)
	last := -1
	for _, c := range l.cells {
		at := -1
		for i, col := range cols {
			if col.meets(c) {
				if at >= 0 {
					return nil, false
				}
				at = i
			}
		}
		if at < 0 || at <= last {
			return nil, false
		}
		out[at] = extent{min(out[at].lo, c.x0), max(out[at].hi, c.x1)}
		last = at
	}
	return out, true
}

// nearest returns the line with a first cell whose row line i, which has none,
// belongs to: cells of several lines stand around the middle of their row. It
// returns -1 if none is near.
func nearest(lines []*line, cols []extent, i int) int {
	best, dist := -1, 2.6*lines[i].size
	for _, step := range [...]int{-1, 1} {
		for k := i + step; k >= 0 && k < len(lines); k += step {
			d := math.Abs(lines[k].middle() - lines[i].middle())
			if d >= dist {
				break
			}
			if len(lines[k].cells) > 1 && cols[0].meets(lines[k].cells[0]) {
				best, dist = k, d
				break
			}
		}
	}
	return best
}

// A row is a row of a table: its cells, and how many lines it took.
type row struct {
	cells []string
	lines int
}

// rowsOf returns the rows that lines make.
func rowsOf(lines []*line, cols []extent) []row {
	type part struct{ row, line int }
	parts := make([]part, len(lines))
	for i, l := range lines {
		parts[i] = part{i, i}
		if !cols[0].meets(l.cells[0]) {
			if k := nearest(lines, cols, i); k >= 0 && !numbered(lines[k], l, cols) {
				parts[i].row = k
			}
		}
	}
	slices.SortStableFunc(parts, func(a, b part) int { return cmp.Compare(a.row, b.row) })
	var rows []row
	for i, p := range parts {
		if i == 0 || parts[i-1].row != p.row {
			rows = append(rows, row{cells: make([]string, len(cols))})
		}
		r := &rows[len(rows)-1]
		r.lines++
		for _, c := range lines[p.line].cells {
			for k, col := range cols {
				if col.meets(c) {
					r.cells[k] = joined(r.cells[k], c.text)
				}
			}
		}
	}
	return rows
}

// numbered reports whether b, which has no first cell, is a row of its own all the
// same: it has several cells, and one of them is a number of its own, below or
// above that of the row a. Merged cells leave such rows.
func numbered(a, b *line, cols []extent) bool {
	if len(b.cells) < 2 {
		return false
	}
	for _, col := range cols {
		for _, c := range a.cells {
			for _, d := range b.cells {
				if col.meets(c) && col.meets(d) && number(c.text) && number(d.text) {
					return true
				}
			}
		}
	}
	return false
}

// number reports whether s is a telephone number or as long a figure.
func number(s string) bool {
	figures := 0
	for _, r := range s {
		if digit(r) {
			figures++
		}
	}
	return figures >= 7
}

// joined returns a and b, two lines of a cell, as one.
func joined(a, b string) string {
	if a != "" && b != "" && latin(a, b) {
		return a + " " + b
	}
	return a + b
}
