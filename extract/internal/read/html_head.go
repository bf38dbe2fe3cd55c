package read

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"gongwen/model"
)

// metadata is what a page says of itself in its head, by the conventions of
// government sites (SiteName, ArticleTitle, PubDate, ContentSource) and others.
type metadata struct {
	model.Publication
	title string // 文章标题
}

// readHead reads the head of the page.
func (p *webPage) readHead() {
	if p.head == nil {
		return
	}
	for n := range p.head.Descendants() {
		switch n.DataAtom {
		case atom.Title:
			if n.FirstChild != nil && p.title == "" {
				p.title = unspaced(n.FirstChild.Data)
			}
		case atom.Meta:
			p.readMeta(n)
		}
	}
}

// readMeta reads a meta element.
func (p *webPage) readMeta(n *html.Node) {
	name := attr(n, "name")
	if name == "" {
		name = attr(n, "property")
	}
	value := strings.TrimSpace(attr(n, "content"))
	if value == "" {
		return
	}
	m := &p.meta
	switch strings.ToLower(name) {
	case "sitename", "og:site_name", "application-name":
		setOnce(&m.Site, value)
	case "articletitle", "og:title":
		setOnce(&m.title, value)
	case "pubdate", "publishdate", "publish_date", "og:release_date", "article:published_time", "firstpublishedtime":
		setOnce(&m.PublishedOn, isoDay(value))
	case "contentsource", "source", "others":
		if v, ok := strings.CutPrefix(value, "来源："); ok || !strings.EqualFold(name, "others") {
			setOnce(&m.Source, v)
		}
	case "author":
		setOnce(&m.Author, value)
	case "generator":
		p.word = beginsWith(value, "Microsoft Word") || beginsWith(value, "LibreOffice") || beginsWith(value, "WPS")
	case "progid":
		p.word = p.word || value == "Word.Document"
	}
}

// setOnce sets *to unless it is set.
func setOnce(to *string, s string) {
	if *to == "" {
		*to = s
	}
}

// isoDay returns the day at the head of s (2024-03-01 10:20, 2024年3月1日) as ISO
// 8601, "" if there is none.
func isoDay(s string) string {
	s = strings.TrimLeft(s, blanks)
	var part [3]int
	for i := range part {
		n := 0
		for n < len(s) && n < 4 && s[n] >= '0' && s[n] <= '9' {
			part[i] = part[i]*10 + int(s[n]-'0')
			n++
		}
		if i == 0 && n != 4 || n == 0 || i > 0 && n > 2 {
			return ""
		}
		s = s[n:]
		if i == 2 {
			break
		}
		rest := s
		for _, sep := range [...]string{"-", "/", ".", "年", "月"} {
			if rest, _ = strings.CutPrefix(s, sep); len(rest) < len(s) {
				break
			}
		}
		if len(rest) == len(s) {
			return ""
		}
		s = rest
	}
	if part[1] < 1 || part[1] > 12 || part[2] < 1 || part[2] > 31 {
		return ""
	}
	b := []byte("0000-00-00")
	for i, at := range [...]int{3, 6, 9} {
		for v := part[i]; v > 0; v /= 10 {
			b[at] = byte('0' + v%10)
			at--
		}
	}
	return string(b)
}

// baseOf returns what the links of the page are relative to: its base element,
// else its address as page (where it came from) or its head tell it.
func baseOf(head *html.Node, page string) string {
	base := page
	if head == nil {
		return base
	}
	for n := range head.Descendants() {
		switch {
		case n.DataAtom == atom.Base && attr(n, "href") != "":
			return resolved(page, attr(n, "href"))
		case base == "" && n.DataAtom == atom.Link && attr(n, "rel") == "canonical":
			base = attr(n, "href")
		case base == "" && n.DataAtom == atom.Meta && attr(n, "property") == "og:url":
			base = attr(n, "content")
		}
	}
	return base
}
