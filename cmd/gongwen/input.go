package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"gongwen/extract"
)

// An input is one document to read.
type input struct {
	name string
	err  error     // why it cannot be read, if that is known, or why not all of it
	in   io.Reader // what it is read from, nil for a file
	data []byte    // what is read already
}

// open opens the input.
func (i input) open() (io.ReadCloser, error) {
	switch {
	case i.data != nil:
		return io.NopCloser(bytes.NewReader(i.data)), nil
	case i.err != nil:
		return nil, named(i.name, i.err)
	case i.in != nil:
		return io.NopCloser(i.in), nil
	}
	f, err := os.Open(i.name)
	if err != nil {
		return nil, named(i.name, err)
	}
	return f, nil
}

// named puts the name before err, and once: the file system's errors have one too.
func named(name string, err error) error {
	var known *extract.Error
	var unread *unreadError
	if errors.As(err, &known) || errors.As(err, &unread) {
		return err
	}
	var p *fs.PathError
	if errors.As(err, &p) {
		err = p.Err
	}
	return &unreadError{name, err}
}

// arguments returns args, or standard input if there are none.
func (p *program) arguments(cmd *cobra.Command, args []string) ([]string, error) {
	if len(args) == 0 {
		if p.inTerminal {
			cmd.SetOut(p.errs)
			return nil, &exit{misuse, errors.Join(cmd.Help())}
		}
		return []string{"-"}, nil
	}
	i := slices.Index(args, "-")
	if i >= 0 && slices.Contains(args[i+1:], "-") {
		return nil, misused("standard input (-) can be read only once")
	}
	return args, nil
}

// single reports whether args are one document.
func single(args []string) bool {
	if len(args) != 1 {
		return false
	}
	return args[0] == "-" || !isDir(args[0]) && !hasEnding(args[0], endingsOf(extract.Archives()))
}

// inputs lists the documents that args name: files, directories with all below
// them, standard input, and what is in archives.
func (p *program) inputs(ctx context.Context, x *extract.Extractor, args []string) iter.Seq[input] {
	return func(yield func(input) bool) {
		each := func(in input) bool { return unpacked(ctx, x, in, yield) }
		for _, arg := range args {
			more := true
			switch {
			case arg == "-":
				more = each(input{name: arg, in: p.in})
			case isDir(arg):
				more = walk(arg, each)
			default:
				more = each(input{name: arg})
			}
			if !more {
				return
			}
		}
	}
}

// unpacked yields the documents in an archive, and what is none as it is. It
// reports whether yield wants more.
func unpacked(ctx context.Context, x *extract.Extractor, in input, yield func(input) bool) bool {
	r, err := in.open()
	if err != nil {
		in.err = err
		return yield(in)
	}
	head := bufio.NewReader(r)
	start, _ := head.Peek(512)
	if !extract.MayBeArchive(start) {
		if f, ok := r.(*os.File); ok {
			if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
				f.Close() // it is opened again when its turn comes
				return yield(in)
			}
		}
		in.in = head
		return yield(in)
	}
	defer r.Close()
	for m, err := range x.Unpack(ctx, in.name, head) {
		if !yield(input{name: m.Name, data: m.Data, err: err}) {
			return false
		}
	}
	return true
}

// walk yields the documents in the directory arg and below it, in the order of
// their names. It reports whether yield wants more.
func walk(arg string, yield func(input) bool) bool {
	dir := strings.TrimSuffix(arg, "/") + "/" // follows a link to a directory
	endings := knownEndings()
	found, more := false, true
	visit := func(path string, e fs.DirEntry, err error) error {
		hidden := path != dir && strings.HasPrefix(filepath.Base(path), ".")
		switch {
		case err != nil:
			found = true
			more = yield(input{name: filepath.Clean(path), err: err})
			if more && e != nil && e.IsDir() {
				return fs.SkipDir
			}
		case e.IsDir():
			if hidden {
				return fs.SkipDir
			}
		case !hidden && hasEnding(path, endings) && regular(path, e):
			found = true
			more = yield(input{name: path})
		}
		if !more {
			return fs.SkipAll
		}
		return nil
	}
	filepath.WalkDir(dir, visit) // its errors are visited
	if !found {
		return yield(input{name: arg, err: fmt.Errorf("no documents (%s) here", strings.Join(endings, " "))})
	}
	return more
}

// regular reports whether e is a regular file or a link to one.
func regular(path string, e fs.DirEntry) bool {
	if e.Type()&fs.ModeSymlink == 0 {
		return e.Type().IsRegular()
	}
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}

func knownEndings() []string {
	return endingsOf(append(extract.Formats(), extract.Archives()...))
}

func endingsOf(formats []extract.Format) []string {
	var endings []string
	for _, f := range formats {
		endings = append(endings, f.Endings...)
	}
	slices.Sort(endings)
	return slices.Compact(endings)
}

func hasEnding(path string, endings []string) bool {
	name := strings.ToLower(path)
	return slices.ContainsFunc(endings, func(e string) bool { return strings.HasSuffix(name, e) })
}

func isDir(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}
