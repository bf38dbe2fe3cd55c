package read

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"

	"gongwen/extract/internal/origin"
	"gongwen/model"
)

// DOCX is the format of Word since 2007 (Office Open XML), transitional and
// strict, which WPS and LibreOffice write as well.
//
// The source's text has a line for each paragraph. Automatic numbers stand
// where people see them, and text boxes before the paragraph that they hang
// on. The cells of a table are parted by tabs, its rows are lines. Insertions
// are kept; deletions, moved and hidden words and the codes of fields are
// not. Footnotes, endnotes and running heads follow the body, as RunningHead,
// for they would come between its sentences or repeat on every page.
var DOCX = &Format{
	Name:  "docx",
	Exts:  []string{".docx", ".docm", ".dotx", ".dotm"},
	Magic: isDocx,
	Read:  readDocx,
}

// isDocx reports whether data is a zip file that holds a document of words.
func isDocx(data []byte) bool {
	if !bytes.HasPrefix(data, []byte("PK\x03\x04")) {
		return false
	}
	p := openDocx(context.Background(), data, Limits{})
	if p.member("word/document.xml") != nil {
		return true
	}
	const types = "[Content_Types].xml"
	if p.member(types) == nil {
		return false
	}
	r, err := p.open(types)
	if err != nil {
		return false
	}
	list, _ := io.ReadAll(io.LimitReader(r, 256<<10))
	list = bytes.ReplaceAll(list, []byte{0}, nil) // in UTF-16
	return bytes.Contains(list, []byte("wordprocessingml.document.main")) || bytes.Contains(list, []byte("wordprocessingml.template.main")) ||
		bytes.Contains(list, []byte("ms-word.document.macroEnabled.main")) || bytes.Contains(list, []byte("ms-word.template.macroEnabledTemplate.main"))
}

// readDocx reads a document of Word.
func readDocx(ctx context.Context, data []byte, opt Options) (*Source, error) {
	p := openDocx(ctx, data, opt.Limits)
	d := &docxReader{pkg: p, main: p.main(), joined: -1, flow: &docxFlow{}, padding: mostPadding}
	if d.main == "" {
		return nil, errors.New("no part with the body")
	}
	warnings := d.readStyles()
	damage := d.body()
	if e, ok := errors.AsType[*Error](damage); ok && e.Kind != Damaged {
		return nil, damage
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	d.around()
	text := strings.TrimRight(string(d.flow.text), "\n") + "\n"
	if blank(text) {
		return nil, d.nothing(damage)
	}
	if damage == nil && p.broken {
		damage = errors.New("the directory of the zip file is lost; some parts may be")
	}
	if damage != nil {
		damage = &Error{Format: "docx", Kind: Damaged, Err: damage}
	}
	if d.numbering != nil && d.numbering.damage != nil {
		warnings = append(warnings, d.damaged("numbering", d.numbering.damage))
	}
	for _, name := range d.skipped {
		warnings = append(warnings, model.Warning{Code: "embedded-part", Message: "a document embedded as " + name + " is not read"})
	}
	src := &Source{Plain: origin.NewSource(text, nil), Styles: d.flow.styles, Links: d.flow.links, Tables: d.flow.tables, Warnings: warnings}
	src.Encoding = utf8Name
	return src, damage
}

// nothing returns why there is no text.
func (d *docxReader) nothing(damage error) error {
	switch {
	case damage != nil:
		return damage
	case d.pictures > 0:
		return &Error{Kind: Empty, Err: fmt.Errorf("no text, only pictures (%d): a scan needs OCR first", d.pictures)}
	}
	return &Error{Kind: Empty, Err: errors.New("nothing but blanks")}
}

// readStyles reads the styles. A document without them is read all the same.
func (d *docxReader) readStyles() []model.Warning {
	d.rels = d.pkg.rels(d.main)
	d.styles = &docxStyles{}
	name := d.pkg.related(d.main, d.rels, "styles")
	if name == "" {
		return nil
	}
	x, err := d.pkg.xml(name)
	if err == nil {
		d.styles = readStyles(x)
		err = x.ended()
	}
	if err != nil {
		return []model.Warning{d.damaged("styles", err)}
	}
	return nil
}

// damaged returns the warning that a part beside the body is not whole.
func (d *docxReader) damaged(part string, err error) model.Warning {
	return model.Warning{Code: "damaged-part", Message: "the part with the " + part + " is damaged: " + err.Error()}
}

// readNumbering reads the lists, once the first paragraph of one is met.
func (d *docxReader) readNumbering() *docxNumbering {
	n := &docxNumbering{}
	name := d.pkg.related(d.main, d.pkg.rels(d.main), "numbering")
	if name == "" {
		return n
	}
	x, err := d.pkg.xml(name)
	if err != nil {
		n.damage = err
		return n
	}
	n = readNumbering(x, d.styles)
	n.damage = x.ended()
	return n
}

// body reads the main part and returns what ended it too early.
func (d *docxReader) body() error {
	x, err := d.pkg.xml(d.main)
	if err != nil {
		return err
	}
	d.x = x
	d.content()
	if d.par != nil { // cut within a paragraph
		d.par = nil
	}
	return x.ended()
}

// A docxSection says which headers and footers the pages of a section have.
type docxSection struct {
	first, other string // the parts with the headers of its first page and of the others
	rest         []string
	titled       bool // the first page has headers of its own
}

// section reads the properties of a section.
func (d *docxReader) section() {
	var s docxSection
	for name := range d.x.children() {
		switch name {
		case "headerReference", "footerReference":
			r := d.rels[d.x.attr("id")]
			switch kind := d.x.attr("type"); {
			case r.external || r.target == "":
			case name == "headerReference" && kind == "first":
				s.first = r.target
			case name == "headerReference" && kind != "even":
				s.other = r.target
			default:
				s.rest = append(s.rest, r.target)
			}
		case "titlePg":
			s.titled = d.x.on()
		}
	}
	d.sections = append(d.sections, s)
}

// around adds what stands around the body: before it the header of the first
// page alone, which is a letterhead, and behind it the notes and running
// heads.
//
// A header of all pages is a running head, unless it states secrecy or urgency
// (密级, 紧急程度): those belong to the head of the notice, not of a page.
func (d *docxReader) around() {
	body := d.flow
	head := &docxFlow{}
	tail := d.readNotes()
	seen := map[string]bool{}
	for i, s := range d.sections {
		parts := []string{s.first, s.other}
		for k, name := range append(parts, s.rest...) {
			if name == "" || seen[name] || k == 0 && !s.titled {
				continue
			}
			seen[name] = true
			f := d.part(name, func(string) bool { return true })
			switch {
			case k == 0 && i == 0, k == 1 && i == 0 && !s.titled && graded(f.text):
				head.add(f)
			case worded(f.text):
				f.running()
				tail.add(f)
			}
		}
	}
	head.add(body)
	head.add(tail)
	d.flow = head
}

// part reads the elements of another part that want picks by the name of
// their kind; the attributes are those of the element.
func (d *docxReader) part(name string, want func(kind string) bool) *docxFlow {
	f := &docxFlow{}
	x, err := d.pkg.xml(name)
	if err != nil {
		return f
	}
	d.x, d.flow, d.rels, d.inHead = x, f, d.pkg.rels(name), true
	d.par, d.table, d.fields, d.joined, d.hidden, d.run = nil, nil, nil, -1, 0, docxRun{}
	for range x.children() {
		for kind := range x.children() {
			if want(kind) {
				d.element(kind)
			}
		}
	}
	return f
}

// readNotes reads the footnotes, then the endnotes, that the body refers to.
func (d *docxReader) readNotes() *docxFlow {
	tail := &docxFlow{}
	if len(d.notes) == 0 {
		return tail
	}
	wanted := map[docxNote]bool{}
	for _, n := range d.notes {
		wanted[n] = true
	}
	rels := d.rels
	for _, kind := range [...]string{"footnote", "endnote"} {
		name := d.pkg.related(d.main, rels, kind+"s")
		if name == "" {
			continue
		}
		f := d.part(name, func(string) bool { return wanted[docxNote{kind, d.x.attr("id")}] })
		f.running()
		tail.add(f)
	}
	d.rels = rels
	return tail
}

// graded reports whether a line of text states secrecy or urgency.
func graded(text []byte) bool {
	for line := range bytes.Lines(text) {
		line = bytes.TrimLeft(line, " \t\u3000")
		for _, grade := range [...]string{"绝密", "机密", "秘密", "絕密", "機密", "特急", "加急", "特提", "平急"} {
			if bytes.HasPrefix(line, []byte(grade)) && len(line) <= 48 {
				return true
			}
		}
	}
	return false
}

// worded reports whether text has words; a page number has none.
func worded(text []byte) bool {
	return bytes.IndexFunc(text, func(r rune) bool { return unicode.IsLetter(r) }) >= 0
}
