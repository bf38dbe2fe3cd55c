package segment

import (
	"slices"
	"strings"

	"gongwen/extract/internal/scan"
	"gongwen/model"
)

// A head is what stands above the text of a document, on lines side by side.
type head struct {
	top, end  int                 // its lines; the text begins on line end
	title     string              // 标题, without blanks
	number    scan.DocumentNumber // 发文字号; zero if there is none
	mark      bool                // 发文机关标志 with 文件
	addressed bool                // 主送机关 stand below it
}

// key tells the document below h from others: its number, its title if it has none.
func (h *head) key() string {
	if h.number.Text != "" {
		return h.number.Text
	}
	return h.title
}

// heads returns the heads below line i.
func (o *Outline) heads(i int) []head {
	var heads []head
	for lo := i; i < len(o.Lines); i++ {
		l := &o.Lines[i]
		var h head
		var ok bool
		switch {
		case l.Signs&Bracket != 0 && l.points <= longestHeadLine:
			h, ok = o.numbered(i, lo)
		case l.Signs&Colon != 0 && i > lo && official(o.Lines[i-1].flat):
			h, ok = o.unnumbered(i, lo)
		}
		if ok {
			heads = append(heads, h)
			lo = h.end
			i = max(i, h.end-1)
		}
	}
	return heads
}

// longestHeadLine is how many code points a line of a head may have, addressees left out.
const longestHeadLine = 60

// numbered returns the head whose number stands alone on line k, with its title
// above or below; all of it on line lo or later.
func (o *Outline) numbered(k, lo int) (h head, ok bool) {
	ls := o.Lines
	h.number = ownNumber(&ls[k])
	if h.number.Number == 0 {
		return h, false
	}
	h.top, h.end = k, o.pastElements(k+1)
	if end := o.titleAt(h.end); end > 0 {
		h.title = o.flats(h.end, end)
		h.end = end
	} else if h.top = o.titleAbove(k, lo); h.top < k {
		h.title = o.flats(h.top, k)
	} else {
		return h, false
	}
	o.complete(&h, lo)
	return h, h.addressed || slices.Contains(unaddressed, genreOf(h.title))
}

// unnumbered returns the head whose addressees stand on line k, right below its title.
func (o *Outline) unnumbered(k, lo int) (h head, ok bool) {
	h.top, h.end = o.titleAbove(k, lo), k
	if h.top == k {
		return h, false
	}
	h.title = o.flats(h.top, k)
	o.complete(&h, lo)
	return h, h.addressed
}

// complete finds the addressees below h and the elements of a head above it.
func (o *Outline) complete(h *head, lo int) {
	ls := o.Lines
	if i := o.pastElements(h.end); i < len(ls) && strings.HasSuffix(ls[i].flat, "：") && addressed(ls[i].String()) {
		h.addressed, h.end = true, i+1
	}
	for ; h.top > lo; h.top-- {
		l := &ls[h.top-1]
		s := l.flat
		if strings.HasSuffix(s, "文件") && l.plain() {
			h.mark = true
		} else if adoption(s) || !l.element() && !(body(s) && l.plain()) {
			break
		}
	}
	h.top = o.pageTop(h.top, lo)
}

// pageTop returns the line on which the page begins whose first words, furniture
// left out, stand on line i: the first line of a paged format's page, or a web
// page's breadcrumbs; i if neither stands above it.
func (o *Outline) pageTop(i, lo int) int {
	for j := i; j > lo; j-- {
		if o.newPage(j) {
			return j
		}
		above := &o.Lines[j-1]
		if !above.furniture() {
			break
		}
		if strings.Contains(above.flat, ">") {
			return j - 1
		}
	}
	return i
}

// pastElements returns the first line on i or later that is none of the small
// elements of a head.
func (o *Outline) pastElements(i int) int {
	for most := i + 3; i < len(o.Lines) && i < most && o.Lines[i].element(); {
		i++
	}
	return i
}

// element reports whether l is one of the small elements of a head: 份号, 密级,
// 紧急程度, 签发人, 题注, a fact of a web copy (索引号：…).
func (l *Line) element() bool {
	s := l.flat
	if s == "" || l.points > longestHeadLine {
		return false
	}
	if k, n := Label(l.String()); n > 0 {
		return k != Paragraph && k != Addressees
	}
	return copyNumber(s) || secrecy(s) || urgency(s) || strings.HasPrefix(s, "签发人") || adoption(s)
}

// plain reports whether l can be a line of a title or the name of a body.
func (l *Line) plain() bool {
	if l.points == 0 || l.points > longestHeadLine || l.Mark.Kind != scan.NoMark || prose(l.flat) || endsSentence(l.flat) || noteLine(l.flat) {
		return false
	}
	_, date := dateLine(l.flat)
	return !date && !l.furniture() && attachmentMark(l.flat) == 0 && !printedLine(l.flat)
}

// A title takes no more than titleLines lines.
const titleLines = 4

// titleAt returns the line behind the title that begins on line i, 0 if none does.
func (o *Outline) titleAt(i int) int {
	for j := i; j < len(o.Lines) && j < i+titleLines && o.Lines[j].plain(); j++ {
		if official(o.Lines[j].flat) {
			return j + 1
		}
	}
	return 0
}

// titleAbove returns the first line of the title that ends above line k, k if
// there is none from line lo on.
func (o *Outline) titleAbove(k, lo int) int {
	ls := o.Lines
	if k-1 < lo || !ls[k-1].plain() || !official(ls[k-1].flat) {
		return k
	}
	for j := k - 1; j >= lo && j > k-titleLines && ls[j].plain(); j-- {
		if scan.Has(ls[j].flat, "关于") {
			return j
		}
	}
	return k - 1
}

// flats returns the words of the lines i to j, without blanks.
func (o *Outline) flats(i, j int) string {
	var b strings.Builder
	for ; i < j; i++ {
		b.WriteString(o.Lines[i].flat)
	}
	return b.String()
}

// correspondence are the genres of the documents that a body sends or gives out.
// Plans, rules and speeches are what such a document carries.
var correspondence = []model.Genre{
	model.NoticeGenre, model.Letter, model.Reply, model.Bulletin, model.Decision, model.Opinion, model.Announcement,
	model.Circular, model.Request, model.Report, model.Order, model.Resolution, model.Minutes, model.Communique, model.Bill,
}

// unaddressed are those of them that may have no addressees.
var unaddressed = []model.Genre{model.Announcement, model.Circular, model.Decision, model.Resolution, model.Communique, model.Bulletin}

// official reports whether s ends as the title of one of these documents does.
func official(s string) bool { return slices.Contains(correspondence, genreOf(s)) }

// genreOf returns the genre in whose word the title s ends, a bracket behind it left out.
func genreOf(s string) model.Genre {
	if strings.HasSuffix(s, "）") {
		if i := strings.LastIndex(s, "（"); i > 0 {
			s = s[:i]
		}
	}
	genre, _ := genreWords.SuffixValue(s)
	return model.Genre(genre)
}

// ownNumber returns the number that stands alone on l, with agency and year; an
// example's, whose agency is a blank to fill in (XX教〔2024〕3号), is none.
func ownNumber(l *Line) scan.DocumentNumber {
	s := l.String()
	if !NumberLine(s) {
		return scan.DocumentNumber{}
	}
	lo, hi, ok := OwnNumber(s)
	if !ok {
		return scan.DocumentNumber{}
	}
	d, _ := scan.DocumentNumberOf(s[lo:hi])
	if d.Kind != scan.Ordinary || d.Agency == "" || d.Year == 0 {
		return scan.DocumentNumber{}
	}
	return d
}
