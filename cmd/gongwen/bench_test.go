package main

import (
	"os"
	"path/filepath"
	"runtime/debug"
	"testing"

	"gongwen/extract"
	"gongwen/model"
)

// BenchmarkSeeds goes from the bytes of the five real notices to their JSON as the
// command does, with its setting of the garbage collector; run it with -cpu 1.
func BenchmarkSeeds(b *testing.B) {
	names, err := filepath.Glob(filepath.Join("..", "..", "testdata", "notices", "seed-*", "*.txt"))
	if err != nil || len(names) == 0 {
		b.Fatal("no seeds", err)
	}
	size := 0
	seeds := map[string][]byte{}
	for _, name := range names {
		if seeds[name], err = os.ReadFile(name); err != nil {
			b.Fatal(err)
		}
		size += len(seeds[name])
	}
	percent, limit := debug.SetGCPercent(-1), debug.SetMemoryLimit(-1)
	debug.SetGCPercent(percent)
	defer func() { debug.SetGCPercent(percent); debug.SetMemoryLimit(limit) }()
	collectLess()
	var x extract.Extractor
	var object []byte
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for name, data := range seeds {
			n, err := x.ExtractBytes(b.Context(), name, data)
			if err != nil {
				b.Fatal(err)
			}
			object = model.AppendNotice(object[:0], n)
		}
	}
}
