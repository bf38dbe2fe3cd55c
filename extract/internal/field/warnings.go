package field

import (
	"fmt"
	"strings"

	"gongwen/extract/internal/scan"
	"gongwen/extract/internal/segment"
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
	p.otherSigner()
	p.attachmentsDisagree()
	p.weekdays()
	p.serials()
	p.misspeltHosts()
}

// warn adds a warning.
func (p *Pass) warn(code, message string, e model.Evidence) {
	e.Rule = "warnings/" + code
	p.Notice.Warnings = append(p.Notice.Warnings, model.Warning{Code: code, Message: message, Evidence: e})
}

// earlyDeadlines finds deadlines of the body before the date of issue below it. A
// page's day of publication says nothing: pages are put up late.
func (p *Pass) earlyDeadlines() {
	n := p.Notice
	_, m := p.signedOn()
	if m == nil || len(n.IssuedOn) != len("2024-04-07") || p.Outline.Lines[m.Line].Part != segment.Body {
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

// weekdays finds days whose printed weekday is another. A supplied year must be
// that of the date of issue or the next, else it is the year that is wrong.
func (p *Pass) weekdays() {
	for i := range p.Dates {
		m := &p.Dates[i]
		if m.Date.Weekday == 0 || m.Date.RelativeWeek || m.Start.Year == 0 || m.Start.Day == 0 || m.Start != m.End {
			continue
		}
		if m.Inferred && (p.issued.Day == 0 || m.Start.Year != p.issued.Year || m.Start.Before(p.issued)) {
			continue
		}
		if w := scan.Weekday(m.Start); w != m.Date.Weekday {
			t := p.Outline.Lines[m.Line].Text
			p.warn("weekday", fmt.Sprintf("%s is a 星期%s", m.Start, weekdayName(w)), p.Cite(t, m.Lo, m.Hi, ""))
		}
	}
}

func weekdayName(w int) string { return "一二三四五六日"[3*w-3 : 3*w] }

// serials finds rows of 一、二、三、 and of （一）（二） in which a serial is skipped or
// stands twice. A row that begins anew belongs to another text.
func (p *Pass) serials() {
	p.row(p.Outline.Sections, scan.Han)
	for _, s := range p.Outline.Sections {
		p.row(s.Sections, scan.ParenHan)
	}
}

// row checks the serials of kind k among sections side by side.
func (p *Pass) row(sections []*segment.Section, k scan.MarkKind) {
	last := 0
	for _, s := range sections {
		if s.Mark.Kind != k {
			continue
		}
		if last > 0 && (s.Mark.Number == last || s.Mark.Number > last+1) {
			p.warn("serial", fmt.Sprintf("%s follows %s", strings.TrimSpace(s.Marker.String()), printedMark(k, last)), p.whole(s.Marker, ""))
		}
		last = s.Mark.Number
	}
}

// printedMark returns the mark of kind k with the serial v.
func printedMark(k scan.MarkKind, v int) string {
	if k == scan.ParenHan {
		return "（" + strings.TrimSuffix(han(v), "、") + "）"
	}
	return han(v)
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
