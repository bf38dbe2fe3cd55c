package segment

import (
	"strings"

	"gongwen/extract/internal/lexicon"
	"gongwen/extract/internal/scan"
)

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

// columns are the names of the columns of a site, which stand above its documents.
var columns = lexicon.NewWords("政府信息公开", "政务公开", "信息公开", "通知公告", "公示公告", "公告公示")

// footers are what the foot of a site has: its registration and who keeps it.
var footers = lexicon.NewWords("ICP备", "公网安备", "网站标识码", "网站维护：", "违法和不良信息举报", "Copyright", "版权所有", "©")

// furniture reports whether s belongs to the page and not to the document:
// breadcrumbs, publication lines, counters, links for print and fonts.
// q is s without blanks.
func furniture(s, q string) bool {
	if s == "" || len(s) > 480 {
		return false
	}
	head := q
	if !han(firstRune(q)) {
		head = strings.TrimLeft(q, "【[（(|·•>")
	}
	if furnitureHeads.Prefix(head) > 0 {
		return true
	}
	if columns.Contains(q) || links(s) || menu(s) || releasedAt(q) || stamped(s) || reposted(q) {
		return true
	}
	if lexicon.HasAnySuffix(q, "门户网站", "政府网站", "信息网", "官方网站") && count(q) < 25 {
		return true
	}
	if strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "www.") {
		return !scan.HasAny(s, "，。")
	}
	// Breadcrumbs: 首页>政务公开>通知.
	if len(q) <= 240 && (strings.Count(q, ">") >= 2 || scan.Has(q, "首页>") || scan.Has(q, "首页》")) {
		return count(q) < 60
	}
	if pageNumber(q) {
		return true
	}
	if len(s) > 240 || scan.Has(s, "。") {
		return false
	}
	if footers.In(q) {
		return true
	}
	if furnitureMarks.In(q) {
		n := 0
		for _, w := range furnitureMarks.All() {
			if scan.Has(q, w) {
				n++
			}
		}
		if _, d := scan.DateOf(untimed(s)); d > 0 || n > 1 {
			return true
		}
	}
	return !strings.ContainsFunc(s, func(r rune) bool { return han(r) || r >= '0' && r <= '9' || r >= 'A' && r <= 'z' })
}

// stamped reports whether s is when a page was posted, to the second, and at most who
// posted it, or in which column: 张岚 2022-03-04 08:15:30. A schedule has no seconds.
func stamped(s string) bool {
	if len(s) > 80 || len(s) < len("2023-1-20 8:59:54") {
		return false
	}
	if posted, column, ok := cutLast(s, " "); ok && digit(s[0]) && count(column) <= 8 && !strings.ContainsFunc(column, func(r rune) bool { return !han(r) }) {
		s = strings.TrimRight(posted, " 　")
	}
	if len(s) < len("2023-1-20 8:59:54") || s[len(s)-3] != ':' {
		return false
	}
	day, clock, ok := cutLast(untimed(s), " ")
	if !ok || strings.Count(clock, ":") != 2 {
		return false
	}
	if _, n := scan.ClockOf(clock); n != len(clock) {
		return false
	}
	at := endsInDate(day)
	return at >= 0 && count(day[:at]) <= 12 && !scan.HasAny(day[:at], "，。；：")
}

// postedAt reports whether s is a day in figures and the hour and minute of it, and nothing
// else: 2022-03-04 08:15. In the head of a document it is when the page was posted.
func postedAt(s string) bool {
	if len(s) < len("2022-3-4 8:15") || len(s) > len("2022-03-04 08:15:30") || !digit(s[0]) || !strings.Contains(s, ":") {
		return false
	}
	day, clock, ok := cutLast(s, " ")
	if _, n := scan.ClockOf(clock); !ok || n != len(clock) || strings.ContainsFunc(day, han) {
		return false
	}
	d, n := scan.DateOf(day)
	return n > 0 && n == len(day) && d.Start.Year > 0 && d.Start.Day > 0
}

// homes are the first of a page's breadcrumbs and of its menu.
var homes = lexicon.NewWords("首页", "网站首页", "主页")

// crumb reports whether line i of the header is one of a page's breadcrumbs that have a line
// each: 首页, and below it the columns that lead to the document, as long as a title follows.
func (b *bounds) crumb(i int) bool {
	ls := b.o.Lines
	if homes.Contains(ls[i].flat) {
		return true
	}
	if ls[i].points > 8 || body(ls[i].flat) || labelLine(ls[i].String()) {
		return false
	}
	for j := i - 1; j >= 0 && ls[j].Kind == Furniture && ls[j].points <= 8; j-- {
		if homes.Contains(ls[j].flat) {
			return b.titleAfter(i + 1)
		}
	}
	return false
}

// titleAfter reports whether a title that says 关于 what it is stands within two lines of line i.
func (b *bounds) titleAfter(i int) bool {
	for ls := b.o.Lines; i < len(ls); i++ {
		if s := ls[i].flat; scan.Has(s, "关于") {
			return titled(s)
		} else if ls[i].points > 8 {
			return false
		}
	}
	return false
}

// menu reports whether s is the menu of a site, whose first column is its front page: 首页 概况 航道 渡口 下载.
func menu(s string) bool {
	if homes.Prefix(s) == 0 || len(s) > longestLinks {
		return false
	}
	n := 0
	for w := range strings.FieldsFuncSeq(s, func(r rune) bool { return strings.ContainsRune(linkMarks, r) }) {
		if n == 0 && !homes.Contains(w) || count(w) > 6 || strings.ContainsFunc(w, func(r rune) bool { return !han(r) }) {
			return false
		}
		n++
	}
	return n >= 4
}

// untimed returns s without the label of the time at its head.
func untimed(s string) string {
	for _, w := range []string{"时间：", "日期：", "发表时间：", "发表于：", "发表于", "发布于"} {
		if rest, ok := strings.CutPrefix(s, w); ok {
			return strings.TrimLeft(rest, " ")
		}
	}
	return s
}

// cutLast cuts s at the last sep.
func cutLast(s, sep string) (before, after string, ok bool) {
	i := strings.LastIndex(s, sep)
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+len(sep):], true
}

// reposted reports whether s, in brackets, says where a page copied the text from.
func reposted(s string) bool {
	return strings.HasPrefix(s, "【") && strings.HasSuffix(s, "】") && (scan.Has(s, "转载自") || strings.HasPrefix(s, "【原文由"))
}

// linkMarks are the characters that part the links of a row and stand about them.
const linkMarks = " \t　\u00a0|│｜•·●[]【】<>《》"

var linkMarkChars = scan.CharsOf(linkMarks)

// longestLinks is how many bytes a row of links may have.
const longestLinks = 240

// links reports whether s is a row of links and buttons of a page and nothing
// else: 简体版 英文版 寄给朋友. A document's own line has other words beside them
// (英文版教材征订通知).
func links(s string) bool {
	if s == "" || len(s) > longestLinks || !pageLinks.Begins(s) && !linkMarkChars.Begins(s) || pageLinks.Prefix(strings.TrimLeft(s, linkMarks)) == 0 {
		return false
	}
	n, alone := 0, lexicon.HasAnyPrefix(s, "•", "[", "【") // a short word alone may be a cell of a table
	for w := range strings.FieldsFuncSeq(s, func(r rune) bool { return strings.ContainsRune(linkMarks, r) }) {
		if !pageLinks.Contains(w) {
			return false
		}
		n++
		alone = alone || count(w) >= 4
	}
	return n > 1 || alone
}

// releasedAt reports whether s, without blanks, is the time that closes the press releases of Hong
// Kong's government (新闻公报), on a line of its own: 香港时间11时00分.
func releasedAt(s string) bool {
	rest, ok := strings.CutPrefix(s, "香港时间")
	if !ok {
		return false
	}
	_, n := scan.ClockOf(rest)
	return n > 0 && n == len(rest)
}

// pageNumberHeads are what a page number begins with.
var pageNumberHeads = scan.CharsOf("—-–－·― 第0123456789/页")

// pageNumber reports whether s is a page number alone: — 2 —, -2-, 第2页, 2/7.
func pageNumber(s string) bool {
	if len(s) > 120 || !pageNumberHeads.Begins(s) {
		return false
	}
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
