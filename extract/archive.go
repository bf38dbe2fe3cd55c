package extract

import (
	"context"
	"io"
	"iter"

	"gongwen/extract/internal/read"
	"gongwen/model"
)

// ExtractAll reads from r a document, or an archive (zip, tar, gzip, bzip2,
// 7z) of documents, and returns what each of them says, in the archive's
// order. A document within is named archive.zip!/inner/a.docx; archives within
// archives are opened as deep as Limits.Nesting allows. An archive may have
// [LargestSize] bytes unless Limits.Size says otherwise, each document the
// size of [Limits].
//
// As with [Extractor.Extract] a damaged document may yield both a notice and
// an error, else one of the two is nil; every error is an *[Error].
func (x *Extractor) ExtractAll(ctx context.Context, name string, r io.Reader) iter.Seq2[*model.Notice, error] {
	return func(yield func(*model.Notice, error) bool) {
		whole := *x
		if whole.Limits.Size <= 0 {
			whole.Limits.Size = LargestSize
		}
		data, err := whole.load(ctx, name, r)
		if err != nil {
			yield(nil, err)
			return
		}
		opt := read.Options{Encoding: x.Encoding, Limits: x.limits()}
		read.Members(ctx, name, data, opt, func(member string, data []byte, err error) bool {
			if data == nil {
				return yield(nil, asError(member, err))
			}
			notice, failed := x.ExtractBytes(ctx, member, data)
			if err == nil || failed != nil {
				err = failed
			}
			return yield(notice, asError(member, err))
		})
	}
}
