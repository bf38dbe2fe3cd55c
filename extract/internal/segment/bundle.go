package segment

import (
	"slices"
	"strings"

	"gongwen/extract/internal/origin"
	"gongwen/extract/internal/read"
	"gongwen/extract/internal/scan"
	"gongwen/model"
)

// Documents cuts the text t, src's text in normal form, into the documents that
// the file bundles, most often one, and each of them into its parts. The
// documents tile the text.
//
// A document that is cut in two misleads its reader about both halves, two that
// are left as one only hide the second: whatever can be part of the document
// before it (what it forwards, issues, attaches or quotes) is left there.
func Documents(t origin.Text, src *read.Source) []*Outline {
	whole := Notice(t, src)
	whole.Hi = len(src.Plain.String())
	starts := whole.starts()
	if len(starts) == 0 {
		return []*Outline{whole}
	}
	var documents []*Outline
	lo, from := 0, 0
	for _, i := range append(starts, len(whole.Lines)) {
		hi, to := t.Len(), whole.Hi
		if i < len(whole.Lines) {
			hi, to = whole.cut(i)
		}
		o := Notice(t.Slice(lo, hi), within(src, from, to))
		o.Lo, o.Hi = from, to
		documents = append(documents, o)
		lo, from = hi, to
	}
	return documents
}

// cut returns the byte of the text, and that of the source's, at which a
// document that begins on line i does: behind the line break before it.
func (o *Outline) cut(i int) (at, from int) {
	at = o.Lines[i].Lo
	_, from = o.Text.Range(at-1, at)
	return at, from
}

// within returns what src says of the bytes lo to hi of its text. What it says of
// the whole file, its warnings without a place too, is said of each part.
func within(src *read.Source, lo, hi int) *read.Source {
	part := *src
	inside := func(r read.Range) bool { return lo <= r.Lo && r.Hi <= hi }
	part.Styles, part.Links, part.Tables = nil, nil, nil
	for _, s := range src.Styles {
		if inside(s.Range) {
			part.Styles = append(part.Styles, s)
		}
	}
	for _, k := range src.Links {
		if inside(k.Range) {
			part.Links = append(part.Links, k)
		}
	}
	for _, tb := range src.Tables {
		if inside(tb.Range) {
			part.Tables = append(part.Tables, tb)
		}
	}
	start, end := src.Plain.Points(lo), src.Plain.Points(hi)
	part.Warnings = slices.DeleteFunc(slices.Clone(src.Warnings), func(w model.Warning) bool {
		return w.Evidence != model.Evidence{} && (w.Evidence.Start < start || w.Evidence.Start >= end)
	})
	return &part
}

// A signing is a line that ends a document: 成文日期 with the name of a body above
// or before it, or 印发机关和印发日期.
type signing struct {
	line    int
	day     scan.Day
	name    string // of 署名; empty in an imprint
	imprint bool
}

// A walk goes from head to head and tells which of them begin a document.
type walk struct {
	o    *Outline
	seen map[string]bool // the numbers and titles of all heads so far

	// Of the document that is being read:
	cur     head
	inner   int      // line of the first head in it that begins no other, -1 if there is none
	mark    int      // line of the first 附件 that stands alone, -1 if there is none
	first   signing  // in it; name and day are zero where there is none
	last    signing  // in it
	issued  scan.Day // the latest in it
	printed scan.Day // the latest in it
	signed  int      // signings that are no imprints
	carries bool     // it has words that say that it carries another
	read    int      // the line that mark and what follows are known up to
}

// starts returns the lines on which documents begin, the first one's left out.
//
// Taiwan's documents are left whole: they carry copies of others (如附件) whose
// heads look as their own do.
func (o *Outline) starts() []int {
	body := slices.IndexFunc(o.Lines, func(l Line) bool { return l.Part == Body && (l.Kind == Paragraph || l.Kind == Heading) })
	if o.Taiwan || body < 0 {
		return nil
	}
	heads := o.heads(body)
	if len(heads) == 0 {
		return nil
	}
	w := &walk{o: o, seen: map[string]bool{}}
	w.next(o.firstHead(body))
	var starts []int
	for k := range heads {
		h, limit := &heads[k], len(o.Lines)
		if k+1 < len(heads) {
			limit = heads[k+1].top
		}
		if w.begins(h, limit) {
			starts = append(starts, h.top)
			w.next(*h)
		} else if w.inner < 0 {
			w.inner = h.top
		}
		w.note(h)
	}
	return starts
}

// firstHead returns the head of the first document, whose text begins on line body.
func (o *Outline) firstHead(body int) head {
	h := head{end: body}
	for i := range o.Lines[:body] {
		l := &o.Lines[i]
		switch {
		case l.Kind == Title:
			h.title += l.flat
		case l.Kind == Number && h.number.Number == 0:
			h.number = ownNumber(l)
		}
	}
	return h
}

// next goes on to the document below h.
func (w *walk) next(h head) {
	*w = walk{o: w.o, seen: w.seen, cur: h, inner: -1, mark: -1, read: h.end, carries: contains(h.title, carrying)}
	w.note(&h)
}

// note notes the number and the title of h as seen.
func (w *walk) note(h *head) { w.seen[h.number.Text], w.seen[h.title] = true, true }

// readTo reads the signings and the words of the document up to line top.
func (w *walk) readTo(top int) {
	for ; w.read < top; w.read++ {
		l := &w.o.Lines[w.read]
		w.sign(w.o.signingOn(w.read))
		w.carries = w.carries || l.Kind < Keywords && contains(l.flat, carrying)
		if h := attachmentAt(l.flat); w.mark < 0 && h.n > 0 && h.n == len(l.flat) && !h.colon {
			w.mark = w.read
		}
	}
}

// sign notes a signing of the document.
func (w *walk) sign(s signing) {
	if s.day == (scan.Day{}) {
		return
	}
	latest := &w.issued
	if s.imprint {
		latest = &w.printed
	} else {
		w.signed++
	}
	if latest.Before(s.day) {
		*latest = s.day
	}
	if w.first.day == (scan.Day{}) {
		w.first = s
	}
	w.last = s
}

// contains reports whether one of the words stands in s.
func contains(s string, words []string) bool {
	return slices.ContainsFunc(words, func(word string) bool { return scan.Has(s, word) })
}

// begins reports whether a document of its own begins at h, whose text ends
// before line limit at the latest.
//
// It must be whole, with a head, sentences and a signing, and the one before it
// must be signed. What the one before carries or quotes has all that too; it is
// told by this: its title or number is named, an attachment's mark stands above
// it, or it is the older of the two. A document that is dated later than the
// one before cannot be carried by it.
func (w *walk) begins(h *head, limit int) bool {
	if w.seen[h.key()] { // the same document once more
		return false
	}
	after := w.o.signing(h.end, limit)
	if after.line < 0 || !w.o.hasProse(h.end, after.line) {
		return false
	}
	w.readTo(h.top)
	if !w.ended() || !w.o.breaksAt(h.top) || w.o.belowAttachmentMark(h.top) {
		return false
	}
	f := w.follower(h, &after)
	return f.begins(&w.cur, h) && !w.names(h)
}

// ended reports whether the document that is being read is signed. What is
// signed below the head of another one or the mark of an attachment is not the
// document itself, nor is it, where the title says 转发, what a body has signed that
// its head does not name.
func (w *walk) ended() bool {
	behind := func(line int) bool { return line >= 0 && line < w.first.line }
	if w.first.day == (scan.Day{}) || behind(w.inner) || behind(w.mark) {
		return false
	}
	return !forwards(w.cur.title) || strings.Contains(w.o.flats(w.cur.top, w.cur.end), w.first.name)
}

// follower returns what is known of h, below which after stands, and of the signed
// document that is being read.
func (w *walk) follower(h *head, after *signing) follower {
	var f follower
	day := w.issued
	if w.signed == 0 {
		day = w.printed
	}
	if !after.imprint { // what is printed later may have been issued before
		f.later, f.same = day.Before(after.day), day == after.day
		f.signer = w.first.name == after.name
	}
	f.agency = h.number.Agency != "" && h.number.Agency == w.cur.number.Agency
	f.imprint, f.adjacent = w.o.between(w.last.line+1, h.top)
	f.imprint = f.imprint || w.last.imprint
	f.page = w.o.newPage(h.top)
	f.alone = f.adjacent && w.signed <= 1 && !w.carries
	return f
}

// A follower is what is known of a head and of the document before it: all that
// speaks for a document of its own.
type follower struct {
	later, same bool // dated later than all signings before it; on the same day as the last of them
	agency      bool // both have numbers of one agency (机关代字)
	signer      bool // one body has signed both
	imprint     bool // a 版记 stands between
	page        bool // it stands on a new page
	adjacent    bool // nothing but notes, imprint and furniture stands between
	alone       bool // adjacent, and the one before says nothing of a document that it carries
}

// begins reports whether the head h behind the document cur begins another.
func (f *follower) begins(cur, h *head) bool {
	switch {
	case h.number.Number == 0: // 关于…的通知 and addressees alone
		if !scan.Has(h.title, "关于") || !titled(cur.title) || !f.adjacent {
			return false
		}
		return f.alone && (f.later || f.signer) || f.later && (f.imprint || f.page)
	case !h.addressed && !h.mark && !f.imprint && !f.page:
		return false
	case f.later:
		return f.adjacent || h.mark || f.imprint || f.page || f.agency
	case f.same && f.agency:
		return true
	}
	return f.alone && cur.number.Number > 0 && (f.agency || f.signer || f.imprint || f.page)
}

// carrying are the words of a document that carries another.
var carrying = []string{"转发", "批转", "转知", "印发", "发布", "公布", "颁布", "附件", "附后", "后附", "附：", "附上", "附有", "原文", "全文", "照登", "抄录", "随文", "随函", "印送", "下发", "发给", "转给"}

// names reports whether the document that is being read names the one below h:
// by its number or by what its title says behind 关于.
func (w *walk) names(h *head) bool {
	what := h.title
	if i := scan.Index(what, "关于"); i > 0 {
		what = what[i:]
	}
	if i := strings.LastIndex(what, "的"); i > len("关于")*3 {
		what = what[:i]
	}
	named := func(s string) bool {
		return strings.Contains(s, what) || h.number.Number > 0 && strings.Contains(s, h.number.Text)
	}
	if what == "" || named(w.cur.title) {
		return true
	}
	for i := w.cur.end; i < h.top; i++ {
		if named(w.o.Lines[i].flat) {
			return true
		}
	}
	return false
}

// signing returns the first signing on the lines lo to hi; its line is -1 where there is none.
func (o *Outline) signing(lo, hi int) signing {
	for i := lo; i < hi; i++ {
		if s := o.signingOn(i); s.day != (scan.Day{}) {
			return s
		}
	}
	return signing{line: -1}
}

// signingOn returns the signing on line i; its day is zero if there is none.
func (o *Outline) signingOn(i int) signing {
	if day, name := o.signedOn(i); name != "" {
		return signing{line: i, day: day, name: name}
	}
	return signing{line: i, day: o.Lines[i].printedOn(), imprint: true}
}

// signedOn returns the full date on line i and the body's name before or above it, "" for none.
func (o *Outline) signedOn(i int) (day scan.Day, name string) {
	l := &o.Lines[i]
	if l.Mark.Kind != scan.NoMark {
		return day, ""
	}
	at, ok := dateLine(l.flat)
	if !ok {
		return day, ""
	}
	s := strings.TrimSuffix(strings.TrimPrefix(l.flat, "（"), "）")
	name = s[:at]
	for j := i - 1; name == "" && j >= 0 && j >= i-3; j-- {
		if o.Lines[j].Kind != Furniture {
			name = o.Lines[j].flat
		}
	}
	name = unsealed(name)
	if day = fullDay(s[at:]); day == (scan.Day{}) || !body(name) && !Officer(name) {
		return day, ""
	}
	return day, name
}

// printedOn returns the 印发日期 where l is a line of 印发机关和印发日期; else zero.
func (l *Line) printedOn() (day scan.Day) {
	if !printedLine(l.flat) {
		return scan.Day{}
	}
	scan.Dates(l.flat, func(lo, hi int, _ scan.Date) bool {
		day = fullDay(l.flat[lo:hi])
		return false
	})
	return day
}

// fullDay returns the date at the head of s if year, month and day are printed; else zero.
func fullDay(s string) scan.Day {
	d, _ := scan.DateOf(s)
	if d.Start.Year == 0 || d.Start.Month == 0 || d.Start.Day == 0 {
		return scan.Day{}
	}
	return d.Start
}

// hasProse reports whether sentences stand on the lines lo to hi.
func (o *Outline) hasProse(lo, hi int) bool {
	return slices.ContainsFunc(o.Lines[lo:hi], func(l Line) bool { return prose(l.flat) })
}

// between looks at the lines lo to hi, behind a signing and above a head: whether
// a 版记 stands there, and whether nothing does but notes, 版记 and furniture.
func (o *Outline) between(lo, hi int) (imprint, nothing bool) {
	nothing = true
	for i := lo; i < hi; i++ {
		l := &o.Lines[i]
		switch {
		case l.Kind >= Keywords || printedLine(l.flat):
			imprint = true
		case l.flat != "" && l.Kind != Furniture && !noteLine(l.flat) && !l.furniture():
			nothing = false
		}
	}
	return imprint, nothing
}

// belowAttachmentMark reports whether the mark of an attachment stands above
// line i, at most its title between.
func (o *Outline) belowAttachmentMark(i int) bool {
	for j, seen := i-1, 0; j >= 0 && seen < 3 && !prose(o.Lines[j].flat); j-- {
		l := &o.Lines[j]
		if attachmentMark(l.flat) > 0 {
			return true
		}
		if _, name := o.signedOn(j); name != "" || l.Kind >= Keywords {
			return false
		}
		if l.Kind != Furniture {
			seen++
		}
	}
	return false
}

// breaksAt reports whether a line of the source begins with line i, outside of tables.
func (o *Outline) breaksAt(i int) bool {
	at, from := o.cut(i)
	if b := o.Text.String()[at-1]; b != '\n' && b != '\f' {
		return false
	}
	return !slices.ContainsFunc(o.Source.Tables, func(t read.Table) bool { return t.Lo < from && from < t.Hi })
}

// newPage reports whether line i, not the first, stands on another page than the line before.
func (o *Outline) newPage(i int) bool {
	a, b := o.Lines[i-1].Text, o.Lines[i].Text
	_, end := a.Range(0, a.Len())
	start, _ := b.Range(0, b.Len())
	plain := o.Source.Plain
	return plain.Page(max(end-1, 0)) != plain.Page(start)
}
