package segment

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

// signsOf returns the signs of s and the number of its code points.
func signsOf(s string) (Signs, int) {
	var g Signs
	rest := 0 // bytes that go on with a code point
	for i := range len(s) {
		switch c := s[i]; {
		case c < 0xC0 && c >= 0x80:
			rest++
		case c >= 0xE4 && c <= 0xE9: // a Chinese character
		case c >= '0' && c <= '9':
			g |= Digit
		case c|0x20 >= 'a' && c|0x20 <= 'z':
			g |= Latin
		case c == '.':
			g |= Point
		case c == '@':
			g |= At
		case c == ':':
			g |= Colon
		case c == 0xE3 && i+2 < len(s) && s[i+1] == 0x80:
			switch s[i+2] {
			case 0x82:
				g |= Stop
			case 0x8A:
				g |= Cited
			case 0x94:
				g |= Bracket
			}
		case c == 0xEF && i+2 < len(s) && s[i+1] == 0xBC && s[i+2] == 0x9A:
			g |= Colon
		}
	}
	return g, len(s) - rest
}
