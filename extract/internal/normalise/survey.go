package normalise

import (
	"sync"
	"unicode/utf8"

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
	irregular                     // may have to change where it stands: see punctuation.go
	space                         // a blank
	chinese                       // Chinese punctuation, full width
	joining                       // that may be one mark with the one before it
	asking                        // that may have to change for what stands behind it, or open a gloss
	regional                      // that asks whether a traditional text is of Taiwan
	taiwanese                     // that begins a word of taiwanWords
	hongkong                      // that shows a traditional text to be of Hong Kong
	zhe                           // 着, which no text of Taiwan has
	misset                        // 暡, which some fonts have for 〔
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
	t['着'] |= zhe
	t['暡'] |= misset
	for _, word := range taiwanWords {
		r, _ := utf8.DecodeRuneInString(word)
		t[r] |= taiwanese
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
	for _, r := range "，、。；：" {
		t[r] |= joining
	}
	for _, r := range "：（〔「『《" {
		t[r] |= asking
	}
	for r := range forms() {
		if r < 1<<16 {
			t[r] |= odd
		}
	}
	for _, r := range irregularMarks {
		t[r] |= irregular
	}
	return t
})

const (
	zeroWidth = "\u00AD\u200B\u200C\u200D\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\u180E\uFE0E\uFE0F\uFFFC\uFEFF"
	blanks    = " \u00A0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000"
	fullWidth = "，。、；：？！（）〔〕《》〈〉「」『』【】“”‘’～"

	irregularMarks = "•‧・∙⋅●○◯ΟО［〖【〈❲⦗暡－―─‐‑−ー"
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

// three returns the character of three bytes at the byte i of s.
func three(s string, i int) uint16 {
	c := s[i : i+3]
	return uint16(c[0])<<12 | uint16(c[1]&0x3F)<<6 | uint16(c[2]&0x3F)
}

// A survey is what one look at a text found: it tells which passes have work.
type survey struct {
	tally
	glossed bool // pinyin glosses may occur
	blank   bool // an ASCII blank beside Chinese
	marked  bool // a mark may ask for another form, those of the class irregular aside
	doubled bool // two marks in a row that are one
	misread bool // a letter beside a digit may be one that was misread
}

// A tally counts characters.
type tally struct {
	classes     class // those that occur
	traditional int   // characters that prove traditional text
	simplified  int   // characters that prove simplified text
}

// wide counts the characters of three bytes that stand in s from the byte i on, up to
// the first that asks for a look or stands behind one that it may be one with; last is
// the class of the one before i. It returns where it ended, and the class of that
// character, 0 where none asked. It calls nothing, so that all it counts stays in registers.
func (n *tally) wide(t *[1 << 16]class, s string, i int, last class) (end int, asked class) {
	if i < 0 { // never; said so that no index below is checked
		return i, 0
	}
	all := class(0)
	proofs := uint64(0) // of traditional text above, of simplified text below
	for i < len(s)-2 && s[i]>>4 == 0xE {
		c := t[uint16(s[i])<<12|uint16(s[i+1]&0x3F)<<6|uint16(s[i+2]&0x3F)]
		i += 3
		all |= c
		proofs += uint64(c&traditional)<<32 | uint64(c&simplified)
		if c&(asking|last&joining) != 0 {
			asked = c
			break
		}
		last = c
	}
	n.classes |= all
	n.traditional += int(proofs >> 32 / uint64(traditional))
	n.simplified += int(proofs & (1<<32 - 1) / uint64(simplified))
	return i, asked
}

// A look is what an ASCII character asks to be looked at, as a bit.
type look uint8

const (
	lookMark  look = 1 << iota // beside Chinese it has another form
	lookPair                   // around Chinese it has another form
	lookRow                    // beside Chinese a row of them has another form
	lookZero                   // behind a Chinese numeral it is 〇
	lookGloss                  // behind a Chinese character it may open a gloss
	lookBlank                  // beside Chinese it may go
	lookPlace                  // beside a digit it may stand for one
)

// looks holds the ASCII characters that ask for a look.
var looks = [128]look{
	',': lookMark, ':': lookMark, ';': lookMark, '?': lookMark, '!': lookMark, '[': lookMark, '{': lookMark, '\'': lookMark,
	'(': lookPair | lookGloss, ')': lookPair, '"': lookPair, '<': lookPair,
	'.': lookRow, '-': lookRow, ' ': lookBlank,
	'0': lookZero, 'O': lookZero | lookPlace, 'o': lookZero | lookPlace,
	'l': lookPlace, 'I': lookPlace, '|': lookPlace,
}

// surveyOf looks at s once. What it misses is left alone by every pass, so it
// may say too much, never too little.
func surveyOf(s string) survey {
	var v survey
	var n tally
	t := classes()
	open := ^look(0) // what is not known yet
	var c class
	for i := 0; i < len(s); {
		if i, c = n.wide(t, s, i, c); c != 0 {
			v.doubled = v.doubled || c&joining != 0 && i >= 6 && isOne(s[i-6:i])
			v.marked = v.marked || c&asking != 0 && asksForLook(s, i)
			v.glossed = v.glossed || c&asking != 0 && mayGloss(s, i)
			continue
		}
		if i == len(s) {
			break
		}
		switch b := s[i]; {
		case b < 0x80:
			if l := looks[b] & open; l != 0 {
				open &^= v.ascii(s, i, l)
			}
			i++
		case b>>5 == 6 && i+1 < len(s):
			r := uint16(b&0x1F)<<6 | uint16(s[i+1]&0x3F)
			n.classes |= t[r]
			v.glossed = v.glossed || 0xE0 <= r && r <= 0x1DC
			i += 2
		case b>>3 == 0x1E:
			n.classes |= odd // compatibility ideographs may be among them
			i += 4
		default:
			i++
		}
	}
	v.tally = n
	return v
}

// ascii looks at the ASCII character at the byte i of s for l, and returns what
// need not be looked at any more.
func (v *survey) ascii(s string, i int, l look) (known look) {
	behind := i > 0 && s[i-1] >= 0x80
	switch {
	case l&lookMark != 0:
		v.marked = v.marked || near(s, i)
	case l&lookPair != 0:
		v.marked = true
	case l&lookRow != 0:
		v.marked = v.marked || behind && i+1 < len(s) && s[i+1] == s[i]
	case l&lookZero != 0:
		v.marked = v.marked || isNumeral(before(s, i))
	case l&lookBlank != 0:
		v.blank = v.blank || behind || i+1 < len(s) && s[i+1] >= 0x80
	}
	if l&lookGloss != 0 {
		v.glossed = v.glossed || behind && mayGloss(s, i+1)
	}
	if l&lookPlace != 0 {
		v.misread = v.misread || mayBePlace(s, i)
	}
	if v.marked {
		known |= lookMark | lookPair | lookRow | lookZero
	}
	if v.glossed {
		known |= lookGloss
	}
	if v.blank {
		known |= lookBlank
	}
	if v.misread {
		known |= lookPlace
	}
	return known
}

// mayBePlace reports whether the letter at the byte i of s stands beside a digit,
// or behind the colon of a time of day (9:OO), or as a serial mark does.
func mayBePlace(s string, i int) bool {
	return mayBeFirst(s, i) || mayBeCounted(s, i) || i > 0 && isDigit(rune(s[i-1])) || i+1 < len(s) && isDigit(rune(s[i+1])) || colonBefore(s, i) > 0
}

// mayGloss reports whether a syllable without a tone mark stands in brackets of
// which the opening one ends at the byte i. Those with one show by their letter.
func mayGloss(s string, i int) bool {
	if i+2 >= len(s) || !isSmall(s[i]) || !isSmall(s[i+1]) {
		return false
	}
	_, ok := syllableAt(s, i)
	return ok
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

// asksForLook reports whether the Chinese mark that ends at the byte i has to
// change for what stands behind it: ： in a time of day, brackets other than 〔〕
// around the year of a document number.
func asksForLook(s string, i int) bool {
	if i >= len(s) || !isDigit(rune(s[i])) && blankSize(s[i:]) == 0 {
		return false
	}
	switch s[i-3 : i] {
	case "：":
		return isTime(s, i-3, i)
	case "〔":
		if i+7 <= len(s) && s[i+4:i+7] == "〕" { // as it should be
			return false
		}
		fallthrough
	case "（", "「", "『", "《":
		y, ok := yearAt(s, i-3, 3)
		return ok && !y.regular(s)
	}
	return false
}
