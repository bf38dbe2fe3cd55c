package extract

import (
	"slices"

	"gongwen/extract/internal/read"
)

// A Format is one way in which an archive holds documents.
type Format struct {
	Name    string   // as in model.Source.Format
	Endings []string // of file names, lower case, with the dot
}

// Formats lists the formats that are read here.
func Formats() []Format {
	list := make([]Format, len(read.Formats))
	for i, f := range read.Formats {
		list[i] = Format{f.Name, slices.Clone(f.Exts)}
	}
	return list
}

// CheckEncoding returns an error if name is no character set that text can be
// read in. The empty name, which leaves it to be found, is none.
func CheckEncoding(name string) error { return read.CheckEncoding(name) }
