package field

import (
	"strings"

	"gongwen/extract/internal/lexicon"
	"gongwen/extract/internal/scan"
	"gongwen/extract/internal/segment"
	"gongwen/model"
)

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
	who = strings.TrimRight(who, "自从为是：于在 ")
	return d.rule == "窗口" && (d.subject == "公示" || lexicon.HasAnySuffix(who, "公示期", "公示时间"))
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
