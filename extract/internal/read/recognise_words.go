package read

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"gongwen/extract/internal/read/layout"
	"gongwen/extract/internal/read/ocr"
)

// longSide is how high a page is taken to be, in points, whatever its dots: as
// high as one of A4.
const longSide = 842

// placedWords returns what OCR read on a page with each character at its place.
func placedWords(p ocr.Page) *layout.Page {
	scale := longSide / max(p.Width, p.Height, 1)
	page := &layout.Page{Width: p.Width * scale, Height: p.Height * scale}
	var glyphs []layout.Glyph
	for _, l := range p.Lines {
		glyphs = appendLine(glyphs, l)
	}
	for i := range glyphs {
		g := &glyphs[i]
		g.X, g.DX, g.Size = g.X*scale, g.DX*scale, g.Size*scale
		g.Y = page.Height - g.Y*scale
		g.CX, g.CY = g.X+g.DX/2, g.Y+0.35*g.Size
	}
	page.Lay(glyphs, nil)
	return page
}

// joined is how wide a gap is none, in heights of a character.
const joined = 1.35

// inkOfEm is the height of the ink of a Chinese character, in parts of its em.
const inkOfEm = 0.92

// appendLine appends the characters of a line, on one base line, in dots.
//
// The boxes that Tesseract puts around words are rough: often a third of a
// character is missing at either end. So a gap between words that is hardly
// wider than a character is none; each word reaches to the next. A notice sets
// its names and dates apart by blanks of two characters and more; the blank of
// one in a name of two (阮　青) means nothing.
func appendLine(glyphs []layout.Glyph, l ocr.Line) []layout.Glyph {
	words := slices.DeleteFunc(slices.Clone(l.Words), func(w ocr.Word) bool { return strings.Trim(w.Text, "|_") == "" })
	size := sizeOf(words)
	if len(words) == 0 || size <= 0 {
		return glyphs
	}
	var middles []float64
	for _, w := range words {
		middles = append(middles, w.Y+w.H/2)
	}
	slices.Sort(middles)
	y := middles[len(middles)/2] + 0.36*size
	before, ended := rune(0), math.Inf(-1)
	for i, text := range tidyWords(words) {
		w := words[i]
		x := max(w.X, ended)                    // boxes may overlap, but the words stand in this order
		end := x + max(w.W, 0.9*size*ems(text)) // half of a word's box may be missing
		if i+1 < len(words) {
			if next := words[i+1].X; next-end < joined*size {
				end = max(next, x+0.3*size*ems(text))
			}
		}
		ended = end
		first, _ := utf8.DecodeRuneInString(text)
		if narrow(before) && narrow(first) {
			glyphs = append(glyphs, layout.Glyph{Text: " ", X: x, Y: y, Size: size})
		}
		width := (end - x) / float64(max(1, utf8.RuneCountInString(text)))
		for _, r := range text {
			glyphs = append(glyphs, layout.Glyph{Text: string(r), X: x, Y: y, DX: width, Size: size})
			x, before = x+width, r
		}
	}
	return glyphs
}

// narrow reports whether r is a letter or sign that words with blanks between
// them are written in.
func narrow(r rune) bool { return 'a' <= r|0x20 && r|0x20 <= 'z' || '0' <= r && r <= '9' }

// ems returns how many Chinese characters wide s is. Letters and figures, and
// the signs that Tesseract gives for those of both widths, count half.
func ems(s string) float64 {
	n := 0.0
	for _, r := range s {
		if r < 0x80 {
			n += 0.5
		} else {
			n++
		}
	}
	return n
}

// sizeOf returns the height of a Chinese character of the line: the median of
// the words' heights, leaving out signs that are low. On a short line most
// boxes may reach into the line below; but characters are no higher than they
// stand apart, so the line's width bounds their height.
func sizeOf(words []ocr.Word) float64 {
	var heights, all []float64
	long, left, right := 0.0, math.Inf(1), math.Inf(-1)
	for _, w := range words {
		all = append(all, w.H)
		long += ems(w.Text)
		left, right = min(left, w.X), max(right, w.X+w.W)
		for _, r := range w.Text {
			if r > 0x2E80 && r != '一' && unicode.Is(unicode.Han, r) {
				heights = append(heights, w.H)
			}
		}
	}
	if len(heights) == 0 {
		heights = all
	}
	if len(heights) == 0 {
		return 0
	}
	slices.Sort(heights)
	size := heights[(len(heights)-1)/2] / inkOfEm
	if long >= 3 && right > left {
		size = min(size, 1.1*(right-left)/long)
	}
	return size
}

// tidyWords returns the texts of the words with what Tesseract mistakes by
// shape alone put right where the neighbours leave no choice:
//
//   - 一 between figures is a dash (14:30一20:00, 一2一 at the foot): numbers
//     are not written half in figures and half in characters;
//   - 〈 that a ） closes is a （, as no bracket is closed by another's partner.
func tidyWords(words []ocr.Word) []string {
	texts := make([]string, len(words))
	var line []rune
	for _, w := range words {
		line = append(line, []rune(w.Text)...)
	}
	dashes(line)
	brackets(line)
	at := 0
	for i, w := range words {
		n := utf8.RuneCountInString(w.Text)
		texts[i] = string(line[at : at+n])
		at += n
	}
	return texts
}

// dashes puts dashes for 一 between figures, or about a line's only figures: a
// page number, whose 2 may have been taken for 二.
func dashes(line []rune) {
	n := len(line)
	if n > 2 && n < 8 && isDash(line[0]) && isDash(line[n-1]) && allFigures(line[1:n-1]) {
		line[0], line[n-1] = '—', '—'
		for i := 1; i < n-1; i++ {
			line[i] = figure(line[i])
		}
	}
	for i := 1; i+1 < n; i++ {
		if line[i] == '一' && line[i-1] >= '0' && line[i-1] <= '9' && line[i+1] >= '0' && line[i+1] <= '9' {
			line[i] = '—'
		}
	}
}

func allFigures(line []rune) bool {
	return !slices.ContainsFunc(line, func(r rune) bool { return figure(r) == 0 })
}

// figure returns the figure that r is, 0 for none.
func figure(r rune) rune {
	if '0' <= r && r <= '9' {
		return r
	}
	if i := slices.Index([]rune("二三四五六七八九"), r); i >= 0 {
		return '2' + rune(i)
	}
	return 0
}

func isDash(r rune) bool { return strings.ContainsRune("一-–—－", r) }

// brackets puts （ for 〈 where ） closes it.
func brackets(line []rune) {
	for i, r := range line {
		if r != '〈' && r != '<' {
			continue
		}
		for _, c := range line[i+1:] {
			if strings.ContainsRune("〉>（(〈<", c) {
				break
			}
			if c == '）' || c == ')' {
				line[i] = '（'
				break
			}
		}
	}
}
