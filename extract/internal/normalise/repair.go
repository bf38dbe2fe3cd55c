package normalise

import (
	"gongwen/extract/internal/normalise/mend"
	"gongwen/extract/internal/origin"
	"gongwen/model"
)

// repair mends what a conversion has broken: GBK pairs that a lost byte has put
// out of step (確?；顒禹樌麑嵤?。 is 確保活動順利實施。), and words that were read in
// the wrong character set. What is damaged beyond repair stays, with a warning.
// Sound text has no such places: package mend asks for characters that fit
// neither neighbour, and for a reading that is far more likely.
func repair(d *document) origin.Text {
	if d.opt.NoRepair {
		return d.Text
	}
	e := editor{t: d.Text}
	for _, r := range mend.Text(d.Text.String()) {
		span := d.Text.Span(r.Lo, r.Hi)
		kind := model.ByteShift
		switch r.Kind {
		case mend.Beyond:
			d.Warnings = append(d.Warnings, model.Warning{
				Code: "damaged-text", Message: "characters that a conversion destroyed",
				Evidence: model.Evidence{Span: span, Rule: "warnings/damaged-text"},
			})
			continue
		case mend.Charset:
			kind = model.MisDecoded
		}
		e.put(r.Text, r.Lo, r.Hi)
		d.Repairs = append(d.Repairs, model.Repair{
			Kind: kind, Original: span.Quote, Repaired: r.Text,
			Evidence: model.Evidence{Span: span, Rule: "repairs/" + string(kind)},
		})
	}
	return e.text()
}
