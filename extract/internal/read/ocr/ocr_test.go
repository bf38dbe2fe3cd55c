package ocr

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// install puts programs that are shell scripts on the search path, alone.
func install(t *testing.T, scripts map[string]string) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("no shell")
	}
	dir := t.TempDir()
	for name, body := range scripts {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("#!/bin/sh\nPATH=/usr/bin:/bin\n"+body), 0o777); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("PATH", dir)
}

// languages makes a script that lists them, and else does what follows.
func languages(list, then string) string {
	return `if [ "$1" = --list-langs ]; then printf 'List of available languages (2):\n` + list + `\n'; exit 0; fi` + "\n" + then
}

func TestReady(t *testing.T) {
	for _, row := range []struct {
		languages string // "" for no tesseract
		ask       string
		want      string
	}{
		{"", "", "tesseract is not installed: install tesseract-ocr and tesseract-ocr-chi-sim"},
		{`eng\nosd`, "", "tesseract's Chinese data are not installed"},
		{`chi_sim\neng`, "chi_sim+jpn", `tesseract's data for "jpn" are not installed: install tesseract-ocr-jpn`},
		{`chi_sim\neng`, "", ""},
		{`chi_tra\neng`, "", ""},
		{`chi_sim\neng`, "chi_sim+eng", ""},
		{`eng`, "eng", ""},
	} {
		scripts := map[string]string{}
		if row.languages != "" {
			scripts["tesseract"] = languages(row.languages, "exit 3")
		}
		install(t, scripts)
		err := Ready(context.Background(), row.ask)
		switch {
		case row.want == "" && err != nil, row.want != "" && (!errors.Is(err, ErrNoProgram) || !strings.HasPrefix(err.Error(), row.want)):
			t.Errorf("%q for %q: %v, want %q", row.languages, row.ask, err, row.want)
		}
	}
}

func TestLacks(t *testing.T) {
	install(t, nil)
	p := Find(context.Background())
	if l := p.Lacks(); len(l) != 2 || !strings.Contains(l[0], "tesseract-ocr") || !strings.Contains(l[1], "poppler-utils") {
		t.Errorf("%q", l)
	}
	install(t, map[string]string{"tesseract": languages(`chi_sim\nchi_tra`, ""), "pdftoppm": "exit 0"})
	p = Find(context.Background())
	if l := p.Lacks(); len(l) != 0 || !p.Reads() {
		t.Errorf("%q", l)
	}
}

func TestFailures(t *testing.T) {
	for _, row := range []struct {
		then, want string
		limit      time.Duration
	}{
		{"echo boom >&2; exit 3", "tesseract: exit status 3: boom", 0},
		{"sleep 20", "tesseract takes longer than 50ms", 50 * time.Millisecond},
	} {
		install(t, map[string]string{"tesseract": languages("chi_sim", row.then)})
		start := time.Now()
		_, err := Read(context.Background(), []byte("picture"), Options{Time: row.limit})
		if err == nil || err.Error() != row.want || time.Since(start) > 10*time.Second {
			t.Errorf("%v after %v, want %s", err, time.Since(start), row.want)
		}
	}
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	if _, err := Read(ctx, nil, Options{}); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("stopped: %v", err)
	}
	install(t, map[string]string{"pdftoppm": "exit 0"})
	if _, err := Draw(context.Background(), nil, 1, "", 0); err == nil || err.Error() != "pdftoppm draws nothing" {
		t.Errorf("%v", err)
	}
	install(t, nil)
	if _, err := Draw(context.Background(), nil, 1, "", 0); !errors.Is(err, ErrNoProgram) {
		t.Errorf("%v", err)
	}
}

// row makes a row of Tesseract's table.
func row(level int, box, conf, text string) string {
	return string(rune('0'+level)) + "\t1\t1\t1\t1\t1\t" + strings.ReplaceAll(box, " ", "\t") + "\t" + conf + "\t" + text + "\n"
}

const head = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"

// TestOtherLanguage reads a page once more in traditional characters where
// Tesseract is unsure of simplified ones, and keeps what it is surer of.
func TestOtherLanguage(t *testing.T) {
	for _, r := range []struct{ simplified, traditional, want string }{
		{"95", "96", "sim"}, {"70", "90", "tra"}, {"70", "60", "sim"},
	} {
		table := func(conf, text string) string {
			return head + row(1, "0 0 100 100", "-1", "") + row(4, "0 0 90 10", "-1", "") + row(5, "0 0 90 10", conf, text)
		}
		then := `case "$4" in chi_sim) printf '` + table(r.simplified, "sim") + `';; chi_tra) printf '` + table(r.traditional, "tra") + "';; esac"
		install(t, map[string]string{"tesseract": languages(`chi_sim\nchi_tra`, then)})
		pages, err := Read(context.Background(), nil, Options{})
		if err != nil || len(pages) != 1 || len(pages[0].Lines) != 1 || pages[0].Lines[0].Words[0].Text != r.want {
			t.Errorf("%+v: %+v, %v", r, pages, err)
		}
	}
}

func TestParse(t *testing.T) {
	table := head + row(1, "0 0 1000 2000", "-1", "") +
		row(4, "100 100 800 40", "-1", "") + row(5, "100 100 40 40", "91", "关于") + row(5, "200 101 40 40", "91", "通知") +
		row(4, "1 1 5 5", "-1", "") + row(5, "1 1 5 5", "12", "|") + // a speck
		row(4, "100 300 800 40", "-1", "") + // a line without words
		row(1, "0 0 500 600", "-1", "") + row(5, "1 1 2 2", "90", "x") // a word without a line
	pages := parse([]byte(table))
	if len(pages) != 2 || len(pages[0].Lines) != 1 || len(pages[0].Lines[0].Words) != 2 || len(pages[1].Lines) != 0 || pages[1].Height != 600 {
		t.Errorf("%+v", pages)
	}
	for _, bad := range []string{"", "\n\n", "5\t\t\t", row(5, "x y z w", "?", "a"), row(4, "1 1 1 1", "1", ""), "\xFF\t\xFE"} {
		if p := parse([]byte(bad)); len(p) != 0 {
			t.Errorf("%q: %+v", bad, p)
		}
	}
}

// TestStraighten takes the slope off lines that fall by one in a hundred.
func TestStraighten(t *testing.T) {
	p := Page{Width: 1000, Height: 1000}
	for y := 100.0; y < 900; y += 100 {
		var l Line
		for x := 100.0; x < 900; x += 100 {
			l.Words = append(l.Words, Word{Text: "字", X: x - 0.01*y, Y: y + 0.01*x, W: 40, H: 40, Confidence: 90})
		}
		p.Lines = append(p.Lines, l)
	}
	p.straighten()
	for _, l := range p.Lines {
		first, last := l.Words[0], l.Words[len(l.Words)-1]
		if d := last.Y - first.Y; d > 0.5 || d < -0.5 {
			t.Errorf("a line falls by %v", d)
		}
		if d := first.X - p.Lines[0].Words[0].X; d > 1 || d < -1 {
			t.Errorf("the margin moves by %v", d)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add(head + row(1, "0 0 100 100", "-1", "") + row(4, "0 0 90 10", "-1", "") + row(5, "0 0 90 10", "90", "通知"))
	f.Fuzz(func(t *testing.T, table string) {
		for _, p := range parse([]byte(table)) {
			for _, l := range p.Lines {
				if len(l.Words) == 0 {
					t.Error("an empty line")
				}
			}
		}
		confidence(parse([]byte(table)))
	})
}

func BenchmarkParse(b *testing.B) {
	table := []byte(head + row(1, "0 0 1000 1000", "-1", "") + strings.Repeat(row(4, "0 0 90 10", "-1", "")+strings.Repeat(row(5, "10 10 90 10", "90.12", "通知"), 15), 30))
	b.SetBytes(int64(len(table)))
	for b.Loop() {
		parse(table)
	}
}
