package field

import (
	"strings"

	"gongwen/extract/internal/lexicon"
	"gongwen/extract/internal/scan"
	"gongwen/extract/internal/segment"
)

// eventDay returns the day of the event that the subject names and the whole
// notice is about: labelled so, or the one on which it is 定于 held; end is the
// last day where the next line names another. A day of one of its parts (the
// written examination of a recruitment, the briefing before a contest) is none.
func (p *Pass) eventDay(subject string, alone bool) (m, end *Mention) {
	if lexicon.HasAnySuffix(strings.TrimSuffix(subject, "工作"), "报名", "申报", "申请", "推荐", "征集", "征稿") {
		return nil, nil // the day is that of what is applied for
	}
	part := p.parts(subject)
	for k := range p.Dates {
		m := &p.Dates[k]
		l := &p.Outline.Lines[m.Line]
		if part[m.Line] || !p.ofEvent(m) || l.Kind == segment.Title {
			continue
		}
		s := l.String()
		before := squeeze(lastOf(s[min(l.Words, m.Lo):m.Lo], maxLabel))
		switch {
		case lexicon.HasAnySuffix(before, "定于", "拟于", "将于", "拟定于") && containsAny(firstOf(s[m.Hi:], maxGroup), "召开", "举行", "举办"):
			if partEvent(before, subject) {
				continue
			}
			return m, nil
		case before == "" && m.Line > 0 && eventLabel(p.Outline.Lines[m.Line-1].String(), subject):
			return m, nil
		case strings.HasSuffix(before, "于") && m.Start != m.End && p.belowEventLabel(m.Line, subject) && heldBehind(s[m.Hi:]):
			return m, nil
		case eventLabel(before, subject):
			if p.again(m, before) {
				return nil, nil // each item has such a line
			}
			if next := m.Line + 1; next < len(p.Outline.Lines) {
				if on := p.On(next); len(on) > 0 && on[0].Lo == 0 && usable(&on[0]) && m.End.Before(on[0].End) {
					return m, &on[0]
				}
			}
			return m, nil
		}
	}
	if !alone {
		return nil, nil
	}
	return p.onlyDay(subject, part), nil
}

// belowEventLabel reports whether the line is the first below a heading that is the label of
// the event's day (四、时间地点).
func (p *Pass) belowEventLabel(i int, subject string) bool {
	return i > 0 && p.Outline.Lines[i-1].Kind == segment.Heading && eventLabel(p.Outline.Lines[i-1].String(), subject)
}

// heldBehind reports whether the clause behind a day says that something is held on it.
func heldBehind(after string) bool {
	after = firstOf(after, 90)
	if i := strings.IndexAny(after, "，。；"); i >= 0 {
		after = after[:i]
	}
	return lexicon.HasAnySuffix(after, "举行", "举办", "召开", "进行")
}

// ofEvent reports whether the mention can be the day of an event at all.
func (p *Pass) ofEvent(m *Mention) bool {
	l := &p.Outline.Lines[m.Line]
	return l.Part == segment.Body && (l.Kind == segment.Paragraph || l.Kind == segment.Heading) &&
		usable(m) && m.Role == "" && m.Date.Precision <= scan.DayOfMonth && !p.vague(m)
}

// onlyDay returns the one day of the body that lies ahead and is no deadline: in
// a notice of one event it can only be the event's. nil where there are several.
func (p *Pass) onlyDay(subject string, part []bool) *Mention {
	var found *Mention
	issued := p.issued
	for k := range p.Dates {
		m := &p.Dates[k]
		lead, _ := scan.LeadOf(p.Outline.Lines[m.Line].String(), m.Lo)
		if lead == scan.Until && p.Outline.Lines[m.Line].Part == segment.Body && !m.End.Before(issued) {
			return nil // 截止本周日（3月3日）
		}
		if !p.ofEvent(m) || m.Date.Named != "" || m.Date.Bound == scan.After || m.Start.Year == 0 || issued.Year == 0 || m.End.Before(issued) {
			continue
		}
		l := &p.Outline.Lines[m.Line]
		s := l.String()
		if within(s, m.Lo, "《", "》") {
			continue
		}
		if m.Date.Bound != scan.NoBound || found != nil && (found.Start != m.Start || found.End != m.End) || part[m.Line] || m.Lo < l.Head && m.Lo > l.Words || partEvent(clauseAround(s, m.Lo, m.Hi), subject) {
			return nil
		}
		if found == nil {
			found = m
		}
	}
	return found
}

// parts tells of each line whether it lies in a section whose heading names a
// part of the subject: 毕业典礼 of 毕业生离校工作.
func (p *Pass) parts(subject string) []bool {
	out := make([]bool, len(p.Outline.Lines))
	var mark func(sections []*segment.Section, part bool)
	mark = func(sections []*segment.Section, part bool) {
		for _, s := range sections {
			part := part || namesPart(s.Heading.String(), subject)
			if part {
				for _, i := range s.Lines {
					out[i] = true
				}
			}
			mark(s.Sections, part)
		}
	}
	mark(p.Outline.Sections, false)
	return out
}

// namesPart reports whether the heading names something of its own, neither
// what the subject does nor a side of it (时间地点, 工作安排, 参加对象).
func namesPart(heading, subject string) bool {
	h := strings.TrimRight(squeeze(heading), "：:")
	if h == "" || containsAny(h, "时间", "日期", "日程", "安排", "事项", "会议", "活动", "内容", "要求", "情况", "信息", "方式", "办法", "对象", "主题", "地点", "说明", "形式", "组织", "须知", "程序", "步骤", "流程", "概况", "其他", "其它", "人员", "议程", "阶段") {
		return false
	}
	h = strings.TrimSuffix(h, "工作")
	return !strings.Contains(subject, lastOf(h, len("典礼")))
}

// partNouns are the parts of recruitments and contests that have days of their own.
var partNouns = []string{"笔试", "面试", "考试", "机试", "初赛", "复赛", "决赛", "预赛", "初审", "复审", "评审", "体检", "彩排", "答辩", "考核", "检查", "开幕", "闭幕", "颁奖", "选拔赛", "说明会", "动员会", "典礼", "仪式", "体验", "试用", "缴费"}

// partEvent reports whether the words before a date name a part that the
// subject does not: 校内选拔赛 before 定于, 笔试 before 时间.
func partEvent(before, subject string) bool {
	before = clauseAround(before, len(before), len(before))
	for _, w := range partNouns {
		if scan.Has(before, w) && !scan.Has(subject, w) {
			return true
		}
	}
	return false
}

// clauseAround returns the words of s between the stops around lo and hi.
func clauseAround(s string, lo, hi int) string {
	before, after := lastOf(s[:lo], 60), firstOf(s[hi:], 60)
	if i := strings.LastIndexAny(before, "，。；"); i >= 0 {
		before = before[i:]
	}
	if i := strings.IndexAny(after, "，。；"); i >= 0 {
		after = after[:i]
	}
	return before + s[lo:hi] + after
}

// again reports whether another line has the label that stands before m and
// another day: then the label is of items, not of the whole.
func (p *Pass) again(m *Mention, label string) bool {
	label = strings.TrimRight(label, "：:")
	for i := range p.Outline.Lines {
		l := &p.Outline.Lines[i]
		on := p.On(i)
		if l.Part != segment.Body || i == m.Line || len(on) == 0 || on[0].End == m.End {
			continue
		}
		if on[0].Date.Relative != "" || on[0].End.Month == 0 {
			continue // an hour of the same day
		}
		if x, _, ok := labelOf(l.String()[l.Words:]); ok && len(x) < 60 && squeeze(x) == label {
			return true
		}
	}
	return false
}

// bareLabel returns the label without its mark, brackets and the place that it
// shares its line with: 时间 of 三、时间地点.
func bareLabel(s string) string {
	s = strings.Trim(strings.TrimRight(squeeze(firstOf(s, maxLabel)), "：:"), "【】")
	if m, n := scan.HeadMark(s); n > 0 && m.Kind != scan.NoMark {
		s = s[n:]
	}
	if t, ok := strings.CutSuffix(s, "地点"); ok {
		t = strings.TrimRight(t, "、")
		for _, w := range []string{"及", "和", "与"} {
			t = strings.TrimSuffix(t, w)
		}
		if strings.HasSuffix(t, "时间") {
			return t
		}
	}
	return s
}

// maxLabel is the most bytes of a label, blanks and mark included.
const maxLabel = 120

// eventLabel reports whether s is the label of the day of the event that the
// subject names.
func eventLabel(s, subject string) bool {
	if len(s) > maxLabel {
		return false
	}
	s = bareLabel(s)
	if partEvent(s, subject) {
		return false
	}
	if width(s) == 4 && strings.HasSuffix(s, "时间") && !takesIn(s) && !lexicon.HasAnyPrefix(s, "发布", "更新", "联系", "咨询", "办公", "放假", "发文", "报到", "签到", "打印", "开放", "服务", "上班", "截止", "截稿", "完成", "返校", "出发", "集合") {
		return true // 讲座时间, 开课时间
	}
	return s == "时间" || width(s) <= 10 && (periodLabels.Suffix(s) > 0 || lexicon.HasAnySuffix(s, "开会时间", "会议时间", "开幕时间", "举办时间", "召开时间"))
}
