package read

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"gongwen/extract/internal/origin"
	"gongwen/model"
)

// Text is plain text (纯文本) in any of the character sets that archives hold.
//
// The source's text is the decoded text, less a leading byte order mark and
// NULs; CR LF and a lone CR become a line feed, so that offsets count one
// character for a line end. Bytes that mean nothing in the character set
// become U+FFFD, with a warning. A form feed ends a page.
var Text = &Format{
	Name:  "text",
	Exts:  []string{".txt", ".text"},
	Magic: isText,
	Read:  readText,
}

// isText reports whether data is text in some character set. It only refuses
// what is known to be something else: the reader says no to the rest.
func isText(data []byte) bool { return container(data) == nil }

// readText reads plain text and Markdown.
func readText(_ context.Context, data []byte, opt Options) (*Source, error) {
	text, charset, bad, err := decode(data, opt.Encoding)
	if err != nil {
		return nil, err
	}
	if blank(text) {
		return nil, &Error{Format: "text", Kind: Empty, Err: errors.New("nothing but blanks")}
	}
	pages := pageStarts(text)
	src := &Source{Plain: origin.NewSource(text, pages)}
	src.Encoding, src.Pages = charset, len(pages)
	if bad {
		src.Warnings = append(src.Warnings, badBytes(src.Plain, charset))
	}
	markdown(src)
	return src, nil
}

// decode returns data as text with line feeds and no NULs, the character set
// that it is in, and whether bytes were bad. A byte order mark outweighs want,
// the character set that the caller says data is in.
func decode(data []byte, want string) (text, name string, bad bool, err error) {
	name, n := mark(data)
	if n == 0 && want == "" && isUTF8(data) {
		return lineFeeds(string(data)), utf8Name, false, nil
	}
	switch {
	case n > 0:
		data = data[n:]
	case want != "":
		name, err = canonical(want)
	default:
		if name = charset(data); name == "" {
			err = &Error{Kind: Unknown, Err: errors.New("no text in a known character set")}
		}
	}
	if err != nil {
		return "", "", false, err
	}
	text, bad = decodeAs(data, name)
	return lineFeeds(text), name, bad, nil
}

// lineFeeds returns s with a line feed for every CR LF and lone CR, and
// without NULs.
func lineFeeds(s string) string {
	if strings.IndexByte(s, '\r') < 0 && strings.IndexByte(s, 0) < 0 {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for len(s) > 0 {
		i := strings.IndexAny(s, "\r\x00")
		if i < 0 {
			break
		}
		b.WriteString(s[:i])
		if s[i] == '\r' {
			b.WriteByte('\n')
			if i+1 < len(s) && s[i+1] == '\n' {
				i++
			}
		}
		s = s[i+1:]
	}
	b.WriteString(s)
	return b.String()
}

// blanks are the characters that cannot be seen.
const blanks = " \t\n\v\f\x1A\u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u200B\u200C\u200D" +
	"\u2028\u2029\u202F\u205F\u2060\u3000\uFEFF"

// blank reports whether s has nothing that can be seen.
func blank(s string) bool { return strings.TrimLeft(s, blanks) == "" }

// pageStarts returns where the pages of s start, nil if no form feed says so.
// A form feed with only blanks behind it ends the last page.
func pageStarts(s string) []int {
	if strings.IndexByte(s, '\f') < 0 {
		return nil
	}
	end := len(strings.TrimRight(s, blanks))
	pages := []int{0}
	for at := 0; ; {
		i := strings.IndexByte(s[at:end], '\f')
		if i < 0 {
			return pages
		}
		at += i + 1
		pages = append(pages, at)
	}
}

// badBytes returns the warning that bytes were lost, with the first place.
func badBytes(s *origin.Source, charset string) model.Warning {
	text := s.String()
	lo := strings.Index(text, "\uFFFD")
	hi := lo
	for strings.HasPrefix(text[hi:], "\uFFFD") {
		hi += len("\uFFFD")
	}
	return model.Warning{
		Code:     "bad-bytes",
		Message:  fmt.Sprintf("%d characters could not be read as %s", strings.Count(text, "\uFFFD"), charset),
		Evidence: model.Evidence{Span: s.Span(max(lo, 0), max(hi, 0)), Rule: "read/bad-bytes"},
	}
}
