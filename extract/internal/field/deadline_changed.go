package field

import (
	"strings"

	"gongwen/extract/internal/lexicon"
	"gongwen/extract/internal/scan"
)

// changers stand between a day that holds no longer and the one in its place:
// 原定3月31日前完成，现延至4月15日; “投标截止时间：3月1日”，现更正为“3月9日”.
var changers = lexicon.NewWords("更正为", "更改为", "变更为", "调整为", "调整至", "调整到", "修改为", "修订为", "改为", "改至", "改到",
	"延长至", "延长到", "延期至", "延期到", "延迟至", "延迟到", "推迟至", "推迟到", "顺延至", "顺延到", "延至", "延到", "提前至", "提前到")

// A change is a day that a sentence takes back and what the day was for.
type change struct {
	what string // 投标截止时间, or the thing that was to be done
	at   int    // where in the line what begins
}

// superseded reports whether the sentence takes the day at m back and names another in its
// place: 原定4月11日截止，现延长至4月18日. Only words that call it the former one say so
// (原定, 原公告“…”, 由…改为…): 4月11日前…，不能完成的可延长至4月18日 keeps its first day.
func (p *Pass) superseded(i int, s string, in piece, m *Mention) bool {
	rest := firstOf(s[m.Hi:], maxSentence)
	if k := scan.Index(rest, "。"); k >= 0 {
		rest = rest[:k]
	}
	if k := strings.IndexByte(rest, '\n'); k >= 0 {
		rest = rest[:k]
	}
	at, n := changers.Index(rest)
	if at < 0 || !former(s[in.lo:m.Lo]) && !(at == 0 && lexicon.HasAnySuffix(strings.TrimRight(s[in.lo:m.Lo], " "), "由", "从")) {
		return false
	}
	return len(p.In(i, piece{m.Hi + at + n, m.Hi + len(rest)})) > 0
}

// former reports whether the words before a day say that it was the day once.
func former(before string) bool {
	if containsAny(before, "原定", "原计划", "原先", "原来", "原为", "由原", "从原") {
		return true
	}
	rest, ok := strings.CutPrefix(opened(before), "原")
	return ok && containsAny(rest, "公告", "通知", "文件", "时间", "日期", "期限", "方案", "安排", "通告", "启事")
}

// changed returns what the day at m is for that stands in the place of another of the same
// sentence, from the words about the other.
func (p *Pass) changed(i int, s string, in piece, m *Mention) (c change, ok bool) {
	before := strings.TrimRight(s[in.lo:m.Lo], "“ ")
	if lexicon.HasAnySuffix(before, "：") || changers.Suffix(before) == 0 {
		return c, false
	}
	on := p.In(i, piece{in.lo, m.Lo})
	for k := len(on) - 1; k >= 0; k-- {
		old := &on[k]
		if !p.superseded(i, s, in, old) {
			continue
		}
		cs := clauses(s, in.lo, old.Lo)
		last := cs[len(cs)-1]
		t := strings.TrimRight(s[last.lo:last.hi], " 　：:由从自为是于在")
		for _, w := range []string{"由原来的", "由原来", "由原定的", "由原定", "由原", "原定的", "原定", "原计划", "原先", "原来", "原为"} {
			t = strings.TrimRight(strings.TrimSuffix(t, w), " 于为由从")
		}
		lo := last.lo + max(0, len(t)-len(opened(t)))
		if i := strings.LastIndex(t, "“"); i >= 0 && !scan.Has(t[i:], "”") {
			lo = last.lo + i + len("“") // 原公告“投标截止时间
		}
		if lo > last.lo+len(t) {
			return c, false
		}
		return change{what: s[lo : last.lo+len(t)], at: lo}, true
	}
	return c, false
}

// renewed is changed where the day is one by which something must be done: its label or the
// heading above says so, or the words behind the other day (原定3月1日前完成).
func (p *Pass) renewed(i int, s string, in piece, d *due) bool {
	m := d.m
	c, ok := p.changed(i, s, in, m)
	if !ok {
		return false
	}
	if c.what == "" {
		c.what, c.at = p.labelAbove(i), in.lo
	}
	switch window := m.Start != m.End && m.Date.Precision <= scan.Dekad; {
	case closing(c.what), takesIn(c.what) && (window || scan.Has(s[in.lo:m.Lo], "截止")):
		c.what = unlabelled(c.what)
	case m.Date.Bound == scan.Before || d.before:
	default:
		return false
	}
	if c.what == "" {
		return false
	}
	d.subject, d.subjectAt = c.what, c.at
	return true
}
