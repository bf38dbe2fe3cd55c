package segment

import (
	"strings"
	"unicode/utf8"

	"gongwen/extract/internal/lexicon"
	"gongwen/extract/internal/origin"
	"gongwen/extract/internal/scan"
)

// unbroken joins lines that a page end, a column or a fixed width has broken
// inside a sentence.
func unbroken(ls []Line) []Line {
	out := ls[:0] // in place: never ahead of what is read
	for i := range ls {
		l := &ls[i]
		if n := len(out); n > 0 && (broken(&out[n-1], l) || tenBroken(out, l)) {
			out[n-1].Breaks = append(out[n-1].Breaks, out[n-1].Text.Len())
			out[n-1].Text = origin.Join(out[n-1].Text, l.Text)
			out[n-1].Hi = l.Hi
			continue
		}
		out = append(out, *l)
	}
	return out
}

// tenBroken reports whether the last of the lines is 十 alone, the first half of the mark that
// goes on in next (十 | 一、…): the row has come to its tenth above. A figure in a column of
// a table has no such row.
func tenBroken(ls []Line, next *Line) bool {
	if ls[len(ls)-1].Text.String() != "十" {
		return false
	}
	if m, n := scan.HeadMark(next.Text.String()); n == 0 || m.Kind != scan.Han || m.Number > 9 {
		return false
	}
	for i := len(ls) - 2; i >= 0; i-- {
		if m, n := scan.HeadMark(ls[i].Text.String()); n > 0 && m.Kind == scan.Han {
			return m.Number == 10
		}
	}
	return false
}

// A line of prose has at least proseWidth characters; a heading, a signature
// or an item of a list rarely has.
const proseWidth = 18

// broken reports whether the sentence that l begins goes on in next.
//
// A blank line proves nothing: OCR puts one at each page end (东大保字〔2020〕2号).
// A well-set paragraph ends in punctuation, so broken never fires on one; a
// heading has no punctuation at all, so it is never the first half; and a line
// that begins with a serial mark or a label is never the second half.
func broken(l, next *Line) bool {
	a, b := l.Text.String(), next.Text.String()
	if l.Table || next.Table || l.Kind == Furniture || next.Kind == Furniture || a == "" || b == "" {
		return false
	}
	if latinWord(b) && cutAddress(a, b) {
		return true
	}
	if bareMark(a) && han(firstRune(b)) && count(b) >= 4 && !marked(b) && !opensLine(b) && !labelLine(b) {
		return true
	}
	if wrappedName(a, b) {
		return true
	}
	if endsSentence(a) || opensLine(b) || marked(b) || next.Level > 0 || labelLine(b) {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(a)
	switch r {
	case '，', '、', '（', '《', '“', '〔':
		return count(a) >= 4 && !body(Squeezed(b)) // a signer below a paragraph that ends in a slip of the comma
	}
	if closing(r) && count(a) < proseWidth || l.Level > 0 {
		return false
	}
	if balance(a) > 0 && balance(b) < 0 || count(a) >= proseWidth && titleCut(a, b) {
		return true
	}
	if count(a) < proseWidth || !scan.HasAny(a, "，。；") {
		return false
	}
	if r == '）' && strings.HasPrefix(a, "（") && (adoption(a) || NumberLine(a)) { // （…通过，自…起施行）
		return false
	}
	if m, _ := scan.HeadMark(a); m.Kind != scan.NoMark && !scan.Has(a, "。") && count(a) < headingWidth && strings.Count(a, "，") < 3 {
		return false
	}
	return goesOn(b)
}

// titleCut reports whether a breaks off inside a 《title》 that b closes, whatever else b opens
// (根据《…关 | 于做好…的通知》（云政发〔2024〕).
func titleCut(a, b string) bool {
	end := scan.Index(b, "》")
	if end < 0 || strings.LastIndex(a, "《") <= strings.LastIndex(a, "》") {
		return false
	}
	open := scan.Index(b, "《")
	return open < 0 || open > end
}

// laterParts begin the second line of the name of a body that is too long for one.
var laterParts = lexicon.NewWords("防控", "应急", "领导小组", "工作领导小组", "工作指挥部", "指挥部", "联席会议", "联防联控")

// wrappedName reports whether a and b are the lines of one name of a body, which no line
// could hold (云岭市森林草原火灾 | 应急指挥部办公室): a is none, and b alone would have no place.
func wrappedName(a, b string) bool {
	if len(b) > 60 || len(a) > 120 || laterParts.Prefix(b) == 0 {
		return false
	}
	a, b = Squeezed(a), unsealed(Squeezed(b))
	if count(a) < 8 || strings.ContainsFunc(a+b, func(r rune) bool { return !han(r) }) {
		return false
	}
	return !body(a) && body(b) && scan.HasAny(a[:6*len("市")], "省市县区州旗盟")
}

// cutAddress reports whether a ends inside an e-mail address that goes on in b:
// behind its @, or at a point, which ends no address and begins none.
func cutAddress(a, b string) bool {
	if !strings.HasSuffix(a, ".") && !strings.HasSuffix(a, "@") && !strings.HasPrefix(b, ".") {
		return false
	}
	k := len(a)
	for k > 0 && a[k-1] > ' ' && a[k-1] < utf8.RuneSelf {
		k--
	}
	return strings.Index(a[k:], "@") > 0
}

// latinWord reports whether s, whole, can be the rest of an address: letters, digits,
// points and dashes.
func latinWord(s string) bool {
	return s != "" && len(s) < 60 && !strings.ContainsFunc(s, func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && r != '.' && r != '-' && r != '_'
	})
}

// goesOn reports whether s can be the second half of a sentence: it is prose
// itself, or it ends one.
func goesOn(s string) bool {
	if _, n := scan.DateOf(s); n == len(s) {
		return false
	}
	return scan.HasAny(s, "，。；、：") || endsSentence(s)
}

// balance returns how many brackets and quotation marks s opens and does not
// close, less those that it closes and did not open.
func balance(s string) int {
	n := 0
	for _, r := range s {
		switch r {
		case '（', '《', '“', '〔', '「', '【':
			n++
		case '）', '》', '”', '〕', '」', '】':
			n--
		}
	}
	return n
}

// openings are the words that begin a line of their own wherever they stand.
var openings = []string{
	"附件", "附：", "抄送", "抄报", "主题词", "联系人", "联系电话", "特此通知", "特此通告", "特此公告", "特此函", "特此批复", "特此公示",
	"此件", "（此件", "发布时间", "发布日期", "来源：", "作者：", "责任编辑",
}

// opensLine reports whether s begins with words that begin a line of their own.
func opensLine(s string) bool {
	for _, w := range openings {
		if strings.HasPrefix(s, w) {
			return w != "附件" || !strings.HasPrefix(s[len(w):], "材料") && !midSentence(s)
		}
	}
	return false
}

// midSentence reports whether s, which begins with 附件, is the rest of a
// sentence (…具体安排见 | 附件1）。) and no line of its own.
func midSentence(s string) bool {
	n := attachmentMark(s)
	rest := s[n:]
	if strings.HasPrefix(s, "（") && scan.Has(rest, "，") { // （附件）报航道局，…
		return true
	}
	return strings.HasPrefix(rest, "）") || strings.HasPrefix(rest, "，") || strings.HasPrefix(rest, "。") || strings.HasPrefix(rest, "的") || strings.HasPrefix(rest, "、")
}

// bareMark reports whether s is a serial mark alone (1.): its words stand on the next line.
func bareMark(s string) bool {
	v, n := scan.NumberOf(s)
	rest := s[n:]
	return n > 0 && n <= 2 && v > 0 && (rest == "." || rest == "、")
}
