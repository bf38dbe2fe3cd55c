package extract

import (
	"context"
	"slices"

	"gongwen/extract/internal/read"
	"gongwen/extract/internal/read/ocr"
)

// A Format is one way in which an archive holds documents.
type Format struct {
	Name    string   // as in model.Source.Format
	Endings []string // of file names, lower case, with the dot
	Picture bool     // it has no text but by OCR
}

// Formats lists the formats that are read here.
func Formats() []Format {
	list := make([]Format, len(read.Formats))
	for i, f := range read.Formats {
		list[i] = Format{f.Name, slices.Clone(f.Exts), slices.Contains(read.Pictures, f)}
	}
	return list
}

// Archives lists the formats whose members are documents; see
// [Extractor.Unpack].
func Archives() []Format {
	return []Format{
		{Name: "zip", Endings: []string{".zip"}},
		{Name: "tar", Endings: []string{".tar"}},
		{Name: "gzip", Endings: []string{".gz", ".tgz"}},
		{Name: "bzip2", Endings: []string{".bz2", ".tbz2"}},
		{Name: "7z", Endings: []string{".7z"}},
	}
}

// MayBeArchive reports whether a file that begins with head, 512 bytes or all of
// it, may be an archive. A docx may: it is a zip file too.
func MayBeArchive(head []byte) bool { return read.MayBeArchive(head) }

// Programs are what this machine has for OCR: where Tesseract and pdftoppm
// are, and whose characters Tesseract knows.
type Programs = ocr.Programs

// FindPrograms looks for the programs on the search path.
func FindPrograms(ctx context.Context) Programs { return ocr.Find(ctx) }

// CheckOCR returns an error that says what is missing if OCR does not work on
// this machine in the languages; see Extractor.OCRLanguages.
func CheckOCR(ctx context.Context, languages string) error { return ocr.Ready(ctx, languages) }

// CheckEncoding returns an error if name is no character set that text can be
// read in. The empty name, which leaves it to be found, is none.
func CheckEncoding(name string) error { return read.CheckEncoding(name) }
