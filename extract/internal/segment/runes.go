package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"gongwen/extract/internal/origin"
	"gongwen/extract/internal/scan"
)

// han reports whether r is a Chinese character.
func han(r rune) bool {
	return r >= 0x4E00 && r <= 0x9FFF || r >= 0x3400 && r <= 0x4DBF || r >= 0x20000 && r <= 0x323AF || r == '〇'
}

// sentenceEnd reports whether r ends a sentence or introduces what follows it.
func sentenceEnd(r rune) bool {
	switch r {
	case '。', '！', '？', '；', '：', ';', '!', '?':
		return true
	}
	return false
}

// closing reports whether r closes a bracket or a quotation.
func closing(r rune) bool {
	switch r {
	case '”', '’', '）', '》', '」', '』', '】', ')', '〉':
		return true
	}
	return false
}

// endsSentence reports whether s ends a sentence; brackets and quotation marks
// may follow the stop.
func endsSentence(s string) bool {
	for len(s) > 0 {
		r, n := utf8.DecodeLastRuneInString(s)
		switch {
		case sentenceEnd(r) || r == '…':
			return true
		case closing(r) || unicode.IsSpace(r):
			s = s[:len(s)-n]
		default:
			return false
		}
	}
	return false
}

// count returns the number of code points in s.
func count(s string) int { return origin.Points(s) }

// prose reports whether s reads as sentences: it has a full stop, or clauses
// parted by commas that a title or a signature would not have.
func prose(s string) bool {
	return scan.Has(s, "。") || strings.Count(s, "，") >= 2 && count(s) > 30 || scan.Has(s, "；")
}

// Squeezed returns s without blanks; s itself where it has none.
func Squeezed(s string) string {
	at := nextBlank(s, 0)
	if at == len(s) {
		return s
	}
	b := make([]byte, 0, len(s))
	for lo := 0; ; {
		b = append(b, s[lo:at]...)
		if at == len(s) {
			return string(b)
		}
		lo = at + blanks(s[at:])
		at = nextBlank(s, lo)
	}
}

// nextBlank returns where the first blank of s at or after at stands, len(s) for nowhere.
func nextBlank(s string, at int) int {
	for at < len(s) {
		switch b := s[at]; {
		case b >= 0xE4: // a Chinese character
			at += 3
		case b == ' ' || b == '\t' || b == '\n':
			return at
		case b == 0xE3 && strings.HasPrefix(s[at:], "\u3000"), b == 0xC2 && strings.HasPrefix(s[at:], "\u00a0"):
			return at
		default:
			at++
		}
	}
	return len(s)
}

// Alike returns how alike a and b are, 0 to 1: Dice's measure over the pairs of
// neighbouring letters and digits.
func Alike(a, b string) float64 {
	pa, pb := pairs(a), pairs(b)
	if len(pa) == 0 || len(pb) == 0 {
		return 0
	}
	left := make(map[[2]rune]int, len(pa))
	for _, p := range pa {
		left[p]++
	}
	same := 0
	for _, p := range pb {
		if left[p] > 0 {
			left[p]--
			same++
		}
	}
	return 2 * float64(same) / float64(len(pa)+len(pb))
}

// commonTail returns how many code points a and b have in common at their ends.
func commonTail(a, b string) int {
	n := 0
	for a != "" && b != "" {
		r, size := utf8.DecodeLastRuneInString(a)
		q, _ := utf8.DecodeLastRuneInString(b)
		if r != q {
			break
		}
		a, b = a[:len(a)-size], b[:len(b)-size]
		n++
	}
	return n
}

// unlike is a quick way to see that Alike(a, b) is below alike: too few of b's
// letters stand in a.
func unlike(a, b string) bool {
	var in [256]bool
	for _, r := range a {
		in[byte(r)] = true
	}
	hits, n := 0, 0
	for _, r := range b {
		n++
		if in[byte(r)] {
			hits++
		}
	}
	return 2*hits < n
}

// pairs returns the pairs of neighbouring letters and digits of s.
func pairs(s string) [][2]rune {
	var out [][2]rune
	prev := rune(-1)
	for _, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			continue
		}
		if prev >= 0 {
			out = append(out, [2]rune{prev, r})
		}
		prev = r
	}
	return out
}

// firstRune returns the first code point of s.
func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}
