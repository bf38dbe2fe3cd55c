package lexicon

import "strings"

// HasAnyPrefix reports whether s begins with one of words.
func HasAnyPrefix(s string, words ...string) bool {
	for _, w := range words {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

// HasAnySuffix reports whether s ends in one of words.
func HasAnySuffix(s string, words ...string) bool {
	for _, w := range words {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}
