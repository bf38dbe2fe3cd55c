package pdf

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/api"
)

// TestWriteSamples writes the files in ../testdata/pdf, with SAMPLES=1.
func TestWriteSamples(t *testing.T) {
	if os.Getenv("SAMPLES") == "" {
		t.Skip("SAMPLES is not set")
	}
	write := func(name string, data []byte) {
		if err := os.WriteFile(filepath.Join("..", "testdata", "pdf", name), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var b builder
	last := []rune("全市各级各类档案馆（室）的库房、阅览室和机房，重点检查去年整改不到位的单位，各单位要对照检查的标准逐项自查发现问题")
	first := append(notice[:6:6], string(last[:2*28-2]))
	second := append([]string{"|" + string(last[2*28-2:]) + "立即整改，不能立即整改的要列出清单、明确责任人和完成时限。"}, notice[7:]...)
	write("two-pages.pdf", recoded(t, b.document(b.utf16Font(), official(first, 1), official(second, 2)), true))
	b = builder{}
	write("table.pdf", recoded(t, b.document(b.utf16Font(), tablePage()), true))
	b = builder{}
	write("unread.pdf", b.unread())
	b = builder{}
	write("blank.pdf", b.document(b.utf16Font(), ""))
	c := configuration("")
	c.UserPW, c.OwnerPW, c.EncryptUsingAES, c.EncryptKeyLength = "yunling", "owner", true, 256
	var out bytes.Buffer
	if err := api.Encrypt(bytes.NewReader(noticeFile()), &out, c); err != nil {
		t.Fatal(err)
	}
	write("locked.pdf", out.Bytes())
}

// unread returns a file of a scan, type without characters, and outlines.
func (b *builder) unread() []byte {
	image := b.stream("/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray", "x")
	font := b.add("<</Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [%s]>>",
		b.add("<</Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity)>>>>"))
	return b.documentWith("/Font <</F1 "+font+">> /XObject <</I "+image+">>", "",
		"q 595 0 0 842 0 0 cm /I Do Q", "BT /F1 12 Tf 72 700 Td <000100020003> Tj ET", strings.Repeat("1 1 m 2 2 3 3 4 4 c f\n", 300))
}
