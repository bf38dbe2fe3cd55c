package read

import (
	"strings"
	"testing"
)

func TestFormatNumber(t *testing.T) {
	tests := []struct {
		format string
		n      int
		want   string
	}{
		{"decimal", 12, "12"}, {"decimalZero", 7, "07"}, {"decimalZero", 12, "12"}, {"none", 3, ""}, {"bullet", 3, ""},
		{"upperRoman", 1994, "MCMXCIV"}, {"lowerRoman", 4, "iv"}, {"upperRoman", 0, "0"}, {"upperRoman", 4000, "4000"},
		{"upperLetter", 27, "AA"}, {"lowerLetter", 26, "z"}, {"lowerLetter", 0, "0"}, {"lowerLetter", 781, "781"},
		{"ordinal", 1, "1st"}, {"ordinal", 12, "12th"}, {"ordinal", 23, "23rd"}, {"hex", 255, "FF"}, {"numberInDash", 3, "- 3 -"}, {"chicago", 5, "**"},
		{"decimalFullWidth", 12, "１２"}, {"decimalEnclosedCircle", 1, "①"}, {"decimalEnclosedCircleChinese", 20, "⑳"}, {"decimalEnclosedCircle", 21, "21"},
		{"decimalEnclosedParen", 2, "⑵"}, {"decimalEnclosedFullstop", 3, "⒊"}, {"ideographEnclosedCircle", 3, "㈢"}, {"ideographEnclosedCircle", 11, "11"},
		{"chineseCounting", 1, "一"}, {"chineseCounting", 10, "十"}, {"chineseCounting", 11, "十一"}, {"chineseCounting", 20, "二十"}, {"chineseCounting", 99, "九十九"}, {"chineseCounting", 100, "一〇〇"},
		{"chineseCountingThousand", 100, "一百"}, {"chineseCountingThousand", 101, "一百零一"}, {"chineseCountingThousand", 110, "一百一十"}, {"chineseCountingThousand", 2005, "二千零五"}, {"chineseCountingThousand", 12, "十二"},
		{"taiwaneseCountingThousand", 21, "二十一"}, {"taiwaneseCounting", 15, "十五"}, {"japaneseCounting", 15, "十五"}, {"japaneseCounting", 115, "百十五"}, {"japaneseCounting", 205, "二百五"},
		{"ideographDigital", 10, "一〇"}, {"taiwaneseDigital", 25, "二五"}, {"japaneseDigitalTenThousand", 8, "八"},
		{"chineseLegalSimplified", 10, "壹拾"}, {"chineseLegalSimplified", 25, "贰拾伍"}, {"ideographLegalTraditional", 12, "壹拾貳"}, {"japaneseLegal", 3, "参"},
		{"ideographTraditional", 3, "丙"}, {"ideographTraditional", 11, "11"}, {"ideographZodiac", 12, "亥"}, {"ideographZodiacTraditional", 2, "乙丑"},
		{"chineseCounting", 0, "〇"}, {"chineseCountingThousand", 100000, "100000"}, {"chineseCounting", -1, "-1"}, {"arabicAlpha", 5, "5"}, {"", 5, "5"},
	}
	for _, tt := range tests {
		if got := formatNumber(tt.n, tt.format); got != tt.want {
			t.Errorf("%d as %s is %s, want %s", tt.n, tt.format, got, tt.want)
		}
	}
}

// level returns a level of a list.
func level(i, format, text, more string) string {
	return `<w:lvl w:ilvl="` + i + `"><w:start w:val="1"/><w:numFmt w:val="` + format + `"/><w:lvlText w:val="` + text + `"/><w:suff w:val="nothing"/>` + more + `</w:lvl>`
}

// numberingOf returns a list called 1 of one level.
func numberingOf(format, text, more string) string {
	return `<w:abstractNum w:abstractNumId="0">` + level("0", format, text, more) + `</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`
}

// item returns a paragraph of a list.
func item(num, level, words string) string {
	return par(`<w:numPr><w:ilvl w:val="`+level+`"/><w:numId w:val="`+num+`"/></w:numPr>`, run(words))
}

func TestDocxNumbering(t *testing.T) {
	four := `<w:abstractNum w:abstractNumId="0">` + level("0", "chineseCountingThousand", "%1、", "") + level("1", "chineseCounting", "（%2）", "") +
		level("2", "decimal", "%3.", `<w:suff w:val="space"/>`) + level("3", "decimalEnclosedCircle", "%4", "") + level("4", "decimal", "%1.%3", `<w:isLgl/>`) + `</w:abstractNum>` +
		`<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>` +
		`<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>` +
		`<w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">` + level("0", "upperRoman", "%1)", "") + `</w:lvlOverride></w:num>`
	never := `<w:abstractNum w:abstractNumId="0">` + level("0", "decimal", "%1.", "") + level("1", "decimal", "%1.%2", `<w:lvlRestart w:val="0"/>`) + `</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`
	first := strings.Replace(strings.Replace(never, `<w:lvlRestart w:val="0"/>`, "", 1), "</w:abstractNum>", level("2", "decimal", "%3)", `<w:lvlRestart w:val="1"/>`)+"</w:abstractNum>", 1)
	const styles = `<w:style w:type="paragraph" w:styleId="h"><w:name w:val="h"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="k"><w:name w:val="k"/><w:basedOn w:val="h"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="o"><w:name w:val="o"/><w:basedOn w:val="h"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="p"><w:name w:val="p"/><w:basedOn w:val="h"/></w:style>` +
		`<w:style w:type="numbering" w:styleId="n"><w:name w:val="n"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`
	styled := func(id, words string) string { return par(`<w:pStyle w:val="`+id+`"/>`, run(words)) }
	linked := `<w:abstractNum w:abstractNumId="0">` + level("0", "chineseCounting", "第%1条", `<w:suff w:val="tab"/>`) + level("1", "decimal", "%2)", `<w:pStyle w:val="p"/>`) + `</w:abstractNum>` +
		`<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="n"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="7"><w:abstractNumId w:val="5"/></w:num>`
	tests := []struct{ name, lists, body, want string }{
		{"levels", four, item("1", "0", "甲") + item("1", "1", "乙") + item("1", "1", "丙") + item("1", "0", "丁") + item("1", "1", "戊") + item("1", "2", "己") + item("1", "3", "庚"), "一、甲 （一）乙 （二）丙 二、丁 （一）戊 1. 己 ①庚"},
		{"plain between", four, item("1", "0", "甲") + line("乙") + item("1", "0", "丙"), "一、甲 乙 二、丙"},
		{"lists of one definition count on", four, item("1", "0", "甲") + item("2", "0", "乙"), "一、甲 二、乙"},
		{"start anew", four, item("1", "0", "甲") + item("3", "0", "乙") + item("3", "0", "丙"), "一、甲 一、乙 二、丙"},
		{"own look", four, item("4", "0", "甲"), "I)甲"},
		{"level skipped", four, item("1", "2", "甲") + item("1", "4", "乙"), "1. 甲 1.1乙"},
		{"digits in all levels", four, item("1", "0", "甲") + item("1", "0", "乙") + item("1", "4", "丙"), "一、甲 二、乙 2.1丙"},
		{"never restarts", never, item("1", "0", "甲") + item("1", "1", "乙") + item("1", "0", "丙") + item("1", "1", "丁"), "1.甲 1.1乙 2.丙 2.2丁"},
		{"restarts behind the first level", first, item("1", "0", "甲") + item("1", "2", "乙") + item("1", "1", "丙") + item("1", "2", "丁") + item("1", "0", "戊") + item("1", "2", "己"), "1.甲 1)乙 1.2丙 2)丁 2.戊 1)己"},
		{"switched off", four, item("0", "0", "甲"), "甲"},
		{"unknown list", four, item("9", "0", "甲"), "甲"},
		{"unknown level", four, item("1", "8", "甲"), "甲"},
		{"no lists", "", item("1", "0", "甲"), "甲"},
		{"by style", linked, styled("h", "甲") + styled("h", "乙"), "第一条 甲 第二条 乙"},
		{"style with a level", linked, styled("h", "甲") + styled("k", "乙"), "第一条 甲 1)乙"},
		{"level that names the style", linked, styled("p", "甲") + styled("p", "乙"), "1)甲 2)乙"},
		{"style switches off", linked, styled("o", "甲"), "甲"},
		{"paragraph switches off", linked, par(`<w:pStyle w:val="h"/><w:numPr><w:numId w:val="0"/></w:numPr>`, run("甲")), "甲"},
		{"style of numbers", linked, item("7", "0", "甲"), "第一条 甲"},
		{"bullet", numberingOf("bullet", "\uF0B7", `<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr>`), item("1", "0", "甲"), "•甲"},
		{"bullet of Wingdings", numberingOf("bullet", "n", `<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>`), item("1", "0", "甲"), "■甲"},
		{"bullet as it is", numberingOf("bullet", "o", `<w:rPr><w:rFonts w:ascii="Courier New"/></w:rPr>`), item("1", "0", "甲"), "o甲"},
		{"percent sign", numberingOf("decimal", "%%1%", ""), item("1", "0", "甲"), "%1%甲"},
		{"zeros", numberingOf("decimal", "%1 ", `<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>`), item("1", "0", "甲"), "001 甲"},
		{"hidden number", numberingOf("decimal", "%1.", `<w:rPr><w:vanish/></w:rPr>`), item("1", "0", "甲"), "甲"},
		{"no text", numberingOf("none", "", ""), item("1", "0", "甲"), "甲"},
		{"long text is cut", numberingOf("decimal", strings.Repeat("甲", 100), ""), item("1", "0", "乙"), strings.Repeat("甲", longestNumber/3) + "乙"},
		{"deleted item does not count", numberingOf("decimal", "%1.", ""), item("1", "0", "甲") + par(`<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr>`, `<w:del><w:r><w:delText>乙</w:delText></w:r></w:del>`) + item("1", "0", "丙"), "1.甲 2.丙"},
		{"joined item", numberingOf("decimal", "%1.", ""), par(`<w:rPr><w:del/></w:rPr>`, run("甲")) + item("1", "0", "乙"), "1.甲乙"},
		{"field behind a number", numberingOf("decimal", "%1.", ""), par(`<w:numPr><w:numId w:val="1"/></w:numPr>`, char("begin")+code("PAGE")+char("separate")+run("3")+char("end")), "1.3"},
	}
	for _, tt := range tests {
		src := readDocument(t, document(tt.body).numbered(tt.lists).styled(styles))
		if got := strings.ReplaceAll(strings.TrimSpace(src.Plain.String()), "\n", " "); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}
