// Package mend finds Chinese text that a conversion has broken, and says what
// stood there. It sees plain strings.
package mend

import (
	"math"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"gongwen/extract/internal/normalise/opencc"
)

// A Kind is a kind of damage.
type Kind uint8

// The kinds of damage.
const (
	Shift   Kind = iota + 1 // GBK pairs out of step after a lost byte
	Charset                 // read in the wrong character set
	Beyond                  // of either kind, and not to be repaired
)

// A Repair is a stretch of bytes, half-open, and what stood there; nothing for
// damage that is Beyond repair.
type Repair struct {
	Lo, Hi int
	Kind   Kind
	Text   string
}

//go:generate go run gen.go -counts bigrams.tsv -list dict.txt -words words.tsv -follow follow.tsv -text laws

// Text returns the damage that it finds in s, in order, apart.
func Text(s string) []Repair {
	at := Suspect(s, 0)
	if at < 0 {
		return closeQuotes(s, nil)
	}
	search := newSearch(s)
	defer searches.Put(search)
	var all, doubtful []Repair
	for at >= 0 {
		end := len(s)
		if i := strings.IndexByte(s[at:], '\n'); i >= 0 {
			end = at + i
		}
		all = moved(all, search.line(at, end), at)
		doubtful = moved(doubtful, search.doubtful, at)
		if end == len(s) {
			break
		}
		at = Suspect(s, end+1)
	}
	if search.shown {
		for _, r := range doubtful {
			all = insteadOf(all, r)
		}
	}
	return closeQuotes(s, all)
}

// moved appends the repairs of the line that begins at the byte at.
func moved(all, line []Repair, at int) []Repair {
	for _, r := range line {
		r.Lo, r.Hi = r.Lo+at, r.Hi+at
		all = append(all, r)
	}
	return all
}

// insteadOf puts r in its place, and takes out what lies there beyond repair.
func insteadOf(all []Repair, r Repair) []Repair {
	all = slices.DeleteFunc(all, func(o Repair) bool { return o.Kind == Beyond && o.Lo < r.Hi && r.Lo < o.Hi })
	return insert(all, r)
}

// proven is how many characters of one script, less those of the other, tell
// what a text is written in.
const proven = 40

// otherScript returns the script that s is not written in. Damage makes rare
// characters of both scripts; the frequent ones tell.
func otherScript(s string) opencc.Proof {
	m, p := language(), proofs()
	balance := 0
	for _, r := range s {
		if balance > proven || balance < -proven {
			break
		}
		if r >= 0x4E00 && r < 1<<16 && m.alone[m.number[r]] > -9.5 {
			switch p[r] {
			case opencc.Traditional:
				balance++
			case opencc.Simplified:
				balance--
			}
		}
	}
	switch {
	case balance > 0:
		return opencc.Simplified
	case balance < 0:
		return opencc.Traditional
	}
	return 0
}

var searches = sync.Pool{New: func() any {
	return &search{m: language(), page: gbk(), options: allOptions(), proofs: proofs()}
}}

// newSearch returns a search for the lines of text.
func newSearch(text string) *search {
	s := searches.Get().(*search)
	s.spent, s.shown = 0, false
	s.whole, s.heard = text, false
	return s
}

// hear learns from the whole text what its lines are judged by, once a line needs it.
func (s *search) hear() {
	if s.heard {
		return
	}
	s.heard = true
	s.wide = strings.Count(s.whole, "，") > 4*strings.Count(s.whole, ",") && !asks(s.whole)
	s.fines = [5]float64{}
	if other := otherScript(s.whole); other != 0 {
		s.fines[other] = costScript
		if other == opencc.Traditional {
			s.fines[opencc.Several] = costScript
		}
	}
	s.echo.listen(s.m, s.whole)
}

// asks reports whether text asks with "?", so that others may be questions, too.
func asks(text string) bool {
	for at := 0; ; at++ {
		i := strings.IndexByte(text[at:], '?')
		if i < 0 {
			return false
		}
		at += i
		n := 0
		for k := at; k > 0 && n < 20; n++ { // back to the last mark
			r, size := utf8.DecodeLastRuneInString(text[:k])
			if strings.ContainsRune(interrogative, r) {
				return true
			}
			if !isHan(r) {
				break
			}
			k -= size
		}
	}
}

// interrogative are characters of questions, old and new, that notices have in no other sense.
const interrogative = "吗嗎呢么麼谁誰哪怎岂豈孰哉乎耶欤歟奚曷"

// line returns the damage in the line from at to end.
func (s *search) line(at, end int) []Repair {
	line := s.whole[at:end]
	s.doubtful = s.doubtful[:0]
	if all := Misread(line); all != nil {
		return all
	}
	s.tokens = tokens(line, s.tokens[:0])
	var all []Repair
	if lo, any := s.gate(); any {
		s.hear()
		s.echo.muteLine(at)
		if all = s.repairs(s.run(max(0, lo-1))); len(all) > 0 {
			s.spent = 0
		}
	}
	return s.beyond(line, all)
}

// closeQuotes repairs the end of a quotation, of which a mirror leaves "!": 。 and
// ” are A1A3 A1B1, and A3A1 is ！ to it. It does so where the document has other
// damage of mirrors, the quotation is open, and the next line does not go on
// with it; elsewhere "!" is an exclamation.
func closeQuotes(s string, all []Repair) []Repair {
	at := strings.Index(s, "!\n")
	if at < 0 && !strings.HasSuffix(s, "!") || !mirrored(s, all) {
		return all
	}
	for lo := 0; lo < len(s); {
		hi := len(s)
		if i := strings.IndexByte(s[lo:], '\n'); i >= 0 {
			hi = lo + i
		}
		line := s[lo:hi]
		open := strings.LastIndex(line, "“")
		if strings.HasSuffix(line, "!") && open > strings.LastIndex(line, "”") && !strings.HasPrefix(strings.TrimLeft(s[hi:], " \n\t\u3000"), "“") {
			all = insert(all, Repair{hi - 1, hi, Shift, "。”"})
		}
		lo = hi + 1
	}
	return all
}

// mirrored reports whether s has damage of mirrors: bytes out of step, or three
// glosses with tones.
func mirrored(s string, all []Repair) bool {
	if slices.ContainsFunc(all, func(r Repair) bool { return r.Kind == Shift }) {
		return true
	}
	n := 0
	for i := 0; i < len(s) && n < 3; i++ {
		if s[i] == '(' && i > 0 && s[i-1] >= 0x80 && glossLen(s[i+1:min(len(s), i+32)]) > 0 {
			n++
		}
	}
	return n == 3
}

// insert puts r in its place, unless another repair has it.
func insert(all []Repair, r Repair) []Repair {
	k := 0
	for k < len(all) && all[k].Lo < r.Lo {
		k++
	}
	if k > 0 && all[k-1].Hi > r.Lo || k < len(all) && all[k].Lo < r.Hi {
		return all
	}
	return slices.Insert(all, k, r)
}

// beyond adds to the repairs what is damaged still: U+FFFD, 锟斤拷, and words that
// are none beside what a broken pair leaves.
func (s *search) beyond(line string, all []Repair) []Repair {
	lo, hi, bad, left := -1, -1, 0, 0
	flush := func() {
		if left > 0 && (bad >= 4 || bad < 0) {
			all = insert(all, Repair{lo, hi, Beyond, ""})
		}
		lo, bad, left = -1, 0, 0
	}
	gap := 0
	for i := range s.tokens {
		t := &s.tokens[i]
		kun := t.r == '锟' && strings.HasPrefix(line[t.lo:], "锟斤拷")
		strong := kun || t.r == utf8.RuneError
		weak := t.kind == lost || 0xE000 <= t.r && t.r < 0xF900
		switch {
		case strong, weak, t.kind == pair && s.bad(i):
			if lo < 0 {
				lo = t.lo
			}
			hi = t.hi
			if kun {
				hi = t.lo + len("锟斤拷")
			}
			gap = 0
			switch {
			case strong:
				bad, left = -1000, left+1
			case weak:
				left++
			default:
				bad++
			}
		case lo >= 0:
			if gap++; gap > 2 || t.kind == end {
				flush()
			}
		}
	}
	flush()
	return all
}

// rare is the logarithm from which a character that fits neither neighbour is suspect.
const rare = -10.5

// bad reports whether the token i is a rare character that fits neither neighbour.
func (s *search) bad(i int) bool {
	t := &s.tokens[i]
	return s.m.alone[t.number] <= rare && s.lonely(i)
}

// lonely reports whether the token i fits neither neighbour.
func (s *search) lonely(i int) bool {
	t := &s.tokens[i]
	return t.kind == pair && (t.r >= 0x3400 || t.number == 0) && (i == 0 || s.m.find(s.tokens[i-1].number, t.number) < 0) && s.m.find(t.number, s.tokens[i+1].number) < 0
}

// lonelyNear reports whether one of the three tokens from i on fits neither neighbour.
func (s *search) lonelyNear(i int) bool {
	for k := i; k < min(i+3, len(s.tokens)-1); k++ {
		if s.lonely(k) {
			return true
		}
	}
	return false
}

// reach is how far before the first bad character a stretch may begin.
const reach = 6

// gate opens the places where a stretch out of step may begin, and returns the first.
func (s *search) gate() (first int, any bool) {
	n := len(s.tokens)
	s.open = slices.Grow(s.open[:0], n)[:n]
	clear(s.open)
	first = n
	open := func(lo, hi int) {
		for i := max(0, lo); i <= min(hi, n-1); i++ {
			s.open[i] = true
		}
		first = min(first, max(0, lo))
		any = true
	}
	before, last := -10, -10 // the last two bad characters
	for i := range n {
		t := &s.tokens[i]
		switch {
		case t.kind == lost:
			if t.gloss || t.r == utf8.RuneError || s.lonelyNear(i+1) || s.sole(i) {
				open(i, i)
			}
		case s.bad(i):
			if i-before <= 8 { // two may be a name
				open(before-reach, i)
			}
			before, last = last, i
			if i > 0 && s.suspicious(i-1) || s.suspicious(i+1) {
				open(i-reach, i)
			}
		case t.kind == pair && (i > 0 && s.suspicious(i-1) || s.suspicious(i+1)) && s.lonely(i):
			open(i-reach, i)
		case t.kind == ascii && t.y == '!' && s.tokens[i+1].kind == end:
			open(i, i)
		}
	}
	return first, any
}

// suspicious reports whether the token i is what a broken pair leaves.
func (s *search) suspicious(i int) bool {
	t := &s.tokens[i]
	return t.kind == lost || t.kind == ascii && (t.y == '!' || t.y == ';' || 'a' <= t.y|0x20 && t.y|0x20 <= 'z')
}

// accept is what a repaired character must reach in the mean, as a logarithm;
// margin is how much better a repair must be than the text as it stands.
const (
	accept = -7.5
	margin = 3
)

// repairs returns the stretches out of step of the way w. It adds those that
// are not proved to s.doubtful.
func (s *search) repairs(w way) []Repair {
	var path []int32
	for k := w.node; k >= 0; k = s.nodes[k].prev {
		path = append(path, k)
	}
	var all []Repair
	for i := len(path) - 1; i >= 0; i-- {
		if !s.nodes[path[i]].starts {
			continue
		}
		from := int(s.nodes[s.nodes[path[i]].prev].token) + 1
		s.written = s.written[:0]
		for ; i >= 0; i-- {
			n := &s.nodes[path[i]]
			if n.emitted == 0 {
				i++
				break
			}
			s.written = append(s.written, *n)
			if n.closes {
				break
			}
		}
		if text, to, ok := s.text(from); ok {
			r := Repair{s.tokens[from].lo, s.tokens[to].hi, Shift, text}
			switch evidence, left := s.weigh(from, to); {
			case s.proved(evidence, left):
				all = append(all, r)
				s.shown = s.shown || left == leftGloss || evidence >= enough
			case evidence >= enoughAlso:
				s.doubtful = append(s.doubtful, r)
			}
		}
	}
	return all
}

// What a repair must have for itself, as a logarithm.
const (
	enough       = 26 // whatever the place looks like
	enoughLeft   = 12 // where "?" stands, which a broken pair has left
	enoughLetter = 6  // where it is a letter
	enoughWide   = 7  // where it is "?", and the text writes its marks in full width and asks nothing
	enoughAlso   = 0  // where another place has shown that the text is out of step
)

// The share of a character in the evidence. Bytes that are paired at random
// make characters that are this unlikely; of a hundred that a guess could have
// taken, the best is this unlikely. Sound text has rare names, which no model knows.
const (
	byChance = -9.5
	byChoice = -5
	anyName  = -12

	alsoGuessed = 1.5 // what a guess beyond the first and the last costs
)

// weigh returns what speaks for the reading s.written of the tokens from to to:
// how much likelier its characters are than what chance makes, less the same of the
// tokens as they stand. A character of which one byte was guessed speaks little,
// for some one always fits: where few others stand beside it, as in a list of words, there
// is no telling damage from a rare word.
func (s *search) weigh(from, to int) (evidence float64, left left) {
	x := s.behind(from)
	c := x
	for i := from; i <= to; i++ {
		t := &s.tokens[i]
		if t.kind == blank {
			continue
		}
		var v float64
		v, c = s.m.score(c, t.number)
		switch {
		case t.gloss:
			left = leftGloss
		case t.r == utf8.RuneError:
			left = max(left, leftSure)
		case t.kind == lost:
			left = max(left, leftQuestion)
		case t.kind == ascii:
			if t.y > 0x40 && !strings.ContainsRune("[]{}|", rune(t.y)) {
				left = max(left, leftLetter)
			}
		default:
			evidence -= max(v, anyName) - byChance
		}
	}
	known, guessed := 0, 0
	for _, n := range s.written {
		var v float64
		v, x = s.m.score(x, s.m.number[n.emitted])
		if n.known {
			evidence += v - byChance
			known++
		} else {
			evidence += v - byChoice
			if guessed++; guessed > 2 {
				evidence -= alsoGuessed
			}
		}
		if n.letter != 0 {
			_, x = s.m.score(x, s.m.number[n.letter])
		}
	}
	if known == 0 && guessed > 2 {
		return math.Inf(-1), left
	}
	after := s.tokens[min(to+1, len(s.tokens)-1)].number
	was, _ := s.m.score(c, after)
	is, _ := s.m.score(x, after)
	return evidence + max(is, anyName) - max(was, anyName), left
}

// A left says what the broken pairs of a stretch have left.
type left uint8

const (
	leftNothing left = iota
	leftLetter
	leftQuestion // which may be a question mark
	leftSure     // U+FFFD
	leftGloss    // the reading of a character that lost its first byte
)

// proved reports whether the evidence is enough for a stretch with what is left in it.
func (s *search) proved(evidence float64, left left) bool {
	switch {
	case left == leftGloss:
		return true
	case left == leftSure:
		return evidence >= enoughAlso
	case left == leftQuestion && s.wide:
		return evidence >= enoughWide
	case left == leftQuestion:
		return evidence >= enoughLeft
	case left == leftLetter:
		return evidence >= enoughLetter
	}
	return evidence >= enough
}

// text returns what was written from the token from on, and the last token that
// it stands for; ok is false where it does not read well, and better than the tokens.
func (s *search) text(from int) (text string, to int, ok bool) {
	var b strings.Builder
	sure := s.isSole(from) || s.tokens[from].gloss || s.tokens[from].kind != lost || s.tokens[from].r == utf8.RuneError
	for _, n := range s.written {
		b.WriteRune(n.emitted)
		if n.letter != 0 {
			b.WriteByte(n.letter)
		}
		to = int(n.token)
		sure = sure || n.known
	}
	text = b.String()
	return text, to, sure && s.plausible(from, to, text)
}

// isSole reports whether the reading s.written is of one "?" at from.
func (s *search) isSole(from int) bool { return len(s.written) == 1 && s.sole(from) }

// plausible reports whether text reads well, and better than the tokens from to to.
func (s *search) plausible(from, to int, text string) bool {
	x := s.behind(from)
	after := s.tokens[min(to+1, len(s.tokens)-1)].number
	was, c := 0.0, x
	for i := from; i <= to; i++ {
		if t := &s.tokens[i]; t.kind != blank {
			var v float64
			v, c = s.m.score(c, t.number)
			was += v
		}
	}
	v, _ := s.m.score(c, after)
	was += v
	is, han := 0.0, false
	c = x
	for _, r := range text {
		v, c = s.says(c, s.m.number[r])
		is += v
		han = han || isHan(r)
	}
	v, _ = s.m.score(c, after)
	is += v
	n := float64(utf8.RuneCountInString(text) + 1)
	return (han || s.isSole(from) || s.tokens[from].r == utf8.RuneError) && is/n >= accept && is-was >= margin
}

// Apply returns line with the repairs.
func Apply(line string, repairs []Repair) string {
	var b strings.Builder
	at := 0
	for _, r := range repairs {
		if r.Kind == Beyond {
			continue
		}
		b.WriteString(line[at:r.Lo])
		b.WriteString(r.Text)
		at = r.Hi
	}
	b.WriteString(line[at:])
	return b.String()
}
