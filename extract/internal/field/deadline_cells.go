package field

import (
	"gongwen/extract/internal/origin"
	"gongwen/extract/internal/scan"
	"gongwen/extract/internal/segment"
	"gongwen/model"
)

// The heads of a schedule of two columns, the times first.
var (
	timeHeads = map[string]bool{"时间": true, "时间节点": true, "完成时间": true, "完成时限": true, "日期": true, "截止时间": true}
	workHeads = map[string]bool{"工作内容": true, "内容": true, "工作任务": true, "任务": true, "事项": true, "工作事项": true, "主要工作": true, "工作安排": true, "阶段任务": true}
)

// cellDeadlines finds the deadlines of a schedule that a copy has set one cell a
// line, if its heads stand on lines i and i+1: 时间, 工作内容, then a time and what is
// done by it in turns. The two heads tell which column a line is of; the first line
// out of turn ends the schedule.
func (p *Pass) cellDeadlines(i int) {
	ls := p.Outline.Lines
	if i+3 >= len(ls) || ls[i].Points() > 4 || ls[i].Part != segment.Body || !timeHeads[ls[i].Flat()] || !workHeads[ls[i+1].Flat()] {
		return
	}
	for k := i + 2; k+1 < len(ls) && p.cellDeadline(k); k += 2 {
	}
}

// cellDeadline adds the deadline on line i and what is done by it on the next;
// false if line i is no time alone, or the next no work.
func (p *Pass) cellDeadline(i int) bool {
	l, work := &p.Outline.Lines[i], &p.Outline.Lines[i+1]
	on := p.On(i)
	if len(on) != 1 || on[0].Lo > 0 || work.Part != l.Part || work.Points() < 4 || work.Points() > 60 || len(p.On(i+1)) > 0 {
		return false
	}
	m := &on[0]
	d := due{m: m, time: piece{m.Lo, m.Hi}, rule: "时间表"}
	d.clock = m.Date.To
	if m.Date.Bound == scan.NoBound {
		d.untilPart(l.String())
	}
	if d.time.hi < l.Text.Len() || m.Date.Recurring || m.End.Month == 0 {
		return false
	}
	window := m.Start != m.End && m.Date.Precision <= scan.DayOfMonth && (handsIn(work.String()) || containsAny(work.String(), "申请", "报名"))
	if d.before || m.Date.Bound == scan.Before || window {
		p.coming(m)
		x := model.Deadline{
			Text:     tight(l.String()),
			Action:   tidy(work.String()),
			Evidence: p.whole(origin.Join(l.Text, work.Text), "deadlines/"+d.rule),
		}
		duePart(&x, &d)
		m.Role = model.RoleDeadline
		p.Notice.Deadlines = append(p.Notice.Deadlines, x)
	}
	return true
}
