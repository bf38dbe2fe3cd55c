package field

import (
	"strings"

	"gongwen/extract/internal/lexicon"
	"gongwen/extract/internal/scan"
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
	seriesVerbs      = lexicon.Standard().Words("activity_series_verbs")
)

func findActivities(p *Pass) {
	if p.Outline.Taiwan && p.Notice.Genre == model.Letter || p.Notice.Genre == model.Announcement {
		if p.invited(); len(p.Notice.Activities) > 0 {
			return
		}
	}
	switch p.Notice.Genre {
	case model.News, model.Reply, model.Decision, model.Order, model.Communique, model.Bulletin, model.Letter,
		model.Minutes, model.Speech, model.Opinion, model.Resolution, model.Report, model.Request, model.Bill:
		return // they report, rule or ask; their items are measures and findings
	}
	items, steps := p.arranged(p.Outline.Sections)
	steps = steps || p.programme(items)
	if len(items) == 0 {
		items = p.tasks(p.Outline.Sections)
	}
	if len(items) == 0 {
		items = p.timed(p.Outline.Sections)
	}
	if len(items) == 0 {
		items = p.counted()
	}
	if len(items) == 0 {
		items = p.doing(p.Outline.Sections)
	}
	if len(items) == 0 {
		items = p.checks(p.Outline.Sections)
		steps = steps || len(items) > 0
	}
	if len(items) == 0 && p.titledWork() {
		items = p.partsOfTitle()
	}
	if (len(items) == 0 || steps) && p.titledWork() {
		p.subjectActivities(len(items) == 0)
	}
	p.Notice.Activities = append(p.Notice.Activities, items...)
}

// programme reports whether the items are what goes on at the one event that the
// title names: it has a day of its own, and none of them a time.
func (p *Pass) programme(items []model.Activity) bool {
	for _, x := range items {
		if x.Start != "" || len(x.Attachments) > 0 {
			return false
		}
	}
	if len(items) == 0 || p.Notice.Genre != model.NoticeGenre || p.Notice.Period != nil {
		return false
	}
	m, end := p.eventDay(p.titleSubject(), false)
	return m != nil && end == nil && m.Start == m.End
}

// titledWork reports whether what the title names may be a work to be carried
// out. An announcement or a plan also tells of other things; their titles say so.
func (p *Pass) titledWork() bool {
	title := p.Outline.Title.String()
	switch p.Notice.Genre {
	case model.NoticeGenre, model.OtherGenre:
		return true
	case model.Announcement:
		if lexicon.HasAnyPrefix(p.titleSubject(), "举办", "举行", "召开") {
			return true
		}
		return containsAny(title, "招聘", "选聘", "征集", "报名", "比赛", "竞赛", "大赛", "征文", "活动", "评选", "遴选", "申报", "招募", "招生", "招收", "招录", "培训", "考试", "定期注册", "资格认定")
	case model.Circular:
		if strings.HasPrefix(p.titleSubject(), "开展") { // 关于开展全员健康检查工作的通告
			return true
		}
		return containsAny(title, "征兵", "兵役登记", "招聘", "招生", "招收")
	case model.Plan:
		return containsAny(title, "比赛", "竞赛", "大赛", "征文", "征集", "评选", "甄选", "遴选", "研习", "培训", "招募")
	}
	return false
}

// arranged returns the items of the sections whose headings say that they
// arrange something; steps is true where all of them are steps of one work.
func (p *Pass) arranged(sections []*segment.Section) (items []model.Activity, steps bool) {
	steps = true
	for _, s := range sections {
		kind, ok := arranges(s.Heading.String())
		if !ok || kind == "event" && !p.namesEvent() {
			continue
		}
		n := len(items)
		headed, said, bare := 0, 0, true
		for _, item := range s.Sections {
			if item.Heading.Len() > 0 {
				headed++
			} else if p.verbSentence(item) {
				said++
			}
		}
		for _, item := range s.Sections {
			if k, inner := arranges(item.Heading.String()); inner && k == "steps" && len(item.Sections) == 0 { // 赛程安排 among 比赛安排
				items = append(items, p.stages(item)...)
				continue
			} else if inner && k == "" && kind == "" && len(item.Sections) >= 2 { // 读书节活动内容 among 活动内容
				items = append(items, p.innerItems(item)...)
				bare = false
				continue
			}
			x, ok := p.dayItem(item)
			if !ok {
				x, ok = p.stage(item)
			}
			if !ok {
				x, ok = p.item(item, 2*headed >= len(s.Sections) || 2*said > len(s.Sections) && p.verbSentence(item))
				bare = bare && !ok
			}
			if ok && (kind != "timed" || x.Start != "") {
				items = append(items, x)
			}
		}
		if len(items) == n && len(s.Sections) == 0 {
			if items = append(items, p.tabled(s.Lines, kind)...); len(items) == n {
				items = append(items, p.stages(s)...)
			}
		}
		if len(items) > n && kind != "steps" && kind != "timed" && !bare {
			steps = false
		}
	}
	return items, steps && len(items) > 0
}

// innerItems returns the headed items of a section that itself stands among the items of an arrangement.
func (p *Pass) innerItems(s *segment.Section) (items []model.Activity) {
	for _, item := range s.Sections {
		if x, ok := p.item(item, false); ok {
			items = append(items, x)
		}
	}
	return items
}

// tasks returns the items of a section of the second level that lists the tasks of the
// one above it (（一）创建工作的主要任务).
func (p *Pass) tasks(sections []*segment.Section) []model.Activity {
	for _, s := range sections {
		for _, sub := range s.Sections {
			if h := squeeze(sub.Heading.String()); !lexicon.HasAnySuffix(h, "主要任务", "重点任务", "工作任务") {
				continue
			}
			var items []model.Activity
			for _, item := range sub.Sections {
				if x, ok := p.item(item, false); ok {
					items = append(items, x)
				}
			}
			if len(items) >= 2 {
				return items
			}
		}
	}
	return nil
}

// partsOfTitle returns the sections of the first level that are the works which the
// title joins: 一、运动会 and 二、游园会 of 举办运动会和游园会通知.
func (p *Pass) partsOfTitle() []model.Activity {
	subject := p.titleSubject()
	if settled(subject) {
		return nil
	}
	var parts []*segment.Section
	var at []piece
	for _, s := range p.Outline.Sections {
		h := squeeze(s.Heading.String())
		if i := strings.Index(subject, h); i >= 0 && width(h) >= 2 && !notItem(h) {
			parts = append(parts, s)
			at = append(at, piece{i, i + len(h)})
		}
	}
	for _, in := range at {
		if !joinedBy(subject, in, at) {
			return nil
		}
	}
	var items []model.Activity
	for _, s := range parts {
		if x, ok := p.item(s, false); ok {
			items = append(items, x)
		}
	}
	return items
}

// joinedBy reports whether nothing but a word that joins stands between a and another
// of the pieces of s.
func joinedBy(s string, a piece, all []piece) bool {
	for _, b := range all {
		lo, hi := a.hi, b.lo
		if b.lo < a.lo {
			lo, hi = b.hi, a.lo
		}
		if lo >= hi {
			continue
		}
		switch s[lo:hi] {
		case "和", "及", "与", "、", "以及", "暨":
			return true
		}
	}
	return false
}

// arranges reports whether the heading is one of arrangements, and of which kind.
func arranges(heading string) (kind string, ok bool) {
	h := strings.TrimRight(squeeze(heading), "：:")
	if h == "" || width(h) > 16 {
		return "", false
	}
	for _, part := range strings.FieldsFunc(h, func(r rune) bool { return r == '及' || r == '和' || r == '与' || r == '、' }) {
		if part == "步骤" { // 方法和步骤; not 操作步骤
			return "steps", true
		}
		if kind, n := activityHeadings.SuffixValue(part); n > 0 {
			return kind, true
		}
	}
	return "", false
}

// namesEvent reports whether the title is of a campaign or an event, whose
// 主要内容 is what goes on; that of a policy or a course is what it says.
func (p *Pass) namesEvent() bool {
	return lexicon.HasAnySuffix(p.titleSubject(), "活动", "节", "活动周", "宣传周", "活动月", "宣传月", "活动日", "宣传日", "行动")
}

// item returns the activity that the section is. A section of plain sentences is
// none, unless its neighbours have headings: then its first sentence is one that
// is too long to be told from a sentence.
func (p *Pass) item(s *segment.Section, amongHeaded bool) (model.Activity, bool) {
	t := s.Heading
	if t.Len() == 0 && len(s.Lines) > 0 && amongHeaded {
		l := &p.Outline.Lines[s.Lines[0]]
		words := l.String()[l.Words:]
		n := max(scan.Index(words, "。"), 0)
		if i := scan.Index(words, "："); i > 0 && width(words[:i]) <= 12 && !scan.HasAny(words[:i], "，（") {
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

// verbSentence reports whether the section has no heading but opens with a short
// sentence that could be one: 开展节能进机关活动。
func (p *Pass) verbSentence(s *segment.Section) bool {
	if s.Heading.Len() > 0 || len(s.Lines) == 0 {
		return false
	}
	l := &p.Outline.Lines[s.Lines[0]]
	words := firstOf(l.String()[l.Words:], 66)
	n := scan.Index(words, "。")
	return n > 0 && width(words[:n]) <= 20 && !scan.HasAny(words[:n], "，；：、") && setsEvent(words[:n])
}

// dayItem returns the event to which a section without a heading calls on a day that it opens
// with: 4月20日上午，各馆组织开馆仪式，…. A day on which something is to be handed in has none.
func (p *Pass) dayItem(s *segment.Section) (x model.Activity, ok bool) {
	if s.Heading.Len() > 0 || len(s.Lines) == 0 {
		return x, false
	}
	i := s.Lines[0]
	l := &p.Outline.Lines[i]
	t := l.String()
	on := p.On(i)
	if len(on) == 0 || on[0].Lo != l.Words || !usable(&on[0]) || on[0].Date.Precision > scan.DayOfMonth || on[0].Date.Bound != scan.NoBound {
		return x, false
	}
	lo := on[0].Hi
	if !strings.HasPrefix(t[lo:], "，") {
		return x, false
	}
	lo += len("，")
	c := clauses(t, lo, lo+sentenceLen(t[lo:]))[0]
	name := opened(t[c.lo:c.hi])
	at, _ := calling.Index(name)
	if at < 0 || width(name[:at]) > 8 || width(name[at:]) < 6 || width(name) > 40 || eventEnds.Suffix(name) == 0 {
		return x, false
	}
	x = model.Activity{Name: tight(name), Evidence: p.Cite(l.Text, c.hi-len(name), c.hi, "activities/dated")}
	p.when(&x, &on[0])
	p.describe(&x, s)
	return x, true
}

// calling are the verbs that call to an event.
var calling = lexicon.NewWords("组织", "举办", "举行", "召开", "开展", "参加", "参与", "观看", "收看")

// stage returns the stage that a section without a heading opens with, its time
// beside it: 准备阶段（3月）：组建机构, 初评阶段：2024年9月, 航模赛：10月14日.
func (p *Pass) stage(s *segment.Section) (x model.Activity, ok bool) {
	if s.Heading.Len() > 0 || len(s.Lines) == 0 {
		return x, false
	}
	l := &p.Outline.Lines[s.Lines[0]]
	t := l.String()[l.Words:]
	at := 0
	if strings.HasPrefix(t, "（") { // 第一阶段（4月）启动阶段
		at = groupLen(t, '（')
	}
	n := scan.Index(firstOf(t[at:], 90), "：")
	if n < 0 {
		return x, false
	}
	label := t[at : at+n]
	name := activityName(label)
	if width(name) < 2 || width(name) > 14 || scan.HasAny(name, "，；。（") || closing(name) || strings.HasSuffix(name, "截止") || isBody(name) || notItem(name) {
		return x, false
	}
	m := p.beside(s.Lines[0], l.Words+at, l.Words+at+n+len("："))
	if m == nil && !strings.HasSuffix(name, "阶段") {
		return x, false
	}
	x = model.Activity{Name: tight(name), Evidence: p.Cite(l.Text, l.Words+at, l.Words+at+n, "activities/stage")}
	if m != nil {
		p.when(&x, m)
	}
	p.describe(&x, s)
	return x, true
}

// beside returns the date that stands in the label at lo to hi of line i, or
// right behind it.
func (p *Pass) beside(i, lo, hi int) *Mention {
	on := p.On(i)
	for k := range on {
		if m := &on[k]; m.Lo >= lo && m.Lo <= hi && usable(m) && m.Date.Bound != scan.Before {
			return m
		}
	}
	return nil
}

// notItem reports whether the heading of an item under an arrangement is none
// of something to be done but a label of the arrangement itself.
func notItem(name string) bool {
	if lexicon.HasAnyPrefix(name, "为", "根据", "按照", "由", "请", "各", "本次", "凡", "对于", "如") {
		return true // a sentence
	}
	if scan.Has(name, "结果") && lexicon.HasAnySuffix(name, "公布", "公示", "公告", "发布") {
		return true
	}
	if width(name) <= 6 && lexicon.HasAnySuffix(name, "形式", "方式", "内容", "办法", "奖励", "奖项", "标准", "领导小组", "单位", "人数", "议程", "议题", "平台", "总结", "分工") {
		return true
	}
	if strings.HasSuffix(name, "材料") && lexicon.HasAnyPrefix(name, "提交", "报送", "上报", "递交", "收集", "汇总") {
		return false // 材料 alone names what is handed in, 提交考核材料 what is done
	}
	return lexicon.HasAnySuffix(name, "时间", "地点", "要求", "对象", "名额", "联系人", "联系方式", "事项", "说明", "条件", "范围", "经费", "名单", "主题", "材料", "限额", "目标", "原则")
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
// 学院初选（2014年11月30日—2015年1月）：…, 初赛：4月13日下午.
func (p *Pass) stages(s *segment.Section) (out []model.Activity) {
	var days []*Mention
	for _, i := range s.Lines {
		l := &p.Outline.Lines[i]
		t := l.String()
		n := strings.IndexAny(firstOf(t, 60), "（：")
		if n <= 0 || l.Head > l.Words || width(t[:n]) > 20 || scan.HasAny(t[:n], "，。；") {
			continue
		}
		end := n + len("：")
		if strings.HasPrefix(t[n:], "（") {
			g := groupLen(t[n:], '（')
			if end = n + g; g == 0 || !lexicon.HasAnyPrefix(t[end:], "：", "。") && end != len(t) {
				continue
			}
		} else if name := squeeze(t[:n]); closing(name) || takesIn(name) {
			continue
		} else if rest, ok := strings.CutSuffix(name, "时间"); ok && len(name) == n && roundNames.Contains(rest) {
			n -= len("时间") // 初赛时间：4月13日
		} else if notItem(name) {
			continue
		}
		if m := p.beside(i, n, end); m != nil {
			out = append(out, model.Activity{Name: tight(t[:n]), Attachments: attachmentNumbers(t, nil), Evidence: p.Cite(l.Text, 0, n, "activities/stage")})
			days = append(days, m)
		}
	}
	if len(out) < 2 {
		return nil
	}
	for k := range out {
		p.when(&out[k], days[k])
	}
	return out
}

// roundNames are the rounds of a contest.
var roundNames = lexicon.NewWords("初赛", "预赛", "复赛", "半决赛", "决赛", "总决赛")

// timed returns the sections that each have a line 活动时间 of their own: two or
// more side by side are the activities themselves.
func (p *Pass) timed(sections []*segment.Section) []model.Activity {
	var kept []*segment.Section
	for _, s := range sections {
		if s.Heading.Len() > 0 && p.ownTime(s) && p.mayItem(s) {
			kept = append(kept, s)
		}
	}
	if len(kept) < 2 {
		return nil
	}
	return p.items(kept)
}

// mayItem reports whether the headed section is an activity as far as its name tells.
func (p *Pass) mayItem(s *segment.Section) bool {
	name := activityName(s.Heading.String())
	return width(name) >= 2 && width(name) <= 50 && !notItem(name)
}

// items returns the activities that the sections are. What is not kept must not be read: an
// activity takes its day, which then is no other's.
func (p *Pass) items(sections []*segment.Section) (out []model.Activity) {
	for _, s := range sections {
		if x, ok := p.item(s, false); ok {
			out = append(out, x)
		}
	}
	return out
}

// ownTime reports whether a line of the section is labelled with the time of an activity.
func (p *Pass) ownTime(s *segment.Section) bool {
	for _, i := range s.Lines[min(1, len(s.Lines)):] {
		if label, _, ok := labelOf(p.Outline.Lines[i].String()); ok && periodLabels.Suffix(squeeze(label)) > 0 && width(label) <= 10 {
			return true
		}
	}
	return false
}

// doing returns the sections of level 1 whose headings begin with a verb that
// sets an event going, where at least half of them do: 开展一次学习, 征集作品.
func (p *Pass) doing(sections []*segment.Section) []model.Activity {
	var kept []*segment.Section
	headed, sure := 0, 0
	series := strings.HasSuffix(p.titleSubject(), "活动")
	for _, s := range sections {
		h := squeeze(s.Heading.String())
		if h == "" {
			continue
		}
		headed++
		verb := setsEvent(h) || series && (seriesVerbs.Prefix(h) > 0 || oneOf(h)) && !notDoing(h)
		if !verb && (!series || p.timeOf(s) == nil) {
			continue
		}
		if p.mayItem(s) {
			kept = append(kept, s)
			if verb {
				sure++
			}
		}
	}
	if sure < 2 || 2*sure < headed {
		return nil
	}
	return p.items(kept)
}

// checks returns the sections of level 1 that are the rounds of a check, where two or more
// say so and the first is one that everybody makes of his own: 一、部门自查, 二、重点抽查.
func (p *Pass) checks(sections []*segment.Section) (out []model.Activity) {
	var kept []*segment.Section
	for _, s := range sections {
		h := squeeze(s.Heading.String())
		if h == "" || width(h) > 10 || !lexicon.HasAnySuffix(h, "自查", "自查自纠", "互查", "抽查", "复查", "督查") {
			continue
		}
		if len(kept) == 0 && !scan.Has(h, "自查") {
			return nil
		}
		kept = append(kept, s)
	}
	if len(kept) < 2 {
		return nil
	}
	for _, s := range kept {
		x := model.Activity{Name: activityName(squeeze(s.Heading.String())), Evidence: p.whole(s.Heading, "activities/item")}
		p.describe(&x, s)
		out = append(out, x)
	}
	return out
}

// counted returns the activities on lines that count them (活动一：插花讲座), each
// with the time on the lines below it.
func (p *Pass) counted() []model.Activity {
	var out []model.Activity
	open := false
	for i := range p.Outline.Lines {
		l := &p.Outline.Lines[i]
		if l.Part != segment.Body {
			continue
		}
		if name := countedName(l.String()); name != "" {
			at := l.Text.Len() - len(name)
			out = append(out, model.Activity{Name: tight(activityName(name)), Evidence: p.Cite(l.Text, at, l.Text.Len(), "activities/item")})
			open = true
		} else if l.Mark.Kind != scan.NoMark {
			open = false
		} else if m := p.timeOn(i); open && m != nil && out[len(out)-1].Start == "" {
			p.when(&out[len(out)-1], m)
		}
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// countedName returns the name behind 活动一： at the head of s, which is all of the line.
func countedName(s string) string {
	rest, ok := strings.CutPrefix(firstOf(s, 120), "活动")
	if _, n := scan.NumberOf(rest); ok && n > 0 {
		if name, ok := strings.CutPrefix(rest[n:], "："); ok && len(s) <= 120 && width(name) >= 2 && width(name) <= 24 && !scan.HasAny(name, "，。；") {
			return name
		}
	}
	return ""
}

// titleSubject returns the subject (事由) that the title states.
func (p *Pass) titleSubject() string {
	s := p.Outline.Title.String()
	lo, hi := subjectIn(s)
	return s[lo:max(lo, hi)]
}

// setsEvent reports whether the heading begins with a verb that sets an event
// going, and names the event and not how it is organised.
func setsEvent(h string) bool {
	return lexicon.HasAnyPrefix(h, "组织", "举办", "开展", "召开", "举行", "参加", "征集", "观看", "收看") && !notDoing(h)
}

// notDoing reports whether a heading that begins like a verb is a label: 组织领导, 征集时间.
func notDoing(h string) bool {
	return lexicon.HasAnyPrefix(h, "组织领导", "组织保障", "组织实施", "组织机构", "组织要求", "组织管理", "组织形式", "组织方式", "组织架构", "组织单位", "开展时间", "举办时间", "参加人员", "参加对象", "征集时间", "征集对象", "征集要求", "征集内容", "征集方向", "征集范围", "参加范围", "举办单位", "召开时间", "开展方式", "征集方式", "征集主题", "参加办法", "举办地点", "参加单位", "组织推荐", "组织申报", "组织流程", "组织分工")
}

// oneOf reports whether the heading is a verb and one of something: 讲授一堂党课,
// 录制一首歌曲. So the items of a series of activities (系列活动) are named.
func oneOf(h string) bool {
	i := scan.Index(firstOf(h, 24), "一")
	return i > 0 && lexicon.HasAnyPrefix(h[i+len("一"):], "次", "场", "堂", "批", "首", "节", "轮", "期", "篇", "封", "个", "本", "部", "件", "份", "支", "项", "组", "系列", "遍", "天", "面", "套", "台", "张") &&
		!lexicon.HasAnyPrefix(h, "进一步", "统一", "第一", "坚持") && width(h) <= 20
}
