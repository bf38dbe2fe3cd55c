package field

import "testing"

// The date of issue and the number may stand in one bracket or on one line, and a
// note of origin tells several days apart.
func TestHeadDates(t *testing.T) {
	const notice = "\n各市、县人民政府：\n现将有关事项通知如下，请于6月30日前报送落实情况。\n"
	const rules = "\n第一章　总则\n第一条　为了加强古桥保护，制定本条例。\n"
	for _, tt := range []struct{ name, text, issued, number, effective string }{
		{"the day before the number", "青山省人民政府关于加强古桥保护的通知\n（2023年5月4日　青政发〔2023〕12号）" + notice, "2023-05-04", "青政发〔2023〕12号", ""},
		{"without a blank between", "青山县委关于加强古桥保护的通知\n（2013年7月8日青发〔2013〕9号）" + notice, "2013-07-08", "青发〔2013〕9号", ""},
		{"the day behind it", "青山省人民政府关于加强古桥保护的通知\n青政发〔1999〕3号　1999年2月5日" + notice, "1999-02-05", "青政发〔1999〕3号", ""},
		{"after a comma", "青山省人民政府关于加强古桥保护的通知\n（青政发〔2022〕45号，2022年8月3日）" + notice, "2022-08-03", "青政发〔2022〕45号", ""},
		{"printed on a day", "青山省人民政府文件\n青政发〔2023〕12号　2023年5月4日印发\n青山省人民政府关于加强古桥保护的通知" + notice, "2023-05-04", "青政发〔2023〕12号", ""},
		{"in the title's bracket", "青山省人民政府关于加强古桥保护的通知（2023年5月4日　青政发〔2023〕12号）" + notice, "2023-05-04", "青政发〔2023〕12号", ""},
		{"in brackets of a number", "青山省人民政府关于加强古桥保护的通知\n〔2011年3月1日〕" + notice, "2011-03-01", "", ""},
		{"below the number", "青山省人民政府关于公布古桥名录的通知\n青政发〔2021〕7号\n（2021年4月9日）" + notice, "2021-04-09", "青政发〔2021〕7号", ""},
		{"the signature goes before", "青山省人民政府关于加强古桥保护的通知\n青政发〔1999〕3号　1999年2月5日" + notice + "青山省人民政府\n1999年2月3日\n", "1999-02-03", "青政发〔1999〕3号", ""},
		{"the number alone", "青山省人民政府关于加强古桥保护的通知\n青政发〔1999〕3号" + notice, "", "青政发〔1999〕3号", ""},
		{"a number and a day of another document", "青山省人民政府关于加强古桥保护的通知" + notice + "根据青政发〔1999〕3号（1999年2月5日）办理。\n", "", "", ""},

		{"an order made it public", "青山省古桥保护办法\n（2019年3月2日青山省人民政府令第710号公布）" + rules, "2019-03-02", "", ""},
		{"adopted, made public, in force", "青山省古桥保护条例\n（2018年9月30日青山省人民代表大会常务委员会第五次会议通过　2018年10月12日公布　自2019年1月1日起施行）" + rules, "2018-10-12", "", "2019-01-01"},
		{"adopted and in force", "青山省古桥保护条例\n（2018年9月30日青山省人民代表大会常务委员会第五次会议通过，自2019年1月1日起施行）" + rules, "2018-09-30", "", "2019-01-01"},
		{"amended since", "青山省古桥保护办法\n（2019年3月2日青山省人民政府令第710号公布　根据2021年5月7日《青山省人民政府关于修改部分规章的决定》修订）" + rules, "2021-05-07", "", ""},
		{"amended by an order", "青山省古桥保护办法\n（2019年3月2日青山省人民政府令第710号公布　2024年1月22日青山省人民政府令第773号修订）" + rules, "2024-01-22", "", ""},
		{"a line for each act", "青山省古桥保护办法\n2000年2月1日　省人民政府第26次常务会议通过\n2000年3月15日　青山省人民政府令第283号发布\n2000年5月1日　施行" + rules, "2000-03-15", "", "2000-05-01"},
		{"a bracket over lines", "青山省古桥保护办法\n（1998年6月26日青山省人民政府令第25号发布\n根据2011年1月8日《青山省人民政府关于修改部分规章的决定》修订）" + rules, "2011-01-08", "", ""},
		{"a note and a body that open alike", "青山法院关于审理古桥买卖案件的解释\n（2020年12月23日审判委员会第8次会议通过，自2021年1月1日起施行）\n为正确审理古桥买卖案件，制定本解释。\n第一条　古桥不得买卖。\n", "2020-12-23", "", "2021-01-01"},
		{"a sentence is no note", "关于加强古桥保护的意见\n2018年9月30日省人民政府常务会议通过了保护名录，要抓紧实施。\n一、总体要求\n保护优先。\n", "", "", ""},
		{"an order says when", "青山省人民政府令\n第710号\n《青山省古桥保护办法》已经2019年2月20日省人民政府第30次常务会议通过，现予公布，自2019年5月1日起施行。\n省长　周明远\n2019年3月2日\n", "2019-03-02", "第710号", "2019-05-01"},
	} {
		n := noticeOf(tt.text)
		number := ""
		if n.DocumentNumber != nil {
			number = n.DocumentNumber.Text
		}
		if n.IssuedOn != tt.issued || number != tt.number || n.EffectiveOn != tt.effective {
			t.Errorf("%s: issued %q, number %q, effective %q; want %q, %q, %q", tt.name, n.IssuedOn, number, n.EffectiveOn, tt.issued, tt.number, tt.effective)
		}
	}
}
