package field

import (
	"strings"
	"testing"
)

// said are the deadlines of a notice with the line: the day or term and what is to be done.
func said(line string) string {
	var out []string
	for _, d := range saying(line).Deadlines {
		out = append(out, d.Due+d.Relative+" "+d.Action)
	}
	return strings.Join(out, "|")
}

// TestTerms: terms counted from what a notice names, those that a list or a body before them
// binds, and words in like places that bind nobody.
func TestTerms(t *testing.T) {
	for _, tt := range []struct{ line, want string }{
		{"需借阅展柜的分馆，请至迟于布展前24小时与库房联系。", "PT24H 需借阅展柜的分馆，与库房联系"},
		{"不能到会的馆员，至迟应于年会前3日来电说明。", "P3D 不能到会的馆员，来电说明"},
		{"年会召开3日前张贴。", ""},
		{"会费于报到前三天汇入学会账户。", "P3D 会费汇入学会账户"},
		{"报到前三天天气晴好。", ""},
		{"请各馆代表于会前一天与会务组核对名册。", "P1D 各馆代表与会务组核对名册"},
		{"不能到会的，请于会前一天下午5点前来电说明。", "P1D 不能到会的，来电说明"},
		{"会前一天下午5点会务组点名。", ""},
		{"会前一天的名册由会务组保管。", ""},
		{"夜间值守的馆员由所在分馆提前一周调整好。", "P1W 夜间值守的馆员由所在分馆调整好"},
		{"借阅特藏的读者，请提前两天预约。", "P2D 借阅特藏的读者，预约"},
		{"读者可提前两天入住，馆员提前一天到达。", ""},
		{"听讲的读者请提前30分钟入场。", ""},
		{"自由提前三天报名", ""},
		{"各分馆自受理申请之日起8个工作日内完成卷宗核对。", "P8D 各分馆完成卷宗核对"},
		{"未中签的，中签结果公布后4个工作日内无息退还押金。", "P4D 未中签的，无息退还押金"},
		{"布展结束后14天内无人参观。", ""},
		{"查出的霉变能当场清理的当场清理，清理不了的由责任单位9日内处理完毕。", "P9D 清理不了的由责任单位处理完毕"},
		{"霉变由湿气引起，9日内处理过两次。", ""},
		{"发现虫蛀的，须在2小时内电话报告、12小时内书面报告市档案局。", "PT2H 发现虫蛀的，须电话报告|PT12H 书面报告市档案局"},
		{"馆内、12小时内来过的读者共30人。", ""},
	} {
		if got := said(tt.line); !sameActions(got, tt.want) {
			t.Errorf("%s:\n got %s\nwant %s", tt.line, got, tt.want)
		}
	}
}

// sameActions compares deadlines as said prints them, but for the words of obligation.
func sameActions(got, want string) bool {
	plain := strings.NewReplacer("须", "", "应", "", "请", "", "，", "")
	return plain.Replace(got) == plain.Replace(want)
}

// TestLastDays: days that are the last for something by the words around them, and days in
// like places that are none.
func TestLastDays(t *testing.T) {
	for _, tt := range []struct{ line, want string }{
		{"要展板的分馆另须于4月8日前来电确认。", "2024-04-08 要展板的分馆另须来电确认"},
		{"分馆代表4月8日前来报到。", ""},
		{"请在4月9日21:00闭馆前还清所借画册。", "2024-04-09 还清所借画册"},
		{"4月9日21:00闭馆后清点画册。", ""},
		{"最迟不得超过4月12日交回，名册一并交回。", "2024-04-12 交回"},
		{"名册交回至迟不晚于4月12日。", "2024-04-12 名册交回"},
		{"各分馆于4月8日至12日持名册到市档案局集中报送，最迟不超过4月12日。", "2024-04-12 各分馆持名册到市档案局集中报送"},
		{"现将省局《关于更新画册目录的通知》转发给你们，请于4月12日前在网上登记。", "2024-04-12 在网上登记"},
		{"各学校要组织学生认真核对画册，4月12日前学校完成画册登记。", "2024-04-12 学校完成画册登记"},
		{"各学校要组织学生认真核对画册，4月12日前完成登记。", "2024-04-12 各学校要组织学生认真核对画册，完成登记"},
		{"4月12日前各区（县），各市直档案局完成条目复核工作。", "2024-04-12 各区（县），各市直档案局完成条目复核工作"},
		{"申请借展的，4月12日前，由分馆将申请表交市档案局。", "2024-04-12 申请借展的，由分馆将申请表交市档案局"},
		{"登记时间：4月8日—4月12日，8:30—11:30，14:00—17:00。", "2024-04-12 登记"},
		{"登记日期：4月8日—4月12日登记方式：扫码登记，一人一码。", "2024-04-12 登记"},
		{"市档案局安排于4月8日-9日将展柜送至各分馆。", ""},
		{"布展时间遇大雨顺延至4月12日。", ""},
		{"馆龄计算的截止日期为2024年12月31日，往年的馆龄有效。", ""},
		{"年龄截止日期：2024年12月31日。", ""},
		{"决定即日起开始征集，4月20日截止。每馆一件。", "2024-04-20 决定即日起开始征集"},
		{"展览即日起开放，4月20日截止。", ""},
		{"各分馆可到县馆取海报，4月12日前领完。", "2024-04-12 各分馆可到县馆取海报，领完"},
		{"5月底以前凭票报销。", "2024-05-31 凭票报销"},
		{"票据须为5月20日以前开具。", ""},
		{"各班请4月8日20:00之前在群里接龙。", "2024-04-08 各班在群里接龙"},
		{"初赛各馆自办，lO月8日前上报名单。", ""},
	} {
		if got := said(tt.line); !sameActions(got, tt.want) {
			t.Errorf("%s:\n got %s\nwant %s", tt.line, got, tt.want)
		}
	}
}

// TestPublicityDays: the days behind the length of a publicity period end it where the notice
// itself publicises.
func TestPublicityDays(t *testing.T) {
	for _, tt := range []struct{ line, want string }{
		{"现将名单予以公示，公示期五天，从2024年3月4日至8日。", "2024-03-08 公示"},
		{"现将名单予以公示，公示期为5天，从2024年3月4日至8日，如有异议，请向市档案局反映。", "2024-03-08 公示"},
		{"审核后由各馆公示，公示期五天，从2024年3月4日至8日。", ""},
		{"现将名单予以公示，展期五天，从2024年3月4日至8日。", ""},
	} {
		if got := said(tt.line); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.line, got, tt.want)
		}
	}
}
