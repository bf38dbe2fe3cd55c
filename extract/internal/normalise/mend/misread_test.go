package mend

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// asRead returns b as a reader of the set c shows it.
func asRead(b []byte, c encoding.Encoding) string {
	s, _ := c.NewDecoder().Bytes(b)
	return string(s)
}

// asWritten returns s in the set c; ok is false where c lacks a character.
func asWritten(s string, c encoding.Encoding) ([]byte, bool) {
	b, err := c.NewEncoder().Bytes([]byte(s))
	return b, err == nil
}

// misreadings are the ways in which words are read in the wrong set.
var misreadings = []struct {
	name string
	from encoding.Encoding // nil is UTF-8
	to   encoding.Encoding
	hole string // instead of U+FFFD
	need int    // per cent that must be exact in the sentences of testdata
}{
	{"UTF-8 as Latin-1", nil, charmap.ISO8859_1, "\uFFFD", 100},
	{"UTF-8 as Windows-1252", nil, charmap.Windows1252, "\uFFFD", 80},
	{"GBK as Latin-1", simplifiedchinese.GBK, charmap.ISO8859_1, "\uFFFD", 98},
	{"Big5 as Latin-1", traditionalchinese.Big5, charmap.ISO8859_1, "\uFFFD", 98},
	{"UTF-8 as GBK", nil, simplifiedchinese.GBK, "\uFFFD", 5},
	{"UTF-8 as GBK, ?", nil, simplifiedchinese.GBK, "?", 5},
	{"Big5 as GBK, private use kept", traditionalchinese.Big5, nil, "private", 98},
	{"Big5 as GBK", traditionalchinese.Big5, simplifiedchinese.GBK, "?", 0},
	{"GBK as Big5", simplifiedchinese.GBK, traditionalchinese.Big5, "?", 0},
}

func testMisread(t *testing.T, list []string, strict bool) {
	for _, w := range misreadings {
		n, exact, touched, warned := 0, 0, 0, 0
		for _, s := range list {
			b, ok := []byte(s), true
			if w.from != nil {
				if b, ok = asWritten(s, w.from); !ok {
					continue
				}
			}
			var damaged string
			if w.hole == "private" {
				damaged = decode(b, "private?")
			} else {
				damaged = strings.ReplaceAll(asRead(b, w.to), "\uFFFD", w.hole)
			}
			if damaged == s {
				continue
			}
			n++
			all := Text(damaged)
			got := Apply(damaged, all)
			switch {
			case got == s:
				exact++
			case got != damaged:
				touched++
			case len(all) > 0:
				warned++
			}
			if got != s && os.Getenv("GONGWEN_MISSES") != "" {
				t.Logf("%s\n  %s\n  %s\n  %s", w.name, s, damaged, got)
			}
		}
		rate := func(k int) float64 { return 100 * float64(k) / float64(max(1, n)) }
		t.Logf("%-30s %d: exact %.1f %%, touched %.1f %%, warned %.1f %%", w.name, n, rate(exact), rate(touched), rate(warned))
		if strict && n > 0 && rate(exact) < float64(w.need) {
			t.Errorf("%s: %.1f %% exact, want %d", w.name, rate(exact), w.need)
		}
	}
}

func TestMisread(t *testing.T) {
	testMisread(t, lines(t, "sentences.txt"), true)
}

func TestMisreadFolder(t *testing.T) {
	for _, dir := range filepath.SplitList(os.Getenv("GONGWEN_SENTENCES")) {
		t.Log(dir)
		testMisread(t, sentences(t, dir, count), false)
	}
}

func TestMisreadSound(t *testing.T) {
	for _, s := range []string{
		"Société Générale à Paris, où l'été est déjà là; Ärzte, Übung, größer",
		"Ààââêëèéîïôöûüç", "éèéèéèéèéè", "€100 – “quoted”…", "café、naïve 等外来词",
		"云岭市人民政府办公室关于举办文化节的通知。", "",
	} {
		if got := Text(s); len(got) != 0 {
			t.Errorf("%q: %v", s, got)
		}
	}
	if !utf8.ValidString(Apply("ä¸\u00adå›½", Text("ä¸\u00adå›½"))) {
		t.Error("invalid")
	}
}
