package lexicon

// HasAnyPrefix reports whether s begins with one of words.
func HasAnyPrefix(s string, words ...string) bool {
	for _, w := range words {
		// The last byte tells Chinese words apart, the first does not.
		if k := len(w); k <= len(s) && (k == 0 || s[k-1] == w[k-1] && s[:k] == w) {
			return true
		}
	}
	return false
}

// HasAnySuffix reports whether s ends in one of words.
func HasAnySuffix(s string, words ...string) bool {
	for _, w := range words {
		if k := len(w); k <= len(s) && (k == 0 || s[len(s)-1] == w[k-1] && s[len(s)-k:] == w) {
			return true
		}
	}
	return false
}
