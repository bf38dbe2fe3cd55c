package segment

import (
	"strings"

	"gongwen/extract/internal/scan"
)

// note finds the lines of the 附件说明.
func (b *bounds) note() []int {
	ls := b.o.Lines
	for i := b.body; i < len(ls); i++ {
		if ls[i].Kind != Stray {
			continue
		}
		s := ls[i].Text.String()
		h := attachmentAt(strings.TrimPrefix(s, "- "))
		if h.n == 0 || midSentence(s) {
			continue
		}
		rest := s[h.n:]
		if scan.HasAny(rest, "。") && !strings.HasSuffix(rest, "。") || count(rest) > 300 {
			continue
		}
		if rest == "" && !b.listed(i, h) {
			if i >= b.past {
				return nil // the attachments begin
			}
			continue
		}
		if rest != "" && i >= b.past && b.followed(i) {
			return nil
		}
		return b.noteFrom(i)
	}
	return b.linkedFiles()
}

// linkedFiles returns the lines that end the text with a page's links to files, which take the
// place of an 附件说明: 渡船清单.xlsx附件预览.
func (b *bounds) linkedFiles() []int {
	ls := b.o.Lines
	first := b.past
	for first > b.body && linkedFile(ls[first-1].String()) && ls[first-1].Kind == Stray {
		first--
	}
	var note []int
	for i := first; i < b.past; i++ {
		ls[i].Kind = AttachmentNote
		note = append(note, i)
	}
	return note
}

// fileLinks are the words of the links that a page sets behind the name of a file.
var fileLinks = []string{"附件预览", "在线预览", "预览", "附件下载", "点击下载", "下载"}

// linkedFile reports whether s is the name of a file and the word of the page's link to it.
func linkedFile(s string) bool {
	name := unlinked(s)
	return name != s && fileName(name) && !prose(name) && count(name) <= 80
}

// unlinked returns s without the word of a page's link behind the name of a file.
func unlinked(s string) string {
	for _, w := range fileLinks {
		if name, ok := strings.CutSuffix(s, w); ok {
			if name = strings.TrimRight(name, " 　"); fileName(name) {
				return name
			}
		}
	}
	return s
}

// listed reports whether the bare 附件 on line i heads the list of the 附件说明 and
// not an attachment: numbered lines follow that are neither sentences nor long.
func (b *bounds) listed(i int, h attachmentHead) bool {
	ls := b.o.Lines
	if i+1 >= len(ls) || h.number > 0 {
		return false
	}
	next := &ls[i+1]
	s := next.Text.String()
	if next.Kind != Stray || prose(s) && !titleList(s) || count(s) > 80 {
		return false
	}
	if next.Mark.Number == 1 && (next.Mark.Kind == scan.Arabic || next.Mark.Kind == scan.ParenArabic || next.Mark.Kind == scan.Circled) {
		return h.colon || i < b.past
	}
	if sub := attachmentAt(s); sub.n > 0 { // 附件： above 附件1.…, 附件2.…
		return h.colon && sub.number == 1 && sub.n < len(s) && !b.followed(i+1)
	}
	return h.colon && (i < b.end || fileName(s)) && b.closes(i+1)
}

// titleList reports whether s is two titles or more with ； between them, and no sentence.
func titleList(s string) bool {
	pieces := strings.Split(strings.TrimSuffix(strings.TrimSuffix(s, "。"), "；"), "；")
	for _, w := range pieces {
		if n := count(w); n < 3 || n > 60 || scan.HasAny(w, "，。：？！") || sentence(w) {
			return false
		}
	}
	return len(pieces) > 1
}

// closes reports whether nothing but short lines, up to a date, a name or the
// end, follows from line i on: a list of titles and no text.
func (b *bounds) closes(i int) bool {
	for ; i < b.later; i++ {
		l := &b.o.Lines[i]
		if l.Kind == Furniture {
			continue
		}
		if prose(l.String()) && !titleList(l.String()) || NumberLine(l.flat) || len(l.flat) > 240 {
			return false
		}
		if _, date := dateLine(l.flat); date || body(l.flat) {
			return true
		}
	}
	return true
}

// followed reports whether text of its own follows the attachment's line i.
func (b *bounds) followed(i int) bool {
	for j := i + 1; j < b.later; j++ {
		if b.o.Lines[j].Kind == Furniture {
			continue
		}
		s := b.o.Lines[j].Text.String()
		if h := attachmentAt(s); h.n > 0 {
			return false
		}
		_, date := dateLine(Squeezed(s))
		return !date && !body(Squeezed(s))
	}
	return false
}

// noteFrom marks the 附件说明 that begins on line i and returns its lines.
func (b *bounds) noteFrom(i int) []int {
	ls := b.o.Lines
	ls[i].Kind = AttachmentNote
	note := []int{i}
	last := 0
	if its := itemsOf(ls, note); len(its) > 0 {
		last = its[len(its)-1].number
	}
	for j := i + 1; j < len(ls); j++ {
		l := &ls[j]
		s := l.Text.String()
		h := attachmentAt(s)
		if l.Kind == Furniture {
			continue
		}
		ends := strings.HasSuffix(ls[j-1].String(), "；") && l.Mark.Number == last+1 && !prose(strings.TrimSuffix(s, "。"))
		if l.Kind != Stray || prose(s) && !titleList(s) && !ends || count(s) > 150 {
			break
		}
		switch {
		case h.n > 0 && h.n < len(s) && h.number == last+1 && (j < b.past || !b.followed(j)):
			last++
		case h.n > 0:
			return note
		case l.Mark.Kind != scan.NoMark && l.Mark.Number == last+1 && l.Mark.Kind != scan.Han && l.Mark.Kind != scan.ParenHan:
			last++
		case l.Mark.Kind == scan.Han && l.Mark.Number == last+1 && b.hanRow(i, j):
			last++
		case l.Mark.Kind == scan.NoMark && last > 0 && j+1 < len(ls) && ls[j+1].Mark.Number == last+1 && ls[j+1].Mark.Kind == scan.Arabic:
		case l.Mark.Kind == scan.NoMark && (!l.Gap || ls[i].Gap) && j < b.end && !body(l.flat) && !isDate(l) && !scan.HasAny(s, "：\t|") && !strings.Contains(s, "  ") && !l.Table && j+1 < len(ls) && !isDate(&ls[j+1]):
		case last == 0 && l.Mark.Kind == scan.NoMark && j < b.end && strings.HasPrefix(ls[i].Text.String(), "附件") && attachmentAt(ls[i].Text.String()).n == ls[i].Text.Len():
		default:
			return note
		}
		l.Kind = AttachmentNote
		note = append(note, j)
	}
	return note
}

// hanRow reports whether the note on line i begins with 附件：一、, there or on the line below
// it, and line j is of that row, no blank line before it. A 二、 above sentences is a section of the body.
func (b *bounds) hanRow(i, j int) bool {
	ls := b.o.Lines
	s := ls[i].String()
	m, _ := scan.HeadMark(s[attachmentAt(s).n:])
	if attachmentAt(s).n == len(s) {
		m = ls[i+1].Mark
	}
	if m.Kind != scan.Han || m.Number != 1 || ls[j].Gap {
		return false
	}
	return j+1 >= len(ls) || !prose(ls[j+1].String())
}
