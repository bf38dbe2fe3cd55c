package read

import (
	"bytes"
	"errors"
	"fmt"

	"github.com/bodgit/sevenzip"

	"gongwen/extract/internal/read/zipped"
)

// sevenZip yields the documents of a 7z file. A panic of the library ends the
// archive, not the batch.
func (w *unpacker) sevenZip(name string, data []byte, depth int) {
	var list []unpacked
	err := w.sevenMembers(data, &list)
	for _, m := range list {
		if w.done {
			return
		}
		w.member(memberOf(name, m.name), m.body, m.err, depth)
	}
	if err != nil {
		w.fail(name, Damaged, err)
	}
}

// An unpacked is a member with what unpacking it gave.
type unpacked struct {
	name string
	body []byte
	err  error
}

// sevenMembers unpacks the members of a 7z file.
func (w *unpacker) sevenMembers(data []byte, list *[]unpacked) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("7z file: %v", v)
		}
	}()
	r, err := sevenzip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return sevenError(err)
	}
	for _, f := range r.File {
		if f.FileInfo().IsDir() || !wanted(f.Name) {
			continue
		}
		m := unpacked{name: f.Name}
		m.body, m.err = w.sevenMember(f)
		*list = append(*list, m)
		if w.left <= 0 || w.ctx.Err() != nil {
			return nil
		}
	}
	return nil
}

// sevenMember unpacks f.
func (w *unpacker) sevenMember(f *sevenzip.File) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, sevenError(err)
	}
	defer r.Close()
	body, err := w.all(r)
	if err != nil {
		return nil, sevenError(err)
	}
	return body, nil
}

// sevenError returns err, or that a password is needed where err says so.
func sevenError(err error) error {
	var locked *sevenzip.ReadError
	if errors.As(err, &locked) && locked.Encrypted {
		return zipped.ErrEncrypted
	}
	return err
}
