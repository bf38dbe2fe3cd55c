package readtest

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// An Objects is the objects of a PDF file, from number 1 on.
type Objects []string

// Add adds an object and returns the reference to it.
func (o *Objects) Add(format string, args ...any) string {
	*o = append(*o, fmt.Sprintf(format, args...))
	return fmt.Sprintf("%d 0 R", len(*o))
}

// Bytes returns the file whose catalog is root.
func (o Objects) Bytes(root string) []byte {
	var out bytes.Buffer
	out.WriteString("%PDF-1.7\n")
	var table strings.Builder
	for i, object := range o {
		fmt.Fprintf(&table, "%010d 00000 n \n", out.Len())
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", i+1, object)
	}
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d /Root %s>>\nstartxref\n%d\n%%%%EOF\n",
		len(o)+1, table.String(), len(o)+1, root, out.Len())
	return out.Bytes()
}

// font adds a composite font that is not embedded.
func (o *Objects) font(cmap string) string {
	d := o.Add("<</Type /Font /Subtype /CIDFontType0 /BaseFont /FangSong /CIDSystemInfo <</Registry (Adobe) /Ordering (GB1) /Supplement 5>> /DW 1000 /W [1 95 500 814 939 500] /FontDescriptor <</Type /FontDescriptor /Flags 4 /FontName /FangSong>>>>")
	return o.Add("<</Type /Font /Subtype /Type0 /BaseFont /FangSong /Encoding /%s /DescendantFonts [%s]>>", cmap, d)
}

// PDF returns the pages as a PDF file. Its fonts are not embedded and have no
// table of their characters: what GBK has is in GBK-EUC-H, else in UTF-16.
func PDF(pages []Page) []byte {
	var o Objects
	tree := o.Add("")
	gbk, wide := o.font("GBK-EUC-H"), o.font("UniGB-UTF16-H")
	var kids []string
	for _, p := range pages {
		content := p.content()
		stream := o.Add("<</Length %d>>\nstream\n%s\nendstream", len(content), content)
		kids = append(kids, o.Add("<</Type /Page /Parent %s /MediaBox [0 0 595.28 841.89] /Resources <</Font <</F1 %s /F2 %s>>>> /Contents %s>>", tree, gbk, wide, stream))
	}
	o[0] = fmt.Sprintf("<</Type /Pages /Count %d /Kids [%s]>>", len(kids), strings.Join(kids, " "))
	return o.Bytes(o.Add("<</Type /Catalog /Pages %s>>", tree))
}

// Points in a millimetre, and the height of a page in millimetres.
const (
	points     = 72 / 25.4
	pageHeight = 297
)

// content returns the operators that paint the page.
func (p *Page) content() string {
	var b strings.Builder
	for _, r := range p.Rules {
		fmt.Fprintf(&b, "%.2f %.2f m %.2f %.2f l S\n", r.X*points, (pageHeight-r.Y)*points, r.ToX*points, (pageHeight-r.ToY)*points)
	}
	for _, l := range p.Lines {
		size, n := l.Size*points, float64(len([]rune(l.Text)))
		between := (l.Pitch - l.Size) * points * Wide(l.Text) / max(n, 1)
		fmt.Fprintf(&b, "BT %.3f Tc 1 0 0 1 %.2f %.2f Tm%s ET\n", between, l.X*points, (pageHeight-l.Y+l.Size*0.12)*points, shown(l.Text, size))
	}
	return b.String()
}

// shown returns the operators that show s.
func shown(s string, size float64) string {
	var b strings.Builder
	font := 0
	gbk := simplifiedchinese.GBK.NewEncoder()
	for _, r := range s {
		code, err := gbk.Bytes([]byte(string(r)))
		in := 1
		if err != nil {
			in, code = 2, nil
			for _, u := range utf16.Encode([]rune{r}) {
				code = append(code, byte(u>>8), byte(u))
			}
		}
		if in != font {
			if font > 0 {
				b.WriteString("> Tj")
			}
			fmt.Fprintf(&b, " /F%d %.2f Tf <", in, size)
			font = in
		}
		fmt.Fprintf(&b, "%02X", code)
	}
	if font > 0 {
		b.WriteString("> Tj")
	}
	return b.String()
}
