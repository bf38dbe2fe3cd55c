package normalise

import (
	"unicode/utf8"

	"gongwen/extract/internal/normalise/opencc"
	"gongwen/model"
)

// A Spelling knows how a document spells the characters of its normal form.
type Spelling struct {
	forms  map[rune]rune       // of characters with one form, and the usual one of others
	beside map[neighbours]rune // the form between two neighbours, 0 for any
}

// neighbours are a character and those beside it.
type neighbours struct{ before, r, after rune }

// SpellingOf returns the spelling of the document with the text source, of which
// result is the normal form. A character has the form that it has in the source; one
// with several there (里: 里, 裏) that which it has between the same neighbours.
// What was repaired has none.
func SpellingOf(source string, result Result) *Spelling {
	t, broken := result.Text, brokenBytes(source, result.Repairs)
	s := &Spelling{forms: map[rune]rune{}, beside: map[neighbours]rune{}}
	type pair struct{ normal, original rune }
	counts := map[pair]int{}
	original := func(normal rune, at, n int) rune {
		lo, hi := t.Range(at, at+n)
		r, size := utf8.DecodeRuneInString(source[lo:hi])
		if size != hi-lo || !unified(r) || !unified(normal) || broken != nil && broken[lo] {
			return 0
		}
		return r
	}
	text := t.String()
	for at, r := range text {
		o := original(r, at, utf8.RuneLen(r))
		if o == 0 {
			continue
		}
		counts[pair{r, o}]++
		usual, ok := s.forms[r]
		if n, m := counts[pair{r, o}], counts[pair{r, usual}]; !ok || n > m || n == m && o > usual {
			s.forms[r] = o
		}
	}
	several := map[rune]bool{}
	for p := range counts {
		if s.forms[p.normal] != p.original {
			several[p.normal] = true
		}
	}
	if len(several) == 0 {
		return s
	}
	for at, r := range text {
		n := utf8.RuneLen(r)
		if !several[r] {
			continue
		}
		if o := original(r, at, n); o != 0 {
			s.note(neighbours{before(text, at), r, after(text, at+n)}, o)
		}
	}
	return s
}

// brokenBytes tells which bytes of source begin a character that was repaired,
// but for glosses, which leave their character as it is; nil for none.
func brokenBytes(source string, repairs []model.Repair) []bool {
	var points []bool // by code point
	for _, r := range repairs {
		if r.Kind == model.Pinyin {
			continue
		}
		if points == nil {
			points = make([]bool, utf8.RuneCountInString(source))
		}
		for at := r.Evidence.Start; at < min(r.Evidence.End, len(points)); at++ {
			points[at] = true
		}
	}
	if points == nil {
		return nil
	}
	broken := make([]bool, len(source)+1)
	point := 0
	for at := range source {
		broken[at] = points[point]
		point++
	}
	return broken
}

// note notes the form o between neighbours, and beside either of them. The first one stays.
func (s *Spelling) note(n neighbours, o rune) {
	for _, key := range [...]neighbours{n, {n.before, n.r, 0}, {0, n.r, n.after}} {
		if _, ok := s.beside[key]; !ok {
			s.beside[key] = o
		}
	}
}

// Original returns the text value, which is in normal form, as the document spells it.
func (s *Spelling) Original(value string) string {
	var buf []byte
	done := 0
	for at, r := range value {
		usual, ok := s.forms[r]
		if !ok {
			continue
		}
		n := utf8.RuneLen(r)
		form := usual
		p, q := before(value, at), after(value, at+n)
		for _, key := range [...]neighbours{{p, r, q}, {p, r, 0}, {0, r, q}} {
			if o, ok := s.beside[key]; ok {
				form = o
				break
			}
		}
		if form != r {
			buf = append(buf, value[done:at]...)
			buf = utf8.AppendRune(buf, form)
			done = at + n
		}
	}
	if done == 0 {
		return value
	}
	return string(append(buf, value[done:]...))
}

// unified reports whether r is a Chinese character of its own, no radical, no
// compatibility ideograph.
func unified(r rune) bool { return isHan(r) && opencc.Unified()[r] == 0 && r >= 0x3400 }

// InTraditional returns s, which is in simplified characters, in traditional
// ones: OpenCC's s2t. A person's name keeps its surname.
func InTraditional(s string, person bool) string {
	if person {
		return opencc.NameToTraditional(s)
	}
	return opencc.S2T.Convert(s)
}
