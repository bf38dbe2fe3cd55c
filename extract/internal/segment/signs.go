package segment

import "strings"

// Signs tells which signs the words of a line have, so that a field passes
// over the lines that cannot hold what it looks for.
type Signs uint8

// The signs.
const (
	Digit   Signs = 1 << iota // 0 to 9
	Latin                     // a Latin letter
	Point                     // a full stop of Latin text
	At                        // @
	Colon                     // ： or :
	Cited                     // 《
	Bracket                   // 〔
	Stop                      // 。
)

// signsOf returns the signs of s, the number of its code points that are no
// blanks, and whether it has blanks.
func signsOf(s string) (g Signs, points int, blank bool) {
	for i := 0; i < len(s); {
		c := s[i]
		size := 1
		switch {
		case c >= 0xE4 && c <= 0xE9: // a Chinese character
			size = 3
		case c == 0xE3 && i+2 < len(s) && s[i+1] == 0x80:
			size = 3
			switch s[i+2] {
			case "　"[2]:
				blank = true
				points--
			case "。"[2]:
				g |= Stop
			case "《"[2]:
				g |= Cited
			case "〔"[2]:
				g |= Bracket
			}
		case c >= 0xE0:
			size = 3
			if c >= 0xF0 {
				size = 4
			} else if c == 0xEF && strings.HasPrefix(s[i:], "：") {
				g |= Colon
			}
		case c >= 0x80:
			size = 2
			if strings.HasPrefix(s[i:], "\u00a0") {
				blank = true
				points--
			}
		case c >= '0' && c <= '9':
			g |= Digit
		case c|0x20 >= 'a' && c|0x20 <= 'z':
			g |= Latin
		case c == ' ' || c == '\t' || c == '\n':
			blank = true
			points--
		case c == '.':
			g |= Point
		case c == '@':
			g |= At
		case c == ':':
			g |= Colon
		}
		points++
		i += size
	}
	return g, points, blank
}
