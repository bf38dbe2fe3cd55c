package field

import (
	"strings"

	"gongwen/extract/internal/lexicon"
	"gongwen/extract/internal/scan"
	"gongwen/extract/internal/segment"
)

// nextFigure returns where the first figure of s from at on stands with which a number
// without area code may begin, len(s) for nowhere.
func nextFigure(s string, at int) int {
	for at < len(s) {
		switch c := s[at]; {
		case c >= 0xE0: // a Chinese character
			at += 3
		case c >= '2' && c <= '9':
			return at
		default:
			at++
		}
	}
	return len(s)
}

// localNumbers reads the numbers without area code on line i that have no label: only whom
// they stand behind, the hours beside them or the heading above shows that they are to be called.
func (p *Pass) localNumbers(i int) (out []token) {
	l := &p.Outline.Lines[i]
	if l.Signs&segment.Digit == 0 {
		return nil
	}
	s := l.String()
	for at := nextFigure(s, 0); at < len(s); at = nextFigure(s, at) {
		n := digits(s[at:])
		if at > 0 && (s[at-1] < 0x80 && s[at-1] != ' ' && s[at-1] != ',' && s[at-1] != ':' || s[at-1] == ' ' && at > 1 && isDigit(s[at-2])) || n != 4 && n != 7 && n != 8 || strings.HasPrefix(s[at+n:], "年") {
			at += max(n, 1)
			continue
		}
		ph, k := scan.LocalPhoneOf(s[at:])
		if k > 0 && p.answers(i, s, at, at+k) {
			out = append(out, token{kind: phoneToken, lo: at, hi: at + k, value: ph.Text, phone: ph.Kind})
		}
		at += max(n, k)
	}
	return out
}

// answers reports whether the figures of s between lo and hi on line i are the number at which
// somebody answers.
func (p *Pass) answers(i int, s string, lo, hi int) bool {
	before := strings.TrimRight(s[:lo], " 　：:，,")
	gap := s[len(before):lo]
	if before == "" || otherFigures(before) {
		return false
	}
	name, named := nameEndingAt(s, beforeNumber(s, lo)) // 岑科长（住宿） 5500001
	switch {
	case named && !scan.Has(gap, "，") && courtesies.Suffix(name.value) > 0: // 教务处赵老师6512213
		return true
	case strings.HasSuffix(before, "咨询") && scan.HasAny(gap, "：:"): // 咨询：5500001
		return true
	case hoursBehind(s[hi:]) && (named || desk(before)): // 总服务台3912 0088，8:00—22:00
		return true
	case named && blankRun(gap) == len(gap) && gap != "" && strings.TrimSpace(s[hi:]) == "" && placed(s[:name.lo]): // 民政办：一楼3号窗口　周岚　6231187
		return true
	}
	rest := strings.TrimLeft(s[hi:], " 　")
	return gap != "" && (rest == "" || lexicon.HasAnyPrefix(rest, "，", "；", "。", "（", "、")) && p.belowContacts(i) && leadsTo(s, before, gap, named, name)
}

// otherFigures reports whether the words right before figures say that they are no number to call.
func otherFigures(before string) bool {
	return lexicon.HasAnySuffix(before, "QQ", "qq", "群", "号", "码", "编", "微信", "元", "年", "月", "第", "户")
}

// desk reports whether s ends in a body, an office or a counter where somebody answers.
func desk(s string) bool {
	return unitTail(lastOf(s, 60)) || lexicon.HasAnySuffix(s, "台", "窗口", "值班室", "值班", "服务点")
}

// hoursBehind reports whether the clause behind a number says when somebody answers:
// ，周一至周五 8:30—12:00, （工作日8:30—11:30）.
func hoursBehind(after string) bool {
	t := strings.TrimLeft(after, " ，（")
	if len(t) == len(after) {
		return false
	}
	if lexicon.HasAnyPrefix(t, "周一至周", "周一到周", "星期一至", "工作日", "上班时间", "每天", "每日", "全天", "24小时") {
		return true
	}
	_, n := scan.ClockOf(t)
	return n > 0 && lexicon.HasAnyPrefix(t[n:], "—", "-", "至", "到", "~", "－")
}

// placed reports whether before, the words up to a name, are a body, a colon and the room of it, in
// columns: 民政办：一楼3号窗口　.
func placed(before string) bool {
	unit, room, ok := strings.Cut(before, "：")
	return ok && unitTail(strings.TrimSpace(unit)) && width(unit) <= 16 && len(strings.TrimRight(room, " 　")) < len(room) &&
		!scan.HasAny(room, "，。；") && lexicon.HasAnySuffix(strings.TrimRight(room, " 　"), "窗口", "室", "楼", "号", "厅", "层", "房间")
}

// belowContacts reports whether the heading above line i is one of whom to call.
func (p *Pass) belowContacts(i int) bool {
	for k := i - 1; k >= 0 && k >= i-6; k-- { // 会务组：, and below it a row for each
		l := &p.Outline.Lines[k]
		if l.Points() > 40 || l.Head > l.Words {
			break
		}
		if t, ok := strings.CutSuffix(l.Flat(), "："); ok && l.Points() <= 10 {
			return lexicon.HasAnySuffix(t, "会务组", "组委会", "筹备组", "联系方式", "联系人", "联系电话", "咨询电话", "咨询方式")
		}
	}
	return lexicon.HasAnySuffix(p.headingAbove(i), "联系方式", "联系人", "联系电话", "咨询电话", "联系人及电话", "联系人和电话", "联系人及联系方式", "咨询方式", "咨询联系方式", "联系我们", "联系单位及电话")
}

// leadsTo reports whether what stands before a number on a line of contacts says whose it is and
// nothing else: 第一税务所：, 理工类：周岚，.
func leadsTo(s, before, gap string, named bool, name token) bool {
	if named {
		before = s[:name.lo]
	} else if !scan.HasAny(gap, "：:") {
		return false
	}
	if i := strings.LastIndexAny(before, "；。"); i >= 0 {
		before = before[i+len("；"):]
	}
	t := strings.TrimRight(before, "：: 　")
	if named && t != "" && len(t) == len(before) { // 航标岑岚舟5500001: no colon and no blank parts them
		return unitTail(t)
	}
	return (named || t != "") && width(t) <= 16 && !scan.HasAny(t, "，、：")
}
