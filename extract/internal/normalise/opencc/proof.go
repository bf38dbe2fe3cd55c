package opencc

import (
	"sync"
	"unicode/utf8"
)

// A Proof is what a character says of the text it stands in.
type Proof uint8

// The proofs that characters are. All others stand in texts of either script.
const (
	Traditional Proof = iota + 1 // traditional alone, with one simplified form: 關
	Several                      // traditional alone, with several simplified forms: 鍾
	Both                         // has a simplified form, and stands in simplified text too: 於, 甯
	Simplified                   // simplified alone: 关
)

// Proofs returns every character of three bytes that proves something.
var Proofs = sync.OnceValue(func() map[rune]Proof {
	d := open("t2s")
	all := make(map[rune]Proof, 8000)
	mark := func(text string, p Proof) {
		for _, r := range text {
			if r != '\n' {
				all[r] = p
			}
		}
	}
	for _, p := range parse(d["characters"]) {
		if r, n := utf8.DecodeRuneInString(p.key); n == 3 {
			all[r] = Traditional
		}
	}
	mark(d["simplified"], Simplified)
	mark(d["several"], Several)
	mark(d["both"], Both)
	return all
})

// Unified returns the compatibility ideographs with the characters they stand for.
var Unified = sync.OnceValue(func() map[rune]rune {
	all := map[rune]rune{}
	for _, p := range parse(open("t2s")["compatibility"]) {
		from, _ := utf8.DecodeRuneInString(p.key)
		to, _ := utf8.DecodeRuneInString(p.form)
		all[from] = to
	}
	return all
})
