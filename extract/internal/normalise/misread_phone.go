package normalise

import "strings"

// phone proves a telephone number that has the shape of one with its area code,
// or stands behind a label that announces it. Half of its places at least are digits.
func phone(s string, f figure) figure {
	for i := phonesStart(s, f.lo); i <= f.lo; {
		end, full := phoneAt(s, i)
		switch {
		case end >= f.hi && (full || isLabelled(s, i) || isNamed(s, i, end)) && mostlyDigits(s[i:end]):
			return figure{i, end}
		case end > i:
			i = end
		default:
			i++
		}
	}
	return nothing
}

// phonesStart returns where the row of telephone numbers begins at most that the
// byte i of s stands in.
func phonesStart(s string, i int) int {
	for from := i; i > 0 && from-i < 60; {
		n := len(endsWith(s[:i], "（", "）", "、", "，", "；", "—"))
		if n == 0 && (places[s[i-1]] != 0 || strings.IndexByte("()-,;/ ", s[i-1]) >= 0) {
			n = 1
		}
		if n == 0 {
			break
		}
		i -= n
	}
	return i
}

// phoneLabels are the words that announce a telephone number.
var phoneLabels = []string{"电话", "手机", "传真", "热线", "座机", "电话号码", "手机号码", "联系方式"}

// isLabelled reports whether a label stands before the row of telephone numbers
// that the byte i of s stands in, or with its colon at the end of the line before.
func isLabelled(s string, i int) bool {
	i = phonesStart(s, i)
	at := i
	for range 2 { // a blank line may stand between two that are one
		if at > 0 && s[at-1] == '\n' {
			at = beforeBlanks(s, at-1)
		}
	}
	if at < i && colonBefore(s, at) == 0 {
		return false
	}
	i = at
	i -= len(endsWith(s[:i], ":", "：", "为", "是"))
	i = beforeBlanks(s, i)
	i -= len(endsWith(s[:i], "）", ")"))
	return endsWith(s[:i], phoneLabels...) != ""
}

// isNamed reports whether the number at the bytes i to end of s is a mobile one in which the
// first place alone is a letter, behind the blank that parts it from a name: 何川 l3900000001.
func isNamed(s string, i, end int) bool {
	if end-i != 11 || isDigit(rune(s[i])) || !isPhone(digits(s[i:end])) || strings.ContainsAny(s[i+1:end], "OolI") {
		return false
	}
	at := beforeBlanks(s, i)
	return at < i && isHan(before(s, at))
}

// phoneAt returns where the telephone number at the byte i of s ends, 0 if none
// stands there, and whether it is full: an area code set off from the number.
func phoneAt(s string, i int) (end int, full bool) {
	if i > 0 && (places[s[i-1]] != 0 || s[i-1] == '-') {
		return 0, false
	}
	open := len(beginsWith(s[i:], "(", "（"))
	code := s[i+open : placesEnd(s, i+open)]
	at := i + open + len(code)
	sep := beginsWith(s[at:], "-", "—", " ")
	if open > 0 {
		sep = beginsWith(s[at:], ")", "）")
	}
	from := pastBlanks(s, at+len(sep))
	to := placesEnd(s, from)
	switch {
	case isAreaCode(code) && sep != "" && (to-from == 7 || to-from == 8) && endsPhone(s, to):
		return to, sep != " "
	case open > 0 || !endsPhone(s, at):
		return 0, false
	case isPhone(digits(code)):
		return at, false
	}
	return 0, false
}

// endsPhone reports whether a telephone number may end at the byte i of s: before
// a hyphen only with an extension of digits.
func endsPhone(s string, i int) bool {
	if i == len(s) || s[i] != '-' {
		return true
	}
	end := placesEnd(s, i+1)
	return end == i+1 || end-i <= 6 && !strings.ContainsAny(s[i:end], "OolI")
}

// isAreaCode reports whether code has the places of an area code: 010, 02x, 0771.
func isAreaCode(code string) bool {
	d := digits(code)
	switch len(d) {
	case 3:
		return d == "010" || d[:2] == "02"
	case 4:
		return d[0] == '0' && '3' <= d[1]
	}
	return false
}

// isPhone reports whether d is a number that one calls, with no area code set off.
func isPhone(d string) bool {
	switch len(d) {
	case 7, 8:
		return '2' <= d[0] && d[0] <= '8'
	case 10:
		return d[:3] == "400" || d[:3] == "800"
	case 11:
		return d[0] == '1' && '3' <= d[1] || isAreaCode(d[:3]) || isAreaCode(d[:4])
	case 12:
		return isAreaCode(d[:4])
	}
	return false
}

// mostlyDigits reports whether half of the places of s at least are digits.
func mostlyDigits(s string) bool {
	real, all := 0, 0
	for i := range len(s) {
		if isDigit(rune(s[i])) {
			real++
		}
		if places[s[i]] != 0 {
			all++
		}
	}
	return 2*real >= all
}
