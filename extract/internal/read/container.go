package read

import (
	"archive/tar"
	"bytes"
	"compress/bzip2"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"

	"gongwen/extract/internal/read/ofd"
	"gongwen/extract/internal/read/zipped"
)

// Members calls yield for each document that the file called name holds until
// yield returns false. A zip, tar, gzip, bzip2 or 7z file (压缩包) holds its
// members, named archive.zip!/inner/a.docx, and those of the archives among
// them; any other file holds itself. An OFD file also holds the documents that
// travel within it.
//
// A member that cannot be had is yielded with its error, an *[Error], and
// without data; a damaged one may have both. Formats that are zip files of
// their own, as docx, ofd and xlsx are, count as documents.
func Members(ctx context.Context, name string, data []byte, opt Options, yield func(name string, data []byte, err error) bool) {
	w := &unpacker{ctx: ctx, opt: opt, yield: yield}
	w.left = min(opt.Limits.unpacked(), opt.Limits.packed(int64(len(data))))
	w.file(name, data, 0)
}

// An unpacker goes through a file and the archives in it.
type unpacker struct {
	ctx   context.Context
	opt   Options
	yield func(name string, data []byte, err error) bool
	left  int64 // bytes that may still be unpacked
	done  bool  // nobody wants more
}

// give yields a document or an error.
func (w *unpacker) give(name string, data []byte, err error) {
	if !w.done && !w.yield(name, data, err) {
		w.done = true
	}
}

// fail yields the error that befell name.
func (w *unpacker) fail(name string, kind ErrorKind, err error) {
	if errors.Is(err, zipped.ErrTooLarge) || errors.Is(err, errBeyond) {
		kind = TooLarge
	}
	if errors.Is(err, zipped.ErrEncrypted) {
		kind = Encrypted
	}
	w.give(name, nil, &Error{Name: name, Kind: kind, Err: err})
	if w.left <= 0 {
		w.done = true // what follows could not be unpacked either
	}
}

// file yields the documents of data.
func (w *unpacker) file(name string, data []byte, depth int) {
	open := archiveOf(data)
	switch {
	case w.done:
	case w.ctx.Err() != nil:
		w.give(name, nil, w.ctx.Err())
		w.done = true
	case open == nil:
		w.give(name, data, nil)
		if isOFD(data) {
			w.embedded(name, data)
		}
	case depth >= w.opt.Limits.nesting():
		w.fail(name, TooLarge, fmt.Errorf("archives stand more than %d deep", w.opt.Limits.nesting()))
	default:
		open(w, name, data, depth+1)
	}
}

// archiveOf returns the function that opens data, nil if it is no archive.
func archiveOf(data []byte) func(w *unpacker, name string, data []byte, depth int) {
	switch {
	case zipped.Is(data):
		if zip, err := zipped.Open(data, 0); err == nil && !isPackage(zip) && (zip.Damage == nil || formatOf(data) == nil) {
			return (*unpacker).zip
		}
	case bytes.HasPrefix(data, []byte("\x1F\x8B\x08")):
		return (*unpacker).gzip
	case bytes.HasPrefix(data, []byte("BZh")) && len(data) > 10 && (string(data[4:10]) == "1AY&SY" || string(data[4:10]) == "\x17rE8P\x90"):
		return (*unpacker).bzip2
	case len(data) > 262 && string(data[257:262]) == "ustar":
		return (*unpacker).tar
	case bytes.HasPrefix(data, []byte("7z\xBC\xAF\x27\x1C")):
		return (*unpacker).sevenZip
	}
	return nil
}

// MayBeArchive reports whether a file that begins with head may be an archive.
func MayBeArchive(head []byte) bool {
	switch {
	case zipped.Is(head), bytes.HasPrefix(head, []byte("\x1F\x8B\x08")), bytes.HasPrefix(head, []byte("BZh")), bytes.HasPrefix(head, []byte("7z\xBC\xAF\x27\x1C")):
		return true
	}
	return len(head) > 262 && string(head[257:262]) == "ustar"
}

// isPackage reports whether zip is one document: Office Open XML, OpenDocument,
// EPUB or OFD.
func isPackage(zip *zipped.Archive) bool {
	for _, name := range [...]string{"[Content_Types].xml", "mimetype", "OFD.xml", "META-INF/container.xml"} {
		if zip.Find(name) != nil {
			return true
		}
	}
	return false
}

// wanted reports whether a member may be a document: hidden files, locks and
// what systems leave behind are none.
func wanted(name string) bool {
	for part := range strings.SplitSeq(name, "/") {
		if part == "__MACOSX" || strings.HasPrefix(part, ".") && part != "." && part != ".." {
			return false
		}
	}
	base := path.Base(name)
	return base != "Thumbs.db" && base != "desktop.ini" && base != "." && !strings.HasPrefix(base, "~$")
}

// memberOf returns the name of member in the archive name. What would lead out
// of the archive is dropped.
func memberOf(name, member string) string {
	return name + "!" + path.Clean("/"+strings.ReplaceAll(member, "\\", "/"))
}

// zip yields the documents of a zip file.
func (w *unpacker) zip(name string, data []byte, depth int) {
	zip, err := zipped.Open(data, w.left)
	if err != nil {
		w.fail(name, Damaged, err)
		return
	}
	for i := range zip.Members {
		m := &zip.Members[i]
		if m.Folder || !wanted(m.Name) {
			continue
		}
		if w.done {
			return
		}
		zip.Left = w.left
		body, err := zip.Read(m)
		w.left = zip.Left
		w.member(memberOf(name, m.Name), body, err, depth)
	}
	if zip.Damage != nil {
		w.fail(name, Damaged, fmt.Errorf("zip file: %w", zip.Damage))
	}
}

// member yields the documents of a member; err tells how unpacking it ended.
func (w *unpacker) member(name string, body []byte, err error, depth int) {
	switch {
	case err == nil:
		w.file(name, body, depth)
	case len(body) > 0 && archiveOf(body) == nil:
		w.give(name, body, &Error{Name: name, Kind: Damaged, Err: err})
	default:
		w.fail(name, Damaged, err)
	}
}

// errBeyond says that unpacking was stopped.
var errBeyond = errors.New("unpacks beyond the limits")

// all unpacks r. What it could unpack stands beside an error.
func (w *unpacker) all(r io.Reader) ([]byte, error) {
	var buf bytes.Buffer
	n, err := buf.ReadFrom(io.LimitReader(r, w.left+1))
	if n > w.left {
		w.left = 0
		return nil, errBeyond
	}
	w.left -= n
	return buf.Bytes(), err
}

// gzip yields the documents of a gzip file: a tar file, or one file, named as
// its header says, else as the file without its ending.
func (w *unpacker) gzip(name string, data []byte, depth int) {
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		w.fail(name, Damaged, err)
		return
	}
	body, err := w.all(z)
	inner := path.Base(strings.ReplaceAll(legible(bytesOf(z.Name)), "\\", "/"))
	if z.Name == "" {
		inner = stem(name)
	}
	w.single(name, inner, body, err, depth)
}

// bytesOf returns the bytes that a gzip header holds for name, which the
// library has taken for Latin-1.
func bytesOf(name string) string {
	b := make([]byte, 0, len(name))
	for _, r := range name {
		if r > 0xFF {
			return name
		}
		b = append(b, byte(r))
	}
	return string(b)
}

// bzip2 yields the documents of a bzip2 file.
func (w *unpacker) bzip2(name string, data []byte, depth int) {
	body, err := w.all(bzip2.NewReader(bytes.NewReader(data)))
	w.single(name, stem(name), body, err, depth)
}

// single yields the documents of body, the one file in the archive name. A tar
// file has no name of its own: a.tar.gz!/b.docx.
func (w *unpacker) single(name, inner string, body []byte, err error, depth int) {
	if len(body) > 262 && string(body[257:262]) == "ustar" {
		w.tar(name, body, depth)
		if err != nil {
			w.fail(name, Damaged, err)
		}
		return
	}
	w.member(memberOf(name, inner), body, err, depth)
}

// stem returns the base of name without its last ending.
func stem(name string) string {
	base := path.Base(strings.ReplaceAll(name[strings.LastIndexByte(name, '!')+1:], "\\", "/"))
	return strings.TrimSuffix(base, path.Ext(base))
}

// tar yields the documents of a tar file.
func (w *unpacker) tar(name string, data []byte, depth int) {
	r := tar.NewReader(bytes.NewReader(data))
	for !w.done {
		h, err := r.Next()
		if err == io.EOF {
			return
		}
		if err != nil {
			w.fail(name, Damaged, err)
			return
		}
		member := legible(h.Name)
		if h.Typeflag != tar.TypeReg || !wanted(member) {
			continue
		}
		body, err := w.all(r)
		w.member(memberOf(name, member), body, err, depth)
		if err != nil {
			return
		}
	}
}

// legible returns a name in UTF-8: what is none is GBK.
func legible(name string) string {
	if utf8.ValidString(name) {
		return name
	}
	if s, err := simplifiedchinese.GB18030.NewDecoder().String(name); err == nil {
		return s
	}
	return strings.ToValidUTF8(name, "\uFFFD")
}

// embedded yields the documents that travel within an OFD file. Its data of
// other kinds (the XML of an invoice, pictures) are none.
func (w *unpacker) embedded(name string, data []byte) {
	zip, err := zipped.Open(data, w.left)
	if err != nil {
		return
	}
	for _, a := range ofd.Attachments(zip) {
		if w.done {
			return
		}
		body, err := zip.Read(zip.Find(a.Path))
		w.left = zip.Left
		if f := formatOf(body); err != nil || f == nil || f.Name == Text.Name || f.Name == HTML.Name {
			continue
		}
		title := a.Name
		if path.Ext(title) == "" {
			title += path.Ext(a.Path)
		}
		w.give(memberOf(name, title), body, nil)
	}
}
