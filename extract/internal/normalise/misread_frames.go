package normalise

import (
	"strings"
	"unicode/utf8"
)

// yearOpens are the brackets that open the year of a document number.
const yearOpens = "〔［[【〖(（{《<〈「"

// documentYear proves the year of a document number (发文字号): behind a Chinese
// character and a bracket, before a bracket and the serial number. In
// 云岭中学（2O19）级 and 规划（2O19） it stays.
func documentYear(s string, f figure) figure {
	open, _ := utf8.DecodeLastRuneInString(s[:beforeBlanks(s, f.lo)])
	if !isYear(s[f.lo:f.hi]) || !strings.ContainsRune(yearOpens, open) {
		return nothing
	}
	if at := beforeBlanks(s, f.lo) - utf8.RuneLen(open); !isHan(before(s, beforeBlanks(s, at))) {
		return nothing
	}
	i := pastBlanks(s, f.hi)
	closer, n := utf8.DecodeRuneInString(s[i:])
	if !strings.ContainsRune(yearCloses, closer) {
		return nothing
	}
	i = pastBreak(s, i+n)
	i = pastBlanks(s, i+len(beginsWith(s[i:], "第")))
	if end := placesEnd(s, i); end == i || end-i > 5 || !isNumberSign(s, end) {
		return nothing
	}
	return f
}

// barredYear proves the year of a document number with a bar in place of a 1. A
// bar is read as a figure nowhere else: it parts the cells of a row.
func barredYear(s string, f figure) figure {
	return documentYear(s, figure{f.lo, placesEnd(s, f.hi+1)})
}

// pastBreak returns where the blanks at the byte i of s end, one line break among them.
func pastBreak(s string, i int) int {
	i = pastBlanks(s, i)
	if i < len(s) && s[i] == '\n' {
		return pastBlanks(s, i+1)
	}
	return i
}

// serial proves the serial number of a document number (顺序号), which stands
// between its year and 号, and 第1O号. 第O1号 may be one of a row of its own.
func serial(s string, f figure) figure {
	if f.hi-f.lo > 5 || !isNumberSign(s, f.hi) {
		return nothing
	}
	i := beforeBlanks(s, f.lo)
	ordinal := endsWith(s[:i], "第")
	i = beforeBlanks(s, i-len(ordinal))
	if ordinal != "" && isDigit(rune(s[f.lo])) {
		return f
	}
	if i > 0 && s[i-1] == '\n' { // the number is broken behind its year
		i = beforeBlanks(s, i-1)
	}
	closer, n := utf8.DecodeLastRuneInString(s[:i])
	if n == 0 || !strings.ContainsRune(yearCloses, closer) {
		return nothing
	}
	i = beforeBlanks(s, i-n)
	from := i
	for from > 0 && (places[s[from-1]] != 0 || s[from-1] == '|') {
		from--
	}
	open, _ := utf8.DecodeLastRuneInString(s[:beforeBlanks(s, from)])
	if !isYear(s[from:i]) || !strings.ContainsRune(yearOpens, open) {
		return nothing
	}
	return f
}

// year proves four places before 年.
func year(s string, f figure) figure {
	if !isYear(s[f.lo:f.hi]) || beginsWith(s[pastBlanks(s, f.hi):], "年") == "" {
		return nothing
	}
	return f
}

// month proves a month of a year, one before a day, and 1O月, which can be
// nothing else. O3月 may be one of ozone.
func month(s string, f figure) figure {
	if n := count(s[f.lo:f.hi]); n < 1 || n > 12 || f.hi-f.lo > 2 {
		return nothing
	}
	days, end := runAfter(s, f.hi, "月")
	switch run := s[f.lo:f.hi]; {
	case beginsWith(s[pastBlanks(s, f.hi):], "月") == "":
		return nothing
	case isYear(runBefore(s, f.lo, "年")), run == "1O", run == "1o":
		return f
	case places[run[0]] == '1' && isDay(days) && beginsWith(s[pastBlanks(s, end):], "日", "号") != "":
		return f
	}
	return nothing
}

// letteredMonth proves a month of two letters by the year before it or by the day behind it,
// which has a figure: 2O19年lO月, lO月8日. In lO月lO日 it stays.
func letteredMonth(s string, f figure) figure {
	if n := count(s[f.lo:f.hi]); n < 10 || n > 12 {
		return nothing
	}
	days, end := runAfter(s, f.hi, "月")
	if isYear(runBefore(s, f.lo, "年")) || isDay(days) && hasDigit(days) && beginsWith(s[pastBlanks(s, end):], "日", "号") != "" {
		return f
	}
	return nothing
}

// isDay reports whether s has the places of a day of a month.
func isDay(s string) bool { return len(s) <= 2 && 1 <= count(s) && count(s) <= 31 }

// day proves a day of a month, the second day of a span, and a term of tens of
// days: 3O日内. In 3O日常管理 and 2l日均 it stays.
func day(s string, f figure) figure {
	run, sign := s[f.lo:f.hi], beginsWith(s[pastBlanks(s, f.hi):], "日", "号")
	if !isDay(run) || sign == "" || sign == "号" && !isNumberSign(s, f.hi) {
		return nothing
	}
	if ofMonth(s, f.lo) {
		return f
	}
	at := beforeBlanks(s, f.lo)
	if to := endsWith(s[:at], "至", "到", "—", "－", "-", "～", "~", "日一"); to != "" { // 一 is misread too: 6月18日一2O日
		to = strings.TrimPrefix(to, "日")
		at = beforeBlanks(s, at-len(to))
		at -= len(endsWith(s[:at], "日", "号"))
		at = beforeBlanks(s, at)
		if from := placesStart(s, at); isDay(s[from:at]) && ofMonth(s, from) {
			return f
		}
	}
	term := beginsWith(s[pastBlanks(s, f.hi)+len(sign):], "内", "以内", "之内", "前", "之前", "以前")
	if term != "" && sign == "日" && isDigit(rune(run[0])) && places[run[1]] == '0' {
		return f
	}
	return nothing
}

// ofMonth reports whether a month stands before the byte i of s.
func ofMonth(s string, i int) bool {
	n := count(runBefore(s, i, "月"))
	return 1 <= n && n <= 12
}

// hour proves an hour of the day and its minutes: 上午1O时, 1O时前, 9时3O分. In
// 3O时代 it stays.
func hour(s string, f figure) figure {
	run, rest := s[f.lo:f.hi], s[pastBlanks(s, f.hi):]
	if f.hi-f.lo > 2 {
		return nothing
	}
	if beginsWith(rest, "分") != "" && beginsWith(rest, "分之") == "" {
		if h := runBefore(s, f.lo, "时"); h != "" && count(h) <= 24 && count(run) <= 59 {
			return f
		}
	}
	if beginsWith(rest, "时") == "" || count(run) > 24 {
		return nothing
	}
	if minutes, end := runAfter(rest, 0, "时"); minutes != "" && count(minutes) <= 59 && beginsWith(rest[end:], "分") != "" {
		return f
	}
	if endsWith(s[:beforeBlanks(s, f.lo)], "日", "午", "晚", "晨", "早") != "" && beginsWith(rest, "时代") == "" ||
		isDigit(rune(run[0])) && beginsWith(rest[len("时"):], "前", "之前", "以前", "整", "半", "至", "许") != "" {
		return f
	}
	return nothing
}

// clock proves a time of day with a colon, for the run of its hours or of its
// minutes. In 1:5O:O3 and 3:1OO it stays.
func clock(s string, f figure) figure {
	if n := colonBefore(s, f.lo); n > 0 {
		f.hi = f.lo - n
		f.lo = placesStart(s, f.hi)
	}
	hours, colon := s[f.lo:f.hi], colonAfter(s, f.hi)
	from := f.hi + colon
	f.hi = placesEnd(s, from)
	minutes := s[from:f.hi]
	switch {
	case colon == 0 || !hasDigit(hours) || !hasDigit(minutes) && minutes != "OO" && minutes != "oo":
	case len(hours) > 2 || count(hours) > 24 || len(minutes) != 2 || count(minutes) > 59:
	case colonAfter(s, f.hi) > 0 || isInClock(s, f.lo) || before(s, f.lo) == '.':
	default:
		return f
	}
	return nothing
}

// isInClock reports whether a colon with a figure before it stands before the byte i of s.
func isInClock(s string, i int) bool {
	n := colonBefore(s, i)
	return n > 0 && i > n && places[s[i-n-1]] != 0
}

// colonAfter returns the length of the colon at the byte i of s.
func colonAfter(s string, i int) int { return len(beginsWith(s[i:], ":", "：")) }

// colonBefore returns the length of the colon that ends at the byte i of s.
func colonBefore(s string, i int) int { return len(endsWith(s[:i], ":", "：")) }

// hasDigit reports whether s holds a real digit.
func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }

// amount proves a sum of money before 元, 万元 and the like, by its first place a
// digit and none of the letters at its end a litre's: 5OO元, 1,OOO.5O元, not 3l元.
// In 2O元件 it stays.
func amount(s string, f figure) figure {
	f.lo, f.hi = amountStart(s, f.lo), amountEnd(s, f.hi)
	i := pastBlanks(s, f.hi)
	i += len(beginsWith(s[i:], "百万", "千万", "百", "千", "万", "亿"))
	if beginsWith(s[i:], "元") == "" || strings.ContainsRune(elementWords, after(s, i+len("元"))) {
		return nothing
	}
	if !isDigit(rune(s[f.lo])) || s[f.hi-1] == 'l' || s[f.hi-1] == 'I' || !isGrouped(s[f.lo:f.hi]) {
		return nothing
	}
	return f
}

// elementWords are the characters that make a word of their own with 元 before them.
const elementWords = "素件器旦宵组年代首帅老勋音气朝月日"

// amountStart returns where the amount begins of which a run begins at the byte i of s.
func amountStart(s string, i int) int {
	for i > 1 && (s[i-1] == ',' || s[i-1] == '.') && places[s[i-2]] != 0 {
		i = placesStart(s, i-1)
	}
	return i
}

// amountEnd returns where the amount ends of which a run ends at the byte i of s.
func amountEnd(s string, i int) int {
	for i+1 < len(s) && (s[i] == ',' || s[i] == '.') && places[s[i+1]] != 0 {
		i = placesEnd(s, i+1)
	}
	return i
}

// isGrouped reports whether the commas in s part its places by threes.
func isGrouped(s string) bool {
	whole, fraction, _ := strings.Cut(s, ".")
	groups := strings.Split(whole, ",")
	for _, group := range groups[1:] {
		if len(group) != 3 {
			return false
		}
	}
	return len(groups[0]) <= 3 || len(groups) == 1 && !strings.ContainsAny(fraction, ",.")
}

// mayBeFirst reports whether the letter at the byte i of s stands as the serial mark 1. does:
// behind no other character of ASCII but a colon or a blank, before the stop of a mark.
func mayBeFirst(s string, i int) bool {
	return (s[i] == 'l' || s[i] == 'I') && markStop(s[i+1:]) != "" && (i == 0 || s[i-1] <= ' ' || s[i-1] >= 0x80 || s[i-1] == ':')
}

// markStop returns the stop of a serial mark at the head of s, empty for none.
func markStop(s string) string { return beginsWith(s, ".", "．", "、") }

// rowLines is how many lines of its own the first item of a row may have.
const rowLines = 12

// firstMark proves the serial 1. at the head of a line, or of the note of attachments, by the
// next mark below it, which is 2. with the same stop, or with a comma for a point, which are
// misread for one another. Items that letters count go on with m.
func firstMark(s string, f figure) figure {
	lead := s[strings.LastIndexByte(s[:f.lo], '\n')+1 : f.lo]
	if lead = strings.Trim(lead, " \t　"); lead != "" && beginsWith(lead, "附件:", "附件：") != lead {
		return nothing
	}
	stop := markStop(s[f.hi:])
	if stop == "" || !isHan(after(s, f.hi+len(stop))) && beginsWith(s[f.hi+len(stop):], "“", "《") == "" {
		return nothing
	}
	at := f.hi
	for range rowLines {
		n := strings.IndexByte(s[at:], '\n')
		if n < 0 {
			return nothing
		}
		at = pastBlanks(s, at+n+1)
		end := at
		for end < len(s) && (isDigit(rune(s[end])) || isLetter(rune(s[end]))) {
			end++
		}
		comma := len(beginsWith(s[end:], ",", "，"))
		if end == at+1 && s[at] == '2' && comma > 0 && stop != "、" && isHan(after(s, end+comma)) {
			return f
		}
		if end > at && markStop(s[end:]) == stop {
			if s[at:end] == "2" && !isDigit(after(s, end+len(stop))) {
				return f
			}
			return nothing
		}
	}
	return nothing
}

// dashLines is how many lines the part of a text that a mark heads may have.
const dashLines = 60

// dashMark returns the length of the dash at the byte i of s that was read in place of 一, in
// a serial mark at the head of a line (－、目的, （－）时间), which the next mark of the same
// form below proves: it is the second, 二、 or （二）. It returns 0 for any other.
func dashMark(s string, i int) int {
	if s[i] < 0xE2 {
		return 0
	}
	dash := beginsWith(s[i:], "－", "—", "―", "─")
	if dash == "" {
		return 0
	}
	at := i + len(dash)
	open := endsWith(s[:i], "（", "(")
	stop := beginsWith(s[at:], "、")
	if open != "" {
		stop = beginsWith(s[at:], "）", ")")
	}
	if stop == "" || !isHan(after(s, at+len(stop))) || strings.Trim(s[strings.LastIndexByte(s[:i], '\n')+1:i-len(open)], " \t　") != "" {
		return 0
	}
	for range dashLines {
		n := strings.IndexByte(s[at:], '\n')
		if n < 0 {
			return 0
		}
		at = pastBlanks(s, at+n+1)
		bracket := beginsWith(s[at:], "（", "(")
		r, size := utf8.DecodeRuneInString(s[at+len(bracket):])
		if !strings.ContainsRune("一二三四五六七八九十－—―─", r) {
			continue
		}
		stops := []string{"、", ".", "．", "，", ","}
		if bracket != "" {
			stops = []string{"）", ")"}
		}
		if beginsWith(s[at+len(bracket)+size:], stops...) == "" {
			continue
		}
		if (bracket != "") == (open != "") {
			if r == '二' {
				return len(dash)
			}
			return 0
		}
		if bracket == "" { // the row above it goes on
			return 0
		}
	}
	return 0
}

// mayBeCounted reports whether the letter at the byte i of s stands right behind 月 or 附件,
// where a figure does.
func mayBeCounted(s string, i int) bool {
	return i > 2 && (s[i-3:i] == "月" || s[i-3:i] == "件") && (s[i] == 'l' || s[i] == 'I')
}

// bareDay proves a day that is all letters (3月l日, 6月lO日): its month has a figure, and
// nothing stands between the month, the letters and 日.
func bareDay(s string, f figure) figure {
	month := runBefore(s, f.lo, "月")
	if !isDay(s[f.lo:f.hi]) || !hasDigit(month) || len(month) > 2 || count(month) < 1 || count(month) > 12 || beginsWith(s[f.hi:], "日") == "" {
		return nothing
	}
	if strings.ContainsRune("常均报志", after(s, f.hi+len("日"))) {
		return nothing
	}
	return f
}

// bareAttachment proves the number of an attachment that a sentence names: （见附件l）.
func bareAttachment(s string, f figure) figure {
	if s[f.lo:f.hi] != "l" || !strings.HasSuffix(s[:f.lo], "附件") || beginsWith(s[f.hi:], "）", ")", "，", ",", "。", "；", ";") == "" {
		return nothing
	}
	return f
}
