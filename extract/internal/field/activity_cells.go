package field

import (
	"slices"
	"strings"

	"gongwen/extract/internal/lexicon"
	"gongwen/extract/internal/scan"
	"gongwen/model"
)

// The heads of the columns of a table of activities: the names, the surest first, and the times.
// 完成时间 is a deadline's, 授课内容 a lesson's.
var (
	nameColumns = []string{"活动名称", "活动项目", "赛事名称", "比赛项目", "竞赛项目", "名称", "活动", "主题活动", "项目", "工作内容", "工作任务", "工作事项", "主要工作", "阶段任务", "任务", "事项", "活动内容", "内容"}
	timeColumns = []string{"活动时间", "活动日期", "举办时间", "举行时间", "比赛时间", "竞赛时间", "开展时间", "实施时间", "起止时间", "时间安排", "时间节点", "日期", "时间"}
)

// tabled returns the activities in the rows of the first table among the lines below a heading
// that arranges something: each has a name and a day or a window of its own. Rows that share a
// day are the programme of one event, and a row that says by when is a deadline.
func (p *Pass) tabled(lines []int, kind string) []model.Activity {
	if kind == "timed" {
		return nil // the lessons of a course, the agenda of a meeting
	}
	for k, i := range lines {
		if l := &p.Outline.Lines[i]; !mayHead(l) {
			continue
		}
		head := p.cells(i)
		name, time := headColumn(head, nameColumns), headColumn(head, timeColumns)
		if name < 0 || time < 0 {
			continue
		}
		found, rows := p.tabledRows(lines[k+1:], len(head), name, time)
		if len(found) < 2 || 2*len(found) < rows || shareDay(found) && kind == "steps" {
			return nil
		}
		var items []model.Activity
		for _, r := range found {
			x := model.Activity{
				Name:        activityName(tight(r.name.s)),
				Attachments: attachmentNumbers(p.Outline.Lines[r.name.line].String(), nil),
				Evidence:    p.Cite(p.Outline.Text, r.name.lo, r.name.hi, "activities/table"),
			}
			p.when(&x, r.day)
			items = append(items, x)
		}
		return items
	}
	return nil
}

// A dayRow is a row of a table of activities: a name and its day or window.
type dayRow struct {
	name cell
	day  *Mention
}

// headColumn returns the column that the first of the words heads which heads one, -1 if none does.
func headColumn(head []cell, words []string) int {
	for _, w := range words {
		if i := slices.IndexFunc(head, func(c cell) bool { return squeeze(c.s) == w }); i >= 0 {
			return i
		}
	}
	return -1
}

// tabledRows returns the activities on the lines, up to the first that is no row of a table
// with so many columns, and how many rows there are.
func (p *Pass) tabledRows(lines []int, columns, name, time int) (found []dayRow, rows int) {
	for _, i := range lines {
		row := p.cells(i)
		if len(row) != columns || !p.mayRow(i) {
			break
		}
		rows++
		m, s := p.opensCell(row[time]), activityName(tight(row[name].s))
		if m == nil || width(s) < 2 || width(s) > 30 || scan.HasAny(s, "，。；：") || notItem(s) || closing(s) || attends.Suffix(s) > 0 {
			continue
		}
		found = append(found, dayRow{row[name], m})
	}
	return found, rows
}

// opensCell returns the day or window that the cell opens with, nil if it has none or a bound.
func (p *Pass) opensCell(c cell) *Mention {
	s := p.Outline.Lines[c.line].String()
	on := p.On(c.line)
	for k := range on {
		m := &on[k]
		if day, cell := squeeze(s[m.Lo:m.Hi]), squeeze(c.s); cell != "" && (strings.HasPrefix(cell, day) || strings.HasPrefix(day, cell)) { // the hours may stand in the next cell
			if usable(m) && m.Date.Bound == scan.NoBound && !p.vague(m) {
				return m
			}
			return nil
		}
	}
	return nil
}

// shareDay reports whether two of the rows begin on one day.
func shareDay(rows []dayRow) bool {
	for i := range rows {
		for k := range rows[:i] {
			if rows[k].day.Start == rows[i].day.Start {
				return true
			}
		}
	}
	return false
}

// attends are the ends of rows that say when those who take part come, go and rest.
var attends = lexicon.NewWords("报到", "签到", "返程", "离会", "离校", "休息", "用餐", "早餐", "午餐", "晚餐", "入住", "集合", "放假", "报名")
