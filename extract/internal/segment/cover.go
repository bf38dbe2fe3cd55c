package segment

import (
	"strings"

	"gongwen/extract/internal/origin"
	"gongwen/extract/internal/scan"
)

// A cover note has no more than coverLines lines and coverBytes bytes.
const (
	coverLines = 16
	coverBytes = 1500
)

// cover finds a cover note: schools and offices put a few words of their own
// before the notice that they pass on, which then stands there whole, with its
// title, number and addressees. The notice is what the page is about: its
// header counts, and the note's words come before its body.
//
// A notice that forwards another by rule (转发) has a number of its own, or says
// so in its title and marks what follows as 附件; cover leaves it alone.
func (b *bounds) cover() {
	ls := b.o.Lines
	if b.o.First(Number) != nil || b.o.Taiwan {
		return
	}
	size := 0
	for i := b.body; i < len(ls) && i < b.body+coverLines && size < coverBytes; i++ {
		l := &ls[i]
		size += l.Text.Len()
		if l.Mark.Kind == scan.Han || attachmentMark(l.String()) == l.Text.Len() && forwards(b.o.Title.String()) {
			return
		}
		if i == b.body || !titled(l.flat) || !b.about(i) && !strings.HasSuffix(l.flat, "通知") || prose(l.String()) || attachmentMark(l.String()) > 0 {
			continue
		}
		if end := b.inner(i + 1); end > 0 {
			b.within(i, end)
			return
		}
	}
}

// about reports whether the title that ends on line i says what it is about, on that line or
// on the one before it, which then begins with it.
func (b *bounds) about(i int) bool {
	ls := b.o.Lines
	if scan.Has(ls[i].flat, "关于") {
		return true
	}
	s := ls[i-1].flat
	return i-1 > b.body && strings.HasPrefix(s, "关于") && !titled(s) && !prose(s) && !endsSentence(s)
}

// forwards reports whether a notice with this title forwards or issues
// another document by rule: what follows is then its attachment.
func forwards(title string) bool {
	return scan.Has(title, "转发") || scan.Has(title, "印发") || scan.Has(title, "批转")
}

// inner returns the index of the line behind the header that goes on at line i,
// below a title: a number or addressees must stand there; 0 if none does.
func (b *bounds) inner(i int) int {
	ls := b.o.Lines
	end := 0
	for j := i; j < len(ls) && j < i+4; j++ {
		s := ls[j].String()
		switch {
		case NumberLine(s):
			end = j + 1
		case addressed(s):
			return j + 1
		case ls[j].furniture():
		default:
			return end
		}
	}
	return end
}

// within makes the notice whose title ends on line i, and whose header ends
// before line end, the document; what stands before is the cover note.
func (b *bounds) within(i, end int) {
	ls := b.o.Lines
	first := i
	for j := i - 1; j > b.body && i-j <= 2; j-- {
		s := ls[j].flat
		if ls[j].Kind != Stray || prose(s) || titled(s) || NumberLine(s) || endsSentence(s) || strings.HasSuffix(s, "文件") || attachmentMark(s) > 0 || body(s) {
			break
		}
		if _, date := dateLine(s); date || !scan.Has(s, "关于") {
			break
		}
		first = j
	}
	var t origin.Text
	for j := b.body; j < end; j++ {
		l := &ls[j]
		switch {
		case j >= first && j <= i:
			l.Kind = Title
			t = origin.Join(t, l.Text)
		case l.Kind != Stray:
		case l.furniture():
			l.Kind = Furniture
		case NumberLine(l.String()):
			l.Kind = Number
		case j > i && addressed(l.String()):
			l.Kind = Addressees
		case j < first && body(l.flat) && (j+1 == first || NumberLine(ls[j+1].String())):
			l.Kind = IssuerMark
		default:
			l.Kind = Paragraph
			l.Mark, l.Words, l.Head = scan.Mark{}, 0, 0
		}
	}
	b.coverLo, b.coverHi = b.body, first
	b.body = end
	b.o.Title = t
}
