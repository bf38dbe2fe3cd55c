package freehand

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode/utf8"
)

// edges are the left and right edge of a page's type area (版心), its leading
// and the height of its characters; 0 where not known.
type edges struct{ left, right, leading, size float64 }

// margins finds the edges of each page. Pages with too few lines to tell take
// those of the page before, or the next one.
func margins(sheets []sheet) {
	for i := range sheets {
		sheets[i].edges = edgesOf(sheets[i].lines)
	}
	for i := range sheets {
		if e := &sheets[i].edges; e.right == 0 {
			b := borrowed(sheets, i)
			e.left, e.right = b.left, b.right
		}
	}
}

// borrowed returns the edges of the page nearest to page i that has the same width.
func borrowed(sheets []sheet, i int) edges {
	for d := 1; d < len(sheets); d++ {
		for _, k := range [...]int{i - d, i + d} {
			if k >= 0 && k < len(sheets) && sheets[k].edges.right > 0 && math.Abs(sheets[k].width-sheets[i].width) < 1 {
				return sheets[k].edges
			}
		}
	}
	return edges{}
}

// edgesOf returns the edges of a page: at the right edge at least two lines of
// the body end, at the left edge at least two lines begin, or one of those that
// end at the right.
func edgesOf(lines []line) edges {
	e := edges{size: bodySize(lines)}
	var ends, starts, steps []float64
	last := math.Inf(-1)
	for i := range lines {
		l := &lines[i]
		if !e.body(l) {
			continue
		}
		if count(l) >= 12 && l.x1-l.x0 >= 10*e.size { // twelve figures of a telephone number fill no line
			ends = append(ends, l.x1)
		}
		starts = append(starts, l.x0)
		if step := l.bottom - last; step > 0 && !math.IsInf(step, 0) {
			steps = append(steps, step)
		}
		last = l.bottom
	}
	slices.Sort(ends)
	for i := len(ends) - 1; i > 0; i-- {
		if ends[i]-ends[i-1] < 1.1*e.size {
			e.right = ends[i]
			break
		}
	}
	if len(steps) > 0 {
		slices.Sort(steps)
		e.leading = steps[(len(steps)-1)/3]
	}
	if e.right == 0 {
		return e
	}
	slices.Sort(starts)
	e.left = starts[0]
	for i := 1; i < len(starts); i++ {
		if starts[i]-starts[i-1] < 0.5*e.size {
			e.left = starts[i-1]
			break
		}
	}
	for i := range lines {
		if l := &lines[i]; e.body(l) && len(l.cells) == 1 && count(l) >= 12 && l.x1 > e.right-0.6*e.size {
			e.left = min(e.left, l.x0)
		}
	}
	return e
}

// body reports whether l is set in the height that most of the page is set in.
func (e edges) body(l *line) bool {
	return !l.aside && !l.turned() && math.Abs(l.size-e.size) <= 0.12*e.size
}

// bodySize returns the height that most characters have.
func bodySize(lines []line) float64 {
	var heights []*line
	for i := range lines {
		if !lines[i].aside && !lines[i].turned() {
			heights = append(heights, &lines[i])
		}
	}
	slices.SortFunc(heights, func(a, b *line) int { return cmp.Compare(a.size, b.size) })
	best, most := 0.0, 0
	for lo := 0; lo < len(heights); {
		hi, n := lo, 0
		for hi < len(heights) && heights[hi].size <= 1.06*heights[lo].size {
			n += count(heights[hi])
			hi++
		}
		if n > most {
			best, most = heights[(lo+hi)/2].size, n
		}
		lo = hi
	}
	return best
}

// count returns the number of characters of l.
func count(l *line) int {
	n := 0
	for _, c := range l.cells {
		n += utf8.RuneCountInString(c.text)
	}
	return n
}

// goesOn reports whether the paragraph that ends with the line a, whose first
// line is head, goes on in the line b of the page with the edges e; a stands
// on a page with the edges ae.
//
// A line that stops before the right edge ends its paragraph, and one that
// begins two characters in begins another. So well-set text cannot be joined
// wrongly but where an unindented line (an addressee, a list without indents)
// follows a full one; there a serial mark or a closed sentence parts them.
func goesOn(head, a, b *line, ae, e edges) bool {
	if ae.right == 0 || e.right == 0 || len(a.cells) > 1 || len(b.cells) > 1 || a.role != b.role {
		return false
	}
	if a.turned() || b.turned() || math.Abs(a.size-b.size) > 0.15*a.size || a.x1 < ae.right-1.7*a.size {
		return false
	}
	if centred(a, ae) && a.x0 > ae.left+2.6*a.size || a.size > 1.2*ae.size && ae.size > 0 {
		return false // a title is as long as its words, whatever its width
	}
	text := b.cells[0].text
	indent, first := b.x0-e.left, head.x0-ae.left
	if head == a && first > 6*a.size && indent < 3*b.size {
		return false // a date or a name set right: no paragraph begins there
	}
	if indent < 0.9*b.size {
		if closed(a.cells[0].text) {
			return first > 1.2*a.size && !startsItem(text)
		}
		return first > 1.2*a.size || !startsItem(text)
	}
	if startsItem(text) {
		return false
	}
	// A hanging item: its lines after the first begin below its words.
	return (startsItem(head.cells[0].text) || labelled(head.cells[0].text)) && first > -0.5*a.size && b.x0 > head.x0+0.9*b.size && b.x0 < head.x0+8*b.size && !closed(a.cells[0].text) &&
		math.Abs(indent-2*b.size) > 0.3*b.size
}

// turned reports whether l does not run as its page does.
func (l *line) turned() bool { return math.IsInf(l.top, 0) }

// centred reports whether l stands in the middle between the edges and begins
// further in than a paragraph.
func centred(l *line, e edges) bool {
	if e.right == 0 || l.turned() || len(l.cells) != 1 {
		return false
	}
	left, right := l.x0-e.left, e.right-l.x1
	return left > 1.5*l.size && math.Abs(left-right) < 1.2*l.size && math.Abs(left-2*e.size) > 0.4*e.size
}

// labelled reports whether s begins with a short label and a colon: 抄送：
func labelled(s string) bool {
	i := strings.IndexAny(s, "：:")
	return i > 0 && utf8.RuneCountInString(s[:i]) <= 6
}

// closed reports whether s ends a sentence.
func closed(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune("。！？；：.;:!?", r)
}

// startsItem reports whether s begins with a serial mark (一、 （一） 1. 1、 （1）
// ① 第一条) or 附件.
func startsItem(s string) bool {
	if strings.HasPrefix(s, "附件") || strings.HasPrefix(s, "附：") {
		return true
	}
	r, n := utf8.DecodeRuneInString(s)
	if '①' <= r && r <= '⒛' {
		return true
	}
	open := r == '（' || r == '(' || r == '第'
	if open {
		s = s[n:]
	}
	figures := 0
	for s != "" {
		r, n = utf8.DecodeRuneInString(s)
		if !digit(r) && !strings.ContainsRune("一二三四五六七八九十百", r) {
			break
		}
		figures++
		s = s[n:]
	}
	if figures == 0 || figures > 4 {
		return false
	}
	if open {
		return r == '）' || r == ')' || r == '条' || r == '章'
	}
	if r == '.' || r == '．' {
		next, _ := utf8.DecodeRuneInString(s[n:])
		return !digit(next)
	}
	return r == '、'
}
