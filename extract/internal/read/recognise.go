package read

import (
	"context"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"gongwen/extract/internal/read/layout"
	"gongwen/extract/internal/read/ocr"
	"gongwen/extract/internal/read/pdf"
	"gongwen/model"
)

// An OCR says whether what has no text is read by its looks, by Tesseract, a
// program of its own (光学字符识别).
type OCR struct {
	Use       OCRUse
	Languages string // whose characters, as Tesseract joins them: chi_sim+eng; "" is chi_sim, or chi_tra where that reads better

	// Pause is called before the first page is read and its result after the
	// last: OCR has time limits of its own. It may be nil.
	Pause func() (resume func())
}

// An OCRUse says when OCR is used.
type OCRUse string

// The uses of OCR.
const (
	OCRNever  OCRUse = ""       // no other program is started
	OCRAuto   OCRUse = "auto"   // for pages without text, where the program is there
	OCRAlways OCRUse = "always" // for all pages of PDF files and pictures; an error where the program is not there
)

// NeedsOCR says that a document has no text but in pictures.
const NeedsOCR ErrorKind = "needs-ocr"

const defaultPageTime = time.Minute

// pageTime returns how long OCR of a page may take.
func (l Limits) pageTime() time.Duration {
	if l.PageTime <= 0 {
		return defaultPageTime
	}
	return l.PageTime
}

// pause calls o.Pause if there is one.
func (o *OCR) pause() (resume func()) {
	if o.Pause == nil {
		return func() {}
	}
	return o.Pause()
}

// options returns what package ocr is told.
func (o *OCR) options(dpi float64, l Limits) ocr.Options {
	return ocr.Options{Languages: o.Languages, DPI: dpi, Time: l.pageTime()}
}

// recognisedWarning says which pages were read by their looks.
func recognisedWarning(pages []int) model.Warning {
	w := model.Warning{Code: "ocr", Message: "read by OCR, characters may be wrong: " + pageList(pages)}
	w.Evidence.Page, w.Evidence.Rule = pages[0], "read/ocr"
	return w
}

// pageList writes sorted numbers of pages: "page 3", "pages 1-4, 7".
func pageList(pages []int) string {
	var b strings.Builder
	for i := 0; i < len(pages); {
		k := i
		for k+1 < len(pages) && pages[k+1] == pages[k]+1 {
			k++
		}
		if b.Len() > 0 {
			b.WriteString(", ")
		}
		b.WriteString(strconv.Itoa(pages[i]))
		if k > i {
			b.WriteString("-" + strconv.Itoa(pages[k]))
		}
		i = k + 1
	}
	if len(pages) == 1 {
		return "page " + b.String()
	}
	return "pages " + b.String()
}

// A recognition is what OCR made of pages of a PDF file, by their indexes.
type recognition struct {
	blocks map[int][]layout.Block
	failed map[int]error
}

// recognise has the pages of d read that have no text of their own, or all.
// Where the program is absent that is an error with OCRAlways alone.
func recognise(ctx context.Context, data []byte, d *pdf.Document, opt Options) (*recognition, error) {
	r := &recognition{blocks: map[int][]layout.Block{}, failed: map[int]error{}}
	if opt.OCR.Use == OCRNever {
		return r, nil
	}
	var wanted []int
	for i, p := range d.Pages {
		if reason, _ := needsOCR(p); reason != "" || opt.OCR.Use == OCRAlways {
			wanted = append(wanted, i)
		}
	}
	if len(wanted) == 0 {
		return r, nil
	}
	defer opt.OCR.pause()()
	if err := ocr.Ready(ctx, opt.OCR.Languages); err != nil {
		if opt.OCR.Use == OCRAlways {
			return r, &Error{Format: "pdf", Kind: NeedsOCR, Err: err}
		}
		for _, i := range wanted {
			r.failed[i] = err
		}
		return r, nil
	}
	scans := pdf.OpenScans(ctx, data, pdf.Options{Password: opt.Password, Pages: opt.Limits.pages()})
	pages := make([]*layout.Page, len(d.Pages))
	each(wanted, func(i int) error {
		page, err := recognisePage(ctx, scans, i, d.Pages[i], opt)
		pages[i] = page
		return err
	}, r.failed)
	if err := ctx.Err(); err != nil {
		return r, err
	}
	return r, r.set(ctx, pages)
}

// each calls work for all of list, several at once, and notes the errors.
func each(list []int, work func(int) error, failed map[int]error) {
	var group sync.WaitGroup
	var mu sync.Mutex
	next := make(chan int)
	for range min(len(list), runtime.NumCPU()) {
		group.Go(func() {
			for i := range next {
				if err := work(i); err != nil {
					mu.Lock()
					failed[i] = err
					mu.Unlock()
				}
			}
		})
	}
	for _, i := range list {
		next <- i
	}
	close(next)
	group.Wait()
}

// recognisePage reads the page of index i.
func recognisePage(ctx context.Context, scans *pdf.Scans, i int, p *pdf.Page, opt Options) (*layout.Page, error) {
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	how := opt.OCR.options(200, opt.Limits)
	var picture []byte
	if p.Known == 0 && p.Unknown == 0 && p.Curves < 50 { // else what stands beside a picture counts too
		if scan := scans.Picture(i); scan != nil {
			picture, how.DPI, how.Turn = scan.File, scan.DPI, scan.Turn
		}
	}
	if picture == nil {
		file, password := scans.File()
		drawn, err := ocr.Draw(ctx, file, i+1, password, opt.Limits.pageTime())
		if err != nil {
			return nil, err
		}
		picture = drawn
	}
	read, err := ocr.Read(ctx, picture, how)
	switch {
	case err != nil:
		return nil, err
	case len(read) == 0:
		return &layout.Page{}, nil
	}
	return placedWords(read[0]), nil
}

// why says why the page of index i still has to be read by its looks.
func (r *recognition) why(i int, reason string) string {
	if err := r.failed[i]; err != nil {
		return reason + "; " + err.Error()
	}
	return reason
}

// set makes blocks of the pages, of which those not read are nil.
func (r *recognition) set(ctx context.Context, pages []*layout.Page) error {
	all := slices.Clone(pages)
	for i, p := range all {
		if p == nil {
			all[i] = &layout.Page{}
		}
	}
	if err := layout.Set(ctx, all); err != nil {
		return err
	}
	for i, p := range pages {
		if p == nil || r.failed[i] != nil {
			continue
		}
		if i > 0 && pages[i-1] == nil && len(p.Blocks) > 0 {
			p.Blocks[0].GoesOn = false // what stands on the page before is not known here
		}
		r.blocks[i] = p.Blocks
	}
	return nil
}
