package extract_test

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gongwen/extract"
	"gongwen/extract/gold"
)

var update = flag.Bool("update", false, "rewrite SCORE, MISSES, FORMATS and WRITTEN")

// notices is where the gold notices are.
const notices = "../testdata/notices"

// TestNotices reads every notice under testdata/notices and compares what is
// right and wrong of it with SCORE and MISSES, which are kept so that a change
// shows what it gains and what it loses.
func TestNotices(t *testing.T) {
	samples, err := gold.LoadDir(notices)
	if err != nil {
		t.Fatal(err)
	}
	if len(samples) < 15 {
		t.Fatalf("%d notices under %s", len(samples), notices)
	}
	var total gold.Report
	for _, s := range samples {
		total.Add(compareFile(t, s, s.DocumentPath()))
	}
	if *update {
		if err := total.WriteScore(notices); err != nil {
			t.Fatal(err)
		}
	}
	kept(t, "SCORE", func(b *bytes.Buffer) error { return total.WriteTable(b) })
	kept(t, "MISSES", func(b *bytes.Buffer) error { return total.WriteMisses(b) })
}

// TestFormats reads each notice in every format that lies beside its text and
// holds it against the same gold.
func TestFormats(t *testing.T) {
	samples, err := gold.LoadDir(notices)
	if err != nil {
		t.Fatal(err)
	}
	var rows []string
	for _, s := range samples {
		doc := s.DocumentPath()
		stem := strings.TrimSuffix(doc, filepath.Ext(doc))
		others, err := filepath.Glob(stem + ".*")
		if err != nil {
			t.Fatal(err)
		}
		slices.Sort(others)
		for _, file := range others {
			if file == doc || strings.HasSuffix(file, gold.Suffix) {
				continue
			}
			r := compareFile(t, s, file)
			rows = append(rows, fmt.Sprintf("%-28s %-6s micro-F1 %.3f (text %.3f)\n",
				filepath.Base(stem), strings.TrimPrefix(filepath.Ext(file), "."), r.Micro().F1(), compareFile(t, s, doc).Micro().F1()))
		}
	}
	table := strings.Join(rows, "")
	if *update {
		if err := os.WriteFile(filepath.Join(notices, "FORMATS"), []byte(table), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	kept(t, "FORMATS", func(b *bytes.Buffer) error { _, err := b.WriteString(table); return err })
}

// compareFile reads the document at path and compares it with s.
func compareFile(t *testing.T, s *gold.Sample, path string) *gold.Report {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var x extract.Extractor
	n, err := x.ExtractBytes(context.Background(), path, data)
	if err != nil {
		t.Errorf("%s: %v", path, err)
	}
	return gold.Compare(s, n)
}

// kept compares what write writes with the file of that name, line by line.
func kept(t *testing.T, name string, write func(*bytes.Buffer) error) {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b); err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile(filepath.Join(notices, name))
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Equal(b.Bytes(), want) {
		return
	}
	was, is := strings.Split(string(want), "\n"), strings.Split(b.String(), "\n")
	for _, line := range was {
		if !slices.Contains(is, line) {
			t.Errorf("%s: - %s", name, line)
		}
	}
	for _, line := range is {
		if !slices.Contains(was, line) {
			t.Errorf("%s: + %s", name, line)
		}
	}
	t.Errorf("%s has changed: if that is meant, go test ./extract -run 'Notices|Formats|Written' -update", name)
}
