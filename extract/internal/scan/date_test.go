package scan

import (
	"fmt"
	"strings"
	"testing"
)

// show prints a date in one line: the day or the range, times where printed,
// the precision, then what else is set.
func show(d Date) string {
	var b strings.Builder
	end := func(day Day, c Clock) {
		b.WriteString(day.String())
		if c.Set {
			b.WriteString("T" + c.String())
		}
	}
	end(d.Start, d.From)
	if d.Start != d.End || d.From != d.To {
		b.WriteString("/")
		end(d.End, d.To)
	}
	b.WriteString(" " + d.Precision.String())
	if d.Bound != NoBound {
		b.WriteString(" " + d.Bound.String())
	}
	if d.Weekday != 0 {
		fmt.Fprintf(&b, " weekday%d", d.Weekday)
	}
	for _, r := range []struct {
		set    bool
		name   string
		offset int
	}{{d.RelativeYear, "year", d.YearOffset}, {d.RelativeMonth, "month", d.MonthOffset}, {d.RelativeWeek, "week", d.WeekOffset}, {d.RelativeDay, "day", d.DayOffset}, {d.EndOffset != 0, "end", d.EndOffset}} {
		if r.set {
			fmt.Fprintf(&b, " %s%+d", r.name, r.offset)
		}
	}
	for _, f := range []struct {
		set  bool
		name string
	}{{d.BackReference, "back"}, {d.YearInherited, "inherited"}, {d.FromNow, "now"}, {d.Annual, "annual"}, {d.Academic, "academic"}, {d.Recurring, "recurring"}, {d.Lunar, "lunar"}, {d.Label, "label"}, {d.WorkingDays, "working"}, {d.PartOfDay, "part"}, {d.Nth > 0, "nth" + fmt.Sprint(d.Nth)}, {d.Nth < 0, "last"}} {
		if f.set {
			b.WriteString(" " + f.name)
		}
	}
	for _, w := range []string{d.Named, d.Anchor, d.Relative} {
		if w != "" {
			b.WriteString(" " + w)
		}
	}
	return strings.TrimSpace(b.String())
}

// dateCases are expressions that DateOf takes whole, up to the bar.
var dateCases = []struct{ in, want string }{
	{"2024年4月7日", "2024-04-07 day"},
	{"2024 年 4 月 7 日", "2024-04-07 day"},
	{"2024-04-07", "2024-04-07 day"},
	{"2024/4/7", "2024-04-07 day"},
	{"2024.4.7", "2024-04-07 day"},
	{"2024、4、7", "2024-04-07 day"},
	{"2024、12、31|\n附件", "2024-12-31 day"},
	{"2024.04.07", "2024-04-07 day"},
	{"2024-04-07 09:12:45", "2024-04-07T09:12 minute"},
	{"2024-04-07T09:12:45", "2024-04-07T09:12 minute"},
	{"二〇二〇年十一月九日", "2020-11-09 day"},
	{"二〇二三年一月一日", "2023-01-01 day"},
	{"二○二○年十二月三十一日", "2020-12-31 day"},
	{"二OO八年", "2008-01-01/2008-12-31 year"},
	{"两千零四年八月十五日", "2004-08-15 day"},
	{"24年4月7日", "2024-04-07 day"},
	{"20xx年4月7日", "XXXX-04-07 day"},
	{"民国113年5月1日", "2024-05-01 day"},
	{"2024年|", "2024-01-01/2024-12-31 year"},
	{"2024年|中国", "2024-01-01/2024-12-31 year"},
	{"2024年|初中毕业生", "2024-01-01/2024-12-31 year"},
	{"2024年度|工作", "2024-01-01/2024-12-31 year annual"},
	{"2024年度第一季度", "2024-01-01/2024-03-31 quarter annual"},
	{"2024年底前", "2024-12-31 day before"},
	{"2024年年底", "2024-12-31 day"},
	{"2024年初", "2024-01-01/2024-01-31 month"},
	{"2024年内", "2024-01-01/2024-12-31 year before"},
	{"2024年以来", "2024-01-01/2024-12-31 year after"},
	{"2024年上半年", "2024-01-01/2024-06-30 quarter"},
	{"2024年前三季度", "2024-01-01/2024-09-30 quarter"},
	{"2024年2月", "2024-02-01/2024-02-29 month"},
	{"2024年2月下旬", "2024-02-21/2024-02-29 dekad"},
	{"2024年12月底前", "2024-12-31 day before"},
	{"5月26日前", "XXXX-05-26 day before"},
	{"5月26日之前", "XXXX-05-26 day before"},
	{"5月26日（含）前", "XXXX-05-26 day before"},
	{"5月26日及以前", "XXXX-05-26 day before"},
	{"5月26日|前往", "XXXX-05-26 day"},
	{"5月26日|前后", "XXXX-05-26 day"},
	{"5月26日前|将前3项", "XXXX-05-26 day before"},
	{"5月26日起", "XXXX-05-26 day after"},
	{"5月26日|起草", "XXXX-05-26 day"},
	{"5月26日止", "XXXX-05-26 day before"},
	{"5月26日截止", "XXXX-05-26 day before"},
	{"5月26日|截止时间", "XXXX-05-26 day"},
	{"5月26日|，报送", "XXXX-05-26 day"},
	{"5月26前|报送", "XXXX-05-26 day before"},
	{"5月|26人", "XXXX-05-01/XXXX-05-31 month"},
	{"5月份|工作", "XXXX-05-01/XXXX-05-31 month"},
	{"2月", "XXXX-02-01/XXXX-02 month"},
	{"2月底前", "XXXX-02 day before"},
	{"三月", "XXXX-03-01/XXXX-03-31 month"},
	{"六月底前", "XXXX-06-30 day before"},
	{"九月初", "XXXX-09-01/XXXX-09-10 dekad"},
	{"9月|初中开学", "XXXX-09-01/XXXX-09-30 month"},
	{"9月|初赛", "XXXX-09-01/XXXX-09-30 month"},
	{"6月|前3个工作日", "XXXX-06-01/XXXX-06-30 month"},
	{"5月上旬", "XXXX-05-01/XXXX-05-10 dekad"},
	{"6月上、中旬", "XXXX-06-01/XXXX-06-20 dekad"},
	{"5月中下旬", "XXXX-05-11/XXXX-05-31 dekad"},
	{"26日前", "XXXX-XX-26 day before"},
	{"26日（星期三）", "XXXX-XX-26 day weekday3"},
	{"上半年", "XXXX-01-01/XXXX-06-30 quarter"},
	{"第一季度", "XXXX-01-01/XXXX-03-31 quarter"},
	{"三季度末", "XXXX-09-30 day"},
	{"年底前", "XXXX-12-31 day before year+0"},
	{"年内", "XXXX-01-01/XXXX-12-31 year before year+0"},
	{"月底前", "day before month+0"},
	{"今年", "XXXX-01-01/XXXX-12-31 year year+0"},
	{"去年|同期", "XXXX-01-01/XXXX-12-31 year year-1"},
	{"本年度", "XXXX-01-01/XXXX-12-31 year year+0 annual"},
	{"今年3月起", "XXXX-03-01/XXXX-03-31 month after year+0"},
	{"今年2、3月份", "XXXX-02-01/XXXX-03-31 month year+0"},
	{"次年1月", "XXXX-01-01/XXXX-01-31 month year+1 back"},
	{"本月26日前", "XXXX-XX-26 day before month+0"},
	{"下月初", "XXXX-XX-01/XXXX-XX-10 dekad month+1"},
	{"本周五前", "day before weekday5 week+0"},
	{"次日上午8:00", "T08:00 minute day+1 back"},
	{"当日17:00前", "T17:00 minute before day+0 back"},

	{"2024年5月第二个星期日", "2024-05-12 day weekday7 nth2"},
	{"2024年5月的最后一个周五前", "2024-05-31 day before weekday5 last"},
	{"9月第三个星期六|（全民国防教育日）", "XXXX-09-01/XXXX-09-30 day weekday6 nth3"},
	{"每年9月第三个星期六", "XXXX-09-01/XXXX-09-30 day weekday6 recurring nth3"},
	{"5月|第二周", "XXXX-05-01/XXXX-05-31 month"},
	{"5月|第二个阶段", "XXXX-05-01/XXXX-05-31 month"},
	{"四月的最后一个星期一到十月一日", "XXXX-04-01/XXXX-10-01 day weekday1 last"},
	{"15日上午|报到", "XXXX-XX-15 day part"},
	{"15日下午2:30—5:30", "XXXX-XX-15T14:30/XXXX-XX-15T17:30 minute"},
	{"16日全天", "XXXX-XX-16 day part"},
	{"明天上午|召开", "day day+1 part"},
	{"昨天晚上", "day day-1 part"},
	{"当日下午", "day day+0 back part"},
	{"5月8日9点30至11点30|，", "XXXX-05-08T09:30/XXXX-05-08T11:30 minute"},
	{"5月8日9点|30人", "XXXX-05-08T09:00 minute"},

	// weekdays and times of day
	{"5月8日(星期四)", "XXXX-05-08 day weekday4"},
	{"5月8日（周日）", "XXXX-05-08 day weekday7"},
	{"5月8日星期四上午8时30分前", "XXXX-05-08T08:30 minute before weekday4"},
	{"5月26日17:00前", "XXXX-05-26T17:00 minute before"},
	{"5月26日17时30分", "XXXX-05-26T17:30 minute"},
	{"9月6日上午12点前", "XXXX-09-06T12:00 minute before"},
	{"11月13日中午12:00前", "XXXX-11-13T12:00 minute before"},
	{"3月10日晚8:00点之前", "XXXX-03-10T20:00 minute before"},
	{"9月5日24时", "XXXX-09-05T24:00 minute"},
	{"9月5日24: 00", "XXXX-09-05T24:00 minute"},
	{"9月5日17： 30", "XXXX-09-05T17:30 minute"},
	{"9月5日|8: 20", "XXXX-09-05 day"},
	{"9月5日|8: 300", "XXXX-09-05 day"},
	{"4月4日下班前", "XXXX-04-04 day before"},
	{"6月11日上午|，", "XXXX-06-11 day part"},
	{"6月11日|晚会", "XXXX-06-11 day"},
	{"5月1日|3点建议", "XXXX-05-01 day"},
	{"5月1日|10人", "XXXX-05-01 day"},
	{"4月24日下午2:30-5:30", "XXXX-04-24T14:30/XXXX-04-24T17:30 minute"},
	{"4月24日上午9时至下午5时", "XXXX-04-24T09:00/XXXX-04-24T17:00 minute"},
	{"4月24日下午14:00-17:00", "XXXX-04-24T14:00/XXXX-04-24T17:00 minute"},

	// ranges
	{"4月中旬至5月中旬", "XXXX-04-11/XXXX-05-20 dekad"},
	{"4月上旬至中旬", "XXXX-04-01/XXXX-04-20 dekad"},
	{"10月17至19日", "XXXX-10-17/XXXX-10-19 day"},
	{"2017年11月2至10日", "2017-11-02/2017-11-10 day"},
	{"12月1-7日", "XXXX-12-01/XXXX-12-07 day"},
	{"4月28-5月3日", "XXXX-04-28/XXXX-05-03 day"},
	{"2025年3月21-2025年4月4日", "2025-03-21/2025-04-04 day"},
	{"17至19日", "XXXX-XX-17/XXXX-XX-19 day"},
	{"3月-5月", "XXXX-03-01/XXXX-05-31 month"},
	{"1至8月", "XXXX-01-01/XXXX-08-31 month"},
	{"2025年10月—11月", "2025-10-01/2025-11-30 month inherited"},
	{"2025年10至11月", "2025-10-01/2025-11-30 month inherited"},
	{"2020年9月14日至9月18日", "2020-09-14/2020-09-18 day inherited"},
	{"2019年10月23日--2025年10月31日", "2019-10-23/2025-10-31 day"},
	{"5月5日 ～ 9日", "XXXX-05-05/XXXX-05-09 day"},
	{"3月5日到8日前", "XXXX-03-05/XXXX-03-08 day before"},
	{"2024年1月1日起至2024年3月1日止", "2024-01-01/2024-03-01 day before"},
	{"2024年4月1日（星期一）上午9:00至4月3日（星期三）下午5:00", "2024-04-01T09:00/2024-04-03T17:00 minute weekday1 inherited"},
	{"2024年12月20日至1月5日", "2024-12-20/2025-01-05 day inherited"},
	{"12月20日至1月5日", "XXXX-12-20/XXXX-01-05 day"},
	{"11月至2025年1月", "2024-11-01/2025-01-31 month inherited"},
	{"2024年10月至次年1月", "2024-10-01/2025-01-31 month inherited"},
	{"10月至次年1月", "XXXX-10-01/XXXX-01-31 month year+0 end+1"},
	{"9月6日至次日8:00", "XXXX-09-06/XXXX-09-07T08:00 day"},
	{"2024年3月至年底", "2024-03-01/2024-12-31 month inherited"},
	{"2023—2024年", "2023-01-01/2024-12-31 year"},
	{"2023至2025年", "2023-01-01/2025-12-31 year"},
	{"2020-2021学年", "2020-01-01/2021-12-31 year academic"},
	{"2019年至今", "2019-01-01/2019-12-31 year after"},
	{"2019.09—2023.07", "2019-09-01/2023-07-31 month"},
	{"2024.4.7-4.10", "2024-04-07/2024-04-10 day inherited"},
	{"2024.4.7-2024.4.10", "2024-04-07/2024-04-10 day"},
	{"5月1日|至北京", "XXXX-05-01 day"},
	{"2024年5月9日|至2024年5月1日", "2024-05-09 day"},
	{"5月9日|-5日", "XXXX-05-09 day"},
	{"3月4日|、5日", "XXXX-03-04 day"},
	{"即日起至11月26日止", "/XXXX-11-26 day before now"},
	{"即日起|，", "day after now"},

	// recurring, holidays, the lunar calendar, names of days
	{"每年6月底前", "XXXX-06-30 day before recurring"},
	{"每月1日", "XXXX-XX-01 day recurring"},
	{"每季度末", "day recurring"},
	{"每周三晚7:00—8:30", "T19:00/T20:30 minute weekday3 recurring"},
	{"元旦|放假", "XXXX-01-01 day 元旦"},
	{"国庆节前", "XXXX-10-01 day before 国庆节"},
	{"2024年国庆节", "2024-10-01 day 国庆节"},
	{"2024年春节前", "2024 day before 春节"},
	{"五一|期间", "XXXX-05-01 day 五一"},
	{"清明节|假期", "day 清明节"},
	{"农历正月初一", "day lunar 农历正月初一"},
	{"农历八月十五", "day lunar 农历八月十五"},
	{"三月初一", "day lunar 三月初一"},
	{"9月|初一年级", "XXXX-09-01/XXXX-09-30 month"},
	{"4·15|全民", "XXXX-04-15 day label 4·15"},
	{"12·4|国家", "XXXX-12-04 day label 12·4"},

	// the Republic's years, halves of months, lost 日, days told from the document's
	{"113年5月20日", "2024-05-20 day"},
	{"98年5月20日", "1998-05-20 day"},
	{"一一三年五月二十日", "2024-05-20 day"},
	{"5月上半月", "XXXX-05-01/XXXX-05-15 dekad"},
	{"2024年2月下半月", "2024-02-16/2024-02-29 dekad"},
	{"2024年前半年", "2024-01-01/2024-06-30 quarter"},
	{"二〇二四年八月十五|。", "2024-08-15 day"},
	{"10月12日，星期一|召开", "XXXX-10-12 day weekday1"},
	{"10月12日|，星期一至星期五开放", "XXXX-10-12 day"},
	{"3月1日和4月10日之间", "XXXX-03-01/XXXX-04-10 day"},
	{"3月1日|和4月10日", "XXXX-03-01 day"},
	{"5月8日至10日上午8:30—11:00|，", "XXXX-05-08T08:30/XXXX-05-10T11:00 minute"},
	{"九月九日九点二十|，", "XXXX-09-09T09:20 minute"},
	{"周五前", "day before weekday5 week+0"},
	{"星期三下午5点前", "T17:00 minute before weekday3 week+0"},
	{"本周内", "day before weekday7 week+0"},
	{"下周末前", "day before weekday7 week+1"},
	{"明天中午12:00前", "T12:00 minute before day+1"},
	{"今晚6点", "T18:00 minute day+0"},
	{"后天前", "day before day+2"},
	{"5月25日前|提交", "XXXX-05-25 day before"},
	{"5月25日前|线上填报", "XXXX-05-25 day before"},
	{"5月25日|前提条件", "XXXX-05-25 day"},
	{"5月25日|前线", "XXXX-05-25 day"},

	// terms
	{"5个工作日内", "day before working P5D"},
	{"3-5个工作日内", "day before working P5D"},
	{"30日内", "day before P30D"},
	{"3天内", "day before P3D"},
	{"2小时内", "minute before PT2H"},
	{"一周内", "day before P1W"},
	{"1个月内", "day before P1M"},
	{"三年内", "day before P3Y"},
	{"公示期7天", "day 公示期 P7D"},
	{"公示期为5个工作日", "day working 公示期 P5D"},
	{"公示期自发布之日起，5天", "day 公示期 P5D"},
}

func TestDateOf(t *testing.T) {
	for _, c := range dateCases {
		text, rest, _ := strings.Cut(c.in, "|")
		d, n := DateOf(text + rest)
		if n != len(text) || show(d) != c.want {
			t.Errorf("DateOf(%q) = %q, %q; want %q", c.in, show(d), (text + rest)[:n], c.want)
		}
	}
}

// refused look like dates at their head and are none.
var refused = []string{
	"", "年", "月", "日前", "目前", "今天", "今后", "当日", "次日", "即日", "本次", "明确", "上述", "下列", "同志", "来年级",
	"第8号", "第3条", "8号", "10号", "2000余张", "3.5", "3.5亿", "1.1", "1.2", "8:2", "50元", "100人", "26日", "5日",
	"10日游", "2日内容", "24小时", "20年来", "60周年", "3年以上", "1年期", "5个工作日", "3天", "一日三餐", "一月一更",
	"十月革命", "一二·九", "三八", "五一", "六一", "十一", "国庆", "清明", "中秋", "新年度",
	"13800138000", "88520539", "0791-88520539", "978-7-111", "20240407", "2024", "2024-04", "2024.4", "2024.1.1.2", "9704-2012",
	"2024、4、7届", "2024、4、7、9", "2024、25、3", "2024、4、31", "1024、4、7", "2024、4",
	"2月30日", "2023年2月29日", "2024年13月", "13月1日", "2024-02-30", "2024/13/1", "0月1日", "5月0日", "13·4", "4·32",
	"周五", "星期三", "本周", "今天", "明天上", "昨天", "今晚", "113年", "13年5月", "113年度", "下下周日",
	"2-3月龄", "5-8号楼", "3月龄", "一、", "二、", "十个", "百日", "99999年", "300年", "15年", "每天", "每年", "每月", "每周",
	"年中", "年会", "年级", "年度", "月度", "月饼", "前3天", "前三名", "民国", "民国初年", "农历", "正月里", "大年", "大家", "公示", "公示期满",
}

func TestDateOfRefuses(t *testing.T) {
	for _, s := range refused {
		if d, n := DateOf(s); n != 0 {
			t.Errorf("DateOf(%q) = %q, %q; want none", s, show(d), s[:n])
		}
	}
}

func TestCompactDayOf(t *testing.T) {
	for s, want := range map[string]Day{
		"20240407": {Year: 2024, Month: 4, Day: 7}, "19991231": {Year: 1999, Month: 12, Day: 31},
		"20241307": {}, "20240230": {}, "2024040": {}, "202404071": {}, "30240407": {}, "20240407号": {}, "2024年04": {}, "": {},
	} {
		if d, n := CompactDayOf(s); d.Start != want || d.End != want || (n == 8) != (want.Year > 0) {
			t.Errorf("%s: %v, %d bytes", s, d.Start, n)
		}
	}
}
