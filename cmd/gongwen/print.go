package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"sync"
	"syscall"

	"gongwen/extract"
)

// A printed is what one input came to.
type printed struct {
	out *[]byte // of scratch
	err error
}

var scratch = sync.Pool{New: func() any { return new([]byte) }}

// print prints what appendOne appends for each input that args name, and
// reports those that fail.
func (p *program) print(ctx context.Context, x *extract.Extractor, args []string, jobs int, appendOne func(context.Context, string, io.Reader, []byte) ([]byte, error)) error {
	w := &wholeWriter{to: p.out}
	b := batch[input, printed]{
		jobs: jobs,
		work: func(ctx context.Context, in input) printed {
			r := printed{out: scratch.Get().(*[]byte)}
			*r.out, r.err = in.append((*r.out)[:0], func(from io.Reader, dst []byte) ([]byte, error) {
				return appendOne(ctx, in.name, from, dst)
			})
			return r
		},
		each: func(r printed) error {
			defer scratch.Put(r.out)
			err := w.write(*r.out)
			if r.err != nil {
				err = errors.Join(err, w.flush()) // so that a terminal shows both in order
				p.fail(r.err)
			}
			return err
		},
		idle: w.flush,
	}
	err := b.run(ctx, p.inputs(ctx, x, args))
	if stopped := new(exit); err == nil || errors.As(err, &stopped) {
		err = errors.Join(w.flush(), err)
	}
	return err
}

// append appends what f makes of the input. A damaged member of an archive is
// read as far as it goes, and fails.
func (i input) append(dst []byte, f func(io.Reader, []byte) ([]byte, error)) ([]byte, error) {
	r, err := i.open()
	if err != nil {
		return dst, err
	}
	defer r.Close()
	dst, err = f(r, dst)
	if err == nil && i.err != nil {
		err = named(i.name, i.err)
	}
	return dst, err
}

// A wholeWriter gathers output and writes only whole documents, so that
// whatever ends the program ends the output at the end of a line.
type wholeWriter struct {
	to  io.Writer
	buf []byte
}

// enough is how much a wholeWriter gathers, in bytes.
const enough = 64 << 10

// write takes all that comes of one input: the documents of a bundle stay together.
func (w *wholeWriter) write(data []byte) error {
	if len(w.buf)+len(data) > enough {
		if err := w.flush(); err != nil {
			return err
		}
	}
	if len(data) > enough {
		return outputError(w.to.Write(data))
	}
	w.buf = append(w.buf, data...)
	return nil
}

// flush writes what was gathered.
func (w *wholeWriter) flush() error {
	if len(w.buf) == 0 {
		return nil
	}
	err := outputError(w.to.Write(w.buf))
	w.buf = w.buf[:0]
	return err
}

// outputError gives the error of a write to the output its meaning.
func outputError(_ int, err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, syscall.EPIPE):
		return errClosed
	}
	return &exit{failed, fmt.Errorf("writing the output: %w", err)}
}

// toFile runs f with the output going to the file path, if there is one.
func (p *program) toFile(path string, f func() error) error {
	if path == "" {
		return f()
	}
	file, err := os.Create(path)
	if err != nil {
		return &exit{failed, named(path, err)}
	}
	p.out, p.outTerminal = file, false
	err = f()
	if closing := file.Close(); err == nil && closing != nil {
		err = &exit{failed, named(path, closing)}
	}
	return err
}
