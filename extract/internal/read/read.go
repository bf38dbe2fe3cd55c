// Package read recovers the text of a document from its bytes (读).
//
// Each format is one file with one *Format value; [Formats] lists them. Read
// tells the format by content, calls its reader and returns a [Source]: the
// text as the document holds it, with what the format knows beside the words
// (headings, links, tables, pages), all by byte offset into that text.
//
// This is the only stage that can fail. What a damaged file still holds is
// returned together with the error.
package read

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"time"

	"gongwen/extract/internal/origin"
	"gongwen/model"
)

// A Format is one way in which an archive holds documents.
type Format struct {
	Name  string                 // as in model.Source.Format
	Exts  []string               // file name endings, lower case, with the dot; a hint to those who list folders
	Magic func(data []byte) bool // tells the format by content; nil where another format's reader does
	Read  func(ctx context.Context, data []byte, opt Options) (*Source, error)
}

// Options say how to read. The zero value is the default.
type Options struct {
	Encoding string // character set of text formats, as named by WHATWG; "" finds it from the bytes
	Password string // of an encrypted document
	OCR      OCR
	Limits   Limits
}

// Limits bound what one document may cost. Zero means the default. No file may
// be larger than 512 MiB.
type Limits struct {
	Size     int64 // bytes of the file: 64 MiB
	Unpacked int64 // bytes that the parts of a packed file may unpack to: 512 MiB
	Ratio    int64 // how many times as long as the file they may be beyond 16 MiB: 300
	Depth    int   // elements of XML within one another: 256
	Pages    int   // of a PDF file: 5,000
	Nesting  int   // of archives within one another: 3

	Time     time.Duration // that a document may take, OCR left out: 60 seconds
	PageTime time.Duration // that OCR of one page may take: 60 seconds
}

// The limits unless Limits say otherwise, and the most they can say.
const (
	defaultSize     = 64 << 20
	largestSize     = 512 << 20 // the offsets of its text, at most four times as long, fit 32 bits
	defaultUnpacked = 512 << 20
	largestUnpacked = 1 << 30 // text is part of it, and offsets fit 32 bits
	defaultRatio    = 300     // XML of one row over and over packs 200 times
	freeOfRatio     = 16 << 20
	defaultDepth    = 256
	largestDepth    = 4096
	defaultPages    = 5000
	defaultNesting  = 3
	defaultTime     = time.Minute
)

// Filled returns l with the limits that hold where it says none or too much.
func (l Limits) Filled() Limits {
	ratio := l.Ratio
	if ratio <= 0 {
		ratio = defaultRatio
	}
	return Limits{
		Size: l.size(), Unpacked: l.unpacked(), Ratio: ratio, Depth: l.depth(), Pages: l.pages(), Nesting: l.nesting(),
		Time: l.time(), PageTime: l.pageTime(),
	}
}

// size returns the limit that holds.
func (l Limits) size() int64 {
	if l.Size <= 0 {
		return defaultSize
	}
	return min(l.Size, largestSize)
}

// unpacked returns how many bytes the parts of a packed file may unpack to.
func (l Limits) unpacked() int64 {
	if l.Unpacked <= 0 {
		return defaultUnpacked
	}
	return min(l.Unpacked, largestUnpacked)
}

// packed returns how many bytes are too many times those of a packed file of size.
func (l Limits) packed(size int64) int64 {
	ratio := l.Ratio
	if ratio <= 0 {
		ratio = defaultRatio
	}
	return max(freeOfRatio, size*min(ratio, largestUnpacked))
}

// depth returns how many elements of XML may be within one another.
func (l Limits) depth() int {
	if l.Depth <= 0 {
		return defaultDepth
	}
	return min(l.Depth, largestDepth)
}

// pages returns the limit of a document's pages.
func (l Limits) pages() int {
	if l.Pages <= 0 {
		return defaultPages
	}
	return l.Pages
}

// nesting returns how many archives may stand within one another.
func (l Limits) nesting() int {
	if l.Nesting <= 0 {
		return defaultNesting
	}
	return l.Nesting
}

// time returns the limit of the time that one document takes.
func (l Limits) time() time.Duration {
	if l.Time <= 0 {
		return defaultTime
	}
	return l.Time
}

// A Source is a document as its format holds it. Offsets are bytes of Plain.
type Source struct {
	model.Source
	Plain       *origin.Source     // the text as the document holds it
	Markup      []Range            // stretches that are marks of the format, no words; in order, apart
	Rewrites    []Rewrite          // stretches that stand for other words; in order, apart, and apart from Markup
	Styles      []Style            // in order of Lo
	Links       []Link             // in order of Lo
	Tables      []Table            // in order, apart
	Publication *model.Publication // what a web page says of itself in its metadata
	Warnings    []model.Warning
}

// A Range is a stretch of text, half-open.
type Range struct{ Lo, Hi int }

// A Rewrite is a stretch that stands for Text: an HTML entity, a <br>.
type Rewrite struct {
	Range
	Text string
}

// A Style is what the format says about the looks of a stretch of text: a hint
// to the segmenter, never a command, for archives are full of false headings.
type Style struct {
	Range
	Kind  StyleKind
	Level int // of a heading, from 1
}

// A StyleKind is a kind of Style.
type StyleKind uint8

// The styles that readers report.
const (
	Heading     StyleKind = iota + 1 // a heading of the format
	Bold                             // set in bold
	ListItem                         // an item of a list
	Centred                          // a centred paragraph
	RunningHead                      // a page header, footer or page number
)

// A Link is a stretch of text with an address behind it.
type Link struct {
	Range
	URL string
}

// A Table is a table with the cells' stretches of text, blanks and bars at
// their ends left out.
type Table struct {
	Range
	Rows [][]Range
}

// An Error says why a document could not be read.
type Error struct {
	Name   string // of the document
	Format string // "" if it could not be told
	Page   int    // from 1; 0 where no page is concerned
	Kind   ErrorKind
	Err    error // the cause
}

// An ErrorKind classes errors for those who count them.
type ErrorKind string

// The kinds of errors.
const (
	Empty       ErrorKind = "empty"       // no bytes, or nothing but blanks
	Unknown     ErrorKind = "unknown"     // no known format: a program
	Damaged     ErrorKind = "damaged"     // the format's rules are broken
	Encrypted   ErrorKind = "encrypted"   // needs a password
	TooLarge    ErrorKind = "too-large"   // beyond a limit
	Unreadable  ErrorKind = "unreadable"  // the bytes could not be had
	Unsupported ErrorKind = "unsupported" // a known format that is not read here
)

// Error returns "name:p3: reading pdf: cause".
func (e *Error) Error() string {
	s := ""
	if e.Page > 0 {
		s = fmt.Sprintf("%s:p%d: ", e.Name, e.Page)
	} else if e.Name != "" {
		s = e.Name + ": "
	}
	if e.Format != "" {
		s += "reading " + e.Format + ": "
	}
	return s + e.Err.Error()
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// ReadFrom reads the document called name from r, at most one byte more than
// the limit of its size.
func ReadFrom(ctx context.Context, name string, r io.Reader, opt Options) (*Source, error) {
	if err := CheckEncoding(opt.Encoding); err != nil {
		return nil, err
	}
	data, err := io.ReadAll(io.LimitReader(r, opt.Limits.size()+1))
	if err != nil {
		return nil, &Error{Name: name, Kind: Unreadable, Err: err}
	}
	return Read(ctx, name, data, opt)
}

// Read reads the document called name from its bytes. The content alone tells
// the format; a name that says another is a warning, and no more.
//
// Every error but that of an unknown opt.Encoding or a done ctx is an *[Error].
// Where it is not nil, the Source beside an error is what could be read.
func Read(ctx context.Context, name string, data []byte, opt Options) (*Source, error) {
	if err := CheckEncoding(opt.Encoding); err != nil {
		return nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if limit := opt.Limits.size(); int64(len(data)) > limit {
		return nil, &Error{Name: name, Kind: TooLarge, Err: fmt.Errorf("more than %d bytes", limit)}
	}
	if len(bytes.Trim(data, " \t\r\n\v\f\x00")) == 0 {
		return nil, &Error{Name: name, Kind: Empty, Err: errors.New("no bytes, or nothing but blanks")}
	}
	f := formatOf(data)
	if f == nil {
		err := foreign(data)
		err.Name = name
		return nil, err
	}
	src, err := f.Read(ctx, data, opt)
	if src != nil {
		sum := sha256.Sum256(data)
		src.Name, src.Size, src.SHA256 = name, int64(len(data)), hex.EncodeToString(sum[:])
		if src.Format == "" {
			src.Format = f.Name
		}
		if w, ok := misnamed(name, f, src.Format); ok {
			src.Warnings = append(src.Warnings, w)
		}
	}
	return src, named(err, name, f.Name)
}

// formatOf returns the format that data is in, nil if it is none of Formats.
func formatOf(data []byte) *Format {
	for _, f := range Formats {
		if f.Magic != nil && f.Magic(data) {
			return f
		}
	}
	return nil
}

// named returns err as an *Error that tells name and format.
func named(err error, name, format string) error {
	if err == nil || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	e := &Error{Format: format, Kind: Damaged, Err: err}
	if known, ok := errors.AsType[*Error](err); ok {
		e = known
	}
	e.Name = name
	return e
}
