//go:build ignore

// Gen writes model.bin from counts of characters and pairs of characters and
// from a list of words with their frequency:
//
//	go run gen.go -counts bigrams.tsv -words dict.txt
//
// A line of the counts is "U", a code point in hexadecimal and a count, or "B",
// two code points and a count. A line of the words is a word and its
// frequency, as in jieba's dictionary.
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
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"gongwen/extract/internal/normalise/mend/fold"
	"gongwen/extract/internal/normalise/opencc"
)

var (
	pairs    = flag.Int("pairs", 200_000, "how many pairs to keep")
	triples  = flag.Int("triples", 60_000, "how many triples to keep")
	scale    = flag.Float64("scale", 0.05, "what an occurrence in the words counts beside one in the counts")
	discount = flag.Float64("discount", 0.75, "what is taken from each pair for those that were not seen")
	trust    = flag.Float64("trust", 0.8, "share of a triple's own frequency in its probability")
)

type pair [2]rune
type triple [3]rune

// counts are what was counted.
type counts struct {
	one   map[rune]float64
	two   map[pair]float64
	three map[triple]float64
}

func main() {
	log.SetFlags(0)
	countFile := flag.String("counts", "", "`file` of counts")
	wordFile := flag.String("words", "", "`file` of words")
	commonFile := flag.String("common", "common.txt", "`file` of the frequent characters to write")
	out := flag.String("out", "model.bin", "`file` to write")
	flag.Parse()
	c := counts{map[rune]float64{}, map[pair]float64{}, map[triple]float64{}}
	each(*countFile, c.addCount)
	each(*wordFile, c.addWord)
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

func (c counts) addWord(f []string) {
	if len(f) < 2 {
		return
	}
	n, err := strconv.ParseFloat(f[1], 64)
	if err != nil {
		return
	}
	n *= *scale
	word := []rune(f[0])
	for _, r := range word {
		if r < 0x3400 || r > 0x9FFF {
			return
		}
	}
	for i, r := range word {
		c.one[r] += n
		if i > 0 {
			c.two[pair{word[i-1], r}] += n
		}
		if i > 1 {
			c.three[triple{word[i-2], word[i-1], r}] += n
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
	for _, x := range keep(c.three, *triples, func(a, b triple) int { return slices.Compare(a[:], b[:]) }) {
		p := pair{x[0], x[1]}
		if _, ok := probability[p]; !ok || id[x[2]] == 0 {
			continue
		}
		second := probability[pair{x[1], x[2]}]
		if second == 0 {
			second = 1e-6
		}
		own := min(1, c.three[x]/c.two[p])
		byPair[p] = append(byPair[p], entry{id[x[2]], code(*trust*own + (1-*trust*own)*second), nil})
	}
	for _, r := range chars {
		t.rest = append(t.rest, code(max(0.002, 1-kept[r])))
		var row []entry
		for _, p := range byFirst[r] {
			row = append(row, entry{id[p[1]], code(probability[p]), byPair[p]})
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
	var pair, three, bits, heads []byte
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
	for _, v := range []any{t.number[:], t.alone, t.rest, first, sieve, second, pair, bits, heads, ranks, starts, third, three} {
		add(v)
	}
	return out
}
