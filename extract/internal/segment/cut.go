package segment

import (
	"strings"
	"unicode/utf8"

	"gongwen/extract/internal/lexicon"
	"gongwen/extract/internal/origin"
	"gongwen/extract/internal/scan"
)

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
	first, n := scan.HeadMark(s)
	if n == 0 || first.Number != 1 || first.Kind != scan.ParenHan && first.Kind != scan.Arabic && first.Kind != scan.ParenArabic {
		return false
	}
	if !scan.Has(s, "； ") && !scan.Has(s, "。 ") {
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
	parts  []int   // bytes of the line at which the parts of its head begin, and those about a regulation's title
	gaps   []bool  // by byte of the line: a blank of the source was dropped before it
}

// note notes where normalising has dropped blanks from the line: blanks
// beside figures and brackets mean nothing in a sentence, but in a document on
// one line they are all that is left of its line breaks.
func (c *cutter) note() {
	c.gaps = make([]bool, c.line.Len()+1)
	c.line.Dropped(func(at int, words string) {
		c.gaps[at] = scan.HasAny(words, " \t\u3000\u00a0")
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
		c.parts = append(headParts(s), carriedParts(s)...)
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
		if sentenceEnd(r) && i < len(s) && blanks(s[i:]) == 0 && (c.continues(s[i:]) || r == '。' && signedTail(s[i:])) {
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
	if spacedName(before, after) || jointTitle(before, after) {
		return false
	}
	if numberBelow(before, after) {
		return true
	}
	if signedTail(after) || furnitureHeads.Prefix(after) > 0 && isDay(before) || !scan.HasAny(before, "，。：") && reportBegins(after) {
		return true
	}
	wide := len(blank) >= 2 && blank != "　"
	r, _ := utf8.DecodeLastRuneInString(before)
	next, _ := utf8.DecodeRuneInString(after)
	if sentenceEnd(r) || r == '】' || wide && r != '、' && r != '，' {
		return true
	}
	if !han(next) {
		return NumberLine(before) && next >= '0' && next <= '9' // …2024年第3号 2024云岭渡船节…
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

// jointTitle reports whether the blanks part two bodies that issue together in one title:
// 云岭市航道局 云岭市渔业局关于…. A head that is set above the title names the same body again.
func jointTitle(before, after string) bool {
	after = firstBytes(after, 40*len("字"))
	i := scan.Index(after, "关于")
	return i > 0 && body(before) && body(after[:i]) && after[:i] != before
}

// numberBelow reports whether before is a title and after begins with the number of one of a
// series that stands below it: …的通告 2024年第3号.
func numberBelow(before, after string) bool {
	if len(before) <= 8*len("字") || !titled(Squeezed(before)) {
		return false
	}
	number, _, ok := strings.Cut(firstBytes(after, 12*len("字")), "号")
	number += "号"
	d, n := scan.DocumentNumberOf(number)
	return ok && n == len(number) && d.Kind == scan.Announcement && d.Number > 0 && d.Agency == ""
}

// firstBytes returns the beginning of s, no more than n bytes of it.
func firstBytes(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
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
