package field

import (
	"fmt"
	"strings"

	"gongwen/extract/internal/scan"
	"gongwen/model"
)

// warningsField checks the notice against itself.
var warningsField = &Field{
	Name: "warnings",
	Doc:  "提示: what the notice says that cannot all be right",
	Find: findWarnings,
}

func findWarnings(p *Pass) {
	p.Notice.Warnings = append(p.Notice.Warnings, p.Source.Warnings...)
	p.earlyDeadlines()
	p.numberYear()
	p.missingAttachments()
	p.weekdays()
	p.serials()
}

// warn adds a warning.
func (p *Pass) warn(code, message string, e model.Evidence) {
	e.Rule = "warnings/" + code
	p.Notice.Warnings = append(p.Notice.Warnings, model.Warning{Code: code, Message: message, Evidence: e})
}

// earlyDeadlines finds deadlines before the date of issue.
func (p *Pass) earlyDeadlines() {
	n := p.Notice
	if len(n.IssuedOn) != len("2024-04-07") {
		return
	}
	for i := range n.Deadlines {
		d := &n.Deadlines[i]
		if len(d.Due) == len(n.IssuedOn) && d.Due < n.IssuedOn {
			p.warn("deadline-before-issue", fmt.Sprintf("due %s, issued on %s", d.Due, n.IssuedOn), d.Evidence)
		}
	}
}

// numberYear finds a number whose year is not the year of issue. A document
// numbered in December and dated in January is in order.
func (p *Pass) numberYear() {
	n := p.Notice
	if n.DocumentNumber == nil || n.DocumentNumber.Year == 0 || len(n.IssuedOn) < 4 || n.Publication != nil && n.Signature == nil {
		return
	}
	year := 0
	for _, c := range n.IssuedOn[:4] {
		year = year*10 + int(c-'0')
	}
	if d := year - n.DocumentNumber.Year; d < 0 || d > 1 {
		p.warn("number-year", fmt.Sprintf("numbered in %d, issued in %d", n.DocumentNumber.Year, year), n.DocumentNumber.Evidence)
	}
}

// missingAttachments finds texts of attachments that the 附件说明 does not name,
// where it names others.
func (p *Pass) missingAttachments() {
	named := false
	for _, a := range p.Outline.Attachments {
		named = named || a.Note >= 0
	}
	if !named {
		return
	}
	for _, a := range p.Outline.Attachments {
		if a.Note < 0 && a.Number > 0 && len(a.Lines) > 0 {
			p.warn("attachment-unlisted", fmt.Sprintf("attachment %d is not in the list of attachments", a.Number), p.attachmentEvidence(a))
		}
	}
}

// weekdays finds days whose printed weekday is another.
func (p *Pass) weekdays() {
	for i := range p.Dates {
		m := &p.Dates[i]
		if m.Date.Weekday == 0 || m.Start.Year == 0 || m.Start.Day == 0 || m.Start != m.End || m.Inferred {
			continue
		}
		if w := scan.Weekday(m.Start); w != m.Date.Weekday {
			t := p.Outline.Lines[m.Line].Text
			p.warn("weekday", fmt.Sprintf("%s is no 星期%s", m.Start, string([]rune("一二三四五六日")[m.Date.Weekday-1])), p.Cite(t, m.Lo, m.Hi, ""))
		}
	}
}

// serials finds rows of 一、二、三、 in which a serial is skipped or stands twice.
func (p *Pass) serials() {
	last := 0
	for _, s := range p.Outline.Sections {
		if s.Mark.Kind != scan.Han {
			continue
		}
		if last > 0 && s.Mark.Number != last+1 {
			p.warn("serial", fmt.Sprintf("%s follows %s", strings.TrimSpace(s.Marker.String()), han(last)), p.whole(s.Marker, ""))
		}
		last = s.Mark.Number
	}
}

// han returns the mark 一、 with the serial v, up to 99.
func han(v int) string {
	digits := []rune("〇一二三四五六七八九")
	switch {
	case v < 10:
		return string(digits[v]) + "、"
	case v < 20:
		return strings.TrimSuffix("十"+string(digits[v-10]), "〇") + "、"
	case v < 100:
		return strings.TrimSuffix(string(digits[v/10])+"十"+string(digits[v%10]), "〇") + "、"
	}
	return fmt.Sprint(v)
}
