package zipped

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"io"
	"strings"
)

// The header before each member, and where its parts stand.
const (
	localHead  = "PK\x03\x04"
	headLength = 30
)

// salvage finds the members of a file whose directory is lost.
func salvage(data []byte) []Member {
	var list []Member
	for at := 0; len(list) < mostMembers; {
		i := bytes.Index(data[at:], []byte(localHead))
		if i < 0 {
			break
		}
		at += i
		m, end := memberAt(data, at)
		if end == 0 {
			at += len(localHead)
			continue
		}
		list = append(list, m)
		at = end
	}
	return list
}

// memberAt reads the header at the byte at of data and returns its member and
// where the next one may begin; 0 if no sound header stands there.
func memberAt(data []byte, at int) (Member, int) {
	h := data[at:]
	if len(h) < headLength {
		return Member{}, 0
	}
	flags, method := binary.LittleEndian.Uint16(h[6:]), binary.LittleEndian.Uint16(h[8:])
	packed := int(binary.LittleEndian.Uint32(h[18:]))
	nameLen, extraLen := int(binary.LittleEndian.Uint16(h[26:])), int(binary.LittleEndian.Uint16(h[28:]))
	body := headLength + nameLen + extraLen
	if nameLen == 0 || body > len(h) || method != 0 && method != 8 {
		return Member{}, 0
	}
	raw := string(h[headLength : headLength+nameLen])
	if strings.IndexByte(raw, 0) >= 0 {
		return Member{}, 0
	}
	end := body + packed
	known := flags&8 == 0 && end <= len(h)
	if !known { // its length stands behind it, or the file is cut
		end = nextHead(h, body)
	}
	part := h[body:end]
	name := memberName(raw, flags&0x800 != 0, h[headLength+nameLen:body])
	return Member{
		Name:      name,
		Folder:    strings.HasSuffix(name, "/"),
		Encrypted: flags&1 != 0,
		open: func() (io.ReadCloser, error) {
			if method == 8 {
				return flate.NewReader(bytes.NewReader(part)), nil
			}
			return io.NopCloser(bytes.NewReader(part)), nil
		},
	}, at + end
}

// nextHead returns where in h, from the byte at on, the next header begins.
func nextHead(h []byte, at int) int {
	for i := at; i+4 <= len(h); i++ {
		j := bytes.IndexByte(h[i:], 'P')
		if j < 0 {
			break
		}
		i += j
		if i+4 <= len(h) && h[i+1] == 'K' && (h[i+2] == 3 && h[i+3] == 4 || h[i+2] == 1 && h[i+3] == 2 || h[i+2] == 7 && h[i+3] == 8) {
			return i
		}
	}
	return len(h)
}
