package mend

import (
	_ "embed"
	"encoding/binary"
	"math/bits"
	"sync"
)

//go:embed model.bin
var modelFile []byte

// A model says how likely a character is behind those before it, as a natural
// logarithm. It knows simplified characters alone; see package fold. Its tables
// are read where they lie in the file, so that a program that meets no damage
// pays nothing for it.
type model struct {
	number [1 << 16]uint16 // of a character, folded; 0 for one that is not known
	alone  []float32       // of a character whatever stands before it
	rest   []float32       // what a character leaves for those that were never seen behind it
	first  []uint32        // where the pairs of a character begin
	second []byte          // of each pair, two bytes, in order
	pair   []byte          // its steps
	sieve  []uint32        // where the sieve of a character begins
	bits   []byte          // of the sieves: which characters may stand behind one
	heads  []byte          // which pairs have triples, a bit each
	ranks  []byte          // how many have in the eight bytes of heads before, four bytes
	triple []byte          // where the triples of a pair that has any begin, four bytes
	over   []byte          // what such a pair leaves for those that were never seen behind it
	third  []byte
	three  []byte
}

// unseen is the logarithm of a character that the model does not know.
const unseen = -15.5

// logs holds the logarithm of each number of steps: 14 make 1.
var logs = func() (t [256]float32) {
	for i := range t {
		t[i] = -float32(i) / 14
	}
	return t
}()

var language = sync.OnceValue(loadModel)

// loadModel finds the tables in the file, in the order in which gen.go writes them.
func loadModel() *model {
	m := new(model)
	data := modelFile
	take := func(n int) []byte {
		b := data[:n:n]
		data = data[n:]
		return b
	}
	count := func() int { return int(binary.LittleEndian.Uint32(take(4))) }
	numbers := func(n int) []uint32 {
		b := take(4 * n)
		to := make([]uint32, n)
		for i := range to {
			to[i] = binary.LittleEndian.Uint32(b[4*i:])
		}
		return to
	}
	steps := func(none float32, n int) []float32 {
		to := make([]float32, n+1)
		to[0] = none
		for i, v := range take(n) {
			to[i+1] = logs[v]
		}
		return to
	}
	characters, pairs, heads, triples, sieves := count(), count(), count(), count(), count()
	for r, b := 0, take(2<<16); r < 1<<16; r++ {
		m.number[r] = binary.LittleEndian.Uint16(b[2*r:])
	}
	m.alone = steps(unseen, characters)
	m.rest = steps(0, characters)
	m.first = numbers(characters + 2)
	m.sieve = numbers(characters + 2)
	m.second = take(2 * pairs)
	m.pair = take(pairs)
	m.bits = take(sieves)
	m.heads = take((pairs + 63) / 64 * 8)
	m.ranks = take((pairs + 63) / 64 * 4)
	m.triple = take(4 * (heads + 1))
	m.over = take(heads)
	m.third = take(2 * triples)
	m.three = take(triples)
	return m
}

// spot and otherSpot are the two bits of the character c in a sieve, less what
// the sieve is too small for.
func spot(c uint16) uint32 { return uint32(c) * 0x9E3779B1 >> 16 }

func otherSpot(c uint16) uint32 { return uint32(c) * 0x85EBCA77 >> 15 & 0xFFFF }

// sieveOf returns the bits that say what may stand behind a.
func (m *model) sieveOf(a uint16) []byte { return m.bits[m.sieve[a]:m.sieve[a+1]] }

// passes reports whether the character whose spot is h may be in a sieve, which
// has a power of two of bytes or none.
func passes(sieve []byte, h uint32) bool {
	at := int(h>>3) & (len(sieve) - 1)
	return at >= 0 && at < len(sieve) && sieve[at]>>(h&7)&1 != 0
}

// find returns where the pair of a and b stands, -1 for none.
func (m *model) find(a, b uint16) int {
	if s := m.sieveOf(a); !passes(s, spot(b)) || !passes(s, otherSpot(b)) {
		return -1
	}
	return m.seek(a, b)
}

// seek is find without the sieve.
func (m *model) seek(a, b uint16) int {
	lo, n := int(m.first[a]), int(m.first[a+1]-m.first[a])
	for n > 1 {
		half := n >> 1
		if binary.LittleEndian.Uint16(m.second[2*(lo+half):]) <= b {
			lo += half
		}
		n -= half
	}
	if n == 1 && binary.LittleEndian.Uint16(m.second[2*lo:]) == b {
		return lo
	}
	return -1
}

// Triples are the characters known behind a pair.
type triples struct {
	third []byte // two bytes each
	three []byte
	over  float32 // for those that are not among them
}

// find returns where c stands, -1 for nowhere.
func (t triples) find(c uint16) int {
	for i := range t.three {
		if binary.LittleEndian.Uint16(t.third[2*i:]) == c {
			return i
		}
	}
	return -1
}

// score returns the logarithm of the character at i.
func (t triples) score(i int) float32 { return logs[t.three[i]] }

// triplesOf returns those of the pair at k, none if it is -1.
func (m *model) triplesOf(k int32) triples {
	if k < 0 {
		return triples{}
	}
	word := binary.LittleEndian.Uint64(m.heads[k>>6<<3:])
	if word>>(k&63)&1 == 0 {
		return triples{}
	}
	at := int(binary.LittleEndian.Uint32(m.ranks[k>>6<<2:])) + bits.OnesCount64(word&(1<<(k&63)-1))
	lo, hi := binary.LittleEndian.Uint32(m.triple[4*at:]), binary.LittleEndian.Uint32(m.triple[4*at+4:])
	return triples{m.third[2*lo : 2*hi], m.three[lo:hi], logs[m.over[at]]}
}

// A context is the two characters before a place.
type context struct {
	last  uint16
	first uint16 // before it
	pair  int32  // of both, -1 for none
}

// score returns the logarithm of c behind x, and the context behind c.
func (m *model) score(x context, c uint16) (float64, context) {
	k := m.find(x.last, c)
	to := context{last: c, pair: int32(k), first: x.last}
	t := m.triplesOf(x.pair)
	if i := t.find(c); i >= 0 {
		return float64(t.score(i)), to
	}
	if k >= 0 {
		return float64(logs[m.pair[k]] + t.over), to
	}
	if c == 0 {
		return unseen, to
	}
	return max(unseen, float64(m.alone[c]+m.rest[x.last]+t.over)), to
}
