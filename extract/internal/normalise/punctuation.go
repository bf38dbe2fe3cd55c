package normalise

import (
	"strings"
	"unicode/utf8"

	"gongwen/extract/internal/origin"
)

// punctuation gives marks the form that the text around them asks for:
// full width beside Chinese, half width inside numbers, times, addresses and
// Latin text.
func punctuation(d *document) origin.Text {
	w := writer{editor: editor{t: d.Text}, s: d.Text.String()}
	w.write(d.look().classes&misset == 0)
	return w.text()
}

// A writer is one walk over a text. Brackets and quotes are paired within a line.
type writer struct {
	editor
	s       string
	lineEnd int      // of the line, once a quote asked for it
	quoted  bool     // a “ is open
	odd     bool     // the line holds an odd number of straight quotes
	full    int      // where the last mark ends that was given full width
	open    [16]bool // the brackets that are open, true for full width
	depth   int
	closing []mark // what the closing half of a pair will be, the next one last
}

// A mark is what will stand in place of the bytes lo to hi.
type mark struct {
	lo, hi int
	form   string
}

// turns holds the ASCII characters that a writer turns to.
var turns = func() (t [128]bool) {
	for b, l := range looks {
		t[b] = l&^lookBlank != 0 || b == '>' || b == '\n'
	}
	return t
}()

// write walks over the text. Most often a character is Chinese, a letter or a
// digit; in a plain text no Chinese character stands for a mark.
func (w *writer) write(plain bool) {
	s, t := w.s, classes()
	for i := 0; i < len(s); {
		b := s[i]
		switch {
		case 0xE4 <= b && b <= 0xE9 && plain:
			i += 3
		case b < 0x80 && !turns[b]:
			i++
		case w.closes(i):
			i = w.full
		case b < 0x80:
			i = w.ascii(i, b)
		case b>>4 == 0xE && i+2 < len(s):
			if t[three(s, i)]&(irregular|chinese) == 0 {
				i += 3
				continue
			}
			i = w.wide(i)
		case b == 0xCE || b == 0xD0:
			i = w.wide(i)
		default:
			i++
		}
	}
}

// closes writes the closing half of a pair that stands at the byte i, and reports
// whether one does.
func (w *writer) closes(i int) bool {
	n := len(w.closing)
	for n > 0 && w.closing[n-1].lo < i { // passed over, in an address
		n--
	}
	w.closing = w.closing[:n]
	if n == 0 || w.closing[n-1].lo > i {
		return false
	}
	m := w.closing[n-1]
	w.closing = w.closing[:n-1]
	w.widen(m.form, m.lo, m.hi)
	return true
}

// ascii deals with the ASCII character b at the byte i and returns where to go on.
func (w *writer) ascii(i int, b byte) int {
	switch b {
	case '\n':
		w.depth, w.lineEnd, w.quoted = 0, 0, false
	case ',', ';', '?', '!', ':':
		if b == ':' && strings.HasPrefix(w.s[i:], "://") {
			return addressEnd(w.s, i)
		}
		if w.besideChinese(i, i+1) {
			w.widen(fullOf(b), i, i+1)
		}
	case '(':
		if end := w.year(i, 1); end > 0 {
			return end
		}
		full := w.opensFull(i)
		w.push(full)
		if full {
			w.widen("（", i, i+1)
		}
	case ')':
		full, ok := w.pop()
		if full || !ok && w.besideChinese(i, i+1) {
			w.widen("）", i, i+1)
		}
	case '[', '{':
		if end := w.year(i, 1); end > 0 {
			return end
		}
	case '"':
		return w.quote(i)
	case '\'':
		return w.apostrophe(i)
	case '<':
		if end := w.year(i, 1); end > 0 {
			return end
		}
		return w.title(i, "<<", ">>")
	case '.':
		return w.dots(i)
	case '-':
		return w.dash(i, "-")
	case 'O', 'o', '0':
		return w.zero(i, 1)
	}
	return i + 1
}

// wide deals with the character of several bytes at the byte i.
func (w *writer) wide(i int) int {
	r, n := utf8.DecodeRuneInString(w.s[i:])
	switch r {
	case '•', '‧', '・', '∙', '⋅', '●':
		w.dot(r, i, n)
	case '○', '◯', 'Ο', 'О':
		return w.zero(i, n)
	case '－', '―', '─', '‐', '‑', '−', 'ー':
		return w.dash(i, string(r))
	case '：':
		if isTime(w.s, i, i+n) {
			w.put(":", i, i+n)
		}
	case '。':
		return w.stops(i)
	case '“', '”':
		w.quoted = r == '“'
	case '（':
		if end := w.year(i, n); end > 0 {
			return end
		}
		w.push(true)
	case '）':
		w.pop()
	case '〈':
		if end := w.year(i, n); end > 0 {
			return end
		}
		return w.title(i, "〈〈", "〉〉")
	case '〔', '［', '【', '〖', '「', '『', '《', '❲', '⦗', '暡':
		if end := w.year(i, n); end > 0 {
			return end
		}
	}
	return i + n
}

// fullOf returns the full-width form of an ASCII mark.
func fullOf(b byte) string {
	switch b {
	case ',':
		return "，"
	case ';':
		return "；"
	case ':':
		return "："
	case '?':
		return "？"
	}
	return "！"
}

// besideChinese reports whether what stands at lo to hi has Chinese on either
// side, blanks aside. 1,500 and 17:00 have none, nor have file names and Latin text.
func (w *writer) besideChinese(lo, hi int) bool {
	return w.behindChinese(lo) || isChinese(after(w.s, pastMarks(w.s, hi)))
}

// behindChinese reports whether what stands at lo has Chinese before it, which may
// be a mark that was given full width just now.
func (w *writer) behindChinese(lo int) bool {
	at := beforeBlanks(w.s, lo)
	return at > 0 && at == w.full || isChinese(before(w.s, at))
}

// pastMarks returns where the blanks and ASCII marks at the byte i of s end.
func pastMarks(s string, i int) int {
	for range 8 {
		i = pastBlanks(s, i)
		if i == len(s) || strings.IndexByte(",;:?!", s[i]) < 0 {
			break
		}
		i++
	}
	return i
}

// widen writes the full-width mark in place of the bytes lo to hi.
func (w *writer) widen(mark string, lo, hi int) {
	w.put(mark, lo, hi)
	w.full = hi
}

// addressEnd returns where the web address ends whose colon stands at the byte i.
// A mark at its end belongs to the sentence.
func addressEnd(s string, i int) int {
	end := i
	for end < len(s) && 0x20 < s[end] && s[end] < 0x7F {
		end++
	}
	for end > i+1 && strings.IndexByte(",;:?!).\"'", s[end-1]) >= 0 {
		end--
	}
	return end
}

// isTime reports whether the colon at lo to hi stands in a time of day: 17：00.
func isTime(s string, lo, hi int) bool {
	from := lo
	for from > 0 && isDigit(rune(s[from-1])) {
		from--
	}
	if lo-from < 1 || lo-from > 2 || lo-from == 2 && s[from:lo] > "24" {
		return false
	}
	to := hi
	for to < len(s) && isDigit(rune(s[to])) {
		to++
	}
	return to-hi == 2 && s[hi] <= '5'
}

// push notes a bracket that opens.
func (w *writer) push(full bool) {
	if w.depth < len(w.open) {
		w.open[w.depth] = full
	}
	w.depth++
}

// pop returns the bracket that closes, ok false if none is open.
func (w *writer) pop() (full, ok bool) {
	if w.depth == 0 {
		return false, false
	}
	w.depth--
	return w.depth < len(w.open) && w.open[w.depth], true
}

// opensFull reports whether the bracket ( at the byte i is a Chinese one: it
// stands behind Chinese, holds Chinese, or opens before Chinese with nothing
// Latin in front. f(x) and v(1.0) are none.
func (w *writer) opensFull(i int) bool {
	if w.behindChinese(i) {
		return true
	}
	depth := 0
	for j := i + 1; j < len(w.s) && j < i+600; {
		r, n := utf8.DecodeRuneInString(w.s[j:])
		switch {
		case r == '\n':
			return false
		case r == '(' || r == '（':
			depth++
		case r == '）' && depth == 0:
			return true
		case r == ')' && depth == 0:
			p := before(w.s, i)
			return !isLetter(p) && !isDigit(p) && isChinese(after(w.s, pastBlanks(w.s, j+n)))
		case r == ')' || r == '）':
			depth--
		case isChinese(r):
			return true
		}
		j += n
	}
	return false
}

// line returns the rest of the line from the byte i on, but no more than limit bytes.
func (w *writer) line(i, limit int) string {
	rest := w.s[i:min(len(w.s), i+limit)]
	if n := strings.IndexByte(rest, '\n'); n >= 0 {
		return rest[:n]
	}
	return rest
}

// title turns 〈〈 or << and their other half on the line into 《》. The >> of a
// path (首页>>通知) has no other half.
func (w *writer) title(i int, open, end string) int {
	if !strings.HasPrefix(w.s[i:], open) {
		return i + len(open)/2
	}
	in := i + len(open)
	line := w.line(in, 300)
	n := strings.Index(line, end)
	if n <= 0 || strings.Contains(line[:n], open) || !hasHan(line[:n]) {
		return in
	}
	w.widen("《", i, in)
	w.close(mark{in + n, in + n + len(end), "》"})
	return in
}

// close notes what becomes of the closing half of a pair.
func (w *writer) close(m mark) {
	k := len(w.closing)
	for k > 0 && w.closing[k-1].lo < m.lo {
		k--
	}
	w.closing = append(w.closing, mark{})
	copy(w.closing[k+1:], w.closing[k:])
	w.closing[k] = m
}

// hasHan reports whether s holds a Chinese character.
func hasHan(s string) bool {
	for _, r := range s {
		if isHan(r) {
			return true
		}
	}
	return false
}
