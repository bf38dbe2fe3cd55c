package readtest

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"encoding/xml"
	"io"
	"strings"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// Zip packs parts, names and contents in turn. A name that begins with GBK: is
// written in that character set and without the flag for UTF-8.
func Zip(parts ...string) []byte {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	w.RegisterCompressor(zip.Deflate, func(out io.Writer) (io.WriteCloser, error) {
		return flate.NewWriter(out, flate.BestCompression)
	})
	for i := 0; i+1 < len(parts); i += 2 {
		h := &zip.FileHeader{Name: parts[i], Method: zip.Deflate}
		if name, ok := strings.CutPrefix(h.Name, "GBK:"); ok {
			h.Name, _ = simplifiedchinese.GBK.NewEncoder().String(name)
			h.NonUTF8 = true
		}
		f, err := w.CreateHeader(h)
		if err == nil {
			_, err = io.WriteString(f, parts[i+1])
		}
		if err != nil {
			panic(err)
		}
	}
	w.Close()
	return b.Bytes()
}

// Escaped returns s as text of XML.
func Escaped(s string) string {
	var b strings.Builder
	xml.EscapeText(&b, []byte(s))
	return b.String()
}
