//go:build ignore

// Smartcn writes the words of Lucene's smart Chinese analyzer and how often one
// follows another, from the two tables of lucene-analyzers-smartcn.jar:
//
//	go run smartcn.go -dict org/apache/lucene/analysis/cn/smart/hhmm
//
// The tables are Java objects. That of the pairs of words holds the hash of "a@b"
// alone, so each pair of words is tried, which takes some minutes.
package main

import (
	"bufio"
	"encoding/binary"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/encoding/simplifiedchinese"
)

func main() {
	log.SetFlags(0)
	dict := flag.String("dict", ".", "`folder` with coredict.mem and bigramdict.mem")
	wordFile := flag.String("words", "words.tsv", "`file` of words and their frequency to write")
	followFile := flag.String("follow", "follow.tsv", "`file` of words, the next word and how often to write")
	flag.Parse()
	words, frequency := words(objects(filepath.Join(*dict, "coredict.mem"), 4))
	var lines []string
	for i, w := range words {
		lines = append(lines, fmt.Sprintf("%s\t%d\n", w, frequency[i]))
	}
	write(*wordFile, lines)
	write(*followFile, follow(words, objects(filepath.Join(*dict, "bigramdict.mem"), 2)))
}

func write(name string, lines []string) {
	slices.Sort(lines)
	if err := os.WriteFile(name, []byte(strings.Join(lines, "")), 0o644); err != nil {
		log.Fatal(err)
	}
}

// An array is one of Java's, of numbers or of arrays; nil is its null.
type array struct {
	numbers []uint64
	arrays  []*array
}

// A stream reads arrays as Java's serialization writes them.
type stream struct {
	*bufio.Reader
	handles []string // the class that each handle stands for, "" for an array
}

// objects reads n arrays from a file.
func objects(name string, n int) []*array {
	f, err := os.Open(name)
	if err != nil {
		log.Fatal(err)
	}
	defer f.Close()
	s := &stream{Reader: bufio.NewReader(f)}
	if s.number(4) != 0xACED0005 {
		log.Fatalf("%s is no stream of objects", name)
	}
	var all []*array
	for range n {
		all = append(all, s.object())
	}
	return all
}

// number reads a number of n bytes.
func (s *stream) number(n int) uint64 {
	var b [8]byte
	for i := range n {
		c, err := s.ReadByte()
		if err != nil {
			log.Fatal(err)
		}
		b[8-n+i] = c
	}
	return binary.BigEndian.Uint64(b[:])
}

func (s *stream) object() *array {
	switch tag := s.number(1); tag {
	case 0x70: // null
		return nil
	case 0x75: // array
	default:
		log.Fatalf("tag %x instead of an array", tag)
	}
	class := s.class()
	s.handles = append(s.handles, "")
	a, n := new(array), int(s.number(4))
	size := map[byte]int{'S': 2, 'C': 2, 'I': 4, 'J': 8}[class[1]]
	for range n {
		if class[1] == '[' {
			a.arrays = append(a.arrays, s.object())
		} else {
			a.numbers = append(a.numbers, s.number(size))
		}
	}
	return a
}

// class reads the name of an array's class, as [[C.
func (s *stream) class() string {
	switch tag := s.number(1); tag {
	case 0x70:
		return ""
	case 0x71: // one that was named before
		return s.handles[s.number(4)-0x7E0000]
	case 0x72:
	default:
		log.Fatalf("tag %x instead of a class", tag)
	}
	var name []byte
	for range s.number(2) {
		name = append(name, byte(s.number(1)))
	}
	s.handles = append(s.handles, string(name))
	s.number(8) // version
	s.number(1) // flags
	s.number(2) // fields: none
	s.number(1) // end of notes
	s.class()   // the class above
	return string(name)
}

// words returns the words of the core dictionary that occur, and how often. Its
// rows are the characters of GB 2312; a row holds words without their first character.
func words(tables []*array) (words []string, frequency []uint64) {
	rests, counts := tables[2], tables[3]
	for row := range rests.arrays {
		if rests.arrays[row] == nil {
			continue
		}
		first, err := simplifiedchinese.GBK.NewDecoder().Bytes([]byte{byte(row/94 + 0xA1), byte(row%94 + 0xA1)})
		if err != nil {
			log.Fatal(err)
		}
		for i, rest := range rests.arrays[row].arrays {
			n := counts.arrays[row].numbers[i]
			if n == 0 {
				continue
			}
			w := string(first)
			if rest != nil {
				for _, c := range rest.numbers {
					w += string(rune(c))
				}
			}
			words, frequency = append(words, w), append(frequency, n)
		}
	}
	return words, frequency
}

// follow returns a line for each pair of words whose hash is in the tables.
func follow(words []string, tables []*array) []string {
	counts := map[uint64]uint64{}
	sieve := make([]uint64, 1<<22)
	for i, h := range tables[0].numbers {
		if h != 0 {
			counts[h] = tables[1].numbers[i]
			sieve[h>>6&(1<<22-1)] |= 1 << (h & 63)
		}
	}
	characters := make([][]rune, len(words))
	for i, w := range words {
		characters[i] = []rune(w)
	}
	var mu sync.Mutex
	var all []string
	var wait sync.WaitGroup
	parts := runtime.NumCPU()
	for part := range parts {
		wait.Go(func() {
			for i := part; i < len(words); i += parts {
				start := hash(hash(0xCBF29CE484222325, characters[i]), []rune("@"))
				for k := range words {
					h := hash(start, characters[k])
					if sieve[h>>6&(1<<22-1)]>>(h&63)&1 == 0 {
						continue
					}
					if n, ok := counts[h]; ok {
						mu.Lock()
						all = append(all, fmt.Sprintf("%s\t%s\t%d\n", words[i], words[k], n))
						mu.Unlock()
					}
				}
			}
		})
	}
	wait.Wait()
	fmt.Printf("%d words, %d of %d pairs\n", len(words), len(all), len(counts))
	return all
}

// hash is FNV-1a over the characters, two bytes each, the low one first.
func hash(h uint64, characters []rune) uint64 {
	const prime = 1099511628211
	for _, c := range characters {
		h = (h ^ uint64(c&0xFF)) * prime
		h = (h ^ uint64(c>>8)) * prime
	}
	return h
}
