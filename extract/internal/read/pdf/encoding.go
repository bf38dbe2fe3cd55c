package pdf

import (
	"strings"

	"golang.org/x/text/encoding/charmap"
)

// standardHigh are the characters of Adobe's standard encoding from 0xA1 on; a
// blank is none.
const standardHigh = "¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ –†‡· ¶•‚„”»…‰ ¿ `´ˆ˜¯˘˙¨ ˚¸ ˝˛ˇ—                Æ ª    ŁØŒº     æ   ı  łøœß"

// symbolLetters are the characters of the font Symbol for A to Z and a to z.
const (
	symbolUpper = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ"
	symbolLower = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"
)

// baseEncoding returns the characters of a simple font's codes.
func baseEncoding(name string) (t [256]rune) {
	table := charmap.Windows1252
	if name == "MacRomanEncoding" {
		table = charmap.Macintosh
	}
	for i := 0x20; i < 256; i++ {
		if r := table.DecodeByte(byte(i)); r != 0xFFFD && (r < 0x7F || r >= 0xA0) {
			t[i] = r
		}
	}
	if name != "StandardEncoding" {
		return t
	}
	clear(t[0x80:])
	t['\''], t['`'] = '’', '‘'
	i := 0xA1
	for _, r := range standardHigh {
		if r != ' ' {
			t[i] = r
		}
		i++
	}
	return t
}

// pictureFont returns the encoding of the fonts of signs that office programs
// use for bullets and boxes; ok is false for any other.
func pictureFont(name string) (t [256]rune, ok bool) {
	switch {
	case strings.Contains(name, "Wingdings") || strings.Contains(name, "Webdings") || strings.Contains(name, "ZapfDingbats"):
		for i := 0x21; i < 256; i++ {
			t[i] = '•'
		}
		for code, r := range map[byte]rune{'l': '●', 'n': '■', 'o': '□', 'p': '□', 'q': '□', 'u': '◆', 'v': '❖', 0xA1: '○', 0xA3: '□',
			0xA7: '▪', 0xA8: '□', 0xD8: '➢', 0xFC: '√', 0xFE: '☑', 'R': '☑', '(': '☎', '*': '✉', 0xE0: '→', 0xDF: '←', 0x4C: '●'} {
			t[code] = r
		}
		return t, true
	case name == "Symbol" || strings.HasSuffix(name, "+Symbol") || strings.HasPrefix(name, "SymbolMT"):
		t = baseEncoding("WinAnsiEncoding")
		clear(t[0x7F:])
		for i, r := range []rune(symbolUpper) {
			t['A'+i] = r
		}
		for i, r := range []rune(symbolLower) {
			t['a'+i] = r
		}
		for code, r := range map[byte]rune{0xB7: '•', 0xA3: '≤', 0xB3: '≥', 0xB4: '×', 0xB1: '±', 0xB0: '°', 0xB9: '≠', 0xAE: '→', 0xAC: '←', 0xBC: '…', 0xD7: '·', 0x2D: '−', 0xB8: '÷', 0xA5: '∞', 0xD6: '√', 0xE5: '∑'} {
			t[code] = r
		}
		return t, true
	}
	return t, false
}

// sansWidth returns about how wide r is in Helvetica, for the fonts that every
// reader was to have and whose widths a file need not tell.
func sansWidth(r rune) float64 {
	switch {
	case strings.ContainsRune("ijl'|", r):
		return 222
	case strings.ContainsRune(" fIt.,:;!/\\[]‘’", r):
		return 278
	case strings.ContainsRune("r-()`{}", r):
		return 333
	case strings.ContainsRune("mMW@%—", r):
		return 860
	case r >= 'A' && r <= 'Z' || r == 'w':
		return 690
	}
	return 540
}
