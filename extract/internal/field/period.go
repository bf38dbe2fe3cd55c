package field

import (
	"strings"

	"gongwen/extract/internal/lexicon"
	"gongwen/extract/internal/scan"
	"gongwen/extract/internal/segment"
	"gongwen/model"
)

// periodField finds the overall window of the campaign or event (活动期间).
var periodField = &Field{
	Name: "period",
	Doc:  "活动期间: from 定于…至…开展 in the text, or a line of 活动时间 that counts for the whole",
	Find: findPeriod,
}

var periodLabels = lexicon.Standard().Words("period_labels")

func findPeriod(p *Pass) {
	switch p.Notice.Genre {
	case model.News, model.Reply, model.Decision, model.Bulletin, model.Order, model.Letter, model.Minutes, model.Speech, model.Communique:
		return // they report or rule; what runs from day to day in them is not theirs
	}
	if m := p.labelledPeriod(); m != nil && !p.vague(m) {
		p.period(m, "period/活动时间")
		return
	}
	if m := p.statedPeriod(); m != nil && !p.vague(m) {
		if fine := p.onlyTime(m); fine != nil {
			m = fine
		}
		p.period(m, "period/定于")
	}
}

// vague reports whether the mention tells a time of the year and no days (2024年初): no
// event takes the whole month that it begins or ends with.
func (p *Pass) vague(m *Mention) bool {
	return lexicon.HasAnySuffix(p.Outline.Lines[m.Line].String()[m.Lo:m.Hi], "年初", "年底", "年末")
}

// period sets the period from the mention.
func (p *Pass) period(m *Mention, rule string) {
	p.coming(m)
	if m.Role == "" {
		m.Role = model.RolePeriod
	}
	t := p.Outline.Lines[m.Line].Text
	p.Notice.Period = &model.Period{
		Text:     tight(t.String()[m.Lo:m.Hi]),
		Start:    isoDay(m.Start),
		End:      isoDay(m.End),
		Inferred: m.Inferred,
		Evidence: p.Cite(t, m.Lo, m.Hi, rule),
	}
}

// spans reports whether the expression is a window: two ends, or a month.
func (m *Mention) spans() bool {
	return m.Start != m.End && m.Start.Month != 0 && m.End.Month != 0 && m.Date.Precision <= scan.Month &&
		m.Date.Bound != scan.Before && !m.Date.Recurring && !m.Date.Lunar
}

// until reports whether the expression is a window whose end is closed: 自8月1日起至7月31日止.
func (m *Mention) until() bool {
	return m.Date.Bound == scan.Before && m.Start != m.End && m.Start.Day != 0 && m.Date.Precision <= scan.DayOfMonth && m.Role == "" && !m.Date.FromNow
}

// labelledPeriod returns the window behind a label such as 活动时间 that stands
// above all items: on a line before the first section, or in a section of level
// 1. Where several lines have such a label, each belongs to an item of its own.
func (p *Pass) labelledPeriod() *Mention {
	var found *Mention
	look := func(i int, heading string) bool {
		m := p.labelled(i, heading)
		if m == nil {
			return true
		}
		if found != nil && (found.Start != m.Start || found.End != m.End) {
			found = nil
			return false
		}
		found = m
		return true
	}
	for _, i := range p.Outline.Lead {
		if !look(i, "") {
			return nil
		}
	}
	for _, s := range p.Outline.Sections {
		heading := strings.TrimRight(squeeze(s.Heading.String()), "：:")
		for k, i := range s.Lines {
			if k > 1 {
				heading = ""
			}
			if !look(i, heading) {
				return nil
			}
		}
		heading = strings.TrimRight(squeeze(s.Heading.String()), "：:")
		for _, item := range s.Sections {
			if p.timeItem(item, heading) && !look(item.Lines[0], heading) {
				return nil
			}
		}
	}
	if found == nil {
		found = p.onlyPeriod()
	}
	return found
}

// timeItem reports whether the item is labelled 时间 alone and stands below a heading of the time
// and the place of the whole: 1.时间： below 一、会议时间和地点.
func (p *Pass) timeItem(item *segment.Section, heading string) bool {
	if label := bareLabel(heading); label == heading || periodLabels.Suffix(label) == 0 || len(item.Lines) == 0 {
		return false
	}
	l := &p.Outline.Lines[item.Lines[0]]
	label, _, ok := labelOf(l.String()[l.Words:])
	return ok && squeeze(label) == "时间"
}

// onlyPeriod returns the window of the one line in the body that is labelled
// so, wherever it stands; items with times of their own have a line each.
func (p *Pass) onlyPeriod() *Mention {
	var found *Mention
	for i := range p.Outline.Lines {
		l := &p.Outline.Lines[i]
		on := p.On(i)
		if l.Part != segment.Body || len(on) == 0 {
			continue
		}
		label, _, ok := labelOf(l.String()[l.Words:])
		if !ok || width(label) > 10 || periodLabels.Suffix(squeeze(label)) == 0 || partEvent(squeeze(label), p.Outline.Title.String()) {
			continue
		}
		if found != nil || !on[0].spans() || endLost(l.String()[on[0].Hi:]) {
			return nil
		}
		found = &on[0]
	}
	return found
}

// onlyTime returns the days behind the one label 时间 of the body, where they lie
// within the stated month m.
func (p *Pass) onlyTime(m *Mention) *Mention {
	if m.Date.Precision < scan.Month {
		return nil
	}
	for k := range p.Dates {
		x := &p.Dates[k]
		l := &p.Outline.Lines[x.Line]
		if l.Part == segment.Body && x.spans() && x.Date.Precision <= scan.DayOfMonth && eventLabel(l.String()[:x.Lo], p.Outline.Title.String()) && !x.Start.Before(m.Start) && !m.End.Before(x.End) {
			return x
		}
	}
	return nil
}

// labelled returns the window on line i that a label before it, or the heading
// of its section, calls the time of the whole.
func (p *Pass) labelled(i int, heading string) *Mention {
	l := &p.Outline.Lines[i]
	if l.Kind != segment.Paragraph && l.Kind != segment.Heading {
		return nil
	}
	s := l.String()
	on := p.On(i)
	lead, off := "", false // the words before a window that the notice puts off
	for k := range on {
		m := &on[k]
		if !m.spans() && !m.until() || endLost(s[m.Hi:]) {
			continue
		}
		before := strings.TrimRight(squeeze(s[min(l.Words, m.Lo):m.Lo]), "：: 为是自从")
		if putOff(s[m.Hi:]) && k+1 < len(on) {
			lead, off = strings.TrimRight(strings.TrimSuffix(strings.TrimSuffix(before, "原定"), "由"), "：: "), true
			continue
		}
		if off {
			before = lead
		}
		if p.heldUnder(heading, before, s[m.Hi:]) {
			return m
		}
		if before == "" || before == heading {
			before = heading
			if bareLabel(before) == "时间" && m.Role == "" {
				return m
			}
		}
		before = bareLabel(before)
		if above := bareLabel(heading); before == "时间" && strings.HasSuffix(above, before) {
			before = above // 一、培训时间、地点, and below it 时间：
		}
		if (periodLabels.Suffix(before) > 0 || p.ofShortName(before)) && width(before) <= 14 && !partEvent(before, p.Outline.Title.String()) {
			return m
		}
		return nil
	}
	return nil
}

// ofShortName reports whether label is the time of what the notice itself gives a short name:
// 年检时间 where it says （以下简称“年检”）. What is short for something to be handed in has no period.
func (p *Pass) ofShortName(label string) bool {
	name, ok := strings.CutSuffix(label, "时间")
	if !ok || width(name) < 2 || width(name) > 6 || takesIn(name) || closing(label) {
		return false
	}
	for _, i := range p.Outline.Lead {
		if s := p.Outline.Lines[i].String(); containsAny(s, "简称"+name+"）", "简称“"+name+"”", "简称："+name+"）") {
			return true
		}
	}
	return false
}

// puttings are the words by which a notice puts another window in the place of the one before.
var puttings = []string{"改为", "调整为", "变更为", "更正为", "改至", "延期至", "延至", "推迟至", "推迟到", "顺延至", "提前至"}

// putOff reports whether after, the words behind a window, put another in its place.
func putOff(after string) bool {
	return lexicon.HasAnyPrefix(strings.TrimLeft(after, "（）， "), puttings...)
}

// heldUnder reports whether the words around a window say that the whole is held in it, below
// a heading of its time and place: 集中学习于…在…举行.
func (p *Pass) heldUnder(heading, before, after string) bool {
	if label := bareLabel(heading); label != "时间" && periodLabels.Suffix(label) == 0 {
		return false
	}
	what, ok := strings.CutSuffix(before, "于")
	if !ok || width(what) > 8 || scan.HasAny(what, "，。；：、") || partEvent(what, p.Outline.Title.String()) || containsAny(what, "报名", "报到", "提交") {
		return false
	}
	after = after[:sentenceLen(after)]
	return strings.HasPrefix(after, "在") && lexicon.HasAnySuffix(after, "举行", "举办", "进行", "召开", "开展")
}

// endLost reports whether a copy has lost the end of the window: 12月下旬至, and
// no day behind it. What is left is no window of the whole.
func endLost(after string) bool {
	after = strings.TrimLeft(after, " ")
	return lexicon.HasAnyPrefix(after, "至", "到", "—", "-", "～")
}

// statedPeriod returns the window of a sentence that sets a campaign or an event
// going: 定于4月10日至5月10日在全市开展…活动. It stands in the opening words; in a section
// it is the window of a part (评委会将于6月上旬安排面试).
func (p *Pass) statedPeriod() *Mention {
	opening := len(p.Outline.Lines)
	if len(p.Outline.Sections) > 0 && len(p.Outline.Sections[0].Lines) > 0 {
		opening = p.Outline.Sections[0].Lines[0]
	}
	for k := range p.Dates {
		m := &p.Dates[k]
		if m.Line >= opening {
			return nil
		}
		l := &p.Outline.Lines[m.Line]
		if l.Part != segment.Body || l.Kind != segment.Paragraph && l.Kind != segment.Heading || !m.spans() || m.Role != "" && !m.Date.FromNow {
			continue
		}
		s := l.String()
		before := s[:m.Lo]
		if strings.HasPrefix(s[m.Hi:], "以来") || strings.HasSuffix(s[m.Lo:m.Hi], "以来") {
			continue // 我馆自2月以来开展…: when it began
		}
		if m.Date.FromNow {
			rest := firstOf(s[m.Hi:], 180)
			if m.Start.Day != 0 && campaign(rest[:sentenceLen(rest)]) {
				return m // 决定即日起至6月底集中开展…整治
			}
			if m.Start.Day == 0 || m.Role != "" {
				continue
			}
		}
		if strings.HasSuffix(before, "原定于") || putOff(s[m.Hi:]) {
			continue // the notice puts it off
		}
		if !lexicon.HasAnySuffix(before, "定于", "拟于", "将于", "决定于", "决定在", "计划于", "定在", "定为", "安排在", "自", "从", "时间为") {
			if week(s[m.Hi:]) {
				return m
			}
			rest := firstOf(s[m.Hi:], 180)
			if !decidedAbove(before) && !(agreedAbove(before) && campaign(rest[:sentenceLen(rest)])) {
				continue
			}
		}
		rest := firstOf(s[m.Hi:], maxSentence)
		if setsGoing(before, rest[:sentences(rest, 0)[0].hi]) {
			return m
		}
	}
	return nil
}

// decidedAbove reports whether before, the words up to a window, end in 于 or 在 behind
// a clause in which the notice decides: 决定以“…”为主题，于6月上旬至7月上旬.
func decidedAbove(before string) bool {
	clause, ok := strings.CutSuffix(before, "，于")
	if !ok {
		clause, ok = strings.CutSuffix(before, "，在")
	}
	clause = lastOf(clause, maxLabel)
	if i := strings.LastIndex(clause, "。"); i >= 0 {
		clause = clause[i+len("。"):]
	}
	return ok && containsAny(clause, "决定以", "拟以", "决定围绕")
}

// agreedAbove reports whether before, the words up to a window, end in a clause that says who
// agreed to what follows: 经市人民政府同意，.
func agreedAbove(before string) bool {
	clause, ok := strings.CutSuffix(before, "，")
	clause = lastOf(clause, maxLabel)
	if i := strings.LastIndexAny(clause, "，。；"); i >= 0 {
		clause = strings.TrimLeft(clause[i:], "，。；")
	}
	return ok && strings.HasPrefix(clause, "经") && lexicon.HasAnySuffix(clause, "同意", "批准", "研究", "研究决定")
}

// campaign reports whether the words behind a window that begins now set a
// campaign going; 即日起至… is else the window of handing something in.
func campaign(after string) bool {
	for _, c := range []string{"开展", "实施", "组织"} {
		_, what, ok := strings.Cut(after, c)
		if i := strings.IndexAny(what, "，。；（"); i >= 0 {
			what = what[:i]
		}
		if what = strings.TrimSuffix(what, "”"); ok && lexicon.HasAnySuffix(what, "整治", "行动", "活动", "检查", "排查", "治理", "大检查", "攻坚", "督查") {
			return setsGoing("", after)
		}
	}
	return false
}

// week reports whether the words behind a window give it a name: 为防灾减灾宣传周.
func week(after string) bool {
	rest, ok := strings.CutPrefix(after, "为")
	if !ok {
		rest, ok = strings.CutPrefix(after, "是")
	}
	if !ok {
		return false
	}
	rest = firstOf(rest, maxLabel)
	if i := strings.IndexAny(rest, "，。；"); i >= 0 {
		rest = rest[:i]
	}
	return width(rest) <= 24 && lexicon.HasAnySuffix(rest, "周", "月", "活动周", "活动月", "宣传周”", "宣传月”")
}

// setsGoing reports whether the words around a window are of a campaign or an
// event, and not of an application, a publicity period or a holiday.
func setsGoing(before, after string) bool {
	if lexicon.HasAnySuffix(before, "领取时间为", "报到时间为") {
		return false
	}
	if reports(after) || containsAny(after, "放假", "休假", "公示", "报名", "停水", "停电", "受理", "施行", "有效") {
		return false
	}
	if containsAny(after, "开展", "举办", "举行", "组织", "召开", "进行", "实施", "启动") {
		return true
	}
	return lexicon.HasAnySuffix(before, "定于", "时间为", "定为") && strings.Trim(after, " ，。") == "" || strings.HasPrefix(after, "，") && lexicon.HasAnySuffix(before, "定于", "时间为", "定为")
}
