package field

import (
	"slices"
	"strings"

	"gongwen/extract/internal/lexicon"
	"gongwen/extract/internal/scan"
	"gongwen/extract/internal/segment"
	"gongwen/model"
)

// describe fills in what the section says of the activity: its time, the
// attachments that it points to, and what its labels name.
func (p *Pass) describe(x *model.Activity, s *segment.Section) {
	if x.Start == "" {
		if m := p.timeOf(s); m != nil {
			p.when(x, m)
		}
	}
	p.details(x, s)
	if len(s.Lines) > 0 {
		l := &p.Outline.Lines[s.Lines[0]]
		rest := strings.TrimLeft(l.String()[l.Head:], "。：: 　")
		if rest == "" && len(s.Lines) > 1 {
			rest = p.Outline.Lines[s.Lines[1]].String()
		}
		if !strings.Contains(x.Name, rest) && width(rest) > 6 {
			x.Description = tight(rest[:firstSentence(rest)])
		}
	}
}

// details reads the lines of the section and of its sections.
func (p *Pass) details(x *model.Activity, s *segment.Section) {
	for _, i := range s.Lines {
		l := &p.Outline.Lines[i]
		t := l.String()
		x.Attachments = attachmentNumbers(t, x.Attachments)
		label, value, ok := labelOf(t[l.Words:])
		if !ok || width(label) > 8 {
			continue
		}
		value = strings.TrimRight(tight(strings.TrimSpace(value)), "。；")
		if value == "" || width(value) > 60 {
			continue
		}
		switch label = squeeze(label); {
		case strings.HasSuffix(label, "地点") && x.Place == "":
			x.Place = value
		case lexicon.HasAnySuffix(label, "主办单位", "承办单位", "组织单位", "主办", "承办", "责任单位") && x.Organiser == "":
			x.Organiser = value
		case lexicon.HasAnySuffix(label, "对象", "参加人员", "参与人员", "参赛人员", "参与范围", "参加范围") && x.Audience == "":
			x.Audience = value
		}
	}
	for _, child := range s.Sections {
		p.details(x, child)
	}
}

// attachmentNumbers adds to list the attachments that t points to: 附件1, 附件1、2,
// 附件1和附件3.
func attachmentNumbers(t string, list []int) []int {
	for {
		i := scan.Index(t, "附件")
		if i < 0 {
			return list
		}
		t = strings.TrimLeft(t[i+len("附件"):], " 　")
		for {
			v, n := scan.NumberOf(t)
			if n == 0 || v < 1 || v > 40 {
				break
			}
			if !slices.Contains(list, v) {
				list = append(list, v)
				slices.Sort(list)
			}
			t = t[n:]
			rest, ok := strings.CutPrefix(t, "、")
			if !ok {
				break
			}
			t = strings.TrimLeft(rest, " ")
		}
	}
}

// when sets the time of the activity.
func (p *Pass) when(x *model.Activity, m *Mention) {
	p.coming(m)
	x.Start, x.End = isoDay(m.Start), isoDay(m.End)
	x.TimeText = tight(p.Outline.Lines[m.Line].String()[m.Lo:m.Hi])
	x.Inferred = m.Inferred
	if m.Role == "" {
		m.Role = model.RoleEvent
	}
}

// timeOf returns the time of the activity that the section is: in the bracket of
// its heading, on a line labelled with a time, or the first that its sentences state.
func (p *Pass) timeOf(s *segment.Section) *Mention {
	if len(s.Lines) == 0 {
		return nil
	}
	head := &p.Outline.Lines[s.Lines[0]]
	on := p.On(s.Lines[0])
	end := head.Words + firstSentence(head.String()[head.Words:])
	for k := range on {
		if on[k].Hi <= end && on[k].Lo >= head.Words && usable(&on[k]) && on[k].Date.Bound != scan.Before && within(head.String(), on[k].Lo, "（", "）") {
			return &on[k]
		}
	}
	if m := p.labelledTime(s); m != nil {
		return m
	}
	for _, i := range s.Lines {
		on := p.On(i)
		for k := range on {
			m := &on[k]
			t := p.Outline.Lines[i].String()
			if usable(m) && (m.Role != model.RoleDeadline || m.Start != m.End) && m.Date.Bound != scan.Before && states(t, m) {
				return m
			}
		}
	}
	return nil
}

// labelledTime returns the first date behind a label such as 活动时间, in the
// section or in one of its own.
func (p *Pass) labelledTime(s *segment.Section) *Mention {
	for _, i := range s.Lines {
		if m := p.timeOn(i); m != nil {
			return m
		}
	}
	for _, child := range s.Sections {
		if m := p.labelledTime(child); m != nil {
			return m
		}
	}
	return nil
}

// timeOn returns the date that a label on line i calls a time of doing, not of
// handing in.
func (p *Pass) timeOn(i int) *Mention {
	l := &p.Outline.Lines[i]
	on := p.On(i)
	if len(on) == 0 {
		return nil
	}
	label, _, ok := labelOf(l.String()[l.Words:])
	label = squeeze(label)
	if !ok || width(label) > 10 || !lexicon.HasAnySuffix(label, "时间", "日期") || takesIn(label) || closing(label) {
		return nil
	}
	for k := range on {
		if usable(&on[k]) && on[k].Role != model.RoleDeadline {
			return &on[k]
		}
	}
	return nil
}

// usable reports whether the mention can be the time of an activity.
func usable(m *Mention) bool {
	return m.Date.Relative == "" && !m.Date.Label && !m.Date.Recurring && !m.Date.Lunar && m.Date.Precision <= scan.Month && m.End.Month != 0
}

// states reports whether the date opens its sentence or stands behind 于 or 在:
// then the sentence says that something happens on it.
func states(s string, m *Mention) bool {
	before := strings.TrimRight(s[:m.Lo], " 　")
	if within(s, m.Lo, "《", "》") || within(s, m.Lo, "（", "）") {
		return false
	}
	return before == "" || lexicon.HasAnySuffix(before, "。", "；", "于", "在", "，", "自", "从") || lexicon.HasAnySuffix(before, ".", "、") || stated(before) || byAll(before)
}

// byAll reports whether the clause before a date says only who acts: 各高校.
func byAll(before string) bool {
	clause := lastOf(before, 60)
	if i := strings.LastIndexAny(clause, "，。；"); i >= 0 {
		clause = clause[i+len("，"):]
	}
	return strings.HasPrefix(clause, "各") && width(clause) <= 8
}

// stated reports whether the words before a date end in the label of a time or
// of a stage: 走访慰问老党员，时间：6月下旬.
func stated(before string) bool {
	label, ok := strings.CutSuffix(lastOf(before, 60), "：")
	if i := strings.LastIndexAny(label, "，。；"); i >= 0 {
		label = label[i:]
		label = label[len("，"):]
	}
	return ok && lexicon.HasAnySuffix(label, "时间", "阶段") && !takesIn(label) && !closing(label)
}

// labelOf returns the label that opens s and what stands behind it: 时间：3月1日
// and 【活动时间】3月1日.
func labelOf(s string) (label, value string, ok bool) {
	if in, found := strings.CutPrefix(s, "【"); found {
		if label, value, ok = strings.Cut(in, "】"); ok {
			return label, strings.TrimPrefix(value, "："), true
		}
	}
	return strings.Cut(s, "：")
}
