package field

import (
	"os"
	"strings"
	"testing"
	"time"

	"gongwen/extract/internal/origin"
	"gongwen/extract/internal/read"
	"gongwen/extract/internal/segment"
	"gongwen/model"
)

// hostile are rows that no notice holds and that once cost the square of their
// length: each leaves something open that is looked for again from every date.
var hostile = []string{
	"2024年5月8日前报送", "5月8日至", "5月8日", "5月1、", "5月8日、", "本月", "请于5月8日前将", "（5月8日前", "（5月8日至10日）", "《5月8日", "“5月8日",
	"即日起至5月8日", "自5月8日至10日", "定于5月8日至10日", "截至5月8日，", "自公告之日起30日内", "现公示，公示期7天", "（一）5月8日前将", "2024年", "春节前", "周五前",
	"\n单位\n联系人\n电话", "\n单位\n联系人\n电话\n教育股\n周明远", "\n单位　联系人　电话", "\n单位　联系人　电话\n教育股　周明远　5234567", "\n周明远\n0771-5234567", "\n姓名\n— 1 —",
	"周明远　教育股　13877001234　", "16日上午，", "\n5月8日前报送", "\n一、5月8日前报送。", "\n第一条 应当在收到之日起5日内报告。", "定于5月8日召开会议，", "活动时间：5月8日至10日，",
}

// TestScaling holds the fields of time to a cost that grows with the length of
// the text: eight times the row may cost 30 times as much, where the square would
// cost 64 times. The ratio is taken, so that the machine's speed does not count;
// the least of three runs, so that its other work does not.
func TestScaling(t *testing.T) {
	if os.Getenv("GONGWEN_SCALING") == "" {
		t.Skip("measures time: set GONGWEN_SCALING=1 on a quiet machine")
	}
	fields := []*Field{datesField, issuedField, deadlinesField, periodField, activitiesField, effectiveField, contactsField, dateRolesField, warningsField}
	cost := func(row string, size int) time.Duration {
		plain := origin.NewSource("关于开展活动的通知\n各单位：\n"+strings.Repeat(row, size/len(row)), nil)
		src := &read.Source{Plain: plain}
		o := segment.Notice(plain.Text(), src)
		least := time.Hour
		for range 3 {
			p := &Pass{Source: src, Outline: o, Notice: &model.Notice{Genre: model.NoticeGenre}}
			start := time.Now()
			for _, f := range fields {
				f.Find(p)
			}
			least = min(least, time.Since(start))
		}
		return least
	}
	for _, row := range hostile {
		var short, long time.Duration
		for range 4 { // a busy machine spoils a run, the square spoils them all
			short, long = max(cost(row, 8<<10), time.Millisecond), cost(row, 64<<10)
			if long <= 30*short {
				break
			}
		}
		if long > 30*short {
			t.Errorf("%q: 8 KB take %v, 64 KB %v", row, short, long)
		}
	}
}
