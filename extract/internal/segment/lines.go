package segment

import (
	"strings"

	"gongwen/extract/internal/origin"
	"gongwen/extract/internal/read"
	"gongwen/extract/internal/scan"
)

// A notice kept on one line has no more than fewLines lines, one of which has
// longLine bytes (about 250 characters) or more. Well-set notices have more
// lines: header, title, addressees, paragraphs, signature, date. A page's table of facts
// may stand above: then that one line has four fifths of the text.
const (
	fewLines = 4
	longLine = 750
)

// lines cuts the text at its line breaks. A document that a database field or
// a web copy has left on one line is cut at the places where its lines were.
func lines(t origin.Text, src *read.Source) []Line {
	s := t.String()
	ls := make([]Line, 0, filled(s))
	longest := 0
	for lo := 0; lo < len(s); {
		hi := lo + lineLen(s[lo:])
		ls = addLine(ls, t, lo, hi)
		longest = max(longest, hi-lo)
		lo = hi
	}
	if longest >= longLine && (len(ls) <= fewLines || len(ls) <= 3*fewLines && 5*longest >= 4*len(s)) {
		ls = cut(t, ls, oneLine)
	} else if longest >= longLine/2 {
		ls = cut(t, ls, separated)
		ls = cutRows(t, ls)
	}
	if len(src.Styles) > 0 || len(src.Tables) > 0 {
		dress(ls, src)
	}
	return ls
}

// filled returns an upper bound for the number of lines of s with words on them.
func filled(s string) int {
	n := 1
	for i := 0; i < len(s); {
		k := strings.IndexByte(s[i:], '\n')
		if k < 0 {
			break
		}
		if k > 0 {
			n++
		}
		i += k + 1
	}
	return n
}

// lineLen returns the length of the line at the head of s, its break included.
func lineLen(s string) int {
	i := strings.IndexByte(s, '\n')
	if f := strings.IndexByte(s[:max(i, 0)], '\f'); f >= 0 {
		return f + 1
	}
	if i < 0 {
		return len(s)
	}
	return i + 1
}

// addLine appends the line lo to hi; a blank line is added to the line before it.
func addLine(ls []Line, t origin.Text, lo, hi int) []Line {
	text := unbarred(t.Slice(lo, hi).Trim())
	n := len(ls)
	switch {
	case text.Len() > 0 && n == 1 && ls[0].Text.Len() == 0:
		ls[0] = Line{Lo: ls[0].Lo, Hi: hi, Text: text} // blanks before the first words
	case text.Len() > 0:
		gap := n > 0 && blankEnd(t.String()[ls[n-1].Lo:ls[n-1].Hi])
		ls = append(ls, Line{Lo: lo, Hi: hi, Text: text, Gap: gap})
	case n > 0:
		ls[n-1].Hi = hi
	default:
		ls = append(ls, Line{Lo: lo, Hi: hi, Text: text})
	}
	return ls
}

// unbarred returns the words of a line without the bars at its end that are left of a
// page's layout table (…的决定 | |). A row of a table has bars between its words.
func unbarred(t origin.Text) origin.Text {
	s := t.String()
	if !strings.HasSuffix(s, "|") {
		return t
	}
	words := strings.TrimRight(s, "| 　")
	if words == "" || strings.Contains(words, "|") {
		return t
	}
	return t.Slice(0, len(words))
}

// blankEnd reports whether s ends in more than one line break.
func blankEnd(s string) bool {
	i := strings.IndexByte(s, '\n')
	return i >= 0 && i < len(s)-1
}

// marked reports whether s begins with a serial mark.
func marked(s string) bool {
	_, n := scan.HeadMark(s)
	return n > 0
}

// blanks returns the length of the blanks at the head of s.
func blanks(s string) int {
	n := 0
	for n < len(s) {
		switch {
		case s[n] == ' ' || s[n] == '\t' || s[n] == '\n':
			n++
		case strings.HasPrefix(s[n:], "　"):
			n += 3
		case strings.HasPrefix(s[n:], "\u00a0"):
			n += 2
		default:
			return n
		}
	}
	return n
}

// dress gives each line what the format says of its looks.
func dress(ls []Line, src *read.Source) {
	i := 0
	for k := range ls {
		l := &ls[k]
		lo, hi := l.Text.Range(0, l.Text.Len())
		for i > 0 && src.Styles[i-1].Hi > lo {
			i--
		}
		for ; i < len(src.Styles) && src.Styles[i].Lo < hi; i++ {
			if st := src.Styles[i]; st.Hi > lo {
				l.wear(st, lo, hi)
			}
		}
		for _, tb := range src.Tables {
			l.Table = l.Table || tb.Lo <= lo && hi <= tb.Hi
		}
	}
}

// wear notes the style st of the line whose words are the source's bytes lo to hi.
func (l *Line) wear(st read.Style, lo, hi int) {
	switch st.Kind {
	case read.Heading:
		l.Level = st.Level
	case read.Bold:
		l.Bold = l.Bold || st.Lo <= lo+6 // marks may stand before it
	case read.RunningHead:
		if st.Lo <= lo && hi <= st.Hi {
			l.Kind = Furniture
		}
	}
}

// mark reads the serial mark at the head of the line.
func (l *Line) mark() {
	s := l.Text.String()
	m, n := scan.HeadMark(s)
	if m.Kind == scan.Bullet || m.Kind == scan.HanIs { // 一是 counts the sentences of a paragraph
		m, n = scan.Mark{}, 0
	}
	n += blanks(s[n:])
	l.Mark, l.Words, l.Head = m, n, n
	blank := false
	l.Signs, l.points, blank = signsOf(s)
	l.flat = s
	if blank {
		l.flat = Squeezed(s)
	}
}
