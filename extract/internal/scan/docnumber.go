package scan

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// A NumberKind tells the forms of document number apart.
type NumberKind uint8

// The forms of document number.
const (
	Ordinary     NumberKind = iota // 云政发〔2024〕3号
	Order                          // 云岭市人民政府令第8号
	Announcement                   // 云岭市税务局公告2024年第8号
	Minutes                        // 会议纪要第5号
	Taiwan                         // 府教字第1130001234号
	Old                            // 国务院一九八〇年223号文件
)

// String gives the kind's name as dumps print it.
func (k NumberKind) String() string {
	switch k {
	case Ordinary:
		return "ordinary"
	case Order:
		return "order"
	case Announcement:
		return "announcement"
	case Minutes:
		return "minutes"
	case Taiwan:
		return "taiwan"
	case Old:
		return "old"
	}
	return "number(" + strconv.Itoa(int(k)) + ")"
}

// A DocumentNumber is the number of an official document (发文字号).
type DocumentNumber struct {
	Kind   NumberKind
	Agency string // the agency's code (发文机关代字), or the body that an order names
	Year   int    // 0 where the number names none
	Number int    // the serial (发文顺序号)
	Text   string // normal form: brackets 〔〕, no blanks, 号 supplied; 第 and leading zeros as printed
}

// longestCode is the most characters an agency's code has. A longer run of
// Chinese before the bracket is prose that no stop word parted from the code.
const longestCode = 12

// longestBody is the same for the name of a body before 令 and 公告.
const longestBody = 24

// DocumentNumberOf gives the document number at the head of s and its length. A line that is
// nothing but 第8号, as below the title of an order, is one too.
func DocumentNumberOf(s string) (d DocumentNumber, n int) {
	if line := lineOf(s); strings.HasPrefix(line, "第") {
		if v, printed, k := serialNumber(line); k > 0 && strings.TrimSpace(line[k:]) == "" && strings.HasSuffix(printed, "号") {
			return DocumentNumber{Kind: Order, Number: v, Text: printed}, k
		}
	}
	if line := lineOf(s); strings.HasPrefix(line, "2") || strings.HasPrefix(line, "1") { // 2020年第8号, below the issuer's 公告
		year, k := NumberOf(line)
		rest, ok := strings.CutPrefix(line[k:], "年")
		rest = strings.TrimLeft(rest, " 　")
		if v, printed, n := serialNumber(rest); ok && k == 4 && n > 0 && strings.HasPrefix(rest, "第") && strings.HasSuffix(printed, "号") && strings.TrimSpace(rest[n:]) == "" {
			n += len(line) - len(rest)
			return DocumentNumber{Kind: Announcement, Year: year, Number: v, Text: line[:k] + "年" + printed}, n
		}
	}
	// The year stands within the longest code and its bracket: a number that begins here shows itself there.
	window := s
	if most := 3 * (longestBody + 40); len(window) > most {
		window = window[:most]
	}
	DocumentNumbers(window, func(lo, hi int, found DocumentNumber) bool {
		if lo == 0 {
			d, n = found, hi
		}
		return false
	})
	return d, n
}

// numberSigns are the characters about which a document number is read.
var numberSigns = CharsOf("第年" + "[(<〔［【﹝〈（暡")

// DocumentNumbers yields the document numbers of s in order, until yield returns false.
// It looks for what no prose has, a bracketed year, 字第…号, 令第…号 or 年第…号, and only
// then walks left to collect the agency's code. A number cites its document; 〔1〕 is a
// footnote, （2020） a year in a title, [2020]第3期 a periodical.
func DocumentNumbers(s string, yield func(lo, hi int, d DocumentNumber) bool) {
	done := 0 // nothing before done is looked at again
	for i := numberSigns.Next(s, 0); i < len(s); i = numberSigns.Next(s, i) {
		var lo, hi int
		var d DocumentNumber
		switch {
		case strings.HasPrefix(s[i:], "第"):
			lo, hi, d = ordinalNumber(s, done, i)
		case strings.HasPrefix(s[i:], "年"):
			lo, hi, d = yearNumber(s, done, i)
		default:
			lo, hi, d = bracketed(s, done, i)
		}
		if hi == 0 {
			i++
			continue
		}
		if !yield(lo, hi, d) {
			return
		}
		i, done = hi, hi
	}
}

// bracketed reads 云政发〔2024〕3号 about the bracket at i. Brackets come in every form and in mixed
// pairs; a damaged font makes 暡2013暢 of them. 号 may be lost, 第 put in.
func bracketed(s string, done, i int) (lo, hi int, d DocumentNumber) {
	w, round := openBracket(s[i:])
	if w == 0 {
		return 0, 0, d
	}
	j := i + w
	j += blanks(s[j:])
	year, n := bareYear(s[j:])
	if n == 0 {
		return 0, 0, d
	}
	j += n
	if lo, hi, d = insideSerial(s, done, i, j, year); hi > 0 {
		return lo, hi, d
	}
	if strings.HasPrefix(s[j:], "年") {
		j += len("年")
	}
	j += blanks(s[j:])
	w = closeBracket(s[j:])
	if w == 0 {
		return 0, 0, d
	}
	j += w
	j += blanks(s[j:])
	number, printed, n := serialNumber(s[j:])
	if n == 0 || !numberEnds(s[j+n:]) && !(strings.HasSuffix(printed, "号") && fullYear(s[j+n:])) {
		return 0, 0, d
	}
	hi = j + n
	lo = codeStart(s, done, i, longestCode)
	code := strings.TrimRight(s[lo:i], " 　")
	if code == "" {
		lo = i
	}
	if !strings.HasSuffix(printed, "号") {
		// Without 号 only a code tells the number from （2020）15 in a table.
		if code == "" || round && !strings.HasPrefix(printed, "第") && !codeTail(code) {
			return 0, 0, d
		}
		printed += "号"
	} else if code == "" && round {
		return 0, 0, d
	}
	d = DocumentNumber{Agency: code, Year: year, Number: number}
	d.Text = code + "〔" + strconv.Itoa(year) + "〕" + printed
	if d.Text == s[lo:hi] {
		d.Text = s[lo:hi]
	}
	return lo, hi, d
}

// insideSerial reads 云团发（2020-16号） and 云团发〔2020-16〕号 about the bracket at i, whose
// year ends at j: a code that ends as codes do, and no serial that may be a year.
func insideSerial(s string, done, i, j, year int) (lo, hi int, d DocumentNumber) {
	w := joint(s[j:])
	k := figures(s[j+w:])
	if w == 0 || s[j] == ' ' || k == 0 || k > 3 || s[j+w] == '0' {
		return 0, 0, d
	}
	serial := s[j+w : j+w+k]
	j += w + k
	sign := len("号")
	if strings.HasPrefix(s[j:], "号") {
		j += sign
		sign = 0
	}
	if w = closeBracket(s[j:]); w == 0 || sign > 0 && !strings.HasPrefix(s[j+w:], "号") {
		return 0, 0, d
	}
	hi = j + w + sign
	lo = codeStart(s, done, i, longestCode)
	code := strings.TrimRight(s[lo:i], " 　")
	if !codeTail(code) || !numberEnds(s[hi:]) {
		return 0, 0, DocumentNumber{}
	}
	d = DocumentNumber{Agency: code, Year: year, Text: code + "〔" + strconv.Itoa(year) + "〕" + serial + "号"}
	d.Number, _ = strconv.Atoi(serial)
	return lo, hi, d
}

// serialNumber reads 3号, 第3号, 第008 and gives the serial and its print without blanks.
func serialNumber(s string) (v int, printed string, n int) {
	first := ""
	if strings.HasPrefix(s, "第") {
		first, n = "第", len("第")
		n += blanks(s[n:])
	}
	k := figures(s[n:])
	if k == 0 || k > 5 {
		return 0, "", 0
	}
	digits := s[n : n+k]
	v, _ = strconv.Atoi(digits)
	n += k
	gap := blanks(s[n:])
	if strings.HasPrefix(s[n+gap:], "号") {
		end := n + gap + len("号")
		if gap == 0 && end == len(first)+k+len("号") {
			return v, s[:end], end
		}
		return v, first + digits + "号", end
	}
	return v, first + digits, n
}

// numberEnds tells whether a number may end before s: [2020]第3期 and （2020）15名 go on with a unit,
// 〔2020〕3号楼 is an address.
func numberEnds(s string) bool {
	for _, u := range [...]string{
		"期", "年", "月", "日", "个", "名", "人", "次", "篇", "元", "万", "亿", "楼", "线", "%", "版", "届", "批", "项", "页", "卷",
	} {
		if strings.HasPrefix(s, u) {
			return u == "年" && strings.HasPrefix(s, "年度")
		}
	}
	return s == "" || !figure(s[0]) && !(s[0] == '.' && len(s) > 1 && figure(s[1]))
}

// fullYear tells whether a date with its year begins at the head of s: 〔1999〕3号1999年2月5日.
func fullYear(s string) bool {
	return figures(s) == 4 && (s[0] == '1' || s[0] == '2') && strings.HasPrefix(s[4:], "年")
}

// ordinalNumber reads the numbers that stand about 第 at i: 令第8号, 第8号令, 字第1130001234号, 纪要第5号.
func ordinalNumber(s string, done, i int) (lo, hi int, d DocumentNumber) {
	j := i + len("第")
	j += blanks(s[j:])
	n := figures(s[j:])
	v := 0
	if n > 0 {
		if n > 11 {
			return 0, 0, d
		}
		v, _ = strconv.Atoi(s[j : j+n])
	} else if v, n = hanSerial(s[j:]); n == 0 {
		return 0, 0, d
	}
	digits := s[j : j+n]
	j += n
	if n >= 7 && j < len(s) && letter(s[j]) {
		digits, j = s[j-n:j+1], j+1 // 1130001234A号
	}
	j += blanks(s[j:])
	if j < len(s) && s[j] == '/' {
		return circularNumber(s, done, i, j, digits)
	}
	if !strings.HasPrefix(s[j:], "号") && !strings.HasPrefix(s[j:], "號") {
		return 0, 0, d
	}
	hi = j + len("号")
	left := i - trailingBlanks(s[done:i])
	switch {
	case strings.HasSuffix(s[done:left], "字"):
		return taiwanNumber(s, done, left, hi, v, n, digits)
	case strings.HasPrefix(s[hi:], "令") && !strings.HasPrefix(s[hi:], "令人"):
		lo = codeStart(s, done, left, longestBody)
		body := s[lo:left]
		if body == "" {
			lo = i
		}
		hi += len("令")
		d = DocumentNumber{Kind: Order, Agency: body, Number: v, Text: body + "第" + digits + "号令"}
		return lo, hi, d
	}
	open := left
	if strings.HasSuffix(s[done:left], "（") || strings.HasSuffix(s[done:left], "(") {
		w := closing(s[hi:])
		if w == 0 {
			return 0, 0, d
		}
		hi += w
		_, w = utf8.DecodeLastRuneInString(s[:left])
		open = left - w
		open -= trailingBlanks(s[done:open])
	}
	kind, word := Order, "令"
	switch {
	case strings.HasSuffix(s[done:open], "令"):
		if strings.HasSuffix(s[done:open], "命令") {
			word = "命令"
		}
	case strings.HasSuffix(s[done:open], "纪要"):
		kind, word = Minutes, "纪要"
	default:
		return 0, 0, d
	}
	lo = codeStart(s, done, open, longestBody)
	body := s[lo:open]
	if !strings.HasSuffix(body, word) {
		lo, body = open-len(word), word
	}
	d = DocumentNumber{Kind: kind, Agency: strings.TrimSuffix(body, word), Number: v, Text: body + "第" + digits + "号"}
	return lo, hi, d
}

// circularNumber reads 航运署通函第8/2024号, as Hong Kong numbers its circulars, about 第 at i; the
// serial's figures are digits, and a stroke stands at j. 第8/2024号 behind other words may be a file or a house.
func circularNumber(s string, done, i, j int, digits string) (lo, hi int, d DocumentNumber) {
	year, n := bareYear(s[j+1:])
	hi = j + 1 + n
	hi += blanks(s[hi:])
	if figures(s[j+1:]) != 4 || n == 0 || !strings.HasPrefix(s[hi:], "号") || len(digits) == 0 || len(digits) > 4 {
		return 0, 0, d
	}
	hi += len("号")
	left := i - trailingBlanks(s[done:i])
	for _, word := range [...]string{"通函", "通告"} {
		if !strings.HasSuffix(s[done:left], word) {
			continue
		}
		lo = codeStart(s, done, left-len(word), longestBody)
		d = DocumentNumber{Kind: Announcement, Agency: s[lo : left-len(word)], Year: year}
		d.Number, _ = strconv.Atoi(digits)
		d.Text = s[lo:left] + "第" + digits + "/" + strconv.Itoa(year) + "号"
		return lo, hi, d
	}
	return 0, 0, d
}

// taiwanNumber reads 府教字第1130001234号: three digits of the year of the Republic, then the serial
// (文書處理手冊). A short number after 字第 is a case, a licence or a certificate.
func taiwanNumber(s string, done, left, hi, v, n int, digits string) (lo, end int, d DocumentNumber) {
	if n < 7 {
		return 0, 0, d
	}
	lo = codeStart(s, done, left-len("字"), longestCode)
	// 台教学（四）字第…号 has a bracket in its code.
	if lo == left-len("字") && closesParen(s[done:lo]) {
		if at := strings.LastIndexAny(s[done:lo], "（("); at >= 0 && lo-(done+at) <= 4*3 {
			lo = codeStart(s, done, done+at, longestCode)
		}
	}
	code := s[lo:left]
	switch {
	case code == "字", strings.HasSuffix(code, "证字"), strings.HasSuffix(code, "备字"), strings.HasSuffix(code, "许字"):
		return 0, 0, DocumentNumber{}
	}
	d = DocumentNumber{Kind: Taiwan, Agency: code, Number: v, Text: code + "第" + digits + "号"}
	if n >= 10 {
		if y := v / pow(10, n-3); y >= 38 && y < 200 {
			d.Year = 1911 + y
		}
	}
	return lo, hi, d
}

func closesParen(s string) bool { return strings.HasSuffix(s, "）") || strings.HasSuffix(s, ")") }

func pow(b, e int) int {
	v := 1
	for ; e > 0; e-- {
		v *= b
	}
	return v
}

// yearNumber reads 公告2024年第8号, 2024年第8号公告 and 国务院一九八〇年223号文件 about 年 at i.
func yearNumber(s string, done, i int) (lo, hi int, d DocumentNumber) {
	j := i + len("年")
	j += blanks(s[j:])
	if j == len(s) || !figure(s[j]) && !strings.HasPrefix(s[j:], "第") {
		return 0, 0, d
	}
	number, printed, n := serialNumber(s[j:])
	if n == 0 || !strings.HasSuffix(printed, "号") {
		return 0, 0, d
	}
	hi = j + n
	year, start := yearBefore(s, done, i)
	if year == 0 {
		return 0, 0, d
	}
	open := start - trailingBlanks(s[done:start])
	paren := false
	if strings.HasSuffix(s[done:open], "（") || strings.HasSuffix(s[done:open], "(") {
		w := closing(s[hi:])
		if w > 0 {
			hi += w
			_, k := utf8.DecodeLastRuneInString(s[:open])
			open -= k
			open -= trailingBlanks(s[done:open])
			paren = true
		}
	}
	text := strings.ReplaceAll(s[start:i], " ", "") + "年" + printed
	ordinal := strings.HasPrefix(printed, "第")
	for _, word := range [...]string{"公告", "通告", "公报", "令"} {
		if ordinal && strings.HasSuffix(s[done:open], word) {
			lo = codeStart(s, done, open, longestBody)
			body := s[lo:open]
			if !strings.HasSuffix(body, word) {
				lo, body = open-len(word), word
			}
			return lo, hi, DocumentNumber{Kind: Announcement, Agency: strings.TrimSuffix(body, word), Year: year, Number: number, Text: body + text}
		}
	}
	if paren {
		return 0, 0, d
	}
	for _, word := range [...]string{"公告", "通告", "文件", "文", "令"} {
		if !strings.HasPrefix(s[hi:], word) {
			continue
		}
		kind := Announcement
		if !ordinal {
			kind = Old
		}
		lo = codeStart(s, done, open, longestBody)
		body := s[lo:open]
		if body == "" {
			lo = start
		}
		hi += len(word)
		return lo, hi, DocumentNumber{Kind: kind, Agency: body, Year: year, Number: number, Text: body + text + word}
	}
	return 0, 0, d
}

// bareYear reads a year of four figures, from the founding of the state on, with no 年.
func bareYear(s string) (year, n int) {
	if figures(s) == 4 {
		year, _ = strconv.Atoi(s[:4])
		n = 4
	} else {
		for n < len(s) {
			r, w := utf8.DecodeRuneInString(s[n:])
			v := hanNumeral(r)
			if v < 0 {
				break
			}
			if year = year*10 + v; year > 9999 {
				return 0, 0
			}
			n += w
		}
	}
	if year < 1949 || year > 2099 {
		return 0, 0
	}
	return year, n
}

// yearBefore reads the year that ends at i and gives where it starts.
func yearBefore(s string, done, i int) (year, start int) {
	i -= trailingBlanks(s[done:i])
	if i-4 >= done && figure(s[i-1]) {
		if y, n := bareYear(s[i-4 : i]); n == 4 && (i-4 == done || !figure(s[i-5])) {
			return y, i - 4
		}
		return 0, 0
	}
	if i-12 >= done {
		if y, n := bareYear(s[i-12 : i]); n == 12 {
			return y, i - 12
		}
	}
	return 0, 0
}

func openBracket(s string) (n int, round bool) {
	switch s[0] {
	case '[', '<':
		return 1, false
	case '(':
		return 1, true
	}
	if len(s) < 3 {
		return 0, false
	}
	switch s[:3] {
	case "〔", "［", "【", "﹝", "〈", "暡":
		return 3, false
	case "（":
		return 3, true
	}
	return 0, false
}

func closeBracket(s string) int {
	if s == "" {
		return 0
	}
	switch s[0] {
	case ']', ')', '>':
		return 1
	}
	if len(s) < 3 {
		return 0
	}
	switch s[:3] {
	case "〕", "］", "】", "﹞", "）", "〉", "暢", "畅":
		return 3
	}
	return 0
}

// codeTail tells whether code ends as agencies' codes do.
func codeTail(code string) bool {
	for _, w := range [...]string{"发", "字", "函", "办", "电", "令", "规", "党", "通", "复", "呈"} {
		if strings.HasSuffix(code, w) {
			return true
		}
	}
	return false
}

// codeStart walks left from end, over blanks and then Chinese characters, and gives where the agency's
// code begins: after the last word that belongs to the sentence. It gives end when there is none.
func codeStart(s string, done, end, longest int) int {
	lo := end - trailingBlanks(s[done:end])
	hi := lo
	for lo > done {
		r, w := utf8.DecodeLastRuneInString(s[done:lo])
		if !hanRune(r) || r == '〇' || hi-lo > 3*40 {
			break
		}
		lo -= w
	}
	head := lo == 0 || lo > 0 && s[lo-1] == '\n' // a boundary before which no sentence runs on
	if !head && lo > done {
		r, _ := utf8.DecodeLastRuneInString(s[done:lo])
		head = r == '（' || r == '(' || r == '\u3000' || r == ' '
	}
	lo += codeCut(s[lo:hi], head)
	if lo == hi || utf8.RuneCountInString(s[lo:hi]) > longest {
		return end
	}
	return lo
}

// codeCut gives where in run, Chinese characters alone, the code starts.
func codeCut(run string, head bool) int {
	cut := 0
	if !head && (strings.HasPrefix(run, "日") || strings.HasPrefix(run, "月")) { // 4月22日云文资字第…
		cut = len("日")
	}
	for i := cut; i < len(run); {
		_, w := utf8.DecodeRuneInString(run[i:])
		if n := stopWord(run, i, head); n > 0 {
			if i+n == len(run) && i > cut && n == w {
				// One character alone at the end is the code's own: 云见〔2024〕1号.
				break
			}
			cut = i + n
			i += n
			continue
		}
		i += w
	}
	return cut
}

// stopWord gives the length of the word at i that no code contains. 和, 与, 及, 以, 同 and 即 head some
// codes (和政发, 即政办发), so they stop only inside a sentence; 工业和信息化, 住房和城乡建设 are names.
func stopWord(run string, i int, head bool) int {
	s := run[i:]
	if len(s) < 3 {
		return 0
	}
	switch s[:3] {
	case "按", "见", "的", "等", "或", "第", "了", "号", "据", "年", "是", "为", "在", "由", "详", "来", "则":
		if s[:3] == "据" && strings.HasSuffix(run[:i], "数") {
			return 0 // 数据 heads the code of a data bureau
		}
		if s[:3] == "按" && strings.HasPrefix(s, "按照") {
			return len("按照")
		}
		return 3
	case "原":
		if i == 0 && !head {
			return 3
		}
		return 0
	case "和", "与", "及", "以", "同", "即":
		if i == 0 && head || joined(run[:i], s[3:]) || strings.HasPrefix(s, "和国") && strings.HasSuffix(run[:i], "人民共") {
			return 0
		}
		if strings.HasPrefix(s, "以及") {
			return len("以及")
		}
		if i == 0 || s[:3] != "同" {
			return 3
		}
		return 0
	}
	if !stopHeads.Begins(s) {
		return 0
	}
	for _, w := range stopWords {
		if strings.HasPrefix(s, w) {
			// 云岭市税务局公告2024年第8号: 公告 at the end belongs to the number.
			if len(s) == len(w) && (w == "公告" || w == "通告") {
				return 0
			}
			return len(w)
		}
	}
	// A body's full name before the code is none of it: 国务院国发〔2024〕1号.
	for _, w := range namesAhead {
		if strings.HasPrefix(s, w) && len(s) >= len(w)+2*3 && !strings.HasPrefix(s[len(w):], "办公") && codeTail(run) {
			return len(w)
		}
	}
	return 0
}

// stopWords are words of a sentence that no code contains, beside the characters of stopWord.
var stopWords = [...]string{
	"根据", "依据", "依照", "遵照", "参照", "对照", "参见", "关于", "文件", "转发", "印发", "贯彻", "落实", "执行",
	"学习", "下发", "发布", "公布", "制定", "修订", "废止", "收到", "接到", "结合", "通过", "上报", "通知", "规定", "办法", "意见",
	"决定", "方案", "通告", "公告", "精神", "要求", "文号", "字号", "编号", "附件", "现将", "并将", "报告", "请示", "批复",
	"对接", "遵循", "符合", "引用", "中的", "其中", "包括", "涉及", "进入", "列入", "纳入", "违反", "此前", "以下", "简称", "标题",
}

// namesAhead are what ends the full name of a body before a code.
var namesAhead = [...]string{"国务院", "人民政府", "办公厅", "办公室", "委员会", "教育厅", "教育局", "教育部", "财政厅", "财政局", "财政部"}

// stopHeads are the first characters of them all.
var stopHeads = func() *Chars {
	c := new(Chars)
	for _, words := range [...][]string{stopWords[:], namesAhead[:]} {
		for _, w := range words {
			r, _ := utf8.DecodeRuneInString(w)
			c.Add(r)
		}
	}
	return c
}()

// joined tells whether a 和 between left and right is part of a body's name.
func joined(left, right string) bool {
	if left == "" {
		return false
	}
	for _, w := range [...]string{
		"信息", "城乡", "旅游", "社会", "改革", "物资", "计划", "规划", "体育", "宗教", "应急", "科技", "建设", "草原", "生态", "平", "谐",
	} {
		if strings.HasPrefix(right, w) {
			return true
		}
	}
	return false
}

func trailingBlanks(s string) int {
	n := 0
	for n < len(s) {
		switch {
		case s[len(s)-n-1] == ' ' || s[len(s)-n-1] == '\t':
			n++
		case strings.HasSuffix(s[:len(s)-n], "　"):
			n += len("　")
		default:
			return n
		}
	}
	return n
}

// lineOf gives s up to the end of its line.
func lineOf(s string) string {
	if i := strings.IndexByte(s, '\n'); i >= 0 {
		return s[:i]
	}
	return s
}
