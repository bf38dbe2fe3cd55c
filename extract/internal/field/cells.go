package field

import (
	"strings"
	"unicode/utf8"

	"gongwen/extract/internal/lexicon"
)

// A cell is one cell of a table: bytes of the outline's text.
type cell struct {
	lo, hi int
	line   int
	s      string // its words, without the blanks around them
}

// cellOf returns line i as one cell.
func (p *Pass) cellOf(i int) cell {
	l := &p.Outline.Lines[i]
	return p.trimmed(l.Lo, l.Hi, i)
}

// trimmed returns the cell at the bytes lo to hi of the outline's text, without
// the blanks around it.
func (p *Pass) trimmed(lo, hi, line int) cell {
	s := p.Outline.Text.String()
	lo += blankRun(s[lo:hi])
	for lo < hi {
		r, n := utf8.DecodeLastRuneInString(s[lo:hi])
		if !strings.ContainsRune(" 　\u00a0\t\n\f", r) {
			break
		}
		hi -= n
	}
	return cell{lo: lo, hi: hi, line: line, s: s[lo:hi]}
}

// cells returns the cells on line i: what tabs part, empty cells included; else
// what blanks part, a name of two characters set wide (李　晓) being one.
func (p *Pass) cells(i int) (out []cell) {
	l := &p.Outline.Lines[i]
	s := strings.TrimRight(p.Outline.Text.String()[l.Lo:l.Hi], "\n\f")
	at := l.Lo
	if strings.Contains(s, "\t") {
		for part := range strings.SplitSeq(s, "\t") {
			out = append(out, p.trimmed(at, at+len(part), i))
			at += len(part) + len("\t")
		}
		return out
	}
	for _, end := range append(p.dropped(at, at+len(s)), at+len(s)) {
		for at < end {
			s := p.Outline.Text.String()[at:end]
			gap := blankRun(s)
			n := strings.IndexAny(s[gap:], " 　\u00a0")
			if n < 0 {
				n = len(s) - gap
			}
			if n > 0 {
				out = p.addCell(out, cell{lo: at + gap, hi: at + gap + n, line: i, s: s[gap : gap+n]})
			}
			at += gap + n
		}
	}
	return out
}

// addCell appends c, or joins it to the cell before where both are one word set
// wide: 股　长, 李　晓, 周 明 远.
func (p *Pass) addCell(out []cell, c cell) []cell {
	n := len(out)
	if n == 0 || len(c.s) != len("晓") || lexicon.HasAnyPrefix(c.s, "男", "女", "是", "否", "有", "无") {
		return append(out, c)
	}
	last := &out[n-1]
	first, size := utf8.DecodeRuneInString(last.s)
	gap := blankRun(last.s[size:]) // 0 for a word that is not set wide
	single := len(last.s) == size && size == len("李") && first != '男' && first != '女'
	third := gap > 0 && len(last.s) == 2*size+gap && c.lo-last.hi == gap && surnameLen(last.s[:size]) > 0
	if !single && !third {
		return append(out, c)
	}
	last.hi, last.s = c.hi, p.Outline.Text.String()[last.lo:c.hi]
	return out
}

// dropped returns the places in the bytes lo to hi of the outline's text at
// which normalising has dropped blanks between words and figures: in a sentence
// they mean nothing, in a row they part its cells (教育股 5234567).
func (p *Pass) dropped(lo, hi int) (out []int) {
	s := p.Outline.Text.String()
	p.Outline.Text.Slice(lo, hi).Dropped(func(at int, words string) {
		at += lo
		if at > lo && at < hi && blankRun(words) == len(words) && isDigit(s[at-1]) != isDigit(s[at]) && (s[at-1] >= 0x80 || s[at] >= 0x80) {
			out = append(out, at)
		}
	})
	return out
}
