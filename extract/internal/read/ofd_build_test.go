package read

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"encoding/xml"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// zipOf packs parts, names and contents in turn. A name that begins with GBK:
// is written in that character set and without the flag for UTF-8.
func zipOf(parts ...string) []byte {
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

// The namespace of OFD.
const ofdSpace = `xmlns:ofd="http://www.ofdspec.org/2016"`

// ofdRoot returns an OFD.xml with one document.
func ofdRoot(docRoot string) string {
	return `<?xml version="1.0" encoding="UTF-8"?><ofd:OFD ` + ofdSpace + ` Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo><ofd:DocID>1</ofd:DocID></ofd:DocInfo><ofd:DocRoot>` +
		docRoot + `</ofd:DocRoot></ofd:DocBody></ofd:OFD>`
}

// ofdDocument returns a Document.xml with pages at locs, numbered from 1, and
// more elements behind them.
func ofdDocument(more string, locs ...string) string {
	var b strings.Builder
	b.WriteString(`<ofd:Document ` + ofdSpace + `><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>`)
	common, rest, _ := strings.Cut(more, "|")
	b.WriteString(common + `</ofd:CommonData><ofd:Pages>`)
	for i, loc := range locs {
		fmt.Fprintf(&b, `<ofd:Page ID="%d" BaseLoc="%s"/>`, i+1, loc)
	}
	b.WriteString(`</ofd:Pages>` + rest + `</ofd:Document>`)
	return b.String()
}

// ofdPage returns a page with objects.
func ofdPage(objects ...string) string {
	return `<ofd:Page ` + ofdSpace + `><ofd:Content><ofd:Layer ID="9">` + strings.Join(objects, "") + `</ofd:Layer></ofd:Content></ofd:Page>`
}

// ofdText returns a text object at x, y with characters of 5 mm, one 5 mm
// behind the other.
func ofdText(x, y float64, s string) string {
	n := utf8.RuneCountInString(s)
	return fmt.Sprintf(`<ofd:TextObject ID="5" Boundary="%g %g %d 6" Font="1" Size="5"><ofd:TextCode X="0" Y="4.5" DeltaX="g %d 5">%s</ofd:TextCode></ofd:TextObject>`, x, y, 5*n+1, n, escaped(s))
}

func escaped(s string) string {
	var b strings.Builder
	xml.EscapeText(&b, []byte(s))
	return b.String()
}

// ofdOf returns an OFD file of one document with pages.
func ofdOf(pages ...string) []byte {
	parts := []string{"OFD.xml", ofdRoot("Doc_0/Document.xml")}
	var locs []string
	for i, p := range pages {
		locs = append(locs, fmt.Sprintf("Pages/Page_%d/Content.xml", i))
		parts = append(parts, "Doc_0/"+locs[i], p)
	}
	return zipOf(append(parts, "Doc_0/Document.xml", ofdDocument("", locs...))...)
}

// A setting is how a line of a notice is set.
type setting byte

const (
	inset   setting = 'p' // a paragraph: two characters in
	flush   setting = 'f' // from the left edge
	middle  setting = 'c' // centred
	large   setting = 't' // centred, of the title's size
	toRight setting = 'r' // four characters from the right edge
	hanging setting = 'h' // below the first item of 附件：
	foot    setting = 'i' // of the imprint: one character in
)

// The official page in millimetres: 28 characters a line, 22 lines a page.
const (
	leftEdge, rightEdge = 28.0, 184.0
	firstLine, leading  = 46.0, 10.22
	letterSize          = 5.57
	linesOfPage         = 22
)

// A typesetter sets a notice on official pages.
type typesetter struct {
	pages   []string
	objects []string
	row     int
	want    []string // the lines that a reader should give back
}

// line sets the words of one line from x with the pitch of a character.
func (s *typesetter) line(words string, x, pitch, size float64) {
	if s.row == linesOfPage {
		s.page()
	}
	y := firstLine + float64(s.row)*leading
	s.row++
	var steps strings.Builder
	end := x
	for _, r := range words {
		step := pitch * widthOf(r)
		end += step
		fmt.Fprintf(&steps, "%.2f ", step)
	}
	s.objects = append(s.objects, fmt.Sprintf(`<ofd:TextObject ID="%d" Boundary="%.2f %.2f %.2f %.2f" Font="1" Size="%.2f"><ofd:TextCode X="0" Y="%.2f" DeltaX="%s">%s</ofd:TextCode></ofd:TextObject>`,
		len(s.objects)+2, x, y-size, end-x, size*1.2, size, size*0.88, strings.TrimSpace(steps.String()), escaped(words)))
}

// page ends the page with its number.
func (s *typesetter) page() {
	s.row = 0
	n := len(s.pages) + 1
	x := 161.0
	if n%2 == 0 {
		x = 33
	}
	s.objects = append(s.objects, fmt.Sprintf(`<ofd:TextObject ID="1" Boundary="%.0f 268 17 6" Font="1" Size="4.9"><ofd:TextCode X="0" Y="4.5" DeltaX="4.9 2.45 2.45 2.45 4.9">— %d —</ofd:TextCode></ofd:TextObject>`, x, n))
	s.pages = append(s.pages, ofdPage(s.objects...))
	s.objects = nil
}

// widthOf returns the width of r in characters.
func widthOf(r rune) float64 {
	if r < 0x2000 {
		return 0.5
	}
	return 1
}

func widthOfAll(s string) float64 {
	w := 0.0
	for _, r := range s {
		w += widthOf(r)
	}
	return w
}

// paragraph sets words over as many lines as they take, full ones justified.
func (s *typesetter) paragraph(words string, first, next float64) {
	for x := first; words != ""; x = next {
		room := (rightEdge - x) / letterSize
		n, w := 0, 0.0
		for n < len(words) {
			r, size := utf8.DecodeRuneInString(words[n:])
			if w+widthOf(r) > room && !strings.ContainsRune("，。、；：）》”", r) || w > room {
				break
			}
			n, w = n+size, w+widthOf(r)
		}
		pitch := letterSize
		if n < len(words) || w > room {
			for n < len(words) && n > 0 && wordByte(words[n-1]) && wordByte(words[n]) { // a figure stays whole
				n--
			}
			pitch = (rightEdge - x) / widthOfAll(words[:n])
		}
		s.line(words[:n], x, pitch, letterSize)
		words = words[n:]
	}
}

func wordByte(c byte) bool {
	return c < 0x80 && (unicode.IsDigit(rune(c)) || unicode.IsLetter(rune(c)))
}

// set sets a line of a notice.
func (s *typesetter) set(words string, how setting) {
	words = strings.TrimSpace(strings.ReplaceAll(words, "\u3000", "  "))
	centre := (leftEdge + rightEdge) / 2
	const most = 20 // characters of a title's line
	for how == large && utf8.RuneCountInString(words) > most {
		head := string([]rune(words)[:most])
		s.set(head, large)
		words = words[len(head):]
	}
	s.want = append(s.want, words)
	switch how {
	case inset:
		s.paragraph(words, leftEdge+2*letterSize, leftEdge)
	case flush:
		s.paragraph(words, leftEdge, leftEdge)
	case hanging:
		s.paragraph(words, leftEdge+5*letterSize, leftEdge+6*letterSize)
	case foot:
		s.paragraph(words, leftEdge+letterSize, leftEdge+4*letterSize)
	case middle:
		s.line(words, centre-letterSize*widthOfAll(words)/2, letterSize, letterSize)
	case large:
		s.line(words, centre-7.6*widthOfAll(words)/2, 7.6, 7.6)
	case toRight:
		s.line(words, rightEdge-letterSize*(4+widthOfAll(words)), letterSize, letterSize)
	}
}

// typeset returns the OFD file of a notice and its lines; they are set as settings
// says, a character a line; blank lines are left out.
func typeset(t *testing.T, notice, settings string) (data []byte, want []string) {
	var s typesetter
	i := 0
	for line := range strings.Lines(notice) {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		if i >= len(settings) {
			t.Fatalf("no setting for %q", line)
		}
		s.set(line, setting(settings[i]))
		i++
	}
	s.page()
	return ofdOf(s.pages...), s.want
}

var writeOFD = flag.Bool("ofd", false, "write the OFD files under testdata/notices")

// set are the notices that lie under testdata as OFD files, with the setting of
// each of their lines.
var set = []struct{ slug, settings string }{
	{"reply-museum", "ttcfpppppprrf"},
	{"joint-fire-check", "tttctfpppppppppppppppppppphpcrp"},
	{"soliciting-opinions", "tfppppppphrr"},
}

// TestOFDNotices sets notices as OFD files, which must be those that lie beside
// their texts, and reads them: the words must be those of the text.
func TestOFDNotices(t *testing.T) {
	for _, n := range set {
		base := "../../../testdata/notices/" + n.slug + "/" + n.slug
		text, err := os.ReadFile(base + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		data, want := typeset(t, string(text), n.settings)
		if *writeOFD {
			if err := os.WriteFile(base+".ofd", data, 0o666); err != nil {
				t.Fatal(err)
			}
		}
		kept, err := os.ReadFile(base + ".ofd")
		if err != nil || len(data) > 30<<10 {
			t.Fatal(len(data), err)
		}
		src, err := Read(t.Context(), n.slug, kept, Options{})
		if err != nil {
			t.Fatal(err)
		}
		lines := nonBlank(strings.Join(want, "\n"))
		got := nonBlank(withoutHeads(src))
		for i := range max(len(lines), len(got)) {
			if i >= len(got) || i >= len(lines) || lines[i] != got[i] {
				t.Errorf("%s: line %d differs:\n got %q\nwant %q", n.slug, i+1, got[min(i, len(got)-1)], lines[min(i, len(lines)-1)])
				break
			}
		}
	}
}

// withoutHeads returns the text of src without its running heads.
func withoutHeads(src *Source) string {
	s := src.Plain.String()
	for i := len(src.Styles) - 1; i >= 0; i-- {
		if st := src.Styles[i]; st.Kind == RunningHead {
			s = s[:st.Lo] + s[st.Hi:]
		}
	}
	return s
}

// nonBlank returns the lines of s without blanks, empty ones left out.
func nonBlank(s string) []string {
	var list []string
	for line := range strings.Lines(s) {
		line = strings.Map(func(r rune) rune {
			if unicode.IsSpace(r) {
				return -1
			}
			return r
		}, line)
		if line != "" {
			list = append(list, line)
		}
	}
	return list
}
