package scan

import "testing"

func TestLunarDay(t *testing.T) {
	for _, c := range []struct {
		year, month, day int
		want             string
	}{
		{2024, 1, 1, "2024-02-10"},
		{2023, 1, 1, "2023-01-22"},
		{2023, 2, 1, "2023-02-20"},
		{2023, 3, 1, "2023-04-20"}, // behind the second 二月
		{2024, 8, 15, "2024-09-17"},
		{2025, 8, 15, "2025-10-06"}, // behind the second 六月
		{2023, 12, 30, "2024-02-09"},
		{2024, 12, 30, "2025-01-28"}, // that month has 29 days
		{1950, 1, 1, "1950-02-17"},
		{2060, 12, 30, "2061-01-20"},
		{1949, 1, 1, ""},
		{2061, 1, 1, ""},
		{2024, 13, 1, ""},
		{2024, 0, 1, ""},
		{2024, 1, 31, ""},
		{2024, 1, 0, ""},
	} {
		if got := LunarDay(c.year, c.month, c.day).String(); got != c.want {
			t.Errorf("LunarDay(%d, %d, %d) = %s, want %s", c.year, c.month, c.day, got, c.want)
		}
	}
}

// Each year of the almanac ends on the eve of the next.
func TestLunarYears(t *testing.T) {
	for year := firstLunar; year+1 < firstLunar+len(lunarYears); year++ {
		if eve, next := LunarDay(year, 12, 30), LunarDay(year+1, 1, 1); eve.plus(1) != next {
			t.Errorf("%d ends on %v, %d begins on %v", year, eve, year+1, next)
		}
	}
}

func TestQingming(t *testing.T) {
	for _, c := range []struct {
		year int
		want string
	}{{1998, "1998-04-05"}, {2008, "2008-04-04"}, {2019, "2019-04-05"}, {2020, "2020-04-04"}, {2023, "2023-04-05"}, {2024, "2024-04-04"}, {1900, ""}, {2100, ""}} {
		if got := Qingming(c.year).String(); got != c.want {
			t.Errorf("Qingming(%d) = %s, want %s", c.year, got, c.want)
		}
	}
}
