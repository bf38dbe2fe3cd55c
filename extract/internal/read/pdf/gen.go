//go:build ignore

// Gen makes tables/cid.bin and tables/glyphs.bin from Adobe's CMap resources
// and glyph list, as Debian's packages poppler-data (its folder cMap) and
// python3-fonttools hold them; tables/NOTICE has their licence.
//
//	go run gen.go /usr/share/poppler/cMap /usr/lib/python3/dist-packages/fontTools/agl.py
package main

import (
	"bufio"
	"bytes"
	"compress/flate"
	"encoding/binary"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

func main() {
	log.SetFlags(0)
	if len(os.Args) != 3 {
		log.Fatal("usage: go run gen.go CMAPS AGL")
	}
	var out []byte
	for _, c := range []struct {
		dir, uni, bytes string
	}{
		{"Adobe-GB1", "UniGB-UTF32", "GBK-EUC-H"},
		{"Adobe-CNS1", "UniCNS-UTF32", "ETen-B5-H"},
		{"Adobe-Japan1", "UniJIS-UTF32", "90ms-RKSJ-H"},
	} {
		dir := filepath.Join(os.Args[1], c.dir)
		runes := map[int]rune{}
		collect(filepath.Join(dir, c.uni+"-H"), runes, 4)
		collect(filepath.Join(dir, c.uni+"-V"), runes, 4)
		collect(filepath.Join(dir, c.bytes), runes, 1) // half-width ASCII
		out = pack(out, runes)
	}
	write("tables/cid.bin", out)
	write("tables/glyphs.bin", glyphs(os.Args[2]))
}

// collect adds to runes what the CMap called name says of codes of size bytes.
// Of several characters for one CID the first that is no compatibility form stays.
func collect(name string, runes map[int]rune, size int) {
	f, err := os.Open(name)
	if err != nil {
		log.Fatal(err)
	}
	defer f.Close()
	in := bufio.NewScanner(f)
	kind := ""
	for in.Scan() {
		w := strings.Fields(in.Text())
		switch {
		case len(w) == 2 && strings.HasPrefix(w[1], "begincid"):
			kind = strings.TrimPrefix(w[1], "begin")
			continue
		case len(w) == 1 && strings.HasPrefix(w[0], "endcid"):
			kind = ""
		}
		if kind == "" || len(w[0]) != 2*size+2 {
			continue
		}
		lo, hi, cid := code(w[0]), code(w[0]), 0
		if kind == "cidrange" {
			hi = code(w[1])
		}
		cid, err = strconv.Atoi(w[len(w)-1])
		if err != nil {
			log.Fatal(name, ": ", in.Text())
		}
		for r := lo; r <= hi; r++ {
			if old, ok := runes[cid]; !ok || odd(old) && !odd(r) {
				runes[cid] = r
			}
			cid++
		}
	}
}

// odd reports whether r is a form that another character should stand for.
func odd(r rune) bool {
	return r == 0xA0 || r == 0xAD || r >= 0x2000 && r < 0x2010 || r >= 0x2E80 && r < 0x2FE0 || r >= 0xE000 && r < 0xFB00 || r >= 0xFE30 && r < 0xFE50 || r >= 0x2F800
}

func code(s string) rune {
	n, err := strconv.ParseUint(strings.Trim(s, "<>"), 16, 32)
	if err != nil {
		log.Fatal(err)
	}
	return rune(n)
}

// pack appends the number of CIDs and the difference of each character to the
// one that follows the CID before.
func pack(out []byte, runes map[int]rune) []byte {
	last := 0
	for cid := range runes {
		last = max(last, cid)
	}
	out = binary.AppendUvarint(out, uint64(last+1))
	next := rune(0)
	for cid := range last + 1 {
		r := runes[cid]
		out = binary.AppendVarint(out, int64(r-next))
		next = r + 1
	}
	return out
}

// glyphs returns the lines "name code" of the Adobe Glyph List.
func glyphs(name string) []byte {
	data, err := os.ReadFile(name)
	if err != nil {
		log.Fatal(err)
	}
	var out []byte
	for line := range strings.Lines(string(data)) {
		glyph, codes, ok := strings.Cut(strings.TrimSpace(line), ";")
		if ok && len(codes) == 4 && strings.Trim(codes, "0123456789ABCDEF") == "" && !strings.ContainsAny(glyph, " #") {
			out = fmt.Appendf(out, "%s %s\n", glyph, codes)
		}
	}
	return out
}

func write(name string, data []byte) {
	var b bytes.Buffer
	w, _ := flate.NewWriter(&b, flate.BestCompression)
	w.Write(data)
	w.Close()
	if err := os.WriteFile(name, b.Bytes(), 0o644); err != nil {
		log.Fatal(err)
	}
	log.Printf("%s: %d bytes, %d unpacked", name, b.Len(), len(data))
}
