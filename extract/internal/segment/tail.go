package segment

import (
	"strings"

	"gongwen/extract/internal/origin"
	"gongwen/extract/internal/scan"
)

// tail classifies what stands behind the sentences of the body: 附件说明, 署名,
// 成文日期, 附注, the attachments and the 版记.
func (b *bounds) tail() {
	ls := b.o.Lines
	b.imprint()
	b.end, b.past = b.later, b.later
	b.footer()
	b.signed()
	note := b.note()
	items := itemsOf(ls, note)
	b.attachments(items)
	b.o.Attachments = append(b.o.Attachments, unfound(items, b.o.Attachments)...)
	for i := b.body; i < b.end; i++ {
		if ls[i].Kind == Stray {
			ls[i].Kind = Paragraph
		}
	}
}

// imprint finds the 版记: 主题词, 抄送 and the line of 印发, each at the head of a
// line behind the first paragraph.
func (b *bounds) imprint() {
	ls := b.o.Lines
	b.later = len(ls)
	in := false // inside the list of a 抄送
	for i := b.body; i < len(ls); i++ {
		l := &ls[i]
		s := l.flat
		switch {
		case l.Kind != Stray:
		case labelled(s, "主题词", "主題词"):
			l.Kind, in = Keywords, false
		case labelled(s, "抄送", "抄报", "分送", "报送", "主报", "抄致", "抄送单位", "抄送机关", "副本"):
			l.Kind, in = CopiedTo, true
		case b.o.Taiwan && labelled(s, "正本"):
			l.Kind, in = Addressees, false
		case printedLine(s):
			l.Kind, in = Printed, false
		case in && !strings.HasSuffix(ls[i-1].Text.String(), "。") && !prose(s) && attachmentMark(s) == 0 && !Officer(s) && !labelLine(s) && !b.o.Taiwan:
			l.Kind = CopiedTo
		default:
			in = false
		}
		if l.Kind >= Keywords && b.later == len(ls) {
			b.later = i
		}
	}
}

// labelled reports whether s begins with one of the labels and a colon.
func labelled(s string, labels ...string) bool {
	for _, w := range labels {
		if rest, ok := strings.CutPrefix(s, w); ok && (strings.HasPrefix(rest, "：") || strings.HasPrefix(rest, ":")) {
			return true
		}
	}
	return false
}

// printedLine reports whether s is the last line of a 版记: who printed the
// document and when, or how many copies.
func printedLine(s string) bool {
	if len(s) > 180 || strings.ContainsAny(s, "，。；") {
		return false
	}
	if strings.HasPrefix(s, "（共印") || strings.HasPrefix(s, "共印") {
		return true
	}
	s = strings.TrimSuffix(strings.TrimPrefix(s, "（"), "）")
	head, ok := strings.CutSuffix(s, "印发")
	if !ok {
		head, ok = strings.CutSuffix(s, "印")
	}
	if i := strings.LastIndex(s, "印发（共"); i > 0 {
		head, ok = s[:i], true
	}
	if i := strings.LastIndex(s, "印发共印"); i > 0 {
		head, ok = s[:i], true
	}
	return ok && endsInDate(head) >= 0
}

// endsInDate returns where the date that ends s begins, -1 if s does not end in one.
func endsInDate(s string) int {
	at := -1
	scan.Dates(s, func(lo, hi int, d scan.Date) bool {
		if hi == len(s) && d.Start.Day > 0 && d.Bound == scan.NoBound {
			at = lo
		}
		return true
	})
	return at
}

// footer marks the page furniture behind the document.
func (b *bounds) footer() {
	ls := b.o.Lines
	for i := b.body; i < len(ls); i++ {
		if ls[i].Kind != Stray {
			continue
		}
		s := ls[i].Text.String()
		if pageNumber(ls[i].flat) || i > b.body && ls[i].furniture() && !prose(s) && !hasAnyPrefix(s, "http://", "https://", "www.") {
			ls[i].Kind = Furniture
		}
	}
}

// signed finds 署名, 成文日期 and 附注: the first date that stands on a line of its
// own below the sentences, with the names above it.
func (b *bounds) signed() {
	ls := b.o.Lines
	for i := b.body; i < b.later; i++ {
		if ls[i].Kind != Stray {
			continue
		}
		if h := attachmentAt(ls[i].String()); h.n > 0 && h.n == ls[i].Text.Len() && !b.listed(i, h) {
			break // the attachments begin: the dates there are theirs
		}
		at, ok := dateLine(ls[i].flat)
		if !ok { // a Latin name would run into the year
			at, ok = dateLine(ls[i].String())
		}
		if !ok || !b.signs(i, at) {
			continue
		}
		ls[i].Kind = IssueDate
		first := i
		if at == 0 {
			first = b.names(i)
		}
		b.end = first
		b.past = b.notes(i + 1)
		return
	}
	b.unsigned()
}

// dateLine reports whether s is a day, or a name and a day, and where the day begins.
func dateLine(s string) (at int, ok bool) {
	if len(s) > 180 || strings.ContainsAny(s, "，。；！？") {
		return 0, false
	}
	s = strings.TrimSuffix(strings.TrimPrefix(s, "（"), "）")
	at = endsInDate(s)
	if at < 0 {
		return 0, false
	}
	if before := s[:at]; before != "" {
		for _, w := range []string{"：", "年", "于", "至", "—", "-", "、"} {
			if strings.HasSuffix(before, w) {
				return 0, false
			}
		}
	}
	return at, true
}

// signs reports whether the date on line i, at byte at of it, is a 成文日期: it
// follows a name or the end of the sentences, and no sentences of the same
// text follow it. Dates in tables and lists fail one or the other.
func (b *bounds) signs(i, at int) bool {
	ls := b.o.Lines
	if ls[i].Mark.Kind != scan.NoMark {
		return false
	}
	s := ls[i].flat
	if at > 0 && !body(s[:at]) && count(s[:at]) > 20 {
		return false
	}
	if at == 0 && i > b.body {
		above := ls[i-1].Text.String()
		if !endsSentence(above) && (prose(above) || count(above) > 40) && !body(Squeezed(above)) && attachmentMark(above) == 0 {
			return false
		}
	}
	if i+1 >= b.later {
		return true
	}
	next := &ls[i+1]
	t := next.flat
	switch {
	case next.Kind != Stray, attachmentMark(t) > 0, noteLine(t), body(t), titled(t):
		return true
	case next.Mark.Kind != scan.NoMark:
		return false
	case b.titleAhead(i + 1):
		return true
	}
	return at > 0 || body(ls[max(i-1, 0)].flat)
}

// titleAhead reports whether the lines from i on, three at the most, are
// together the title of another document.
func (b *bounds) titleAhead(i int) bool {
	ls := b.o.Lines
	for j := i; j < len(ls) && j < i+3; j++ {
		if s := ls[j].flat; prose(s) || len(s) > 180 || ls[j].Mark.Kind != scan.NoMark {
			return false
		} else if titled(s) {
			return strings.Contains(ls[i].flat, "关于") || j == i
		}
	}
	return false
}

// noteLine reports whether s is a 附注: words in brackets below the date.
func noteLine(s string) bool {
	return strings.HasPrefix(s, "（") && strings.HasSuffix(s, "）") && count(s) < 80 && !strings.Contains(s, "盖章")
}

// maxSigners is how many lines of names may stand above a date: joint issue.
const maxSigners = 12

// names marks the 署名 above line i and returns the index of its first line.
func (b *bounds) names(i int) int {
	ls := b.o.Lines
	first := i
	for j := i - 1; j >= b.body && i-j <= maxSigners; j-- {
		s := ls[j].flat
		if ls[j].Kind == Furniture {
			continue
		}
		if ls[j].Kind != Stray || !signer(s) || ls[j].Mark.Kind != scan.NoMark || attachmentMark(s) > 0 {
			break
		}
		if Officer(s) {
			ls[j].Kind = Signatory
			first = j
			continue
		}
		if first < i && (!body(s) || ls[j+1].Gap && !ls[i].Gap) { // one of several signers is a body, and they stand together
			break
		}
		ls[j].Kind = Signature
		first = j
	}
	return first
}

// signer reports whether s can be a line of 署名: one or more names and nothing else.
func signer(s string) bool {
	if len(s) > 180 || count(s) < 2 {
		return false
	}
	if strings.HasSuffix(s, "）") && !hasAnySuffix(s, "（章）", "（盖章）", "（印章）", "（公章）", "（代章）", "（印）", "（处）", "（部）", "（中心）", "（办）") {
		return false
	}
	return !strings.ContainsAny(s, "，。；：！？《》1234567890") && !strings.HasPrefix(s, "特此")
}

// notes marks the 附注 from line i on and returns the index of the first line
// behind it.
func (b *bounds) notes(i int) int {
	ls := b.o.Lines
	for ; i < len(ls) && i < b.later; i++ {
		if ls[i].Kind == Furniture {
			continue
		}
		s := ls[i].flat
		if ls[i].Kind != Stray || !noteLine(s) {
			break
		}
		ls[i].Kind = Note
	}
	return i
}

// unsigned finds the end of a notice without a 成文日期: a name alone behind the
// last sentence is its 署名.
func (b *bounds) unsigned() {
	ls := b.o.Lines
	end := b.later
	for i := b.body; i < b.later; i++ {
		if h := attachmentAt(ls[i].Text.String()); h.n > 0 && h.n == ls[i].Text.Len() && i+1 < b.later && !b.listed(i, h) {
			end = i
			break
		}
	}
	b.end, b.past = end, end
	for i := end - 1; i > b.body; i-- {
		if ls[i].Kind == Furniture {
			continue
		}
		s := ls[i].flat
		if Officer(s) {
			ls[i].Kind = Signatory
			b.end, b.past = i, i+1
			continue
		}
		if ls[i].Mark.Kind == scan.NoMark && body(s) && signer(s) && endsSentence(ls[i-1].Text.String()) {
			ls[i].Kind = Signature
			b.end = i
			b.past = i + 1
		}
		return
	}
}

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
		if strings.ContainsAny(rest, "。") && !strings.HasSuffix(rest, "。") || count(rest) > 300 {
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
	return nil
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
	if next.Kind != Stray || prose(s) || count(s) > 80 {
		return false
	}
	if next.Mark.Number == 1 && (next.Mark.Kind == scan.Arabic || next.Mark.Kind == scan.ParenArabic || next.Mark.Kind == scan.Circled) {
		return h.colon || i < b.past
	}
	return h.colon && i < b.end && attachmentMark(s) == 0 && b.closes(i+1)
}

// closes reports whether nothing but short lines, up to a date, a name or the
// end, follows from line i on: a list of titles and no text.
func (b *bounds) closes(i int) bool {
	for ; i < b.later; i++ {
		l := &b.o.Lines[i]
		if l.Kind == Furniture {
			continue
		}
		if prose(l.String()) || NumberLine(l.flat) || len(l.flat) > 240 {
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
		if l.Kind != Stray || prose(s) || count(s) > 150 {
			break
		}
		switch {
		case h.n > 0 && h.n < len(s) && h.number == last+1 && (j < b.past || !b.followed(j)):
			last++
		case h.n > 0:
			return note
		case l.Mark.Kind != scan.NoMark && l.Mark.Number == last+1 && l.Mark.Kind != scan.Han && l.Mark.Kind != scan.ParenHan:
			last++
		case l.Mark.Kind == scan.NoMark && last > 0 && j+1 < len(ls) && ls[j+1].Mark.Number == last+1 && ls[j+1].Mark.Kind == scan.Arabic:
		case l.Mark.Kind == scan.NoMark && (!l.Gap || ls[i].Gap) && j < b.end && !body(l.flat) && !strings.Contains(s, "：") && j+1 < len(ls) && !isDate(&ls[j+1]):
		case last == 0 && l.Mark.Kind == scan.NoMark && j < b.end && strings.HasPrefix(ls[i].Text.String(), "附件") && attachmentAt(ls[i].Text.String()).n == ls[i].Text.Len():
		default:
			return note
		}
		l.Kind = AttachmentNote
		note = append(note, j)
	}
	return note
}

// isDate reports whether l is a date alone.
func isDate(l *Line) bool {
	at, ok := dateLine(l.flat)
	return ok && at == 0
}

// alike is how alike a line and an item of the 附件说明 must be to be taken for
// the same title. Titles of lists and of texts differ in a word or two
// (自治区质监局…登记表 and 自治区质量技术监督局…登记表).
const alike = 0.74

// attachments finds the attachments behind the notice: at a line 附件1, at a line
// that repeats an item of the 附件说明 whose mark was lost, or, in a notice that
// forwards or issues a document, at that document's title.
func (b *bounds) attachments(items []item) {
	ls := b.o.Lines
	var cur *Attachment
	found := make([]bool, len(items))
	start := b.past
	for i := start; i < len(ls); i++ {
		l := &ls[i]
		if l.Kind != Stray {
			continue
		}
		s := l.Text.String()
		h := attachmentAt(s)
		k := lost(items, found, Squeezed(s))
		switch {
		case cur != nil && h.n == len(s) && h.number == 0 && i+1 < len(ls) && ls[i+1].Mark.Number == 1 && !prose(ls[i+1].String()):
			cur.Lines = append(cur.Lines, i) // the 附件说明 of the attached document
			l.Kind = Paragraph
		case h.n > 0 && h.n < 40 && !prose(s[h.n:]) && !midSentence(s) && count(s) < 80:
			cur = b.attachment(i, h, items, found)
		case k >= 0 && (cur == nil || len(cur.Lines) > 2 || cur.Note != k):
			cur = b.untitled(i, k, items, found)
		case cur == nil && fileLine(s):
			if t := bare(l.Text); !listedAs(items, t.String()) {
				b.o.Attachments = append(b.o.Attachments, &Attachment{Title: t, Note: i})
			}
			l.Kind = AttachmentNote
		case b.issued(l):
			cur = b.untitled(i, -1, items, found)
			for ; i+1 < len(ls) && ls[i+1].Kind == Stray && b.issued(&ls[i+1]) && strings.Contains(Squeezed(b.o.Title.String()), Squeezed(cur.Found.String())+ls[i+1].flat); i++ {
				cur.Found = origin.Join(cur.Found, ls[i+1].Text) // a title on two lines
				cur.Title = cur.Found
				cur.Lines = append(cur.Lines, i+1)
				ls[i+1].Kind = AttachmentTitle
			}
		case cur == nil && titled(l.flat) && !prose(s):
			cur = b.forwarded(i, items, found)
		case cur != nil:
			cur.Lines = append(cur.Lines, i)
			cur.Present = true
			l.Kind = Paragraph
		}
	}
}

// lost returns the index of the item, not yet found, whose title s repeats, -1 if none.
func lost(items []item, found []bool, s string) int {
	if len(s) > 240 || len(s) < 12 || prose(s) {
		return -1
	}
	best, at := alike, -1
	for k := range items {
		if n := items[k].title.Len(); found[k] || n > 2*len(s) || len(s) > 8*n {
			continue
		}
		v := Alike(items[k].title.String(), s)
		if t := Squeezed(items[k].title.String()); len(t) >= 4*len("字") && strings.HasSuffix(s, t) {
			v = 1 // the text's own title says more: 第五届比赛作品汇总表
		}
		if v >= best {
			best, at = v, k
		}
	}
	return at
}

// attachment begins the attachment whose mark h stands on line i.
func (b *bounds) attachment(i int, h attachmentHead, items []item, found []bool) *Attachment {
	ls := b.o.Lines
	ls[i].Kind = AttachmentMark
	a := &Attachment{Number: h.number, Lines: []int{i}, Note: -1}
	b.o.Attachments = append(b.o.Attachments, a)
	if rest := ls[i].Text.Slice(h.n, ls[i].Text.Len()); rest.Len() > 0 {
		a.Found = bare(rest)
	} else {
		b.titleBelow(a, i+1, items)
	}
	for k := range items {
		if !found[k] && (h.number > 0 && items[k].number == h.number || h.number == 0 && (len(items) == 1 || Alike(items[k].title.String(), a.Found.String()) > alike)) {
			found[k] = true
			a.Note, a.Title, a.Number = items[k].line, items[k].title, items[k].number
			break
		}
	}
	if a.Title.Len() == 0 {
		a.Title = a.Found
	}
	return a
}

// untitled begins an attachment on line i whose mark is lost; k is the item
// that the line repeats, -1 if it is the title of a forwarded document.
func (b *bounds) untitled(i, k int, items []item, found []bool) *Attachment {
	a := &Attachment{Note: -1}
	b.o.Attachments = append(b.o.Attachments, a)
	b.titleBelow(a, i, items)
	a.Title = a.Found
	if k >= 0 {
		found[k] = true
		a.Note, a.Title, a.Number = items[k].line, items[k].title, items[k].number
	}
	return a
}

// fileLine reports whether s is the name of a document's file, alone or with its
// address: web pages list their attachments so below the date.
func fileLine(s string) bool {
	if i := strings.Index(s, "http"); i > 0 {
		s = strings.TrimSpace(s[:i])
	}
	return len(s) < 240 && hasAnySuffix(strings.ToLower(s), ".doc", ".docx", ".xls", ".xlsx", ".pdf", ".wps") && !prose(s) && !hasAnyPrefix(s, "http", "www")
}

// listedAs reports whether an item has that title, or nearly.
func listedAs(items []item, title string) bool {
	for k := range items {
		if Alike(items[k].title.String(), title) > alike {
			return true
		}
	}
	return false
}

// issued reports whether l is the title of what the notice's own title issues:
// 关于公布第四批…项目名录的通知 is followed by 第四批…项目名录.
func (b *bounds) issued(l *Line) bool {
	s := l.flat
	if len(s) < 8*len("字") || len(s) > 180 || prose(s) || l.Mark.Kind != scan.NoMark || titled(s) || body(s) {
		return false
	}
	return strings.Contains(Squeezed(b.o.Title.String()), s)
}

// forwarded begins, on the line i that ends its title, the document that the
// notice forwards or issues. Its own header and the first lines of its title
// stand between the notice's date and line i.
func (b *bounds) forwarded(i int, items []item, found []bool) *Attachment {
	ls := b.o.Lines
	a := &Attachment{Note: -1}
	b.o.Attachments = append(b.o.Attachments, a)
	first := i
	for j := b.past; j < i; j++ {
		if ls[j].Kind == Stray {
			a.Lines = append(a.Lines, j)
		}
	}
	for j := i - 1; j >= b.past && i-j <= 3; j-- {
		s := ls[j].flat
		if ls[j].Kind != Stray || prose(s) || titled(s) || NumberLine(s) || strings.HasSuffix(s, "文件") || ls[j].Mark.Kind != scan.NoMark || endsSentence(s) || body(s) && ls[j+1].Gap {
			break
		}
		first = j
	}
	if !strings.Contains(ls[first].flat, "关于") && first < i && !body(ls[first].flat) {
		first = i
	}
	for j := b.past; j < first; j++ {
		if ls[j].Kind == Stray {
			ls[j].Kind = Paragraph
			if NumberLine(ls[j].flat) {
				ls[j].Kind = Number
			}
		}
	}
	for j := first; j <= i; j++ {
		a.Found = origin.Join(a.Found, ls[j].Text)
		if j == first || ls[j].Kind == Stray {
			ls[j].Kind = AttachmentTitle
		}
		if j == i {
			a.Lines = append(a.Lines, j)
		}
	}
	a.Title = a.Found
	return a
}

// titleBelow reads the title of a that begins on line i: one line, or two where
// only both together end as a title does or repeat an item.
func (b *bounds) titleBelow(a *Attachment, i int, items []item) {
	ls := b.o.Lines
	for ; i < len(ls) && ls[i].Kind == Furniture; i++ {
	}
	if i >= len(ls) || ls[i].Kind != Stray {
		return
	}
	s := ls[i].Text.String()
	if prose(s) || count(s) > 80 || strings.HasSuffix(s, "：") || ls[i].Mark.Kind != scan.NoMark || attachmentMark(s) > 0 {
		return
	}
	a.Found = ls[i].Text
	ls[i].Kind = AttachmentTitle
	a.Lines = append(a.Lines, i)
	j := i + 1
	if j >= len(ls) || ls[j].Kind != Stray || titled(Squeezed(s)) {
		return
	}
	t := ls[j].Text.String()
	both := origin.Join(a.Found, ls[j].Text)
	if prose(t) || count(t) > 60 || ls[j].Mark.Kind != scan.NoMark || attachmentMark(t) > 0 {
		return
	}
	if titled(Squeezed(t)) || nearer(items, both.String(), s) {
		a.Found = both
		ls[j].Kind = AttachmentTitle
		a.Lines = append(a.Lines, j)
	}
}

// nearer reports whether both is more like some item than s is to any.
func nearer(items []item, both, s string) bool {
	b, one := 0.0, 0.0
	for k := range items {
		b = max(b, Alike(items[k].title.String(), both))
		one = max(one, Alike(items[k].title.String(), s))
	}
	return b > alike && b > one
}

// unfound returns the attachments that the 附件说明 names and the document does
// not hold.
func unfound(items []item, have []*Attachment) []*Attachment {
	var out []*Attachment
next:
	for _, it := range items {
		for _, a := range have {
			if a.Note == it.line && (a.Number == it.number || it.number == 0) {
				continue next
			}
		}
		if it.title.Len() > 0 {
			out = append(out, &Attachment{Number: it.number, Title: it.title, Note: it.line})
		}
	}
	return out
}

// parts gives each line its part.
func (b *bounds) parts() {
	ls := b.o.Lines
	in := map[int]bool{}
	for _, a := range b.o.Attachments {
		for _, i := range a.Lines {
			in[i] = true
		}
	}
	for i := range ls {
		l := &ls[i]
		switch {
		case l.Kind == Furniture:
			l.Part = Page
		case in[i]:
			l.Part = Attachments
		case l.Kind >= Keywords:
			l.Part = Imprint
		case i < b.body && l.Kind != Title && l.Kind != Addressees && (i < b.coverLo || i >= b.coverHi):
			l.Part = Header
		default:
			l.Part = Body
		}
	}
}
