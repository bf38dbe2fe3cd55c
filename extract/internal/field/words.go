package field

import (
	"strings"
	"unicode/utf8"

	"gongwen/extract/internal/lexicon"
	"gongwen/extract/internal/origin"
	"gongwen/extract/internal/scan"
	"gongwen/extract/internal/segment"
)

// squeeze returns s without blanks.
func squeeze(s string) string { return segment.Squeezed(s) }

// tight returns s without the blanks that part Chinese from Chinese; those
// between Latin words stay.
func tight(s string) string {
	if !scan.HasAny(s, " \t\n　\u00a0") {
		return s
	}
	var b strings.Builder
	prev := rune(0)
	pending := false
	for _, r := range s {
		switch r {
		case ' ', '\t', '\n', '　', '\u00a0':
			pending = true
			continue
		}
		if pending && prev != 0 && prev < 0x2000 && r < 0x2000 {
			b.WriteByte(' ')
		}
		pending = false
		b.WriteRune(r)
		prev = r
	}
	return b.String()
}

// lastOf returns the end of s, no more than n bytes of it. Looking back a
// bounded way keeps a hostile line without stops from costing its square.
func lastOf(s string, n int) string {
	if len(s) <= n {
		return s
	}
	i := len(s) - n
	for i < len(s) && !utf8.RuneStart(s[i]) {
		i++
	}
	return s[i:]
}

// firstOf returns the beginning of s, no more than n bytes of it.
func firstOf(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// width returns the number of code points in s.
func width(s string) int { return origin.Points(s) }

// regions are the tails of names of regions. They stand alone only where
// nothing follows: 各设区市、县（市、区）人民政府 is one name.
var regions = []string{"省", "市", "区", "县", "州", "盟", "旗", "镇", "乡", "街道", "地", "自治区", "直辖市"}

// alone reports whether the name s, which others follow, stands alone: it has a
// tail of its own, and is no bare region or kind of office (各部、处、室).
func alone(s string) bool {
	n := width(s)
	if strings.HasSuffix(s, "）") {
		if i := strings.LastIndex(s, "（"); i > 0 {
			s = s[:i]
		}
	}
	if n < 3 || n < 4 && !strings.HasPrefix(s, "各") && !strings.HasPrefix(s, "全") && !isBody(s) && !committeeOffice(s) || !hasTail(s) {
		return false
	}
	if lexicon.HasAnySuffix(s, "各部", "各处", "各室", "各局", "各科", "各委", "各办") {
		return false
	}
	return lexicon.HasAnySuffix(s, "校区", "园区", "社区") || !lexicon.HasAnySuffix(s, regions...)
}

// committeeOffice reports whether s is the office of a region's committee or government in
// its short name of three characters (区委办, 县府办), which lacks no tail.
func committeeOffice(s string) bool {
	return lexicon.HasAnySuffix(s, "委办", "府办") && lexicon.HasAnyPrefix(s, "省", "市", "区", "县", "州", "旗", "镇", "乡")
}

// schools are short names of kinds of schools.
var schools = lexicon.NewWords("国小", "国中", "小学", "初中", "中学", "高中", "中专", "职高")

// kindOfSchool reports whether the name s is a kind of school and rest, the list behind it,
// opens with a name that has an 各 of its own: then s lacks no tail that the next has
// (各完全小学、初中、局属各站).
func kindOfSchool(s, rest string) bool {
	n := schools.Suffix(s)
	if n == 0 || n != len(s) && !strings.HasPrefix(s, "各") {
		return false
	}
	for schools.Suffix(s) > 0 {
		rest = strings.TrimPrefix(rest, "、")
		next, more, _ := strings.Cut(rest, "、")
		if scan.Has(next, "各") {
			return true
		}
		s, rest = next, more
	}
	return false
}

// hasTail reports whether s ends as names of bodies or groups of people do.
func hasTail(s string) bool {
	return strings.HasPrefix(s, "各") && lexicon.HasAnySuffix(s, "小组", "车间", "班组", "工段") || agencyTails.Suffix(s) > 0 || addresseeTails.Suffix(s) > 0
}

// isBody reports whether s ends as names of bodies do.
func isBody(s string) bool { return agencyTails.Suffix(s) > 0 }

// containsAny reports whether one of words stands in s.
func containsAny(s string, words ...string) bool {
	for _, w := range words {
		if scan.Has(s, w) {
			return true
		}
	}
	return false
}
