package scan

import "strings"

// Index is strings.Index, quick for Chinese words in Chinese text: there the first byte
// of a word is one of six, and begins every other character as well; the third is one of 64.
func Index(s, word string) int {
	const last = 2 // byte of the first character
	if len(word) <= last || word[0] < 0xE0 {
		return strings.Index(s, word)
	}
	for at := last; at < len(s); at++ {
		i := strings.IndexByte(s[at:], word[last])
		if i < 0 {
			return -1
		}
		if at += i; s[at-last] == word[0] && strings.HasPrefix(s[at-last:], word) {
			return at - last
		}
	}
	return -1
}

// Has reports whether word stands in s, as [Index] finds it.
func Has(s, word string) bool { return Index(s, word) >= 0 }
