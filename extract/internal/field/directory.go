package field

import (
	"slices"
	"strings"

	"gongwen/extract/internal/lexicon"
	"gongwen/extract/internal/scan"
	"gongwen/extract/internal/segment"
)

// A directory (通讯录) is a table of the people to turn to. Its head says what
// stands in which column; its rows are lines of cells parted by tabs or blanks
// or, in web copies and in text out of PDF, cells that have a line each.

// contactColumns are the tails of the heads of its columns, with their kinds.
var contactColumns = lexicon.Standard().Words("contact_columns")

// The bounds of a directory, in cells and in code points.
const (
	maxColumns   = 12
	widestColumn = 10
	widestCell   = 40
	widestRow    = 200
)

// A head is the head of a directory.
type head struct {
	columns []string // their kinds
	cells   []cell
}

// A filled cell is a cell in the column that it belongs to.
type filled struct {
	cell
	column string
}

// directory reads the directory whose head stands on line i into the notice and
// returns the line behind it; i where none stands there.
func (p *Pass) directory(i int) int {
	if !mayHead(&p.Outline.Lines[i]) && !leads(&p.Outline.Lines[i]) {
		return i
	}
	h, at := p.headOn(i)
	if at == i {
		h, at = p.headLed(i)
	}
	rows, end := [][]filled(nil), i
	if at > i {
		rows, end = p.rowsOn(h, at)
	} else if h, at = p.headDown(i); at > i {
		rows, end = p.rowsDown(h, at)
	}
	if len(rows) == 0 {
		return i
	}
	d := register{p: p}
	for _, row := range rows {
		d.add(row)
	}
	d.flush()
	return end
}

// mayHead is a quick refusal of lines that hold no head of a directory.
func mayHead(l *segment.Line) bool {
	n := l.Points()
	return n >= 2 && n <= 60 && l.Mark.Kind == scan.NoMark && l.Signs&(segment.Stop|segment.Digit|segment.Cited|segment.Colon) == 0 && len(l.Breaks) == 0
}

// column returns the kind of the column that s heads, "" if it heads none.
func column(s string) string {
	s = squeeze(s)
	if i := scan.Index(s, "（"); i > 0 && strings.HasSuffix(s, "）") { // 联系电话（区号）
		s = s[:i]
	}
	if len(s) > widestColumn*len("字") {
		return ""
	}
	kind, _ := contactColumns.SuffixValue(s)
	return kind
}

// heads reports whether the columns are those of a directory: numbers to call
// beside people or bodies, and nothing that belongs to a roster of winners, of
// pupils or of payments.
func heads(columns []string) bool {
	has := func(kind string) bool { return slices.Contains(columns, kind) }
	return len(columns) >= 2 && len(columns) <= maxColumns && !has("private") &&
		(has("person") || (has("phone") || has("email")) && (has("name") || has("unit")))
}

// headOn reads a head that stands on line i alone: 单位　联系人　电话.
func (p *Pass) headOn(i int) (h head, next int) {
	if l := &p.Outline.Lines[i]; len(l.Flat()) == l.Text.Len() { // no blanks
		return h, i
	}
	known := 0
	for _, c := range p.cells(i) {
		kind := column(c.s)
		switch {
		case kind != "":
			known++
		case width(c.s) > widestColumn || isPerson(c.s) || scan.HasAny(c.s, "，；"):
			return h, i
		default:
			kind = "other"
		}
		h.columns = append(h.columns, kind)
		h.cells = append(h.cells, c)
	}
	if known < 2 || 2*known < len(h.columns) || !heads(h.columns) {
		return h, i
	}
	return h, i + 1
}

// leads reports whether l has nothing but a label of telephone numbers, and so
// leads to them: 咨询电话：, 各片区联系人及电话：.
func leads(l *segment.Line) bool {
	if l.Signs&segment.Digit == 0 && strings.HasSuffix(l.String(), "。联系方式：") { // 欢迎提供线索。联系方式：
		return true
	}
	if l.Points() > 2*widestColumn || l.Signs&(segment.Colon|segment.Digit) != segment.Colon {
		return false
	}
	s := l.Flat()
	name, ok := strings.CutSuffix(s, "：")
	kind := column(lastOf(name, widestColumn*len("字")))
	return ok && (kind == "phone" || kind == "person") && !scan.Has(name, "：")
}

// headLed gives the columns of the rows that line i leads to, which have no head:
// a body or a person, or both, and their numbers.
func (p *Pass) headLed(i int) (h head, next int) {
	if !leads(&p.Outline.Lines[i]) {
		return h, i
	}
	return head{columns: []string{"serial", "unit", "name", "phone", "other"}}, i + 1 // 5500001　工作日可拨
}

// headDown reads a head whose cells have a line each, from line i on. Between
// two that are known one may stand that is not.
func (p *Pass) headDown(i int) (h head, next int) {
	ls := p.Outline.Lines
	at := i
	for ; at < len(ls) && len(h.columns) <= maxColumns; at++ {
		if ls[at].Kind == segment.Furniture && at > i {
			continue // the page ends inside the head
		}
		if !mayHead(&ls[at]) {
			break
		}
		kind := column(ls[at].String())
		if _, after := p.headOn(at); after > at {
			break // 单位 above it was no cell of this table
		}
		if kind == "" {
			if at == i || at+1 == len(ls) || ls[at].Points() > widestColumn || column(ls[at+1].String()) == "" || isPerson(ls[at].Flat()) {
				break
			}
			kind = "other"
		}
		h.columns = append(h.columns, kind)
		h.cells = append(h.cells, p.cellOf(at))
	}
	if !heads(h.columns) {
		return h, i
	}
	return h, at
}

// headAgain returns the line behind the head h where it is repeated at line i, as
// at the top of a page; i where it is not.
func (p *Pass) headAgain(h head, i int) int {
	k := 0
	for at := i; at < len(p.Outline.Lines); at++ {
		if p.Outline.Lines[at].Kind == segment.Furniture {
			continue
		}
		for _, c := range p.cells(at) {
			if k == len(h.cells) || squeeze(c.s) != squeeze(h.cells[k].s) {
				return i
			}
			k++
		}
		if k == len(h.cells) {
			return at + 1
		}
	}
	return i
}

// rowsOn reads the rows below the head h that have a line each, from line i on,
// and returns the line behind them.
func (p *Pass) rowsOn(h head, i int) (rows [][]filled, end int) {
	end = i
	for at := i; at < len(p.Outline.Lines); at++ {
		if p.Outline.Lines[at].Kind == segment.Furniture {
			continue
		}
		if !p.mayRow(at) || len(h.cells) == 0 && p.Outline.Lines[at].Signs&segment.Colon != 0 && labelColon(p.Outline.Lines[at].String()) {
			break // rows without a head whose cells have labels: 田　宁：0771-…
		}
		if next := p.headAgain(h, at); next > at && len(rows) > 0 && len(h.cells) > 0 {
			at = next - 1
			continue
		}
		cells := p.cells(at)
		row, ok := exact(h.columns, cells)
		if !ok {
			var n int
			full := slices.DeleteFunc(slices.Clone(cells), func(c cell) bool { return c.s == "" })
			if row, n = fitted(h.columns, full, false); n < len(full) {
				break
			}
		}
		rows = append(rows, row)
		end = at + 1
	}
	return rows, end
}

// labelColon reports whether a colon in s stands behind a word, not within a time of day.
func labelColon(s string) bool {
	for i, r := range s {
		if (r == '：' || r == ':') && (i == 0 || !isDigit(s[i-1])) {
			return true
		}
	}
	return false
}

// rowsDown reads the rows below the head h whose cells have a line each. An
// empty cell has left no line: where the rows are not all full, each cell goes
// by what it looks like.
func (p *Pass) rowsDown(h head, i int) (rows [][]filled, end int) {
	rows, end = p.stacked(h, i, true)
	if loose, further := p.stacked(h, i, false); further > end {
		rows, end = loose, further
	}
	return rows, end
}

// stacked reads the rows below h from line i on, all of them full or each cell
// by what it looks like.
func (p *Pass) stacked(h head, i int, full bool) (rows [][]filled, end int) {
	end = i
	for at := i; at < len(p.Outline.Lines); {
		if next := p.headAgain(h, at); next > at && len(rows) > 0 {
			at = next
			continue
		}
		cells := p.below(at, 2*len(h.columns)+2)
		row, n := fitted(h.columns, cells, true)
		if full {
			n = min(len(h.columns), len(cells))
			ok := false
			if row, ok = exact(h.columns, cells[:n]); !ok {
				n = 0
			}
		}
		if n == 0 {
			break
		}
		rows = append(rows, row)
		at = cells[n-1].line + 1
		end = at
	}
	return rows, end
}

// below returns the cells that have a line each from line i on, n of them at most.
func (p *Pass) below(i, n int) (cells []cell) {
	for ; i < len(p.Outline.Lines) && len(cells) < n; i++ {
		if p.Outline.Lines[i].Kind == segment.Furniture {
			continue
		}
		c := p.cellOf(i)
		if !p.mayRow(i) || width(c.s) > widestCell || scan.Has(c.s, "。") {
			break
		}
		cells = append(cells, c)
	}
	return cells
}

// mayRow reports whether line i can be part of a table.
func (p *Pass) mayRow(i int) bool {
	l := &p.Outline.Lines[i]
	switch l.Kind {
	case segment.Signature, segment.IssueDate, segment.Note, segment.AttachmentMark, segment.AttachmentNote, segment.CopiedTo, segment.Printed, segment.Keywords:
		return false
	}
	return l.Points() <= widestRow && len(l.Breaks) == 0
}

// exact gives the cells, as many as there are columns, their columns. It fails
// where one of them holds what its column cannot, or nobody can be reached.
func exact(columns []string, cells []cell) (row []filled, ok bool) {
	if len(cells) != len(columns) {
		return nil, false
	}
	for k, c := range cells {
		if c.s == "" {
			continue
		}
		kind := columns[k]
		if kind == "phone" && !holds(kind, c.s) {
			kind = "person" // 周老师 13877001234
		}
		if !holds(kind, c.s) {
			return nil, false
		}
		row = append(row, filled{c, kind})
	}
	return row, reaches(row) || len(row) < len(cells) && named(row)
}

// holds reports whether a column of that kind can hold s.
func holds(kind, s string) bool {
	switch kind {
	case "serial":
		return serial(s)
	case "phone", "fax":
		return len(phonesOf(s)) > 0 || none(s)
	case "email":
		return strings.Contains(s, "@") || none(s)
	case "postcode":
		return digits(s) == len(s) && len(s) == 6
	case "person":
		return scan.HasAny(s, "0123456789") && len(namesAt(s, 0)) > 0
	case "name":
		return !scan.HasAny(s, "0123456789@，。") && width(s) <= widestCell
	case "unit":
		return column(s) != "phone" && column(s) != "name" && len(phonesOf(s)) == 0 && !serial(s) && !strings.Contains(s, "@") && width(s) <= widestCell
	}
	return true
}

// fitted gives the first of the cells the columns that they look like, in the
// order of the columns, until a row ends; n is how many it took, 0 where they
// are no row. Names and numbers may take several cells. Where the cells of other
// rows follow, a cell that begins a whole row belongs to that one.
func fitted(columns []string, cells []cell, rowsFollow bool) (row []filled, n int) {
	at := 0
	for n < len(cells) {
		k := at
		for k < len(columns) && !resembles(columns[k], cells[n].s) {
			k++
		}
		if k == len(columns) {
			break
		}
		if rowsFollow && reaches(row) && k >= at && loose(columns[k]) && whole(columns, cells[n:]) {
			break
		}
		row = append(row, filled{cells[n], columns[k]})
		n++
		if at = k; columns[k] != "name" && columns[k] != "phone" && columns[k] != "person" {
			at++
		}
	}
	if !reaches(row) {
		return nil, 0
	}
	return row, n
}

// loose reports whether cells of that kind look like no other.
func loose(kind string) bool { return kind == "other" || kind == "address" || kind == "name" }

// whole reports whether a row begins at the cells that has all that its columns name.
func whole(columns []string, cells []cell) bool {
	row, _ := fitted(columns, cells, false)
	for _, kind := range columns {
		if (kind == "unit" || kind == "name" || kind == "serial") && !slices.ContainsFunc(row, func(f filled) bool { return f.column == kind }) {
			return false
		}
	}
	return len(row) > 0
}

// resembles reports whether s looks like what columns of that kind hold.
func resembles(kind, s string) bool {
	switch kind {
	case "serial":
		return serial(s)
	case "phone", "fax":
		return len(phonesOf(s)) > 0
	case "email":
		return strings.Contains(s, "@")
	case "person":
		return holds(kind, s)
	case "name":
		return onlyNames(s)
	case "unit", "other", "address":
		return column(s) != "phone" && column(s) != "name" && !scan.Has(s, "：") && !onlyNames(s) && !serial(s) && len(phonesOf(s)) == 0 && !strings.Contains(s, "@")
	}
	return false
}

// serial reports whether s is the number of a row.
func serial(s string) bool {
	n := digits(s)
	return n > 0 && n <= 3 && strings.Trim(s[n:], ".、．") == ""
}

// none reports whether s says that a cell is empty, or holds a number that only
// the house knows (8001).
func none(s string) bool {
	return strings.Trim(s, "/／—-－无") == "" || digits(s) == len(s) && len(s) <= 6
}

// reaches reports whether the row names a person or a body and a number or an
// address to reach them at.
func reaches(row []filled) bool {
	who, how := false, false
	for _, f := range row {
		switch f.column {
		case "person":
			who, how = true, true
		case "name", "unit":
			who = true
		case "phone", "fax":
			how = how || len(phonesOf(f.s)) > 0
		case "email":
			how = true
		}
	}
	return who && how
}

// named reports whether the row has nothing but who is reached at the number of
// the row before (the cell with the number being merged), or a second number.
func named(row []filled) bool {
	for _, f := range row {
		if f.column == "name" && onlyNames(f.s) || f.column == "phone" && len(phonesOf(f.s)) > 0 {
			return true
		}
	}
	return false
}
