package read

import (
	"bytes"
	"errors"
	"strings"
)

// A signature is how the files of a format that is no text begin.
type signature struct {
	at     int // where the mark stands
	mark   string
	name   string
	format bool // a format of documents; else no document at all
}

// signatures are what archives hold beside text. A format that has a reader
// never comes to this list: its Magic is asked first.
var signatures = []signature{
	{0, "%PDF-", "pdf", true},
	{0, "{\\rtf", "rtf", true},
	{0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "ole2", true},
	{0, "PK\x03\x04", "zip", true},
	{0, "PK\x05\x06", "zip", true},
	{0, "Rar!\x1A\x07", "rar", true},
	{0, "7z\xBC\xAF\x27\x1C", "7z", true},
	{0, "\x1F\x8B\x08", "gzip", true},
	{0, "BZh", "bzip2", true},
	{0, "\xFD7zXZ\x00", "xz", true},
	{0, "\x28\xB5\x2F\xFD", "zstd", true},
	{257, "ustar", "tar", true},
	{0, "%!PS", "postscript", true},
	{0, "HHKB", "hlp", true},
	{0, "CAJ\x00", "caj", true},
	{0, "HN\x00\x00", "caj", true},
	{0, "AT&TFORM", "djvu", true},
	{0, "SQLite format 3\x00", "an SQLite data base", false},
	{0, "GIF8", "a GIF picture", false},
	{0, "\x00\x00\x01\x00", "an icon", false},
	{8, "WEBP", "a WebP picture", false},
	{8, "WAVE", "a sound", false},
	{8, "AVI ", "a film", false},
	{4, "ftyp", "a film or picture", false},
	{0, "ID3", "a sound", false},
	{0, "OggS", "a sound", false},
	{0, "\x7FELF", "a program", false},
	{0, "\xCA\xFE\xBA\xBE", "a program", false},
	{0, "\xCF\xFA\xED\xFE", "a program", false},
	{0, "\x00asm", "a program", false},
	{0, "MZ\x90\x00", "a program", false},
	{0, "L\x00\x00\x00\x01\x14\x02\x00", "a Windows shortcut", false},
	{0, "wOFF", "a font", false},
	{0, "\x00\x01\x00\x00\x00", "a font", false},
}

// container returns the signature that data has, nil if it has none.
func container(data []byte) *signature {
	for i := range signatures {
		s := &signatures[i]
		if len(data) >= s.at+len(s.mark) && string(data[s.at:s.at+len(s.mark)]) == s.mark {
			return s
		}
	}
	return nil
}

// foreign returns why data, which no format claims, cannot be read.
func foreign(data []byte) *Error {
	s := container(data)
	switch {
	case s == nil:
		return &Error{Kind: Unknown, Err: errors.New("no text in a known character set")}
	case !s.format:
		return &Error{Kind: Unknown, Err: errors.New(s.name)}
	}
	name := s.name
	switch name {
	case "zip":
		name = inZip(data)
	case "ole2":
		name = inOLE2(data)
	}
	return &Error{Kind: Unsupported, Format: name, Err: errors.New("this format is not supported")}
}

// ends returns the head and the tail of data, where a container names its parts.
func ends(data []byte) [2][]byte {
	const n = 64 << 10
	return [2][]byte{data[:min(n, len(data))], data[max(0, len(data)-n):]}
}

// inZip tells what a zip file holds by the names of its members.
func inZip(data []byte) string {
	for _, part := range ends(data) {
		for _, kind := range [...]struct{ member, name string }{
			{"word/document.xml", "docx"}, {"OFD.xml", "ofd"}, {"xl/workbook", "xlsx"}, {"ppt/presentation.xml", "pptx"},
			{"opendocument.text", "odt"}, {"opendocument.spreadsheet", "ods"}, {"application/epub", "epub"},
		} {
			if bytes.Contains(part, []byte(kind.member)) {
				return kind.name
			}
		}
	}
	return "zip"
}

// inOLE2 tells what a compound file holds by the names of its streams.
func inOLE2(data []byte) string {
	for _, kind := range [...]struct{ stream, name string }{
		{"WordDocument", "doc"}, {"Workbook", "xls"}, {"PowerPoint Document", "ppt"}, {"EncryptedPackage", "encrypted office"},
	} {
		if bytes.Contains(data, []byte(strings.Join(strings.Split(kind.stream, ""), "\x00"))) {
			return kind.name
		}
	}
	return "ole2"
}
