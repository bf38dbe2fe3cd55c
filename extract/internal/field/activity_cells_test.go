package field

import "testing"

// TestTabledActivities: the rows of a table below a heading that arranges something, and the
// tables whose rows arrange nothing of their own.
func TestTabledActivities(t *testing.T) {
	const head, tail = "关于举办手工艺周活动的通知\n各社区：\n现将有关事项通知如下：\n", "\n二、其他\n无。\n云岭市文化馆\n2024年3月1日\n"
	for _, tt := range []struct{ name, text, want string }{
		{"blanks part the cells", "一、活动安排\n 序号  活动名称  活动时间  活动地点\n 1  陶艺体验  4月15日—4月30日  一楼大厅\n 2  剪纸讲座  4月23日  报告厅",
			"举办手工艺周活动\n陶艺体验 2024-04-15/2024-04-30\n剪纸讲座 2024-04-23/2024-04-23\n"},
		{"tabs, the day first and the hours beside it", "一、日程安排\n日期\t时间\t内容\t负责人\n4月6日\t8:30—11:30\t绳结\t陶一川\n4月7日\t8:30—11:30\t扎染、竹编\t陶一川\n4月8日\t14:00\t返程\t陶一川",
			"举办手工艺周活动\n绳结 2024-04-06/2024-04-06\n扎染、竹编 2024-04-07/2024-04-07\n"},
		{"a day by which is a deadline", "一、工作安排\n时间\t工作内容\t责任单位\n3月3日—3月20日\t作品初选\t各社区\n3月21日—3月28日\t作品复选\t文化馆\n4月5日前\t寄回作品\t文化馆",
			"举办手工艺周活动\n作品初选 2024-03-03/2024-03-20\n作品复选 2024-03-21/2024-03-28\n"},
		{"the programme of one day", "一、日程安排\n日期\t内容\n4月6日\t开幕\n4月6日\t参观展厅\n4月7日\t座谈", "举办手工艺周活动\n"},
		{"lessons of a course", "一、课程安排\n日期\t内容\n4月6日\t拉坯\n4月7日\t上釉", "举办手工艺周活动\n"},
		{"hours alone", "一、活动安排\n时间\t内容\n9:00—9:20\t开幕\n9:20—10:20\t参观", "举办手工艺周活动\n"},
		{"no column of names", "一、活动安排\n日期\t地点\n4月6日\t一楼大厅\n4月7日\t报告厅", "举办手工艺周活动\n"},
		{"a table of something else", "一、经费\n日期\t项目\n4月6日\t采购陶土\n4月7日\t采购竹篾", "举办手工艺周活动\n"},
	} {
		if got := activityLines(noticeOf(head + tt.text + tail)); got != tt.want {
			t.Errorf("%s:\n got %swant %s", tt.name, got, tt.want)
		}
	}
}

// TestDayNotTaken: a section that turns out to be no activity leaves its day alone; two days
// of the text are then two, and none of them the event's.
func TestDayNotTaken(t *testing.T) {
	const head, tail = "关于举办手工艺周活动的通知\n各社区：\n现将有关事项通知如下：\n", "\n二、其他\n无。\n云岭市文化馆\n2024年3月1日\n"
	for _, tt := range []struct{ text, want string }{
		{"一、安排\n4月16日，到书斋。\n4月18日，到展馆。", "举办手工艺周活动\n"},
		{"一、安排\n4月18日，到展馆。", "举办手工艺周活动 2024-04-18/2024-04-18\n"},
	} {
		if got := activityLines(noticeOf(head + tt.text + tail)); got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.text, got, tt.want)
		}
	}
}

// TestAmountsInCells: a serial and the surname in the next cell are no amount.
func TestAmountsInCells(t *testing.T) {
	for text, want := range map[string]int{"2\t周岚\t渡运科\n3\t张一川\t船检科": 0, "3张船票\t渡运科": 1} {
		if got := saying("名单如下：\n" + text).Amounts; len(got) != want {
			t.Errorf("%q: %+v", text, got)
		}
	}
}
