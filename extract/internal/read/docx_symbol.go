package read

import (
	"strings"
	"unicode/utf8"
)

// symbolChar returns what the sign at code of a symbol font shows, 0 where no
// character does. Such fonts put their signs at U+F000 to U+F0FF.
func symbolChar(font string, code rune) rune {
	if code >= 0xF000 && code <= 0xF0FF {
		code -= 0xF000
	}
	if code < 0x20 || code > 0xFF {
		return 0
	}
	switch strings.ToLower(font) {
	case "wingdings 2":
		return wingdings2(code)
	case "symbol":
		return symbolFont(code)
	case "wingdings 3":
		return 0
	}
	return wingdings(code)
}

// wingdings returns what Wingdings shows: boxes to be ticked, bullets, arrows
// and numbers in circles.
func wingdings(code rune) rune {
	switch {
	case code >= 0x80 && code <= 0x8A:
		return within(code-0x80, "⓪①②③④⑤⑥⑦⑧⑨⑩")
	case code >= 0x8B && code <= 0x95:
		return within(code-0x8B, "⓿❶❷❸❹❺❻❼❽❾❿")
	case code >= 0xDF && code <= 0xE6:
		return within(code-0xDF, "←→↑↓↖↗↙↘")
	}
	switch code {
	case 0x28, 0x29:
		return '☎'
	case 0x2A:
		return '✉'
	case 0x6C, 0x9F:
		return '●'
	case 0x6E:
		return '■'
	case 0x6F, 0x70, 0x71, 0x72, 0xA8:
		return '□'
	case 0x74, 0x75:
		return '◆'
	case 0x76:
		return '❖'
	case 0x77, 0xA7:
		return '▪'
	case 0xA1:
		return '○'
	case 0xAB:
		return '★'
	case 0xB6:
		return '☆'
	case 0xD8:
		return '➢'
	case 0xFB:
		return '✗'
	case 0xFC:
		return '✓'
	case 0xFD:
		return '☒'
	case 0xFE:
		return '☑'
	}
	return 0
}

// wingdings2 returns what Wingdings 2 shows.
func wingdings2(code rune) rune {
	switch {
	case code >= 0x69 && code <= 0x73:
		return within(code-0x69, "⓪①②③④⑤⑥⑦⑧⑨⑩")
	case code >= 0x74 && code <= 0x7E:
		return within(code-0x74, "⓿❶❷❸❹❺❻❼❽❾❿")
	}
	switch code {
	case 0x4F, 0xD0:
		return '✗'
	case 0x50:
		return '✓'
	case 0x51, 0x53, 0x54:
		return '☒'
	case 0x52:
		return '☑'
	case 0x2A, 0x30, 0xA3, 0xA2:
		return '□'
	case 0x96, 0x97, 0x98:
		return '●'
	}
	return 0
}

// symbolFont returns what Symbol shows: Greek letters and signs of mathematics.
func symbolFont(code rune) rune {
	const greek = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ"
	const small = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"
	switch {
	case code >= 'A' && code <= 'Z':
		return within(code-'A', greek)
	case code >= 'a' && code <= 'z':
		return within(code-'a', small)
	case code >= 0xAB && code <= 0xAF:
		return within(code-0xAB, "↔←↑→↓")
	}
	switch code {
	case 0xA3:
		return '≤'
	case 0xB0:
		return '°'
	case 0xB1:
		return '±'
	case 0xB3:
		return '≥'
	case 0xB4:
		return '×'
	case 0xB7:
		return '•'
	case 0xB8:
		return '÷'
	case 0xB9:
		return '≠'
	case 0xBB:
		return '≈'
	}
	if code < 0x7F {
		return code
	}
	return 0
}

// within returns the character at place i of row.
func within(i rune, row string) rune {
	for _, r := range row {
		if i == 0 {
			return r
		}
		i--
	}
	return 0
}

// bulletSign returns the bullet of a list.
func bulletSign(text, font string) string {
	r, n := utf8.DecodeRuneInString(text)
	if n == 0 || n < len(text) {
		return text
	}
	symbols := strings.Contains(strings.ToLower(font), "wingdings") || strings.EqualFold(font, "symbol")
	if r < 0xF000 && !symbols || r > 0xF0FF {
		return text
	}
	if c := symbolChar(font, r); c != 0 {
		return string(c)
	}
	return "•"
}
