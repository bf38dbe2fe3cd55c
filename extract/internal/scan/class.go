package scan

import "strings"

// DateClasses makes the classes that patterns about time name, from the dates of s:
// <when> is a date without the word behind it that bounds it, so that a pattern can say <when>前;
// <by> is a date that closes a stretch of time, with that word (5月26日前, 收到通知之日起5个工作日内);
// <until> is a time from now on (即日起至5月26日止).
func DateClasses(s string) Classes {
	var when, by, until []Range
	Dates(s, func(lo, hi int, d Date) bool {
		if d.Label {
			return true
		}
		if d.FromNow && d.End != (Day{}) {
			until = append(until, Range{lo, hi})
			return true
		}
		if d.Bound == Before {
			by = append(by, Range{lo, hi})
		}
		end := hi
		if d.Bound != NoBound && d.Relative == "" {
			end -= boundLength(s[lo:hi])
		}
		if end > lo {
			when = append(when, Range{lo, end})
		}
		return true
	})
	return Classes{"when": Spans(when), "by": Spans(by), "until": Spans(until)}
}

// boundLength gives the length of the bounding word at the end of a date.
func boundLength(date string) int {
	for _, w := range [...]string{"之前", "以前", "之后", "以后", "以来", "为止", "截止", "开始", "前", "止", "起", "后", "内"} {
		if strings.HasSuffix(date, w) {
			return len(w)
		}
	}
	return 0
}
