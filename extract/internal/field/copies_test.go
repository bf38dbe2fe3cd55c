package field

import (
	"strings"
	"testing"

	"gongwen/model"
)

// TestSerialOrders: an order of a headquarters has its number in its title; what a number
// counts elsewhere is none.
func TestSerialOrders(t *testing.T) {
	const body = "\n广大市民：\n为做好防火工作，现下达如下命令：\n一、禁止野外用火。\n云岭市森林防火指挥部\n2024年3月1日\n"
	for _, tt := range []struct {
		title, text string
		number      int
	}{
		{"云岭市森林防火指挥部\n2号令", "2号令", 2},
		{"云岭市森林防火指挥部第12号令", "云岭市森林防火指挥部第12号令", 12},
		{"云岭市森林防火指挥部令", "", 0},
		{"云岭市森林防火指挥部2号通告", "", 0},
		{"云岭市关于执行市林业局2号令", "", 0},
		{"云岭市森林防火指挥部2024号令", "", 0},
	} {
		x := noticeOf(tt.title + body).DocumentNumber
		if x == nil && tt.text != "" || x != nil && (x.Text != tt.text || x.Number != tt.number) {
			t.Errorf("%s: %+v, want %q", tt.title, x, tt.text)
		}
	}
}

// TestReplies: a copy without its title is told by the words that close it.
func TestReplies(t *testing.T) {
	for text, want := range map[string]model.Genre{
		"同意修缮渡口，请抓紧实施。\n专此批复。":       model.Reply,
		"经研究，现批复如下：\n一、同意修缮渡口。":      model.Reply,
		"渡口已经修缮，请按时验收。\n专此函达。":       model.Letter,
		"请尽快批复渡口修缮方案。":               model.NoticeGenre,
		"渡口批复情况如下：\n一、已批复三处。":        model.NoticeGenre,
		"现将市政府的批复转发你们，请遵照执行。\n特此通知。": model.NoticeGenre,
	} {
		if got := noticeOf("云岭市林业局：\n你局来文收悉。" + text + "\n2024年3月1日\n").Genre; got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

// TestCommaedDay: a day of issue set with 、 is one below the signer; a row of figures is none,
// and neither goes on with an entry of the list of attachments.
func TestCommaedDay(t *testing.T) {
	for tail, want := range map[string]string{
		"附件1：登记表\n附件2：修缮方案\n\n\n渡口科\n\n2024、11、3\n": "2024-11-03",
		"云岭市航道局\n2024、3、1\n":                        "2024-03-01",
		"云岭市航道局\n2024、13、1\n":                       "",
		"云岭市航道局\n号码：2024、3、1\n":                     "",
		"云岭市航道局\n2024、3、1、5\n":                      "",
	} {
		n := noticeOf("关于修缮渡口的通知\n各单位：\n请认真组织。\n" + tail)
		if n.IssuedOn != want {
			t.Errorf("%s: %q, want %q", tail, n.IssuedOn, want)
		}
		for _, a := range n.Attachments {
			if a.Title != "登记表" && a.Title != "修缮方案" {
				t.Errorf("%s: attachment %q", tail, a.Title)
			}
		}
	}
}

// TestForwardedIsCited: what a notice passes on is another's document though it is attached;
// what it issues is its own part.
func TestForwardedIsCited(t *testing.T) {
	for title, want := range map[string]int{
		"关于转发《渡口修缮方案》的通知": 1, "关于印发《渡口修缮方案》的通知": 0, "关于修缮渡口的通知": 0,
	} {
		n := noticeOf(title + "\n各单位：\n请按照《渡口修缮方案》认真组织。\n附件：渡口修缮方案\n云岭市航道局\n2024年3月1日\n")
		if len(n.References) != want || len(n.Attachments) != 1 {
			t.Errorf("%s: %+v", title, n.References)
		}
	}
}

// TestLinks: the names of files below a notice are links, not texts; a table below a mark is one.
func TestLinks(t *testing.T) {
	for tail, want := range map[string]bool{
		"附件1：登记表.docx\n2024年渡口修缮方案.doc\n": false,
		"附件1：登记表.docx\n姓名\n年龄\n":          true,
		"附件1：登记表\n2024年渡口登记.doc\n":        true,
	} {
		n := noticeOf("关于修缮渡口的通知\n各单位：\n请认真组织。\n附件1：登记表\n云岭市航道局\n2024年3月1日\n" + tail)
		if len(n.Attachments) == 0 || n.Attachments[0].Present != want {
			t.Errorf("%s: %+v", tail, n.Attachments)
		}
	}
}

// TestQuotedRules: a document of Taiwan has the titles of the rules by which it acts in 「」;
// what it sends, holds or speaks of stands in them too and is no rule.
func TestQuotedRules(t *testing.T) {
	for _, tt := range []struct{ sentence, want string }{
		{"依「渡口船票管理要点」办理。", "渡口船票管理要点"},
		{"依据教育局113年8月29日函及「渡口船票办法」第3条规定办理。", "渡口船票办法"},
		{"依「渡口办法」及「码头准则」规定办理。", "渡口办法|码头准则"},
		{"检送「渡口船票管理要点」1份。", ""},
		{"依「渡口修缮计划」办理。", ""},
		{"旨揭「渡口船票办法」业经修正。", ""},
		{"依限报名，「渡口船票办法」第3条另行公布。", ""},
	} {
		var got []string
		for _, x := range noticeOf("云岭县政府　函\n受文者：云岭县立渡口国民中学\n发文日期：中华民国113年9月18日\n发文字号：云府教字第1130457762号\n主旨：请查照。\n说明：\n一、" + tt.sentence + "\n二、请转知所属。\n").References {
			if x.Title != "" {
				got = append(got, x.Title)
			}
		}
		if s := strings.Join(got, "|"); s != tt.want {
			t.Errorf("%s: %q, want %q", tt.sentence, s, tt.want)
		}
	}
}
