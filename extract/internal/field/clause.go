package field

import (
	"strings"
	"unicode/utf8"

	"gongwen/extract/internal/lexicon"
	"gongwen/extract/internal/scan"
)

// A piece is the bytes lo to hi of a line's text.
type piece struct{ lo, hi int }

// sentences returns the sentences of s from floor on. A full stop inside
// brackets or quotation marks ends none; 【…】 holds sentences of its own.
func sentences(s string, floor int) []piece {
	return parted(s, floor, len(s), sentenceSigns, func(i int) int {
		if s[i] == '\n' {
			return 1
		}
		switch s[i : i+3] {
		case "。", "！", "？", "；", "【", "】":
			return 3
		}
		return 0
	})
}

// clauses returns the clauses of s between lo and hi, parted by commas outside
// brackets and quotation marks. A bracket that is never closed parts nothing.
func clauses(s string, lo, hi int) []piece {
	return parted(s, lo, hi, clauseSigns, func(i int) int {
		switch {
		case s[i] == ',' && !(i > lo && i+1 < hi && isDigit(s[i-1]) && isDigit(s[i+1])): // 20,000元
			return 1
		case strings.HasPrefix(s[i:], "，"):
			return 3
		}
		return 0
	})
}

// The signs at which sentences and clauses end, and those that open a group in
// which none does.
var (
	sentenceSigns = scan.CharsOf("\n。！？；【】" + "（“《")
	clauseSigns   = scan.CharsOf(",，" + "（“《(")
)

// parted returns the pieces of s between lo and hi, which are parted where ends
// gives the length of a sign at byte i that parts them. What stands in a group
// that opens with one of signs is not looked at.
func parted(s string, lo, hi int, signs *scan.Chars, ends func(i int) int) []piece {
	out := make([]piece, 0, 8)
	at := lo
	g := groups{s: s, lo: lo, hi: hi}
	for i := signs.Next(s[:hi], lo); i < hi; i = signs.Next(s[:hi], i) {
		if n := ends(i); n > 0 {
			out = append(out, piece{at, i})
			i += n
			at = i
		} else {
			i += max(1, g.length(i))
		}
	}
	return append(out, piece{at, hi})
}

// maxGroup is the most bytes that a bracket or a quotation holds; one that is
// longer was never closed.
const maxGroup = 900

// maxSentence is the most bytes before and behind a date that are looked at: no
// sentence is longer, but a flattened table may have no full stop at all.
const maxSentence = 900

// near returns the piece cut to what lies within maxSentence of the bytes lo to hi.
func (in piece) near(s string, lo, hi int) piece {
	if lo-in.lo > maxSentence {
		for in.lo = lo - maxSentence; !utf8.RuneStart(s[in.lo]); in.lo++ {
		}
	}
	if in.hi-hi > maxSentence {
		for in.hi = hi + maxSentence; !utf8.RuneStart(s[in.hi]); in.hi-- {
		}
	}
	return in
}

// inBracket returns the words of the bracket of the sentence in s that holds the
// bytes lo to hi, and whether one does. A bracket that holds them alone, as
// in 及时（9月30日前）安装, belongs to the sentence around it.
func inBracket(s string, in piece, lo, hi int) (piece, bool) {
	open := lastSign(s[in.lo:lo], "（")
	if open < 0 || scan.Has(s[in.lo+open:lo], "）") {
		return in, false
	}
	open += in.lo
	n := groupLen(s[open:in.hi], '（')
	if n == 0 || open+n <= hi {
		return in, false
	}
	p := piece{open + len("（"), open + n - len("）")}
	if strings.TrimSpace(s[p.lo:lo]+s[hi:p.hi]) == "" {
		return in, false
	}
	if i := strings.LastIndexAny(s[p.lo:lo], "。；"); i >= 0 {
		p.lo += i + len("。")
	}
	if i := strings.IndexAny(s[hi:p.hi], "。；"); i >= 0 {
		p.hi = hi + i
	}
	return p, true
}

// sentenceAt returns the sentence of s from floor on that holds the bytes lo to hi.
func sentenceAt(s string, floor, lo, hi int) piece {
	for _, p := range sentences(s, floor) {
		if lo < p.hi || p.hi == len(s) {
			return piece{p.lo, max(p.hi, hi)}
		}
	}
	return piece{floor, len(s)}
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// groups measures the bracketed groups of s between lo and hi and remembers which
// kind of them never closes, so that a row of open brackets costs no squares.
type groups struct {
	s      string
	lo, hi int
	seen   [4]bool
	last   [4]int // where the last sign of the kind that closes stands
}

// groupEnds are the signs that close （, “, 《 and (.
var groupEnds = [...]string{"）", "”", "》", ")"}

// length is the length of the group that opens at byte i, 0 where none ends.
func (g *groups) length(i int) int {
	kind, open := 0, '（'
	switch {
	case g.s[i] == '(':
		kind, open = 3, '('
	case strings.HasPrefix(g.s[i:], "“"):
		kind, open = 1, '“'
	case strings.HasPrefix(g.s[i:], "《"):
		kind, open = 2, '《'
	}
	if !g.seen[kind] {
		g.seen[kind], g.last[kind] = true, g.lo+lastSign(g.s[g.lo:g.hi], groupEnds[kind])
	}
	if i >= g.last[kind] {
		return 0
	}
	return groupLen(g.s[i:min(g.hi, i+maxGroup)], open)
}

// lastSign is strings.LastIndex for a sign: it looks at its last byte first, which
// tells signs and characters apart.
func lastSign(s, sign string) int {
	n := len(sign)
	for i := len(s) - n; i >= 0; i-- {
		if s[i+n-1] == sign[n-1] && s[i:i+n] == sign {
			return i
		}
	}
	return -1
}

// groupLen returns the length of the bracketed group at the head of s, which
// begins with open; 0 where it is not closed.
func groupLen(s string, open rune) int {
	shut := ")"
	switch open {
	case '（':
		shut = "）"
	case '“':
		shut = "”"
	case '《':
		shut = "》"
	}
	first := utf8.RuneLen(open)
	if len(s) < first || !strings.HasPrefix(s, string(open)) {
		return 0
	}
	depth := 1
	for i := first; i+len(shut) <= len(s); i++ {
		if c := s[i]; c != shut[0] && c != s[0] {
			continue
		}
		switch {
		case s[i:i+len(shut)] == shut:
			if depth--; depth == 0 {
				return i + len(shut)
			}
			i += len(shut) - 1
		case strings.HasPrefix(s[i:], s[:first]):
			depth++
			i += first - 1
		}
	}
	return 0
}

var (
	deadlineVerbs   = lexicon.Standard().Words("deadline_verbs")
	deadlineLabels  = lexicon.Standard().Words("deadline_labels")
	deadlineWindows = lexicon.Standard().Words("deadline_windows")
)

// verbEnds are words that make a noun of the verb before them: 申报表, 上传材料.
var verbEnds = []string{"表", "书", "单", "材料", "情况", "名单", "信息", "系统", "平台", "资料", "数据", "统计", "者", "率", "工作", "的", "人员", "人数", "时间", "日期", "方式", "网址", "任务", "要求", "管理"}

// lastVerb returns where the last verb that ends an obligation begins in s, and
// its length; -1 where there is none.
func lastVerb(s string) (at, n int) {
	at = -1
	long, short := -1, -1 // where the next verb of each kind may begin
	for i := 0; ; {
		if long < i {
			long = deadlineVerbs.Next(s, i)
		}
		if short < i {
			short = shortVerbs.Next(s, i)
		}
		if i = min(long, short); i == len(s) {
			return at, n
		}
		k := deadlineVerbs.Prefix(s[i:])
		if k > 0 && lexicon.HasAnyPrefix(s[i+k:], verbEnds...) {
			i++
			continue
		}
		if k == 0 {
			k = shortVerb(s, i)
		}
		if k > 0 {
			at, n = i, k
		}
		i += max(1, k)
	}
}

var shortVerbs = scan.CharsOf("报送交发寄投")

// shortVerb returns the length of a verb of one character at s[i:]: 报, 送, 交,
// 发, 寄, 投 where no word of two characters has them.
func shortVerb(s string, i int) int {
	rest := s[i:]
	if len(rest) < 3 {
		return 0
	}
	next, before := rest[3:], s[:i]
	switch rest[:3] {
	case "报":
		if lexicon.HasAnyPrefix(next, "告", "表", "纸", "名", "道", "刊", "考", "销", "社", "价", "错") || lexicon.HasAnySuffix(before, "情", "海", "简", "申", "填", "通", "汇", "公", "日", "周", "年", "预", "举", "学", "校", "画") {
			return 0
		}
	case "送":
		if lexicon.HasAnyPrefix(next, "审", "货", "别") {
			return 0
		}
	case "交":
		if lexicon.HasAnyPrefix(next, "通", "流", "易", "往", "叉", "际", "接", "警") || lexicon.HasAnySuffix(before, "社", "外", "成") {
			return 0
		}
	case "发":
		if lexicon.HasAnyPrefix(next, "展", "票", "生", "挥", "明", "言", "动", "行", "达", "改", "电", "现", "表", "起", "热", "文", "掘", "放") || lexicon.HasAnySuffix(before, "开", "研", "出", "突", "爆", "自", "启", "引", "激", "印", "颁", "触", "批", "散") {
			return 0
		}
	case "寄":
	case "投":
		if lexicon.HasAnyPrefix(next, "资", "票", "入", "身", "诉", "标", "产") {
			return 0
		}
	default:
		return 0
	}
	return 3
}

// tailVerb returns where, in a clause that begins with an object (将…), the words
// behind the object begin: the verb, or the way that it names before it
// (通过…平台报送, 经…系统提交). -1 where the clause has no verb.
func tailVerb(s string) int {
	at, _ := lastVerb(s)
	if at < 0 {
		return -1
	}
	for _, way := range []string{"通过", "经", "以", "统一", "一并", "分别", "集中", "及时"} {
		i := strings.LastIndex(s[:at], way)
		if i <= 0 {
			continue
		}
		if next := s[i+len(way):]; way == "经" && lexicon.HasAnyPrefix(next, "费", "济", "营", "验", "理", "过", "历") || way != "统一" && strings.HasPrefix(next, "的") ||
			way == "以" && lexicon.HasAnySuffix(s[:i], "可", "予", "加", "给", "所", "得", "足", "难") || way == "以" && lexicon.HasAnyPrefix(next, "上", "下", "及", "内", "外", "前", "后", "来", "往") {
			continue
		}
		if !scan.HasAny(s[i:at], "（）") {
			at = i
			break
		}
	}
	return at
}
