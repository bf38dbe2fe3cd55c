package normalise

import (
	"strings"
	"testing"
)

func TestSpelling(t *testing.T) {
	source := source("雲嶺市關於開展檢查的通知\n公里與屋裏，皇后與最後，范某的範圍(fànwéi)，Ｂ類⼈員，網(wǎng)站\n已经公布关于检查的事项")
	result := Text(source, Options{})
	s := SpellingOf(source.Plain.String(), result)
	for _, row := range [][2]string{
		{"云岭市关于开展检查的通知", "雲嶺市關於開展檢查的通知"},
		{"公里", "公里"}, {"屋里", "屋裏"}, {"皇后", "皇后"}, {"最后", "最後"},
		{"范某的范围", "范某的範圍"},
		{"B类人员", "B類人員"}, // the script comes back, not the width
		{"网站", "網站"},
		{"已经公布", "已经公布"},
		{"检查的事项", "檢查的事项"},     // half the word stands in the simplified line
		{"里程", "里程"},           // none between these neighbours: the usual one
		{"甲乙丙2023", "甲乙丙2023"}, // not in the document
		{"", ""},
	} {
		if got := s.Original(row[0]); got != row[1] {
			t.Errorf("%q is spelt %q, want %q", row[0], got, row[1])
		}
	}
}

// A document without glosses and other damage comes back as it is.
func TestSpellingOfAll(t *testing.T) {
	text := "雲嶺市關於開展檢查的通知\n請各單位於5月26日前，將公里數與屋裏的範圍報送范某。\n"
	source := source(text)
	result := Text(source, Options{})
	if got := SpellingOf(text, result).Original(result.Text.String()); got != text {
		t.Errorf("%q is spelt %q", text, got)
	}
}

func FuzzSpelling(f *testing.F) {
	f.Add("雲嶺市公里與屋裏\n云岭市网站 (wǎng)", "云岭里")
	f.Fuzz(func(t *testing.T, text, value string) {
		text = strings.ToValidUTF8(text, "?")
		source := source(text)
		s := SpellingOf(text, Text(source, Options{}))
		if got := s.Original(value); len([]rune(got)) != len([]rune(value)) {
			t.Errorf("%q becomes %q", value, got)
		}
	})
}
