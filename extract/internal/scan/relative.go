package scan

// durationAt reads a stretch of time that is a term without a date: 5个工作日内,
// 30日内, 2小时内, 3-5个工作日内, 公示期7天. A duration without 内 is none.
func durationAt(d *Date, s string) int {
	if n := publicityAt(d, s); n > 0 {
		return n
	}
	n := lengthAt(d, s)
	if n == 0 {
		return 0
	}
	i := n + blanks(s[n:])
	k := oneOf(s[i:], "之内", "以内", "内")
	if k == 0 || begins(s[i+k:], "容部涵控设外地") {
		*d = Date{}
		return 0
	}
	d.Bound = Before
	return i + k
}

// publicityAt reads 公示期7天, 公示期为5个工作日, 公示时间：7天, 公示期自张贴次日起7日.
func publicityAt(d *Date, s string) int {
	if oneOf(s, "公") == 0 {
		return 0
	}
	n := oneOf(s, "公示期限", "公示期", "公示时间", "公告期限", "公告期")
	if n == 0 {
		return 0
	}
	anchor := s[:n]
	n += oneOf(s[n:], "为", "：", ":", "是", "共")
	n += blanks(s[n:])
	n += sinceDayAt(s[n:])
	k := lengthAt(d, s[n:])
	if k == 0 {
		return 0
	}
	d.Anchor = anchor
	return n + k
}

// sinceDayAt reads 自张贴次日起, 从公告发布之日起: the words that tell from which day a term
// runs. A date between them (自3月1日起) says more than they do.
func sinceDayAt(s string) int {
	if oneOf(s, "自", "从") == 0 {
		return 0
	}
	for i := 3; i+6 <= len(s) && i < 48; i++ {
		switch {
		case s[i] < 0x80 || begins(s[i:], "，。；：、（"):
			return 0
		case s[i:i+6] == "日起":
			return i + 6 + oneOf(s[i+6:], "，")
		}
	}
	return 0
}

// lengthAt reads a number with a unit of time and sets d.Relative. Of a range
// the longer end counts.
func lengthAt(d *Date, s string) int {
	v, n := smallNumber(s)
	if n == 0 {
		if v, n = NumberOf(s); n == 0 || v > 999 {
			return 0
		}
	}
	if k := separatorAt(s[n:]); k > 0 {
		w, m := smallNumber(s[n+k:])
		if m == 0 || w <= v {
			return 0
		}
		v, n = w, n+k+m
	}
	if v == 0 {
		return 0
	}
	n += blanks(s[n:])
	count := oneOf(s[n:], "个")
	n += count
	n += blanks(s[n:])
	t := s[n:]
	if len(t) < 3 {
		return 0
	}
	k, time, unit := 0, false, byte(0)
	switch t[:3] {
	case "工":
		k, unit = oneOf(t, "工作日"), 'D'
		d.WorkingDays = k > 0
	case "日", "天":
		k, unit = 3, 'D'
		if count > 0 {
			return 0
		}
	case "自", "历":
		k, unit = oneOf(t, "自然日", "日历日", "日历天"), 'D'
	case "周", "星":
		k, unit = oneOf(t, "周", "星期"), 'W'
	case "月":
		if k, unit = 3, 'M'; count == 0 {
			return 0 // 3月内 is the month of March
		}
	case "年":
		if k, unit = 3, 'Y'; v > 99 || count > 0 {
			return 0
		}
	case "小":
		k, unit, time = oneOf(t, "小时"), 'H', true
	case "分":
		k, unit, time = oneOf(t, "分钟"), 'M', true
	}
	if k == 0 {
		return 0
	}
	d.Relative = duration(v, unit, time)
	d.Precision = DayOfMonth
	if time {
		d.Precision = Minute
	}
	return n + k
}

// duration writes an ISO 8601 duration.
func duration(v int, unit byte, time bool) string {
	b := make([]byte, 0, 8)
	b = append(b, 'P')
	if time {
		b = append(b, 'T')
	}
	for div := 100; div > 0; div /= 10 {
		if v >= div {
			b = append(b, byte('0'+v/div%10))
		}
	}
	return string(append(b, unit))
}

// fromNowAt reads 即日起至11月26日止, 即日起.
func fromNowAt(d *Date, s string) int {
	if !begins(s, "即现今") {
		return 0
	}
	n := oneOf(s, "即日", "即时", "即刻", "现在", "今日", "今天")
	if n == 0 {
		return 0
	}
	n += oneOf(s[n:], "起", "开始")
	if n == 6 && oneOf(s, "即日") == 0 {
		return 0
	}
	i := n + oneOf(s[n:], "，")
	i += separatorAt(s[i:])
	var e Date
	if i > n {
		if k := pointAt(&e, s[i:]); k > 0 && e.Relative == "" {
			*d = Date{End: e.End, To: e.To, Precision: e.Precision, Weekday: e.Weekday, FromNow: true,
				RelativeYear: e.RelativeYear, YearOffset: e.YearOffset, RelativeMonth: e.RelativeMonth, MonthOffset: e.MonthOffset}
			n = i + k
			return n + boundAt(d, s[n:])
		}
	}
	if n == 6 {
		return 0 // 即日 alone
	}
	d.FromNow, d.Bound, d.Precision = true, After, DayOfMonth
	return n
}

// recurringAt reads 每年6月底前, 每月1日, 每季度末, 每周五.
func recurringAt(d *Date, s string) int {
	if oneOf(s, "每") == 0 {
		return 0
	}
	n := oneOf(s, "每年度", "每年", "每个月", "每月", "每季度", "每个季度", "每周", "每星期", "每学年")
	if n == 0 {
		return 0
	}
	i := n + oneOf(s[n:], "的")
	i += blanks(s[i:])
	k := 0
	switch unit := s[3:n]; unit {
	case "年", "年度", "学年":
		if k = max(partOfYear(d, s[i:]), 0); k == 0 {
			k = edgeOfYear(d, s[i:])
		}
	case "月", "个月":
		k = max(monthTail(d, 0, s[i:]), 0)
	case "季度", "个季度":
		if k = oneOf(s[i:], "末", "底"); k > 0 {
			d.Precision = DayOfMonth
		}
	default: // 每周五, 每星期三
		w, u := weekdayAt(s[3:])
		if u == 0 {
			return 0
		}
		d.Weekday, d.Precision = w, DayOfMonth
		i, k = 3+u, 0
		n = i + dayTail(d, s[i:])
		d.Recurring = true
		return tail(d, s, n)
	}
	if k == 0 {
		*d = Date{}
		return 0
	}
	d.Recurring = true
	i += k
	i += dayTail(d, s[i:])
	return tail(d, s, i)
}

// wordedAt reads a point that begins with a word: 今年, 次年1月, 本月底, 年底,
// 下半年, 第一季度, 民国113年, 农历正月初一, 国庆节, 当日17:00.
func wordedAt(d *Date, s string) int {
	if len(s) < 6 {
		return 0
	}
	switch s[:3] {
	case "周", "星", "礼":
		return comingAt(d, s)
	case "昨":
		return dayAwayAt(d, s)
	case "今", "明", "去", "前", "后", "次", "翌", "当", "本", "同", "上", "下", "来", "这":
		if n := halfAt(d, s); n > 0 {
			return n
		}
		return distanceAt(d, s)
	case "年":
		n := edgeOfYear(d, s[3:])
		if oneOf(s[3:], "内") > 0 {
			d.fill(1, 1, 12, 31, Year)
		} else if n == 0 || oneOf(s[3:], "中") > 0 {
			*d = Date{}
			return 0
		}
		d.RelativeYear = true
		return 3 + n
	case "月":
		if n := monthTail(d, 0, s[3:]); n == 3 && oneOf(s[3:], "底", "末", "初") > 0 {
			d.RelativeMonth = true
			return 6
		}
		*d = Date{}
		return 0
	case "第", "首":
		return quarterAt(d, s)
	case "民":
		return minguoAt(d, s)
	case "农", "正", "腊", "冬", "大":
		return lunarAt(d, s)
	}
	return festivalAt(d, s)
}

// comingAt reads 周五前, 星期五下班前: the next such day. Without 前 it may be every one.
func comingAt(d *Date, s string) int {
	w, n := weekdayAt(s)
	if n == 0 {
		return 0
	}
	i := n + dayTail(&Date{Precision: DayOfMonth, Weekday: w}, s[n:])
	if closes(s[i:]) == 0 {
		return 0
	}
	d.RelativeWeek, d.Coming, d.Weekday, d.Precision = true, true, w, DayOfMonth
	return n
}

// dayAwayAt reads 今天, 明天, 后天, 昨天 and 今晚. They say something only with an
// hour or 前: 今天 alone means our time.
func dayAwayAt(d *Date, s string) int {
	offset := 0
	switch s[:3] {
	case "明":
		offset = 1
	case "后":
		offset = 2
	case "昨":
		offset = -1
	}
	n := 3 + oneOf(s[3:], "天", "日")
	if n == 3 {
		if oneOf(s[3:], "晚", "早", "晨", "夜") == 0 {
			return 0
		}
		if c, _, k := clockAt(s[3:]); k > 0 && offset < 2 {
			*d = Date{RelativeDay: true, DayOffset: offset, Precision: Minute, From: c, To: c}
			return 3 + k
		}
		return 0
	}
	*d = Date{RelativeDay: true, DayOffset: offset, Precision: DayOfMonth}
	return n
}

// distanceAt reads a year, a month or a day by its distance.
func distanceAt(d *Date, s string) int {
	if len(s) < 6 {
		return 0
	}
	offset, back := 0, false
	switch s[:3] {
	case "今", "本", "这":
	case "当", "同":
		back = true
	case "次", "翌":
		offset, back = 1, true
	case "明", "来", "下":
		offset = 1
	case "去", "上":
		offset = -1
	case "前":
		offset = -2
	case "后":
		offset = 2
	}
	i := 3 + oneOf(s[3:], "个")
	d.BackReference = back
	switch t := s[i:]; {
	case oneOf(t, "年") > 0 && i == 3:
		if begins(t[3:], "级纪龄货轻代来") {
			break // 当年级, 前年来
		}
		d.RelativeYear, d.YearOffset = true, offset
		return whole(i+3, yearTail(d, t[3:]))
	case oneOf(t, "月") > 0 && oneOf(s, "今", "明", "去", "前", "后", "来", "这月") == 0:
		n := monthTail(d, 0, t[3:])
		if n < 0 {
			break
		}
		d.RelativeMonth, d.MonthOffset = true, offset
		n += i + 3
		return n
	case (oneOf(t, "周") > 0 || oneOf(t, "星期") > 0) && oneOf(s, "本", "下", "上", "这") > 0:
		w, n := weekdayAt(t)
		if n == 0 {
			return weekAt(d, t, i, offset)
		}
		d.RelativeWeek, d.WeekOffset, d.Weekday, d.Precision = true, offset, w, DayOfMonth
		return i + n
	case i == 3 && !back && oneOf(s, "今", "明", "后") > 0 && oneOf(t, "天", "日", "晚", "早", "晨", "夜") > 0:
		if n := dayAwayAt(d, s); n > 0 {
			return n
		}
	case i == 3 && (oneOf(t, "日") > 0 || oneOf(t, "天") > 0) && oneOf(s, "当", "次", "翌", "同日") > 0:
		d.RelativeDay, d.DayOffset, d.Precision = true, offset, DayOfMonth
		return i + 3
	}
	*d = Date{}
	return 0
}

// minguoAt reads the calendar of the Republic (民国113年5月1日 is in 2024).
func minguoAt(d *Date, s string) int {
	n := oneOf(s, "民国", "民國")
	if n == 0 {
		return 0
	}
	n += blanks(s[n:])
	v, k := NumberOf(s[n:])
	if k == 0 {
		v, k = 1, oneOf(s[n:], "元")
	}
	u := yearUnit(s[n+k:])
	if k == 0 || u == 0 || v < 1 || v > 288 {
		return 0
	}
	d.Start.Year = republic + v
	n += k + u
	return whole(n, yearTail(d, s[n:]))
}

// weekAt reads the whole of 本周, 下周 and the end of 本周末. It is a date only
// where the week is closed (本周内, 下周前).
func weekAt(d *Date, s string, i, offset int) int {
	n := oneOf(s, "周末", "周", "星期")
	if n == 0 || closes(s[n:]) == 0 && oneOf(s[n:], "内", "之内", "以内", "结束") == 0 {
		*d = Date{}
		return 0
	}
	d.RelativeWeek, d.WeekOffset, d.Weekday, d.Precision = true, offset, 7, DayOfMonth
	return i + n
}
