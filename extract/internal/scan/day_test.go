package scan

import (
	"testing"
	"time"
)

func TestDay(t *testing.T) {
	for want, d := range map[string]Day{
		"":           {},
		"2024":       {2024, 0, 0},
		"2024-05":    {2024, 5, 0},
		"2024-05-06": {2024, 5, 6},
		"XXXX-05-26": {0, 5, 26},
		"XXXX-02":    {0, 2, 0},
		"XXXX-XX-26": {0, 0, 26},
	} {
		if got := d.String(); got != want {
			t.Errorf("%#v is %q, want %q", d, got, want)
		}
	}
	for _, c := range []struct {
		a, b Day
		want bool
	}{
		{Day{2024, 5, 1}, Day{2024, 5, 2}, true},
		{Day{2024, 5, 2}, Day{2024, 5, 2}, false},
		{Day{2023, 12, 31}, Day{2024, 1, 1}, true},
		{Day{0, 12, 31}, Day{2024, 1, 1}, false},
		{Day{0, 2, 20}, Day{0, 2, 0}, true},
		{Day{0, 3, 1}, Day{0, 2, 0}, false},
	} {
		if got := c.a.Before(c.b); got != c.want {
			t.Errorf("%v before %v: %v", c.a, c.b, got)
		}
	}
}

func TestCalendar(t *testing.T) {
	for day := time.Date(1899, 12, 1, 0, 0, 0, 0, time.UTC); day.Year() < 2101; day = day.AddDate(0, 0, 1) {
		d := Day{day.Year(), int(day.Month()), day.Day()}
		if want := (int(day.Weekday())+6)%7 + 1; Weekday(d) != want {
			t.Fatalf("weekday of %v: %d, want %d", d, Weekday(d), want)
		}
		next := day.AddDate(0, 0, 1)
		if got := d.plus(1); got != (Day{next.Year(), int(next.Month()), next.Day()}) {
			t.Fatalf("%v and a day is %v", d, got)
		}
		if got := d.plus(1).plus(-1); got != d {
			t.Fatalf("%v there and back is %v", d, got)
		}
	}
	for _, d := range []Day{{}, {0, 5, 1}, {2024, 13, 1}, {2024, 5, 0}, {-1, 1, 1}} {
		if Weekday(d) != 0 {
			t.Errorf("%#v has a weekday", d)
		}
	}
	for _, c := range [][3]int{{2024, 2, 29}, {2023, 2, 28}, {1900, 2, 28}, {2000, 2, 29}, {0, 2, 0}, {0, 4, 30}, {2024, 0, 0}, {2024, 13, 0}} {
		if got := LastDay(c[0], c[1]); got != c[2] {
			t.Errorf("LastDay(%d, %d) = %d, want %d", c[0], c[1], got, c[2])
		}
	}
}

func TestClockOf(t *testing.T) {
	for _, c := range []struct{ in, want, text string }{
		{"17:00前", "17:00", "17:00"},
		{"17：00", "17:00", "17：00"},
		{"9:05:30", "09:05", "9:05:30"},
		{"17时", "17:00", "17时"},
		{"17点30分", "17:30", "17点30分"},
		{"8时半", "08:30", "8时半"},
		{"下午5点半", "17:30", "下午5点半"},
		{"下午五点一刻", "17:15", "下午五点一刻"},
		{"下午12点", "12:00", "下午12点"},
		{"下午14:00", "14:00", "下午14:00"},
		{"上午12点", "12:00", "上午12点"},
		{"中午12:00", "12:00", "中午12:00"},
		{"中午1点", "13:00", "中午1点"},
		{"中午11点半", "11:30", "中午11点半"},
		{"晚8点", "20:00", "晚8点"},
		{"晚8:00点", "20:00", "晚8:00点"},
		{"夜间12点", "24:00", "夜间12点"},
		{"凌晨12点", "00:00", "凌晨12点"},
		{"凌晨2时", "02:00", "凌晨2时"},
		{"0时", "00:00", "0时"},
		{"24时", "24:00", "24时"},
		{"24:00", "24:00", "24:00"},
		{"二十四时", "24:00", "二十四时"},
		{"8:2", "", ""},
		{"8:75", "", ""},
		{"8:200", "", ""},
		{"25:00", "", ""},
		{"24:01", "", ""},
		{"24小时", "", ""},
		{"3点建议", "", ""},
		{"123:00", "", ""},
		{"上午", "", ""},
		{"时", "", ""},
		{"", "", ""},
	} {
		got, n := ClockOf(c.in)
		if got.String() != c.want || c.in[:n] != c.text {
			t.Errorf("ClockOf(%q) = %v, %q; want %s, %q", c.in, got, c.in[:n], c.want, c.text)
		}
	}
}
