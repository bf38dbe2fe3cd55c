package field

import (
	"strings"

	"gongwen/extract/internal/lexicon"
	"gongwen/extract/internal/scan"
)

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
