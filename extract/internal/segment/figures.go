package segment

import (
	"strings"

	"gongwen/extract/internal/lexicon"
	"gongwen/extract/internal/origin"
)

// A web page that sets each figure in a face of its own is copied with each on a line
// of its own (云航发〔 | 2023 | 〕 | 15 | 号). Such a copy has aloneFigures of them or more,
// and behind nearly all stands what is counted; serials and figures of a table stand before
// names and other figures.
const aloneFigures = 6

// counted are the characters that go on behind a figure of a sentence.
var counted = lexicon.NewWords("年", "月", "日", "号", "时", "〕", "》", "个", "份", "名", "项", "条", "人", "元", "万", "家", "次", "篇", "周", "届", "级", "%",
	"处", "批", "台", "套", "座", "所", "间", "辆", "张", "册", "本", "页", "种", "类", "门", "节", "场", "天", "岁", "户", "亩", "吨", "米", "盏", "艘", "位", "分")

// refigured puts the figures that a copy has set on lines of their own back into their
// sentences. The day below a signature keeps its line.
func refigured(ls []Line) []Line {
	n, followed := 0, 0
	for i := range ls {
		if !aloneFigure(&ls[i]) {
			continue
		}
		n++
		if i+1 < len(ls) && (counted.Prefix(ls[i+1].Text.String()) > 0 || strings.HasSuffix(ls[i].Text.String(), "-") && aloneFigure(&ls[i+1])) {
			followed++
		}
	}
	if n < aloneFigures || followed*4 < n*3 {
		return ls
	}
	out := ls[:0] // in place: never ahead of what is read
	open := false // the last line ends in such a figure
	for i := range ls {
		l := ls[i]
		s := l.Text.String()
		figure := aloneFigure(&l)
		last := len(out) - 1
		joins := figure && last >= 0 && !endsSentence(out[last].Text.String()) && !dayBelow(&out[last], ls[i:]) ||
			!figure && open && !opensLine(s) && !marked(s) && !labelLine(s)
		open = figure
		if !joins {
			out = append(out, l)
			continue
		}
		out[last].Breaks = append(out[last].Breaks, out[last].Text.Len())
		out[last].Text = origin.Join(out[last].Text, l.Text)
		out[last].Hi = l.Hi
	}
	return out
}

// aloneFigure reports whether the line is a figure and nothing else, or the first of
// two with its dash (10-).
func aloneFigure(l *Line) bool {
	n := l.Text.Len()
	if n == 0 || n > 6 || l.Table || l.Kind == Furniture {
		return false
	}
	s := strings.TrimSuffix(l.Text.String(), "-")
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// dayBelow reports whether ls begins with the lines of a day and no more, below the name of a body.
func dayBelow(above *Line, ls []Line) bool {
	if len(ls) < 6 || ls[1].Text.String() != "年" || ls[3].Text.String() != "月" || ls[5].Text.String() != "日" {
		return false
	}
	return body(Squeezed(above.Text.String()))
}
