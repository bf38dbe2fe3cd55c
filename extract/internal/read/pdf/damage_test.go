package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"

	"gongwen/extract/internal/read/layout"
)

// noticeFile returns a file with the invented notice.
func noticeFile() []byte {
	var b builder
	return b.document(b.utf16Font(), official(notice, 1))
}

// TestDamaged reads files whose frame is damaged; the text is all there.
func TestDamaged(t *testing.T) {
	whole := noticeFile()
	table := bytes.Index(whole, []byte("xref\n"))
	packed := recoded(t, whole, true)
	for name, data := range map[string][]byte{
		"offsets":          bytes.Replace(whole, []byte("startxref\n"), []byte("startxref\n1"), 1),
		"no table":         whole[:table],
		"table of zeros":   append(append(append([]byte(nil), whole[:table]...), bytes.Repeat([]byte{0}, 40)...), whole[table+40:]...),
		"before the head":  append([]byte("\r\n\x00junk "), whole...),
		"behind the end":   append(append([]byte(nil), whole...), bytes.Repeat([]byte("\x00\n"), 3000)...),
		"version":          bytes.Replace(whole, []byte("%PDF-1.7"), []byte("%PDF-2.0"), 1),
		"wrong lengths":    bytes.ReplaceAll(whole, []byte("/Length "), []byte("/Length 9")),
		"object streams":   packed,
		"packed, no table": packed[:bytes.LastIndex(packed, []byte("startxref"))],
	} {
		d, err := Read(t.Context(), data, Options{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
		} else if got, want := textOf(d), plain(notice)+"[— 1 —]\n"; got != want {
			t.Errorf("%s:\n%s", name, got)
		}
	}
	for name, data := range map[string][]byte{
		"nothing":       nil,
		"head alone":    []byte("%PDF-1.4\n"),
		"no pages":      []byte("%PDF-1.4\n1 0 obj\n<</Type /Catalog>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF"),
		"half":          whole[:60],
		"text":          []byte("关于开展检查的通知"),
		"large numbers": []byte("%PDF-1.4\nxref\n0 4294967295\n0000000000 65535 f \ntrailer\n<</Size 4294967295>>\nstartxref\n9\n%%EOF"),
	} {
		if d, err := Read(t.Context(), data, Options{}); err == nil && d.signs() > 0 {
			t.Errorf("%s: %v", name, d)
		}
	}
}

// recoded returns the file as pdfcpu writes it.
func recoded(t *testing.T, data []byte, packed bool) []byte {
	t.Helper()
	c := configuration("")
	c.WriteObjectStream, c.WriteXRefStream = packed, packed
	var out bytes.Buffer
	if err := api.Optimize(bytes.NewReader(data), &out, c); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestEncrypted(t *testing.T) {
	for _, tt := range []struct {
		aes  bool
		bits int
	}{{false, 40}, {false, 128}, {true, 128}, {true, 256}} {
		for _, user := range []string{"", "yunling"} {
			c := configuration("")
			c.UserPW, c.OwnerPW = user, "owner"
			c.EncryptUsingAES, c.EncryptKeyLength = tt.aes, tt.bits
			c.Permissions = model.PermissionsNone
			var out bytes.Buffer
			if err := api.Encrypt(bytes.NewReader(noticeFile()), &out, c); err != nil {
				t.Fatal(err)
			}
			name := fmt.Sprintf("aes %v, %d bits, password %q", tt.aes, tt.bits, user)
			d, err := Read(t.Context(), out.Bytes(), Options{Password: user})
			if err != nil {
				t.Errorf("%s: %v", name, err)
			} else if got := textOf(d); got != plain(notice)+"[— 1 —]\n" {
				t.Errorf("%s:\n%s", name, got)
			}
			if user == "" {
				continue
			}
			for _, wrong := range []string{"", "wrong"} {
				if _, err := Read(t.Context(), out.Bytes(), Options{Password: wrong}); !errors.Is(err, ErrEncrypted) {
					t.Errorf("%s: with %q: %v", name, wrong, err)
				}
			}
		}
	}
}

// TestEndless reads files that refer to themselves.
func TestEndless(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	var b builder
	font := b.utf16Font()
	form := b.add("")
	b.set(form, "<</Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources <</XObject <</X %s>>>> /Length 12>>\nstream\n/X Do /X Do \nendstream", form)
	nested := b.documentWith("/Font <<"+font+">> /XObject <</X "+form+">>", "", "/X Do\n"+at(100, 700, 16, "通知"))
	var c builder
	pages := c.add("")
	c.set(pages, "<</Type /Pages /Count 1 /Kids [%s %s]>>", pages, pages)
	cycle := c.bytes(c.add("<</Type /Catalog /Pages %s>>", pages))
	table := noticeFile()
	prev := bytes.Replace(table, []byte("/ID ["), []byte(fmt.Sprintf("/Prev %d /ID [", bytes.Index(table, []byte("xref\n")))), 1)
	for name, data := range map[string][]byte{"form": nested, "pages": cycle, "table": prev} {
		start := time.Now()
		d, err := Read(ctx, data, Options{})
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("%s took %v", name, took)
		}
		if name == "table" && (err != nil || d.signs() == 0) {
			t.Errorf("%s: %v, %v", name, d, err)
		}
	}
}

// TestOwnLength reads a stream whose length is an object in the stream itself.
func TestOwnLength(t *testing.T) {
	data := []byte("%PDF-1.7\n1 0 obj\n<</Type /ObjStm /N 2 /First 8 /Length 2 0 R>>\nstream\n2 0 3 3 30 <</Type /Catalog /Pages 2 0 R>>\nendstream\nendobj\n")
	table := map[int]entry{1: {false, 9, 0}, 2: {true, 1, 0}, 3: {true, 1, 1}}
	f, err := open(t.Context(), withTable(data, table, "3 0 R"), "")
	if err != nil {
		t.Fatal(err)
	}
	if o := f.trail.key("Root"); !o.isNull() || f.faults == 0 {
		t.Errorf("root %v, %d faults", o.v, f.faults)
	}
	if _, err := Read(t.Context(), withTable(data, table, "3 0 R"), Options{}); err == nil {
		t.Error("no error")
	}
}

func TestLimits(t *testing.T) {
	var b builder
	data := b.document(b.utf16Font(), at(100, 700, 16, "一"), at(100, 700, 16, "二"), at(100, 700, 16, "三"))
	d, err := Read(t.Context(), data, Options{Pages: 2})
	if err != nil || !d.Cut || len(d.Pages) != 2 || textOf(d) != "一\n二\n" {
		t.Errorf("%v, cut %v, %v", d, d.Cut, err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Read(ctx, data, Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

// TestUnread looks at pages that do not tell their text.
func TestUnread(t *testing.T) {
	var b builder
	data := b.unread()
	d, err := Read(t.Context(), data, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if p := d.Pages[0]; p.Picture < 0.99 || p.Known > 0 {
		t.Errorf("scan: %+v", p)
	}
	if p := d.Pages[1]; p.Unknown != 3 || p.Known > 0 {
		t.Errorf("without characters: %+v", p)
	}
	if p := d.Pages[2]; p.Curves != 300 {
		t.Errorf("outlines: %+v", p)
	}
}

func TestFilters(t *testing.T) {
	for _, tt := range []struct{ filter, data, want string }{
		{"ASCIIHexDecode", "41 42 4>", "AB@"}, {"AHx", "", ""},
		{"ASCII85Decode", "<~87cURD]i,\"Ebo80~>", "Hello World!"}, {"A85", "87cUR", "Hell"},
		{"RunLengthDecode", "\x02abc\xfed\x80xx", "abcddd"}, {"RL", "\x05ab", "ab"},
		{"LZWDecode", "\x80\x0B\x60\x50\x22\x0C\x0C\x85\x01", "-----A---B"},
		{"FlateDecode", "not zlib at all", ""}, {"Crypt", "as it is", "as it is"},
	} {
		got, err := applied(tt.filter, []byte(tt.data), 1000)
		if err != nil || string(got) != tt.want {
			t.Errorf("%s: %q, %v, want %q", tt.filter, got, err, tt.want)
		}
	}
	if _, err := applied("JPXDecode", nil, 10); err == nil {
		t.Error("an image was unpacked")
	}
}

func FuzzRead(f *testing.F) {
	f.Add(noticeFile())
	for _, name := range []string{"two-pages", "table", "locked", "unread"} {
		data, err := os.ReadFile("../testdata/pdf/" + name + ".pdf")
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add([]byte("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 1 0 R/Kids[1 0 R]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 1<<16 {
			return
		}
		ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
		defer cancel()
		d, err := Read(ctx, data, Options{})
		if errors.Is(err, context.DeadlineExceeded) {
			t.Fatal("it does not end")
		}
		if d != nil {
			hold(t, d)
		}
	})
}

// FuzzContent runs any content stream with sound fonts and an unsound CMap.
func FuzzContent(f *testing.F) {
	f.Add([]byte(official(notice, 1)), []byte("1 begincodespacerange <00> <FFFF> endcodespacerange 1 beginbfrange <00> <FF> <4E00> endbfrange"))
	f.Add([]byte(box([4]float64{100, 700, 400, 700}, [4]float64{100, 610, 400, 610}, [4]float64{100, 700, 100, 610}, [4]float64{200, 700, 200, 610})), []byte("1 begincidrange <00> <FF> 3 endcidrange"))
	f.Fuzz(func(t *testing.T, content, cmap []byte) {
		if len(content) > 1<<15 || bytes.Contains(content, []byte("obj")) || bytes.Contains(content, []byte("endstream")) {
			return
		}
		var b builder
		m := b.stream("", string(cmap))
		own := b.add("<</Type /Font /Subtype /Type0 /Encoding %s /ToUnicode %s /DescendantFonts [<</Subtype /CIDFontType2>>]>>", m, m)
		data := b.document(b.utf16Font()+" /F2 "+own, string(content))
		d, err := Read(t.Context(), data, Options{})
		if err == nil {
			hold(t, d)
		}
	})
}

// hold checks that the runs of a document's blocks lie in their texts.
func hold(t *testing.T, d *Document) {
	t.Helper()
	check := func(text string, runs []layout.Run) {
		if strings.ContainsAny(text, "\n\r\x00") || !strings.HasPrefix(strings.ToValidUTF8(text, "?"), text) {
			t.Fatalf("text %q", text)
		}
		last := 0
		for _, r := range runs {
			if r.Lo < last || r.Hi < r.Lo || r.Hi > len(text) {
				t.Fatalf("run %+v in %q", r, text)
			}
			last = r.Hi
		}
	}
	for _, p := range d.Pages {
		for _, b := range p.Blocks {
			check(b.Text, b.Runs)
			for _, row := range b.Rows {
				for _, c := range row {
					check(c.Text, c.Runs)
				}
			}
		}
	}
}

func BenchmarkRead(b *testing.B) {
	var w builder
	pages := make([]string, 20)
	for i := range pages {
		pages[i] = official(notice, i+1)
	}
	data := w.document(w.utf16Font(), pages...)
	if name := os.Getenv("PDF"); name != "" {
		data, _ = os.ReadFile(name)
	}
	b.SetBytes(int64(len(data)))
	n := 0
	for b.Loop() {
		d, err := Read(b.Context(), data, Options{})
		if err != nil {
			b.Fatal(err)
		}
		n = len(d.Pages)
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/1000/float64(b.N*n), "ms/page")
}
