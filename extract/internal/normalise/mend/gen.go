//go:build ignore

// Gen writes model.bin from counts of characters and pairs of characters, from
// lists of words with their frequency, and from running text:
//
//	go run gen.go -counts bigrams.tsv -list dict.txt -words words.tsv -follow follow.tsv -text laws
//
// A line of the counts is "U", a code point in hexadecimal and a count, or "B",
// two code points and a count. A line of the list is a word and its frequency, as
// in jieba's dictionary. The words that follow each other are those that smartcn.go writes.
package main

import (
	"bufio"
	"cmp"
	"encoding/binary"
	"flag"
	"fmt"
	"log"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"gongwen/extract/internal/normalise/mend/fold"
	"gongwen/extract/internal/normalise/opencc"
)

var (
	pairs    = flag.Int("pairs", 250_000, "how many pairs to keep")
	triples  = flag.Int("triples", 400_000, "how many triples to keep")
	discount = flag.Float64("discount", 0.75, "what is taken from each pair and triple for those that were not seen")
	trust    = flag.Float64("trust", 0.8, "share of a triple's own frequency in its probability")
)

// What an occurrence counts beside one in the counts.
const (
	inList = 0.05 // words without their neighbours
	inNews = 0.3
	inText = 0.5
)

type pair [2]rune
type triple [3]rune

// counts are what was counted.
type counts struct {
	one   map[rune]float64
	two   map[pair]float64
	three map[triple]float64 // of those sources that have runs of words
	next  map[pair]float64   // how often a pair has a third in three
}

func main() {
	log.SetFlags(0)
	countFile := flag.String("counts", "", "`file` of counts")
	listFile := flag.String("list", "", "`file` of words and their frequency")
	wordFile := flag.String("words", "", "`file` of words and their frequency in running text")
	followFile := flag.String("follow", "", "`file` of words, the next word, and how often")
	textDir := flag.String("text", "", "`folder` of running text, of which every second file is read: the others are for tests")
	commonFile := flag.String("common", "common.txt", "`file` of the frequent characters to write")
	out := flag.String("out", "model.bin", "`file` to write")
	flag.Parse()
	c := counts{map[rune]float64{}, map[pair]float64{}, map[triple]float64{}, map[pair]float64{}}
	each(*countFile, c.addCount)
	each(*listFile, c.addListed)
	each(*wordFile, c.addWord)
	each(*followFile, c.addFollow)
	if *textDir != "" {
		c.addTexts(*textDir)
	}
	for x, n := range c.three {
		c.next[pair{x[0], x[1]}] += n
	}
	data := c.table().pack()
	if err := os.WriteFile(*out, data, 0o644); err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%d bytes\n", len(data))
	common := c.common()
	if err := os.WriteFile(*commonFile, []byte(common), 0o644); err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%d common characters\n", utf8.RuneCountInString(common))
}

// common returns the Chinese characters that are frequent, in both scripts.
func (c counts) common() string {
	total := 0.0
	for _, n := range c.one {
		total += n
	}
	var b strings.Builder
	for r := rune(0x4E00); r <= 0x9FFF; r++ {
		to, _ := utf8.DecodeRuneInString(opencc.ToSimplified(string(r)))
		if math.Log(c.one[to]/total) > -10.5 {
			b.WriteRune(r)
		}
	}
	return b.String()
}

func each(name string, f func(fields []string)) {
	if name == "" {
		return
	}
	file, err := os.Open(name)
	if err != nil {
		log.Fatal(err)
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		f(strings.Fields(lines.Text()))
	}
	if err := lines.Err(); err != nil {
		log.Fatal(err)
	}
}

func (c counts) addCount(f []string) {
	var r [2]rune
	for i := range len(f) - 2 {
		n, err := strconv.ParseUint(f[1+i], 16, 32)
		if err != nil {
			log.Fatal(err)
		}
		r[i] = rune(n)
	}
	n, err := strconv.ParseFloat(f[len(f)-1], 64)
	if err != nil {
		log.Fatal(err)
	}
	if f[0] == "U" {
		c.one[r[0]] += n
	} else {
		c.two[pair{r[0], r[1]}] += n
	}
}

// addListed adds a word of the list, of which the neighbours are not known: its
// triples would say too much.
func (c counts) addListed(f []string) {
	if word, n := wordOf(f); !strings.ContainsFunc(word, func(r rune) bool { return r < 0x3400 || r > 0x9FFF }) {
		c.add([]rune(word), n*inList, false)
	}
}

// addWord adds a word of running text.
func (c counts) addWord(f []string) {
	if word, n := wordOf(f); !strings.Contains(word, "##") {
		c.add(folded(word), n*inNews, true)
	}
}

// wordOf returns a word and its frequency.
func wordOf(f []string) (string, float64) {
	if len(f) < 2 {
		return "", 0
	}
	n, err := strconv.ParseFloat(f[1], 64)
	if err != nil {
		return "", 0
	}
	return f[0], n
}

// addFollow adds what two words have where they meet.
func (c counts) addFollow(f []string) {
	if len(f) < 3 || strings.Contains(f[0]+f[1], "##") { // a place of a name, a number, a beginning
		return
	}
	_, n := wordOf(f[1:])
	n *= inNews
	a, b := folded(f[0]), folded(f[1])
	last := len(a) - 1
	c.two[pair{a[last], b[0]}] += n
	if last > 0 {
		c.three[triple{a[last-1], a[last], b[0]}] += n
	}
	if len(b) > 1 {
		c.three[triple{a[last], b[0], b[1]}] += n
	}
}

// addTexts adds every second file of a folder, line by line.
func (c counts) addTexts(dir string) {
	files, err := os.ReadDir(dir)
	if err != nil {
		log.Fatal(err)
	}
	for i, f := range files {
		if i%2 == 1 {
			continue
		}
		data, err := os.ReadFile(filepath.Join(dir, f.Name()))
		if err != nil {
			log.Fatal(err)
		}
		for line := range strings.SplitSeq(string(data), "\n") {
			c.add(folded(line), inText, true)
		}
	}
}

// folded returns the characters of s as the model knows them, without blanks.
func folded(s string) []rune {
	var to []rune
	for _, r := range s {
		if r != ' ' && r != 0x3000 {
			to = append(to, fold.Rune(r))
		}
	}
	return to
}

// add counts the characters of s n times each, with pairs and, if wanted, triples.
func (c counts) add(s []rune, n float64, three bool) {
	for i, r := range s {
		c.one[r] += n
		if i > 0 {
			c.two[pair{s[i-1], r}] += n
		}
		if i > 1 && three {
			c.three[triple{s[i-2], s[i-1], r}] += n
		}
	}
}

// keep returns the n most frequent keys in order.
func keep[K comparable](all map[K]float64, n int, order func(a, b K) int) []K {
	keys := slices.Collect(maps.Keys(all))
	slices.SortFunc(keys, func(a, b K) int {
		return cmp.Or(cmp.Compare(all[b], all[a]), order(a, b))
	})
	return keys[:min(n, len(keys))]
}

// code turns a probability into a byte: its natural logarithm in steps of 1/14.
func code(p float64) byte {
	return byte(min(255, max(0, math.Round(-14*math.Log(p)))))
}

// An entry is a character behind one or two others, and its code.
type entry struct {
	number uint16
	code   byte
	behind []entry // of the third characters
	over   byte    // what they leave for others
}

// A table is what the file holds. Characters are numbered from 1 in order of frequency.
type table struct {
	number [1 << 16]uint16
	alone  []byte
	rest   []byte
	rows   [][]entry // behind each character, in order
}

// table numbers the characters and chooses the pairs and the triples.
func (c counts) table() *table {
	for r := range c.one {
		if r >= 1<<16 || c.one[r] < 0.5 {
			delete(c.one, r)
		}
	}
	chars := keep(c.one, 1<<16-2, func(a, b rune) int { return cmp.Compare(a, b) })
	t := new(table)
	id := map[rune]uint16{}
	total := 0.0
	for i, r := range chars {
		id[r] = uint16(i + 1)
		total += c.one[r]
	}
	for r := range t.number {
		t.number[r] = id[fold.Rune(rune(r))]
	}
	for _, r := range chars {
		t.alone = append(t.alone, code(c.one[r]/total))
	}

	for p := range c.two {
		if id[p[0]] == 0 || id[p[1]] == 0 {
			delete(c.two, p)
		}
	}
	all := map[rune]float64{}
	for p, n := range c.two {
		all[p[0]] += n
	}
	for r := range all {
		all[r] = max(all[r], c.one[r]) // pairs seen once were not counted
	}
	kept := map[rune]float64{}
	probability := map[pair]float64{}
	byFirst := map[rune][]pair{}
	for _, p := range keep(c.two, *pairs, func(a, b pair) int { return slices.Compare(a[:], b[:]) }) {
		own := max(0, c.two[p]-*discount) / all[p[0]]
		kept[p[0]] += own
		byFirst[p[0]] = append(byFirst[p[0]], p)
		probability[p] = own
	}
	for p := range probability {
		rest := max(0.002, 1-kept[p[0]])
		probability[p] += rest * c.one[p[1]] / total
	}
	byPair := map[pair][]entry{}
	over := map[pair]float64{} // what a pair leaves for those that were not seen behind it
	own := func(x triple) float64 {
		return max(0, c.three[x]-*discount*inNews) / c.next[pair{x[0], x[1]}]
	}
	var chosen []triple
	for _, x := range keep(c.three, *triples, func(a, b triple) int { return slices.Compare(a[:], b[:]) }) {
		p := pair{x[0], x[1]}
		if probability[p] == 0 || probability[pair{x[1], x[2]}] == 0 || id[x[2]] == 0 {
			continue
		}
		chosen = append(chosen, x)
		over[p] += own(x)
	}
	for p, n := range over {
		over[p] = max(0.02, 1-n**trust)
	}
	for _, x := range chosen {
		p := pair{x[0], x[1]}
		byPair[p] = append(byPair[p], entry{number: id[x[2]], code: code(*trust*own(x) + over[p]*probability[pair{x[1], x[2]}])})
	}
	for _, r := range chars {
		t.rest = append(t.rest, code(max(0.002, 1-kept[r])))
		var row []entry
		for _, p := range byFirst[r] {
			row = append(row, entry{id[p[1]], code(probability[p]), byPair[p], code(over[p])})
		}
		t.rows = append(t.rows, row)
	}
	return t
}

// spot and otherSpot are those of package mend.
func spot(c uint16) uint32 { return uint32(c) * 0x9E3779B1 >> 16 }

func otherSpot(c uint16) uint32 { return uint32(c) * 0x85EBCA77 >> 15 & 0xFFFF }

// pack writes the table as package mend reads it where it lies.
func (t *table) pack() []byte {
	byNumber := func(a, b entry) int { return cmp.Compare(a.number, b.number) }
	var first, sieve, ranks, starts []uint32
	var second, third []uint16
	var pair, three, bits, heads, over []byte
	first, sieve = append(first, 0), append(sieve, 0) // of the character 0
	for _, row := range t.rows {
		first, sieve = append(first, uint32(len(second))), append(sieve, uint32(len(bits)))
		slices.SortFunc(row, byNumber)
		size := 0
		if len(row) > 0 {
			for size = 1; size*8 < 8*len(row); size *= 2 {
			}
		}
		own := make([]byte, size)
		for _, e := range row {
			k := len(second)
			if k%64 == 0 {
				ranks = append(ranks, uint32(len(starts)))
				heads = append(heads, make([]byte, 8)...)
			}
			h := spot(e.number)
			own[int(h>>3)&(size-1)] |= 1 << (h & 7)
			h = otherSpot(e.number)
			own[int(h>>3)&(size-1)] |= 1 << (h & 7)
			second, pair = append(second, e.number), append(pair, e.code)
			if len(e.behind) == 0 {
				continue
			}
			heads[k/8] |= 1 << (k % 8)
			starts = append(starts, uint32(len(third)))
			over = append(over, e.over)
			slices.SortFunc(e.behind, byNumber)
			for _, x := range e.behind {
				third, three = append(third, x.number), append(three, x.code)
			}
		}
		bits = append(bits, own...)
	}
	first, sieve = append(first, uint32(len(second))), append(sieve, uint32(len(bits)))
	starts = append(starts, uint32(len(third)))
	fmt.Printf("%d characters, %d pairs, %d triples\n", len(t.rows), len(second), len(third))

	var out []byte
	add := func(v any) { out, _ = binary.Append(out, binary.LittleEndian, v) }
	for _, n := range []int{len(t.rows), len(second), len(starts) - 1, len(third), len(bits)} {
		add(uint32(n))
	}
	for _, v := range []any{t.number[:], t.alone, t.rest, first, sieve, second, pair, bits, heads, ranks, starts, over, third, three} {
		add(v)
	}
	return out
}
