package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"gongwen/extract/internal/lexicon"
	"gongwen/extract/internal/origin"
	"gongwen/extract/internal/scan"
)

// title makes the free lines of the header the title and the issuer's mark.
func (b *bounds) title(free []int) {
	free, repeated := b.drop(free)
	if b.o.Taiwan {
		b.issuing(free)
		return
	}
	last := b.titleEnd(free)
	if last >= 0 && b.quoted(free, last) {
		return
	}
	if last < 0 && b.labelled() {
		b.aside(free, 0, 0, len(free))
		return
	}
	if last < 0 && b.headline(free) {
		return
	}
	if last < 0 {
		last = len(free) - 1
		for last > 0 && hailing(b.o.Lines[free[last]].flat) {
			last--
		}
		if last < 0 || b.listBelow(free[last]) {
			return
		}
	}
	ls := b.o.Lines
	first := last
	for first > 0 && b.oneTitle(free[first-1], free[first]) {
		if s := ls[free[first]].flat; repeated[s] && titled(s) && !repeated[ls[free[first-1]].flat] {
			break // the headline again, whole
		}
		first--
	}
	var t origin.Text
	for _, i := range free[first : last+1] {
		ls[i].Kind = Title
		t = origin.Join(t, ls[i].Text)
	}
	b.aside(free, first, last+1, first)
	if h := attachmentAt(t.String()); h.colon && h.number > 0 && h.n < t.Len() { // a page's name of the file
		t = t.Slice(h.n, t.Len())
	}
	if n := Dateline(t.String()); n > 0 && n < t.Len() {
		t = t.Slice(n, t.Len())
	}
	b.o.Title = unadorned(t)
}

// hailing reports whether s greets the readers, as messages to a group do: 各位船友晚上好.
func hailing(s string) bool {
	return lexicon.HasAnyPrefix(s, "各位", "亲爱的", "尊敬的", "大家") && scan.Has(s, "好") && count(s) <= 20
}

// unadorned returns the title t without the pictures about it (📢渡口开放啦❗), which messages have.
func unadorned(t origin.Text) origin.Text {
	s := t.String()
	picture := func(r rune) bool { return r >= 0x2190 && unicode.Is(unicode.So, r) || r == 0xFE0F || r == ' ' }
	if r, _ := utf8.DecodeLastRuneInString(s); !picture(r) {
		if r, _ = utf8.DecodeRuneInString(s); !picture(r) {
			return t
		}
	}
	lo := len(s) - len(strings.TrimLeftFunc(s, picture))
	hi := len(strings.TrimRightFunc(s, picture))
	if lo >= hi {
		return t
	}
	return t.Slice(lo, hi)
}

// headline makes the first free line that the format calls a heading the title, where no line
// has the word of a genre (讲座：与星空对话): what stands below it, free or not, is the text. Without
// addressees the body begins right there.
func (b *bounds) headline(free []int) bool {
	ls := b.o.Lines
	for k, i := range free {
		if s := ls[i].flat; ls[i].Level == 0 || prose(ls[i].String()) || count(s) < 4 || body(s) || strings.HasSuffix(s, "文件") {
			continue
		}
		ls[i].Kind = Title
		b.o.Title = ls[i].Text
		b.aside(free, k, k+1, k)
		if b.body > 0 && ls[b.body-1].Kind != Addressees {
			b.body = i + 1
		}
		return true
	}
	return false
}

// issuing marks the lines of a document of Taiwan that name its issuer and its
// genre; the subject is its title.
func (b *bounds) issuing(free []int) {
	for _, i := range free {
		if l := &b.o.Lines[i]; issuing(l.flat) {
			l.Kind = IssuerMark
		}
	}
}

// titleEnd returns which of the free lines is the last that reads as the end of a
// title, -1 if none does.
func (b *bounds) titleEnd(free []int) int {
	for k := len(free) - 1; k >= 0; k-- {
		if l := &b.o.Lines[free[k]]; titled(l.flat) || quotedTitle(l.String()) > 0 {
			return k
		}
	}
	return -1
}

// quoted makes what the free line at last has in 《》 the title, if it is set so.
func (b *bounds) quoted(free []int, last int) bool {
	l := &b.o.Lines[free[last]]
	at := quotedTitle(l.String())
	if at == 0 {
		return false
	}
	l.Kind = Title
	b.o.Title = l.Text.Slice(at, l.Text.Len()-len("》"))
	b.aside(free, last, last+1, last)
	return true
}

// aside classifies the free lines but those from lo to hi; those before the index
// above stand above the title.
func (b *bounds) aside(free []int, lo, hi, above int) {
	for k, i := range free {
		if k < lo || k >= hi {
			b.above(&b.o.Lines[i], k < above)
		}
	}
}

// listBelow reports whether a page's list stands between line i and the body: it
// parts the line from the document.
func (b *bounds) listBelow(i int) bool {
	for i++; i < b.body; i++ {
		if l := &b.o.Lines[i]; l.Kind == Stray && bulleted(l) {
			return true
		}
	}
	return false
}

// issuing reports whether s, without blanks, is the head of a document of Taiwan: the
// issuer's name, and the genre behind it (某某市政府函).
func issuing(s string) bool {
	return body(s) || genreWords.Suffix(s) > 0 && !scan.Has(s, "：")
}

// above classifies a free line that is not the title.
func (b *bounds) above(l *Line, before bool) {
	s := l.flat
	switch {
	case before && (b.siteAbove(l) || detailPage(s)):
		l.Kind = Furniture
	case before && (strings.HasSuffix(s, "文件") || strings.HasSuffix(s, "发电") || body(s) || genreWords.Contains(s)):
		l.Kind = IssuerMark
	case body(s) || Officer(s):
		l.Kind = Signature
	case before:
		l.Kind = Stray
	default:
		l.Kind = Paragraph
	}
}

// detailPage reports whether s is what a site heads the pages of its documents with: 公告详情, 接待信息详情.
func detailPage(s string) bool {
	return strings.HasSuffix(s, "详情") && count(s) <= 8
}

// siteAbove reports whether l, above the title, is the name of the page's site: the
// breadcrumbs or the page's column follow it. A document's own head stands below them.
func (b *bounds) siteAbove(l *Line) bool {
	for i := range b.o.Lines[:min(len(b.o.Lines), b.body)] {
		if f := &b.o.Lines[i]; f.Lo >= l.Hi && f.Kind == Furniture && (strings.Contains(f.flat, ">") || scan.Has(f.flat, "首页》") || columns.Contains(f.flat)) {
			return true
		}
	}
	return false
}

// drop takes out of the free lines those before the last title that repeat it:
// web copies print the headline above the document. It returns what is left and
// which lines stood more than once.
func (b *bounds) drop(free []int) (out []int, repeated map[string]bool) {
	ls := b.o.Lines
	seen := map[string]int{}
	repeated = map[string]bool{}
	for _, i := range free {
		s := ls[i].flat
		if j, ok := seen[s]; ok && count(s) > 5 {
			ls[j].Kind = Furniture
			repeated[s] = true
			for k, v := range out {
				if v == j {
					out = append(out[:k], out[k+1:]...)
					break
				}
			}
		}
		seen[s] = i
		out = append(out, i)
	}
	return out, repeated
}

// oneTitle reports whether the line i goes on in the line j, both of the header.
func (b *bounds) oneTitle(i, j int) bool {
	ls := b.o.Lines
	if j != i+1 { // a number or an issuer's mark stands between
		return false
	}
	s, next := ls[i].flat, ls[j].flat
	if !strings.ContainsFunc(s, han) && strings.ContainsFunc(next, han) { // HELLO READER, an ornament of the page
		return false
	}
	if wrapped(s, next) {
		return !prose(s)
	}
	if strings.HasSuffix(s, "文件") || titled(s) && scan.Has(s, "关于") || detailPage(s) {
		return false
	}
	if ls[j].Gap && body(s) && scan.Has(next, "关于") {
		return false
	}
	if titled(s) && (body(next) || strings.HasPrefix(next, "关于") && titled(next)) || order(next) { // the headline of a law site, with the document's own head below it
		return false
	}
	if strings.HasPrefix(next, "关于") && !body(s) && lexicon.HasAnySuffix(s, "号", "号）") { // 云团发（2020-16号）
		return false
	}
	return !prose(s)
}

// wrapped reports whether s, which opens a title with 关于 and happens to end in the word of a
// genre, goes on in next, which ends in one behind 的 and opens none: 关于编制2024年工作计划 and
// 执行情况报告的通知. A title is whole where its own genre stands behind 的.
func wrapped(s, next string) bool {
	if !scan.Has(s, "关于") || scan.HasAny(s+next, "《》，。；：") || scan.Has(next, "关于") {
		return false
	}
	return titled(s) && !behindOf(s) && titled(next) && behindOf(next) && count(next) <= 30
}

// behindOf reports whether the word of a genre at the end of s stands behind 的.
func behindOf(s string) bool {
	return strings.HasSuffix(strings.TrimSuffix(s[:len(s)-genreWords.Suffix(s)], "补充"), "的")
}

// titleLabels are the labels of the title in a page's table of facts.
var titleLabels = []string{"发文标题：", "法规标题：", "信息名称：", "文件名称：", "标题：", "名称："}

// labelled takes the title from the page's table of facts where no line of its
// own has it: law sites print the document's text alone below the table.
func (b *bounds) labelled() bool {
	ls := b.o.Lines
	for i := range ls[:min(len(ls), b.body)] {
		l := &ls[i]
		if l.Kind != Furniture || !titled(l.flat) || !lexicon.HasAnyPrefix(l.flat, titleLabels...) {
			continue
		}
		if _, n := Label(l.String()); n > 0 {
			l.Kind = Title
			b.o.Title = l.Text.Slice(n, l.Text.Len())
			return true
		}
	}
	return false
}

// quotedTitle returns where in s the title begins that a page prints in 《》, with
// its number before it or without (云政发〔2016〕26号《…的通知》); 0 if s is none.
func quotedTitle(s string) int {
	t, ok := strings.CutSuffix(s, "》")
	at := scan.Index(s, "《")
	if !ok || at < 0 || count(t[at:]) < 8 || balance(t[at+len("《"):]) != 0 || !titled(t) {
		return 0
	}
	if before := Squeezed(s[:at]); before != "" && !NumberLine(before) {
		return 0
	}
	return at + len("《")
}

// order reports whether s is the mark of an order: a body's name and 令, with its
// number before 令 at times (某某部第27号令).
func order(s string) bool {
	name, ok := strings.CutSuffix(s, "令")
	if !ok {
		return false
	}
	if i := strings.LastIndex(name, "第"); i > 0 && strings.HasSuffix(name, "号") {
		name = name[:i]
	}
	return body(name)
}
