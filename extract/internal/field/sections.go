package field

import (
	"strings"

	"gongwen/extract/internal/scan"
	"gongwen/extract/internal/segment"
	"gongwen/model"
)

// sectionsField finds the units of the body (结构层次, 7.3.3).
var sectionsField = &Field{
	Name: "sections",
	Doc:  "结构层次: every numbered or headed unit of the body, nested as it is numbered",
	Find: func(p *Pass) { p.Notice.Sections = p.sections(p.Outline.Sections) },
}

// sections returns the contract's form of the outline's sections.
func (p *Pass) sections(in []*segment.Section) []model.Section {
	if len(in) == 0 {
		return nil
	}
	out := make([]model.Section, 0, len(in))
	for _, s := range in {
		x := model.Section{
			Level:    s.Level,
			Marker:   squeeze(s.Marker.String()),
			Heading:  headingText(s.Heading.String()),
			Text:     p.own(s),
			Sections: p.sections(s.Sections),
		}
		switch {
		case len(s.Lines) == 0:
			x.Evidence = p.whole(s.Heading, "sections/run-in")
		default:
			l := &p.Outline.Lines[s.Lines[0]]
			rule, hi := "sections/mark", l.Head
			if l.Head == l.Words {
				rule, hi = "sections/item", firstSentence(l.String())
			}
			x.Evidence = p.Cite(l.Text, 0, hi, rule)
		}
		out = append(out, x)
	}
	return out
}

// headingText returns s without blanks of setting and the colon at its end.
func headingText(s string) string { return strings.TrimRight(tight(s), "：: ") }

// own returns the words of the section's own lines, one paragraph a line,
// without its marker and heading.
func (p *Pass) own(s *segment.Section) string {
	if len(s.Lines) == 0 {
		return ""
	}
	l := &p.Outline.Lines[s.Lines[0]]
	first := strings.TrimLeft(l.String()[l.Head:], "。：: 　")
	return p.paragraphs(first, s.Lines[1:])
}

// paragraphs returns first and the words of the lines, one paragraph a line.
func (p *Pass) paragraphs(first string, lines []int) string {
	size := len(first)
	for _, i := range lines {
		size += len("\n") + p.Outline.Lines[i].Text.Len()
	}
	if size == len(first) {
		return first
	}
	var b strings.Builder
	b.Grow(size)
	b.WriteString(first)
	for _, i := range lines {
		if t := p.Outline.Lines[i].String(); t != "" {
			if b.Len() > 0 {
				b.WriteByte('\n')
			}
			b.WriteString(t)
		}
	}
	return b.String()
}

// firstSentence returns the length of s up to and with its first full stop.
func firstSentence(s string) int {
	if i := scan.Index(s, "。"); i >= 0 {
		return i + len("。")
	}
	return len(s)
}
