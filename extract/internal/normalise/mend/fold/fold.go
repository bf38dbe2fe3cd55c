// Package fold makes characters that a model of the language need not tell
// apart one: both scripts, all digits, all letters, marks of either width.
package fold

import (
	"strings"
	"sync"

	"gongwen/extract/internal/normalise/opencc"
)

// folds holds the simplified form of each character of up to three bytes.
var folds = sync.OnceValue(func() *[1 << 16]uint16 {
	t := new([1 << 16]uint16)
	var b strings.Builder
	for r := rune(0); r < 1<<16; r++ {
		t[r] = uint16(r)
		if 0x3400 <= r && r <= 0x9FFF {
			b.WriteRune(r)
			b.WriteByte('\n') // so that no phrase is found
		}
	}
	r := rune(0x3400)
	for _, to := range opencc.ToSimplified(b.String()) {
		if to == '\n' {
			r++
			if r == 0xA000 {
				break
			}
			continue
		}
		if to < 1<<16 {
			t[r] = uint16(to)
		}
	}
	for r := rune(0xFF01); r <= 0xFF5E; r++ {
		t[r] = uint16(r - 0xFEE0)
	}
	for r := range rune(1 << 16) {
		switch c := t[r]; {
		case '0' <= c && c <= '9':
			t[r] = '0'
		case 'a' <= c|0x20 && c|0x20 <= 'z':
			t[r] = 'a'
		case strings.ContainsRune(",:;?!()", rune(c)) && c != 0:
			t[r] = c + 0xFEE0
		case c == '\t' || c == ' ' || c == 0x3000 || c == 0xA0:
			t[r] = 0x2002
		}
	}
	for from, to := range map[rune]rune{'「': '“', '」': '”', '『': '‘', '』': '’', '﹔': '；', '﹐': '，', '﹝': '〔', '﹞': '〕', '•': '·', '‧': '·'} {
		t[from] = uint16(to)
	}
	return t
})

// Rune returns r as the model knows it: simplified, one digit and one letter
// for all, Chinese marks in full width.
func Rune(r rune) rune {
	if uint32(r) < 1<<16 {
		return rune(folds()[r])
	}
	return r
}
