package read

import (
	"strings"
	"sync"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// decodeAs returns data decoded from the character set called name, and
// whether some of its bytes were bad.
func decodeAs(data []byte, name string) (text string, bad bool) {
	switch name {
	case utf8Name:
		if utf8.Valid(data) {
			return string(data), false
		}
		return strings.ToValidUTF8(string(data), "\uFFFD"), true
	case utf16LE:
		return decodeUTF16(data, 1)
	case utf16BE:
		return decodeUTF16(data, 0)
	case gb18030Name, "gbk": // which it holds
		text = decodePairs(data, gb18030())
	case big5Name:
		text = decodePairs(data, big5())
	default:
		e, err := htmlindex.Get(name)
		if err != nil {
			return strings.ToValidUTF8(string(data), "\uFFFD"), true
		}
		text = decoded(data, e)
	}
	return text, strings.Contains(text, "\uFFFD")
}

// decoded returns data decoded from e; a decoder puts U+FFFD for what it
// cannot read and goes on.
func decoded(data []byte, e encoding.Encoding) string {
	text, _ := e.NewDecoder().Bytes(data)
	if !utf8.Valid(text) {
		return strings.ToValidUTF8(string(text), "\uFFFD")
	}
	return string(text)
}

// decodeUTF16 decodes UTF-16; high is the place of the high byte in a pair. A
// byte left over is half a character, unless a program added its line end.
func decodeUTF16(data []byte, high int) (text string, bad bool) {
	out := make([]byte, 0, len(data)*3/2+3)
	for ; len(data) >= 2; data = data[2:] {
		r := rune(data[high])<<8 | rune(data[1-high])
		switch {
		case r < 0x80:
			out = append(out, byte(r))
			continue
		case r >= 0x800 && !utf16.IsSurrogate(r):
			out = append(out, 0xE0|byte(r>>12), 0x80|byte(r>>6)&0xBF, 0x80|byte(r)&0xBF)
			continue
		case utf16.IsSurrogate(r):
			next := rune(utf8.RuneError)
			if len(data) >= 4 {
				next = rune(data[2+high])<<8 | rune(data[3-high])
			}
			if r = utf16.DecodeRune(r, next); r == utf8.RuneError {
				bad = true
			} else {
				data = data[2:]
			}
		}
		out = utf8.AppendRune(out, r)
	}
	if len(data) == 1 && data[0] != 0 && data[0] != '\n' && data[0] != 0x1A {
		out, bad = utf8.AppendRune(out, utf8.RuneError), true
	}
	return string(out), bad
}

// pairs decodes a character set of one and two bytes. The table holds what is
// of two bytes, which is nearly all, and the decoder of x/text knows the rest;
// alone it would be three times as slow.
type pairs struct {
	slow  encoding.Encoding
	table [0x7F << 8]uint16 // by the two bytes, the first less 0x80; 0 where slow must be asked
}

var (
	gb18030 = sync.OnceValue(func() *pairs { return newPairs(simplifiedchinese.GB18030).withZones() })
	big5    = sync.OnceValue(func() *pairs { return newPairs(traditionalchinese.Big5) })
)

// newPairs fills the table from what e makes of each pair.
func newPairs(e encoding.Encoding) *pairs {
	p := &pairs{slow: e}
	d := e.NewDecoder()
	var out [16]byte
	for i := range p.table {
		pair := []byte{0x80 + byte(i>>8), byte(i)}
		d.Reset()
		n, _, err := d.Transform(out[:], pair, true)
		r, w := utf8.DecodeRune(out[:n])
		if err == nil && w == n && r != utf8.RuneError && r >= 0x80 && r < 1<<16 {
			p.table[i] = uint16(r)
		}
	}
	return p
}

// withZones adds the user-defined zones of GB 18030, which x/text leaves out,
// as the private-use characters that the standard has for them. Text out of step
// by a byte is full of such pairs, and can be mended while their bytes are known.
func (p *pairs) withZones() *pairs {
	private := uint16(0xE000)
	for _, z := range [...]struct{ lead, last, trail, end int }{
		{0xAA, 0xAF, 0xA1, 0xFE},
		{0xF8, 0xFE, 0xA1, 0xFE},
		{0xA1, 0xA7, 0x40, 0xA0},
	} {
		for lead := z.lead; lead <= z.last; lead++ {
			for trail := z.trail; trail <= z.end; trail++ {
				if trail == 0x7F {
					continue
				}
				if at := (lead-0x80)<<8 | trail; p.table[at] == 0 {
					p.table[at] = private
				}
				private++
			}
		}
	}
	return p
}

// decodePairs decodes data.
func decodePairs(data []byte, p *pairs) string {
	out := make([]byte, 0, len(data)*3/2+3)
	slow := p.slow.NewDecoder()
	for i := 0; i < len(data); {
		c := data[i]
		if c < 0x80 {
			out = append(out, c)
			i++
			continue
		}
		if c < 0xFF && i+1 < len(data) {
			if r := rune(p.table[int(c-0x80)<<8|int(data[i+1])]); r >= 0x800 {
				out = append(out, 0xE0|byte(r>>12), 0x80|byte(r>>6)&0xBF, 0x80|byte(r)&0xBF)
				i += 2
				continue
			} else if r != 0 {
				out = utf8.AppendRune(out, r)
				i += 2
				continue
			}
		}
		var one [8]byte // room for a character, and no more than the next few
		slow.Reset()
		n, read, _ := slow.Transform(one[:], data[i:min(len(data), i+8)], i+8 >= len(data))
		if read == 0 {
			n, read = copy(one[:], "\uFFFD"), 1
		}
		out = append(out, one[:n]...)
		i += read
	}
	return string(out)
}
