package field

import (
	"strings"
	"testing"

	"gongwen/model"
)

// dues lists the deadlines of n, each as its day and its action.
func dues(n *model.Notice) string {
	var out []string
	for _, d := range n.Deadlines {
		out = append(out, d.Due+d.Relative+" "+d.Action)
	}
	return strings.Join(out, "|")
}

// TestChangedDays: a day that the sentence takes back is none, and the one in its place is for
// the same thing.
func TestChangedDays(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"库房清点工作原定3月20日前完成，因人手不足，现延至4月20日前完成。", "2024-04-20 库房清点工作完成"},
		{"报名截止时间由原来的4月10日调整为4月20日。", "2024-04-20 报名"},
		{"投稿截止日期由4月10日顺延至4月20日。", "2024-04-20 投稿"},
		{"原公告“投标截止时间：2024年4月10日9时”，现更正为“2024年4月20日9时”；开标地点不变。", "2024-04-20 投标"},
		{"原公告“获取采购文件时间：2024年4月1日至4月10日”，现更正为“2024年4月1日至4月18日”。", "2024-04-18 获取采购文件"},
		{"原采购文件中响应文件递交的截止时间为4月10日9:00，现更改为“响应文件递交的截止时间及开标时间（北京时间）为4月20日9:00；开标地点为二楼”。", "2024-04-20 响应文件递交"},
		{"一、报名时间\n原定4月8日截止，现延长至4月18日（周四）中午12:00。", "2024-04-18 报名"},
		{"报名于4月10日前办理，不能到场的可延长至4月18日前办理。", "2024-04-10 报名办理|2024-04-18 不能到场的可延长办理"}, // both stand
		{"原则上4月10日前完成清点，确有困难的调整至4月18日前完成。", "2024-04-10 完成清点|2024-04-18 确有困难的调整完成"},
		{"读书会时间由4月10日调整为4月20日。", ""},
		{"参观原定4月10日举行，现改为4月20日举行。", ""},
		{"展厅开放时间：由4月10日至12日改为4月20日至22日。", ""},
	} {
		if got := dues(saying(tt.text)); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.text, got, tt.want)
		}
	}
}

// TestDaysInTurn: a row of days keeps its order, also over the turn of the year.
func TestDaysInTurn(t *testing.T) {
	for _, tt := range []struct{ issued, text, want string }{
		{"2024年10月9日", "请各馆11月5日前报送名单，12月3日前报送台账，2025年1月16日前报送总结。", "2024-11-05 各馆报送名单|2024-12-03 各馆报送台账|2025-01-16 各馆报送总结"},
		{"2024年10月9日", "请各馆1月5日前报送名单，2025年1月16日前报送总结。", "2025-01-05 各馆报送名单|2025-01-16 各馆报送总结"},
		{"2024年10月9日", "请各馆11月5日前报送名单。2025年1月16日前报送总结。", "2024-11-05 各馆报送名单|2025-01-16 报送总结"},
		{"2024年3月1日", "请各馆4月8日前报送名单，次日17:00前提交回执。", "2024-04-08 各馆报送名单|2024-04-09 各馆提交回执"},
		{"2024年3月1日", "4月8日开馆，请各馆当日17:00前报送人数。", "2024-04-08 各馆报送人数"},
		{"2024年3月1日", "缴费截止时间为登记结束次日12:00。", ""},
	} {
		n := noticeOf("关于做好馆藏清点的通知\n各单位：\n现将有关事项通知如下。\n" + tt.text + "\n云岭市档案局\n" + tt.issued + "\n")
		if got := dues(n); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.text, got, tt.want)
		}
	}
}

// TestAhead: a report tells what was done, and plans what lies behind its day of issue.
func TestAhead(t *testing.T) {
	for _, tt := range []struct{ title, text, want string }{
		{"关于库房加固工作的报告", "剩余两间库房于4月8日前加固。", "2024-04-08 剩余两间库房加固"},
		{"关于库房加固工作的报告", "首批库房于1月8日前加固。", ""},
		{"关于库房检查情况的通报", "各馆于4月8日放学前撤出展柜。", "2024-04-08 各馆撤出展柜"},
		{"关于库房检查情况的通报", "各馆于1月8日放学前撤出展柜。", ""},
	} {
		n := noticeOf(tt.title + "\n市政府：\n现将有关情况报告如下。\n" + tt.text + "\n云岭市档案局\n2024年3月1日\n")
		if got := dues(n); got != tt.want {
			t.Errorf("%s: %s:\n got %s\nwant %s", tt.title, tt.text, got, tt.want)
		}
	}
}

// TestOrderTerm: a stretch of time that counts from the order itself binds, also in its
// articles; one of rules that stand binds nobody on a day.
func TestOrderTerm(t *testing.T) {
	const articles = "\n第一条　库房严禁烟火。\n第二条　各馆应当在本%s发布之日起6日内与保管员签订责任书，并于4月10日前清空走廊。\n第三条　保管员应当在收到清单之日起6日内核对。\n云岭市档案局\n2024年3月1日\n"
	for _, tt := range []struct{ title, word, want string }{
		{"关于春季防火的命令", "命令", "P6D 各馆与保管员签订责任书|2024-04-10 各馆清空走廊"},
		{"云岭市库房防火办法", "办法", ""},
	} {
		if got := dues(noticeOf(tt.title + strings.Replace(articles, "%s", tt.word, 1))); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.title, got, tt.want)
		}
	}
}

// TestWindowsOfGroups: windows below a heading on handing in, one for each group.
func TestWindowsOfGroups(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"（一）报名\n应届毕业生（A1岗）：4月7日9:00至4月17日17:00；\n社会人员：4月7日9:00至4月24日17:00。", "2024-04-17 应届毕业生（A1岗）报名|2024-04-24 社会人员报名"},
		{"（一）参观\n应届毕业生：4月7日9:00至4月17日17:00；\n社会人员：4月7日9:00至4月24日17:00。", ""},
		{"（一）报名\n馆舍：4月7日9:00至4月17日17:00。", ""},
		{"“画稿提交”阶段（4月7日9:00~4月17日9:00）中，参赛队自主将画稿提交至系统。", "2024-04-17 “画稿提交”阶段参赛队自主将画稿提交至系统"},
		{"“画稿展出”阶段（4月7日9:00~4月17日9:00）中，参赛队自主将画稿提交至系统。", ""},
		{"画稿收件自4月7日起至4月17日止，邮寄者以邮戳为凭。", "2024-04-17 画稿收件"},
		{"画稿展出自4月7日起至4月17日止，费用以收据为凭。", ""},
	} {
		if got := dues(saying(tt.text)); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.text, got, tt.want)
		}
	}
}

// TestActionBounds: where the words end that say what is to be done.
func TestActionBounds(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"报名截止4月18日，报名网址：yl.example/a。", "2024-04-18 报名"},
		{"请于4月18日前将画稿送资料室（联系人：乔师傅）。", "2024-04-18 将画稿送资料室（联系人：乔师傅）"},
		{"画稿提交截止日期：2024年4月11日  2024年4月18日。", "2024-04-11 画稿提交"},
		{"望川河左岸堤段力争9月底前完成修复。", "2024-09-30 望川河左岸堤段力争完成修复"},
		{"望各馆9月底前完成修复。", "2024-09-30 各馆完成修复"},
		{"确保4月底前隧洞贯通，5月底前通过蓄水验收。", "2024-04-30 确保隧洞贯通|2024-05-31 确保通过蓄水验收"},
		{"4月底前开馆，5月底前通过验收的单位免检。", ""},
		{"博士研究生可随时将简历发至rs@yl.example，截至2024年4月30日。", "2024-04-30 博士研究生可随时将简历发至rs@yl.example"},
		{"简历已发至rs@yl.example，截至2024年2月28日。", ""},
		{"各馆布置情况，请于文到4日内回复。", "P4D 各馆布置情况，回复"},
		{"收文到档后4日内有人值守。", ""},
		{"各分馆3月28日前将《目录甲》（附件1）报送档案局，各分馆3月28日前将《目录乙》（附件2）报送档案局。", "2024-03-28 各分馆将《目录甲》（附件1）报送档案局|2024-03-28 各分馆将《目录乙》（附件2）报送档案局"},
		{"各馆须自收到本通知之日起3个工作日内提交方案，并在4月8日前完成修缮。", "P3D 各馆提交方案|2024-04-08 各馆完成修缮"},
	} {
		if got := dues(saying(tt.text)); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.text, got, tt.want)
		}
	}
	n := noticeOf("关于拟修缮库房名单的公示\n各单位：\n现将名单予以公示。\n一、拟暂缓\n甲馆\n公示期自张贴次日起6日。\n云岭市档案局\n2024年3月1日\n")
	if got := dues(n); got != "P6D 公示" {
		t.Errorf("got %s", got)
	}
}
