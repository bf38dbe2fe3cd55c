package read

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A webPage is what of it a browser shows, in the order of its source.
type webPage struct {
	nodes []webElement
	head  *html.Node // nil if there is none
	word  bool       // written by Word: no site around it
	base  string     // what its links are relative to
	title string     // of the head, blanks out
	meta  metadata

	main  int  // the element that holds the notice
	exact bool // its name says so
	name  int  // the element that prints the notice's title above it; -1 is none
}

// A webElement is an element or a stretch of words of a page.
type webElement struct {
	*html.Node
	parent int32
	end    int32 // index behind what it holds
	han    int32 // Chinese characters in it, outside links
	linked int32 // Chinese characters in links
	marks  int32 // ，。；in it, outside links
	links  int32
	role   webRole
}

// A webRole is what an element is on its page.
type webRole uint8

const (
	plainRole webRole = iota
	siteRole          // the site's: navigation, footer
	listRole          // a list of links to other pages
	factRole          // beside the notice, tells of it: 发布时间, 附件下载
)

// newWebPage returns the page doc.
func newWebPage(doc *html.Node) *webPage {
	p := &webPage{name: -1}
	root := bodyOf(doc)
	p.grow(root, -1)
	p.head = headOf(doc)
	p.readHead()
	return p
}

// bodyOf returns the element body of doc, doc itself if it has none.
func bodyOf(doc *html.Node) *html.Node {
	for n := range doc.Descendants() {
		if n.DataAtom == atom.Body || n.DataAtom == atom.Frameset {
			return n
		}
	}
	return doc
}

// headOf returns the element head of doc.
func headOf(doc *html.Node) *html.Node {
	for n := range doc.Descendants() {
		if n.DataAtom == atom.Head {
			return n
		}
	}
	return nil
}

// grow adds n and what it holds to the page, if a browser shows it. The parser
// bounds the depth.
func (p *webPage) grow(n *html.Node, parent int) {
	switch n.Type {
	case html.TextNode:
	case html.DocumentNode:
	case html.ElementNode:
		if unseen(n) {
			return
		}
	default:
		return
	}
	at := len(p.nodes)
	p.nodes = append(p.nodes, webElement{Node: n, parent: int32(parent)})
	e := webElement{}
	if n.Type == html.TextNode {
		e.han, e.marks = countHan(n.Data)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		first := len(p.nodes)
		p.grow(c, at)
		if first < len(p.nodes) {
			k := &p.nodes[first]
			e.han, e.linked, e.marks, e.links = e.han+k.han, e.linked+k.linked, e.marks+k.marks, e.links+k.links
		}
	}
	if n.DataAtom == atom.A && attr(n, "href") != "" && !isFileURL(attr(n, "href")) {
		e.linked, e.links = e.linked+e.han, e.links+1
		e.han, e.marks = 0, 0
	}
	t := &p.nodes[at]
	t.han, t.linked, t.marks, t.links = e.han, e.linked, e.marks, e.links
	t.end = int32(len(p.nodes))
}

// countHan returns how many Chinese characters s holds, and how many of the
// marks that sentences are made with: ，。；.
func countHan(s string) (han, marks int32) {
	for i := 0; i+2 < len(s); i++ {
		switch c := s[i]; {
		case c >= 0xE4 && c <= 0xE9:
			han++
			i += 2
		case c == 0xEF && s[i+1] == 0xBC && (s[i+2] == 0x8C || s[i+2] == 0x9B), c == 0xE3 && s[i+1] == 0x80 && s[i+2] == 0x82:
			marks++
			i += 2
		}
	}
	return han, marks
}

// unseen reports whether a browser does not show n, or shows what is no text.
func unseen(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Head, atom.Title, atom.Meta, atom.Link,
		atom.Select, atom.Option, atom.Optgroup, atom.Datalist, atom.Textarea, atom.Input, atom.Button,
		atom.Iframe, atom.Object, atom.Embed, atom.Applet, atom.Noframes, atom.Canvas, atom.Svg, atom.Math,
		atom.Audio, atom.Video, atom.Map, atom.Dialog, atom.Rp, atom.Rt, atom.Rtc, atom.Del:
		return true
	case 0:
		switch n.Data {
		case "xml", "o:officedocumentsettings", "w:worddocument", "w:latentstyles":
			return true
		}
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "style":
			if hidden(a.Val) {
				return true
			}
		}
	}
	return false
}

// hidden reports whether a style attribute hides its element.
func hidden(css string) bool {
	for property, value := range declarations(css) {
		switch property {
		case "display":
			if beginsWith(value, "none") {
				return true
			}
		case "visibility":
			if beginsWith(value, "hidden") || beginsWith(value, "collapse") {
				return true
			}
		case "mso-hide":
			if beginsWith(value, "all") {
				return true
			}
		}
	}
	return false
}

// declarations yields the properties that the reader knows, in lower case, and
// their values.
func declarations(css string) func(yield func(property, value string) bool) {
	return func(yield func(property, value string) bool) {
		for css != "" {
			var d string
			if i := strings.IndexByte(css, ';'); i >= 0 {
				d, css = css[:i], css[i+1:]
			} else {
				d, css = css, ""
			}
			i := strings.IndexByte(d, ':')
			if i < 0 {
				continue
			}
			name := strings.Trim(d[:i], " \t\r\n\f")
			for _, known := range [...]string{"display", "visibility", "font-weight", "text-align", "white-space", "mso-hide", "mso-list", "list-style-type", "list-style", "border"} {
				if len(name) == len(known) && strings.EqualFold(name, known) {
					if !yield(known, strings.Trim(d[i+1:], " \t\r\n\f")) {
						return
					}
				}
			}
		}
	}
}

// beginsWith reports whether value begins with the word w, in whatever case.
func beginsWith(value, w string) bool {
	return len(value) >= len(w) && strings.EqualFold(value[:len(w)], w)
}

// attr returns the value of n's attribute key, "" if it has none.
func attr(n *html.Node, key string) string {
	for i := range n.Attr {
		if n.Attr[i].Key == key {
			return n.Attr[i].Val
		}
	}
	return ""
}

// blockName reports whether the element called name stands on lines of its own.
func blockName(name string) bool { return isBlock(atom.Lookup([]byte(name))) }

// isBlock reports whether the element a stands on lines of its own.
func isBlock(a atom.Atom) bool {
	switch a {
	case atom.P, atom.Div, atom.Li, atom.Ul, atom.Ol, atom.Table, atom.Caption, atom.Thead, atom.Tbody, atom.Tfoot, atom.Tr, atom.Td, atom.Th,
		atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Hr, atom.Pre, atom.Blockquote, atom.Center, atom.Section, atom.Article,
		atom.Main, atom.Header, atom.Footer, atom.Nav, atom.Aside, atom.Address, atom.Dl, atom.Dt, atom.Dd, atom.Form, atom.Fieldset,
		atom.Legend, atom.Figure, atom.Figcaption, atom.Details, atom.Summary, atom.Body, atom.Html, atom.Dir, atom.Menu, atom.Hgroup:
		return true
	}
	return false
}

// words returns the words of the element at, without blanks, up to about limit
// bytes.
func (p *webPage) words(at, limit int) string {
	var b []byte
	for i := at; i < int(p.nodes[at].end) && len(b) < limit; i++ {
		if p.nodes[i].Type == html.TextNode {
			b = appendUnspaced(b, p.nodes[i].Data)
		}
	}
	return string(b)
}

// appendUnspaced appends s without its blanks.
func appendUnspaced(b []byte, s string) []byte {
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if c > ' ' {
				b = append(b, c)
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if !strings.ContainsRune(blanks, r) {
			b = append(b, s[i:i+n]...)
		}
		i += n
	}
	return b
}

// unspaced returns s without its blanks.
func unspaced(s string) string { return string(appendUnspaced(nil, s)) }

// files are the endings of what pages hang on to a notice.
var files = [...]string{".doc", ".docx", ".wps", ".pdf", ".ofd", ".xls", ".xlsx", ".et", ".ppt", ".pptx", ".rtf", ".txt", ".zip", ".rar", ".7z", ".ceb"}

// isFileURL reports whether url names a file to be loaded.
func isFileURL(url string) bool {
	if i := strings.IndexAny(url, "?#"); i >= 0 {
		url = url[:i]
	}
	i := strings.LastIndexByte(url, '.')
	if i < 0 {
		return false
	}
	for _, f := range files {
		if strings.EqualFold(url[i:], f) {
			return true
		}
	}
	return false
}
