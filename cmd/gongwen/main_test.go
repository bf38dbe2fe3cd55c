package main

import (
	"archive/zip"
	"bufio"
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/text/encoding/htmlindex"

	"gongwen/extract"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"gongwen": main})
}

// TestScripts runs testdata/script. $NOTICES there are the notices of the
// project, $SCANS those that were scanned, $LOCKED an encrypted one, and $BIN is
// where gongwen is;
// "encode SET FROM TO" writes a file in another character set, "zip ARCHIVE
// FILE…" packs files, and "status N COMMAND…" runs a command that must end with
// exit status N. The condition ocr says that Tesseract reads Chinese here.
func TestScripts(t *testing.T) {
	notices, err := filepath.Abs("../../testdata/notices")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(env *testscript.Env) error {
			env.Setenv("NOTICES", notices)
			env.Setenv("SCANS", filepath.Join(filepath.Dir(notices), "scans"))
			env.Setenv("LOCKED", filepath.Join(filepath.Dir(notices), "../extract/internal/read/testdata/pdf/locked.pdf"))
			path, err := exec.LookPath("gongwen")
			env.Setenv("BIN", filepath.Dir(path))
			return err
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"encode": encode,
			"status": status,
			"zip":    pack,
		},
		Condition: func(cond string) (bool, error) {
			switch cond {
			case "root":
				return os.Geteuid() == 0, nil
			case "ocr":
				return extract.CheckOCR(t.Context(), "") == nil, nil
			}
			return false, errors.New("unknown condition " + cond)
		},
		RequireUniqueNames: true,
	})
}

func encode(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 3 {
		ts.Fatalf("usage: encode SET FROM TO")
	}
	e, err := htmlindex.Get(args[0])
	ts.Check(err)
	out, err := e.NewEncoder().String(ts.ReadFile(args[1]))
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[2]), []byte(out), 0o666))
}

func pack(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) < 2 {
		ts.Fatalf("usage: zip ARCHIVE FILE...")
	}
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range args[1:] {
		m, err := w.Create(filepath.ToSlash(name))
		ts.Check(err)
		_, err = io.WriteString(m, ts.ReadFile(name))
		ts.Check(err)
	}
	ts.Check(w.Close())
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), b.Bytes(), 0o666))
}

func status(ts *testscript.TestScript, _ bool, args []string) {
	err := ts.Exec(args[1], args[2:]...)
	got := "0"
	if e := new(exec.ExitError); errors.As(err, &e) {
		got = strings.TrimPrefix(e.Error(), "exit status ")
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if got != args[0] {
		ts.Fatalf("exit status %s, want %s", got, args[0])
	}
}

// TestInterrupt interrupts a run that waits for its second document: the first
// one must be out, whole.
func TestInterrupt(t *testing.T) {
	for _, tt := range []struct {
		signal syscall.Signal
		status int
	}{{syscall.SIGINT, 130}, {syscall.SIGTERM, 143}} {
		name := filepath.Join(t.TempDir(), "a.txt")
		if err := os.WriteFile(name, []byte("关于放假的通知\n\n各单位：\n放假一天。\n"), 0o666); err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command("gongwen", name, "-")
		waiting, err := cmd.StdinPipe() // nothing ever comes
		if err != nil {
			t.Fatal(err)
		}
		defer waiting.Close()
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		var errs bytes.Buffer
		cmd.Stderr = &errs
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		timer := time.AfterFunc(20*time.Second, func() { cmd.Process.Kill() })
		defer timer.Stop()
		r := bufio.NewReader(out)
		line, err := r.ReadString('\n') // it comes although the second document does not
		if err != nil || !strings.HasPrefix(line, `{"schema":"gongwen/1"`) || !strings.HasSuffix(line, "}\n") {
			t.Fatalf("line %q, %v", line, err)
		}
		if err := cmd.Process.Signal(tt.signal); err != nil {
			t.Fatal(err)
		}
		rest, _ := io.ReadAll(r)
		err = cmd.Wait()
		if code := cmd.ProcessState.ExitCode(); code != tt.status || len(rest) > 0 || errs.Len() > 0 {
			t.Errorf("%v: exit %d (%v), then %q, errors %q", tt.signal, code, err, rest, errs.String())
		}
	}
}

func TestVersionOf(t *testing.T) {
	revision := debug.BuildSetting{Key: "vcs.revision", Value: "0123456789abcdef"}
	dirty := debug.BuildSetting{Key: "vcs.modified", Value: "true"}
	for want, info := range map[string]*debug.BuildInfo{
		"devel go1.26":                          {GoVersion: "go1.26"},
		"v1.2.3 go1.26":                         {GoVersion: "go1.26", Main: debug.Module{Version: "v1.2.3"}},
		"devel (0123456789ab) go1.26":           {GoVersion: "go1.26", Main: debug.Module{Version: "(devel)"}, Settings: []debug.BuildSetting{revision}},
		"devel (0123456789ab, modified) go1.26": {GoVersion: "go1.26", Settings: []debug.BuildSetting{revision, dirty}},
	} {
		if got := versionOf(info); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestByteSize(t *testing.T) {
	for in, want := range map[string]int64{"1": 1, "4096": 4096, "64K": 64 << 10, "64k": 64 << 10, "3MB": 3 << 20, "1G": 1 << 30} {
		var b byteSize
		if err := b.Set(in); err != nil || int64(b) != want {
			t.Errorf("Set(%q) = %d, %v", in, b, err)
		}
	}
	for _, in := range []string{"", "0", "-1", "K", "1.5M", "many", "9999999999999T", "64 M"} {
		if new(byteSize).Set(in) == nil {
			t.Errorf("accepts %q", in)
		}
	}
	for n, want := range map[int64]string{1: "1", 1024: "1K", 1025: "1025", 64 << 20: "64M", 512 << 20: "512M"} {
		b := byteSize(n)
		if b.String() != want {
			t.Errorf("%d is %q, want %q", n, b.String(), want)
		}
	}
}
