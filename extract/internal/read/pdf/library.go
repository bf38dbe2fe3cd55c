package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	lib "github.com/ledongthuc/pdf"
)

// A file is a PDF file whose objects can be looked up. The library panics on
// what it does not expect; all its panics end in this file.
type file struct {
	data   []byte
	trail  object
	view   *view
	locked bool // the library decrypts it
	faults int  // objects that could not be read
	spent  int  // bytes unpacked so far
}

// An object is a value in a file; null where there is none or it is damaged.
type object struct {
	f *file
	v lib.Value
}

// A view is a file as the library wants it: it asks for a strict head and tail.
// It fails once ctx is done, or when opening the file takes more reading than
// any sound file needs (a chain of tables that bites its tail).
type view struct {
	ctx    context.Context
	data   []byte
	budget int // bytes that may still be read
}

var errEndless = errors.New("objects refer to each other endlessly")

// refill sets how much may be read to find one object. A stream whose length
// stands in the stream itself would have the library call itself until the
// stack overflows, which no recover stops.
func (v *view) refill() { v.budget = 16<<20 + len(v.data) }

// ReadAt reads from the view.
func (v *view) ReadAt(p []byte, at int64) (int, error) {
	if err := v.ctx.Err(); err != nil {
		return 0, err
	}
	if v.budget -= max(len(p), 4096); v.budget < 0 {
		return 0, errEndless
	}
	if at < 0 || at >= int64(len(v.data)) {
		return 0, io.EOF
	}
	n := copy(p, v.data[at:])
	const head = "%PDF-1.7\n"
	if at < int64(len(head)) {
		copy(p[:n], head[at:])
	}
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}

// open opens a file.
func open(ctx context.Context, data []byte, password string) (f *file, err error) {
	if i := bytes.Index(data[:min(len(data), 1024)], []byte("%PDF-")); i > 0 {
		data = data[i:]
	}
	end := bytes.LastIndex(data, []byte("%%EOF"))
	if end < 0 {
		return nil, errors.New("the end of the file is missing")
	}
	data = data[:end+len("%%EOF")]
	if !plausible(data) {
		return nil, errors.New("the cross-reference table is implausible")
	}
	defer func() {
		if v := recover(); v != nil {
			f, err = nil, fmt.Errorf("%v", v)
		}
	}()
	f = &file{data: data, view: &view{ctx: ctx, data: data}}
	f.view.refill()
	tried := false
	r, err := lib.NewReaderEncrypted(f.view, int64(len(data)), func() string {
		if tried {
			return ""
		}
		tried = true
		return password
	})
	if err != nil {
		if errors.Is(err, lib.ErrInvalidPassword) || strings.Contains(err.Error(), "encryption") {
			return nil, ErrEncrypted
		}
		return nil, err
	}
	f.locked = !(object{f, r.Trailer()}).key("Encrypt").isNull()
	f.trail = object{f, r.Trailer()}
	return f, nil
}

// plausible reports whether the numbers for which the library sets memory aside
// can be meant: a table has fewer entries than the file has bytes.
func plausible(data []byte) bool {
	limit := len(data) + 1000
	for _, name := range [...]string{"/Size", "/Index", "/Columns", "/W"} {
		for rest := data; ; {
			i := bytes.Index(rest, []byte(name))
			if i < 0 {
				break
			}
			rest = rest[i+len(name):]
			if len(rest) > 0 && rest[0] > ' ' && rest[0] != '[' {
				continue // /Widths, /SizeX
			}
			most := max(limit, 1<<21) // the size of an attached file bears the same name
			if name == "/W" {
				most = 1 << 17 // widths of glyphs bear the same name
			}
			if !smallNumbers(rest[:min(len(rest), 256)], most) {
				return false
			}
		}
	}
	return plausibleTables(data, limit)
}

// smallNumbers reports whether the numbers at the head of b, an array or one
// number, are at most limit.
func smallNumbers(b []byte, limit int) bool {
	n, digits := 0, false
	for _, c := range b {
		switch {
		case c >= '0' && c <= '9':
			n, digits = n*10+int(c-'0'), true
			if n > limit {
				return false
			}
		case c == ' ' || c == '\r' || c == '\n' || c == '\t' || c == '[' || c == '.' || c == '-':
			n = 0
		default:
			return true
		}
		if digits && c == '.' {
			return true
		}
	}
	return true
}

// plausibleTables is plausible for tables in the old form: a line of two
// numbers, the first object and how many follow.
func plausibleTables(data []byte, limit int) bool {
	for rest := data; ; {
		i := bytes.Index(rest, []byte("xref"))
		if i < 0 {
			return true
		}
		table := rest[i+4:]
		if end := bytes.Index(table, []byte("trailer")); end >= 0 {
			table = table[:end]
		}
		rest = rest[i+4:]
		if i > 0 && data[len(data)-len(rest)-5] == 't' { // startxref
			continue
		}
		l := lexer{b: table}
		for fields := 0; ; fields++ { // three fields an entry, two a head: a number before n or f is no head
			kind := l.next()
			if kind == endToken {
				break
			}
			if kind != numberToken {
				continue
			}
			first := l.num
			if kind = l.next(); kind != numberToken {
				continue
			}
			count := l.num
			at := l.at
			if kind = l.next(); kind == opToken {
				continue
			}
			l.at = at
			if first+count > float64(limit) || first < 0 || count < 0 {
				return false
			}
		}
	}
}

// guard turns a panic of the library into a null object.
func (f *file) guard(o *object) {
	if recover() != nil {
		f.faults++
		*o = object{f: f}
	}
}

// key returns what the dictionary or stream holds under name.
func (o object) key(name string) (r object) {
	if o.f == nil {
		return o
	}
	defer o.f.guard(&r)
	o.f.view.refill()
	return object{o.f, o.v.Key(name)}
}

// index returns the i-th element of the array.
func (o object) index(i int) (r object) {
	if o.f == nil {
		return o
	}
	defer o.f.guard(&r)
	o.f.view.refill()
	return object{o.f, o.v.Index(i)}
}

func (o object) len() int        { return o.v.Len() }
func (o object) isNull() bool    { return o.v.Kind() == lib.Null }
func (o object) isName() bool    { return o.v.Kind() == lib.Name }
func (o object) isNumber() bool  { return o.v.Kind() == lib.Integer || o.v.Kind() == lib.Real }
func (o object) isDict() bool    { return o.v.Kind() == lib.Dict || o.v.Kind() == lib.Stream }
func (o object) isStream() bool  { return o.v.Kind() == lib.Stream }
func (o object) isArray() bool   { return o.v.Kind() == lib.Array }
func (o object) number() float64 { return o.v.Float64() }
func (o object) int() int        { return int(o.v.Float64()) }
func (o object) name() string    { return o.v.Name() }
func (o object) raw() string     { return o.v.RawString() }
func (o object) text() string    { return strings.ToValidUTF8(o.v.Text(), "\uFFFD") }

// identity returns what tells the object under name from all others: the
// reference to it, or its words where it stands in the dictionary itself. The
// library shows references only in the printed form of what holds them.
func (o object) identity(name string) string {
	s := o.v.String()
	if i := strings.Index(s, "/"+name+" "); i >= 0 {
		rest := s[i+len(name)+2:]
		if end := strings.Index(rest, " R"); end > 0 && end < 24 && strings.Trim(rest[:end], "0123456789 ") == "" {
			return rest[:end]
		}
	}
	return o.key(name).v.String()
}

// decoded returns the stream's data as the library unpacks and decrypts it.
func (o object) decoded(limit int) (data []byte, err error) {
	defer func() {
		if recover() != nil {
			o.f.faults++
			err = errFilter
		}
	}()
	o.f.view.refill()
	r := o.v.Reader()
	defer r.Close()
	data, _ = io.ReadAll(io.LimitReader(r, int64(limit)))
	return data, nil
}

// packed returns the bytes of the stream as they stand in the file. A wrong
// length is mended: the data end at the word endstream.
func (o object) packed() []byte {
	if !o.isStream() {
		return nil
	}
	s := o.v.String()
	at, err := strconv.Atoi(s[strings.LastIndexByte(s, '@')+1:])
	if err != nil || at < 0 || at > len(o.f.data) {
		return nil
	}
	rest := o.f.data[at:]
	if n := o.key("Length"); n.isNumber() && n.int() >= 0 && n.int() <= len(rest) {
		after := bytes.TrimLeft(rest[n.int():min(len(rest), n.int()+16)], "\r\n\t ")
		if bytes.HasPrefix(after, []byte("endstream")) {
			return rest[:n.int()]
		}
	}
	if end := bytes.Index(rest, []byte("endstream")); end >= 0 {
		return rest[:end]
	}
	return rest
}
