package segment

import "testing"

func TestGluedLabel(t *testing.T) {
	for _, tt := range []struct {
		s    string
		want Kind
		n    int
	}{
		{"发文机关云岭市人民法院", Furniture, len("发文机关")},
		{"发文日期2001年12月21日", IssueDate, len("发文日期")},
		{"发文字号云法办〔2001〕246号", Number, len("发文字号")},
		{"施行日期2001年12月21日", Furniture, len("施行日期")},
		{"时效性现行有效", Furniture, len("时效性")},
		{"效力级别司法文件", Furniture, len("效力级别")},
		{"发文机关应当及时公布", Stray, 0},
		{"发文日期以印章为准", Stray, 0},
		{"发文字号由办公室编排", Stray, 0},
		{"时效性要求较高", Stray, 0},
		{"施行日期2001年12月21日，以公告为准", Stray, 0},
	} {
		if k, n := gluedLabel(tt.s); k != tt.want || n != tt.n {
			t.Errorf("%q: %v %d, want %v %d", tt.s, k, n, tt.want, tt.n)
		}
	}
}

func TestSecondLabel(t *testing.T) {
	for s, want := range map[string]int{
		"发布机构：门户网站 文号：云政发〔2017〕145号": len("发布机构：门户网站 "),
		"发布机构：门户网站":                  0,
		"主送：各单位 来源：市政府":              len("主送：各单位 "),
		"地址：渡口路1号 电话：5550100":        0, // whom to turn to stays on its line
		"发布机构：门户网站 联系人：林水":           0,
		"文号：云政发〔2017〕145号 办理结果：A":    0,
	} {
		if got := secondLabel(s); got != want {
			t.Errorf("%q: %d, want %d", s, got, want)
		}
	}
}

func TestNumberAhead(t *testing.T) {
	for s, want := range map[string]int{
		"云政发〔2023〕7号关于印发预案的通知":        len("云政发〔2023〕7号"),
		"云政发〔2023〕7号《云岭市人民政府关于渡口的通知》": len("云政发〔2023〕7号"),
		"云政发〔2023〕7号云岭市人民政府关于渡口的通知":   len("云政发〔2023〕7号"),
		"云政发〔2023〕7号": 0,
		"云政发〔2023〕7号文件精神落实情况关于渡口的通知":  0, // cited
		"云政发〔2023〕7号关于渡口的规定，各单位应当执行。": 0, // a sentence
	} {
		if got := numberAhead(s); got != want {
			t.Errorf("%q: %d, want %d", s, got, want)
		}
	}
}
