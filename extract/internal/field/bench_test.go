package field

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"gongwen/extract/internal/normalise"
	"gongwen/extract/internal/read"
	"gongwen/extract/internal/segment"
	"gongwen/model"
)

// BenchmarkFields times each field over the notices under testdata, given what
// the fields before it have found. Bytes are those of the files.
func BenchmarkFields(b *testing.B) {
	files, err := filepath.Glob("../../../testdata/notices/*/*.txt")
	if err != nil || len(files) == 0 {
		b.Fatal("no notices", err)
	}
	var passes []*Pass
	size := int64(0)
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		src, err := read.Read(context.Background(), file, data, read.Options{})
		if err != nil {
			b.Fatal(err)
		}
		size += int64(len(data))
		o := segment.Notice(normalise.Text(src, normalise.Options{}).Text, src)
		passes = append(passes, &Pass{Source: src, Outline: o, Notice: &model.Notice{}})
	}
	for _, f := range All {
		b.Run(f.Name, func(b *testing.B) {
			b.SetBytes(size)
			b.ReportAllocs()
			for b.Loop() {
				for _, p := range passes {
					before := *p.Notice
					q := *p
					q.Notice = &before
					f.Find(&q)
				}
			}
		})
		for _, p := range passes {
			f.Find(p)
		}
	}
}
