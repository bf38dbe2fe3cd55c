package field

import (
	"strings"
	"testing"
)

// reached prints the contacts of a notice that has the lines below its heading
// 联系方式: names, numbers, addresses and the unit behind an @.
func reached(lines string) string {
	const head = "青山县教育局文件\n青教发〔2023〕12号\n青山县教育局关于开展校园安全检查的通知\n各中心学校：\n现将有关事项通知如下。\n一、检查时间\n2023年5月8日至12日。\n二、联系方式\n"
	var out []string
	for _, c := range noticeOf(head + lines + "\n青山县教育局\n2023年5月4日\n").Contacts {
		var part []string
		for _, list := range [][]string{c.Names, c.Phones, c.Mobiles, c.Faxes, c.Emails} {
			if len(list) > 0 {
				part = append(part, strings.Join(list, ","))
			}
		}
		if c.Unit != "" {
			part = append(part, "@"+c.Unit)
		}
		out = append(out, strings.Join(part, " "))
	}
	return strings.Join(out, "|")
}

// A directory panics on no text and cites the words of each contact.
func FuzzDirectory(f *testing.F) {
	f.Add("单位\n联系人\n电话\n教育股\n周明远\n5234567\n李　晓\n5234568、13877001234")
	f.Add("单位\t联系人及电话\n\t周明远 5234567\n教育股\t")
	f.Add("姓 名　电　话\n周 明 远　5234567-801（传真）\n周明远　教育股　+49 171 1234567")
	f.Fuzz(func(t *testing.T, lines string) {
		for _, c := range noticeOf("关于报送总结的通知\n各单位：\n一、联系方式\n" + lines).Contacts {
			if c.Evidence.Quote == "" || c.Evidence.Start >= c.Evidence.End {
				t.Errorf("%+v cites nothing", c)
			}
		}
	})
}

func TestDirectory(t *testing.T) {
	for _, tt := range []struct{ name, lines, want string }{
		{"a cell a line", "单位\n联系人\n电话\n青山县教育局\n周明远\n0771-5234567\n青山县公安局\n李晓\n0771-5234568\n青山县应急管理局\n欧阳文静\n13877001234",
			"周明远 0771-5234567 @青山县教育局|李晓 0771-5234568 @青山县公安局|欧阳文静 13877001234 @青山县应急管理局"},
		{"serials, posts, an extension", "序号\n单位\n联系人\n职务\n联系电话\n1\n教育股\n周明远\n股长\n5234567\n2\n石桥乡中心学校\n王建国\n校长\n5234569转801",
			"周明远 5234567 @教育股|王建国 5234569转801 @石桥乡中心学校"},
		{"the head again on the next page", "县区\n姓名\n手机\n邮箱\n石桥县\n周明远\n13877001234\nzmy@qs.gov.cn\n县区\n姓名\n手机\n邮箱\n宁川县\n买买提·艾力\n13877001236\nmm@qs.gov.cn",
			"周明远 13877001234 zmy@qs.gov.cn @石桥县|买买提·艾力 13877001236 mm@qs.gov.cn @宁川县"},
		{"pages that end inside the heads", "单位\n联系人\n— 1 —\n电话\n教育股\n周明远\n5234567\n单位\n— 2 —\n联系人\n电话\n安全股\n李晓\n5234568", "周明远 5234567 @教育股|李晓 5234568 @安全股"},
		{"empty cells are lost", "单位\n联系人\n职务\n电话\n备注\n教育股\n周明远\n股长\n5234567\n城关镇中心学校\n李晓\n5234568\n负责材料\n石桥乡中心学校\n王建国\n校长\n5234569",
			"周明远 5234567 @教育股|李晓 5234568 @城关镇中心学校|王建国 5234569 @石桥乡中心学校"},
		{"two numbers in a cell of two lines", "部门\n联系人\n电话\n教育股\n周明远\n5234567\n13877001234\n安全股\n李晓\n5234568", "周明远 5234567 13877001234 @教育股|李晓 5234568 @安全股"},
		{"a body for two", "部门\n联系人\n电话\n教育股\n周明远\n5234567\n李晓\n5234568", "周明远 5234567 @教育股|李晓 5234568 @教育股"},
		{"names and numbers in one column", "序号\n部门\n联系人及联系电话\n1\n教育股\n周明远 5234567\n2\n安全股\n李晓 5234568、13877001234", "周明远 5234567 @教育股|李晓 5234568 13877001234 @安全股"},
		{"a column that is not known", "部门\n联系人\n负责片区\n电话\n教育股\n周明远\n城区\n5234567", "周明远 5234567 @教育股"},
		{"parted by tabs", "单位\t联系人\t电话\t传真\n教育股\t周明远\t5234567\t5234500\n城关镇中心学校\t李 晓、王芳\t5234568\t", "周明远 5234567 5234500 @教育股|李晓,王芳 5234568 @城关镇中心学校"},
		{"merged cells", "单位\t联系人\t电话\n教育股\t周明远\t5234567\n\t李晓\t5234568\n安全股\t王建国\t5234569\n\t赵红\t", "周明远 5234567 @教育股|李晓 5234568 @教育股|王建国,赵红 5234569 @安全股"},
		{"parted by blanks", "序号　　单位　　　　　联系人　　联系电话\n1　　　教育股　　　　周 明 远　　5234567\n2　　　城关镇中心学校　李　晓　　　5234568", "周明远 5234567 @教育股|李晓 5234568 @城关镇中心学校"},
		{"by single blanks", "姓名 单位 办公电话 手机\n周明远 教育股 5234567 13877001234\n李晓 安全股 5234568 13877001235", "周明远 5234567 13877001234 @教育股|李晓 5234568 13877001235 @安全股"},
		{"a head set wide", "姓　名　　职　务　　电　话\n周明远　　股　长　　5234567", "周明远 5234567"},
		{"set in two halves", "姓名 电话 姓名 电话\n周明远 5234567 李晓 5234568", "周明远 5234567|李晓 5234568"},
		{"bodies alone", "单位 监督电话\n青山县教育局 5234567\n青山县公安局 5234568", "5234567 @青山县教育局|5234568 @青山县公安局"},
		{"a name in the column of numbers", "学校\t咨询电话\t监督电话\n第一中学\t周老师 13877001234\t5234562\n第二中学\t5234563\t5234564", "周老师 5234562 13877001234 @第一中学|5234563,5234564 @第二中学"},
		{"a list with the code once", "单位\t联系人\t电话\n教育股\t周明远\t0771-5234567、5234568（传真）", "周明远 0771-5234567 0771-5234568 @教育股"},

		{"lines of names and numbers", "周明远\n0771-5234567\n李晓\n13877001234", "周明远 0771-5234567|李晓 13877001234"},
		{"below their bodies", "青山县教育局\n周明远\n0771-5234567\n青山县公安局\n李晓\n0771-5234568、13877001234", "周明远 0771-5234567 @青山县教育局|李晓 0771-5234568 13877001234 @青山县公安局"},
		{"rows without a head", "周明远　教育股　13877001234\n李　晓　副股长　0771-5234568", "周明远 13877001234 @教育股|李晓 0771-5234568"},
		{"numbers of the house beside others", "周明远　股长　5234567　13877001234", "周明远 5234567 13877001234"},
		{"rows that a label leads to", "咨询电话：\n教育股　5234567\n安全股 李晓 5234568", "5234567 @教育股|李晓 5234568 @安全股"},
		{"rows below the label that ends an item", "六、欢迎来访。联系方式：\n航标站　5234567　每天9:00—17:00可拨\n档案科　5234568、5234569\n微信公众号：云岭航标", "5234567 @航标站|5234568,5234569 @档案科"},
		{"an item whose label ends no sentence", "六、欢迎提供联系方式：\n航标站　每天9:00开放\n档案科　20240412", ""},
		{"a label that leads to a number", "咨询电话：\n5234567", "5234567"},
		{"numbers without a code behind one label", "联系人：县农业局 温　涛 522 3106；县财政局 古　乐 522 6618", "温涛 5223106 @县农业局|古乐 5226618 @县财政局"},
		{"names with a colon", "联系人及电话：\n田　宁：0771-8095041，13877153981\n朱恭春：18677177355", "田宁 0771-8095041 13877153981|朱恭春 18677177355"},
		{"places with a colon", "各片区联系人及电话：\n东片：周明远 0771-5234567\n西片：李晓 0771-5234568", "周明远 0771-5234567|李晓 0771-5234568"},
		{"labels with a line each", "联系人\n周明远\n联系电话\n0771-5234567", "周明远 0771-5234567"},

		{"winners with identity cards", "姓名\n身份证号\n奖项\n周明远\n450121198901011234\n一等奖\n李晓\n450121199001011234\n二等奖", ""},
		{"winners with numbers", "姓名 单位 获奖等级 联系电话\n周明远 教育股 一等奖 5234567", ""},
		{"names and identity cards", "周明远\n450121198901011234\n李晓\n45012119900101123X", ""},
		{"names and pupils' numbers", "周明远\n20230101\n李晓\n20230102\n王建国\n5234567", ""},
		{"sums", "序号\n单位\n金额（元）\n1\n青山中学\n5234567\n2\n城关镇中心学校\n1234568", ""},
		{"candidates", "姓名 准考证号 成绩\n周明远 45012123 98\n李晓 45012124 97", ""},
		{"a committee", "组长：周明远\n副组长：李晓\n成员：王建国\n赵红", ""},
		{"members and posts", "姓名 单位 职务\n周明远 教育股 股长\n李晓 安全股 副股长", ""},
		{"a form to fill in", "单位\n联系人\n电话\n填表日期\n注：请用黑色笔填写。", ""},
		{"a form of one line", "单位　　　联系人　　　联系电话\n", ""},
		{"counts of telephones", "单位 户数 固定电话\n城关镇 1234 5234567户\n石桥乡 1235 5234568户", ""},
		{"an address is no person", "黄河路　建设银行　0771-5234567", "0771-5234567"},
		{"a label that leads to prose", "咨询电话：\n详见附件 2023年\n共计　20230101", ""},
		{"prose", "请各单位填写联系人　电话\n并于5月5日前报送。", ""},
	} {
		if got := reached(tt.lines); got != tt.want {
			t.Errorf("%s:\n got %q\nwant %q", tt.name, got, tt.want)
		}
	}
}
