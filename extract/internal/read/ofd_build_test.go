package read

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"gongwen/extract/internal/read/readtest"
)

// What package readtest writes.
var (
	zipOf       = readtest.Zip
	escaped     = readtest.Escaped
	ofdRoot     = readtest.OFDRoot
	ofdDocument = readtest.OFDDocument
	ofdPage     = readtest.OFDPage
	ofdOf       = readtest.OFDOf
)

// ofdText returns a text object at x, y with characters of 5 mm, one 5 mm
// behind the other.
func ofdText(x, y float64, s string) string {
	n := utf8.RuneCountInString(s)
	return fmt.Sprintf(`<ofd:TextObject ID="5" Boundary="%g %g %d 6" Font="1" Size="5"><ofd:TextCode X="0" Y="4.5" DeltaX="g %d 5">%s</ofd:TextCode></ofd:TextObject>`, x, y, 5*n+1, n, escaped(s))
}

// typeset returns the OFD file of a notice and its lines; they are set as settings
// says, a character a line; blank lines are left out.
func typeset(t *testing.T, notice, settings string) (data []byte, want []string) {
	var s readtest.Typesetter
	i := 0
	for line := range strings.Lines(notice) {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		if i >= len(settings) {
			t.Fatalf("no setting for %q", line)
		}
		s.Set(line, readtest.Setting(settings[i]))
		i++
	}
	return readtest.OFD(s.Pages()), s.Lines
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
