package ofd

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// An element is one element of a part. The prefix of its name is dropped:
// producers write ofd:, none, their own, or one they never declare.
type element struct {
	name  string
	attrs string // as it stands in the tag
	text  string // the characters directly inside, entities resolved
	kids  []*element
}

// deepest is how many elements may enclose one another.
const deepest = 200

// parse reads the part data. It never fails: what is no XML is passed over, an
// end that nothing began is dropped, and what nothing ends is ended by the part.
func parse(data []byte) *element {
	p := parser{s: characters(data)}
	root := &element{}
	p.open = append(p.open, root)
	for p.at < len(p.s) {
		i := strings.IndexByte(p.s[p.at:], '<')
		if i < 0 {
			i = len(p.s) - p.at
		}
		p.words(p.s[p.at:p.at+i], false)
		if p.at += i; p.at < len(p.s) {
			p.tag()
		}
	}
	return root
}

// A parser reads a part from front to back.
type parser struct {
	s    string
	at   int
	open []*element // from the root to the innermost
	over int        // elements open beyond the deepest
}

// words adds s to the text of the innermost element.
func (p *parser) words(s string, literal bool) {
	if s == "" || p.over > 0 {
		return
	}
	if !literal && strings.IndexByte(s, '&') >= 0 {
		s = resolved(s)
	}
	e := p.open[len(p.open)-1]
	if e.text == "" {
		e.text = s
	} else {
		e.text += s
	}
}

// tag reads what begins with the < at p.at.
func (p *parser) tag() {
	s := p.s[p.at:]
	switch {
	case strings.HasPrefix(s, "<!--"):
		p.skip("-->")
	case strings.HasPrefix(s, "<![CDATA["):
		from := p.at + len("<![CDATA[")
		p.skip("]]>")
		p.words(strings.TrimSuffix(p.s[from:max(from, p.at)], "]]>"), true)
	case strings.HasPrefix(s, "<?"):
		p.skip("?>")
	case strings.HasPrefix(s, "<!"):
		p.skip(">")
	case strings.HasPrefix(s, "</"):
		from := p.at + 2
		p.skip(">")
		p.end(local(strings.TrimSuffix(p.s[from:p.at], ">")))
	default:
		p.start()
	}
}

// skip passes over what mark ends.
func (p *parser) skip(mark string) {
	if i := strings.Index(p.s[p.at:], mark); i >= 0 {
		p.at += i + len(mark)
	} else {
		p.at = len(p.s)
	}
}

// start reads a start tag. A > within quotes does not end it.
func (p *parser) start() {
	i, quote := p.at+1, byte(0)
	for ; i < len(p.s); i++ {
		c := p.s[i]
		if c == '<' { // none may stand in a tag: this one is cut
			break
		}
		if quote != 0 {
			if c == quote {
				quote = 0
			}
		} else if c == '"' || c == '\'' {
			quote = c
		} else if c == '>' {
			break
		}
	}
	inner := p.s[p.at+1 : i]
	p.at = i
	if i < len(p.s) && p.s[i] == '>' {
		p.at++
	}
	empty := strings.HasSuffix(inner, "/")
	inner = strings.TrimSuffix(inner, "/")
	n := strings.IndexAny(inner, " \t\r\n")
	if n < 0 {
		n = len(inner)
	}
	if p.over > 0 || len(p.open) > deepest {
		if !empty {
			p.over++
		}
		return
	}
	e := &element{name: local(inner[:n]), attrs: inner[n:]}
	top := p.open[len(p.open)-1]
	top.kids = append(top.kids, e)
	if !empty {
		p.open = append(p.open, e)
	}
}

// end closes the innermost element called name with all that it encloses.
func (p *parser) end(name string) {
	if p.over > 0 {
		p.over--
		return
	}
	for i := len(p.open) - 1; i > 0; i-- {
		if p.open[i].name == name {
			p.open = p.open[:i]
			return
		}
	}
}

// local returns name without its prefix and blanks.
func local(name string) string {
	name = strings.TrimRight(name, " \t\r\n")
	return name[strings.IndexByte(name, ':')+1:]
}

// attr returns the value of the attribute called name, "" if there is none.
func (e *element) attr(name string) string {
	if e == nil {
		return ""
	}
	s := e.attrs
	for i := 0; i < len(s); {
		for i < len(s) && s[i] <= ' ' {
			i++
		}
		from := i
		for i < len(s) && s[i] > ' ' && s[i] != '=' {
			if s[i] == ':' {
				from = i + 1
			}
			i++
		}
		key := s[from:i]
		for i < len(s) && (s[i] <= ' ' || s[i] == '=') {
			i++
		}
		if i == len(s) || s[i] != '"' && s[i] != '\'' {
			continue // a name without a value
		}
		end := strings.IndexByte(s[i+1:], s[i])
		if end < 0 {
			return ""
		}
		if key == name {
			return resolved(s[i+1 : i+1+end])
		}
		i += end + 2
	}
	return ""
}

// kid returns the first element called name directly in e, nil if there is none.
func (e *element) kid(name string) *element {
	if e != nil {
		for _, k := range e.kids {
			if k.name == name {
				return k
			}
		}
	}
	return nil
}

// all calls f for each element called name anywhere in e, in order.
func (e *element) all(name string, f func(*element)) {
	if e == nil {
		return
	}
	for _, k := range e.kids {
		if k.name == name {
			f(k)
		}
		k.all(name, f)
	}
}

// first returns the first element called name anywhere in e, nil if there is none.
func (e *element) first(name string) *element {
	if e == nil {
		return nil
	}
	for _, k := range e.kids {
		if k.name == name {
			return k
		}
		if found := k.first(name); found != nil {
			return found
		}
	}
	return nil
}

// words returns the text of e without the blanks at its ends.
func (e *element) words() string {
	if e == nil {
		return ""
	}
	return strings.TrimSpace(e.text)
}

// resolved returns s with its entities resolved; what is none stays.
func resolved(s string) string {
	if strings.IndexByte(s, '&') < 0 {
		return s
	}
	var b strings.Builder
	for {
		i := strings.IndexByte(s, '&')
		if i < 0 {
			b.WriteString(s)
			return b.String()
		}
		b.WriteString(s[:i])
		s = s[i:]
		r, n := entity(s)
		if n == 0 {
			r, n = '&', 1
		}
		b.WriteRune(r)
		s = s[n:]
	}
}

// entity reads the entity at the head of s and returns its character and
// length, 0 if there is none.
func entity(s string) (rune, int) {
	end := strings.IndexByte(s[:min(len(s), 12)], ';')
	if end < 2 {
		return 0, 0
	}
	switch name := s[1:end]; name {
	case "lt":
		return '<', end + 1
	case "gt":
		return '>', end + 1
	case "amp":
		return '&', end + 1
	case "quot":
		return '"', end + 1
	case "apos":
		return '\'', end + 1
	default:
		if name[0] != '#' || len(name) < 2 {
			return 0, 0
		}
		r := codePoint(name[1:])
		if r <= 0 || !utf8.ValidRune(r) {
			return 0, 0
		}
		return r, end + 1
	}
}

// codePoint returns the number that s writes, decimal or behind an x
// hexadecimal; 0 if it writes none.
func codePoint(s string) rune {
	base := rune(10)
	if s[0] == 'x' || s[0] == 'X' {
		base, s = 16, s[1:]
	}
	r := rune(0)
	for i := range len(s) {
		d := rune(99)
		switch c := s[i]; {
		case '0' <= c && c <= '9':
			d = rune(c - '0')
		case 'a' <= c|0x20 && c|0x20 <= 'f':
			d = rune(c|0x20-'a') + 10
		}
		if d >= base || r > utf8.MaxRune {
			return 0
		}
		r = r*base + d
	}
	return r
}

// characters returns data as text: UTF-8, or UTF-16 behind its mark, or GB18030
// where it is no UTF-8 and does not claim to be.
func characters(data []byte) string {
	switch {
	case len(data) >= 3 && string(data[:3]) == "\xEF\xBB\xBF":
		data = data[3:]
	case len(data) >= 2 && data[0] == 0xFF && data[1] == 0xFE:
		return wide(data[2:], 0, 1)
	case len(data) >= 2 && data[0] == 0xFE && data[1] == 0xFF:
		return wide(data[2:], 1, 0)
	}
	if !utf8.Valid(data) && !strings.Contains(strings.ToLower(string(data[:min(len(data), 100)])), "utf-8") {
		if s, err := simplifiedchinese.GB18030.NewDecoder().Bytes(data); err == nil {
			return string(s)
		}
	}
	return strings.ToValidUTF8(string(data), "\uFFFD")
}

// wide returns UTF-16 as text; lo and hi say which byte of a pair is which.
func wide(data []byte, lo, hi int) string {
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = uint16(data[2*i+lo]) | uint16(data[2*i+hi])<<8
	}
	return string(utf16.Decode(units))
}
