package ofd

import (
	"fmt"
	"path"
	"strconv"
	"strings"

	"gongwen/extract/internal/read/layout"
)

// A document is one document of the file while it is read.
type document struct {
	*reader
	dir       string // the folder of its Document.xml
	box       [4]float64
	templates map[string]template
	units     map[string]*element // composite graphic units by ID
	bold      map[string]bool     // bold fonts by ID
	roles     map[tagged]layout.Role
	notes     map[string][]*element // Annot elements by the ID of their page
	room      []layout.Glyph        // of the page before, to be used again
}

// A template is a page that others are laid over or under.
type template struct{ name, order string }

// A pageRef names a page.
type pageRef struct{ id, name string }

// body reads the document b.
func (r *reader) body(b body) {
	e, err := r.load(b.root)
	if err != nil {
		r.problem(0, err)
	}
	if e == nil {
		return
	}
	r.doc.Bodies++
	d := &document{reader: r, dir: path.Dir(b.root), templates: map[string]template{}, units: map[string]*element{},
		bold: map[string]bool{}, roles: map[tagged]layout.Role{}, notes: map[string][]*element{}}
	d.common(e)
	d.annotations(d.resolve(d.dir, e.first("Annotations").words()))
	d.tags(d.resolve(d.dir, e.first("CustomTags").words()))
	d.attachments(d.resolve(d.dir, e.first("Attachments").words()))
	r.signatures(b.signatures)
	pages := e.first("Pages")
	pages.all("Page", func(p *element) {
		d.page(pageRef{p.attr("ID"), d.content(p.attr("BaseLoc"))})
	})
}

// content returns the name of the page that loc means; it may name its folder.
func (d *document) content(loc string) string {
	name := d.resolve(d.dir, loc)
	if d.zip.Find(name) == nil && !strings.HasSuffix(strings.ToLower(name), ".xml") {
		name = path.Join(name, "Content.xml")
	}
	return name
}

// common reads CommonData: the size of pages, templates and resources.
func (d *document) common(e *element) {
	c := e.first("CommonData")
	d.box = numbers(c.first("PhysicalBox").words())
	c.all("TemplatePage", func(t *element) {
		d.templates[t.attr("ID")] = template{d.content(t.attr("BaseLoc")), t.attr("ZOrder")}
	})
	for _, kind := range [...]string{"PublicRes", "DocumentRes"} {
		c.all(kind, func(k *element) { d.resources(d.resolve(d.dir, k.words())) })
	}
}

// resources reads a list of resources: fonts and composite units.
func (d *document) resources(name string) {
	e := d.part(name)
	e.all("CompositeGraphicUnit", func(u *element) { d.units[u.attr("ID")] = u })
	e.all("Font", func(f *element) {
		face := strings.ToLower(f.attr("FontName"))
		if yes(f.attr("Bold")) || strings.Contains(face, "bold") || strings.Contains(face, "heavy") {
			d.bold[f.attr("ID")] = true
		}
	})
}

// annotations reads the list of annotations (注释) by page.
func (d *document) annotations(name string) {
	d.part(name).all("Page", func(p *element) {
		file := d.resolve(path.Dir(name), p.kid("FileLoc").words())
		d.part(file).all("Annot", func(a *element) {
			id := p.attr("PageID")
			d.notes[id] = append(d.notes[id], a)
		})
	})
}

// attachments reads the list of files that travel within the document.
func (d *document) attachments(name string) {
	d.part(name).all("Attachment", func(a *element) {
		file := d.resolve(path.Dir(name), a.kid("FileLoc").words())
		title := a.attr("Name")
		if title == "" {
			title = path.Base(file)
		}
		d.doc.Attachments = append(d.doc.Attachments, Attachment{title, a.attr("Format"), file})
	})
}

// signatures reads the list of signatures.
func (r *reader) signatures(name string) {
	r.part(name).all("Signature", func(s *element) {
		e := r.part(r.resolve(path.Dir(name), s.attr("BaseLoc")))
		info := e.first("SignedInfo")
		r.doc.Signatures = append(r.doc.Signatures, Signature{
			Provider: info.first("Provider").attr("ProviderName"),
			Time:     info.first("SignatureDateTime").words(),
			Seal:     info.first("Seal") != nil || info.first("StampAnnot") != nil || strings.EqualFold(s.attr("Type"), "Seal"),
		})
	})
}

// points are in a millimetre.
const points = 72 / 25.4

// page reads a page with its templates and annotations.
func (d *document) page(ref pageRef) {
	if d.ctx.Err() != nil {
		return
	}
	number := len(d.doc.Pages) + 1
	if number > d.most {
		if !d.cut {
			d.problem(0, fmt.Errorf("more than %d pages", d.most))
		}
		d.cut = true
		return
	}
	e, err := d.load(ref.name)
	if err != nil {
		d.problem(number, err)
	}
	box := numbers(e.first("PhysicalBox").words())
	if box[2] <= 0 || box[3] <= 0 {
		box = d.box
	}
	p := &painter{document: d, id: ref.id, glyphs: d.room[:0]}
	p.page.Width, p.page.Height = box[2]*points, box[3]*points
	m := matrix{points, 0, 0, -points, -box[0] * points, (box[1] + box[3]) * points}
	d.under(p, e, m, false)
	e.all("PageRes", func(k *element) { d.resources(d.resolve(path.Dir(ref.name), k.words())) })
	for _, c := range pageOf(e).list("Content") {
		p.layers(c, m)
	}
	d.under(p, e, m, true)
	for _, a := range d.notes[ref.id] {
		p.note(a, m)
	}
	for _, g := range p.glyphs {
		if g.Role == layout.Plain || g.Role == layout.Title {
			p.page.Known++
		}
	}
	p.page.Lay(p.glyphs, p.path.Rules)
	d.room = p.glyphs
	d.doc.Pages = append(d.doc.Pages, &p.page)
}

// under paints the templates of the page e: those of the foreground or the
// others. Words of a template are part of what the page says.
func (d *document) under(p *painter, e *element, m matrix, foreground bool) {
	for _, t := range pageOf(e).list("Template") {
		form := d.templates[t.attr("TemplateID")]
		order := t.attr("ZOrder")
		if order == "" {
			order = form.order
		}
		if (order == "Foreground") != foreground || form.name == "" {
			continue
		}
		for _, c := range pageOf(d.part(form.name)).list("Content") {
			p.layers(c, m)
		}
	}
}

// pageOf returns the element of a page's part that holds its content.
func pageOf(e *element) *element {
	if p := e.first("Page"); p != nil {
		return p
	}
	return e
}

// list returns the elements called name directly in e.
func (e *element) list(name string) []*element {
	var found []*element
	if e != nil {
		for _, k := range e.kids {
			if k.name == name {
				found = append(found, k)
			}
		}
	}
	return found
}

// numbers reads up to four numbers.
func numbers(s string) (v [4]float64) {
	for i, f := range fields(s, 4) {
		v[i] = f
	}
	return v
}

// fields reads at most n numbers of s, parted by blanks or commas; what is
// none counts as zero.
func fields(s string, n int) []float64 {
	list := make([]float64, 0, n)
	for len(list) < n {
		var word string
		if word, s = cutWord(s); word == "" {
			break
		}
		list = append(list, number(word))
	}
	return list
}

// cutWord returns the first word of s, which blanks or commas end, and the rest.
func cutWord(s string) (word, rest string) {
	lo := 0
	for lo < len(s) && (s[lo] <= ' ' || s[lo] == ',') {
		lo++
	}
	hi := lo
	for hi < len(s) && s[hi] > ' ' && s[hi] != ',' {
		hi++
	}
	return s[lo:hi], s[hi:]
}

// number returns the number s, 0 if it is none or beyond all measure.
func number(s string) float64 {
	n, scale, i := 0, 1.0, 0
	for ; i < len(s) && i < 15 && '0' <= s[i] && s[i] <= '9'; i++ {
		n = 10*n + int(s[i]-'0')
	}
	if i > 0 && i < len(s) && s[i] == '.' {
		for i++; i < len(s) && i < 15 && '0' <= s[i] && s[i] <= '9'; i++ {
			n, scale = 10*n+int(s[i]-'0'), 10*scale
		}
	}
	f := float64(n) / scale
	if i < len(s) { // a sign, an exponent, more digits than are of use
		var err error
		if f, err = strconv.ParseFloat(s, 64); err != nil {
			return 0
		}
	}
	if !(f > -1e7 && f < 1e7) {
		return 0
	}
	return f
}

// yes reports whether s says true.
func yes(s string) bool { return strings.EqualFold(s, "true") || s == "1" }
