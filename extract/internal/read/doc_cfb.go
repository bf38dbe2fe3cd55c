package read

import (
	"bytes"
	"fmt"

	"github.com/richardlehane/mscfb"
)

// ole2Mark begins every compound file (OLE2), which holds streams as a disk
// holds files.
const ole2Mark = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"

// A docFile holds the streams of a Word file.
type docFile struct {
	main   []byte    // WordDocument
	tables [2][]byte // 0Table and 1Table; the main stream says which of them holds
	data   []byte    // Data
	others []string  // the names of the other streams of the root
}

// openDoc returns the streams of a compound file. What a damaged one still
// holds comes with the error.
func openDoc(data []byte) (f *docFile, err error) {
	defer func() {
		if r := recover(); r != nil { // the library indexes what a damaged file says
			f, err = salvageDoc(data, fmt.Errorf("compound file: %v", r))
		}
	}()
	r, err := mscfb.New(bytes.NewReader(data))
	if err != nil {
		return salvageDoc(data, err)
	}
	f = &docFile{}
	var broken error
	for _, e := range r.File[1:] { // behind the root
		var to *[]byte
		switch {
		case len(e.Path) > 0:
			continue
		case e.Name == "WordDocument":
			to = &f.main
		case e.Name == "0Table":
			to = &f.tables[0]
		case e.Name == "1Table":
			to = &f.tables[1]
		case e.Name == "Data":
			to = &f.data
		default:
			f.others = append(f.others, e.Name)
			continue
		}
		if *to == nil {
			*to, err = stream(e, int64(len(data)))
			broken = bothErrors(broken, err)
		}
	}
	if broken != nil && len(f.main) < fibMin {
		return salvageDoc(data, broken)
	}
	return f, broken
}

// stream returns the bytes of a stream, which cannot be longer than its file.
func stream(e *mscfb.File, limit int64) ([]byte, error) {
	size := e.Size
	if size > limit {
		size = limit
	}
	out := make([]byte, size)
	for n := 0; n < len(out); {
		k, err := e.Read(out[n:min(n+32<<10, len(out))])
		n += k
		if n < len(out) && (err != nil || k == 0) {
			return out[:n], fmt.Errorf("stream %s ends after %d of %d bytes", e.Name, n, e.Size)
		}
	}
	if size < e.Size {
		return out, fmt.Errorf("stream %s is longer than the file", e.Name)
	}
	return out, nil
}

// salvageDoc returns the streams of a file whose directory is lost: programs
// write a stream in one piece, so the main stream is looked for by its head,
// and the table stream by the table of pieces that the head describes.
func salvageDoc(data []byte, why error) (*docFile, error) {
	const sector = 512
	for at := sector; at+fibMin < len(data); at += sector {
		head := data[at:]
		if docWord(head, 0) != wordMark || docWord(head, 2) < word97 || docWord(head, 2) > 0x200 {
			continue
		}
		f := &docFile{main: head}
		clx, n, last := docLong(head, fibClx), docLong(head, fibClx+4), wholeLength(head)
		for base := sector; n > 16 && base+clx+n <= len(data); base += sector {
			if t := data[base+clx : base+clx+n]; isPieces(t, last) {
				f.tables = [2][]byte{data[base:], data[base:]}
				break
			}
		}
		return f, why
	}
	return &docFile{}, why
}

// isPieces reports whether t is a table of pieces, without changes before it,
// of a text of n characters.
func isPieces(t []byte, n int) bool {
	count := (docLong(t, 1) - 4) / 12
	return t[0] == 2 && docLong(t, 1) == len(t)-5 && docLong(t, 5) == 0 && count > 0 &&
		(docLong(t, 5+4*count) == n || docLong(t, 5+4*count) == n+1)
}

// docWord returns the two bytes of b at, 0 beyond its end.
func docWord(b []byte, at int) int {
	if at < 0 || at+2 > len(b) {
		return 0
	}
	return int(b[at]) | int(b[at+1])<<8
}

// docLong returns the four bytes of b at, which are never negative where they
// mean something; -1 where they are, 0 beyond its end.
func docLong(b []byte, at int) int {
	if at < 0 || at+4 > len(b) {
		return 0
	}
	if n := int(b[at]) | int(b[at+1])<<8 | int(b[at+2])<<16 | int(b[at+3])<<24; n < 1<<31 {
		return n
	}
	return -1
}

// docPart returns the n bytes of b at, or what there is of them.
func docPart(b []byte, at, n int) []byte {
	if at < 0 || n <= 0 || at >= len(b) {
		return nil
	}
	return b[at : at+min(n, len(b)-at)]
}

// bothErrors returns a and b as one error of one line.
func bothErrors(a, b error) error {
	switch {
	case a == nil:
		return b
	case b == nil:
		return a
	}
	return fmt.Errorf("%w; %w", a, b)
}
