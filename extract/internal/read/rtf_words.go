package read

import (
	"slices"
	"unicode/utf16"
	"unicode/utf8"
)

// destination reports whether word says what the words of the group are for.
func (r *rtfReader) destination(word string) bool {
	s := &r.state
	if s.dest == rtfSkipped {
		return true // and stays so to its end
	}
	star := s.star
	s.star = false
	dest := rtfSkipped
	switch word {
	case "fonttbl":
		dest = rtfFonts
	case "stylesheet":
		dest = rtfStyles
	case "listtext", "pntext":
		dest = rtfNumber
	case "field":
		r.flush()
		s.field = &rtfField{lo: len(r.sheet.flow.text), flow: r.sheet.flow}
		s.fielded = true
		return true
	case "fldinst":
		dest = rtfCode
	case "fldrslt":
		r.flush()
		if f := s.field; f != nil {
			f.shown, f.lo, f.flow = true, len(r.sheet.flow.text), r.sheet.flow
		}
		return true
	case "footnote":
		dest = rtfNote
	case "header", "headerl", "headerr", "footer", "footerl", "footerr", "footerf":
		dest = rtfHead
	case "headerf":
		dest = rtfFirstHead
	case "shptxt", "dptxbxtext":
		dest = rtfBox
	case "shpinst", "do":
		dest = rtfShape
	case "nesttableprops":
		return true
	case "ud":
		dest = r.around()
	case "upr":
		dest = rtfUnicode
	case "colortbl", "info", "pict", "nonesttables", "shprslt", "sp", "tc", "xe", "rxe", "txe", "filetbl", "template", "revtbl",
		"listtable", "listoverridetable", "private", "pnseclvl", "atnid", "atnauthor", "annotation", "bkmkstart", "bkmkend", "falt",
		"panose", "fontemb", "objdata", "objclass", "nextfile", "generator", "userprops", "background", "fchars", "lchars", "ftnsep",
		"ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "pgptbl", "rsidtbl", "xmlnstbl", "themedata", "colorschememapping":
	default:
		if !star {
			return false
		}
	}
	r.flush()
	switch dest {
	case rtfNote, rtfHead, rtfFirstHead, rtfBox:
		r.openSheet()
	case rtfNumber:
		if r.listed {
			dest = rtfSkipped // an older form of the same number
		}
		r.listed = true
	}
	s.dest, s.opened = dest, true
	return true
}

// around returns what the words of the group around a pair of twins are for.
func (r *rtfReader) around() rtfDest {
	for i := len(r.groups) - 1; i >= 0; i-- {
		if d := r.groups[i].dest; d != rtfUnicode {
			return d
		}
	}
	return rtfBody
}

// openSheet begins words that stand apart from those around.
func (r *rtfReader) openSheet() {
	r.outer = append(r.outer, r.sheet)
	r.sheet = docSheet{flow: &docxFlow{}}
	r.state.para, r.state.bold = rtfPara{}, false
}

// endDest ends what the destination of the group began.
func (r *rtfReader) endDest() {
	s := &r.state
	switch s.dest {
	case rtfNote, rtfHead, rtfFirstHead, rtfBox:
		n := len(r.outer)
		if n == 0 {
			return
		}
		r.endSheet()
		f := r.sheet.flow
		r.sheet, r.outer = r.outer[n-1], r.outer[:n-1]
		r.apart(f, s.dest)
	case rtfNumber:
		r.endNumber()
	}
}

// endNumber parts a printed number from the words by one blank, where it is
// parted. A mere bullet is known by its sign.
func (r *rtfReader) endNumber() {
	f, lo := r.sheet.flow, min(r.sheet.lo, len(r.sheet.flow.text))
	number := trimmedBytes(f.text, lo, len(f.text))
	parted := number.Hi < len(f.text)
	n := copy(f.text[lo:], f.text[number.Lo:number.Hi])
	f.text = f.text[:lo+n]
	r.sheet.words = false
	if n == 0 {
		return
	}
	if c, k := utf8.DecodeRune(f.text[lo:]); k == n && !isNumeral(c) {
		r.bullet = true
	}
	if parted {
		f.text = append(f.text, ' ')
	}
}

// isNumeral reports whether c may be a number by itself: ①, ⑴, 一.
func isNumeral(c rune) bool {
	return c >= '0' && c <= '9' || c >= '①' && c <= '⓿' || c >= '❶' && c <= '➓' || c >= 0x3220 && c <= 0x33FF || c >= 0x4E00
}

// apart puts the words f where they belong.
func (r *rtfReader) apart(f *docxFlow, dest rtfDest) {
	if blank(string(f.text)) {
		return
	}
	switch {
	case dest == rtfBox:
		r.box(f)
	case dest == rtfNote:
		f.running()
		r.notes.add(f)
	case !worded(f.text), r.seen[string(f.text)]: // each section repeats its heads
	case dest == rtfFirstHead && len(r.head.text) == 0:
		r.head.add(f)
	case dest == rtfHead && graded(f.text) && len(r.sheet.flow.text) == 0 && len(r.sheet.flow.styles) == 0:
		r.sheet.flow.add(f)
		r.sheet.begin()
	default:
		r.seen[string(f.text)] = true
		f.running()
		r.heads.add(f)
	}
}

// longestBefore bounds a line that a text box is put before.
const longestBefore = 8 << 10

// box puts a text box before the line that it hangs on.
func (r *rtfReader) box(f *docxFlow) {
	s := &r.sheet
	if len(s.flow.text)-s.lo > longestBefore {
		s.end(docLook{})
	}
	s.flow.before(s.lo, f)
	s.boldUntil += len(f.text)
	for i := range r.groups {
		if k := r.groups[i].field; k != nil && k.flow == s.flow && k.lo >= s.lo && (i == 0 || r.groups[i-1].field != k) {
			k.lo += len(f.text)
		}
	}
	s.lo += len(f.text)
}

// endField notes what a field leaves behind.
func (r *rtfReader) endField(f *rtfField) {
	name, args := fieldArgs(string(f.code))
	switch {
	case f.shown && name == "HYPERLINK" && f.flow == r.sheet.flow && f.lo <= len(f.flow.text):
		f.flow.link(f.lo, hyperlinkOf(args))
	case len(f.flow.text) > f.lo:
	case name == "EQ":
		r.words(overstruck(string(f.code)))
	case name == "SYMBOL":
		r.words(symbolOf(args))
	}
}

// words writes words to where those of the group go.
func (r *rtfReader) words(s string) {
	for _, c := range s {
		r.put(c)
	}
}

// chars reports whether word is a character, or a mark between characters.
func (r *rtfReader) chars(word string, number int) bool {
	switch word {
	case "u":
		r.unicode(number)
	case "par", "sect":
		r.paragraph()
		r.listed, r.bullet = false, false
	case "line", "page", "column", "softline", "softpage":
		r.rune('\n')
	case "tab":
		r.rune('\t')
	case "cell":
		r.cell()
	case "row":
		r.flush()
		r.sheet.row(slices.Clone(r.edges))
	case "nestcell":
		r.rune(' ')
	case "nestrow":
		r.paragraph()
	case "emdash":
		r.rune('—')
	case "endash":
		r.rune('–')
	case "lquote":
		r.rune('‘')
	case "rquote":
		r.rune('’')
	case "ldblquote":
		r.rune('“')
	case "rdblquote":
		r.rune('”')
	case "bullet":
		r.rune('•')
	case "emspace", "enspace", "qmspace":
		r.rune(' ')
	default:
		return false
	}
	return true
}

// unicode reads the code unit n of UTF-16, which may be written as negative.
func (r *rtfReader) unicode(n int) {
	r.flush()
	r.fallen = r.state.skip
	u := uint16(n)
	if r.state.dest == rtfSkipped || r.state.gone {
		return
	}
	switch {
	case utf16.IsSurrogate(rune(u)) && u < 0xDC00:
		r.high = u
		return
	case utf16.IsSurrogate(rune(u)):
		r.put(utf16.DecodeRune(rune(r.high), rune(u)))
	case u >= 0xF000 && u <= 0xF0FF:
		name := ""
		if f := r.fonts[r.state.font]; f != nil {
			name = f.name
		}
		switch c := symbolChar(name, rune(u)); {
		case c != 0:
			r.put(c)
		case r.state.dest == rtfNumber:
			r.put('•')
		default:
			r.put(rune(u))
		}
	case u < 0xFFFE:
		r.put(rune(u))
	}
	r.high = 0
}

// cell ends a cell.
func (r *rtfReader) cell() {
	r.flush()
	if r.state.dest == rtfSkipped {
		return
	}
	r.sheet.openTable()
	r.sheet.cell(r.lineLook())
	r.listed, r.bullet = false, false
}

// looks reports whether word says how what follows looks.
func (r *rtfReader) looks(word string, number int, on bool) bool {
	s := &r.state
	switch word {
	case "b", "ab", "v", "deleted", "plain", "f", "af", "loch", "hich", "dbch":
		r.flush()
	}
	switch word {
	case "uc":
		s.skip = min(max(number, 0), 16)
	case "b":
		s.bold = on
	case "ab":
		if s.class == 2 {
			s.bold = on
		}
	case "v", "deleted":
		s.gone = on
	case "plain":
		s.bold, s.gone, s.font, s.class = false, false, r.plain, 0
	case "pard":
		r.pard()
	case "intbl":
		s.para.table = true
	case "trowd":
		r.edges = r.edges[:0]
	case "cellx":
		if len(r.edges) <= mostColumns {
			r.edges = append(r.edges, number)
		}
	case "qc":
		s.para.centred = true
	case "ql", "qr", "qj", "qd":
		s.para.centred = false
	case "outlinelevel":
		s.para.level = min(max(number, 0), 9) + 1
	case "s":
		s.para.style = number
	case "titlepg":
		r.titled = true
	default:
		return r.sets(word, number)
	}
	return true
}

// pard puts the looks of the paragraph back.
func (r *rtfReader) pard() {
	if r.state.dest != rtfNumber { // which stands in a paragraph that goes on
		r.state.para = rtfPara{}
	}
}
