package extract

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

// fragments are what FuzzMixed sets into lines and between them.
var fragments = []string{
	"指挥部", "abcdefgh", "〔", "《", "》", "（", "）", "：", "联系人", "电话", "12", "2024年4月8日", "附件", "1.", "一、", "印发", "的通知", "各", "@", "|",
	"O", "l", "?", "\u3000", "                ", "\t", "。", "；", "现将", "请", "前", "至", "—", "\n",
}

// FuzzMixed mixes lines of the shipped notices and cuts and spoils them: no
// mixture makes the program fail from within. Three bytes tell what is done with a
// line: which it is, where in it, and with which fragment; the order does the rest.
func FuzzMixed(f *testing.F) {
	var lines []string
	files, _ := filepath.Glob("../testdata/notices/*/*.txt")
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		if utf8.Valid(data) {
			lines = append(lines, strings.Split(string(data), "\n")...)
		}
	}
	f.Add([]byte("a quick brown fox jumps over the lazy dog"))
	f.Add([]byte("\x00\x01\x02\x40\x41\x42\x80\x81\x82\xc0\xc1\xc2\xff\xfe\xfd"))
	f.Fuzz(func(t *testing.T, how []byte) {
		var b strings.Builder
		for ; len(how) >= 3 && b.Len() < 1<<13; how = how[3:] {
			line := []rune(lines[(int(how[0])*251+int(how[1]))%len(lines)])
			line = line[:min(len(line), 200)]
			at := int(how[1]) % (len(line) + 1)
			mid := fragments[int(how[2])%len(fragments)]
			switch how[2] >> 6 {
			case 0:
				b.WriteString(string(line[:at]) + mid + string(line[at:]))
			case 1:
				b.WriteString(string(line[at:]) + mid)
			case 2:
				b.WriteString(mid + string(line[:at]))
			case 3:
				b.WriteString(mid)
				continue // and the next behind it on the line
			}
			b.WriteByte('\n')
		}
		var x Extractor
		_, err := x.ExtractBytes(t.Context(), "mixed.txt", []byte(b.String()))
		if e := new(Error); errors.As(err, &e) && e.Kind == Internal {
			t.Errorf("%v\n%q", err, b.String())
		}
	})
}
