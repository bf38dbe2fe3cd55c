package scan

// A Date is a date expression as printed. What the expression does not say is
// zero; [Date.Resolve] and [Date.Near] supply it from outside.
type Date struct {
	Start, End Day   // inclusive: 5月上旬 is day 1 to day 10 of month 5
	From, To   Clock // times of day of Start and End; equal where one is printed
	Precision  Precision
	Bound      Bound // from the words right behind, which belong to the expression
	Weekday    int   // printed day of the week, 1 Monday to 7 Sunday, 0 none

	// YearInherited says that one end of a range has its year from the other.
	YearInherited bool
	// EndOffset is how many years the end lies behind the start where neither
	// year is printed (10月至次年1月).
	EndOffset int

	// The parts that are told by their distance from another day: 明年 去年
	// 次年, 本月 下月, 本周五, 当日 次日; and whether that day is the date named before
	// (次年 当月 次日) or the day of the document (明年 本月).
	RelativeYear, RelativeMonth, RelativeWeek, RelativeDay bool
	Coming                                                 bool // 周五前: the next one
	YearOffset, MonthOffset, WeekOffset, DayOffset         int

	BackReference bool

	// Nth tells a weekday by its place in the month of Start: 5月第二个星期日 is 2,
	// the last of the month -1. Start and End are the month until the year is known.
	Nth int
	// PartOfDay says that 上午 or 下午, 晚上 or 全天 stands behind the day without an hour.
	PartOfDay bool

	FromNow   bool // 即日起: begins with the document
	Annual    bool // 2024年度
	Academic  bool // 2023—2024学年
	Recurring bool // 每年, 每月, 每周
	Lunar     bool // 农历: no Gregorian day
	Label     bool // “4·15”: the name of a day, no statement of time

	Named       string // the holiday or lunar day as printed
	LunarMonth  int    // of a lunar day; zero where the expression does not say
	LunarDay    int
	ShortYear   bool   // the year is printed with two digits (24年3月1日)
	Relative    string // ISO 8601 duration without a calendar date: 5个工作日内 is P5D
	WorkingDays bool   // the duration counts working days
	Anchor      string // what Relative counts from: 收到通知, 放假, 公示期
}

// DateOf gives the longest date expression at the head of s: a date, a range,
// a holiday or a period such as 5个工作日内, with the words that bound it (前,
// 起, 止). It refuses what only looks like one: 3.5, 第8号, 10日游, 2000余张,
// 24小时, 日前; and a day without its month, unless in a range, before 前 or
// with its weekday.
func DateOf(s string) (Date, int) {
	var d Date
	n := dateAt(&d, s)
	if n == 0 {
		return Date{}, 0
	}
	return d, n
}

// CompactDayOf gives the day that eight figures alone write (20240407), and its
// length. Only its caller knows that a day is meant: the line below a signer.
func CompactDayOf(s string) (Date, int) {
	if figures(s) != 8 || len(s) != 8 || !compactDay(s) {
		return Date{}, 0
	}
	y, _ := arabicNumber(s[:4])
	m, _ := smallNumber(s[4:6])
	v, _ := smallNumber(s[6:])
	if !possible(y, m, v) {
		return Date{}, 0
	}
	var d Date
	d.Start.Year = y
	d.fill(m, v, m, v, DayOfMonth)
	return d, len(s)
}

func dateAt(d *Date, s string) int {
	if len(s) < 2 {
		return 0
	}
	if n := durationAt(d, s); n > 0 {
		return n
	}
	if n := fromNowAt(d, s); n > 0 {
		return n
	}
	if n := recurringAt(d, s); n > 0 {
		return n
	}
	n := pointAt(d, s)
	if n == 0 {
		return 0
	}
	return tail(d, s, n)
}

// tail takes what may follow the point of n bytes at the head of s: a second
// point, then the words that bound the whole.
func tail(d *Date, s string, n int) int {
	unfinished := d.unfinished(s, n)
	k := rangeAt(d, s, n)
	n += k
	if k > 0 && d.To.Set && !d.From.Set { // 5月8日至10日上午8:30—11:00
		if u := separatorAt(s[n:]); u > 0 {
			if c, m := clockRangeEnd(d.To, s[n+u:]); m > 0 {
				d.From, d.To, d.Precision = d.To, c, Minute
				n += u + m
			}
		}
	}
	b := boundAt(d, s[n:])
	if unfinished && k == 0 && b == 0 && oneOf(s[n:], "、") == 0 || !d.standsAlone() {
		return 0
	}
	return n + b
}

// unfinished reports whether the point lacks its 月 or 日, as 10月17 does in
// 10月17至19日; without its second end it is then no date.
func (d *Date) unfinished(s string, n int) bool {
	if d.Precision == Minute || d.Label || d.Lunar || d.Named != "" || len(s) > 4 && (s[4] == '-' || s[4] == '/' || s[4] == '.' || oneOf(s[4:], "、") > 0) {
		return false
	}
	if digitAt(s, n-1) {
		return true
	}
	if d.Start.Year != 0 && d.Precision == DayOfMonth && atStop(s[n:]) {
		return false // 二〇〇四年八月十五
	}
	return n >= 3 && begins(s[n-3:], "〇零一二三四五六七八九十") && d.Precision != Minute && d.Weekday == 0
}

// standsAlone reports whether the expression says enough to be a date: 26日 or
// 当日 alone may be anything; 26日上午 and 当日下午 are of a schedule.
func (d *Date) standsAlone() bool {
	if d.RelativeDay {
		return d.Bound != NoBound || d.To.Set || d.PartOfDay
	}
	dayOnly := d.Start.Month == 0 && d.Start.Year == 0 && d.Start.Day != 0 && !d.RelativeMonth
	return !dayOnly || d.Start != d.End || d.Weekday != 0 || d.Bound != NoBound || d.Recurring || d.timed()
}

// DayAlone reports whether the expression is a day of a schedule that prints no
// month: 16日上午, 16日（周四）. Of which month it is the dates before it tell.
func (d *Date) DayAlone() bool {
	return d.Start.Month == 0 && d.Start.Year == 0 && d.Start.Day != 0 && d.Start == d.End && (d.timed() || d.Weekday != 0) && d.Bound == NoBound &&
		!d.RelativeMonth && !d.RelativeDay && !d.Recurring && !d.Lunar
}

// DayBefore reports whether the expression is a bound that prints no month: 28日前.
func (d *Date) DayBefore() bool {
	return d.Bound == Before && d.Start.Month == 0 && d.Start.Year == 0 && d.Start.Day != 0 && d.Start == d.End &&
		!d.RelativeMonth && !d.RelativeDay && !d.Recurring && !d.Lunar
}

// timed reports whether the day has a time of day behind it: 16日上午, 15日14:30.
func (d *Date) timed() bool { return d.PartOfDay || d.From.Set }

// pointAt reads one point of time: a day, a dekad, a month, a quarter, a year,
// with its weekday and clock.
func pointAt(d *Date, s string) int {
	n := numberedAt(d, s)
	if n == 0 {
		*d = Date{}
		n = wordedAt(d, s)
	}
	if n <= 0 {
		return 0
	}
	return n + dayTail(d, s[n:])
}

// dayTail reads the weekday and the time of day behind a day.
func dayTail(d *Date, s string) (n int) {
	if d.Precision != DayOfMonth || d.Label {
		return 0
	}
	for range 2 { // 5月8日（周四）上午（星期四） is not worth a third look
		i := n + blanks(s[n:])
		comma := oneOf(s[i:], "，") // 5月8日，星期三
		i += comma
		if w, k := weekdayAt(s[i:]); k > 0 && d.Weekday == 0 && (comma == 0 || separatorAt(s[i+k:]) == 0) {
			d.Weekday = w
			n = i + k
		}
	}
	i := n + blanks(s[n:])
	c, _, k := clockAt(s[i:])
	if k > 0 {
		d.From, d.To, d.Precision = c, c, Minute
		return i + k
	}
	if k := oneOf(s[i:], "上班", "下班"); k > 0 && closes(s[i+k:]) > 0 {
		return i + k
	}
	if _, k, short := partAt(s[i:]); k > 0 && !short {
		d.PartOfDay = true
		return i + k
	}
	if k := oneOf(s[i:], "全天", "整天"); k > 0 {
		d.PartOfDay = true
		return i + k
	}
	return n
}

// numberedAt reads a point that begins with a number.
func numberedAt(d *Date, s string) int {
	if !digitAt(s, 0) {
		if _, k := hanDigit(s); k == 0 && !begins(s, "十廿") {
			return 0
		}
	}
	if n := separatedAt(d, s); n > 0 {
		return n
	}
	if n := commaedAt(d, s); n > 0 {
		return n
	}
	if y, n := yearAt(s); n > 0 {
		d.Start.Year = y
		d.ShortYear = digitAt(s, 0) && !digitAt(s, 2)
		return whole(n, yearTail(d, s[n:]))
	}
	if n := quarterAt(d, s); n > 0 {
		return n
	}
	if n := labelAt(d, s); n > 0 {
		return n
	}
	if n := monthAt(d, s); n != 0 {
		return max(n, 0)
	}
	if n := festivalAt(d, s); n > 0 { // 五一劳动节
		return n
	}
	return bareDayAt(d, s)
}

// yearAt reads 2024年, 二〇二四年, 24年3月1日, 20xx年 (year zero), and 2023
// before —2024年.
func yearAt(s string) (year, n int) {
	if digitAt(s, 0) {
		return arabicYear(s)
	}
	v, n, count := hanDigits(s)
	switch {
	case count == 4 && v >= 1000 && v < 3000:
	case count == 2 && fullDayBehind(s[n:]):
		v = century(v)
	case count == 3 && v > 80 && v < 200 && fullDayBehind(s[n:]):
		v += republic
	default:
		// 两千零四年八月; 两千年 is a stretch of time.
		if v, n = HanNumberOf(s); v < 1000 || v >= 3000 || count == 4 || !monthBehind(s[n:]) {
			return 0, 0
		}
	}
	if k := yearUnit(s[n:]); k > 0 {
		return v, n + k
	}
	if count == 4 && yearAhead(s[n:]) {
		return v, n
	}
	return 0, 0
}

func arabicYear(s string) (year, n int) {
	for digitAt(s, n) && n < 5 {
		year = year*10 + int(s[n]-'0')
		n++
	}
	switch n {
	case 2:
		if k := oneOf(s[2:], "xx年", "XX年", "××年", "**年"); k > 0 && monthBehind(s[2+k-3:]) {
			return 0, 2 + k // the printed form leaves the year open
		}
		if fullDayBehind(s[2:]) {
			return century(year), 2 + yearUnit(s[2:])
		}
	case 3: // 113年5月20日 counts from the Republic: no other year has three digits
		if year > 80 && year < 200 && fullDayBehind(s[3:]) {
			return republic + year, 3 + yearUnit(s[3:])
		}
	case 4:
		if k := yearUnit(s[4:]); k > 0 {
			if 1800 <= year && year < 2200 || year >= 1000 && year < 3000 && monthBehind(s[4:]) {
				return year, 4 + k
			}
		} else if 1900 <= year && year < 2200 && yearAhead(s[4:]) {
			return year, 4
		}
	}
	return 0, 0
}

// republic is the year before the first of 民国.
const republic = 1911

// century reads a year of two digits as the documents of our time write it.
func century(y int) int {
	if y < 50 {
		return 2000 + y
	}
	return 1900 + y
}

func yearUnit(s string) int {
	i := blanks(s)
	if oneOf(s[i:], "年") == 0 {
		return 0
	}
	return i + 3
}

// monthBehind reports whether 年 and a month follow.
func monthBehind(s string) bool {
	k := yearUnit(s)
	if k == 0 {
		return false
	}
	k += blanks(s[k:])
	m, n := smallNumber(s[k:])
	return n > 0 && m >= 1 && m <= 12 && oneOf(s[k+n+blanks(s[k+n:]):], "月") > 0
}

// fullDayBehind reports whether 年, a month and a day follow.
func fullDayBehind(s string) bool {
	if !monthBehind(s) {
		return false
	}
	k := yearUnit(s)
	k += blanks(s[k:])
	_, n := smallNumber(s[k:])
	k += n
	k += blanks(s[k:]) + len("月")
	k += blanks(s[k:])
	_, n = smallNumber(s[k:])
	k += n
	return n > 0 && oneOf(s[k+blanks(s[k:]):], "日", "号") > 0
}

// yearAhead reports whether a separator and a second year with its 年 follow:
// the 2023 of 2023—2024年 needs none of its own.
func yearAhead(s string) bool {
	i := separatorAt(s)
	if i == 0 {
		return false
	}
	v, n := arabicNumber(s[i:])
	if n == 0 {
		v, n, _ = hanDigits(s[i:])
	}
	return v >= 1900 && v < 2200 && oneOf(s[i+n+blanks(s[i+n:]):], "年", "学年") > 0
}

// whole is the length of a head of n bytes and its tail; there is none where
// the tail is impossible.
func whole(n, tail int) int {
	if tail < 0 {
		return 0
	}
	return n + tail
}

// yearTail reads what follows a year; it is -1 where that is an impossible day
// (2023年2月29日), for then the year alone is not what the notice says.
func yearTail(d *Date, s string) int {
	i := oneOf(s, "度") // 2024年度第一季度
	d.Annual = i > 0
	i += blanks(s[i:])
	k := partOfYear(d, s[i:])
	if k < 0 {
		return -1
	}
	if k > 0 {
		d.End.Year = d.Start.Year
		return i + k
	}
	if d.Annual {
		d.fill(1, 1, 12, 31, Year)
		return len("度")
	}
	k = oneOf(s, "年") // 2024年年底
	if n := edgeOfYear(d, s[k:]); n > 0 {
		return k + n
	}
	d.fill(1, 1, 12, 31, Year)
	return 0
}

// partOfYear reads the month, quarter, half or holiday behind a year.
func partOfYear(d *Date, s string) int {
	if n := monthAt(d, s); n != 0 {
		return n
	}
	if n := quarterAt(d, s); n > 0 {
		return n
	}
	if n := halfAt(d, s); n > 0 {
		return n
	}
	if n := lunarAt(d, s); n > 0 {
		return n
	}
	return festivalAt(d, s)
}

// edgeOfYear reads 初, 底, 末, 内 behind 年.
func edgeOfYear(d *Date, s string) int {
	switch {
	case oneOf(s, "初") > 0 && beginning(s[3:]):
		d.fill(1, 1, 1, 31, Month)
	case oneOf(s, "底", "末") > 0:
		d.fill(12, 31, 12, 31, DayOfMonth)
	case oneOf(s, "中") > 0 && (len(s) == 3 || closes(s[3:]) > 0):
		d.fill(6, 1, 6, 30, Month)
	default:
		return 0
	}
	return 3
}

// beginning reports whether 初 before s is the beginning of a month or a year,
// not that of 初中, 初赛, 初审, 初级, 初步.
func beginning(s string) bool {
	return !begins(s, "中级步赛审评一二三试选稿期心始衷验")
}

// fill sets both ends within the year of Start.
func (d *Date) fill(m1, d1, m2, d2 int, p Precision) {
	d.Start.Month, d.Start.Day = m1, d1
	d.End = Day{d.Start.Year, m2, d2}
	d.Precision = p
}

// monthAt reads 5月26日, 5月上旬, 5月底, 5月份, 5月; and, with no 月 or 日 of its
// own, the beginning of 10月17至19日 and 2025年10—11月. It is -1 where the month
// has no such day.
func monthAt(d *Date, s string) int {
	m, n := smallNumber(s)
	if n == 0 {
		return 0
	}
	k := n + blanks(s[n:])
	u := oneOf(s[k:], "月份", "月")
	if m < 1 || m > 12 {
		return -u // no 13月
	}
	if u == 0 && (d.Start.Year != 0 || d.RelativeYear) {
		if k := pairOfMonths(d, m, s[n:]); k > 0 {
			return n + k
		}
	}
	if u == 0 {
		if d.Start.Year == 0 && !digitAt(s, 0) && n > 3 || unitAhead(s[n:]) != "月" {
			return 0
		}
		d.fill(m, 1, m, LastDay(d.Start.Year, m), Month)
		return n
	}
	k += u
	if u == 3 && (begins(s[k:], "龄嫂薪租息供均球饼") || oneOf(s, "一月一") > 0 && oneOf(s, "一月一日", "一月一号", "一月一十") == 0) {
		return 0 // 3月龄, 5月薪, 一月一更
	}
	t := monthTail(d, m, s[k:])
	if t < 0 {
		return -1
	}
	if d.Lunar {
		d.Named = s[:k+t]
	}
	return k + t
}

// pairOfMonths reads the 、3月份 of 今年2、3月份. Without a year before, 2、 is a
// serial.
func pairOfMonths(d *Date, m int, s string) int {
	k := oneOf(s, "、")
	w, n := smallNumber(s[k:])
	u := oneOf(s[k+n:], "月份", "月")
	if k == 0 || n == 0 || u == 0 || w != m+1 || w > 12 {
		return 0
	}
	d.fill(m, 1, w, LastDay(d.Start.Year, w), Month)
	return k + n + u
}

// monthTail reads what follows 月 of month m; it is -1 where the whole is no
// date (2月30日, 十月革命).
func monthTail(d *Date, m int, s string) int {
	if v, n := lunarDayAt(s); n > 0 {
		d.Lunar, d.LunarMonth, d.LunarDay = true, m, v // 三月初一
		d.Precision = DayOfMonth
		return n
	}
	if k := oneOf(s, "革命"); k > 0 {
		return -1
	}
	i := blanks(s)
	if first, last, k := dekadAt(s[i:]); k > 0 {
		if last > 20 {
			last = LastDay(d.Start.Year, m)
		}
		d.fill(m, first, m, last, Dekad)
		return i + k
	}
	if v, k := smallNumber(s[i:]); k > 0 {
		j := i + k
		u := dayUnit(s[j:])
		if u > 0 || closes(s[j:]) > 0 || listAhead(s[j:]) || d.Start.Year != 0 && k >= 6 && !digitAt(s, i) && atStop(s[j:]) {
			if v < 1 || v > 31 || m != 0 && !possible(d.Start.Year, m, v) {
				return -1
			}
			d.fill(m, v, m, v, DayOfMonth)
			return j + u
		}
	}
	if n := nthWeekdayAt(d, m, s[i:]); n > 0 {
		return i + n
	}
	last := LastDay(d.Start.Year, m)
	switch {
	case oneOf(s, "底", "末") > 0:
		d.fill(m, last, m, last, DayOfMonth)
		return 3
	case oneOf(s, "初") > 0 && beginning(s[3:]):
		d.fill(m, 1, m, 10, Dekad)
		return 3
	case oneOf(s, "中") > 0 && closes(s[3:]) > 0:
		d.fill(m, 11, m, 20, Dekad)
		return 3
	case oneOf(s, "上半月") > 0:
		d.fill(m, 1, m, 15, Dekad)
		return len("上半月")
	case oneOf(s, "下半月") > 0:
		d.fill(m, 16, m, last, Dekad)
		return len("下半月")
	}
	d.fill(m, 1, m, last, Month)
	return 0
}

// nthWeekdayAt reads what tells a day of month m by its weekday: 第二个星期日,
// 的最后一个周五. 第二周 is none: where its weeks begin is the reader's to say.
func nthWeekdayAt(d *Date, m int, s string) int {
	i := oneOf(s, "的")
	nth := 0
	if k := oneOf(s[i:], "最后一个", "最后1个"); k > 0 {
		nth = -1
		i += k
	} else {
		k = oneOf(s[i:], "第")
		v, n := smallNumber(s[i+k:])
		u := oneOf(s[i+k+n:], "个")
		if k == 0 || n == 0 || u == 0 || v < 1 || v > 4 {
			return 0
		}
		nth = v
		i += k + n + u
	}
	w, n := weekdayAt(s[i:])
	if m < 1 || n == 0 || s[i] == '(' || begins(s[i:], "（") {
		return 0
	}
	d.fill(m, 1, m, LastDay(d.Start.Year, m), DayOfMonth)
	d.Nth, d.Weekday = nth, w
	if d.Start.Year != 0 {
		d.Start = d.Start.nth(nth, w)
		d.End = d.Start
	}
	return i + n
}

// atStop reports whether nothing follows, or a stop: the 日 of 二〇〇四年八月十五
// is lost.
func atStop(s string) bool { return s == "" || s[0] == '\n' || begins(s, "，。；）、") }

// dayUnit is the length of 日 or 号 at the head of s; 2号楼 and 2号文 have none.
func dayUnit(s string) int {
	i := blanks(s)
	switch {
	case oneOf(s[i:], "日") > 0:
		return i + 3
	case oneOf(s[i:], "号") > 0 && !begins(s[i+3:], "楼文令院门线馆厅桌机车"):
		return i + 3
	}
	return 0
}

// dekadAt reads 上旬, 中旬, 下旬, 中下旬, 上、中旬.
func dekadAt(s string) (first, last, n int) {
	for i, first := range [...]int{1, 11, 21} {
		name := "上中下"[3*i : 3*i+3]
		if oneOf(s, name) == 0 {
			continue
		}
		n = 3
		last = first + 9
		if i < 2 {
			k := 3 + oneOf(s[3:], "、")
			if u := oneOf(s[k:], "上中下"[3*i+3:3*i+6]); u > 0 {
				n, last = k+u, first+19
			}
		}
		if oneOf(s[n:], "旬") == 0 {
			return 0, 0, 0
		}
		if last == 30 {
			last = 31
		}
		return first, last, n + 3
	}
	return 0, 0, 0
}

// bareDayAt reads a day without a month: 26日前, 17日至19日, 17至19日.
func bareDayAt(d *Date, s string) int {
	v, n := smallNumber(s)
	if n == 0 || v < 1 || v > 31 {
		return 0
	}
	u := 0
	if oneOf(s[n+blanks(s[n:]):], "日") > 0 {
		u = dayUnit(s[n:])
		if begins(s[n+u:], "内游均薪龄常报后") {
			return 0 // 30日内 is a stretch, 10日游 a tour, 日报 a paper
		}
	} else if unitAhead(s[n:]) != "日" {
		return 0
	}
	d.fill(0, v, 0, v, DayOfMonth)
	return n + u
}

// quarterAt reads 第一季度, 一季度, 4季度末, 首季度.
func quarterAt(d *Date, s string) int {
	n := oneOf(s, "第")
	first, cumulative := 0, 0
	if n == 0 {
		cumulative = oneOf(s, "前")
	}
	n += cumulative
	q, k := smallNumber(s[n:])
	if k == 0 && n == 0 {
		q, k = 1, oneOf(s, "首")
	}
	n += k
	n += blanks(s[n:])
	u := oneOf(s[n:], "季度")
	if k == 0 || u == 0 || q < 1 || q > 4 {
		return 0
	}
	n += u
	if cumulative == 0 {
		first = q - 1
	}
	last := LastDay(1, 3*q)
	if k := oneOf(s[n:], "末", "底"); k > 0 {
		d.fill(3*q, last, 3*q, last, DayOfMonth)
		return n + k
	}
	d.fill(3*first+1, 1, 3*q, last, Quarter)
	return n
}

// halfAt reads 上半年 and 下半年.
func halfAt(d *Date, s string) int {
	switch {
	case oneOf(s, "上半年", "前半年") > 0:
		d.fill(1, 1, 6, 30, Quarter)
	case oneOf(s, "下半年", "后半年") > 0:
		d.fill(7, 1, 12, 31, Quarter)
	default:
		return 0
	}
	return len("上半年")
}

// separatedAt reads 2024-04-07, 2024/4/7 and 2024.4.7, and the months of
// 2019.09—2023.07. A lone 2024.4 or 2024-4 is a figure or a number.
func separatedAt(d *Date, s string) int {
	if len(s) < 8 || s[4] != '-' && s[4] != '/' && s[4] != '.' || !digitAt(s, 0) {
		return 0
	}
	y, n := arabicNumber(s[:4])
	if n != 4 || y < 1000 || y >= 2200 {
		return 0
	}
	m, k := smallNumber(s[5:])
	if k == 0 || m < 1 || m > 12 || !digitAt(s, 5) {
		return 0
	}
	n = 5 + k
	if n < len(s) && s[n] == s[4] && digitAt(s, n+1) {
		v, k := smallNumber(s[n+1:])
		if k == 0 || !possible(y, m, v) {
			return 0
		}
		n += 1 + k
		if n < len(s) && (s[n] == '.' || s[n] == '/') && digitAt(s, n+1) {
			return 0 // 2024.1.1.3 numbers a paragraph
		}
		d.Start.Year = y
		d.fill(m, v, m, v, DayOfMonth)
		return n + isoTime(d, s[n:])
	}
	if s[4] != '.' || !dottedMonthAhead(s[n:]) {
		return 0
	}
	d.Start.Year = y
	d.fill(m, 1, m, LastDay(y, m), Month)
	return n
}

// commaedAt reads the 2024、4、7 of a signature, at the end of its line. A row of
// figures goes on, or counts something: 2024、25、3, 2024、4、7届.
func commaedAt(d *Date, s string) int {
	if len(s) < len("2024、4、7") || oneOf(s[4:], "、") == 0 {
		return 0
	}
	y, n := arabicNumber(s[:4])
	if n != 4 || y < 1949 || y >= 2100 {
		return 0
	}
	n += len("、")
	m, k := smallNumber(s[n:])
	if k == 0 || !digitAt(s, n) || oneOf(s[n+k:], "、") == 0 {
		return 0
	}
	n += k + len("、")
	v, k := smallNumber(s[n:])
	if k == 0 || !digitAt(s, n) || !possible(y, m, v) {
		return 0
	}
	n += k
	if i := n + blanks(s[n:]); i < len(s) && s[i] != '\n' {
		return 0
	}
	d.Start.Year = y
	d.fill(m, v, m, v, DayOfMonth)
	return n
}

// isoTime takes the T before a time as computers write it (2024-04-07T09:00).
func isoTime(d *Date, s string) int {
	if len(s) < 6 || s[0] != 'T' {
		return 0
	}
	c, n := ClockOf(s[1:])
	if n == 0 {
		return 0
	}
	d.From, d.To, d.Precision = c, c, Minute
	return 1 + n
}

func dottedMonthAhead(s string) bool {
	i := separatorAt(s)
	if i == 0 {
		return false
	}
	s = s[i:]
	if oneOf(s, "今") > 0 {
		return true
	}
	m, k := 0, 0
	if len(s) >= 6 && s[4] == '.' && digitAt(s, 0) && digitAt(s, 3) {
		m, k = smallNumber(s[5:])
	}
	return k > 0 && m >= 1 && m <= 12
}

// labelAt reads the name of a day: 4·15, 12·4.
func labelAt(d *Date, s string) int {
	if !digitAt(s, 0) {
		return 0
	}
	m, n := smallNumber(s)
	k := oneOf(s[n:], "·", "•", "‧", "・")
	if n == 0 || k == 0 {
		return 0
	}
	v, u := smallNumber(s[n+k:])
	if u == 0 || !digitAt(s, n+k) || m < 1 || m > 12 || !possible(0, m, v) {
		return 0
	}
	n += k + u
	d.fill(m, v, m, v, DayOfMonth)
	d.Label, d.Named = true, s[:n]
	return n
}
