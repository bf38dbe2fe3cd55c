package field

import (
	"strings"
	"testing"

	"gongwen/model"
)

// contactLine prints the contacts: names, phones and mobiles of each, parted by |.
func contactLine(n *model.Notice) string {
	var out []string
	for _, c := range n.Contacts {
		out = append(out, strings.Join(append(append(append([]string{}, c.Names...), c.Phones...), c.Mobiles...), " "))
	}
	return strings.Join(out, "|")
}

// TestWhomToAsk: people and numbers that only their place shows to be contacts, and words
// in like places that are none.
func TestWhomToAsk(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"航标咨询：周岚舟（5500001，13800000001）韦青（5500002，13800000002）", "周岚舟 5500001 13800000001|韦青 5500002 13800000002"},
		{"中标单价（5500001，13800000001）", "13800000001"}, // no name before the bracket
		{"周岚舟（2024001，学号）", ""},                      // no mobile number beside it
		{"欢迎市民监督，监督电话：12388。", "12388"},
		{"如有疑问可拨打政务热线12345。", ""},
		{"各站应值守12388电话，做好登记。", ""},
		{"这项工作的联系人为航务科岑老师。", "岑老师"},
		{"这项工作由航务科岑老师讲解。", ""},
		{"档案科 岑老师 内线7003", "岑老师 7003"},
		{"档案科 内线7003", "7003"},
		{"请把登记卡送至岑岚舟（712001）或韦青（712002）。", "岑岚舟 712001"},
		{"请把登记卡送至岑岚舟（712001），船员组送至韦青（712002）。", "岑岚舟 712001|韦青 712002"},
		{"请把登记卡送至档案室（712001）。", ""},
		{"岑岚舟（202403）获得一等奖。", ""},
		{"航标组交至岑岚舟:13800000001码头组交至韦青:13800000002", "岑岚舟 13800000001|韦青 13800000002"},
		{"报名表交至温州：13800000001", "13800000001"},
		{"报名表交至江滨路：13800000001", "13800000001"},
		{"报名表转交至交通局岑岚舟获奖名单", ""},
		{"联系人：岑岚舟 联系方式：66770001 13800000001", "岑岚舟 66770001 13800000001"},
		{"请将联系方式和66770001等编码一并填报。", ""},
		{"联系方式（QQ）：66770001", ""},
		{"报名表送至县文明办（联系电话：66770001）。", "66770001"},
		{"联系电话：66770001（党办），66770002（文管办）", "66770001 66770002"},
		{"联系电话：66770001（党颖），66770002（文管颖）", "66770001|党颖 66770002|文管颖"},
		{"联系电话：712001", "712001"},
		{"邮编：712001", ""},
		{"联系人：镡岚舟、韦青，联系电话：5500001", "镡岚舟 韦青 5500001"},
		{"联系人：镡岚舟，联系电话：5500001", "5500001"}, // nobody beside it
		{"联系人：航标站、韦青，联系电话：5500001", "韦青 5500001"},
		{"登记卡编号712001，电话另行公布。", ""},
	} {
		if got := contactLine(saying(tt.text)); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.text, got, tt.want)
		}
	}
}

// TestAnsweringIssuer: above the day a body signs together with whom to ask; a line of
// contacts with a label, and one that does not stand above the day, signs nothing.
func TestAnsweringIssuer(t *testing.T) {
	for _, tt := range []struct{ tail, want string }{
		{"航道局档案科 岑老师 内线7003\n2024.3.1\n", "航道局档案科"},
		{"联系：航道局档案科 岑老师 内线7003\n2024.3.1\n", ""},
		{"航道局档案科 内线7003\n2024.3.1\n", ""},
		{"航道局档案科 岑老师 内线7003\n以上。\n2024.3.1\n", ""},
	} {
		got := ""
		for _, x := range noticeOf("各科室：\n请于3月8日前将目录送档案科。\n" + tt.tail).Issuers {
			got += x.Name
		}
		if got != tt.want {
			t.Errorf("%s: %q, want %q", tt.tail, got, tt.want)
		}
	}
}
