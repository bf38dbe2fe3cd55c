// Package origin holds Text (出处), a string that remembers where each of its
// bytes came from.
//
// A [Source] is the text as a reader recovered it from a file. A [Text] over it
// starts as that same string; it is then sliced, rewritten and joined, and can
// say at any time which words of the source it stands for. A [Builder] is the
// only way to rewrite.
//
// The model is the edit list of ICU's Edits: a text is a sequence of runs. An
// exact run maps byte for byte to a stretch of the source of the same length;
// any other run stands for its stretch as a whole. Texts are values that never
// change and may be used by several goroutines.
package origin

import (
	"strings"
	"unicode/utf8"

	"gongwen/model"
)

// A run says which bytes of the source stand for the bytes of a text from at
// to the at of the next run.
//
// A text has many of them, so they are small: no text is longer than 2 GB.
type run struct {
	at     int32 // byte offset in the track's text
	lo, hi int32 // bytes of the source, half-open
	exact  bool  // byte for byte; else the run stands for lo to hi as a whole
}

// A track is the origin of one rewritten text; all its slices share it.
type track struct {
	source  *Source
	runs    []run // ordered by at, the first at 0; none for an empty text
	n       int   // bytes of the text
	crossed bool  // some run begins in the source before the end of the one before it
}

// A Text is a string with its origin. The zero Text is empty.
type Text struct {
	s     string
	off   int // of s in the track's text
	track *track
}

// String returns the text's words.
func (t Text) String() string { return t.s }

// Len returns the number of bytes.
func (t Text) Len() int { return len(t.s) }

// Slice returns the bytes lo to hi of t, which keep their origin.
func (t Text) Slice(lo, hi int) Text {
	return Text{s: t.s[lo:hi], off: t.off + lo, track: t.track}
}

// Trim returns t without the blanks (ASCII and ideographic) and line breaks at its ends.
func (t Text) Trim() Text {
	lo, hi := 0, len(t.s)
	for lo < hi {
		n := blankLen(t.s[lo:hi])
		if n == 0 {
			break
		}
		lo += n
	}
	for hi > lo {
		n := lastBlankLen(t.s[lo:hi])
		if n == 0 {
			break
		}
		hi -= n
	}
	return t.Slice(lo, hi)
}

// blankLen returns the length of the blank at the head of s, 0 if there is none.
func blankLen(s string) int {
	switch s[0] {
	case ' ', '\t', '\n', '\r', '\f', '\v':
		return 1
	case 0xE3: // U+3000
		if len(s) >= 3 && s[1] == 0x80 && s[2] == 0x80 {
			return 3
		}
	case 0xC2: // U+00A0
		if len(s) >= 2 && s[1] == 0xA0 {
			return 2
		}
	}
	return 0
}

// lastBlankLen returns the length of the blank at the tail of s, 0 if there is none.
func lastBlankLen(s string) int {
	switch n := len(s); {
	case s[n-1] < 0x80:
		return blankLen(s[n-1:])
	case n >= 3 && s[n-3] == 0xE3:
		return blankLen(s[n-3:])
	case n >= 2 && s[n-2] == 0xC2:
		return blankLen(s[n-2:])
	}
	return 0
}

// Respelt returns t with the words s in place of its own, character by character:
// each keeps its origin. That is so where s has the shape of t (see Builder.Put); ok
// is false where it has another.
func (t Text) Respelt(s string) (_ Text, ok bool) {
	return Text{s: s, off: t.off, track: t.track}, sameShape(s, t.s)
}

// Source returns the source that t comes from, nil for the zero Text.
func (t Text) Source() *Source {
	if t.track == nil {
		return nil
	}
	return t.track.source
}

// Range returns the bytes of the source that the bytes lo to hi of t stand
// for, half-open: the smallest stretch that holds them all. An empty stretch
// of t gives the empty range before what follows it.
func (t Text) Range(lo, hi int) (int, int) {
	k := t.track
	if k == nil || len(k.runs) == 0 {
		return 0, 0
	}
	lo, hi = t.off+lo, t.off+hi
	first := k.find(lo)
	if lo >= hi {
		at := k.start(first, lo)
		return at, at
	}
	return k.between(first, k.find(hi-1), lo, hi)
}

// between returns the bytes of the source that the bytes lo to hi of the track's
// text stand for; the runs first and last hold its ends.
func (k *track) between(first, last, lo, hi int) (int, int) {
	from, to := k.start(first, lo), k.end(last, hi)
	if k.crossed {
		for i := first; i <= last; i++ {
			from = min(from, k.start(i, max(lo, int(k.runs[i].at))))
			to = max(to, k.end(i, min(hi, k.next(i))))
		}
	}
	return from, to
}

// find returns the run that holds the byte at of the track's text; the last
// run also holds the end.
func (k *track) find(at int) int {
	lo, hi := 0, len(k.runs)
	for hi-lo > 1 {
		if mid := (lo + hi) / 2; int(k.runs[mid].at) <= at {
			lo = mid
		} else {
			hi = mid
		}
	}
	return lo
}

// findFrom is find for a byte that stands in the run i or soon behind it.
func (k *track) findFrom(i, at int) int {
	for end := min(i+8, len(k.runs)-1); i < end; i++ {
		if int(k.runs[i+1].at) > at {
			return i
		}
	}
	return k.find(at)
}

// next returns where in the track's text the run behind run i begins.
func (k *track) next(i int) int {
	if i+1 < len(k.runs) {
		return int(k.runs[i+1].at)
	}
	return k.n
}

// start returns where in the source the byte at of the track's text, which run
// i holds, begins.
func (k *track) start(i, at int) int {
	switch r := k.runs[i]; {
	case r.exact:
		return int(r.lo-r.at) + at
	case at == k.n && at > int(r.at):
		return int(r.hi)
	default:
		return int(r.lo)
	}
}

// end returns where in the source the byte before at of the track's text,
// which run i holds, ends.
func (k *track) end(i, at int) int {
	r := k.runs[i]
	if r.exact {
		return int(r.lo-r.at) + at
	}
	return int(r.hi)
}

// Span returns what the bytes lo to hi of t stand for in the source, in the
// contract's terms: code points, the words themselves, line and page.
func (t Text) Span(lo, hi int) model.Span {
	if t.track == nil {
		return model.Span{}
	}
	return t.track.source.Span(t.Range(lo, hi))
}

// Dropped calls f for each place of t at which words of the source were left
// out: the byte of t that stands behind it, and the words.
func (t Text) Dropped(f func(at int, words string)) {
	if t.track == nil || t.s == "" {
		return
	}
	runs := t.track.runs
	for i := t.track.find(t.off) + 1; i < len(runs) && int(runs[i].at) < t.off+len(t.s); i++ {
		if from, to := runs[i-1].hi, runs[i].lo; from < to {
			f(int(runs[i].at)-t.off, t.track.source.text[from:to])
		}
	}
}

// Same reports whether t is, byte for byte, the stretch of the source that it stands for.
func (t Text) Same() bool {
	if t.track == nil {
		return true
	}
	lo, hi := t.Range(0, len(t.s))
	return t.track.source.text[lo:hi] == t.s
}

// A Builder builds a Text out of pieces of others.
// All pieces must come from one source. The zero Builder is ready to use; one
// that was written to must not be copied.
type Builder struct {
	buf     strings.Builder
	runs    []run
	source  *Source
	crossed bool
	track   *track // of the last piece
	last    int    // its run in which that piece ended: the next one often begins there
}

// Grow makes room for n more bytes.
func (b *Builder) Grow(n int) { b.buf.Grow(n) }

// Like makes room for t with a few rewrites.
func (b *Builder) Like(t Text) {
	n := len(t.s)
	b.buf.Grow(n + n/16)
	if t.track != nil {
		b.runs = make([]run, 0, len(t.track.runs)+n/128+8)
	}
}

// Len returns the number of bytes written so far.
func (b *Builder) Len() int { return b.buf.Len() }

// Keep writes the bytes lo to hi of t as they are.
func (b *Builder) Keep(t Text, lo, hi int) { b.keep(t.s[lo:hi], t, lo, hi) }

// keep writes s, which stands character by character for the bytes lo to hi of t.
func (b *Builder) keep(s string, t Text, lo, hi int) {
	if lo == hi {
		return
	}
	k := t.track
	at, end := t.off+lo, t.off+hi
	i := b.find(k, at)
	for ; ; i++ {
		r := k.runs[i]
		from, to := max(int(r.at), at), min(end, k.next(i))
		if r.exact {
			r.lo, r.hi = r.lo+int32(from)-r.at, r.lo+int32(to)-r.at
		}
		r.at = int32(b.buf.Len() + from - at)
		b.add(r)
		if to == end {
			break
		}
	}
	b.last = i
	b.buf.WriteString(s)
}

// find returns the run of k that holds the byte at of its text.
func (b *Builder) find(k *track, at int) int {
	if b.track != k {
		b.track, b.source, b.last = k, k.source, 0
	}
	if at < int(k.runs[b.last].at) {
		b.last = 0
	}
	b.last = k.findFrom(b.last, at)
	return b.last
}

// Put writes s in place of the bytes lo to hi of t. Where s has the shape of
// what it replaces (the same bytes in each code point), each of its characters
// stands for the one in its place; else s stands for the whole. An empty s
// drops the bytes; an empty stretch makes s stand for the place before lo.
// Words put beside the zero Text have no origin and are dropped.
func (b *Builder) Put(s string, t Text, lo, hi int) {
	if s == "" || t.track == nil {
		return
	}
	if sameShape(s, t.s[lo:hi]) {
		b.keep(s, t, lo, hi)
		return
	}
	from, to := b.rangeOf(t, lo, hi)
	b.add(run{at: int32(b.buf.Len()), lo: int32(from), hi: int32(to)})
	b.buf.WriteString(s)
}

// rangeOf is t.Range(lo, hi).
func (b *Builder) rangeOf(t Text, lo, hi int) (int, int) {
	k := t.track
	if lo == hi || len(k.runs) == 0 {
		b.source = k.source
		return t.Range(lo, hi)
	}
	lo, hi = t.off+lo, t.off+hi
	first := b.find(k, lo)
	b.last = k.findFrom(first, hi-1)
	return k.between(first, b.last, lo, hi)
}

// sameShape reports whether a and b have characters of the same lengths.
func sameShape(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	for len(a) >= 8 {
		if inside(a) != inside(b) {
			return false
		}
		a, b = a[8:], b[8:]
	}
	for i := range len(a) {
		if utf8.RuneStart(a[i]) != utf8.RuneStart(b[i]) {
			return false
		}
	}
	return true
}

// add appends r, which joins the run before it where both are exact and meet.
func (b *Builder) add(r run) {
	if n := len(b.runs); n > 0 {
		last := &b.runs[n-1]
		if r.exact && last.exact && last.hi == r.lo {
			last.hi = r.hi
			return
		}
		parts := !r.exact && !last.exact && r.lo == last.lo && r.hi == last.hi // of one rewritten stretch
		b.crossed = b.crossed || r.lo < last.hi && !parts
	}
	b.runs = append(b.runs, r)
}

// Text returns what was written. The Builder must not be used afterwards.
func (b *Builder) Text() Text {
	if b.source == nil {
		return Text{}
	}
	k := &track{source: b.source, runs: b.runs, n: b.buf.Len(), crossed: b.crossed}
	return Text{s: b.buf.String(), track: k}
}

// Join returns the texts one behind the other.
func Join(texts ...Text) Text {
	var b Builder
	n := 0
	for _, t := range texts {
		n += t.Len()
	}
	b.Grow(n)
	for _, t := range texts {
		b.Keep(t, 0, t.Len())
	}
	return b.Text()
}
