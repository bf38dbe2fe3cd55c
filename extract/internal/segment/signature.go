package segment

import (
	"strings"

	"gongwen/extract/internal/lexicon"
	"gongwen/extract/internal/origin"
	"gongwen/extract/internal/scan"
)

// signed finds 署名, 成文日期 and 附注: the first date that stands on a line of its
// own below the sentences, with the names above it.
func (b *bounds) signed() {
	ls := b.o.Lines
	for i := b.body; i < b.later; i++ {
		if ls[i].Kind != Stray {
			continue
		}
		if h := attachmentAt(ls[i].String()); h.n > 0 && h.n == ls[i].Text.Len() && !b.listed(i, h) {
			break // the attachments begin: the dates there are theirs
		}
		if b.carried(&ls[i]) {
			break
		}
		words := ls[i].flat
		at, ok := dateLine(words)
		if rest, labelled := strings.CutPrefix(words, "日期："); labelled && i+1 == b.later && day(rest) { // closes a notice signed by a label (招标人：…)
			ls[i].Kind = IssueDate
			b.end, b.past = i, i+1
			return
		}
		if !ok && ls[i].Signs&Latin != 0 { // a Latin name would run into the year
			words = ls[i].String()
			at, ok = dateLine(words)
		}
		if !ok {
			at, ok = 0, b.dayInFigures(i)
		}
		if !ok || !b.signs(i, Squeezed(words[:at])) {
			continue
		}
		ls[i].Kind = IssueDate
		if at == 0 {
			ls[i].closeFigures()
		}
		first := b.names(i, at > 0)
		b.end = first
		b.past = b.notes(i + 1)
		if at == 0 && first == i {
			b.nameBelow()
		}
		return
	}
	b.unsigned()
}

// closeFigures takes the blanks from inside the figures of a line that is nothing but a day
// (2024年3月2 4日): no two days stand in one.
func (l *Line) closeFigures() {
	for i := 1; i+1 < l.Text.Len(); {
		if s := l.String(); s[i] == ' ' && digit(s[i-1]) && digit(s[i+1]) {
			l.Text = origin.Join(l.Text.Slice(0, i), l.Text.Slice(i+1, l.Text.Len()))
			continue
		}
		i++
	}
}

// digit reports whether c is a figure of ASCII.
func digit(c byte) bool { return c >= '0' && c <= '9' }

// dayInFigures reports whether line i is a day in eight figures (20240407) below the
// name of a body: anywhere else they may number anything.
func (b *bounds) dayInFigures(i int) bool {
	_, n := scan.CompactDayOf(strings.Trim(b.o.Lines[i].String(), " 　"))
	return n > 0 && i > b.body && body(b.o.Lines[i-1].flat) && signer(b.o.Lines[i-1].flat)
}

// carried reports whether l is the title of the document that the notice
// issues or forwards, which the notice's own title names in 《》.
func (b *bounds) carried(l *Line) bool {
	if b.carries != "" && forwards(b.carries) && strings.HasPrefix(l.flat, "关于") && strings.HasSuffix(l.flat, "的通知") {
		if core := l.flat[len("关于") : len(l.flat)-len("的通知")]; len(core) >= 6*len("字") && strings.Contains(b.carries, "《"+core+"》") {
			return true // its title shortened in the notice's own: 转发《清点渡船》的通知
		}
	}
	return b.carries != "" && len(l.flat) >= 6*len("字") && len(l.flat) < len(b.carries) && (scan.Has(b.carries, "《"+l.flat+"》") || titled(l.flat) && strings.HasSuffix(b.carries, "印发"+l.flat+"的通知"))
}

// forwardsOrIssues reports whether a notice with this title carries a document.
func forwardsOrIssues(title string) bool {
	return forwards(title) || scan.Has(title, "发布") || scan.Has(title, "公布")
}

// goesOnAfter reports whether the row of 一、二、 that line i interrupts goes on
// behind it: then the text does too.
func (b *bounds) goesOnAfter(i int) bool {
	ls := b.o.Lines
	last := 0
	for j := b.body; j < i; j++ {
		if ls[j].Mark.Kind == scan.Han {
			last = ls[j].Mark.Number
		}
	}
	if last == 0 {
		return false
	}
	for j := i + 1; j < b.later; j++ {
		if attachmentMark(ls[j].String()) > 0 || ls[j].Mark.Kind == scan.Han && ls[j].Mark.Number == 1 {
			return false
		}
		if ls[j].Mark.Kind == scan.Han {
			return ls[j].Mark.Number == last+1
		}
	}
	return false
}

// nameBelow marks a name alone below the date, where none stands above it.
func (b *bounds) nameBelow() {
	ls := b.o.Lines
	if b.past < b.later && ls[b.past].Kind == Stray && body(ls[b.past].flat) && signer(ls[b.past].flat) &&
		(b.past+1 == b.later || ls[b.past+1].Kind != Stray || attachmentMark(ls[b.past+1].flat) > 0) {
		ls[b.past].Kind = Signature
		b.past++
	}
}

// dateLine reports whether s is a day, or a name and a day, and where the day begins.
func dateLine(s string) (at int, ok bool) {
	if len(s) > 180 || !endsAsDate(s) || scan.HasAny(s, "，。；！？") {
		return 0, false
	}
	if at = endsInDate(s); at < 0 { // a weekday in brackets belongs to the date
		s = strings.TrimSuffix(strings.TrimPrefix(s, "（"), "）")
		if inner, ok := strings.CutPrefix(s, "〔"); ok { // 〔2011年3月1日〕
			s = strings.TrimSuffix(inner, "〕")
		}
		at = endsInDate(s)
	}
	if at < 0 && lexicon.HasAnySuffix(s, "一", "二", "三", "四", "五", "六", "七", "八", "九", "十") && scan.Has(s, "月") {
		at = endsInDate(s + "日") // the copy lost its last character
	}
	if at < 0 {
		return 0, false
	}
	if s[:at] == "中华" { // 中华民国113年5月6日
		at = 0
	}
	if before := s[:at]; before != "" {
		for _, w := range []string{"：", "年", "于", "至", "—", "-", "、", "】"} {
			if strings.HasSuffix(before, w) {
				return 0, false
			}
		}
	}
	return at, true
}

// isDate reports whether l is a date alone.
func isDate(l *Line) bool {
	at, ok := dateLine(l.flat)
	return ok && at == 0
}

// endsAsDate is a quick refusal of lines whose last character ends no date.
func endsAsDate(s string) bool {
	if s == "" {
		return false
	}
	if c := s[len(s)-1]; c < 0x80 {
		return c >= '0' && c <= '9' || c == ')' || c == 'x' || c == 'X'
	}
	return lexicon.HasAnySuffix(s, "日", "号", "月", "）", "〕", "〇", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十")
}

// signs reports whether the date on line i, behind the words name, is a 成文日期: it
// follows a name or the end of the sentences, and no sentences of the same
// text follow it. Dates in tables and lists fail one or the other.
func (b *bounds) signs(i int, name string) bool {
	ls := b.o.Lines
	if ls[i].Mark.Kind != scan.NoMark {
		return false
	}
	if !body(name) && count(name) > 20 {
		return false
	}
	if name == "" && i > b.body {
		above := ls[i-1].Text.String()
		if !endsSentence(above) && (prose(above) || count(above) > 40) && !body(Squeezed(above)) && attachmentMark(above) == 0 {
			return false
		}
	}
	if i+1 >= b.later {
		return true
	}
	if b.goesOnAfter(i) {
		return false
	}
	next := &ls[i+1]
	t := next.flat
	switch {
	case next.Kind != Stray, attachmentMark(t) > 0, noteLine(t), body(t), titled(t), fileName(t):
		return true
	case next.Mark.Kind != scan.NoMark:
		return b.articlesAhead(i + 1)
	case b.titleAhead(i + 1), b.carriedAhead(i + 1):
		return true
	}
	return name != "" || body(unsealed(ls[max(i-1, 0)].flat))
}

// titleAhead reports whether the lines from i on, three at the most, are
// together the title of another document.
func (b *bounds) titleAhead(i int) bool {
	ls := b.o.Lines
	for j := i; j < len(ls) && j < i+3; j++ {
		if s := ls[j].flat; prose(s) || len(s) > 180 || ls[j].Mark.Kind != scan.NoMark {
			return false
		} else if titled(s) {
			return scan.Has(ls[i].flat, "关于") || j == i
		}
	}
	return false
}

// carriedAhead reports whether the lines from i on, three at the most, are together
// the title of what the notice's own title issues.
func (b *bounds) carriedAhead(i int) bool {
	ls := b.o.Lines
	title, t := b.carries, ""
	for j := i; j < len(ls) && j < i+3; j++ {
		if t += ls[j].flat; prose(ls[j].String()) || !strings.Contains(title, t) {
			return false
		}
		if len(t) >= 6*len("字") && (titled(t) || scan.Has(title, "《"+t+"》")) {
			return true
		}
	}
	return false
}

// articlesAhead reports whether line i is the first chapter or article of what the
// text above, which has none, issues by name: prints leave its title out.
func (b *bounds) articlesAhead(i int) bool {
	return firstArticle(b.o.Lines[i].Mark) && b.issuedBy(i).Len() > 0
}

// firstArticle reports whether m opens a regulation.
func firstArticle(m scan.Mark) bool {
	return (m.Kind == scan.Chapter || m.Kind == scan.Article) && m.Number == 1
}

// issuedBy returns the title of the regulation that the body before line i says it
// issues (现发布《…条例》), the empty text if it names none or has articles itself.
func (b *bounds) issuedBy(i int) origin.Text {
	for j := b.body; j < i; j++ {
		l := &b.o.Lines[j]
		if l.Mark.Kind == scan.Chapter || l.Mark.Kind == scan.Article {
			return origin.Text{}
		}
		s := l.String()
		lo := scan.Index(s, "《")
		if lo < 0 || !issueWords.In(s) {
			continue
		}
		lo += len("《")
		if hi := scan.Index(s[lo:], "》"); hi > 0 && titled(s[lo:lo+hi]) {
			return l.Text.Slice(lo, lo+hi)
		}
	}
	return origin.Text{}
}

// issueWords are the verbs by which a notice or an order issues a regulation.
var issueWords = lexicon.NewWords("发布", "公布", "颁布", "印发")

// noteLine reports whether s is a 附注: words in brackets below the date.
func noteLine(s string) bool {
	return strings.HasPrefix(s, "（") && strings.HasSuffix(s, "）") && count(s) < 80 && !scan.Has(s, "盖章")
}

// maxSigners is how many lines of names may stand above a date: joint issue.
const maxSigners = 12

// names marks the 署名 above line i and returns the index of its first line. Above a
// date that has a name on its line, named, only names of bodies are others.
func (b *bounds) names(i int, named bool) int {
	ls := b.o.Lines
	first := i
	for j := i - 1; j >= b.body && i-j <= maxSigners; j-- {
		s := ls[j].flat
		if ls[j].Kind == Furniture {
			continue
		}
		if ls[j].Kind != Stray || !signer(s) || ls[j].Mark.Kind != scan.NoMark || attachmentMark(s) > 0 {
			break
		}
		if Officer(s) {
			ls[j].Kind = Signatory
			first = j
			continue
		}
		if (named || first < i) && (!body(unsealed(s)) && !shortBodies.Contains(s) || ls[j+1].Gap && !ls[i].Gap) { // one of several signers is a body, and they stand together
			break
		}
		ls[j].Kind = Signature
		first = j
	}
	return first
}

// shortBodies are names of two characters that stand among other signers.
var shortBodies = lexicon.NewWords("纪委", "团委", "党委", "工会", "党办", "校办", "院办", "妇联")

// signer reports whether s can be a line of 署名: one or more names and nothing else.
func signer(s string) bool {
	if len(s) > 180 || count(s) < 2 {
		return false
	}
	if unsealed(s) == s && strings.HasSuffix(s, "）") && !lexicon.HasAnySuffix(s, "（处）", "（部）", "（中心）", "（办）") {
		return false
	}
	return !scan.HasAny(s, "，。；：！？《》1234567890") && !strings.HasPrefix(s, "特此")
}

// unsealed returns s without the word that stands for the seal behind a name.
func unsealed(s string) string {
	for _, seal := range Seals {
		if name, ok := strings.CutSuffix(s, seal); ok {
			return name
		}
	}
	return s
}

// Seals are the words that stand for the seal behind a name.
var Seals = []string{"（章）", "（盖章）", "（印章）", "（公章）", "（代章）", "（印）"}

// notes marks the 附注 from line i on and returns the index of the first line
// behind it.
func (b *bounds) notes(i int) int {
	ls := b.o.Lines
	for ; i < len(ls) && i < b.later; i++ {
		if ls[i].Kind == Furniture {
			continue
		}
		s := ls[i].flat
		if ls[i].Kind != Stray || !noteLine(s) {
			break
		}
		ls[i].Kind = Note
	}
	return i
}

// maxReach is how many lines may say below a name where the body is to be reached.
const maxReach = 8

// reach reports whether s, without blanks, says where the signer is to be reached: its
// address or number, or in brackets what the picture beside them is.
func reach(s string) bool {
	return lexicon.HasAnyPrefix(s, "地址：", "联系地址：", "通讯地址：", "邮编：", "邮政编码：", "邮箱：", "电子邮箱：", "电话：", "联系电话：", "传真：", "网址：", "联系人：") && !scan.Has(s, "。") ||
		noteLine(s) && count(s) <= 12
}

// unsigned finds the end of a notice without a 成文日期: a name alone behind the
// last sentence is its 署名.
func (b *bounds) unsigned() {
	ls := b.o.Lines
	end := b.later
	for i := b.body; i < b.later; i++ {
		if h := attachmentAt(ls[i].Text.String()); h.n > 0 && h.n == ls[i].Text.Len() && i+1 < b.later && !b.listed(i, h) {
			end = i
			break
		}
		if b.carried(&ls[i]) {
			end = i
			break
		}
	}
	b.end, b.past = end, end
	for i := end - 1; i > b.body; i-- {
		if ls[i].Kind == Furniture || b.past == end && i > end-maxReach && reach(ls[i].flat) {
			continue
		}
		s := ls[i].flat
		if Officer(s) {
			ls[i].Kind = Signatory
			b.end, b.past = i, i+1
			continue
		}
		if ls[i].Mark.Kind == scan.NoMark && body(s) && signer(s) && (endsSentence(ls[i-1].Text.String()) || b.belowNumbers(i)) {
			ls[i].Kind = Signature
			b.end = i
			b.past = i + 1
		}
		return
	}
}

// belowNumbers reports whether line i, a name of five characters or more, stands below lines that
// end in telephone numbers with the sentence that leads to them above (按以下方式咨询。). In a
// table of numbers, which a name can stand in too, each row has a number: the last line has none.
func (b *bounds) belowNumbers(i int) bool {
	ls := b.o.Lines
	if count(ls[i].flat) < 5 || ls[i].Table {
		return false
	}
	rows := 0
	for j := i - 1; j > b.body && rows < maxReach; j-- {
		s := ls[j].String()
		if ls[j].Kind == Furniture {
			continue
		}
		if endsSentence(s) || strings.HasSuffix(s, "：") {
			return rows > 0
		}
		if !endsInPhone(s) {
			return false
		}
		rows++
	}
	return false
}

// endsInPhone reports whether s ends in a telephone number.
func endsInPhone(s string) bool {
	at := len(s)
	for at > 0 && (s[at-1] >= '0' && s[at-1] <= '9' || s[at-1] == '-') {
		at--
	}
	_, n := scan.PhoneOf(s[at:])
	return at > 0 && n == len(s)-at && n > 0
}
