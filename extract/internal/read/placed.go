package read

import (
	"sort"
	"strings"

	"gongwen/extract/internal/origin"
	"gongwen/extract/internal/read/layout"
)

// A pageText gathers the source's text from the blocks of pages: a paragraph is
// a line, also where it runs on from one page to the next; so is a row of a
// table, with tabs between its cells.
type pageText struct {
	b      strings.Builder
	pages  []int
	styles []Style
	links  []Link
	tables []Table
	open   string // the paragraph written last, which may go on
}

// page writes the blocks of the next page.
func (w *pageText) page(blocks []layout.Block) {
	if len(blocks) > 0 && blocks[0].GoesOn && w.open != "" {
		first := &blocks[0]
		w.b.WriteString(layout.Between(w.open, first.Text))
		w.pages = append(w.pages, w.b.Len())
		w.words(first.Text, first.Runs)
		w.open, blocks = first.Text, blocks[1:]
	} else {
		w.line()
		w.pages = append(w.pages, w.b.Len())
	}
	for k := range blocks {
		w.block(&blocks[k])
	}
}

// line ends the line that is being written.
func (w *pageText) line() {
	if n := w.b.Len(); n > 0 && w.b.String()[n-1] != '\n' {
		w.b.WriteByte('\n')
	}
	w.open = ""
}

// block writes one block on lines of its own.
func (w *pageText) block(b *layout.Block) {
	w.line()
	lo := w.b.Len()
	switch b.Kind {
	case layout.Table:
		w.table(b)
		return
	case layout.RunningHead:
		w.styles = append(w.styles, Style{Range: Range{lo, lo + len(b.Text)}, Kind: RunningHead})
	case layout.Paragraph:
		if b.Title {
			w.styles = append(w.styles, Style{Range: Range{lo, lo + len(b.Text)}, Kind: Heading, Level: 1})
		}
		if b.Centred {
			w.styles = append(w.styles, Style{Range: Range{lo, lo + len(b.Text)}, Kind: Centred})
		}
	}
	w.words(b.Text, b.Runs)
	if b.Kind == layout.Paragraph {
		w.open = b.Text
	}
}

// words writes text with the looks of its stretches.
func (w *pageText) words(text string, runs []layout.Run) {
	at := w.b.Len()
	w.b.WriteString(text)
	for _, r := range runs {
		place := Range{at + r.Lo, at + r.Hi}
		if r.Bold {
			w.styles = append(w.styles, Style{Range: place, Kind: Bold})
		}
		if r.URL == "" {
			continue
		}
		if n := len(w.links) - 1; n >= 0 && w.links[n].URL == r.URL && place.Lo-w.links[n].Hi <= 1 {
			w.links[n].Hi = place.Hi // the next line of the same
			continue
		}
		w.links = append(w.links, Link{place, r.URL})
	}
}

// table writes a table, a row a line.
func (w *pageText) table(b *layout.Block) {
	t := Table{Range: Range{Lo: w.b.Len()}}
	for i, row := range b.Rows {
		if i > 0 {
			w.b.WriteByte('\n')
		}
		var cells []Range
		for k, c := range row {
			if k > 0 {
				w.b.WriteByte('\t')
			}
			lo := w.b.Len()
			w.words(c.Text, c.Runs)
			cells = append(cells, Range{lo, w.b.Len()})
		}
		t.Rows = append(t.Rows, cells)
	}
	t.Hi = w.b.Len()
	w.tables = append(w.tables, t)
}

// source returns what was written.
func (w *pageText) source() *Source {
	w.line()
	sort.SliceStable(w.styles, func(i, k int) bool { return w.styles[i].Lo < w.styles[k].Lo })
	return &Source{
		Plain:  origin.NewSource(w.b.String(), w.pages),
		Styles: w.styles,
		Links:  w.links,
		Tables: w.tables,
	}
}
