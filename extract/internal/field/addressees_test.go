package field

import (
	"strings"
	"testing"
)

func TestAddressees(t *testing.T) {
	const body = "为做好登记工作，现将有关事项通知如下。请各单位认真落实，按时完成任务。\n云岭市档案局\n2024年4月7日\n"
	for _, tt := range []struct{ line, want string }{
		{"各学校、办事处：\n", "各学校|办事处"},
		{"各支行、营业部、科、室、信贷中心：\n", "各支行、营业部、科、室、信贷中心"},
		{"各处、室、中心：\n", "各处、室、中心"},
		{"市委、市人大常委会、市政府、市政协：\n", "市委|市人大常委会|市政府|市政协"},
		{"市委、市政府各部门：\n", "市委、市政府各部门"},
		{"各县市区委、人民政府，市直各单位：\n", "各县市区委、人民政府|市直各单位"},
		{"各县（区）人民政府、管委会：\n", "各县（区）人民政府|管委会"},
		{"各部门、各处、室：\n", "各部门|各处、室"},
		{"各学校、联合片、托儿所：\n", "各学校|联合片|托儿所"},
		{"各省、自治区、直辖市人民政府：\n", "各省、自治区、直辖市人民政府"},
		{"各省辖市、直管县局：\n", "各省辖市、直管县局"},
		{"各设区市、县（市、区）人民政府：\n", "各设区市、县（市、区）人民政府"},
		{"各学院，机关各部门：", "各学院|机关各部门"}, // the first paragraph on the same line
		{"各学校、各部门：", "各学校|各部门"},
		{"各学院：3人，", ""},
		{"各专业委员会、女工作者委员会：\n", "各专业委员会|女工作者委员会"},
		{"作者：", ""},
		{"各高校及中专、职业学校团委：\n", "各高校及中专、职业学校团委"},
		{"各企事业、社会团体：\n", "各企事业、社会团体"},
		{"时间安排：", ""},
		{"各完全小学、初中、局属各站：\n", "各完全小学|初中|局属各站"},
		{"各小学、初中、高中学校：\n", "各小学|初中、高中学校"},
		{"各中专、职高学校：\n", "各中专、职高学校"},
		{"各档案小组、馆友会：\n", "各档案小组|馆友会"},
		{"第一小组、第二小组：\n", ""},
		{"各车间、各科室：\n", "各车间|各科室"},
		{"各车间、仓库、各班组、船厂：\n", "各车间|仓库、各班组|船厂"},
		{"检修车间、库房：\n", ""},
		{"县委办、县人大办、县府办：\n", "县委办|县人大办|县府办"},
		{"办委办、县人大办：\n", "办委办、县人大办"},
		{"各市委办、局：\n", "各市委办、局"},
		{"浔港县农信联社、浔港渔业银行：\n", "浔港县农信联社|浔港渔业银行"},
		{"浔港县渔联、农联社：\n", "浔港县渔联、农联社"},
		{"各老年活动中心，各渔区活动片联络站：\n", "各老年活动中心|各渔区活动片联络站"},
		{"各单位活动安排，各部门：\n", ""},
		{"各中心活动，各学校：\n", ""},
		{"各人民法庭、局机关各科：\n", "各人民法庭|局机关各科"},
		{"各审判庭、人民法庭：\n", "各审判庭、人民法庭"},
		{"尊敬的读者：\n", "尊敬的读者"},
		{"读者须知：\n", ""},
	} {
		var got []string
		for _, x := range noticeOf("关于做好登记工作的通知\n" + tt.line + body).Addressees {
			got = append(got, x.Name)
		}
		if s := strings.Join(got, "|"); s != tt.want {
			t.Errorf("%s: got %s, want %s", tt.line, s, tt.want)
		}
	}
	n := noticeOf("关于做好登记工作的通知 云档发〔2024〕5号 各县（区）档案局，各高校： " + strings.Repeat(strings.ReplaceAll(body, "\n", " "), 12))
	if len(n.Addressees) != 2 || n.DocumentNumber == nil {
		t.Errorf("on one line with the number: got %v", n.Addressees)
	}
}

// TestAttending: an invitation of Taiwan names those it goes to in a line of its own; only
// where 受文者 points there is that line one of addressees.
func TestAttending(t *testing.T) {
	const head = "云岭县政府　开会通知单\n受文者："
	const tail = "\n发文日期：民国113年4月8日\n发文字号：云府档字第1130000456号\n开会事由：库房检修会议\n开会时间：113年4月12日上午9时\n"
	for _, tt := range []struct{ to, line, want string }{
		{"如出席者名单", "出席者：档案科、航政科\n列席者：库房组\n", "档案科|航政科"},
		{"如出列席者", "出席单位：档案科、航政科\n", "档案科|航政科"},
		{"航政科", "出席者：档案科、航政科\n", "航政科"},
		{"如出席者名单", "列席者：库房组\n", "如出席者名单"},
		{"如出席者名单", "出席者：如附件\n", "如出席者名单"},
	} {
		var got []string
		for _, a := range noticeOf(head + tt.to + tail + tt.line).Addressees {
			got = append(got, a.Name)
		}
		if s := strings.Join(got, "|"); s != tt.want {
			t.Errorf("%s, %s: %q, want %q", tt.to, tt.line, s, tt.want)
		}
	}
}
