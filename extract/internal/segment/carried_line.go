package segment

import (
	"slices"
	"strings"

	"gongwen/extract/internal/lexicon"
	"gongwen/extract/internal/scan"
)

// carriedParts returns where in s, a document on one line, the parts begin that lie
// about the title of the regulation that it issues: 署名 and 成文日期, 附注, the title
// and its first chapter or article (…贯彻落实。云岭市人民政府2024年3月1日渡口办法第一条…).
//
// The title must stand above in 《》 or between 印发 and 的通知, and below it the regulation
// must begin, with nothing but who signs and when before it: no prose is like that.
func carriedParts(s string) []int {
	for _, first := range []string{"第一章", "第一条"} {
		p := strings.Index(s, first)
		if p < 0 {
			continue
		}
		before := strings.TrimRight(s[:p], " 　")
		n := len(carriedTitle(before))
		if n == 0 {
			continue
		}
		title := len(before) - n
		parts := []int{title, p}
		stop := strings.LastIndex(s[:title], "。")
		if stop < 0 {
			return nil
		}
		stop += len("。")
		tail := strings.TrimRight(s[stop:title], " 　")
		if note := strings.LastIndex(tail, "（"); note >= 0 && noteLine(tail[note:]) {
			parts = append(parts, stop+note)
			tail = tail[:note]
		}
		if q := Squeezed(tail); q != "" {
			if at, ok := dateLine(q); !ok || !signer(q[:at]) || !body(q[:at]) {
				return nil
			}
			parts = append(parts, stop)
		}
		slices.Sort(parts)
		return slices.Compact(parts)
	}
	return nil
}

// carriedTitle returns the words at the end of s that its head names as the title of
// what is issued, "" if it names none.
func carriedTitle(s string) string {
	for at := 0; ; {
		i := scan.Index(s[at:], "印发")
		if i < 0 {
			break
		}
		at += i + len("印发")
		title, _, ok := strings.Cut(s[at:], "的通知")
		if title = strings.Trim(title, "《》"); ok && len(title) <= longestGreeting && issuedAt(s, title) {
			return title
		}
	}
	for at := 0; ; {
		i := scan.Index(s[at:], "《")
		if i < 0 {
			return ""
		}
		at += i + len("《")
		title, rest, ok := strings.Cut(s[at:], "》")
		if ok && (lexicon.HasAnyPrefix(rest, "印发", "发布", "公布") || lexicon.HasAnySuffix(s[:at-len("《")], "印发", "发布", "公布")) && issuedAt(s, title) {
			return title
		}
	}
}

// issuedAt reports whether title is the title of a document and stands at the end of s.
func issuedAt(s, title string) bool {
	return len(title) >= 4*len("字") && titled(title) && strings.HasSuffix(s, title)
}

// articleAhead returns where in s, behind the mark of a chapter, the first article of the
// chapter begins, the next in its row after last: the name of a chapter is short, and its
// characters may be set apart. It returns 0 if none does.
func articleAhead(s string, last int) int {
	near := s[:min(len(s), 120)]
	for i := 0; ; {
		k := scan.Index(near[i:], "第")
		if k < 0 {
			return 0
		}
		i += k
		if m, n := scan.HeadMark(s[i:]); n > 0 && m.Kind == scan.Article && m.Number == last+1 && i > 0 {
			if name := Squeezed(s[:i]); count(name) > plainWidth || scan.HasAny(name, "，。；：") {
				return 0
			}
			return i
		}
		i += len("第")
	}
}
