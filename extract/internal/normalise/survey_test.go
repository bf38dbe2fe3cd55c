package normalise

import (
	"math/rand"
	"strings"
	"testing"

	"gongwen/model"
)

// idle checks that the passes which the survey of text rules out change nothing in it.
func idle(t *testing.T, text string) {
	t.Helper()
	src := source(text)
	for _, p := range append(append([]pass{}, passes...), settling...) {
		d := &document{src: src, Result: Result{Text: src.Plain.Text()}, survey: surveyOf(text)}
		if p.needed == nil || p.needed(&d.survey) {
			continue
		}
		if d.apply(p) {
			t.Errorf("%q: %s makes %q of it, but the survey %+v rules it out", text, p.name, d.Text, d.survey)
		}
	}
}

// Every turn of phrase of the tests is looked at alone and in a simplified sentence.
func TestSurvey(t *testing.T) {
	random := rand.New(rand.NewSource(1))
	for range 20000 {
		var b strings.Builder
		for range 1 + random.Intn(8) {
			b.WriteString(pieces[random.Intn(len(pieces))])
		}
		idle(t, strings.ToValidUTF8(b.String(), "?"))
	}
	for _, text := range []string{
		"见(abc通知def)", "x(abc通知def)", "\"abc通知def\"", "<<abc通知def>>", "a,　通知", "云政发（　2020）5号", "云政发「 2020」5号", "等等。。。",
		"网（wǎng）", "训(xun)", "二0二0年", "通知--结果", "通知...结果", "，　，",
	} {
		idle(t, text)
	}
}

func FuzzSurvey(f *testing.F) {
	f.Add("见(abc通知def)，，“云政发[2020]5号" + strings.Join(pieces, ""))
	f.Fuzz(func(t *testing.T, text string) { idle(t, strings.ToValidUTF8(text, "?")) })
}

// What the conversion of the script changes, no later pass asks about.
func TestSurveyOutlivesScript(t *testing.T) {
	for _, text := range []string{
		"雲嶺市保密委員會,關於 2023 年(試行)「保密」教育的通知：第1條  請看著辦，，暢通",
		"衞生署於 17：00 閲覽室説明(xun)", "臺端資訊、、檔案室裡",
	} {
		for _, by := range [...]Script{Traditional, Taiwan, HongKong} {
			before := surveyOf(text)
			d := &document{Result: Result{Text: source(text).Plain.Text()}, survey: before, opt: Options{Script: by}}
			d.Text = script(d)
			after := surveyOf(d.Text.String())
			for _, p := range settling {
				if p.needed(&before) != p.needed(&after) {
					t.Errorf("%q: %s is needed before the conversion or behind it, not both", text, p.name)
				}
			}
			if d.Script != model.Traditional {
				t.Errorf("%q is %s", text, d.Script)
			}
		}
	}
}

// The walks pass over the first bytes of Chinese characters unseen.
func TestChineseLeads(t *testing.T) {
	for r := rune(0x4000); r < 0xA000; r++ {
		c := classOf(r)
		if c&(odd|space|chinese|unseen|joining|asking) != 0 || c&irregular != 0 && r != '暡' {
			t.Errorf("%c has the class %b", r, c)
		}
	}
	for _, r := range blanks {
		if got := blankSize(string(r)); got != len(string(r)) {
			t.Errorf("the blank %U has %d bytes", r, got)
		}
	}
	for r := range rune(1 << 16) {
		if got := blankSize(string(r)); got > 0 != strings.ContainsRune(blanks, r) {
			t.Errorf("%U: a blank of %d bytes", r, got)
		}
	}
}
