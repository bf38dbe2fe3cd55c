// Package ofd reads the pages of OFD files (版式文档, GB/T 33190): a zip file of
// XML parts. It finds what the parts say stands where; package layout makes
// text of it.
//
// Real files break the standard in many ways, so nothing is taken for granted:
// prefixes and name spaces, absolute and relative paths with either slash,
// folders in Chinese, a DocRoot that names a folder, missing parts.
package ofd

import (
	"context"
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	"gongwen/extract/internal/read/layout"
	"gongwen/extract/internal/read/zipped"
)

// A Document is what an OFD file holds, all its documents one behind the other.
type Document struct {
	Pages       []*Page
	Bodies      int // how many documents
	Attachments []Attachment
	Signatures  []Signature
	Problems    []Problem
}

// A Page is one page.
type Page struct {
	layout.Page
	Pictures int // images on it
	Outlines int // paths: type may be drawn with them
	Known    int // glyphs of the text
	Unmapped int // glyphs that no character stands for
}

// An Attachment is a file that travels within the document (附件).
type Attachment struct {
	Name, Format, Path string
}

// A Signature is an electronic signature (数字签名) or seal (电子印章).
type Signature struct {
	Provider, Time string
	Seal           bool // it shows a seal on a page
}

// A Problem is a part that is missing or damaged.
type Problem struct {
	Page int // from 1; 0 where no page is concerned
	Err  error
}

// The limits of one file.
const (
	mostGlyphs   = 20_000_000
	mostObjects  = 5_000_000
	deepestUnits = 8 // composite objects within one another
)

// ErrEncrypted says that the parts are encrypted.
var ErrEncrypted = errors.New("needs a password or certificate")

// Is reports whether the names of an archive's members are those of an OFD file.
func Is(names []string) bool {
	for _, n := range names {
		if base := path.Base(n); strings.EqualFold(base, "OFD.xml") {
			return true
		}
	}
	return false
}

// A reader reads one file.
type reader struct {
	ctx     context.Context
	zip     *zipped.Archive
	doc     *Document
	parts   map[string]*element // parts read before
	most    int                 // pages
	cut     bool                // there are more
	glyphs  int
	objects int
}

// Read reads the document of an archive, at most so many pages. The error says why nothing could be
// read; what is wrong with parts of it is among the Problems.
func Read(ctx context.Context, zip *zipped.Archive, pages int) (*Document, error) {
	r := &reader{ctx: ctx, zip: zip, most: pages, doc: &Document{}, parts: map[string]*element{}}
	if zip.Damage != nil {
		r.problem(0, fmt.Errorf("zip file: %w", zip.Damage))
	}
	if r.encrypted() {
		return nil, ErrEncrypted
	}
	root := r.root()
	bodies := r.bodies(root)
	for _, b := range bodies {
		r.body(b)
	}
	if len(r.doc.Pages) == 0 && ctx.Err() == nil {
		r.stray()
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if len(r.doc.Pages) == 0 {
		if len(r.doc.Problems) > 0 {
			return nil, r.doc.Problems[len(r.doc.Problems)-1].Err
		}
		return nil, errors.New("no pages")
	}
	placed := make([]*layout.Page, len(r.doc.Pages))
	for i, p := range r.doc.Pages {
		placed[i] = &p.Page
	}
	return r.doc, layout.Set(ctx, placed)
}

// problem notes what is wrong with a part.
func (r *reader) problem(page int, err error) {
	if len(r.doc.Problems) < 1000 {
		r.doc.Problems = append(r.doc.Problems, Problem{page, err})
	}
}

// encrypted reports whether the file's parts are encrypted, by the password of
// the zip file or as GB/T 33190 has it, with a list of what is encrypted.
func (r *reader) encrypted() bool {
	locked, listed := 0, false
	for _, m := range r.zip.Members {
		if m.Encrypted {
			locked++
		}
		listed = listed || strings.EqualFold(path.Base(m.Name), "Encryptions.xml") || strings.EqualFold(path.Base(m.Name), "CryptEntries.xml")
	}
	if locked > 0 && 2*locked >= len(r.zip.Members) {
		return true
	}
	return listed && r.part(r.rootName()).first("DocRoot") == nil
}

// rootName returns the name of the OFD.xml that stands least deep.
func (r *reader) rootName() string {
	best := ""
	for _, m := range r.zip.Members {
		if strings.EqualFold(path.Base(m.Name), "OFD.xml") && (best == "" || strings.Count(m.Name, "/") < strings.Count(best, "/")) {
			best = m.Name
		}
	}
	return best
}

// root reads OFD.xml.
func (r *reader) root() *element {
	name := r.rootName()
	if name == "" {
		r.problem(0, errors.New("OFD.xml is missing"))
		return nil
	}
	return r.part(name)
}

// A body is one document of the file.
type body struct {
	root       string // the name of its Document.xml
	signatures string
}

// bodies lists the documents that OFD.xml names, else those that are there.
func (r *reader) bodies(root *element) []body {
	var list []body
	base := path.Dir(r.rootName())
	root.all("DocBody", func(e *element) {
		b := body{root: r.resolve(base, e.kid("DocRoot").words()), signatures: r.resolve(base, e.kid("Signatures").words())}
		e.all("Version", func(v *element) {
			if strings.EqualFold(v.attr("Current"), "true") {
				name := r.resolve(base, v.attr("BaseLoc"))
				if now := r.resolve(path.Dir(name), r.part(name).first("DocRoot").words()); now != "" {
					b.root = now
				}
			}
		})
		if r.zip.Find(b.root) == nil {
			if in := path.Join(b.root, "Document.xml"); b.root != "" && r.zip.Find(in) != nil {
				b.root = in
			}
		}
		list = append(list, b)
	})
	if !slices.ContainsFunc(list, func(b body) bool { return r.zip.Find(b.root) != nil }) {
		list = nil
		for _, m := range r.zip.Members {
			if strings.EqualFold(path.Base(m.Name), "Document.xml") {
				list = append(list, body{root: m.Name})
			}
		}
	}
	return list
}

// resolve returns the name of the member that loc means in a part of the
// folder base, "" for an empty loc. Producers take paths relative to the part,
// to its document and to the file for one another, so the first that is there
// is meant.
func (r *reader) resolve(base, loc string) string {
	loc = strings.TrimSpace(strings.ReplaceAll(loc, "\\", "/"))
	if loc == "" {
		return ""
	}
	plain := strings.TrimPrefix(path.Clean("/"+loc), "/")
	names := []string{path.Join(base, loc), plain}
	if strings.HasPrefix(loc, "/") {
		names = []string{plain, path.Join(base, plain)}
	}
	for up := base; up != "." && up != "/" && up != ""; up = path.Dir(up) {
		names = append(names, path.Join(path.Dir(up), plain))
	}
	for _, n := range names {
		n = strings.TrimPrefix(n, "/")
		if r.zip.Find(n) != nil {
			return n
		}
	}
	return strings.TrimPrefix(names[0], "/")
}

// part reads the part called name; nil if it is not there.
func (r *reader) part(name string) *element {
	if name == "" {
		return nil
	}
	if e, ok := r.parts[name]; ok {
		return e
	}
	e, _ := r.load(name)
	r.parts[name] = e
	return e
}

// load reads the part called name without keeping it.
func (r *reader) load(name string) (*element, error) {
	m := r.zip.Find(name)
	if m == nil {
		return nil, fmt.Errorf("%s is missing", name)
	}
	data, err := r.zip.Read(m)
	if err != nil {
		err = fmt.Errorf("%s: %w", name, err)
	}
	if len(data) == 0 {
		return nil, err
	}
	return parse(data), err
}

// stray reads pages that no document names: Content.xml below a folder Pages.
func (r *reader) stray() {
	var names []string
	for _, m := range r.zip.Members {
		if strings.EqualFold(path.Base(m.Name), "Content.xml") && strings.Contains("/"+strings.ToLower(m.Name), "/pages/") {
			names = append(names, m.Name)
		}
	}
	slices.SortFunc(names, natural)
	d := &document{reader: r}
	for _, n := range names {
		d.page(pageRef{name: n})
	}
	if len(names) > 0 {
		r.doc.Bodies = 1
		r.problem(0, errors.New("no list of pages: they stand in the order of their names"))
	}
}

// natural compares names with the numbers in them by value: Page_2, Page_10.
func natural(a, b string) int {
	for a != "" && b != "" {
		m, n := figures(a), figures(b)
		if m > 0 && n > 0 {
			x, y := strings.TrimLeft(a[:m], "0"), strings.TrimLeft(b[:n], "0")
			if len(x) != len(y) {
				return len(x) - len(y)
			}
			if c := strings.Compare(x, y); c != 0 {
				return c
			}
			a, b = a[m:], b[n:]
			continue
		}
		if a[0] != b[0] {
			return int(a[0]) - int(b[0])
		}
		a, b = a[1:], b[1:]
	}
	return len(a) - len(b)
}

// figures returns how many digits stand at the head of s.
func figures(s string) int {
	n := 0
	for n < len(s) && '0' <= s[n] && s[n] <= '9' {
		n++
	}
	return n
}

// Attachments lists the files that travel within the documents of an archive.
func Attachments(zip *zipped.Archive) []Attachment {
	r := &reader{ctx: context.Background(), zip: zip, doc: &Document{}, parts: map[string]*element{}}
	if r.rootName() == "" {
		return nil
	}
	for _, b := range r.bodies(r.root()) {
		d := &document{reader: r, dir: path.Dir(b.root)}
		d.attachments(r.resolve(d.dir, r.part(b.root).first("Attachments").words()))
	}
	return r.doc.Attachments
}
