package read

import (
	"bytes"
	"unicode/utf8"
)

// A docxReader goes through the parts of a document that hold words.
type docxReader struct {
	pkg       *docxPackage
	main      string
	rels      map[string]docxRel // of the part that is read
	styles    *docxStyles
	numbering *docxNumbering // nil until a number is met

	x        *docxXML
	flow     *docxFlow // what is written to
	par      *docxLine // the paragraph that is read, nil between paragraphs
	joined   int       // where the line begins whose end is deleted; -1 if none is
	run      docxRun
	text     []byte // scratch
	fields   []docxField
	table    *docxTable
	hidden   int // runs around here that are not printed
	groups   int // groups of shapes around here
	inHead   bool
	notes    []docxNote
	sections []docxSection
	pictures int
	padding  int // cells that may still be added for merged ones
	skipped  []string
}

// longestJoined bounds a line made of paragraphs whose ends are deleted.
const longestJoined = 64 << 10

// A docxLine is the paragraph that is read.
type docxLine struct {
	lo        int // where its line begins
	props     docxPara
	style     *docxStyle
	opened    bool
	bullet    bool
	bold      bool // bold so far
	words     bool // words were seen
	boldUntil int
	boxes     *docxFlow // text boxes that hang on it
}

// A docxNote is a reference to a footnote or endnote.
type docxNote struct{ kind, id string }

// element reads the element opened last. What has no meaning of its own, as
// content controls and insertions, is gone into.
func (d *docxReader) element(name string) {
	switch name {
	case "p":
		d.paragraph()
	case "r":
		d.readRun()
	case "t":
		d.words()
	case "tbl":
		d.readTable()
	case "tr":
		d.row()
	case "tc":
		d.cell()
	case "tab", "ptab":
		d.write("\t")
	case "br", "cr":
		d.write("\n")
	case "noBreakHyphen":
		d.write("-")
	case "sym":
		d.symbol()
	case "fldChar":
		d.fieldChar()
	case "instrText":
		d.fieldCode()
	case "fldSimple":
		d.simpleField()
	case "hyperlink":
		d.hyperlink()
	case "txbxContent":
		d.box(d.content)
	case "group":
		d.groups++
		d.content()
		d.groups--
	case "textpath":
		d.wordArt()
	case "AlternateContent":
		d.alternate()
	case "sdt":
		d.control()
	case "footnoteReference", "endnoteReference":
		d.note(name[:len(name)-len("Reference")])
	case "sectPr":
		d.section()
	case "blip", "imagedata":
		d.pictures++
	case "altChunk", "subDoc":
		d.skipped = append(d.skipped, name)
	case "del", "moveFrom", "delText", "delInstrText", "rt", "rubyPr", "pPr", "rPr", "tblPr", "tblGrid", "tblPrEx",
		"sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "trPr", "tcPr", "background", "object":
	default:
		d.content()
	}
}

// content reads what the element opened last holds.
func (d *docxReader) content() {
	for name := range d.x.children() {
		d.element(name)
	}
}

// alternate reads the choice that newer programs show. The fallback holds the
// same words for older ones; it counts only where the choice has none.
func (d *docxReader) alternate() {
	chosen := false
	mark := d.written()
	for name := range d.x.children() {
		switch {
		case name == "Choice" && !chosen:
			d.content()
			chosen = d.written() > mark
		case name == "Fallback" && !chosen:
			d.content()
		}
	}
}

// written returns how much was written to where words may go now.
func (d *docxReader) written() int {
	n := len(d.flow.text)
	if d.par != nil && d.par.boxes != nil {
		n += len(d.par.boxes.text)
	}
	return n
}

// control reads a content control. The words that ask to be replaced by
// others are left out.
func (d *docxReader) control() {
	asking := false
	for name := range d.x.children() {
		switch name {
		case "sdtPr":
			for name := range d.x.children() {
				asking = asking || name == "showingPlcHdr" && d.x.on()
			}
		case "sdtContent":
			if !asking {
				d.content()
			}
		}
	}
}

// paragraph reads a paragraph into a line.
func (d *docxReader) paragraph() {
	if d.par != nil { // within a drawing
		d.box(d.paragraph)
		return
	}
	p := &docxLine{lo: len(d.flow.text), props: docxPara{level: -1}, style: d.styles.paragraph}
	d.par = p
	for name := range d.x.children() {
		if name == "pPr" && !p.opened {
			p.props = d.x.paraProps(d.section)
			p.style = d.styles.of(p.props.style)
			continue
		}
		d.open()
		d.element(name)
	}
	d.open()
	d.par = nil
	d.close(p)
}

// open writes the number of the paragraph, if it has one.
func (d *docxReader) open() {
	p := d.par
	if p.opened {
		return
	}
	p.opened = true
	start := p.lo
	if d.joined >= 0 {
		start, d.joined = d.joined, -1
		p.words = len(d.flow.text) > start
	}
	text, bullet := "", false
	if !p.props.mark.gone && d.hidden == 0 {
		text, bullet = d.number(p)
	}
	if text != "" {
		p.bullet = bullet
		d.insert(start, text)
	}
	p.lo = start
}

// number returns the automatic number of the paragraph.
func (d *docxReader) number(p *docxLine) (text string, bullet bool) {
	id, level := p.props.num, p.props.level
	styled := id == "" && p.style != nil
	if styled {
		id = p.style.para.num
	}
	if id == "" || id == "0" {
		return "", false
	}
	if d.numbering == nil {
		d.numbering = d.readNumbering()
	}
	if styled && level < 0 {
		level = d.numbering.levelOf(id, p.style.para.style, p.style.para.level)
	}
	return d.numbering.next(id, max(level, 0))
}

// insert puts text into the line that begins at lo, before what it holds.
func (d *docxReader) insert(lo int, text string) {
	d.flow.before(lo, &docxFlow{text: []byte(text)})
	for i := range d.fields {
		if f := &d.fields[i]; f.flow == d.flow && f.at >= lo {
			f.at += len(text)
		}
	}
}

// close ends the line of the paragraph p and notes its looks. Text boxes that
// hang on it stand before it: the red head is often one, on the first line.
func (d *docxReader) close(p *docxLine) {
	f := d.flow
	if p.boxes != nil && len(p.boxes.text) > 0 {
		n := len(p.boxes.text)
		f.before(p.lo, p.boxes)
		for i := range d.fields {
			if d.fields[i].flow == f && d.fields[i].at >= p.lo {
				d.fields[i].at += n
			}
		}
		p.lo += n
		p.boldUntil += n
	}
	d.endCodes()
	joins := p.props.mark.gone || p.props.mark.hidden == yes && (p.props.mark.joins || len(f.text) == p.lo)
	if joins && len(f.text)-p.lo < longestJoined {
		d.joined = p.lo
		return
	}
	d.dress(p)
	f.text = append(f.text, '\n')
}

// dress notes the looks of the line of p.
func (d *docxReader) dress(p *docxLine) {
	lo, hi := p.lo, len(d.flow.text)
	level, align, contents := p.props.outline, p.props.align, false
	if p.style != nil {
		if level == 0 {
			level = p.style.para.outline
		}
		if align == "" {
			align = p.style.para.align
		}
		contents = p.style.contents
	}
	switch {
	case contents: // it repeats the headings, with page numbers
		d.flow.style(lo, hi, RunningHead, 0)
		return
	case level > 0 && level < 10:
		d.flow.style(lo, hi, Heading, level)
	case p.bullet:
		d.flow.style(lo, hi, ListItem, 0)
	}
	if align == "center" {
		d.flow.style(lo, hi, Centred, 0)
	}
	if p.bold {
		p.boldUntil = hi
	}
	if p.boldUntil > lo {
		d.flow.style(lo, p.boldUntil, Bold, 0)
	}
}

// readRun reads a run of words that look alike.
func (d *docxReader) readRun() {
	outer := d.run
	d.run = docxRun{}
	hidden := d.hidden
	if d.isHidden() {
		d.hidden++
	}
	for name := range d.x.children() {
		if name == "rPr" {
			d.run = d.x.runProps()
			d.hidden = hidden
			if d.isHidden() {
				d.hidden++
			}
			continue
		}
		d.element(name)
	}
	d.run, d.hidden = outer, hidden
}

// looks returns the properties of the run's style and of the paragraph's.
func (d *docxReader) looks() (run, para docxRun) {
	if st := d.styles.byID[d.run.style]; st != nil && d.run.style != "" {
		run = st.run
	}
	if d.par != nil && d.par.style != nil {
		para = d.par.style.run
	}
	return run, para
}

func (d *docxReader) isHidden() bool {
	run, para := d.looks()
	return shown(d.run.hidden, run.hidden, para.hidden, d.styles.always.hidden)
}

func (d *docxReader) isBold() bool {
	run, para := d.looks()
	return shown(d.run.bold, run.bold, para.bold, d.styles.always.bold)
}

// silent reports whether what is read now is not printed.
func (d *docxReader) silent() bool {
	if d.par == nil || d.hidden > 0 {
		return true
	}
	for i := range d.fields {
		if !d.fields[i].shown {
			return true
		}
	}
	return false
}

// write appends words of the run to the line.
func (d *docxReader) write(s string) {
	if !d.silent() {
		d.print([]byte(s))
	}
}

// print appends s, which is printed, to the line and keeps count of how far
// the line is bold from its head.
func (d *docxReader) print(s []byte) {
	d.flow.text = append(d.flow.text, s...)
	p := d.par
	if p.words && !p.bold {
		return
	}
	if r := trimmedBytes(s, 0, len(s)); r.Lo == r.Hi {
		return
	}
	if !p.words {
		p.words = true
		p.bold = d.isBold()
	} else if p.bold && !d.isBold() {
		p.bold = false
		p.boldUntil = len(d.flow.text) - len(s)
	}
}

// words reads the words of a run. Blanks at their ends count only where the
// element says so; a line end is a blank.
func (d *docxReader) words() {
	keep := d.x.attr("space") == "preserve"
	if d.silent() {
		return
	}
	d.text = d.x.text(d.text[:0])
	text := d.text
	for i, c := range text {
		if c < ' ' {
			text[i] = ' '
		}
	}
	if !keep {
		text = bytes.Trim(text, " ")
	}
	if hasSymbol(text) {
		text = d.unsymbol(text)
	}
	d.print(text)
}

// hasSymbol reports whether text has a character from U+F000 to U+F0FF, where
// symbol fonts have their signs.
func hasSymbol(text []byte) bool {
	for i := bytes.IndexByte(text, 0xEF); i >= 0 && i+2 < len(text); {
		if text[i+1] >= 0x80 && text[i+1] <= 0x83 {
			return true
		}
		next := bytes.IndexByte(text[i+1:], 0xEF)
		if next < 0 {
			return false
		}
		i += 1 + next
	}
	return false
}

// unsymbol returns text with the signs of symbol fonts as characters.
func (d *docxReader) unsymbol(text []byte) []byte {
	out := make([]byte, 0, len(text))
	for _, r := range string(text) {
		if r >= 0xF000 && r <= 0xF0FF {
			if c := symbolChar(d.font(), r); c != 0 {
				r = c
			}
		}
		out = utf8.AppendRune(out, r)
	}
	return out
}

// font returns the font that the run's symbols are set in.
func (d *docxReader) font() string {
	run, para := d.looks()
	for _, font := range [...]string{d.run.font, run.font, para.font} {
		if font != "" {
			return font
		}
	}
	return ""
}

// symbol reads a sign of a symbol font, such as a box that is ticked.
func (d *docxReader) symbol() {
	code := rune(0)
	for _, c := range []byte(d.x.attr("char")) {
		digit := hexDigit(c)
		if digit < 0 || code > 0xFFFF {
			return
		}
		code = code<<4 | rune(digit)
	}
	if code >= 0x20 && code < 0x100 || code >= 0xF000 && code <= 0xF0FF {
		code = symbolChar(d.x.attr("font"), code)
	}
	if code >= 0x20 && utf8.ValidRune(code) {
		d.write(string(code))
	}
}

// hexDigit returns the value of a digit of base 16, -1 if c is none.
func hexDigit(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c|0x20 >= 'a' && c|0x20 <= 'f':
		return int(c|0x20-'a') + 10
	}
	return -1
}

// box reads a text box. Its lines are put before that of the paragraph which
// it hangs on, for they belong beside it, not into it.
func (d *docxReader) box(read func()) {
	par, flow, fields, run, table, joined := d.par, d.flow, d.fields, d.run, d.table, d.joined
	silent := par != nil && d.silent()
	d.par, d.flow, d.fields, d.run, d.table, d.joined = nil, &docxFlow{}, nil, docxRun{}, nil, -1
	read()
	box := d.flow
	d.par, d.flow, d.fields, d.run, d.table, d.joined = par, flow, fields, run, table, joined
	switch {
	case silent || len(box.text) == 0:
	case par == nil:
		flow.add(box)
	default:
		if par.boxes == nil {
			par.boxes = &docxFlow{}
		}
		par.boxes.add(box)
	}
}

// wordArt reads words drawn as a picture: the red head of some programs. In
// page headers they are watermarks, and among other shapes those around a seal.
func (d *docxReader) wordArt() {
	text := d.x.attr("string")
	if d.inHead || d.groups > 0 || blank(text) {
		return
	}
	d.box(func() {
		d.par = &docxLine{opened: true}
		d.write(text)
		d.flow.text = append(d.flow.text, '\n')
	})
}

// note notes a reference to a footnote or endnote. Its mark is left out: a
// figure within a sentence would be taken for one of its words.
func (d *docxReader) note(kind string) {
	if !d.silent() {
		d.notes = append(d.notes, docxNote{kind, d.x.attr("id")})
	}
}
