package read

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func pdfFile(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "pdf", name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestPDF reads two pages of an invented notice: the sentence that runs on to
// the second page is one line, page numbers are apart, pages are known.
func TestPDF(t *testing.T) {
	src, err := Read(t.Context(), "a.pdf", pdfFile(t, "two-pages.pdf"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	text := src.Plain.String()
	if src.Format != "pdf" || src.Pages != 2 {
		t.Errorf("%+v", src.Source)
	}
	for _, want := range []string{"云岭市档案局文件\n云档发〔2024〕7号\n", "各单位要对照检查的标准逐项自查发现问题立即整改", "\n云岭市档案局\n2024年4月28日\n"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	for word, page := range map[string]int{"云档发": 1, "发现问": 1, "题立即整改": 2, "4月28日": 2, "— 1 —": 1, "— 2 —": 2} {
		at := strings.Index(text, word)
		if got := src.Plain.Span(at, at+len(word)).Page; got != page {
			t.Errorf("%s is on page %d, want %d", word, got, page)
		}
	}
	heads := 0
	for _, s := range src.Styles {
		if s.Kind == RunningHead {
			heads++
			if got := text[s.Lo:s.Hi]; !strings.HasPrefix(got, "— ") {
				t.Errorf("running head %q", got)
			}
		}
	}
	if heads != 2 {
		t.Errorf("%d running heads", heads)
	}
}

func TestPDFTable(t *testing.T) {
	src, err := Read(t.Context(), "a.pdf", pdfFile(t, "table.pdf"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	text := src.Plain.String()
	if len(src.Tables) != 1 || len(src.Tables[0].Rows) != 3 {
		t.Fatalf("tables %+v in\n%s", src.Tables, text)
	}
	var cells []string
	for _, row := range src.Tables[0].Rows {
		for _, c := range row {
			cells = append(cells, text[c.Lo:c.Hi])
		}
	}
	if got := strings.Join(cells, "|"); got != "单位|时间|地点|云岭市|5月6日|档案馆三楼会议室|5月7日|图书馆" {
		t.Errorf("cells %s", got)
	}
	if tb := src.Tables[0]; strings.Contains(text[:tb.Lo], "单位\t") || !strings.HasPrefix(text[tb.Hi:], "\n请按时参加。") {
		t.Errorf("table %q in\n%s", text[tb.Lo:tb.Hi], text)
	}
}

func TestPDFErrors(t *testing.T) {
	for _, tt := range []struct {
		name string
		opt  Options
		kind ErrorKind
	}{
		{"locked.pdf", Options{}, Encrypted},
		{"locked.pdf", Options{Password: "wrong"}, Encrypted},
		{"two-pages.pdf", Options{Limits: Limits{Pages: 1}}, TooLarge},
		{"two-pages.pdf", Options{Limits: Limits{Time: time.Nanosecond}}, TooLarge},
		{"blank.pdf", Options{}, Empty},
	} {
		src, err := Read(t.Context(), tt.name, pdfFile(t, tt.name), tt.opt)
		var e *Error
		if !errors.As(err, &e) || e.Kind != tt.kind {
			t.Errorf("%s %+v: %v", tt.name, tt.opt, err)
		}
		if tt.opt.Limits.Pages == 1 && (src == nil || !strings.Contains(src.Plain.String(), "云档发")) {
			t.Errorf("%s: the first page is lost", tt.name)
		}
	}
	src, err := Read(t.Context(), "locked.pdf", pdfFile(t, "locked.pdf"), Options{Password: "yunling"})
	if err != nil || !strings.Contains(src.Plain.String(), "云档发〔2024〕7号") {
		t.Errorf("with its password: %v", err)
	}
	if _, err := Read(t.Context(), "a.pdf", []byte("%PDF-1.4\nnothing"), Options{}); err == nil || !strings.HasPrefix(err.Error(), "a.pdf: reading pdf: ") {
		t.Errorf("damaged: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Read(ctx, "a.pdf", pdfFile(t, "two-pages.pdf"), Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

// TestPDFNeedsOCR tells pages that do not hold their text: a scan, type
// without characters, type drawn as outlines.
func TestPDFNeedsOCR(t *testing.T) {
	src, err := Read(t.Context(), "a.pdf", pdfFile(t, "unread.pdf"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if !blank(src.Plain.String()) || src.Pages != 3 || len(src.Warnings) != 3 {
		t.Fatalf("%q, %d pages, %+v", src.Plain.String(), src.Pages, src.Warnings)
	}
	for i, w := range src.Warnings {
		if w.Code != "needs-ocr" || w.Evidence.Page != i+1 {
			t.Errorf("page %d: %+v", i+1, w)
		}
	}
}
