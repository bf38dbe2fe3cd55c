package pdf

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// A predefined CMap (PDF 32000, table 118) is known by its name. Its strings
// are in a character set, so that they say which characters they show.
type predefined struct {
	charset  charset
	decoder  *encoding.Decoder // of a set that x/text knows
	set      string            // collection of the CIDs: GB1, CNS1
	half     int               // CID of the half-width ! less one; 0 is proportional
	vertical bool
}

// A charset says how many bytes a code has and what they mean.
type charset uint8

const (
	identity  charset = iota // CIDs of two bytes
	utf16BE                  // two bytes, or four
	utf8Set                  //
	utf32BE                  //
	doubled                  // one byte or two, the first above 0x80
	fourBytes                // GB 18030
	sevenBits                // two bytes without their high bits
	shiftJIS                 // one byte or two, with half-width kana
)

// predefinedCMap returns the CMap called name; nil if it is none that we know.
func predefinedCMap(name string) *predefined {
	p := &predefined{}
	var ok bool
	if name, ok = strings.CutSuffix(name, "-V"); ok {
		p.vertical = true
	} else if name == "V" || name == "H" { // JIS
		p.vertical = name == "V"
		p.charset, p.decoder = sevenBits, japanese.EUCJP.NewDecoder()
		p.set = "Japan1"
		return p
	} else {
		name = strings.TrimSuffix(name, "-H")
	}
	switch {
	case name == "Identity":
		return p
	case strings.HasPrefix(name, "Uni"):
		return p.unicode(name)
	case strings.Contains(name, "RKSJ"):
		p.charset, p.decoder = shiftJIS, japanese.ShiftJIS.NewDecoder()
		p.set = "Japan1"
	case name == "EUC":
		p.charset, p.decoder = doubled, japanese.EUCJP.NewDecoder()
		p.set = "Japan1"
	case strings.HasPrefix(name, "KSC"):
		p.charset, p.decoder = doubled, korean.EUCKR.NewDecoder()
	case name == "GBK2K":
		p.charset, p.decoder, p.set = fourBytes, simplifiedchinese.GB18030.NewDecoder(), "GB1"
	case name == "GB":
		p.charset, p.decoder, p.set = sevenBits, simplifiedchinese.GBK.NewDecoder(), "GB1"
	case name == "GBK-EUC" || name == "GB-EUC":
		p.charset, p.decoder, p.set, p.half = doubled, simplifiedchinese.GBK.NewDecoder(), "GB1", 813
	case name == "GBKp-EUC" || name == "GBpc-EUC":
		p.charset, p.decoder, p.set = doubled, simplifiedchinese.GBK.NewDecoder(), "GB1"
	case name == "ETen-B5":
		p.charset, p.decoder, p.set, p.half = doubled, traditionalchinese.Big5.NewDecoder(), "CNS1", 13647
	case strings.HasSuffix(name, "B5") || name == "B5pc":
		p.charset, p.decoder, p.set = doubled, traditionalchinese.Big5.NewDecoder(), "CNS1"
	default:
		return nil
	}
	return p
}

// unicode completes p for the CMaps of Unicode, UniGB-UCS2 and the like.
func (p *predefined) unicode(name string) *predefined {
	set, form, _ := strings.Cut(name[3:], "-")
	switch set {
	case "GB":
		p.set = "GB1"
	case "CNS":
		p.set = "CNS1"
	case "JIS":
		p.set = "Japan1"
	}
	switch {
	case strings.HasPrefix(form, "UCS2"), strings.HasPrefix(form, "UTF16"):
		p.charset = utf16BE
	case form == "UTF8":
		p.charset = utf8Set
	case form == "UTF32":
		p.charset = utf32BE
	default:
		return nil
	}
	return p
}

// next returns how many bytes the code at the head of s has.
func (p *predefined) next(s []byte) int {
	n := 2
	switch c := s[0]; p.charset {
	case utf16BE:
		if c >= 0xD8 && c < 0xDC && len(s) >= 4 && s[2] >= 0xDC && s[2] < 0xE0 {
			n = 4
		}
	case utf8Set:
		_, n = utf8.DecodeRune(s)
	case utf32BE:
		n = 4
	case doubled:
		if c <= 0x80 || c == 0xFF {
			n = 1
		}
	case shiftJIS:
		if c <= 0x80 || c >= 0xA0 && c < 0xE0 || c >= 0xFD {
			n = 1
		}
	case fourBytes:
		switch {
		case c < 0x80:
			n = 1
		case len(s) >= 4 && s[1] >= '0' && s[1] <= '9':
			n = 4
		}
	}
	return min(n, len(s))
}

// text returns the characters of the code; "" if it says none.
func (p *predefined) text(code []byte) string {
	switch p.charset {
	case identity:
		return ""
	case utf16BE:
		return string(utf16Runes(code))
	case utf8Set:
		return strings.ToValidUTF8(string(code), "\uFFFD")
	case utf32BE:
		return string(rune(value(code)))
	case sevenBits:
		if len(code) == 2 {
			code = []byte{code[0] | 0x80, code[1] | 0x80}
		}
	}
	out, err := p.decoder.Bytes(code)
	if err != nil {
		return ""
	}
	return string(out)
}

// cid returns the CID of the code that shows text.
func (p *predefined) cid(code []byte, text string) (int, bool) {
	if p.charset == identity {
		return int(value(code)), true
	}
	c := collectionOf(p.set)
	r, n := utf8.DecodeRuneInString(text)
	if c == nil || n == 0 || n < len(text) {
		return 0, false
	}
	if p.half > 0 && r > ' ' && r < 0x7F {
		return p.half + int(r-' '), true
	}
	cid, ok := c.cids[r]
	return int(cid), ok
}
