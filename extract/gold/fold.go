package gold

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// A keyFunc gives the form in which two values are compared.
type keyFunc func(string) string

// exact compares values as they are.
func exact(s string) string { return s }

// fold keeps letters and digits: punctuation, blanks, width and case differ
// between sources of the same document and say nothing.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		r = unicode.ToLower(r)
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return r
		}
		return -1
	}, norm.NFKC.String(s))
}

// digits compares telephone numbers.
func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return r
		}
		return -1
	}, norm.NFKC.String(s))
}

// address compares e-mail addresses.
func address(s string) string {
	return strings.ToLower(strings.TrimFunc(s, blank))
}

// urlKey compares web addresses without scheme and trailing slash.
func urlKey(s string) string {
	s = address(norm.NFKC.String(s))
	scheme := strings.TrimLeft(s, "abcdefghijklmnopqrstuvwxyz")
	if rest, ok := strings.CutPrefix(scheme, "://"); ok && len(scheme) < len(s) {
		s = rest
	}
	return strings.TrimRight(s, "/")
}

// markerKey compares marks of sections (序号) without the stop behind them.
func markerKey(s string) string {
	return strings.Map(func(r rune) rune {
		if blank(r) || strings.ContainsRune("、.．,", r) {
			return -1
		}
		return r
	}, norm.NFKC.String(s))
}

// blank is white space as the reference scorer counts it: the four separators
// of ASCII too.
func blank(r rune) bool {
	return unicode.IsSpace(r) || r >= 0x1C && r <= 0x1F
}

// dice is the likeness of two values from 0 to 1: twice the pairs of
// neighbouring characters that they share, over the pairs that they have.
func dice(a, b string) float64 {
	a, b = fold(a), fold(b)
	if a == b {
		return 1
	}
	pairs := map[[2]rune]int{}
	n, shared := 0, 0
	eachPair(a, func(p [2]rune) { pairs[p]++; n++ })
	eachPair(b, func(p [2]rune) {
		n++
		if pairs[p] > 0 {
			pairs[p]--
			shared++
		}
	})
	if n == 0 {
		return 0
	}
	return float64(2*shared) / float64(n)
}

func eachPair(s string, f func([2]rune)) {
	var last rune
	first := true
	for _, r := range s {
		if !first {
			f([2]rune{last, r})
		}
		last, first = r, false
	}
}
