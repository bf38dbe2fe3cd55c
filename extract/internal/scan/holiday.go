package scan

// A festival is a public day with a name. Month is zero where the Gregorian
// day changes from year to year.
type festival struct {
	name       string
	month, day int
	alone      bool // a name that says nothing but the day
}

// festivals stand longest first where one is the beginning of another.
// Those that are not alone are also numbers, seasons or parts of names (张国庆,
// 十一, 清明): they need 节 or 期间, 假期, 前, 后 behind.
var festivals = [...]festival{
	{"元旦节", 1, 1, true}, {"元旦", 1, 1, true}, {"元宵节", 0, 0, true}, {"元宵", 0, 0, false},
	{"新年", 1, 1, false},
	{"春节", 0, 0, true}, {"除夕", 0, 0, true},
	{"国际妇女节", 3, 8, true}, {"妇女节", 3, 8, true}, {"三八妇女节", 3, 8, true}, {"三八节", 3, 8, true},
	{"植树节", 3, 12, true},
	{"清明节", 0, 0, true}, {"清明", 0, 0, false},
	{"五一国际劳动节", 5, 1, true}, {"五一劳动节", 5, 1, true}, {"国际劳动节", 5, 1, true}, {"劳动节", 5, 1, true}, {"五一节", 5, 1, true}, {"五一", 5, 1, false},
	{"五四青年节", 5, 4, true}, {"青年节", 5, 4, true},
	{"六一国际儿童节", 6, 1, true}, {"六一儿童节", 6, 1, true}, {"国际儿童节", 6, 1, true}, {"儿童节", 6, 1, true}, {"六一", 6, 1, false},
	{"端午节", 0, 0, true}, {"端午", 0, 0, false},
	{"七一建党节", 7, 1, true}, {"建党节", 7, 1, true}, {"七一", 7, 1, false},
	{"八一建军节", 8, 1, true}, {"建军节", 8, 1, true}, {"八一", 8, 1, false},
	{"教师节", 9, 10, true},
	{"中秋节", 0, 0, true}, {"中秋", 0, 0, false}, {"重阳节", 0, 0, true},
	{"十一国庆节", 10, 1, true}, {"国庆节", 10, 1, true}, {"国庆", 10, 1, false}, {"十一", 10, 1, false},
}

// festivalAt reads the name of a public day.
func festivalAt(d *Date, s string) int {
	if len(s) < 6 || !begins(s, "元新春除国三妇植清五劳青六儿端七建八教中重十") {
		return 0
	}
	for i := range festivals {
		f := &festivals[i]
		if s[3:6] != f.name[3:6] {
			continue
		}
		n := oneOf(s, f.name)
		if n == 0 {
			continue
		}
		t := s[n:]
		if !f.alone && closes(t) == 0 && oneOf(t, "期间", "假期", "长假", "小长假", "黄金周", "节", "放假", "、中秋", "、国庆") == 0 {
			continue
		}
		if oneOf(s, "春节") > 0 && begins(t, "目拍") {
			return 0 // 新春节目
		}
		if f.month != 0 {
			d.fill(f.month, f.day, f.month, f.day, DayOfMonth)
		}
		d.Named, d.Precision = s[:n], DayOfMonth
		return n
	}
	return 0
}

// lunarAt reads a day of the lunar calendar (农历正月初一, 农历八月十五, 腊月廿三,
// 大年三十); the almanac knows on which day it falls.
func lunarAt(d *Date, s string) int {
	i := oneOf(s, "农历", "阴历", "旧历", "夏历")
	told := i > 0
	if y, k := yearAt(s[i:]); told && k > 0 {
		d.Start.Year, d.End.Year = y, y
		i += k
	}
	month, k := lunarMonthAt(s[i:])
	if k == 0 {
		leap := oneOf(s[i:], "闰")
		m, u := smallNumber(s[i+leap:])
		if !told && leap == 0 || u == 0 || m < 1 || m > 12 || oneOf(s[i+leap+u:], "月") == 0 {
			return 0
		}
		if month = m; leap > 0 {
			month = 0 // the almanac tells which month stands twice, not the notice
		}
		k = leap + u + len("月")
	}
	eve := oneOf(s[i:], "大年") > 0
	i += k
	day, k := lunarDayAt(s[i:])
	if k == 0 {
		v, u := smallNumber(s[i:])
		switch {
		case u > 0 && v >= 1 && v <= 30:
			day, k = v, u+oneOf(s[i+u:], "日")
		case !told:
			return 0
		}
	}
	if i += k; eve && day >= 29 {
		month = 12
	}
	d.Lunar, d.Named, d.Precision = true, s[:i], DayOfMonth
	if day > 0 {
		d.LunarMonth, d.LunarDay = month, day
	}
	return i
}

// lunarMonthAt reads the months that have names.
func lunarMonthAt(s string) (month, n int) {
	switch {
	case oneOf(s, "正月", "大年") > 0:
		return 1, 6
	case oneOf(s, "冬月") > 0:
		return 11, 6
	case oneOf(s, "腊月") > 0:
		return 12, 6
	}
	return 0, 0
}

// lunarDayAt reads 初一 to 初十. In 初一年级 it is a class.
func lunarDayAt(s string) (day, n int) {
	if oneOf(s, "初") == 0 {
		return 0, 0
	}
	v, k := smallNumber(s[3:])
	if k == 0 || v < 1 || v > 10 || digitAt(s, 3) || begins(s[3+k:], "年班级学新的、各全") {
		return 0, 0
	}
	return v, 3 + k
}
