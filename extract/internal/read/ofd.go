package read

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"gongwen/extract/internal/read/ofd"
	"gongwen/extract/internal/read/zipped"
	"gongwen/model"
)

// OFD is the fixed-layout format of Chinese administration (版式文档, GB/T
// 33190). The source's text is that of the pages in the order of reading, a
// line a paragraph; words laid over a page (watermarks, stamps, comments) and
// page numbers are running heads.
var OFD = &Format{
	Name:  "ofd",
	Exts:  []string{".ofd"},
	Magic: isOFD,
	Read:  readOFD,
}

// isOFD reports whether data is a zip file with the parts of an OFD document.
func isOFD(data []byte) bool {
	if !zipped.Is(data) {
		return false
	}
	zip, err := zipped.Open(data, 0)
	if err != nil {
		return false
	}
	pages := 0
	for _, m := range zip.Members {
		name := strings.ToLower(m.Name)
		if strings.HasSuffix("/"+name, "/ofd.xml") && strings.Count(name, "/") <= 1 {
			return true
		}
		if strings.HasPrefix(name, "doc_") && strings.HasSuffix(name, "/content.xml") && strings.Contains(name, "/pages/") {
			pages++
		}
	}
	return pages > 0 // its root is lost
}

// readOFD reads an OFD file.
func readOFD(ctx context.Context, data []byte, opt Options) (*Source, error) {
	zip, err := zipped.Open(data, min(opt.Limits.unpacked(), opt.Limits.packed(int64(len(data)))))
	if err != nil {
		return nil, err
	}
	doc, err := ofd.Read(ctx, zip, opt.Limits.pages())
	switch {
	case errors.Is(err, ofd.ErrEncrypted):
		return nil, &Error{Kind: Encrypted, Err: err}
	case errors.Is(err, zipped.ErrTooLarge):
		return nil, &Error{Kind: TooLarge, Err: err}
	case err != nil:
		return nil, err
	}
	var w pageText
	for _, p := range doc.Pages {
		w.page(p.Blocks)
	}
	src := w.source()
	src.Pages = len(doc.Pages)
	src.Warnings = ofdWarnings(doc)
	err = ofdDamage(doc)
	if err == nil && blank(src.Plain.String()) && !slices.ContainsFunc(src.Warnings, func(w model.Warning) bool { return w.Code == "needs-ocr" }) {
		err = &Error{Kind: Empty, Err: errors.New("nothing on its pages")}
	}
	return src, err
}

// ofdDamage returns the first problem as an error, nil if there is none.
func ofdDamage(doc *ofd.Document) error {
	if len(doc.Problems) == 0 {
		return nil
	}
	first := doc.Problems[0]
	err := first.Err
	if n := len(doc.Problems) - 1; n > 0 {
		err = fmt.Errorf("%w, and %d more", err, n)
	}
	return &Error{Format: "ofd", Page: first.Page, Kind: Damaged, Err: err}
}

// ofdWarnings returns what a reader of the text should know of the file.
func ofdWarnings(doc *ofd.Document) []model.Warning {
	var list []model.Warning
	warn := func(code, message string, page int) {
		w := model.Warning{Code: code, Message: message}
		w.Evidence.Page = page
		w.Evidence.Rule = "read/" + code
		list = append(list, w)
	}
	for i, p := range doc.Pages {
		switch {
		case p.Unmapped > p.Known:
			warn("needs-ocr", fmt.Sprintf("page %d: %d glyphs have no characters", i+1, p.Unmapped), i+1)
		case p.Known == 0 && p.Pictures > 0:
			warn("needs-ocr", fmt.Sprintf("page %d: a picture", i+1), i+1)
		case p.Known == 0 && p.Outlines > 200:
			warn("needs-ocr", fmt.Sprintf("page %d: type drawn as outlines", i+1), i+1)
		}
	}
	seals := 0
	for _, s := range doc.Signatures {
		if s.Seal {
			seals++
		}
	}
	if n := len(doc.Signatures); n > 0 {
		message := fmt.Sprintf("electronic signatures: %d, of them seals: %d; none was verified", n, seals)
		if s := doc.Signatures[0]; s.Time != "" {
			message += "; the first of " + s.Time
		}
		warn("sealed", message, 0)
	}
	for _, a := range doc.Attachments {
		warn("embedded-file", "a file travels within the document: "+a.Name, 0)
	}
	if doc.Bodies > 1 {
		warn("several-documents", fmt.Sprintf("the file holds %d documents", doc.Bodies), 0)
	}
	return list
}
