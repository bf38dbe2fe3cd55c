// Package ocr has pictures of pages read by Tesseract (光学字符识别), and pages
// of PDF files drawn by pdftoppm. Both are programs of their own, looked for on
// the search path; nothing else is started, and nothing is left behind: what
// they read and write goes through pipes.
package ocr

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

// The programs.
const (
	tesseract = "tesseract"
	pdftoppm  = "pdftoppm"
)

// The Debian packages that hold what is missing.
const (
	InstallTesseract = "install tesseract-ocr and tesseract-ocr-chi-sim (tesseract-ocr-chi-tra for traditional characters)"
	InstallPdftoppm  = "install poppler-utils"
)

// ErrNoProgram says that a program is not on this machine.
var ErrNoProgram = errors.New("not installed")

// Programs are what this machine has.
type Programs struct {
	Tesseract string   // where it is, "" if it is not there
	Languages []string // whose characters it knows: chi_sim, chi_tra, eng
	Pdftoppm  string   // where it is, "" if it is not there
}

// Reads reports whether Tesseract is there and knows Chinese characters.
func (p *Programs) Reads() bool {
	return p.Tesseract != "" && slices.ContainsFunc(p.Languages, func(l string) bool { return strings.HasPrefix(l, "chi_") })
}

// Lacks says what is missing for OCR of Chinese pages, each with what to install.
func (p *Programs) Lacks() []string {
	var list []string
	if _, _, err := p.choose(""); err != nil {
		list = append(list, err.Error())
	} else if !slices.Contains(p.Languages, "chi_tra") {
		list = append(list, "traditional characters: install tesseract-ocr-chi-tra")
	} else if !slices.Contains(p.Languages, "chi_sim") {
		list = append(list, "simplified characters: install tesseract-ocr-chi-sim")
	}
	if p.Pdftoppm == "" {
		list = append(list, fmt.Sprintf("pdftoppm is %v (pages of PDF files that are more than one picture): %s", ErrNoProgram, InstallPdftoppm))
	}
	return list
}

// known is what each tesseract said of its languages, by its path.
var known sync.Map

// Find looks for the programs.
func Find(ctx context.Context) Programs {
	var p Programs
	p.Pdftoppm, _ = exec.LookPath(pdftoppm)
	p.Tesseract, _ = exec.LookPath(tesseract)
	if p.Tesseract == "" {
		return p
	}
	if list, ok := known.Load(p.Tesseract); ok {
		p.Languages = list.([]string)
		return p
	}
	out, err := run(ctx, 10*time.Second, p.Tesseract, nil, "--list-langs")
	if err != nil {
		return p
	}
	for i, line := range strings.Split(string(out), "\n") {
		if line = strings.TrimSpace(line); i > 0 && line != "" && line != "osd" {
			p.Languages = append(p.Languages, line)
		}
	}
	known.Store(p.Tesseract, p.Languages)
	return p
}

// Options say how to read a picture.
type Options struct {
	Languages string        // as Tesseract joins them: chi_sim+eng; "" is chi_sim, or chi_tra where that reads better
	DPI       float64       // dots an inch; 0 leaves it to Tesseract
	Turn      int           // quarters by which the picture is turned clockwise first
	Time      time.Duration // that one run may take
}

// unsure is the mean confidence of a page, of 100, below which its characters
// may be of another script. Simplified prints come to 89 and more, traditional
// ones read as simplified to 75 to 83, as what they are to 85 to 91.
const unsure = 86

// Ready returns nil if pictures can be read, else what is missing.
func Ready(ctx context.Context, languages string) error {
	p := Find(ctx)
	_, _, err := p.choose(languages)
	return err
}

// choose returns the languages to read in, and what to try where these do not
// fit, "" for nothing.
func (p *Programs) choose(languages string) (first, other string, err error) {
	switch {
	case p.Tesseract == "":
		return "", "", fmt.Errorf("tesseract is %w: %s", ErrNoProgram, InstallTesseract)
	case languages != "":
		return languages, "", p.has(languages)
	case !p.Reads():
		return "", "", fmt.Errorf("tesseract's Chinese data are %w: %s", ErrNoProgram, InstallTesseract)
	case !slices.Contains(p.Languages, "chi_sim"):
		return "chi_tra", "", p.has("chi_tra")
	case slices.Contains(p.Languages, "chi_tra"):
		return "chi_sim", "chi_tra", nil
	}
	return "chi_sim", "", nil
}

// Read reads a picture: png, jpeg, tiff (with all its pages), bmp.
func Read(ctx context.Context, picture []byte, opt Options) ([]Page, error) {
	p := Find(ctx)
	languages, other, err := p.choose(opt.Languages)
	if err != nil {
		return nil, err
	}
	if picture, err = turned(picture, opt.Turn); err != nil {
		return nil, err
	}
	pages, err := p.read(ctx, picture, languages, opt)
	if err != nil {
		return nil, err
	}
	picture, pages = p.upright(ctx, picture, languages, opt, pages)
	if other == "" || confidence(pages) >= unsure {
		return pages, nil
	}
	if again, err := p.read(ctx, picture, other, opt); err == nil && confidence(again) > confidence(pages) {
		return again, nil
	}
	return pages, nil
}

// has returns an error if Tesseract lacks one of the languages.
func (p *Programs) has(languages string) error {
	for l := range strings.SplitSeq(languages, "+") {
		if !slices.Contains(p.Languages, l) {
			return fmt.Errorf("tesseract's data for %q are %w: install tesseract-ocr-%s", l, ErrNoProgram, strings.ReplaceAll(l, "_", "-"))
		}
	}
	return nil
}

// slots hold as many runs as the machine has processors, whatever the number
// of documents that are read at once: a run takes one of them whole.
var slots = make(chan struct{}, runtime.NumCPU())

// read runs Tesseract once.
//
// A notice is one column of lines of various sizes (--psm 4). A threshold for
// each place of the page (Sauvola's) keeps thin strokes of grey scans: on noisy
// prints at 200 dpi, turned by half a degree, 97 of 100 characters instead of 94.
func (p *Programs) read(ctx context.Context, picture []byte, languages string, opt Options) ([]Page, error) {
	select {
	case slots <- struct{}{}:
		defer func() { <-slots }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	args := []string{"stdin", "stdout", "-l", languages, "--psm", "4", "-c", "thresholding_method=2"}
	if opt.DPI >= 50 && opt.DPI <= 2400 {
		args = append(args, "--dpi", strconv.Itoa(int(opt.DPI+0.5)))
	}
	out, err := run(ctx, opt.Time, p.Tesseract, picture, append(args, "tsv")...)
	if err != nil {
		return nil, err
	}
	return parse(out), nil
}

// Draw draws a page of a PDF file, from 1, at 200 dots an inch.
func Draw(ctx context.Context, file []byte, page int, password string, limit time.Duration) ([]byte, error) {
	path, err := exec.LookPath(pdftoppm)
	if err != nil {
		return nil, fmt.Errorf("pdftoppm is %w: %s", ErrNoProgram, InstallPdftoppm)
	}
	n := strconv.Itoa(page)
	args := []string{"-q", "-r", "200", "-gray", "-png", "-f", n, "-l", n}
	if password != "" {
		args = append(args, "-upw", password)
	}
	picture, err := run(ctx, limit, path, file, append(args, "-")...)
	if err == nil && len(picture) == 0 {
		err = errors.New("pdftoppm draws nothing")
	}
	return picture, err
}

// most is how many bytes of a program's output are taken.
const most = 256 << 20

// run runs a program on the input and returns what it writes.
func run(ctx context.Context, limit time.Duration, path string, input []byte, args ...string) ([]byte, error) {
	inner, cancel := ctx, context.CancelFunc(func() {})
	if limit > 0 {
		inner, cancel = context.WithTimeout(ctx, limit)
	}
	defer cancel()
	out, errs := capped{left: most}, capped{left: 64 << 10}
	cmd := exec.CommandContext(inner, path, args...)
	cmd.Env = append(os.Environ(), "OMP_THREAD_LIMIT=1") // its threads cost more than they save
	cmd.Stdin = bytes.NewReader(input)
	cmd.Stdout, cmd.Stderr = &out, &errs
	cmd.WaitDelay = time.Second
	err := cmd.Run()
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case inner.Err() != nil:
		return nil, fmt.Errorf("%s takes longer than %v", name(path), limit)
	case out.left < 0:
		return nil, fmt.Errorf("%s writes more than %d bytes", name(path), most)
	case err != nil:
		return nil, fmt.Errorf("%s: %w%s", name(path), err, said(errs.Bytes()))
	}
	return out.Bytes(), nil
}

// name returns the last part of a path.
func name(path string) string { return path[strings.LastIndexAny(path, `/\`)+1:] }

// said returns the last line that a program wrote to standard error.
func said(errs []byte) string {
	lines := strings.Split(strings.TrimSpace(string(errs)), "\n")
	if last := strings.TrimSpace(lines[len(lines)-1]); last != "" {
		return ": " + strings.ToValidUTF8(last, "\uFFFD")
	}
	return ""
}

// A capped is a buffer that drops what is too much.
type capped struct {
	bytes.Buffer
	left int
}

// Write keeps data as long as there is room.
func (c *capped) Write(data []byte) (int, error) {
	if c.left -= len(data); c.left >= 0 {
		c.Buffer.Write(data)
	}
	return len(data), nil
}
