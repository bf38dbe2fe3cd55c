package field

import (
	"strings"

	"gongwen/extract/internal/origin"
	"gongwen/extract/internal/scan"
	"gongwen/extract/internal/segment"
	"gongwen/model"
)

// numberField finds the document's own number, 发文字号 (7.2.5), told from those
// it cites by its place: a line of its own above the body.
var numberField = &Field{
	Name: "document_number",
	Doc:  "发文字号: the number on a line of its own above the body, or behind the title",
	Find: findNumber,
}

func findNumber(p *Pass) {
	for _, k := range []segment.Kind{segment.Number, segment.Urgency} { // a telegram's number stands beside its degree
		if l := p.Outline.First(k); l != nil {
			s := l.String()
			_, at := segment.Label(s)
			if lo, hi, ok := segment.OwnNumber(s[at:]); ok {
				p.Notice.DocumentNumber = p.number(l.Text, at+lo, at+hi, "document_number/line")
				return
			}
		}
	}
	// A title may carry it in brackets: …的通知（云政办发〔2024〕5号）.
	t := p.Outline.Title
	s := t.String()
	if lo, hi, ok := segment.OwnNumber(s); ok && bracketed(s, lo, hi) {
		p.Notice.DocumentNumber = p.number(t, lo, hi, "document_number/title")
		return
	}
	if lo := serialOrder(s); lo > 0 {
		p.Notice.DocumentNumber = p.number(t, lo, len(s), "document_number/order")
	}
}

// serialOrder returns where in the title s the number of an order stands that the body's
// name alone goes before (某某指挥部2号令); 0 if there is none.
func serialOrder(s string) int {
	t, ok := strings.CutSuffix(s, "号令")
	if !ok {
		return 0
	}
	name := strings.TrimRight(t, "0123456789")
	if n := len(t) - len(name); n == 0 || n > 3 {
		return 0
	}
	lo := len(strings.TrimSuffix(name, "第"))
	if name = squeeze(s[:lo]); !isBody(name) || scan.Has(name, "关于") {
		return 0
	}
	return lo
}

// bracketed reports whether the number at the bytes lo to hi of the title s
// stands in the bracket that ends it, alone or beside a date.
func bracketed(s string, lo, hi int) bool {
	before, after := s[:lo], s[hi:]
	i := strings.LastIndex(before, "（")
	if i < 0 || !strings.HasSuffix(after, "）") {
		return false
	}
	beside := strings.Trim(before[i+len("（"):]+strings.TrimSuffix(after, "）"), "，、 　")
	_, n := scan.DateOf(beside)
	return n == len(beside)
}

// number returns the document number at the bytes lo to hi of t.
func (p *Pass) number(t origin.Text, lo, hi int, rule string) *model.DocumentNumber {
	n, _ := scan.DocumentNumberOf(t.String()[lo:hi])
	text := n.Text
	if text == "" {
		text = t.String()[lo:hi]
	}
	if rule == "document_number/order" {
		n.Number, _ = scan.NumberOf(strings.TrimPrefix(text, "第"))
	}
	return &model.DocumentNumber{Text: text, Agency: n.Agency, Year: n.Year, Number: n.Number, Evidence: p.Cite(t, lo, hi, rule)}
}
