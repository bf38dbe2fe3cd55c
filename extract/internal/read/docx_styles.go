package read

import "strings"

// A toggle is a property that is on, off or left to what is above.
type toggle uint8

const (
	unset toggle = iota
	yes
	no
)

func toggled(on bool) toggle {
	if on {
		return yes
	}
	return no
}

// or returns t, or above where t is unset.
func (t toggle) or(above toggle) toggle {
	if t == unset {
		return above
	}
	return t
}

// A docxRun is what the properties of a run say (rPr).
type docxRun struct {
	bold, hidden toggle
	font         string // that symbols are set in
	style        string
	gone         bool // of a paragraph mark: deleted or moved away
	joins        bool // of a paragraph mark: hidden between two parts of one line
}

// A docxPara is what the properties of a paragraph say (pPr).
type docxPara struct {
	style   string
	num     string // the list; "0" is none, "" is left to the style
	level   int    // in the list, -1 if left to the style
	outline int    // heading level from 1, 10 for body text, 0 if left to the style
	align   string
	mark    docxRun
}

// A docxStyle is a style (样式), with what it inherits once resolved.
type docxStyle struct {
	name, based string
	para        docxPara
	run         docxRun
	contents    bool // an entry of a table of contents
	resolved    bool
}

// docxStyles are the styles of a document by identifier.
type docxStyles struct {
	byID      map[string]*docxStyle
	list      []*docxStyle
	paragraph *docxStyle // the default of paragraphs
	always    docxRun    // the default of the document
}

// runProps reads the properties of a run.
func (x *docxXML) runProps() (r docxRun) {
	for name := range x.children() {
		switch name {
		case "b":
			r.bold = toggled(x.on())
		case "vanish":
			r.hidden = toggled(x.on())
		case "specVanish":
			r.joins = x.on()
		case "rStyle":
			r.style = x.attr("val")
		case "rFonts":
			r.font = x.attr("ascii")
		case "del", "moveFrom":
			r.gone = true
		}
	}
	return r
}

// paraProps reads the properties of a paragraph. section is called for those
// of a section that ends here.
func (x *docxXML) paraProps(section func()) docxPara {
	p := docxPara{level: -1}
	for name := range x.children() {
		switch name {
		case "pStyle":
			p.style = x.attr("val")
		case "numPr":
			x.listProps(&p)
		case "outlineLvl":
			p.outline = x.number("val", 9, 9) + 1
		case "jc":
			p.align = x.attr("val")
		case "rPr":
			p.mark = x.runProps()
		case "sectPr":
			section()
		}
	}
	return p
}

// listProps reads which list a paragraph belongs to.
func (x *docxXML) listProps(p *docxPara) {
	for name := range x.children() {
		switch name {
		case "ilvl":
			p.level = x.number("val", 8, 0)
		case "numId":
			p.num = x.attr("val")
		}
	}
}

// readStyles reads the part of the styles.
func readStyles(x *docxXML) *docxStyles {
	s := &docxStyles{byID: map[string]*docxStyle{}}
	for range x.children() {
		for name := range x.children() {
			switch name {
			case "docDefaults":
				s.defaults(x)
			case "style":
				s.read(x)
			}
		}
	}
	for _, st := range s.list {
		s.resolve(st, 0)
	}
	return s
}

func (s *docxStyles) defaults(x *docxXML) {
	for name := range x.children() {
		if name != "rPrDefault" {
			continue
		}
		for name := range x.children() {
			if name == "rPr" {
				s.always = x.runProps()
			}
		}
	}
}

func (s *docxStyles) read(x *docxXML) {
	st := &docxStyle{para: docxPara{level: -1}}
	id, kind, first := x.attr("styleId"), x.attr("type"), x.attr("default")
	for name := range x.children() {
		switch name {
		case "name":
			st.name = strings.ToLower(x.attr("val"))
		case "basedOn":
			st.based = x.attr("val")
		case "pPr":
			st.para = x.paraProps(func() {})
		case "rPr":
			st.run = x.runProps()
		}
	}
	st.para.style = id
	st.contents = strings.HasPrefix(st.name, "toc ") || strings.HasPrefix(st.name, "目录 ")
	if st.para.outline == 0 {
		st.para.outline = headingName(st.name)
	}
	s.byID[id] = st
	s.list = append(s.list, st)
	if kind == "paragraph" && (first == "1" || first == "true" || first == "on") {
		s.paragraph = st
	}
}

// headingName returns the level of the style whose name is that of a heading,
// 0 if it is none. Programs that leave out the outline level go by the name.
func headingName(name string) int {
	for _, head := range [...]string{"heading ", "标题 ", "標題 "} {
		if n, ok := strings.CutPrefix(name, head); ok && len(n) == 1 && n[0] >= '1' && n[0] <= '9' {
			return int(n[0] - '0')
		}
	}
	return 0
}

// resolve fills in what st inherits. A chain longer than any in use is a ring.
func (s *docxStyles) resolve(st *docxStyle, depth int) {
	above := s.byID[st.based]
	if st.resolved || above == nil || above == st || depth > 32 {
		st.resolved = true
		return
	}
	s.resolve(above, depth+1)
	st.resolved = true
	p, a := &st.para, &above.para
	if p.num == "" {
		p.num = a.num
		if p.level < 0 {
			p.level = a.level
		}
	}
	if p.outline == 0 {
		p.outline = a.outline
	}
	if p.align == "" {
		p.align = a.align
	}
	st.run.bold = st.run.bold.or(above.run.bold)
	st.run.hidden = st.run.hidden.or(above.run.hidden)
	if st.run.font == "" {
		st.run.font = above.run.font
	}
	st.contents = st.contents || above.contents
}

// of returns the style called id, or the default of paragraphs; it may be nil.
func (s *docxStyles) of(id string) *docxStyle {
	if st := s.byID[id]; st != nil {
		return st
	}
	return s.paragraph
}

// shown returns whether a property is on: said by the run itself, or by its
// style or that of the paragraph, which cancel each other, or always.
func shown(run, style, para, always toggle) bool {
	if run != unset {
		return run == yes
	}
	return always == yes || (style == yes) != (para == yes)
}
