package read

import "strings"

// angle notes what < opens within a line: an address, a comment or a tag.
func (m *marks) angle(at, hi int) int {
	s := m.s[at:hi]
	if strings.HasPrefix(s, "<!--") {
		return m.comment(at, hi)
	}
	if len(s) > 2 && (isAlnum(s[1]) || s[1] == '/') {
		if n, url := autolink(s); n > 0 {
			m.mark(at, at+1)
			m.links = append(m.links, Link{Range{at + 1, at + n - 1}, url})
			m.mark(at+n-1, at+n)
			m.sure = true
			return n
		}
		return m.tag(at, hi)
	}
	return 1
}

// comment notes a comment, which may run over several lines.
func (m *marks) comment(at, hi int) int {
	if m.noComment {
		return 1
	}
	i := strings.Index(m.s[at:], "-->")
	if i < 0 {
		m.noComment = true
		return 1
	}
	end := at + i + len("-->")
	if end > hi {
		if m.inCell || strings.Trim(m.s[hi:lineEnd(m.s, hi)], " \t") != "" {
			return 1 // it would leave the cell or the emphasis that it stands in
		}
		m.resume = end
	}
	m.mark(at, end)
	m.sure = true
	return end - at
}

// autolink returns the length of the address in angle brackets at the head of
// s, and the address; n == 0 is none. <通知> and <a b> are none.
func autolink(s string) (n int, url string) {
	end := strings.IndexByte(s[:min(len(s), longestAddress)], '>')
	if end < 0 {
		return 0, ""
	}
	url = s[1:end]
	if strings.ContainsAny(url, " \t<\"") {
		return 0, ""
	}
	for _, scheme := range [...]string{"http://", "https://", "ftp://", "mailto:", "www."} {
		if len(url) > len(scheme) && strings.EqualFold(url[:len(scheme)], scheme) {
			return end + 1, url
		}
	}
	if isMail(url) {
		return end + 1, "mailto:" + url
	}
	return 0, ""
}

// isMail reports whether s looks like a mail address.
func isMail(s string) bool {
	at := strings.IndexByte(s, '@')
	if at <= 0 || strings.IndexByte(s[at:], '.') < 2 {
		return false
	}
	for i := range len(s) {
		if !isAlnum(s[i]) && strings.IndexByte("._+-@", s[i]) < 0 {
			return false
		}
	}
	return true
}

// tags are the HTML tags that converters leave in Markdown, and what they
// stand for between words.
var tags = [...]struct{ name, text string }{
	{"br", "\n"}, {"p", "\n"}, {"div", "\n"}, {"li", "\n"}, {"tr", "\n"}, {"td", "\t"}, {"th", "\t"},
	{"span", ""}, {"font", ""}, {"strong", ""}, {"em", ""}, {"b", ""}, {"i", ""}, {"u", ""}, {"sup", ""}, {"sub", ""},
	{"center", ""}, {"table", ""}, {"tbody", ""}, {"thead", ""}, {"ul", ""}, {"ol", ""}, {"img", ""}, {"a", ""}, {"hr", ""},
}

// tag notes an HTML tag. The end of a paragraph or a row is a line end, that
// of a cell a tab; the others are marks.
func (m *marks) tag(at, hi int) int {
	s := m.s[at:min(hi, at+longestAddress)]
	end := strings.IndexByte(s, '>')
	if end < 0 {
		return 1
	}
	inner := strings.TrimPrefix(s[1:end], "/")
	name := inner
	if i := strings.IndexAny(inner, " \t/"); i >= 0 {
		name = inner[:i]
	}
	for _, t := range tags {
		if !strings.EqualFold(name, t.name) {
			continue
		}
		if t.text != "" && (s[1] == '/' || t.name == "br") {
			m.rewrites = append(m.rewrites, Rewrite{Range{at, at + end + 1}, t.text})
		} else {
			m.mark(at, at+end+1)
		}
		m.sure = m.sure || len(name) > 1
		return end + 1
	}
	return 1
}
