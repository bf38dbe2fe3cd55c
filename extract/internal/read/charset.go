package read

import (
	"bytes"
	"fmt"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/htmlindex"
)

// The character sets (字符集) that are found from the bytes.
const (
	utf8Name    = "utf-8"
	utf16LE     = "utf-16le"
	utf16BE     = "utf-16be"
	gb18030Name = "gb18030"
	big5Name    = "big5"
)

// CheckEncoding returns an error if name is no character set that text can be
// read in. The empty name, which leaves it to be found, is none.
func CheckEncoding(name string) error {
	if name == "" {
		return nil
	}
	if _, err := canonical(name); err != nil {
		return err
	}
	return nil
}

// canonical returns the lower-case name that WHATWG gives a character set.
func canonical(name string) (string, error) {
	e, err := htmlindex.Get(name)
	if err != nil {
		return "", fmt.Errorf("unknown encoding %q", name)
	}
	id, err := htmlindex.Name(e)
	if err != nil || id == "replacement" || id == "x-user-defined" {
		return "", fmt.Errorf("unknown encoding %q", name)
	}
	return id, nil
}

// mark returns the character set that the byte order mark (BOM) at the head of
// data names, and the mark's length; n == 0 is none.
func mark(data []byte) (name string, n int) {
	switch {
	case bytes.HasPrefix(data, []byte("\xEF\xBB\xBF")):
		return utf8Name, 3
	case bytes.HasPrefix(data, []byte("\xFF\xFE")):
		return utf16LE, 2
	case bytes.HasPrefix(data, []byte("\xFE\xFF")):
		return utf16BE, 2
	case bytes.HasPrefix(data, []byte("\x84\x31\x95\x33")):
		return gb18030Name, 4
	}
	return "", 0
}

// charset returns the character set that data, which has no byte order mark,
// is in; "" if it holds no text.
//
// Text that is valid UTF-8 is UTF-8. Any other is what the decoding with the
// best score makes of it: see [score]. UTF-8 stays a candidate, for a copy cut
// in the middle of a character or spliced from two pages is still UTF-8.
func charset(data []byte) string {
	data = bytes.TrimRight(data, "\x00") // a record padded to its length
	if isUTF8(data) {
		return utf8Name
	}
	best, name := score{}, ""
	even, high := sample(data)
	for _, c := range [...]struct {
		name  string
		score score
	}{
		{utf8Name, scoreUTF8(high)},
		{gb18030Name, scorePairs(high, gb18030())},
		{big5Name, scorePairs(high, big5())},
		{utf16LE, scoreUTF16(even, 1)},
		{utf16BE, scoreUTF16(even, 0)},
	} {
		if name == "" || c.score.points > best.points {
			best, name = c.score, c.name
		}
	}
	if !best.plausible() {
		return ""
	}
	return name
}

// isUTF8 reports whether data is beyond doubt UTF-8.
func isUTF8(data []byte) bool {
	return bytes.IndexByte(data, 0) < 0 && utf8.Valid(data) && !short(data)
}

// short reports whether data, valid UTF-8, might as well be a few characters
// of GB18030: 联通 in GB18030 is valid UTF-8 of two-byte characters, which no
// Chinese text in UTF-8 is made of.
func short(data []byte) bool {
	pairs := false
	for _, c := range data {
		if c >= 0xE0 {
			return false
		}
		pairs = pairs || c >= 0xC2
	}
	return pairs
}

// sample returns the parts of data that the score looks at: from the start for
// two-byte sets, and from the first byte that is no ASCII, which always begins
// a character, for the others.
func sample(data []byte) (even, high []byte) {
	const n = 16 << 10
	at := 0
	for at < len(data) && data[at] < 0x80 && data[at] != 0 {
		at++
	}
	return data[:min(n, len(data))], data[at:min(at+n, len(data))]
}

// A score says how well a decoding yields official Chinese. Each character
// counts with the bytes that it took, so that decodings of one and two bytes a
// character compare.
type score struct {
	points int
	runes  int
	bad    int // invalid bytes, controls, private characters
}

// plausible reports whether what was decoded can be text at all. Text is
// hardly ever bad, and made of characters in use; a program is not. A few
// characters prove nothing: 邮箱 is rare.
func (s *score) plausible() bool {
	return s.bad*8 <= s.runes+24 && s.points*2 >= -s.runes-32
}

// add counts the character r, of n bytes.
func (s *score) add(r rune, n int) {
	s.runes++
	switch {
	case r >= 0x20 && r < 0x7F, r >= '\t' && r <= '\r':
	case r < 0x20, r >= 0x7F && r < 0xA0, r == utf8.RuneError, r >= 0xFDD0 && r <= 0xFDEF, r&0xFFFE == 0xFFFE:
		s.bad++
		s.points -= 10
	case r >= 0xE000 && r <= 0xF8FF, r >= 0xF0000:
		s.bad++
		s.points -= 5 * n
	case r < 1<<16 && frequent[r>>6]&(1<<(r&63)) != 0:
		s.points += 2 * n
	case r == '\u00A0', r == '·', r == '\uFEFF':
	default:
		s.points -= n
	}
}

func scoreUTF8(data []byte) (s score) {
	for len(data) > 0 {
		r, n := utf8.DecodeRune(data)
		if r == utf8.RuneError && n == 1 && !utf8.FullRune(data) {
			break // cut by the sample or by the copy
		}
		s.add(r, n)
		data = data[n:]
	}
	return s
}

// scoreUTF16 scores data as UTF-16; low is the place of the high byte in a
// pair: 1 for little endian, 0 for big.
func scoreUTF16(data []byte, high int) (s score) {
	for i := 0; i+1 < len(data); i += 2 {
		r, n := rune(data[i+high])<<8|rune(data[i+1-high]), 2
		if utf16.IsSurrogate(r) {
			next := rune(utf8.RuneError)
			if i+3 < len(data) {
				next = rune(data[i+2+high])<<8 | rune(data[i+3-high])
			}
			if r = utf16.DecodeRune(r, next); r != utf8.RuneError {
				i, n = i+2, 4
			}
		}
		s.add(r, n)
	}
	return s
}

func scorePairs(data []byte, e *pairs) (s score) {
	text := decodePairs(data, e)
	for i, w := 0, 0; i < len(text); i += w {
		var r rune
		r, w = utf8.DecodeRuneInString(text[i:])
		s.add(r, min(w, 2)) // nearly all are of two bytes in either set
	}
	return s
}
