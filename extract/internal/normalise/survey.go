package normalise

import (
	"sync"

	"gongwen/extract/internal/normalise/opencc"
)

// A class says what the passes need to know of a character, as bits.
type class uint16

const (
	han         class = 1 << iota // a Chinese character, 〇 too
	traditional                   // that proves traditional text
	simplified                    // that proves simplified text
	unsure                        // that has a simplified form but stands in simplified text too
	unseen                        // shows nothing: zero width, soft hyphen, byte order mark
	odd                           // has another form in normal form
	space                         // a blank
	chinese                       // Chinese punctuation, full width
	regional                      // that asks whether a traditional text is of Taiwan
	hongkong                      // that shows a traditional text to be of Hong Kong
)

// classes holds the class of each character of up to three bytes.
var classes = sync.OnceValue(func() *[1 << 16]class {
	t := new([1 << 16]class)
	set := func(lo, hi rune, c class) {
		for r := lo; r <= hi; r++ {
			t[r] |= c
		}
	}
	set(0x3400, 0x4DBF, han)
	set(0x4E00, 0x9FFF, han)
	set('〇', '〇', han)
	set('々', '々', han)
	for r, p := range opencc.Proofs() {
		switch p {
		case opencc.Traditional, opencc.Several:
			t[r] |= traditional
		case opencc.Simplified:
			t[r] |= simplified
		case opencc.Both:
			t[r] |= unsure
		}
	}
	for _, r := range askTaiwan {
		t[r] |= regional
	}
	for _, r := range showHongKong {
		t[r] |= hongkong
	}
	for _, r := range zeroWidth {
		t[r] |= unseen
	}
	for _, r := range blanks {
		t[r] |= space
	}
	for _, r := range fullWidth {
		t[r] |= chinese
	}
	for r := range forms() {
		if r < 1<<16 {
			t[r] |= odd
		}
	}
	for _, r := range irregular {
		t[r] |= odd
	}
	return t
})

const (
	zeroWidth = "\u00AD\u200B\u200C\u200D\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\u180E\uFE0E\uFE0F\uFFFC\uFEFF"
	blanks    = " \u00A0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000"
	fullWidth = "，。、；：？！（）〔〕《》〈〉「」『』【】“”‘’～"

	// irregular marks may have to change where they stand: see punctuation.go.
	irregular = "•‧・∙⋅●○◯ΟО［〖【〈❲⦗暡－―─‐‑−ー"
)

// classOf returns the class of r.
func classOf(r rune) class {
	if uint32(r) < 1<<16 {
		return classes()[r]
	}
	if 0x20000 <= r && r <= 0x3FFFF {
		return han
	}
	return 0
}

// A survey is what one look at a text found: it tells which passes have work.
type survey struct {
	classes     class // those that occur
	traditional int   // characters that prove traditional text
	simplified  int   // characters that prove simplified text
	glossed     bool  // pinyin glosses may occur
	blank       bool  // an ASCII blank beside Chinese
	ascii       bool  // an ASCII punctuation mark beside Chinese, or a straight quote
	doubled     bool  // two full-width marks in a row
}

// A look is what an ASCII character asks to be looked at.
type look uint8

const (
	lookMark  look = iota + 1 // beside Chinese it has another form
	lookBlank                 // beside Chinese it may go
	lookZero                  // behind a Chinese numeral it is 〇
)

// looks holds the ASCII characters that ask for a look.
var looks = [128]look{
	',': lookMark, ':': lookMark, ';': lookMark, '?': lookMark, '!': lookMark, '(': lookMark, ')': lookMark,
	'"': lookMark, '\'': lookMark, '<': lookMark, '>': lookMark, '[': lookMark, ']': lookMark, '.': lookMark,
	'-': lookMark, '{': lookMark, '}': lookMark, ' ': lookBlank,
	'0': lookZero, 'O': lookZero, 'o': lookZero,
}

// surveyOf looks at s once. What it misses is left alone by every pass, so it
// may say too much, never too little.
func surveyOf(s string) survey {
	var v survey
	t := classes()
	all := class(0)
	var last class // of the character before, where it ended at the byte before
	lastEnd := 0
	for i := 0; i < len(s); {
		b := s[i]
		switch {
		case b < 0x80:
			if l := looks[b]; l != 0 {
				switch {
				case l == lookBlank:
					v.blank = v.blank || i > 0 && s[i-1] >= 0x80 || i+1 < len(s) && s[i+1] >= 0x80
				case l == lookZero:
					v.ascii = v.ascii || i > 0 && s[i-1] >= 0x80
				case b == '(':
					v.glossed = v.glossed || i > 0 && s[i-1] >= 0x80 && i+2 < len(s) && isSmall(s[i+1]) && isSmall(s[i+2])
					fallthrough
				default:
					v.ascii = v.ascii || near(s, i)
				}
			}
			i++
		case b>>4 == 0xE && i+2 < len(s):
			c := t[uint16(b)<<12|uint16(s[i+1]&0x3F)<<6|uint16(s[i+2]&0x3F)]
			all |= c
			v.traditional += int(c >> 1 & 1)
			v.simplified += int(c >> 2 & 1)
			if c&chinese != 0 {
				v.doubled = v.doubled || last&chinese != 0 && lastEnd == i
				last, lastEnd = c, i+3
				v.ascii = v.ascii || asksForLook(s, i+3)
				v.glossed = v.glossed || b == 0xEF && i+5 < len(s) && isSmall(s[i+3]) && isSmall(s[i+4])
			}
			i += 3
		case b>>5 == 6 && i+1 < len(s):
			r := uint16(b&0x1F)<<6 | uint16(s[i+1]&0x3F)
			all |= t[r]
			v.glossed = v.glossed || 0xE0 <= r && r <= 0x1DC
			i += 2
		case b>>3 == 0x1E:
			all |= odd // compatibility ideographs may be among them
			i += 4
		default:
			i++
		}
	}
	v.classes = all
	return v
}

func isSmall(b byte) bool { return 'a' <= b && b <= 'z' }

// near reports whether the ASCII character at the byte i stands beside one
// that is not ASCII, blanks aside.
func near(s string, i int) bool {
	lo, hi := i-1, i+1
	for lo > 0 && s[lo] == ' ' {
		lo--
	}
	for hi < len(s)-1 && s[hi] == ' ' {
		hi++
	}
	return lo >= 0 && s[lo] >= 0x80 || hi < len(s) && s[hi] >= 0x80
}

// asksForLook reports whether the Chinese mark that ends at the byte i may have to
// change for what stands behind it: ： in a time of day, brackets other than 〔〕
// around the year of a document number.
func asksForLook(s string, i int) bool {
	if i+7 > len(s) || !isDigit(rune(s[i])) && s[i] != ' ' {
		return false
	}
	switch s[i-3 : i] {
	case "：":
		return i > 3 && isDigit(rune(s[i-4]))
	case "（":
		return s[i] <= '2' && (s[i] == ' ' || isDigit(rune(s[i+1])) && isDigit(rune(s[i+2])))
	case "〔":
		return s[i+4:i+7] != "〕"
	case "「", "『", "《":
		return s[i] <= '2' && isDigit(rune(s[i+1])) && (s[i+4:i+7] == "」" || s[i+4:i+7] == "』" || s[i+4:i+7] == "》")
	}
	return false
}
