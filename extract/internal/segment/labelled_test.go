package segment

import (
	"strings"
	"testing"
)

// TestLabelledRow: a label beside run-in headings heads its item; a label in a sentence, and
// one beside plain sentences, does not.
func TestLabelledRow(t *testing.T) {
	const a, b = "（一）升旗仪式。周一上午举行升旗仪式。", "（二）主题班会。周二下午召开主题班会。"
	for _, tt := range []struct{ third, want string }{
		{"（三）清扫码头：可以清扫栈桥。也可以擦洗护栏。", "升旗仪式|主题班会|清扫码头"},
		{"（三）观看影片：晚上在礼堂观看。", "升旗仪式|主题班会|观看影片"},
		{"（三）各班要做到，每天清扫：栈桥、护栏。", "升旗仪式|主题班会|"},
		{"（三）各个班级应当每天按时清扫的地方：栈桥、护栏。", "升旗仪式|主题班会|"},
		{"（三）各班应当每天清扫栈桥，按时擦洗护栏，并登记清扫情况。", "升旗仪式|主题班会|"},
	} {
		o := outline("关于开展活动的通知\n各班：\n现将有关事项通知如下。\n一、活动内容\n" + a + "\n" + b + "\n" + tt.third + "\n二、活动要求\n请认真组织。\n")
		var got []string
		for _, s := range o.Sections[0].Sections {
			got = append(got, strings.TrimSuffix(s.Heading.String(), "："))
		}
		if s := strings.Join(got, "|"); s != tt.want {
			t.Errorf("%s: got %s, want %s", tt.third, s, tt.want)
		}
	}
	o := outline("关于开展活动的通知\n各班：\n一、活动内容\n（一）周一上午举行升旗仪式。\n（二）周二下午召开主题班会。\n（三）清扫码头：可以清扫栈桥。\n")
	for _, s := range o.Sections[0].Sections {
		if s.Heading.Len() > 0 {
			t.Errorf("a label beside sentences: %s", s.Heading)
		}
	}
}

// TestItemsOnOneLine: items that a copy has run together with a blank where each line
// began stand apart; a list inside a paragraph is left whole.
func TestItemsOnOneLine(t *testing.T) {
	const long = "由码头路驶往灯塔路的大型船只从东航道、北航道或者西航道、北航道绕行，小型船只从沿岸各条水道绕行，绕行时应当服从航道管理人员的指挥，注意避让过往船只，遇有大风大雾应当就近停靠，听从安排"
	for _, tt := range []struct {
		line string
		want int
	}{
		{"（一）封航时间：2024年3月1日； （二）封航期间采取以下措施： 1." + long + "； 2.其他船只停航。", 4},
		{"1." + long + "。 2." + long + "。", 2},
		{"（一）" + long + "；（二）" + long + "。", 1},
		{"（一）" + long + "， （二）" + long + "。", 1},
		{"（一）" + long + "； （三）" + long + "。", 1},
		{"措施如下：（一）" + long + "； （二）" + long + "。", 1},
	} {
		o := outline("关于封航的通告\n为做好渡口修缮工作，现将有关事项通告如下：\n" + tt.line + "\n特此通告。\n云岭市航道局\n2024年3月1日\n")
		got := 0
		for i := range o.Lines {
			if k := o.Lines[i].Kind; (k == Heading || k == Paragraph) && i > 1 && !strings.HasPrefix(o.Lines[i].String(), "特此") {
				got++
			}
		}
		if got != tt.want {
			t.Errorf("%s: %d lines, want %d", tt.line, got, tt.want)
		}
	}
}

// TestOwnNote: the list of attachments of the document that is issued tells where the titles
// behind it end; without one, a second line that does not end as a title is text.
func TestOwnNote(t *testing.T) {
	const head = "关于印发《渡口船票管理办法》的通知\n各单位：\n现将《渡口船票管理办法》印发给你们，请遵照执行。\n云岭市航道局\n2024年3月1日\n渡口船票管理办法\n第一条 为加强渡口船票管理，制定本办法。\n第二条 本办法自公布之日起施行。\n"
	const tail = "附件1\n渡口船票退票\n登记台账\n附件2\n领取渡口船票\n委托代办书\n"
	for _, tt := range []struct{ note, want string }{
		{"附件：1.渡口船票退票登记台账\n2.领取渡口船票委托代办书\n", "渡口船票退票登记台账|领取渡口船票委托代办书"},
		{"附件：1.渡口船票退票\n2.领取渡口船票\n", "渡口船票退票|领取渡口船票"},
		{"", "渡口船票退票|领取渡口船票"},
	} {
		var got []string
		for _, a := range outline(head + tt.note + tail).Attachments {
			if a.Number > 0 {
				got = append(got, a.Title.String())
			}
		}
		if s := strings.ReplaceAll(strings.Join(got, "|"), " ", ""); s != tt.want {
			t.Errorf("%s: got %s, want %s", tt.note, s, tt.want)
		}
	}
}
