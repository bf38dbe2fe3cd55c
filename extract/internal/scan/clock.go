package scan

// A partOfDay tells how to read an hour of twelve: 下午5点 is 17:00.
type partOfDay uint8

const (
	noPart partOfDay = iota
	morning
	noon
	evening
	dawn
)

// partAt reads 上午, 下午 and their kin. 早, 晚 and 夜 alone are too short to
// stand without an hour.
func partAt(s string) (p partOfDay, n int, short bool) {
	if len(s) < 3 {
		return
	}
	switch s[:3] {
	case "上":
		return morning, oneOf(s, "上午"), false
	case "中", "正":
		return noon, oneOf(s, "中午", "正午"), false
	case "下":
		return evening, oneOf(s, "下午"), false
	case "傍", "深", "午":
		return evening, oneOf(s, "傍晚", "深夜", "午夜", "午后"), false
	case "凌", "零":
		return dawn, oneOf(s, "凌晨"), false
	case "清":
		return morning, oneOf(s, "清晨"), false
	case "晨":
		return morning, 3, true
	case "早":
		n = oneOf(s, "早上", "早间", "早晨", "早")
		return morning, n, n == 3
	case "晚", "夜":
		n = oneOf(s, "晚上", "晚间", "夜间", "夜里", "晚", "夜")
		return evening, n, n == 3
	}
	return
}

func (p partOfDay) hour(h int) int {
	switch {
	case p == evening && h == 12:
		return 24 // 晚上12点; for 下午12点 see ClockOf
	case p == evening && h < 12, p == noon && h < 10:
		return h + 12
	case p == dawn && h == 12:
		return 0
	}
	return h
}

// ClockOf reads the time of day at the head of s: 17:00, 17时30分, 下午5点半,
// 上午12点, 24时. It refuses hours above 24 and durations (24小时).
func ClockOf(s string) (Clock, int) {
	c, _, n := clockAt(s)
	return c, n
}

func clockAt(s string) (c Clock, p partOfDay, n int) {
	p, n, _ = partAt(s)
	afternoon := n > 0 && s[:3] == "下"
	n += blanks(s[n:])
	h, k := smallNumber(s[n:])
	if k == 0 || h > 24 {
		return Clock{}, noPart, 0
	}
	n += k
	m, k := minutesAt(s[n:])
	if k == 0 || h == 24 && m > 0 {
		return Clock{}, noPart, 0
	}
	n += k
	if !(afternoon && h == 12) {
		h = p.hour(h)
	}
	return Clock{h, m, true}, p, n
}

// minutesAt reads what makes a number an hour: :30, 时, 时30分, 点半, 点整.
func minutesAt(s string) (m, n int) {
	i := blanks(s)
	if k := oneOf(s[i:], ":", "："); k > 0 {
		if b := blanks(s[k:]); b == 1 && i == 0 && oneOf(s[k+b:], "00", "30") > 0 {
			k += b // 24: 00; 8: 20 may be a ratio
		}
		if i > 0 || !digitAt(s, k) || !digitAt(s, k+1) || digitAt(s, k+2) || s[k] > '5' {
			return 0, 0 // 8:2 is a ratio
		}
		m, n = int(s[k]-'0')*10+int(s[k+1]-'0'), k+2
		if j := oneOf(s[n:], ":", "："); j > 0 && digitAt(s, n+j) && digitAt(s, n+j+1) && !digitAt(s, n+j+2) {
			n += j + 2 // seconds
		}
		// 晚8:00点之前 says it twice
		return m, n + oneOf(s[n:], "点", "时", "分")
	}
	k := oneOf(s[i:], "时", "点钟", "点")
	if k == 0 || begins(s[i+k:], "名评击位意建要赞") {
		return 0, 0
	}
	n = i + k
	if k := oneOf(s[n:], "半"); k > 0 {
		return 30, n + k
	}
	if k := oneOf(s[n:], "整", "正"); k > 0 {
		return 0, n + k
	}
	if k := oneOf(s[n:], "一刻"); k > 0 {
		return 15, n + k
	}
	j := n + blanks(s[n:])
	if v, k := smallNumber(s[j:]); k > 0 && v < 60 {
		j += k
		j += blanks(s[j:])
		if u := oneOf(s[j:], "分"); u > 0 && oneOf(s[j:], "分钟") == 0 {
			return v, j + u
		}
		if v >= 10 && (atStop(s[j:]) || closes(s[j:]) > 0 || separatorAt(s[j:]) > 0) {
			return v, j // 九点二十, 9点30至11点30
		}
	}
	return 0, n
}

// clockRangeEnd reads the second time of a stretch of one day: 14:00-17:00,
// 下午2:00-5:30. A second time without 上午 or 下午 takes that of the first.
func clockRangeEnd(from Clock, s string) (Clock, int) {
	to, p, n := clockAt(s)
	if n > 0 && p == noPart && to.before(from) && to.Hour < 12 && from.Hour >= 12 && from.Hour < to.Hour+12 {
		to.Hour += 12
	}
	return to, n
}

// weekdayAt reads a day of the week: 星期五, 周三, （周日）, (星期天).
func weekdayAt(s string) (day, n int) {
	open := oneOf(s, "（", "(")
	n = open
	n += blanks(s[n:])
	k := oneOf(s[n:], "星期", "礼拜", "周")
	if k == 0 {
		return 0, 0
	}
	n += k
	n += blanks(s[n:])
	if len(s) < n+3 {
		return 0, 0
	}
	switch s[n : n+3] {
	case "日", "天":
		day = 7
	default:
		if day, k = hanDigit(s[n:]); k == 0 || day < 1 || day > 6 {
			return 0, 0
		}
	}
	n += 3
	if open > 0 {
		n += blanks(s[n:])
		k = oneOf(s[n:], "）", ")")
		if k == 0 {
			return 0, 0
		}
		n += k
	}
	return day, n
}
