package pdf

import (
	"sort"
	"unicode/utf16"
)

// The bytes of a CMap that are read, and the entries that it may have.
const (
	cmapBytes   = 8 << 20
	cmapEntries = 1 << 18
)

// A cmap maps the codes of strings to characters, as ToUnicode does, or to
// CIDs, as the Encoding of a composite font does.
type cmap struct {
	spaces   []codeSpace
	chars    map[uint32]string
	ranges   []charRange // in order of lo
	cids     []cidRange  // in order of lo
	base     string      // the predefined CMap that it builds on
	vertical bool
}

// A codeSpace says that codes of n bytes from lo to hi exist.
type codeSpace struct {
	n      int
	lo, hi uint32
}

// A charRange maps the codes lo to hi to the characters from text on; its last
// character counts up.
type charRange struct {
	lo, hi uint32
	text   []rune
}

// A cidRange maps the codes lo to hi to the CIDs from cid on.
type cidRange struct {
	lo, hi uint32
	cid    int
}

// parseCMap reads a CMap.
func parseCMap(data []byte) *cmap {
	m := &cmap{chars: map[uint32]string{}}
	l := lexer{b: data[:min(len(data), cmapBytes)]}
	name := ""
	for {
		switch l.next() {
		case endToken:
			sort.SliceStable(m.ranges, func(i, j int) bool { return m.ranges[i].lo < m.ranges[j].lo })
			sort.SliceStable(m.cids, func(i, j int) bool { return m.cids[i].lo < m.cids[j].lo })
			return m
		case nameToken:
			name = string(l.str)
		case numberToken:
			if name == "WMode" {
				m.vertical = l.num == 1
			}
		case opToken:
			switch string(l.str) {
			case "usecmap":
				m.base = name
			case "begincodespacerange":
				m.codeSpaces(&l)
			case "beginbfchar":
				m.bfChars(&l)
			case "beginbfrange":
				m.bfRanges(&l)
			case "begincidchar":
				m.cidRanges(&l, false)
			case "begincidrange":
				m.cidRanges(&l, true)
			}
		}
	}
}

func (m *cmap) codeSpaces(l *lexer) {
	for l.next() == stringToken {
		lo, n := value(l.str), len(l.str)
		if l.next() != stringToken {
			return
		}
		if n >= 1 && n <= 4 && len(m.spaces) < 256 {
			m.spaces = append(m.spaces, codeSpace{n, lo, value(l.str)})
		}
	}
}

func (m *cmap) bfChars(l *lexer) {
	for l.next() == stringToken && len(m.chars) < cmapEntries {
		code := value(l.str)
		switch l.next() {
		case stringToken:
			m.chars[code] = string(utf16Runes(l.str))
		case nameToken:
			if r := runeOfGlyph(string(l.str)); r != 0 {
				m.chars[code] = string(r)
			}
		default:
			return
		}
	}
}

func (m *cmap) bfRanges(l *lexer) {
	for l.next() == stringToken && len(m.ranges) < cmapEntries {
		lo := value(l.str)
		if l.next() != stringToken {
			return
		}
		hi := value(l.str)
		switch l.next() {
		case stringToken:
			if text := utf16Runes(l.str); len(text) > 0 && lo <= hi {
				m.ranges = append(m.ranges, charRange{lo, hi, text})
			}
		case arrayToken:
			for kind := l.next(); kind == stringToken || kind == nameToken; kind = l.next() {
				if kind == stringToken && lo <= hi && len(m.chars) < cmapEntries {
					m.chars[lo] = string(utf16Runes(l.str))
				}
				lo++
			}
		default:
			return
		}
	}
}

func (m *cmap) cidRanges(l *lexer, ranges bool) {
	for l.next() == stringToken && len(m.cids) < cmapEntries {
		lo := value(l.str)
		hi := lo
		if ranges {
			if l.next() != stringToken {
				return
			}
			hi = value(l.str)
		}
		if l.next() != numberToken {
			return
		}
		m.cids = append(m.cids, cidRange{lo, hi, int(l.num)})
	}
}

// value returns the number that the bytes of a code are.
func value(b []byte) uint32 {
	v := uint32(0)
	for _, c := range b[:min(len(b), 4)] {
		v = v<<8 | uint32(c)
	}
	return v
}

// utf16Runes returns the characters of a string in UTF-16, big end first. A
// single byte is a character of Latin-1.
func utf16Runes(b []byte) []rune {
	if len(b) == 1 {
		return []rune{rune(b[0])}
	}
	units := make([]uint16, 0, len(b)/2)
	for ; len(b) >= 2 && len(units) < 64; b = b[2:] {
		units = append(units, uint16(b[0])<<8|uint16(b[1]))
	}
	return utf16.Decode(units)
}

// text returns the characters of a code; "" if it has none.
func (m *cmap) text(code uint32) string {
	if s, ok := m.chars[code]; ok {
		return s
	}
	i := sort.Search(len(m.ranges), func(i int) bool { return m.ranges[i].lo > code }) - 1
	if i < 0 || code > m.ranges[i].hi {
		if cid, ok := m.cid(code); ok && cid > 0 && cid <= 0xFFFF { // some programs write cidrange for bfrange
			return string(rune(cid))
		}
		return ""
	}
	r := m.ranges[i]
	text := append([]rune(nil), r.text...)
	text[len(text)-1] += rune(code - r.lo)
	return string(text)
}

// cid returns the CID of a code.
func (m *cmap) cid(code uint32) (int, bool) {
	i := sort.Search(len(m.cids), func(i int) bool { return m.cids[i].lo > code }) - 1
	if i < 0 || code > m.cids[i].hi {
		return 0, false
	}
	return m.cids[i].cid + int(code-m.cids[i].lo), true
}

// next returns the code at the head of s and its length.
func (m *cmap) next(s []byte) (code uint32, n int) {
	shortest := 4
	for n = 1; n <= 4 && n <= len(s); n++ {
		code = value(s[:n])
		for _, sp := range m.spaces {
			if sp.n == n && within(code, sp) {
				return code, n
			}
		}
	}
	for _, sp := range m.spaces {
		shortest = min(shortest, sp.n)
	}
	n = min(shortest, len(s))
	return value(s[:n]), n
}

// within reports whether each byte of the code lies between those of the space.
func within(code uint32, sp codeSpace) bool {
	for shift := 0; shift < 8*sp.n; shift += 8 {
		if c := code >> shift & 0xFF; c < sp.lo>>shift&0xFF || c > sp.hi>>shift&0xFF {
			return false
		}
	}
	return true
}
