package mend

import (
	"math"
	"strings"
	"sync"
	"unicode/utf8"

	"gongwen/extract/internal/normalise/opencc"
)

// The costs of a way out of step, as logarithms.
const (
	costLost     = 13 // a byte is missing without a trace
	costMark     = 10 // "?" stands for a lone lead byte
	costComma    = 12 // a lead byte vanished before a mark: that of a Chinese mark
	costOther    = 18 // that of any other character
	costGloss    = 5  // a reading was set between the bytes
	costShown    = 1  // U+FFFD stands for the last trail byte
	costQuestion = 6  // "?" does, in a text where it may be a question mark
	costEnd      = 5  // the last trail byte vanished before a mark or the line's end
	costMiddle   = 9  // before a character
	costLetter   = 3  // it went together with a letter
	costZone     = 10 // a pair of the user-defined zones vanished
	costZoneMark = 2  // or left "?"
	costWhole    = 6  // U+FFFD is a mark
	costUncut    = 5  // and is not 。 before a character
	costSole     = 8  // "?" is a whole character before ASCII
	costScript   = 2  // a character of the other script
)

// Widths of the search.
const (
	widthAligned = 4
	widthShifted = 40
	branching    = 3  // ways that branch at one token
	starting     = 2  // ways that leave the step at one token
	guesses      = 16 // of one way out of step that are followed
	behindHoles  = 10 // the same behind a pair that is no character
	spread       = 9  // how much worse than the best a guess or a way out of step may be
	nearby       = 6  // one that branches
	far          = 12 // any that guesses
	lag          = 20 // and one that goes on
)

// A way is one reading of a line up to a place.
type way struct {
	score float64
	x     context
	q     byte // the lead byte that waits for its trail; 0 in step
	hole  bool // what waits is the second byte, not known, of a pair that begins with q and is no character
	node  int32
	last  node // that node will be, once the way is kept
}

// A node is one character of a way, linked to the one before.
type node struct {
	prev    int32
	token   int32 // the last token that was read
	emitted rune  // instead of tokens; 0 where the token stands as it is
	letter  byte  // behind emitted
	starts  bool  // a stretch out of step
	closes  bool  // in step again behind it
	known   bool  // both bytes of emitted were there
}

// A rank is the score of a way and where it stands.
type rank struct {
	score float64
	at    int
}

// A search finds the best reading of one line.
type search struct {
	m      *model
	page   *codePage
	tokens []token
	open   []bool // where a stretch out of step may begin
	echo   echo
	*options
	fines  [5]float64 // what a character costs by its proof
	proofs *[1 << 16]opencc.Proof
	nodes  []node
	lists  [3][]way            // the ways that have read up to this token, the next, the one after
	spare  []way               // room for a list
	order  []rank              // of the ways of a list, the best first
	cand   []guess             // the last that were made
	most   int                 // guesses that are wanted
	extra  float64             // what all but 。 cost
	floor  float64             // what a guess must reach
	last   uint16              // what they stand behind
	held   []guess             // those that intoHole goes through
	some   []option            // of a list
	laid   [contexts]followers // of the characters before the last guesses
	spent  int                 // tokens read since the last repair

	whole    string   // all lines
	heard    bool     // and learnt from
	written  []node   // of a stretch
	wide     bool     // the text writes its marks in full width
	doubtful []Repair // of the line, that are not proved
	shown    bool     // the text is out of step somewhere
}

// patience is how many tokens are read without a repair. A text that takes more
// is about rare characters, or rubbish; it shall not hold up the archive.
const patience = 200_000

// score returns the way w with r behind it.
func (s *search) score(x context, r rune) (float64, context) {
	v, to := s.says(x, s.m.number[r])
	return v - s.fines[s.proofs[r]], to
}

// says returns what the model or the text itself says of c behind x.
func (s *search) says(x context, c uint16) (float64, context) {
	v, to := s.m.score(x, c)
	if v < likely {
		echoed, _ := s.echo.score(x, c)
		v = max(v, echoed)
	}
	return v, to
}

// likely is the logarithm of a character for which the text need not be asked.
const likely = -1.5

// wrong reports whether r is of the script other alone.
func wrong(r rune, other opencc.Proof) bool {
	if uint32(r) >= 1<<16 {
		return false
	}
	p := proofs()[r]
	return p == other || other == opencc.Traditional && p == opencc.Several
}

var proofs = sync.OnceValue(func() *[1 << 16]opencc.Proof {
	t := new([1 << 16]opencc.Proof)
	for r, p := range opencc.Proofs() {
		if r < 1<<16 {
			t[r] = p
		}
	}
	return t
})

// run reads the tokens and returns the best way.
func (s *search) run(lo int) (best way) {
	s.nodes = append(s.nodes[:0], node{prev: -1, token: int32(lo - 1)})
	s.lists[0] = append(s.lists[0][:0], way{x: s.behind(lo)})
	s.lists[1], s.lists[2] = s.lists[1][:0], s.lists[2][:0]
	for i := lo; i < len(s.tokens); i++ {
		if s.inStep() {
			next := s.nextOpen(i)
			if next == len(s.tokens) {
				break
			}
			if next > i+4 {
				w := s.lists[0][0]
				w.node = s.add(node{prev: w.node, token: int32(next - 1)})
				w.x = s.behind(next)
				s.lists[0] = append(s.lists[0][:0], w)
				i = next
			}
		}
		if s.spent++; s.spent > patience {
			break
		}
		s.step(i)
		s.lists[0], s.lists[1], s.lists[2] = s.lists[1], s.lists[2], s.lists[0][:0]
		s.prune()
	}
	for i, w := range s.lists[0] {
		if i == 0 || w.score > best.score {
			best = w
		}
	}
	return best
}

// inStep reports whether no way is out of step.
func (s *search) inStep() bool {
	if len(s.lists[1]) > 0 {
		return false
	}
	for _, w := range s.lists[0] {
		if w.q != 0 {
			return false
		}
	}
	return len(s.lists[0]) > 0
}

// nextOpen returns the first open place from i on.
func (s *search) nextOpen(i int) int {
	for i < len(s.tokens) && !s.open[i] {
		i++
	}
	return i
}

// behind returns the context behind the tokens before i, read as they stand.
func (s *search) behind(i int) context {
	x := context{last: s.m.number['\n'], pair: -1}
	for k := max(0, i-3); k < i; k++ {
		if t := &s.tokens[k]; t.kind != blank {
			_, x = s.m.score(x, t.number)
		}
	}
	return x
}

// prune keeps the best ways in step and out of it, the best first.
func (s *search) prune() {
	list := s.lists[0]
	top, out := math.Inf(-1), math.Inf(-1)
	for i := range list {
		top = max(top, list[i].score)
		if list[i].q != 0 {
			out = max(out, list[i].score)
		}
	}
	s.order = s.order[:0]
	for i := range list {
		w := &list[i]
		if w.q != 0 && w.score < max(out-spread, top-lag) || w.q == 0 && w.score < top-lag && len(list) >= 20 {
			continue
		}
		k := len(s.order)
		s.order = append(s.order, rank{})
		for ; k > 0 && s.order[k-1].score < w.score; k-- {
			s.order[k] = s.order[k-1]
		}
		s.order[k] = rank{w.score, i}
	}
	kept := s.spare[:0]
	aligned, shifted := 0, 0
next:
	for _, r := range s.order {
		w := &list[r.at]
		for k := range kept {
			if g := &kept[k]; g.q == w.q && g.x.last == w.x.last && g.x.pair == w.x.pair && g.hole == w.hole {
				continue next
			}
		}
		n, width := &aligned, widthAligned
		if w.q != 0 {
			n, width = &shifted, widthShifted
		}
		if *n < width {
			*n++
			kept = append(kept, *w)
			kept[len(kept)-1].node = s.add(w.last)
		}
	}
	s.lists[0], s.spare = kept, list
}

// step reads the token i on every way, the best first. Only the best ways branch.
func (s *search) step(i int) {
	if len(s.lists[0]) == 0 { // all ways have read two tokens at once
		return
	}
	far, near := s.lists[0][0].score-far, math.Inf(1)
	for k := range s.lists[0] {
		if w := &s.lists[0][k]; w.q != 0 && !w.hole {
			near = w.score - nearby
			break
		}
	}
	branched := 0
	for _, w := range s.lists[0] {
		if w.q != 0 && !w.hole && branched < branching && w.score >= near {
			s.closeBefore(w, i)
			branched++
		}
	}
	started, shifted := 0, 0
	for _, w := range s.lists[0] {
		guesses := w.score >= far
		switch {
		case w.q == 0:
			s.keep(w, i)
			if s.open[i] && started < starting && guesses {
				s.start(w, i)
				started++
			}
		case w.hole:
			if guesses {
				s.behindHole(w, i)
			}
		default:
			if guesses || s.tokens[i].kind != lost {
				s.shift(w, i, shifted < branching && w.score >= near)
			}
			shifted++
		}
	}
}

// keep reads the token i as it stands.
func (s *search) keep(w way, i int) {
	t := &s.tokens[i]
	if t.kind != blank {
		v, x := s.m.score(w.x, t.number)
		w.score += v
		w.x = x
	}
	w.last = node{prev: w.node, token: int32(i)}
	s.lists[1] = append(s.lists[1], w)
}

func (s *search) add(n node) int32 {
	s.nodes = append(s.nodes, n)
	return int32(len(s.nodes) - 1)
}

// start leaves the step at the token i.
func (s *search) start(w way, i int) {
	t := &s.tokens[i]
	var next *token
	if i+1 < len(s.tokens) {
		next = &s.tokens[i+1]
	}
	switch t.kind {
	case pair:
		if !s.runsOn(i) && s.promising(i+1, t.y) {
			s.guessLead(w, i, 1, t.x, t.y, costLost, true)
			s.guessTrail(w, i, t.x, t.y, costLost)
		}
	case ascii:
		if high := t.y + 0x80; isMark(t.y) && s.promising(i+1, high) {
			s.guessMark(w, i, 1, high, costComma, costOther)
		}
	case lost:
		cost := float64(costMark)
		if t.gloss {
			cost = costGloss
		}
		switch {
		case next == nil:
		case next.kind == pair && !s.promising(i+2, next.y):
		case next.kind == pair:
			s.guessLead(w, i, 2, next.x, next.y, cost, true)
		case next.kind == ascii && 0x40 <= next.y && next.y <= 0x7E:
			s.guessLead(w, i, 2, next.y, 0, cost, true)
		case next.kind == ascii && isMark(next.y), next.kind == lost && next.r == '?':
			s.guessMark(w, i, 2, next.y+0x80, cost, cost)
		}
		if !t.gloss && next != nil && next.kind == pair && s.lonelyNear(i+1) {
			s.startInHole(w, i)
		}
		if t.r == utf8.RuneError && !t.gloss && (i == 0 || s.tokens[i-1].kind != lost) && (next == nil || next.kind != lost) {
			s.guessWhole(w, i)
		}
		if s.sole(i) {
			s.guessSole(w, i)
		}
		if t.r == '?' && !t.gloss {
			s.guessMark(w, i, 1, '?'+0x80, costComma, costOther)
		}
	}
}

// runsOn reports whether the tokens from i on make two known pairs as they stand.
func (s *search) runsOn(i int) bool {
	if i+2 >= len(s.tokens) {
		return false
	}
	b := s.tokens[i+1].number
	return s.m.find(s.tokens[i].number, b) >= 0 && s.m.find(b, s.tokens[i+2].number) >= 0
}

// promising reports whether the tokens from i on, out of step behind the byte q,
// may be words: what q and they make are frequent characters. It saves the
// search from places where sound text has rare characters.
func (s *search) promising(i int, q byte) bool {
	if t := &s.tokens[min(i, len(s.tokens)-1)]; t.kind == ascii && (t.y < 0x40 || t.y > 0x7E) {
		return false // one character that would be two
	}
	sum, n := 0.0, 0
	for ; n < 4 && i < len(s.tokens) && s.tokens[i].x != 0; i++ {
		c := s.m.number[s.emits[uint16(q)<<8|uint16(s.tokens[i].x)]]
		if c == 0 {
			return s.tokens[i].y < 0x80 || s.isHole(q, s.tokens[i].x)
		}
		sum += float64(s.m.alone[c])
		n++
		if q = s.tokens[i].y; q < 0x80 {
			break
		}
	}
	return n == 0 || sum/float64(n) > -10.5
}

// guessWhole reads U+FFFD as a mark of which one byte was lost.
func (s *search) guessWhole(w way, i int) {
	s.some = s.some[:0]
	for _, r := range "，。：；、（）《》“”" {
		s.some = append(s.some, s.m.option(r))
	}
	s.guess(w.x, s.some, guesses, 0)
	s.follow(w, i, 1, 0, costWhole, true)
}

// sole reports whether the token i is a "?" that may stand for one character: the
// byte that is left of it has no other to pair with.
func (s *search) sole(i int) bool {
	if i == 0 || s.tokens[i].r != '?' || s.tokens[i].gloss {
		return false
	}
	before, next := &s.tokens[i-1], &s.tokens[i+1]
	return next.kind == ascii && next.y < 0x40 && (before.kind == pair || before.kind == ascii && isDigit(before.y))
}

// guessSole reads "?" as one character, if one alone fits between its neighbours.
// No numeral is guessed, for any other fits as well.
func (s *search) guessSole(w way, i int) {
	s.guess(w.x, s.frequent, guesses, 0)
	var best guess
	most, second := math.Inf(-1), math.Inf(-1)
	for _, g := range s.cand {
		v, _ := s.says(g.x, s.tokens[i+1].number)
		if v += g.score; v > most {
			best, most, second = g, v, most
		} else {
			second = max(second, v)
		}
	}
	if most-second < single || strings.ContainsRune(numerals, best.r) || !isHan(best.r) && best.r != '：' {
		return
	}
	s.cand = append(s.cand[:0], best)
	s.follow(w, i, 1, 0, costSole, true)
}

// single is how much likelier a character must be than any other.
const single = 3

const numerals = "〇一二三四五六七八九十百千万两萬兩"

// isMark reports whether a mirror writes b for the mark of full width.
func isMark(b byte) bool {
	switch b {
	case ',', '!', ':', ';', '(', ')', '.', '-', '%', '/':
		return true
	}
	return false
}

// guessLead reads n tokens from i as a lead byte that is not known and the
// trail x, behind which y waits.
func (s *search) guessLead(w way, i, n int, x, y byte, cost float64, starts bool) {
	if !isTrail(x) {
		return
	}
	s.guess(w.x, s.trail[x], guesses, 0)
	s.follow(w, i, n, y, cost, starts)
}

// guessTrail reads the token i as the lead byte x whose trail is not known, and y that waits.
func (s *search) guessTrail(w way, i int, x, y byte, cost float64) {
	s.guess(w.x, s.lead[x], guesses, 0)
	s.follow(w, i, 1, y, cost, true)
}

// guessMark reads n tokens from i as a lead byte that is not known and the byte
// A3 of a mark, behind which high waits. Before A3, A1 is likely: 。
func (s *search) guessMark(w way, i, n int, high byte, likely, unlikely float64) {
	s.guess(w.x, s.trail[0xA3], guesses, unlikely-likely)
	s.follow(w, i, n, high, likely, true)
}

// follow goes on with the best guesses.
func (s *search) follow(w way, i, n int, q byte, cost float64, starts bool) {
	for _, g := range s.cand {
		to := way{score: w.score + g.score - cost, x: g.x, q: q}
		to.last = node{prev: w.node, token: int32(i + n - 1), emitted: g.r, starts: starts, closes: q == 0}
		s.lists[n] = append(s.lists[n], to)
	}
}

// shift reads the token i out of step.
func (s *search) shift(w way, i int, branch bool) {
	t := &s.tokens[i]
	switch t.kind {
	case pair, blank:
		if t.x == 0 {
			return
		}
		s.emit(w, i, t.x, t.y, 0, 0)
		if t.y < 0x80 {
			s.emit(w, i, t.x, 0, t.y, costLetter)
		}
		if branch && !s.goesOn(w, i) {
			s.zone(w, i, 0, 2, costZone)
		}
	case ascii:
		if 0x40 <= t.y && t.y <= 0x7E {
			s.emit(w, i, t.y, 0, 0, 0)
		}
	case lost:
		cost := float64(costShown)
		if t.r == '?' && !s.wide {
			cost = costQuestion
		}
		s.some = s.some[:0]
		for _, o := range s.lead[w.q] {
			if o.pair&0x80 != 0 {
				s.some = append(s.some, o)
			}
		}
		// Text comes into step again where it was cut: at the end of a sentence.
		extra := 0.0
		if next := &s.tokens[i+1]; next.kind == pair && isHan(next.r) {
			extra = costUncut
		}
		s.guess(w.x, s.some, 6, extra)
		for _, g := range s.cand {
			to := way{score: w.score + g.score - cost, x: g.x}
			to.last = node{prev: w.node, token: int32(i), emitted: g.r, closes: true}
			s.lists[1] = append(s.lists[1], to)
		}
		s.zone(w, i, 1, 6, costZoneMark)
	}
}

// emit reads the token i as the trail x of the byte that waits, and q that waits then.
func (s *search) emit(w way, i int, x, q, letter byte, cost float64) {
	r := s.emits[uint16(w.q)<<8|uint16(x)]
	if r == 0 || !isTrail(x) {
		return
	}
	v, c := s.score(w.x, rune(r))
	to := way{score: w.score + v - cost, x: c, q: q}
	if letter != 0 {
		v, c := s.m.score(c, s.m.number[letter])
		to.score += v
		to.x = c
	}
	to.last = node{prev: w.node, token: int32(i), emitted: rune(r), letter: letter, closes: q == 0, known: true}
	s.lists[1] = append(s.lists[1], to)
}

// zone reads n tokens from i, "?" or nothing, as a pair that is no character:
// of a user-defined zone, or a hole. Its first byte is the trail of the byte
// that waits.
func (s *search) zone(w way, i, n, limit int, cost float64) {
	s.guess(w.x, s.zoned[w.q], limit, 0)
	s.intoHole(w, i, n, cost, false)
}

// startInHole is zone where the stretch begins: a byte before it was lost.
func (s *search) startInHole(w way, i int) {
	s.guess(w.x, s.starts, guesses, 0)
	s.intoHole(w, i, 1, costLost, true)
}

// intoHole goes on with the best guesses, behind which the second byte of a hole waits.
func (s *search) intoHole(w way, i, n int, cost float64, starts bool) {
	s.held = append(s.held[:0], s.cand...) // behindHole guesses, too
	for _, g := range s.held {
		to := way{score: w.score + g.score - cost, x: g.x, q: g.b, hole: true}
		to.last = node{prev: w.node, token: int32(i + n - 1), emitted: g.r, starts: starts}
		if n == 0 {
			to.node = s.add(to.last)
			s.behindHole(to, i)
			continue
		}
		s.lists[n] = append(s.lists[n], to)
	}
}

// behindHole reads the token i, whose first byte is the trail of the second
// byte of a hole.
func (s *search) behindHole(w way, i int) {
	t := &s.tokens[i]
	var x, y byte
	switch {
	case t.x != 0:
		x, y = t.x, t.y
	case t.kind == ascii && 0x40 <= t.y && t.y <= 0x7E:
		x = t.y
	case t.kind == lost: // and another hole
		s.guess(w.x, s.holes(w.q, s.zones), 6, 0)
		s.intoHole(w, i, 1, costZoneMark, false)
		return
	default:
		return
	}
	s.guess(w.x, s.holes(w.q, s.trail[x]), behindHoles, 0)
	s.follow(w, i, 1, y, 0, false)
}

// holes returns the options whose lead byte makes a hole behind q.
func (s *search) holes(q byte, list []option) []option {
	s.some = s.some[:0]
	for _, o := range list {
		if s.isHole(q, byte(o.pair>>8)) {
			s.some = append(s.some, o)
		}
	}
	return s.some
}

// isHole reports whether x and y are no character, or one of private use.
func (s *search) isHole(x, y byte) bool {
	r := s.page.runes[uint16(x)<<8|uint16(y)]
	return r == 0 || 0xE000 <= r && r < 0xF900
}

// closeBefore comes into step before the token i: the trail of the byte that
// waits has vanished.
func (s *search) closeBefore(w way, i int) {
	if s.goesOn(w, i) || !s.sound(i) {
		return
	}
	cost := float64(costEnd)
	if t := &s.tokens[i]; t.kind == pair && isHan(t.r) {
		cost = costMiddle
	}
	s.guess(w.x, s.lead[w.q], 3, 0)
	for _, g := range s.cand {
		to := way{score: w.score + g.score - cost, x: g.x}
		to.node = s.add(node{prev: w.node, token: int32(i - 1), emitted: g.r, closes: true})
		s.lists[0] = append(s.lists[0], to)
	}
}

// goesOn reports whether the token i out of step makes a known pair with the
// character before: no byte has vanished between them.
func (s *search) goesOn(w way, i int) bool {
	t := &s.tokens[i]
	if t.kind != pair {
		return false
	}
	r := s.emits[uint16(w.q)<<8|uint16(t.x)]
	return r != 0 && s.m.find(w.x.last, s.m.number[r]) >= 0
}

// sound reports whether the tokens from i on may be read as they stand.
func (s *search) sound(i int) bool {
	for k := i; k < i+3; k++ {
		if t := &s.tokens[k]; t.kind != pair || !isHan(t.r) || s.m.find(t.number, s.tokens[k+1].number) >= 0 {
			return true
		}
	}
	return false
}
