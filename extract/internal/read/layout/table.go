package layout

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// tableOf returns the rows of the table without rules that begins with the
// first of ls, and how many lines it took, 0 if there is none: lines of at
// least two parts that stand in columns, of which there are three or more and
// which two rows fill. Prose has no gaps, a list of names but one column, a
// formula but one row. Labels with their values (联系人：张三    电话：…)
// are none.
func tableOf(ls []line) (rows [][]Cell, n int) {
	if len(ls[0].parts) < 2 {
		return nil, 0
	}
	n, cols := aligned(ls)
	full, labels, parts := 0, 0, 0
	for i := range n {
		l := &ls[i]
		if len(l.parts) > 1 {
			full++
		}
		for _, p := range l.parts {
			parts++
			if strings.ContainsAny(l.text[p.lo:p.hi], "：:") {
				labels++
			}
		}
	}
	if 2*labels >= parts || full < 2 || len(cols) < 3 {
		return nil, 0
	}
	full = 0
	rows = rowsOf(ls[:n], cols)
	for _, row := range rows {
		if !slices.ContainsFunc(row, func(c Cell) bool { return c.Text == "" }) {
			full++
		}
	}
	if full < 2 {
		return nil, 0
	}
	return rows, n
}

// The lines that a table without rules is looked for in; a page has fewer.
const tableRows = 256

// An extent is a stretch of a line.
type extent struct{ lo, hi float64 }

// meets reports whether p stands below e.
func (e extent) meets(p part) bool { return min(e.hi, p.u1) > max(e.lo, p.u0) }

// aligned returns how many lines at the head of ls have parts that stand one
// below the other, and the columns that they make.
func aligned(ls []line) (n int, cols []extent) {
	for n < min(len(ls), tableRows) {
		l := &ls[n]
		if l.turned != ls[0].turned || n > 0 && l.v-ls[n-1].v > 4*l.size {
			break
		}
		if begins(l.text[:l.parts[0].hi]) {
			break // the item of a list: its mark may stand apart
		}
		wider, ok := widened(cols, l)
		if !ok || len(l.parts) == 1 && cols != nil && wider[0] != cols[0] {
			break
		}
		cols = wider
		n++
	}
	for i := range n { // a line by itself that is no part of a row ends the table
		if len(ls[i].parts) == 1 && rowNear(ls[:n], cols, i) < 0 {
			return i, cols
		}
	}
	return n, cols
}

// widened returns cols widened by the parts of l; false if one stands below two
// columns, or two below one.
func widened(cols []extent, l *line) ([]extent, bool) {
	if cols == nil {
		for _, p := range l.parts {
			cols = append(cols, extent{p.u0, p.u1})
		}
		return cols, true
	}
	out := slices.Clone(cols)
	last := -1
	for _, p := range l.parts {
		at := -1
		for i, col := range cols {
			if col.meets(p) {
				if at >= 0 {
					return nil, false
				}
				at = i
			}
		}
		if at < 0 || at <= last {
			return nil, false
		}
		out[at] = extent{min(out[at].lo, p.u0), max(out[at].hi, p.u1)}
		last = at
	}
	return out, true
}

// rowNear returns the line with a first part whose row line i, which has none,
// belongs to: cells of several lines stand around the middle of their row. It
// returns -1 if none is near.
func rowNear(ls []line, cols []extent, i int) int {
	best, dist := -1, 2.6*ls[i].size
	for _, step := range [...]int{-1, 1} {
		for k := i + step; k >= 0 && k < len(ls); k += step {
			d := math.Abs(ls[k].v - ls[i].v)
			if d >= dist {
				break
			}
			if len(ls[k].parts) > 1 && cols[0].meets(ls[k].parts[0]) {
				best, dist = k, d
				break
			}
		}
	}
	return best
}

// rowsOf returns the rows that lines make.
func rowsOf(ls []line, cols []extent) [][]Cell {
	home := make([]int, len(ls)) // of each line, the line of its row
	order := make([]int, len(ls))
	for i := range ls {
		home[i], order[i] = i, i
		if !cols[0].meets(ls[i].parts[0]) {
			if k := rowNear(ls, cols, i); k >= 0 && !numbered(&ls[k], &ls[i], cols) {
				home[i] = k
			}
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(home[a], home[b]) })
	var rows [][]Cell
	for n, i := range order {
		if n == 0 || home[order[n-1]] != home[i] {
			rows = append(rows, make([]Cell, len(cols)))
		}
		row := rows[len(rows)-1]
		for k, p := range ls[i].parts {
			for c, col := range cols {
				if col.meets(p) {
					l := ls[i].cut(k, k+1)
					b := Block{Text: row[c].Text, Runs: row[c].Runs}
					glue := ""
					if b.Text != "" {
						glue = Between(b.Text, l.text)
					}
					b.add(&l, glue)
					row[c] = Cell{b.Text, b.Runs}
				}
			}
		}
	}
	return rows
}

// numbered reports whether b, which has no first part, is a row of its own all
// the same: it has several parts, and one of them is a number of its own, below
// or above that of the row a. Merged cells leave such rows.
func numbered(a, b *line, cols []extent) bool {
	if len(b.parts) < 2 {
		return false
	}
	for _, col := range cols {
		for _, p := range a.parts {
			for _, q := range b.parts {
				if col.meets(p) && col.meets(q) && longFigure(a.text[p.lo:p.hi]) && longFigure(b.text[q.lo:q.hi]) {
					return true
				}
			}
		}
	}
	return false
}

// longFigure reports whether s is a telephone number or as long a figure.
func longFigure(s string) bool {
	figures := 0
	for _, r := range s {
		if '0' <= r && r <= '9' || '０' <= r && r <= '９' {
			figures++
		}
	}
	return figures >= 7
}
