package normalise

import (
	"strings"
	"unicode/utf8"

	"gongwen/extract/internal/normalise/opencc"
	"gongwen/extract/internal/origin"
	"gongwen/model"
)

// script turns traditional characters into simplified ones, but only where the
// text is traditional. A text is told by the characters that one script alone
// has; 乾, 於, 甯, 昇 and others that stand in simplified text too (in names, in
// terms) prove nothing. A text of one script is taken as a whole, a mixed one
// line by line; what a simplified line may hold is said at [strays].
func script(d *document) origin.Text {
	v := d.look()
	d.Script = model.Simplified
	if v.traditional > 0 {
		d.Script = model.Mixed
		switch {
		case v.simplified*10 <= v.traditional:
			d.Script = model.Traditional
		case v.traditional*10 <= v.simplified:
			d.Script = model.Simplified
		}
	}
	switch {
	case d.opt.Script == Simplified:
		return d.Text
	case d.opt.Script == Traditional:
		return convert(d.Text, opencc.FromTraditional)
	case d.opt.Script == Taiwan:
		return convert(d.Text, opencc.FromTaiwan)
	case d.opt.Script == HongKong:
		return convert(d.Text, opencc.FromHongKong)
	case v.traditional > 0 && v.simplified == 0:
		return convert(d.Text, conversion(d.Text.String(), v.classes))
	case v.traditional > 0:
		return byLine(d.Text, v.traditional > v.simplified, conversion(d.Text.String(), v.classes))
	case v.classes&unsure != 0:
		return byLine(d.Text, false, opencc.FromTraditional)
	}
	return d.Text
}

// convert returns t with all of it in simplified characters.
func convert(t origin.Text, by *opencc.Config) origin.Text {
	s := t.String()
	to := by.Convert(s)
	if same, ok := t.Respelt(to); ok {
		return same
	}
	e := editor{t: t}
	e.replace(to, 0, len(s))
	return e.text()
}

// replace writes to in place of the bytes lo to hi, character by character
// where both have as many: then each keeps its own origin.
func (e *editor) replace(to string, lo, hi int) {
	s := e.t.String()[lo:hi]
	if len(to) == len(s) || utf8.RuneCountInString(to) != utf8.RuneCountInString(s) {
		e.put(to, lo, hi)
		return
	}
	for i, j := 0, 0; i < len(s); {
		from, at := i, j
		for i < len(s) && runeSize(s[i:]) == runeSize(to[j:]) {
			n := runeSize(s[i:])
			i, j = i+n, j+n
		}
		if i > from {
			e.put(to[at:j], lo+from, lo+i)
		}
		if i < len(s) {
			n, m := runeSize(s[i:]), runeSize(to[j:])
			e.put(to[j:j+m], lo+i, lo+i+n)
			i, j = i+n, j+m
		}
	}
}

// runeSize returns the length of the character at the head of s.
func runeSize(s string) int {
	_, n := utf8.DecodeRuneInString(s)
	return n
}

// byLine converts the lines that are traditional. A line that proves nothing goes with
// the text as a whole.
func byLine(t origin.Text, whole bool, by *opencc.Config) origin.Text {
	e := editor{t: t}
	s := t.String()
	from := 0 // of the traditional lines that stand in a row before lo
	for lo := 0; lo < len(s); {
		hi := lineEnd(s, lo)
		n := tallyOf(s[lo:hi])
		if n.traditional > n.simplified || whole && n.traditional == n.simplified {
			lo = hi
			continue
		}
		e.convert(by, from, lo)
		if n.traditional > 0 || n.classes&unsure != 0 {
			strays(&e, s, lo, hi)
		}
		lo, from = hi, hi
	}
	e.convert(by, from, len(s))
	return e.text()
}

// convert converts the bytes lo to hi.
func (e *editor) convert(by *opencc.Config, lo, hi int) {
	s := e.t.String()[lo:hi]
	if to := by.Convert(s); to != s {
		e.replace(to, lo, hi)
	}
}

// lineEnd returns where the line ends that stands at the byte i of s, with its break.
func lineEnd(s string, i int) int {
	if n := strings.IndexByte(s[i:], '\n'); n >= 0 {
		return i + n + 1
	}
	return len(s)
}

// tallyOf counts the Chinese characters of s.
func tallyOf(s string) (n tally) {
	t := classes()
	for i := 0; i < len(s); {
		var asked class
		if i, asked = n.wide(t, s, i, 0); asked == 0 { // up to a character of another size
			i++
		}
	}
	return n
}

// strays converts the traditional characters that a simplified line holds by
// mistake of a converter or a font. Three kinds come in:
//
//   - A character that is traditional alone is converted with its neighbours of
//     the same kind: no simplified text has it, in names neither, for the
//     characters that the standard keeps for names have OpenCC's word that they
//     also stand for themselves. One with several simplified forms (鍾: 钟, 锺)
//     stays where it stands alone.
//   - A character of either script is converted only beside such a one (過後).
//   - 後 behind a Chinese character (通过後, 最後) is 后, the one mistake that is
//     common in whole archives. As a surname it begins a name, and so stands
//     behind a mark or a blank.
func strays(e *editor, s string, lo, hi int) {
	for i := lo; i < hi; {
		from, proved, several := i, false, false
		for i < hi {
			r, n := utf8.DecodeRuneInString(s[i:hi])
			c := classOf(r)
			if c&(traditional|unsure) == 0 {
				break
			}
			if c&traditional != 0 {
				proved = true
				several = several || opencc.Proofs()[r] == opencc.Several
			}
			i += n
		}
		switch {
		case i == from:
			i += runeSize(s[i:hi])
		case proved && !(several && utf8.RuneCountInString(s[from:i]) == 1):
			e.replace(opencc.FromTraditional.Convert(s[from:i]), from, i)
		case s[from:i] == "後" && isHan(before(s, from)) && before(s, from) != '〇':
			e.put("后", from, i)
		}
	}
}
