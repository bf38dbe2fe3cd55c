package field

import "testing"

// Terms of rules that stand oblige nobody on a day; those that a notice sets
// its addressees do.
func TestStanding(t *testing.T) {
	const articles = `第一条 为规范古树名木养护，制定本办法。
第二条 申请人应当自树木受损之日起15日内报告县级绿化部门，绿化部门应当在收到报告后3日内答复。
第三条 养护单位应当每年12月底前上报养护情况，变更养护单位的，应当提前报告，并于30日前办理移交。
`
	for _, tt := range []struct{ name, text, want string }{
		{"an order's measures", "江岭省人民政府令\n第35号\n江岭省古树名木养护办法\n" + articles + "第四条 本办法施行前已经设立的养护单位，应当在2025年6月30日前登记。\n第五条 本办法自2024年5月1日起施行。\n", ""},
		{"an interpretation", "关于审理花木买卖纠纷案件适用法律若干问题的解释\n2023年2月1日审判委员会第12次会议通过\n为正确审理案件，作如下解释：\n一、买受人应当在收到花木之日起30日内提出异议。\n二、卖方应当在2009年10月1日前已登记。\n", ""},
		{"a decision that amends", "关于修改《江岭省古树名木养护办法》的决定\n一、第三条修改为：“养护单位应当在签订协议之日起十五日内向绿化部门备案。”\n本决定自公布之日起施行。\n", ""},
		{"measures behind the notice that issues them", "关于印发《云岭市古树名木养护办法》的通知\n各单位：\n现印发给你们，请认真执行。请各县于3月31日前将责任人名单报市绿化局。\n云岭市绿化局\n2024年3月1日\n附件\n云岭市古树名木养护办法\n" + articles, "2024-03-31"},
		{"rules of one contest", "云岭市第十届花木节插花竞赛规程\n一、竞赛项目\n插花。\n二、报名\n各代表队于2024年5月10日前将报名表报送组委会。\n", "2024-05-10"},
		{"articles of a contest's rules", "关于举办插花竞赛的通知\n各单位：\n现将规程印发给你们。\n云岭市绿化局\n2024年3月1日\n附件\n插花竞赛章程说明\n第一条 报名表于5月10日前提交组委会。\n第二条 异议应当自结果公布之日起3日内提出。\n", "2024-05-10"},
		{"a notice's own term", "关于核查古树名木的通知\n各单位：\n请各单位自收到本通知之日起5个工作日内反馈核查情况。\n云岭市绿化局\n2024年3月1日\n", "P5D"},
	} {
		got := ""
		for _, d := range noticeOf(tt.text).Deadlines {
			if got != "" {
				got += " "
			}
			got += d.Due + d.Relative
		}
		if got != tt.want {
			t.Errorf("%s: deadlines %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestQuestionsAreNoActivities(t *testing.T) {
	for _, title := range []string{"关于古树名木养护费用折算问题的通知", "关于具体适用养护办法第十二条若干问题的通知"} {
		n := noticeOf(title + "\n各单位：\n现将有关问题通知如下。\n云岭市绿化局\n2024年3月1日\n")
		if len(n.Activities) != 0 {
			t.Errorf("%s: activities %v", title, n.Activities)
		}
	}
	n := noticeOf("关于开展古树名木养护检查的通知\n各单位：\n现将有关事项通知如下。\n云岭市绿化局\n2024年3月1日\n")
	if len(n.Activities) != 1 {
		t.Errorf("activities %v, want the check", n.Activities)
	}
}
