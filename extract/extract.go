package extract

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"time"

	"gongwen/extract/internal/field"
	"gongwen/extract/internal/normalise"
	"gongwen/extract/internal/read"
	"gongwen/extract/internal/segment"
	"gongwen/model"
)

// An Extractor extracts notices. The zero value works. Its methods may be
// called by several goroutines at once as long as nobody changes its fields.
type Extractor struct {
	Encoding     string // character set of text formats, as named by WHATWG; "" finds it from the bytes
	SourceScript Script // what the documents are written in; "" finds it from the text
	Script       Script // what values are wanted in: Simplified, which "" is too, Traditional or Keep
	NoRepair     bool   // leave damage as it is
	KeepText     bool   // fill Notice.Text and Notice.Normalized
	Password     string // of encrypted documents
	OCR          OCRUse // what of a document without text is read by its looks; nothing unless it says so
	OCRLanguages string // whose characters OCR knows, as Tesseract joins them: chi_sim+eng; "" is chi_sim, or chi_tra where that reads better
	Limits       Limits
}

// Limits bound what one document may cost. A limit of zero is the default;
// Limits{}.Filled() says what that is.
type Limits = read.Limits

// An OCRUse says when OCR (光学字符识别) is used: Tesseract and pdftoppm, programs
// of their own, are started then.
type OCRUse = read.OCRUse

// The uses of OCR.
const (
	OCRNever  = read.OCRNever  // no other program is started
	OCRAuto   = read.OCRAuto   // for pages without text, where the program is there
	OCRAlways = read.OCRAlways // for all pages of PDF files, and pictures; an error where the program is not there
)

// The sizes in bytes beyond which a document is refused.
const (
	DefaultSize int64 = 64 << 20  // unless Limits say otherwise
	LargestSize int64 = 512 << 20 // whatever Limits say
)

// options returns what the first stage is told.
func (x *Extractor) options() read.Options {
	return read.Options{
		Encoding: x.Encoding,
		Password: x.Password,
		OCR:      read.OCR{Use: x.OCR, Languages: x.OCRLanguages},
		Limits:   x.Limits,
	}
}

// Extract reads a document from r and returns what it says. The name is for
// errors and for Notice.Source alone: the content tells the format. Of a file
// that bundles several documents it returns the first, whose Source.Part says of
// how many; [Extractor.ExtractBundle] returns all.
//
// A damaged file may yield both: a notice made of what it still holds, and the
// error that tells what is wrong. Else one of the two is nil. Every error is
// an *[Error].
func (x *Extractor) Extract(ctx context.Context, name string, r io.Reader) (*model.Notice, error) {
	data, err := x.load(ctx, name, r)
	if err != nil {
		return nil, err
	}
	return x.ExtractBytes(ctx, name, data)
}

// ExtractBytes is [Extractor.Extract] for a document that is in memory already.
// Where Limits.Time runs out, data may be read for a while after it returns.
func (x *Extractor) ExtractBytes(ctx context.Context, name string, data []byte) (*model.Notice, error) {
	d, err := x.run(ctx, name, data, finding)
	return d.first(), err
}

// ExtractBundle is [Extractor.Extract] for a file that may bundle several
// documents, one behind the other: it returns what each of them says, in their
// order. A document that another carries (转发, 印发, 附件) is part of that one.
//
// Where a document ends and the next begins must show beyond doubt: the first is
// signed and dated, and a whole head follows that cannot be what it carries.
// Otherwise both are one.
func (x *Extractor) ExtractBundle(ctx context.Context, name string, r io.Reader) ([]*model.Notice, error) {
	data, err := x.load(ctx, name, r)
	if err != nil {
		return nil, err
	}
	d, err := x.run(ctx, name, data, finding)
	return d.notices, err
}

// Text reads a document from r and returns its text: as the source holds it,
// and in normal form, in the script that values are wanted in. It works as
// [Extractor.Extract] does and stops after the second stage.
func (x *Extractor) Text(ctx context.Context, name string, r io.Reader) (raw, normal string, err error) {
	data, err := x.load(ctx, name, r)
	if err != nil {
		return "", "", err
	}
	d, err := x.run(ctx, name, data, normalising)
	if d.source == nil {
		return "", "", err
	}
	normal = d.normal.Text.String()
	if spell := x.spelling(&d); spell != nil {
		normal = spell(normal, false)
	}
	return d.source.Plain.String(), normal, err
}

// A stage is one of the four that a document goes through.
type stage int

const (
	reading stage = iota
	normalising
	segmenting
	finding
)

// A document is what the stages have made of one file.
type document struct {
	source   *read.Source
	normal   normalise.Result
	outlines []*segment.Outline // of the documents that the file bundles, most often one
	notices  []*model.Notice    // one for each outline
}

// first returns the notice of the first of the documents, nil if there is none.
func (d *document) first() *model.Notice {
	if len(d.notices) == 0 {
		return nil
	}
	return d.notices[0]
}

// run takes the document through the stages up to last, within the limit of
// time. What is returned with an error is whole: made by all stages asked for,
// or empty.
func (x *Extractor) run(ctx context.Context, name string, data []byte, last stage) (document, error) {
	type outcome struct {
		d   document
		err error
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	w := newWatch(x.Limits.Filled().Time)
	defer w.timer.Stop()
	done := make(chan outcome, 1) // room for it when nobody waits any more
	own := *x                     // a document that was given up may still be read for a while
	go func() {
		reserve(0)
		d, err := own.stages(ctx, name, data, last, w)
		done <- outcome{d, err}
	}()
	select {
	case o := <-done:
		return o.d, o.err
	case <-w.timer.C:
		return document{}, &Error{Name: name, Kind: TooLarge, Err: fmt.Errorf("takes longer than %v", w.limit)}
	}
}

// reserve grows the stack of a new goroutine to what the stages need, at once: to grow it
// step by step, and copy their frames each time, costs a small notice one per cent.
//
//go:noinline
func reserve(i int) byte {
	var room [14 << 10]byte
	return room[i]
}

// A watch ends what takes too long. OCR, which has limits of its own, stops it
// and starts it anew.
type watch struct {
	timer *time.Timer
	limit time.Duration
}

func newWatch(limit time.Duration) *watch { return &watch{time.NewTimer(limit), limit} }

// pause stops the watch until resume is called.
func (w *watch) pause() (resume func()) {
	w.timer.Stop()
	return func() { w.timer.Reset(w.limit) }
}

// stages takes the document through the stages up to last. A panic in any of
// them ends this document alone, not the batch that it is one of.
func (x *Extractor) stages(ctx context.Context, name string, data []byte, last stage, w *watch) (d document, err error) {
	defer func() {
		if v := recover(); v != nil {
			d, err = document{}, panicked(name, v)
		}
	}()
	opt := x.options()
	opt.OCR.Pause = w.pause
	source, err := read.Read(ctx, name, data, opt)
	err = asError(name, err)
	if source == nil {
		return document{}, err
	}
	d.source = source
	for s := normalising; s <= last; s++ {
		if stopped := ctx.Err(); stopped != nil {
			return document{}, &Error{Name: name, Format: source.Format, Kind: Stopped, Err: stopped}
		}
		x.step(&d, s)
	}
	return d, err
}

// step takes d through stage s.
func (x *Extractor) step(d *document, s stage) {
	switch s {
	case normalising:
		d.normal = normalise.Text(d.source, normalise.Options{Script: x.SourceScript.source(), NoRepair: x.NoRepair})
	case segmenting:
		d.outlines = segment.Documents(d.normal.Text, d.source)
	case finding:
		spell := x.spelling(d)
		for i, o := range d.outlines {
			n := x.blank(d, i)
			field.Run(n, o.Source, o)
			if spell != nil {
				spell.notice(n)
			}
			d.notices = append(d.notices, n)
		}
	}
}

// blank returns the notice of the outline i of d with what the stages before the
// fields know. The texts are the file's: evidence counts in them.
func (x *Extractor) blank(d *document, i int) *model.Notice {
	n := &model.Notice{
		Schema:  model.Schema,
		Source:  d.source.Source,
		Script:  d.normal.Script,
		Repairs: slices.Clip(d.normal.Repairs),
	}
	if len(d.outlines) > 1 {
		part := d.part(i)
		n.Source.Part = part
		n.Repairs = slices.DeleteFunc(slices.Clone(n.Repairs), func(r model.Repair) bool {
			return r.Evidence.Start < part.Start || r.Evidence.Start >= part.End
		})
	}
	if x.KeepText {
		n.Text, n.Normalized = d.source.Plain.String(), d.normal.Text.String()
	}
	return n
}

// part says where in the file the document of the outline i stands.
func (d *document) part(i int) *model.Part {
	o, plain := d.outlines[i], d.source.Plain
	return &model.Part{Number: i + 1, Of: len(d.outlines), Start: plain.Points(o.Lo), End: plain.Points(o.Hi)}
}

// load reads all of r, up to one byte beyond the limit, which is then too
// large for the first stage to take.
func (x *Extractor) load(ctx context.Context, name string, r io.Reader) ([]byte, error) {
	if err := ctx.Err(); err != nil {
		return nil, asError(name, err)
	}
	limit := x.Limits.Filled().Size
	var buf bytes.Buffer
	buf.Grow(int(min(size(r), limit)) + bytes.MinRead)
	if _, err := buf.ReadFrom(io.LimitReader(r, limit+1)); err != nil {
		return nil, asError(name, cause(err))
	}
	if int64(buf.Len()) > limit {
		return nil, &Error{Name: name, Kind: TooLarge, Err: fmt.Errorf("more than %d bytes", limit)}
	}
	return buf.Bytes(), nil
}

// size returns how many bytes r is known to hold, 0 where it cannot tell.
func size(r io.Reader) int64 {
	switch r := r.(type) {
	case interface{ Len() int }:
		return int64(r.Len())
	case interface{ Stat() (fs.FileInfo, error) }:
		if info, err := r.Stat(); err == nil && info.Mode().IsRegular() {
			return max(0, info.Size())
		}
	}
	return 0
}

// cause strips from err the file name, which the error names already.
func cause(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}
