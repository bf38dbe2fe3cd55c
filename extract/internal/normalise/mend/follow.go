package mend

import (
	"encoding/binary"
	"math/bits"
)

// Followers are the characters that the model knows behind one, laid out so that a
// look takes no search: a bit each, and how many stand before each word of bits.
type followers struct {
	of    uint16 // the character; 0, which nothing follows, in an empty place
	first int32  // the pair of the first of them
	known []uint64
	ranks []uint16
}

// find returns where the pair with the character c stands, -1 for none.
func (f *followers) find(c uint16) int {
	word := f.known[c>>6]
	if word>>(c&63)&1 == 0 {
		return -1
	}
	return int(f.first) + int(f.ranks[c>>6]) + bits.OnesCount64(word&(1<<(c&63)-1))
}

// contexts is how many characters keep their followers laid out, 1.7 kB each.
const contexts = 256

// followersOf returns those of a. Guesses come in rows behind the same few characters.
func (s *search) followersOf(a uint16) *followers {
	f := &s.laid[a%contexts]
	if f.of == a && a != 0 {
		return f
	}
	words := len(s.m.alone)>>6 + 1
	if f.known == nil {
		f.known, f.ranks = make([]uint64, words), make([]uint16, words)
	}
	clear(f.known)
	lo, hi := s.m.first[a], s.m.first[a+1]
	f.of, f.first = a, int32(lo)
	for list := s.m.second[2*lo : 2*hi]; len(list) >= 2; list = list[2:] {
		c := binary.LittleEndian.Uint16(list)
		f.known[c>>6] |= 1 << (c & 63)
	}
	n := 0
	for i, word := range f.known {
		f.ranks[i] = uint16(n)
		n += bits.OnesCount64(word)
	}
	return f
}
