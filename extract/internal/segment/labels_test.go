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
