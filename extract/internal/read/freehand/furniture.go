package freehand

import (
	"math"
	"strings"
	"unicode/utf8"
)

// Where page numbers and running heads stand, in parts of the page's height.
// The type area of GB/T 9704 begins 37 mm (12.5 %) below the upper edge and
// ends 35 mm (11.8 %) above the lower one; the page number stands 7 mm below.
const (
	headZone = 0.115
	footZone = 0.885
)

// furniture marks page numbers and running heads. A page number is a number by
// itself among the two outermost lines of the page; a running head is a line that stands
// at the same place on at least half of the pages, and on two.
func furniture(sheets []sheet) {
	for i := range sheets {
		s := &sheets[i]
		own := s.own()
		for j := range s.lines {
			l := &s.lines[j]
			l.aside = l.aside || l.role == PageNumber || (j < 2 || j >= own-2) && s.inZone(l) && isPageNumber(l.text())
		}
	}
	repeats(sheets)
}

// A mark is a line that may be a running head, with the page it stands on.
type mark struct {
	page int
	l    *line
}

// repeats marks the running heads. The digits in them may differ.
func repeats(sheets []sheet) {
	marks := map[string][]mark{}
	for i := range sheets {
		for j := range sheets[i].lines {
			if l := &sheets[i].lines[j]; !l.aside && sheets[i].inZone(l) {
				if shape := withoutDigits(l.text()); shape != "" {
					marks[shape] = append(marks[shape], mark{i, l})
				}
			}
		}
	}
	for _, list := range marks {
		if len(list) < 2 || 2*len(list) < len(sheets) {
			continue
		}
		for _, m := range list {
			same, page := 0, -1
			for _, other := range list {
				if other.page != page && math.Abs(other.l.top-m.l.top) < m.l.size {
					same, page = same+1, other.page
				}
			}
			m.l.aside = same >= 2 && 2*same >= len(sheets)
		}
	}
}

// own returns how many lines run as the page does; the others stand behind them.
func (s *sheet) own() int {
	n := 0
	for n < len(s.lines) && !s.lines[n].turned() {
		n++
	}
	return n
}

// inZone reports whether l stands where page numbers and running heads do.
func (s *sheet) inZone(l *line) bool {
	if s.height <= 0 || l.turned() {
		return false
	}
	y := l.middle() / s.height
	return y < headZone || y > footZone
}

// withoutDigits returns s with a # for each stretch of digits.
func withoutDigits(s string) string {
	if strings.IndexFunc(s, digit) < 0 {
		return s
	}
	var b strings.Builder
	for i, r := range s {
		if !digit(r) {
			b.WriteRune(r)
		} else if i == 0 || !strings.HasSuffix(b.String(), "#") {
			b.WriteByte('#')
		}
	}
	return b.String()
}

func digit(r rune) bool { return '0' <= r && r <= '9' || '０' <= r && r <= '９' }

// isPageNumber reports whether s is a page number: — 2 —, -2-, 2, 第2页,
// 第 2 页 共 7 页, 2/7. 2024 is a year.
func isPageNumber(s string) bool {
	if utf8.RuneCountInString(s) > 16 {
		return false
	}
	var digits, numbers, others int
	last := false
	for _, r := range s {
		switch {
		case digit(r):
			digits++
			if !last {
				numbers++
			}
		case strings.ContainsRune(" -–—―－─·.~～_/／|第页頁共", r):
		default:
			others++
		}
		last = digit(r)
	}
	return others == 0 && (numbers == 1 && digits <= 3 || numbers == 2 && digits <= 6 && strings.ContainsAny(s, "/／页頁"))
}
