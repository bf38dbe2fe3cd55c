package scan

import (
	"strings"
	"unicode/utf8"
)

// A PhoneKind tells the kinds of telephone number apart. Fax is none of them: a label says so, not the number.
type PhoneKind uint8

// The kinds of telephone number.
const (
	Landline PhoneKind = iota + 1 // 0791-88520539
	Mobile                        // 13990220997
	Hotline                       // 12345, 400-711-1010
	Abroad                        // +49 171 1234567
)

// String gives the kind's name as dumps print it.
func (k PhoneKind) String() string {
	switch k {
	case Landline:
		return "landline"
	case Mobile:
		return "mobile"
	case Hotline:
		return "hotline"
	case Abroad:
		return "abroad"
	}
	return "phone"
}

// A Phone is a telephone number.
type Phone struct {
	Kind    PhoneKind
	Area    string // 区号, 0791; inherited in a list: 0791-88520539、88520540
	Text    string // normal form: 0791-88520539, 0791-88520539转8001, 13990220997
	Printed string // the number as it stands in the text
}

// PhoneOf gives the telephone number at the head of s and its length. It takes what shows itself
// to be one, by area code, mobile prefix or 400; a bare 5333161 needs a label, see Phones and LocalPhoneOf.
func PhoneOf(s string) (Phone, int) {
	if s == "" {
		return Phone{}, 0
	}
	if p, n := abroadOf(s); n > 0 {
		return p, n
	}
	i := countryCode(s)
	abroad := i > 0
	var p Phone
	var n int
	switch {
	case i < len(s) && s[i] == '1':
		if p, n = mobileOf(s[i:]); n == 0 && abroad {
			p, n = landlineOf(s[i:], true)
		}
	case i < len(s) && (s[i] == '4' || s[i] == '8') && !abroad:
		p, n = freeOf(s)
	default:
		p, n = landlineOf(s[i:], abroad)
	}
	if n == 0 {
		return Phone{}, 0
	}
	p.Printed = s[:i+n]
	return p, i + n
}

// countryCode gives the length of +86 and its forms. 86 alone needs a hyphen or a blank.
func countryCode(s string) int {
	i := 0
	switch {
	case strings.HasPrefix(s, "(+86)"):
		i = len("(+86)")
	case strings.HasPrefix(s, "（+86）"):
		i = len("（+86）")
	case strings.HasPrefix(s, "+86"):
		i = len("+86")
	case strings.HasPrefix(s, "0086"):
		i = len("0086")
	case strings.HasPrefix(s, "86-"), strings.HasPrefix(s, "86 "):
		i = len("86")
	default:
		return 0
	}
	return i + joint(s[i:])
}

// abroadOf reads the number of another country: a plus, the country's code, and
// groups of figures that are with it a number of E.164 (+44 (0)113 496 0009). The
// (0) is dialled at home only. +13990220997 is a mobile number of ours with a
// plus before it.
func abroadOf(s string) (Phone, int) {
	i, bracket := 0, strings.HasPrefix(s, "(+") || strings.HasPrefix(s, "（+")
	if bracket {
		i = strings.IndexByte(s, '+')
	}
	if i >= len(s) || s[i] != '+' {
		return Phone{}, 0
	}
	i++
	k := figures(s[i:])
	if k == 0 || s[i] == '0' || strings.HasPrefix(s[i:], "86") || bracket && k > 3 {
		return Phone{}, 0
	}
	if _, n := mobileOf(s[i:]); n > 0 && s[i] == '1' {
		return Phone{}, 0
	}
	text := []byte{'+'}
	total := 0
	for i < len(s) && total <= maxAbroad {
		if k := figures(s[i:]); k > 0 {
			text = append(text, s[i:i+k]...)
			total += k
			i += k
			if bracket {
				bracket = false
				if i += closing(s[i:]); figures(s[i:]) > 0 {
					text = append(text, '-')
				}
			}
			continue
		}
		n, group := groupAhead(s[i:])
		if n == 0 {
			break
		}
		if group != "" && group != "0" {
			text = append(append(text, '-'), group...)
			total += len(group)
		}
		if last := text[len(text)-1]; last != '-' {
			text = append(text, '-')
		}
		i += n
	}
	if total < minAbroad || total > maxAbroad || text[len(text)-1] == '-' || !phoneEnds(s[i:]) {
		return Phone{}, 0
	}
	return Phone{Kind: Abroad, Text: string(text), Printed: s[:i]}, i
}

// E.164 numbers have no more figures than maxAbroad, the country's code included;
// shorter ones than minAbroad are rather figures with a sign.
const minAbroad, maxAbroad = 9, 15

// groupAhead gives the length of what parts two groups of figures, and the
// group in brackets that stands there, if one does; n is 0 where no figure follows.
func groupAhead(s string) (n int, group string) {
	n = joint(s)
	open := 0
	switch {
	case strings.HasPrefix(s[n:], "("):
		open = 1
	case strings.HasPrefix(s[n:], "（"):
		open = len("（")
	}
	if open > 0 {
		k := figures(s[n+open:])
		w := closing(s[n+open+k:])
		if k == 0 || k > 4 || w == 0 {
			return 0, ""
		}
		group = s[n+open : n+open+k]
		n += open + k + w
		n += joint(s[n:])
	}
	if n == 0 || figures(s[n:]) == 0 {
		return 0, ""
	}
	return n, group
}

// joint gives the length of the hyphen, dash or blank that parts two groups of figures.
func joint(s string) int {
	n := blanks(s)
	if n > 1 {
		return 0
	}
	switch {
	case strings.HasPrefix(s[n:], "-"):
		n++
		if strings.HasPrefix(s[n:], "-") { // 0791--88520539: a dash as a keyboard writes it
			n++
		}
	case strings.HasPrefix(s[n:], "—"), strings.HasPrefix(s[n:], "－"), strings.HasPrefix(s[n:], "–"), strings.HasPrefix(s[n:], "―"),
		strings.HasPrefix(s[n:], "─"):
		n += 3
		if strings.HasPrefix(s[n:], "—") {
			n += 3
		}
	case n == 0 && strings.HasPrefix(s, "一"): // a dash that recognition misread, before a whole number alone
		if k := figures(s[3:]); k != 7 && k != 8 {
			return 0
		}
		return 3
	default:
		return n
	}
	if k := blanks(s[n:]); k == 1 {
		n++
	}
	return n
}

// mobileOf reads 13990220997, also in groups of 3, 4 and 4. An ID number or an amount is longer or goes on.
func mobileOf(s string) (Phone, int) {
	if len(s) < 11 || s[1] < '3' || s[1] > '9' {
		return Phone{}, 0
	}
	n := figures(s)
	if n == 11 {
		if !phoneEnds(s[11:]) {
			return Phone{}, 0
		}
		return Phone{Kind: Mobile, Text: s[:11]}, 11
	}
	if n != 3 {
		return Phone{}, 0
	}
	a := joint(s[3:])
	if a == 0 || figures(s[3+a:]) != 4 {
		return Phone{}, 0
	}
	mid := 3 + a
	b := joint(s[mid+4:])
	end := mid + 4 + b
	if b == 0 || figures(s[end:]) != 4 || !phoneEnds(s[end+4:]) {
		return Phone{}, 0
	}
	return Phone{Kind: Mobile, Text: s[:3] + s[mid:mid+4] + s[end:end+4]}, end + 4
}

// freeOf reads 400-711-1010 and 8008101234.
func freeOf(s string) (Phone, int) {
	if !strings.HasPrefix(s, "400") && !strings.HasPrefix(s, "800") {
		return Phone{}, 0
	}
	var digits [10]byte
	k, i, joints := 0, 0, 0
	for i < len(s) && k < 10 {
		if figure(s[i]) {
			digits[k] = s[i]
			k++
			i++
			continue
		}
		w := joint(s[i:])
		if w == 0 || joints == 3 || k != 3 && k != 6 && k != 7 {
			return Phone{}, 0
		}
		joints++
		i += w
	}
	if k < 10 || !phoneEnds(s[i:]) || joints == 0 && digits[3] == '0' && digits[4] == '0' {
		return Phone{}, 0 // 4000000000 is a sum
	}
	return Phone{Kind: Hotline, Text: string(digits[:3]) + "-" + string(digits[3:6]) + "-" + string(digits[6:])}, i
}

// landlineOf reads an area code and what follows it. 2020-11-12 is a date: no area code begins with 2.
func landlineOf(s string, abroad bool) (Phone, int) {
	i, paren := 0, false
	switch {
	case strings.HasPrefix(s, "("):
		i, paren = 1, true
	case strings.HasPrefix(s, "（"):
		i, paren = len("（"), true
	}
	if paren {
		i += blanks(s[i:])
	}
	k := figures(s[i:])
	if k == 0 || !abroad && s[i] != '0' || s[i] != '0' && (!abroad || paren) {
		return Phone{}, 0
	}
	zero := ""
	if s[i] != '0' {
		zero = "0"
	}
	area := s[i : i+k]
	var w int
	if paren {
		i += k
		i += blanks(s[i:])
		if w = closing(s[i:]); w == 0 {
			return Phone{}, 0
		}
		w += joint(s[i+w:])
	} else if w = joint(s[i+k:]); w > 0 && k+len(zero) <= 4 {
		i += k
	} else if whole := k + len(zero); whole >= 10 && whole <= 12 {
		// 01088520539: the code is 010, 02x or 03xx–09xx.
		cut := 4 - len(zero)
		if zero+area[:2] == "01" || zero+area[:2] == "02" || zero == "0" && (area[0] == '1' || area[0] == '2') {
			cut = 3 - len(zero)
		}
		i += cut
		area, w = area[:cut], 0
	} else {
		return Phone{}, 0
	}
	area = zero + area
	if len(area) < 2 || len(area) > 4 || area[1] == '0' {
		return Phone{}, 0
	}
	local, n := localOf(s[i+w:], true)
	if n == 0 {
		return Phone{}, 0
	}
	if len(area) == 2 && w == 0 {
		return Phone{}, 0
	}
	end := i + w + n
	ext, k := extensionOf(s[end:])
	if !phoneEnds(s[end+k:]) {
		return Phone{}, 0
	}
	return Phone{Kind: Landline, Area: area, Text: area + "-" + local + ext}, end + k
}

// localOf reads the seven or eight figures of a local number, also in two groups (8852 0539),
// and after an area code the short number of a city's hotline (0583-12690).
func localOf(s string, coded bool) (digits string, n int) {
	n = figures(s)
	switch {
	case n == 7 || n == 8:
		if s[0] == '0' || s[0] == '1' && !coded {
			return "", 0
		}
		return s[:n], n
	case coded && n == 5 && (s[0] == '1' || s[:2] == "96" || s[:2] == "95"):
		return s[:n], n
	case n == 3 || n == 4:
		w := joint(s[n:])
		if w == 0 || s[0] == '0' || strings.HasPrefix(s[n:], " ") && !coded && (s[0] < '2' || s[0] == '9') {
			return "", 0
		}
		k := figures(s[n+w:])
		if k != 4 && (k != 3 || n != 4 && !coded) { // 8266 710; (089)322-118
			return "", 0
		}
		return s[:n] + s[n+w:n+w+k], n + w + k
	}
	return "", 0
}

// extensionOf reads 转8001, #27 and -8001. -88520540 is the end of a range, not an extension.
func extensionOf(s string) (text string, n int) {
	n = blanks(s)
	for _, w := range [...]string{"转分机", "转", "分机", "#", "-", "—", "－"} {
		if !strings.HasPrefix(s[n:], w) {
			continue
		}
		i := n + len(w)
		i += blanks(s[i:])
		if strings.HasPrefix(s[i:], "：") {
			i += len("：")
		}
		if k := figures(s[i:]); k >= 2 && k <= 5 && (w != "-" || k <= 4) {
			return "转" + s[i:i+k], i + k
		}
		return "", 0
	}
	return "", 0
}

// phoneEnds tells whether a number may end before s. 88520539元 is a sum, 13990220997@ an address.
func phoneEnds(s string) bool {
	if s == "" {
		return true
	}
	switch c := s[0]; {
	case figure(c), c == '@', c == '_', c == '%', c == '/' && len(s) > 1 && letter(s[1]):
		return false
	case c == '.' && len(s) > 1 && (figure(s[1]) || letter(s[1])):
		return false
	case letter(c):
		return false
	}
	for _, u := range [...]string{"元", "万", "亿", "人", "名", "个", "份", "件", "吨", "平方", "米", "＠", "户", "股", "册"} {
		if strings.HasPrefix(s, u) {
			return false
		}
	}
	return true
}

// LocalPhoneOf gives the number at the head of s that stands without area code (5333161, 83681980)
// and its length. Only its caller knows that a phone is meant: a table's column, a label before.
// A day such as 20241108 is refused.
func LocalPhoneOf(s string) (Phone, int) {
	local, n := localOf(s, false)
	if n == 0 || compactDay(local) {
		return Phone{}, 0
	}
	ext, k := extensionOf(s[n:])
	if !phoneEnds(s[n+k:]) {
		return Phone{}, 0
	}
	return Phone{Kind: Landline, Text: local + ext, Printed: s[:n+k]}, n + k
}

func compactDay(s string) bool {
	if len(s) != 8 || s[:2] != "19" && s[:2] != "20" {
		return false
	}
	m, d := int(s[4]-'0')*10+int(s[5]-'0'), int(s[6]-'0')*10+int(s[7]-'0')
	return m >= 1 && m <= 12 && d >= 1 && d <= 31
}

var digits = CharsOf("0123456789")

// Phones yields the telephone numbers of s in order, until yield returns false. A number
// without area code counts after a label (电话：5333161，5333163) or in a list after one with
// a code, whose area it takes; a hotline (12345) only beside 热线, 电话 or 拨打.
func Phones(s string, yield func(lo, hi int, p Phone) bool) {
	last, area := -1, ""
	for i := digits.Next(s, 0); i < len(s); i = digits.Next(s, i) {
		run := figures(s[i:])
		lo := phoneStart(s, i)
		if run < 3 && s[lo] != '+' && !strings.HasPrefix(s[lo:], "(+") && !strings.HasPrefix(s[lo:], "（+") && !(run == 2 && (s[i:i+2] == "86" || s[i] == '0')) || !phoneMayStart(s, lo, last) {
			i += run
			continue
		}
		p, n := PhoneOf(s[lo:])
		if n == 0 && lo != i {
			lo = i
			p, n = PhoneOf(s[i:])
		}
		if n > 0 && otherNumber(s[:lo]) {
			n = 0
		}
		if n == 0 {
			lo = i
			p, n = labelledPhone(s, i, run, last, area)
		}
		if n == 0 {
			i += run
			continue
		}
		hi := lo + n
		if !yield(lo, hi, p) {
			return
		}
		if last, area = hi, p.Area; p.Kind != Landline {
			area = ""
		}
		i = hi
	}
}

// phoneStart gives where a number whose first figure stands at i begins: at its bracket or plus.
func phoneStart(s string, i int) int {
	switch {
	case i > 0 && (s[i-1] == '(' || s[i-1] == '+'):
		i--
		if i > 0 && s[i] == '+' && s[i-1] == '(' {
			i--
		} else if s[i] == '+' && strings.HasSuffix(s[:i], "（") {
			i -= len("（")
		}
	case strings.HasSuffix(s[:i], "（"):
		i -= len("（")
	}
	return i
}

// phoneMayStart refuses a start inside a longer number, an address or a word: 1-0791…, A13990220997, =139….
func phoneMayStart(s string, lo, last int) bool {
	if lo == 0 || lo == last {
		return true
	}
	switch c := s[lo-1]; {
	case figure(c), letter(c):
		return false
	case c == ' ' && lo >= 2 && figure(s[lo-2]):
		return lo-1 == last // 6222 0210 0100: one account
	}
	switch s[lo-1] {
	case '.', '_', '=', '&', '%', '#', '@', '-', '+', '*':
		return false
	case '/':
		return last >= 0 && lo-last <= 3
	}
	return true
}

// otherNumber tells whether a label right before says that the number is none of a phone.
func otherNumber(before string) bool {
	before = strings.TrimRight(before, " 　：:")
	for _, w := range [...]string{"QQ", "qq", "群", "群号", "QQ号", "账号", "帐号", "账户", "身份证号", "学号", "编号", "证号", "卡号", "订单号", "会议号", "会议ID", "版号", "代码"} {
		if strings.HasSuffix(before, w) {
			return true
		}
	}
	return false
}

// labelledPhone reads a number that only its place shows to be a phone.
func labelledPhone(s string, i, run, last int, area string) (Phone, int) {
	inside := run >= 3 && run <= 6 && insideLine(s, i, run, last)
	if (run == 3 || run == 5) && !inside {
		return hotlineOf(s, i, run)
	}
	if inside && phoneEnds(s[i+run:]) {
		return Phone{Kind: Landline, Text: s[i : i+run], Printed: s[i : i+run]}, run
	}
	p, n := LocalPhoneOf(s[i:])
	if n == 0 && (run >= 9 && run <= 12 || run == 6) && directlyLabelled(s[:i]) && phoneEnds(s[i+run:]) {
		return Phone{Kind: Landline, Text: s[i : i+run], Printed: s[i : i+run]}, run // 电话：123456578, as printed; 电话：712001 of a house
	}
	if n == 0 {
		return p, 0
	}
	if last >= 0 && i-last <= 8 && listGap(s[last:i]) {
		if area != "" {
			p.Area, p.Text = area, area+"-"+p.Text
		}
		return p, n
	}
	if labelBefore(s[:i]) {
		return p, n
	}
	return p, 0
}

// insideLine tells whether the figures at i are a number of the house: behind 内线, or in a list
// after one (内线7003或7004), or behind 分机 where no number before it in the sentence has it as its own.
func insideLine(s string, i, run, last int) bool {
	before := strings.TrimRight(s[:i], "：: ")
	if strings.HasSuffix(before, "内线") {
		return true
	}
	if strings.HasSuffix(before, "分机") {
		return !strings.HasSuffix(before, "转分机") && (last < 0 || Has(s[last:i], "；") || Has(s[last:i], "。"))
	}
	if last < 0 || i-last > 8 || !listGap(s[last:i]) {
		return false
	}
	lo := last
	for lo > 0 && figure(s[lo-1]) {
		lo--
	}
	return last-lo == run && strings.HasSuffix(strings.TrimRight(s[:lo], "：: "), "内线")
}

// directlyLabelled tells whether before ends in the label of a phone and its colon: whatever
// figures follow are what the notice gives as the number.
func directlyLabelled(before string) bool {
	for _, colon := range [...]string{"：", ":"} {
		if name, ok := strings.CutSuffix(before, colon); ok {
			return phoneWord(name)
		}
	}
	return false
}

// listGap tells whether gap is what stands between the numbers of a list.
func listGap(gap string) bool {
	return strings.Trim(gap, " 　\t、,，/；;或") == ""
}

// labelBefore tells whether the nearest label before the number, in its sentence, is one of a phone.
// It may lie before the name of a unit: 联系电话：市商务局流通科，83884222.
func labelBefore(before string) bool {
	const reach = 120
	lo := len(before) - reach
	if lo < 0 {
		lo = 0
	}
	for i := len(before); i > lo; {
		r, w := utf8.DecodeLastRuneInString(before[:i])
		switch r {
		case '\n', '。', '！', '？':
			return false
		case '话', '线', '机', '真', 'L', 'l', 'X', 'x':
			if phoneWord(before[:i]) {
				return true
			}
		case '电': // 请致电2255 0001
			if strings.HasSuffix(before[:i], "致电") && strings.Trim(before[i:], " 　") == "" {
				return true
			}
		case '式': // 联系方式：66771425, not 将联系方式和编号
			if rest := strings.TrimLeft(before[i:], " 　"); strings.HasSuffix(before[:i], "联系方式") && (strings.HasPrefix(rest, "：") || strings.HasPrefix(rest, ":")) {
				return true
			}
		case '码', '编', '号', '群', 'Q', 'q', '户', '元', '箱':
			for _, word := range [...]string{"邮政编码", "邮编", "学号", "账号", "帐号", "编号", "群号", "证号", "群", "QQ", "qq", "账户", "开户", "元", "信箱", "邮箱"} {
				if strings.HasSuffix(before[:i], word) {
					return false
				}
			}
		}
		i -= w
	}
	return false
}

// phoneWord tells whether s ends in a word that labels a telephone number; blanks may part its characters.
func phoneWord(s string) bool {
	for _, w := range [...]string{"电话", "热线", "手机", "座机", "总机", "小灵通", "传真", "Tel", "TEL", "tel", "FAX", "Fax", "fax"} {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	r, w := utf8.DecodeLastRuneInString(s)
	rest := s[:len(s)-w]
	gap := trailingBlanks(rest)
	if gap == 0 {
		return false
	}
	rest = rest[:len(rest)-gap]
	switch r {
	case '话':
		return strings.HasSuffix(rest, "电")
	case '线':
		return strings.HasSuffix(rest, "热")
	case '机':
		return strings.HasSuffix(rest, "手")
	case '真':
		return strings.HasSuffix(rest, "传")
	}
	return false
}

// hotlineOf reads 12345, 110 and 95598 beside a word that calls for one.
func hotlineOf(s string, i, run int) (Phone, int) {
	d := s[i : i+run]
	switch {
	case run == 3 && (d == "110" || d == "119" || d == "120" || d == "122" || d == "114"):
	case run == 5 && (d[:2] == "12" || d[:2] == "95" || d[:2] == "96" || d[:3] == "100"):
	default:
		return Phone{}, 0
	}
	before := strings.TrimRight(s[:i], " 　：:“")
	rest := strings.TrimLeft(s[i+run:], "”")
	named := strings.HasSuffix(before, "拨打") || strings.HasSuffix(before, "致电") || phoneWord(before) ||
		strings.HasPrefix(rest, "热线") || strings.HasPrefix(rest, "服务热线") || strings.HasPrefix(rest, "政务服务") || strings.HasPrefix(rest, "电话")
	if !named || !phoneEnds(s[i+run:]) {
		return Phone{}, 0
	}
	return Phone{Kind: Hotline, Text: d, Printed: d}, run
}
