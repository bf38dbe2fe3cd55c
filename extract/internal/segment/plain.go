package segment

import (
	"strings"
	"unicode/utf8"

	"gongwen/extract/internal/lexicon"
	"gongwen/extract/internal/scan"
)

// A heading without a mark on a line of its own has no more than plainWidth
// characters; a body has at least plainHeads of them, or has none.
const (
	plainWidth = 14
	plainHeads = 3
)

// plain returns, by line, where the heading ends of the lines of the body that
// head its units without a mark: 组织机构, 参赛对象, 奖项设置（两组）, with a colon or
// without, as contests and calls are set on the web. The rows of 1. below them
// are their items.
//
// Where the body has marks of the first rank, these are its headings; and a line
// or two of the kind are labels of a table.
func (o *Outline) plain(body []int) map[int]int {
	if across := o.across(body); across != nil {
		return across
	}
	found := map[int]int{}
	var short []int // those above a line too short to tell it from the value of a label
	for k, i := range body {
		if m := o.Lines[i].Mark; m.Kind != scan.NoMark && rank(m) <= rank(scan.Mark{Kind: scan.ParenHan}) {
			return nil
		}
		if k+1 == len(body) || body[k+1] != i+1 {
			continue
		}
		if n := plainHeading(&o.Lines[i]); n == 0 {
			continue
		} else if heads(&o.Lines[i+1]) {
			found[i] = n
		} else if plainHeading(&o.Lines[i+1]) == 0 && o.Lines[i+1].Kind == Paragraph {
			short = append(short, i)
		}
	}
	if len(found) < plainHeads {
		return nil
	}
	if len(short) < len(found) {
		for _, i := range short { // 活动地点, and below it: 市民广场
			found[i] = plainHeading(&o.Lines[i])
		}
	}
	return found
}

// across returns, by line, where the headings end that stand between paragraphs numbered
// through the whole text, as circulars of Hong Kong are set: 背景, then 2. and 3., 申请手续, then
// 4. The numbers go on over the headings, and a full stop ends what stands above each: that
// tells them from the values of a list; a list below a heading begins anew with 1.
func (o *Outline) across(body []int) map[int]int {
	found := map[int]int{}
	var numbered []int
	next, over := 0, 0 // the number that comes next, and how many headings the numbers went on over
	for k, i := range body {
		m := o.Lines[i].Mark
		switch {
		case m.Kind == scan.Arabic && (m.Number == next || next == 0 && m.Number <= 2):
			if k > 1 && body[k-2] == i-2 && strings.HasSuffix(strings.TrimRight(o.Lines[i-2].String(), " 　"), "。") {
				if n := crossHeading(&o.Lines[i-1]); n > 0 {
					found[i-1] = n
					over++
				}
			}
			numbered = append(numbered, i)
			next = m.Number + 1
		case m.Kind == scan.ParenHan, m.Kind != scan.NoMark && rank(m) <= rank(scan.Mark{Kind: scan.Arabic}):
			return nil
		}
	}
	if over < plainHeads {
		return nil
	}
	for _, i := range numbered { // paragraphs, whose first sentence may be short
		if l := &o.Lines[i]; strings.HasPrefix(l.String()[l.Head:], "。") {
			l.Head = l.Words
		}
	}
	return found
}

// crossHeading is the length of l where it may be a heading between numbered paragraphs:
// a few Chinese characters and nothing else.
func crossHeading(l *Line) int {
	s := l.String()
	if l.Kind != Paragraph || l.Table || l.Mark.Kind != scan.NoMark || len(s) > 10*utf8.UTFMax || count(s) < 2 || count(s) > 10 {
		return 0
	}
	if strings.ContainsFunc(s, func(r rune) bool { return !han(r) && r != '、' }) || sentenceWords.In(s) {
		return 0
	}
	return len(s)
}

// plainHeading returns where the heading that takes up the line l ends, less a colon
// at its end; 0 if it is none: a short line of Chinese characters alone, the last
// of which are those of headings. A bracket may stand behind them.
func plainHeading(l *Line) int {
	s := l.String()
	if l.Kind != Paragraph || l.Table || l.Mark.Kind != scan.NoMark || len(s) > 90 {
		return 0
	}
	s = strings.TrimSuffix(s, "：")
	name := s
	if i := scan.Index(s, "（"); i > 0 && strings.HasSuffix(s, "）") {
		name = s[:i]
	}
	if n := count(name); n < 2 || n > plainWidth || headingTails.Suffix(name) == 0 || sentenceWords.In(name[:len(name)-headingTails.Suffix(name)]) {
		return 0
	}
	for _, r := range name {
		if !han(r) && r != '、' {
			return 0
		}
	}
	return len(s)
}

// heads reports whether the line next, below a heading without a mark, is what it
// heads: an item with a mark or a bullet, prose, or who organises it. A short
// line without a stop is the value of a label.
func heads(next *Line) bool {
	if next.Kind != Paragraph && next.Kind != Heading || next.Table {
		return false
	}
	s := next.String()
	if m, n := scan.HeadMark(s); n > 0 {
		return m.Number <= 1
	}
	return scan.HasAny(s, "。；：") || count(s) >= 2*plainWidth || lexicon.HasAnyPrefix(s, "主办单位", "承办单位", "指导单位")
}
