package pdf

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
)

// An entry of a cross-reference table: an object at an offset in the file, or
// the i-th one of an object stream.
type entry struct {
	packed bool
	at     int // offset, or number of the stream
	i      int // generation, or place in the stream
}

// rebuilt returns the file with a new cross-reference table at its end, made by
// looking for the objects themselves: for files whose own table is damaged,
// lost with the file's end, or points elsewhere. Of several objects of one
// number the last counts, as it does where a file was changed.
func rebuilt(ctx context.Context, data []byte) ([]byte, error) {
	table := map[int]entry{}
	for at := 0; at < len(data); {
		i := bytes.Index(data[at:], []byte(" obj"))
		if i < 0 {
			break
		}
		at += i
		if n, gen, lo := objectHead(data, at); lo >= 0 && n < 1<<22 {
			table[n] = entry{false, lo, gen}
		}
		at += len(" obj")
	}
	if len(table) == 0 {
		return nil, errors.New("no objects")
	}
	root := rootOf(data)
	f, err := open(ctx, withTable(data, table, root), "")
	if err != nil {
		return nil, err
	}
	all := f.trail.key("All")
	more := map[int]entry{}
	for i := range all.len() {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		o := all.index(i)
		switch o.key("Type").name() {
		case "ObjStm":
			packedObjects(o, all.v.String(), i, more)
		case "Catalog":
			if root == "" {
				root = reference(all.v.String(), i)
			}
		}
	}
	for n, e := range more {
		if _, ok := table[n]; !ok && n < 1<<22 {
			table[n] = e
		}
	}
	return withTable(data, table, root), nil
}

// objectHead returns the number, generation and offset of the object before
// whose word obj the blank at stands; lo < 0 is none.
func objectHead(data []byte, at int) (n, gen, lo int) {
	digits := func(end int) (v, from int) {
		from = end
		for from > 0 && end-from < 10 && data[from-1] >= '0' && data[from-1] <= '9' {
			from--
		}
		for _, c := range data[from:end] {
			v = v*10 + int(c-'0')
		}
		return v, from
	}
	gen, k := digits(at)
	if k == at || k == 0 || class[data[k-1]] != space {
		return 0, 0, -1
	}
	n, lo = digits(k - 1)
	if lo == k-1 || gen > 0xFFFF {
		return 0, 0, -1
	}
	return n, gen, lo
}

// rootOf returns the reference behind the last /Root in the file.
func rootOf(data []byte) string {
	for end := len(data); ; {
		i := bytes.LastIndex(data[:end], []byte("/Root"))
		if i < 0 {
			return ""
		}
		l := lexer{b: data[i+5 : min(len(data), i+64)]}
		if l.next() == numberToken {
			n := int(l.num)
			if l.next() == numberToken && n > 0 {
				gen := int(l.num)
				if l.next() == opToken && string(l.str) == "R" {
					return fmt.Sprintf("%d %d R", n, gen)
				}
			}
		}
		end = i
	}
}

// locks returns what a new table must say of an encrypted file.
func locks(data []byte) string {
	i := bytes.LastIndex(data, []byte("/Encrypt"))
	if i < 0 {
		return ""
	}
	rest := data[i+len("/Encrypt"):]
	end := bytes.IndexByte(rest[:min(len(rest), 32)], 'R')
	if end < 0 {
		return ""
	}
	id := ""
	if i := bytes.LastIndex(data, []byte("/ID")); i >= 0 {
		if n := bytes.IndexByte(data[i:min(len(data), i+256)], ']'); n > 0 {
			id = " " + string(data[i:i+n+1])
		}
	}
	return " /Encrypt " + string(rest[:end+1]) + id
}

// reference returns the i-th reference of a printed array of references.
func reference(array string, i int) string {
	l := lexer{b: []byte(array)}
	for kind := l.next(); kind != endToken; kind = l.next() {
		if kind != numberToken {
			continue
		}
		n := int(l.num)
		l.next()
		gen := int(l.num)
		if i--; i < 0 {
			return fmt.Sprintf("%d %d R", n, gen)
		}
		l.next()
	}
	return ""
}

// packedObjects adds the objects in an object stream, the i-th of array.
func packedObjects(o object, array string, i int, more map[int]entry) {
	data, err := o.unpack()
	if err != nil {
		return
	}
	stream := int(number([]byte(reference(array, i))))
	l := lexer{b: data}
	for k := range min(o.key("N").int(), 1<<16) {
		if l.next() != numberToken {
			return
		}
		n := int(l.num)
		if l.next() != numberToken {
			return
		}
		more[n] = entry{true, stream, k}
	}
}

// withTable returns data with a cross-reference stream of the table behind it.
func withTable(data []byte, table map[int]entry, root string) []byte {
	size := 0
	for n := range table {
		size = max(size, n+1)
	}
	var all bytes.Buffer
	rows := make([]byte, 13*(size+1))
	for n := range size {
		e, ok := table[n]
		row := rows[13*n : 13*n+13]
		switch {
		case !ok:
		case e.packed:
			row[0] = 2
		default:
			row[0] = 1
			fmt.Fprintf(&all, "%d %d R ", n, e.i)
		}
		binary.BigEndian.PutUint64(row[1:], uint64(e.at))
		binary.BigEndian.PutUint32(row[9:], uint32(e.i))
	}
	out := append([]byte(nil), data...)
	out = append(out, '\n')
	at := len(out)
	if root == "" {
		root = "null"
	}
	root += locks(data)
	out = fmt.Appendf(out, "%d 0 obj\n<</Type /XRef /Size %d /W [1 8 4] /Root %s /All [%s] /Length %d>>\nstream\n", size, size+1, root, all.Bytes(), len(rows))
	rows[13*size] = 1
	binary.BigEndian.PutUint64(rows[13*size+1:], uint64(at))
	out = append(out, rows...)
	return fmt.Appendf(out, "\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n", at)
}
