package read

import (
	"strings"
	"unicode"
)

// special tells the bytes at which a mark within a line may stand; the colon
// is there to leave addresses alone.
var special = [256]bool{'\\': true, '`': true, '*': true, '_': true, '<': true, '!': true, '[': true, '&': true, ':': true}

// The lengths in bytes beyond which a mark is not looked for: words in bold
// type are shorter.
const (
	longestEmphasis = 4096
	longestLabel    = 512
	longestAddress  = 2048
)

// inline notes the marks within the words lo to hi of one line.
func (m *marks) inline(lo, hi int) {
	for at := lo; at < hi; {
		c := m.s[at]
		if c >= 0xE0 { // a Chinese character
			at += 3
			continue
		}
		if !special[c] {
			at++
			continue
		}
		n := 0
		switch c {
		case '\\':
			n = m.escape(at, hi)
		case '`':
			n = m.code(at, hi)
		case '*', '_':
			n = m.emphasis(lo, at, hi)
		case '<':
			n = m.angle(at, hi)
		case '!':
			n = m.image(at, hi)
		case '[':
			n = m.link(at, hi)
		case '&':
			text, k := entity(m.s[at:hi])
			if n = k; n > 0 {
				m.rewrites = append(m.rewrites, Rewrite{Range{at, at + n}, text})
			}
		case ':':
			n = addressLen(m.s[at:hi])
		}
		at += max(n, 1)
	}
}

// addressLen returns how much of an address stands behind the scheme at the
// head of s; its _ and * are no marks.
func addressLen(s string) int {
	if !strings.HasPrefix(s, "://") {
		return 0
	}
	n := 3
	for n < len(s) && s[n] > ' ' && s[n] < 0x7F && strings.IndexByte("<>\"|])*`\\&", s[n]) < 0 {
		n++
	}
	return n
}

// escape notes a backslash before a sign and returns the length of both.
// C:\_data, data\*.doc and \\host are paths.
func (m *marks) escape(at, hi int) int {
	if at+1 == hi {
		if hi < len(m.s) && m.s[hi] == '\n' && at > 0 && m.s[at-1] != ':' { // a hard line break
			m.mark(at, hi)
		}
		return 1
	}
	next := m.s[at+1]
	var prev byte
	if at > 0 {
		prev = m.s[at-1]
	}
	if next == '\\' || prev == ':' || next == '*' && prev|0x20 >= 'a' && prev|0x20 <= 'z' || !isSign(next) {
		return 2
	}
	m.mark(at, at+1)
	if strings.IndexByte("*#~>`|", next) >= 0 || (next == '.' || next == ')') && prev >= '0' && prev <= '9' {
		m.sure = true
	}
	return 2
}

// isSign reports whether c is an ASCII sign.
func isSign(c byte) bool {
	return c >= '!' && c <= '/' || c >= ':' && c <= '@' || c >= '[' && c <= '`' || c >= '{' && c <= '~'
}

// code notes the backquotes around code, whose words are no marks.
func (m *marks) code(at, hi int) int {
	n := runLen(m.s[at:hi], '`')
	to := strings.Index(m.s[at+n:min(hi, at+n+longestLabel)], m.s[at:at+n])
	if to <= 0 || n > 3 {
		return n
	}
	end := at + n + to + n
	m.mark(at, at+n)
	m.mark(end-n, end)
	return end - at
}

// image notes an image, all of which is a mark.
func (m *marks) image(at, hi int) int {
	if at+1 == hi || m.s[at+1] != '[' {
		return 1
	}
	_, _, end := linkAt(m.s[at+1 : hi])
	if end == 0 {
		return 1
	}
	m.mark(at, at+1+end)
	m.sure = true
	return 1 + end
}

// link notes the marks of a link around its label.
func (m *marks) link(at, hi int) int {
	label, url, end := linkAt(m.s[at:hi])
	if end == 0 {
		return 1
	}
	m.mark(at, at+1)
	if label > 1 {
		m.links = append(m.links, Link{Range{at + 1, at + label}, url})
		m.inline(at+1, at+label)
	}
	m.mark(at+label, at+end)
	m.sure = true
	return end
}

// linkAt returns where the label of the link at the head of s ends, its
// address, and its length; end == 0 is none. What stands in the parentheses
// must be an address: 〔2023〕 may be printed as [2023](试行).
func linkAt(s string) (label int, url string, end int) {
	label = strings.IndexByte(s[:min(len(s), longestLabel)], ']')
	if label < 0 || label+1 >= len(s) || s[label+1] != '(' {
		return 0, "", 0
	}
	depth := 0
	for i := label + 1; i < min(len(s), label+longestAddress); i++ {
		switch s[i] {
		case '(':
			depth++
		case ')':
			depth--
		}
		if depth > 4 {
			return 0, "", 0
		}
		if depth > 0 {
			continue
		}
		url = strings.Trim(s[label+2:i], " \t")
		if k := strings.IndexAny(url, " \t"); k >= 0 && strings.IndexByte("\"'(", strings.TrimLeft(url[k:], " \t")[0]) >= 0 {
			url = url[:k] // what follows is its title
		}
		url = strings.Trim(url, "<>")
		if !isAddress(url) {
			return 0, "", 0
		}
		return label, url, i + 1
	}
	return 0, "", 0
}

// isAddress reports whether s can stand behind a link: an address, a place in
// the page or a file.
func isAddress(s string) bool {
	if s == "" || strings.ContainsAny(s, " \t，。；：、") {
		return false
	}
	for _, head := range [...]string{"mailto:", "tel:", "www.", "/", "./", "../", "#", "javascript:", "data:"} {
		if strings.HasPrefix(s, head) {
			return true
		}
	}
	if strings.Contains(s, "://") {
		return true
	}
	dot := strings.LastIndexByte(s, '.')
	if dot <= 0 || len(s)-dot < 3 || len(s)-dot > 6 {
		return false
	}
	for _, c := range []byte(s[dot+1:]) {
		if !isAlnum(c) {
			return false
		}
	}
	return s[dot+1] > '9' || strings.Contains(s, "/")
}

// isAlnum reports whether c is an ASCII letter or digit.
func isAlnum(c byte) bool { return c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z' }

// isWord reports whether r is a letter, a character or a digit.
func isWord(r rune) bool {
	if r < 0x80 {
		return isAlnum(byte(r))
	}
	return r >= 0x3400 && r <= 0x9FFF || unicode.IsLetter(r) || unicode.IsDigit(r)
}

// emphasis notes the marks of a pair of * ** *** _ or __ on one line and those
// between them. lo is where the words begin.
func (m *marks) emphasis(lo, at, hi int) int {
	c := m.s[at]
	n := runLen(m.s[at:hi], c)
	if n > 3 || at+n == hi {
		return n
	}
	prev, next := runeBefore(m.s, 0, at), runeAt(m.s, at+n)
	if !opens(c, n, prev, next) {
		return n
	}
	end := m.closer(c, n, at+n, hi)
	if end < 0 {
		return n
	}
	words := m.s[at+n : end]
	if withheld(c, prev, next, words, runeAt(m.s, end+n)) {
		return end + n - at
	}
	m.mark(at, at+n)
	if n >= 2 {
		m.styles = append(m.styles, Style{Range: Range{at + n, end}, Kind: Bold})
		m.sure = m.sure || c == '*' && (!isWord(prev) || len(words) >= 12)
	}
	m.inline(at+n, end)
	m.mark(end, end+n)
	return end + n - at
}

// opens reports whether n times c between prev and next can open emphasis.
// In 1280*720, 138**1234, a_b and 张**， it cannot.
func opens(c byte, n int, prev, next rune) bool {
	switch {
	case unicode.IsSpace(next) || strings.ContainsRune("，。、；：？！）》〉」』】〕”’,.;:?!)]}", next):
		return false
	case c == '_' || n == 1:
		return !isWord(prev)
	}
	return !(prev < 0x80 && next < 0x80 && isWord(prev) && isWord(next))
}

// closer returns where the n times c stand that close what was opened before
// the byte at; -1 if nothing before hi does. Converters write **一、****目标**:
// four close one pair and open the next.
func (m *marks) closer(c byte, n, at, hi int) int {
	kind := n - 1
	if c == '_' {
		kind += 3
	}
	to := min(hi, at+longestEmphasis)
	for i := max(at, m.closed[kind]); i < to; {
		k := strings.IndexByte(m.s[i:to], c)
		if k < 0 {
			break
		}
		i += k
		run := runLen(m.s[i:hi], c)
		if run == n || n == 2 && run == 4 {
			if closes(c, n, runeBefore(m.s, at, i), runeAt(m.s, i+run)) && i > at {
				return i
			}
		}
		i += run
	}
	m.closed[kind] = max(m.closed[kind], to)
	return -1
}

// closes reports whether n times c between prev and next can close emphasis.
func closes(c byte, n int, prev, next rune) bool {
	switch {
	case unicode.IsSpace(prev) || prev == '\\':
		return false
	case c == '_' || n == 1:
		return !isWord(next) && next != '@' && next != '/' && next != '=' && next != '%'
	}
	return !(prev < 0x80 && next < 0x80 && isWord(prev) && isWord(next))
}

// surnames are common surnames; 张** stands for a name withheld.
const surnames = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林郑谢罗梁宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤張劉陳楊黃趙吳孫馬鄭謝羅韓馮鄧蔣葉蘇呂盧鍾譚陸範賈韋鄒龍陶賀顧龔萬錢嚴湯"

// withheld reports whether the signs around words stand for something that is
// not printed, a name or a date: 张**和李**, **年**月, **公司与**公司. No
// words in bold type end in a preposition or are one unit alone.
func withheld(c byte, prev, next rune, words string, after rune) bool {
	last := runeBefore(words, 0, len(words))
	switch {
	case c == '_':
		return strings.ContainsRune("：，、；:,;", last) || len(words) <= 3 && strings.ContainsRune("年月日时分元人", last)
	case len(words) <= 3 && strings.ContainsRune("年月日时分号省市县区局元人等", last):
		return true
	case next == after && next > 0x80:
		return true
	case strings.ContainsRune("于与和及或对向将把被从由", last) && isWord(after):
		return true
	}
	return strings.ContainsRune(surnames, prev) && strings.ContainsRune(surnames, last)
}
