package extract_test

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"testing"

	"gongwen/extract"
)

// A short notice that ExtractAll finds in an archive.
const filed = "云岭市档案局关于调阅档案的通知\n\n云档发〔2023〕4号\n\n各区县档案局：\n\n请于2023年5月26日前将目录报送市档案局。\n\n云岭市档案局\n2023年5月4日\n"

func TestExtractAll(t *testing.T) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range [...]struct{ name, content string }{{"通知/1.txt", filed}, {"photo.png", "\x89PNG\r\n\x1A\n0000"}, {"2.txt", filed}} {
		m, err := w.Create(f.name)
		if err != nil {
			t.Fatal(err)
		}
		m.Write([]byte(f.content))
	}
	w.Close()
	var x extract.Extractor
	var names []string
	for n, err := range x.ExtractAll(t.Context(), "a.zip", bytes.NewReader(b.Bytes())) {
		var e *extract.Error
		switch {
		case errors.As(err, &e):
			names = append(names, e.Name+" "+string(e.Kind))
		case err != nil:
			t.Fatal(err)
		default:
			names = append(names, n.Source.Name)
			if n.DocumentNumber == nil || n.DocumentNumber.Text != "云档发〔2023〕4号" {
				t.Errorf("%s: number %v", n.Source.Name, n.DocumentNumber)
			}
		}
	}
	want := []string{"a.zip!/通知/1.txt", "a.zip!/photo.png damaged", "a.zip!/2.txt"}
	if len(names) != len(want) || names[0] != want[0] || names[1] != want[1] || names[2] != want[2] {
		t.Errorf("%q, want %q", names, want)
	}
	for n, err := range x.ExtractAll(t.Context(), "1.txt", bytes.NewReader([]byte(filed))) {
		if err != nil || n.Source.Name != "1.txt" {
			t.Errorf("a document by itself: %v, %v", n, err)
		}
	}
	for range x.ExtractAll(t.Context(), "a.zip", bytes.NewReader(b.Bytes())) {
		break // must not panic
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for n, err := range x.ExtractAll(ctx, "a.zip", bytes.NewReader(b.Bytes())) {
		var e *extract.Error
		if n != nil || !errors.As(err, &e) || e.Kind != extract.Stopped {
			t.Errorf("stopped: %v, %v", n, err)
		}
	}
}
