package segment

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"gongwen/extract/internal/origin"
	"gongwen/extract/internal/read"
)

// documents cuts text, which is in normal form and whose pages end in form feeds.
func documents(text string) (*read.Source, []*Outline) {
	var pages []int
	if strings.Contains(text, "\f") {
		pages = append(pages, 0)
	}
	for i := range len(text) {
		if text[i] == '\f' {
			pages = append(pages, i+1)
		}
	}
	src := &read.Source{Plain: origin.NewSource(text, pages)}
	return src, Documents(src.Plain.Text(), src)
}

// tilesAll fails the test unless the documents tile the text, and the lines of
// each document its own.
func tilesAll(t *testing.T, src *read.Source, list []*Outline) {
	t.Helper()
	text := src.Plain.String()
	at := 0
	for i, o := range list {
		tiles(t, o)
		if o.Lo != at || o.Hi < o.Lo {
			t.Fatalf("document %d begins at %d, the one before ends at %d", i, o.Lo, at)
		}
		if lo, hi := o.Text.Range(0, o.Text.Len()); o.Text.Len() > 0 && (lo < o.Lo || hi > o.Hi) {
			t.Fatalf("document %d is %d:%d, its text %d:%d", i, o.Lo, o.Hi, lo, hi)
		}
		at = o.Hi
	}
	if at != len(text) {
		t.Fatalf("the documents end at %d, the text at %d", at, len(text))
	}
}

// TestDocuments cuts the files of testdata/bundle, which say where.
func TestDocuments(t *testing.T) {
	for _, name := range []string{"hits", "refusals"} {
		a, err := txtar.ParseFile("testdata/bundle/" + name + ".txtar")
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range a.Files {
			t.Run(name+"/"+f.Name, func(t *testing.T) {
				want := strings.Split(strings.ReplaceAll(string(f.Data), "␌", "\f"), "▼")
				if hit := len(want) > 1; hit != (name == "hits") {
					t.Fatalf("%d documents among the %s", len(want), name)
				}
				src, list := documents(strings.Join(want, ""))
				tilesAll(t, src, list)
				var got []string
				for _, o := range list {
					got = append(got, src.Plain.String()[o.Lo:o.Hi])
				}
				if !slices.EqualFunc(got, want, func(a, b string) bool { return strings.Trim(a, "\n\f") == strings.Trim(b, "\n\f") }) {
					t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "▼"), strings.Join(want, "▼"))
				}
			})
		}
	}
}

// TestNoCutInTable leaves what stands in a table of the format where it is.
func TestNoCutInTable(t *testing.T) {
	const one = "云岭市教育局文件\n云教〔2024〕7号\n关于防汛的通知\n各学校：\n请落实值班制度。\n云岭市教育局\n2024年5月8日\n"
	text := one + strings.NewReplacer("7号", "9号", "防汛", "防火", "5月", "6月").Replace(one)
	src := &read.Source{Plain: origin.NewSource(text, nil)}
	for _, tt := range []struct{ lo, hi, want int }{{0, 0, 2}, {len(one), len(text), 2}, {len(one) - 9, len(text), 1}} {
		src.Tables = []read.Table{{Range: read.Range{Lo: tt.lo, Hi: tt.hi}}}
		if got := len(Documents(src.Plain.Text(), src)); got != tt.want {
			t.Errorf("table %d:%d of %d: %d documents, want %d", tt.lo, tt.hi, len(text), got, tt.want)
		}
	}
}

// TestWithin keeps what a format says of a document with that document.
func TestWithin(t *testing.T) {
	text := "甲\n乙\n"
	src := &read.Source{
		Plain:  origin.NewSource(text, nil),
		Styles: []read.Style{{Range: read.Range{Lo: 0, Hi: 3}}, {Range: read.Range{Lo: 4, Hi: 7}}},
		Links:  []read.Link{{Range: read.Range{Lo: 4, Hi: 7}}},
		Tables: []read.Table{{Range: read.Range{Lo: 0, Hi: 3}}},
	}
	a, b := within(src, 0, 4), within(src, 4, 8)
	if len(a.Styles) != 1 || len(a.Links) != 0 || len(a.Tables) != 1 || len(b.Styles) != 1 || len(b.Links) != 1 || len(b.Tables) != 0 {
		t.Errorf("%+v and %+v", a, b)
	}
}

// FuzzDocuments holds that the documents of any text tile it.
func FuzzDocuments(f *testing.F) {
	for _, name := range []string{"hits", "refusals"} {
		a, err := txtar.ParseFile("testdata/bundle/" + name + ".txtar")
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range a.Files {
			f.Add(strings.NewReplacer("␌", "\f", "▼", "").Replace(string(file.Data)))
		}
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = string(bytes.ToValidUTF8([]byte(s), []byte("�")))
		src, list := documents(s)
		tilesAll(t, src, list)
	})
}
