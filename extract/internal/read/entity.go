package read

import (
	"html"
	"strings"
	"unicode/utf8"
)

// entities returns what the HTML entities in s stand for; copies of web pages
// keep them.
func entities(s string) []Rewrite {
	var list []Rewrite
	for at := 0; ; {
		i := strings.IndexByte(s[at:], '&')
		if i < 0 {
			return list
		}
		at += i
		text, n := entity(s[at:])
		if n > 0 {
			list = append(list, Rewrite{Range{at, at + n}, text})
		}
		at += max(n, 1)
	}
}

// entity returns what the HTML entity at the head of s stands for, and its
// length; n == 0 is none. The semicolon is required, for a=1&copy=2 is part of
// an address. An entity written twice over (&amp;nbsp;) is undone at once.
func entity(s string) (text string, n int) {
	if strings.HasPrefix(s, "&amp;") {
		if text, n := oneEntity(s[len("amp;"):]); n > 0 {
			return text, n + len("amp;")
		}
		return "&", len("&amp;")
	}
	return oneEntity(s)
}

// oneEntity returns what the entity stands for whose & is the first byte of s,
// whatever that byte is.
func oneEntity(s string) (text string, n int) {
	const longest = 12 // &CenterDot; is as long as any in use
	if s == "" {
		return "", 0
	}
	end := 1 + strings.IndexByte(s[1:min(len(s), longest)], ';')
	if end < 2 {
		return "", 0
	}
	body := s[1:end]
	for i := range len(body) {
		if !isAlnum(body[i]) && (body[i] != '#' || i > 0) {
			return "", 0
		}
	}
	if body == "sp" || body == "#32" { // what a filter left of &nbsp; or &ensp;
		return " ", end + 1
	}
	if digits(body) && len(body) >= 3 { // &9826; lost its #
		body = "#" + body
	}
	name := "&" + body + ";"
	text = html.UnescapeString(name)
	if text == name || strings.HasSuffix(text, ";") && body != "semi" && body != "#59" { // &ltx; is < and x;
		return "", 0
	}
	switch r, _ := utf8.DecodeRuneInString(text); {
	case r == '\n' || r == '\r':
		return "\n", end + 1
	case r == utf8.RuneError || r < ' ' && r != '\t':
		return "", 0
	}
	return text, end + 1
}

// digits reports whether s is digits alone.
func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}
