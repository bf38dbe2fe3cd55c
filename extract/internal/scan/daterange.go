package scan

// separators are the characters beyond ASCII that join the ends of a range.
var separators = CharsOf("至到—－～–−─〜‐‑―﹣")

// separatorAt is the length of what joins the ends of a range at the head of
// s, blanks included: 至 到 — －- -- ~ ～ –.
func separatorAt(s string) int {
	i := blanks(s)
	n := i
	for {
		k := 0
		if n == len(s) || s[n] >= '0' && s[n] <= '9' {
			break
		}
		if s[n] == '-' || s[n] == '~' {
			k = 1
		} else if !separators.Begins(s[n:]) {
			break
		} else if n == i {
			k = oneOf(s[n:], "至", "到", "—", "－", "～", "–", "−", "─", "〜", "‐", "‑", "―", "﹣")
		} else {
			k = oneOf(s[n:], "—", "－", "–", "−", "─", "―")
		}
		if k == 0 || n-i >= 6 {
			break
		}
		n += k
	}
	if n == i {
		return 0
	}
	return n + blanks(s[n:])
}

// unitAhead is the unit that closes the range whose first number stands right
// before s: 日 for the 至19日 of 17至19日.
func unitAhead(s string) string {
	i := separatorAt(s)
	if i == 0 {
		return ""
	}
	return unitBehind(s[i:])
}

// unitBehind is the unit of the number at the head of s: 月, 日 or 号.
func unitBehind(s string) string {
	_, n := smallNumber(s)
	if n == 0 {
		return ""
	}
	n += blanks(s[n:])
	switch {
	case oneOf(s[n:], "月") > 0:
		return "月"
	case oneOf(s[n:], "日") > 0:
		return "日"
	case dayUnit(s[n:]) > 0:
		return "号"
	}
	return ""
}

// listAhead reports whether a day without 日 is the first of a range or a list
// that closes with 日: 10月17至19日, 4月28-5月3日, 3月21-2025年4月4日,
// 3月4、5、6日.
func listAhead(s string) bool {
	if unitAhead(s) != "" {
		return true
	}
	if i := separatorAt(s); i > 0 {
		_, n := yearAt(s[i:])
		return n > 0 && monthBehind(s[i+n-len("年"):])
	}
	for range 6 {
		k := oneOf(s, "、")
		if k == 0 {
			return false
		}
		if u := unitBehind(s[k:]); u != "" {
			return u == "日"
		}
		_, n := smallNumber(s[k:])
		s = s[k+n:]
	}
	return false
}

// rangeAt reads the second end of a range whose first, d, is s[:n]. It gives
// the length of what it took. The end must not come before the start where
// both are known in full: then they are two dates.
func rangeAt(d *Date, s string, n int) int {
	if d.Label || d.Lunar {
		return 0
	}
	t := s[n:]
	if k := betweenAt(d, s, t); k > 0 {
		return k
	}
	i := oneOf(t, "起", "开始")
	i += oneOf(t[min(i, len(t)):], "，")
	k := separatorAt(t[i:])
	if k == 0 && i == 0 {
		k = misreadSeparator(s[:n], t)
	}
	if k == 0 {
		return 0
	}
	i += k
	if d.From.Set {
		if c, k := clockRangeEnd(d.From, t[i:]); k > 0 {
			d.To = c
			return i + k
		}
	}
	if k := oneOf(t[i:], "今"); k > 0 && oneOf(t[i:], "今年", "今天", "今日", "今后", "今冬", "今春") == 0 {
		d.Bound = After // 2019年至今
		return i + k
	}
	e := Date{}
	k = secondAt(&e, d, s, t[i:])
	if k == 0 || !d.join(&e) {
		return 0
	}
	return i + k
}

// misreadSeparator is the length of the 一 that a recogniser read for the dash between two days,
// both with their unit and the second in figures: 4月18日一20日. No number is written so, and
// 周日一 or 3日一次 have no day behind it.
func misreadSeparator(before, after string) int {
	n := oneOf(after, "一")
	if n == 0 || !digitAt(after, n) || len(before) < len("3日") {
		return 0
	}
	unit := before[len(before)-len("日"):]
	if unit != "日" && unit != "号" || !digitAt(before, len(before)-len("日")-1) || unitBehind(after[n:]) == "" {
		return 0
	}
	return n
}

// betweenAt reads the second end of 3月1日和4月10日之间.
func betweenAt(d *Date, s, t string) int {
	i := oneOf(t, "和", "与")
	if i == 0 || len(t) < i+6 {
		return 0
	}
	e := Date{}
	k := secondAt(&e, d, s, t[i:])
	u := oneOf(t[i+k:], "之间", "间")
	if k == 0 || u == 0 || !d.join(&e) {
		return 0
	}
	return i + k + u
}

// secondAt reads the second end of a range; what the first end says already
// may be missing: 5月5日至9日, 4月上旬至中旬, 2024.4.7-4.10.
func secondAt(e, d *Date, s, t string) int {
	if k := oneOf(t, "月底", "月末"); k > 0 && d.Start.Month != 0 {
		e.fill(d.End.Month, 0, d.End.Month, 0, DayOfMonth)
		return k
	}
	if first, last, k := dekadAt(t); k > 0 && d.Precision == Dekad {
		if last > 20 {
			last = LastDay(d.Start.Year, d.End.Month)
		}
		e.fill(d.End.Month, first, d.End.Month, last, Dekad)
		return k
	}
	if k := dottedDayAt(e, d, s, t); k > 0 {
		return k
	}
	if k := followingDay(e, d, t); k > 0 {
		return k
	}
	if len(s) > 4 && s[4] == '.' && d.Precision == Month { // 2019.09—2023.07
		if y, k := arabicNumber(t); k == 4 && k < len(t) && t[k] == '.' {
			if m, u := smallNumber(t[5:]); u > 0 && m >= 1 && m <= 12 {
				e.Start.Year = y
				e.fill(m, 1, m, LastDay(y, m), Month)
				return 5 + u
			}
		}
	}
	if k := oneOf(yearDigits(t), "学年"); k > 0 {
		y, n := arabicNumber(t)
		e.Start.Year, e.Academic = y, true
		e.fill(1, 1, 12, 31, Year)
		return n + k
	}
	n := pointAt(e, t)
	if n > 0 && (e.Label || e.Start.Month == 0 && e.Start.Year == 0 && !e.RelativeMonth && !e.RelativeDay && !e.RelativeYear) {
		return 0
	}
	return n
}

// yearDigits is s behind a year of four digits, nothing where there is none.
func yearDigits(s string) string {
	if _, n := arabicNumber(s); n == 4 {
		return s[4:]
	}
	return ""
}

// dottedDayAt reads the 4.10 of 2024.4.7-4.10.
func dottedDayAt(e, d *Date, s, t string) int {
	if len(s) < 5 || s[4] != '.' && s[4] != '/' || d.Precision > DayOfMonth {
		return 0
	}
	m, n := smallNumber(t)
	if n == 0 || n >= len(t) || t[n] != s[4] {
		return 0
	}
	v, k := smallNumber(t[n+1:])
	if k == 0 || !digitAt(t, n+1) || m < 1 || m > 12 || !possible(d.Start.Year, m, v) {
		return 0
	}
	e.fill(m, v, m, v, DayOfMonth)
	n += 1 + k
	return n + dayTail(e, t[n:])
}

// followingDay reads a day that takes its month from d: the 9日 of 5月5日至9日
// and of 5月5日、9日. It must come later in the month.
func followingDay(e, d *Date, t string) int {
	if d.Precision != DayOfMonth && d.Precision != Minute {
		return 0
	}
	v, n := smallNumber(t)
	if n == 0 {
		return 0
	}
	u := dayUnit(t[n:])
	if u == 0 && !listAhead(t[n:]) || v <= d.End.Day && !d.RelativeDay || v > 31 || d.End.Month != 0 && !possible(d.End.Year, d.End.Month, v) {
		return 0
	}
	if begins(t[n+u:], "内游均薪龄") {
		return 0
	}
	e.Start.Year = d.End.Year
	e.fill(d.End.Month, v, d.End.Month, v, DayOfMonth)
	e.RelativeMonth, e.MonthOffset = d.RelativeMonth, d.MonthOffset
	e.RelativeYear, e.YearOffset = d.RelativeYear, d.YearOffset
	e.BackReference = d.BackReference
	n += u
	return n + dayTail(e, t[n:])
}

// join makes the range from d to e; it reports whether the two can be one.
func (d *Date) join(e *Date) bool {
	r := *d
	end := e.End
	switch {
	case e.Nth != 0:
		return false
	case d.Start.Month == 0 && d.Start.Year == 0 && !d.RelativeMonth && !d.RelativeYear && e.Start.Month != 0:
		return false // 29日至3月1日: the month is not said
	case e.RelativeDay:
		if d.Start.Month == 0 || !e.To.Set {
			return false
		}
		end = d.End
		end = end.plus(e.DayOffset)
	case e.RelativeMonth && d.Start.Month != 0 && !d.RelativeMonth:
		if !e.BackReference {
			return false
		}
		end.Year, end.Month = d.End.Year, d.End.Month+e.MonthOffset
		if end.Month > 12 {
			end.Month -= 12
			if end.Year++; d.End.Year == 0 {
				end.Year, r.EndOffset = 0, 1
			}
		}
	case e.RelativeYear && d.Start.Year != 0:
		if e.BackReference || e.YearOffset == 0 && e.Precision == DayOfMonth && e.End.Month == 12 && e.End.Day == 31 {
			end.Year, r.YearInherited = d.Start.Year+e.YearOffset, true
		}
	case e.RelativeYear:
		r.RelativeYear = true
		r.EndOffset = e.YearOffset - d.YearOffset
	case d.Start.Year == 0 && end.Year != 0 && !d.RelativeYear:
		r.Start.Year, r.YearInherited = end.Year, true
		if d.Precision < Year && end.Before(r.Start) {
			r.Start.Year--
		}
	case d.Start.Year != 0 && end.Year == 0:
		end.Year, r.YearInherited = d.Start.Year, true
		if end.Month != 0 && end.Before(r.Start) {
			end.Year++
		}
	}
	if end.Day == 0 && end.Month != 0 {
		end.Day = LastDay(end.Year, end.Month)
	}
	if r.Start.Year != 0 && end.Year != 0 && end.Before(r.Start) {
		return false
	}
	if r.Start.Day == 0 && r.Start.Month != 0 {
		r.Start.Day = LastDay(r.Start.Year, r.Start.Month)
	}
	r.End = end
	r.To = e.To
	r.Precision = max(d.Precision, e.Precision)
	r.Academic = d.Academic || e.Academic
	r.Annual = d.Annual || e.Annual
	if e.Named != "" && d.Named == "" {
		r.Named = e.Named
	}
	*d = r
	return true
}

// closes is the length of 前 and its kin at the head of s. 前往, 前来, 前期,
// 前后 set no bound, nor does 前 with a count of its own (2023年前三季度): for
// that the caller knows the unit.
func closes(s string) int {
	i := blanks(s)
	t := s[i:]
	i += oneOf(t, "及", "或", "（含）", "(含)", "（含当日）", "(含当日)", "（含当天）", "(含当天)")
	i += blanks(s[i:])
	t = s[i:]
	if k := oneOf(t, "之前", "以前", "前"); k > 0 {
		switch u := t[k:]; {
		case oneOf(u, "来电", "来函") > 0: // 5月8日前来电确认
		case begins(u, "往来后期述夕沿景言身"):
			return 0
		case oneOf(u, "提") > 0:
			if oneOf(u, "提条", "提下", "提是", "提，", "提。") > 0 {
				return 0 // 前提条件; 前提交 and 前提出 close
			}
		case oneOf(u, "线") > 0:
			if oneOf(u, "线上", "线下") == 0 {
				return 0
			}
		case oneOf(u, "台", "端") > 0:
			if oneOf(u, "台账") == 0 {
				return 0
			}
		}
		return i + k
	}
	return 0
}

// boundAt reads the words that bound the date before s and sets d.Bound.
func boundAt(d *Date, s string) int {
	if d.Label {
		return 0
	}
	if k := closes(s); k > 0 {
		if d.Precision >= Month && oneOf(s[blanks(s):], "前") > 0 && counted(s[k:]) {
			return 0 // 2023年前三季度, 6月前3个工作日
		}
		d.Bound = Before
		return k
	}
	i := blanks(s)
	i += oneOf(s[i:], "及", "或", "（含）", "(含)", "（含当日）", "(含当日)", "（含当天）", "(含当天)")
	t := s[i:]
	if k := oneOf(t, "为止", "截止", "结束", "止"); k > 0 && !begins(t[k:], "时日血") {
		d.Bound = Before
		return i + k
	}
	if k := oneOf(t, "之内", "以内", "内"); k > 0 && (d.Precision >= Dekad || d.RelativeWeek) && !begins(t[k:], "容部涵控设外地") {
		d.Bound = Before
		return i + k
	}
	k := oneOf(t, "之日起", "之后", "以后", "以来", "开始", "起始", "起", "后")
	if k == 0 || begins(t[k:], "草止点步飞降义动诉续勤备期方果") {
		return 0
	}
	if d.Bound == NoBound {
		d.Bound = After
	}
	return i + k
}

// counted reports whether a number with its measure follows: 三季度, 3个, 5项.
func counted(s string) bool {
	_, k := NumberOf(s)
	return k > 0 && begins(s[k:], "季个项名位批月次届轮场") || oneOf(s, "半年", "几") > 0
}
