package field

import (
	"strings"

	"gongwen/extract/internal/lexicon"
	"gongwen/extract/internal/scan"
	"gongwen/model"
)

// inviting are the words by which a document of Taiwan asks for people to be sent.
var inviting = lexicon.NewWords("派员参加", "派员出席", "派员与会", "踊跃参加", "报名参加", "遴派", "选派", "参赛")

// invited adds the event to which the sentence that ends in 请查照 asks people to be sent, as
// the subject (主旨) of Taiwan's documents does: 檢送「…研習」計畫1份，請派員參加，請查照.
func (p *Pass) invited() {
	for i := range p.Outline.Lines[:min(len(p.Outline.Lines), 40)] {
		t := p.Outline.Lines[i].Text
		s := t.String()
		if !scan.Has(s, "查照") || !inviting.In(s) {
			continue
		}
		lo, hi := invitedTo(s)
		if hi <= lo {
			return
		}
		x := model.Activity{Name: tight(s[lo:hi]), Evidence: p.Cite(t, lo, hi, "activities/invited")}
		if m := p.heldOn(i); m != nil {
			p.when(&x, m)
		}
		p.Notice.Activities = append(p.Notice.Activities, x)
		return
	}
}

// invitedTo returns where in s the event stands: behind the words that ask, else the
// quoted name of an event before them. What somebody did or asks about (派員參加…一案) is none.
func invitedTo(s string) (lo, hi int) {
	s = firstOf(s, maxSentence)
	for _, c := range clauses(s, 0, len(s)) {
		at, n := inviting.Index(s[c.lo:c.hi])
		if at < 0 || !scan.Has(s[c.lo:c.lo+at], "请") || strings.HasSuffix(s[c.lo:c.hi], "一案") {
			continue
		}
		if at += c.lo; strings.HasSuffix(s[at:at+n], "参加") && width(s[at+n:c.hi]) >= shortestName {
			return at, c.hi
		}
		if strings.HasSuffix(s[at:at+n], "派") && !containsAny(s[at+n:c.hi], "参加", "参赛", "与会", "出席") {
			continue
		}
		return eventQuoted(s[:c.lo])
	}
	return 0, 0
}

// eventQuoted returns where in s the first quoted name of an event stands.
func eventQuoted(s string) (lo, hi int) {
	for _, marks := range [...][2]string{{"「", "」"}, {"“", "”"}} {
		for at := 0; ; at = hi {
			i := strings.Index(s[at:], marks[0])
			if i < 0 {
				break
			}
			lo = at + i + len(marks[0])
			n := strings.Index(s[lo:], marks[1])
			if n < 0 {
				break
			}
			hi = lo + n
			if width(s[lo:hi]) >= shortestName && eventEnds.Suffix(s[lo:hi]) > 0 {
				return lo, hi
			}
		}
	}
	return 0, 0
}

// eventEnds end the names of events to which people are sent.
var eventEnds = lexicon.NewWords("竞赛", "比赛", "大赛", "初赛", "复赛", "决赛", "锦标赛", "研习", "研习会", "研习营", "研讨会", "说明会", "座谈会", "观摩会", "讲座", "论坛", "培训", "训练", "工作坊", "活动", "展览", "课程", "仪式", "典礼", "班会")

// heldOn returns the day on which the event of line i is to be held, in the line itself or in
// a sentence that points back to it: 旨揭競賽訂於113年5月6日假….
func (p *Pass) heldOn(i int) *Mention {
	for k := range p.Dates {
		m := &p.Dates[k]
		if m.Line < i || !usable(m) || m.Date.Precision > scan.DayOfMonth || m.Date.Bound == scan.Before {
			continue
		}
		s := p.Outline.Lines[m.Line].String()
		before := s[:m.Lo]
		if j := strings.LastIndexAny(before, "，。；"); j >= 0 {
			before = before[j:]
		}
		if lexicon.HasAnySuffix(before, "订于", "定于") && (m.Line == i || scan.Has(before, "旨揭")) && !takesIn(before[:len(before)-len("订于")]) {
			return m
		}
	}
	return nil
}
