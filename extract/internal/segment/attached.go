package segment

import (
	"strings"

	"gongwen/extract/internal/lexicon"
	"gongwen/extract/internal/origin"
	"gongwen/extract/internal/scan"
)

// alike is how alike a line and an item of the 附件说明 must be to be taken for
// the same title. Titles of lists and of texts differ in a word or two
// (自治区质监局…登记表 and 自治区质量技术监督局…登记表).
const alike = 0.74

// A gathering walks the lines behind the notice and gathers its attachments.
type gathering struct {
	*bounds
	items []item      // of the 附件说明
	found []bool      // by item: its text has been found
	own   []item      // of the 附件说明 of the document that is attached
	title string      // of the notice, without blanks
	cur   *Attachment // the one whose text is being read
}

// attachments finds the attachments behind the notice: at a line 附件1, at a line
// that repeats an item of the 附件说明 whose mark was lost, or, in a notice that
// forwards or issues a document, at that document's title.
func (b *bounds) attachments(items []item) {
	g := &gathering{bounds: b, items: items, found: make([]bool, len(items)), title: Squeezed(b.o.Title.String())}
	for i := b.past; i < len(b.o.Lines); i++ {
		if b.o.Lines[i].Kind == Stray {
			g.take(i)
		}
	}
	if len(b.o.Attachments) == 0 && len(items) == 0 {
		g.headless()
	}
}

// headless takes the text behind the notice's date for the document that its title
// issues by name, where a copy has left out the title above it: sentences, and a
// row of headings below them. A page's own words behind a notice have no such row.
func (g *gathering) headless() {
	ls := g.o.Lines
	title := g.named()
	if title.Len() == 0 {
		return
	}
	for i := g.past; i < len(ls); i++ {
		if ls[i].Kind != Stray {
			continue
		}
		if !prose(ls[i].String()) || ls[i].points < 40 || !g.heads(i+1) {
			return
		}
		g.begin(&Attachment{Title: title, Note: -1})
		for ; i < len(ls); i++ {
			if ls[i].Kind == Stray {
				g.add(i)
			}
		}
	}
}

// named returns the title of the document that the notice's title issues, without
// its 《》 or 〈〉; the empty text if it issues none by name.
func (g *gathering) named() origin.Text {
	s := g.o.Title.String()
	for _, q := range [][2]string{{"《", "》"}, {"〈", "〉"}} {
		lo := strings.Index(s, q[0])
		hi := strings.LastIndex(s, q[1])
		if lo > 0 && hi > lo && lexicon.HasAnySuffix(s[:lo], "印发", "发布", "公布") && titled(s[lo+len(q[0]):hi]) {
			return g.o.Title.Slice(lo+len(q[0]), hi)
		}
	}
	return origin.Text{}
}

// heads reports whether a row of headings begins within a few lines of line i.
func (g *gathering) heads(i int) bool {
	ls := g.o.Lines
	for j := i; j < len(ls) && j < i+8; j++ {
		if m := ls[j].Mark; m.Number == 1 && (m.Kind == scan.Han || m.Kind == scan.Chapter || m.Kind == scan.Article) {
			return true
		}
	}
	return false
}

// take decides what line i is to the attachments.
func (g *gathering) take(i int) {
	l := &g.o.Lines[i]
	s := l.String()
	h := attachmentAt(s)
	k := g.lost(l.flat)
	switch {
	case g.ownNote(i, h):
		g.add(i)
		g.own = g.ownItems(i, h)
	case h.n > 0 && h.n < 40 && !prose(s[h.n:]) && !midSentence(s) && count(s) < 80:
		g.marked(i, h)
	case k >= 0 && (g.cur == nil || len(g.cur.Lines) > 2 || g.cur.Note != k):
		g.untitled(i)
		g.join(k)
	case (g.cur == nil || g.link(i)) && fileLine(s):
		if t := bare(l.Text); !g.listed(t.String()) {
			g.o.Attachments = append(g.o.Attachments, &Attachment{Title: t, Note: i})
		}
		l.Kind = AttachmentNote
	case g.cur == nil && firstArticle(l.Mark) && g.issuedBy(i).Len() > 0:
		g.begin(&Attachment{Title: g.issuedBy(i), Note: -1})
		g.add(i)
	case g.issued(l):
		g.untitled(i)
		g.wrapped(i + 1)
	case g.cur == nil && titled(l.flat) && !prose(s):
		g.forwarded(i)
	case g.cur != nil:
		g.add(i)
	}
}

// link reports whether line i stands right below a mark with the name of a file
// (附件1：登记表.docx): both are a page's links to what can be fetched there.
func (g *gathering) link(i int) bool {
	return !g.cur.Present && len(g.cur.Lines) == 1 && fileName(g.o.Lines[g.cur.Lines[0]].String()) &&
		fileName(g.o.Lines[i-1].String())
}

// add adds line i to the text of the attachment that is being read.
func (g *gathering) add(i int) {
	g.o.Lines[i].Kind = Paragraph
	g.cur.Lines = append(g.cur.Lines, i)
	g.cur.Present = true
}

// begin begins an attachment.
func (g *gathering) begin(a *Attachment) {
	g.cur = a
	g.o.Attachments = append(g.o.Attachments, a)
}

// ownNote reports whether the bare 附件 on line i heads the 附件说明 of the attached
// document itself.
func (g *gathering) ownNote(i int, h attachmentHead) bool {
	ls := g.o.Lines
	if g.cur == nil || h.n == 0 || h.number > 0 {
		return false
	}
	if rest := ls[i].String()[h.n:]; rest != "" { // 附件：1.…
		m, n := scan.HeadMark(rest)
		return n > 0 && m.Number == 1
	}
	return i+1 < len(ls) && ls[i+1].Mark.Number == 1 && !prose(ls[i+1].String())
}

// ownItems returns the entries of the 附件说明 of the attached document, whose head h
// stands on line i: they tell where the titles of the attachments behind it end.
func (g *gathering) ownItems(i int, h attachmentHead) []item {
	ls := g.o.Lines
	items := entries(ls[i].Text, h, i)
	for j := i + 1; j < len(ls) && ls[j].Mark.Kind == scan.Arabic && !prose(ls[j].String()); j++ {
		if ls[j].Mark.Number != len(items)+1 {
			break
		}
		items = append(items, entries(ls[j].Text, attachmentHead{}, j)...)
	}
	return items
}

// lost returns the index of the item, not yet found, whose title s repeats, -1 if none.
func (g *gathering) lost(s string) int {
	if len(s) > 240 || len(s) < 12 || prose(s) {
		return -1
	}
	best, at := alike, -1
	for k := range g.items {
		t := g.items[k].title.String()
		if g.found[k] || len(t) > 2*len(s) || len(s) > 8*len(t) {
			continue
		}
		if unlike(s, t) {
			continue
		}
		v := Alike(t, s)
		if t := Squeezed(t); len(t) >= 4*len("字") && strings.HasSuffix(s, t) {
			v = 1 // the text's own title says more: 第五届比赛作品汇总表
		} else if n := commonTail(s, t); n >= 8 && 5*n >= 3*count(t) {
			v = max(v, alike) // only the beginning is worded otherwise
		}
		if v >= best {
			best, at = v, k
		}
	}
	return at
}

// listed reports whether an item has that title, or nearly.
func (g *gathering) listed(title string) bool {
	for k := range g.items {
		if Alike(g.items[k].title.String(), title) > alike {
			return true
		}
	}
	return false
}

// marked begins the attachment whose mark h stands on line i, and joins it to
// the item with its number or its title.
func (g *gathering) marked(i int, h attachmentHead) {
	l := &g.o.Lines[i]
	l.Kind = AttachmentMark
	a := &Attachment{Number: h.number, Lines: []int{i}, Note: -1}
	g.begin(a)
	if rest := l.Text.Slice(h.n, l.Text.Len()); rest.Len() > 0 {
		a.Found = bare(rest)
	} else {
		g.titleBelow(a, i+1, append(g.items[:len(g.items):len(g.items)], g.own...))
	}
	a.Title = a.Found
	for k := range g.items {
		same := g.items[k].number == h.number
		if h.number == 0 {
			same = len(g.items) == 1 || Alike(g.items[k].title.String(), a.Found.String()) > alike
		}
		if !g.found[k] && same {
			g.join(k)
			return
		}
	}
}

// untitled begins an attachment without a mark, whose title begins on line i.
func (g *gathering) untitled(i int) {
	a := &Attachment{Note: -1}
	g.begin(a)
	g.titleBelow(a, i, g.items)
	a.Title = a.Found
}

// join joins the attachment that is being read to item k.
func (g *gathering) join(k int) {
	g.found[k] = true
	it := g.items[k]
	g.cur.Note, g.cur.Number = it.line, it.number
	if it.title.Len() > 0 {
		g.cur.Title = it.title
	}
}

// issued reports whether l is the title of what the notice's own title issues:
// 关于公布第四批…项目名录的通知 is followed by 第四批…项目名录.
func (g *gathering) issued(l *Line) bool {
	s := l.flat
	if len(s) < 8*len("字") || len(s) > 180 || prose(s) || l.Mark.Kind != scan.NoMark || titled(s) || body(s) {
		return false
	}
	return strings.Contains(g.title, s)
}

// wrapped adds line i and those behind it to the title of the attachment that
// is being read, as long as the notice's title holds both together.
func (g *gathering) wrapped(i int) {
	for ls := g.o.Lines; i < len(ls) && ls[i].Kind == Stray && g.issued(&ls[i]); i++ {
		if !strings.Contains(g.title, Squeezed(g.cur.Found.String())+ls[i].flat) {
			return
		}
		g.cur.Found = origin.Join(g.cur.Found, ls[i].Text)
		g.cur.Title = g.cur.Found
		g.cur.Lines = append(g.cur.Lines, i)
		ls[i].Kind = AttachmentTitle
	}
}

// forwarded begins, on the line i that ends its title, the document that the
// notice forwards or issues. Its own header and the first lines of its title
// stand between the notice's date and line i.
func (g *gathering) forwarded(i int) {
	ls := g.o.Lines
	a := &Attachment{Note: -1}
	g.begin(a)
	first := i
	for j := g.past; j < i; j++ {
		if ls[j].Kind == Stray {
			a.Lines = append(a.Lines, j)
		}
	}
	for j := i - 1; j >= g.past && i-j <= 3; j-- {
		s := ls[j].flat
		if ls[j].Kind != Stray || prose(s) || titled(s) || NumberLine(s) || strings.HasSuffix(s, "文件") || ls[j].Mark.Kind != scan.NoMark || endsSentence(s) || body(s) && ls[j+1].Gap {
			break
		}
		first = j
	}
	if !scan.Has(ls[first].flat, "关于") && first < i && !body(ls[first].flat) {
		first = i
	}
	for j := g.past; j < first; j++ {
		if ls[j].Kind == Stray {
			ls[j].Kind = Paragraph
			if NumberLine(ls[j].flat) {
				ls[j].Kind = Number
			}
		}
	}
	for j := first; j <= i; j++ {
		a.Found = origin.Join(a.Found, ls[j].Text)
		if j == first || ls[j].Kind == Stray {
			ls[j].Kind = AttachmentTitle
		}
		if j == i {
			a.Lines = append(a.Lines, j)
		}
	}
	a.Title = a.Found
}

// fileLine reports whether s is the name of a document's file, alone or with its
// address: web pages list their attachments so below the date.
func fileLine(s string) bool {
	if i := strings.Index(s, "http"); i > 0 {
		s = strings.TrimSpace(s[:i])
	}
	return len(s) < 240 && fileName(s) && !lexicon.HasAnySuffix(strings.ToLower(s), ".zip", ".rar") && !prose(s) && !lexicon.HasAnyPrefix(s, "http", "www")
}

// titleBelow reads the title of a that begins on line i: one line, or two where
// only both together end as a title does or repeat an item.
func (b *bounds) titleBelow(a *Attachment, i int, items []item) {
	ls := b.o.Lines
	for ; i < len(ls) && ls[i].Kind == Furniture; i++ {
	}
	if i >= len(ls) || ls[i].Kind != Stray {
		return
	}
	s := ls[i].Text.String()
	if prose(s) || count(s) > 80 || strings.HasSuffix(s, "：") || ls[i].Mark.Kind != scan.NoMark || attachmentMark(s) > 0 {
		return
	}
	a.Found = ls[i].Text
	ls[i].Kind = AttachmentTitle
	a.Lines = append(a.Lines, i)
	j := i + 1
	if j >= len(ls) || ls[j].Kind != Stray || titled(Squeezed(s)) {
		return
	}
	t := ls[j].Text.String()
	both := origin.Join(a.Found, ls[j].Text)
	if prose(t) || count(t) > 60 || ls[j].Mark.Kind != scan.NoMark || attachmentMark(t) > 0 {
		return
	}
	if titled(Squeezed(t)) || nearer(items, both.String(), s) {
		a.Found = both
		ls[j].Kind = AttachmentTitle
		a.Lines = append(a.Lines, j)
	}
}

// nearer reports whether both is more like some item than s is to any.
func nearer(items []item, both, s string) bool {
	b, one := 0.0, 0.0
	for k := range items {
		b = max(b, Alike(items[k].title.String(), both))
		one = max(one, Alike(items[k].title.String(), s))
	}
	return b > alike && b > one
}

// unfound returns the attachments that the 附件说明 names and the document does
// not hold.
func unfound(items []item, have []*Attachment) []*Attachment {
	var out []*Attachment
next:
	for _, it := range items {
		for _, a := range have {
			if a.Note == it.line && (a.Number == it.number || it.number == 0) {
				continue next
			}
		}
		if it.title.Len() > 0 {
			out = append(out, &Attachment{Number: it.number, Title: it.title, Note: it.line})
		}
	}
	return out
}
