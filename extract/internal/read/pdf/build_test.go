package pdf

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"gongwen/extract/internal/read/layout"
)

// A builder writes small PDF files.
type builder struct {
	objects []string // from number 1 on
}

// add adds an object and returns the reference to it.
func (b *builder) add(format string, args ...any) string {
	b.objects = append(b.objects, fmt.Sprintf(format, args...))
	return fmt.Sprintf("%d 0 R", len(b.objects))
}

// stream adds a stream.
func (b *builder) stream(dict, data string) string {
	return b.add("<<%s /Length %d>>\nstream\n%s\nendstream", dict, len(data), data)
}

// set replaces an object.
func (b *builder) set(ref, format string, args ...any) {
	var n int
	fmt.Sscan(ref, &n)
	b.objects[n-1] = fmt.Sprintf(format, args...)
}

// bytes returns the file whose catalog is root.
func (b *builder) bytes(root string) []byte {
	var out bytes.Buffer
	out.WriteString("%PDF-1.7\n")
	var table strings.Builder
	for i, o := range b.objects {
		fmt.Fprintf(&table, "%010d 00000 n \n", out.Len())
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d /Root %s /ID [<0123456789ABCDEF0123456789ABCDEF> <0123456789ABCDEF0123456789ABCDEF>]>>\nstartxref\n%d\n%%%%EOF\n",
		len(b.objects)+1, table.String(), len(b.objects)+1, root, out.Len())
	return out.Bytes()
}

// document returns a file of pages with the contents given and the fonts in
// fonts, a resource dictionary's entries.
func (b *builder) document(fonts string, contents ...string) []byte {
	return b.documentWith("/Font <<"+fonts+">>", "", contents...)
}

// documentWith is document with all resources and further entries of each page.
func (b *builder) documentWith(resources, more string, contents ...string) []byte {
	pages := b.add("")
	var kids []string
	for _, c := range contents {
		kids = append(kids, b.add("<</Type /Page /Parent %s /MediaBox [0 0 595 842] /Resources <<%s>> /Contents %s %s>>", pages, resources, b.stream("", c), more))
	}
	b.set(pages, "<</Type /Pages /Count %d /Kids [%s]>>", len(kids), strings.Join(kids, " "))
	return b.bytes(b.add("<</Type /Catalog /Pages %s>>", pages))
}

// cidFont adds a composite font that is not embedded.
func (b *builder) cidFont(cmap, ordering, more string) string {
	d := b.add("<</Type /Font /Subtype /CIDFontType0 /BaseFont /SimSun /CIDSystemInfo <</Registry (Adobe) /Ordering (%s) /Supplement 2>> /DW 1000 /FontDescriptor <</Type /FontDescriptor /Flags 4 /FontName /SimSun>> %s>>", ordering, more)
	return b.add("<</Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /%s /DescendantFonts [%s]>>", cmap, d)
}

// utf16Font returns the entry of a font whose strings are in UTF-16.
func (b *builder) utf16Font() string {
	return "/F1 " + b.cidFont("UniGB-UTF16-H", "GB1", "/W [1 [500] 814 [500]]")
}

// hex16 returns s as a string in UTF-16.
func hex16(s string) string {
	var out strings.Builder
	out.WriteByte('<')
	for _, r := range s {
		if r > 0xFFFF {
			r -= 0x10000
			fmt.Fprintf(&out, "%04X%04X", 0xD800+r>>10, 0xDC00+r&0x3FF)
			continue
		}
		fmt.Fprintf(&out, "%04X", r)
	}
	return out.String() + ">"
}

// at returns the operators that show s in UTF-16 at a place.
func at(x, y, size float64, s string) string {
	return fmt.Sprintf("BT /F1 %g Tf 1 0 0 1 %g %g Tm %s Tj ET\n", size, x, y, hex16(s))
}

// official returns the contents of a page in the layout of GB/T 9704: 28
// characters a line, 22 lines a page, two characters' blank before paragraphs.
// Lines that begin with ^ are centred, those with > are set to the right.
func official(paragraphs []string, number int) string {
	const left, top, size, leading, width = 79.4, 730.0, 16.0, 28.9, 28
	var out strings.Builder
	y := top
	for _, p := range paragraphs {
		r := []rune(p)
		x := left
		switch {
		case strings.HasPrefix(p, "^"):
			r = r[1:]
			x += (width - float64(len(r))) / 2 * size
		case strings.HasPrefix(p, ">"):
			r = r[1:]
			x += (width - 4 - float64(len(r))) * size
		case strings.HasPrefix(p, "|"): // flush left
			r = r[1:]
		default:
			r = append([]rune("　　"), r...)
		}
		for len(r) > 0 {
			n := min(len(r), width)
			out.WriteString(at(x, y, size, string(r[:n])))
			r, y = r[n:], y-leading
		}
	}
	if number > 0 {
		out.WriteString(at(440, 80, 14, fmt.Sprintf("— %d —", number)))
	}
	return out.String()
}

// texts returns what a file says, a block a line, running heads in brackets,
// the cells of a table between bars.
func texts(t *testing.T, data []byte) string {
	t.Helper()
	d, err := Read(t.Context(), data, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return textOf(d)
}

func textOf(d *Document) string {
	var out strings.Builder
	for _, p := range d.Pages {
		for _, b := range p.Blocks {
			switch {
			case b.Kind == layout.RunningHead:
				fmt.Fprintf(&out, "[%s]\n", b.Text)
			case b.Kind == layout.Table:
				for _, row := range b.Rows {
					out.WriteByte('|')
					for _, c := range row {
						out.WriteString(c.Text + "|")
					}
					out.WriteByte('\n')
				}
			case b.GoesOn:
				out.WriteString("…" + b.Text + "\n")
			default:
				out.WriteString(b.Text + "\n")
			}
		}
	}
	return out.String()
}
