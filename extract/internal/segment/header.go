package segment

import (
	"strings"
	"unicode/utf8"

	"gongwen/extract/internal/origin"
	"gongwen/extract/internal/scan"
)

// bounds finds where the parts of a document begin.
type bounds struct {
	o     *Outline
	body  int // index of the first line of the body
	end   int // index behind the last line of the body
	past  int // index of the first line behind the notice's own text
	later int // index of the first line of the imprint; len(Lines) if there is none

	coverLo, coverHi int // the lines of a cover note; equal if there is none
}

// headerLines is how many lines a header may have before the title; web copies
// put their navigation there.
const headerLines = 60

// header classifies the lines above the body (版头, 标题, 主送机关).
//
// The body begins behind the addressees; without them, at the first line of
// prose or with a serial mark. What stands before is classified line by line;
// lines that nothing else claims are the title, or the issuer's mark above it.
func (b *bounds) header() {
	ls := b.o.Lines
	var free []int // lines that may be title or issuer mark
	i := 0
	for ; i < len(ls) && i < headerLines; i++ {
		l := &ls[i]
		s := l.Text.String()
		if k, n := Label(s); n > 0 && (k != Paragraph || b.o.Taiwan) && !(k == Addressees && n == len(s)) {
			l.Kind = k
			continue
		}
		if b.bodyAt(i, free) {
			break
		}
		switch {
		case l.furniture():
			l.Kind = Furniture
		case copyNumber(s):
			l.Kind = CopyNumber
		case secrecy(s):
			l.Kind = Secrecy
		case urgency(s):
			l.Kind = Urgency
		case strings.HasPrefix(s, "签发人"):
			l.Kind = Signatory
		case NumberLine(s):
			l.Kind = Number
		case b.dated(i):
		case addressed(s):
			l.Kind = Addressees
			b.body = i + 1
			b.title(free)
			return
		default:
			free = append(free, i)
		}
	}
	b.body = i
	b.title(free)
}

// dated reports whether line i is a date of issue above the text, and marks
// it, and the name above it or on it: a communiqué or minutes print who and
// when below the title, a decision or a resolution the day in brackets (题注).
func (b *bounds) dated(i int) bool {
	ls := b.o.Lines
	s := ls[i].flat
	at, ok := dateLine(s)
	adopted := !ok && adoption(s)
	if !ok && !adopted || at > 0 && !body(s[:at]) && count(s[:at]) > 1 {
		return false
	}
	ls[i].Kind = IssueDate
	return true
}

// adoption reports whether s is a 题注 that says when the document was adopted.
func adoption(s string) bool {
	if !strings.HasPrefix(s, "（") || !strings.HasSuffix(s, "）") {
		return false
	}
	for _, w := range []string{"通过", "公布", "发布", "印发", "批准", "修订", "修正", "施行"} {
		if strings.Contains(s, w) && (strings.HasSuffix(s, w+"）") || strings.Contains(s, "日")) && strings.Contains(s, "年") {
			return true
		}
	}
	return false
}

// bodyAt reports whether the body begins at line i with no addressees before it.
func (b *bounds) bodyAt(i int, free []int) bool {
	l := &b.o.Lines[i]
	s := l.Text.String()
	if l.furniture() || NumberLine(s) || addressed(s) || adoption(l.flat) {
		return false
	}
	if l.Mark.Kind != scan.NoMark && (len(free) > 0 || i+1 < len(b.o.Lines)) {
		return true
	}
	if attachmentMark(s) > 0 && len(free) > 0 {
		return true
	}
	return prose(s) && !titled(s) || len(s) > 360 || strings.HasSuffix(s, "如下：")
}

// copyNumber reports whether s is a 份号.
func copyNumber(s string) bool {
	s = strings.TrimPrefix(s, "№")
	s = strings.TrimPrefix(s, "份号：")
	return s != "" && CopyNumberLen(s) == len(s)
}

// CopyNumberLen returns the length of the 份号 at the head of s: six digits
// (7.2.1), four to seven in practice; 2024 alone is a year.
func CopyNumberLen(s string) int {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	if n < 4 || n > 7 || n == 4 && s[0] != '0' || n < len(s) && strings.HasPrefix(s[n:], "年") {
		return 0
	}
	return n
}

// Levels are the levels of secrecy (密级), and 内部, which is none by law but
// stands in the same place.
var Levels = []string{"绝密", "机密", "秘密", "内部资料", "内部文件", "内部"}

// secrecy reports whether s is the line of 密级和保密期限.
func secrecy(s string) bool {
	s = Squeezed(s)
	s = s[CopyNumberLen(s):] // the 份号 may stand at the left end of the line
	for _, p := range []string{"密级：", "秘密等级："} {
		s = strings.TrimPrefix(s, p)
	}
	for _, w := range Levels {
		if rest, ok := strings.CutPrefix(s, w); ok {
			return rest == "" || strings.HasPrefix(rest, "★") || strings.HasPrefix(rest, "·") && count(rest) < 8 || rest == "不得外传" ||
				rest == "特急" || rest == "急件" || rest == "加急"
		}
	}
	return false
}

// Urgencies are the degrees of urgency (紧急程度) of 2012 and of 1999.
var Urgencies = []string{"特急", "加急", "特提", "平急", "急件", "紧急"}

// urgency reports whether s is the line of 紧急程度.
func urgency(s string) bool {
	s = Squeezed(s)
	s = strings.TrimPrefix(s, "紧急程度：")
	for _, w := range Urgencies {
		if rest, ok := strings.CutPrefix(s, w); ok {
			return rest == "" || strings.HasPrefix(rest, "·") && count(rest) < 6
		}
	}
	return false
}

// NumberLine reports whether s holds a 发文字号 and nothing else but a label, brackets
// and a signatory.
func NumberLine(s string) bool {
	if len(s) > 400 {
		return false
	}
	if d, n := scan.DocumentNumberOf(Squeezed(s)); n > 0 && n == len(Squeezed(s)) && d.Number > 0 {
		return true
	}
	lo, hi, ok := OwnNumber(s)
	if !ok {
		return unfilled(Squeezed(s))
	}
	before, after := s[:lo], strings.TrimSpace(s[hi:])
	before = strings.Trim(before, "（( 　")
	if before != "" && !strings.HasSuffix(before, "：") || count(before) > 8 {
		return false
	}
	after = strings.TrimLeft(after, "）) 　")
	return after == "" || strings.HasPrefix(after, "签发人") || strings.HasPrefix(after, "各") && strings.HasSuffix(after, "：")
}

// unfilled reports whether s is a number whose serial is not filled in yet:
// 云政发〔2023〕 号, XXX〔2023〕X号.
func unfilled(s string) bool {
	i := strings.Index(s, "〔")
	rest, ok := strings.CutSuffix(s, "号")
	if i <= 0 || !ok || len(s) > 90 || len(rest) < i+len("〔2023〕") {
		return false
	}
	rest = rest[i+len("〔"):]
	return strings.HasPrefix(rest[4:], "〕") && strings.Trim(rest[4+len("〕"):], "X×x*第_＿") == "" && rest[0] == '2'
}

// OwnNumber returns where in the line s its document number stands.
func OwnNumber(s string) (lo, hi int, ok bool) {
	scan.DocumentNumbers(s, func(l, h int, n scan.DocumentNumber) bool {
		lo, hi, ok = l, h, true
		return false
	})
	if !ok {
		if d, n := scan.DocumentNumberOf(s); n == len(s) && d.Number > 0 {
			return 0, n, true
		}
	}
	return lo, hi, ok
}

// addressed reports whether s is the line of 主送机关: bodies or people, and a
// colon. A label (时间：, 联系人：) and a sentence that leads to a list are none.
func addressed(s string) bool {
	if strings.HasPrefix(s, "受文者：") {
		return true
	}
	names, ok := strings.CutSuffix(s, "：")
	if !ok {
		names = s
	}
	if names == "" || strings.ContainsAny(names, "。；！？：") || count(names) > 400 {
		return false
	}
	for _, w := range notAddressees.All() {
		if strings.Contains(names, w) {
			return false
		}
	}
	if !ok && !strings.HasPrefix(names, "各") {
		return false
	}
	if !ok && (count(names) < 3 || titled(names) || strings.Contains(names, "关于")) {
		return false
	}
	tail := names
	if strings.HasSuffix(tail, "）") {
		if i := strings.LastIndex(tail, "（"); i > 0 {
			tail = tail[:i]
		}
	}
	if addresseeTails.Suffix(tail) > 0 || agencyTails.Suffix(tail) > 0 {
		return true
	}
	return ok && (strings.HasPrefix(names, "各") || strings.HasPrefix(names, "尊敬的") || strings.HasPrefix(names, "全体"))
}

// titled reports whether s ends as titles of official documents do: in the
// word of its genre (文种), a bracket such as （试行） behind it allowed.
func titled(s string) bool {
	for strings.HasSuffix(s, "）") {
		i := strings.LastIndex(s, "（")
		if i <= 0 {
			break
		}
		s = strings.TrimSpace(s[:i])
	}
	return genreWords.Suffix(s) > 0
}

// title makes the free lines of the header the title and the issuer's mark.
func (b *bounds) title(free []int) {
	ls := b.o.Lines
	free = b.drop(free)
	if b.o.Taiwan { // the issuer and the genre on one line; the subject is the title
		for _, i := range free {
			ls[i].Kind = IssuerMark
		}
		return
	}
	if len(free) == 0 {
		return
	}
	last := len(free) - 1
	for i := last; i >= 0; i-- { // the last line that reads as the end of a title
		if s := ls[free[i]].Text.String(); titled(Squeezed(s)) {
			last = i
			break
		}
	}
	first := last
	for first > 0 && b.oneTitle(free[first-1], free[first]) {
		first--
	}
	var t origin.Text
	for i := first; i <= last; i++ {
		ls[free[i]].Kind = Title
		t = origin.Join(t, ls[free[i]].Text)
	}
	for i := range free {
		if i >= first && i <= last {
			continue
		}
		b.above(&ls[free[i]], i < first)
	}
	b.o.Title = t
}

// above classifies a free line that is not the title.
func (b *bounds) above(l *Line, before bool) {
	s := l.flat
	switch {
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

// drop takes out of the free lines those before the last title that repeat it:
// web copies print the headline above the document.
func (b *bounds) drop(free []int) []int {
	ls := b.o.Lines
	seen := map[string]int{}
	out := free[:0:0]
	for _, i := range free {
		s := ls[i].flat
		if j, ok := seen[s]; ok && count(s) > 5 {
			ls[j].Kind = Furniture
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
	return out
}

// oneTitle reports whether the line i goes on in the line j, both of the header.
func (b *bounds) oneTitle(i, j int) bool {
	ls := b.o.Lines
	if j != i+1 { // a number or an issuer's mark stands between
		return false
	}
	s, next := ls[i].flat, ls[j].flat
	if strings.HasSuffix(s, "文件") || titled(s) && strings.Contains(s, "关于") {
		return false
	}
	if ls[j].Gap && body(s) && strings.Contains(next, "关于") {
		return false
	}
	return !prose(s)
}

// body reports whether s reads as the name of a body (机关名称).
func body(s string) bool {
	if n := count(s); n < 3 || n > 40 || strings.ContainsAny(s, "，。：；？！《》") {
		return false
	}
	return agencyTails.Suffix(s) > 0 && !titled(s)
}

// furniture reports whether the line belongs to the page; the answer is kept.
func (l *Line) furniture() bool {
	if l.page == 0 {
		l.page = -1
		if l.Kind == Furniture || furniture(l.String(), l.flat) {
			l.page = 1
		}
	}
	return l.page > 0
}

// furniture reports whether s belongs to the page and not to the document:
// breadcrumbs, publication lines, counters, links for print and fonts.
// q is s without blanks.
func furniture(s, q string) bool {
	if s == "" || len(s) > 480 {
		return false
	}
	if furnitureHeads.Prefix(strings.TrimLeft(q, "【[（(|·•>")) > 0 {
		return true
	}
	if hasAnySuffix(q, "门户网站", "政府网站", "信息网", "官方网站") && count(q) < 25 {
		return true
	}
	if strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "www.") {
		return !strings.ContainsAny(s, "，。")
	}
	if strings.Contains(q, ">>") || strings.Count(q, ">") >= 2 || strings.Contains(q, "首页>") || strings.Contains(q, "首页》") {
		return count(q) < 60
	}
	if pageNumber(q) {
		return true
	}
	if len(s) > 240 || strings.Contains(s, "。") {
		return false
	}
	n := 0
	for _, w := range furnitureMarks.All() {
		if strings.Contains(q, w) {
			if n++; n > 1 {
				return true
			}
		}
	}
	if _, d := scan.DateOf(s); d > 0 && n > 0 {
		return true
	}
	return !strings.ContainsFunc(s, func(r rune) bool { return han(r) || r >= '0' && r <= '9' || r >= 'A' && r <= 'z' })
}

// pageNumber reports whether s is a page number alone: — 2 —, -2-, 第2页, 2/7.
func pageNumber(s string) bool {
	t := strings.Trim(s, "—-–－·― ")
	if t == "" || t == s && !strings.HasPrefix(t, "第") && !strings.Contains(t, "/") {
		return false
	}
	t = strings.TrimPrefix(t, "第")
	t, _, _ = strings.Cut(t, "页")
	t, _, _ = strings.Cut(t, "/")
	if t == "" || len(t) > 3 {
		return false
	}
	for i := range len(t) {
		if t[i] < '0' || t[i] > '9' {
			return false
		}
	}
	return true
}

// firstRune returns the first code point of s.
func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// hasAnyPrefix reports whether s begins with one of words.
func hasAnyPrefix(s string, words ...string) bool {
	for _, w := range words {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

// hasAnySuffix reports whether s ends in one of words.
func hasAnySuffix(s string, words ...string) bool {
	for _, w := range words {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}
