package field

import (
	"strings"

	"gongwen/extract/internal/lexicon"
	"gongwen/extract/internal/scan"
)

// leadWords stand right before the time of a deadline and belong to it.
var leadWords = []string{"务必", "必须", "应当", "需要", "务请", "务须", "均须", "于", "在", "到", "至", "请", "须", "应", "需", "将", "务", "拟", "自", "从", "最迟", "最晚", "至迟", "原则上", "统一", "均", "要", "一律", "限", "及时", "抓紧", "尽快", "并", "定", "赶"}

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
