package normalise

import (
	"strings"
	"unicode/utf8"
)

// yearCloses are the brackets that close the year of a document number, 暢 that
// of a font whose 〔〕 come out as 暡暢 (畅 after conversion).
const yearCloses = "〕]］】)）〉〗}」』》>❳⦘暢畅"

// A bracketedYear is the year of a document number (发文字号) with its brackets:
// the opening one and the blanks behind it stand at the bytes lo to in, the
// closing one and the blanks before it at end to hi.
type bracketedYear struct{ lo, in, end, hi int }

// regular reports whether the year stands in 〔〕 already.
func (y bracketedYear) regular(s string) bool {
	return s[y.lo:y.in] == "〔" && s[y.end:y.hi] == "〕"
}

// yearAt returns the year of a document number whose opening bracket of n bytes
// stands at the byte i of s, whichever pair the brackets are, unlike ones too:
// 云政发[2020]5号, 云政发〔2020]第5号. The bracket is one of a number only behind a
// Chinese character, around a year, and before 号 or 第 with a number: in
// 《规划（2020）》 and 云岭中学(2020)级 it stays what it is.
func yearAt(s string, i, n int) (y bracketedYear, ok bool) {
	in := pastBlanks(s, i+n)
	end := in
	for end < len(s) && isDigit(rune(s[end])) {
		end++
	}
	if end-in != 4 || s[in:in+2] != "19" && s[in:in+2] != "20" || !isHan(before(s, beforeBlanks(s, i))) {
		return y, false
	}
	closer := pastBlanks(s, end)
	r := after(s, closer)
	if r == 0 || !strings.ContainsRune(yearCloses, r) {
		return y, false
	}
	hi := closer + utf8.RuneLen(r)
	return bracketedYear{i, in, end, hi}, isSerial(s, pastBlanks(s, hi))
}

// year turns the brackets around the year of a document number, of which one of
// n bytes stands at the byte i, into 〔〕. Returns where to go on, 0 if this is no
// such bracket.
func (w *writer) year(i, n int) int {
	y, ok := yearAt(w.s, i, n)
	if !ok {
		return 0
	}
	if w.s[y.lo:y.in] != "〔" {
		w.put("〔", y.lo, y.in)
	}
	if w.s[y.end:y.hi] != "〕" {
		w.put("〕", y.end, y.hi)
	}
	return y.hi
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
	if r := after(s, pastBlanks(s, i)); r != '号' && r != '號' {
		return ordinal && i > digits
	}
	return isNumberSign(s, i)
}

// isNumberSign reports whether the 号 of a number stands at the byte i of s, behind
// blanks. The 号 of 5号楼 counts houses.
func isNumberSign(s string, i int) bool {
	i = pastBlanks(s, i)
	if r := after(s, i); r != '号' && r != '號' {
		return false
	}
	switch after(s, i+len("号")) {
	case '楼', '线', '院', '门', '厅':
		return false
	}
	return true
}
