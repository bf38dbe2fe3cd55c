package read

import (
	"strconv"
	"strings"
)

// An automatic number (自动编号) longer than these is no number of a section;
// the program itself falls back to digits there.
const (
	mostRoman   = 3999
	mostLetters = 780
	mostChinese = 99999
)

// The digits of Chinese numerals, and the units of ten, hundred and thousand
// and ten thousand.
var (
	chineseDigits    = []rune("〇一二三四五六七八九")
	simplifiedLegal  = []rune("零壹贰叁肆伍陆柒捌玖")
	traditionalLegal = []rune("零壹貳參肆伍陸柒捌玖")
	japaneseLegal    = []rune("〇壱弐参四伍六七八九")
	chineseUnits     = []rune("十百千万")
	legalUnits       = []rune("拾佰仟万")
	traditionalUnits = []rune("拾佰仟萬")
	japaneseUnits    = []rune("拾百阡萬")
)

// The rows that some formats count along.
var (
	heavenlyStems   = []rune("甲乙丙丁戊己庚辛壬癸")
	earthlyBranches = []rune("子丑寅卯辰巳午未申酉戌亥")
)

// formatNumber returns the number n in the format that numFmt names.
func formatNumber(n int, format string) string {
	switch format {
	case "none", "bullet":
		return ""
	case "decimalZero":
		if n < 10 {
			return "0" + strconv.Itoa(n)
		}
	case "decimalFullWidth", "decimalFullWidth2":
		return fullWidth(n)
	case "upperRoman":
		return roman(n)
	case "lowerRoman":
		return strings.ToLower(roman(n))
	case "upperLetter":
		return letters(n, 'A')
	case "lowerLetter":
		return letters(n, 'a')
	case "ordinal":
		return ordinal(n)
	case "hex":
		return strings.ToUpper(strconv.FormatInt(int64(n), 16))
	case "numberInDash":
		return "- " + strconv.Itoa(n) + " -"
	case "chicago":
		if signs := []rune("*†‡§"); n > 0 && n <= mostLetters {
			return strings.Repeat(string(signs[(n-1)%4]), (n-1)/4+1)
		}
	case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
		return nth(n, '①', 20)
	case "decimalEnclosedFullstop":
		return nth(n, '⒈', 20)
	case "decimalEnclosedParen":
		return nth(n, '⑴', 20)
	case "ideographEnclosedCircle":
		return nth(n, '㈠', 10)
	case "ideographTraditional":
		return along(n, heavenlyStems)
	case "ideographZodiac":
		return along(n, earthlyBranches)
	case "ideographZodiacTraditional":
		if n > 0 && n <= 60 {
			return string(heavenlyStems[(n-1)%10]) + string(earthlyBranches[(n-1)%12])
		}
	default:
		return chineseNumber(n, format)
	}
	return strconv.Itoa(n)
}

// chineseNumber returns n in one of the formats of Chinese numerals, or else in digits.
func chineseNumber(n int, format string) string {
	if n < 0 || n > mostChinese {
		return strconv.Itoa(n)
	}
	switch format {
	case "chineseCounting", "taiwaneseCounting":
		if n < 100 {
			return counted(n, chineseDigits, chineseUnits, '〇', false)
		}
		return spelled(n)
	case "chineseCountingThousand", "taiwaneseCountingThousand", "ideographLegal":
		return counted(n, chineseDigits, chineseUnits, '零', false)
	case "japaneseCounting", "koreanCounting":
		return counted(n, chineseDigits, chineseUnits, 0, true)
	case "chineseLegalSimplified":
		return counted(n, simplifiedLegal, legalUnits, '零', false)
	case "ideographLegalTraditional":
		return counted(n, traditionalLegal, traditionalUnits, '零', false)
	case "japaneseLegal":
		return counted(n, japaneseLegal, japaneseUnits, 0, true)
	case "ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand", "koreanDigital2":
		return spelled(n)
	}
	return strconv.Itoa(n)
}

// counted returns n with units: 十一, 一百零一. zero stands in for units that
// are left out, and bare leaves out the one before a unit: 百十.
func counted(n int, digits, units []rune, zero rune, bare bool) string {
	if n == 0 {
		return string(digits[0])
	}
	var b strings.Builder
	gap := false
	for i, unit := 4, 10000; unit > 0; i, unit = i-1, unit/10 {
		d := n / unit % 10
		if d == 0 {
			gap = b.Len() > 0
			continue
		}
		if gap && zero != 0 {
			b.WriteRune(zero)
		}
		gap = false
		if !(d == 1 && i > 0 && (bare && i < 4 || i == 1 && n < 20 && units[0] == '十')) {
			b.WriteRune(digits[d])
		}
		if i > 0 {
			b.WriteRune(units[i-1])
		}
	}
	return b.String()
}

// spelled returns n digit by digit: 一〇.
func spelled(n int) string {
	var b strings.Builder
	for _, c := range strconv.Itoa(n) {
		b.WriteRune(chineseDigits[c-'0'])
	}
	return b.String()
}

// fullWidth returns n in full-width digits.
func fullWidth(n int) string {
	var b strings.Builder
	for _, c := range strconv.Itoa(n) {
		b.WriteRune(c - '0' + '０')
	}
	return b.String()
}

// nth returns the nth of the characters that begin with first; beyond the last
// it is digits.
func nth(n int, first rune, last int) string {
	if n < 1 || n > last {
		return strconv.Itoa(n)
	}
	return string(first + rune(n) - 1)
}

// along returns the nth of row.
func along(n int, row []rune) string {
	if n < 1 || n > len(row) {
		return strconv.Itoa(n)
	}
	return string(row[n-1])
}

// letters returns the nth of A, B, … Z, AA, BB.
func letters(n int, first rune) string {
	if n < 1 || n > mostLetters {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(first+rune((n-1)%26)), (n-1)/26+1)
}

// ordinal returns 1st, 2nd, 3rd, 11th.
func ordinal(n int) string {
	tail := "th"
	if n%100 < 11 || n%100 > 13 {
		switch n % 10 {
		case 1:
			tail = "st"
		case 2:
			tail = "nd"
		case 3:
			tail = "rd"
		}
	}
	return strconv.Itoa(n) + tail
}

// roman returns n in Roman numerals.
func roman(n int) string {
	if n < 1 || n > mostRoman {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, r := range [...]struct {
		value int
		sign  string
	}{
		{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"},
		{50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"},
	} {
		for ; n >= r.value; n -= r.value {
			b.WriteString(r.sign)
		}
	}
	return b.String()
}
