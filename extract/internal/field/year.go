package field

import (
	"strings"

	"gongwen/extract/internal/scan"
	"gongwen/extract/internal/segment"
)

// A namedYear is the year that the title or the opening words name: a calendar
// year, or the two of a school year (2011—2012学年度).
type namedYear struct{ first, last int }

// schoolMonth is the month in which a school year begins.
const schoolMonth = 8

// of returns the year of a day in month.
func (y namedYear) of(month int) int {
	if month >= schoolMonth {
		return y.first
	}
	return y.last
}

// yearNamed returns the year that the mention names.
func yearNamed(m *Mention) namedYear {
	y := namedYear{m.Date.Start.Year, m.Date.Start.Year}
	if m.Date.Academic {
		y.last = m.Date.End.Year
	}
	return y
}

// nameYears finds the years that the title and the opening words name.
func (p *Pass) nameYears() {
	for i := range p.Outline.Lines {
		if p.Outline.Lines[i].Kind != segment.Title {
			continue
		}
		for _, m := range p.On(i) {
			if m.Date.Start.Year != 0 && p.titleYear.first == 0 {
				p.titleYear = yearNamed(&m)
			}
		}
	}
	for _, i := range p.Outline.Lead {
		s := p.Outline.Lines[i].String()
		if p.passedYear == 0 {
			p.passedYear = yearPassedOn(s)
		}
		on := p.On(i)
		for k := range on {
			if m := &on[k]; m.Date.Precision == scan.Year && m.Date.Start.Year != 0 && ofWork(s, m) {
				p.workYear = yearNamed(m)
			}
		}
	}
}

// yearPassedOn returns the year of the document that the opening words s pass on: it is
// passed on soon after its issue (现将《…》（云政发〔2014〕1号）转发给你们). One that they only
// rest on (根据…) may be years old.
func yearPassedOn(s string) int {
	open := scan.Index(s, "现将《")
	if open < 0 {
		return 0
	}
	s = s[open:]
	s = s[:sentenceLen(s)]
	shut := titleEnd(s, len("现将"))
	end := scan.Index(s, "转发")
	if shut < 0 || end < shut {
		return 0
	}
	year := 0
	scan.DocumentNumbers(s[shut:end], func(lo, hi int, n scan.DocumentNumber) bool {
		year = n.Year
		return false
	})
	return year
}

// ofWork reports whether the year at m is that of the work which the sentence is
// about: 2021年度, 2011—2012学年度, 2016年是建市30周年. The year of a cited document or
// of something done is none.
func ofWork(s string, m *Mention) bool {
	if within(s, m.Lo, "《", "》") || within(s, m.Lo, "“", "”") {
		return false
	}
	return m.Date.Academic || strings.HasSuffix(s[m.Lo:m.Hi], "年度") || strings.HasPrefix(s[m.Hi:], "度") || strings.HasPrefix(s[m.Hi:], "是")
}

// unsigned returns the day from which a date is counted in a document without a day
// or a year of its own; last is the nearest full date before.
func (p *Pass) unsigned(d scan.Date, last scan.Day) scan.Day {
	switch {
	case p.titleYear.first != 0:
		return scan.Day{Year: p.titleYear.of(d.End.Month)}
	case last.Year != 0:
		return last
	}
	if p.workYear.first == 0 && p.passedYear != 0 {
		return scan.Day{Year: p.passedYear}
	}
	if d.End.Month <= yearEnd && p.workYear.first == p.workYear.last {
		return scan.Day{}
	}
	return scan.Day{Year: p.workYear.of(d.End.Month)}
}

// yearEnd is the last month in which the work of a year (2021年度总结) may still go on
// in the next: a day up to then may be of either.
const yearEnd = 3

// inTurn gives the mention the year of the date of issue where it took that of a later date
// of its sentence, and would then lie behind that date: rows of days are printed in their
// order, with the year only where it turns (11月8日前…，2025年1月20日前…, issued in October 2024).
func (p *Pass) inTurn(m *Mention) {
	doc := p.issued
	if !m.Inferred || doc.Year == 0 || doc.Month == 0 || m.Date.BackReference || m.End.Month == 0 {
		return
	}
	next := p.dateBehind(m)
	if next == nil || next.Start.Year <= doc.Year || !next.Start.Before(m.End) {
		return
	}
	r := m.Date.Near(doc)
	if r.End.Year == doc.Year && !r.Start.Before(doc) && r.End.Before(next.Start) {
		m.Start, m.End = r.Start, r.End
	}
}

// dateBehind returns the next date of the sentence that prints its year and its month.
func (p *Pass) dateBehind(m *Mention) *Mention {
	s := p.Outline.Lines[m.Line].String()
	on := p.In(m.Line, piece{m.Hi, min(len(s), m.Hi+maxSentence)})
	for k := range on {
		x := &on[k]
		if stopped(s[m.Hi:x.Lo]) {
			break
		}
		if x.Date.Start.Year == 0 || x.Start.Month == 0 {
			continue
		}
		return x
	}
	return nil
}

// nextTo counts the day at m (次日, 当日) from the date before it in its sentence; false
// where there is none.
func (p *Pass) nextTo(s string, in piece, m *Mention) bool {
	on := p.In(m.Line, piece{in.lo, m.Lo})
	for k := len(on) - 1; k >= 0; k-- {
		if from := on[k].End; from.Day != 0 && from.Month != 0 && !on[k].Date.Label {
			r := m.Date.Near(from)
			m.Start, m.End, m.Inferred = r.Start, r.End, true
			return true
		}
	}
	return false
}
