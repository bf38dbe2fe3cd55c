package ocr

import (
	"bytes"
	"context"
	"image"
	"image/color"
	_ "image/jpeg" // pictures to turn
	"image/png"
	"strconv"
	"strings"
	"time"

	_ "golang.org/x/image/bmp"
	_ "golang.org/x/image/tiff"
)

// turned returns the picture turned clockwise by quarters, in grey: a tiff's
// first page alone.
func turned(picture []byte, quarters int) ([]byte, error) {
	quarters = (quarters%4 + 4) % 4
	if quarters == 0 {
		return picture, nil
	}
	from, _, err := image.Decode(bytes.NewReader(picture))
	if err != nil {
		return nil, err
	}
	b := from.Bounds()
	w, h := b.Dx(), b.Dy()
	to := image.NewGray(image.Rect(0, 0, w, h))
	if quarters != 2 {
		to = image.NewGray(image.Rect(0, 0, h, w))
	}
	for y := range h {
		for x := range w {
			c := color.GrayModel.Convert(from.At(b.Min.X+x, b.Min.Y+y)).(color.Gray)
			switch quarters {
			case 1:
				to.SetGray(h-1-y, x, c)
			case 2:
				to.SetGray(w-1-x, h-1-y, c)
			case 3:
				to.SetGray(y, w-1-x, c)
			}
		}
	}
	var out bytes.Buffer
	e := png.Encoder{CompressionLevel: png.BestSpeed}
	if err := e.Encode(&out, to); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// legible is the mean confidence of a page, of 100, below which it may lie on
// its side or stand on its head: such pages come to 0 to 25.
const legible = 65

// orientation returns by how many quarters the picture is to be turned
// clockwise for its lines to stand upright; 0 where Tesseract cannot tell.
func (p *Programs) orientation(ctx context.Context, picture []byte, limit time.Duration) int {
	out, err := run(ctx, limit, p.Tesseract, picture, "stdin", "stdout", "--psm", "0")
	if err != nil {
		return 0
	}
	for line := range strings.SplitSeq(string(out), "\n") {
		if degrees, ok := strings.CutPrefix(line, "Rotate: "); ok {
			n, _ := strconv.Atoi(strings.TrimSpace(degrees))
			return n / 90 % 4
		}
	}
	return 0
}

// upright reads the picture once more if it turns out to lie on its side. It
// returns the picture and the pages that read best.
func (p *Programs) upright(ctx context.Context, picture []byte, languages string, opt Options, pages []Page) ([]byte, []Page) {
	if len(pages) > 1 || confidence(pages) >= legible {
		return picture, pages
	}
	quarters := p.orientation(ctx, picture, opt.Time)
	if quarters == 0 {
		return picture, pages
	}
	upright, err := turned(picture, quarters)
	if err != nil {
		return picture, pages
	}
	again, err := p.read(ctx, upright, languages, opt)
	if err != nil || confidence(again) <= confidence(pages) {
		return picture, pages
	}
	return upright, again
}
