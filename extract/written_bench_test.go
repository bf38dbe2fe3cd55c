package extract_test

import (
	"testing"

	"gongwen/extract"
)

// BenchmarkFormats takes the notices under testdata from bytes to JSON's values
// in each format that the test writes: bytes of the files a second, and
// milliseconds a notice.
func BenchmarkFormats(b *testing.B) {
	sheets, _ := allSheets(b)
	for _, w := range writers {
		b.Run(w.name, func(b *testing.B) {
			var files [][]byte
			size := 0
			for _, sh := range sheets {
				if data := w.write(sh); len(data) > 0 {
					files = append(files, data)
					size += len(data)
				}
			}
			var x extract.Extractor
			b.SetBytes(int64(size))
			for b.Loop() {
				for _, data := range files {
					if _, err := x.ExtractBytes(b.Context(), w.name, data); err != nil {
						b.Fatal(err)
					}
				}
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/1000/float64(b.N*len(files)), "ms/notice")
		})
	}
}
