package read

import (
	"bytes"
	"strconv"
	"unicode/utf16"
)

// docFormats are the formats of automatic numbers (自动编号) as DOCX names them.
var docFormats = [...]string{
	0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter", 5: "ordinal",
	8: "hex", 9: "chicago", 10: "ideographDigital", 11: "japaneseCounting",
	14: "decimalFullWidth", 15: "decimalHalfWidth", 16: "japaneseLegal", 17: "japaneseDigitalTenThousand",
	18: "decimalEnclosedCircle", 19: "decimalFullWidth2", 22: "decimalZero", 23: "bullet",
	26: "decimalEnclosedFullstop", 27: "decimalEnclosedParen", 28: "decimalEnclosedCircleChinese", 29: "ideographEnclosedCircle",
	30: "ideographTraditional", 31: "ideographZodiac", 32: "ideographZodiacTraditional",
	33: "taiwaneseCounting", 34: "ideographLegalTraditional", 35: "taiwaneseCountingThousand", 36: "taiwaneseDigital",
	37: "chineseCounting", 38: "chineseLegalSimplified", 39: "chineseCountingThousand",
	41: "koreanDigital", 42: "koreanCounting", 57: "numberInDash",
}

// docFormat returns the name of the number format nfc.
func docFormat(nfc byte) string {
	switch {
	case nfc == 0xFF:
		return "none"
	case int(nfc) < len(docFormats) && docFormats[nfc] != "":
		return docFormats[nfc]
	}
	return "decimal"
}

// readDocLists reads the definitions of the lists, which the levels follow,
// and the lists that paragraphs refer to by their place, from 1.
func readDocLists(table []byte, at, size, uses int, fonts []string) *docxNumbering {
	n := &docxNumbering{nums: map[string]*docxNum{}}
	defs := docPart(table, at, size)
	levelAt := at + size
	lists := map[int]*docxList{}
	for i := range min(docWord(defs, 0), len(defs)/28) {
		def := docPart(defs, 2+28*i, 28)
		if len(def) < 28 {
			break
		}
		l := &docxList{}
		count := levels
		if def[26]&1 != 0 {
			count = 1 // a simple list
		}
		for k := range count {
			size := 0
			if l.levels[k], size = readDocLevel(docPart(table, levelAt, len(table)), fonts); size == 0 {
				break
			}
			if style := docWord(def, 8+2*k); style != noStyle {
				l.levels[k].style = strconv.Itoa(style)
			}
			levelAt += size
		}
		lists[docID(def)] = l
	}
	use := docPart(table, uses, len(table))
	count := min(max(docLong(use, 0), 0), len(use)/16)
	own := docPart(use, 4+16*count, len(use))
	for i := range count {
		lfo := docPart(use, 4+16*i, 16)
		if len(lfo) < 16 {
			break
		}
		num := &docxNum{list: lists[docID(lfo)]}
		own = docPart(own, 4, len(own))
		for range int(lfo[12]) {
			if len(own) < 8 {
				break
			}
			own = num.override(own, fonts)
		}
		n.nums[strconv.Itoa(i+1)] = num
	}
	return n
}

// docID returns the number that a list goes by, of any sign.
func docID(b []byte) int { return docWord(b, 0) | docWord(b, 2)<<16 }

// override reads what one level of a list has of its own, and returns the rest of b.
func (num *docxNum) override(b []byte, fonts []string) []byte {
	flags := int(b[4])
	level := flags & 0xF
	start := max(docLong(b, 0), 0)
	b = b[8:]
	if flags&0x20 != 0 {
		own, size := readDocLevel(b, fonts)
		if size == 0 {
			return nil
		}
		if level < levels {
			if num.own == nil {
				num.own = map[int]docxLevel{}
			}
			num.own[level] = own
		}
		start, b = own.start, docPart(b, size, len(b))
	}
	if flags&0x10 != 0 && level < levels {
		if num.start == nil {
			num.start = map[int]int{}
		}
		num.start[level] = min(start, 32767)
	}
	return b
}

// readDocLevel reads a level of a list and returns its size, 0 if it is cut.
func readDocLevel(b []byte, fonts []string) (l docxLevel, size int) {
	const head = 28
	if len(b) < head+2 {
		return l, 0
	}
	chars, para := int(b[24]), int(b[25])
	text := head + chars + para
	n := docWord(b, text)
	if size = text + 2 + 2*n; size > len(b) {
		return l, 0
	}
	l = docxLevel{set: true, start: min(max(docLong(b, 0), 0), 32767), format: docFormat(b[4]), gap: " ", restart: -1}
	l.legal = b[5]&4 != 0
	if b[5]&8 != 0 {
		l.restart = min(int(b[26]), levels)
	}
	if b[15] == 2 {
		l.gap = ""
	}
	var look docChar
	look.change(b[head+para : text])
	l.hidden = look.hidden == docOn
	if look.font < len(fonts) && look.font > 0 {
		l.font = fonts[look.font]
	}
	l.text = docNumber(b[text+2:size], b[6:15])
	return l, size
}

// docNumber returns the text of a number with %1 for the number of the first
// level; places says where those stand, from 1.
func docNumber(text, places []byte) string {
	u := make([]uint16, 0, 16)
	for i := 0; i+1 < len(text) && len(u) < longestNumber/3; i += 2 {
		switch c := uint16(docWord(text, i)); {
		case c < levels && bytes.IndexByte(places, byte(i/2+1)) >= 0:
			u = append(u, '%', '1'+c)
		case c >= ' ':
			u = append(u, c)
		}
	}
	return string(utf16.Decode(u))
}
