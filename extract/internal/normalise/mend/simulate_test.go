package mend

import (
	"cmp"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// A place is a sound sentence and the text that it stands in.
type place struct{ sentence, text string }

// sentences returns n sound sentences from the text files of a folder.
func sentences(t testing.TB, dir string, n int) []string {
	var all []string
	for _, p := range places(t, dir, n) {
		all = append(all, p.sentence)
	}
	return all
}

// places returns n sound sentences from the text files of a folder, with their texts.
func places(t testing.TB, dir string, n int) []place {
	var all []place
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		if ext := filepath.Ext(name); ext != ".txt" && ext != ".md" {
			return nil
		}
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		for line := range strings.SplitSeq(string(data), "\n") {
			for _, s := range strings.SplitAfter(strings.TrimSpace(line), "。") {
				if sound(s) {
					all = append(all, place{s, string(data)})
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(1, uint64(len(all))))
	r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	return all[:min(n, len(all))]
}

// sound reports whether s is a whole sentence that GBK can hold.
func sound(s string) bool {
	if !strings.HasSuffix(s, "。") || strings.ContainsAny(s, "?\uFFFD") {
		return false
	}
	han := 0
	for _, r := range s {
		if isHan(r) {
			han++
		}
		if r >= 0x80 && (r >= 1<<16 || gbk().pairs[r] == 0) {
			return false
		}
	}
	return han >= 10 && utf8.RuneCountInString(s) <= 80
}

// encode returns s in GBK.
func encode(s string) []byte {
	b, _ := simplifiedchinese.GBK.NewEncoder().Bytes([]byte(s))
	return b
}

// decode reads GBK; hole stands for what is no character. "private" stands for
// "?", and the user-defined zones are read as private-use characters.
func decode(b []byte, hole string) string {
	if last, ok := strings.CutPrefix(hole, "private"); ok {
		var to []rune
		for i := 0; i < len(b); i++ {
			switch {
			case b[i] < 0x80:
				to = append(to, rune(b[i]))
			case i+1 < len(b) && gbk().runes[uint16(b[i])<<8|uint16(b[i+1])] != 0:
				to = append(to, rune(gbk().runes[uint16(b[i])<<8|uint16(b[i+1])]))
				i++
			default:
				to = append(to, []rune(last)...)
				if i+1 < len(b) && b[i+1] >= 0x80 {
					i++
				}
			}
		}
		return string(to)
	}
	s, _ := simplifiedchinese.GBK.NewDecoder().Bytes(b)
	return strings.ReplaceAll(string(s), "\uFFFD", hole)
}

// dropByte returns s without one byte of its two-byte characters.
func dropByte(r *rand.Rand, s, hole string) string {
	b := encode(s)
	var in []int
	for i := 0; i < len(b); i++ {
		if b[i] >= 0x80 {
			in = append(in, i, i+1)
			i++
		}
	}
	at := in[r.IntN(len(in))]
	return decode(append(b[:at:at], b[at+1:]...), hole)
}

// distance is the number of characters in which a and b differ (Levenshtein).
func distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i := range x {
		last := row[0]
		row[0] = i + 1
		for j := range y {
			d := last
			if x[i] != y[j] {
				d++
			}
			last = row[j+1]
			row[j+1] = min(d, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(y)]
}

type rate struct{ n, exact, worse, touched int }

func (r *rate) add(t testing.TB, was, damaged, got string) {
	r.n++
	switch {
	case got == was:
		r.exact++
	case got != damaged && distance(got, was) > distance(damaged, was):
		r.worse++
		if testing.Verbose() {
			t.Logf("worse: %s\n  %s\n  %s", was, damaged, got)
		}
	case os.Getenv("GONGWEN_MISSES") != "":
		t.Logf("miss: %s\n  %s\n  %s", was, damaged, got)
	}
	if got != damaged {
		r.touched++
	}
}

// gloss writes a reading behind the two bytes at the byte at of GBK text, which
// are the second of one character and the first of the next, as a mirror does.
func gloss(b []byte, at int) string {
	var to []byte
	to = append(to, b[:at+2]...)
	left := decode(to[:len(to)-1], "") + "?" // the lone lead byte takes the bracket with it
	return left + "zhí)" + decode(b[at+2:], "?")
}

// cut breaks GBK text at each pair of bytes that is a mark, wherever it begins,
// as a mirror does; hole stands for a lone lead byte.
func cut(b []byte, hole string) string {
	var to strings.Builder
	from := 0
	for i := 0; i+1 < len(b); i++ {
		m := ""
		switch uint16(b[i])<<8 | uint16(b[i+1]) {
		case 0xA3A1:
			m = "!"
		case 0xA3AC:
			m = ","
		case 0xA3BB:
			m = ";"
		case 0xA3BF:
			m = "?"
		}
		if m != "" {
			to.WriteString(decode(b[from:i], hole) + m)
			from = i + 2
			i++
		}
	}
	return to.String() + decode(b[from:], hole)
}

// damages are the kinds of damage that bytes out of step make, with the share
// in per cent that must be repaired exactly in the sentences of testdata.
var damages = []struct {
	name string
	need float64
	make func(r *rand.Rand, s string) string
}{
	{"byte dropped, read with user-defined zones", 50, func(r *rand.Rand, s string) string { return dropByte(r, s, "private?") }},
	{"the same, U+FFFD", 60, func(r *rand.Rand, s string) string { return dropByte(r, s, "private\uFFFD") }},
	{"byte dropped, zones lost as ?", 15, func(r *rand.Rand, s string) string { return dropByte(r, s, "?") }},
	{"byte dropped, zones lost as U+FFFD", 15, func(r *rand.Rand, s string) string { return dropByte(r, s, "\uFFFD") }},
	{"byte dropped, zones vanished", 0, func(r *rand.Rand, s string) string { return dropByte(r, s, "") }},
	{"mirror: gloss across two characters", 25, func(r *rand.Rand, s string) string {
		b := encode(s)
		var in []int
		for i := 0; i+3 < len(b); i += 2 {
			if b[i] < 0x80 || b[i+2] < 0x80 {
				break
			}
			if b[i+1] >= 0x81 {
				in = append(in, i+1)
			}
		}
		if len(in) == 0 {
			return s
		}
		return gloss(b, in[r.IntN(len(in))])
	}},
	{"mirror: cut across two characters", 0, func(r *rand.Rand, s string) string { return cut(encode(s), "?") }},
	{"mirror: cut, lead bytes vanish", 0, func(r *rand.Rand, s string) string { return cut(encode(s), "") }},
}

// mirrorForm returns s with the marks that a mirror makes ASCII.
func mirrorForm(s string) string {
	return strings.NewReplacer("，", ",", "！", "!", "；", ";", "？", "?").Replace(s)
}

// alone returns the sentences as texts of their own.
func alone(list []string) []place {
	var all []place
	for _, s := range list {
		all = append(all, place{s, s})
	}
	return all
}

// testDamages measures every kind of damage on the sentences.
func testDamages(t *testing.T, list []place, strict bool) {
	for _, d := range damages {
		r := rand.New(rand.NewPCG(7, 7))
		var sum rate
		for _, p := range list {
			damaged := d.make(r, p.sentence)
			want := p.sentence
			if strings.HasPrefix(d.name, "mirror: cut") {
				want = mirrorForm(want)
			}
			if damaged == want {
				continue
			}
			before, behind, _ := strings.Cut(p.text, p.sentence)
			var own []Repair // those of the sentence: the text may have damage of its own
			for _, r := range Text(before + damaged + behind) {
				if r.Lo, r.Hi = r.Lo-len(before), r.Hi-len(before); r.Lo >= 0 && r.Hi <= len(damaged) {
					own = append(own, r)
				}
			}
			sum.add(t, want, damaged, Apply(damaged, own))
		}
		percent := func(n int) float64 { return 100 * float64(n) / float64(max(1, sum.n)) }
		t.Logf("%-44s %4d: exact %5.1f %%, worse %.1f %%, touched %.1f %%", d.name, sum.n, percent(sum.exact), percent(sum.worse), percent(sum.touched))
		if strict && sum.n > 0 && percent(sum.exact) < d.need {
			t.Errorf("%s: %.1f %% exact, want %.0f", d.name, percent(sum.exact), d.need)
		}
		if percent(sum.worse) > 0.5 && sum.n > 200 {
			t.Errorf("%s: %.1f %% worse", d.name, percent(sum.worse))
		}
	}
}

// lines returns the lines of a file of testdata.
func lines(t testing.TB, name string) []string {
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSpace(string(data)), "\n")
}

func TestDamages(t *testing.T) {
	for _, name := range []string{"sentences.txt", "traditional.txt"} {
		t.Log(name)
		testDamages(t, alone(slices.Repeat(lines(t, name), 3)), true)
	}
}

// TestDamagesFolder measures on the sentences of the text files of the folders
// that GONGWEN_SENTENCES names, GONGWEN_COUNT of each.
//
//	GONGWEN_SENTENCES=/archive/sound go test -run 'DamagesFolder|MisreadFolder' -v ./extract/internal/normalise/mend
func TestDamagesFolder(t *testing.T) {
	dirs := os.Getenv("GONGWEN_SENTENCES")
	if dirs == "" {
		t.Skip("GONGWEN_SENTENCES names no folder")
	}
	for _, dir := range filepath.SplitList(dirs) {
		t.Log(dir)
		list := places(t, dir, count)
		testDamages(t, list, false)
		t.Log(dir + ", each sentence a line of its text")
		for i, p := range list {
			before, behind, _ := strings.Cut(p.text, p.sentence)
			list[i].text = before + "\n" + p.sentence + "\n" + behind
		}
		testDamages(t, list, false)
		t.Log(dir + ", each sentence alone")
		for i := range list {
			list[i].text = list[i].sentence
		}
		testDamages(t, list, false)
	}
}

// count is how many sentences of a folder are damaged.
var count, _ = strconv.Atoi(cmp.Or(os.Getenv("GONGWEN_COUNT"), "500"))
