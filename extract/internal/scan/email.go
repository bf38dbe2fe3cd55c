package scan

import "strings"

// EmailOf gives the e-mail address at the head of s, in normal form, and its length.
// A blank about the sign is dropped (bwc @ cuit.edu.cn), ＠ and (at) are the sign.
func EmailOf(s string) (address string, n int) {
	n = localPart(s)
	if n == 0 {
		return "", 0
	}
	local := s[:n]
	gap := blanks(s[n:])
	sign := atSign(s[n+gap:])
	if gap > 2 || sign == 0 {
		return "", 0
	}
	n += gap + sign
	if gap = blanks(s[n:]); gap > 2 {
		return "", 0
	}
	n += gap
	domain, k := domainOf(s[n:])
	if k == 0 {
		return "", 0
	}
	if len(local)+1+k == n+k && s[len(local)] == '@' && len(domain) == k {
		return s[:n+k], n + k
	}
	return local + "@" + domain, n + k
}

// Emails yields the e-mail addresses of s in order, until yield returns false. Chinese may
// stand right before and after an address (邮箱bwc@cuit.edu.cn，).
func Emails(s string, yield func(lo, hi int, address string) bool) {
	done := 0
	half, wide, word := -1, -1, -1
	for from := 0; from < len(s); {
		half, wide, word = nextIndex(s, "@", half, from), nextIndex(s, "＠", wide, from), nextIndex(s, "(at)", word, from)
		at := min(half, wide, word)
		if at == len(s) {
			return
		}
		from = at + 1
		end := at - trailingBlanks(s[done:at])
		lo := end
		for lo > done && localByte(s[lo-1]) {
			lo--
		}
		for lo < end && (s[lo] == '.' || s[lo] == '-' || s[lo] == '_' && lo+1 == end) {
			lo++
		}
		address, n := EmailOf(s[lo:])
		if n == 0 {
			continue
		}
		if !yield(lo, lo+n, address) {
			return
		}
		done, from = lo+n, lo+n
	}
}

// nextIndex gives where sub stands next in s at or after from, len(s) for nowhere; known is the last answer.
func nextIndex(s, sub string, known, from int) int {
	if known >= from {
		return known
	}
	if i := strings.Index(s[from:], sub); i >= 0 {
		return from + i
	}
	return len(s)
}

func localByte(c byte) bool {
	return figure(c) || letter(c) || c == '.' || c == '_' || c == '-' || c == '+' || c == '%'
}

func localPart(s string) int {
	n := 0
	for n < len(s) && localByte(s[n]) {
		n++
	}
	if n == 0 || n > 64 || s[0] == '.' || s[n-1] == '.' {
		return 0
	}
	return n
}

func atSign(s string) int {
	for _, w := range [...]string{"@", "＠", "(at)", "[at]", "（at）"} {
		if strings.HasPrefix(s, w) {
			return len(w)
		}
	}
	return 0
}

// domainOf reads the name of a host: labels with points between, the last of letters. A blank
// after a point is dropped where the name goes on with a known ending (163. com).
func domainOf(s string) (domain string, n int) {
	gaps := false
	labels, end := 0, 0
	for n < len(s) {
		k := 0
		for n+k < len(s) && (figure(s[n+k]) || letter(s[n+k]) || s[n+k] == '-') {
			k++
		}
		if k == 0 || k > 63 || s[n] == '-' {
			break
		}
		if labels > 0 && k >= 2 && letter(s[n]) && letter(s[n+k-1]) {
			end = n + k
		}
		n += k
		labels++
		if n >= len(s) || s[n] != '.' {
			break
		}
		n++
		if gap := blanks(s[n:]); gap > 0 {
			if gap > 2 || !endingAhead(s[n+gap:]) {
				break
			}
			n += gap
			gaps = true
		}
	}
	if end == 0 {
		return "", 0
	}
	if gaps {
		return strings.ReplaceAll(strings.ReplaceAll(s[:end], " ", ""), "　", ""), end
	}
	return s[:end], end
}

// endingAhead tells whether s begins with the common end of a domain, alone.
func endingAhead(s string) bool {
	for _, w := range [...]string{"com", "cn", "net", "org", "edu", "gov"} {
		if strings.HasPrefix(s, w) && (len(s) == len(w) || !letter(s[len(w)]) && !figure(s[len(w)])) {
			return true
		}
	}
	return false
}
