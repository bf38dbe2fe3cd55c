package ocr

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A Page is what was read on a page. Lengths are dots; the page stands
// upright: the slope of its lines, as a sheet askew on the scanner has it, is
// taken off.
type Page struct {
	Width, Height float64
	Lines         []Line // from top to bottom as Tesseract orders them
}

// A Line is a line of words.
type Line struct{ Words []Word }

// A Word is some characters without a blank, with the box around their ink.
type Word struct {
	Text       string
	X, Y       float64 // the upper left corner
	W, H       float64
	Confidence float64 // Tesseract's own, of 100
}

// The columns of Tesseract's table.
const (
	colLevel = 0
	colLeft  = 6
	colConf  = 10
	colText  = 11
)

// The levels of its rows.
const (
	levelPage = 1
	levelLine = 4
	levelWord = 5
)

// parse returns the pages of Tesseract's table.
func parse(tsv []byte) []Page {
	var pages []Page
	for row := range strings.SplitSeq(string(tsv), "\n") {
		cells := strings.SplitN(strings.TrimSuffix(row, "\r"), "\t", colText+1)
		if len(cells) < colText {
			continue
		}
		level, err := strconv.Atoi(cells[colLevel])
		if err != nil {
			continue // the head
		}
		box := [4]float64{}
		for i := range box {
			box[i], _ = strconv.ParseFloat(cells[colLeft+i], 64)
		}
		switch {
		case level == levelPage:
			pages = append(pages, Page{Width: box[2], Height: box[3]})
		case len(pages) == 0:
		case level == levelLine:
			p := &pages[len(pages)-1]
			p.Lines = append(p.Lines, Line{})
		case level == levelWord && len(cells) > colText:
			pages[len(pages)-1].add(cells, box)
		}
	}
	for i := range pages {
		pages[i].tidy()
		pages[i].straighten()
	}
	return pages
}

// add adds a word to the last line.
func (p *Page) add(cells []string, box [4]float64) {
	text := strings.TrimSpace(strings.ToValidUTF8(cells[colText], ""))
	if text == "" || len(p.Lines) == 0 {
		return
	}
	conf, _ := strconv.ParseFloat(cells[colConf], 64)
	l := &p.Lines[len(p.Lines)-1]
	l.Words = append(l.Words, Word{Text: text, X: box[0], Y: box[1], W: box[2], H: box[3], Confidence: conf})
}

// tidy drops lines of which no word is sure at all: specks, rules, the edge of
// a seal. The words of a print have 80 and more.
func (p *Page) tidy() {
	p.Lines = slices.DeleteFunc(p.Lines, func(l Line) bool {
		return !slices.ContainsFunc(l.Words, func(w Word) bool { return w.Confidence >= 40 })
	})
}

// straighten takes the slope of the lines off.
func (p *Page) straighten() {
	var slopes []float64
	for _, l := range p.Lines {
		if len(l.Words) < 5 {
			continue
		}
		a, b := l.Words[1], l.Words[len(l.Words)-2] // the middles of threes
		if run := b.X - a.X; run > 0.25*p.Width {
			slopes = append(slopes, (middle(l.Words[len(l.Words)-3:])-middle(l.Words[:3]))/run)
		}
	}
	if len(slopes) == 0 {
		return
	}
	slices.Sort(slopes)
	slope := slopes[len(slopes)/2]
	for i := range p.Lines {
		for k := range p.Lines[i].Words {
			w := &p.Lines[i].Words[k]
			w.X, w.Y = w.X+slope*(w.Y-p.Height/2), w.Y-slope*(w.X-p.Width/2)
		}
	}
}

// middle returns the height of the middle of three words that the other two
// stand about: a dash or a comma is no measure.
func middle(words []Word) float64 {
	m := make([]float64, len(words))
	for i, w := range words {
		m[i] = w.Y + w.H/2
	}
	slices.SortFunc(m, cmp.Compare[float64])
	return m[len(m)/2]
}

// confidence returns the mean confidence of the characters of all pages, of 100.
func confidence(pages []Page) float64 {
	sum, n := 0.0, 0.0
	for _, p := range pages {
		for _, l := range p.Lines {
			for _, w := range l.Words {
				c := float64(utf8.RuneCountInString(w.Text))
				sum, n = sum+c*w.Confidence, n+c
			}
		}
	}
	if n == 0 {
		return 0
	}
	return sum / n
}
