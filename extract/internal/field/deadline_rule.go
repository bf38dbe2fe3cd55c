package field

import (
	"strings"

	"gongwen/extract/internal/lexicon"
	"gongwen/extract/internal/scan"
	"gongwen/extract/internal/segment"
)

// rule returns the name of the turn of phrase that makes the date at m a
// deadline, "" where none does.
func (p *Pass) rule(s string, in piece, m *Mention, d *due) string {
	before, after := s[in.lo:m.Lo], s[d.time.hi:in.hi]
	lead, n := scan.LeadOf(s[:m.Hi], m.Lo)
	label := timeLabel(before)
	if label == "" && strings.TrimSpace(s[:m.Lo]) == "" {
		label = p.labelAbove(m.Line)
	}
	if label == "时间" || label == "日期" { // 网上报名。时间为3月5日至3月20日
		if h := runInHeading(s, in.lo); takesIn(h) {
			label = h + label
		}
	}
	window := (m.Start != m.End || m.Date.FromNow) && m.Date.Precision <= scan.Dekad
	if label == "" && window {
		if d.of = roundOf(before); takesIn(d.of) {
			label = d.of
		} else {
			d.of = ""
		}
	}
	if window {
		p.ofGroup(s, in, m, d, label)
		if label == "" && d.subject == "" {
			if d.subject, d.subjectAt = countedAbove(s, in, m); d.subject == "公示" && !strings.HasSuffix(s[:m.Lo], "即") && !p.publicises(s[max(0, m.Lo-maxSentence):m.Lo]) {
				d.subject = ""
			}
		}
	}
	d.naming = label != ""
	months := m.Start.Month != m.End.Month && m.Date.Precision == scan.Month && lexicon.HasAnySuffix(label, "时间", "日期", "期限")
	switch {
	case inForce(after):
		return ""
	case lead == scan.NoLater && !reckons(label):
		d.time.lo = m.Lo - n
		return "不迟于"
	case reckons(label):
		return ""
	case label != "" && closing(label):
		return "截止时间"
	case strings.HasSuffix(s[m.Lo:m.Hi], "截止") && strings.TrimSpace(after) == "" && strings.HasSuffix(before, "，") && takesIn(strings.TrimSuffix(before, "，")): // 即日起开始征集，6月20日截止
		return "关闭"
	case closes(after), strings.HasSuffix(s[m.Lo:m.Hi], "截止") && lexicon.HasAnyPrefix(after, "收稿", "投稿", "报名", "申报", "征集", "征稿", "收件", "接收", "受理", "报送", "投票"):
		return "关闭"
	case lead == scan.Until:
		d.time.lo = m.Lo - n
		if !takesIn(s[in.lo:d.time.lo]) && !(strings.TrimSpace(after) == "" && bids(s, piece{in.lo, d.time.lo})) && !scan.Has(after, "逾期") && !scan.Has(after, "过期") || reports(after) {
			return "" // 截至3月底，共…: the state on that day
		}
		return "截至"
	case p.renewed(m.Line, s, in, d):
		return "改为"
	case lexicon.HasAnySuffix(before, "延长至", "延长到", "延期至", "延期到", "延迟至", "延迟到", "推迟至", "推迟到", "顺延至", "延至"):
		if n := groupLen(after, '（'); n > 0 { // 推迟到4月3日（星期三）开始
			after = after[n:]
		}
		if m.Date.Bound == scan.After || reports(after) || containsAny(lastOf(before, 60), "遇", "如因") || lexicon.HasAnyPrefix(after, "举行", "举办", "召开", "开展", "进行", "开始", "开幕", "开学", "上午", "下午", "晚") {
			return "" // a new day, no last one
		}
		return "延长至"
	case m.Date.FromNow && m.End.Month != 0 && m.Date.Bound != scan.After && !campaign(after):
		return "即日起至"
	case window && (label != "" && takesIn(label) || takesIn(beforeWindow(s, in, m, before))), months && takesIn(label):
		return "窗口"
	case window && (d.subject != "" || fromTo(s, in, m) && takesIn(before[:len(before)-len("自")])):
		return "窗口"
	case window && (asked(s, in, m) || handedIn(before, after)):
		return "窗口"
	case m.Date.Bound == scan.Before && strings.HasSuffix(s[m.Lo:m.Hi], "结束") && !takesIn(strings.TrimRight(unled(before), "将 ")):
		return "" // 本学期教学工作将于1月18日结束
	case (m.Date.Bound == scan.Before || d.before) && bound(s, in, d, label):
		return "前"
	}
	return ""
}

// closes reports whether the words behind a date say that something closes on it:
// 9月5日关闭, 4月30日24时系统关闭.
func closes(after string) bool {
	after = strings.TrimLeft(after, " ")
	if named, ok := strings.CutPrefix(after, "，"); ok && len(named) <= 60 && !scan.HasAny(named, "，；：") && lexicon.HasAnySuffix(named, "截止", "截稿") { // 8月31日，征文截止
		return true
	}
	if named, ok := strings.CutPrefix(after, "："); ok { // 8月31日：作品提交截止
		named, _, _ = strings.Cut(firstOf(named, 60), "。")
		return lexicon.HasAnySuffix(named, "截止", "截稿") && width(named) <= 12 && !scan.HasAny(named, "，；：")
	}
	if lexicon.HasAnyPrefix(after, "关闭", "截止", "截稿", "停止报名", "停止受理", "停止申报", "停止接收", "结束报名") {
		return true
	}
	clause := firstOf(after, 60)
	if i := strings.IndexAny(clause, "，。；、（"); i > 0 {
		clause = clause[:i]
	} else if len(clause) < len(after) {
		return false
	}
	return (strings.HasSuffix(clause, "关闭") || containsAny(clause, "关闭填报", "关闭申报", "关闭报名")) && width(clause) <= 12
}

// labelAbove returns the short heading above line i that labels a time of handing
// in (三、申报时间), "" where there is none.
func (p *Pass) labelAbove(i int) string {
	if i == 0 {
		return ""
	}
	l := &p.Outline.Lines[i-1]
	t := strings.TrimRight(squeeze(l.String()[l.Words:]), "：:")
	if l.Kind != segment.Heading || width(t) > 12 || !closing(t) && !(scan.Has(t, "时间") && takesIn(t)) {
		return ""
	}
	return t
}

// timeLabel returns the label whose value begins at the end of before:
// 报名时间：, 受理时间为, 收件日期自. "" where no label stands there.
func timeLabel(before string) string {
	t := strings.TrimRight(before, "自从在于 ")
	t = strings.TrimRight(t, " ")
	for _, tail := range []string{"：", ":", "均为", "统一为", "为", "是"} {
		if rest, ok := strings.CutSuffix(t, tail); ok {
			rest = unjoined(strings.TrimRight(rest, "：为是均"))
			if i := strings.LastIndexAny(rest, "，。；：、（"); i >= 0 {
				rest = strings.TrimLeft(rest[i:], "，。；：、（")
			}
			if (tail == "：" || tail == ":" || lexicon.HasAnySuffix(rest, "时间", "日期", "期限", "期", "日", "时限")) && width(rest) <= 30 {
				return rest
			}
			return ""
		}
	}
	if lexicon.HasAnySuffix(t, "时间", "期间", "期限", "日期") && takesIn(t) { // 受理申请期间自5月20日起
		if i := strings.LastIndexAny(t, "，。；：、（"); i >= 0 {
			t = strings.TrimLeft(t[i:], "，。；：、（")
		}
		return t
	}
	// 截止时间2025年5月7日17:00
	for _, w := range deadlineLabels.All() {
		if strings.HasSuffix(t, w) {
			if i := strings.LastIndexAny(t, "，。；：、（"); i >= 0 {
				t = strings.TrimLeft(t[i:], "，。；：、（")
			}
			return t
		}
	}
	return ""
}

// unjoined returns the label without a bracket at its end and without the opening that is
// the same hour: 投标截止时间及开标时间（北京时间）.
func unjoined(label string) string {
	label = strings.TrimRight(trimGroup(label), " ")
	for _, joint := range []string{"及", "和", "与", "暨", "、"} {
		if t, ok := strings.CutSuffix(label, joint+"开标时间"); ok {
			return t
		}
	}
	return label
}

// beforeWindow returns the words before a bracket that opens with the window,
// 网上报名（4月1日—4月10日）, or the short heading before a sentence that does.
func beforeWindow(s string, in piece, m *Mention, before string) string {
	t, ok := strings.CutSuffix(before, "（")
	if strings.TrimSpace(before) == "" {
		t, ok = strings.CutSuffix(s[:in.lo], "（")
		if !ok && m.Date.Precision <= scan.DayOfMonth { // 农户申报。5月1日至5月20日，以村为单位如实申报
			t = runInHeading(s, in.lo)
			ok = t != ""
		}
	}
	if !ok {
		return ""
	}
	if held := activityName(opened(t)); lexicon.HasAnySuffix(held, "征集", "征文", "征稿", "投稿", "投票") && lexicon.HasAnyPrefix(held, "组织", "开展", "举办", "举行") && ok && strings.HasSuffix(s[:m.Lo], "（") {
		return "" // （二）组织老照片征集（6月1日至6月20日）: its time; what is to be handed in by when follows
	}
	if i := strings.LastIndex(t, "公示"); i >= 0 && width(t[i:]) <= 14 {
		return t[:i+len("公示")] // 公示期5个工作日（3月1日至3月7日）
	}
	return strings.Trim(strings.TrimSuffix(strings.TrimRight(t, " "), "阶段"), "“”")
}

// runInHeading returns the short heading (网上报名。) that ends where the sentence at lo
// begins, "" where none does.
func runInHeading(s string, lo int) string {
	t, ok := strings.CutSuffix(s[:lo], "。")
	if i := strings.LastIndexAny(t, "。；）．. "); i >= 0 {
		t = strings.TrimLeft(t[i:], "。；）．. ")
	}
	if !ok || width(t) > 8 {
		return ""
	}
	return t
}

// roundOf returns what the window behind before is a round of: the label of the
// sentence whose rounds stand behind it (选课：第一轮3月1日至3日，第二轮).
func roundOf(before string) string {
	t := strings.TrimRight(before, " ：")
	if !lexicon.HasAnySuffix(t, "轮", "批", "阶段") {
		return ""
	}
	if i := strings.LastIndex(t, "第"); i < 0 || width(t[i:]) > 4 {
		return ""
	}
	if m, n := scan.HeadMark(t); n > 0 && m.Kind != scan.NoMark {
		t = t[n:]
	}
	label, rounds, ok := strings.Cut(strings.TrimLeft(t, " "), "：")
	if !ok || !strings.HasPrefix(strings.TrimLeft(rounds, " "), "第") || width(label) > 12 {
		return ""
	}
	return label
}

// reckons reports whether the label is of the day to which years of age, of work or of
// payment are counted (工作年限计算的截止日期): a condition, by which nothing is to be done.
func reckons(label string) bool {
	return containsAny(label, "计算", "年限", "年龄", "工龄", "学龄", "教龄", "资历")
}

// closing reports whether the label says that its day is the last.
func closing(label string) bool {
	label = strings.TrimRight(label, "均 ")
	return deadlineLabels.Suffix(label) > 0
}

// takesIn reports whether the words end in the name of a window for handing
// something in: 报名, 申报时间, 网上填报预申报书的受理时间.
func takesIn(s string) bool {
	s = strings.TrimRight(s, " ：")
	for _, tail := range []string{"起止时间", "时间和方式", "时间及方式", "时间、方式", "时间与方式", "时间及地点", "时间和地点", "时间、地点", "时间段", "期间", "时间", "日期", "期限", "时限", "时效", "期", "工作"} {
		if t, ok := strings.CutSuffix(s, tail); ok {
			s = t
			break
		}
	}
	return deadlineWindows.Suffix(s) > 0
}

// inForce reports whether the words behind a date tell the validity of a
// document or the length of a rest or an outage, which bind nobody to act.
func inForce(after string) bool {
	return lexicon.HasAnyPrefix(strings.TrimLeft(after, " ，"), "有效", "施行", "生效", "执行", "废止", "放假", "休息", "休假", "调休", "上班", "停水", "停电", "停气", "断网", "限行", "试行", "失效")
}

// reports reports whether the clause behind a date tells what has been done.
func reports(after string) bool {
	after = strings.TrimLeft(after, " ，、")
	if i := strings.IndexAny(after, "，。；"); i >= 0 {
		after = after[:i]
	}
	return lexicon.HasAnyPrefix(after, "已", "共", "累计", "曾", "仍", "尚", "均已", "全市已", "全省已", "我") ||
		scan.Has(after, "已") || scan.Has(after, "共有") || scan.Has(after, "累计") || scan.Has(after, "了")
}

// fromTo reports whether the window is said with both its words, 自3月1日起至3月20日止.
func fromTo(s string, in piece, m *Mention) bool {
	t := s[m.Lo:m.Hi]
	return lexicon.HasAnySuffix(s[in.lo:m.Lo], "自", "从") && scan.Has(t, "起") && strings.HasSuffix(t, "止")
}

// bids reports whether the clause right before a time lets or bids somebody hand something
// in: 可随时将简历投至…，截至3月31日.
func bids(s string, in piece) bool {
	cs := clauses(s, in.lo, in.hi)
	for k := len(cs) - 1; k >= 0 && k >= len(cs)-2; k-- {
		t := strings.TrimSpace(s[cs[k].lo:cs[k].hi])
		if t == "" {
			continue
		}
		return containsAny(t, "请", "可", "须", "应") && handsIn(t) && !containsAny(t, "已", "共", "了", "累计", "收到")
	}
	return false
}

// asked reports whether the window is one within which the reader is asked to
// hand something in or to fetch it: 请于7月16日至25日到人才办取回. A campaign that
// 定于 runs from day to day asks for nothing.
func asked(s string, in piece, m *Mention) bool {
	cs := clauses(s, in.lo, in.hi)
	for k, c := range cs {
		if m.Lo < c.lo || m.Lo >= c.hi {
			continue
		}
		before := s[c.lo:m.Lo]
		if !containsAny(before, "请", "须", "应", "需", "务必", "可于", "可在") {
			return false
		}
		for _, c := range cs[k:min(len(cs), k+4)] {
			t := s[max(c.lo, m.Hi):c.hi]
			if containsAny(t, "举办", "举行", "开展", "召开", "参加") {
				return false
			}
			if handsIn(t) {
				return true
			}
			if containsAny(t, "逾期", "过期") {
				return true
			}
		}
		return false
	}
	return false
}

// handedIn reports whether the words around a window bid somebody to hand something
// in within it: 于5月10日—15日将征文稿报送至…; 企业自7月7日至8月6日，登录系统提交申请. What was
// handed in (已于…将) is none.
func handedIn(before, after string) bool {
	after = firstOf(after, maxSentence)
	switch {
	case lexicon.HasAnySuffix(before, "已于", "曾于", "均于", "定于", "拟于", "安排于"), reports(after):
		return false
	case strings.TrimSpace(before) == "":
		return fillsIn(after)
	case strings.HasSuffix(before, "于"):
		if i := strings.IndexAny(after, "，。；"); i >= 0 {
			after = after[:i]
		}
		at, _ := lastVerb(after)
		if at <= 0 {
			return false
		}
		return lexicon.HasAnyPrefix(after, "将", "把") && handsIn(after[at:]) || lexicon.HasAnyPrefix(after, "到", "持", "至", "向", "携") && containsAny(after[at:], "报送", "提交", "递交", "送交")
	case lexicon.HasAnySuffix(before, "自", "从"):
		after = strings.TrimLeft(after, "， ")
		by := lexicon.HasAnyPrefix(after, "登录", "登陆")
		if by {
			after = after[len("登录"):]
		}
		at, _ := lastVerb(after)
		return personEnds(before[:len(before)-len("自")]) && (by && at >= 0 || lexicon.HasAnyPrefix(after, "提交", "填报", "报送")) && !containsAny(after, "了", "已")
	}
	return false
}

// fillsIn reports whether the words behind a window that opens its sentence say who
// fills in or hands in something: ，参赛队伍扫码填写报名表. 团队提交的方案 tells of no such act.
func fillsIn(after string) bool {
	t, ok := strings.CutPrefix(after, "，")
	if !ok {
		return false
	}
	if i := strings.IndexAny(t, "，。；（"); i >= 0 {
		t = t[:i]
	}
	for _, w := range []string{"填写报名表", "填写申请表", "填写登记表", "填写回执", "填报", "提交", "上传"} {
		who, what, ok := strings.Cut(t, w)
		if !ok || strings.HasPrefix(what, "的") || strings.HasPrefix(what, "后") {
			continue
		}
		for _, way := range []string{"扫码", "在线", "线上", "网上", "自行", "统一"} {
			who = strings.TrimSuffix(who, way)
		}
		return personEnds(who)
	}
	return false
}

// ofGroup sets the subject of a window that a section on handing something in names for one
// group of people: 社会人员：5月6日至5月10日 below （一）报名.
func (p *Pass) ofGroup(s string, in piece, m *Mention, d *due, label string) {
	if !personEnds(label) || strings.Trim(s[d.time.hi:in.hi], " 　止") != "" {
		return
	}
	if h := p.headingAbove(m.Line); takesIn(h) && width(h) <= 8 {
		cs := clauses(s, in.lo, m.Lo)
		d.subjectAt = cs[len(cs)-1].lo
		d.subject = strings.Trim(s[d.subjectAt:m.Lo], " ：") + h
	}
}

// countedAbove returns the label whose length in days the window only spells out, and where it
// begins: 公示期为5个工作日，即3月4日至3月8日, 公示期五天，从3月4日至8日.
func countedAbove(s string, in piece, m *Mention) (label string, at int) {
	t := strings.TrimRight(s[in.lo:m.Lo], " ")
	before := strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(t, "自"), "从"), "即")
	ok := len(before) < len(t)
	before = strings.TrimRight(before, "，（ ")
	if !ok || !lexicon.HasAnySuffix(before, "工作日", "日", "天") {
		return "", 0
	}
	cs := clauses(s, in.lo, in.lo+len(before))
	at = cs[len(cs)-1].lo
	clause := s[at : in.lo+len(before)]
	n := strings.IndexAny(clause, "为是共0123456789一二三四五六七八九十")
	if n <= 0 || width(clause) > 20 || !takesIn(clause[:n]) || !lexicon.HasAnySuffix(clause[:n], "期", "时间", "期限", "期间") {
		return "", 0
	}
	return unlabelled(clause[:n]), at
}

// personEnds reports whether s ends in those who apply or are asked to.
func personEnds(s string) bool {
	return lexicon.HasAnySuffix(s, "企业", "单位", "学校", "人员", "学生", "毕业生", "考生", "申请人", "申报人", "申报者", "作者", "选手", "队伍", "团队")
}

// handsIn reports whether the clause hands something in or fetches it.
func handsIn(t string) bool {
	return containsAny(t, "报送", "提交", "填报", "申报", "上报", "上传", "登录", "录入", "报名", "取回", "领取", "缴纳", "寄送", "发送至", "发至", "交至", "交到", "送至", "送到", "反馈", "登记", "办理")
}

// stages are steps of a procedure that are over by the day behind their name: 单位初审：4月7日前.
var stages = lexicon.NewWords("审核", "复核", "初审", "复审", "终审", "审查", "核查", "初评", "复评", "评审", "验收", "整改", "自查")

// bound reports whether a date with 前 or 止 behind it obliges: it does not in a
// condition (6月30日前到期的贷款), in a fact (于3月前已完成), behind a label of
// another kind (注册时间为2018年5月31日前).
func bound(s string, in piece, d *due, label string) bool {
	before := s[in.lo:d.m.Lo]
	cs := clauses(s, d.time.hi, in.hi)
	clause := strings.TrimLeft(s[cs[0].lo:cs[0].hi], " ）")
	if n := groupLen(clause, '（'); n > 0 && strings.HasPrefix(clause, "（") && strings.HasPrefix(clause[n:], "的") {
		clause = clause[n:] // 2009年10月1日前（不含该日）的
	}
	if label != "" && !closing(label) && clause == "" {
		return takesIn(label) || lexicon.HasAnySuffix(label, "时限", "完成时间", "期限") || stages.Suffix(label) > 0
	}
	if clause == "" && len(cs) > 1 {
		clause = strings.TrimSpace(s[cs[1].lo:cs[1].hi])
	}
	own := before
	if i := strings.LastIndexAny(own, "，,"); i >= 0 {
		own = own[i:]
	}
	if lexicon.HasAnySuffix(own, "务于", "务必于", "务必在", "务须于") { // 务于4月15日前取得施工许可
		clause = strings.TrimPrefix(clause, "取得")
	}
	if lexicon.HasAnyPrefix(clause, "不", "暂", "一律不", "原则上不", "的", "已", "曾", "均已", "尚未", "未", "到期", "出生", "年满", "未满", "注册成立", "成立", "毕业", "取得", "入职", "入学", "参加工作", "在研", "发布的", "发生的", "印发的", "后") {
		return false
	}
	if lexicon.HasAnySuffix(own, "对", "对于", "凡", "凡是", "除", "如", "若", "在研项目", "历年", "自", "从", "早在", "已于", "均于", "曾于", "已在", "未在", "未于", "不早于", "不得早于", "早于", "发生在", "发生于", "须为", "应为", "须是", "应是") {
		return false
	}
	if i := scan.Index(clause, "的"); i > 0 && width(clause[:i]) <= 6 && !containsAny(own, "请", "须", "应", "需", "务", "于", "要", "在") && !containsAny(clause[:i], "将", "把", "报", "送", "交") {
		return false
	}
	valid := scan.Has(clause, "有效") && !containsAny(clause, "有效证", "有效材料", "有效票据", "有效凭证", "有效身份") // 该证书12月31日前有效
	if (valid || containsAny(clause, "不得", "不予", "不再")) && !containsAny(clause, "逾期", "过期") {
		return false
	}
	if scan.Has(clause, "已") && !scan.Has(own, "请") {
		return false
	}
	if strings.Trim(own, "，, ") == "" && label == "" && !acts(clause) && !inRow(before, clause) {
		return false // 2021年6月30日前在编在岗教师
	}
	return clause != "" || label != "" || strings.TrimSpace(strings.TrimLeft(own, "，, ")) != ""
}

// inRow reports whether the clause stands in a row of things to be reached by days of their
// own, which a word before them demands: 确保3月底前隧洞贯通，4月底前通过验收.
func inRow(before, clause string) bool {
	return containsAny(before, "确保", "力争", "争取", "务必", "必须") && containsAny(before, "前", "底") && !scan.Has(clause, "的")
}

// doings are verbs of plans and duties that stand behind a date without a word that obliges.
var doings = []string{"完成", "开展", "组织", "举办", "召开", "举行", "建", "实现", "形成", "制定", "启动", "做好", "进行", "确定", "公布", "公告", "新增", "参加", "提出", "评审", "请", "须", "应", "要", "需", "将", "把", "可", "到", "向", "由", "各", "免", "达", "结束", "清", "撤", "退", "修", "确保", "全面", "全部", "与", "告知", "回复", "答复", "通知", "领取", "领完", "办完", "还清", "归还", "交清", "报销", "兑付", "拨付", "发放", "结清", "到账", "审", "查", "评", "选", "投", "出台", "停止"}

// acts reports whether the clause has a verb of something to be done.
func acts(clause string) bool {
	at, _ := lastVerb(clause)
	return at >= 0 || containsAny(clause, doings...)
}

// byBody reports whether before ends in who must act: 由责任单位, 由县财政局.
func byBody(before string) bool {
	i := strings.LastIndex(before, "由")
	if i < 0 {
		return false
	}
	who := before[i+len("由"):]
	return width(who) >= 2 && width(who) <= 12 && !scan.HasAny(who, "，、；：") && (personEnds(who) || isBody(who))
}

// listedTerm reports whether before ends in another term and what is to be done within it, to
// which 、 adds the next: 须在2小时内口头报告、24小时内书面报告.
func listedTerm(before string) bool {
	t, ok := strings.CutSuffix(before, "、")
	i := strings.LastIndex(t, "内")
	if !ok || i < 0 || width(t[i:]) > 12 || scan.HasAny(t[i:], "，；：") || !lexicon.HasAnySuffix(t[:i], "日", "天", "小时", "分钟") {
		return false
	}
	return handsIn(t[i:]) || containsAny(t[i:], "报告", "答复", "反馈", "完成")
}

// relativeRule returns the rule for a stretch of time that obliges: 收到通知之日起
// 5个工作日内, 公示期为7天; "" for one that measures something else (14天内活动范围).
func relativeRule(s string, in piece, m *Mention) string {
	before, after := strings.TrimRight(s[in.lo:m.Lo], " "), strings.TrimLeft(s[m.Hi:in.hi], " ")
	anchor := m.Date.Anchor
	switch {
	case lexicon.HasAnyPrefix(anchor, "公示", "公告期"):
		if d, n := scan.DateOf(strings.TrimLeft(after, "（：，即自从为是 ")); n > len("3月1日") && d.Start != d.End {
			return "" // 公示期5个工作日（3月1日至3月7日): the days say it
		}
		return "公示期"
	case m.Date.Bound != scan.Before:
		return ""
	case strings.HasPrefix(after, "无") && !lexicon.HasAnyPrefix(after, "无息", "无条件", "无偿"), lexicon.HasAnyPrefix(after, "的", "有", "核酸", "活动", "外出", "旅居", "累计", "未", "曾", "到过", "出现", "发生"):
		return ""
	case strings.HasSuffix(m.Date.Relative, "Y"):
		return ""
	case anchor != "" && !lexicon.HasAnySuffix(before, "对"), nextDay(s, in.lo, m.Lo) >= 0 && (handsIn(after) || containsAny(after, "陈述", "提出", "洽询")):
		return "之日起"
	}
	if byBody(before) && lexicon.HasAnyPrefix(after, "完成", "整改", "办结", "办理", "答复", "回复", "核实", "报送", "提交", "处理") {
		return "日内"
	}
	if !listedTerm(before) && !lexicon.HasAnySuffix(before, "在", "于", "应", "须", "需", "请", "后", "务必", "要", "并") && !(strings.HasSuffix(before, "，") && lexicon.HasAnyPrefix(after, "提交", "完成", "报送", "上报")) {
		return ""
	}
	clause := after
	if i := strings.IndexAny(clause, "，。；"); i > 0 {
		clause = clause[:i]
	}
	if at, _ := lastVerb(strings.TrimLeft(clause, "，")); at < 0 && !containsAny(clause, "答复", "告知", "通知", "审核", "作出", "提出", "出具", "报告", "组织", "进行", "核实", "处理", "回复", "退回", "退还", "返还", "向") {
		return ""
	}
	return "日内"
}
