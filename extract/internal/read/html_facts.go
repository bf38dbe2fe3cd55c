package read

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"gongwen/model"
)

// Limits of what tells of a notice, in bytes of words without blanks.
const (
	longestFact = 600  // a line of facts
	longestList = 2400 // a list of facts, or of files
	titleArea   = 1500 // where a notice that prints its title does so
)

// findFacts finds what is kept beside the notice: the elements with labels of
// the page (发布时间：), and behind the notice the files that hang on to it.
func (p *webPage) findFacts() {
	for i := 1; i < len(p.nodes); i++ {
		e := &p.nodes[i]
		switch {
		case i == p.main || e.role == siteRole || e.role == listRole:
			i = int(e.end) - 1
		case e.DataAtom == atom.Table && int(e.end) <= p.main && p.isFacts(p.rows(i)):
			e.role = factRole
			i = int(e.end) - 1
		case e.Type == html.TextNode && isLabelled(e.Data):
			if at := p.factBlock(i); at > 0 {
				p.nodes[at].role = factRole
				i = int(p.nodes[at].end) - 1
			}
		case e.DataAtom == atom.A && i > p.main && isFileURL(attr(e.Node, "href")):
			if at := p.blockOf(i); at > 0 && len(p.words(at, longestList)) < longestList {
				p.nodes[at].role = factRole
				i = int(p.nodes[at].end) - 1
			}
		}
	}
	for i := range p.nodes {
		if p.nodes[i].DataAtom == atom.Table {
			if rows := p.rows(i); p.isFacts(rows) {
				p.learn(rows)
			}
		}
	}
}

// isLabelled reports whether the words s begin with a label of the page.
func isLabelled(s string) bool {
	s = strings.TrimLeft(s, blanks)
	if s == "" {
		return false
	}
	s = unspaced(s[:min(len(s), 90)])
	_, n := labelAt(s)
	return n > 0 || labelOnly(s)
}

// blockOf returns the block that the words or the link at stand in, 0 if it
// holds the notice.
func (p *webPage) blockOf(at int) int {
	for at > 0 && !isBlock(p.nodes[at].DataAtom) {
		at = int(p.nodes[at].parent)
	}
	if at <= 0 || at <= p.main && p.main < int(p.nodes[at].end) {
		return 0
	}
	return at
}

// factBlock returns the block of facts in which the label at stands: where it
// stands alone, its value is in the block around.
func (p *webPage) factBlock(at int) int {
	b := p.blockOf(at)
	for range 3 {
		if b == 0 {
			return 0
		}
		s := p.words(b, longestList)
		if !labelOnly(s) {
			if len(s) < longestFact || len(s) < longestList && p.nodes[b].DataAtom != atom.Div {
				return b
			}
			return 0
		}
		b = p.blockOf(int(p.nodes[b].parent))
	}
	return 0
}

// isFacts reports whether the rows of a table tell of the notice: three labels
// or more, one of them of those that the rules for public information demand.
func (p *webPage) isFacts(rows [][]int) bool {
	labels := 0
	sure := false
	for _, row := range rows {
		for _, c := range row {
			s := p.words(c, 60)
			if _, n := labelAt(s); n > 0 {
				s = s[:n]
			} else if !labelOnly(s) {
				continue
			}
			labels++
			switch strings.TrimRight(s, "：:") {
			case "索引号", "信息索引号", "索引", "发文字号", "文号", "发布日期", "发布机构", "发文机关", "公开日期", "公开类别", "成文日期", "生成日期":
				sure = true
			}
		}
	}
	return labels >= 3 && sure
}

// facts yields the facts in the rows of a table: label and value in two cells
// or in one.
func (p *webPage) facts(rows [][]int, yield func(kind fact, label, value string)) {
	for _, row := range rows {
		for i := 0; i < len(row); i++ {
			s := p.words(row[i], longestFact)
			kind, n := labelAt(s)
			switch {
			case n > 0 && n < len(s):
				yield(kind, strings.TrimRight(s[:n], "：:"), p.plain(row[i])[labelLen(p.plain(row[i])):])
			case labelOnly(s) && i+1 < len(row):
				if value := p.plain(row[i+1]); !labelOnly(unspaced(value)) {
					label := strings.TrimRight(s, "：:")
					yield(factOf(label), label, value)
					i++
				}
			}
		}
	}
}

// labelLen returns the length of the label at the head of s, colon included.
func labelLen(s string) int {
	i := strings.IndexAny(s, "：:")
	if i < 0 {
		return 0
	}
	if s[i] == ':' {
		return i + 1
	}
	return i + len("：")
}

// plain returns the words of the element at with single blanks.
func (p *webPage) plain(at int) string {
	var b []byte
	for i := at; i < int(p.nodes[at].end) && len(b) < longestList; i++ {
		if p.nodes[i].Type == html.TextNode {
			b = append(b, p.nodes[i].Data...)
		}
	}
	return string(bytes.Join(bytes.Fields(b), []byte{' '}))
}

// learn notes title and day of publication from a table of facts.
func (p *webPage) learn(rows [][]int) {
	p.facts(rows, func(kind fact, _, value string) {
		value = strings.Trim(value, blanks)
		switch kind {
		case titleFact:
			setOnce(&p.meta.title, value)
		case publishedFact:
			setOnce(&p.meta.PublishedOn, isoDay(value))
		}
	})
}

// facts writes the element at, which tells of the notice. Files that hang on to
// the notice are part of it; the rest is the page's.
func (w *pageWriter) facts(at int) {
	w.endLine()
	lo := len(w.buf)
	p := w.p
	if rows := p.rows(at); p.nodes[at].DataAtom == atom.Table && p.isFacts(rows) {
		w.factTable(rows)
		return
	}
	w.joining = true
	w.element(at)
	w.joining = false
	w.endLine()
	if at < p.main || !p.hasFiles(at) {
		w.pageLines(lo)
	}
}

// pageLines notes that the lines from lo on are the page's. Number and day of
// issue are the notice's own, wherever they stand.
func (w *pageWriter) pageLines(lo int) {
	for lo < len(w.buf) {
		n := bytes.IndexByte(w.buf[lo:], '\n') + 1
		if n == 0 {
			n = len(w.buf) - lo
		}
		if kind, _ := labelAt(unspaced(string(w.buf[lo : lo+n]))); kind != numberFact && kind != issuedFact {
			w.style(lo, lo+n, RunningHead, 0)
		}
		lo += n
	}
}

// hasFiles reports whether the element at holds links to files.
func (p *webPage) hasFiles(at int) bool {
	for i := at; i < int(p.nodes[at].end); i++ {
		if e := &p.nodes[i]; e.DataAtom == atom.A && isFileURL(attr(e.Node, "href")) {
			return true
		}
	}
	return false
}

// factTable writes a table that tells of the notice, a line a fact: label：value.
// Facts without a value are left out; so are the title, which stands above the
// notice or is put there, and the keywords, which as a line of their own would
// be the notice's 主题词.
func (w *pageWriter) factTable(rows [][]int) {
	w.block()
	lo := len(w.buf)
	w.p.facts(rows, func(kind fact, label, value string) {
		if value = strings.Trim(value, blanks); value == "" || kind == titleFact || kind == keywordsFact {
			return
		}
		w.buf = append(w.buf, label...)
		w.buf = append(w.buf, "："...)
		w.buf = append(w.buf, value...)
		w.endLine()
	})
	w.pageLines(lo)
}

// findName finds the element above the notice that prints its title, and from
// the title of the page the name of the site, unless the notice itself prints
// the title again.
func (p *webPage) findName() {
	top := p.words(p.main, titleArea)
	known := unspaced(p.meta.title)
	for i := 1; i < p.main; i++ {
		e := &p.nodes[i]
		if e.role != plainRole {
			i = int(e.end) - 1
			continue
		}
		if int(e.end) > p.main || e.Type != html.ElementNode || e.han < 5 || e.han > 120 || !isBlock(e.DataAtom) && e.DataAtom != atom.Span {
			continue
		}
		s := p.words(i, longestFact)
		if s == known || strings.HasPrefix(p.title, s) || isHeading(e.DataAtom) && titleLike(s) {
			p.name, known = i, s
			i = int(e.end) - 1
		}
	}
	if p.name < 0 && known == "" {
		if i := p.headed(); i >= 0 {
			p.name, known = i, p.words(i, longestFact)
		}
	}
	if p.name >= 0 && strings.Contains(top, known) {
		p.name = -1
	}
	p.meta.title = p.headline(known, top)
	p.siteOf(known)
}

// headed returns the heading between which and the notice nothing stands but the page's
// labels, one of them at least; -1 if there is none. So a page prints a title that has no word
// of a genre; the name of a column has the list or the notice right below it.
func (p *webPage) headed() int {
	at, facts := -1, false
	for i := 1; i < p.main; i++ {
		e := &p.nodes[i]
		switch {
		case e.role == siteRole || e.role == listRole:
			i = int(e.end) - 1
		case e.role == factRole:
			facts = at >= 0
			i = int(e.end) - 1
		case e.Type == html.ElementNode && isHeading(e.DataAtom) && int(e.end) <= p.main:
			at, facts = -1, false
			if e.linked == 0 && e.han >= 5 && e.han <= 60 {
				at = i
			}
			i = int(e.end) - 1
		case e.Type == html.TextNode && strings.Trim(e.Data, blanks) != "":
			at, facts = -1, false
		}
	}
	if !facts {
		return -1
	}
	return at
}

// headline returns the title that only the head of the page has, "" if page or
// notice print it.
func (p *webPage) headline(known, top string) string {
	title := unspaced(p.meta.title)
	if title == "" {
		title = withoutSite(p.title)
		if !titleLike(title) {
			return ""
		}
	}
	if p.name >= 0 || title == known && strings.Contains(top, title) || strings.Contains(top, title) || strings.HasSuffix(title, "…") || strings.HasSuffix(title, "...") {
		return ""
	}
	if p.meta.title == "" {
		return title
	}
	return p.meta.title
}

// isHeading reports whether a is a heading.
func isHeading(a atom.Atom) bool {
	switch a {
	case atom.H1, atom.H2, atom.H3, atom.H4:
		return true
	}
	return false
}

// titleLike reports whether s, without blanks, reads as the title of a notice.
func titleLike(s string) bool {
	if strings.Contains(s, "关于") || strings.Contains(s, "關於") {
		return true
	}
	for _, w := range [...]string{"通知", "公告", "通告", "公示", "通报", "意见", "方案", "办法", "规定", "细则", "决定", "函", "批复", "纪要", "报告", "要点", "计划", "公报", "命令", "令"} {
		if strings.HasSuffix(strings.TrimRight(s, "）)"), w) {
			return true
		}
	}
	return false
}

// separators part a title from the names of column and site.
const separators = "-_|—–"

// withoutSite returns the title of a page without column and site.
func withoutSite(title string) string {
	if i := strings.IndexAny(title, separators); i > 0 {
		return title[:i]
	}
	return title
}

// siteOf finds the name of the site at the end of the page's title, which
// begins with the title of the notice.
func (p *webPage) siteOf(known string) {
	if known == "" {
		known = withoutSite(p.title)
	}
	rest, ok := strings.CutPrefix(p.title, known)
	if !ok || p.meta.Site != "" {
		return
	}
	rest = strings.Trim(rest, separators)
	if i := strings.LastIndexAny(rest, separators); i >= 0 {
		rest = strings.TrimLeft(rest[i:], separators)
	}
	if han, _ := countHan(rest); han >= 3 {
		p.meta.Site = rest
	}
}

// untold writes, above the notice, its title if only the page's head or its
// table of facts has it.
func (w *pageWriter) untold() {
	m := &w.p.meta
	if m.title != "" {
		lo := len(w.buf)
		w.buf = append(w.buf, strings.Join(strings.Fields(m.title), " ")...)
		w.endLine()
		w.style(lo, len(w.buf), Heading, 1)
	}
}

// publication returns what the page says of itself, nil if it says nothing.
func (w *pageWriter) publication() *model.Publication {
	m := w.p.meta.Publication
	top := w.buf[:min(len(w.buf), w.lo+titleArea)]
	for _, part := range [...][]byte{top, w.buf[max(len(top), w.hi):]} {
		for _, label := range [...]string{"发布日期：", "发布时间：", "发表时间：", "发稿时间：", "公开日期：", "公布日期：", "日期：", "时间："} {
			if i := bytes.Index(part, []byte(label)); i >= 0 && m.PublishedOn == "" && !bytes.HasSuffix(part[:i], []byte("成文")) {
				m.PublishedOn = isoDay(string(part[i+len(label) : min(len(part), i+len(label)+40)]))
			}
		}
	}
	if m == (model.Publication{}) {
		return nil
	}
	return &m
}
