package pdf

import (
	"bytes"
	"compress/flate"
	"encoding/ascii85"
	"errors"
	"io"

	"golang.org/x/image/tiff/lzw"
)

// The bytes that one stream, and all streams of a document together, may unpack to.
const (
	streamLimit   = 64 << 20
	documentLimit = 4 << 30
)

var (
	errFilter = errors.New("unknown filter")
	errLarge  = errors.New("its streams are too long")
)

// unpack returns the stream's data. Of a damaged stream it returns what could
// be read.
func (o object) unpack() ([]byte, error) {
	if !o.isStream() {
		return nil, nil
	}
	if o.f.spent >= documentLimit {
		return nil, errLarge
	}
	if o.f.locked {
		data, err := o.decoded(min(streamLimit, documentLimit-o.f.spent))
		o.f.spent += len(data)
		return data, err
	}
	data := o.packed()
	filters, params := list(o.key("Filter")), list(o.key("DecodeParms"))
	for i, filter := range filters {
		if i == 8 {
			return nil, errFilter
		}
		limit := min(streamLimit, documentLimit-o.f.spent)
		out, err := applied(filter.name(), data, limit)
		if err != nil {
			return nil, err
		}
		o.f.spent += len(out)
		if i < len(params) && filter.name() != "Crypt" {
			out = unpredicted(out, params[i])
		}
		data = out
	}
	return data, nil
}

// list returns the elements of an array, or what is no array as the only one.
func list(o object) []object {
	if o.isNull() {
		return nil
	}
	if !o.isArray() {
		return []object{o}
	}
	var all []object
	for i := range min(o.len(), 16) {
		all = append(all, o.index(i))
	}
	return all
}

// applied returns data with the filter taken off, at most limit bytes.
func applied(filter string, data []byte, limit int) ([]byte, error) {
	switch filter {
	case "FlateDecode", "Fl":
		return inflated(data, limit), nil
	case "LZWDecode", "LZW":
		r := lzw.NewReader(bytes.NewReader(data), lzw.MSB, 8)
		out, _ := io.ReadAll(io.LimitReader(r, int64(limit)))
		return out, nil
	case "ASCII85Decode", "A85":
		return unascii85(data), nil
	case "ASCIIHexDecode", "AHx":
		l := lexer{b: append([]byte{'<'}, data...)}
		l.hex()
		return l.str, nil
	case "RunLengthDecode", "RL":
		return unrun(data, limit), nil
	case "Crypt":
		return data, nil
	}
	return nil, errFilter
}

// inflated returns what a zlib stream holds. A wrong head or check sum is no
// reason to lose the text.
func inflated(data []byte, limit int) []byte {
	if len(data) < 2 {
		return nil
	}
	try := func(b []byte) []byte {
		r := flate.NewReader(bytes.NewReader(b))
		var out bytes.Buffer
		out.Grow(min(4*len(b), limit))
		io.Copy(&out, io.LimitReader(r, int64(limit)))
		return out.Bytes()
	}
	data = bytes.TrimLeft(data, "\r\n")
	if len(data) > 2 {
		if out := try(data[2:]); len(out) > 0 {
			return out
		}
	}
	return try(data)
}

// unascii85 returns the bytes behind base-85 digits.
func unascii85(data []byte) []byte {
	data = bytes.TrimPrefix(bytes.TrimSpace(data), []byte("<~"))
	if i := bytes.IndexByte(data, '~'); i >= 0 {
		data = data[:i]
	}
	out := make([]byte, 4*len(data)+8)
	n, _, _ := ascii85.Decode(out, data, true)
	return out[:n]
}

// unrun returns the bytes behind run lengths.
func unrun(data []byte, limit int) []byte {
	var out []byte
	for i := 0; i < len(data) && len(out) < limit; {
		n := int(data[i])
		i++
		switch {
		case n == 128:
			return out
		case n < 128:
			end := min(i+n+1, len(data))
			out = append(out, data[i:end]...)
			i = end
		case i < len(data):
			out = append(out, bytes.Repeat(data[i:i+1], 257-n)...)
			i++
		}
	}
	return out
}

// unpredicted returns data with the predictor of a PNG taken off.
func unpredicted(data []byte, param object) []byte {
	if param.key("Predictor").int() < 10 {
		return data
	}
	one := func(name string, def int) int {
		if n := param.key(name).int(); n > 0 && n < 1<<16 {
			return n
		}
		return def
	}
	depth := one("Colors", 1) * one("BitsPerComponent", 8)
	width, step := (one("Columns", 1)*depth+7)/8, max(1, depth/8)
	out := make([]byte, 0, len(data))
	above := make([]byte, width)
	for len(data) > 1 {
		kind := data[0]
		row := data[1:min(len(data), width+1)]
		data = data[1+len(row):]
		for i := range row {
			var left, up, corner byte
			up = above[i]
			if i >= step {
				left, corner = row[i-step], above[i-step]
			}
			row[i] += predicted(kind, left, up, corner)
		}
		copy(above, row)
		out = append(out, row...)
	}
	return out
}

// predicted returns what a row's filter of a PNG foretells of a byte.
func predicted(kind, left, up, corner byte) byte {
	switch kind {
	case 1:
		return left
	case 2:
		return up
	case 3:
		return byte((int(left) + int(up)) / 2)
	case 4:
		p := int(left) + int(up) - int(corner)
		a, b, c := abs(p-int(left)), abs(p-int(up)), abs(p-int(corner))
		if a <= b && a <= c {
			return left
		}
		if b <= c {
			return up
		}
		return corner
	}
	return 0
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
