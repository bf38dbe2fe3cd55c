package segment

import (
	"strings"
	"unicode/utf8"

	"gongwen/extract/internal/lexicon"
	"gongwen/extract/internal/origin"
	"gongwen/extract/internal/read"
	"gongwen/extract/internal/scan"
)

// A notice kept on one line has no more than fewLines lines, one of which has
// longLine bytes (about 250 characters) or more. Well-set notices have more
// lines: header, title, addressees, paragraphs, signature, date. A page's table of facts
// may stand above: then that one line has four fifths of the text.
const (
	fewLines = 4
	longLine = 750
)

// lines cuts the text at its line breaks. A document that a database field or
// a web copy has left on one line is cut at the places where its lines were.
func lines(t origin.Text, src *read.Source) []Line {
	s := t.String()
	ls := make([]Line, 0, filled(s))
	longest := 0
	for lo := 0; lo < len(s); {
		hi := lo + lineLen(s[lo:])
		ls = addLine(ls, t, lo, hi)
		longest = max(longest, hi-lo)
		lo = hi
	}
	if longest >= longLine && (len(ls) <= fewLines || len(ls) <= 3*fewLines && 5*longest >= 4*len(s)) {
		ls = cut(t, ls, oneLine)
	} else if longest >= longLine/2 {
		ls = cut(t, ls, separated)
		ls = cutRows(t, ls)
	}
	if len(src.Styles) > 0 || len(src.Tables) > 0 {
		dress(ls, src)
	}
	return ls
}

// filled returns an upper bound for the number of lines of s with words on them.
func filled(s string) int {
	n := 1
	for i := 0; i < len(s); {
		k := strings.IndexByte(s[i:], '\n')
		if k < 0 {
			break
		}
		if k > 0 {
			n++
		}
		i += k + 1
	}
	return n
}

// lineLen returns the length of the line at the head of s, its break included.
func lineLen(s string) int {
	i := strings.IndexByte(s, '\n')
	if f := strings.IndexByte(s[:max(i, 0)], '\f'); f >= 0 {
		return f + 1
	}
	if i < 0 {
		return len(s)
	}
	return i + 1
}

// addLine appends the line lo to hi; a blank line is added to the line before it.
func addLine(ls []Line, t origin.Text, lo, hi int) []Line {
	text := unbarred(t.Slice(lo, hi).Trim())
	n := len(ls)
	switch {
	case text.Len() > 0 && n == 1 && ls[0].Text.Len() == 0:
		ls[0] = Line{Lo: ls[0].Lo, Hi: hi, Text: text} // blanks before the first words
	case text.Len() > 0:
		gap := n > 0 && blankEnd(t.String()[ls[n-1].Lo:ls[n-1].Hi])
		ls = append(ls, Line{Lo: lo, Hi: hi, Text: text, Gap: gap})
	case n > 0:
		ls[n-1].Hi = hi
	default:
		ls = append(ls, Line{Lo: lo, Hi: hi, Text: text})
	}
	return ls
}

// unbarred returns the words of a line without the bars at its end that are left of a
// page's layout table (…的决定 | |). A row of a table has bars between its words.
func unbarred(t origin.Text) origin.Text {
	s := t.String()
	if !strings.HasSuffix(s, "|") {
		return t
	}
	words := strings.TrimRight(s, "| 　")
	if words == "" || strings.Contains(words, "|") {
		return t
	}
	return t.Slice(0, len(words))
}

// blankEnd reports whether s ends in more than one line break.
func blankEnd(s string) bool {
	i := strings.IndexByte(s, '\n')
	return i >= 0 && i < len(s)-1
}

// cutRows cuts the lines into which a copy has run a whole row of sections.
func cutRows(t origin.Text, ls []Line) []Line {
	var out []Line // nil while no line is cut
	for i := range ls {
		s := ls[i].Text.String()
		if len(s) >= longLine/2 && holdsRow(s) {
			if out == nil {
				out = append(make([]Line, 0, 2*len(ls)), ls[:i]...)
			}
			out = append(out, cut(t, ls[i:i+1], oneLine)...)
		} else if len(s) >= longLine/2 && holdsItems(s) {
			if out == nil {
				out = append(make([]Line, 0, 2*len(ls)), ls[:i]...)
			}
			out = append(out, cut(t, ls[i:i+1], items)...)
		} else if out != nil {
			out = append(out, ls[i])
		}
	}
	if out == nil {
		return ls
	}
	return out
}

// holdsRow reports whether s holds the marks 一、 二、 三、 in their order, each behind
// the end of a sentence or a colon and a heading or a sentence before the next. Items
// parted by ； are a list inside a paragraph.
func holdsRow(s string) bool {
	at := 0
	for _, mark := range []string{"一、", "二、", "三、"} {
		i := strings.Index(s[at:], mark)
		if i < 0 {
			return false
		}
		before := strings.TrimRight(s[:at+i], " 　")
		if mark == "一、" && !strings.HasSuffix(before, "：") && !strings.HasSuffix(before, "。") && before != "" || mark != "一、" && !strings.HasSuffix(before, "。") {
			return false
		}
		at += i + len(mark)
	}
	return true
}

// holdsItems reports whether s is the first item of a row with the second behind it,
// parted by ； or 。 and a blank: a list inside a paragraph has none there.
func holdsItems(s string) bool {
	if !strings.Contains(s, "； ") && !strings.Contains(s, "。 ") {
		return false
	}
	first, n := scan.HeadMark(s)
	if n == 0 || first.Number != 1 || first.Kind != scan.ParenHan && first.Kind != scan.Arabic && first.Kind != scan.ParenArabic {
		return false
	}
	for at := n; ; {
		i := nextBlank(s[at:], 0)
		if at += i; at >= len(s) {
			return false
		}
		before := s[:at]
		at += blanks(s[at:])
		if m, n := scan.HeadMark(s[at:]); n > 0 && same(m, first) {
			return m.Number == 2 && lexicon.HasAnySuffix(before, "；", "。")
		}
	}
}

// items returns where the item at s[at:] of a row on one line ends: at a blank behind the
// end of a clause, before the next of the row or the first of a row below it.
func items(c *cutter, s string, at int) int {
	if m, n := scan.HeadMark(s[at:]); n > 0 {
		c.last[int(m.Kind)%len(c.last)] = m.Number
	}
	for i := at + nextBlank(s[at:], 0); i < len(s); i += nextBlank(s[i:], 0) {
		before := s[at:i]
		i += blanks(s[i:])
		if lexicon.HasAnySuffix(before, "；", "。", "：") && c.continues(s[i:]) {
			return i
		}
	}
	return len(s)
}

// cut cuts each line at the places that next finds.
func cut(t origin.Text, ls []Line, next func(c *cutter, s string, at int) int) []Line {
	var out []Line // nil while no line is cut: most documents have none that is
	c := &cutter{}
	for i, l := range ls {
		c.line = t.Slice(l.Lo, l.Hi)
		c.begins = c.begins[:0]
		if s := c.line.String(); l.Text.Len() >= longLine/2 {
			for at := 0; at < len(s); at = next(c, s, at) {
				c.begins = append(c.begins, at)
			}
		}
		if len(c.begins) <= 1 {
			if out != nil {
				out = append(out, l)
			}
			continue
		}
		if out == nil {
			out = append(make([]Line, 0, 2*len(ls)), ls[:i]...)
		}
		for k, lo := range c.begins {
			hi := l.Hi - l.Lo
			if k+1 < len(c.begins) {
				hi = c.begins[k+1]
			}
			out = addLine(out, t, l.Lo+lo, l.Lo+hi)
		}
	}
	if out == nil {
		return ls
	}
	return out
}

// A cutter remembers which serials it has seen, so that a figure in a sentence
// (附件1.、共2.) does not begin a line.
type cutter struct {
	line   origin.Text
	begins []int   // bytes of the line at which its units begin
	last   [16]int // serial last seen, by kind of mark
	parts  []int   // bytes of the line at which the parts about a regulation's title begin
	gaps   []bool  // by byte of the line: a blank of the source was dropped before it
}

// note notes where normalising has dropped blanks from the line: blanks
// beside figures and brackets mean nothing in a sentence, but in a document on
// one line they are all that is left of its line breaks.
func (c *cutter) note() {
	c.gaps = make([]bool, c.line.Len()+1)
	c.line.Dropped(func(at int, words string) {
		c.gaps[at] = strings.ContainsAny(words, " \t\u3000\u00a0")
	})
}

// separated returns where the unit at s[at:] ends: at a run of two or more
// blanks behind the end of a sentence or before a serial mark. Well-set text
// has no such runs inside a paragraph.
func separated(c *cutter, s string, at int) int {
	for i := nextBlank(s, at); i < len(s); i = nextBlank(s, i) {
		n := blanks(s[i:])
		wide := n >= 3 || strings.HasPrefix(s[i:], "　")
		if i > at && wide && i+n < len(s) && (endsSentence(s[at:i]) || marked(s[i+n:])) {
			return i + n
		}
		i += n
	}
	return len(s)
}

// oneLine returns where the unit at s[at:] ends in a document that stands on
// one line: at a run of blanks, before a serial mark that continues its row,
// or before a label that always begins a line.
func oneLine(c *cutter, s string, at int) int {
	if at == 0 {
		c.note()
		c.parts = carriedParts(s)
	}
	words := at
	if m, n := scan.HeadMark(s[at:]); n > 0 {
		c.last[int(m.Kind)%len(c.last)] = m.Number
		if m.Kind == scan.Article { // the blank behind it parts no line
			words = at + n + blanks(s[at+n:])
		}
		if m.Kind == scan.Chapter {
			if k := articleAhead(s[at+n:], c.last[int(scan.Article)%len(c.last)]); k > 0 {
				return at + n + k
			}
		}
	}
	start := at
	for start < len(s) && blanks(s[start:]) > 0 {
		start += blanks(s[start:])
	}
	for len(c.parts) > 0 && c.parts[0] <= start {
		c.parts = c.parts[1:]
	}
	for i := max(start, words); i < len(s); {
		if len(c.parts) > 0 && i == c.parts[0] {
			return i
		}
		if c.gaps[i] && i > start && c.breaks(s[start:i], " ", s[i:]) {
			return i
		}
		if n := blanks(s[i:]); n > 0 {
			if i+n < len(s) && c.breaks(s[start:i], s[i:i+n], s[i+n:]) {
				return i + n
			}
			i += n
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if i > start && numeral(r) && strings.HasPrefix(s[i+size:], "、") && c.headingRunIn(s[start:i], s[i:]) {
			return i
		}
		i += size
		if sentenceEnd(r) && i < len(s) && blanks(s[i:]) == 0 && c.continues(s[i:]) {
			return i
		}
	}
	return len(s)
}

// breaks reports whether the blanks between before and after stand for a line break.
func (c *cutter) breaks(before, blank, after string) bool {
	if c.continues(after) {
		return true
	}
	if opensLine(after) || strings.HasPrefix(after, "【") {
		return true
	}
	if spacedName(before, after) {
		return false
	}
	if signedTail(after) || furnitureHeads.Prefix(after) > 0 && isDay(before) || !strings.ContainsAny(before, "，。：") && reportBegins(after) {
		return true
	}
	wide := len(blank) >= 2 && blank != "　"
	r, _ := utf8.DecodeLastRuneInString(before)
	next, _ := utf8.DecodeRuneInString(after)
	if sentenceEnd(r) || r == '】' || wide && r != '、' && r != '，' {
		return true
	}
	if !han(next) {
		return false
	}
	if furnitureHeads.Prefix(before) > 0 { // 发布时间：2022-08-23 16:40 各乡镇…
		return true
	}
	if NumberLine(before) { // 云政发〔2024〕5号 各县（市、区）…：
		return true
	}
	if r == '）' && len(before) > 8*len("字") && titled(Squeezed(before)) { // …通告（第11号）
		return true
	}
	if _, n := scan.HeadMark(before); n > 0 { // a heading, and the sentences below it
		return (han(r) || closing(r)) && len(before)-n > 3*len("字") || before[n:] == "联系人"
	}
	return han(r) && len(before) > 8*len("字")
}

// numeral reports whether r is a figure of the row 二、 to 九、.
func numeral(r rune) bool { return strings.ContainsRune("二三四五六七八九", r) }

// headingRunIn reports whether after begins with the next heading of the row 一、 that
// the copy has run into the end of the text before it (…更有作为二、投稿条件凡是…): its
// words end as headings do. 第二、 and 周二、 count something else.
func (c *cutter) headingRunIn(before, after string) bool {
	r, _ := utf8.DecodeLastRuneInString(before)
	m, n := scan.HeadMark(after)
	if !han(r) || strings.ContainsRune("第周期初之其十百一二三四五六七八九", r) || n == 0 || m.Kind != scan.Han || m.Number != c.last[int(scan.Han)%len(c.last)]+1 {
		return false
	}
	words := 0
	for at := n; at < len(after) && words < 6; words++ {
		r, size := utf8.DecodeRuneInString(after[at:])
		if !han(r) {
			return false
		}
		at += size
		if words >= 3 && headingTails.Suffix(after[n:at]) > 0 {
			return true
		}
	}
	return false
}

// spacedName reports whether the blanks between before and after part the two
// characters of a name set to line up with longer ones: 联系人：周  岚（…）.
func spacedName(before, after string) bool {
	r, n := utf8.DecodeLastRuneInString(before)
	next, size := utf8.DecodeRuneInString(after)
	if !han(r) || !han(next) {
		return false
	}
	lead, _ := utf8.DecodeLastRuneInString(before[:len(before)-n])
	behind, _ := utf8.DecodeRuneInString(after[size:])
	return (n == len(before) || strings.ContainsRune("：、； 　", lead)) && strings.ContainsRune("（、，1", behind)
}

// signedTail reports whether s, the rest of a document on one line, is its 署名 and
// 成文日期: the name of a body, a blank and a day.
func signedTail(s string) bool {
	if len(s) > 180 {
		return false
	}
	q := Squeezed(s)
	at, ok := dateLine(q)
	return ok && at > 0 && signer(q[:at]) && body(q[:at])
}

// reportBegins reports whether s begins as reports do below their headline: a day and
// who learnt of it (3月9日，记者来到…).
func reportBegins(s string) bool {
	d, n := scan.DateOf(s)
	return n > 0 && d.Start.Day != 0 && lexicon.HasAnyPrefix(s[n:], "，记者", "，本报记者", "，本网记者")
}

// isDay reports whether s is a day with its year and nothing else.
func isDay(s string) bool {
	d, n := scan.DateOf(s)
	return n > 0 && n == len(s) && d.Start.Year != 0 && d.Start.Day != 0
}

// continues reports whether s begins with the first serial of a row or with
// the one that follows the last of its row.
func (c *cutter) continues(s string) bool {
	m, n := scan.HeadMark(s)
	if n == 0 || m.Number == 0 || m.Kind == scan.HanIs {
		return false
	}
	return m.Number == 1 || m.Number == c.last[int(m.Kind)%len(c.last)]+1
}

// marked reports whether s begins with a serial mark.
func marked(s string) bool {
	_, n := scan.HeadMark(s)
	return n > 0
}

// blanks returns the length of the blanks at the head of s.
func blanks(s string) int {
	n := 0
	for n < len(s) {
		switch {
		case s[n] == ' ' || s[n] == '\t' || s[n] == '\n':
			n++
		case strings.HasPrefix(s[n:], "　"):
			n += 3
		case strings.HasPrefix(s[n:], "\u00a0"):
			n += 2
		default:
			return n
		}
	}
	return n
}

// dress gives each line what the format says of its looks.
func dress(ls []Line, src *read.Source) {
	i := 0
	for k := range ls {
		l := &ls[k]
		lo, hi := l.Text.Range(0, l.Text.Len())
		for i > 0 && src.Styles[i-1].Hi > lo {
			i--
		}
		for ; i < len(src.Styles) && src.Styles[i].Lo < hi; i++ {
			if st := src.Styles[i]; st.Hi > lo {
				l.wear(st, lo, hi)
			}
		}
		for _, tb := range src.Tables {
			l.Table = l.Table || tb.Lo <= lo && hi <= tb.Hi
		}
	}
}

// wear notes the style st of the line whose words are the source's bytes lo to hi.
func (l *Line) wear(st read.Style, lo, hi int) {
	switch st.Kind {
	case read.Heading:
		l.Level = st.Level
	case read.Bold:
		l.Bold = l.Bold || st.Lo <= lo+6 // marks may stand before it
	case read.RunningHead:
		if st.Lo <= lo && hi <= st.Hi {
			l.Kind = Furniture
		}
	}
}

// mark reads the serial mark at the head of the line.
func (l *Line) mark() {
	s := l.Text.String()
	m, n := scan.HeadMark(s)
	if m.Kind == scan.Bullet || m.Kind == scan.HanIs { // 一是 counts the sentences of a paragraph
		m, n = scan.Mark{}, 0
	}
	n += blanks(s[n:])
	l.Mark, l.Words, l.Head = m, n, n
	blank := false
	l.Signs, l.points, blank = signsOf(s)
	l.flat = s
	if blank {
		l.flat = Squeezed(s)
	}
}

// sequels reads the marks that only their row shows to be marks: 3.1分钟视频 is
// the third item behind 1. and 2., where alone it would be a figure.
func sequels(ls []Line) {
	last := 0
	for i := range ls {
		l := &ls[i]
		if l.Mark.Kind != scan.NoMark {
			if l.Mark.Kind == scan.Arabic {
				last = l.Mark.Number
			} else if l.Mark.Kind < scan.Arabic {
				last = 0
			}
			continue
		}
		s := l.String()
		v, n := scan.NumberOf(s)
		if last < 2 || n == 0 || n > 2 || v != last+1 || !strings.HasPrefix(s[n:], ".") || len(s) < n+2 || s[n+1] < '0' || s[n+1] > '9' {
			continue
		}
		l.Mark = scan.Mark{Kind: scan.Arabic, Number: v, Printed: s[:n+1]}
		l.Words, l.Head = n+1, n+1
		last = v
	}
}

// oddFigures makes 叁、 a mark of the row 一、 二、 in which it stands: copies swap the
// figures of accounts for plain ones. A document that numbers with them begins with 壹、.
func oddFigures(ls []Line) {
	for i := range ls {
		if ls[i].Mark.Kind == scan.Formal && ls[i].Mark.Number == 1 {
			return
		}
	}
	last := 0
	for i := range ls {
		switch m := &ls[i].Mark; {
		case m.Kind == scan.Formal && m.Number == last+1:
			m.Kind = scan.Han
			last++
		case m.Kind == scan.Han:
			last = m.Number
		}
	}
}

// bareSerials reads the marks of which a copy has dropped the point: 1 总体安排,
// 二 对象范围, each on a line of its own above its text. The blank behind the figure,
// the serials in a row from 1 and the text between them tell such headings from
// figures, from the cells of a table and from a list.
func bareSerials(ls []Line) {
	rows := map[scan.MarkKind][]int{}
	for i := range ls {
		kind, v, _ := bareSerial(&ls[i])
		if v == 1 {
			markRow(ls, rows[kind])
			rows[kind] = nil
		}
		if v > 0 && v == len(rows[kind])+1 && i+1 < len(ls) && textBelow(&ls[i], &ls[i+1]) {
			rows[kind] = append(rows[kind], i)
		}
	}
	for _, row := range rows {
		markRow(ls, row)
	}
}

// textBelow reports whether next is the text of the heading l, or the first of a row below it.
func textBelow(l, next *Line) bool {
	k, v, _ := bareSerial(next)
	if own, _, _ := bareSerial(l); v == 1 && k > own {
		return true
	}
	return next.Text.Len() > l.Text.Len() && (endsSentence(next.String()) || next.Mark.Number == 1)
}

// markRow makes the figures at the head of two lines or more their marks.
func markRow(ls []Line, row []int) {
	if len(row) < 2 {
		return
	}
	for _, i := range row {
		l := &ls[i]
		kind, v, n := bareSerial(l)
		l.Mark = scan.Mark{Kind: kind, Number: v, Printed: strings.TrimRight(l.String()[:n], " 　")}
		l.Words, l.Head = n, n
	}
}

// bareSerial returns the figure at the head of the line and its length with the
// blank behind it, if nothing but a short phrase in Chinese follows it; 0 else.
func bareSerial(l *Line) (kind scan.MarkKind, v, n int) {
	s := l.String()
	if s == "" || len(s) > 48 || l.Mark.Kind != scan.NoMark || l.Table {
		return scan.NoMark, 0, 0
	}
	if v, n = scan.NumberOf(s); n == 0 || v < 1 || v > 20 {
		return scan.NoMark, 0, 0
	}
	words := n + blanks(s[n:])
	parted := words > n
	l.Text.Dropped(func(at int, blank string) { parted = parted || at == n && nextBlank(blank, 0) < len(blank) })
	if !parted || count(s[words:]) < 2 {
		return scan.NoMark, 0, 0
	}
	for _, r := range s[words:] {
		if !han(r) && r != '、' {
			return scan.NoMark, 0, 0
		}
	}
	if kind = scan.Arabic; s[0] >= utf8.RuneSelf {
		kind = scan.Han
	}
	return kind, v, words
}
