// Package scan looks at the head of a text in normal form and tells what
// stands there: a number, a date, a serial mark, a document number, a phone.
//
// Every scanner has one shape: it takes the text from where it is asked and
// gives the value and its length in bytes; a length of zero is no.
package scan

// longest is the number of digits that NumberOf takes for a number; a longer
// row of digits is an account, a card or a code.
const longest = 15

// NumberOf reads the whole number at the head of s, in Arabic digits (1500,
// 1,500) or in Chinese (二十三, 一万二千, 二〇二四). A decimal (3.5) yields its
// whole part: what follows is for the caller to see.
func NumberOf(s string) (v, n int) {
	if v, n = arabicNumber(s); n > 0 {
		return v, n
	}
	return HanNumberOf(s)
}

func arabicNumber(s string) (v, n int) {
	for n < len(s) && '0' <= s[n] && s[n] <= '9' {
		if n == longest {
			return 0, 0
		}
		v = v*10 + int(s[n]-'0')
		n++
	}
	if n == 0 || n > 3 {
		return v, n
	}
	digits := n
	for groupOfThree(s[n:]) && digits+3 <= longest {
		v = v*1000 + int(s[n+1]-'0')*100 + int(s[n+2]-'0')*10 + int(s[n+3]-'0')
		n += 4
		digits += 3
	}
	return v, n
}

// groupOfThree reports whether s goes on with a comma and exactly three digits.
func groupOfThree(s string) bool {
	return len(s) >= 4 && s[0] == ',' && digitAt(s, 1) && digitAt(s, 2) && digitAt(s, 3) && !digitAt(s, 4)
}

func digitAt(s string, i int) bool { return i < len(s) && '0' <= s[i] && s[i] <= '9' }

// HanNumberOf reads the whole number in Chinese numerals at the head of s: 十,
// 二十三, 三百零五, 一万二千, 两; a row of digits without 十百千 is read as
// digits (二〇二四).
func HanNumberOf(s string) (v, n int) {
	if len(s) < 3 || s[0] < 0xE2 {
		return 0, 0
	}
	if v, n, count := hanDigits(s); count >= 2 {
		return v, n
	}
	var (
		total, section = 0, 0
		digit          = -1    // the digit that waits for its 十百千
		unit           = 10000 // the unit before, which the next must be below
		zero           bool
	)
	for n < len(s) {
		if d, k := hanDigit(s[n:]); k > 0 {
			if digit > 0 {
				break
			}
			if d == 0 && n > 0 {
				zero = true
			} else {
				digit = d
			}
			n += k
			continue
		}
		u, k := hanUnit(s[n:])
		if k == 0 || total > 1e14 {
			break
		}
		if u >= 10000 {
			if section+max(digit, 0) == 0 {
				break
			}
			total = (total + section + max(digit, 0)) * u
			section, digit, unit, zero = 0, -1, 10000, false
			n += k
			continue
		}
		if u >= unit || digit < 0 && (u != 10 || section > 0 && !zero) {
			break
		}
		if digit < 0 {
			digit = 1 // 十二
		}
		section += digit * u
		digit, unit, zero = -1, u, false
		n += k
	}
	if digit > 0 && section > 0 && unit >= 100 && !zero {
		digit *= unit / 10 // 三百五
	}
	return total + section + max(digit, 0), n
}

// hanDigits reads a row of digits in Chinese (二〇二四, 二OO八); a Latin O or
// an Arabic 0 counts as zero between Chinese digits.
func hanDigits(s string) (v, n, count int) {
	for n < len(s) && count < longest {
		d, k := hanDigit(s[n:])
		if k == 0 && n > 0 && (s[n] == 'O' || s[n] == 'o' || s[n] == '0') {
			d, k = 0, 1
		}
		if k == 0 {
			break
		}
		v = v*10 + d
		n += k
		count++
	}
	if count > 0 {
		if _, k := hanUnit(s[n:]); k > 0 {
			return 0, 0, 0 // 一二十: no row of digits
		}
	}
	return v, n, count
}

func hanDigit(s string) (v, n int) {
	if len(s) < 3 || s[0] < 0xE2 {
		return 0, 0
	}
	switch s[:3] {
	case "〇", "○", "Ｏ", "零", "◯":
		return 0, 3
	case "一", "壹":
		return 1, 3
	case "二", "两", "贰":
		return 2, 3
	case "三", "叁":
		return 3, 3
	case "四", "肆":
		return 4, 3
	case "五", "伍":
		return 5, 3
	case "六", "陆":
		return 6, 3
	case "七", "柒":
		return 7, 3
	case "八", "捌":
		return 8, 3
	case "九", "玖":
		return 9, 3
	}
	return 0, 0
}

func hanUnit(s string) (u, n int) {
	if len(s) < 3 {
		return 0, 0
	}
	switch s[:3] {
	case "十", "拾":
		return 10, 3
	case "百", "佰":
		return 100, 3
	case "千", "仟":
		return 1000, 3
	case "万":
		return 10000, 3
	case "亿":
		return 100000000, 3
	}
	return 0, 0
}

// smallNumber reads a number of at most two digits, the size of a month, a
// day or an hour: 07, 26, 十二, 三十一, 廿六.
func smallNumber(s string) (v, n int) {
	if digitAt(s, 0) {
		v, n = int(s[0]-'0'), 1
		if digitAt(s, 1) {
			v, n = v*10+int(s[1]-'0'), 2
		}
		if digitAt(s, n) {
			return 0, 0
		}
		return v, n
	}
	v, n = hanDigit(s)
	if len(s) >= n+3 {
		switch s[n : n+3] {
		case "十":
			v, n = max(v, 1)*10, n+3
		case "廿":
			if n > 0 {
				return 0, 0
			}
			v, n = 20, 3
		default:
			if _, k := hanDigit(s[n:]); k > 0 {
				return 0, 0
			}
			return v, n
		}
		d, k := hanDigit(s[n:])
		v, n = v+d, n+k
	}
	return v, n
}

// blanks is the length of the blanks at the head of s, line ends apart.
func blanks(s string) (n int) {
	for n < len(s) {
		switch {
		case s[n] == ' ' || s[n] == '\t':
			n++
		case s[n] == 0xE3 && len(s) >= n+3 && s[n:n+3] == "　":
			n += 3
		case s[n] == 0xC2 && len(s) >= n+2 && s[n+1] == 0xA0:
			n += 2
		default:
			return n
		}
	}
	return n
}

// oneOf is the length of the first of words that stands at the head of s.
func oneOf(s string, words ...string) int {
	for _, w := range words {
		// The last byte tells Chinese words apart, the first does not.
		if k := len(w); len(s) >= k && s[k-1] == w[k-1] && s[:k] == w {
			return k
		}
	}
	return 0
}

// begins reports whether the first character of s, of three bytes, is in set.
func begins(s, set string) bool {
	if len(s) < 3 || s[0] < 0xE0 {
		return false
	}
	for i := 0; i+3 <= len(set); i += 3 {
		if set[i+2] == s[2] && set[i+1] == s[1] && set[i] == s[0] {
			return true
		}
	}
	return false
}

// ends reports whether the last character of s, of three bytes, is in set.
func ends(s, set string) bool { return len(s) >= 3 && begins(s[len(s)-3:], set) }
