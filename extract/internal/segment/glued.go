package segment

import (
	"strings"
	"unicode/utf8"

	"gongwen/extract/internal/origin"
	"gongwen/extract/internal/scan"
)

// glued cuts the lines that a copy has run together where the notice sets two
// lines: the addressees and the first paragraph (各单位：为…), the number and the
// addressees, a heading and the first of the row below it (二、晚会 （一）理念：).
//
// A well-set notice has neither: its addressees end their line, and a heading
// holds no mark of another row that goes on below.
func glued(t origin.Text, ls []Line) []Line {
	var out []Line // nil while no line is cut
	header := true
	for i := range ls {
		s := ls[i].Text.String()
		at := 0
		if header && i < headerLines {
			at = max(addresseesEnd(s), numberAhead(s), secondLabel(s))
		}
		header = header && !scan.Has(s, "。")
		whole := len(ls[i].Breaks) == 0 // else its words do not stand in t as they are
		for at = max(at, headingEnd(ls, i)); whole && at > 0; at = max(headingEnd(ls, i), secondLabel(ls[i].Text.String())) {
			if out == nil {
				out = append(make([]Line, 0, len(ls)+8), ls[:i]...)
			}
			out = append(out, ls[i].behead(t, at))
		}
		if out != nil {
			out = append(out, ls[i])
		}
	}
	if out == nil {
		return ls
	}
	return out
}

// numberAhead returns the length of the document number at the head of s that the
// whole title follows (云政发〔2023〕7号关于…的通知); 0 if none does.
func numberAhead(s string) int {
	if len(s) > longestGreeting || !titled(Squeezed(strings.TrimSuffix(s, "》"))) {
		return 0
	}
	d, n := scan.DocumentNumberOf(s)
	if n == 0 || d.Kind != scan.Ordinary || d.Number == 0 {
		return 0
	}
	rest := strings.TrimLeft(s[n:], " ")
	if i := scan.Index(rest, "关于"); i < 0 || i > 0 && !strings.HasPrefix(rest, "《") && !body(Squeezed(rest[:i])) {
		return 0
	}
	return n
}

// secondLabel returns where in s, a line of a page's table of facts, the next fact
// begins (发布机构：… 文号：…); 0 if it has one alone.
func secondLabel(s string) int {
	if len(s) > longestGreeting || strings.Count(s, "：") < 2 {
		return 0
	}
	k, n := Label(s)
	if n == 0 || k == Paragraph {
		return 0
	}
	for at := n + nextBlank(s[n:], 0); at < len(s); at += nextBlank(s[at:], 0) {
		at += blanks(s[at:])
		if k, n := Label(s[at:]); n > 0 && k != Paragraph && scan.Has(s[at:at+n], "：") {
			return at
		}
	}
	return 0
}

// behead returns the line of the first at bytes of l's words, a line of t, and leaves
// l the rest.
func (l *Line) behead(t origin.Text, at int) Line {
	at += l.Lo + strings.Index(t.String()[l.Lo:l.Hi], l.Text.String())
	head := *l
	head.Hi, head.Text = at, t.Slice(l.Lo, at).Trim()
	l.Lo, l.Text, l.Gap = at, t.Slice(at, l.Hi).Trim(), false
	return head
}

// longestGreeting is the most bytes that addressees glued to a paragraph take up.
const longestGreeting = 600

// addresseesEnd returns where the addressees at the head of s end, or the number
// that stands before them; 0 where they have a line of their own. What follows
// them is prose: 各单位：3人 is a quota.
func addresseesEnd(s string) int {
	i := scan.Index(s[:min(len(s), longestGreeting)], "：")
	if i < 0 {
		return 0
	}
	if lo, hi, ok := OwnNumber(s[:i]); ok {
		hi += blanks(s[hi:])
		if lo == 0 && strings.HasPrefix(s[hi:], "各") && i+len("：") == len(s) && addressed(s[hi:]) {
			return hi // 云教发〔2024〕3号 各学校：
		}
		return 0
	}
	names, rest := s[:i+len("：")], s[i+len("："):]
	if !strings.HasPrefix(names, "各") && !scan.Has(names, "，各") || !addressed(names) {
		return 0
	}
	if count(rest) < 20 || !scan.Has(rest, "。") && !strings.HasSuffix(rest, "：") {
		return 0
	}
	if r, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, " 　")); !han(r) && r != '“' && r != '《' && (r < '1' || r > '9' || !yearly(rest)) {
		return 0
	}
	return len(names)
}

// yearly reports whether s begins with a year, as first paragraphs do (2024年是…).
func yearly(s string) bool {
	d, n := scan.DateOf(strings.TrimLeft(s, " 　"))
	return n > 0 && d.Start.Year != 0
}

// A heading glued to the row below it has no more than gluedWidth characters.
const gluedWidth = 16

// headingEnd returns where the heading of line i ends, if the first item of a row
// of a lower rank stands behind it on the line and the row goes on below; 0 if none does.
func headingEnd(ls []Line, i int) int {
	s := ls[i].Text.String()
	m, n := scan.HeadMark(s)
	if n == 0 || m.Kind == scan.Bullet || m.Kind == scan.HanIs || m.Kind >= scan.Decimal {
		return 0
	}
	if near := s[:min(len(s), n+4*gluedWidth)]; firsts.Next(near, n) == len(near) {
		return 0
	}
	words := 0
	for at := n; at < len(s) && words <= gluedWidth; words++ {
		r, size := utf8.DecodeRuneInString(s[at:])
		if words >= 2 && begins(s, at, m) && goneOn(ls, i, s[at:], m) {
			return at
		}
		if strings.ContainsRune("，。；、“《（", r) && (r != '（' || !scan.Has(s[at:], "）")) {
			return 0
		}
		at += size
	}
	return 0
}

// firsts are the characters that can begin the first mark of a row below a heading.
var firsts = scan.CharsOf("1（(①⑴⒈㈠一")

// begins reports whether the first item of a row below m stands at s[at:], parted
// from the words before it by a colon or a blank.
func begins(s string, at int, m scan.Mark) bool {
	before := strings.TrimRight(s[:at], " 　")
	if !strings.HasSuffix(before, "：") && len(before) == at && !strings.HasPrefix(s[at:], "（") {
		return false
	}
	first, n := scan.HeadMark(s[at:])
	if n == 0 || first.Number != 1 || rank(first) <= rank(m) || rank(first) > rank(scan.Mark{Kind: scan.Circled}) {
		return false
	}
	if r, _ := utf8.DecodeRuneInString(s[at+n:]); !han(r) && r != '“' && r != '《' {
		return false
	}
	return strings.HasSuffix(before, "：") || len(before) < at || first.Kind == scan.ParenHan
}

// goneOn reports whether the row that begins at the head of s, behind the mark m of
// line i, goes on: a line below begins with its second mark before m's row does.
func goneOn(ls []Line, i int, s string, m scan.Mark) bool {
	first, _ := scan.HeadMark(s)
	for j := i + 1; j < len(ls) && j < i+24; j++ {
		next, n := scan.HeadMark(ls[j].Text.String())
		if n == 0 {
			continue
		}
		if next.Kind == first.Kind {
			return next.Number == 2
		}
		if rank(next) <= rank(m) {
			return false
		}
	}
	return false
}
