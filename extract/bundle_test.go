package extract_test

import (
	"bytes"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gongwen/extract"
	"gongwen/extract/gold"
	"gongwen/extract/internal/read/readtest"
	"gongwen/model"
)

// bundled returns the bundle of testdata and the samples of its documents.
func bundled(t testing.TB) (data []byte, samples []*gold.Sample) {
	t.Helper()
	samples, err := gold.LoadDir("../testdata/bundles")
	if err != nil || len(samples) != 3 {
		t.Fatal(len(samples), err)
	}
	return sourceOf(t, samples[0]), samples
}

func extractBundle(t testing.TB, name string, data []byte) []*model.Notice {
	t.Helper()
	x := extract.Extractor{KeepText: true}
	list, err := x.ExtractBundle(t.Context(), name, bytes.NewReader(data))
	if err != nil {
		t.Error(err)
	}
	return list
}

// TestBundle reads the bundle as a text and in every format it can be written in:
// all of its documents are found, and nothing in them is wrong.
func TestBundle(t *testing.T) {
	data, samples := bundled(t)
	sh := sheetOf(t, samples[0], data)
	files := map[string][]byte{"bundle.txt": data}
	for _, w := range writers {
		if data := w.write(sh); len(data) > 0 {
			files[w.name+"."+w.ext] = data
		}
	}
	for name, data := range files {
		list := extractBundle(t, name, data)
		if len(list) != len(samples) {
			t.Errorf("%s: %d documents, want %d", name, len(list), len(samples))
			continue
		}
		at := 0
		for i, n := range list {
			if p := n.Source.Part; p.Number != i+1 || p.Of != len(list) || p.Start != at || p.End < p.Start {
				t.Errorf("%s: part %+v begins at %d, want %d", name, *p, p.Start, at)
			}
			at = n.Source.Part.End
			if n.Text != list[0].Text || n.Source.SHA256 != list[0].Source.SHA256 {
				t.Errorf("%s: document %d is of another file", name, i+1)
			}
			var misses bytes.Buffer
			gold.Compare(samples[i], n).WriteMisses(&misses)
			if misses.Len() > 0 {
				t.Errorf("%s: %s", name, &misses)
			}
		}
		if want := len([]rune(list[0].Text)); at != want {
			t.Errorf("%s: the parts end at %d, the text at %d", name, at, want)
		}
	}
}

// TestBundleByOtherRoads compares what the other methods give of a bundle.
func TestBundleByOtherRoads(t *testing.T) {
	data, _ := bundled(t)
	want := extractBundle(t, "a.txt", data)
	object := func(n *model.Notice) string { return string(model.AppendNotice(nil, n)) }
	x := extract.Extractor{KeepText: true}
	if n, err := x.ExtractBytes(t.Context(), "a.txt", data); err != nil || object(n) != object(want[0]) {
		t.Errorf("ExtractBytes is not the first of ExtractBundle, or %v", err)
	}
	list, err := x.ExplainBundle(t.Context(), "a.txt", bytes.NewReader(data))
	if err != nil || len(list) != len(want) {
		t.Fatal(len(list), err)
	}
	for i, e := range list {
		if object(e.Notice) != object(want[i]) || *e.Source.Part != *want[i].Source.Part || e.Lines[0].Start < e.Source.Part.Start {
			t.Errorf("explanation %d is of another document", i)
		}
	}
	one := readtest.Zip("a/1.txt", string(data), "2.txt", filed)
	var names []string
	for n, err := range x.ExtractAll(t.Context(), "a.zip", bytes.NewReader(one)) {
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, n.Source.Name)
	}
	if want := []string{"a.zip!/a/1.txt", "a.zip!/a/1.txt", "a.zip!/a/1.txt", "a.zip!/2.txt"}; !slices.Equal(names, want) {
		t.Errorf("%q, want %q", names, want)
	}
	for range x.ExtractAll(t.Context(), "a.zip", bytes.NewReader(one)) {
		break // within a bundle; must not panic
	}
	if list, err := x.ExtractBundle(t.Context(), "a.txt", strings.NewReader("")); list != nil || err == nil {
		t.Errorf("%d documents in no bytes, %v", len(list), err)
	}
}

// TestOneDocument finds one document in every notice of testdata.
func TestOneDocument(t *testing.T) {
	samples, err := gold.LoadDir(notices)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range samples {
		list := extractBundle(t, s.DocumentPath(), sourceOf(t, s))
		if len(list) != 1 || list[0].Source.Part != nil {
			t.Errorf("%s: %d documents", filepath.Base(s.DocumentPath()), len(list))
		}
	}
}
