package field

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"gongwen/extract/internal/lexicon"
	"gongwen/extract/internal/scan"
	"gongwen/extract/internal/segment"
	"gongwen/model"
)

// datesField finds every date expression (日期) and supplies the years that the
// expressions leave out.
var datesField = &Field{
	Name: "dates",
	Doc:  "日期: every date expression, with the year that its sentence, the date of issue, the number or a date before it gives",
	Find: findDates,
}

func findDates(p *Pass) {
	ls := p.Outline.Lines
	p.Dates, p.byLine = p.Dates[:0], slices.Grow(p.byLine[:0], len(ls)+1)[:len(ls)+1]
	i := 0
	add := func(lo, hi int, d scan.Date) bool {
		if d.ShortYear && p.Outline.Taiwan {
			ofRepublic(&d)
		}
		p.Dates = append(p.Dates, Mention{Line: i, Lo: lo, Hi: hi, Date: d})
		return true
	}
	for i = range ls {
		p.byLine[i] = len(p.Dates)
		s := ls[i].String()
		scan.Dates(s, add)
		if ls[i].Kind == segment.IssueDate && len(p.Dates) == p.byLine[i] { // 20240407
			lo := len(s) - len(strings.TrimLeft(s, " 　"))
			if d, n := scan.CompactDayOf(strings.TrimRight(s[lo:], " 　")); n > 0 {
				add(lo, lo+n, d)
			}
		}
	}
	p.byLine[len(ls)] = len(p.Dates)
	p.resolve()
}

// ofRepublic counts the year of two digits from 1912, as Taiwan's documents print
// it (98年5月20日).
func ofRepublic(d *scan.Date) {
	for _, day := range []*scan.Day{&d.Start, &d.End} {
		if day.Year != 0 {
			day.Year = day.Year%100 + 1911
		}
	}
}

// In returns the date expressions on line i that lie in the piece of its text.
func (p *Pass) In(i int, in piece) []Mention {
	on := p.On(i)
	at := func(byte int) func(k int) bool { return func(k int) bool { return on[k].Lo >= byte } }
	on = on[sort.Search(len(on), at(in.lo)):]
	on = on[:sort.Search(len(on), at(in.hi))]
	if n := len(on); n > 0 && on[n-1].Hi > in.hi {
		on = on[:n-1]
	}
	return on
}

// resolve fills in the years. The order is the contract's: the expression, the
// sentence, the date of issue, the document number, the date of publication,
// the nearest full date before. Where a document has none of those of its own,
// the year that its title names goes before a date of the text, and the year that
// its work is of (2021年度申报工作), or that of the document which it passes on, stands
// in for one.
func (p *Pass) resolve() {
	doc := p.documentDay()
	if doc.Year == 0 && len(p.Dates) > 0 {
		p.nameYears()
	}
	var last scan.Day // the nearest full date before
	window := -1      // the nearest date before that has its month
	for k := range p.Dates {
		m := &p.Dates[k]
		if m.Date.DayAlone() {
			day := p.scheduled(m, window, doc)
			m.Start, m.End, m.Inferred = day, day, day.Month != 0
			if day.Month != 0 {
				window = k
			}
			continue
		}
		m.Start, m.End, m.Inferred = p.resolved(k, doc, last)
		if m.Date.DayBefore() && doc.Day != 0 {
			day := p.bound(m, window, doc)
			m.Start, m.End = day, day
		}
		if m.Start.Month != 0 && m.Date.Precision <= scan.DayOfMonth && !m.Date.Recurring && !m.Date.Label {
			window = k
		}
		if m.Date.Start.Year != 0 && m.Start.Day != 0 && m.Date.Precision <= scan.DayOfMonth {
			last = m.End
		}
	}
}

// scheduled returns the day of a mention that prints no month (16日上午), as
// schedules do: it is in the window before it (4月28日至5月2日), else in the month
// of the day before it, or in the next where that day ends a month and this one
// begins one. Far from any other date only a printed weekday tells the month of
// issue from the next.
func (p *Pass) scheduled(m *Mention, window int, doc scan.Day) scan.Day {
	day := m.Date.Start
	if window >= 0 && m.Line-p.Dates[window].Line <= nearLines {
		w := &p.Dates[window]
		in := inMonth(day, w.Start)
		if in.Before(w.Start) || w.End.Before(in) {
			in = inMonth(day, w.End)
		}
		if w.Start == w.End && w.End.Day > 31-turn && day.Day <= turn {
			in = inMonth(day, nextMonth(w.End))
		}
		if in.Month != 0 && m.weekdayFits(in) {
			return in
		}
	}
	if m.Date.Weekday != 0 && doc.Year != 0 && doc.Month != 0 {
		for _, month := range []scan.Day{doc, nextMonth(doc)} {
			if in := inMonth(day, month); in.Month != 0 && m.weekdayFits(in) {
				return in
			}
		}
	}
	return day
}

// bound returns the day of 28日前, which prints no month: in a line that plans days
// (（3月25日—29日）：…，28日前报送) of their month; else of the month of issue, or the next
// where it would be past by more than a late signature or its weekday says so.
func (p *Pass) bound(m *Mention, window int, doc scan.Day) scan.Day {
	if window >= 0 && p.Dates[window].Line == m.Line {
		if day := p.scheduled(m, window, scan.Day{}); day.Month != 0 && day.Year != 0 && !day.Before(doc) {
			return day
		}
	}
	if m.Start.Year != doc.Year || m.Start.Month != doc.Month || p.Notice.Genre == model.News {
		return m.Start
	}
	next := inMonth(m.Date.Start, nextMonth(doc))
	if next.Month != 0 && m.weekdayFits(next) && (doc.Day-m.Start.Day > turn || !m.weekdayFits(m.Start)) {
		return next
	}
	return m.Start
}

// weekdayFits reports whether day has the weekday that m prints, if it prints one.
func (m *Mention) weekdayFits(day scan.Day) bool {
	return m.Date.Weekday == 0 || day.Year == 0 || scan.Weekday(day) == m.Date.Weekday
}

// inMonth returns day in the month of ref; without a month where that has no such day.
func inMonth(day, ref scan.Day) scan.Day {
	in := scan.Day{Year: ref.Year, Month: ref.Month, Day: day.Day}
	if last := scan.LastDay(in.Year, in.Month); last > 0 && in.Day > last {
		return day
	}
	return in
}

// nextMonth returns the month behind that of d.
func nextMonth(d scan.Day) scan.Day {
	if d.Month++; d.Month > 12 {
		d.Month = 1
		d.Year += min(d.Year, 1)
	}
	return d
}

// The bounds of scheduled: lines between two dates of one schedule, and days
// about the turn of a month.
const (
	nearLines = 20
	turn      = 7
)

// resolved returns the days of the mention at k and whether their year was supplied.
func (p *Pass) resolved(k int, doc, last scan.Day) (start, end scan.Day, inferred bool) {
	m := &p.Dates[k]
	d := m.Date
	if d.Relative != "" || d.Recurring || d.Lunar && d.Start.Month == 0 && d.LunarMonth == 0 {
		return d.Start, d.End, false
	}
	ref := doc
	if ref.Year == 0 {
		ref = p.unsigned(d, last)
	}
	switch near, sure := p.neighbour(k); {
	case d.BackReference && last.Year != 0:
		ref = last
	case d.BackReference:
	case d.RelativeYear, d.RelativeMonth, d.RelativeWeek, d.RelativeDay, d.FromNow: // counted from the document
	case near != 0 && (sure || doc.Month == 0):
		ref.Year = near
	}
	r := d.Near(ref)
	if d.FromNow {
		r.Start = doc
		if doc.Day == 0 {
			r.Start = scan.Day{}
		}
	}
	supplied := d.End.Year == 0 && (r.End.Year != 0 || r.End.Month != 0) || d.Start.Year == 0 && !d.FromNow && !d.YearInherited && r.Start.Month != 0
	return r.Start, r.End, supplied && !d.Label
}

// neighbour returns the year that another expression of the same sentence
// prints, the one before going first. It is sure unless it only qualifies what
// follows (2024年工作计划): then the date of issue says more.
func (p *Pass) neighbour(k int) (year int, sure bool) {
	m := &p.Dates[k]
	on := p.On(m.Line)
	at := k - p.byLine[m.Line]
	s := p.Outline.Lines[m.Line].String()
	for i := at - 1; i >= max(0, at-neighbours) && m.Lo-on[i].Hi < maxSentence; i-- {
		if stopped(s[on[i].Hi:on[i+1].Lo]) {
			break
		}
		if y := on[i].Date.End.Year; y != 0 {
			return y, on[i].states(s)
		}
	}
	for i := at + 1; i < min(len(on), at+neighbours) && on[i].Lo-m.Hi < maxSentence; i++ {
		if stopped(s[on[i-1].Hi:on[i].Lo]) {
			break
		}
		if y := on[i].Date.Start.Year; y != 0 {
			return y, on[i].Date.Precision < scan.Year
		}
	}
	return 0, false
}

// neighbours is how many dates of a sentence are asked for their year.
const neighbours = 24

// stopped reports whether a stop that ends a sentence stands in s.
func stopped(s string) bool {
	for i := 0; i+2 < len(s); i++ {
		switch {
		case s[i] == 0xE3 && s[i+1] == 0x80 && s[i+2] == 0x82: // 。
			return true
		case s[i] == 0xEF && s[i+1] == 0xBC && (s[i+2] == 0x9B || s[i+2] == 0x81 || s[i+2] == 0x9F): // ；！？
			return true
		}
	}
	return false
}

// states reports whether the expression says when, and is not just the year in
// the name of something.
func (m *Mention) states(s string) bool {
	return m.Date.Precision < scan.Year || m.Date.Bound != scan.NoBound || strings.HasPrefix(s[m.Hi:], "，")
}

// documentDay returns the day that stands for the document's own: the date of
// issue; else what the number says, a year alone; else the date of publication.
func (p *Pass) documentDay() scan.Day {
	day, _ := p.signedOn()
	number := 0
	if p.Notice.DocumentNumber != nil {
		number = p.Notice.DocumentNumber.Year
	}
	switch {
	case day.Year != 0:
		return day
	case number != 0:
		day.Year = number
		return day
	case p.Notice.Publication != nil:
		return dayOf(p.Notice.Publication.PublishedOn)
	}
	return scan.Day{}
}

// signedOn returns the day below the signature and its mention; where none
// stands there, the one that stands alone above the text, as reports and some
// regulations have it, or beside the number.
func (p *Pass) signedOn() (scan.Day, *Mention) {
	var above *Mention
	noted := false // above is of a note of origin (题注)
	for i := range p.Outline.Lines {
		l := &p.Outline.Lines[i]
		if l.Kind != segment.IssueDate {
			continue
		}
		m, origin := p.issueOn(i)
		switch {
		case m == nil:
		case l.Part != segment.Header:
			return m.printed(), m
		case above == nil, noted && origin: // the note goes on over lines
			above, noted = m, origin
		}
	}
	if above == nil {
		above = p.numberDay()
	}
	if above == nil && p.Notice.Publication == nil {
		for i := range p.Outline.Lines { // 2020年2月28日印发: the imprint's, where the text has none
			if p.Outline.Lines[i].Kind == segment.Printed {
				above, _ = p.issueOn(i)
			}
		}
	}
	if above != nil {
		return above.printed(), above
	}
	return scan.Day{}, nil
}

// numberDay returns the day on the line of the document's number, or in the
// bracket behind the title that holds the number: 云政发〔1999〕3号　1999年2月5日.
func (p *Pass) numberDay() *Mention {
	if p.Notice.DocumentNumber == nil {
		return nil
	}
	bracket := p.Notice.DocumentNumber.Evidence.Rule == "document_number/title"
	for i := range p.Outline.Lines {
		l := &p.Outline.Lines[i]
		if l.Kind != segment.Number && !(bracket && l.Kind == segment.Title) {
			continue
		}
		on := p.On(i)
		for k := len(on) - 1; k >= 0; k-- {
			m := &on[k]
			if m.Date.Start.Year == 0 || m.Date.Start.Day == 0 || m.Date.Precision != scan.DayOfMonth || m.Start != m.End {
				continue
			}
			if bracket && !scan.Has(l.String()[:m.Lo], "（") {
				continue
			}
			return m
		}
	}
	return nil
}

// issueOn returns the day of issue that line i states, and whether the line is a
// note of origin (题注). Of several acts in such a note (3月15日会议通过 3月18日公布
// 自4月1日起施行) it is the last that made the text: what was adopted is then made
// public, and what is amended reads as amended from then on.
func (p *Pass) issueOn(i int) (found *Mention, origin bool) {
	on := p.On(i)
	s := p.Outline.Lines[i].String()
	for k := range on {
		m := &on[k]
		end := len(s)
		if k+1 < len(on) {
			end = on[k+1].Lo
		}
		if m.Date.Start.Month == 0 || m.Date.Bound == scan.After || within(s, m.Lo, "《", "》") {
			continue
		}
		act := actIn(s[m.Hi:end])
		if act == "施行" || lexicon.HasAnyPrefix(strings.TrimLeft(s[m.Hi:], " 　"), effects...) {
			continue
		}
		origin = origin || act != ""
		found = m
	}
	return found, origin
}

// actIn returns what s, the words behind a day in a note of origin, says was
// done on it: the first such word outside the titles of other documents.
func actIn(s string) string {
	for s != "" {
		if _, rest, ok := strings.Cut(s, "《"); ok && strings.HasPrefix(s, "《") {
			if _, rest, ok = strings.Cut(rest, "》"); !ok {
				return ""
			}
			s = rest
			continue
		}
		for _, w := range []string{"通过", "公布", "发布", "印发", "批准", "修订", "修正", "施行"} {
			if strings.HasPrefix(s, w) {
				return w
			}
		}
		_, n := utf8.DecodeRuneInString(s)
		s = s[n:]
	}
	return ""
}

// printed returns the day as printed, without the day of 2014年11月.
func (m *Mention) printed() scan.Day {
	day := m.Date.Start
	if m.Date.Precision > scan.DayOfMonth {
		day.Day = 0
	}
	return day
}

// isoDay writes a day in ISO 8601, XXXX for a year that nothing tells; nothing
// where no day is known.
func isoDay(d scan.Day) string {
	if d.Month == 2 && d.Day == 0 && d.Year == 0 {
		d.Day = 28 // the end of February in a year unknown
	}
	if d.Month == 0 || d.Day == 0 {
		return ""
	}
	return d.String()
}

// dayOf reads an ISO 8601 day; parts that are not there are zero.
func dayOf(iso string) scan.Day {
	var d scan.Day
	part := [...]*int{&d.Year, &d.Month, &d.Day}
	k := 0
	for i := range len(iso) {
		switch c := iso[i]; {
		case c >= '0' && c <= '9':
			*part[k] = *part[k]*10 + int(c-'0')
		case c == '-' && k < 2:
			k++
		default:
			return scan.Day{}
		}
	}
	return d
}

// patience is how many months before the date of issue a deadline or a coming
// event may lie: notices are signed late, but not by a season.
const patience = 3

// stale reports whether day lies more than patience months before the document's.
func stale(day, doc scan.Day) bool {
	if day.Year == 0 || doc.Year == 0 || doc.Month == 0 {
		return false
	}
	if doc.Day == 0 {
		doc.Day = 1
	}
	if doc.Month -= patience; doc.Month < 1 {
		doc.Month += 12
		doc.Year--
	}
	return day.Before(doc)
}

// coming resolves the mention as something that lies ahead: a year that was
// supplied and puts it long before the date of issue gives way to that of the
// date of issue, then to the next.
func (p *Pass) coming(m *Mention) {
	doc := p.issued
	if !m.Inferred || !stale(m.End, doc) || m.Date.BackReference {
		return
	}
	for year := doc.Year; year <= doc.Year+1; year++ {
		ref := doc
		ref.Year = year
		r := m.Date.Near(ref)
		if !stale(r.End, doc) {
			m.Start, m.End = r.Start, r.End
			return
		}
	}
}

// dateRolesField gives every date its role and puts the dates into the notice.
var dateRolesField = &Field{
	Name: "dates",
	Doc:  "日期: their roles, once all that gives a date its role is known",
	Find: findDateRoles,
}

func findDateRoles(p *Pass) {
	if len(p.Dates) == 0 {
		return
	}
	p.Notice.Dates = make([]model.Date, 0, len(p.Dates))
	for k := range p.Dates {
		m := &p.Dates[k]
		if m.Date.Label {
			continue // “4·15” names a day and states none
		}
		l := &p.Outline.Lines[m.Line]
		x := model.Date{
			Text:      tight(l.String()[m.Lo:m.Hi]),
			Precision: model.Precision(m.Date.Precision.String()),
			Role:      m.Role,
			Relative:  m.Date.Relative,
			Inferred:  m.Inferred,
			Evidence:  p.Cite(l.Text, m.Lo, m.Hi, "dates/expression"),
		}
		if m.Date.Relative == "" && !m.Date.Recurring {
			x.Start = isoDay(m.Start)
			if x.End = x.Start; m.End != m.Start {
				x.End = isoDay(m.End)
			}
		}
		if x.Role == "" {
			x.Role = p.role(l, m)
		}
		p.Notice.Dates = append(p.Notice.Dates, x)
	}
}

// role returns the role of a date that no other field claimed.
func (p *Pass) role(l *segment.Line, m *Mention) model.DateRole {
	s := l.String()
	switch {
	case l.Signs&segment.Cited != 0 && within(s, m.Lo, "《", "》"):
		return model.RoleReference
	case l.Part != segment.Body && l.Part != segment.Attachments, m.Date.Precision >= scan.Year, m.Date.Relative != "":
		return model.RoleOther
	case m.End.Year != 0 && p.Notice.IssuedOn != "" && !m.End.Before(p.issued):
		return model.RoleEvent
	}
	return model.RoleOther
}

// within reports whether s[at:] stands between an open and a close that s holds.
func within(s string, at int, open, shut string) bool {
	s, at = s[max(0, at-maxGroup):min(len(s), at+maxGroup)], min(at, maxGroup)
	i := lastSign(s[:at], open)
	return i >= 0 && !strings.Contains(s[i:at], shut) && strings.Contains(s[at:], shut)
}
