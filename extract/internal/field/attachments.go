package field

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"

	"gongwen/extract/internal/origin"
	"gongwen/extract/internal/segment"
	"gongwen/model"
)

// attachmentsField finds 附件说明 (7.3.4) and the 附件 themselves (7.3.7), joined.
var attachmentsField = &Field{
	Name: "attachments",
	Doc:  "附件: the entries of the 附件说明 joined with the texts behind the notice",
	Find: findAttachments,
}

func findAttachments(p *Pass) {
	for _, a := range p.Outline.Attachments {
		if !a.Present && !strings.ContainsFunc(a.Title.String(), unicode.IsLetter) { // its name was lost: 附件：1 .
			continue
		}
		x := model.Attachment{
			Number:   a.Number,
			Title:    attachmentTitle(a.Title.String()),
			Present:  a.Present,
			Text:     p.attachmentText(a),
			Sections: p.sections(a.Sections),
			Evidence: p.attachmentEvidence(a),
		}
		p.Notice.Attachments = append(p.Notice.Attachments, x)
	}
	sortAttachments(p.Notice.Attachments)
}

// attachmentTitle returns s without blanks of setting and the quotation mark
// that was left open by damage.
func attachmentTitle(s string) string { return strings.Trim(tight(s), "：: ") }

// attachmentText returns the words of the attachment, one paragraph a line,
// without its mark and title.
func (p *Pass) attachmentText(a *segment.Attachment) string {
	return p.paragraphs("", slices.DeleteFunc(slices.Clone(a.Lines), func(i int) bool {
		k := p.Outline.Lines[i].Kind
		return k == segment.AttachmentMark || k == segment.AttachmentTitle
	}))
}

// attachmentEvidence cites the entry of the 附件说明, else the mark and title
// above the text.
func (p *Pass) attachmentEvidence(a *segment.Attachment) model.Evidence {
	if a.Note >= 0 {
		return p.whole(a.Title, "attachments/note")
	}
	if len(a.Lines) == 0 {
		return p.whole(a.Title, "attachments/named")
	}
	t := p.Outline.Lines[a.Lines[0]].Text
	if a.Found.Len() > 0 && len(a.Lines) > 1 && p.Outline.Lines[a.Lines[0]].Kind == segment.AttachmentMark {
		t = origin.Join(t, a.Found)
	}
	return p.whole(t, "attachments/text")
}

// sortAttachments puts the attachments into the order of their numbers; those
// without stand at the end.
func sortAttachments(as []model.Attachment) {
	key := func(a model.Attachment) int {
		if a.Number == 0 {
			return math.MaxInt
		}
		return a.Number
	}
	slices.SortStableFunc(as, func(a, b model.Attachment) int { return cmp.Compare(key(a), key(b)) })
}
