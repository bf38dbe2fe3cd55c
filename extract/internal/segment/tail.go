package segment

import "gongwen/extract/internal/lexicon"

import ()

// tail classifies what stands behind the sentences of the body: 附件说明, 署名,
// 成文日期, 附注, the attachments and the 版记.
func (b *bounds) tail() {
	ls := b.o.Lines
	if title := b.o.Title.String(); forwardsOrIssues(title) {
		b.carries = Squeezed(title)
	}
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

// footer marks the page furniture behind the document.
func (b *bounds) footer() {
	ls := b.o.Lines
	for i := b.body; i < len(ls); i++ {
		if ls[i].Kind != Stray {
			continue
		}
		s := ls[i].Text.String()
		if pageNumber(ls[i].flat) || i+1 < len(ls) && keeper(&ls[i], &ls[i+1]) || i > b.body && ls[i].furniture() && !prose(s) && !lexicon.HasAnyPrefix(s, "http://", "https://", "www.") {
			ls[i].Kind = Furniture
		}
	}
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
		case l.Kind >= Keywords && i >= b.body:
			l.Part = Imprint
		case i < b.body && l.Kind != Title && l.Kind != Addressees && (l.Kind != Paragraph || !dayLabel(l.String())) && (i < b.coverLo || i >= b.coverHi):
			l.Part = Header
		default:
			l.Part = Body
		}
	}
}

// keeper reports whether l says who keeps the site: 主办单位：, right above its registration.
func keeper(l, next *Line) bool {
	return lexicon.HasAnyPrefix(l.flat, "主办单位：", "主办：", "承办单位：", "版权所有：") && len(l.flat) <= 480 && next.Kind != Title && footers.In(next.flat)
}
