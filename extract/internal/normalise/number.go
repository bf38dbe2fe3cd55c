package normalise

import (
	"strings"
	"unicode/utf8"
)

// yearCloses are the brackets that close the year of a document number, 暢 that
// of a font whose 〔〕 come out as 暡暢 (畅 after conversion).
const yearCloses = "〕]］】)）〉〗}」』》>❳⦘暢畅"

// year turns the brackets around the year of a document number (发文字号) into
// 〔〕, whichever pair they are, unlike ones too: 云政发[2020]5号, 云政发〔2020]第5号.
// The bracket of n bytes stands at the byte i. It is one of a number only behind
// a Chinese character, around a year, and before 号 or 第 with a number: in
// 《规划（2020）》 and 云岭中学(2020)级 it stays what it is. Returns where to go on, 0 if
// this is no such bracket.
func (w *writer) year(i, n int) int {
	if !isHan(before(w.s, beforeBlanks(w.s, i))) {
		return 0
	}
	in := pastBlanks(w.s, i+n)
	end := in
	for end < len(w.s) && isDigit(rune(w.s[end])) {
		end++
	}
	if end-in != 4 || w.s[in:in+2] != "19" && w.s[in:in+2] != "20" {
		return 0
	}
	closer := pastBlanks(w.s, end)
	r := after(w.s, closer)
	if r == 0 || !strings.ContainsRune(yearCloses, r) {
		return 0
	}
	past := closer + utf8.RuneLen(r)
	if !isSerial(w.s, pastBlanks(w.s, past)) {
		return 0
	}
	if w.s[i:in] != "〔" {
		w.put("〔", i, in)
	}
	if w.s[end:past] != "〕" {
		w.put("〕", end, past)
	}
	return past
}

// isSerial reports whether the byte i of s begins the serial number (顺序号) of a
// document number: 5号, 第5号, 第5, and the 号 of a draft that has none yet. The
// 号 of 5号楼 counts houses.
func isSerial(s string, i int) bool {
	ordinal := strings.HasPrefix(s[i:], "第")
	if ordinal {
		i = pastBlanks(s, i+len("第"))
	}
	digits := i
	for i < len(s) && isDigit(rune(s[i])) {
		i++
	}
	if i-digits > 5 {
		return false
	}
	i = pastBlanks(s, i)
	r := after(s, i)
	if r != '号' && r != '號' {
		return ordinal && i > digits
	}
	switch after(s, i+len("号")) {
	case '楼', '线', '院', '门', '厅':
		return false
	}
	return true
}
