package scan

// firstLunar is the first year of lunarYears.
const firstLunar = 1950

// lunarYears holds the years of the 农历 from 1950 to 2060, made from the Chinese
// calendar of ICU: in bits 0 to 12 which months have 30 days, in bits 13 to 16
// the month that stands twice (闰月), above them the days from 1 January to the
// first day of the year.
var lunarYears = [...]uint32{
	0x5e0536, 0x480aad, 0x34b5aa, 0x580db2, 0x440da4, 0x2e7d49, 0x540d4a, 0x3d0a95, 0x600a97, 0x4c0556,
	0x36cab5, 0x5a0ad5, 0x4606d2, 0x308ea5, 0x560ea5, 0x40064a, 0x286c97, 0x4e0a9b, 0x3af55a, 0x5e056a,
	0x480b69, 0x34b752, 0x5a0b52, 0x420b25, 0x2c964b, 0x520a4b, 0x3d14ab, 0x6002ad, 0x4a056d, 0x36cb69,
	0x5c0da9, 0x460d92, 0x309d25, 0x560d25, 0x415a4d, 0x640a56, 0x4e02b6, 0x38e5b5, 0x5e06d5, 0x480ea9,
	0x34be92, 0x5a0e92, 0x440d26, 0x2c6a56, 0x500a57, 0x3d14d6, 0x62035a, 0x4a06d5, 0x36aec9, 0x5c0749,
	0x460693, 0x2e952b, 0x54052b, 0x3e0a5b, 0x2a555a, 0x4e056a, 0x38fb55, 0x600ba4, 0x4a0b49, 0x32ba93,
	0x580a95, 0x42052d, 0x2c8a6d, 0x500ab5, 0x3d35aa, 0x6205d2, 0x4c0da5, 0x36dd4a, 0x5c0e4a, 0x460c95,
	0x30952e, 0x540556, 0x3e0ab5, 0x2a55b2, 0x5006d2, 0x38cea5, 0x5e0f25, 0x4a064a, 0x32ac97, 0x5604ab,
	0x40055b, 0x2c6ad6, 0x520b69, 0x3d7752, 0x620b52, 0x4c0b25, 0x36da4b, 0x5a0a4b, 0x4404ab, 0x2ea55b,
	0x5405ad, 0x3e0b6a, 0x2a5b52, 0x500d92, 0x3afd25, 0x5e0d25, 0x480a55, 0x32b4ad, 0x5804b6, 0x4005b5,
	0x2c6daa, 0x520ec9, 0x3f1e92, 0x620e92, 0x4c0d26, 0x36ca56, 0x5a0a57, 0x4404d6, 0x2e86d5, 0x540755,
	0x400749,
}

// LunarDay gives the day of the calendar on which a day of the 农历 falls. The
// twelfth month lies in the year behind; day 30 of a month of 29 days, as in
// 大年三十, is its last. A year beyond the almanac gives no day.
func LunarDay(year, month, day int) Day {
	if year < firstLunar || year >= firstLunar+len(lunarYears) || month < 1 || month > 12 || day < 1 || day > 30 {
		return Day{}
	}
	y := lunarYears[year-firstLunar]
	at := month - 1
	if leap := int(y >> 13 & 0xF); leap > 0 && month > leap {
		at = month
	}
	days := int(y >> 17)
	for i := range at {
		days += lunarMonth(y, i)
	}
	days += min(day, lunarMonth(y, at))
	d := Day{Year: year, Month: 1}
	for last := 31; days > last; last = LastDay(d.Year, d.Month) {
		days -= last
		if d.Month++; d.Month > 12 {
			d.Year, d.Month = d.Year+1, 1
		}
	}
	d.Day = days
	return d
}

// lunarMonth is how many days the month has that stands at place i of the year y.
func lunarMonth(y uint32, i int) int { return 29 + int(y>>i&1) }

// Qingming gives the day of 清明, of which 4 and 5 April take turns.
func Qingming(year int) Day {
	if year < firstLunar || year > 2099 {
		return Day{}
	}
	y := year % 100
	c := 48100 // the day and its part on which the sun's term fell in the year 00
	if year < 2000 {
		c = 55900
	}
	return Day{year, 4, (y*2422+c)/10000 - y/4}
}

// festivalDay gives the day of a festival that the almanac moves; a zero day for
// any other name.
func festivalDay(name string, year int) Day {
	if year == 0 || len(name) < 6 {
		return Day{}
	}
	switch name[:6] {
	case "春节":
		return LunarDay(year, 1, 1)
	case "元宵":
		return LunarDay(year, 1, 15)
	case "清明":
		return Qingming(year)
	case "端午":
		return LunarDay(year, 5, 5)
	case "中秋":
		return LunarDay(year, 8, 15)
	case "重阳":
		return LunarDay(year, 9, 9)
	case "除夕":
		return LunarDay(year-1, 12, 30)
	}
	return Day{}
}
