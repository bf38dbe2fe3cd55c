package normalise

import (
	"strings"
	"testing"

	"gongwen/model"
)

func TestRepair(t *testing.T) {
	const text = "國家保密局網(wǎng)站轉(zhuǎn)載,機構(gòu)\n" +
		"路線圖,確?；顒禹樌麑嵤?。確定“負責人”。\n" +
		"開展保密知識宣講!皠訂T千遍不如問責一次,以查促教效果十分明顯!鼻鄭u市委機要保密局同志表示。\n" +
		"承載著豐富史料,向?qū)W員們展示了各個歷史時期。\n" +
		"“參訓學員普遍表示受益匪淺,效果較好!"
	const want = "国家保密局网站转载，机构\n" +
		"路线图，确保活动顺利实施。确定“负责人”。\n" +
		"开展保密知识宣讲。“动员千遍不如问责一次，以查促教效果十分明显。”青岛市委机要保密局同志表示。\n" +
		"承载着丰富史料，向学员们展示了各个历史时期。\n" +
		"“参训学员普遍表示受益匪浅，效果较好。”"
	d := Text(source(text), Options{})
	if got := d.Text.String(); got != strings.Replace(want, "承载着", "承载著", 1) && got != want {
		t.Errorf("got %s", got)
	}
	shifts := 0
	for _, r := range d.Repairs {
		if r.Kind != model.ByteShift {
			continue
		}
		shifts++
		if r.Original != r.Evidence.Quote || !strings.Contains(text, r.Original) {
			t.Errorf("%q is said to come from %q", r.Original, r.Evidence.Quote)
		}
	}
	if shifts != 5 || len(d.Warnings) != 0 {
		t.Errorf("%d shifts, warnings %v", shifts, d.Warnings)
	}
	at := strings.Index(d.Text.String(), "活动")
	if at < 0 {
		t.Fatal("活动 is lost")
	}
	if got := d.Text.Span(at, at+6).Quote; got != "?；顒禹樌麑嵤?" {
		t.Errorf("活动 comes from %q", got)
	}
	if got := Text(source(text), Options{NoRepair: true}); len(got.Repairs) > 0 || !strings.Contains(got.Text.String(), "皠") {
		t.Errorf("NoRepair repairs: %s", got.Text)
	}
}

func TestDamagedText(t *testing.T) {
	d := Text(source("关于召开会议的锟斤拷锟斤拷通知"), Options{})
	if len(d.Warnings) != 1 || d.Warnings[0].Code != "damaged-text" || d.Warnings[0].Evidence.Quote != "锟斤拷锟斤拷" {
		t.Errorf("warnings %v", d.Warnings)
	}
	d = Text(source("å…³äºŽå\u008f¬å¼€ä¼šè®®çš„é€šçŸ¥"), Options{})
	if got := d.Text.String(); got != "关于召开会议的通知" || len(d.Repairs) != 1 || d.Repairs[0].Kind != model.MisDecoded {
		t.Errorf("%s: %v", got, d.Repairs)
	}
}
