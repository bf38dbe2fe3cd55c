package read

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf16"
)

// Where the head of the main stream of Word 6 and 95 says what.
const (
	fib6Language = 0x06
	fib6Clx      = 0x160
	fib6Body     = 0x34
)

// readWord6 reads the main stream of Word 6 and 95, whose text is in the code
// page of its language, or in UTF-16 in the editions for East Asia. Its looks,
// lists and notes are not read.
func (f *docFile) readWord6() (flow *docxFlow, charset string, err error) {
	main := f.main
	flags := docWord(main, fibFlags)
	from, to := docLong(main, fibMinFC), docLong(main, fibMinFC+4)
	n := docLong(main, fib6Body)
	if from <= 0 || to > len(main) || from >= to || n <= 0 {
		return nil, "", errors.New("the text lies outside the file")
	}
	text := main[from:to]
	if flags&4 != 0 { // fast saved
		if text = f.pieces6(n); len(text) == 0 {
			return nil, "", errors.New("no table of pieces")
		}
	}
	if flags&0x1000 != 0 {
		charset = utf16LE
		text = text[:min(len(text), 2*n)]
	} else {
		text = text[:min(len(text), n)]
		if charset = languages(docWord(main, fib6Language)); charset == "" {
			charset = "windows-1252"
			if found := charsetOf(text); found != "" {
				charset = found
			}
		}
	}
	decoded, _ := decodeAs(text, charset)
	d := &docReader{sheet: docSheet{flow: &docxFlow{}}}
	d.plain(decoded)
	return d.sheet.flow, charset, nil
}

// pieces6 returns the n characters of the body of a file saved fast.
func (f *docFile) pieces6(n int) []byte {
	clx := docPart(f.main, docLong(f.main, fib6Clx), docLong(f.main, fib6Clx+4))
	for len(clx) > 3 && clx[0] == 1 {
		clx = docPart(clx, 3+docWord(clx, 1), len(clx))
	}
	if len(clx) < 5 || clx[0] != 2 {
		return nil
	}
	plc := docPart(clx, 5, docLong(clx, 1))
	count := (len(plc) - 4) / 12
	var out []byte
	for i := 0; i < count && len(out) < n && len(out) < len(f.main); i++ {
		size := docLong(plc, 4*i+4) - docLong(plc, 4*i)
		if docWord(f.main, fibFlags)&0x1000 != 0 {
			size *= 2
		}
		out = append(out, docPart(f.main, docLong(plc, 4*(count+1)+8*i+2), size)...)
	}
	return out
}

// languages returns the character set of a language of Windows, "" if it has
// none of its own.
func languages(id int) string {
	switch id {
	case 0x0804, 0x1004:
		return gb18030Name
	case 0x0404, 0x0C04, 0x1404:
		return big5Name
	case 0x0411:
		return "shift_jis"
	case 0x0412:
		return "euc-kr"
	}
	return ""
}

// charsetOf returns the character set that text is in, "" if bytes alone
// cannot tell.
func charsetOf(text []byte) string {
	if bytes.IndexFunc(text, func(r rune) bool { return r >= 0x80 }) < 0 {
		return ""
	}
	if name := charset(bytes.Map(printing, text)); name != utf8Name {
		return name
	}
	return ""
}

// printing returns r, or a blank for a control.
func printing(r rune) rune {
	if r < ' ' {
		return ' '
	}
	return r
}

// plain writes text without any looks.
func (d *docReader) plain(text string) {
	s := &d.sheet
	for text != "" {
		n := strings.IndexAny(text, "\x07\f\r")
		mark := byte(docParaEnd)
		if n < 0 {
			n = len(text)
		} else {
			mark = text[n]
		}
		rowEnd := mark == docCell && n == 0 && s.table != nil && s.table.cells > 0
		switch {
		case mark == docCell:
			s.openTable()
		case s.table != nil && s.table.cells == 0: // behind a row
			s.closeTable()
		}
		d.characters(utf16.Encode([]rune(text[:n])), &docChar{}, false)
		d.endCodes()
		switch {
		case rowEnd: // two marks end a row
			s.row(nil)
		case mark == docCell:
			s.cell(docLook{})
		default:
			s.end(docLook{})
		}
		text = text[min(n+1, len(text)):]
	}
	s.closeTable()
}
