package read

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	_ "image/jpeg" // for DecodeConfig
	_ "image/png"
	"slices"

	_ "golang.org/x/image/bmp"
	_ "golang.org/x/image/tiff"

	"gongwen/extract/internal/read/layout"
	"gongwen/extract/internal/read/ocr"
	"gongwen/model"
)

// The formats of pictures. Each is a scanned document, a tiff with a picture a page.
var (
	PNG  = pictures("png", []string{".png"}, "\x89PNG\r\n\x1A\n")
	JPEG = pictures("jpeg", []string{".jpg", ".jpeg"}, "\xFF\xD8\xFF")
	TIFF = pictures("tiff", []string{".tif", ".tiff"}, "II*\x00", "MM\x00*")
	BMP  = &Format{Name: "bmp", Exts: []string{".bmp"}, Magic: isBMP, Read: readBMP}
)

// Pictures are the formats that have no text but by OCR.
var Pictures = []*Format{PNG, JPEG, TIFF, BMP}

// pictures returns the format of pictures that begin with one of marks.
func pictures(name string, exts []string, marks ...string) *Format {
	begins := func(data []byte) bool {
		return slices.ContainsFunc(marks, func(m string) bool { return bytes.HasPrefix(data, []byte(m)) })
	}
	read := func(ctx context.Context, data []byte, opt Options) (*Source, error) {
		return readPicture(ctx, name, data, opt)
	}
	return &Format{Name: name, Exts: exts, Magic: begins, Read: read}
}

func readBMP(ctx context.Context, data []byte, opt Options) (*Source, error) {
	return readPicture(ctx, "bmp", data, opt)
}

// isBMP reports whether data is a bitmap: BM alone may begin a text.
func isBMP(data []byte) bool {
	return len(data) > 26 && string(data[:2]) == "BM" && data[6]|data[7]|data[8]|data[9] == 0 && data[14] == 40
}

// The least and the most that a picture measures: less is no page, more is no
// picture that a scanner makes (A1 at 300 dots an inch).
const (
	leastDots = 24
	mostDots  = 128 << 20
)

// readPicture reads a picture of the format.
func readPicture(ctx context.Context, format string, data []byte, opt Options) (*Source, error) {
	config, _, err := image.DecodeConfig(bytes.NewReader(data))
	switch {
	case err != nil && !errors.Is(err, image.ErrFormat) && opt.OCR.Use == OCRNever:
		return nil, &Error{Format: format, Kind: Damaged, Err: err}
	case err == nil && int64(config.Width)*int64(config.Height) > mostDots:
		return nil, &Error{Format: format, Kind: TooLarge, Err: fmt.Errorf("a picture of %d by %d dots", config.Width, config.Height)}
	case err == nil && min(config.Width, config.Height) < leastDots:
		return nil, &Error{Format: format, Kind: Empty, Err: fmt.Errorf("a picture of %d by %d dots", config.Width, config.Height)}
	case opt.OCR.Use == OCRNever:
		return nil, &Error{Format: format, Kind: NeedsOCR, Err: errors.New("a picture, and OCR is switched off")}
	}
	defer opt.OCR.pause()()
	read, err := ocr.Read(ctx, data, opt.OCR.options(0, opt.Limits))
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case errors.Is(err, ocr.ErrNoProgram):
		return nil, &Error{Format: format, Kind: NeedsOCR, Err: fmt.Errorf("a picture, and %w", err)}
	case err != nil:
		return nil, &Error{Format: format, Kind: Damaged, Err: err}
	}
	var pages []*layout.Page
	var numbers []int
	for i, p := range read {
		pages, numbers = append(pages, placedWords(p)), append(numbers, i+1)
	}
	if err := layout.Set(ctx, pages); err != nil {
		return nil, err
	}
	var w pageText
	for _, p := range pages {
		w.page(p.Blocks)
	}
	src := w.source()
	if blank(src.Plain.String()) {
		return nil, &Error{Format: format, Kind: Empty, Err: errors.New("a picture without legible characters")}
	}
	src.Pages = len(pages)
	src.Warnings = []model.Warning{recognisedWarning(numbers)}
	return src, nil
}
