package zipped

import (
	"archive/zip"
	"bytes"
	"errors"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// pack returns a zip file of names and contents in turn.
func pack(flagged bool, parts ...string) []byte {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i+1 < len(parts); i += 2 {
		f, err := w.CreateHeader(&zip.FileHeader{Name: parts[i], NonUTF8: !flagged, Method: zip.Deflate})
		if err != nil {
			panic(err)
		}
		f.Write([]byte(parts[i+1]))
	}
	w.Close()
	return b.Bytes()
}

// gbk returns s in GBK.
func gbk(s string) string {
	b, _ := simplifiedchinese.GBK.NewEncoder().String(s)
	return b
}

func TestNames(t *testing.T) {
	extra := func(name string) []byte {
		return append([]byte{0x75, 0x70, byte(5 + len(name)), 0, 1, 0, 0, 0, 0}, name...)
	}
	for _, c := range []struct {
		raw     string
		flagged bool
		extra   []byte
		want    string
	}{
		{"a/b.txt", false, nil, "a/b.txt"},
		{`a\b.txt`, false, nil, "a/b.txt"},
		{"通知.txt", true, nil, "通知.txt"},
		{"通知.txt", false, nil, "通知.txt"},
		{gbk("通知.txt"), false, nil, "通知.txt"},
		{gbk("联通.txt"), false, nil, "联通.txt"},
		{gbk("通知.txt"), true, nil, gbk("通知.txt")},
		{"x.txt", false, extra("通知.txt"), "通知.txt"},
		{"naïve.txt", true, nil, "naïve.txt"},
		{"naïve.txt", false, nil, "naïve.txt"},
		{"x.txt", false, extra("通知.txt")[:8], "x.txt"},
	} {
		if got := memberName(c.raw, c.flagged, c.extra); got != c.want {
			t.Errorf("%q: %q, want %q", c.raw, got, c.want)
		}
	}
}

func TestOpen(t *testing.T) {
	long := strings.Repeat("云岭市档案局", 4000)
	whole := pack(true, "a.txt", "甲", "b/c.txt", long)
	for _, c := range []struct {
		name    string
		data    []byte
		members int
		damaged bool
		last    string // of the last member, what at least can be read
	}{
		{"whole", whole, 2, false, long},
		{"something before it", append([]byte("#!/bin/sh\n"), whole...), 2, false, long},
		{"directory cut", whole[:len(whole)-10], 2, true, long},
		{"no directory", whole[:bytes.Index(whole, []byte("PK\x01\x02"))], 2, true, long},
		{"member cut", whole[:bytes.Index(whole, []byte("PK\x01\x02"))-60], 2, true, long[:300]},
		{"no members", pack(true), 0, true, ""},
		{"no zip file", []byte("PK notices"), 0, true, ""},
		{"header alone", []byte("PK\x03\x04"), 0, true, ""},
	} {
		a, err := Open(c.data, 1<<20)
		if err != nil {
			if c.members > 0 {
				t.Errorf("%s: %v", c.name, err)
			}
			continue
		}
		if len(a.Members) != c.members || (a.Damage != nil) != c.damaged {
			t.Errorf("%s: %d members, %v", c.name, len(a.Members), a.Damage)
			continue
		}
		body, _ := a.Read(&a.Members[c.members-1])
		if !strings.HasPrefix(string(body), c.last) {
			t.Errorf("%s: read %d bytes", c.name, len(body))
		}
	}
}

func TestLimits(t *testing.T) {
	a, err := Open(pack(true, "a", strings.Repeat("x", 600), "b", strings.Repeat("y", 600)), 1000)
	if err != nil {
		t.Fatal(err)
	}
	if b, err := a.Read(a.Find("A")); len(b) != 600 || err != nil || a.Left != 400 {
		t.Errorf("first: %d bytes, %v, %d left", len(b), err, a.Left)
	}
	if b, err := a.Read(a.Find("b")); b != nil || !errors.Is(err, ErrTooLarge) || a.Left != 0 {
		t.Errorf("second: %d bytes, %v, %d left", len(b), err, a.Left)
	}
	if _, err := a.Read(a.Find("c")); !errors.Is(err, ErrNoMember) {
		t.Errorf("none: %v", err)
	}
	if _, err := a.Read(&Member{Encrypted: true}); !errors.Is(err, ErrEncrypted) {
		t.Errorf("encrypted: %v", err)
	}
}

func FuzzOpen(f *testing.F) {
	whole := pack(true, "a.txt", "甲", "b/c.txt", "乙")
	f.Add(whole)
	f.Add(whole[:60])
	f.Fuzz(func(t *testing.T, data []byte) {
		a, err := Open(data, 1<<16)
		if err != nil {
			return
		}
		for i := range a.Members {
			a.Read(&a.Members[i])
			if a.Left < 0 {
				t.Fatalf("%d bytes left", a.Left)
			}
		}
	})
}
