package normalise

import (
	"strings"
	"unicode/utf8"
)

// labels are the words before a colon that notices spread over their line.
var labels = []string{
	"联系人", "联络人", "联系电话", "联系方式", "电话", "手机", "传真", "邮箱", "邮编", "地址", "网址", "时间", "地点",
	"附件", "主题词", "抄送", "抄报", "主送", "分送", "印送", "签发人", "签发", "主持人", "出席", "列席", "缺席", "请假", "记录", "日期",
	"发文字号", "发文机关", "主旨", "说明", "办法", "正本", "副本", "受文者", "速别",
}

// kinds are the kinds of document (文种) whose name titles spread: 关于…的 通 知.
var kinds = []string{
	"决议", "决定", "命令", "公报", "公告", "通告", "意见", "通知", "通报", "报告", "请示", "批复", "议案", "纪要", "办法", "规定", "方案", "函告", "简报",
}

// spreadAt returns the bytes lo to hi that are words spread by blanks for looks,
// with the character at the byte i of s the first of them; hi is 0 if there are
// none. They begin behind no other Chinese character but the 的 of a title.
func spreadAt(s string, i int) (lo, hi int) {
	if p := before(s, i); p == '的' {
		return i, kindEnd(s, i)
	} else if isHan(p) {
		return i, 0
	}
	if hi = labelEnd(s, i); hi > 0 {
		return i, hi
	}
	switch lo = beforeBlanks(s, i); before(s, lo) {
	case '的':
		return lo, kindEnd(s, i)
	case 0:
	default:
		return i, 0
	}
	if hi = kindEnd(s, i); hi > 0 {
		return i, hi
	}
	if hi = articleEnd(s, i); hi > 0 {
		return i, hi
	}
	end, n, words := singles(s, i)
	next := after(s, pastBlanks(s, end))
	if 2 <= n && n <= 5 && (next == '：' || next == ':') || n >= 3 && words && next == 0 {
		return i, end
	}
	return i, 0
}

// labelEnd returns where the label ends that stands at the byte i of s, 0 if
// there is none. A label stands before a colon; 附件 also before its number or
// alone on its line.
func labelEnd(s string, i int) int {
	for _, label := range labels {
		end := spread(s, i, label)
		if end == 0 {
			continue
		}
		next := after(s, pastBlanks(s, end))
		if next == '：' || next == ':' || label == "附件" && (next == 0 || isDigit(next)) {
			return end
		}
	}
	return 0
}

// kindEnd returns where the kind of document ends that stands at the byte i of s
// and ends the line, 0 if there is none.
func kindEnd(s string, i int) int {
	for _, kind := range kinds {
		if end := spread(s, i, kind); end > 0 && after(s, pastBlanks(s, end)) == 0 {
			return end
		}
	}
	return 0
}

// articleEnd returns where the mark of an article ends that is spread at the
// byte i of s: 第 一 条. 0 if there is none.
func articleEnd(s string, i int) int {
	if after(s, i) != '第' {
		return 0
	}
	at := i + len("第")
	for n := 0; n < 7; n++ {
		at = pastBlanks(s, at)
		r := after(s, at)
		switch {
		case isSectionNumeral(r) || r == '百':
			at += utf8.RuneLen(r)
		case n > 0 && (r == '条' || r == '章' || r == '节' || r == '编'):
			return at + utf8.RuneLen(r)
		default:
			return 0
		}
	}
	return 0
}

// singles returns where the row of single Chinese characters ends that begins at
// the byte i of s, each parted from the next by one blank, how many they are,
// and whether they are words: the heads of columns 一 二 三 and the form
// 年 月 日 are none. A row that does not end with the words is none.
func singles(s string, i int) (end, n int, words bool) {
	numerals, year := 0, false
	for {
		r, size := utf8.DecodeRuneInString(s[i:])
		if !isHan(r) || n == 40 {
			return end, 0, false
		}
		n++
		switch {
		case isSectionNumeral(r):
			numerals++
		case r == '年':
			year = true
		case r != '月' && r != '日' && r != '时' && r != '分':
			words = true
		}
		i += size
		end = i
		if i >= len(s) {
			break
		}
		if n := blankSize(s[i:]); n > 0 && isHan(after(s, i+n)) {
			i += n
			continue
		}
		if isHan(after(s, i)) {
			return end, 0, false
		}
		break
	}
	return end, n, words || year && numerals >= 4
}

// spread returns where word ends that stands at the byte i of s with blanks
// between its characters, 0 if it does not stand there.
func spread(s string, i int, word string) int {
	for k, r := range word {
		if k > 0 {
			i = pastBlanks(s, i)
		}
		n := utf8.RuneLen(r)
		if !strings.HasPrefix(s[i:], word[k:k+n]) {
			return 0
		}
		i += n
	}
	return i
}
