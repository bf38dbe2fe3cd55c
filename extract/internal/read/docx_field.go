package read

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// The bounds of fields: the bytes of a code that are kept, and how many fields
// may be open at once.
const (
	longestCode = 4096
	mostFields  = 64
)

// A docxField is a field (域): a code, which is not printed, and what it came to.
type docxField struct {
	code  []byte
	shown bool // what follows is printed
	box   string
	flow  *docxFlow
	at    int // where the result begins
}

// fieldChar reads a border of a field: its begin, that of its result, its end.
func (d *docxReader) fieldChar() {
	switch d.x.attr("fldCharType") {
	case "begin":
		f := docxField{flow: d.flow}
		for name := range d.x.children() {
			if name == "ffData" {
				f.box = d.tickBox()
			}
		}
		if len(d.fields) == mostFields {
			d.fields = d.fields[1:]
		}
		d.fields = append(d.fields, f)
	case "separate":
		if n := len(d.fields); n > 0 {
			f := &d.fields[n-1]
			f.shown, f.flow, f.at = true, d.flow, len(d.flow.text)
		}
	case "end":
		n := len(d.fields)
		if n == 0 {
			return
		}
		f := d.fields[n-1]
		d.fields = d.fields[:n-1]
		d.endField(&f)
	}
}

// endField notes what the field leaves behind.
func (d *docxReader) endField(f *docxField) {
	name, args := fieldArgs(string(f.code))
	switch {
	case f.shown && name == "HYPERLINK" && f.flow == d.flow && f.at <= len(d.flow.text):
		d.flow.link(f.at, hyperlinkOf(args))
	case f.box != "":
		d.write(f.box)
	case !f.shown && name == "EQ":
		d.write(overstruck(string(f.code)))
	case !f.shown && name == "SYMBOL":
		d.write(symbolOf(args))
	}
}

// endCodes ends the fields whose code is not at its end where the paragraph
// is: a code fits one line, and words must not be lost for a border that is.
func (d *docxReader) endCodes() {
	for i := range d.fields {
		if !d.fields[i].shown {
			d.fields = d.fields[:i]
			return
		}
	}
}

// tickBox reads the data of a form field: the box that it shows, if any.
func (d *docxReader) tickBox() (sign string) {
	for name := range d.x.children() {
		if name != "checkBox" {
			continue
		}
		byDefault, ticked := false, unset
		for name := range d.x.children() {
			switch name {
			case "default":
				byDefault = d.x.on()
			case "checked":
				ticked = toggled(d.x.on())
			}
		}
		sign = "□"
		if ticked == yes || ticked == unset && byDefault {
			sign = "☑"
		}
	}
	return sign
}

// fieldCode reads a part of a field's code.
func (d *docxReader) fieldCode() {
	if n := len(d.fields); n > 0 && !d.fields[n-1].shown && len(d.fields[n-1].code) < longestCode {
		d.fields[n-1].code = d.x.text(d.fields[n-1].code)
	}
}

// simpleField reads a field whose code is an attribute.
func (d *docxReader) simpleField() {
	f := docxField{code: []byte(d.x.attr("instr")), shown: true, flow: d.flow, at: len(d.flow.text)}
	d.content()
	if !d.silent() {
		d.endField(&f)
	}
}

// hyperlink reads a link. One to a place within the document has no address.
func (d *docxReader) hyperlink() {
	url := ""
	if r := d.rels[d.x.attr("id")]; r.external {
		if url = r.target; d.x.attr("anchor") != "" {
			url += "#" + d.x.attr("anchor")
		}
	}
	lo, flow := len(d.flow.text), d.flow
	d.content()
	if d.flow == flow {
		flow.link(lo, url)
	}
}

// fieldArgs returns the name of a field, in capitals, and its arguments.
func fieldArgs(code string) (name string, args []string) {
	for len(args) < 32 {
		code = strings.TrimLeft(code, " \t\r\n\u00A0")
		if code == "" {
			break
		}
		arg := ""
		if code[0] == '"' {
			arg, code = quoted(code[1:])
		} else {
			end := strings.IndexAny(code, " \t\r\n\"")
			if end < 0 {
				end = len(code)
			}
			arg, code = code[:end], code[end:]
		}
		args = append(args, arg)
	}
	if len(args) == 0 {
		return "", nil
	}
	return strings.ToUpper(args[0]), args[1:]
}

// quoted returns the argument up to the closing quotation mark, and what follows.
func quoted(s string) (arg, rest string) {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\' && i+1 < len(s) && (s[i+1] == '\\' || s[i+1] == '"'):
			i++
			b.WriteByte(s[i])
		case s[i] == '"':
			return b.String(), s[i+1:]
		default:
			b.WriteByte(s[i])
		}
	}
	return b.String(), ""
}

// hyperlinkOf returns the address among the arguments of a link, "" where it
// leads to a place within the document.
func hyperlinkOf(args []string) (url string) {
	place := ""
	for i := 0; i < len(args); i++ {
		switch args[i] {
		case `\l`, `\o`, `\t`:
			if args[i] == `\l` && i+1 < len(args) {
				place = "#" + args[i+1]
			}
			i++
		case `\n`, `\m`, `\h`:
		default:
			if url == "" {
				url = args[i]
			}
		}
	}
	if url == "" || url[0] == '#' {
		return ""
	}
	return url + place
}

// overstruck returns what the code of an equation shows where it sets signs
// over each other: a figure in a circle, EQ \o\ac(○,1), and a character below
// its reading, EQ \o\ad(\s\up 9(yún),云). Other equations are left out.
func overstruck(code string) string {
	i := strings.Index(strings.ToLower(code), `\o`)
	if i < 0 {
		return ""
	}
	code = strings.TrimRight(code[i:], " )")
	open := strings.IndexByte(code, '(')
	comma := strings.LastIndexAny(code, ",;，")
	if open < 0 || comma < open {
		return ""
	}
	_, n := utf8.DecodeRuneInString(code[comma:])
	inner := strings.TrimSpace(code[comma+n:])
	if k := strings.LastIndexByte(inner, '('); k >= 0 { // \s\do 3(1)
		inner = inner[k+1:]
	}
	if first := code[open+1 : comma]; strings.ContainsAny(first, "○〇◯") {
		if n, err := strconv.Atoi(inner); err == nil {
			return nth(n, '①', 20)
		}
	}
	if strings.ContainsAny(inner, `\`) {
		return ""
	}
	return inner
}

// symbolOf returns the sign among the arguments of a symbol.
func symbolOf(args []string) string {
	if len(args) == 0 {
		return ""
	}
	code, err := strconv.ParseUint(args[0], 0, 16)
	if err != nil {
		return ""
	}
	font, r := "", rune(code)
	for i := 1; i+1 < len(args); i++ {
		if args[i] == `\f` {
			font = args[i+1]
		}
	}
	if font != "" && (r < 0x100 || r >= 0xF000 && r <= 0xF0FF) {
		if r = symbolChar(font, r); r == 0 {
			return ""
		}
	}
	if r < ' ' || !utf8.ValidRune(r) {
		return ""
	}
	return string(r)
}
