package readtest

import (
	"encoding/binary"
	"fmt"
	"unicode/utf16"
)

// A Span is a run of characters with its modifiers.
type Span struct {
	Text string
	Look []byte
}

// A Paragraph is a paragraph of a Word file, its mark included in the last span.
type Paragraph struct {
	Spans []Span
	Style int
	Look  []byte
}

// A Word is a Word 97 file.
type Word struct {
	Paragraphs []Paragraph
	Parts      [8]int // characters of the parts of the text; the body is what is left
	Narrow     bool   // one byte a character
	Saved      bool   // fast: in pieces that stand in disorder
	Prm        uint16 // of the second piece
	Tables     map[int][]byte
	Lists      []byte // behind the definitions: their levels
	Data       []byte
	Flags      uint16
}

// Where the head of the file names its tables.
const (
	headFlags  = 0x0A
	headCounts = 0x4C
	headChars  = 0xFA
	headParas  = 0x102
	headClx    = 0x1A2
	headLists  = 0x2E2
)

// Modifier returns a modifier of looks.
func Modifier(code int, operand ...byte) []byte {
	return append([]byte{byte(code), byte(code >> 8)}, operand...)
}

// Places returns a table of places and what belongs to each.
func Places(places []int, items ...[]byte) []byte {
	var b []byte
	for _, p := range places {
		b = binary.LittleEndian.AppendUint32(b, uint32(p))
	}
	for _, it := range items {
		b = append(b, it...)
	}
	return b
}

// propertyPages returns pages of properties, whose entries are of that width,
// and the table of the pages, which begin at the page called first. places has
// one more than props.
func propertyPages(places []int, width int, props [][]byte, first int) (pages, table []byte) {
	const size = 512
	starts, numbers := []int{places[0]}, [][]byte{}
	for from := 0; from < len(props); {
		n, room := 0, size-1
		for from+n < len(props) {
			left := (room - len(props[from+n])) &^ 1
			if left < 4*(n+2)+width*(n+1) || n == 100 {
				break
			}
			if n++; len(props[from+n-1]) > 0 {
				room = left
			}
		}
		if n == 0 {
			panic(fmt.Sprintf("properties of %d bytes", len(props[from])))
		}
		page := make([]byte, size)
		page[size-1] = byte(n)
		at := size - 1
		for i := range n + 1 {
			binary.LittleEndian.PutUint32(page[4*i:], uint32(places[from+i]))
		}
		for i, p := range props[from : from+n] {
			if len(p) == 0 {
				continue
			}
			at = (at - len(p)) &^ 1
			copy(page[at:], p)
			page[4*(n+1)+width*i] = byte(at / 2)
		}
		from += n
		starts = append(starts, places[from])
		numbers = append(numbers, number(first+len(pages)/size))
		pages = append(pages, page...)
	}
	return pages, Places(starts, numbers...)
}

func number(n int) []byte { return binary.LittleEndian.AppendUint32(nil, uint32(n)) }

// Bytes returns the file.
func (d *Word) Bytes() []byte { return Compound(d.Streams()...) }

// Streams returns the streams of the file.
func (d *Word) Streams() []Stream {
	const textAt, page = 0x400, 512
	main := make([]byte, textAt)
	size := 2
	if d.Narrow {
		size = 1
	}
	var text []byte
	var chars, paras []int
	var charProps, paraProps [][]byte
	total := 0
	for _, p := range d.Paragraphs {
		paras = append(paras, textAt+len(text))
		look := append([]byte{byte(p.Style), byte(p.Style >> 8)}, p.Look...)
		prop := append([]byte{byte((len(look) + 1) / 2)}, look...)
		if len(look)%2 == 0 {
			prop = append([]byte{0, byte(len(look) / 2)}, look...)
		}
		paraProps = append(paraProps, prop)
		for _, s := range p.Spans {
			chars = append(chars, textAt+len(text))
			var prop []byte
			if len(s.Look) > 0 {
				prop = append([]byte{byte(len(s.Look))}, s.Look...)
			}
			charProps = append(charProps, prop)
			for _, c := range utf16.Encode([]rune(s.Text)) {
				total++
				if d.Narrow {
					text = append(text, byte(c))
					continue
				}
				text = binary.LittleEndian.AppendUint16(text, c)
			}
		}
	}
	end := textAt + len(text)
	main = append(main, text...)
	main = append(main, make([]byte, -len(main)&(page-1))...)
	pages, charTable := propertyPages(append(chars, end), 1, charProps, len(main)/page)
	main = append(main, pages...)
	pages, paraTable := propertyPages(append(paras, end), 13, paraProps, len(main)/page)
	main = append(main, pages...)

	var table []byte
	put := func(at int, b []byte) {
		binary.LittleEndian.PutUint32(main[at:], uint32(len(table)))
		binary.LittleEndian.PutUint32(main[at+4:], uint32(len(b)))
		table = append(table, b...)
	}
	put(headChars, charTable)
	put(headParas, paraTable)
	piece := func(fc int, prm uint16) []byte {
		if d.Narrow {
			fc = fc*2 | 1<<30
		}
		return binary.LittleEndian.AppendUint16(append([]byte{0, 0}, number(fc)...), prm)
	}
	pieces := Places([]int{0, total}, piece(textAt, d.Prm))
	if d.Saved {
		half := total / 2
		pieces = Places([]int{0, half, total}, piece(textAt, 0), piece(textAt+half*size, d.Prm))
	}
	put(headClx, append(append([]byte{2}, number(len(pieces))...), pieces...))
	for at, b := range d.Tables {
		put(at, b)
		if at == headLists {
			table = append(table, d.Lists...)
		}
	}
	binary.LittleEndian.PutUint16(main[0:], 0xA5EC)
	binary.LittleEndian.PutUint16(main[2:], 0xC1)
	binary.LittleEndian.PutUint16(main[headFlags:], d.Flags|0x200)
	parts := d.Parts
	parts[0] = total
	for _, n := range d.Parts {
		parts[0] -= n
	}
	for i, n := range parts {
		binary.LittleEndian.PutUint32(main[headCounts+4*i:], uint32(n))
	}
	return []Stream{{"WordDocument", main}, {"1Table", table}, {"Data", d.Data}}
}
