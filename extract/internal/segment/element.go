package segment

import (
	"strings"

	"gongwen/extract/internal/lexicon"
	"gongwen/extract/internal/scan"
)

// copyNumber reports whether s is a 份号.
func copyNumber(s string) bool {
	s = strings.TrimPrefix(s, "№")
	s = strings.TrimPrefix(s, "份号：")
	return s != "" && CopyNumberLen(s) == len(s)
}

// CopyNumberLen returns the length of the 份号 at the head of s: six digits
// (7.2.1), four to seven in practice; 2024 alone is a year.
func CopyNumberLen(s string) int {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	if n < 4 || n > 7 || n == 4 && s[0] != '0' || n < len(s) && strings.HasPrefix(s[n:], "年") {
		return 0
	}
	return n
}

// Levels are the levels of secrecy (密级), and 内部, which is none by law but
// stands in the same place.
var Levels = []string{"绝密", "机密", "秘密", "内部资料", "内部文件", "内部"}

// secrecy reports whether s is the line of 密级和保密期限.
func secrecy(s string) bool {
	s = Squeezed(s)
	s = s[CopyNumberLen(s):] // the 份号 may stand at the left end of the line
	for _, p := range []string{"密级：", "秘密等级："} {
		s = strings.TrimPrefix(s, p)
	}
	for _, w := range Levels {
		if rest, ok := strings.CutPrefix(s, w); ok {
			return rest == "" || strings.HasPrefix(rest, "★") || strings.HasPrefix(rest, "·") && count(rest) < 8 || rest == "不得外传" ||
				rest == "特急" || rest == "急件" || rest == "加急"
		}
	}
	return false
}

// Urgencies are the degrees of urgency (紧急程度) of 2012 and of 1999.
var Urgencies = []string{"特急", "加急", "特提", "平急", "急件", "紧急"}

// urgency reports whether s is the line of 紧急程度.
func urgency(s string) bool {
	s = Squeezed(s)
	s = strings.TrimPrefix(s, "紧急程度：")
	for _, w := range Urgencies {
		if rest, ok := strings.CutPrefix(s, w); ok {
			return rest == "" || strings.HasPrefix(rest, "·") && count(rest) < 6
		}
	}
	return false
}

// NumberLine reports whether s holds a 发文字号 and nothing else but a label, brackets
// and a signatory.
func NumberLine(s string) bool {
	if len(s) > 400 {
		return false
	}
	flat := Squeezed(s)
	if d, n := scan.DocumentNumberOf(flat); n > 0 && n == len(flat) && d.Number > 0 {
		return !seriesTitle(d, s)
	}
	lo, hi, ok := OwnNumber(s)
	if !ok {
		return unfilled(flat)
	}
	before, after := s[:lo], strings.TrimSpace(s[hi:])
	before = strings.Trim(before, "（( 　")
	if day(strings.TrimRight(before, "，、 　")) { // （2013年7月8日　云政发〔2013〕9号）
		before = ""
	}
	if before != "" && !strings.HasSuffix(before, "：") || count(before) > 8 {
		return false
	}
	after = strings.TrimLeft(after, "）)，、 　")
	if i := scan.Index(after, "："); i > 0 && count(after) <= 12 { // 办理结果：A
		return true
	}
	if sized(after) {
		return true
	}
	if rest := strings.TrimRight(after, "）)"); day(strings.TrimSuffix(rest, "印发")) { // （云政发〔1996〕57号 一九九六年五月二十日）
		return true
	}
	return after == "" || strings.HasPrefix(after, "签发人") || strings.HasPrefix(after, "各") && strings.HasSuffix(after, "：")
}

// seriesTitle reports whether s, which is the number d and nothing else, is rather the title of
// one of a series: its bracket stands behind words that name a matter and no body (渡工招聘公告（2024年第3号）).
func seriesTitle(d scan.DocumentNumber, s string) bool {
	return d.Kind == scan.Announcement && strings.HasSuffix(s, "）") && count(d.Agency) > 4 && !body(d.Agency)
}

// sized reports whether s begins with a page's switch for the size of its letters: 字号：[大][中][小].
func sized(s string) bool {
	s = strings.TrimLeft(s, "【[（")
	if !lexicon.HasAnyPrefix(s, "字号：", "字体：") {
		return false
	}
	return lexicon.HasAnyPrefix(strings.TrimLeft(s[len("字号："):], " 　"), "[大", "【大", "（大", "大")
}

// sizedNumber reports whether s begins with a 发文字号, behind which the page has its switches.
func sizedNumber(s string) bool {
	if !scan.Has(s, "字号：") && !scan.Has(s, "字体：") {
		return false
	}
	lo, hi, ok := OwnNumber(s)
	return ok && lo == 0 && sized(strings.TrimLeft(s[hi:], " 　"))
}

// day reports whether s is a date and nothing else.
func day(s string) bool { return s != "" && endsInDate(Squeezed(s)) == 0 }

// unfilled reports whether s is a number whose serial is not filled in yet:
// 云政发〔2023〕 号, XXX〔2023〕X号.
func unfilled(s string) bool {
	i := scan.Index(s, "〔")
	rest, ok := strings.CutSuffix(s, "号")
	if i <= 0 || !ok || len(s) > 90 || len(rest) < i+len("〔2023〕") {
		return false
	}
	rest = rest[i+len("〔"):]
	return strings.HasPrefix(rest[4:], "〕") && strings.Trim(rest[4+len("〕"):], "X×x*第_＿") == "" && rest[0] == '2'
}

// OwnNumber returns where in the line s its document number stands.
func OwnNumber(s string) (lo, hi int, ok bool) {
	scan.DocumentNumbers(s, func(l, h int, n scan.DocumentNumber) bool {
		lo, hi, ok = l, h, true
		return false
	})
	if !ok {
		if d, n := scan.DocumentNumberOf(s); n == len(s) && d.Number > 0 {
			return 0, n, true
		}
	}
	return lo, hi, ok
}

// addressed reports whether s is the line of 主送机关: bodies or people, and a
// colon. A label (时间：, 联系人：) and a sentence that leads to a list are none.
func addressed(s string) bool {
	if strings.HasPrefix(s, "受文者：") {
		return true
	}
	names, ok := strings.CutSuffix(s, "：")
	if t, slip := strings.CutSuffix(s, "；"); slip && strings.HasPrefix(s, "各") && !scan.Has(t, "；") { // a slip of the colon
		names, ok = t, true
	}
	if !ok {
		names = s
	}
	if names == "" || !ok && !strings.HasPrefix(names, "各") {
		return false
	}
	if sentenceSigns.In(names) || count(names) > 400 || labels(names) {
		return false
	}
	if !ok && (count(names) < 3 || titled(names) || scan.Has(names, "关于")) {
		return false
	}
	tail := names
	if strings.HasSuffix(tail, "）") {
		if i := strings.LastIndex(tail, "（"); i > 0 {
			tail = tail[:i]
		}
	}
	if addresseeTails.Suffix(tail) > 0 || agencyTails.Suffix(tail) > 0 {
		return true
	}
	return ok && (strings.HasPrefix(names, "各") || strings.HasPrefix(names, "尊敬的") || strings.HasPrefix(names, "全体"))
}

// labels reports whether s holds a word that no line of addressees does, the names of
// bodies apart that have one in them (各青少年活动中心).
func labels(s string) bool {
	for {
		at, _ := notAddressees.Index(s)
		if at < 0 {
			return false
		}
		n := bodiesWith.Prefix(s[at:])
		if n == 0 {
			return true
		}
		s = s[at+n:]
	}
}

// bodiesWith are kinds of bodies that begin with a word of notAddressees.
var bodiesWith = lexicon.NewWords("活动中心", "活动片", "活动站", "活动基地", "编辑部", "材料学院", "标准化研究院", "标准化协会", "标准局")

// sentenceSigns are the marks that no list of bodies has.
var sentenceSigns = scan.CharsOf("。；！？：")

// titled reports whether s ends as titles of official documents do: in the
// word of its genre (文种), a bracket such as （试行） behind it allowed.
func titled(s string) bool {
	for strings.HasSuffix(s, "）") {
		i := strings.LastIndex(s, "（")
		if i <= 0 {
			break
		}
		s = strings.TrimSpace(s[:i])
	}
	return genreWords.Suffix(s) > 0
}

// nameless are the marks that no name of a body has.
var nameless = scan.CharsOf("，。：；？！《》")

// body reports whether s reads as the name of a body (机关名称).
func body(s string) bool {
	if agencyTails.Suffix(s) == 0 || nameless.In(s) {
		return false
	}
	n := count(s)
	return n >= 3 && n <= 40 && !titled(s)
}
