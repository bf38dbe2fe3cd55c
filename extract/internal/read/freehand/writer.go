package freehand

import "strings"

// A writer makes the text of the sheets.
type writer struct {
	sheets []sheet
	text   Text
	buf    strings.Builder
	next   int // the first page whose start is not written
}

// A spot is a line with its page.
type spot struct {
	page int
	at   int // among the lines of the page
	l    *line
}

// all writes all pages. The furniture that stands between the lines of a
// paragraph that runs over a page's end goes before it, if it belongs to the
// page the paragraph begins on, else behind it.
func (w *writer) all() {
	spots := w.spots()
	for i := 0; i < len(spots); {
		if spots[i].l.aside {
			w.aside(spots[i])
			i++
			continue
		}
		if n := w.table(spots[i:]); n > 0 {
			i += n
			continue
		}
		i += w.paragraph(spots[i:])
	}
	for w.next < len(w.sheets) {
		w.page(w.next)
	}
	w.text.Plain = w.buf.String()
}

// spots lists all lines in order.
func (w *writer) spots() []spot {
	n := 0
	for i := range w.sheets {
		n += len(w.sheets[i].lines)
	}
	list := make([]spot, 0, n)
	for i := range w.sheets {
		for j := range w.sheets[i].lines {
			list = append(list, spot{i, j, &w.sheets[i].lines[j]})
		}
	}
	return list
}

// page notes where the pages up to page i start.
func (w *writer) page(i int) {
	for ; w.next <= i; w.next++ {
		w.text.Pages = append(w.text.Pages, w.buf.Len())
	}
}

// aside writes a line of furniture.
func (w *writer) aside(s spot) {
	w.page(s.page)
	lo := w.buf.Len()
	w.buf.WriteString(s.l.text())
	w.style(lo, RunningHead)
	w.buf.WriteByte('\n')
}

// style notes that the text from lo on is of kind k.
func (w *writer) style(lo int, k Kind) {
	w.text.Styles = append(w.text.Styles, Style{Range{lo, w.buf.Len()}, k})
}

// paragraph writes the paragraph that begins with the first of spots, and
// returns how many of them it took.
func (w *writer) paragraph(spots []spot) int {
	lines := []spot{spots[0]}
	var between []spot // furniture within the paragraph
	taken := 1
	for j := 1; j < len(spots); j++ {
		if spots[j].l.aside {
			continue
		}
		a, b := lines[len(lines)-1], spots[j]
		if !w.follows(a, b) || !goesOn(lines[0].l, a.l, b.l, w.sheets[a.page].edges, w.sheets[b.page].edges) {
			break
		}
		between = append(between, spots[taken:j]...)
		lines = append(lines, b)
		taken = j + 1
	}
	for _, s := range between {
		if s.page == lines[0].page {
			w.aside(s)
		}
	}
	w.gap(lines[0])
	w.page(lines[0].page)
	lo, bold := w.buf.Len(), true
	for k, s := range lines {
		if k > 0 {
			w.seam(s.l.cells[0].text)
		}
		w.page(s.page)
		w.buf.WriteString(s.l.text())
		bold = bold && s.l.bold
	}
	if bold {
		w.style(lo, Bold)
	}
	if lines[0].l.role == Title {
		w.style(lo, Heading)
	}
	if centred(lines[0].l, w.sheets[lines[0].page].edges) {
		w.style(lo, Centred)
	}
	w.buf.WriteByte('\n')
	for _, s := range between {
		if s.page != lines[0].page {
			w.aside(s)
		}
	}
	return taken
}

// follows reports whether b stands one line below a, or first on the next page.
func (w *writer) follows(a, b spot) bool {
	if a.page == b.page {
		e := w.sheets[a.page].edges
		return b.l.bottom-a.l.bottom < 1.5*max(e.leading, 1.2*e.size)
	}
	return b.page == a.page+1
}

// seam writes what parts two lines of a paragraph: a blank between Latin words,
// nothing within an address of the web or of mail.
func (w *writer) seam(next string) {
	s := w.buf.String()
	last := s[len(s)-1]
	if !letter(next[0]) || !letter(last) && last != ',' && last != '.' && last != ';' {
		return
	}
	from := len(s)
	for from > 0 && s[from-1] > ' ' && s[from-1] < 0x80 && len(s)-from < 200 {
		from--
	}
	if word := s[from:]; !strings.ContainsAny(word, "/@") && !strings.Contains(word, "www.") {
		w.buf.WriteByte(' ')
	}
}

// gap writes an empty line where s stands well below the line before it.
func (w *writer) gap(s spot) {
	if w.next <= s.page || w.buf.Len() == 0 {
		return
	}
	e := w.sheets[s.page].edges
	if s.at == 0 || e.leading == 0 || s.l.turned() {
		return
	}
	if before := &w.sheets[s.page].lines[s.at-1]; s.l.bottom-before.bottom > 1.7*e.leading {
		w.buf.WriteByte('\n')
	}
}
