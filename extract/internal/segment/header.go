package segment

import (
	"strings"

	"gongwen/extract/internal/lexicon"
	"gongwen/extract/internal/scan"
)

// bounds finds where the parts of a document begin.
type bounds struct {
	o     *Outline
	body  int // index of the first line of the body
	end   int // index behind the last line of the body
	past  int // index of the first line behind the notice's own text
	later int // index of the first line of the imprint; len(Lines) if there is none

	coverLo, coverHi int // the lines of a cover note; equal if there is none

	carries string // the title without blanks, if it says that the notice carries a document
}

// headerLines is how many lines a header may have before the title; web copies
// put their navigation there.
const headerLines = 60

// header classifies the lines above the body (版头, 标题, 主送机关).
//
// The body begins behind the addressees; without them, at the first line of
// prose or with a serial mark. What stands before is classified line by line;
// lines that nothing else claims are the title, or the issuer's mark above it.
func (b *bounds) header() {
	ls := b.o.Lines
	var free []int // lines that may be title or issuer mark
	i := 0
	for ; i < len(ls) && i < headerLines; i++ {
		l := &ls[i]
		s := l.Text.String()
		if b.distributed(i) {
			continue
		}
		if n := b.newspaper(i); n > 0 {
			for ; n > 1; n-- {
				ls[i].Kind = Furniture
				i++
			}
			ls[i].Kind = Furniture
			continue
		}
		if k, n := Label(s); n > 0 && (k != Paragraph || b.o.Taiwan) && !(k == Addressees && n == len(s)) {
			l.Kind = k
			continue
		}
		if b.bodyAt(i, free) {
			break
		}
		switch {
		case l.furniture() && !adoption(l.flat) && !sizedNumber(s): // 令第25号发布 has the words of a page's date
			l.Kind = Furniture
		case postedAt(s), b.crumb(i):
			l.Kind = Furniture
		case copyNumber(s):
			l.Kind = CopyNumber
		case secrecy(s):
			l.Kind = Secrecy
		case urgency(s):
			l.Kind = Urgency
		case strings.HasPrefix(s, "签发人"):
			l.Kind = Signatory
		case NumberLine(s):
			l.Kind = Number
		case b.dated(i):
		case addressed(s):
			l.Kind = Addressees
			b.body = i + 1
			b.title(free)
			return
		case bulleted(l):
		case dayLabel(s): // 报名截止：8月31日 binds as it would below the title
			l.Kind = Paragraph
		default:
			free = append(free, i)
		}
	}
	b.body = i
	b.title(free)
}

// lists reports whether the 分发名单 of a circular stands on line i or above it.
func (b *bounds) lists(i int) bool {
	for ; i >= 0; i-- {
		if strings.HasPrefix(b.o.Lines[i].flat, "分发名单：") {
			return true
		}
	}
	return false
}

// dayLabel reports whether s is a label with a day behind it.
func dayLabel(s string) bool {
	return labelLine(s) && endsInDate(s) == scan.Index(s, "：")+len("：")
}

// bulleted reports whether l begins with a bullet, as the items of a page's list do:
// none is a title.
func bulleted(l *Line) bool {
	m, n := scan.HeadMark(l.String())
	return n > 0 && m.Kind == scan.Bullet
}

// dated reports whether line i is a date of issue above the text, and marks
// it, and the name above it or on it: a communiqué or minutes print who and
// when below the title, a decision or a resolution the day in brackets (题注).
func (b *bounds) dated(i int) bool {
	ls := b.o.Lines
	s := ls[i].flat
	if _, n := scan.DateOf(s); n > 0 && n < len(s) && endsInDate(s[:n]) == 0 && body(strings.TrimLeft(s[n:], "，、 ")) { // 1990年3月10日，铁道部
		ls[i].Kind = IssueDate
		return true
	}
	at, ok := dateLine(s)
	adopted := !ok && adoption(s)
	if !ok && !adopted || at > 0 && !body(s[:at]) && count(s[:at]) > 1 {
		return false
	}
	ls[i].Kind = IssueDate
	return true
}

// origins are the words for what made a document what it is.
var origins = []string{"通过", "公布", "发布", "印发", "批准", "修订", "修正", "施行"}

// adoption reports whether s is a 题注 that says when the document was adopted,
// or a line of one.
func adoption(s string) bool {
	if !scan.Has(s, "年") || !scan.Has(s, "日") && !strings.HasSuffix(s, "）") {
		return false
	}
	if strings.HasPrefix(s, "（") && strings.HasSuffix(s, "）") {
		for _, w := range origins {
			if scan.Has(s, w) && (strings.HasSuffix(s, w+"）") || scan.Has(s, "日")) {
				return true
			}
		}
		return false
	}
	return adoptionLine(s)
}

// adoptionLine reports whether s is a line of a 题注 that has no brackets, or has
// them on other lines: it begins with a day and ends in what was done then. A
// sentence that says so ends in a full stop.
func adoptionLine(s string) bool {
	s = strings.TrimSuffix(strings.TrimPrefix(s, "（"), "）")
	s = strings.TrimSuffix(strings.TrimPrefix(s, "根据"), "根据")
	if d, n := scan.DateOf(s); n == 0 || d.Start.Year == 0 || d.Start.Day == 0 || count(s) > 120 || scan.HasAny(s, "，。；：") {
		return false
	}
	return lexicon.HasAnySuffix(s, origins...)
}

// bodyAt reports whether the body begins at line i with no addressees before it.
func (b *bounds) bodyAt(i int, free []int) bool {
	l := &b.o.Lines[i]
	s := l.Text.String()
	if l.furniture() || NumberLine(s) || addressed(s) || adoption(l.flat) {
		return false
	}
	if l.Mark.Kind != scan.NoMark && (len(free) > 0 || i+1 < len(b.o.Lines)) {
		return true
	}
	if attachmentMark(s) > 0 && (len(free) > 0 || b.o.Taiwan) {
		return true
	}
	return prose(s) && !titled(s) || len(s) > 360 || strings.HasSuffix(s, "如下：") || len(free) > 0 && l.flat == "摘要"
}

// distributed reports whether line i goes on with the head of a circular of Hong Kong below its
// 分发名单, and marks it: the second of the addressees, or the day below the file's number.
func (b *bounds) distributed(i int) bool {
	if i == 0 {
		return false
	}
	l, before := &b.o.Lines[i], &b.o.Lines[i-1]
	switch {
	case (before.Kind == CopiedTo || before.Kind == Addressees) && strings.HasPrefix(l.flat, "各") && !sentenceSigns.In(l.flat) && l.points <= 40 && b.lists(i-1):
		l.Kind = Addressees
	case before.Kind == Furniture && strings.HasPrefix(before.flat, "档号：") && strings.HasPrefix(l.flat, "日期：") && day(l.flat[len("日期："):]):
		l.Kind = IssueDate
	default:
		return false
	}
	return true
}
