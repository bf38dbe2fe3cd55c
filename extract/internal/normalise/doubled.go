package normalise

import (
	"strings"

	"gongwen/extract/internal/origin"
)

// doubled drops the second of two marks that a damaged copy has set at one
// place: ，， and 、、 and ，、 are one mark, as are 。。 and ，。, where the second
// ends what the first would part. Repeated ！ and ？ are the writer's, and three
// 。 are an ellipsis (see punctuation).
func doubled(d *document) origin.Text {
	e := editor{t: d.Text}
	s := d.Text.String()
	for i := 0; i+5 < len(s); {
		switch b := s[i]; {
		case 0xE4 <= b && b <= 0xE9: // most often
			i += 3
			continue
		case b != 0xE3 && b != 0xEF:
			i += step(b)
			continue
		}
		if isOne(s[i : i+6]) {
			hi := i + 6
			for hi+3 <= len(s) && isOne(s[hi-3:hi+3]) {
				hi += 3
			}
			e.put(stronger(s[i:hi]), i, hi)
			i = hi
			continue
		}
		i += 3
	}
	return e.text()
}

// isOne reports whether two marks in a row are one.
func isOne(pair string) bool {
	switch pair {
	case "，，", "、、", "，、", "、，", "。。", "；；", "：：", "，。", "、。", "，；", "、；":
		return true
	}
	return false
}

// stronger returns the mark that a run of marks stands for.
func stronger(run string) string {
	for _, mark := range [...]string{"。", "；", "：", "，"} {
		if strings.Contains(run, mark) {
			return mark
		}
	}
	return "、"
}
