package read

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// choose finds the element that holds the notice, and what is kept beside it.
//
// Content systems of Chinese public bodies name the element (TRS_Editor,
// UCAP-CONTENT, vsb_content); where none is named so, the way goes down from
// the body as long as one element holds nearly all sentences and what stands
// beside it has none. A page that Word wrote is a notice as a whole.
func (p *webPage) choose() {
	p.main = 0
	if p.word {
		return
	}
	p.castSite()
	if at, ok := p.named(); ok {
		p.main, p.exact = at, true
	} else {
		p.main = p.densest()
	}
	for at := p.main; at >= 0; at = int(p.nodes[at].parent) {
		p.nodes[at].role = plainRole
	}
	if p.exact {
		p.freeLists(p.main)
	}
	p.findFacts()
	p.findName()
}

// weight says how much of a notice e holds: its characters outside links, and
// the marks of its sentences, which sites do not write.
func (e *webElement) weight() int { return int(e.han) + 20*int(e.marks) }

// castSite finds what belongs to the site, by name or because it is a list of
// links, and takes it out of the weight of what holds it.
func (p *webPage) castSite() {
	whole := p.nodes[0].weight()
	for i := 1; i < len(p.nodes); {
		e := &p.nodes[i]
		role := plainRole
		if e.Type == html.ElementNode && 2*e.weight() < whole {
			switch {
			case siteElement(e.Node) && !p.framesNotice(i):
				role = siteRole
			case linkList(e):
				role = listRole
			}
		}
		if role == plainRole {
			i++
			continue
		}
		e.role = role
		for up := int(e.parent); up >= 0; up = int(p.nodes[up].parent) {
			t := &p.nodes[up]
			t.han, t.marks, t.linked, t.links = t.han-e.han, t.marks-e.marks, t.linked-e.linked, t.links-e.links
		}
		i = int(e.end)
	}
}

// linkList reports whether e is a list of links to other pages. A notice has a
// link or two in its sentences.
func linkList(e *webElement) bool {
	switch e.DataAtom {
	case atom.Div, atom.Ul, atom.Ol, atom.Table, atom.Section, atom.Dl, atom.Td, atom.P:
		return e.links >= 4 && e.linked > 2*e.han && e.marks < e.links
	}
	return false
}

// freeLists lets the lists of links in the element at stand: it is the notice.
func (p *webPage) freeLists(at int) {
	for i := at + 1; i < int(p.nodes[at].end); i++ {
		if p.nodes[i].role == listRole {
			p.nodes[i].role = plainRole
		}
	}
}

// siteElement reports whether n is by its name part of the site.
func siteElement(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Nav, atom.Footer, atom.Aside:
		return true
	case atom.Body, atom.Html, atom.Form, atom.Td, atom.Tr, atom.Tbody, atom.Span:
		return false
	}
	for i := range n.Attr {
		if a := &n.Attr[i]; a.Key == "id" || a.Key == "class" {
			for name := range strings.FieldsSeq(a.Val) {
				if siteName(name) {
					return true
				}
			}
		}
	}
	return false
}

// framesNotice reports whether the element at, by its name part of the site, holds the only
// element of the page that is by its name the notice: content-footer is then what stands
// below content-top, and not the foot of the page.
func (p *webPage) framesNotice(at int) bool {
	switch p.nodes[at].DataAtom {
	case atom.Nav, atom.Footer, atom.Aside:
		return false
	}
	inside := false
	for i := at + 1; i < int(p.nodes[at].end) && !inside; i++ {
		e := &p.nodes[i]
		inside = e.Type == html.ElementNode && e.weight() >= leastWeight && e.linked <= e.han && contentElement(e.Node)
	}
	if !inside {
		return false
	}
	for i := 1; i < len(p.nodes); i++ {
		if i == at {
			i = int(p.nodes[at].end) - 1
		} else if e := &p.nodes[i]; e.Type == html.ElementNode && e.weight() >= leastWeight && contentElement(e.Node) {
			return false
		}
	}
	return true
}

// siteWords are what the names of a site's elements hold, and siteNames what
// they are, in lower case.
var (
	siteWords = [...]string{"footer", "copyright", "breadcrumb", "crumbs", "navbar", "mainnav", "topnav", "subnav", "sidebar", "sidemenu",
		"friendlink", "qrcode", "bdshare", "pagination", "toolbar", "relatedread", "related-", "recommend", "comment", "erweima", "share-"}
	siteNames = [...]string{"nav", "menu", "foot", "bottom", "banner", "search", "login", "share", "side", "top", "header", "logo", "path",
		"location", "position", "weizhi", "dqwz", "ewm", "print", "pager", "related", "xgxw", "links", "yqlj", "nextprev", "prenext", "fenxiang", "crumb", "prev", "next"}
)

// siteName reports whether an element called name is part of a site.
func siteName(name string) bool {
	if len(name) > 40 {
		return false
	}
	name = strings.ToLower(name)
	for _, w := range siteNames {
		if name == w {
			return true
		}
	}
	for _, w := range siteWords {
		if strings.Contains(name, w) {
			return true
		}
	}
	return false
}

// contentNames are the names that content systems give the element that holds
// an article, in lower case, without - and _; a trailing number is none of it.
var contentNames = [...]string{
	"ucapcontent", "trseditor", "trsueditor", "trspapereditor", "trspreappend", "customunionstyle", "zoom", "zoomcon", "vsbcontent", "vnewscontent",
	"wparticlecontent", "articontent", "contxt", "pagescontent", "articlecontent", "articlecon", "articlebody", "articledetail", "articletext",
	"newscontent", "newstext", "newscon", "detailcontent", "contenttext", "contentdetail", "textcontent", "jscontent", "richmediacontent", "bodycontent",
	"xxgkcontent", "infocontent", "artcontent", "artcon", "arccontent", "conttext", "gkcontent", "wzcontent", "wznr", "xlcontent", "noticecontent",
	"textbox", "fontzoom", "printcontent", "ejcontent", "nrcontent", "govcontent", "cmscontent", "maintext",
}

// contentName reports whether an element called name holds an article.
func contentName(name string) bool {
	if len(name) > 40 {
		return false
	}
	var b [40]byte
	n := 0
	for i := range len(name) {
		if c := name[i]; c != '-' && c != '_' {
			if c >= 'A' && c <= 'Z' {
				c |= 0x20
			}
			b[n] = c
			n++
		}
	}
	s := strings.TrimRight(string(b[:n]), "0123456789")
	for _, w := range contentNames {
		if s == w {
			return true
		}
	}
	return false
}

// named returns the element whose name says that it holds the notice. Of one
// within another it is the outer; where several stand apart, what holds them
// all. A named element that holds few of the page's sentences is an empty frame:
// the text stands elsewhere.
func (p *webPage) named() (at int, ok bool) {
	at = -1
	sum := 0
	for i := 1; i < len(p.nodes); {
		e := &p.nodes[i]
		if e.role != plainRole {
			i = int(e.end)
			continue
		}
		if e.Type != html.ElementNode || e.weight() < leastWeight || !contentElement(e.Node) {
			i++
			continue
		}
		sum += e.weight()
		if at < 0 {
			at = i
		} else {
			at = p.common(at, i)
		}
		i = int(e.end)
	}
	if at < 0 {
		return 0, false
	}
	whole := &p.nodes[0]
	return at, 3*sum >= whole.weight() || whole.marks-p.nodes[at].marks < 3
}

// leastWeight is what a notice weighs at least: 今日停课。
const leastWeight = 20

// contentElement reports whether n is by its name what holds the article.
func contentElement(n *html.Node) bool {
	if n.DataAtom == atom.Body || n.DataAtom == atom.P || n.DataAtom == atom.Span || n.DataAtom == atom.A {
		return false
	}
	for i := range n.Attr {
		if a := &n.Attr[i]; a.Key == "id" || a.Key == "class" {
			for name := range strings.FieldsSeq(a.Val) {
				if contentName(name) {
					return true
				}
			}
		}
	}
	return false
}

// common returns the innermost element that holds both a and b.
func (p *webPage) common(a, b int) int {
	for int(p.nodes[a].end) <= b {
		a = int(p.nodes[a].parent)
	}
	return a
}

// densest goes down from the body to the element that holds the notice.
func (p *webPage) densest() int {
	at := 0
	for {
		best := -1
		for i := at + 1; i < int(p.nodes[at].end); i = int(p.nodes[i].end) {
			e := &p.nodes[i]
			if e.role == plainRole && e.Type == html.ElementNode && (best < 0 || e.weight() > p.nodes[best].weight()) {
				best = i
			}
		}
		if best < 0 || !p.holds(at, best) {
			return at
		}
		at = best
	}
}

// holds reports whether of the element at only the element in is the notice:
// in has paragraphs of its own, and nearly all sentences.
func (p *webPage) holds(at, in int) bool {
	outer, inner := &p.nodes[at], &p.nodes[in]
	switch inner.DataAtom {
	case atom.P, atom.Span, atom.Font, atom.Strong, atom.B, atom.A, atom.Li, atom.Pre:
		return false
	}
	if inner.weight() == 0 {
		return false
	}
	if outer.weight() == inner.weight() {
		return true
	}
	return outer.marks-inner.marks < 3 && 10*inner.weight() >= 7*outer.weight() && p.lines(in) >= 3
}

// lines counts the lines of the element at, up to 3.
func (p *webPage) lines(at int) int {
	n := 0
	open := true
	for i := at + 1; i < int(p.nodes[at].end) && n < 3; i++ {
		e := &p.nodes[i]
		switch {
		case e.Type == html.TextNode:
			if open && e.han+e.linked > 0 {
				n, open = n+1, false
			}
		case e.DataAtom == atom.Br || isBlock(e.DataAtom):
			open = true
		}
	}
	return n
}
