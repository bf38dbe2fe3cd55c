package segment

import (
	"strings"
	"unicode/utf8"

	"gongwen/extract/internal/scan"
)

// paperLines is how many lines a page may set the name, the day and the page of a newspaper on.
const paperLines = 8

// newspaper returns how many lines of the header from line i on say in which newspaper the
// text stood, and nothing else: 《云岭日报》（2022年8月18日 第04版）, on one line or piece by
// piece as a page's layout parts them; 0 if they do not.
func (b *bounds) newspaper(i int) int {
	ls := b.o.Lines
	if !strings.HasPrefix(ls[i].flat, "《") {
		return 0
	}
	s := ""
	for j := i; j < len(ls) && j < i+paperLines && ls[j].points <= 40; j++ {
		s += ls[j].flat
		if strings.HasSuffix(s, "版）") {
			if paper(s) {
				return j + 1 - i
			}
			return 0
		}
	}
	return 0
}

// paper reports whether s, without blanks, is a newspaper's name, a day and a page: 《云岭日报》（2022年8月18日第04版）.
func paper(s string) bool {
	name, rest, ok := strings.Cut(s, "》（")
	if r, _ := utf8.DecodeLastRuneInString(name); !ok || r != '报' || count(name) > 16 {
		return false
	}
	d, n := scan.DateOf(rest)
	if n == 0 || d.Start.Year == 0 || d.Start.Day == 0 {
		return false
	}
	page, ok := strings.CutSuffix(strings.TrimLeft(rest[n:], "，"), "版）")
	_, k := scan.NumberOf(strings.TrimPrefix(page, "第"))
	return ok && k > 0 && len(page) == len("第")+k
}

// Dateline returns the length of the words by which a news agency opens a report, at the head
// of a title that a page has run into them, and of the blanks behind: 新华社云岭8月17日电 关于….
func Dateline(s string) int {
	if !strings.HasPrefix(s, "新华社") {
		return 0
	}
	i := scan.Index(s[:min(len(s), 60)], "日电")
	if i < 0 || scan.HasAny(s[:i], "，。《关") {
		return 0
	}
	i += len("日电")
	if blanks(s[i:]) == 0 {
		return 0
	}
	return i + blanks(s[i:])
}
