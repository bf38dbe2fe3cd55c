package origin

import (
	"math/bits"
	"sort"
	"strings"
	"unicode/utf8"

	"gongwen/model"
)

// stride is how many bytes lie between two entries of a Source's table of code
// points: a look-up counts at most that many.
const stride = 64

// A Source is the text that a reader recovered from a file, with what is
// needed to say where in it a byte stands. It never changes once made.
type Source struct {
	text   string
	points []int32 // code points that begin before byte i*stride
	lines  []int32 // byte offsets of line starts
	pages  []int32 // byte offsets of page starts; none for an unpaged format
}

// NewSource returns the source whose text is text; pages holds the byte offset
// at which each page starts, in order, and is empty for formats without pages.
// Bytes that are no valid UTF-8 are the caller's to replace first.
func NewSource(text string, pages []int) *Source {
	s := &Source{text: text}
	s.points = make([]int32, 0, len(text)/stride+1)
	s.lines = make([]int32, 1, strings.Count(text, "\n")+1)
	n := int32(0)
	for at := 0; at < len(text); at += stride {
		s.points = append(s.points, n)
		n += int32(Points(text[at:min(at+stride, len(text))]))
	}
	for at := 0; ; {
		i := strings.IndexByte(text[at:], '\n')
		if i < 0 {
			break
		}
		at += i + 1
		s.lines = append(s.lines, int32(at))
	}
	for _, p := range pages {
		s.pages = append(s.pages, int32(p))
	}
	return s
}

// Points returns the number of code points of s, which must be valid UTF-8.
func Points(s string) int {
	n := len(s)
	for ; len(s) >= 8; s = s[8:] {
		n -= bits.OnesCount64(inside(s))
	}
	for i := range len(s) {
		if s[i]&0xC0 == 0x80 {
			n--
		}
	}
	return n
}

// inside returns a bit for each of the eight bytes at the head of s, set where the
// byte stands inside a code point: it has the form 10xxxxxx.
func inside(s string) uint64 {
	x := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
	return x >> 7 &^ (x >> 6) & 0x0101010101010101
}

// String returns the source's text.
func (s *Source) String() string { return s.text }

// Text returns the whole source as a Text.
func (s *Source) Text() Text {
	n := len(s.text)
	return Text{s: s.text, track: &track{source: s, runs: []run{{hi: int32(n), exact: true}}, n: n}}
}

// Points returns how many code points begin before the byte at.
func (s *Source) Points(at int) int {
	if len(s.points) == 0 {
		return 0
	}
	i := min(at/stride, len(s.points)-1)
	return int(s.points[i]) + Points(s.text[i*stride:at])
}

// Line returns the number of the line, from 1, on which the byte at stands.
func (s *Source) Line(at int) int {
	return sort.Search(len(s.lines), func(i int) bool { return int(s.lines[i]) > at })
}

// Page returns the number of the page, from 1, on which the byte at stands; 0
// for a format without pages.
func (s *Source) Page(at int) int {
	if len(s.pages) == 0 {
		return 0
	}
	return max(1, sort.Search(len(s.pages), func(i int) bool { return int(s.pages[i]) > at }))
}

// Span returns the bytes lo to hi of the source in the contract's terms. A
// range that cuts a character takes the whole of it, so that the quote is
// always what stands between the code points Start and End.
func (s *Source) Span(lo, hi int) model.Span {
	for lo > 0 && lo < len(s.text) && !utf8.RuneStart(s.text[lo]) {
		lo--
	}
	for hi < len(s.text) && !utf8.RuneStart(s.text[hi]) {
		hi++
	}
	start := s.Points(lo)
	end := start + Points(s.text[lo:min(hi, lo+stride)])
	if hi > lo+stride {
		end = s.Points(hi)
	}
	return model.Span{
		Start: start,
		End:   end,
		Quote: s.text[lo:hi],
		Line:  s.Line(lo),
		Page:  s.Page(lo),
	}
}
