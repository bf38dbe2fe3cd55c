package lexicon

import (
	"bytes"
	"sort"
	"strings"
	"unicode/utf8"

	"gongwen/extract/internal/scan"
)

// Words is a set of words, some with a value, that finds the longest at the head or
// the tail of a string. The zero value is the empty set.
type Words struct {
	list   []string
	values []string
	heads  trie
	tails  trie
	firsts scan.Chars // what the words begin with
}

// NewWords makes the set of list.
func NewWords(list ...string) *Words {
	w := &Words{}
	for _, word := range list {
		w.add(word, "")
	}
	w.index()
	return w
}

// readWords reads a word list: a word a line, its value after a blank; # opens a comment.
func readWords(text string) *Words {
	w := &Words{}
	for line := range strings.Lines(text) {
		line, _, _ = strings.Cut(line, "#")
		if fields := strings.Fields(line); len(fields) > 1 {
			w.add(fields[0], fields[1])
		} else if len(fields) == 1 {
			w.add(fields[0], "")
		}
	}
	w.index()
	return w
}

func (w *Words) add(word, value string) {
	if word == "" {
		return
	}
	w.list = append(w.list, word)
	w.values = append(w.values, value)
}

func (w *Words) index() {
	w.heads = newTrie(w.list)
	w.firsts = scan.Chars{}
	for _, word := range w.list {
		r, _ := utf8.DecodeRuneInString(word)
		w.firsts.Add(r)
	}
	back := make([]string, len(w.list))
	for i, word := range w.list {
		b := []byte(word)
		for l, r := 0, len(b)-1; l < r; l, r = l+1, r-1 {
			b[l], b[r] = b[r], b[l]
		}
		back[i] = string(b)
	}
	w.tails = newTrie(back)
}

// Len gives the number of words.
func (w *Words) Len() int { return len(w.list) }

// All gives the words in the order of the list.
func (w *Words) All() []string { return w.list }

// Prefix gives the length of the longest word at the head of s, 0 for none.
func (w *Words) Prefix(s string) int {
	_, n := w.heads.head(s)
	return n
}

// Suffix gives the length of the longest word at the tail of s, 0 for none.
func (w *Words) Suffix(s string) int {
	_, n := w.tails.tail(s)
	return n
}

// PrefixValue gives the value of the longest word at the head of s and the word's length.
func (w *Words) PrefixValue(s string) (value string, n int) {
	i, n := w.heads.head(s)
	if n == 0 {
		return "", 0
	}
	return w.values[i], n
}

// SuffixValue gives the value of the longest word at the tail of s and the word's length.
func (w *Words) SuffixValue(s string) (value string, n int) {
	i, n := w.tails.tail(s)
	if n == 0 {
		return "", 0
	}
	return w.values[i], n
}

// Contains tells whether s is one of the words.
func (w *Words) Contains(s string) bool { return s != "" && w.Prefix(s) == len(s) }

// Index gives where the first word in s begins and the length of the longest word there, or -1, 0.
func (w *Words) Index(s string) (at, n int) {
	for i := w.firsts.Next(s, 0); i < len(s); i = w.firsts.Next(s, i+1) {
		if n := w.Prefix(s[i:]); n > 0 {
			return i, n
		}
	}
	return -1, 0
}

// Begins reports whether a word may begin at the head of s: no other does.
func (w *Words) Begins(s string) bool { return w.firsts.Begins(s) }

// Next gives the first byte of s, from byte i on, where a word may begin, len(s) for none.
func (w *Words) Next(s string, i int) int { return w.firsts.Next(s, i) }

// In reports whether one of the words stands in s.
func (w *Words) In(s string) bool {
	at, _ := w.Index(s)
	return at >= 0
}

// A trie is a tree of bytes: the edges of node k are labels[first[k]:first[k+1]], and an
// edge leads to the node of its own number plus one.
type trie struct {
	labels []byte
	first  []int32 // by node
	word   []int32 // by node: the word that ends there, or -1
}

// newTrie lays the nodes out level by level, so that an edge's number tells its node.
func newTrie(words []string) trie {
	order := make([]int, len(words))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(i, j int) bool { return words[order[i]] < words[order[j]] })
	type span struct{ lo, hi, depth int }
	var t trie
	queue := []span{{0, len(words), 0}}
	for q := 0; q < len(queue); q++ {
		s := queue[q]
		word := int32(-1)
		for s.lo < s.hi && len(words[order[s.lo]]) == s.depth {
			if word < 0 { // the first of two lines for one word counts
				word = int32(order[s.lo])
			}
			s.lo++
		}
		t.word = append(t.word, word)
		t.first = append(t.first, int32(len(t.labels)))
		for s.lo < s.hi {
			c := words[order[s.lo]][s.depth]
			end := s.lo
			for end < s.hi && words[order[end]][s.depth] == c {
				end++
			}
			t.labels = append(t.labels, c)
			queue = append(queue, span{s.lo, end, s.depth + 1})
			s.lo = end
		}
	}
	t.first = append(t.first, int32(len(t.labels)))
	return t
}

// step gives the node that c leads to from node k, or -1.
func (t *trie) step(k int, c byte) int {
	lo := t.first[k]
	i := bytes.IndexByte(t.labels[lo:t.first[k+1]], c)
	if i < 0 {
		return -1
	}
	return int(lo) + i + 1
}

func (t *trie) head(s string) (word, n int) {
	if len(t.word) == 0 {
		return 0, 0
	}
	k := 0
	for i := range len(s) {
		if k = t.step(k, s[i]); k < 0 {
			break
		}
		if t.word[k] >= 0 {
			word, n = int(t.word[k]), i+1
		}
	}
	return word, n
}

func (t *trie) tail(s string) (word, n int) {
	if len(t.word) == 0 {
		return 0, 0
	}
	k := 0
	for i := len(s) - 1; i >= 0; i-- {
		if k = t.step(k, s[i]); k < 0 {
			break
		}
		if t.word[k] >= 0 {
			word, n = int(t.word[k]), len(s)-i
		}
	}
	return word, n
}
