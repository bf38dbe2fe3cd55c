package extract_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"gongwen/extract"
	"gongwen/extract/gold"
	"gongwen/extract/internal/read/readtest"
	"gongwen/model"
)

// writers are the formats that notices are written in by the test; a writer
// returns nothing for a notice that its format cannot hold.
var writers = []struct {
	name, ext string
	write     func(*sheet) []byte
}{
	{"utf-8", "txt", (*sheet).utf8},
	{"gb18030", "txt", (*sheet).gb18030},
	{"big5", "txt", (*sheet).big5},
	{"utf-16le", "txt", (*sheet).utf16le},
	{"utf-16be", "txt", (*sheet).utf16be},
	{"markdown", "md", (*sheet).markdown},
	{"html", "html", (*sheet).html},
	{"html-site", "html", (*sheet).site},
	{"mht", "mht", (*sheet).mht},
	{"eml", "eml", (*sheet).eml},
	{"rtf", "rtf", (*sheet).rtf},
	{"doc", "doc", (*sheet).doc},
	{"docx", "docx", (*sheet).docx},
	{"docx-numbered", "docx", (*sheet).docxNumbered},
	{"ofd", "ofd", (*sheet).ofd},
	{"pdf", "pdf", (*sheet).pdf},
}

// A result is what a format gives.
type result struct {
	written, equal int
	total          gold.Report
	below          []string
	differ         map[string]int // notices, by the member of the JSON that differs
}

// TestWritten writes every notice in every format and holds it against the
// gold of its text. What each format gives is kept in WRITTEN: how many notices
// give the same JSON as the text but for source, script and evidence, and which
// score lower than the text.
func TestWritten(t *testing.T) {
	sheets, samples := allSheets(t)
	var b bytes.Buffer
	fmt.Fprintf(&b, "%-14s %7s %6s %9s\n", "format", "notices", "equal", "micro-F1")
	var below []string
	texts := make([]*model.Notice, len(sheets))
	var text result
	for i, s := range samples {
		texts[i] = extracted(t, s.DocumentPath(), sourceOf(t, s))
		text.take(s, texts[i], texts[i])
	}
	row := func(name string, r *result) {
		fmt.Fprintf(&b, "%-14s %7d %6d %9.3f\n", name, r.written, r.equal, r.total.Micro().F1())
		for _, line := range r.below {
			below = append(below, fmt.Sprintf("%-14s %s\n", name, line))
		}
		if testing.Verbose() {
			t.Log(name, r.differ)
		}
	}
	row("text", &text)
	for _, w := range writers {
		var r result
		for i, sh := range sheets {
			if data := w.write(sh); len(data) > 0 {
				keepWritten(t, w.name, sh.slug+"."+w.ext, data)
				r.take(samples[i], texts[i], extracted(t, sh.slug+"."+w.ext, data))
			}
		}
		row(w.name, &r)
	}
	r := packed(t, sheets, samples, texts)
	row("zip", r)
	b.WriteString("\n" + strings.Join(below, ""))
	if *update {
		if err := os.WriteFile(filepath.Join(notices, "WRITTEN"), b.Bytes(), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	kept(t, "WRITTEN", func(out *bytes.Buffer) error { _, err := out.Write(b.Bytes()); return err })
}

// keepWritten writes the file into the folder that GONGWEN_WRITTEN names, for
// other programs to read.
func keepWritten(t *testing.T, format, name string, data []byte) {
	dir := os.Getenv("GONGWEN_WRITTEN")
	if dir == "" {
		return
	}
	dir = filepath.Join(dir, format)
	if err := os.MkdirAll(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, name), data, 0o666); err != nil {
		t.Fatal(err)
	}
}

// allSheets returns the notices under testdata.
func allSheets(t testing.TB) ([]*sheet, []*gold.Sample) {
	t.Helper()
	samples, err := gold.LoadDir(notices)
	if err != nil {
		t.Fatal(err)
	}
	var sheets []*sheet
	for _, s := range samples {
		sh := sheetOf(t, s, sourceOf(t, s))
		sh.slug = filepath.Base(filepath.Dir(s.DocumentPath()))
		sh.set(s)
		sheets = append(sheets, sh)
	}
	return sheets, samples
}

func sourceOf(t testing.TB, s *gold.Sample) []byte {
	t.Helper()
	data, err := os.ReadFile(s.DocumentPath())
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func extracted(t testing.TB, name string, data []byte) *model.Notice {
	t.Helper()
	var x extract.Extractor
	n, err := x.ExtractBytes(t.Context(), name, data)
	if err != nil {
		t.Error(err)
	}
	return n
}

// packed reads the notices as documents in one archive, whose names are in GBK.
func packed(t *testing.T, sheets []*sheet, samples []*gold.Sample, texts []*model.Notice) *result {
	t.Helper()
	var parts []string
	for _, sh := range sheets {
		parts = append(parts, "GBK:通知/"+sh.slug+".docx", string(sh.docx()))
	}
	r, i := &result{}, 0
	var x extract.Extractor
	for n, err := range x.ExtractAll(t.Context(), "年度.zip", bytes.NewReader(readtest.Zip(parts...))) {
		if want := "年度.zip!/通知/" + sheets[i].slug + ".docx"; err != nil || n.Source.Name != want {
			t.Fatal(want, err)
		}
		r.take(samples[i], texts[i], n)
		i++
	}
	return r
}

// take counts what a format gave for a notice whose text gave want.
func (r *result) take(s *gold.Sample, want, got *model.Notice) {
	slug := filepath.Base(filepath.Dir(s.DocumentPath()))
	r.written++
	report := gold.Compare(s, got)
	r.total.Add(report)
	was := gold.Compare(s, want)
	if score, text := report.Micro().F1(), was.Micro().F1(); score < text-1e-9 {
		r.below = append(r.below, fmt.Sprintf("%-26s %.3f (text %.3f) %s", slug, score, text, strings.Join(lost(was, report), ", ")))
	}
	members := differing(want, got)
	if len(members) == 0 {
		r.equal++
	}
	if r.differ == nil {
		r.differ = map[string]int{}
	}
	for _, m := range members {
		r.differ[m]++
	}
}

// lost returns the fields in which is has misses that was has not, with their
// number.
func lost(was, is *gold.Report) []string {
	known := was.SortedMisses()
	count := map[string]int{}
	for _, m := range is.SortedMisses() {
		if !slices.Contains(known, m) {
			count[m.Field]++
		}
	}
	var list []string
	for _, field := range slices.Sorted(maps.Keys(count)) {
		list = append(list, fmt.Sprint(field, " ", count[field]))
	}
	return list
}

// differing returns the members in which the JSON of two notices differs. What
// is said of the source, its script among it, and the evidence are left out.
func differing(a, b *model.Notice) []string {
	was, is := members(a), members(b)
	var list []string
	for name := range maps.Keys(union(was, is)) {
		if !reflect.DeepEqual(was[name], is[name]) {
			list = append(list, name)
		}
	}
	slices.Sort(list)
	return list
}

func union(a, b map[string]any) map[string]any {
	all := maps.Clone(a)
	if all == nil {
		all = map[string]any{}
	}
	maps.Copy(all, b)
	return all
}

// members returns the JSON of n without source, script and evidence.
func members(n *model.Notice) map[string]any {
	if n == nil {
		return nil
	}
	var m map[string]any
	data, err := json.Marshal(n)
	if err == nil {
		err = json.Unmarshal(data, &m)
	}
	if err != nil {
		panic(err)
	}
	delete(m, "source")
	delete(m, "script")
	withoutEvidence(m)
	return m
}

func withoutEvidence(v any) {
	switch v := v.(type) {
	case map[string]any:
		delete(v, "evidence")
		for _, member := range v {
			withoutEvidence(member)
		}
	case []any:
		for _, item := range v {
			withoutEvidence(item)
		}
	}
}
