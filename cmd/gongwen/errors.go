package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"

	"gongwen/extract"
)

// A failure is a line of the error log.
type failure struct {
	Name    string            `json:"name,omitzero"`
	Format  string            `json:"format,omitzero"`
	Page    int               `json:"page,omitzero"`
	Kind    extract.ErrorKind `json:"kind"`
	Message string            `json:"message"`
}

// logErrors runs f with the errors also going to the file path, if there is one.
func (p *program) logErrors(path string, f func() error) error {
	if path == "" {
		return f()
	}
	file, err := os.Create(path)
	if err != nil {
		return &exit{failed, named(path, err)}
	}
	p.log = file
	err = f()
	p.log = nil
	if closing := file.Close(); err == nil && closing != nil {
		err = &exit{failed, named(path, closing)}
	}
	return err
}

// record writes err to the error log, a line as soon as it is known.
func (p *program) record(err error) {
	if p.log == nil {
		return
	}
	line := failure{Kind: extract.Unreadable, Message: err.Error()}
	var known *extract.Error
	var unread *unreadError
	switch {
	case errors.As(err, &known):
		line = failure{known.Name, known.Format, known.Page, known.Kind, known.Err.Error()}
	case errors.As(err, &unread):
		line.Name, line.Message = unread.name, unread.err.Error()
	}
	e := json.NewEncoder(p.log)
	e.SetEscapeHTML(false)
	if e.Encode(line) != nil {
		p.log = nil
		p.report(fmt.Errorf("the error log cannot be written"))
	}
}

// An unreadError says why the bytes of an input could not be had.
type unreadError struct {
	name string
	err  error
}

// Error returns "name: cause".
func (e *unreadError) Error() string { return e.name + ": " + e.err.Error() }

// Unwrap returns the cause.
func (e *unreadError) Unwrap() error { return e.err }
