package read

import (
	"bytes"
	"net/url"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A pageWriter writes a page as lines. Blanks go as in a browser: a run of them
// is one, at the ends of a line none. A line break of the source between two
// Chinese characters is none either, for the source was broken at its margin.
type pageWriter struct {
	p      *webPage
	buf    []byte
	styles []Style
	links  []Link
	tables []Table

	line    int     // where the line begins
	empty   bool    // the line before is blank
	space   bool    // a blank is due before the next word
	prefix  string  // the mark of a list's item, due before its first word
	cells   int     // how many cells the words stand in
	look    webLook // of the words
	bold    int     // where a stretch in bold begins; -1 is none
	centred bool    // the line has centred words
	lists   []webList
	joining bool // a line that is a label alone goes on in the next
	lo, hi  int  // the bytes of the notice itself
}

// A webLook is how words look; elements hand it down.
type webLook struct {
	bold, centred, pre bool
}

// write returns the page as lines: the notice, and what is kept beside it.
func (p *webPage) write() *pageWriter {
	w := &pageWriter{p: p, bold: -1, empty: true}
	w.buf = make([]byte, 0, 4096)
	w.outside(0)
	w.endLine()
	w.buf = w.buf[:len(bytes.TrimRight(w.buf, "\n"))]
	if len(w.buf) > 0 {
		w.buf = append(w.buf, '\n')
	}
	w.lo, w.hi = min(w.lo, len(w.buf)), min(w.hi, len(w.buf))
	return w
}

// outside writes what is kept of the element at, which is not in the notice.
func (w *pageWriter) outside(at int) {
	p := w.p
	e := &p.nodes[at]
	switch {
	case at == p.main:
		w.notice(at)
	case at == p.name:
		w.endLine()
		lo := len(w.buf)
		w.element(at)
		w.endLine()
		if n := len(w.styles); n == 0 || w.styles[n-1].Kind != Heading || w.styles[n-1].Lo < lo {
			w.style(lo, len(w.buf), Heading, 1)
		}
	case e.role == factRole:
		w.facts(at)
	default:
		for i := at + 1; i < int(e.end); i = int(p.nodes[i].end) {
			w.outside(i)
		}
	}
}

// notice writes the notice, with the title that only the page's head tells.
func (w *pageWriter) notice(at int) {
	w.endLine()
	w.untold()
	w.lo = len(w.buf)
	w.element(at)
	w.endLine()
	w.hi = len(w.buf)
}

// element writes the element at, with the look that it has.
func (w *pageWriter) element(at int) {
	e := &w.p.nodes[at]
	if e.Type == html.TextNode {
		w.text(e.Data)
		return
	}
	if e.role == siteRole || e.role == listRole {
		return
	}
	was := w.look
	w.dress(e.Node)
	switch e.DataAtom {
	case atom.Br:
		w.breakLine()
	case atom.A:
		lo := len(w.buf)
		w.children(at)
		w.link(lo, attr(e.Node, "href"))
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		w.block()
		lo := len(w.buf)
		w.children(at)
		w.style(lo, len(w.buf), Heading, int(e.Data[1]-'0'))
		w.block()
	case atom.Ol, atom.Ul, atom.Dir, atom.Menu:
		w.block()
		w.lists = append(w.lists, listOf(e.Node))
		w.children(at)
		w.lists = w.lists[:len(w.lists)-1]
		w.block()
	case atom.Li:
		w.item(at)
	case atom.Table:
		w.table(at)
	case atom.Hr:
		w.block()
	case atom.Sup:
		if s := w.p.words(at, 8); digits(s) && len(s) <= 2 {
			w.word(raised(s)) // 10⁴ is not 104
		} else {
			w.children(at)
		}
	default:
		block := isBlock(e.DataAtom)
		if block {
			w.block()
		}
		w.children(at)
		if block {
			w.block()
		}
	}
	w.look = was
}

// raised returns the digits s as superscripts.
func raised(s string) string {
	var b []rune
	for _, c := range s {
		b = append(b, [...]rune{'⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'}[c-'0'])
	}
	return string(b)
}

// children writes what the element at holds.
func (w *pageWriter) children(at int) {
	for i, end := at+1, int(w.p.nodes[at].end); i < end; i = int(w.p.nodes[i].end) {
		w.element(i)
	}
}

// dress gives the words that follow the look of n.
func (w *pageWriter) dress(n *html.Node) {
	l := &w.look
	switch n.DataAtom {
	case atom.B, atom.Strong:
		l.bold = true
	case atom.Center:
		l.centred = true
	case atom.Pre:
		l.pre = true
	}
	for i := range n.Attr {
		switch a := &n.Attr[i]; a.Key {
		case "align":
			if n.DataAtom != atom.Table && n.DataAtom != atom.Img {
				l.centred = strings.EqualFold(a.Val, "center")
			}
		case "style":
			l.wear(a.Val)
		}
	}
}

// wear gives l the looks of a style attribute.
func (l *webLook) wear(css string) {
	for property, value := range declarations(css) {
		switch property {
		case "font-weight":
			l.bold = beginsWith(value, "bold") || len(value) >= 3 && value[0] >= '6' && value[0] <= '9'
		case "text-align":
			l.centred = beginsWith(value, "center")
		case "white-space":
			l.pre = beginsWith(value, "pre")
		}
	}
}

// text writes words of the source.
func (w *pageWriter) text(s string) {
	if w.look.pre {
		for {
			line, rest, more := strings.Cut(s, "\n")
			w.word(line)
			if !more {
				return
			}
			w.breakLine()
			s = rest
		}
	}
	first := true
	for s != "" {
		n := 0
		broken := false
		for n < len(s) && (s[n] == ' ' || s[n] == '\n' || s[n] == '\t' || s[n] == '\r' || s[n] == '\f') {
			broken = broken || s[n] == '\n'
			n++
		}
		s = s[n:]
		if n > 0 && !(broken && !first && s != "" && !w.space && wideEnd(w.buf[w.line:]) && wideHead(s)) {
			w.space = true
		}
		n = 0
		for n < len(s) && s[n] != ' ' && s[n] != '\n' && s[n] != '\t' && s[n] != '\r' && s[n] != '\f' {
			n++
		}
		w.word(s[:n])
		s = s[n:]
		first = false
	}
}

// wideHead reports whether s begins with a Chinese character or sign.
func wideHead(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return wide(r)
}

// wideEnd reports whether s ends in a Chinese character or sign.
func wideEnd(s []byte) bool {
	r, _ := utf8.DecodeLastRune(s)
	return wide(r)
}

// wide reports whether r is a Chinese character or sign.
func wide(r rune) bool {
	return r >= 0x2E80 && r <= 0x9FFF && r != '\u3000' || r >= 0xF900 && r <= 0xFAFF || r >= 0xFF00 && r <= 0xFF60 || r >= 0x20000 && r <= 0x3FFFF ||
		r == '“' || r == '”' || r == '‘' || r == '’' || r == '—' || r == '…'
}

// word writes s, which has no blanks to be folded.
func (w *pageWriter) word(s string) {
	if s == "" {
		return
	}
	if w.prefix != "" {
		w.buf = append(w.buf, w.prefix...)
		w.prefix = ""
	}
	if w.look.bold != (w.bold >= 0) {
		w.turnBold()
	}
	if w.space && len(w.buf) > w.line && w.buf[len(w.buf)-1] != ' ' && w.buf[len(w.buf)-1] != '\t' {
		w.buf = append(w.buf, ' ')
	}
	w.space = false
	w.buf = append(w.buf, s...)
	w.centred = w.centred || w.look.centred
}

// turnBold begins or ends a stretch in bold.
func (w *pageWriter) turnBold() {
	if w.bold >= 0 {
		w.style(w.bold, len(w.buf), Bold, 0)
		w.bold = -1
	}
	if w.look.bold {
		w.bold = len(w.buf)
	}
}

// block begins a line unless the words stand at its beginning; within a cell,
// which is part of a line, it leaves a blank.
func (w *pageWriter) block() {
	if w.cells > 0 {
		w.space = true
		return
	}
	if w.joining && labelOnly(unspaced(string(w.buf[w.line:]))) {
		return
	}
	if len(w.buf) > w.line {
		w.endLine()
	}
	w.space = false
}

// breakLine ends the line even if it is blank.
func (w *pageWriter) breakLine() {
	if w.cells > 0 {
		w.space = true
		return
	}
	if len(w.buf) == w.line {
		w.blankLine()
		return
	}
	w.endLine()
}

// blankLine leaves one line blank, not two, and none at the head.
func (w *pageWriter) blankLine() {
	if !w.empty {
		w.buf = append(w.buf, '\n')
		w.line, w.empty = len(w.buf), true
	}
	w.space = false
}

// endLine ends the line, without the blanks at its end.
func (w *pageWriter) endLine() {
	if w.bold >= 0 {
		w.style(w.bold, len(w.buf), Bold, 0)
		w.bold = -1
	}
	centred := w.centred
	w.space, w.centred = false, false
	if len(w.buf) == w.line {
		return
	}
	n := len(bytes.TrimRight(w.buf[w.line:], blanks))
	w.buf = w.buf[:w.line+n]
	if n == 0 {
		w.blankLine()
		return
	}
	if centred {
		w.style(w.line, len(w.buf), Centred, 0)
	}
	w.buf = append(w.buf, '\n')
	w.line, w.empty = len(w.buf), false
}

// trim returns the range lo to hi without blanks and line ends around it.
func (w *pageWriter) trim(lo, hi int) Range {
	hi = min(hi, len(w.buf))
	if lo >= hi {
		return Range{hi, hi}
	}
	hi = lo + len(bytes.TrimRight(w.buf[lo:hi], blanks))
	lo = hi - len(bytes.TrimLeft(w.buf[lo:hi], blanks))
	return Range{lo, hi}
}

// style notes a style of the words lo to hi.
func (w *pageWriter) style(lo, hi int, kind StyleKind, level int) {
	if r := w.trim(lo, hi); r.Lo < r.Hi {
		w.styles = append(w.styles, Style{r, kind, level})
	}
}

// link notes the address behind the words from lo on.
func (w *pageWriter) link(lo int, href string) {
	r := w.trim(lo, len(w.buf))
	href = strings.Trim(href, " \t\n")
	if r.Lo == r.Hi || href == "" || href[0] == '#' || beginsWith(href, "javascript:") {
		return
	}
	w.links = append(w.links, Link{r, resolved(w.p.base, href)})
	if isFileURL(href) && isFileURL(string(w.buf[r.Lo:r.Hi])) && !wideIn(w.buf[r.Lo:r.Hi]) {
		w.style(r.Lo, r.Hi, RunningHead, 0) // 202404071530.docx: the name that the site gave the file
	}
}

// wideIn reports whether s holds a Chinese character or sign.
func wideIn(s []byte) bool {
	han, _ := countHan(string(s))
	return han > 0
}

// resolved returns the address href, which stands on a page under base; without
// a base it stays as it is.
func resolved(base, href string) string {
	if base == "" {
		return href
	}
	b, err := url.Parse(base)
	if err != nil {
		return href
	}
	u, err := b.Parse(href)
	if err != nil {
		return href
	}
	return u.String()
}
