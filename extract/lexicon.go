package extract

import (
	"io/fs"

	"gongwen/extract/internal/lexicon"
)

// UseLexicon puts the word lists of over (agency_tails.txt, surnames.txt, …) in
// place of the embedded ones of the same names, for the whole process. A file
// that names no list is an error, and nothing is replaced then; files that do
// not end in .txt are passed over. It must be called before the first
// extraction: it is not safe beside one.
func UseLexicon(over fs.FS) error { return lexicon.Standard().Replace(over) }

// Lexicons returns the names of the word lists that can be replaced, sorted.
func Lexicons() []string { return lexicon.Standard().Names() }
