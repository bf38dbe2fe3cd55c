package segment

import (
	"strings"

	"gongwen/extract/internal/scan"
	"gongwen/model"
)

// longestHead is the most bytes that the title of a document on one line takes up.
const longestHead = 360

// headParts returns where in s, a document on one line, the parts of its head begin behind
// its title, though nothing parts them: the day, the number, the addressees, the text
// (关于…的通知2024-03-01云航发〔2024〕3号各渡口：…).
//
// Words that no title is followed by in a sentence prove where it ends.
func headParts(s string) []int {
	at := runTitle(s)
	if at == 0 {
		return nil
	}
	parts := []int{at}
	for range 2 {
		n := dayOrNumber(s[at:])
		if n == 0 {
			break
		}
		at += n
		at += blanks(s[at:])
		parts = append(parts, at)
	}
	return parts
}

// runTitle returns where the title at the head of s ends, which what follows is written to;
// 0 if it has no such end.
func runTitle(s string) int {
	near := s[:min(len(s), longestHead)]
	if about := scan.Index(near, "关于"); about >= 0 && !scan.HasAny(near[:about], "，。：；！？") {
		for at := about; ; {
			i := scan.Index(near[at:], "的")
			if i < 0 {
				break
			}
			at += i + len("的")
			n := genreWords.Prefix(s[at:])
			if n == 0 {
				continue
			}
			if end := at + n; !scan.HasAny(s[:end], "。：；") && balance(s[:end]) == 0 && (followed(s[end:]) || greeted(s[end:]) || opened(s[end:])) {
				return end
			}
		}
	}
	return runPublic(near)
}

// firstWords are what the first sentence of a notice begins with, and nothing goes on so
// behind the word of a genre.
var firstWords = []string{"根据《", "依据《", "按照《", "为贯彻", "为深入", "为进一步", "为切实"}

// opened reports whether s begins as the first sentence of a notice does.
func opened(s string) bool {
	for _, w := range firstWords {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

// runPublic returns where in s the title of an announcement ends that has no 关于
// (渡口迁建工程招标公告根据《…》), before the first sentence; 0 if s begins with none.
func runPublic(s string) int {
	for _, w := range firstWords {
		at := scan.Index(s, w)
		if at < 8*len("字") || scan.HasAny(s[:at], "，。：；？！《》") {
			continue
		}
		switch genreOf(s[:at]) {
		case model.Announcement, model.Circular:
			return at
		}
	}
	return 0
}

// dayOrNumber returns the length of the day with its year, or of the document number, at the
// head of s; 0 if neither stands there.
func dayOrNumber(s string) int {
	if d, n := scan.DateOf(s); n > 0 && d.Start.Year != 0 && d.Start.Day != 0 && d.Precision <= scan.DayOfMonth {
		return n
	}
	if d, n := scan.DocumentNumberOf(s); n > 0 && d.Kind == scan.Ordinary && d.Number > 0 && d.Agency != "" {
		return n
	}
	return 0
}

// followed reports whether s begins with a day or a number that stands in a head: another, a
// blank or the addressees are behind it. 2024年3月1日下发 is of a sentence.
func followed(s string) bool {
	n := dayOrNumber(s)
	return n > 0 && n < len(s) && (blanks(s[n:]) > 0 || dayOrNumber(s[n:]) > 0 || greeted(s[n:]) || opened(s[n:]))
}

// greeted reports whether s begins with addressees and their colon.
func greeted(s string) bool {
	if !strings.HasPrefix(s, "各") {
		return false
	}
	i := scan.Index(s[:min(len(s), longestGreeting)], "：")
	return i > 0 && addressed(s[:i+len("：")])
}
