package segment

import "testing"

func TestPaper(t *testing.T) {
	for s, want := range map[string]bool{
		"《云岭日报》（2023年5月9日第03版）":  true,
		"《浔港晚报》（2023年5月9日，第3版）":  true,
		"《云岭日报》（第03版）":           false,
		"《云岭日报》（2023年5月9日）":      false,
		"《船员手册》（2023年5月9日第03版）":  false,
		"《云岭日报》（2023年5月9日第版）":    false,
		"《云岭日报》（2023年5月9日第03版）载": false,
	} {
		if got := paper(s); got != want {
			t.Errorf("%s: %v", s, got)
		}
	}
}

func TestDateline(t *testing.T) {
	for s, want := range map[string]string{
		"新华社云岭5月9日电 关于开放灯塔的决定":   "新华社云岭5月9日电 ",
		"新华社云岭5月9日电　今年开放灯塔三座。":   "新华社云岭5月9日电　",
		"新华社记者5月9日电话采访":          "",
		"新华社关于5月9日电 的更正":         "",
		"新华社云岭分社的通知":             "",
		"云岭社5月9日电 关于开放灯塔的决定":     "",
		"新华社《灯塔》5月9日电 关于开放灯塔的决定": "",
	} {
		if got := s[:Dateline(s)]; got != want {
			t.Errorf("%s: %q, want %q", s, got, want)
		}
	}
}

// TestTitleAlone: what a page, a paper, an agency or a message sets about a title is none of it.
func TestTitleAlone(t *testing.T) {
	const body = "\n各渡口：\n请按下列日期开放灯塔，并做好登记工作。\n云岭市航道局\n2024年3月1日\n"
	for _, tt := range []struct{ head, want string }{
		{"《\n云岭日报\n》（\n2024年03月01日\n第 04\n版）\n灯塔开放三座", "灯塔开放三座"},
		{"灯塔开放三座\n《云岭日报》（2024年03月01日 第04版）", "灯塔开放三座"},
		{"《灯塔》（2024年）\n关于开放灯塔的通知", "《灯塔》（2024年）关于开放灯塔的通知"},
		{"新华社云岭3月1日电 关于开放灯塔的决定", "关于开放灯塔的决定"},
		{"公告详情\n关于开放灯塔的通知", "关于开放灯塔的通知"},
		{"云岭市航道局灯塔详情\n关于开放灯塔的通知", "云岭市航道局灯塔详情关于开放灯塔的通知"},
		{"📢灯塔开放啦❗\n各位船友晚上好", "灯塔开放啦"},
		{"灯塔开放啦\n各位船友须知", "灯塔开放啦各位船友须知"},
		{"关于开放灯塔的通知★", "关于开放灯塔的通知"},
	} {
		if got := outline(tt.head + body).Title.String(); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.head, got, tt.want)
		}
	}
}
