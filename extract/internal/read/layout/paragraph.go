package layout

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"
)

// The edges of a column: where its lines begin and end, how far apart they are.
type edges struct {
	left, right float64
	begin, end  int     // how many lines do begin and end there
	leading     float64 // in sizes of the type
	size        float64 // of most of the type
	indented    bool    // paragraphs are told by their first line
}

// edgesOf measures a column. whole are the edges of all pages, which stand in
// where too few lines of the column show them.
func edgesOf(ls []line, whole *edges) edges {
	e := edges{left: math.Inf(1), right: math.Inf(-1), leading: 2.2}
	if len(ls) == 0 {
		return e
	}
	em := typicalSize(ls)
	e.size = em
	prose := slices.ContainsFunc(ls, func(l line) bool { return len(l.parts) <= 2 }) // a row of cells shows no edges
	var lefts, rights, leads []float64
	for i := range ls {
		l := &ls[i]
		if len(l.parts) <= 2 || !prose {
			lefts, rights = append(lefts, l.u0), append(rights, -l.u1)
		}
		if i > 0 {
			if d := (l.v - ls[i-1].v) / max(l.size, 1); d > 0.8 && d < 4 && alike(l.size, ls[i-1].size) {
				leads = append(leads, d)
			}
		}
	}
	e.left, e.begin = edge(sorted(lefts), em)
	e.right, e.end = edge(sorted(rights), em)
	e.right = -e.right
	if leads = sorted(leads); len(leads) > 0 {
		e.leading = leads[len(leads)/3]
	}
	if whole != nil {
		if whole.left < e.left && (e.begin < 3 || whole.left < e.left-5*em) {
			e.left = whole.left
		}
		if whole.right > e.right && (e.end < 3 || whole.right > e.right+5*em) {
			e.right, e.end = whole.right, whole.end
		}
		if len(leads) < 3 {
			e.leading = whole.leading
		}
		e.indented, e.size = whole.indented, whole.size
	}
	for i := range ls {
		if d := (ls[i].u0 - e.left) / max(ls[i].size, 1); d > 1.5 && d < 2.6 && i+1 < len(ls) && ls[i+1].u0-e.left < 0.4*ls[i+1].size {
			e.indented = true
		}
	}
	return e
}

// edge returns the outermost of the places at which lines begin, in order, and
// how many do. A single line outside of all others does not count if it stands
// far off, nor do few if many begin at the next place: too wide a column leaves sentences
// broken, too narrow a one joins what is apart.
func edge(places []float64, em float64) (at float64, n int) {
	near := func(i int) int {
		k := i
		for k < len(places) && places[k]-places[i] < 0.8*em {
			k++
		}
		return k - i
	}
	if n = near(0); n == 1 && len(places) > 5 && places[1]-places[0] > 5*em && near(1) > 2 {
		return places[1], near(1)
	}
	for k := 1; k < min(4, len(places)) && near(k-1) == 1; k++ {
		if next := near(k); next > 5 && 3*next >= len(places) {
			return places[k], next
		}
	}
	return places[0], n
}

// typicalSize returns the size of most of the type.
func typicalSize(ls []line) float64 {
	weight := map[int]int{}
	best, most := 10, 0
	for _, l := range ls {
		k := int(math.Round(l.size * 2))
		weight[k] += len(l.text)
		if weight[k] > most {
			best, most = k, weight[k]
		}
	}
	return max(float64(best)/2, 1)
}

// alike reports whether two sizes are the same but for rounding.
func alike(a, b float64) bool { return a < 1.15*b && b < 1.15*a }

// centred reports whether the line stands in the middle of the column.
func (e *edges) centred(l *line) bool {
	a, b := l.u0-e.left, e.right-l.u1
	return a > 2*l.size && b > 2*l.size && math.Abs(a-b) < 1.5*l.size
}

// joins reports whether the paragraph b goes on in the line l: b's last line
// is full, and l stands below it at the left edge, not further off than lines
// are. A well-set paragraph begins with a blank of two characters or after a
// space, or the one before ends short of the right edge.
func (e *edges) joins(b *Block, l *line) bool {
	a := &b.last
	em := max(l.size, 1)
	if !alike(a.size, l.size) || a.turned != l.turned || len(l.parts) > 2 {
		return false
	}
	if len(l.parts) == 2 && len(a.parts) == 2 && math.Abs(l.parts[1].u0-a.parts[1].u0) < 0.5*em {
		return false // labels with their values, in columns: prose has no gaps
	}
	if em > 1.45*e.size {
		return false // the issuers' names above the red rule, one below the other
	}
	if lead := (l.v - a.v) / em; lead < 0.5 || lead > max(1.3*e.leading, e.leading+0.35) || lead > 3.6 {
		return false
	}
	if e.centred(a) || e.centred(l) || !e.full(a, l) {
		return false
	}
	if head, _, ok := strings.Cut(strings.ReplaceAll(l.text, ":", "："), "："); ok && (head == "附件" || head == "附") {
		return false // the attachment note (附件说明)
	}
	if begins(l.text) && math.Abs(l.u0-b.first.u0) < 0.4*em && (ends(a.text) || begins(b.first.text)) {
		return false // the next item, below the one before
	}
	if !e.indented && ends(a.text) && (begins(l.text) || strings.HasPrefix(l.text, "附")) {
		return false // set flush left: only the mark shows the paragraph
	}
	if !e.indented && ends(a.text) && !ends(l.text) && !e.full(l, l) {
		return false // a signature: the last line of a paragraph ends a sentence
	}
	if d := (l.u0 - e.left) / em; e.indented && d > 1.5 && d < 2.6 {
		return false // the blank of a new paragraph
	}
	if b.first.v == a.v && a.u0-e.left > 6*em && l.u0-e.left < 3*em {
		return false // a date or a name set right: no paragraph begins there
	}
	left := e.left
	if b.first.v != a.v { // the second line of the paragraph shows the edge
		left = a.u0
	}
	switch d := l.u0 - left; {
	case d < 0.7*em && d > -0.7*em:
	case b.first.v == a.v && math.Abs(l.u0-a.u0) < 0.7*em || b.first.v == a.v && l.u0 > a.u0 && l.u0-a.u0 < 3.5*em && begins(a.text): // a mark may hang before its paragraph
		// The whole list stands to the right of the edge.
		return !ends(a.text) && !begins(l.text)
	default:
		return false
	}
	if b.first.v == a.v && math.Abs(a.u0-l.u0) < 0.4*em && (e.indented || begins(l.text)) && ends(a.text) {
		return false
	}
	return true
}

// full reports whether a reaches the right edge: what begins the next line did
// not fit. Short lines show no edge unless several end at it.
func (e *edges) full(a, next *line) bool {
	if e.end < 3 && a.u1-a.u0 < 12*a.size {
		return false
	}
	room := 0.6 + unbroken(next.text)
	if d := (a.u0 - e.left) / a.size; d > 0.6 && d < 1.4 && a.size < 0.95*e.size {
		room++ // the imprint (版记) is set in smaller type, with a blank on either side
	}
	return a.u1 >= e.right-room*a.size
}

// unbroken returns about how many ems at the head of s may not be broken: a
// Latin word, or a character with the brackets before it and the signs after it.
func unbroken(s string) float64 {
	width, words := 0.0, 0
	for i, r := range s {
		switch {
		case strings.ContainsRune("（《“〔「【‘", r):
			if words > 0 {
				return width
			}
			width++
		case strings.ContainsRune("，。、；：？！）》”〕」】’％", r):
			if i == 0 {
				return 1
			}
			width++
			words++
		case wide(r):
			if words > 0 {
				return width
			}
			width++
			words++
		case r == ' ' || width > 30:
			return width
		default: // Latin letters and digits
			if words > 0 && wide(before(s, i)) {
				return width
			}
			width += 0.6
			words++
		}
	}
	return width
}

// before returns the character before s[i:].
func before(s string, i int) rune {
	r, _ := utf8.DecodeLastRuneInString(s[:i])
	return r
}

// ends reports whether s ends a sentence.
func ends(s string) bool {
	s = strings.TrimRight(s, "”’\"）)》 ")
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune("。！？；：.!?;:", r)
}

// begins reports whether s begins with a serial mark.
func begins(s string) bool {
	n := 0
	for i, r := range s {
		switch {
		case strings.ContainsRune("（(第", r) && i == 0:
		case strings.ContainsRune("一二三四五六七八九十0123456789０１２３４５６７８９", r):
			n++
		case strings.ContainsRune("、.．）)条章项", r):
			return n > 0
		case strings.ContainsRune("①②③④⑤⑥⑦⑧⑨⑩•●■◆➢-", r) && i == 0:
			return true
		default:
			return false
		}
		if n > 4 {
			return false
		}
	}
	return false
}

// goesOn reports whether the last block of a page goes on in the first of the
// next: its last line is full, and the next stands at the left edge, without
// the blank of a new paragraph.
func goesOn(last, first *Block) bool {
	a, l := &last.last, &first.first
	e := edges{left: min(last.first.u0, a.u0), right: last.right, size: a.size}
	if !alike(a.size, l.size) || last.Centred || first.Centred || !e.full(a, l) || begins(first.Text) {
		return false
	}
	near := func(at float64) bool { return math.Abs(l.u0-at) <= 0.8*l.size }
	if alone := last.first.v == a.v && a.u0-last.left > 1.5*a.size; !near(last.left) && (alone || !near(e.left) && !near(a.u0)) {
		return false
	}
	if ends(last.Text) { // certain only if new paragraphs are indented
		return false
	}
	return len(l.parts) == 1 && len(a.parts) == 1 && utf8.RuneCountInString(a.text) >= 10
}
