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
	"bytes"
	"cmp"
	"compress/flate"
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
	data := c.pack()
	var packed bytes.Buffer
	w, _ := flate.NewWriter(&packed, flate.BestCompression)
	w.Write(data)
	w.Close()
	if err := os.WriteFile(*out, packed.Bytes(), 0o644); err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%d bytes, %d packed\n", len(data), packed.Len())
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

// pack writes the table. Characters are numbered from 1 in order of frequency.
func (c counts) pack() []byte {
	for r := range c.one {
		if r >= 1<<16 || c.one[r] < 0.5 {
			delete(c.one, r)
		}
	}
	chars := keep(c.one, 1<<16-2, func(a, b rune) int { return cmp.Compare(a, b) })
	id := map[rune]uint64{}
	total := 0.0
	for i, r := range chars {
		id[r] = uint64(i + 1)
		total += c.one[r]
	}
	var out []byte
	text := string(chars)
	out = binary.AppendUvarint(out, uint64(len(text)))
	out = append(out, text...)
	for _, r := range chars {
		out = append(out, code(c.one[r]/total))
	}

	for p := range c.two {
		if id[p[0]] == 0 || id[p[1]] == 0 {
			delete(c.two, p)
		}
	}
	followers := map[rune]int{}
	all := map[rune]float64{}
	for p, n := range c.two {
		followers[p[0]]++
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
	for _, r := range chars {
		list := byFirst[r]
		slices.SortFunc(list, func(a, b pair) int { return cmp.Compare(id[a[1]], id[b[1]]) })
		out = append(out, code(max(0.002, 1-kept[r])))
		out = binary.AppendUvarint(out, uint64(len(list)))
		last := uint64(0)
		for _, p := range list {
			out = binary.AppendUvarint(out, id[p[1]]-last)
			last = id[p[1]]
		}
		for _, p := range list {
			out = append(out, code(probability[p]))
		}
	}

	byPair := map[pair][]triple{}
	for _, t := range keep(c.three, *triples, func(a, b triple) int { return slices.Compare(a[:], b[:]) }) {
		p := pair{t[0], t[1]}
		if _, ok := probability[p]; !ok || id[t[2]] == 0 {
			continue
		}
		byPair[p] = append(byPair[p], t)
	}
	number := 0
	for _, r := range chars {
		for _, p := range byFirst[r] {
			list := byPair[p]
			slices.SortFunc(list, func(a, b triple) int { return cmp.Compare(id[a[2]], id[b[2]]) })
			out = binary.AppendUvarint(out, uint64(len(list)))
			last := uint64(0)
			for _, t := range list {
				out = binary.AppendUvarint(out, id[t[2]]-last)
				last = id[t[2]]
				second := probability[pair{t[1], t[2]}]
				if second == 0 {
					second = 1e-6
				}
				own := min(1, c.three[t]/c.two[p])
				out = append(out, code(*trust*own+(1-*trust*own)*second))
				number++
			}
		}
	}
	fmt.Printf("%d characters, %d pairs, %d triples\n", len(chars), len(probability), number)
	return out
}
