package field

import (
	"strings"

	"gongwen/extract/internal/lexicon"
	"gongwen/extract/internal/scan"
	"gongwen/extract/internal/segment"
	"gongwen/model"
)

// deadlinesField finds the deadlines (时限): each statement that something must be
// or will be done by a time.
var deadlinesField = &Field{
	Name: "deadlines",
	Doc:  "时限: what must be or will be done by a time (…前, 截止, 不迟于, a window's end, …日内), by whom and for whom",
	Find: findDeadlines,
}

func findDeadlines(p *Pass) {
	var standing standing
	for i := range p.Outline.Lines {
		l := &p.Outline.Lines[i]
		standing.next(p, l)
		if on := p.On(i); len(on) > 0 && obliges(l) {
			p.deadlinesOn(i, l, on, &standing)
		}
		p.cellDeadlines(i)
	}
}

// obliges reports whether the line is one in which deadlines are set: a line of
// the body or of an attachment, not one of the header, the signature or the imprint.
func obliges(l *segment.Line) bool {
	if l.Part != segment.Body && l.Part != segment.Attachments {
		return false
	}
	switch l.Kind {
	case segment.Paragraph, segment.Heading, segment.Stray:
		return true
	}
	return false
}

// A due is one date that is a deadline, with the words around it that belong to
// the time: the lead before it (截至, 请于) and the bracket behind it.
type due struct {
	m      *Mention
	time   piece  // the words of the time
	rule   string // which turn of phrase made it a deadline
	naming bool   // it stands behind a label, which names the action
	of     string // what it is a round of: 选课 of 选课：第一轮3月1日至3日，第二轮…
	before bool   // 前 stands behind the time
	clock  scan.Clock

	subject   string // what it is for, where other words than those around it tell
	subjectAt int    // where in the line the subject begins
}

// deadlinesOn finds the deadlines of the line, sentence by sentence: those of
// one sentence may share their subject or their verb.
func (p *Pass) deadlinesOn(i int, l *segment.Line, on []Mention, standing *standing) {
	s := l.String()
	var dues []due
	var at piece
	var bracket bool
	flush := func() {
		if len(dues) > 0 {
			p.actions(i, s, at, bracket, dues)
		}
		dues = nil
	}
	all := sentences(s, l.Words)
	chained := chain(s, on)
	for k := range on {
		m := &on[k]
		for len(all) > 1 && all[0].hi < m.Hi {
			all = all[1:]
		}
		if m.Lo < all[0].lo || !standing.binds(&m.Date) {
			continue
		}
		sentence, in := inBracket(s, all[0].near(s, m.Lo, m.Hi), m.Lo, m.Hi)
		if sentence != at {
			flush()
			at, bracket = sentence, in
		}
		if d, ok := p.due(s, sentence, m, chained[k]); ok && !again(s, sentence, &d, dues) {
			dues = append(dues, d)
		}
	}
	flush()
}

// again reports whether d only says the last day of a deadline before it in the sentence again:
// 请于3月12日至16日送交，最迟不超过3月16日.
func again(s string, in piece, d *due, dues []due) bool {
	if d.rule != "不迟于" || len(dues) == 0 || !opensClause(s, in, d) {
		return false
	}
	last := &dues[len(dues)-1]
	return last.m.Date.Relative == "" && last.m.End == d.m.End
}

// tells reports whether the document tells what has been done, so that only
// words that ask or promise make a deadline in it.
func (p *Pass) tells() bool {
	switch p.Notice.Genre {
	case model.News, model.Report, model.Bulletin, model.Communique, model.Speech:
		return true
	}
	return false
}

// ahead reports whether the day at m lies behind the day on which a report or a circular of
// findings was issued: nobody has done yet what it says of that day.
func (p *Pass) ahead(m *Mention) bool {
	switch p.Notice.Genre {
	case model.Report, model.Bulletin:
		return p.issued.Day != 0 && p.issued.Year != 0 && m.End.Year != 0 && p.issued.Before(m.End)
	}
	return false
}

// reported reports whether the words before a time in a news report tell what a
// document demanded of others: 市政府印发《办法》，要求各区…. The report itself asks nobody.
func (p *Pass) reported(before string) bool {
	if p.Notice.Genre != model.News {
		return false
	}
	i := scan.Index(before, "》")
	return i >= 0 && scan.Has(before[i:], "要求") && containsAny(before[:i], "印发《", "出台《", "下发《", "发布《")
}

// nextDay returns where the time begins whose count starts the day after something,
// 于本公告刊登之次日起30日内; -1 where at is no such count.
func nextDay(s string, floor, at int) int {
	t := strings.TrimRight(s[floor:at], " ")
	if !lexicon.HasAnySuffix(t, "次日起", "翌日起") {
		return -1
	}
	t = lastOf(t, 120)
	for _, w := range []string{"于", "自", "从"} {
		if i := strings.LastIndex(t, w); i >= 0 && !scan.HasAny(t[i:], "，。；") {
			return floor + len(strings.TrimRight(s[floor:at], " ")) - len(t) + i
		}
	}
	return -1
}

// publicises reports whether the notice itself makes something public (公示): its
// title says so, or the line does.
func (p *Pass) publicises(line string) bool {
	return scan.Has(p.Outline.Title.String(), "公示") || scan.Has(line, "现") && containsAny(line, "予以公示", "公示如下", "进行公示", "现公示")
}

// chain tells which dates share the 前 behind the last of a list: 3月15日、6月15日、
// 9月15日前.
func chain(s string, on []Mention) []bool {
	out := make([]bool, len(on))
	for k := len(on) - 2; k >= 0; k-- {
		switch s[on[k].Hi:on[k+1].Lo] {
		case "、", "和", "及", "，":
			last := on[k+1].Date.Bound == scan.Before || out[k+1]
			out[k] = last && on[k].Date.Bound == scan.NoBound && on[k].Start == on[k].End && on[k].Date.Precision == scan.DayOfMonth
		}
	}
	return out
}

// due reports whether the date is a deadline, and by which turn of phrase.
func (p *Pass) due(s string, in piece, m *Mention, chained bool) (due, bool) {
	d := due{m: m, time: piece{m.Lo, m.Hi}, before: chained}
	x := &m.Date
	if x.Recurring || x.Label || x.Lunar || p.Outline.Lines[m.Line].Signs&segment.Cited != 0 && within(s, m.Lo, "《", "》") {
		return d, false
	}
	if x.Relative != "" {
		if strings.HasPrefix(x.Anchor, "公示") && !p.publicises(s[max(0, m.Lo-maxSentence):min(len(s), m.Hi+maxSentence)]) {
			return d, false // a step to come, not the notice's own
		}
		for _, w := range []string{"收到", "接到"} { // 各单位收到通知后3日内
			if i := scan.Index(s[m.Lo:m.Hi], w); i > 0 && !lexicon.HasAnyPrefix(s[m.Lo:], "自", "从") {
				d.time.lo += i
			}
		}
		if at := nextDay(s, in.lo, m.Lo); at >= 0 {
			d.time.lo = at
		}
		d.rule = relativeRule(s, in, m)
		return d, d.rule != "" && !p.reported(s[in.lo:m.Lo])
	}
	if m.End.Month == 0 || x.Precision == scan.Year {
		return d, false
	}
	if (x.BackReference || x.Start.Month == 0) && containsAny(s[in.lo:m.Lo], "每月", "每季", "每年", "每周", "每学期", "每半年", "按月", "按季", "逐月") {
		return d, false // 每月报表于次月5日前报送
	}
	if x.RelativeDay && x.BackReference && !p.nextTo(s, in, m) {
		return d, false // 报名结束次日
	}
	d.clock = x.To
	if x.Bound == scan.NoBound {
		d.untilPart(s[:in.hi])
	}
	d.rule = p.rule(s, in, m, &d)
	if d.rule == "" || p.superseded(m.Line, s, in, m) {
		return d, false
	}
	if !d.before && strings.HasSuffix(s[:d.time.lo], "（") && strings.HasPrefix(s[d.time.hi:], "）") {
		d.time.lo, d.time.hi = d.time.lo-len("（"), d.time.hi+len("）")
	}
	if p.tells() && !p.ahead(m) && !containsAny(s[in.lo:in.hi], "请", "须", "应", "务必", "拟", "将", "计划", "力争", "确保", "要") {
		return d, false
	}
	if p.reported(s[in.lo:m.Lo]) {
		return d, false
	}
	p.coming(m)
	p.inTurn(m)
	if stale(m.End, p.issued) {
		return d, false // long past when the notice was issued: history or a condition
	}
	return d, true
}

// dayParts are the parts of a day that may stand between a day and 前, beside
// hours: 放学前, 第二节课前.
var dayParts = []string{"上午", "下午", "中午", "晚上", "晚", "下班", "放学", "上班", "上课", "早读", "晚自修", "晚自习", "第一节课", "第二节课", "第三节课", "第四节课", "课间操", "闭馆", "关馆", "关门", "收工", "散会", "熄灯"}

// untilPart takes into the time what stands between its day and 前, and 前
// itself: 4月1日放学前, 明天（2月3日）中午12:30之前, 3月14日（下周一）18:00, 5月25日前提交.
func (d *due) untilPart(s string) {
	lo, hi := d.time.lo, d.time.hi
	if strings.HasSuffix(s[:lo], "（") && strings.HasPrefix(s[hi:], "）") {
		lo, hi = lo-len("（"), hi+len("）")
		for _, day := range []string{"明天", "今天", "后天", "本周", "下周", "周一", "周二", "周三", "周四", "周五", "周六", "周日", "本", "下"} {
			if strings.HasSuffix(s[:lo], day) {
				lo -= len(day)
			}
		}
	} else if strings.HasPrefix(s[hi:], "（") {
		if n := groupLen(s[hi:min(len(s), hi+40)], '（'); n > 0 && (containsAny(s[hi:hi+n], "周", "星期", "今天", "明天") || isDay(s[hi+len("（"):hi+n-len("）")])) {
			hi += n
		}
	}
	outside := hi > d.time.hi
	fixed := 0 // where the hour ends: what stands behind it (闭馆) belongs to the time only before 前
	for range 2 {
		if c, n := scan.ClockOf(s[hi:]); n > 0 {
			d.clock = c
			hi += n
			fixed = hi
		}
		for _, w := range dayParts {
			if strings.HasPrefix(s[hi:], w) {
				hi += len(w)
				break
			}
		}
	}
	if d.clock.Set { // 8月31日上午8:30—11:00
		for _, w := range []string{"—", "-", "－", "至", "~", "——"} {
			if rest, ok := strings.CutPrefix(s[hi:], w); ok {
				if c, n := scan.ClockOf(rest); n > 0 {
					d.clock = c
					hi += len(w) + n
				}
			}
		}
	}
	for _, w := range []string{"之前", "以前", "前"} {
		if rest, ok := strings.CutPrefix(s[hi:], w); ok && (lexicon.HasAnyPrefix(rest, "来电", "来函") || !lexicon.HasAnyPrefix(rest, "往", "来", "期", "述", "后", "提条", "言", "景", "沿")) {
			d.before = true
			d.time = piece{lo, hi + len(w)}
			return
		}
	}
	if fixed > 0 && d.clock.Set && hi > fixed && lexicon.HasAnyPrefix(s[fixed:], dayParts...) {
		hi = fixed
	}
	if outside || d.clock.Set {
		d.time = piece{lo, hi}
	}
}

// isDay reports whether s is a day and nothing else.
func isDay(s string) bool {
	d, n := scan.DateOf(s)
	return n > 0 && n == len(s) && d.Start.Day != 0
}

// duePart sets the day and the time of day of the deadline.
func duePart(x *model.Deadline, d *due) {
	m := d.m
	if m.Date.Relative != "" {
		x.Relative = m.Date.Relative
		return
	}
	x.Due = isoDay(m.End)
	if m.Start != m.End && m.Date.Precision <= scan.DayOfMonth {
		x.Start = isoDay(m.Start)
	}
	if d.clock.Set {
		x.Time = d.clock.String()
	}
	x.Inferred = m.Inferred
}
