package scan

import (
	"strings"
	"unicode/utf8"
)

// A URL is an address in the web (网址).
type URL struct {
	Text string // with its scheme, without blanks
	Bare bool   // the notice prints no scheme: http:// in Text is supplied
}

// URLOf gives the web address at the head of s and its length. It ends at the first blank, Chinese
// character or full-width sign: a notice writes http://baomi.example.cn，请… without a blank.
// Without a scheme the host must end in a known domain: 表.docx, 3.5 and v2.0 are none.
func URLOf(s string) (URL, int) {
	i := schemeOf(s)
	if i == 0 {
		n := bareHost(s)
		if n == 0 {
			return URL{}, 0
		}
		n = urlEnd(s, n)
		return URL{Text: "http://" + s[:n], Bare: true}, n
	}
	gap := blanks(s[i:])
	if gap > 2 {
		return URL{}, 0
	}
	host := i + gap
	n := hostOf(s[host:])
	if n == 0 {
		return URL{}, 0
	}
	end := urlEnd(s, host+n)
	if gap == 0 && strings.HasPrefix(s[i-3:], "://") {
		return URL{Text: s[:end]}, end
	}
	scheme := strings.TrimRight(s[:i], ":：/\\")
	return URL{Text: scheme + "://" + s[host:end]}, end
}

// URLs yields the web addresses of s in order, until yield returns false.
func URLs(s string, yield func(lo, hi int, u URL) bool) {
	done := 0
	dot, colon := -1, -1
	for from := 0; from < len(s); {
		// Every host has a point, but http://localhost:8080 has not.
		dot, colon = nextIndex(s, ".", dot, from), nextIndex(s, "://", colon, from)
		at := min(dot, colon)
		if at == len(s) {
			return
		}
		lo := urlStart(s, done, at)
		from = at + 1
		if lo < 0 {
			continue
		}
		u, n := URLOf(s[lo:])
		if n == 0 || lo+n <= at {
			continue
		}
		if !yield(lo, lo+n, u) {
			return
		}
		done, from = lo+n, lo+n
	}
}

// urlStart gives where the address about the point or :// at begins, or -1.
func urlStart(s string, done, at int) int {
	if s[at] == ':' {
		lo := at
		for lo > done && letter(s[lo-1]) {
			lo--
		}
		return schemeStart(s, lo, at)
	}
	lo := at
	for lo > done && (figure(s[lo-1]) || letter(s[lo-1]) || s[lo-1] == '-' || s[lo-1] == '.') {
		lo--
	}
	if lo == at {
		return -1
	}
	before := s[done:lo]
	before = before[:len(before)-trailingBlanks(before)]
	for _, w := range [...]string{"：//", ":\\\\", "://"} {
		if strings.HasSuffix(before, w) {
			end := done + len(before) - len(w)
			start := end
			for start > done && letter(s[start-1]) {
				start--
			}
			return schemeStart(s, start, end)
		}
	}
	if len(before) < lo-done && mailHead(before) && !strings.HasPrefix(s[lo:], "www.") {
		return -1
	}
	if lo > done {
		if c := s[lo-1]; c == '@' || c == '/' || c == '_' || c == '\\' || strings.HasSuffix(s[:lo], "＠") {
			return -1
		}
	}
	return lo
}

// mailHead reports whether s ends in the box of an e-mail address and its sign (qx2020 @):
// what stands behind the blank is the address's domain. @ behind a Chinese word calls on someone.
func mailHead(s string) bool {
	box := strings.TrimSuffix(strings.TrimSuffix(s, "@"), "＠")
	if box == s {
		return false
	}
	box = box[:len(box)-trailingBlanks(box)]
	return box != "" && (figure(box[len(box)-1]) || letter(box[len(box)-1]))
}

// schemeStart gives where the scheme that ends at end begins, or -1; letters may run up to it (网站Ahttp://).
func schemeStart(s string, lo, end int) int {
	word := strings.ToLower(s[lo:end])
	for _, w := range [...]string{"https", "http", "ftp"} {
		if strings.HasSuffix(word, w) && len(word) == len(w) {
			return lo
		}
	}
	return -1
}

// schemeOf gives the length of http:// and its kin, full-width colon and backslashes included.
func schemeOf(s string) int {
	n := 0
	for n < len(s) && n < 6 && letter(s[n]) {
		n++
	}
	switch strings.ToLower(s[:n]) {
	case "http", "https", "ftp":
	default:
		return 0
	}
	for _, w := range [...]string{"://", "：//", ":\\\\"} {
		if strings.HasPrefix(s[n:], w) {
			return n + len(w)
		}
	}
	return 0
}

// hostOf reads the host after a scheme: a domain, figures with points, or localhost.
func hostOf(s string) int {
	n := 0
	points := 0
	for n < len(s) && (figure(s[n]) || letter(s[n]) || s[n] == '-' || s[n] == '.' || s[n] == '_') {
		if s[n] == '.' {
			if n == 0 || s[n-1] == '.' {
				break
			}
			points++
		}
		n++
	}
	for n > 0 && s[n-1] == '.' {
		n--
		points--
	}
	if points <= 0 && s[:n] != "localhost" {
		return 0
	}
	return n
}

// bareHost reads a host that must show itself to be one: www., or a known ending.
func bareHost(s string) int {
	n := hostOf(s)
	if n == 0 || n < len(s) && s[n] == '@' || strings.HasPrefix(s[n:], "＠") {
		return 0
	}
	host := s[:n]
	last := strings.LastIndexByte(host, '.')
	if last <= 0 || !letter(host[n-1]) || host[0] == '-' {
		return 0
	}
	www := strings.HasPrefix(host, "www.") || strings.HasPrefix(host, "WWW.")
	if www && strings.IndexByte(host[4:], '.') > 0 {
		return n
	}
	if !knownDomain(host[last+1:]) {
		return 0
	}
	label := host[strings.LastIndexByte(host[:last], '.')+1 : last]
	if len(label) < 2 || strings.IndexByte(host, '_') >= 0 {
		return 0
	}
	return n
}

// knownDomain tells whether s is an ending that a bare host may have.
func knownDomain(s string) bool {
	switch s {
	case "cn", "com", "net", "org", "gov", "edu", "info", "tw", "hk", "mo", "mobi", "biz", "cc", "top", "vip", "xin", "ltd", "ai", "io", "ly",
		"COM", "CN", "NET", "ORG", "TW":
		return true
	}
	return false
}

// urlEnd gives the end of the address whose host ends at i: before the sentence's punctuation.
func urlEnd(s string, i int) int {
	if i == len(s) || s[i] >= utf8.RuneSelf || strings.IndexByte(":/?#", s[i]) < 0 {
		return i
	}
	if s[i] == ':' && (i+1 == len(s) || !figure(s[i+1])) {
		return i
	}
	open := 0
	for i < len(s) {
		c := s[i]
		if c <= ' ' || c >= 0x7F || strings.IndexByte("<>\"'`{}|\\^", c) >= 0 {
			break
		}
		if c == '(' || c == '[' {
			open++
		}
		if c == ')' || c == ']' {
			if open == 0 {
				break
			}
			open--
		}
		i++
	}
	for i > 0 && strings.IndexByte(".,;:!?*([", s[i-1]) >= 0 {
		i--
	}
	return i
}
