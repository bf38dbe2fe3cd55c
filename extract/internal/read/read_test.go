package read

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"
)

// check holds what every Source promises.
func check(t testing.TB, src *Source) {
	t.Helper()
	text := src.Plain.String()
	if !utf8.ValidString(text) || strings.ContainsAny(text, "\r\x00") {
		t.Fatalf("text %q", text)
	}
	in := func(what string, r Range, from int) {
		t.Helper()
		if r.Lo < from || r.Hi < r.Lo || r.Hi > len(text) {
			t.Fatalf("%s %v of %d bytes begins before %d", what, r, len(text), from)
		}
		for _, at := range []int{r.Lo, r.Hi} {
			if at < len(text) && !utf8.RuneStart(text[at]) {
				t.Fatalf("%s %v cuts a character", what, r)
			}
		}
	}
	at, rewrites := 0, src.Rewrites
	for _, m := range src.Markup {
		for len(rewrites) > 0 && rewrites[0].Lo < m.Lo {
			in("rewrite", rewrites[0].Range, at)
			at, rewrites = rewrites[0].Hi, rewrites[1:]
		}
		in("mark", m, at)
		if m.Lo == m.Hi {
			t.Fatalf("mark %v is empty", m)
		}
		at = m.Hi
	}
	for _, r := range rewrites {
		in("rewrite", r.Range, at)
		at = r.Hi
	}
	at = 0
	for _, s := range src.Styles {
		in("style", s.Range, at)
		at = s.Lo
	}
	at = 0
	for _, l := range src.Links {
		in("link", l.Range, at)
		at = l.Lo
		if l.URL == "" {
			t.Fatalf("link %v without an address", l.Range)
		}
	}
	at = 0
	for _, table := range src.Tables {
		in("table", table.Range, at)
		at = table.Lo
		for _, row := range table.Rows {
			for _, c := range row {
				in("cell", c, at)
				at = c.Hi
			}
		}
		if at > table.Hi {
			t.Fatalf("table %v has a cell at %d", table.Range, at)
		}
		at = table.Hi
	}
	for _, w := range src.Warnings {
		if w.Code == "" || w.Evidence.Quote != string([]rune(text)[w.Evidence.Start:w.Evidence.End]) {
			t.Fatalf("warning %+v", w)
		}
	}
}

func TestErrors(t *testing.T) {
	png := "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
	tests := []struct {
		name, in string
		kind     ErrorKind
		message  string
	}{
		{"nothing", "", Empty, "t: no bytes, or nothing but blanks"},
		{"blanks", " \r\n\t\f\x00", Empty, "t: no bytes, or nothing but blanks"},
		{"Chinese blanks", "\u3000\n\u3000\u00a0", Empty, "t: reading text: nothing but blanks"},
		{"mark alone", "\xEF\xBB\xBF", Empty, "t: reading text: nothing but blanks"},
		{"blanks in UTF-16", "\xFF\xFE \x00\n\x00", Empty, "t: reading text: nothing but blanks"},
		{"picture", png, Damaged, "t: reading png: unexpected EOF"},
		{"photograph", "\xFF\xD8\xFF\xE0\x00\x10JFIF", Damaged, "t: reading jpeg: unexpected EOF"},
		{"animation", "GIF89a\x10\x00\x10\x00\x00\x00\x00", Unknown, "t: a GIF picture"},
		{"bitmap", "BM\x36\x00\x0c\x00\x00\x00\x00\x00\x36\x00\x00\x00\x28\x00\x00\x00" + strings.Repeat("\x00", 20), Damaged, "t: reading bmp: unexpected EOF"},
		{"program", "\x7FELF\x02\x01\x01\x00", Unknown, "t: a program"},
		{"Windows program", "MZ\x90\x00\x03", Unknown, "t: a program"},
		{"bytes", "\x01\x02\x03\x00\x05\x90\x00\x00\xF1\x7F\x00\x04" + strings.Repeat("\x00\x01\x00", 40), Unknown, "t: no text in a known character set"},
		{"archive", "PK\x03\x04\x14\x00\x00\x00readme", Unsupported, "t: reading zip: this format is not supported"},
		{"workbook", "PK\x03\x04\x14\x00\x00\x00xl/workbook.xml", Unsupported, "t: reading xlsx: this format is not supported"},
		{"old workbook", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + "W\x00o\x00r\x00k\x00b\x00o\x00o\x00k\x00", Unsupported, "t: reading xls: this format is not supported"},
		{"compressed", "\x1F\x8B\x08\x00", Unsupported, "t: reading gzip: this format is not supported"},
		{"CAJ", "CAJ\x00", Unsupported, "t: reading caj: this format is not supported"},
	}
	for _, tt := range tests {
		src, err := Read(context.Background(), "t", []byte(tt.in), Options{})
		e, ok := errors.AsType[*Error](err)
		if !ok || e.Kind != tt.kind || e.Error() != tt.message || src != nil {
			t.Errorf("%s: %v (%+v), want %s: %s", tt.name, err, e, tt.kind, tt.message)
		}
	}
}

// Text that begins like something else.
func TestNotBinary(t *testing.T) {
	for _, in := range []string{"BM", "BMP图片格式要求", "PK赛通知", "MZ型机", "GB18030", "%PD", "通知\x00\x00", "L", "II类"} {
		src := readString(t, in)
		if src.Format != "text" || src.Plain.String() != strings.Trim(in, "\x00") {
			t.Errorf("%q is read as %s %q", in, src.Format, src.Plain)
		}
	}
}

func TestLimits(t *testing.T) {
	opt := Options{Limits: Limits{Size: 6}}
	if _, err := Read(context.Background(), "t", []byte("通知"), opt); err != nil {
		t.Errorf("at the limit: %v", err)
	}
	_, err := Read(context.Background(), "t", []byte("通知。"), opt)
	if e, ok := errors.AsType[*Error](err); !ok || e.Kind != TooLarge {
		t.Errorf("beyond the limit: %v", err)
	}
	r := strings.NewReader(strings.Repeat("a", 100))
	_, err = ReadFrom(context.Background(), "t", r, opt)
	if e, ok := errors.AsType[*Error](err); !ok || e.Kind != TooLarge || r.Len() != 93 {
		t.Errorf("beyond the limit: %v, %d bytes left", err, r.Len())
	}
}

func TestReadFrom(t *testing.T) {
	src, err := ReadFrom(context.Background(), "a.txt", strings.NewReader("通知"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if src.Name != "a.txt" || src.Size != 6 || len(src.SHA256) != 64 || src.Format != "text" || src.Encoding != "utf-8" || src.Pages != 0 {
		t.Errorf("source %+v", src.Source)
	}
	broken := errors.New("disk")
	_, err = ReadFrom(context.Background(), "t", iotest.ErrReader(broken), Options{})
	if e, ok := errors.AsType[*Error](err); !ok || e.Kind != Unreadable || !errors.Is(err, broken) {
		t.Errorf("from a broken disk: %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Read(ctx, "t", []byte("通知"), Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("done: %v", err)
	}
	unread := &untouched{}
	if _, err := ReadFrom(context.Background(), "t", unread, Options{Encoding: "gb-18031"}); err == nil || unread.touched {
		t.Errorf("unknown encoding: %v, read %v", err, unread.touched)
	}
}

// untouched is a reader that says whether it was read.
type untouched struct{ touched bool }

func (u *untouched) Read([]byte) (int, error) {
	u.touched = true
	return 0, io.EOF
}

func TestLineEnds(t *testing.T) {
	for in, want := range map[string]string{
		"甲\r\n乙\r丙\n丁\r":         "甲\n乙\n丙\n丁\n",
		"甲\r\r\n乙\n\r丙":          "甲\n\n乙\n\n丙",
		"\ufeff甲\ufeff乙":         "甲\ufeff乙",
		"甲\u0085乙\u2028丙\u2029丁": "甲\u0085乙\u2028丙\u2029丁",
		"通知\x00\x00":             "通知",
		"通知\r\x00\n如下":           "通知\n\n如下",
	} {
		if got := readString(t, in).Plain.String(); got != want {
			t.Errorf("%q gives %q, want %q", in, got, want)
		}
	}
}

func TestPages(t *testing.T) {
	tests := []struct {
		in    string
		pages int
		at    string // words
		page  int    // on which they stand
	}{
		{"甲\n乙", 0, "乙", 0},
		{"甲\n\f乙\n\f丙\n\f", 3, "丙", 3},
		{"甲\f\n", 1, "甲", 1},
		{"甲\f\f乙", 3, "乙", 3},
		{"甲\f \n \f\n", 1, "甲", 1},
	}
	for _, tt := range tests {
		src := readString(t, tt.in)
		at := strings.Index(src.Plain.String(), tt.at)
		if got := src.Plain.Span(at, at).Page; src.Pages != tt.pages || got != tt.page {
			t.Errorf("%q has %d pages, %s on %d; want %d, %d", tt.in, src.Pages, tt.at, got, tt.pages, tt.page)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"# 题\n**甲**乙<!-- -->\n| a | b |\n|-|-|\n|<!--|\n-->|", "[a](b.cn)![x](y.png)&amp;lt;<br>", "甲\t乙\t丙\n1\t2\t3\n", "\xFF\xFE\x2D\x4E\x87\x65",
		"\xCD\xA8\xD6\xAA", "\xA4\xA4\xA4\xE5\xA1\x43", "甲\xff乙\f\r\n", "> - **a*b*c** _d_ `e` \\* ## f ##", "```\n```\n", "PK\x03\x04", "\x84\x31\x95\x33通",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		src, err := Read(context.Background(), "t", data, Options{})
		if err != nil {
			if _, ok := errors.AsType[*Error](err); !ok {
				t.Fatalf("error %v", err)
			}
			return
		}
		check(t, src)
		if utf8.Valid(data) && src.Encoding == "utf-8" && !bytes.ContainsAny(data, "\r\x00\ufeff") && src.Plain.String() != string(data) {
			t.Fatal("the text is not the file's")
		}
	})
}
