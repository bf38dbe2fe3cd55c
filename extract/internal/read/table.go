package read

import "strings"

// ruledTable notes the Markdown table whose first row is the line lo to end:
// the line behind it must be the rule |---|---| with as many columns. It
// returns where the line behind the table begins; 0 is none.
func (m *marks) ruledTable(lo, end int) int {
	if end >= len(m.s) {
		return 0
	}
	ruleEnd := lineEnd(m.s, end+1)
	head := barCells(m.s, lo, end)
	if n := ruleColumns(m.s[end+1 : ruleEnd]); n == 0 || n != len(head) {
		return 0
	}
	if n := len(m.tables); n > 0 && m.tables[n-1].Hi > lo { // its head was taken for the end of a plain table
		m.tables = m.tables[:n-1]
	}
	t := Table{Range: Range{Lo: lo}}
	m.row(&t, lo, end, head)
	m.mark(end+1, ruleEnd)
	at, last := min(ruleEnd+1, len(m.s)), ruleEnd
	for at < len(m.s) {
		to := lineEnd(m.s, at)
		if strings.IndexByte(m.s[at:to], '|') < 0 {
			break
		}
		m.row(&t, at, to, barCells(m.s, at, to))
		last, at = to, min(to+1, len(m.s))
	}
	t.Hi = last
	m.tables = append(m.tables, t)
	m.sure = true
	return at
}

// row notes one row of a Markdown table: its bars are marks.
func (m *marks) row(t *Table, lo, end int, cells []Range) {
	m.inCell = true
	at := lo
	for _, c := range cells {
		m.bars(at, c.Lo)
		m.inline(c.Lo, c.Hi)
		at = c.Hi
	}
	m.bars(at, end)
	m.inCell = false
	t.Rows = append(t.Rows, cells)
}

// bars notes the bars between two cells as marks.
func (m *marks) bars(lo, hi int) {
	for i := lo; i < hi; i++ {
		if m.s[i] == '|' {
			m.mark(i, i+1)
		}
	}
}

// ruleColumns returns the number of columns of the rule |:---|---:|, 0 if line
// is none.
func ruleColumns(line string) int {
	if strings.Trim(line, "|-: \t") != "" || strings.IndexByte(line, '|') < 0 || strings.IndexByte(line, '-') < 0 {
		return 0
	}
	cells := barCells(line, 0, len(line))
	for _, c := range cells {
		if strings.Trim(line[c.Lo:c.Hi], ":") == "" || strings.ContainsAny(line[c.Lo:c.Hi], " \t") {
			return 0
		}
	}
	return len(cells)
}

// barCells returns the cells between the bars of the line lo to end. The bars
// at its ends bound no cell of their own; an escaped bar is none.
func barCells(s string, lo, end int) []Range {
	cells := split(s, lo, end, '|')
	if first := cells[0]; first.Lo == first.Hi && len(cells) > 1 {
		cells = cells[1:]
	}
	if last := cells[len(cells)-1]; last.Lo == last.Hi && len(cells) > 1 {
		cells = cells[:len(cells)-1]
	}
	return cells
}

// split returns the stretches of s[lo:end] between the bytes sep, without the
// blanks at their ends.
func split(s string, lo, end int, sep byte) []Range {
	cells := make([]Range, 0, 8)
	for at := lo; ; {
		to := at
		for to < end && (s[to] != sep || sep == '|' && to > at && s[to-1] == '\\') {
			to++
		}
		cells = append(cells, trimmed(s, at, to))
		if to == end {
			return cells
		}
		at = to + 1
	}
}

// trimmed returns s[lo:hi] without the blanks at its ends.
func trimmed(s string, lo, hi int) Range {
	hi -= len(s[lo:hi]) - len(strings.TrimRight(s[lo:hi], " \t\u00A0\u3000"))
	return Range{hi - len(strings.TrimLeft(s[lo:hi], " \t\u00A0\u3000")), hi}
}

// plainTable notes the table of plain text that begins on the line at: lines
// with as many cells each, parted by tabs or bars. A line with a tab or a bar
// alone is none, nor is a list of two columns whose first holds marks, labels
// or headings with page numbers: 1.⇥总则.
func (m *marks) plainTable(at int) {
	if at < m.tried {
		return
	}
	sep := byte('\t')
	if strings.IndexByte(m.s[at:lineEnd(m.s, at)], '|') >= 0 {
		sep = '|'
	}
	var t Table
	columns := 0
	for t.Lo = at; at < len(m.s); {
		end := lineEnd(m.s, at)
		cells := plainCells(m.s, at, end, sep)
		if len(cells) < 2 || columns > 0 && len(cells) != columns {
			break
		}
		columns = len(cells)
		t.Rows = append(t.Rows, cells)
		t.Hi = end
		at = min(end+1, len(m.s))
	}
	m.tried = at
	if columns >= 3 && len(t.Rows) >= 2 || len(t.Rows) >= 3 && m.isPairs(t.Rows) {
		m.tables = append(m.tables, t)
	}
}

// plainCells returns the cells of the line lo to end, nil if fewer than two of
// them have words.
func plainCells(s string, lo, end int, sep byte) []Range {
	if strings.IndexByte(s[lo:end], sep) < 0 {
		return nil
	}
	if sep == '|' {
		return filled(barCells(s, lo, end))
	}
	return filled(split(s, lo, end, sep))
}

// filled returns cells if at least two of them have words.
func filled(cells []Range) []Range {
	n := 0
	for _, c := range cells {
		if c.Lo < c.Hi {
			n++
		}
	}
	if n < 2 {
		return nil
	}
	return cells
}

// isPairs reports whether rows of two cells make a table.
func (m *marks) isPairs(rows [][]Range) bool {
	numbers := 0
	for _, row := range rows {
		first, second := m.s[row[0].Lo:row[0].Hi], m.s[row[1].Lo:row[1].Hi]
		for _, tail := range [...]string{"：", ":", ".", "、", "）", ")", "．"} {
			if strings.HasSuffix(first, tail) {
				return false
			}
		}
		if len(first) > 90 || len(second) > 180 {
			return false
		}
		if digits(second) {
			numbers++
		}
	}
	return numbers < len(rows)-1 // else a table of contents; the head row has no number
}
