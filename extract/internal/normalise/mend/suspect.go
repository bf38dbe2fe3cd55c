package mend

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed common.txt
var commonCharacters string // both scripts

// A mark says why a character may be of a damaged place.
type mark uint8

const (
	rareHan mark = 1 << iota // a Chinese character that is seldom used
	broken                   // U+FFFD, private use
	foreign                  // of Latin-1: words of Chinese read in the wrong set are full of them
)

// marks holds the marks of characters of up to three bytes.
var marks = sync.OnceValue(func() *[1 << 16]mark {
	t := new([1 << 16]mark)
	for r := 0x3400; r <= 0x9FFF; r++ {
		t[r] = rareHan
	}
	for _, r := range commonCharacters {
		t[r] = 0
	}
	for r := 0xE000; r < 0xF900; r++ {
		t[r] = broken
	}
	t[utf8.RuneError] = broken
	for r := 0x80; r < 0x100; r++ {
		t[r] = foreign
	}
	t[0xB7], t[0xD7], t[0xB0], t[0xA0] = 0, 0, 0, 0 // · × ° and the blank stand in sound text
	for _, r := range windows1252 {
		if r != 0 {
			t[r] |= foreign
		}
	}
	for _, r := range "“”‘’—–…•‰€" {
		t[r] = 0
	}
	return t
})

// Suspect returns where in s the first line begins, from the byte from on, that
// may be damaged: -1 for none. It is quick, and says too much rather than too little:
// rare characters close together or beside what a broken pair leaves, "?" and
// marks of half width between Chinese characters, what is no character.
func Suspect(s string, from int) int {
	t := marks()
	last := -100 // where the last rare character ended
	latin := 0
	for i := max(0, from); i < len(s); {
		for i < len(s)-2 && s[i]>>4 == 0xE && t[uint16(s[i])<<12|uint16(s[i+1]&0x3F)<<6|uint16(s[i+2]&0x3F)] == 0 {
			i += 3
		}
		if i >= len(s) {
			break
		}
		b := s[i]
		switch {
		case b < 0x80:
			if leftovers[b] && suspectASCII(s, i) {
				return lineStart(s, i)
			}
			i++
		case b>>4 == 0xE && i+2 < len(s):
			m := t[uint16(b)<<12|uint16(s[i+1]&0x3F)<<6|uint16(s[i+2]&0x3F)]
			if m&broken != 0 {
				return lineStart(s, i)
			}
			if m&rareHan != 0 {
				if i-last < 12 || i > 0 && leftovers[s[i-1]] || i+3 < len(s) && leftovers[s[i+3]] {
					return lineStart(s, i)
				}
				last = i + 3
			}
			i += 3
		case b>>5 == 6 && i+1 < len(s):
			if t[uint16(b&0x1F)<<6|uint16(s[i+1]&0x3F)] != 0 {
				latin++
				if i+2 < len(s) && s[i+2]>>5 == 6 || latin > 8 { // two in a row
					return lineStart(s, i)
				}
			}
			i += 2
		case b < 0xC0 || b >= 0xF8: // no UTF-8
			i++
		default:
			i += 2
		}
	}
	return -1
}

// leftovers are the ASCII characters that broken pairs leave.
var leftovers = func() (t [256]bool) {
	for _, b := range []byte("?!;") {
		t[b] = true
	}
	for b := 'A'; b <= 'Z'; b++ {
		t[b], t[b+'a'-'A'] = true, true
	}
	return t
}()

// suspectASCII reports whether the ASCII character at the byte i stands as no
// writer would set it: "?" beside Chinese or between digits, "!" before it, one letter inside.
func suspectASCII(s string, i int) bool {
	behind := i > 0 && s[i-1] >= 0x80
	before := i+1 < len(s) && s[i+1] >= 0x80
	switch s[i] {
	case '?':
		return (behind || before || i > 0 && isDigit(s[i-1]) && i+1 < len(s) && isDigit(s[i+1])) && !strings.HasPrefix(s[i+1:], "\n")
	case '!', ';':
		return behind && before
	}
	return behind && before
}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }

func lineStart(s string, i int) int { return strings.LastIndexByte(s[:i], '\n') + 1 }
