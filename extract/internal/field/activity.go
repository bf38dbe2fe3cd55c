package field

import (
	"strings"

	"gongwen/extract/internal/lexicon"
	"gongwen/extract/internal/segment"
	"gongwen/model"
)

// activitiesField finds what the notice arranges (活动安排).
var activitiesField = &Field{
	Name: "activities",
	Doc:  "活动安排: the items under 活动安排, 主要任务 and their kin; else what the title or the text asks for",
	Find: findActivities,
}

var (
	activityHeadings = lexicon.Standard().Words("activity_headings")
	activityVerbs    = lexicon.Standard().Words("activity_verbs")
	workEnds         = lexicon.Standard().Words("activity_ends")
	activityNone     = lexicon.Standard().Words("activity_none")
)

func findActivities(p *Pass) {
	switch p.Notice.Genre {
	case model.News, model.Reply, model.Decision, model.Order, model.Communique, model.Bulletin, model.Letter,
		model.Minutes, model.Speech, model.Opinion, model.Resolution, model.Report, model.Request, model.Bill:
		return // they report, rule or ask; their items are measures and findings
	}
	items, steps := p.arranged(p.Outline.Sections)
	if len(items) == 0 {
		items = p.timed(p.Outline.Sections)
	}
	if len(items) == 0 {
		items = p.doing(p.Outline.Sections)
	}
	if len(items) == 0 || steps {
		switch p.Notice.Genre {
		case model.NoticeGenre, model.OtherGenre:
			p.subjectActivities()
		case model.Announcement:
			if containsAny(p.Outline.Title.String(), "招聘", "选聘", "征集", "报名", "比赛", "竞赛", "活动", "评选", "遴选", "申报", "招募", "招生", "培训", "考试") {
				p.subjectActivities()
			}
		}
	}
	p.Notice.Activities = append(p.Notice.Activities, items...)
}

// arranged returns the items of the sections whose headings say that they
// arrange something; steps is true where all of them are steps of one work.
func (p *Pass) arranged(sections []*segment.Section) (items []model.Activity, steps bool) {
	steps = true
	for _, s := range sections {
		kind, ok := arranges(s.Heading.String())
		if !ok {
			continue
		}
		n := len(items)
		headed := 0
		for _, item := range s.Sections {
			if item.Heading.Len() > 0 {
				headed++
			}
		}
		for _, item := range s.Sections {
			if x, ok := p.item(item, 2*headed >= len(s.Sections)); ok {
				items = append(items, x)
			}
		}
		if len(items) == n && len(s.Sections) == 0 {
			items = append(items, p.stages(s)...)
		}
		if len(items) > n && kind == "" {
			steps = false
		}
	}
	return items, steps && len(items) > 0
}

// arranges reports whether the heading is one of arrangements, and of which kind.
func arranges(heading string) (kind string, ok bool) {
	h := strings.TrimRight(squeeze(heading), "：:")
	if h == "" || width(h) > 16 {
		return "", false
	}
	for _, part := range strings.FieldsFunc(h, func(r rune) bool { return r == '及' || r == '和' || r == '与' || r == '、' }) {
		if kind, n := activityHeadings.SuffixValue(part); n > 0 {
			return kind, true
		}
	}
	return "", false
}

// item returns the activity that the section is. A section of plain sentences is
// none, unless its neighbours have headings: then its first sentence is one that
// is too long to be told from a sentence.
func (p *Pass) item(s *segment.Section, amongHeaded bool) (model.Activity, bool) {
	t := s.Heading
	if t.Len() == 0 && len(s.Lines) > 0 && amongHeaded {
		l := &p.Outline.Lines[s.Lines[0]]
		words := l.String()[l.Words:]
		n := max(strings.Index(words, "。"), 0)
		if i := strings.Index(words, "："); i > 0 && width(words[:i]) <= 12 && !strings.ContainsAny(words[:i], "，（") {
			n = i
		}
		t = l.Text.Slice(l.Words, l.Words+n)
	}
	name := activityName(t.String())
	if width(name) < 2 || width(name) > 50 || notItem(name) {
		return model.Activity{}, false
	}
	x := model.Activity{Name: name, Evidence: p.whole(t, "activities/item")}
	p.describe(&x, s)
	return x, true
}

// notItem reports whether the heading of an item under an arrangement is none
// of something to be done but a label of the arrangement itself.
func notItem(name string) bool {
	if hasAnyPrefix(name, "为", "根据", "按照", "由", "请", "各", "本次", "凡", "对于", "如") {
		return true // a sentence
	}
	if width(name) <= 6 && hasAnySuffix(name, "形式", "方式", "内容", "办法", "奖励", "奖项", "标准", "领导小组", "单位", "人数", "议程", "议题", "平台", "总结", "分工") {
		return true
	}
	return hasAnySuffix(name, "时间", "地点", "要求", "对象", "名额", "联系人", "联系方式", "事项", "说明", "条件", "范围", "经费", "名单", "主题", "材料", "限额", "目标", "原则")
}

// activityName returns the heading without the brackets at its end that tell a
// time, an attachment or another notice.
func activityName(heading string) string {
	s := headingText(heading)
	for strings.HasSuffix(s, "）") || strings.HasSuffix(s, ")") {
		i := strings.LastIndexAny(s, "（(")
		if i <= 0 || !aside(s[i:]) {
			break
		}
		s = strings.TrimRight(s[:i], " 　")
	}
	return strings.Trim(s, "。；，： ")
}

// aside reports whether the bracket says when, where to read on, or how much it counts.
func aside(s string) bool {
	return containsAny(s, "时间", "附件", "详见", "另", "通知", "年", "月", "日", "见", "%", "分）", "单位", "责任", "牵头", "另行", "提供", "由", "自愿") || width(s) >= 12
}

// stages returns the activities that stand on lines of their own without marks:
// 学院初选（2014年11月30日—2015年1月）：…
func (p *Pass) stages(s *segment.Section) []model.Activity {
	var out []model.Activity
	for _, i := range s.Lines {
		l := &p.Outline.Lines[i]
		t := l.String()
		open := strings.Index(t, "（")
		if open <= 0 || l.Head > l.Words || width(t[:open]) > 20 || strings.ContainsAny(t[:open], "，。；：") {
			continue
		}
		n := groupLen(t[open:], '（')
		if n == 0 || !hasAnyPrefix(t[open+n:], "：", "。") && open+n != len(t) {
			continue
		}
		for k := range p.On(i) {
			m := &p.On(i)[k]
			if m.Lo > open && m.Hi < open+n {
				x := model.Activity{Name: tight(t[:open]), Evidence: p.Cite(l.Text, 0, open, "activities/stage")}
				p.when(&x, m)
				x.Attachments = attachmentNumbers(t, nil)
				out = append(out, x)
				break
			}
		}
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// timed returns the sections that each have a line 活动时间 of their own: two or
// more side by side are the activities themselves.
func (p *Pass) timed(sections []*segment.Section) []model.Activity {
	var out []model.Activity
	for _, s := range sections {
		if s.Heading.Len() == 0 || !p.ownTime(s) {
			continue
		}
		if x, ok := p.item(s, false); ok {
			out = append(out, x)
		}
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// ownTime reports whether a line of the section is labelled with the time of an activity.
func (p *Pass) ownTime(s *segment.Section) bool {
	for _, i := range s.Lines[min(1, len(s.Lines)):] {
		if label, _, ok := strings.Cut(p.Outline.Lines[i].String(), "："); ok && periodLabels.Suffix(squeeze(label)) > 0 && width(label) <= 10 {
			return true
		}
	}
	return false
}

// doing returns the sections of level 1 whose headings begin with a verb that
// sets an event going, where at least half of them do.
func (p *Pass) doing(sections []*segment.Section) []model.Activity {
	var out []model.Activity
	headed := 0
	for _, s := range sections {
		h := s.Heading.String()
		if h == "" {
			continue
		}
		headed++
		if hasAnyPrefix(h, "组织", "举办", "开展", "召开", "举行", "参加", "征集", "观看", "收看") && !hasAnyPrefix(h, "组织领导", "组织保障", "组织实施", "组织机构", "组织要求", "组织管理", "组织形式", "组织方式", "组织架构", "组织单位", "开展时间", "举办时间", "参加人员", "参加对象", "征集时间", "征集对象", "征集要求", "征集内容", "征集方向", "征集范围", "参加范围", "举办单位", "召开时间", "开展方式", "征集方式", "征集主题", "参加办法", "举办地点", "参加单位", "组织推荐", "组织申报", "组织流程", "组织分工") {
			if x, ok := p.item(s, false); ok {
				out = append(out, x)
			}
		}
	}
	if len(out) < 2 || 2*len(out) < headed {
		return nil
	}
	return out
}
