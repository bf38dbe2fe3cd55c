package mend

import (
	"bytes"
	"compress/flate"
	_ "embed"
	"encoding/binary"
	"io"
	"sync"
	"unicode/utf8"
)

//go:embed model.bin
var modelFile []byte

// A model says how likely a character is behind those before it, as a natural
// logarithm. It knows simplified characters alone; see fold.
type model struct {
	number [1 << 16]uint16 // of a character, folded; 0 for one that is not known
	alone  []float32       // of a character whatever stands before it
	rest   []float32       // what a character leaves for those that were never seen behind it
	first  []uint32        // where the pairs of a character begin
	second []uint16        // of each pair, in order
	pair   []float32
	index  []uint32 // hash table of the pairs, one more than their place; 0 for none
	owner  []uint16 // the first character of each pair
	triple []uint32 // where the triples of a pair begin
	third  []uint16
	three  []float32
}

// unseen is the logarithm of a character that the model does not know.
const unseen = -15.5

// steps is how many steps of the file make 1.
const steps = 14

var language = sync.OnceValue(loadModel)

// loadModel unpacks the file.
func loadModel() *model {
	data, err := io.ReadAll(flate.NewReader(bytes.NewReader(modelFile)))
	if err != nil {
		panic("mend: model.bin: " + err.Error())
	}
	return parseModel(data)
}

// parseModel reads what gen.go writes.
func parseModel(data []byte) *model {
	m := new(model)
	next := func() int {
		v, n := binary.Uvarint(data)
		data = data[n:]
		return int(v)
	}
	take := func(n int) []byte {
		b := data[:n]
		data = data[n:]
		return b
	}
	logs := func(to []float32, b []byte) []float32 {
		for _, v := range b {
			to = append(to, -float32(v)/steps)
		}
		return to
	}
	text := string(take(next()))
	n := utf8.RuneCountInString(text)
	var number [1 << 16]uint16
	i := 0
	for _, r := range text {
		i++
		number[r] = uint16(i)
	}
	for r := range m.number {
		m.number[r] = number[folded(rune(r))]
	}
	m.alone = logs(append(make([]float32, 0, n+1), unseen), take(n))
	m.rest = append(make([]float32, 0, n+1), 0)
	m.first = make([]uint32, n+2)
	for c := 1; c <= n; c++ {
		m.rest = logs(m.rest, take(1))
		m.first[c] = uint32(len(m.second))
		last := 0
		count := next()
		for range count {
			last += next()
			m.second = append(m.second, uint16(last))
		}
		m.pair = logs(m.pair, take(count))
	}
	m.first[n+1] = uint32(len(m.second))
	m.triple = make([]uint32, len(m.second)+1)
	for p := range m.second {
		m.triple[p] = uint32(len(m.third))
		last := 0
		for range next() {
			last += next()
			m.third = append(m.third, uint16(last))
			m.three = logs(m.three, take(1))
		}
	}
	m.triple[len(m.second)] = uint32(len(m.third))
	m.hash()
	return m
}

// hash makes the table of the pairs.
func (m *model) hash() {
	m.index = make([]uint32, 1<<tableBits)
	m.owner = make([]uint16, len(m.second))
	for a := 1; a+1 < len(m.first); a++ {
		for k := m.first[a]; k < m.first[a+1]; k++ {
			m.owner[k] = uint16(a)
			h := slot(uint16(a), m.second[k])
			for m.index[h] != 0 {
				h = (h + 1) & (1<<tableBits - 1)
			}
			m.index[h] = k + 1
		}
	}
}

const tableBits = 19

func slot(a, b uint16) uint32 { return (uint32(a)<<16 | uint32(b)) * 0x9E3779B1 >> (32 - tableBits) }

// find returns where the pair of a and b stands, -1 for none.
func (m *model) find(a, b uint16) int {
	for h := slot(a, b); m.index[h] != 0; h = (h + 1) & (1<<tableBits - 1) {
		if k := m.index[h] - 1; m.owner[k] == a && m.second[k] == b {
			return int(k)
		}
	}
	return -1
}

// A context is the two characters before a place.
type context struct {
	last uint16
	pair int32 // of the last two, -1 for none
}

// score returns the logarithm of c behind x, and the context behind c.
func (m *model) score(x context, c uint16) (float64, context) {
	k := m.find(x.last, c)
	to := context{c, int32(k)}
	if x.pair >= 0 {
		lo, hi := int(m.triple[x.pair]), int(m.triple[x.pair+1])
		for ; lo < hi; lo++ {
			if m.third[lo] == c {
				return float64(m.three[lo]), to
			}
		}
	}
	if k >= 0 {
		return float64(m.pair[k]), to
	}
	if c == 0 {
		return unseen, to
	}
	return max(unseen, float64(m.alone[c]+m.rest[x.last])), to
}
