package scan

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// A MarkKind tells the kinds of serial mark apart.
type MarkKind uint8

// The kinds of mark, in the order in which GB/T 9704 and the regulations nest them.
const (
	NoMark       MarkKind = iota
	Formal                // 壹、
	Part                  // 第一部分, 第一编
	Chapter               // 第一章
	SectionOf             // 第一节
	Article               // 第一条
	Han                   // 一、
	Stage                 // 第一阶段
	ParenHan              // （一）
	Arabic                // 1. or 1、
	ParenArabic           // （1） or 1）
	Circled               // ①
	Decimal               // 1.1, 1.1.1
	HanIs                 // 一是
	Letter                // A.
	Roman                 // Ⅰ. or II.
	Bullet                // •
	markKindsEnd          // not a kind
)

var markKindNames = [markKindsEnd]string{
	"none", "formal", "part", "chapter", "section", "article", "han", "stage", "paren-han", "arabic",
	"paren-arabic", "circled", "decimal", "han-is", "letter", "roman", "bullet",
}

// String gives the kind's name as dumps print it.
func (k MarkKind) String() string {
	if k >= markKindsEnd {
		return "mark(" + strconv.Itoa(int(k)) + ")"
	}
	return markKindNames[k]
}

// A Mark is a serial mark at the head of a line (序号).
type Mark struct {
	Kind    MarkKind
	Number  int    // the serial; the last part of a decimal mark; 0 for a bullet
	Depth   int    // the parts of a decimal mark: 2 for 1.1
	Printed string // the mark as it stands in the text
}

// Text gives the mark in normal form: 一、 for 一. and 一，, （1） for (1), 1. for 1．.
// 1、 and 1） stay as they are: they are marks of their own.
func (m Mark) Text() string {
	p := m.Printed
	switch m.Kind {
	case NoMark, Bullet, HanIs, Roman:
		return p
	case Han:
		return strings.TrimRight(p, "、．.,，:： ") + "、"
	case ParenHan:
		if inner := strings.Trim(p, "（）()"); inner != "" && utf8.RuneCountInString(p) > 1 {
			return "（" + inner + "）"
		}
		return p
	case ParenArabic:
		n := strconv.Itoa(m.Number)
		if figure(p[0]) {
			return n + "）"
		}
		return "（" + n + "）"
	case Arabic:
		if strings.HasSuffix(p, "、") {
			return strconv.Itoa(m.Number) + "、"
		}
		return strconv.Itoa(m.Number) + "."
	case Letter:
		if strings.HasSuffix(p, "．") {
			return p[:1] + "."
		}
		if strings.HasPrefix(p, "(") || strings.HasPrefix(p, "（") {
			return "（" + strings.Trim(p, "（）()") + "）"
		}
		return strings.Replace(p, ")", "）", 1)
	case Decimal:
		return strings.TrimRight(strings.ReplaceAll(p, "．", "."), ".、")
	}
	return strings.ReplaceAll(p, " ", "")
}

// String is Text, so that a dump shows the mark as a notice prints it.
func (m Mark) String() string { return m.Text() }

// HeadMark gives the mark at the head of s and its length; what follows it, blanks too, is left.
func HeadMark(s string) (Mark, int) {
	if s == "" {
		return Mark{}, 0
	}
	var m Mark
	var n int
	switch c := s[0]; {
	case figure(c):
		m, n = figureMark(s)
	case c == '(':
		m, n = parenMark(s, 1)
	case c == '-' || c == '*':
		n = asciiBullet(s)
		m.Kind = Bullet
	case letter(c):
		m, n = letterMark(s)
	case c < utf8.RuneSelf:
		return Mark{}, 0
	default:
		m, n = wideMark(s)
	}
	if n == 0 {
		return Mark{}, 0
	}
	m.Printed = s[:n]
	return m, n
}

// wideMark is HeadMark for s that begins outside ASCII.
func wideMark(s string) (Mark, int) {
	r, w := utf8.DecodeRuneInString(s)
	switch {
	case r == '（':
		return parenMark(s, w)
	case r == '第':
		if m, n := stageMark(s, w); n > 0 {
			return m, n
		}
		return ordinalMark(s, w)
	case hanNumeral(r) >= 0 || r == '十':
		return hanMark(s)
	case r >= '①' && r <= '⑳':
		return Mark{Kind: Circled, Number: int(r-'①') + 1}, w
	case r >= '❶' && r <= '❿':
		return Mark{Kind: Circled, Number: int(r-'❶') + 1}, w
	case r >= '⑴' && r <= '⒇':
		return Mark{Kind: ParenArabic, Number: int(r-'⑴') + 1}, w
	case r >= '⒈' && r <= '⒛':
		return Mark{Kind: Arabic, Number: int(r-'⒈') + 1}, w
	case r >= '㈠' && r <= '㈩':
		return Mark{Kind: ParenHan, Number: int(r-'㈠') + 1}, w
	case r >= 'Ⅰ' && r <= 'Ⅻ':
		if d := delimiter(s[w:]); d > 0 {
			return Mark{Kind: Roman, Number: int(r-'Ⅰ') + 1}, w + d
		}
		return Mark{Kind: Roman, Number: int(r-'Ⅰ') + 1}, w
	}
	if r == '参' { // 參 of a traditional copy
		r = '叁'
	}
	if v := strings.IndexRune(formalNumerals, r); v >= 0 {
		if d := delimiter(s[w:]); d > 0 && textAhead(skipBlanks(s[w+d:])) {
			return Mark{Kind: Formal, Number: v/len("壹") + 1}, w + d
		}
		return Mark{}, 0
	}
	switch r {
	case '•', '●', '■', '◆', '★', '▲', '►', '➢', '◇', '▪', '◎':
		return Mark{Kind: Bullet}, w
	case '·':
		if hanAhead(skipBlanks(s[w:])) {
			return Mark{Kind: Bullet}, w
		}
	}
	return Mark{}, 0
}

// formalNumerals are the figures of accounts and deeds, which Taiwan's plans number their chapters with.
const formalNumerals = "壹贰叁肆伍陆柒捌玖拾"

// stageMark reads 第一阶段 and what parts it from its words, at the head of s; w bytes are 第.
func stageMark(s string, w int) (Mark, int) {
	v, n := hanSerial(s[w:])
	if n == 0 {
		if n = figures(s[w:]); n > 0 && n <= 2 {
			v, _ = strconv.Atoi(s[w : w+n])
		}
	}
	if v == 0 || n == 0 || !strings.HasPrefix(s[w+n:], "阶段") {
		return Mark{}, 0
	}
	i := w + n + len("阶段")
	rest := s[i:]
	switch {
	case strings.HasPrefix(rest, "："), strings.HasPrefix(rest, "、"), strings.HasPrefix(rest, "，"):
		i += len("：")
	case strings.HasPrefix(rest, " "), strings.HasPrefix(rest, "　"), strings.HasPrefix(rest, "（"):
	default:
		return Mark{}, 0 // 第一阶段工作已经完成
	}
	return Mark{Kind: Stage, Number: v}, i
}

// asciiBullet gives 1 for a hyphen or star that opens an item. "- 3 -" is a page number, -5 a figure.
func asciiBullet(s string) int {
	rest := skipBlanks(s[1:])
	if rest == "" || figure(rest[0]) || rest[0] == '-' || rest[0] == '*' {
		return 0
	}
	if len(rest) == len(s)-1 && !textAhead(rest) {
		return 0
	}
	return 1
}

// hanMark reads 一、 and 一是. 一带一路, 二十大 and 二〇二〇年 have no delimiter, and are none;
// 一、二等奖 and 一、二、三 are lists.
func hanMark(s string) (Mark, int) {
	v, n := hanSerial(s)
	if n == 0 || v == 0 {
		return Mark{}, 0
	}
	rest := s[n:]
	if strings.HasPrefix(rest, "、") {
		if list(rest[len("、"):], v) {
			return Mark{}, 0
		}
		return Mark{Kind: Han, Number: v}, n + len("、")
	}
	if strings.HasPrefix(rest, "是") && v <= 20 {
		return Mark{Kind: HanIs, Number: v}, n + len("是")
	}
	if w := closing(rest); w > 0 {
		return Mark{Kind: ParenHan, Number: v}, n + w
	}
	for _, d := range [...]string{".", "．", ",", "，", ":", "："} {
		if strings.HasPrefix(rest, d) {
			after := skipBlanks(rest[len(d):])
			if !textAhead(after) || list(after, v) {
				return Mark{}, 0
			}
			return Mark{Kind: Han, Number: v}, n + len(d)
		}
	}
	return Mark{}, 0
}

// list tells whether s goes on the enumeration that v began: the next serial, or any serial before a 、.
func list(s string, v int) bool {
	if s != "" && figure(s[0]) {
		n := figures(s)
		if n > 2 {
			return false
		}
		next, _ := strconv.Atoi(s[:n])
		after := s[n:]
		// 1、2.0版 is refused with the lists; it is no loss.
		return next == v+1 || strings.HasPrefix(after, "、")
	}
	next, n := hanSerial(s)
	return n > 0 && (next == v+1 || strings.HasPrefix(s[n:], "、"))
}

// parenMark reads （一）, （1） and （a）. （2020） is a year, （010） an area code, （1人） a remark.
func parenMark(s string, open int) (Mark, int) {
	in := s[open:]
	if in == "" {
		return Mark{}, 0
	}
	lead := blanks(in)
	in = in[lead:]
	var m Mark
	n := figures(in)
	switch {
	case n > 0:
		if n > 3 || in[0] == '0' {
			return Mark{}, 0
		}
		m.Kind = ParenArabic
		m.Number, _ = strconv.Atoi(in[:n])
	case in != "" && letter(in[0]):
		m.Kind, m.Number, n = Letter, letterNumber(in[0]), 1
	default:
		m.Kind = ParenHan
		m.Number, n = hanSerial(in)
		if m.Number == 0 || m.Number > 199 {
			return Mark{}, 0
		}
	}
	gap := blanks(in[n:])
	w := closing(in[n+gap:])
	if w == 0 {
		return Mark{}, 0
	}
	return m, open + lead + n + gap + w
}

// figureMark reads 1. 1、 1） and 1.1. 3.5亿, 1.5倍行距, 2.0版 and 1:1 are figures, 2020年 a year.
func figureMark(s string) (Mark, int) {
	n := figures(s)
	if n > 3 {
		return Mark{}, 0
	}
	v, _ := strconv.Atoi(s[:n])
	rest := s[n:]
	if v == 0 {
		return Mark{}, 0
	}
	m := Mark{Kind: Arabic, Number: v}
	switch {
	case strings.HasPrefix(rest, "、"):
		if list(rest[len("、"):], v) {
			return Mark{}, 0
		}
		return m, n + len("、")
	case strings.HasPrefix(rest, "，"):
		if !hanAhead(rest[len("，"):]) || list(rest[len("，"):], v) {
			return Mark{}, 0
		}
		return m, n + len("，")
	}
	if w := point(rest); w > 0 {
		if after := rest[w:]; after == "" || !figure(after[0]) {
			if !strings.HasPrefix(after, ".") && !fileTail(after) {
				return m, n + w
			}
			return Mark{}, 0
		}
		return decimalMark(s, v, n)
	}
	if w := closing(rest); w > 0 && n <= 2 {
		return Mark{Kind: ParenArabic, Number: v}, n + w
	}
	return Mark{}, 0
}

// decimalMark reads 1.1 and 1.1.1, and parts 1. from the date that follows it (1.5月10日前, 1.2024年).
func decimalMark(s string, v, n int) (Mark, int) {
	m := Mark{Kind: Decimal, Number: v, Depth: 1}
	i := n
	for {
		w := point(s[i:])
		if w == 0 {
			break
		}
		k := figures(s[i+w:])
		if k == 0 {
			if m.Depth > 1 {
				i += w // 1.1. keeps its last point
			}
			break
		}
		after := s[i+w+k:]
		if m.Depth == 1 && (k == 4 && (strings.HasPrefix(after, "年") || s[i+w] == '2' && s[i+w+1] == '0' && !figure(after0(after))) || k <= 2 && strings.HasPrefix(after, "月")) {
			return Mark{Kind: Arabic, Number: v}, i + w
		}
		if k > 2 {
			return Mark{}, 0
		}
		m.Number, _ = strconv.Atoi(s[i+w : i+w+k])
		m.Depth++
		i += w + k
	}
	// 1.2.3.4 is an address in a network, 3.5 alone a figure.
	if m.Depth < 2 || m.Depth > 3 || v > 99 || m.Number == 0 {
		return Mark{}, 0
	}
	rest := s[i:]
	after := skipBlanks(rest)
	if len(after) == len(rest) && (measured(rest) || m.Depth == 2 && m.Number >= 10) {
		return Mark{}, 0 // 1.5倍行距; 3.15晚会 and 4.15活动 are days
	}
	if !textAhead(after) {
		return Mark{}, 0
	}
	return m, i
}

// after0 gives the first byte of s, 0 for none.
func after0(s string) byte {
	if s == "" {
		return 0
	}
	return s[0]
}

// measured tells whether s begins with a unit, so that the figure before it is a quantity.
func measured(s string) bool {
	for _, u := range [...]string{
		"万", "亿", "千", "百", "倍", "版", "元", "米", "公", "度", "分", "吨", "个", "折", "平", "亩", "小时",
		"级", "厘", "毫", "英", "人", "名", "次", "岁", "天", "年", "月", "日", "点", "时", "号字", "寸", "磅",
		"升", "克", "斤", "件", "项", "行距", "字", "寸", "至", "到", "余", "多", "以",
	} {
		if strings.HasPrefix(s, u) {
			return true
		}
	}
	return false
}

// ordinalMark reads 第一条, 第一章, 第一节, 第一部分, 第一编. 第八号 is a number,
// 第三条第二款 and 第三条规定 cite an article, 第一节课 is a lesson.
func ordinalMark(s string, open int) (Mark, int) {
	i := open + blanks(s[open:])
	var v, n int
	if n = figures(s[i:]); n > 0 && n <= 4 {
		v, _ = strconv.Atoi(s[i : i+n])
	} else {
		v, n = hanSerial(s[i:])
	}
	if n == 0 || v == 0 {
		return Mark{}, 0
	}
	i += n
	i += blanks(s[i:])
	m := Mark{Number: v}
	rest := s[i:]
	switch {
	case strings.HasPrefix(rest, "部分"):
		m.Kind, n = Part, len("部分")
	case strings.HasPrefix(rest, "编"):
		m.Kind, n = Part, len("编")
	case strings.HasPrefix(rest, "章"):
		m.Kind, n = Chapter, len("章")
	case strings.HasPrefix(rest, "节"):
		m.Kind, n = SectionOf, len("节")
	case strings.HasPrefix(rest, "条"):
		m.Kind, n = Article, len("条")
	default:
		return Mark{}, 0
	}
	rest = rest[n:]
	if m.Kind == Article && strings.HasPrefix(rest, "之") {
		if _, k := hanSerial(rest[len("之"):]); k > 0 {
			n += len("之") + k
			rest = rest[len("之")+k:]
		}
	}
	for _, w := range [...]string{"规定", "所列", "所述", "第", "和", "、", "至", "中", "的", "课", "款", "以", "或", "及", "执行"} {
		if strings.HasPrefix(rest, w) && !strings.HasPrefix(rest, "中华") && !strings.HasPrefix(rest, "以上") {
			return Mark{}, 0
		}
	}
	return m, i + n
}

// letterMark reads A. a) and II. U.S. is an abbreviation, A、B两类 a list, a.docx a file.
func letterMark(s string) (Mark, int) {
	n := 1
	for n < len(s) && n < 5 && letter(s[n]) {
		n++
	}
	d := delimiter(s[n:])
	if d == 0 {
		return Mark{}, 0
	}
	after := skipBlanks(s[n+d:])
	if !hanAhead(after) && !quoteAhead(after) {
		return Mark{}, 0
	}
	if v := romanNumeral(s[:n]); v > 0 {
		return Mark{Kind: Roman, Number: v}, n + d
	}
	if n > 1 {
		return Mark{}, 0
	}
	return Mark{Kind: Letter, Number: letterNumber(s[0])}, n + d
}

func letterNumber(c byte) int {
	if c >= 'a' {
		return int(c-'a') + 1
	}
	return int(c-'A') + 1
}

func romanNumeral(s string) int {
	for i, r := range [...]string{"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"} {
		if s == r {
			return i + 1
		}
	}
	return 0
}

// NextMark gives the next offset at or after from where a mark may open a new unit inside a line,
// or -1: after the end of a sentence, a colon or a double blank; 一、（一） 第一条, and 1. right
// before Chinese, after one blank too, for text in Chinese has no single blanks. It serves documents that stand on one line;
// a list of 一是 or of letters stays in its paragraph.
func NextMark(s string, from int) int {
	if from < 0 {
		from = 0
	}
	for i := from; i < len(s); {
		c := s[i]
		stop := false
		blank := 0
		switch {
		case c == ' ' || c == '\t':
			blank = 1
		case c == ':':
			stop, blank = true, 1
		case c == 0xE3 || c == 0xEF:
			switch {
			case strings.HasPrefix(s[i:], "　"):
				blank = 3
			case strings.HasPrefix(s[i:], "。"), strings.HasPrefix(s[i:], "；"), strings.HasPrefix(s[i:], "："),
				strings.HasPrefix(s[i:], "！"), strings.HasPrefix(s[i:], "？"):
				stop, blank = true, 3
			}
		}
		if blank == 0 {
			i++
			continue
		}
		j := i + blank
		if stop {
			j += closers(s[j:])
		}
		k := j + blanks(s[j:])
		if k < len(s) && (stop || k > i) {
			wide := stop || k-i >= 2
			m, n := HeadMark(s[k:])
			if !wide && n > 0 && hanAhead(s[k+n:]) && !strings.HasSuffix(s[:i], "附件") {
				wide = m.Kind == Arabic || m.Kind == ParenArabic
			}
			if opens(m.Kind, wide) && k >= from {
				return k
			}
		}
		if k > i {
			i = k
		} else {
			i++
		}
	}
	return -1
}

// opens tells whether a mark of this kind may open a unit inside a line.
func opens(k MarkKind, wide bool) bool {
	switch k {
	case Han, ParenHan, Chapter, Article, Part, SectionOf:
		return true
	case Arabic, ParenArabic, Circled, Decimal:
		return wide
	}
	return false
}

// hanSerial reads a serial number in Chinese figures up to 九百九十九 (一, 十, 二十一, 一百零五, 一〇).
func hanSerial(s string) (v, n int) {
	digit := -1
	places := false
	for n < len(s) {
		r, w := utf8.DecodeRuneInString(s[n:])
		d := hanNumeral(r)
		switch {
		case r == '百' && digit > 0 && v == 0:
			v, digit, places = digit*100, -1, true
		case r == '十' && v%100 == 0 && (digit > 0 || digit < 0):
			if digit < 0 {
				digit = 1
			}
			v, digit, places = v+digit*10, -1, true
		case d == 0 && places && v >= 100 && digit < 0 && v%100 == 0:
			digit = 0
		case d >= 0 && digit <= 0 && (places || n == 0) && !(d == 0 && n == 0):
			digit = d
		case d >= 0 && !places && digit > 0:
			v, digit = v*10+digit, d // 一〇, 二一
			if v > 99 {
				return 0, 0
			}
			n += w
			if n < len(s) {
				r, _ := utf8.DecodeRuneInString(s[n:])
				if hanNumeral(r) >= 0 || r == '十' || r == '百' {
					return 0, 0 // 二〇二四 is a year
				}
			}
			return v*10 + digit, n
		default:
			if digit > 0 {
				v += digit
			}
			return v, n
		}
		n += w
	}
	if digit > 0 {
		v += digit
	}
	return v, n
}

// hanNumeral gives the value of a Chinese figure, or -1.
func hanNumeral(r rune) int {
	switch r {
	case '〇', '○', '零':
		return 0
	case '一':
		return 1
	case '二':
		return 2
	case '三':
		return 3
	case '四':
		return 4
	case '五':
		return 5
	case '六':
		return 6
	case '七':
		return 7
	case '八':
		return 8
	case '九':
		return 9
	}
	return -1
}

// fileTail tells whether s is what follows the point in the name of a file (1.docx).
func fileTail(s string) bool {
	n := 0
	for n < len(s) && (letter(s[n]) || figure(s[n])) {
		n++
	}
	switch strings.ToLower(s[:n]) {
	case "doc", "docx", "pdf", "xls", "xlsx", "ppt", "pptx", "jpg", "png", "txt", "zip", "rar", "wps", "mp3", "mp4", "com", "cn", "html", "htm":
		return !hanAhead(s[n:])
	}
	return false
}

// The small readers below look at one character; all scanners of this package that read figures and names share them.

func figure(c byte) bool { return c-'0' <= 9 }

func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// figures gives the length of the run of digits at the head of s.
func figures(s string) int {
	n := 0
	for n < len(s) && figure(s[n]) {
		n++
	}
	return n
}

func skipBlanks(s string) string { return s[blanks(s):] }

// hanRune tells whether r is a Chinese character.
func hanRune(r rune) bool {
	return r >= 0x4E00 && r <= 0x9FFF || r >= 0x3400 && r <= 0x4DBF || r == '〇' || r == '々' || r >= 0x20000 && r <= 0x3FFFF
}

func hanAhead(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return hanRune(r)
}

func quoteAhead(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return r == '“' || r == '《' || r == '‘' || r == '【' || r == '"' || r == '「'
}

// textAhead tells whether s begins with the words of a heading.
func textAhead(s string) bool {
	return s != "" && (hanAhead(s) || quoteAhead(s) || letter(s[0]))
}

func point(s string) int {
	if strings.HasPrefix(s, ".") {
		return 1
	}
	if strings.HasPrefix(s, "．") {
		return len("．")
	}
	return 0
}

func closing(s string) int {
	if strings.HasPrefix(s, ")") {
		return 1
	}
	if strings.HasPrefix(s, "）") {
		return len("）")
	}
	return 0
}

// closers gives the length of the quotes and brackets that close after the end of a sentence.
func closers(s string) int {
	n := 0
	for n < len(s) {
		r, w := utf8.DecodeRuneInString(s[n:])
		switch r {
		case '”', '’', '）', '》', ')', '"', '」':
			n += w
		default:
			return n
		}
	}
	return n
}

// delimiter gives the length of what parts a letter or a Roman numeral from its heading.
func delimiter(s string) int {
	if w := point(s); w > 0 {
		return w
	}
	if w := closing(s); w > 0 {
		return w
	}
	if strings.HasPrefix(s, "、") {
		return len("、")
	}
	return 0
}
