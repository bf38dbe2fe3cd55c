package mend

import (
	"math"
	"sync"

	"gongwen/extract/internal/normalise/opencc"
)

// An option is a character that a repair may write.
type option struct {
	pair   uint16 // its bytes
	r      uint16
	number uint16
	proof  opencc.Proof
	b      byte // the byte of the pair that was guessed
	alone  float32
}

// options are the characters that a repair may write and the model knows, the
// frequent first.
type options struct {
	emits  [1 << 16]uint16 // the character of each pair that a repair may write, known or not
	lead   [256][]option   // by the lead byte
	trail  [256][]option   // by the trail byte
	zoned  [256][]option   // by the lead byte, those whose trail begins a pair that is no character
	zones  []option        // the same of every lead byte
	starts []option        // the same, and those of the lead bytes A1 and A3

	frequent []option // of any bytes
}

var allOptions = sync.OnceValue(func() *options {
	m, page, proofs := language(), gbk(), proofs()
	o := new(options)
	next := make([]int, len(m.alone)+1) // where the pairs of a character begin, in order of frequency
	for x := 0x8140; x <= 0xFEFE; x++ {
		if r := page.runes[x]; writable(rune(r)) {
			o.emits[x] = r
			next[m.number[r]+1]++
		}
	}
	next[1] = 0 // those the model does not know
	for c := 2; c < len(next); c++ {
		next[c] += next[c-1]
	}
	sorted := make([]uint16, next[len(next)-1])
	var lead, trail, zoned [256]int
	for x := 0x8140; x <= 0xFEFE; x++ {
		c := m.number[o.emits[x]]
		if o.emits[x] == 0 || c == 0 {
			continue
		}
		sorted[next[c]] = uint16(x)
		next[c]++
		lead[x>>8]++
		trail[x&0xFF]++
		if isZoneLead(byte(x)) {
			zoned[x>>8]++
		}
	}
	all := make([]option, 3*len(sorted))
	for b := range 256 {
		o.lead[b], all = all[:0:lead[b]], all[lead[b]:]
		o.trail[b], all = all[:0:trail[b]], all[trail[b]:]
		o.zoned[b], all = all[:0:zoned[b]], all[zoned[b]:]
	}
	for _, x := range sorted {
		own := m.option(rune(o.emits[x]))
		own.pair, own.proof = x, proofs[own.r]
		if own.alone > -frequency {
			o.frequent = append(o.frequent, own)
		}
		lead, trail := byte(x>>8), byte(x)
		o.trail[trail] = append(o.trail[trail], own)
		o.lead[lead] = append(o.lead[lead], own)
		switch {
		case isZoneLead(trail):
			own.b = trail
			o.zoned[lead] = append(o.zoned[lead], own)
			o.zones = append(o.zones, own)
			o.starts = append(o.starts, own)
		case (lead == 0xA1 || lead == 0xA3) && trail >= 0xA1:
			own.b = lead
			o.starts = append(o.starts, own)
		}
	}
	return o
})

// frequency is the logarithm up to which a character may stand for a lone "?".
const frequency = 8

// option returns r as an option, of which the bytes are not known.
func (m *model) option(r rune) option {
	c := m.number[r]
	return option{r: uint16(r), number: c, alone: m.alone[c]}
}

// writable reports whether a repair may write r.
func writable(r rune) bool {
	switch {
	case 0x4E00 <= r && r <= 0x9FFF, 0x3001 <= r && r <= 0x3011, 0x3014 <= r && r <= 0x3017,
		0xFF01 <= r && r <= 0xFF0F, 0xFF1A <= r && r <= 0xFF20, 0xFF3B <= r && r <= 0xFF3D,
		r == '“', r == '”', r == '‘', r == '’', r == '—', r == '…', r == '·', r == '×', r == '〇', r == 'Ⅱ':
		return true
	}
	return false
}

// isZoneLead reports whether b may begin a pair that is no character.
func isZoneLead(b byte) bool { return 0xA1 <= b && b <= 0xAF || 0xF8 <= b && b <= 0xFE }

// A guess is a character with a byte that was guessed.
type guess struct {
	score float64
	x     context
	r     rune
	pair  uint16
	b     byte
}

// behind reports whether g comes behind a guess of the pair p with the score v.
func (g *guess) behind(v float64, p uint16) bool { return g.score < v || g.score == v && g.pair > p }

// fullStop is 。, which a mirror takes apart more often than anything else.
const fullStop = 0xA1A3

// guess leaves in s.cand the n best of the options behind x, the best first, and
// none that is much worse than it. All but 。 cost extra.
//
// Options that make a known pair or triple are few, and found at once; of the
// others, which are in order, the first few are enough.
func (s *search) guess(x context, list []option, n int, extra float64) {
	m := s.m
	known := s.followersOf(x.last)
	triples := m.triplesOf(x.pair)
	s.cand, s.most, s.extra, s.floor, s.last = s.cand[:0], n, extra, math.Inf(-1), x.last
	for i := range list {
		o := &list[i]
		k := known.find(o.number)
		if k < 0 {
			continue
		}
		v := logs[m.pair[k]] + triples.over
		if t := triples.find(o.number); t >= 0 {
			v = triples.score(t)
		}
		s.offer(o, float64(v), k)
	}
	rest := m.rest[x.last] + triples.over
	for i := range list {
		o := &list[i]
		v := max(unseen, float64(o.alone+rest))
		if v < s.floor || len(s.cand) == n && v < s.cand[n-1].score {
			break
		}
		if known.find(o.number) >= 0 {
			continue
		}
		s.offer(o, v, -1)
	}
	if len(s.cand) == 0 || s.cand[0].score < likely {
		s.offerEchoes(x, list)
	}
	for len(s.cand) > 0 && s.cand[len(s.cand)-1].score < s.floor {
		s.cand = s.cand[:len(s.cand)-1]
	}
}

// offer puts an option in its place among the guesses, if it is good enough.
func (s *search) offer(o *option, v float64, k int) {
	v -= s.fines[o.proof]
	if o.pair != fullStop {
		v -= s.extra
	}
	if v < s.floor {
		return
	}
	at := len(s.cand)
	if at == s.most {
		if !s.cand[at-1].behind(v, o.pair) {
			return
		}
		at--
	} else {
		s.cand = append(s.cand, guess{})
	}
	for ; at > 0 && s.cand[at-1].behind(v, o.pair); at-- {
		s.cand[at] = s.cand[at-1]
	}
	s.cand[at] = guess{v, context{o.number, s.last, int32(k)}, rune(o.r), o.pair, o.b}
	s.floor = max(s.floor, s.cand[0].score-spread)
}
