package pdf

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"sync"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/validate"
)

// configured keeps pdfcpu from making a folder of its own.
var configured = sync.OnceFunc(func() { model.ConfigPath = "disable" })

// configuration returns how files are rewritten: as simple objects, in
// whatever state they are, without looking anything up elsewhere.
func configuration(password string) *model.Configuration {
	configured()
	c := model.NewDefaultConfiguration()
	c.ValidationMode = model.ValidationRelaxed
	c.Offline = true
	c.WriteObjectStream = false
	c.WriteXRefStream = false
	c.UserPW, c.OwnerPW = password, password
	return c
}

// decrypted returns the file without encryption; data itself if it has none.
func decrypted(ctx context.Context, data []byte, password string) ([]byte, error) {
	if !bytes.Contains(data, []byte("/Encrypt")) {
		return data, nil
	}
	out, err := work(ctx, data, func(r io.ReadSeeker, w io.Writer) error {
		return written(r, w, configuration(password), model.DECRYPT)
	})
	switch {
	case err == nil:
		return out, nil
	case errors.Is(err, pdfcpu.ErrWrongPassword):
		return nil, ErrEncrypted
	case ctx.Err() != nil:
		return nil, ctx.Err()
	}
	return data, nil // not encrypted after all, or damaged
}

// rewritten returns a copy of the file with its objects found and written anew.
func rewritten(ctx context.Context, data []byte) ([]byte, error) {
	return work(ctx, data, func(r io.ReadSeeker, w io.Writer) error {
		return written(r, w, configuration(""), model.OPTIMIZE)
	})
}

// written writes the file that r holds anew to w. It does what pdfcpu's package
// api does for the command, without that package: it draws in tables for forms
// that take longer to set up than most files take to read.
func written(r io.ReadSeeker, w io.Writer, conf *model.Configuration, command model.CommandMode) error {
	conf.Cmd = command
	c, err := pdfcpu.Read(r, conf)
	if err != nil {
		return err
	}
	if err := validate.XRefTable(c); err != nil {
		return err
	}
	if err := pdfcpu.OptimizeXRefTable(c); err != nil {
		return err
	}
	out := bufio.NewWriter(w)
	c.Write.Writer = out
	if err := pdfcpu.WriteContext(c); err != nil {
		return err
	}
	return out.Flush()
}

// work runs one of pdfcpu's operations on data. It takes no context and may
// panic, so it runs apart, and reading fails once ctx is done.
func work(ctx context.Context, data []byte, operation func(io.ReadSeeker, io.Writer) error) ([]byte, error) {
	type result struct {
		data []byte
		err  error
	}
	done := make(chan result, 1)
	go func() {
		var out bytes.Buffer
		var err error
		defer func() {
			if v := recover(); v != nil {
				err = fmt.Errorf("%v", v)
			}
			done <- result{out.Bytes(), err}
		}()
		err = operation(&seeker{bytes.NewReader(data), ctx}, &out)
	}()
	select {
	case r := <-done:
		return r.data, r.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// A seeker is a reader that fails once ctx is done.
type seeker struct {
	*bytes.Reader
	ctx context.Context
}

// Read reads from the seeker.
func (s *seeker) Read(p []byte) (int, error) {
	if err := s.ctx.Err(); err != nil {
		return 0, err
	}
	return s.Reader.Read(p)
}
