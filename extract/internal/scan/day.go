package scan

// A Day is a calendar day as printed; a part that is not written is zero.
// A zero Day beside a Month is the month's last day, not known before the year
// is (the end of 2月).
type Day struct{ Year, Month, Day int }

// String gives the day in ISO 8601; an unknown part is X (XXXX-05-26), a part
// behind the last known one is left out (2024-05).
func (d Day) String() string {
	if d == (Day{}) {
		return ""
	}
	b := make([]byte, 0, 10)
	b = appendPart(b, d.Year, 4)
	if d.Month != 0 || d.Day != 0 {
		b = appendPart(append(b, '-'), d.Month, 2)
	}
	if d.Day != 0 {
		b = appendPart(append(b, '-'), d.Day, 2)
	}
	return string(b)
}

func appendPart(b []byte, v, width int) []byte {
	for div := pow10(width - 1); div > 0; div /= 10 {
		if v == 0 {
			b = append(b, 'X')
		} else {
			b = append(b, byte('0'+v/div%10))
		}
	}
	return b
}

func pow10(n int) int {
	p := 1
	for range n {
		p *= 10
	}
	return p
}

// Before reports whether d comes before e. The years count only where both are
// known; an unknown last day of a month counts as its end.
func (d Day) Before(e Day) bool {
	if d.Year != e.Year && d.Year != 0 && e.Year != 0 {
		return d.Year < e.Year
	}
	if d.Month != e.Month {
		return d.Month < e.Month
	}
	return d.ordinal() < e.ordinal()
}

func (d Day) ordinal() int {
	if d.Day == 0 {
		return 31
	}
	return d.Day
}

// LastDay is the last day of the month, zero for February of an unknown year
// and for what is no month.
func LastDay(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 1, 3, 5, 7, 8, 10, 12:
		return 31
	case 2:
		if year == 0 {
			return 0
		}
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 0
}

// Weekday is the day of the week, 1 for Monday to 7 for Sunday, zero where the
// day is not known in full.
func Weekday(d Day) int {
	if d.Year <= 0 || d.Month < 1 || d.Month > 12 || d.Day < 1 || d.Day > 31 {
		return 0
	}
	shift := [...]int{0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4}
	y := d.Year
	if d.Month < 3 {
		y--
	}
	w := (y + y/4 - y/100 + y/400 + shift[d.Month-1] + d.Day) % 7
	if w == 0 {
		return 7
	}
	return w
}

// nth gives the nth day of d's month that is weekday w, the last for -1; d's
// year is known.
func (d Day) nth(n, w int) Day {
	d.Day = 1
	d.Day += (w - Weekday(d) + 7) % 7
	for k := 1; k != n && d.Day+7 <= LastDay(d.Year, d.Month); k++ {
		d.Day += 7
	}
	return d
}

// plus gives the day n days on, n being small. In an unknown year February has
// no end to step over.
func (d Day) plus(n int) Day {
	for d.Day += n; d.Day < 1; {
		if d.Month--; d.Month < 1 {
			d.Month = 12
			d.Year = max(d.Year-1, 0)
		}
		d.Day += max(LastDay(d.Year, d.Month), 28)
	}
	for last := LastDay(d.Year, d.Month); last > 0 && d.Day > last; last = LastDay(d.Year, d.Month) {
		d.Day -= last
		if d.Month++; d.Month > 12 {
			d.Month = 1
			if d.Year > 0 {
				d.Year++
			}
		}
	}
	return d
}

// possible reports whether month and day can stand in a calendar.
func possible(year, month, day int) bool {
	last := LastDay(year, month)
	if month == 2 && last == 0 {
		last = 29
	}
	return 1 <= day && day <= last
}

// A Clock is a time of day as printed; 24时 is Hour 24.
type Clock struct {
	Hour, Minute int
	Set          bool // a time is printed: tells 0时 from none
}

// String gives the time as 17:00, nothing where none is set.
func (c Clock) String() string {
	if !c.Set {
		return ""
	}
	return string([]byte{byte('0' + c.Hour/10%10), byte('0' + c.Hour%10), ':',
		byte('0' + c.Minute/10%10), byte('0' + c.Minute%10)})
}

func (c Clock) before(d Clock) bool {
	return c.Hour < d.Hour || c.Hour == d.Hour && c.Minute < d.Minute
}

// A Precision is the smallest unit that a date names.
type Precision uint8

// The precisions, from the finest to the coarsest.
const (
	NoPrecision Precision = iota
	Minute
	DayOfMonth
	Dekad // 旬
	Month
	Quarter // 季度; also 上半年, 下半年
	Year
)

// String gives the word of the output contract.
func (p Precision) String() string {
	switch p {
	case Minute:
		return "minute"
	case DayOfMonth:
		return "day"
	case Dekad:
		return "dekad"
	case Month:
		return "month"
	case Quarter:
		return "quarter"
	case Year:
		return "year"
	}
	return ""
}

// A Bound says that a date closes or opens a stretch of time.
type Bound uint8

// The bounds that the words behind a date set.
const (
	NoBound Bound = iota
	Before        // 前 之前 以前 止 为止 截止 内
	After         // 起 后 之后 以后 以来 开始
)

// String gives the bound's name.
func (b Bound) String() string {
	switch b {
	case Before:
		return "before"
	case After:
		return "after"
	}
	return ""
}
