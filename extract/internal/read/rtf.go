package read

import (
	"bytes"
	"context"
	"errors"
	"strings"
)

// RTF is the Rich Text Format, in whatever code pages its header and its fonts
// name. The text comes as from [DOC].
var RTF = &Format{
	Name:  "rtf",
	Exts:  []string{".rtf"},
	Magic: isRTF,
	Read:  readRTF,
}

// isRTF reports whether data is RTF; blanks and a byte order mark may stand
// before it, and many a .doc is one.
func isRTF(data []byte) bool {
	data = bytes.TrimPrefix(data[:min(len(data), 256)], []byte("\xEF\xBB\xBF"))
	return bytes.HasPrefix(bytes.TrimLeft(data, " \t\r\n"), []byte(`{\rtf`))
}

// readRTF reads RTF.
func readRTF(ctx context.Context, data []byte, opt Options) (*Source, error) {
	r := &rtfReader{data: data, charset: "windows-1252", fonts: map[int]*rtfFont{}, styles: map[int]docLook{}, seen: map[string]bool{}}
	if opt.Encoding != "" {
		r.charset, _ = canonical(opt.Encoding)
		r.fixed = true
	}
	r.sheet.flow = &docxFlow{}
	r.state.skip = 1
	damage := r.read(ctx)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	r.finish()
	flow := r.whole()
	if blank(string(flow.text)) {
		if damage != nil {
			return nil, damage
		}
		return nil, &Error{Format: "rtf", Kind: Empty, Err: errors.New("nothing but blanks or pictures: a scan needs OCR first")}
	}
	if damage != nil {
		damage = &Error{Format: "rtf", Kind: Damaged, Err: damage}
	}
	src := flow.source()
	src.Encoding = r.charset
	return src, damage
}

// A rtfReader goes through the groups of a file.
type rtfReader struct {
	data    []byte
	at      int
	charset string // of the file
	fixed   bool   // the caller says which
	fonts   map[int]*rtfFont
	styles  map[int]docLook

	state  rtfState
	groups []rtfState // around this one

	bytes   []byte // of words in a code page that are not decoded yet
	pending string // their character set
	high    uint16 // half of a character beyond U+FFFF
	fallen  int    // characters still to be left out, which stand for \u

	sheet  docSheet
	outer  []docSheet // what a note or text box stands within
	edges  []int      // of the row
	listed bool       // the number of the paragraph is written
	bullet bool       // and is none but a sign
	plain  int        // the font of plain words

	notes, heads docxFlow
	head         docxFlow        // of the first page alone
	seen         map[string]bool // running heads
	titled       bool
	name         []byte // of the font or style that is defined
}

// A rtfState is what a group inherits and its end restores.
type rtfState struct {
	dest    rtfDest
	skip    int // characters that stand for each \u
	font    int
	class   int    // of the characters: 0 low, 1 high, 2 double-byte
	fonts   [3]int // of the classes, 0 if nothing says
	bold    bool
	gone    bool // hidden or deleted
	star    bool // \* came before
	para    rtfPara
	field   *rtfField
	opened  bool // the end of the group ends what its destination began
	fielded bool // or the field
}

// A rtfPara is how a paragraph looks.
type rtfPara struct {
	docLook
	table bool
	style int
}

// A rtfDest is what the words of a group are for.
type rtfDest uint8

const (
	rtfBody rtfDest = iota
	rtfSkipped
	rtfFonts
	rtfStyles
	rtfCode   // of a field
	rtfNumber // as printed
	rtfNote
	rtfHead
	rtfFirstHead
	rtfBox
	rtfShape
	rtfUnicode // holds a twin in Unicode
)

// A rtfFont is a font of the table of fonts.
type rtfFont struct {
	name    string
	charset int // of Windows; -1 if nothing says
	page    int // code page
}

// A rtfField is a field (域).
type rtfField struct {
	code  []byte
	lo    int
	flow  *docxFlow
	shown bool
}

// The bounds of groups within groups, and of what a control word is.
const (
	mostGroups  = 1024
	longestWord = 32
)

// read goes through the file and returns what is wrong with it.
func (r *rtfReader) read(ctx context.Context) error {
	r.at = max(bytes.IndexByte(r.data, '{'), 0)
	for n := 0; r.at < len(r.data); n++ {
		if n&0xFFFF == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		c := r.data[r.at]
		r.at++
		switch c {
		case '{':
			if r.fallen = 0; len(r.groups) == mostGroups {
				return errors.New("groups within groups without end")
			}
			r.groups = append(r.groups, r.state)
			r.state.star, r.state.opened, r.state.fielded = false, false, false
		case '}':
			r.fallen = 0
			if r.close(); len(r.groups) == 0 {
				return nil
			}
		case '\\':
			r.control()
		case '\r', '\n', 0:
		default:
			r.char(c)
		}
	}
	return errors.New("the file is cut: groups are open at its end")
}

// close ends a group.
func (r *rtfReader) close() {
	r.flush()
	if r.state.opened {
		r.endDest()
	}
	if r.state.fielded {
		r.endField(r.state.field)
	}
	n := len(r.groups)
	if n == 0 {
		return
	}
	if r.state.dest == rtfFonts || r.state.dest == rtfStyles {
		r.define()
	}
	r.state = r.groups[n-1]
	r.groups = r.groups[:n-1]
}

// finish ends what is open where the file ends.
func (r *rtfReader) finish() {
	for len(r.groups) > 0 {
		r.close()
	}
	r.flush()
	r.endSheet()
}

// endSheet ends the line and the table that are open.
func (r *rtfReader) endSheet() {
	if s := &r.sheet; len(s.flow.text) > s.lo && (s.table == nil || s.table.cells == 0) {
		s.end(r.state.para.docLook)
	}
	r.sheet.closeTable()
}

// whole returns the body with what stands around it: see [docxReader.around].
func (r *rtfReader) whole() *docxFlow {
	f := &docxFlow{}
	if r.titled {
		f.add(&r.head)
	}
	f.add(r.sheet.flow)
	f.add(&r.notes)
	f.add(&r.heads)
	return f
}

// control reads what follows a backslash.
func (r *rtfReader) control() {
	if r.at >= len(r.data) {
		return
	}
	c := r.data[r.at]
	if c|0x20 >= 'a' && c|0x20 <= 'z' {
		r.controlWord()
		return
	}
	r.at++
	if c != '\'' && r.fallen > 0 && c != '*' {
		r.fallen--
		return
	}
	switch c {
	case '\'':
		if r.at+2 > len(r.data) {
			return
		}
		hi, lo := hexDigit(r.data[r.at]), hexDigit(r.data[r.at+1])
		if hi < 0 || lo < 0 {
			return
		}
		r.at += 2
		r.char(byte(hi<<4 | lo))
	case '\\', '{', '}':
		r.char(c)
	case '~':
		r.rune('\u00A0')
	case '_':
		r.rune('-')
	case '*':
		r.state.star = true
	case '\r', '\n':
		r.paragraph()
	}
}

// controlWord reads a control word with its number and the blank behind it.
func (r *rtfReader) controlWord() {
	lo := r.at
	for r.at < len(r.data) && r.at-lo < longestWord && r.data[r.at]|0x20 >= 'a' && r.data[r.at]|0x20 <= 'z' {
		r.at++
	}
	word := string(r.data[lo:r.at])
	number, set, minus := 0, false, false
	if r.at+1 < len(r.data) && r.data[r.at] == '-' && r.data[r.at+1] >= '0' && r.data[r.at+1] <= '9' {
		minus = true
		r.at++
	}
	for r.at < len(r.data) && r.data[r.at] >= '0' && r.data[r.at] <= '9' {
		set = true
		number = min(number*10+int(r.data[r.at]-'0'), 1<<31-1)
		r.at++
	}
	if minus {
		number = -number
	}
	if r.at < len(r.data) && r.data[r.at] == ' ' {
		r.at++
	}
	if word == "bin" {
		r.at += min(max(number, 0), len(r.data)-r.at)
		return
	}
	if r.fallen > 0 && word != "u" {
		r.fallen--
		return
	}
	on := !set || number != 0
	switch {
	case r.destination(word):
	case r.chars(word, number):
	case r.looks(word, number, on):
	}
}

// char reads a byte of words in a code page.
func (r *rtfReader) char(c byte) {
	if r.fallen > 0 {
		r.fallen--
		return
	}
	if r.state.dest == rtfSkipped || r.state.gone {
		return
	}
	set := r.pending
	if len(r.bytes) == 0 || c >= 0x80 {
		if set = r.pending; len(r.bytes) == 0 || !leads(r.bytes) {
			set = r.set()
		}
	}
	if set != r.pending {
		r.flush()
		r.pending = set
	}
	r.bytes = append(r.bytes, c)
}

// leads reports whether b ends in what may be the first byte of a pair.
func leads(b []byte) bool {
	n := 0
	for n < len(b) && b[len(b)-1-n] >= 0x80 {
		n++
	}
	return n%2 == 1
}

// flush decodes the bytes read so far and writes them.
func (r *rtfReader) flush() {
	if len(r.bytes) == 0 {
		return
	}
	b := r.bytes
	r.bytes = r.bytes[:0]
	if r.pending == symbolSet {
		name := ""
		if f := r.fonts[r.state.font]; f != nil {
			name = f.name
		}
		for _, c := range b {
			if u := symbolChar(name, rune(c)); u != 0 {
				r.put(u)
			} else if r.state.dest == rtfNumber && c > ' ' {
				r.put('•')
			} else if c == ' ' {
				r.put(' ')
			}
		}
		return
	}
	if bytes.IndexFunc(b, func(c rune) bool { return c >= 0x80 }) < 0 {
		for _, c := range b {
			r.put(rune(c))
		}
		return
	}
	text, _ := decodeAs(b, r.pending)
	for _, c := range text {
		r.put(c)
	}
}

// rune writes a character that the file names.
func (r *rtfReader) rune(c rune) {
	r.flush()
	r.put(c)
}

// put writes a character to where the words of the group go.
func (r *rtfReader) put(c rune) {
	if c < ' ' && c != '\t' && c != '\n' {
		return
	}
	switch s := &r.state; {
	case s.gone && s.dest != rtfCode:
	case s.dest == rtfSkipped, s.dest == rtfShape, s.dest == rtfUnicode:
	case s.dest == rtfFonts || s.dest == rtfStyles:
		if c == ';' {
			r.define()
		} else if len(r.name) < 256 {
			r.name = append(r.name, string(c)...)
		}
	case s.dest == rtfCode:
		if f := s.field; f != nil && len(f.code) < longestCode {
			f.code = append(f.code, string(c)...)
		}
	default:
		r.inside()
		if c == '\t' && r.sheet.table != nil {
			c = ' '
		}
		r.sheet.write(c, s.bold && s.dest != rtfNumber)
	}
}

// inside opens or closes a table where the line that begins asks for it.
func (r *rtfReader) inside() {
	s := &r.sheet
	if len(s.flow.text) > s.lo {
		return
	}
	if r.state.para.table {
		s.openTable()
	} else if s.table != nil && s.table.cells == 0 && len(s.flow.text) == s.cellLo {
		s.closeTable()
	}
}

// paragraph ends a line.
func (r *rtfReader) paragraph() {
	r.flush()
	if d := r.state.dest; d == rtfSkipped || d == rtfCode || r.state.gone {
		return
	}
	r.inside()
	r.sheet.end(r.lineLook())
}

// lineLook returns how the line looks.
func (r *rtfReader) lineLook() docLook {
	look := r.state.para.docLook
	look.bullet = r.bullet
	if st, ok := r.styles[r.state.para.style]; ok {
		if look.level == 0 {
			look.level = st.level
		}
		look.contents = st.contents
	}
	if look.level > 9 {
		look.level = 0
	}
	return look
}

// define notes the font or style that a group defined.
func (r *rtfReader) define() {
	name := strings.ToLower(strings.TrimSpace(string(r.name)))
	r.name = r.name[:0]
	if name == "" {
		return
	}
	if r.state.dest == rtfFonts {
		r.font(r.state.font).name = name
		return
	}
	look := r.state.para.docLook
	if look.level == 0 {
		look.level = headingName(name)
	}
	look.contents = strings.HasPrefix(name, "toc ") || strings.HasPrefix(name, "目录 ")
	r.styles[r.state.para.style] = look
}

// font returns the font of a number, new if it was not met yet.
func (r *rtfReader) font(n int) *rtfFont {
	f := r.fonts[n]
	if f == nil {
		f = &rtfFont{charset: -1}
		if len(r.fonts) < 1<<12 {
			r.fonts[n] = f
		}
	}
	return f
}
