package read

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
	"unicode/utf8"
)

// A docxXML goes through one XML part of a package, token by token.
//
// Elements and attributes go by their local names: strict and transitional
// documents name the same things in other namespaces, and some programs under
// other prefixes, while no two things that a reader of words meets share a
// name. What is no sound XML is passed over. encoding/xml, which stops at bad
// bytes and control characters that programs do write, reads 15 to 24 MB/s.
type docxXML struct {
	ctx    context.Context
	s      string
	at     int
	name   string // of the element that was opened last
	attrs  string // as they stand in its tag
	chars  string // the characters met last, as they stand
	plain  bool   // they hold no references
	empty  bool   // the tag opened last is its own end
	odd    bool   // quotation marks do not close: > ends a tag wherever it stands
	depth  int
	limit  int // of depth
	tokens int
	err    error // what ended the part before its end
	broken error // why the part may not be whole
}

// A docxToken is a kind of token.
type docxToken uint8

const (
	nothing docxToken = iota // the end of the part
	opening
	closing
	chars
)

// newDocxXML returns the cursor over a part in UTF-8, UTF-16 or the character
// set that its declaration names.
func newDocxXML(ctx context.Context, part []byte, depth int) *docxXML {
	name, n := mark(part)
	switch {
	case n > 0:
		part = part[n:]
	case bytes.HasPrefix(part, []byte("<\x00")):
		name = utf16LE
	case bytes.HasPrefix(part, []byte("\x00<")):
		name = utf16BE
	default:
		name = declared(part)
	}
	text, _ := decodeAs(part, name)
	return &docxXML{ctx: ctx, s: text, limit: depth}
}

// declared returns the character set that the declaration of a part names. One
// of two bytes cannot be meant, for then the declaration could not be read.
func declared(part []byte) string {
	head, _, ok := bytes.Cut(part[:min(len(part), 256)], []byte("?>"))
	if !ok || !bytes.HasPrefix(head, []byte("<?xml")) {
		return utf8Name
	}
	x := docxXML{attrs: string(head[len("<?xml"):])}
	name, err := canonical(x.attr("encoding"))
	if err != nil || strings.HasPrefix(name, "utf-16") {
		return utf8Name
	}
	return name
}

// fail ends the part; the first cause counts.
func (x *docxXML) fail(err error) docxToken {
	if x.err == nil {
		x.err = err
	}
	return nothing
}

// next goes to the next token and keeps count of the depth.
func (x *docxXML) next() docxToken {
	if x.err != nil {
		return nothing
	}
	if x.tokens++; x.tokens&0xFFF == 0 && x.ctx.Err() != nil {
		return x.fail(x.ctx.Err())
	}
	if x.empty {
		x.empty = false
		x.depth--
		return closing
	}
	for x.at < len(x.s) {
		if x.s[x.at] != '<' {
			lo := x.at
			x.at = x.find(lo, "<", 0)
			x.chars, x.plain = x.s[lo:x.at], false
			return chars
		}
		switch rest := x.s[x.at:]; {
		case strings.HasPrefix(rest, "</"):
			x.at = x.find(x.at, ">", 1)
			if x.depth > 0 {
				x.depth--
				return closing
			}
		case strings.HasPrefix(rest, "<?"):
			x.at = x.find(x.at, "?>", 2)
		case strings.HasPrefix(rest, "<!--"):
			x.at = x.find(x.at+4, "-->", 3)
		case strings.HasPrefix(rest, "<![CDATA["):
			lo := x.at + len("<![CDATA[")
			hi := x.find(lo, "]]>", 0)
			x.at = min(hi+3, len(x.s))
			x.chars, x.plain = x.s[lo:hi], true
			return chars
		case strings.HasPrefix(rest, "<!"):
			x.at = x.find(x.at, ">", 1)
		default:
			return x.tag()
		}
	}
	if x.depth > 0 {
		return x.fail(io.ErrUnexpectedEOF)
	}
	return x.fail(io.EOF)
}

// find returns where mark next stands from at on, or skip bytes behind; the
// end of the part where it does not.
func (x *docxXML) find(at int, mark string, skip int) int {
	if i := strings.Index(x.s[at:], mark); i >= 0 {
		return at + i + skip
	}
	return len(x.s)
}

// tag reads the tag that opens an element at x.at.
func (x *docxXML) tag() docxToken {
	end := strings.IndexByte(x.s[x.at:], '>') + x.at
	if end < x.at {
		x.at = len(x.s)
		return x.fail(io.ErrUnexpectedEOF) // cut within a tag
	}
	if !x.odd && strings.Count(x.s[x.at:end], `"`)&1 == 1 {
		end = x.quotedEnd(end)
	}
	inner := x.s[x.at+1 : end]
	x.at = end + 1
	if x.empty = strings.HasSuffix(inner, "/"); x.empty {
		inner = inner[:len(inner)-1]
	}
	n := 0
	for n < len(inner) && inner[n] > ' ' {
		n++
	}
	x.attrs = inner[n:]
	x.name = inner[strings.LastIndexByte(inner[:n], ':')+1 : n]
	if x.depth++; x.depth > x.limit {
		return x.fail(&Error{Kind: TooLarge, Err: fmt.Errorf("XML nested deeper than %d elements", x.limit)})
	}
	return opening
}

// quotedEnd returns where the tag ends whose first > is at end, within an
// attribute.
func (x *docxXML) quotedEnd(end int) int {
	for at := end; ; {
		quote := strings.IndexByte(x.s[at:], '"')
		if quote < 0 {
			break
		}
		at += quote + 1
		next := strings.IndexByte(x.s[at:], '>')
		if next < 0 {
			break
		}
		if strings.Count(x.s[at:at+next], `"`)&1 == 0 {
			return at + next
		}
		at += next
	}
	x.odd = true
	return end
}

// children yields the names of the elements within the one opened last, or of
// the root before any is. What the loop leaves of an element is passed over;
// at the end the outer element is behind.
func (x *docxXML) children() iter.Seq[string] {
	return func(yield func(string) bool) {
		inner := x.depth
		for tok := x.next(); tok != nothing; tok = x.next() {
			switch tok {
			case opening:
				more := yield(x.name)
				x.skip(inner)
				if !more {
					x.skip(inner - 1)
					return
				}
			case closing:
				return
			}
		}
	}
}

// skip passes over what is left of the elements deeper than depth.
func (x *docxXML) skip(depth int) {
	for x.depth > depth && x.next() != nothing {
	}
}

// text appends the characters of the element opened last to b.
func (x *docxXML) text(b []byte) []byte {
	inner := x.depth
	for tok := x.next(); tok != nothing && x.depth >= inner; tok = x.next() {
		if tok == chars && x.depth == inner {
			if x.plain {
				b = append(b, x.chars...)
			} else {
				b = appendReferred(b, x.chars)
			}
		}
	}
	return b
}

// attr returns the value of an attribute of the element opened last.
func (x *docxXML) attr(name string) string {
	for s := x.attrs; ; {
		eq := strings.IndexByte(s, '=')
		if eq < 0 {
			return ""
		}
		key := strings.Trim(s[:eq], " \t\r\n")
		s = strings.TrimLeft(s[eq+1:], " \t\r\n")
		if s == "" || s[0] != '"' && s[0] != '\'' {
			continue
		}
		end := strings.IndexByte(s[1:], s[0]) + 1
		if end == 0 {
			return ""
		}
		if key[strings.LastIndexByte(key, ':')+1:] == name {
			return value(s[1:end])
		}
		s = s[end+1:]
	}
}

// value returns the value of an attribute from what stands between its marks.
func value(s string) string {
	if strings.IndexByte(s, '&') >= 0 {
		s = string(appendReferred(nil, s))
	}
	return strings.Map(func(r rune) rune {
		if r < ' ' {
			return ' '
		}
		return r
	}, s)
}

// appendReferred appends s with its references (&amp; &#12289;) resolved. One
// that means nothing stays as it is.
func appendReferred(b []byte, s string) []byte {
	for {
		i := strings.IndexByte(s, '&')
		if i < 0 {
			return append(b, s...)
		}
		b = append(b, s[:i]...)
		s = s[i:]
		r, n := reference(s)
		if n == 0 {
			b = append(b, '&')
			s = s[1:]
			continue
		}
		b = utf8.AppendRune(b, r)
		s = s[n:]
	}
}

// reference returns the character that the reference at the head of s stands
// for, and its length; n == 0 is none.
func reference(s string) (r rune, n int) {
	end := strings.IndexByte(s[:min(len(s), 12)], ';')
	if end < 2 {
		return 0, 0
	}
	switch body := s[1:end]; body {
	case "amp":
		return '&', end + 1
	case "lt":
		return '<', end + 1
	case "gt":
		return '>', end + 1
	case "quot":
		return '"', end + 1
	case "apos":
		return '\'', end + 1
	default:
		if body[0] != '#' {
			return 0, 0
		}
		base, digits := rune(10), body[1:]
		if digits != "" && digits[0]|0x20 == 'x' {
			base, digits = 16, digits[1:]
		}
		for _, c := range []byte(digits) {
			d := rune(hexDigit(c))
			if d < 0 || d >= base {
				return 0, 0
			}
			if r = r*base + d; r > utf8.MaxRune {
				return utf8.RuneError, end + 1
			}
		}
		if digits == "" {
			return 0, 0
		}
		return r, end + 1
	}
}

// on returns the value of a switch: an element such as <w:b/> or <w:b w:val="0"/>.
func (x *docxXML) on() bool {
	switch x.attr("val") {
	case "0", "false", "off", "none":
		return false
	}
	return true
}

// number returns the attribute as a number from 0 to most, else otherwise.
func (x *docxXML) number(name string, most, otherwise int) int {
	s := x.attr(name)
	if s == "" || len(s) > 9 {
		return otherwise
	}
	n := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return otherwise
		}
		n = n*10 + int(s[i]-'0')
	}
	if n > most {
		return otherwise
	}
	return n
}

// ended returns what ended the part before its end, nil if nothing did.
func (x *docxXML) ended() error {
	if errors.Is(x.err, io.EOF) || x.broken != nil && errors.Is(x.err, io.ErrUnexpectedEOF) {
		return x.broken
	}
	return x.err
}
