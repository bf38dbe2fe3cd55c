package extract_test

import (
	"slices"
	"strings"

	"gongwen/extract/internal/read/readtest"
)

// ofd returns the notice on official pages, as OFD.
func (sh *sheet) ofd() []byte { return sh.printed(readtest.OFD) }

// pdf returns the notice on official pages, as PDF.
func (sh *sheet) pdf() []byte { return sh.printed(readtest.PDF) }

func (sh *sheet) printed(write func([]readtest.Page) []byte) []byte {
	if slices.Contains(oneLine, sh.slug) {
		return nil
	}
	return write(sh.pages())
}

// brokenLines are the notices whose texts were taken from pages and have the
// lines of these: they are printed as they stand.
var brokenLines = []string{"seed-000", "ocr-broken-lines", "civility-week-pdf"}

// oneLine are the notices that stand on one line, which no page has room for.
var oneLine = []string{"one-line-debate"}

// pages sets the notice; empty lines are left out, for paragraphs are told by
// their indent.
func (sh *sheet) pages() []readtest.Page {
	var s readtest.Typesetter
	broken := slices.Contains(brokenLines, sh.slug)
	if broken {
		longest := 0.0
		for _, b := range sh.blocks {
			longest = max(longest, readtest.Wide(b.text))
		}
		s.Letter = min(5.57, 156/(longest+2))
	}
	before := ""
	for _, b := range sh.blocks {
		words := strings.TrimSpace(b.text)
		switch {
		case b.rows != nil:
			s.Table(b.rows)
		case words == "" || broken && pageNumber(words):
		case broken && b.how == readtest.Inset && goesOn(before, words):
			s.Set(words, readtest.Flush)
			before = words
		default:
			s.Set(words, b.how)
			before = words
		}
	}
	return s.Pages()
}

// pageNumber reports whether words is the number of a page.
func pageNumber(words string) bool {
	return strings.Trim(tight(words), "-—－0123456789") == ""
}

// goesOn reports whether a line goes on with the paragraph of the line before.
func goesOn(before, words string) bool {
	if before == "" || markOf(words).kind > 0 || strings.HasPrefix(words, "附件") {
		return false
	}
	for _, end := range []string{"。", "：", "；"} {
		if strings.HasSuffix(before, end) {
			return false
		}
	}
	return readtest.Wide(before) > 20
}
