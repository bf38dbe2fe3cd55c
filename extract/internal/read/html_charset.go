package read

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"
)

// decodeHTML is [decode] for a page: where the caller names no character set,
// its bytes are asked first and then the page, for pages are often saved in
// another set than the one that they still name (gb2312 above UTF-8).
func decodeHTML(data []byte, want, hint string) (text, name string, bad bool, err error) {
	name, n := mark(data)
	switch {
	case n > 0:
		data = data[n:]
	case want != "":
		name, err = canonical(want)
	default:
		if name = pageCharset(data, hint); name == "" {
			err = &Error{Kind: Unknown, Err: errors.New("no text in a known character set")}
		}
	}
	if err != nil {
		return "", "", false, err
	}
	text, bad = decodeAs(data, name)
	return lineFeeds(text), name, bad, nil
}

// certain is how many bytes that are no ASCII say for sure which character set
// they are in.
const certain = 200

// pageCharset returns the character set of a page without byte order mark. The
// bytes decide where they can: valid UTF-8 is UTF-8, and 200 bytes of Chinese
// are enough to tell GB18030 from Big5. What is left to the page is a handful
// of characters and the sets of other scripts.
func pageCharset(data []byte, hint string) string {
	named := hint
	if named == "" {
		named = metaCharset(data)
	}
	named, err := canonical(named)
	if err != nil {
		named = ""
	}
	if named == "gbk" || named == "gb2312" {
		named = gb18030Name
	}
	if bytes.IndexByte(data, 0) < 0 {
		n := highBytes(data)
		switch {
		case n == 0:
			return utf8Name
		case utf8.Valid(data) && (named != gb18030Name || !short(data)):
			return utf8Name
		case n < certain && named != "" && named != utf8Name && named != utf16LE && named != utf16BE:
			return named
		}
	}
	switch name := charset(data); {
	case name == "" || foreignSet(named):
		return named
	default:
		return name
	}
}

// foreignSet reports whether name is a set that is not told from the bytes.
func foreignSet(name string) bool {
	switch name {
	case "euc-jp", "shift_jis", "iso-2022-jp", "euc-kr", "hz-gb-2312":
		return true
	}
	return false
}

// highBytes counts the bytes of data that are no ASCII, up to certain.
func highBytes(data []byte) int {
	n := 0
	for _, c := range data {
		if c >= 0x80 {
			if n++; n == certain {
				break
			}
		}
	}
	return n
}

// metaCharset returns the character set that the page names in a meta element
// or in its XML declaration, "" if it names none.
func metaCharset(data []byte) string {
	head := bytes.ToLower(asciiHead(data[:min(len(data), 8<<10)]))
	for _, key := range [...]string{"charset", "encoding"} {
		rest := head
		for {
			i := bytes.Index(rest, []byte(key))
			if i < 0 {
				break
			}
			rest = rest[i+len(key):]
			s := strings.TrimLeft(string(rest[:min(len(rest), 40)]), " \t\r\n")
			s, ok := strings.CutPrefix(s, "=")
			if !ok {
				continue
			}
			s = strings.TrimLeft(s, " \t\r\n'\"")
			if n := strings.IndexAny(s, " \t\r\n'\";>/?"); n > 0 {
				return s[:n]
			}
		}
	}
	return ""
}
