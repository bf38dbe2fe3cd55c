package mend

import (
	"strings"
	"unicode/utf8"

	"gongwen/extract/internal/normalise/opencc"
)

// Misread returns line as it was before it was read in the wrong character set,
// nil where nothing of the kind is proved.
// Three things must come together: the words as they stand are none, they were
// written back into bytes without a loss that cannot be bridged, and what comes
// out of these bytes reads well.
func Misread(line string) []Repair {
	if r := latin(line); len(r) > 0 {
		return r
	}
	lo, hi := wide(line)
	if hi-lo < 6 {
		return nil
	}
	s := line[lo:hi]
	if usual(s) {
		return nil
	}
	was := fluency(s)
	if was > nonsense {
		return nil
	}
	best, mean := "", was+gain
	try := func(text string, ok bool) {
		if !ok || text == s || hanIn(text) < 2 {
			return
		}
		v := fluency(text)
		if (v-was)*float64(distinctHan(text)) < proof {
			return
		}
		if v > mean && v >= accept {
			best, mean = text, v
		}
	}
	try(utf8Behind(s, gbk()))
	try(pairsBehind(s, gbk(), big5()))
	try(pairsBehind(s, big5(), gbk()))
	if best == "" {
		return nil
	}
	return []Repair{{lo, hi, Charset, best}}
}

// nonsense is the mean logarithm of a character from which words are none; gain
// is how much better they must become, and proof how much better the line: two
// rare characters alone are a word that no model knows, whatever their bytes may say.
const (
	nonsense = -9.3
	gain     = 2.5
	proof    = 30

	enoughHan = 20 // more need not be counted
)

// fluency returns the mean logarithm of the characters of s, blanks and ASCII aside.
func fluency(s string) float64 {
	m := language()
	x := context{last: m.number['\n'], pair: -1}
	sum, n := 0.0, 0
	for _, r := range s {
		if r == ' ' || r == 0x3000 {
			continue
		}
		c := uint16(0)
		if r < 1<<16 {
			c = m.number[r]
		}
		var v float64
		v, x = m.score(x, c)
		if r >= 0x80 {
			sum += v
			n++
		}
	}
	if n == 0 {
		return 0
	}
	return sum / float64(n)
}

// usual reports whether s begins with frequent characters, as no misread line
// does: it is the quick answer for nearly all lines.
func usual(s string) bool {
	m := language()
	sum, n := float32(0), 0
	for _, r := range s {
		if r < 0x80 {
			continue
		}
		c := uint16(0)
		if r < 1<<16 {
			c = m.number[r]
		}
		sum += m.alone[c]
		if n++; n == 40 {
			break
		}
	}
	return sum > -8.8*float32(n)
}

// hanIn counts the Chinese characters of s.
func hanIn(s string) int {
	n := 0
	for _, r := range s {
		if 0x3400 <= r && r <= 0x9FFF {
			n++
		}
	}
	return n
}

// distinctHan counts the Chinese characters of s, each once: a word that is
// repeated proves no more than the word.
func distinctHan(s string) int {
	n := 0
	for i, r := range s {
		if 0x3400 <= r && r <= 0x9FFF && !strings.ContainsRune(s[:i], r) {
			if n++; n == enoughHan {
				break
			}
		}
	}
	return n
}

// wide returns the stretch of line from its first character beyond ASCII to its last.
func wide(line string) (lo, hi int) {
	for lo < len(line) && line[lo] < 0x80 {
		lo++
	}
	hi = len(line)
	for hi > lo && line[hi-1] < 0x80 && line[hi-1] != '?' {
		hi--
	}
	return lo, hi
}

// latin repairs the runs of a line that were read as Latin-1 or Windows-1252.
func latin(line string) []Repair {
	if !hasLatin(line) {
		return nil
	}
	var all []Repair
	var b, ends []int // the bytes of a run, and where each ends in line
	for i := 0; i < len(line); {
		if line[i] < 0x80 {
			i++
			continue
		}
		if 0xE3 <= line[i] && line[i] <= 0xEE { // a Chinese character
			i = min(i+3, len(line))
			continue
		}
		lo, hi, high := i, i, 0
		b, ends = b[:0], ends[:0]
		for i < len(line) {
			r, n := utf8.DecodeRuneInString(line[i:])
			v, ok := latinByte(r)
			c := int(v)
			if r == utf8.RuneError { // Windows-1252 has not all bytes
				c, ok = gap, true
			}
			if !ok {
				break
			}
			i += n
			b, ends = append(b, c), append(ends, i)
			if c < 0 || c >= 0x80 {
				high++
				hi = len(b)
			}
		}
		if i == lo {
			_, n := utf8.DecodeRuneInString(line[i:])
			i += n
			continue
		}
		// A trail byte of GBK and Big5 may be ASCII.
		for _, n := range []int{hi, hi + 1} {
			if n > len(b) {
				break
			}
			if text, ok := fromLatin(b[:n], high); ok {
				all = append(all, Repair{lo, ends[n-1], Charset, text})
				break
			}
		}
	}
	return all
}

// hasLatin reports whether line has a letter of Latin-1 beyond ASCII, or a vowel of pinyin.
func hasLatin(line string) bool {
	for i := range len(line) {
		if line[i]>>3 == 0xC0>>3 {
			return true
		}
	}
	return false
}

// fromLatin returns what the bytes b say, of which high are not ASCII. UTF-8
// proves itself; GBK and Big5 must read well, for any French text has their bytes.
func fromLatin(b []int, high int) (string, bool) {
	if high < 3 {
		return "", false
	}
	raw := make([]byte, len(b))
	gaps := 0
	for i, v := range b {
		if v < 0 {
			gaps++
		}
		raw[i] = byte(max(v, 0))
	}
	switch {
	case gaps*3 > high:
		return "", false
	case gaps > 0:
		s, ok := guessUTF8(b, notIn1252)
		return s, ok && hanIn(s) > 0 && fluency(s) > nonsense
	case utf8.Valid(raw):
		s := string(raw)
		for range 2 { // encoded twice and more
			again, ok := latinBytes(s)
			if !ok || !utf8.Valid(again) {
				break
			}
			s = string(again)
		}
		return s, hanIn(s) > 0 && fluency(s) > nonsense
	case high < 6:
		return "", false
	}
	best, mean := "", float64(accept)
	for _, page := range []*codePage{gbk(), big5()} {
		s, ok := decodePairs(raw, page)
		if v := fluency(s); ok && v > mean && hanIn(s)*5 >= high {
			best, mean = s, v
		}
	}
	return best, best != ""
}

// latinBytes returns the bytes of a text of Latin-1 or Windows-1252.
func latinBytes(s string) ([]byte, bool) {
	var b []byte
	high := false
	for _, r := range s {
		v, ok := latinByte(r)
		if !ok {
			return nil, false
		}
		high = high || v >= 0x80
		b = append(b, v)
	}
	return b, high
}

// latinByte returns the byte that Latin-1 or Windows-1252 has for r.
func latinByte(r rune) (byte, bool) {
	if r < 0x100 {
		return byte(r), r != '\n'
	}
	if r > '™' { // the last of Windows-1252
		return 0, false
	}
	for i, c := range windows1252 {
		if r == c {
			return byte(0x80 + i), true
		}
	}
	return 0, false
}

// windows1252 is what Windows-1252 has between 80 and 9F; 0 where it has nothing.
var windows1252 = [32]rune{
	'€', 0, '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', 0, 'Ž', 0,
	0, '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', 0, 'ž', 'Ÿ',
}

// decodePairs reads b in a character set of two bytes; ok is false for a byte that fits nowhere.
func decodePairs(b []byte, page *codePage) (string, bool) {
	var to []rune
	for i := 0; i < len(b); i++ {
		if b[i] < 0x80 {
			to = append(to, rune(b[i]))
			continue
		}
		if i+1 == len(b) {
			return "", false
		}
		r := page.runes[uint16(b[i])<<8|uint16(b[i+1])]
		if r == 0 || 0xE000 <= r && r < 0xF900 {
			return "", false
		}
		to = append(to, rune(r))
		i++
	}
	return string(to), true
}

// pairsBehind returns what s says that is of the set was and was read in the set
// as. "?" or U+FFFD stands for a pair that as does not have: its character is
// guessed by its neighbours.
func pairsBehind(s string, as, was *codePage) (string, bool) {
	var text []rune // 0 for one that is not known
	var waits byte
	gaps := 0
	add := func(b byte) bool {
		switch {
		case waits == 0 && b < 0x80:
			text = append(text, rune(b))
		case waits == 0:
			waits = b
		default:
			r := was.runes[uint16(waits)<<8|uint16(b)]
			if r == 0 || 0xE000 <= r && r < 0xF900 {
				return false
			}
			text = append(text, rune(r))
			waits = 0
		}
		return true
	}
	for _, r := range s {
		ok := true
		switch {
		case waits == 0 && (r == '?' || r == utf8.RuneError):
			text = append(text, 0)
			gaps++
		case r < 0x80:
			ok = add(byte(r))
		case r < 1<<16 && as.pairs[r] != 0:
			ok = add(byte(as.pairs[r]>>8)) && add(byte(as.pairs[r]))
		default:
			ok = false
		}
		if !ok {
			return "", false
		}
	}
	if waits != 0 || gaps*3 > len(text) {
		return "", false
	}
	if gaps > 0 {
		return fill(text, missing(as, was)), true
	}
	return string(text), true
}

// missing returns the characters of the set was whose pairs are none in the set as.
func missing(as, was *codePage) []rune {
	var all []rune
	m := language()
	for p, r := range was.runes {
		if r >= 0x3000 && (r < 0xE000 || r > 0xF8FF) && as.runes[p] == 0 && m.number[r] != 0 {
			all = append(all, rune(r))
		}
		if q := as.runes[p]; r >= 0x3000 && 0xE000 <= q && q < 0xF900 && m.number[r] != 0 {
			all = append(all, rune(r))
		}
	}
	return all
}

// A guessed is a text up to a place.
type guessed struct {
	score float64
	x     context
	text  *spelled
	r     rune // behind text, until the guess is kept
}

// A spelled is the last character of a text, with those before it.
type spelled struct {
	before *spelled
	r      rune
	n      int // characters
}

// with returns the text t with r behind it.
func (t *spelled) with(r rune) *spelled {
	n := 1
	if t != nil {
		n = t.n + 1
	}
	return &spelled{t, r, n}
}

// String returns the text.
func (t *spelled) String() string {
	if t == nil {
		return ""
	}
	text := make([]rune, t.n)
	for ; t != nil; t = t.before {
		text[t.n-1] = t.r
	}
	return string(text)
}

// fill puts the likeliest of the characters into the places of text that are 0.
func fill(text []rune, characters []rune) string {
	m := language()
	list := []guessed{{x: context{last: m.number['\n'], pair: -1}}}
	for _, r := range text {
		var next []guessed
		for _, g := range list {
			if r != 0 {
				v, x := m.score(g.x, m.number[r])
				next = append(next, guessed{g.score + v, x, g.text, r})
				continue
			}
			for _, c := range characters {
				v, x := m.score(g.x, m.number[c])
				next = append(next, guessed{g.score + v, x, g.text, c})
			}
		}
		list = bestGuessed(next)
	}
	return list[0].text.String()
}

// utf8Behind returns what s says that is UTF-8 and was read in the set as. Where
// the bytes did not pair, "?" or U+FFFD stands for one or two of them: the
// character is guessed by its neighbours.
func utf8Behind(s string, as *codePage) (string, bool) {
	b := make([]int, 0, len(s)) // bytes; -1 for one that is not known
	known, gaps := 0, 0
	for _, r := range s {
		switch {
		case r == '?' || r == utf8.RuneError:
			b = append(b, gap, maybe)
			gaps++
		case r < 0x80:
			b = append(b, int(r))
		case r == '€':
			b = append(b, 0x80)
			known++
		case r < 1<<16 && as.pairs[r] != 0:
			b = append(b, int(as.pairs[r]>>8), int(as.pairs[r]&0xFF))
			known += 2
		default:
			return "", false
		}
	}
	if known < 6 || gaps*4 > known {
		return "", false
	}
	return guessUTF8(b, anyByte)
}

// Slots of guessUTF8 that are no bytes.
const (
	gap   = -1 // a byte that is not known
	maybe = -2 // another, or none
)

// A byteSet says which bytes a gap may be.
type byteSet func(b int) bool

func anyByte(b int) bool { return true }

// notIn1252 holds the bytes that Windows-1252 lacks.
func notIn1252(b int) bool {
	return b == 0x81 || b == 0x8D || b == 0x8F || b == 0x90 || b == 0x9D
}

// guessUTF8 returns the likeliest text of the slots b, in the script that the
// likeliest in any script is in.
func guessUTF8(b []int, in byteSet) (string, bool) {
	s, ok := guessScript(b, in, 0)
	if !ok {
		return "", false
	}
	return guessScript(b, in, otherScript(s))
}

// guessScript is guessUTF8 with few characters of the script other.
func guessScript(b []int, in byteSet, other opencc.Proof) (string, bool) {
	m := language()
	beams := make([][]guessed, len(b)+1)
	beams[0] = []guessed{{x: context{last: m.number['\n'], pair: -1}}}
	for i, slot := range b {
		list := bestGuessed(beams[i])
		if len(list) == 0 {
			continue
		}
		if slot == maybe { // none
			beams[i+1] = append(beams[i+1], list...)
		}
		all := charactersAt(b, i, in)
		if len(all) > 100 {
			list = list[:min(2, len(list))] // two bytes are guessed: the neighbours hardly matter
		}
		for _, c := range all {
			for _, g := range list {
				v, x := m.score(g.x, m.number[c.r])
				if other != 0 && wrong(c.r, other) {
					v -= costScript
				}
				beams[c.end] = append(beams[c.end], guessed{g.score + v, x, g.text, c.r})
			}
		}
		beams[i] = nil
	}
	list := bestGuessed(beams[len(b)])
	if len(list) == 0 {
		return "", false
	}
	return list[0].text.String(), true
}

// bestGuessed returns the best few of list, which it reorders.
func bestGuessed(list []guessed) []guessed {
	n := min(6, len(list))
	for i := range n {
		k := i
		for j := i + 1; j < len(list); j++ {
			if list[j].score > list[k].score {
				k = j
			}
		}
		list[i], list[k] = list[k], list[i]
		if g := &list[i]; g.r != 0 {
			g.text, g.r = g.text.with(g.r), 0
		}
	}
	return list[:n]
}

// A candidate is a character that the slots up to end may be.
type candidate struct {
	r   rune
	end int
}

// charactersAt returns the characters that the slots from i on may be, those
// with gaps only where the model knows them.
func charactersAt(b []int, i int, in byteSet) []candidate {
	if v := b[i]; 0 <= v && v < 0x80 {
		return []candidate{{rune(v), i + 1}}
	}
	var all []candidate
	var walk func(k, n, gaps int, r rune)
	walk = func(k, n, gaps int, r rune) {
		if n == 3 {
			if gaps == 0 || gaps < 3 && language().number[r] != 0 {
				all = append(all, candidate{r, k})
			}
			return
		}
		if k == len(b) {
			return
		}
		if b[k] == maybe && n > 0 {
			walk(k+1, n, gaps, r)
		}
		lo, hi, g := 0x80, 0xBF, 1
		if n == 0 {
			lo, hi = 0xE2, 0xEF
		}
		if b[k] >= 0 {
			if b[k] < lo || b[k] > hi {
				return
			}
			lo, hi, g = b[k], b[k], 0
		}
		for v := lo; v <= hi; v++ {
			if g == 0 || in(v) && (n > 0 || v == 0xE3 || v == 0xEF || 0xE4 <= v && v <= 0xE9) {
				part := rune(v & 0x3F)
				if n == 0 {
					part = rune(v & 0x0F)
				}
				walk(k+1, n+1, gaps+g, r<<6|part)
			}
		}
	}
	walk(i, 0, 0, 0)
	if b[i] == 0xC2 && i+1 < len(b) && b[i+1] >= 0x80 && b[i+1] < 0xC0 {
		all = append(all, candidate{rune(b[i+1]), i + 2})
	}
	return all
}
