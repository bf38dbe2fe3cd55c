package read

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"strings"
	"testing"
	"unicode/utf16"
)

// tarOf packs members, names and contents in turn; a name that ends in a slash
// is a folder.
func tarOf(members ...string) []byte {
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for i := 0; i+1 < len(members); i += 2 {
		h := &tar.Header{Name: members[i], Size: int64(len(members[i+1])), Mode: 0o600, Typeflag: tar.TypeReg}
		if strings.HasSuffix(h.Name, "/") {
			h.Typeflag, h.Size = tar.TypeDir, 0
		}
		if w.WriteHeader(h) == nil {
			w.Write([]byte(members[i+1]))
		}
	}
	w.Close()
	return b.Bytes()
}

// gzipOf packs data; name is that of the header.
func gzipOf(name string, data []byte) []byte {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	for _, c := range []byte(name) { // the library writes Latin-1 alone
		w.Name += string(rune(c))
	}
	w.Write(data)
	w.Close()
	return b.Bytes()
}

// sevenZipOf packs one file, copied as it is.
func sevenZipOf(name, content string) []byte {
	var h bytes.Buffer
	size := []byte{0x80 | byte(len(content)>>8), byte(len(content))} // 7z's own form of numbers below 16384
	h.Write([]byte{0x01, 0x04, 0x06, 0x00, 0x01, 0x09})
	h.Write(size)
	h.Write([]byte{0x00, 0x07, 0x0B, 0x01, 0x00, 0x01, 0x01, 0x00, 0x0C})
	h.Write(size)
	h.Write([]byte{0x00, 0x08, 0x00, 0x00, 0x05, 0x01, 0x11})
	units := append(utf16.Encode([]rune(name)), 0)
	h.WriteByte(byte(1 + 2*len(units)))
	h.WriteByte(0)
	binary.Write(&h, binary.LittleEndian, units)
	h.Write([]byte{0x00, 0x00})
	start := binary.LittleEndian.AppendUint64(nil, uint64(len(content)))
	start = binary.LittleEndian.AppendUint64(start, uint64(h.Len()))
	start = binary.LittleEndian.AppendUint32(start, crc32.ChecksumIEEE(h.Bytes()))
	b := []byte("7z\xBC\xAF\x27\x1C\x00\x04")
	b = binary.LittleEndian.AppendUint32(b, crc32.ChecksumIEEE(start))
	b = append(append(b, start...), content...)
	return append(b, h.Bytes()...)
}

// locked returns the zip file data as if its members were encrypted.
func locked(data []byte) []byte {
	for _, head := range [...]struct {
		mark string
		at   int
	}{{"PK\x03\x04", 6}, {"PK\x01\x02", 8}} {
		for i := 0; ; {
			j := bytes.Index(data[i:], []byte(head.mark))
			if j < 0 {
				break
			}
			i += j + head.at
			data[i] |= 1
		}
	}
	return data
}

// itemsOf returns what Members yields for data, an item a line: a name, with
// the kind of its error behind it.
func itemsOf(data []byte, opt Options) string {
	var b strings.Builder
	Members(context.Background(), "a", data, opt, func(name string, data []byte, err error) bool {
		b.WriteString(name)
		var e *Error
		if errors.As(err, &e) {
			fmt.Fprintf(&b, " %s", e.Kind)
		}
		if data != nil {
			fmt.Fprintf(&b, " %d", len(data))
		}
		b.WriteByte('\n')
		return true
	})
	return b.String()
}

func TestMembers(t *testing.T) {
	text := "关于调阅档案的函\n"
	n := fmt.Sprint(" ", len(text), "\n")
	inner := string(zipOf("b.txt", text))
	deep := inner
	for i := range 4 {
		deep = string(zipOf(fmt.Sprintf("%d.zip", i), deep))
	}
	ofdWith := zipOf("OFD.xml", ofdRoot("D/Document.xml"), "D/Document.xml", ofdDocument("|<ofd:Attachments>At.xml</ofd:Attachments>", "1.xml"), "D/1.xml", ofdLines,
		"D/At.xml", `<Attachments><Attachment ID="1" Name="样式"><FileLoc>At/f.ofd</FileLoc></Attachment><Attachment ID="2" Name="invoice"><FileLoc>At/i.xml</FileLoc></Attachment></Attachments>`,
		"D/At/f.ofd", string(ofdOf(ofdLines)), "D/At/i.xml", "<a>1</a>")
	for _, c := range []struct {
		name, want string
		data       []byte
	}{
		{"no archive", "a" + n, []byte(text)},
		{"zip", "a!/b.txt" + n + "a!/c/d.txt" + n, zipOf("b.txt", text, "c/", "", "c/d.txt", text)},
		{"names in GBK", "a!/通知/函.txt" + n + "a!/联通.txt" + n, zipOf("GBK:通知/函.txt", text, "GBK:联通.txt", text)},
		{"names with backslashes", "a!/通知/函.txt" + n, zipOf(`通知\函.txt`, text)},
		{"names that lead out", "a!/etc/b.txt" + n, zipOf("../../etc/b.txt", text)},
		{"what is no document", "a!/b.txt" + n, zipOf("__MACOSX/b.txt", text, ".git/b", text, ".b.txt", text, "c/Thumbs.db", text, "~$b.docx", text, "b.txt", text)},
		{"archive within", "a!/c.zip!/b.txt" + n, zipOf("c.zip", inner)},
		{"archives too deep", "a!/3.zip!/2.zip!/1.zip too-large\n", zipOf("3.zip", string(zipOf("2.zip", string(zipOf("1.zip", deep)))))},
		{"a package is a document", fmt.Sprintf("a!/x.docx %d\n", len(zipOf("[Content_Types].xml", "x", "word/document.xml", "y"))), zipOf("x.docx", string(zipOf("[Content_Types].xml", "x", "word/document.xml", "y")))},
		{"OFD with files within", fmt.Sprintf("a %d\na!/样式.ofd %d\n", len(ofdWith), len(ofdOf(ofdLines))), ofdWith},
		{"encrypted", "a!/b.txt encrypted\n", locked(zipOf("b.txt", text))},
		{"directory lost", "a!/b.txt" + n + "a damaged\n", zipOf("b.txt", text)[:70+len("b.txt")]},
		{"tar", "a!/b.txt" + n + "a!/c/d.txt" + n, tarOf("b.txt", text, "c/", "", "c/d.txt", text)},
		{"tar.gz", "a!/b.txt" + n, gzipOf("", tarOf("b.txt", text))},
		{"gzip", "a!/函.txt" + n, gzipOf("函.txt", []byte(text))},
		{"gzip without a name", "a!/a" + n, gzipOf("", []byte(text))},
		{"gzip cut short", "a!/a damaged 25\n", gzipOf("", []byte(text))[:40]},
		{"tar cut short", "a!/b.txt damaged 10\n", tarOf("b.txt", text)[:522]},
		{"7z", "a!/通知.txt" + n, sevenZipOf("通知.txt", text)},
		{"7z cut short", "a damaged\n", sevenZipOf("通知.txt", text)[:60]},
		{"text that begins like bzip2", "a 12\n", []byte("BZh notices\n")},
	} {
		if got := itemsOf(c.data, Options{}); got != c.want {
			t.Errorf("%s:\n got %q\nwant %q", c.name, got, c.want)
		}
	}
}

// TestMembersBombs refuses archives that unpack beyond the limits, and stops.
func TestMembersBombs(t *testing.T) {
	blank := strings.Repeat(" ", 4<<20)
	opt := Options{Limits: Limits{Unpacked: 5 << 20}}
	for name, data := range map[string][]byte{
		"zip":          zipOf("1.txt", blank, "2.txt", blank, "3.txt", blank),
		"tar.gz":       gzipOf("", tarOf("1.txt", blank, "2.txt", blank)),
		"zip in zip":   zipOf("1.zip", string(zipOf("1.txt", blank)), "2.zip", string(zipOf("2.txt", blank)), "3.txt", "x"),
		"gzip in gzip": gzipOf("", gzipOf("", []byte(blank+blank))),
	} {
		got := itemsOf(data, opt)
		if strings.Count(got, "too-large") != 1 || strings.Contains(got, "3.txt") {
			t.Errorf("%s: %q", name, got)
		}
	}
	if got := itemsOf(zipOf("1.txt", strings.Repeat(blank, 8)), Options{Limits: Limits{Ratio: 2}}); !strings.Contains(got, "too-large") {
		t.Errorf("ratio: %q", got)
	}
}

// TestMembersStop stops when nobody wants more or the context is done.
func TestMembersStop(t *testing.T) {
	data := zipOf("1.txt", "a", "2.txt", "b", "3.txt", "c")
	seen := 0
	Members(t.Context(), "a", data, Options{}, func(string, []byte, error) bool { seen++; return seen < 2 })
	if seen != 2 {
		t.Errorf("%d members", seen)
	}
	ctx, cancel := context.WithCancel(t.Context())
	var last error
	seen = 0
	Members(ctx, "a", data, Options{}, func(_ string, _ []byte, err error) bool { cancel(); seen++; last = err; return true })
	if seen != 2 || !errors.Is(last, context.Canceled) {
		t.Errorf("%d members, %v", seen, last)
	}
}

func FuzzMembers(f *testing.F) {
	f.Add(zipOf("b.txt", "x", "c.zip", string(zipOf("d.txt", "y"))))
	f.Add(zipOf("b.txt", "xxxxxxxxxxxxxxxxx")[:60])
	f.Add(gzipOf("n", tarOf("b.txt", "x")))
	f.Add(sevenZipOf("b.txt", "x"))
	f.Fuzz(func(t *testing.T, data []byte) {
		n := 0
		Members(context.Background(), "a", data, Options{Limits: Limits{Unpacked: 1 << 20}}, func(name string, data []byte, err error) bool {
			if n++; data == nil && err == nil || !strings.HasPrefix(name, "a") {
				t.Fatalf("%q: %d bytes, %v", name, len(data), err)
			}
			return n < 100
		})
	})
}
