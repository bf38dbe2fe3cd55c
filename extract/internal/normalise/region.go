package normalise

import (
	"strings"

	"gongwen/extract/internal/normalise/opencc"
)

// The characters whose simplified form hangs on the region: OpenCC's t2s leaves
// them as they are.
const (
	askTaiwan    = "著么痺睪簷顎鯰" // 看著 is 看着 there, and elsewhere only a misprint
	showHongKong = "敍枱粧糭衞衹"  // nobody else writes them
)

// taiwanWords are words that notices of Taiwan alone have in traditional text.
var taiwanWords = []string{
	"裡", "汙", "簷", "檢附", "臺端", "鈞", "資訊", "軟體", "硬體", "網路", "資料庫", "行動電話", "滑鼠", "隨身碟", "列印",
	"行政院", "縣政府函", "市政府函", "字第", "發文日期：", "受文者", "速別：",
}

// shown is how much of a text is searched for the words of a region: a notice
// says early where it is from.
const shown = 1 << 16

// conversion returns what turns the traditional text s of those classes into
// simplified text. That it is of Taiwan or Hong Kong must be shown by its own
// words and characters. A text with 着 tells it from 著, and so is not of Taiwan.
func conversion(s string, all class) *opencc.Config {
	switch {
	case all&hongkong != 0:
		return opencc.FromHongKong
	case all&regional == 0 || all&zhe != 0:
		return opencc.FromTraditional
	}
	if showsTaiwan(s[:min(len(s), shown)]) {
		return opencc.FromTaiwan
	}
	return opencc.FromTraditional
}

// showsTaiwan reports whether s holds one of taiwanWords.
func showsTaiwan(s string) bool {
	t := classes()
	for i := 0; i+2 < len(s); {
		b := s[i]
		if b>>4 != 0xE {
			i++
			continue
		}
		if t[three(s, i)]&taiwanese != 0 {
			for _, word := range taiwanWords {
				if strings.HasPrefix(s[i:], word) {
					return true
				}
			}
		}
		i += 3
	}
	return false
}
