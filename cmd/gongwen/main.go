// Command gongwen reads official notices (公文) and prints what they say as
// JSON. See gongwen --help.
//
// The rules of the terminal, which every subcommand keeps:
//
//   - Results go to standard output, all else to standard error, a line each:
//     "gongwen: ", lower case, no full stop.
//   - "-" is standard input, and so is no argument at all when a pipe or a file
//     stands there; on a terminal no argument prints the help, exit 2.
//   - The exit status is 0 when all is done, 1 when some input failed, 2 for
//     wrong usage. An input that fails does not stop the others.
//   - The order of the output is that of the input, and the same input gives
//     the same bytes, whatever --jobs says.
//   - A reader that closes the pipe early (head) ends the program in silence,
//     exit 0 if nothing had failed until then.
//   - An interrupt or a request to terminate ends it after the document that
//     is being written, so that only whole documents come out: exit 130 or 143.
//     A second one ends it at once.
//   - Output is held back only while more of it is ready.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"strings"
	"syscall"

	"golang.org/x/term"
)

func main() {
	collectLess()
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// collectLess makes the garbage collector run a quarter as often, until the
// heap comes near 2 GiB: documents are small, and what one leaves behind is
// soon nobody's. GOGC and GOMEMLIMIT in the environment go before.
func collectLess() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(400)
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(2 << 30)
	}
}

// The exit statuses.
const (
	done   = 0
	failed = 1 // some input
	misuse = 2
)

// A program is one run of the command.
type program struct {
	in          io.Reader
	out, errs   io.Writer
	inTerminal  bool
	outTerminal bool
	status      int       // failed as soon as some input did
	log         io.Writer // of errors, in JSON; nil for none
}

// An exit ends the program with a status; its cause may be reported already.
type exit struct {
	status int
	cause  error // nil if there is nothing more to say
}

// Error returns the words of the cause.
func (e *exit) Error() string {
	if e.cause == nil {
		return ""
	}
	return e.cause.Error()
}

// misused says that the command line makes no sense.
func misused(format string, args ...any) error {
	return &exit{misuse, fmt.Errorf(format, args...)}
}

// errClosed says that nobody reads the output any more.
var errClosed = errors.New("closed pipe")

// run runs the command and returns its exit status.
func run(args []string, in, out, errs *os.File) int {
	signal.Ignore(syscall.SIGPIPE) // so that a write to a closed pipe returns EPIPE
	ctx, cancel := context.WithCancelCause(context.Background())
	defer cancel(nil)
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	go cancelOnSignal(signals, cancel)
	p := &program{
		in: in, out: out, errs: errs,
		inTerminal:  term.IsTerminal(int(in.Fd())),
		outTerminal: term.IsTerminal(int(out.Fd())),
	}
	root := p.root()
	root.SetArgs(args)
	root.SetIn(in)
	root.SetOut(out)
	root.SetErr(errs)
	return p.end(root.ExecuteContext(ctx))
}

// cancelOnSignal cancels on the first signal to stop; the second one finds no
// handler and kills.
func cancelOnSignal(signals chan os.Signal, cancel context.CancelCauseFunc) {
	s := <-signals
	signal.Stop(signals)
	status := 128 + int(syscall.SIGINT)
	if s == syscall.SIGTERM {
		status = 128 + int(syscall.SIGTERM)
	}
	cancel(&exit{status: status})
}

// end reports err and returns the exit status. An error that is none of our
// own comes from the parsing of the command line.
func (p *program) end(err error) int {
	var e *exit
	switch {
	case err == nil || errors.Is(err, errClosed) || errors.Is(err, syscall.EPIPE):
		return p.status
	case errors.As(err, &e):
		if e.cause != nil {
			p.report(e.cause)
		}
		return e.status
	}
	p.report(fmt.Errorf("%w; see gongwen --help", err))
	return misuse
}

// fail reports that an input failed; the others go on.
func (p *program) fail(err error) {
	p.status = failed
	p.report(err)
	p.record(err)
}

// report writes err to standard error, on one line whatever is in it.
func (p *program) report(err error) {
	fmt.Fprintf(p.errs, "gongwen: %s\n", strings.Join(strings.FieldsFunc(err.Error(), lineBreak), " "))
}

func lineBreak(r rune) bool { return r == '\n' || r == '\r' }
