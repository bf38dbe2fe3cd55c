package segment

import (
	"strings"

	"gongwen/extract/internal/lexicon"
	"gongwen/extract/internal/origin"
	"gongwen/extract/internal/scan"
)

// trees builds the trees of the body and of each attachment.
func (o *Outline) trees() {
	var body []int
	for i := range o.Lines {
		if l := &o.Lines[i]; l.Part == Body && (l.Kind == Paragraph || l.Kind == Heading) {
			body = append(body, i)
		}
	}
	free := o.free(body)
	var plain map[int]int
	if !free {
		plain = o.plain(body)
	}
	o.Lead, o.Sections = o.tree(body, plain, free)
	for _, a := range o.Attachments {
		_, a.Sections = o.tree(a.Lines, nil, false)
	}
}

// free reports whether a body without serial marks has headings of another
// kind: news reports set theirs on lines of their own.
func (o *Outline) free(body []int) bool {
	n := 0
	for _, i := range body {
		if o.Lines[i].Mark.Kind != scan.NoMark {
			return false
		}
		if unmarked(o.Lines, i) {
			n++
		}
	}
	return n >= 2
}

// A path is the sections that lie open while a tree is built, outermost first.
type path []*Section

// tree builds the tree of the lines. The level is the one seen, not the one
// expected: each kind of mark takes the level at which it first stands below
// its parent, whatever the standard says of its rank (柳保〔2024〕3号 contradicts
// itself in its Markdown levels; many notices begin with 1.).
func (o *Outline) tree(lines []int, plain map[int]int, free bool) (lead []int, roots []*Section) {
	var open path
	labels := o.labels(lines)
	for _, i := range lines {
		l := &o.Lines[i]
		switch {
		case l.Kind == Heading:
			s := o.section(l, i)
			open = open.under(s, l.Mark)
			roots = open.hang(s, roots)
			open = append(open, s)
		case plain[i] > 0:
			s := &Section{Heading: l.Text.Slice(0, plain[i]), Lines: []int{i}}
			l.Kind, l.Head = Heading, plain[i]
			open = open[:0]
			roots = open.hang(s, roots)
			open = append(open, s)
		case labels[i] > 0:
			lo, hi := 0, labels[i]
			s := &Section{Lines: []int{i}}
			if strings.HasPrefix(l.String(), "【") {
				lo = len("【")
			} else if lo = starLen(l.String()); lo > 0 {
				s.Marker = l.Text.Slice(0, len("★"))
			}
			s.Heading = l.Text.Slice(lo, hi)
			l.Kind, l.Head = Heading, hi
			if lo > 0 {
				open = open.beside()
			} else {
				open = open.above(o.Lines[i+1].Mark)
			}
			roots = open.hang(s, roots)
			open = append(open, s)
		case free && unmarked(o.Lines, i):
			s := &Section{Heading: l.Text, Lines: []int{i}}
			l.Kind, l.Head = Heading, l.Text.Len()
			open = open[:0]
			roots = open.hang(s, roots)
			open = append(open, s)
		case len(open) > 0:
			last := open[len(open)-1]
			last.Lines = append(last.Lines, i)
		default:
			lead = append(lead, i)
		}
	}
	if free && o.slogans(roots) {
		o.runIns(roots)
	}
	return lead, roots
}

// labels returns, by line, where the heading ends of lines without a mark that
// head a unit: 优秀博客评选条件： above a row of （1）, or 【活动时间】. Such lines are
// short, and there are at least two of them: a single one with a colon leads to
// its list as 如下： does, unless three labels with their values stand right above
// it (主题：…, 形式：…, 内容：…, 要求：). Those behind a sign are among them.
func (o *Outline) labels(lines []int) map[int]int {
	found := o.starred(lines)
	beside := 0 // labels with their values right above
	kin := false
	for k, i := range lines {
		l := &o.Lines[i]
		if l.Kind != Paragraph {
			continue
		}
		n := bracketLabel(l.String())
		if n == 0 && k+1 < len(lines) && lines[k+1] == i+1 {
			n = rowLabel(l.String(), o.Lines[i+1].Mark)
			kin = kin || n > 0 && beside >= 3
		}
		if labelLine(l.String()) {
			beside++
		} else {
			beside = 0
		}
		if n == 0 {
			continue
		}
		if found == nil {
			found = map[int]int{}
		}
		found[i] = n
	}
	if len(found) < 2 && !kin {
		return nil
	}
	return found
}

// starred returns, by line, where the headings end that stand behind a sign each (★ 报名办法):
// short lines, two or more, with what they head below them. Where a line behind the same
// sign is none, the signs are the bullets of a list.
func (o *Outline) starred(lines []int) map[int]int {
	var found map[int]int
	sign := ""
	for k, i := range lines {
		l := &o.Lines[i]
		s := l.String()
		n := starLen(s)
		if n == 0 || l.Kind != Paragraph || sign != "" && !strings.HasPrefix(s, sign) {
			continue
		}
		sign = s[:len("★")]
		name := strings.TrimSuffix(s[n:], "：")
		if c := count(name); c < 2 || c > plainWidth || sentence(name) || strings.ContainsFunc(name, func(r rune) bool { return !han(r) && r != '、' }) {
			return nil
		}
		if k+1 == len(lines) || lines[k+1] != i+1 || starLen(o.Lines[i+1].String()) > 0 || !heads(&o.Lines[i+1]) {
			return nil
		}
		if found == nil {
			found = map[int]int{}
		}
		found[i] = n + len(name)
	}
	if len(found) < 2 {
		return nil
	}
	return found
}

// starLen returns the length of the sign of a heading at the head of s and the blanks behind it.
func starLen(s string) int {
	if s == "" || s[0] != "★"[0] || !lexicon.HasAnyPrefix(s, "★", "☆", "◆", "■", "▲") {
		return 0
	}
	return len("★") + blanks(s[len("★"):])
}

// bracketLabel returns where the words of 【活动时间】 at the head of s end, 0 if s
// begins otherwise.
func bracketLabel(s string) int {
	if !strings.HasPrefix(s, "【") {
		return 0
	}
	i := scan.Index(s, "】")
	if i < 0 || count(s[:i]) > 11 || count(s[:i]) < 3 {
		return 0
	}
	return i
}

// rowLabel returns the length of s without its colon if s heads a row of lines
// that begins with the mark next; 0 if it does not.
func rowLabel(s string, next scan.Mark) int {
	name, ok := strings.CutSuffix(s, "：")
	if !ok || count(name) > 16 || count(name) < 2 || next.Number != 1 || next.Kind < scan.ParenHan {
		return 0
	}
	if scan.HasAny(name, "，。；：") || notLabels.Suffix(name) > 0 {
		return 0
	}
	if t, ok := strings.CutSuffix(name, "要求"); ok && (count(t) > 6 || lexicon.HasAnySuffix(t, "提出", "以下", "如下", "下列", "几点", "有关", "具体")) {
		return 0 // 现提出如下要求：
	}
	return len(name)
}

// beside closes the sections down to the label that lies open, and it: the next
// label stands beside it.
func (open path) beside() path {
	for k := len(open) - 1; k >= 0; k-- {
		if open[k].Mark.Kind == scan.NoMark {
			return open[:k]
		}
	}
	return open
}

// above closes the sections that a label above marks like m ends: rows of such
// marks, and the label before. What comes behind the section of those to turn to
// (五、联系方式), the last that a notice has, is none of its parts.
func (open path) above(m scan.Mark) path {
	if len(open) > 0 && strings.HasPrefix(open[0].Heading.String(), "联系") {
		return open[:0]
	}
	for len(open) > 0 {
		last := open[len(open)-1].Mark
		if last.Kind != scan.NoMark && !same(last, m) && rank(last) < rank(m) {
			break
		}
		open = open[:len(open)-1]
	}
	return open
}

// section returns the section that the marked line l begins.
func (o *Outline) section(l *Line, i int) *Section {
	return &Section{
		Mark:    l.Mark,
		Marker:  l.marker(),
		Heading: l.Text.Slice(l.Words, l.Head),
		Lines:   []int{i},
	}
}

// marker returns the mark of l as printed, without the colon of a label.
func (l *Line) marker() origin.Text {
	t := l.Text.Slice(0, l.Words).Trim()
	if l.Mark.Kind == scan.Part && strings.HasSuffix(t.String(), "：") {
		return t.Slice(0, t.Len()-len("："))
	}
	return t
}

// under closes the sections that a section with mark m ends: those down to the
// innermost whose mark is of the same kind. A mark that begins a row anew
// (（1） after 2.) opens a level below; one that goes on with a row above it
// closes all below that row.
func (open path) under(s *Section, m scan.Mark) path {
	for k := len(open) - 1; k >= 0; k-- {
		if !same(open[k].Mark, m) {
			continue
		}
		return open[:k]
	}
	// A mark of a higher rank than all that lie open begins at the top:
	// 一、 behind a row that began with （一） or 1.
	for len(open) > 0 && (outranks(m, open[len(open)-1].Mark) || beheaded(m, open[len(open)-1].Mark)) {
		open = open[:len(open)-1]
	}
	return open
}

// beheaded reports whether a mark m that goes on with a row which no open section is of
// ends the section of mark last: what a copy has lost of the row, （一） and what stands above
// it, held the rows of 1. before （二）. One that begins with （一） may stand below 1.
func beheaded(m, last scan.Mark) bool {
	return m.Kind == scan.ParenHan && m.Number > 1 && last.Kind == scan.Arabic
}

// same reports whether a and b are marks of one row.
func same(a, b scan.Mark) bool { return a.Kind == b.Kind && a.Depth == b.Depth }

// outranks reports whether a stands above b wherever both are used (7.3.3):
// parts, chapters and sections above 一、; nothing else is certain.
func outranks(a, b scan.Mark) bool {
	return rank(a) < rank(b) && rank(a) <= rank(scan.Mark{Kind: scan.Han})
}

// rank orders the kinds of marks as GB/T 9704 and the practice of laws do.
func rank(m scan.Mark) int {
	switch m.Kind {
	case scan.Part, scan.Formal:
		return 1
	case scan.Chapter:
		return 2
	case scan.SectionOf:
		return 3
	case scan.Article:
		return 4
	case scan.Han:
		return 5
	case scan.Stage:
		return 6
	case scan.ParenHan:
		return 7
	case scan.Arabic, scan.Decimal:
		return 8
	case scan.ParenArabic:
		return 9
	case scan.Circled:
		return 10
	}
	return 11
}

// hang puts s below the innermost open section, or among the roots.
func (open path) hang(s *Section, roots []*Section) []*Section {
	s.Level = len(open) + 1
	if len(open) == 0 {
		return append(roots, s)
	}
	parent := open[len(open)-1]
	parent.Sections = append(parent.Sections, s)
	return roots
}

// runIns finds the run-in headings of a report: short phrases that end in a
// full stop and open a paragraph or a run of sentences (绘好“作战图”。经市委…).
func (o *Outline) runIns(roots []*Section) {
	for _, r := range roots {
		for _, i := range r.Lines[1:] {
			o.runInsOf(r, i)
		}
	}
}

// runInsOf hangs the run-in headings of the paragraph on line i below r.
//
// A heading stands between longer sentences: of short sentences in a row only
// the first can be one.
func (o *Outline) runInsOf(r *Section, i int) {
	t := o.Lines[i].Text
	s := t.String()
	short := false // the sentence before was short
	for at := 0; at < len(s); {
		stop := scan.Index(s[at:], "。")
		if stop < 0 {
			return
		}
		head := s[at : at+stop]
		is := slogan(head)
		if is && !short && at+stop+len("。") < len(s) {
			sec := &Section{Level: r.Level + 1, Heading: t.Slice(at, at+stop)}
			r.Sections = append(r.Sections, sec)
		}
		short = is
		at += stop + len("。")
	}
}

// slogans reports whether the report is written with run-in headings: the
// first paragraph below its first heading opens with one.
func (o *Outline) slogans(roots []*Section) bool {
	if len(roots) < 2 || len(roots[0].Lines) < 2 {
		return false
	}
	first, _, ok := strings.Cut(o.Lines[roots[0].Lines[1]].String(), "。")
	return ok && slogan(first)
}

// notInSlogans are characters that no slogan has.
var notInSlogans = scan.CharsOf("0123456789：；")

// slogan reports whether s is a phrase that names what follows and no sentence:
// short, and without a subject that does something at some time.
func slogan(s string) bool {
	n := count(s)
	if n < 4 || n > 28 || notInSlogans.In(s) || strings.Count(s, "，") > 1 || balance(s) != 0 {
		return false
	}
	return !sentence(s)
}
