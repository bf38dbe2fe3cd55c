package model

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"reflect"
	"strconv"
	"sync"
	"unicode/utf8"
)

// Encode writes n to w as one JSON object on one line, in one call of Write.
func Encode(w io.Writer, n *Notice) error {
	buf := buffers.Get().(*[]byte)
	defer buffers.Put(buf)
	*buf = append(AppendNotice((*buf)[:0], n), '\n')
	_, err := w.Write(*buf)
	return err
}

var buffers = sync.Pool{New: func() any { return new([]byte) }}

// EncodeIndent writes n to w as one JSON object indented by two spaces.
func EncodeIndent(w io.Writer, n *Notice) error {
	var out bytes.Buffer
	if err := json.Indent(&out, AppendNotice(nil, n), "", "  "); err != nil {
		return err
	}
	out.WriteByte('\n')
	_, err := w.Write(out.Bytes())
	return err
}

// Decode reads one JSON object, as written by [Encode] or [EncodeIndent].
// Members that the contract does not have are skipped.
func Decode(data []byte) (*Notice, error) {
	n := new(Notice)
	if err := json.Unmarshal(data, n); err != nil {
		return nil, err
	}
	if n.Schema != Schema {
		return nil, fmt.Errorf("schema is %q, want %q", n.Schema, Schema)
	}
	return n, nil
}

// AppendNotice appends n as one JSON object to dst and returns the longer
// slice. Keys stand in the order of the fields. The bytes are those of
// encoding/json without HTML escaping, except that a slice or a number that
// must be there is never null: a nil slice is [], NaN and infinities are 0.
//
// It exists because evidence makes the object five to ten times the size of
// the notice, so that encoding would cost more than extracting.
func AppendNotice(dst []byte, n *Notice) []byte {
	if n == nil {
		return append(dst, "null"...)
	}
	return appendNotice(dst, reflect.ValueOf(n).Elem())
}

// An appender appends the JSON of values of the type that it was made for.
type appender func(dst []byte, v reflect.Value) []byte

var appendNotice = appenderOf(reflect.TypeFor[Notice](), map[reflect.Type]*appender{})

// appenderOf makes the appender of t. Types seen before, such as a Section
// within a Section, are reached through made. A kind that the contract does
// not use panics, at start-up and not on input.
func appenderOf(t reflect.Type, made map[reflect.Type]*appender) appender {
	switch t.Kind() {
	case reflect.String:
		return func(dst []byte, v reflect.Value) []byte { return appendString(dst, v.String()) }
	case reflect.Bool:
		return func(dst []byte, v reflect.Value) []byte { return strconv.AppendBool(dst, v.Bool()) }
	case reflect.Int, reflect.Int64:
		return func(dst []byte, v reflect.Value) []byte { return strconv.AppendInt(dst, v.Int(), 10) }
	case reflect.Float64:
		return func(dst []byte, v reflect.Value) []byte { return appendFloat(dst, v.Float()) }
	case reflect.Pointer:
		elem := appenderOf(t.Elem(), made)
		return func(dst []byte, v reflect.Value) []byte { return elem(dst, v.Elem()) }
	case reflect.Slice:
		elem := appenderOf(t.Elem(), made)
		return func(dst []byte, v reflect.Value) []byte { return appendSlice(dst, v, elem) }
	case reflect.Struct:
		if p := made[t]; p != nil {
			return func(dst []byte, v reflect.Value) []byte { return (*p)(dst, v) }
		}
		p := new(appender)
		made[t] = p
		*p = objectAppender(t, made)
		return *p
	}
	panic("model: no JSON for " + t.String())
}

func appendSlice(dst []byte, v reflect.Value, elem appender) []byte {
	dst = append(dst, '[')
	for i := range v.Len() {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = elem(dst, v.Index(i))
	}
	return append(dst, ']')
}

func objectAppender(t reflect.Type, made map[reflect.Type]*appender) appender {
	type key struct {
		text   string // ,"name":
		omit   bool
		path   []int
		append appender
	}
	var keys []key
	for _, m := range membersOf(t) {
		keys = append(keys, key{`,"` + m.name + `":`, m.omit, m.path, appenderOf(m.field.Type, made)})
	}
	return func(dst []byte, v reflect.Value) []byte {
		start := len(dst)
		for i := range keys {
			k := &keys[i]
			f := v
			for _, i := range k.path {
				f = f.Field(i)
			}
			if k.omit && empty(f) {
				continue
			}
			dst = k.append(append(dst, k.text...), f)
		}
		if len(dst) == start {
			return append(dst, "{}"...)
		}
		dst[start] = '{' // the first comma
		return append(dst, '}')
	}
}

func empty(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.String, reflect.Slice:
		return v.Len() == 0
	}
	return v.IsZero()
}

// appendFloat writes f the shortest way that reads back as f, with an exponent
// only where it is very small or very large, as encoding/json does.
func appendFloat(dst []byte, f float64) []byte {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		f = 0
	}
	size := math.Abs(f)
	if size == 0 || size >= 1e-6 && size < 1e21 {
		return strconv.AppendFloat(dst, f, 'f', -1, 64)
	}
	dst = strconv.AppendFloat(dst, f, 'e', -1, 64)
	if n := len(dst); n >= 4 && dst[n-4] == 'e' && dst[n-3] == '-' && dst[n-2] == '0' {
		dst[n-2] = dst[n-1] // 1e-07 is 1e-7
		dst = dst[:n-1]
	}
	return dst
}

const hexDigits = "0123456789abcdef"

// appendString writes s between quotation marks: quotation mark, backslash and
// control characters escaped, U+2028 and U+2029 too (they end a line in
// JavaScript), bytes that are not UTF-8 as U+FFFD.
func appendString(dst []byte, s string) []byte {
	dst = append(dst, '"')
	done := 0 // s[:done] is written
	for i := 0; i < len(s); {
		// Chinese and its punctuation: these lead bytes take any two continuation bytes.
		for i < len(s)-2 && s[i] >= 0xE3 && s[i] <= 0xEF && s[i] != 0xED && s[i+1]&0xC0 == 0x80 && s[i+2]&0xC0 == 0x80 {
			i += 3
		}
		if i >= len(s) {
			break
		}
		c := s[i]
		if c < utf8.RuneSelf {
			if c < ' ' || c == '"' || c == '\\' {
				dst = appendEscape(append(dst, s[done:i]...), c)
				done = i + 1
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			dst = append(append(dst, s[done:i]...), `\ufffd`...)
			done = i + n
		case r == '\u2028' || r == '\u2029':
			dst = append(append(dst, s[done:i]...), `\u202`...)
			dst = append(dst, hexDigits[r&0xF])
			done = i + n
		}
		i += n
	}
	return append(append(dst, s[done:]...), '"')
}

func appendEscape(dst []byte, c byte) []byte {
	switch c {
	case '"', '\\':
		return append(dst, '\\', c)
	case '\b':
		return append(dst, `\b`...)
	case '\f':
		return append(dst, `\f`...)
	case '\n':
		return append(dst, `\n`...)
	case '\r':
		return append(dst, `\r`...)
	case '\t':
		return append(dst, `\t`...)
	}
	return append(dst, '\\', 'u', '0', '0', hexDigits[c>>4], hexDigits[c&0xF])
}
