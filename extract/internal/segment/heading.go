package segment

import (
	"strings"
	"unicode/utf8"

	"gongwen/extract/internal/scan"
)

// A heading has no more than headingWidth characters; a run-in heading, which
// the sentences follow on the same line, no more than runInWidth.
const (
	headingWidth = 60
	runInWidth   = 34
)

// headings finds, in each line of the body and of the attachments, the words
// that name a unit (层次标题).
func (o *Outline) headings() {
	for i := range o.Lines {
		l := &o.Lines[i]
		if l.Kind != Paragraph || l.Part == Page {
			continue
		}
		l.Head = l.Words + headingLen(l.Text.String()[l.Words:], l, o.leads(i))
		if l.Mark.Kind != scan.NoMark {
			l.Kind = Heading
		}
	}
	o.consistent()
}

// leads reports whether what line i names follows below it: the next line has
// no mark, or one that begins a row of its own. What stands behind a sign (★ 值守) begins
// something else.
func (o *Outline) leads(i int) bool {
	ls := o.Lines
	if i+1 >= len(ls) || ls[i+1].Part != ls[i].Part {
		return false
	}
	next := &ls[i+1]
	return next.Mark.Kind == scan.NoMark && next.Kind == Paragraph && starLen(next.String()) == 0 || next.Mark.Number == 1 && !same(next.Mark, ls[i].Mark)
}

// headingLen returns the length of the heading at the head of s, the words
// behind the mark of l; 0 if they are plain sentences. leads says that what
// the line names follows below it.
func headingLen(s string, l *Line, leads bool) int {
	if l.Mark.Kind == scan.NoMark || l.Mark.Kind == scan.Part && l.Mark.Number == 0 {
		return 0
	}
	stop := scan.Index(s, "。")
	if stop < 0 {
		return wholeLine(s, l)
	}
	head, rest := s[:stop], s[stop+len("。"):]
	if i := scan.Index(head, "："); i > 0 && l.Mark.Kind == scan.Han && count(head[:i]) <= 16 && !scan.HasAny(head[:i], "，；“") {
		return i // 二、劳动节：5月1日至5日放假。
	}
	if rest == "" && !l.Bold && !leads {
		return 0 // a sentence of its own
	}
	if l.Mark.Kind == scan.Article {
		return 0
	}
	if runIn(head, l) {
		return stop
	}
	return 0
}

// wholeLine returns the length of the heading that takes up the line s, which
// has no full stop: a short line, the colon at its end left out.
func wholeLine(s string, l *Line) int {
	t := strings.TrimRight(s, "：: 　")
	for _, tail := range []string{"；", ";", "，", "、"} {
		if strings.HasSuffix(t, tail) {
			return 0
		}
	}
	if i := scan.Index(t[:min(len(t), 16*utf8.UTFMax+len("："))], "："); i > 0 && l.Mark.Kind != scan.Chapter {
		head := t[:i]
		if count(head) <= 16 && !scan.HasAny(head, "，；“") && !contrast(t[i+len("："):]) {
			return i
		}
	}
	if n := count(t); n > headingWidth || n > 30 && scan.HasAny(t, "；？！") {
		return 0
	}
	if l.Mark.Kind == scan.Article {
		return 0
	}
	if l.Mark.Kind != scan.Han && !l.Bold && sentence(t) {
		return 0
	}
	return len(t)
}

// contrast reports whether s is the second half of a headline, from one quoted phrase to
// another (从“难出行”到“好出行”), and not what a label is followed by.
func contrast(s string) bool {
	return strings.HasPrefix(s, "从“") && strings.HasSuffix(s, "”") && strings.Count(s, "“") == 2 && scan.Has(s, "”到“") && !scan.HasAny(s, "，；。")
}

// runIn reports whether head, which a full stop and more sentences follow, is
// a heading and not the first of the sentences.
func runIn(head string, l *Line) bool {
	n := count(head)
	if l.Bold {
		return n <= headingWidth
	}
	if l.Mark.Kind == scan.Han {
		return n <= headingWidth && strings.Count(head, "，") <= 2
	}
	if n > runInWidth || scan.HasAny(head, "：；") {
		return false
	}
	return !sentence(head)
}

// sentence reports whether s says something rather than naming it: it has a
// word that only sentences have, or clauses of a length that headings lack.
func sentence(s string) bool {
	if s == "联系我们" { // the name of a part of pages
		return false
	}
	if sentenceWords.In(strings.TrimSuffix(strings.TrimSuffix(s, "设置"), "须知")) { // 奖项设置 names, 设置奖项 says; so does 报名须知
		return true
	}
	commas := strings.Count(s, "，")
	if commas == 0 {
		return false
	}
	longest := 0
	for c := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == '，' || r == '；' || r == '：' }) {
		longest = max(longest, count(c))
	}
	return commas >= 2 && longest > 14 || commas >= 3 && longest > 8 || longest > 22
}

// consistent settles single doubtful items by their neighbours: where all
// others of a row of marks have no heading, the odd one has none either.
func (o *Outline) consistent() {
	ls := o.Lines
	for i := 0; i < len(ls); i++ {
		if ls[i].Mark.Number != 1 || ls[i].Kind != Heading {
			continue
		}
		row := o.row(i)
		o.lastOfSentence(row)
		with, runIns := 0, 0
		for _, j := range row {
			if ls[j].Head > ls[j].Words {
				with++
				if ls[j].Head < ls[j].Text.Len() {
					runIns++
				}
			}
		}
		if len(row) >= 3 && o.uniform(row) {
			continue
		}
		if o.labelled(row) {
			continue
		}
		if ls[i].Mark.Kind == scan.Han && len(row) >= 3 && with*3 <= len(row) && o.colons(row) {
			for _, j := range row {
				ls[j].Head = ls[j].Words
			}
		}
		if len(row) >= 3 && with*3 <= len(row) && ls[i].Mark.Kind != scan.Han && !ls[i].Bold {
			for _, j := range row {
				rest := strings.TrimRight(ls[j].String()[ls[j].Head:], "：: ")
				if rest != "" || count(ls[j].String()) > 20 {
					ls[j].Head = ls[j].Words
				}
			}
		}
	}
}

// colons reports whether what was taken for headings in the row of a copy on one line are words
// before a colon, which go on behind it, and the others are sentences: such a copy has run the
// headings into their text (二、查阅方式网址：…), and none can be told from it.
func (o *Outline) colons(row []int) bool {
	for _, i := range row {
		l := &o.Lines[i]
		if l.Lo == 0 || o.Text.String()[l.Lo-1] == '\n' {
			return false
		}
		if s := l.String(); l.Bold || l.Head > l.Words && (!strings.HasPrefix(s[l.Head:], "：") || l.Head+len("：") == len(s)) {
			return false
		}
	}
	return true
}

// lastOfSentence takes the heading from the last line of the row where the lines before it
// end in semicolons: （1）…；（2）…。 are the parts of one sentence.
func (o *Outline) lastOfSentence(row []int) {
	if len(row) < 2 {
		return
	}
	for _, i := range row[:len(row)-1] {
		if s := o.Lines[i].String(); !strings.HasSuffix(s, "；") {
			return
		}
	}
	l := &o.Lines[row[len(row)-1]]
	if rest := l.String()[l.Head:]; rest == "。" {
		l.Head = l.Words
	}
}

// uniform reports whether each line of the row opens with a short sentence and
// goes on, as run-in headings do (1.必须落实主体责任。…), and makes them headings.
func (o *Outline) uniform(row []int) bool {
	heads := make([]int, len(row))
	runOn := 0
	for k, i := range row {
		l := &o.Lines[i]
		s := l.String()[l.Words:]
		stop := scan.Index(s, "。")
		if stop < 0 || count(s[:stop]) > 16 || scan.HasAny(s[:stop], "，；：") {
			return false
		}
		if stop+len("。") < len(s) {
			runOn++
		}
		heads[k] = l.Words + stop
	}
	if 2*runOn < len(row) { // short sentences, each an item of its own
		return false
	}
	for k, i := range row {
		o.Lines[i].Head = heads[k]
	}
	return true
}

// labelled reports whether some lines of the row, half of it or more, open with a run-in
// heading and each of the others with a label (（三）码头清扫：可以…。), and makes the labels
// headings too. Items that are sentences have no run-in heading beside them.
func (o *Outline) labelled(row []int) bool {
	heads := map[int]int{}
	runIns := 0
	for _, i := range row {
		l := &o.Lines[i]
		s := l.String()
		if l.Head > l.Words {
			if strings.HasPrefix(s[l.Head:], "。") {
				runIns++
			}
			continue
		}
		n := scan.Index(s[l.Words:], "：")
		if n < 0 || n+len("：") == len(s[l.Words:]) {
			return false
		}
		if name := s[l.Words : l.Words+n]; count(name) < 2 || count(name) > 10 || scan.HasAny(name, "，；。“") || sentence(name) {
			return false
		}
		heads[i] = l.Words + n
	}
	if len(heads) == 0 || runIns < 2 || 2*runIns < len(row) {
		return false
	}
	for i, n := range heads {
		o.Lines[i].Head = n
	}
	return true
}

// row returns the lines of the row of marks that line i begins: the same kind
// of mark with the next serials, up to a mark that outranks it.
func (o *Outline) row(i int) []int {
	ls := o.Lines
	row := []int{i}
	next := 2
	for j := i + 1; j < len(ls) && next < 100; j++ {
		if ls[j].Part != ls[i].Part {
			break
		}
		m := ls[j].Mark
		if m.Kind == ls[i].Mark.Kind {
			if m.Number != next {
				break
			}
			row = append(row, j)
			next++
		} else if m.Kind != scan.NoMark && m.Kind < ls[i].Mark.Kind {
			break
		}
	}
	return row
}

// labelLine reports whether s is a label and what it labels (活动时间：5月8日). A
// colon that ends the line may end a broken sentence as well (各 | 有关单位：).
func labelLine(s string) bool {
	i := scan.Index(s[:min(len(s), 8*utf8.UTFMax+len("："))], "：")
	return i > 0 && i < len(s)-len("：") && count(s[:i]) <= 8
}

// sayingSigns are the marks that no heading without a mark has.
var sayingSigns = scan.CharsOf("。；：:")

// unmarked reports whether l, which has no serial mark, is a heading all the
// same: the format says so, or it is a short line of its own between paragraphs.
func unmarked(ls []Line, i int) bool {
	l := &ls[i]
	s := l.Text.String()
	if l.Mark.Kind != scan.NoMark || l.Kind != Paragraph || l.Table || len(s) > 30*utf8.UTFMax {
		return false
	}
	if n := count(s); n < 4 || n > 30 || endsSentence(s) || sayingSigns.In(s) || labelLine(s) {
		return false
	}
	if i+1 >= len(ls) || ls[i+1].Kind != Paragraph && ls[i+1].Kind != Heading || ls[i+1].Part != l.Part {
		return false
	}
	if r, _ := utf8.DecodeLastRuneInString(s); !han(r) && !closing(r) {
		return false
	}
	if r := firstRune(s); !han(r) && r != '“' && r != '《' {
		return false
	}
	return scan.Has(ls[i+1].String(), "。")
}
