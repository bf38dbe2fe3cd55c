package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"gongwen/extract/internal/scan"
)

// Forums set hidden characters between the lines of a post against copying
// (5 ~/ [k e3 v& q0 z 一、主题): groups of a few characters of ASCII, most of them signs, at
// the head or the tail of a line. A page has many such lines or none; a text in
// Chinese has no run of jamGroups such groups.
const (
	jamLines  = 3
	jamGroups = 4
	jamSigns  = 2 // of the groups are signs, or a sign and something else
	jamWidth  = 4 // code points of a group
)

// unjammed takes the hidden characters out of the lines' words.
func unjammed(ls []Line) {
	var found []int
	for i := range ls {
		if s := ls[i].Text.String(); jamHead(s) > 0 || jamTail(s) < len(s) {
			found = append(found, i)
		}
	}
	if len(found) < jamLines {
		return
	}
	for _, i := range found {
		t := ls[i].Text
		t = t.Slice(jamHead(t.String()), t.Len())
		ls[i].Text = t.Slice(0, jamTail(t.String())).Trim()
	}
}

// unmarred takes the question marks that stand for lost blanks from before the serial
// marks of lines: ???（一）检查组. A question begins with none.
func unmarred(ls []Line) {
	for i := range ls {
		s := ls[i].Text.String()
		if s == "" || s[0] != '?' && s[0] != "？"[0] {
			continue
		}
		rest := strings.TrimLeft(s, "?？ ")
		if len(rest) == len(s) {
			continue
		}
		if m, n := scan.HeadMark(rest); n > 0 && m.Number > 0 && !scan.Has(s[len(s)-len(rest):], "？") {
			ls[i].Text = ls[i].Text.Slice(len(s)-len(rest), len(s))
		}
	}
}

// jamHead returns the length of the hidden characters at the head of s.
func jamHead(s string) int {
	if s == "" || s[0] >= utf8.RuneSelf {
		return 0
	}
	n := jam(s)
	if !strings.ContainsFunc(s[n:], han) {
		return 0
	}
	return n
}

// jamTail returns where the hidden characters at the tail of s begin, len(s) for none.
func jamTail(s string) int {
	if s == "" || s[len(s)-1] >= utf8.RuneSelf {
		return len(s)
	}
	at := len(s)
	for at > 0 {
		r, n := utf8.DecodeLastRuneInString(s[:at])
		if han(r) || sentenceEnd(r) && r >= utf8.RuneSelf {
			break
		}
		at -= n
	}
	if at == 0 || jam(s[at:]) < len(s)-at {
		return len(s)
	}
	return at
}

// jam returns the length of the run of hidden groups at the head of s, blanks
// behind it too; 0 if it is too short or has too few signs to be one.
func jam(s string) int {
	n, groups, signs := 0, 0, 0
	for n < len(s) {
		near := s[n:min(len(s), n+jamWidth*utf8.UTFMax+1)]
		group := near[:nextBlank(near, 0)]
		if len(group) > jamWidth*utf8.UTFMax || count(group) > jamWidth || strings.ContainsFunc(group, han) {
			break
		}
		groups++
		if len(group) > 1 && strings.ContainsFunc(group, sign) {
			signs++
		}
		n += len(group)
		n += blanks(s[n:])
	}
	if groups < jamGroups || signs < jamSigns {
		return 0
	}
	return n
}

// sign reports whether r is neither a letter nor a digit.
func sign(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }
