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
