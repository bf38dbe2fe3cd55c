package extract_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gongwen/extract"
	"gongwen/extract/gold"
	"gongwen/model"
)

// scans are notices of testdata/notices that were printed and scanned.
const scans = "../testdata/scans"

// TestScans reads the scanned notices by OCR and holds what is set large and
// what is said in figures against the gold.
func TestScans(t *testing.T) {
	if err := extract.CheckOCR(t.Context(), ""); err != nil {
		t.Skip(err)
	}
	for _, file := range []string{"relative-deadlines.png", "meeting-budget-training.pdf"} {
		slug := strings.TrimSuffix(file, filepath.Ext(file))
		samples, err := gold.LoadDir(filepath.Join(notices, slug))
		if err != nil || len(samples) != 1 {
			t.Fatal(err, len(samples))
		}
		data, err := os.ReadFile(filepath.Join(scans, file))
		if err != nil {
			t.Fatal(err)
		}
		x := extract.Extractor{OCR: extract.OCRAuto}
		n, err := x.Extract(t.Context(), file, bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		r := gold.Compare(samples[0], n)
		t.Logf("%s: micro-F1 %.3f", file, r.Micro().F1())
		for _, m := range r.Misses {
			if slices.Contains([]string{"document_number", "title", "issued_on", "genre"}, m.Field) {
				t.Errorf("%s: %+v", file, m)
			}
		}
		if n.Source.Encoding != "" || n.Source.Pages == 0 || !slices.ContainsFunc(codes(n.Warnings), func(c string) bool { return c == "ocr" }) {
			t.Errorf("%s: source %+v, warnings %+v", file, n.Source, n.Warnings)
		}
		again, err := x.Extract(t.Context(), file, bytes.NewReader(data))
		if err != nil || string(encoded(again)) != string(encoded(n)) {
			t.Errorf("%s: another result on a second run (%v)", file, err)
		}
	}
}

func encoded(n *model.Notice) []byte { return model.AppendNotice(nil, n) }

func codes(warnings []model.Warning) []string {
	var list []string
	for _, w := range warnings {
		list = append(list, w.Code)
	}
	return list
}

// TestWithoutOCR reads scans where OCR is not asked for.
func TestWithoutOCR(t *testing.T) {
	picture, err := os.Open(filepath.Join(scans, "relative-deadlines.png"))
	if err != nil {
		t.Fatal(err)
	}
	defer picture.Close()
	var x extract.Extractor
	n, err := x.Extract(t.Context(), "a.png", picture)
	if e := new(extract.Error); n != nil || !errors.As(err, &e) || e.Kind != extract.NeedsOCR || e.Format != "png" {
		t.Errorf("%v, %v", n, err)
	}
	file, err := os.Open(filepath.Join(scans, "meeting-budget-training.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	n, err = x.Extract(t.Context(), "a.pdf", file)
	if err != nil || !slices.Equal(codes(n.Warnings), []string{"needs-ocr", "needs-ocr", "needs-ocr"}) || n.Warnings[2].Evidence.Page != 3 {
		t.Errorf("%+v, %v", n, err)
	}
}

// TestTime gives up a document whose time is over; the same one is read again
// without the limit.
func TestTime(t *testing.T) {
	text := strings.Repeat("请于2024年5月26日前将总结报送市教育局办公室。\n", 20000)
	x := extract.Extractor{Limits: extract.Limits{Time: 1}}
	n, err := x.Extract(context.Background(), "a.txt", strings.NewReader(text))
	if e := new(extract.Error); n != nil || !errors.As(err, &e) || e.Kind != extract.TooLarge || e.Name != "a.txt" || !strings.HasSuffix(err.Error(), "takes longer than 1ns") {
		t.Errorf("%v", err)
	}
	x.Limits.Time = 0
	if n, err = x.Extract(context.Background(), "a.txt", strings.NewReader(text[:3000])); n == nil || err != nil {
		t.Errorf("%v", err)
	}
}
