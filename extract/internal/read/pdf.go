package read

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"sort"
	"strings"
	"time"

	"gongwen/extract/internal/origin"
	"gongwen/extract/internal/read/layout"
	"gongwen/extract/internal/read/pdf"
	"gongwen/model"
)

// PDF is the Portable Document Format.
//
// Each paragraph is one line of the source's text, also where it runs on from
// one page to the next; a row of a table is one line with tabs between its
// cells. Signs whose characters the file does not tell become U+FFFD. A page
// that has none but such, or a picture instead of type, is left empty, with the
// warning needs-ocr.
var PDF = &Format{
	Name:  "pdf",
	Exts:  []string{".pdf"},
	Magic: isPDF,
	Read:  readPDF,
}

// isPDF reports whether data is a PDF file; some begin with a few other bytes.
func isPDF(data []byte) bool {
	return bytes.Contains(data[:min(len(data), 1024)], []byte("%PDF-"))
}

// readPDF reads a PDF file.
func readPDF(ctx context.Context, data []byte, opt Options) (*Source, error) {
	inner, cancel := context.WithTimeout(ctx, opt.Limits.time())
	defer cancel()
	d, err := pdf.Read(inner, data, pdf.Options{Password: opt.Password, Pages: opt.Limits.pages()})
	if err != nil {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		return nil, pdfError(err, opt.Limits.time())
	}
	recognised, err := recognise(ctx, data, d, opt)
	if err != nil {
		return nil, err
	}
	w := pdfText{ocr: recognised}
	w.document(d)
	src := w.source()
	src.Pages = len(d.Pages)
	if d.Cut {
		return src, &Error{Format: "pdf", Kind: TooLarge, Page: len(d.Pages) + 1, Err: fmt.Errorf("more than %d pages", len(d.Pages))}
	}
	if blank(src.Plain.String()) && len(src.Warnings) == min(len(w.recognised), 1) {
		why := "nothing on its pages"
		if len(w.recognised) > 0 {
			why = "no legible characters on its pages"
		}
		return src, &Error{Format: "pdf", Kind: Empty, Err: errors.New(why)}
	}
	return src, nil
}

// pdfError returns err with its kind.
func pdfError(err error, limit time.Duration) *Error {
	switch {
	case errors.Is(err, pdf.ErrEncrypted):
		return &Error{Format: "pdf", Kind: Encrypted, Err: errors.New("needs a password, or another one")}
	case errors.Is(err, context.DeadlineExceeded):
		return &Error{Format: "pdf", Kind: TooLarge, Err: fmt.Errorf("takes longer than %v", limit)}
	}
	return &Error{Format: "pdf", Kind: Damaged, Err: err}
}

// A pdfText gathers the source's text from the blocks of a PDF file.
type pdfText struct {
	b        strings.Builder
	pages    []int
	styles   []Style
	links    []Link
	tables   []Table
	warnings []model.Warning
	open     string // the paragraph written last, which may go on
	ocr      *recognition

	recognised []int // pages read by OCR
}

// document writes all pages.
func (w *pdfText) document(d *pdf.Document) {
	for i, p := range d.Pages {
		rest := p.Blocks
		reason, none := needsOCR(p)
		if blocks, ok := w.ocr.blocks[i]; ok {
			rest, reason, none = blocks, "", false
			w.recognised = append(w.recognised, i+1)
		}
		if reason != "" {
			reason = w.ocr.why(i, reason)
			w.warnings = append(w.warnings, model.Warning{
				Code:     "needs-ocr",
				Message:  fmt.Sprintf("page %d: %s", i+1, reason),
				Evidence: model.Evidence{Span: model.Span{Page: i + 1}, Rule: "read/needs-ocr"},
			})
		}
		switch {
		case none:
			rest, w.open = nil, ""
			w.pages = append(w.pages, w.b.Len())
		case len(rest) > 0 && rest[0].GoesOn && w.open != "":
			w.b.WriteString(layout.Between(w.open, rest[0].Text))
			w.pages = append(w.pages, w.b.Len())
			w.words(rest[0].Text, rest[0].Runs)
			w.open, rest = rest[0].Text, rest[1:]
		default:
			w.line()
			w.pages = append(w.pages, w.b.Len())
		}
		for k := range rest {
			w.block(&rest[k])
		}
	}
}

// needsOCR says why the page is to be read by its looks, "" if it is not, and
// whether what it says of itself is not worth keeping.
func needsOCR(p *pdf.Page) (reason string, none bool) {
	switch {
	case p.Unknown > 5 && 4*p.Unknown > p.Known:
		return fmt.Sprintf("%d of %d signs have no known character", p.Unknown, p.Unknown+p.Known), p.Unknown > p.Known
	case p.Known == 0 && p.Unknown > 0:
		return "its signs have no known characters", true
	case p.Known < 30 && p.Picture > 0.5:
		return "a picture", false
	case p.Known == 0 && p.Picture > 0.1:
		return "a picture", false
	case p.Known == 0 && p.Curves > 200:
		return "type drawn as outlines", false
	case p.Known == 0 && p.Failed:
		return "could not be read", false
	}
	return "", false
}

// line ends the line that is being written.
func (w *pdfText) line() {
	if n := w.b.Len(); n > 0 && w.b.String()[n-1] != '\n' {
		w.b.WriteByte('\n')
	}
	w.open = ""
}

// block writes one block on lines of its own.
func (w *pdfText) block(b *layout.Block) {
	w.line()
	lo := w.b.Len()
	switch b.Kind {
	case layout.Table:
		w.table(b)
		return
	case layout.RunningHead:
		w.styles = append(w.styles, Style{Range: Range{lo, lo + len(b.Text)}, Kind: RunningHead})
	case layout.Paragraph:
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
func (w *pdfText) words(text string, runs []layout.Run) {
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
func (w *pdfText) table(b *layout.Block) {
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
func (w *pdfText) source() *Source {
	w.line()
	if len(w.recognised) > 0 {
		w.warnings = append(w.warnings, recognisedWarning(w.recognised))
	}
	sort.SliceStable(w.styles, func(i, k int) bool { return w.styles[i].Lo < w.styles[k].Lo })
	return &Source{
		Plain:    origin.NewSource(w.b.String(), w.pages),
		Styles:   w.styles,
		Links:    w.links,
		Tables:   w.tables,
		Warnings: w.warnings,
	}
}
