package normalise

import (
	"strings"
	"unicode/utf8"
)

// dot turns the dots that stand for · between characters (4•15, 艾力‧买买提) into
// it. A bullet stands before a blank or behind one; ● between Chinese
// characters is a bullet of a copy without line breaks.
func (w *writer) dot(r rune, i, n int) {
	p, q := before(w.s, i), after(w.s, i+n)
	word := func(r rune) bool { return isHan(r) || isDigit(r) || isLetter(r) }
	if r == '●' {
		word = isDigit
	}
	if word(p) && word(q) {
		w.put("·", i, i+n)
	}
}

// dots turns three to six full stops behind Chinese into ……, but not the
// leaders of a table of contents, which run up to a number.
func (w *writer) dots(i int) int {
	end := i + 1
	for end < len(w.s) && w.s[end] == '.' {
		end++
	}
	if n := end - i; 3 <= n && n <= 6 && isChinese(before(w.s, i)) {
		if q := after(w.s, pastBlanks(w.s, end)); isChinese(q) {
			w.put("……", i, end)
		}
	}
	return end
}

// stops turns 。。。 into ……, as writers without the key for it type.
func (w *writer) stops(i int) int {
	end := i + len("。")
	for strings.HasPrefix(w.s[end:], "。") {
		end += len("。")
	}
	if end-i >= 3*len("。") {
		w.put("……", i, end)
	}
	return end
}

// dash turns the dash at the byte i into what it stands for: two of them between
// Chinese are ——, and a － or another sign of a hyphen's looks between digits or
// letters is a hyphen. One dash is left alone.
func (w *writer) dash(i int, one string) int {
	end := i + len(one)
	for strings.HasPrefix(w.s[end:], one) {
		end += len(one)
	}
	p, q := before(w.s, i), after(w.s, end)
	switch count := (end - i) / len(one); {
	case count == 2 && isChinese(p) && isChinese(q):
		w.put("——", i, end)
	case count == 1 && strings.Contains(hyphens, one) && isASCIIWord(p) && isASCIIWord(q):
		w.put("-", i, end)
	}
	return end
}

// hyphens look like one: the full-width one, two of typesetting, minus, and the
// mark of long vowels that some keyboards have in its place.
const hyphens = "－‐‑−ー"

func isASCIIWord(r rune) bool { return isDigit(r) || isLetter(r) }

// zero turns what stands for 〇 in a number in Chinese numerals into it:
// 二○二○年, 二OO八年, 三○日. A letter or digit does so only in a year of
// four places; ○ beside a numeral and before another or a unit.
func (w *writer) zero(i, n int) int {
	p := before(w.s, i)
	if !isNumeral(p) {
		return i + n
	}
	// The run of numerals around i.
	lo := i
	for lo > 0 {
		r, size := utf8.DecodeLastRuneInString(w.s[:lo])
		if !isNumeral(r) {
			break
		}
		lo -= size
	}
	hi, places := lo, 0
	for hi < len(w.s) && places <= 8 {
		r, size := utf8.DecodeRuneInString(w.s[hi:])
		if !isNumeral(r) && !isZero(r) {
			break
		}
		hi, places = hi+size, places+1
	}
	unit := after(w.s, pastBlanks(w.s, hi))
	year := places == 4 && unit == '年' && (strings.HasPrefix(w.s[lo:], "二") || strings.HasPrefix(w.s[lo:], "一"))
	if !year && (n == 1 || !numbered(unit) && !isNumeral(after(w.s, i+n))) {
		return i + n
	}
	for at := i; at < hi; {
		r, size := utf8.DecodeRuneInString(w.s[at:])
		if isZero(r) && (year || size > 1) {
			w.put("〇", at, at+size)
		}
		at += size
	}
	return hi
}

// isNumeral reports whether r is a Chinese numeral of one place.
func isNumeral(r rune) bool {
	switch r {
	case '〇', '零', '一', '二', '三', '四', '五', '六', '七', '八', '九':
		return true
	}
	return false
}

// isZero reports whether r may stand for 〇.
func isZero(r rune) bool {
	switch r {
	case '○', '◯', 'Ο', 'О', 'O', 'o', '0':
		return true
	}
	return false
}

// numbered reports whether a number may stand before r.
func numbered(r rune) bool {
	switch r {
	case '年', '月', '日', '号', '届', '期', '周', '第':
		return true
	}
	return false
}
