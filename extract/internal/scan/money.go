package scan

import (
	"strings"
	"unicode/utf8"
)

// An Amount is a quota or a sum (名额, 金额): 10个, 3.5亿元, 300M.
type Amount struct {
	Value float64 // 3.5亿元 is 350000000
	Low   float64 // the lower end where a range is printed (3—5篇), else 0
	Unit  string
	Text  string // as printed
}

// AmountOf gives the amount at the head of s and its length. A figure needs a unit;
// 5月, 3.5版, 5个月 and 10分钟 are times and versions, 第3项 is refused by Amounts.
func AmountOf(s string) (Amount, int) {
	v, n := quantity(s)
	if n == 0 {
		return Amount{}, 0
	}
	low := 0.0
	for _, w := range [...]string{"—", "－", "-", "~", "～", "至", "到"} {
		if strings.HasPrefix(s[n:], w) {
			high, k := quantity(s[n+len(w):])
			if k == 0 || high <= v {
				return Amount{}, 0
			}
			low, v, n = v, high, n+len(w)+k
			break
		}
	}
	gap := blanks(s[n:])
	if gap > 1 {
		return Amount{}, 0
	}
	u := unitOf(s[n+gap:])
	if u == 0 {
		return Amount{}, 0
	}
	n += gap
	if !figure(s[0]) && s[n:n+u] != "元" && !strings.HasSuffix(s[n:n+u], "元") && v < 10 {
		return Amount{}, 0 // 一个, 三项 are words more often than quotas
	}
	return Amount{Value: v, Low: low, Unit: s[n : n+u], Text: s[:n+u]}, n + u
}

// quantities are the characters that a quantity begins with.
var quantities = CharsOf("0123456789一二三四五六七八九十")

// Amounts yields the amounts of s in order, until yield returns false.
func Amounts(s string, yield func(lo, hi int, a Amount) bool) {
	for i := quantities.Next(s, 0); i < len(s); i = quantities.Next(s, i) {
		a, n := Amount{}, 0
		if amountMayStart(s, i) {
			a, n = AmountOf(s[i:])
		}
		if n == 0 {
			i += numeralRun(s[i:])
			continue
		}
		if !yield(i, i+n, a) {
			return
		}
		i += n
	}
}

// amountMayStart refuses a figure that belongs to a word before it: 第3项, 前3名, 年5, A4, 1.5.
func amountMayStart(s string, i int) bool {
	if i == 0 {
		return true
	}
	if c := s[i-1]; figure(c) || letter(c) || c == '.' || c == '-' || c == '/' || c == ':' {
		return false
	}
	for _, w := range [...]string{"第", "附件", "附表", "表", "图", "—"} {
		if strings.HasSuffix(s[:i], w) {
			return false
		}
	}
	r, _ := utf8.DecodeLastRuneInString(s[:i])
	return hanNumeral(r) < 0
}

// quantity reads 3.5亿, 2,000余, 50多万, 三百万 and gives the value.
func quantity(s string) (v float64, n int) {
	if s == "" {
		return 0, 0
	}
	if figure(s[0]) {
		v, n = decimalFigure(s)
	} else {
		whole, k := hanSerial(s)
		if k == 0 || whole == 0 {
			return 0, 0
		}
		v, n = float64(whole), k
	}
	for range 3 {
		for _, w := range [...]string{"余", "多"} {
			if strings.HasPrefix(s[n:], w) {
				n += len(w)
			}
		}
		m := 0.0
		switch {
		case strings.HasPrefix(s[n:], "亿"):
			m = 1e8
		case strings.HasPrefix(s[n:], "万"):
			m = 1e4
		case strings.HasPrefix(s[n:], "千") && !strings.HasPrefix(s[n:], "千瓦") && !strings.HasPrefix(s[n:], "千克") && !strings.HasPrefix(s[n:], "千米"):
			m = 1e3
		case strings.HasPrefix(s[n:], "百") && !strings.HasPrefix(s[n:], "百分"):
			m = 1e2
		default:
			return v, n
		}
		v *= m
		n += 3
	}
	return v, n
}

// decimalFigure reads 5000, 2,000 and 3.5; a point with no figure behind it ends it.
func decimalFigure(s string) (v float64, n int) {
	for n < len(s) {
		switch {
		case figure(s[n]):
			v = v*10 + float64(s[n]-'0')
		case s[n] == ',' && n > 0 && figures(s[n+1:]) == 3:
		default:
			goto fraction
		}
		if n++; n > 20 {
			return 0, 0
		}
	}
fraction:
	if n+1 < len(s) && s[n] == '.' && figure(s[n+1]) {
		k := figures(s[n+1:])
		if n+1+k < len(s) && s[n+1+k] == '.' || k > 12 {
			return 0, 0 // 2024.5.1
		}
		whole, scale := 0.0, 1.0
		for i := n + 1; i <= n+k; i++ {
			whole, scale = whole*10+float64(s[i]-'0'), scale*10
		}
		v, n = v+whole/scale, n+1+k
	}
	return v, n
}

// numeralRun gives the length of the figures at the head of s, at least one character.
func numeralRun(s string) int {
	if n := figures(s); n > 0 {
		return n
	}
	_, w := utf8.DecodeRuneInString(s)
	return w
}

// units stand longest first within what begins alike.
var units = [...]string{
	"元人民币", "元", "美元", "港元", "欧元", "日元", "个百分点", "个", "名", "人次", "人", "篇次", "篇", "件", "项", "份", "家", "所", "户", "幅", "张",
	"部", "本", "册", "套", "台", "辆", "场次", "场", "期", "批次", "组", "支", "门", "节", "字", "页", "学分", "学时", "课时", "平方米", "平方公里", "公里",
	"立方米", "公顷", "亩", "吨", "公斤", "千克", "千瓦时", "千瓦", "米", "首", "首歌", "则", "位", "道", "例", "只", "条", "枚", "瓶", "箱", "间", "座", "艘", "架", "倍",
	"%", "％", "GB", "MB", "KB", "TB", "G", "M", "K", "兆",
}

// unitsBy is units by the last byte of the first character, so that unitOf looks at few.
var unitsBy = indexUnits()

func indexUnits() (by [256][]string) {
	for _, u := range units {
		k := u[0]
		if k >= utf8.RuneSelf {
			k = u[2]
		}
		by[k] = append(by[k], u)
	}
	return by
}

// unitOf gives the length of the unit at the head of s. 5个月 and 5个工作日 are durations,
// 300Mbps another thing.
func unitOf(s string) int {
	if s == "" || s[0] >= utf8.RuneSelf && len(s) < 3 {
		return 0
	}
	k := s[0]
	if k >= utf8.RuneSelf {
		k = s[2]
	}
	best := 0
	for _, u := range unitsBy[k] {
		if len(u) > best && strings.HasPrefix(s, u) {
			best = len(u)
		}
	}
	if best == 0 {
		return 0
	}
	rest := s[best:]
	if letter(s[best-1]) && rest != "" && (letter(rest[0]) || figure(rest[0])) {
		return 0
	}
	if s[:best] == "个" {
		for _, w := range [...]string{"月", "工作日", "自然日", "小时", "学期", "学年", "季度", "星期", "年"} {
			if strings.HasPrefix(rest, w) {
				return 0
			}
		}
	}
	if s[:best] == "期" && (strings.HasPrefix(rest, "间") || strings.HasPrefix(rest, "限")) ||
		s[:best] == "部" && strings.HasPrefix(rest, "门") || s[:best] == "件" && strings.HasPrefix(rest, "套") {
		return 0
	}
	return best
}
