package read

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"time"

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
	w.write(d)
	src := w.source()
	src.Pages, src.Warnings = len(d.Pages), w.warnings
	if len(w.recognised) > 0 {
		src.Warnings = append(src.Warnings, recognisedWarning(w.recognised))
	}
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

// A pdfText gathers the source's text from the pages of a PDF file.
type pdfText struct {
	pageText
	warnings []model.Warning
	ocr      *recognition

	recognised []int // pages read by OCR
}

// write writes all pages.
func (w *pdfText) write(d *pdf.Document) {
	for i, p := range d.Pages {
		blocks := p.Blocks
		reason, none := needsOCR(p)
		if none {
			blocks = nil
		}
		if own, ok := w.ocr.blocks[i]; ok {
			blocks, reason = own, ""
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
		w.page(blocks)
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
