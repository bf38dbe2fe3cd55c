package field

import (
	"strings"
	"testing"

	"gongwen/extract/internal/scan"
)

// dated prints the dates of the notice: text start/end role, ? where the year is supplied.
func dated(text string) string {
	var out []string
	for _, d := range noticeOf(text).Dates {
		s := d.Text + " " + d.Start
		if d.End != d.Start {
			s += "/" + d.End
		}
		if d.Relative != "" {
			s += d.Relative
		}
		if d.Inferred {
			s += "?"
		}
		out = append(out, s+" "+string(d.Role))
	}
	return strings.Join(out, "\n")
}

func TestDates(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"the date of issue gives the year", "关于报送总结的通知\n各单位：\n请于5月26日前报送总结。\n云岭市档案局\n2024年4月7日\n",
			"5月26日前 2024-05-26? deadline\n2024年4月7日 2024-04-07 issued"},
		{"the number gives it", "云档办字〔2023〕2号\n关于报送总结的通知\n各单位：\n请于5月26日前报送总结。\n",
			"5月26日前 2023-05-26? deadline"},
		{"a full date before gives it", "关于报送总结的通知\n各单位：\n2022年3月1日召开了会议。请于5月26日前报送总结。\n",
			"2022年3月1日 2022-03-01 other\n5月26日前 2022-05-26? deadline"},
		{"nothing gives it", "关于报送总结的通知\n各单位：\n请于5月26日前报送总结。\n",
			"5月26日前 XXXX-05-26? deadline"},
		{"the year of the work stands in", "各单位：\n现开展2022年度申报工作。请于5月26日前报送总结。\n",
			"2022年度 2022-01-01/2022-12-31 other\n5月26日前 2022-05-26? deadline"},
		{"but not for the months in which it ends", "各单位：\n现开展2022年度总结工作。请于2月26日前报送总结。\n",
			"2022年度 2022-01-01/2022-12-31 other\n2月26日前 XXXX-02-26? deadline"},
		{"nor does the year of a cited document", "各单位：\n根据《2022年度工作要点》开展工作。请于5月26日前报送总结。\n",
			"2022年度 2022-01-01/2022-12-31 reference\n5月26日前 XXXX-05-26? deadline"},
		{"nor one in which something was done", "各单位：\n2022年我市开展了检查。请于5月26日前报送总结。\n",
			"2022年 2022-01-01/2022-12-31 other\n5月26日前 XXXX-05-26? deadline"},
		{"a school year's spring is its second", "关于评选2021-2022学年度先进集体的通知\n各单位：\n请于5月26日前报送总结，10月20日前提交材料。\n",
			"2021-2022学年 2021-01-01/2022-12-31 other\n5月26日前 2022-05-26? deadline\n10月20日前 2021-10-20? deadline"},
		{"the sentence goes first", "关于报送总结的通知\n各单位：\n2023年12月1日自查，12月20日检查。\n云岭市档案局\n2024年4月7日\n",
			"2023年12月1日 2023-12-01 other\n12月20日 2023-12-20? other\n2024年4月7日 2024-04-07 issued"},
		{"the name of a day is none", "关于报送总结的通知\n各单位：\n开展“4·15”宣传。\n云岭市档案局\n2024年4月7日\n",
			"2024年4月7日 2024-04-07 issued"},
		{"within a title", "关于报送总结的通知\n各单位：\n根据《2023年工作计划》开展工作。\n云岭市档案局\n2024年4月7日\n",
			"2023年 2023-01-01/2023-12-31 reference\n2024年4月7日 2024-04-07 issued"},
		{"a term without a date", "关于报送总结的通知\n各单位：\n请在收到通知之日起5个工作日内报送。\n云岭市档案局\n2024年4月7日\n",
			"在收到通知之日起5个工作日内 P5D deadline\n2024年4月7日 2024-04-07 issued"},
	} {
		if got := dated(tt.text); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, got, tt.want)
		}
	}
}

// Days of a schedule have their month from the dates before them.
func TestScheduledDays(t *testing.T) {
	const foot = "\n云岭市档案局\n2024年4月7日\n"
	if n := noticeOf("关于报送总结的通知\n各单位：\n请于5日前报送总结。\n云岭市档案局\n2024年12月25日\n"); len(n.Deadlines) != 1 || n.Deadlines[0].Due != "2025-01-05" {
		t.Errorf("5日前 late in December: %+v", n.Deadlines)
	}
	for _, tt := range []struct{ name, lines, want string }{
		{"below a day", "会议时间：2024年5月15日至16日\n15日上午报到，16日8:30开幕。", "2024-05-15|2024-05-16"},
		{"over the turn of a month", "培训时间：4月28日至5月2日\n28日下午报到\n1日上午结业", "2024-04-28|2024-05-01"},
		{"behind a single day", "4月30日下午报到，1日上午开班，2日晚上返程。", "2024-05-01|2024-05-02"},
		{"with a weekday that fits", "5月15日报到，16日（周四）上午开班。", "2024-05-16"},
		{"with one that does not", "5月15日报到，16日（周日）上午开班。", ""},
		{"a bound in a week of the plan", "第四周（5月20日—24日）：总结评比，23日前报送总结。", "2024-05-23"},
		{"a bound behind a day that is past", "根据3月1日会议安排，请于26日前报送总结。", "2024-04-26"},
		{"a weekday in a schedule", "5月13日（周一）开班。\n20日（周一）实习\n27日下午结业", "2024-05-20|2024-05-27"},
		{"a weekday of the next month", "请于3日（周五）上午到会。", "2024-05-03"},
		{"a bound behind another over the turn", "请于25日前报名，2日前（含）交费。", "2024-04-25|2024-05-02"},
		{"a bound of the days before a late signature", "请于5日前登记。", "2024-04-05"},
		{"whose weekday is of the next month", "请于5日（星期日）前登记。", "2024-05-05"},
		{"no date before", "15日上午报到。", ""},
	} {
		var got []string
		for _, d := range noticeOf("关于召开会议的通知\n各单位：\n现将有关事项通知如下。\n" + tt.lines + foot).Dates {
			if !strings.Contains(d.Text, "月") && d.Start != "" {
				got = append(got, d.Start)
			}
		}
		if strings.Join(got, "|") != tt.want {
			t.Errorf("%s: %v, want %s", tt.name, got, tt.want)
		}
	}
}

func TestIssuedOn(t *testing.T) {
	for text, want := range map[string]string{
		"关于报送总结的通知\n各单位：\n请报送总结。\n云岭市档案局\n二〇二四年四月七日\n":     "2024-04-07",
		"关于报送总结的通知\n各单位：\n请报送总结。\n云岭市档案局 2024年4月7日\n":      "2024-04-07",
		"关于报送总结的通知\n各单位：\n请报送总结。\n云岭市档案局\n20240407\n":      "2024-04-07",
		"关于报送总结的通知\n各单位：\n请报送总结。\n云岭市档案局\n20241307\n":      "",
		"关于报送总结的通知\n各单位：\n请报送总结。\n云岭市档案局\n202404071\n":     "",
		"关于报送总结的通知\n各单位：\n请报送总结。\n登记表序号\n20240407\n":       "",
		"关于报送总结的通知\n各单位：\n请报送总结。\n20240407\n":              "",
		"关于报送总结的通知\n各单位：\n请报送总结，编号如下。\n20240407\n云岭市档案局\n": "",
		"关于报送总结的通知\n各单位：\n请报送总结。\n云岭市档案局\n":                "",
		"关于报送总结的通知\n各单位：\n请于2024年4月7日前报送总结。\n":             "",
	} {
		n := noticeOf(text)
		if n.IssuedOn != want || n.Signature != nil && (n.Signature.Date != want || len(n.Signature.Units) != 1) {
			t.Errorf("%q: issued on %s, want %s", text, n.IssuedOn, want)
		}
	}
}

func TestEffectiveOn(t *testing.T) {
	for text, want := range map[string]string{
		"本办法自2024年6月1日起施行。":            "2024-06-01",
		"本通知自2024年6月1日起执行，有效期2年。":      "2024-06-01",
		"《云岭市档案条例》已经公布，自2023年1月1日起施行。": "",
		"自2024年6月1日起开展检查。":             "",
	} {
		if got := saying(text).EffectiveOn; got != want {
			t.Errorf("%s: effective on %s, want %s", text, got, want)
		}
	}
}

func TestStale(t *testing.T) {
	issued := scan.Day{Year: 2024, Month: 3, Day: 1}
	for day, want := range map[scan.Day]bool{
		{Year: 2023, Month: 11, Day: 30}: true,
		{Year: 2023, Month: 12, Day: 1}:  false,
		{Year: 2024, Month: 2, Day: 1}:   false,
		{Month: 1, Day: 1}:               false,
	} {
		if stale(day, issued) != want {
			t.Errorf("stale(%v) is %v", day, !want)
		}
	}
}

func TestYearsOfRepublic(t *testing.T) {
	taiwan := "云岭县临溪乡公所　函\n受文者：各村办公处\n发文日期：中华民国98年5月20日\n发文字号：临民字第0980001234号\n速别：普通件\n主旨：请于98年6月1日前报送名册，请查照。\n说明：\n一、依县府98年4月2日函办理。\n正本：各村办公处\n"
	if got := dated(taiwan); !strings.Contains(got, "98年6月1日前 2009-06-01 deadline") || !strings.Contains(got, "98年4月2日 2009-04-02") {
		t.Errorf("Taiwan:\n%s", got)
	}
	plain := "关于报送名册的通知\n各单位：\n根据98年4月2日来函办理。\n云岭市档案局\n2024年4月7日\n"
	if got := dated(plain); !strings.Contains(got, "98年4月2日 1998-04-02") {
		t.Errorf("mainland:\n%s", got)
	}
}

func TestMonthOfIssue(t *testing.T) {
	n := noticeOf("关于报送总结的通知\n各单位：\n请于1月15日前报送总结。\n云岭市档案局\n2023年12月\n")
	if len(n.Deadlines) != 1 || n.Deadlines[0].Due != "2024-01-15" {
		t.Errorf("deadlines %+v, want one on 2024-01-15", n.Deadlines)
	}
}
