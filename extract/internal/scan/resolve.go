package scan

// Resolve gives the date with the parts that hang on a year filled in: its
// missing years, counted from year where the expression tells the distance
// (明年, 次年), and the last days of February. A range that ends before it
// begins goes over the new year. A year that is printed is kept; a 29 February
// that year does not have stays without one.
func (d Date) Resolve(year int) Date {
	if year == 0 {
		return d
	}
	if d.RelativeYear {
		year += d.YearOffset
	}
	if d.Start.Month == 0 && d.Start == d.End && d.Named != "" {
		return d.named(year)
	}
	if d.Nth != 0 && d.Start.Year == 0 {
		alone := d.End.Year == 0 && d.End.Month == d.Start.Month && d.End.Day == LastDay(0, d.End.Month)
		d.Start = Day{year, d.Start.Month, 1}.nth(d.Nth, d.Weekday)
		if alone {
			d.End = d.Start
			return d
		}
	}
	d.Start = d.Start.in(year)
	if d.Start.Year != 0 {
		year = d.Start.Year
	} else if d.Start.Month != 0 && d.Start != d.End {
		return d // 2月29日至3月1日 is of no year without a 29 February
	}
	if d.End.Year == 0 && d.EndOffset == 0 && d.Start.Month != 0 && d.End.Before(d.Start) {
		year++
	}
	d.End = d.End.in(year + d.EndOffset)
	return d
}

// named gives the festival or the lunar day its day in the year, where the
// almanac has it.
func (d Date) named(year int) Date {
	if d.Start.Year != 0 {
		year = d.Start.Year
	}
	day := festivalDay(d.Named, year)
	if d.LunarMonth != 0 {
		day = LunarDay(year, d.LunarMonth, d.LunarDay)
	}
	if day.Month != 0 {
		d.Start, d.End = day, day
	}
	return d
}

// in gives the day the year it lacks, and the last day of its month.
func (d Day) in(year int) Day {
	if d.Month == 0 {
		return d
	}
	if d.Year == 0 && (d.Day == 0 || possible(year, d.Month, d.Day)) {
		d.Year = year
	}
	if d.Day == 0 {
		d.Day = LastDay(d.Year, d.Month)
	}
	return d
}

// Near gives the date with all that it tells by distance filled in from ref,
// the day of the document or, for a BackReference, the date named before: 本月
// and 次月 by its month, 本周五 by its week, 当日 and 次日 by the day, and what [Date.Resolve] fills.
func (d Date) Near(ref Day) Date {
	switch {
	case d.RelativeDay && ref.Month != 0 && ref.Day != 0:
		day := ref.plus(d.DayOffset)
		d.Start, d.End = day, day
	case d.Coming && Weekday(ref) != 0:
		day := ref.plus((d.Weekday - Weekday(ref) + 7) % 7)
		d.Start, d.End = day, day
	case d.RelativeWeek && Weekday(ref) != 0:
		day := ref.plus(7*d.WeekOffset + d.Weekday - Weekday(ref))
		d.Start, d.End = day, day
	case d.RelativeMonth && ref.Month != 0:
		d.Start = inMonth(d.Start, ref, d.MonthOffset)
		d.End = inMonth(d.End, ref, d.MonthOffset)
	case d.Start.Month == 0 && d.Start.Day != 0 && !d.Recurring && ref.Month != 0:
		d.Start = inMonth(d.Start, ref, 0)
		d.End = inMonth(d.End, ref, 0)
	}
	return d.Resolve(ref.Year)
}

func inMonth(d, ref Day, offset int) Day {
	if d.Month != 0 {
		return d
	}
	d.Year, d.Month = ref.Year, ref.Month+offset
	switch {
	case d.Month > 12:
		d.Month -= 12
		if d.Year != 0 {
			d.Year++
		}
	case d.Month < 1:
		d.Month += 12
		if d.Year != 0 {
			d.Year--
		}
	}
	if d.Day == 0 {
		d.Day = LastDay(d.Year, d.Month)
	} else if !possible(d.Year, d.Month, d.Day) {
		d.Year, d.Month = 0, 0 // 30日前 in a document of February: of which month, it does not say
	}
	return d
}
