package read

import (
	"strings"
	"unicode/utf8"
)

// Markdown is text with the marks of Markdown, as converters leave it, often
// under the name .txt. The text stays as it is, marks included, for evidence
// counts them; Markup says which bytes are marks and no words.
//
// Official texts hold much that looks like a mark: - and * before items, 1.
// before sections, __ to be filled in, 张** for a name withheld. So the text
// is Markdown only if it has a mark that nothing else explains: a heading, a
// closed pair of **, a link, an image, a table with its rule, a fence, a
// comment or an escape. One such mark gives meaning to the weaker ones too.
var Markdown = &Format{
	Name: markdownName,
	Exts: []string{".md", ".markdown"},
	Read: readText,
}

// markdownName is the name of the format.
const markdownName = "markdown"

// markdown finds the marks of Markdown in src's text. If there are none it
// leaves src plain text, with the tables and entities that plain text may hold.
func markdown(src *Source) {
	m := marks{s: src.Plain.String()}
	m.blocks()
	src.Tables = m.tables
	if !m.sure {
		src.Rewrites = entities(m.s)
		return
	}
	src.Format = markdownName
	src.Markup, src.Rewrites, src.Styles, src.Links = m.markup, m.rewrites, m.styles, m.links
}

// marks collects the marks of a text from front to back.
type marks struct {
	s        string
	sure     bool // a mark was seen that only Markdown has
	markup   []Range
	rewrites []Rewrite
	styles   []Style
	links    []Link
	tables   []Table

	inCell    bool   // within a cell of a table
	resume    int    // where a mark that runs over several lines ends
	tried     int    // up to here no table of plain text begins
	closed    [6]int // up to here nothing closes * ** *** _ __ ___
	noFence   bool   // no fence closes from here on
	noComment bool   // no comment closes from here on
}

// mark notes the bytes lo to hi as a mark.
func (m *marks) mark(lo, hi int) {
	if n := len(m.markup); n > 0 && m.markup[n-1].Hi == lo {
		m.markup[n-1].Hi = hi
	} else if lo < hi {
		m.markup = append(m.markup, Range{lo, hi})
	}
}

// blocks goes through the lines.
func (m *marks) blocks() {
	for at := 0; at < len(m.s); {
		end := lineEnd(m.s, at)
		next := min(end+1, len(m.s))
		if to := m.fence(at, end); to > 0 {
			at = to
			continue
		}
		if strings.IndexByte(m.s[at:end], '|') >= 0 || strings.IndexByte(m.s[at:end], '\t') >= 0 {
			if to := m.ruledTable(at, end); to > 0 {
				at = to
				continue
			}
			m.plainTable(at)
		}
		m.line(at, end)
		at = max(next, m.resume)
	}
}

// lineEnd returns where the line that holds the byte at ends.
func lineEnd(s string, at int) int {
	if i := strings.IndexByte(s[at:], '\n'); i >= 0 {
		return at + i
	}
	return len(s)
}

// fence notes a code block (```) that begins on the line lo to end, whose
// words are no Markdown, and returns where the line behind it begins; 0 if
// there is none. A fence that nothing closes is none.
func (m *marks) fence(lo, end int) int {
	open := lo
	for open < end && m.s[open] == ' ' {
		open++
	}
	if m.noFence || !strings.HasPrefix(m.s[open:end], "```") || strings.IndexByte(m.s[open+3:end], '`') >= 0 {
		return 0
	}
	for at := min(end+1, len(m.s)); at < len(m.s); {
		to := lineEnd(m.s, at)
		if strings.Trim(m.s[at:to], " \t") == "```" {
			m.mark(open, end)
			m.mark(at, to)
			m.sure = true
			return min(to+1, len(m.s))
		}
		at = to + 1
	}
	m.noFence = true
	return 0
}

// line notes the marks of the line lo to end.
func (m *marks) line(lo, end int) {
	for end > lo && isBlank(m.s[end-1]) {
		end--
	}
	at := m.skipBlanks(lo, end)
	for at+1 < end && m.s[at] == '>' && m.s[at+1] != '>' { // a quotation; >> leads along a web page's path
		to := m.skipBlanks(at+1, end)
		m.mark(at, to)
		at = to
	}
	if isRule(m.s[at:end]) {
		m.mark(at, end)
		return
	}
	if to := m.heading(at, end); to > 0 {
		return
	}
	if to := m.bullet(at, end); to > 0 {
		at = to
	}
	m.inline(at, end)
}

// isBlank reports whether c is a blank within a line.
func isBlank(c byte) bool { return c == ' ' || c == '\t' }

// skipBlanks returns where the words from lo to hi begin.
func (m *marks) skipBlanks(lo, hi int) int {
	for lo < hi && isBlank(m.s[lo]) {
		lo++
	}
	return lo
}

// isRule reports whether line is a rule across the page: ---, ***, * * *. A
// line of ___ is a blank to be filled in.
func isRule(line string) bool {
	if len(line) < 3 || line[0] != '-' && line[0] != '*' {
		return false
	}
	n := 0
	for i := range len(line) {
		switch {
		case line[i] == line[0]:
			n++
		case !isBlank(line[i]):
			return false
		}
	}
	return n >= 3
}

// heading notes the marks of a heading (# to ######), its words included, and
// returns its end; 0 if there is none. "#1" and "#号键" are none.
func (m *marks) heading(lo, end int) int {
	level := runLen(m.s[lo:end], '#')
	words := m.skipBlanks(lo+level, end)
	if level == 0 || level > 6 || words == lo+level || words == end {
		return 0
	}
	if strings.HasPrefix(m.s[words:], "号") || strings.HasPrefix(m.s[words:], "键") { // of a telephone
		return 0
	}
	m.mark(lo, words)
	tail := end // a heading may be closed: ## 标题 ##
	for tail > words && m.s[tail-1] == '#' {
		tail--
	}
	if tail == end || tail == words || !isBlank(m.s[tail-1]) {
		tail = end
	}
	for tail > words && isBlank(m.s[tail-1]) {
		tail--
	}
	m.styles = append(m.styles, Style{Range{words, tail}, Heading, level})
	m.sure = true
	m.inline(words, tail)
	m.mark(tail, end)
	return end
}

// bullet notes the mark of a list item (- * +) and returns where its words
// begin; 0 if there is none. "- 3 -" is a page number.
func (m *marks) bullet(lo, end int) int {
	if lo == end || m.s[lo] != '-' && m.s[lo] != '*' && m.s[lo] != '+' {
		return 0
	}
	words := m.skipBlanks(lo+1, end)
	if words == lo+1 || words == end || m.s[lo] == '-' && m.s[end-1] == '-' {
		return 0
	}
	m.mark(lo, words)
	m.styles = append(m.styles, Style{Range: Range{words, end}, Kind: ListItem})
	return words
}

// runLen returns how often c stands at the head of s.
func runLen(s string, c byte) int {
	n := 0
	for n < len(s) && s[n] == c {
		n++
	}
	return n
}

// runeBefore returns the character that ends before at in s[lo:], or a line
// feed where there is none.
func runeBefore(s string, lo, at int) rune {
	if at <= lo {
		return '\n'
	}
	r, _ := utf8.DecodeLastRuneInString(s[lo:at])
	return r
}

// runeAt returns the character at the byte at of s, or a line feed where there is none.
func runeAt(s string, at int) rune {
	if at >= len(s) {
		return '\n'
	}
	r, _ := utf8.DecodeRuneInString(s[at:])
	return r
}
