package read

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A webList is a list that the words stand in.
type webList struct {
	kind string // of its marks; "" prints none that are words
	next int    // the number of the next item
	step int
}

// listOf returns the list that n begins.
func listOf(n *html.Node) webList {
	l := webList{next: 1, step: 1}
	if n.DataAtom != atom.Ol {
		return l
	}
	l.kind = "decimal"
	if t := attr(n, "type"); t != "" {
		l.kind = listType(t)
	}
	if css := attr(n, "style"); css != "" {
		for property, value := range declarations(css) {
			if property == "list-style-type" || property == "list-style" {
				if word, _, _ := strings.Cut(value, " "); word != "" {
					l.kind = strings.ToLower(word)
				}
			}
		}
	}
	if start, err := strconv.Atoi(attr(n, "start")); err == nil {
		l.next = start
	}
	for _, a := range n.Attr {
		if a.Key == "reversed" {
			l.step = -1
		}
	}
	return l
}

// listType returns the kind of marks of the attribute type.
func listType(t string) string {
	switch t {
	case "a":
		return "lower-alpha"
	case "A":
		return "upper-alpha"
	case "i":
		return "lower-roman"
	case "I":
		return "upper-roman"
	}
	return "decimal"
}

// item writes the item at of a list, with the number that a browser prints. An
// item that brings its mark in words has a list without marks around it: the
// style sheet that says so is not at hand.
func (w *pageWriter) item(at int) {
	w.block()
	e := &w.p.nodes[at]
	if n := len(w.lists); n > 0 {
		l := &w.lists[n-1]
		if v, err := strconv.Atoi(attr(e.Node, "value")); err == nil {
			l.next = v
		}
		if !hasSerial(w.p.words(at, 24)) {
			w.prefix = listMark(l.kind, l.next)
		}
		l.next += l.step
	}
	lo := len(w.buf)
	w.children(at)
	w.prefix = ""
	w.style(lo, len(w.buf), ListItem, len(w.lists))
	w.block()
}

// hasSerial reports whether s, without blanks, begins with a serial mark: 1. 1、
// （一） 一、 ① 第一条 附件1.
func hasSerial(s string) bool {
	s = strings.TrimLeft(s, "（([〔【")
	for _, p := range [...]string{"第", "附件", "附表"} {
		if rest, ok := strings.CutPrefix(s, p); ok {
			s = rest
		}
	}
	if r := []rune(s[:min(len(s), 4)]); len(r) > 0 && r[0] >= '①' && r[0] <= '⒛' {
		return true
	}
	n := len(s) - len(strings.TrimLeft(s, "0123456789一二三四五六七八九十百"))
	if n == 0 {
		return false
	}
	for _, tail := range [...]string{"、", ".", "．", "）", ")", "条", "章", "节", "：", ":", "]", "〕", "】"} {
		if strings.HasPrefix(s[n:], tail) {
			return true
		}
	}
	return false
}

// listMark returns the mark number n of a list, as a browser prints it.
func listMark(kind string, n int) string {
	switch kind {
	case "", "none", "disc", "circle", "square", "dash", "dot":
		return ""
	case "lower-alpha", "lower-latin":
		return listLetters(n, 'a') + ". "
	case "upper-alpha", "upper-latin":
		return listLetters(n, 'A') + ". "
	case "lower-roman":
		return strings.ToLower(listRoman(n)) + ". "
	case "upper-roman":
		return listRoman(n) + ". "
	case "cjk-ideographic", "simp-chinese-informal", "trad-chinese-informal", "cjk-decimal", "cn":
		return listHan(n) + "、"
	case "cn1":
		return listHan(n) + "）"
	case "cn2":
		return "（" + listHan(n) + "）"
	case "num1":
		return strconv.Itoa(n) + "）"
	case "num2":
		return "（" + strconv.Itoa(n) + "）"
	}
	return strconv.Itoa(n) + ". "
}

// listLetters returns the number n in letters: a … z, aa.
func listLetters(n int, a byte) string {
	if n <= 0 || n > 26*27 {
		return strconv.Itoa(n)
	}
	if n--; n < 26 {
		return string(rune(int(a) + n))
	}
	return string([]byte{a + byte(n/26-1), a + byte(n%26)})
}

// listRoman returns n in Roman numerals.
func listRoman(n int) string {
	if n <= 0 || n >= 400 {
		return strconv.Itoa(n)
	}
	const tens, ones = "-X-XX-XXX-XL-L-LX-LXX-LXXX-XC", "-I-II-III-IV-V-VI-VII-VIII-IX"
	return strings.Repeat("C", n/100) + strings.Split(tens, "-")[n/10%10] + strings.Split(ones, "-")[n%10]
}

// listHan returns n in Chinese numerals: 一, 十二, 二十.
func listHan(n int) string {
	if n <= 0 || n > 99 {
		return strconv.Itoa(n)
	}
	digit := [...]string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"}
	switch {
	case n < 10:
		return digit[n]
	case n < 20:
		return "十" + digit[n-10]
	}
	return digit[n/10] + "十" + digit[n%10]
}
