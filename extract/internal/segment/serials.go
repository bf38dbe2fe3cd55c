package segment

import (
	"strings"
	"unicode/utf8"

	"gongwen/extract/internal/scan"
)

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
