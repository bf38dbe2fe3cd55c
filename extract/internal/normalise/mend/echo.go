package mend

import (
	"math"
	"slices"
)

// An echo is what a text says of its own words. A name that no model knows
// stands in a notice more than once; where a byte of it is lost, the other places
// tell what it was.
type echo struct {
	text   []uint16     // the characters, as the model numbers them
	heard  []heard      // of each character
	before []int32      // of each place, behind the one before with the same character
	sieve  [1024]uint64 // which pairs there may be
	has    []uint64     // which characters there are, a bit each
	lines  []line       // in order
	mute   [2]int32     // the places that do not count: those of the line that may be damaged
}

// A heard says where a text has a character.
type heard struct {
	last  int32 // behind its last place; 0 for none
	count int32
}

// A line begins at a byte of the text read, and at a place of the echo.
type line struct {
	lo    int
	place int32
}

// uncommon is the logarithm below which a character is told by the text alone.
const uncommon = -8

// remembered is how many places of a character are looked at, the last ones.
const remembered = 64

// share is what the text itself is trusted beside the model.
const (
	share     = 0.2
	shareBoth = 0.7 // where the character before is the same, too
)

// listen reads a text.
func (e *echo) listen(m *model, text string) {
	if e.heard == nil {
		e.heard, e.has = make([]heard, len(m.alone)), make([]uint64, len(m.alone)>>6+1)
	}
	for _, c := range e.text { // of the text before: few of all that are known
		e.heard[c] = heard{}
	}
	clear(e.sieve[:])
	clear(e.has)
	e.text, e.before, e.lines = e.text[:0], e.before[:0], append(e.lines[:0], line{})
	var a uint16
	for i, r := range text {
		if r == '\n' {
			e.lines = append(e.lines, line{i + 1, int32(len(e.text) + 1)})
		}
		if r == ' ' || r == 0x3000 || r >= 1<<16 {
			continue
		}
		c := m.number[r]
		k := pairSpot(a, c)
		e.sieve[k>>6] |= 1 << (k & 63)
		e.text = append(e.text, c)
		h := &e.heard[c]
		e.before = append(e.before, h.last)
		h.last = int32(len(e.text))
		h.count++
		e.has[c>>6] |= 1 << (c & 63)
		a = c
	}
	e.mute = [2]int32{}
}

// muted reports whether the place at does not count.
func (e *echo) muted(at int32) bool { return e.mute[0] <= at && at < e.mute[1] }

// muteLine lets the line that begins at the byte at not count.
func (e *echo) muteLine(at int) {
	e.count(1)
	k, _ := slices.BinarySearchFunc(e.lines, at, func(l line, at int) int { return l.lo - at })
	e.mute = [2]int32{e.lines[k].place, int32(len(e.text))}
	if k+1 < len(e.lines) {
		e.mute[1] = e.lines[k+1].place
	}
	e.count(-1)
}

// count adds n to the counts of the characters of the line that does not count.
func (e *echo) count(n int32) {
	for _, c := range e.text[e.mute[0]:e.mute[1]] {
		e.heard[c].count += n
	}
}

// pairSpot is the bit of a pair in the sieve.
func pairSpot(a, c uint16) uint32 { return (uint32(a)<<16 | uint32(c)) * 0x9E3779B1 >> 16 }

// score returns the logarithm of c behind x in the text, and whether the text
// has them in a row.
func (e *echo) score(x context, c uint16) (v float64, row bool) {
	if e.heard[c].count == 0 || c == 0 {
		return unseen, false
	}
	p := share * float64(e.heard[c].count) / float64(len(e.text))
	if !e.mayFollow(x.last, c) {
		return math.Log(p), false
	}
	var n, hits, both, bothHits int
	for at, k := e.heard[x.last].last, 0; at != 0 && k < remembered; at, k = e.before[at-1], k+1 {
		if e.muted(at) {
			continue
		}
		n++
		hit := int(at) < len(e.text) && e.text[at] == c
		if hit {
			hits++
		}
		if at > 1 && e.text[at-2] == x.first {
			both++
			if hit {
				bothHits++
			}
		}
	}
	p = max(p, share*float64(hits)/float64(n+1))
	if bothHits > 0 {
		p = max(p, shareBoth*float64(bothHits)/(float64(both)+0.5))
	}
	return math.Log(p), hits > 0
}

// mayFollow reports whether the text may have c behind a; it errs on this side alone.
func (e *echo) mayFollow(a, c uint16) bool {
	h := pairSpot(a, c)
	return e.sieve[h>>6]>>(h&63)&1 != 0
}

// offerEchoes adds to the guesses those of the list that the text has behind x,
// and those that few texts but this one have.
func (s *search) offerEchoes(x context, list []option) {
	e := &s.echo
	for i := range list {
		o := &list[i]
		if e.has[o.number>>6]>>(o.number&63)&1 == 0 || o.alone >= uncommon && !e.mayFollow(x.last, o.number) {
			continue
		}
		if v, row := e.score(x, o.number); row || o.alone < uncommon {
			s.reoffer(o, v, x)
		}
	}
}

// reoffer offers o with the score v, if it is not among the guesses with a better one.
func (s *search) reoffer(o *option, v float64, x context) {
	for i := range s.cand {
		if g := &s.cand[i]; g.pair == o.pair {
			if g.score >= v-s.fines[o.proof] {
				return
			}
			s.cand = append(s.cand[:i], s.cand[i+1:]...)
			break
		}
	}
	s.offer(o, v, s.m.find(x.last, o.number))
}
