package read

import (
	"bytes"
	"slices"
)

// A docxFlow is text with what is known of it: the body, a text box, a note.
type docxFlow struct {
	text   []byte
	styles []Style
	links  []Link
	tables []Table
}

// add appends g.
func (f *docxFlow) add(g *docxFlow) {
	n := len(f.text)
	f.text = append(f.text, g.text...)
	for _, s := range g.styles {
		f.styles = append(f.styles, Style{s.by(n), s.Kind, s.Level})
	}
	for _, l := range g.links {
		f.links = append(f.links, Link{l.by(n), l.URL})
	}
	for _, t := range g.tables {
		for _, row := range t.Rows {
			for i := range row {
				row[i] = row[i].by(n)
			}
		}
		t.Range = t.by(n)
		f.tables = append(f.tables, t)
	}
}

// by returns r moved by n bytes.
func (r Range) by(n int) Range { return Range{r.Lo + n, r.Hi + n} }

// before puts g before the line that begins at lo and has nothing but links yet.
func (f *docxFlow) before(lo int, g *docxFlow) {
	f.text = slices.Insert(f.text, lo, g.text...)
	first := len(f.links)
	for first > 0 && f.links[first-1].Lo >= lo {
		first--
		f.links[first].Range = f.links[first].by(len(g.text))
	}
	line := slices.Clone(f.links[first:])
	f.links = f.links[:first]
	rest := docxFlow{text: slices.Clone(f.text[lo+len(g.text):])}
	f.text = f.text[:lo]
	f.add(g)
	f.text = append(f.text, rest.text...)
	f.links = append(f.links, line...)
}

// cut drops the bytes from n on.
func (f *docxFlow) cut(n int) {
	f.text = f.text[:n]
	for k := len(f.styles); k > 0 && f.styles[k-1].Hi > n; k-- {
		f.styles = f.styles[:k-1]
	}
	for k := len(f.links); k > 0 && f.links[k-1].Hi > n; k-- {
		f.links = f.links[:k-1]
	}
	for k := len(f.tables); k > 0 && f.tables[k-1].Hi > n; k-- {
		f.tables = f.tables[:k-1]
	}
}

// link notes that the bytes from lo on are a link.
func (f *docxFlow) link(lo int, url string) {
	if lo > len(f.text) || url == "" {
		return
	}
	r := trimmedBytes(f.text, lo, len(f.text))
	if r.Lo == r.Hi {
		return
	}
	k := len(f.links)
	for k > 0 && f.links[k-1].Lo > r.Lo {
		k-- // a link within another ends first
	}
	f.links = slices.Insert(f.links, k, Link{r, url})
}

// style notes the looks of the bytes lo to hi.
func (f *docxFlow) style(lo, hi int, kind StyleKind, level int) {
	if r := trimmedBytes(f.text, lo, hi); r.Lo < r.Hi {
		f.styles = append(f.styles, Style{r, kind, level})
	}
}

// running says of every line of f that it is no part of the text.
func (f *docxFlow) running() {
	f.styles, f.tables = nil, nil
	for lo := 0; lo < len(f.text); {
		hi := len(f.text)
		if i := bytes.IndexByte(f.text[lo:], '\n'); i >= 0 {
			hi = lo + i
		}
		f.style(lo, hi, RunningHead, 0)
		lo = hi + 1
	}
}

// trimmedBytes returns the bytes lo to hi without the blanks at their ends.
func trimmedBytes(b []byte, lo, hi int) Range {
	const white = " \t\n\u00A0\u3000"
	s := bytes.TrimRight(b[lo:hi], white)
	hi = lo + len(s)
	return Range{hi - len(bytes.TrimLeft(s, white)), hi}
}
