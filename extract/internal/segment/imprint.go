package segment

import (
	"strings"

	"gongwen/extract/internal/scan"
)

// imprint finds the 版记: 主题词, 抄送 and the line of 印发, each at the head of a
// line behind the first paragraph.
func (b *bounds) imprint() {
	ls := b.o.Lines
	b.later = len(ls)
	in := false // inside the list of a 抄送
	for i := b.body; i < len(ls); i++ {
		l := &ls[i]
		s := l.flat
		switch {
		case l.Kind != Stray:
		case labelled(s, "主题词", "主題词"):
			l.Kind, in = Keywords, false
		case labelled(s, "抄送", "抄报", "分送", "报送", "主报", "抄致", "抄送单位", "抄送机关", "副本"):
			l.Kind, in = CopiedTo, true
		case b.o.Taiwan && labelled(s, "正本"):
			l.Kind, in = Addressees, false
		case b.o.Taiwan && Officer(s):
			l.Kind, in = Signatory, false
		case b.o.Taiwan && labelled(s, "备注"): // the remarks of a 开会通知单 stand below its copies
			b.later, in = len(ls), false
		case printedLine(s):
			l.Kind, in = Printed, false
		case in && (!strings.HasSuffix(ls[i-1].Text.String(), "。") || bodies(s)) && !prose(strings.TrimSuffix(s, "。")) && attachmentMark(s) == 0 && !Officer(s) && !labelLine(s) && !b.o.Taiwan:
			l.Kind = CopiedTo
		default:
			in = false
		}
		if l.Kind >= Keywords && b.later == len(ls) {
			b.later = i
		}
	}
}

// bodies reports whether s is a list of bodies.
func bodies(s string) bool {
	first, _, more := strings.Cut(strings.TrimSuffix(s, "。"), "，")
	return more && len(s) < 600 && (body(first) || addresseeTails.Suffix(first) > 0)
}

// labelled reports whether s begins with one of the labels and a colon.
func labelled(s string, labels ...string) bool {
	for _, w := range labels {
		if rest, ok := strings.CutPrefix(s, w); ok && (strings.HasPrefix(rest, "：") || strings.HasPrefix(rest, ":")) {
			return true
		}
	}
	return false
}

// printedLine reports whether s is the last line of a 版记: who printed the
// document and when, or how many copies.
func printedLine(s string) bool {
	if len(s) > 180 || !scan.Has(s, "印") || scan.HasAny(s, "，。；") {
		return false
	}
	if strings.HasPrefix(s, "（共印") || strings.HasPrefix(s, "共印") {
		return true
	}
	s = strings.TrimSuffix(strings.TrimPrefix(s, "（"), "）")
	head, ok := strings.CutSuffix(s, "印发")
	if !ok {
		head, ok = strings.CutSuffix(s, "印")
	}
	if i := strings.LastIndex(s, "印发（共"); i > 0 {
		head, ok = s[:i], true
	}
	if i := strings.LastIndex(s, "印发共印"); i > 0 {
		head, ok = s[:i], true
	}
	return ok && endsInDate(head) >= 0
}

// endsInDate returns where the date that ends s begins, -1 if s does not end in one.
func endsInDate(s string) int {
	at := -1
	scan.Dates(s, func(lo, hi int, d scan.Date) bool {
		if hi == len(s) && d.Start.Day > 0 && d.Bound == scan.NoBound && !d.From.Set { // a day of issue has no hour
			at = lo
		}
		return true
	})
	return at
}
