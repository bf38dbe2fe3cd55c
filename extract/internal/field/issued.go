package field

import (
	"strings"

	"gongwen/extract/internal/lexicon"
	"gongwen/extract/internal/scan"
	"gongwen/extract/internal/segment"
	"gongwen/model"
)

// issuedField finds 成文日期 (7.3.5.4).
var issuedField = &Field{
	Name: "issued_on",
	Doc:  "成文日期: the day below the signature; for a web page without one, its day of publication",
	Find: findIssued,
}

func findIssued(p *Pass) {
	day, m := p.signedOn()
	switch {
	case m != nil:
		m.Role = model.RoleIssued
		if day.Year == 0 {
			day.Year = m.Start.Year
		}
	case p.Notice.Publication != nil:
		day = dayOf(p.Notice.Publication.PublishedOn)
		if n := p.Notice.DocumentNumber; n != nil && n.Year > 0 && day.Year > n.Year+1 {
			day = scan.Day{} // a site that posted it years later
		}
	}
	p.issued = day
	p.Notice.IssuedOn = isoDay(day)
	if day.Year == 0 {
		p.Notice.IssuedOn = ""
	}
	if p.Notice.IssuedOn != "" && m != nil && p.Notice.Signature != nil {
		p.Notice.Signature.Date = p.Notice.IssuedOn
	}
}

// effectiveField finds 施行日期.
var effectiveField = &Field{
	Name: "effective_on",
	Doc:  "施行日期: the day from which the document says that it applies (自2024年6月1日起施行)",
	Find: findEffective,
}

// effects are the verbs that put a document into force.
var effects = []string{"施行", "实施", "执行", "生效", "正式施行", "正式实施", "正式执行", "起施行", "起实施", "起执行", "起生效"}

func findEffective(p *Pass) {
	for _, part := range []segment.Part{segment.Body, segment.Attachments} {
		for k := range p.Dates {
			m := &p.Dates[k]
			l := &p.Outline.Lines[m.Line]
			if l.Part != part || m.Start.Year == 0 || m.Date.Precision > scan.DayOfMonth || m.Date.FromNow || m.Start != m.End {
				continue
			}
			s := l.String()
			if !lexicon.HasAnySuffix(s[:m.Lo], "自", "从", "于") || !lexicon.HasAnyPrefix(s[m.Hi:], effects...) || !itself(s[:m.Lo]) {
				continue
			}
			m.Role = model.RoleEffective
			p.Notice.EffectiveOn = m.Start.String()
			return
		}
	}
	p.notedEffect()
}

// notedEffect takes the day that the note of origin (题注) gives, where the text
// gives none: （2018年10月12日公布　自2019年1月1日起施行）.
func (p *Pass) notedEffect() {
	for k := range p.Dates {
		m := &p.Dates[k]
		l := &p.Outline.Lines[m.Line]
		if l.Part != segment.Header || l.Kind != segment.IssueDate || m.Start.Year == 0 || m.Date.Precision > scan.DayOfMonth || m.Start != m.End {
			continue
		}
		if s := l.String(); lexicon.HasAnyPrefix(strings.TrimLeft(s[m.Hi:], " 　"), effects...) && !within(s, m.Lo, "《", "》") {
			m.Role = model.RoleEffective
			p.Notice.EffectiveOn = m.Start.String()
			return
		}
	}
}

// itself reports whether before, the words before the day, speak of the
// document and not of one that it cites: 本办法自, 本通知自, 现予公布，自, or nothing
// but 自.
func itself(before string) bool {
	if i := strings.LastIndexAny(before, "。；\n"); i >= 0 {
		before = strings.TrimLeft(before[i:], "。；\n")
	}
	return scan.Has(before, "本") || containsAny(before, "现予公布", "现予发布", "现予印发") || width(before) <= 12 && !scan.Has(before, "》")
}
