package field

import (
	"strings"

	"gongwen/extract/internal/lexicon"
	"gongwen/extract/internal/scan"
	"gongwen/extract/internal/segment"
	"gongwen/model"
)

// leadWords stand right before the time of a deadline and belong to it.
var leadWords = []string{"务必", "必须", "应当", "需要", "务请", "务须", "均须", "于", "在", "到", "至", "请", "须", "应", "需", "将", "务", "拟", "自", "从", "最迟", "最晚", "至迟", "原则上", "统一", "均", "要", "一律", "限", "及时", "抓紧", "尽快", "并", "定", "赶"}

// actions makes the deadlines of one sentence of line i.
func (p *Pass) actions(i int, s string, in piece, bracket bool, dues []due) {
	for k := range dues {
		d := &dues[k]
		if b := s[d.time.hi:in.hi]; strings.HasPrefix(b, "（") { // （以寄出时间为准）
			if n := groupLen(b, '（'); n > 0 && (containsAny(b[:n], "为准", "为凭", "含", "逾期", "下班") || width(b[:n]) <= 9 && containsAny(b[:n], "周", "前", "天")) {
				d.time.hi += n
			}
		}
	}
	subject := ""
	taken := in.lo // what the deadline before has used
	for k := range dues {
		d := &dues[k]
		lo := min(taken, d.time.lo)
		hi := in.hi
		if k+1 < len(dues) {
			hi = max(dues[k+1].time.lo, d.time.hi)
			if d.of != "" && dues[k+1].of != "" {
				hi = d.time.hi // the next round begins there
			}
		}
		who, from := p.before(i, s, piece{lo, d.time.lo}, k > 0, bracket)
		if who == "" && k > 0 && (d.before || !scan.Has(subject, "，")) {
			who = subject
		}
		what, to := after(s, piece{d.time.hi, hi})
		if publicity(d, who) && lexicon.HasAnyPrefix(what, "如", "若") { // 公示期为3月4日至8日，如有异议，请…
			d.subject, d.subjectAt = "公示", min(from, d.time.lo)
			if at, _ := lastVerb(what); at < 0 {
				what = ""
			}
		}
		if from < d.time.lo && namesActor(what) && !strings.HasSuffix(who, "的，") && opensClause(s, in, d) {
			who, from = "", d.time.lo // the words behind the time say who: 3月10日前学校完成…
		}
		if joins(what) || isDay(what) { // 于3月15日及6月15日前，将…报送
			what = ""
		}
		if k > 0 && joins(strings.TrimRight(who, "，")) {
			who = subject
		}
		taken = max(to, d.time.hi)
		if k+1 < len(dues) && (lacksVerb(what) || onlyBody(what)) {
			object := what
			what = shared(s, what, dues[k+1:], in.hi)
			if !lexicon.HasAnyPrefix(object, "将", "把") {
				taken = d.time.hi
			}
		}
		if d.rule == "延长至" {
			who = strings.TrimSuffix(who, "延") // 可延至
		}
		if d.naming && lexicon.HasAnyPrefix(what, "请", "各", "由") {
			who = "" // 征稿截止时间为3月29日，请大家把论文发至…
		}
		if d.rule == "公示期" && what == "" && strings.TrimSpace(s[p.Outline.Lines[i].Words:d.time.lo]) == "" {
			d.subject, d.subjectAt = "公示", d.time.lo // not what the list above is headed with
		}
		if d.subject != "" {
			who, from = d.subject, d.subjectAt
		} else if what == "" {
			who, from = p.named(i, s, in, d, who, from, bracket)
		} else if bare(what) {
			who, from = p.wider(i, s, in, d, who, from, bracket)
		}
		if who == "" && what == "" && d.rule == "公示期" {
			who = "公示"
		}
		if d.of != "" {
			who = d.of + who
		}
		subject = who
		p.deadline(i, d, who, what, min(from, d.time.lo), max(to, d.time.hi))
	}
}

// publicity reports whether the window of d is the one in which something is made public.
func publicity(d *due, who string) bool {
	return d.rule == "窗口" && (d.subject == "公示" || strings.HasSuffix(strings.TrimRight(who, "自从为是：于在 "), "公示期") || strings.HasSuffix(strings.TrimRight(who, "自从为是：于在 "), "公示时间"))
}

// opensClause reports whether nothing but words that lead to the time stand before it in its clause.
func opensClause(s string, in piece, d *due) bool {
	cs := clauses(s, in.lo, d.time.lo)
	last := cs[len(cs)-1]
	return unled(s[last.lo:last.hi]) == ""
}

// namesActor reports whether the words behind a time begin with those who are to act, and what
// they do follows: 学校完成报名工作, 各县教育局将名册报送….
func namesActor(what string) bool {
	for _, w := range []string{"完成", "将", "把", "须", "应", "要"} {
		if i := scan.Index(what, w); i > 0 && !strings.HasPrefix(what, "由") && width(what[:i]) >= 2 && width(what[:i]) <= 12 && !scan.HasAny(what[:i], "，、；：“《") {
			return personEnds(what[:i]) || isBody(what[:i])
		}
	}
	return false
}

// joins reports whether s only joins two times.
func joins(s string) bool { return s == "和" || s == "及" || s == "与" }

// firstBody reports whether the words are nothing but the first of several who are to act: 各县（市、区）.
func firstBody(what string) bool {
	t := trimGroup(what)
	at, _ := lastVerb(t)
	return at < 0 && strings.HasPrefix(t, "各") && width(t) <= 8 && !scan.HasAny(t, "，、（")
}

// onlyBody reports whether the words behind a time are nothing but the body that the
// next one binds: 各区4月8日前，市图书馆4月9日前，分别清点库存.
func onlyBody(what string) bool {
	at, _ := lastVerb(what)
	return at < 0 && width(what) <= 12 && !scan.HasAny(what, "，、（") && isBody(what) && !strings.HasSuffix(what, "报告")
}

// lookBack is how many deadlines back one may be said again.
const lookBack = 12

// maxAction is the most bytes of an action that is compared with others.
const maxAction = 600

// deadline adds one deadline to the notice unless it is there already.
func (p *Pass) deadline(i int, d *due, who, what string, lo, hi int) {
	t := p.Outline.Lines[i].Text
	x := model.Deadline{
		Text:     tight(t.String()[d.time.lo:d.time.hi]),
		Action:   tidy(who + what),
		Evidence: p.Cite(t, lo, hi, "deadlines/"+d.rule),
	}
	if x.Action == "" {
		return
	}
	duePart(&x, d)
	x.Actor = actor(who)
	x.Recipient = recipient(what)
	x.Channel = channel(what)
	for k := max(0, len(p.Notice.Deadlines)-lookBack); k < len(p.Notice.Deadlines); k++ {
		y := &p.Notice.Deadlines[k]
		if y.Due == x.Due && y.Relative == x.Relative && (y.Action == x.Action || max(len(y.Action), len(x.Action)) <= maxAction && segment.Alike(y.Action, x.Action) > 0.9 && figures(y.Action) == figures(x.Action)) {
			return
		}
	}
	d.m.Role = model.RoleDeadline
	p.Notice.Deadlines = append(p.Notice.Deadlines, x)
}

// figures returns the digits of s: what is handed in with 附件3 is not what is with 附件4.
func figures(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
}

// before returns who is to act: the words of the deadline's clause that stand
// before the time, without the words that lead to it. Where there are none, the
// clauses before are asked: the last that names who must act, at most three back.
func (p *Pass) before(i int, s string, in piece, later, bracket bool) (who string, from int) {
	cs := clauses(s, in.lo, in.hi)
	last := cs[len(cs)-1]
	own := strings.TrimRight(s[last.lo:last.hi], " 于在")
	if strings.HasSuffix(own, "：") { // 材料报送时间及地点：5月10日前
		return "", last.lo
	}
	if t := strings.TrimRight(own, "为是 "); t == "时间" || t == "日期" {
		return "", last.lo
	}
	if t, ok := strings.CutSuffix(own, "要求"); ok { // 要求于12月26日之前
		return unled(t), last.lo
	}
	if t := strings.TrimRight(own, "为是均 "); deadlineLabels.Suffix(t) > 0 { // 并在截止日期10月29日前
		own = t[:len(t)-deadlineLabels.Suffix(t)]
	}
	if i := strings.LastIndex(own, "自"); i > 0 && lexicon.HasAnySuffix(own, "之日起至", "之日起", "日起至", "日起") { // 报名自通知发布之日起至4月10日止
		own = unlabelled(own)
	}
	if who = unled(own); who != "" {
		return who, last.lo
	}
	if later && strings.Trim(s[in.lo:last.lo], " ，、") == "" {
		return "", in.hi
	}
	from = in.hi
	for k := len(cs) - 2; k >= 0 && k >= len(cs)-5; k-- {
		c := cs[k]
		t := s[c.lo:c.hi]
		if cut, ok := p.cutAtDate(i, c); ok { // 测试平台将于9月21日开通，11月20日关闭
			return unled(strings.TrimSuffix(s[c.lo:cut], "（")), c.lo
		}
		if lexicon.HasAnyPrefix(strings.TrimLeft(t, " "), "逾期", "联系人", "电话") || onlyPasses(t) {
			break
		}
		from = c.lo
		if containsAny(t, "请", "须", "应", "需") || strings.Count(t, "各") > strings.Count(t, "各自") {
			break
		}
	}
	if from == in.hi {
		return "", from
	}
	if who = unled(s[from:last.lo]); who != "" {
		who += "，"
	}
	return who, from
}

// onlyPasses reports whether the clause only passes a document on (现将《…》转发给你们): who
// is to act, it does not say.
func onlyPasses(clause string) bool {
	return lexicon.HasAnySuffix(strings.TrimRight(clause, " "), "转发给你们", "印发给你们", "转发你们", "印发你们", "转给你们", "发给你们")
}

// cutAtDate returns where a date begins in the clause c of line i, if one does.
func (p *Pass) cutAtDate(i int, c piece) (int, bool) {
	s := p.Outline.Lines[i].String()
	for _, m := range p.In(i, c) {
		if m.Start.Month != 0 && (m.Date.Precision == scan.Dekad || m.Date.Precision == scan.Month) && m.Hi < c.hi && strings.Trim(s[c.lo:m.Lo], " ，") == "" && width(s[m.Hi:c.hi]) <= 6 {
			return m.Lo, true // 3月上旬进场，10月底前完工
		}
		if m.Date.Precision <= scan.DayOfMonth && m.Date.Relative == "" && !(m.Date.FromNow && m.End.Month == 0) {
			return m.Lo, true
		}
	}
	return 0, false
}

// unled returns s without the words at its end that lead to a time and without
// what opens a sentence: a mark, a label, 请.
func unled(s string) string {
	s = opened(s)
	for {
		t := strings.TrimRight(s, " 　，、,")
		for _, w := range leadWords {
			if strings.HasSuffix(t, w) && !lexicon.HasAnySuffix(t, "感应", "简要", "主要", "摘要", "重要", "必要", "纪要", "对应", "供应", "关于", "所在", "邀请", "申请", "聘请", "不要", "有限", "期限", "时限", "权限", "局限") {
				t = t[:len(t)-len(w)]
				break
			}
		}
		if t == s {
			return s
		}
		s = t
	}
}

// openers open a sentence and are no part of what it says.
var openers = []string{"请", "现请", "望", "还请", "恳请", "敬请", "务请", "烦请", "并", "同时", "其中", "另外", "此外", "如有需要"}

// opened returns s without the marks, labels and particles at its head.
func opened(s string) string {
	s = strings.TrimLeft(s, " 　，、,；：:”）’【】")
	if strings.HasPrefix(s, "（") {
		if n := groupLen(s, '（'); n > 0 && n < len(s) {
			s = s[n:] // a remark on the step before
		}
	}
	if m, n := scan.HeadMark(s); n > 0 && m.Kind != scan.NoMark {
		s = strings.TrimLeft(s[n:], " 　，、,")
	}
	if i := scan.Index(s, "："); i > 0 && width(s[:i]) <= 12 && !scan.HasAny(s[:i], "，（“《") {
		s = strings.TrimLeft(s[i+len("："):], " 　")
	}
	if rest, ok := strings.CutPrefix(s, "请"); ok && !personal(rest) {
		return strings.TrimLeft(rest, " 　，")
	}
	for _, w := range openers[1:] {
		if rest, ok := strings.CutPrefix(s, w); ok && (w != "望" || lexicon.HasAnyPrefix(rest, "各", "你", "贵", "广大", "全", "有关", "相关", "于", "在", "及", "认真", "切实")) {
			return strings.TrimLeft(rest, " 　，")
		}
	}
	return s
}

// personal reports whether the words behind 请 are its object and lose their
// sense without it. 请报送作品的单位 and 请各单位 do not.
func personal(rest string) bool { return lexicon.HasAnyPrefix(rest, "示", "假", "柬", "求") }

// after returns what is to be done: the clauses behind the time. The first
// counts; more follow while the object has no verb yet, or where the next goes
// on with the same obligation (并, 同时).
func after(s string, in piece) (what string, to int) {
	lo := in.lo
	for lo < in.hi && strings.HasPrefix(s[lo:in.hi], " ") {
		lo++
	}
	for _, w := range []string{"”", "，", ",", "、", "期间", "中，", "内，", "，"} {
		if strings.HasPrefix(s[lo:in.hi], w) {
			lo += len(w)
		}
	}
	cs := clauses(s, min(lo, in.hi), in.hi)
	if t := strings.TrimLeft(s[cs[0].lo:cs[0].hi], " "); closesDuty(t) || tellsWhere(t) || postmarked(t) {
		return "", in.lo
	}
	if strings.HasPrefix(s[lo:in.hi], "；") {
		return "", in.lo // inside a quotation: the next label
	}
	if c := s[cs[0].lo:cs[0].hi]; counts(c) || hours(c) { // 3月3日至3月7日，共5个工作日
		return "", cs[0].hi
	}
	if lo < in.hi && strings.HasPrefix(s[lo:], "（") && groupLen(s[lo:cs[0].hi], '（') == cs[0].hi-lo { // a remark on the time
		if len(cs) == 1 {
			return "", cs[0].hi
		}
		cs = cs[1:]
		lo = cs[0].lo
	}
	to = cs[0].hi
	for k := 1; k < len(cs) && k < 5; k++ {
		t := strings.TrimLeft(s[cs[k].lo:cs[k].hi], " ")
		pending := lacksVerb(s[lo:to]) || logsIn(s[lo:to]) && handsIn(t) || strings.HasPrefix(t, "各") && firstBody(s[lo:to])
		if closesDuty(t) || !pending && !goesOn(t) {
			break
		}
		to = cs[k].hi
	}
	return unfinished(strings.Trim(s[lo:to], " 　，、,")), to
}

// unfinished returns what without the words that lead to the next time: 提交清单，并在.
func unfinished(what string) string {
	for _, w := range []string{"，并在", "，并于", "，且于", "，同时于"} {
		what = strings.TrimSuffix(what, w)
	}
	return what
}

// tellsWhere reports whether the clause begins with the label of a place to turn to: 报名网址：….
func tellsWhere(clause string) bool {
	label, _, ok := strings.Cut(firstOf(clause, 60), "：")
	return ok && width(label) <= 8 && !scan.Has(label, "（") && lexicon.HasAnySuffix(label, "方式", "网址", "网站", "链接", "邮箱", "地址", "地点", "电话", "热线", "联系人", "联系方式", "公众号", "微信", "二维码")
}

// postmarked reports whether the clause only says which day counts: 邮寄者以邮戳为准.
func postmarked(clause string) bool {
	return width(clause) <= 16 && scan.Has(clause, "以") && lexicon.HasAnySuffix(clause, "为准", "为凭", "为据")
}

// hours reports whether the clause is nothing but the hours of each day of the window before
// it: 3月3日至3月7日，8:30—11:30.
func hours(clause string) bool {
	t := strings.TrimSpace(clause)
	_, n := scan.ClockOf(t)
	if n == 0 {
		return false
	}
	t = strings.TrimLeft(t[n:], "—-－~至到 ")
	_, n = scan.ClockOf(t)
	return n > 0 && n == len(t)
}

// counts reports whether the clause only counts the days of the window before it: 共5个工作日.
func counts(clause string) bool {
	t := strings.Trim(clause, " ）")
	n, ok := strings.CutPrefix(t, "共")
	if !ok {
		n, ok = strings.CutPrefix(t, "为期")
	}
	return ok && width(t) <= 10 && lexicon.HasAnySuffix(n, "天", "日")
}

// logsIn reports whether the words only say where something is to be handed in: 登录申报系统.
func logsIn(what string) bool {
	what = strings.TrimLeft(what, " 请")
	return lexicon.HasAnyPrefix(what, "登录", "登陆") && lexicon.HasAnySuffix(what, "系统", "平台", "网站", "网")
}

// closers begin clauses that say what comes after a deadline, or whom to ask.
var closers = []string{"逾期", "过期", "联系人", "联系电话", "电话", "过时", "超期", "届时", "具体要求", "具体办法", "具体安排", "详见", "详情", "每天上午", "每天下午", "每天8", "每天9", "每日上午", "工作日上午", "上班时间"}

// closesDuty reports whether the clause begins with one of closers. 电话报告 is what is to be done.
func closesDuty(t string) bool {
	return lexicon.HasAnyPrefix(t, closers...) && !lexicon.HasAnyPrefix(t, "电话报告", "电话告知", "电话通知", "电话反馈", "电话联系")
}

// goesOn reports whether a clause adds to the obligation before it.
func goesOn(t string) bool {
	return lexicon.HasAnyPrefix(t, "并", "同时", "且", "报送", "上报", "报至", "提交", "发送", "发至", "分送", "送至", "送交", "交至", "寄送")
}

// lacksVerb reports whether the words name an object and nothing that is done
// with it: 将前3项活动开展情况.
func lacksVerb(what string) bool {
	what = strings.TrimSpace(what)
	if !lexicon.HasAnyPrefix(what, "将", "把") {
		at, _ := lastVerb(what)
		return at < 0 && lexicon.HasAnySuffix(strings.TrimRight(what, " "), "于", "务必", "请", "前") || what == ""
	}
	return tailVerb(what) < 0
}

// shared completes the words of a deadline whose verb stands behind a later one
// of the same sentence: 于5月26日前将甲，9月10日前将乙报送校保密办.
func shared(s, what string, later []due, end int) string {
	for k := range later {
		hi := end
		if k+1 < len(later) {
			hi = later[k+1].time.lo
		}
		next, _ := after(s, piece{later[k].time.hi, max(hi, later[k].time.hi)})
		if lacksVerb(next) {
			continue
		}
		if !lexicon.HasAnyPrefix(what, "将", "把") {
			return next // 市直学校于6月12日前、各区于6月19日前将材料报送市教育局
		}
		at := tailVerb(next)
		if at < 0 {
			return what
		}
		return unled(what) + next[at:]
	}
	return what
}

// bare reports whether the words say no more than that something is to be done.
func bare(what string) bool {
	if i := strings.IndexAny(what, "（，"); i > 0 {
		what = what[:i]
	}
	switch strings.Trim(what, " 。") {
	case "完成", "全部完成", "全面完成", "完成整改", "报送", "上报", "到位", "落实到位", "如数交还", "提交", "备案", "办结", "完毕", "实施":
		return true
	}
	return false
}

// anaphors point to the sentence before.
var anaphors = []string{"该项工作", "此项工作", "这项工作", "该工作", "此工作", "该项任务", "此项任务", "这一工作"}

// wider returns more of what stands before the time, where the words behind it
// only say that it is to be done: the clauses of the sentence, or, where they
// only point back, the sentence before.
func (p *Pass) wider(i int, s string, in piece, d *due, who string, from int, bracket bool) (string, int) {
	if lexicon.HasAnyPrefix(who, anaphors...) {
		if t, lo := sentenceBefore(s, in.lo, p.Outline.Lines[i].Words); t != "" {
			return t + "，", lo
		}
		return who, from
	}
	if from > in.lo && width(who) < 4 {
		if t := unled(s[in.lo:d.time.lo]); width(t) <= 120 && !p.dated(i, piece{in.lo, d.time.lo}) {
			if strings.HasSuffix(strings.TrimRight(s[in.lo:d.time.lo], " "), "，") {
				t += "，"
			}
			return t, in.lo
		}
	}
	if bracket && width(who) <= 6 {
		if t, lo := beforeBracket(s, in.lo, p.Outline.Lines[i].Words); t != "" {
			if who != "" {
				t += "，"
			}
			return t + who, lo
		}
	}
	return who, from
}

// dated reports whether a date stands in the piece of line i.
func (p *Pass) dated(i int, in piece) bool {
	return len(p.In(i, in)) > 0
}

// sentenceBefore returns the sentence of s that ends before lo.
func sentenceBefore(s string, lo, floor int) (string, int) {
	hi := len(strings.TrimRight(s[:lo], "。；！ 　"))
	if hi <= floor {
		return "", lo
	}
	in := sentenceAt(s, floor, hi-1, hi)
	if in.lo >= hi {
		return "", lo
	}
	return opened(s[in.lo:hi]), in.lo
}

// beforeBracket returns the words before the bracket whose inside begins at lo:
// the clause that it qualifies, or, behind a full stop, the whole of a short item.
func beforeBracket(s string, lo, floor int) (string, int) {
	open := len(strings.TrimRight(s[:lo], "（【 "))
	hi := len(strings.TrimRight(s[:open], "。；， "))
	if hi <= floor {
		return "", lo
	}
	at := floor
	if i := strings.LastIndexAny(s[floor:hi], "。；！？，"); i >= 0 && !(lexicon.HasAnySuffix(s[:open], "；", "。") && width(s[floor:hi]) <= 80) {
		at = floor + i + len("。")
	}
	return opened(s[at:hi]), at
}

// named returns what a deadline without words behind it is for: what its label
// names (报名截止时间), the clauses before it, the words before its bracket, or
// the heading above.
func (p *Pass) named(i int, s string, in piece, d *due, who string, from int, bracket bool) (string, int) {
	cs := clauses(s, in.lo, d.time.lo)
	last := cs[len(cs)-1]
	if t := unlabelled(s[last.lo:last.hi]); width(t) > 1 {
		return t, last.lo
	}
	if len(cs) > 1 {
		lo := cs[len(cs)-2].lo
		for k := len(cs) - 2; k >= 0 && k >= len(cs)-4; k-- {
			lo = cs[k].lo
			if t := s[lo:last.lo]; width(t) >= 6 && !lexicon.HasAnyPrefix(strings.TrimLeft(t, " "), "邮件", "并", "电子版", "纸质", "报送文件") {
				break
			}
		}
		t := strings.Trim(opened(s[lo:last.lo]), " ，、")
		if strings.HasSuffix(t, "日起") {
			t = unlabelled(t)
		}
		return t, lo
	}
	l := &p.Outline.Lines[i]
	if bracket {
		if t, lo := beforeBracket(s, in.lo, l.Words); t != "" {
			return t, lo
		}
	}
	if t, lo := sentenceBefore(s, in.lo, l.Words); width(t) > 1 {
		return t, lo
	}
	if h := p.headingAbove(i); h != "" {
		return h, from
	}
	return strings.Trim(s[last.lo:last.hi], " ：为"), from // 截止时间 alone
}

// unlabelled returns what the label names: 报名 for 报名截止时间为：, 公示 for 公示期.
func unlabelled(label string) string {
	t := strings.TrimRight(label, " 　：:自从为是于在")
	if i := strings.LastIndex(t, "“"); i >= 0 && !scan.Has(t[i:], "”") {
		t = t[i+len("“"):] // 现更正为“投标截止时间为
	}
	t = unjoined(t)
	if m, n := scan.HeadMark(strings.TrimLeft(t, " ")); n > 0 && m.Kind != scan.NoMark {
		t = strings.TrimLeft(t, " ")[n:]
	}
	if i := strings.LastIndexAny(t, "：:"); i >= 0 {
		t = strings.TrimLeft(t[i:], "：:")
	}
	for {
		n := len(t)
		for _, w := range []string{"自", "从", "为", "是", "均", "统一", "截止到", "截止", "截至", "时间", "日期", "期限", "时限", "时效", "起止", "最迟", "时间和方式", "：", " ", "于", "在", "至"} {
			t = strings.TrimSuffix(t, w)
		}
		if rest, ok := strings.CutSuffix(t, "示期"); ok {
			t = rest + "示"
		}
		if i := strings.LastIndex(t, "自"); i > 0 && strings.HasSuffix(t, "日起") {
			t = t[:i] // 报名自通知发布之日起
		}
		if len(t) == n {
			break
		}
	}
	return strings.TrimSuffix(strings.Trim(opened(t), " 　，"), "的")
}

// headingAbove returns the nearest heading above line i that has words.
func (p *Pass) headingAbove(i int) string {
	for k := i; k >= 0 && k > i-12; k-- {
		l := &p.Outline.Lines[k]
		if k < i && l.Head > l.Words {
			return unlabelled(l.String()[l.Words:l.Head])
		}
	}
	return ""
}

// tidy returns the words of an action as they are printed in the contract:
// without blanks of setting, without brackets that only hold a web address,
// without the stop at the end.
func tidy(s string) string {
	for at := 0; ; {
		i := scan.Index(s[at:], "（")
		if i < 0 {
			break
		}
		i += at
		n := groupLen(s[i:], '（')
		if n == 0 {
			break
		}
		if containsAny(s[i:i+n], "网址", "http", "www.") {
			s = s[:i] + s[i+n:]
			at = i
			continue
		}
		at = i + n
	}
	return strings.Trim(tight(s), " 　，、,。；：")
}

// actor returns who is to act: the words before the time where they name
// bodies or people and nothing else.
func actor(who string) string {
	who = strings.Trim(tight(who), " ，、：")
	for _, w := range []string{"须", "应", "需", "要", "将", "务必", "请"} {
		if i := scan.Index(who, w); i > 0 && !scan.Has(who[:i], "，") {
			who = who[:i]
			break
		}
	}
	if who == "" || width(who) > 40 || scan.HasAny(who, "，。；：“《") {
		return ""
	}
	if hasTail(strings.TrimRight(trimGroup(who), " ")) || strings.HasPrefix(who, "各") || lexicon.HasAnySuffix(who, "人", "者", "选手", "作者", "学生", "学员", "企业", "代表", "理事", "教师") {
		return who
	}
	return ""
}

// trimGroup returns s without a bracket at its end.
func trimGroup(s string) string {
	if strings.HasSuffix(s, "）") {
		if i := strings.LastIndex(s, "（"); i > 0 {
			return s[:i]
		}
	}
	return s
}

// recipient returns to whom something is handed: the body behind 报送, 交至 and
// their kin.
func recipient(what string) string {
	what = lastOf(what, maxAction)
	at, n := lastVerb(what)
	if at < 0 {
		return ""
	}
	t := what[at+n:]
	for _, w := range []string{"至", "到", "给", "于"} {
		t = strings.TrimPrefix(t, w)
	}
	if i := strings.IndexAny(t, "，。；（：、"); i >= 0 {
		t = t[:i]
	}
	t = strings.TrimSpace(t)
	if width(t) < 2 || width(t) > 24 || scan.HasAny(t, "@《“0123456789") || !hasTail(t) && !lexicon.HasAnySuffix(t, "处", "科", "办", "室", "部", "老师", "秘书处") {
		return ""
	}
	return t
}

// channel returns the way by which something is handed in: 通过…平台, 经…系统, a mailbox.
func channel(what string) string {
	for _, way := range []string{"通过", "登录", "经"} {
		i := strings.Index(what, way)
		if i < 0 {
			continue
		}
		t := what[i+len(way):]
		for _, end := range []string{"平台", "系统", "邮箱", "网站", "公众号", "小程序", "模块"} {
			if k := scan.Index(t, end); k >= 0 && width(t[:k]) <= 24 && !scan.HasAny(t[:k], "，。；") {
				return tight(t[:k+len(end)])
			}
		}
	}
	for _, w := range []string{"电子邮箱", "邮箱", "电子邮件"} {
		if scan.Has(what, w) {
			return w
		}
	}
	return ""
}
