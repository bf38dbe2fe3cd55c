package extract

import (
	"context"
	"io"
	"iter"

	"gongwen/extract/internal/read"
	"gongwen/model"
)

// A File is a document, or one of the documents in an archive.
type File struct {
	Name string // archive.zip!/inner/a.docx
	Data []byte
}

// Unpack reads from r a document, or an archive (zip, tar, gzip, bzip2, 7z) of
// documents, and returns the documents in the archive's order. One within is
// named archive.zip!/inner/a.docx; archives within archives are opened as deep
// as Limits.Nesting allows. An archive may have [LargestSize] bytes unless
// Limits.Size says otherwise.
//
// Every error is an *[Error]; a damaged member may have both data and an error.
func (x *Extractor) Unpack(ctx context.Context, name string, r io.Reader) iter.Seq2[File, error] {
	return func(yield func(File, error) bool) {
		whole := *x
		if whole.Limits.Size <= 0 {
			whole.Limits.Size = LargestSize
		}
		data, err := whole.load(ctx, name, r)
		if err != nil {
			yield(File{Name: name}, err)
			return
		}
		read.Members(ctx, name, data, x.options(), func(member string, data []byte, err error) bool {
			return yield(File{member, data}, asError(member, err))
		})
	}
}

// ExtractAll is [Extractor.Unpack] with what each of the documents says; a file
// that bundles several yields all of them, as [Extractor.ExtractBundle] does.
//
// As with [Extractor.Extract] a damaged document may yield both a notice (of a
// bundle the last) and an error, else one of the two is nil; every error is an
// *[Error].
func (x *Extractor) ExtractAll(ctx context.Context, name string, r io.Reader) iter.Seq2[*model.Notice, error] {
	return func(yield func(*model.Notice, error) bool) {
		for m, err := range x.Unpack(ctx, name, r) {
			var notices []*model.Notice
			if m.Data != nil {
				d, failed := x.run(ctx, m.Name, m.Data, finding)
				if notices = d.notices; err == nil || failed != nil {
					err = failed
				}
			}
			if !yieldAll(notices, err, yield) {
				return
			}
		}
	}
}

// yieldAll yields the notices of one file, the last of them with err, and reports
// whether more are wanted.
func yieldAll(notices []*model.Notice, err error, yield func(*model.Notice, error) bool) bool {
	if len(notices) == 0 {
		return yield(nil, err)
	}
	last := len(notices) - 1
	for _, n := range notices[:last] {
		if !yield(n, nil) {
			return false
		}
	}
	return yield(notices[last], err)
}
