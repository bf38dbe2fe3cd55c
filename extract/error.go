package extract

import (
	"context"
	"errors"
	"fmt"
	"path"
	"runtime"
	"strings"

	"gongwen/extract/internal/read"
)

// An Error says why a document could not be read. Its fields are the name of
// the document, its Format ("" if that could not be told), the Page (0 where
// no page is concerned), the Kind and the cause.
type Error = read.Error

// An ErrorKind classes errors for those who count them.
type ErrorKind = read.ErrorKind

// The kinds of errors.
const (
	Empty       = read.Empty       // no bytes, or nothing but blanks
	Unknown     = read.Unknown     // no known format: a program
	Damaged     = read.Damaged     // the format's rules are broken
	Encrypted   = read.Encrypted   // needs a password
	TooLarge    = read.TooLarge    // beyond a limit
	Unreadable  = read.Unreadable  // the bytes could not be had
	Unsupported = read.Unsupported // a known format that is not read here
	NeedsOCR    = read.NeedsOCR    // a picture, and OCR is switched off or not installed

	Stopped  ErrorKind = "stopped"  // the context ended first
	Internal ErrorKind = "internal" // a mistake of this package, worth a report
)

// asError gives err, which befell the document name, the form of the package.
func asError(name string, err error) error {
	var known *Error
	switch {
	case err == nil || errors.As(err, &known):
		return err
	case errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded):
		return &Error{Name: name, Kind: Stopped, Err: err}
	}
	return &Error{Name: name, Kind: Unreadable, Err: err}
}

// panicked makes an error of the value v of a panic, with the place it came
// from. It is called by the deferred function that recovered v.
func panicked(name string, v any) error {
	callers := make([]uintptr, 64)
	frames := runtime.CallersFrames(callers[:runtime.Callers(2, callers)])
	place, thrown := "", false
	for place == "" {
		f, more := frames.Next()
		thrown = thrown || f.Function == "runtime.gopanic"
		if thrown && strings.HasPrefix(f.Function, "gongwen/") {
			place = fmt.Sprintf(" (%s:%d)", path.Base(f.File), f.Line)
		}
		if !more {
			break
		}
	}
	return &Error{Name: name, Kind: Internal, Err: fmt.Errorf("internal error: %v%s", v, place)}
}
