package extract

import (
	"context"
	"strings"
	"testing"

	"gongwen/model"
)

const traditionalNotice = `雲嶺市教育局文件
雲教〔2024〕7號

雲嶺市教育局關於做好防汛工作的通知

各縣（區）教育局：
請於5月26日前將值班表報送市教育局，並在網(wǎng)站公布。聯繫人：范某，電話：0771-2345678。

雲嶺市教育局
2024年5月6日
`

func TestScripts(t *testing.T) {
	simplified := strings.NewReplacer("雲", "云", "嶺", "岭", "號", "号", "關於", "关于", "縣", "县", "區", "区", "請於", "请于",
		"將", "将", "報", "报", "並", "并", "網(wǎng)", "网", "聯繫", "联系", "電話", "电话").Replace(traditionalNotice)
	for _, row := range []struct {
		script                   Script
		text, title, name, agent string
	}{
		{"", traditionalNotice, "云岭市教育局关于做好防汛工作的通知", "范某", "云教"},
		{Simplified, traditionalNotice, "云岭市教育局关于做好防汛工作的通知", "范某", "云教"},
		{Keep, traditionalNotice, "雲嶺市教育局關於做好防汛工作的通知", "范某", "雲教"},
		{Traditional, traditionalNotice, "雲嶺市教育局關於做好防汛工作的通知", "范某", "雲教"},
		{Keep, simplified, "云岭市教育局关于做好防汛工作的通知", "范某", "云教"},
		{Traditional, simplified, "雲嶺市教育局關於做好防汛工作的通知", "范某", "雲教"},
	} {
		x := &Extractor{Script: row.script, KeepText: true}
		n, err := x.Extract(context.Background(), "a.txt", strings.NewReader(row.text))
		if err != nil {
			t.Fatal(err)
		}
		if n.Title == nil || n.Title.Text != row.title || len(n.Contacts) != 1 || n.Contacts[0].Names[0] != row.name ||
			n.DocumentNumber == nil || n.DocumentNumber.Agency != row.agent {
			t.Errorf("%q: title %+v, contacts %+v, number %+v", row.script, n.Title, n.Contacts, n.DocumentNumber)
			continue
		}
		if n.Text != row.text || !strings.Contains(n.Normalized, row.title) {
			t.Errorf("%q: text %q, normalised %q", row.script, n.Text, n.Normalized)
		}
		if !strings.Contains(row.text, n.Title.Evidence.Quote) || n.Genre != model.Genre("notice") {
			t.Errorf("%q: quote %q, genre %q", row.script, n.Title.Evidence.Quote, n.Genre)
		}
		for _, r := range n.Repairs {
			if r.Original != "網(wǎng)" || r.Repaired != "網" {
				t.Errorf("%q: repair %+v", row.script, r)
			}
		}
	}
}
