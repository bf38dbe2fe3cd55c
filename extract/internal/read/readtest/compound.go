package readtest

import (
	"bytes"
	"encoding/binary"
	"unicode/utf16"
)

// A Stream is a stream of a compound file.
type Stream struct {
	Name string
	Data []byte
}

// The length of a sector, and what stands for a sector in the table of them.
const (
	sector = 512

	freeSector  = 0xFFFFFFFF
	endOfChain  = 0xFFFFFFFE
	tableSector = 0xFFFFFFFD
)

// A disk is the sectors of a compound file and what follows each.
type disk struct {
	body []byte
	next []uint32
}

// chain adds data in sectors of its own and returns the first.
func (d *disk) chain(data []byte) uint32 {
	first := uint32(len(d.next))
	data = append(bytes.Clone(data), make([]byte, -len(data)&(sector-1))...)
	d.body = append(d.body, data...)
	for i := range len(data) / sector {
		next := first + uint32(i) + 1
		if (i+1)*sector == len(data) {
			next = endOfChain
		}
		d.next = append(d.next, next)
	}
	return first
}

// Compound returns a compound file (OLE2) of the streams. Each is padded to the
// length from which on it has sectors of its own.
func Compound(streams ...Stream) []byte {
	const shortest = 4096
	u16, u32 := binary.LittleEndian.PutUint16, binary.LittleEndian.PutUint32
	var d disk
	dir := make([]byte, (len(streams)+1)*128)
	for i := range len(streams) + 1 {
		e := dir[128*i:]
		name, kind := "Root Entry", byte(5)
		first, size := uint32(endOfChain), 0
		if i > 0 {
			s := streams[i-1]
			name, kind, size = s.Name, 2, max(len(s.Data), shortest)
			first = d.chain(append(bytes.Clone(s.Data), make([]byte, size-len(s.Data))...))
		}
		for k, c := range utf16.Encode([]rune(name)) {
			u16(e[2*k:], c)
		}
		u16(e[64:], uint16(2*len(name)+2))
		e[66], e[67] = kind, 1
		u32(e[68:], freeSector)
		u32(e[72:], freeSector)
		u32(e[76:], freeSector)
		if i == 0 && len(streams) > 0 {
			u32(e[76:], 1)
		} else if i > 0 && i < len(streams) {
			u32(e[72:], uint32(i+1))
		}
		u32(e[116:], first)
		u32(e[120:], uint32(size))
	}
	dirAt := d.chain(dir)
	tableAt := uint32(len(d.next))
	n := 1
	for (len(d.next)+n)*4 > n*sector {
		n++
	}
	table := bytes.Repeat([]byte{0xFF}, n*sector)
	for i, next := range d.next {
		u32(table[4*i:], next)
	}
	for i := range n {
		u32(table[4*(int(tableAt)+i):], tableSector)
	}
	head := bytes.Repeat([]byte{0}, sector)
	copy(head, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
	u16(head[24:], 0x3E)
	u16(head[26:], 3)
	u16(head[28:], 0xFFFE)
	u16(head[30:], 9)
	u16(head[32:], 6)
	u32(head[44:], uint32(n))
	u32(head[48:], dirAt)
	u32(head[56:], shortest)
	u32(head[60:], endOfChain)
	u32(head[68:], endOfChain)
	for i := range 109 {
		u32(head[76+4*i:], freeSector)
		if i < n {
			u32(head[76+4*i:], tableAt+uint32(i))
		}
	}
	return append(append(head, d.body...), table...)
}
