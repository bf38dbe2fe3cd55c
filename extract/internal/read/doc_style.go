package read

import (
	"strings"
	"unicode/utf16"
)

// A docStyle is a style (样式), with what it inherits once resolved.
type docStyle struct {
	kind     int // 1 of paragraphs, 2 of characters
	base     int
	name     string
	grpprl   [2][]byte // of the paragraph, of its characters
	para     docPara
	char     docChar
	bold     bool
	hidden   bool
	contents bool // an entry of a table of contents
	resolved bool
}

const (
	paraStyle = 1
	charStyle = 2
	noStyle   = 0xFFF
)

// readDocStyles reads the style sheet.
func readDocStyles(sheet, data []byte) []docStyle {
	head := docWord(sheet, 0)
	count, base := docWord(sheet, 2), docWord(sheet, 4)
	sheet = docPart(sheet, 2+head, len(sheet))
	styles := make([]docStyle, min(count, len(sheet)/2))
	for i := range styles {
		n := docWord(sheet, 0)
		styles[i] = readDocStyle(docPart(sheet, 2, n), base)
		sheet = docPart(sheet, 2+n, len(sheet))
	}
	for i := range styles {
		resolveDocStyle(styles, i, data, 0)
	}
	return styles
}

// readDocStyle reads the definition of a style.
func readDocStyle(b []byte, base int) docStyle {
	s := docStyle{base: noStyle, para: docPara{level: -1}}
	if base < 10 || len(b) < base+2 {
		return s
	}
	builtIn := docWord(b, 0) & 0xFFF
	s.kind, s.base = docWord(b, 2)&0xF, docWord(b, 2)>>4
	changes := docWord(b, 4) & 0xF
	n := docWord(b, base)
	s.name = strings.ToLower(docString(docPart(b, base+2, 2*n)))
	if s.para.outline = headingName(s.name); builtIn >= 1 && builtIn <= 9 && s.kind == paraStyle {
		s.para.outline = builtIn
	}
	s.contents = builtIn >= 19 && builtIn <= 27 || strings.HasPrefix(s.name, "toc ") || strings.HasPrefix(s.name, "目录 ")
	at := base + 2 + 2*n + 2
	for i := range min(changes, 2) {
		at += at & 1
		n := docWord(b, at)
		grpprl := docPart(b, at+2, n)
		switch {
		case s.kind == charStyle:
			s.grpprl[1] = grpprl
		case s.kind == paraStyle && i == 0 && len(grpprl) >= 2:
			s.grpprl[0] = grpprl[2:] // behind the number of the style itself
		case s.kind == paraStyle && i == 1:
			s.grpprl[1] = grpprl
		}
		at += 2 + n
	}
	return s
}

// resolveDocStyle fills in what style i inherits. A chain longer than any in
// use is a ring.
func resolveDocStyle(styles []docStyle, i int, data []byte, depth int) {
	s := &styles[i]
	if s.resolved {
		return
	}
	s.resolved = true
	own := s.para.outline
	if s.base < len(styles) && s.base != i && depth < 32 {
		resolveDocStyle(styles, s.base, data, depth+1)
		b := &styles[s.base]
		s.para, s.bold, s.hidden, s.contents = b.para, b.bold, b.hidden, s.contents || b.contents
	}
	if own > 0 {
		s.para.outline = own
	}
	s.para.style, s.para.listed = i, false
	s.para.change(s.grpprl[0], data, 0)
	s.char.change(s.grpprl[1])
	s.bold, s.hidden = s.char.bold.over(s.bold), s.char.hidden.over(s.hidden)
}

// docString returns UTF-16 as a string.
func docString(b []byte) string {
	u := make([]uint16, len(b)/2)
	for i := range u {
		u[i] = uint16(b[2*i]) | uint16(b[2*i+1])<<8
	}
	return string(utf16.Decode(u))
}

// readDocFonts returns the names of the fonts.
func readDocFonts(b []byte) []string {
	var fonts []string
	count := docWord(b, 0)
	b = docPart(b, 4, len(b))
	for len(fonts) < count && len(b) > 1 {
		n := int(b[0])
		name, _, _ := strings.Cut(docString(docPart(b, 40, n-39)), "\x00")
		fonts = append(fonts, name)
		b = docPart(b, 1+n, len(b))
	}
	return fonts
}
