package read

import (
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// The characters of the text that are no words.
const (
	docPicture   = 0x01
	docCell      = 0x07
	docDrawing   = 0x08
	docTab       = 0x09
	docLine      = 0x0B
	docPageEnd   = 0x0C
	docParaEnd   = 0x0D
	docColumn    = 0x0E
	docField     = 0x13
	docFieldMid  = 0x14
	docFieldEnd  = 0x15
	docHyphen    = 0x1E
	docOptHyphen = 0x1F
	docSymbol    = 0x28
)

// A docReader goes through the text of a Word file.
type docReader struct {
	docFile
	table     []byte // the stream that holds the tables
	paras     []byte // where the pages with the looks of paragraphs are
	pieces    []docPiece
	text      []uint16
	runs      []docRun
	run       int // the run that was asked for last
	styles    []docStyle
	fonts     []string
	numbering *docxNumbering
	boxes     []docBox // of the body, by their anchor
	sheet     docSheet
	fields    []docCode
	codes     int // fields whose code is being read
}

// A docCode is a field (域): a code, which is not printed, and what it came to.
type docCode struct {
	code  []byte
	shown bool // the code is at its end
	at    int  // where the result begins
}

// A docBox is a text box: the characters lo to hi of the text hang on the
// character at.
type docBox struct{ at, lo, hi int }

// lookAt returns how the character at looks.
func (d *docReader) lookAt(at int) *docChar {
	if len(d.runs) == 0 {
		return &docChar{}
	}
	if d.run >= len(d.runs) || d.runs[d.run].at > at {
		d.run = 0
		for lo, hi := 0, len(d.runs); lo < hi; {
			if mid := (lo + hi) / 2; d.runs[mid].at <= at {
				d.run, lo = mid, mid+1
			} else {
				hi = mid
			}
		}
	}
	for d.run+1 < len(d.runs) && d.runs[d.run+1].at <= at {
		d.run++
	}
	return &d.runs[d.run].look
}

// story reads the characters lo to hi, which are paragraphs.
func (d *docReader) story(lo, hi int) {
	outer, codes := d.fields, d.codes
	d.fields, d.codes = nil, 0
	for lo < hi {
		end := d.paragraphEnd(lo, hi)
		d.paragraph(lo, end)
		lo = end
	}
	d.sheet.closeTable()
	if len(d.sheet.flow.text) > d.sheet.lo {
		d.sheet.end(docLook{})
	}
	d.fields, d.codes = outer, codes
}

// longestParagraph bounds a paragraph made of those whose ends are deleted.
const longestParagraph = 64 << 10

// paragraphEnd returns where the paragraph ends that begins at lo. A mark that
// is deleted, or hidden, ends none.
func (d *docReader) paragraphEnd(lo, hi int) int {
	for at := lo; at < hi; at++ {
		switch d.text[at] {
		case docCell, docPageEnd:
			return at + 1
		case docParaEnd:
			if look := d.lookAt(at); !look.deleted && look.hidden != docOn || at-lo > longestParagraph {
				return at + 1
			}
		}
	}
	return hi
}

// paragraph reads the characters lo to hi into a line. Text boxes that hang on
// it stand before it: the red head is often one, on the first line.
func (d *docReader) paragraph(lo, hi int) {
	mark := d.text[hi-1]
	p, end := d.paraAt(fcOf(d.pieces, hi-1))
	inside := mark == docPageEnd && end > 0 && end > fcOf(d.pieces, hi-1)+2 // a page break within a paragraph
	if p.table && !inside || mark == docCell {
		d.sheet.openTable()
	} else if d.sheet.table != nil && !inside {
		d.sheet.closeTable()
	}
	for len(d.boxes) > 0 && d.boxes[0].at < hi {
		b := d.boxes[0]
		d.boxes = d.boxes[1:]
		if b.at >= lo {
			d.box(b)
		}
	}
	bullet := false
	if !inside && !p.rowEnd && !p.innerRow {
		var text string
		text, bullet = d.number(&p)
		if look := d.lookAt(hi - 1); !look.deleted && text != "" && d.codes == 0 {
			d.sheet.puts(text, false)
			d.sheet.words = false // the number has no looks of its own
		}
	}
	d.words(lo, hi, &p)
	look := docLook{level: p.outline, centred: p.centred, bullet: bullet, contents: p.style < len(d.styles) && d.styles[p.style].contents}
	d.endCodes()
	switch {
	case mark == docCell && (p.rowEnd || end == 0 && hi-lo == 1 && d.sheet.table.cells > 0): // two marks end a row
		d.sheet.row(p.edges)
	case mark == docCell:
		d.sheet.cell(look)
	case p.innerRow && d.sheet.table != nil:
		d.sheet.end(docLook{})
	case p.innerCell && d.sheet.table != nil:
		d.sheet.puts("\t", false)
	default:
		d.sheet.end(look)
	}
}

// box reads a text box into lines of its own.
func (d *docReader) box(b docBox) {
	outer := d.sheet
	d.sheet = docSheet{flow: &docxFlow{}}
	boxes := d.boxes
	d.boxes = nil
	d.story(b.lo, b.hi)
	box := d.sheet.flow
	d.sheet, d.boxes = outer, boxes
	if blank(string(box.text)) {
		return
	}
	d.sheet.flow.add(box)
	d.sheet.begin()
}

// number returns the automatic number of a paragraph.
func (d *docReader) number(p *docPara) (text string, bullet bool) {
	if p.list == 0 || d.numbering == nil {
		return "", false
	}
	id, level := strconv.Itoa(p.list), p.level
	if !p.listed {
		level = d.numbering.levelOf(id, strconv.Itoa(p.style), level)
	}
	return d.numbering.next(id, max(level, 0))
}

// words writes the words among the characters lo to hi, which are of the
// paragraph p.
func (d *docReader) words(lo, hi int, p *docPara) {
	var style docStyle
	if p.style < len(d.styles) {
		style = d.styles[p.style]
	}
	for lo < hi {
		look := d.lookAt(lo)
		end := hi
		if d.run+1 < len(d.runs) && len(d.runs) > 0 {
			end = min(hi, d.runs[d.run+1].at)
		}
		bold, hidden := style.bold, style.hidden
		if look.style > 0 && look.style < len(d.styles) {
			bold = bold != d.styles[look.style].bold
			hidden = hidden != d.styles[look.style].hidden
		}
		if !look.deleted && !look.hidden.over(hidden) {
			d.characters(d.text[lo:max(end, lo)], look, look.bold.over(bold))
		}
		lo = max(end, lo+1)
	}
}

// characters writes text, which looks like look.
func (d *docReader) characters(text []uint16, look *docChar, bold bool) {
	for i := 0; i < len(text); i++ {
		u := text[i]
		r := rune(u)
		switch {
		case u >= 0xD800 && u < 0xE000:
			next := uint16(0)
			if i+1 < len(text) {
				next = text[i+1]
			}
			if r = utf16.DecodeRune(r, rune(next)); r != utf8.RuneError {
				i++
			}
		case u >= 0xF000 && u <= 0xF0FF:
			if c := symbolChar(d.font(look.font), r); c != 0 {
				r = c
			}
		case u == docSymbol && look.symbol != 0:
			if r = symbolChar(d.font(look.font), rune(look.symbol)); r == 0 && look.symbol >= 0x100 && look.symbol < 0xD800 {
				r = rune(look.symbol)
			}
		case u < ' ':
			r = d.control(u, bold)
		case u == 0xFFFE || u == 0xFFFF:
			r = 0
		}
		switch {
		case r == 0:
		case d.codes == 0:
			d.sheet.write(r, bold)
		default:
			d.codeChar(r)
		}
	}
}

// font returns the name of a font.
func (d *docReader) font(i int) string {
	if i > 0 && i < len(d.fonts) {
		return d.fonts[i]
	}
	return ""
}

// codeChar appends a character to the code of the innermost field that is
// still at its code.
func (d *docReader) codeChar(r rune) {
	for i := len(d.fields) - 1; i >= 0; i-- {
		if f := &d.fields[i]; !f.shown {
			if len(f.code) < longestCode {
				f.code = utf8.AppendRune(f.code, r)
			}
			return
		}
	}
}

// control returns what the control character u prints, 0 if nothing.
func (d *docReader) control(u uint16, bold bool) rune {
	switch u {
	case docTab:
		return '\t'
	case docLine, docColumn:
		return '\n'
	case docHyphen:
		return '-'
	case docField:
		if len(d.fields) < mostFields {
			d.fields = append(d.fields, docCode{})
			d.codes++
		}
	case docFieldMid:
		if n := len(d.fields); n > 0 && !d.fields[n-1].shown {
			d.fields[n-1].shown, d.fields[n-1].at = true, len(d.sheet.flow.text)
			d.codes--
		}
	case docFieldEnd:
		if n := len(d.fields); n > 0 {
			f := d.fields[n-1]
			d.fields = d.fields[:n-1]
			if !f.shown {
				d.codes--
			}
			d.endField(&f, bold)
		}
	}
	return 0
}

// endField notes what a field leaves behind.
func (d *docReader) endField(f *docCode, bold bool) {
	if d.codes > 0 {
		return
	}
	name, args := fieldArgs(string(f.code))
	switch {
	case f.shown && name == "HYPERLINK":
		d.sheet.flow.link(f.at, hyperlinkOf(args))
	case !f.shown && name == "EQ":
		d.sheet.puts(overstruck(string(f.code)), bold)
	case !f.shown && name == "SYMBOL":
		d.sheet.puts(symbolOf(args), bold)
	}
}

// endCodes ends the fields whose code is not at its end where the paragraph
// is: a code fits one line, and words must not be lost for a border that is.
func (d *docReader) endCodes() {
	for i := range d.fields {
		if !d.fields[i].shown {
			d.fields = d.fields[:i]
			break
		}
	}
	d.codes = 0
}
