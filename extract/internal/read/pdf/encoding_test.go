package pdf

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

const (
	simplified  = "关于印发《云岭市档案工作规定》的通知（2024年）Abc"
	traditional = "關於印發《雲嶺市檔案工作規定》的通知（2024年）Abc"
)

// encoded returns s in e as a string of hexadecimal digits.
func encoded(t *testing.T, e encoding.Encoding, s string) string {
	t.Helper()
	b, err := e.NewEncoder().Bytes([]byte(s))
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("<%X>", b)
}

// TestPredefined reads strings in the character sets of predefined CMaps, from
// fonts that are neither embedded nor mapped.
func TestPredefined(t *testing.T) {
	utf16 := unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	for _, tt := range []struct {
		cmap, ordering string
		enc            encoding.Encoding
		text           string
	}{
		{"GBK-EUC-H", "GB1", simplifiedchinese.GBK, simplified},
		{"GBKp-EUC-H", "GB1", simplifiedchinese.GBK, simplified},
		{"GBpc-EUC-H", "GB1", simplifiedchinese.GBK, simplified},
		{"GB-EUC-H", "GB1", simplifiedchinese.GBK, simplified},
		{"GBK2K-H", "GB1", simplifiedchinese.GB18030, simplified + "㐀"},
		{"UniGB-UCS2-H", "GB1", utf16, simplified},
		{"UniGB-UTF16-H", "GB1", utf16, simplified + "𠀀"},
		{"UniGB-UTF8-H", "GB1", encoding.Nop, simplified},
		{"UniGB-UTF32-H", "GB1", utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM), simplified},
		{"ETen-B5-H", "CNS1", traditionalchinese.Big5, traditional},
		{"ETenms-B5-H", "CNS1", traditionalchinese.Big5, traditional},
		{"B5pc-H", "CNS1", traditionalchinese.Big5, traditional},
		{"UniCNS-UCS2-H", "CNS1", utf16, traditional},
		{"UniCNS-UTF16-H", "CNS1", utf16, traditional},
		{"UniCNS-UTF8-H", "CNS1", encoding.Nop, traditional},
	} {
		var b builder
		font := b.cidFont(tt.cmap, tt.ordering, "")
		data := b.document("/F1 "+font, "BT /F1 12 Tf 72 700 Td "+encoded(t, tt.enc, tt.text)+" Tj ET")
		if got := texts(t, data); got != tt.text+"\n" {
			t.Errorf("%s: %q", tt.cmap, got)
		}
	}
}

// TestCIDs reads strings of CIDs of Adobe's collections.
func TestCIDs(t *testing.T) {
	for _, tt := range []struct {
		ordering, codes, want string
	}{
		{"GB1", "<0022 0023 0024>", "ABC"},
		{"GB1", "", "一年"}, // by the table itself
		{"Korea1", "<0022>", ""},
	} {
		var b builder
		if tt.want == "一年" {
			c := collectionOf("GB1")
			tt.codes = fmt.Sprintf("<%04X %04X>", c.cids['一'], c.cids['年'])
		}
		data := b.document("/F1 "+b.cidFont("Identity-H", tt.ordering, ""), "BT /F1 12 Tf 72 700 Td "+tt.codes+" Tj ET")
		d, err := Read(t.Context(), data, Options{})
		if err != nil {
			t.Fatal(err)
		}
		got := strings.ReplaceAll(strings.TrimSpace(textOf(d)), unknown, "")
		if got != tt.want || tt.want == "" && d.Pages[0].Unknown != 1 {
			t.Errorf("%s %s: %q, %d unknown", tt.ordering, tt.codes, got, d.Pages[0].Unknown)
		}
	}
}

func TestCollections(t *testing.T) {
	for _, tt := range []struct {
		set  string
		cid  int
		want rune
	}{
		{"GB1", 1, ' '}, {"GB1", 34, 'A'}, {"GB1", 814, '!'}, {"CNS1", 34, 'A'}, {"CNS1", 13648, ' '},
		{"GB1", 4559, '中'}, {"Japan1", 1200, '一'}, {"GB1", 0, 0}, {"CNS1", 595, '一'},
	} {
		if got := collectionOf(tt.set).runes[tt.cid]; got != tt.want {
			t.Errorf("%s CID %d is %q, want %q", tt.set, tt.cid, got, tt.want)
		}
	}
	if collectionOf("Identity") != nil || collectionOf("") != nil {
		t.Error("an unknown collection")
	}
}

// TestToUnicode reads fonts that say what their codes mean. A Differences array
// beside it, as in every file printed by Chromium, must not hide it.
func TestToUnicode(t *testing.T) {
	const head = "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00><FF> endcodespacerange\n"
	for _, tt := range []struct{ name, font, cmap, show, want string }{
		{"differences", "/Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [.001 0 0 .001 0 0] /CharProcs <<>> /FirstChar 1 /LastChar 3 /Widths [1000 1000 1000] /Encoding <</Type /Encoding /Differences [1 /g1 /g2 /g3]>>",
			head + "2 beginbfchar <01> <901A> <02> <77E5> endbfchar", "<0102>", "通知"},
		{"range", "/Type /Font /Subtype /TrueType /FirstChar 1 /LastChar 3 /Widths [1000 1000 1000]",
			head + "1 beginbfrange <01> <03> <4E00> endbfrange", "<010203>", "一丁丂"},
		{"array", "/Type /Font /Subtype /TrueType /FirstChar 1 /LastChar 3 /Widths [1000 1000 1000]",
			head + "1 beginbfrange <01> <03> [<7B2C> <D840DC00> <00660066>] endbfrange", "<010203>", "第𠀀ff"},
		{"shared glyphs", "/Type /Font /Subtype /TrueType /FirstChar 1 /LastChar 4 /Widths [1000 1000 1000 1000]",
			head + "1 beginbfrange <01> <04> [<963F> <2003> <9752> <2015>] endbfrange", "<01020304>", "阿\u3000青—"},
		{"gaps filled with zero", "/Type /Font /Subtype /TrueType /Encoding /WinAnsiEncoding",
			head + "1 beginbfrange <41> <42> [<0000> <FFFD>] endbfrange", "<41424344>", "ABCD"},
	} {
		var b builder
		u := b.stream("", tt.cmap)
		font := b.add("<<%s /ToUnicode %s>>", tt.font, u)
		if got := texts(t, b.document("/F1 "+font, "BT /F1 12 Tf 72 700 Td "+tt.show+" Tj ET")); got != tt.want+"\n" {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestSimpleFonts(t *testing.T) {
	for _, tt := range []struct{ font, show, want string }{
		{"/Subtype /Type1 /BaseFont /Helvetica", "(Notice 12\\(3\\))", "Notice 12(3)"},
		{"/Subtype /TrueType /BaseFont /Arial /Encoding /WinAnsiEncoding", "<93419480>", "“A”€"},
		{"/Subtype /Type1 /BaseFont /Times /Encoding <</Differences [65 /uni901A /u77E5 /zero.taboldstyle]>>", "(ABC)", "通知0"},
		{"/Subtype /TrueType /BaseFont /Wingdings", "<6C>", "●"},
		{"/Subtype /Type1 /BaseFont /Symbol", "<B761>", "•α"},
		{"/Subtype /Type1 /BaseFont /Helvetica /Encoding <</Differences [65 /g12 /g13]>>", "(AB)", unknown + unknown},
	} {
		var b builder
		font := b.add("<</Type /Font %s>>", tt.font)
		if got := texts(t, b.document("/F1 "+font, "BT /F1 12 Tf 72 700 Td "+tt.show+" Tj ET")); got != tt.want+"\n" {
			t.Errorf("%s: %q, want %q", tt.font, got, tt.want)
		}
	}
}
