package pdf

import "math"

// A tokenKind is what stands at a place of a content stream or a CMap.
type tokenKind uint8

const (
	endToken tokenKind = iota
	numberToken
	stringToken
	nameToken
	opToken
	arrayToken    // [
	endArrayToken // ]
	dictToken     // <<
	endDictToken  // >>
)

// A lexer cuts a content stream or a CMap into tokens.
type lexer struct {
	b   []byte
	at  int
	num float64 // of the number just read
	str []byte  // of the string, name or operator just read
}

// What a byte is between tokens.
const (
	regular = iota
	space
	delimiter
)

var class = [256]uint8{
	0: space, '\t': space, '\n': space, '\f': space, '\r': space, ' ': space,
	'(': delimiter, ')': delimiter, '<': delimiter, '>': delimiter, '[': delimiter, ']': delimiter,
	'{': delimiter, '}': delimiter, '/': delimiter, '%': delimiter,
}

// next reads a token.
func (l *lexer) next() tokenKind {
	for l.at < len(l.b) {
		c := l.b[l.at]
		if class[c] == space {
			l.at++
			continue
		}
		switch c {
		case '%':
			for l.at < len(l.b) && l.b[l.at] != '\n' && l.b[l.at] != '\r' {
				l.at++
			}
			continue
		case '(':
			return l.literal()
		case '<':
			if l.at+1 < len(l.b) && l.b[l.at+1] == '<' {
				l.at += 2
				return dictToken
			}
			return l.hex()
		case '>':
			l.at++
			if l.at < len(l.b) && l.b[l.at] == '>' {
				l.at++
				return endDictToken
			}
			continue
		case '[':
			l.at++
			return arrayToken
		case ']':
			l.at++
			return endArrayToken
		case '/':
			return l.name()
		case ')', '{', '}':
			l.at++
			continue
		}
		return l.word()
	}
	return endToken
}

// word reads a number or an operator.
func (l *lexer) word() tokenKind {
	lo := l.at
	for l.at < len(l.b) && class[l.b[l.at]] == regular {
		l.at++
	}
	l.str = l.b[lo:l.at]
	if c := l.str[0]; c >= '0' && c <= '9' || c == '-' || c == '+' || c == '.' {
		l.num = number(l.str)
		return numberToken
	}
	return opToken
}

// number returns the number that b shows. Programs write --5 and 1.-2; what
// stands behind the first wrong byte does not count.
func number(b []byte) float64 {
	sign, v, scale := 1.0, 0.0, 0.0
	for i, c := range b {
		switch {
		case c >= '0' && c <= '9' && scale == 0:
			v = v*10 + float64(c-'0')
		case c >= '0' && c <= '9':
			v += float64(c-'0') * scale
			scale /= 10
		case c == '.' && scale == 0:
			scale = 0.1
		case c == '-' && v == 0 && scale == 0:
			sign = -1
		case c == '+' && i == 0:
		default:
			return sign * v
		}
	}
	if math.IsInf(v, 0) {
		return 0
	}
	return sign * v
}

// name reads a name.
func (l *lexer) name() tokenKind {
	l.at++
	lo := l.at
	escaped := false
	for l.at < len(l.b) && class[l.b[l.at]] == regular {
		escaped = escaped || l.b[l.at] == '#'
		l.at++
	}
	l.str = l.b[lo:l.at]
	if escaped {
		l.str = unescapeName(l.str)
	}
	return nameToken
}

// unescapeName returns the name with each #41 replaced by its byte.
func unescapeName(b []byte) []byte {
	out := make([]byte, 0, len(b))
	for i := 0; i < len(b); i++ {
		if b[i] == '#' && i+2 < len(b) && hexDigit[b[i+1]] > 0 && hexDigit[b[i+2]] > 0 {
			out = append(out, (hexDigit[b[i+1]]-1)<<4|(hexDigit[b[i+2]]-1))
			i += 2
			continue
		}
		out = append(out, b[i])
	}
	return out
}

// hexDigit is the value of a hexadecimal digit plus one; 0 is none.
var hexDigit = func() (t [256]uint8) {
	for i := range uint8(10) {
		t['0'+i] = i + 1
	}
	for i := range uint8(6) {
		t['a'+i], t['A'+i] = i+11, i+11
	}
	return t
}()

// hex reads a string of hexadecimal digits.
func (l *lexer) hex() tokenKind {
	l.at++
	lo := l.at
	for l.at < len(l.b) && l.b[l.at] != '>' {
		l.at++
	}
	out := make([]byte, 0, (l.at-lo)/2+1)
	half, high := false, uint8(0)
	for _, c := range l.b[lo:l.at] {
		d := hexDigit[c]
		switch {
		case d == 0:
		case half:
			out = append(out, high<<4|(d-1))
			half = false
		default:
			half, high = true, d-1
		}
	}
	if half {
		out = append(out, high<<4)
	}
	l.at = min(l.at+1, len(l.b))
	l.str = out
	return stringToken
}

// literal reads a string in parentheses.
func (l *lexer) literal() tokenKind {
	l.at++
	lo, depth, escaped := l.at, 1, false
	for l.at < len(l.b) {
		switch l.b[l.at] {
		case '\\':
			escaped = true
			l.at++
		case '\r':
			escaped = true
		case '(':
			depth++
		case ')':
			depth--
		}
		if depth == 0 {
			break
		}
		l.at++
	}
	hi := min(l.at, len(l.b))
	l.at = min(hi+1, len(l.b))
	l.str = l.b[lo:hi]
	if escaped {
		l.str = unescape(l.str)
	}
	return stringToken
}

// unescape returns a literal string with its escapes resolved.
func unescape(b []byte) []byte {
	out := make([]byte, 0, len(b))
	for i := 0; i < len(b); i++ {
		c := b[i]
		if c == '\r' {
			if i+1 < len(b) && b[i+1] == '\n' {
				i++
			}
			out = append(out, '\n')
			continue
		}
		if c != '\\' || i+1 == len(b) {
			out = append(out, c)
			continue
		}
		i++
		switch c = b[i]; c {
		case 'n':
			out = append(out, '\n')
		case 'r':
			out = append(out, '\r')
		case 't':
			out = append(out, '\t')
		case 'b':
			out = append(out, '\b')
		case 'f':
			out = append(out, '\f')
		case '\n':
		case '\r':
			if i+1 < len(b) && b[i+1] == '\n' {
				i++
			}
		case '0', '1', '2', '3', '4', '5', '6', '7':
			v := int(c - '0')
			for range 2 {
				if i+1 < len(b) && b[i+1] >= '0' && b[i+1] <= '7' {
					i++
					v = v<<3 | int(b[i]-'0')
				}
			}
			out = append(out, byte(v))
		default:
			out = append(out, c)
		}
	}
	return out
}

// skipImage passes over the data of an inline image, whose operator ID was
// just read.
func (l *lexer) skipImage() {
	for i := l.at + 1; i+1 < len(l.b); i++ {
		if l.b[i] != 'E' || l.b[i+1] != 'I' || class[l.b[i-1]] != space {
			continue
		}
		if i+2 == len(l.b) || class[l.b[i+2]] == space && plainAhead(l.b[i+2:]) {
			l.at = i + 2
			return
		}
	}
	l.at = len(l.b)
}

// plainAhead reports whether what follows looks like operators, not like the
// data of an image in which EI happened to stand.
func plainAhead(b []byte) bool {
	for _, c := range b[:min(len(b), 12)] {
		if c >= 0x7F || c < ' ' && class[c] != space {
			return false
		}
	}
	return true
}
