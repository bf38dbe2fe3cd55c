package read

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"gongwen/extract/internal/read/readtest"
)

type (
	docSpan     = readtest.Span
	docTestPara = readtest.Paragraph
	docTest     = readtest.Word
	docStream   = readtest.Stream
)

// docWords returns a run with its modifiers.
func docWords(text string, look ...byte) docSpan { return docSpan{Text: text, Look: look} }

// docPar returns a paragraph of one run.
func docPar(text string, look ...byte) docTestPara {
	return docTestPara{Spans: []docSpan{docWords(text)}, Look: look}
}

// readWord reads the file and returns what it holds.
func readWord(t testing.TB, d *docTest) (*Source, error) {
	t.Helper()
	src, err := Read(context.Background(), "a.doc", d.Bytes(), Options{})
	if src != nil {
		check(t, src)
	}
	return src, err
}

func docOf(paras ...docTestPara) *docTest { return &docTest{Paragraphs: paras} }

func TestDocWords(t *testing.T) {
	span := docWords
	spans := func(s ...docSpan) docTestPara { return docTestPara{Spans: s} }
	tests := []struct {
		name string
		doc  *docTest
		want string
	}{
		{"paragraphs", docOf(docPar("云岭市教育局\r"), docPar("关于开学的通知\r")), "云岭市教育局\n关于开学的通知\n"},
		{"narrow", &docTest{Paragraphs: []docTestPara{docPar("yunling \u0093a\u0094\r")}, Narrow: true}, "yunling “a”\n"},
		{"fast saved", &docTest{Paragraphs: []docTestPara{docPar("甲乙丙丁\r"), docPar("戊己庚\r")}, Saved: true}, "甲乙丙丁\n戊己庚\n"},
		{"piece deleted", &docTest{Paragraphs: []docTestPara{docPar("甲乙\r"), docPar("丙丁\r")}, Saved: true, Prm: 0x41<<1 | 1<<8}, "甲乙\n"},
		{"beyond the plane", docOf(docPar("𠮷字\r")), "𠮷字\n"},
		{"deleted", docOf(spans(span("现将"), span("旧事", readtest.Modifier(sprmDeleted, 1)...), span("新事\r"))), "现将新事\n"},
		{"not deleted", docOf(spans(span("现将"), span("旧事", readtest.Modifier(sprmDeleted, 0)...), span("\r"))), "现将旧事\n"},
		{"hidden", docOf(spans(span("甲"), span("乙", readtest.Modifier(sprmHidden, 1)...), span("丙", readtest.Modifier(sprmHidden, 0)...), span("\r"))), "甲丙\n"},
		{"mark deleted", docOf(spans(span("关于开展"), span("\r", readtest.Modifier(sprmDeleted, 1)...)), docPar("检查的通知\r")), "关于开展检查的通知\n"},
		{"breaks", docOf(docPar("甲\v乙\f丙\x0e丁\r")), "甲\n乙\n丙\n丁\n"},
		{"hyphens", docOf(docPar("010\x1e5550\x1f123\u00a04\t5\r")), "010-5550123\u00a04\t5\n"},
		{"signs without words", docOf(docPar("\x01甲\x02\x08\x05\r")), "甲\n"},
		{"field", docOf(docPar("共\x13 NUMPAGES \x142\x15页\r")), "共2页\n"},
		{"field without a result", docOf(docPar("甲\x13 PAGE \x15乙\r")), "甲乙\n"},
		{"field in a code", docOf(docPar("甲\x13 IF \x13 PAGE \x141\x15 = 1 \x14乙\x15丙\r")), "甲乙丙\n"},
		{"field that nothing ends", docOf(docPar("甲\x13 PAGE\r"), docPar("乙\r")), "甲\n乙\n"},
		{"end without a field", docOf(docPar("甲\x15乙\x14丙\r")), "甲乙丙\n"},
		{"circled", docOf(docPar("\x13 eq \\o\\ac(○,3)\x15甲\r")), "③甲\n"},
		{"symbol", docOf(spans(span("(", readtest.Modifier(sprmSymbol, 0, 0, 0xFE, 0xF0)...), span("(是)\r"))), "☑(是)\n"},
		{"no end", docOf(docPar("甲"), docPar("乙")), "甲乙\n"},
	}
	for _, tt := range tests {
		src, err := readWord(t, tt.doc)
		if err != nil || src.Plain.String() != tt.want {
			t.Errorf("%s: %q, %v", tt.name, textOf(src), err)
		}
	}
}

// textOf returns the text of a source that may be nil.
func textOf(src *Source) string {
	if src == nil {
		return ""
	}
	return src.Plain.String()
}

func TestDocLooks(t *testing.T) {
	centre := readtest.Modifier(sprmAlign, 1)
	bold := readtest.Modifier(sprmBold, 1)
	d := docOf(
		docTestPara{Spans: []docSpan{docWords("云岭市文件", bold...), docWords("\r")}, Look: centre},
		docPar("一级\r", readtest.Modifier(sprmOutline, 0)...),
		docPar("正文\r", readtest.Modifier(sprmOutline, 9)...),
		docTestPara{Spans: []docSpan{docWords("加强领导。", bold...), docWords("各单位要重视。\r")}},
		docTestPara{Spans: []docSpan{docWords("见"), docWords("\x13HYPERLINK \"http://a.yunling.example.cn/\" \x14网站\x15。\r", bold...)}},
	)
	src, err := readWord(t, d)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range src.Styles {
		got = append(got, string(rune('0'+s.Kind))+src.Plain.String()[s.Lo:s.Hi])
	}
	if s := strings.Join(got, " "); s != "4云岭市文件 2云岭市文件 1一级 2加强领导。" {
		t.Error(s)
	}
	if len(src.Links) != 1 || src.Links[0].URL != "http://a.yunling.example.cn/" || src.Plain.String()[src.Links[0].Lo:src.Links[0].Hi] != "网站" {
		t.Errorf("%+v", src.Links)
	}
}

// docLevel returns a level of a list whose number is text, in which a character
// below levels stands for the number of that level.
func docLevel(start int, nfc byte, text string) []byte {
	b := make([]byte, 28)
	b[0], b[4] = byte(start), nfc
	u := utf16.Encode([]rune(text))
	n := 0
	for i, c := range u {
		if c < levels {
			b[6+n] = byte(i + 1)
			n++
		}
	}
	b[15] = 2
	b = binary.LittleEndian.AppendUint16(b, uint16(len(u)))
	for _, c := range u {
		b = binary.LittleEndian.AppendUint16(b, c)
	}
	return b
}

// docItem returns a paragraph of a list.
func docItem(text string, list, level byte) docTestPara {
	return docPar(text, append(readtest.Modifier(sprmList, list, 0), readtest.Modifier(sprmLevel, level)...)...)
}

func TestDocNumbers(t *testing.T) {
	def := make([]byte, 2+28)
	def[0], def[2] = 1, 7 // one list, called 7
	for i := range 9 {
		def[10+2*i], def[11+2*i] = 0xFF, 0x0F
	}
	var levelsOf []byte
	for _, l := range []struct {
		nfc  byte
		text string
	}{{37, "\x00、"}, {37, "（\x01）"}, {0, "\x02."}, {18, "\x03"}, {0, "\x02.\x04"}, {1, "\x05"}, {30, "\x06、"}, {23, "\uf0b7"}, {0, "\x08"}} {
		levelsOf = append(levelsOf, docLevel(1, l.nfc, l.text)...)
	}
	lfo := func(overrides byte) []byte {
		b := make([]byte, 16)
		b[0], b[12] = 7, overrides
		return b
	}
	uses := append([]byte{2, 0, 0, 0}, lfo(0)...)
	uses = append(uses, lfo(1)...)
	uses = append(uses, 0xFF, 0xFF, 0xFF, 0xFF) // of the first
	uses = append(uses, 0xFF, 0xFF, 0xFF, 0xFF, 5, 0, 0, 0, 0x10, 0, 0, 0)
	d := docOf(docItem("总则\r", 1, 0), docItem("甲\r", 1, 1), docItem("乙\r", 1, 1), docPar("中间\r"), docItem("分则\r", 1, 0), docItem("丙\r", 1, 1),
		docItem("丁\r", 1, 2), docItem("戊\r", 1, 3), docItem("己\r", 1, 4), docItem("从五\r", 2, 0), docItem("六\r", 2, 0),
		docItem("天干\r", 1, 6), docItem("点\r", 1, 7), docItem("无\r", 0, 0), docItem("缺\r", 9, 0))
	d.Tables = map[int][]byte{fibLists: def, fibUses: uses}
	d.Lists = levelsOf
	src, err := readWord(t, d)
	want := "一、总则\n（一）甲\n（二）乙\n中间\n二、分则\n（一）丙\n1.丁\n①戊\n1.1己\n五、从五\n六、六\n甲、天干\n•点\n无\n缺\n"
	if err != nil || src.Plain.String() != want {
		t.Errorf("%q, %v", textOf(src), err)
	}
}

func TestDocTables(t *testing.T) {
	in := readtest.Modifier(sprmInTable, 1)
	end := append(bytes.Clone(in), readtest.Modifier(sprmRowEnd, 1)...)
	edges := func(e ...int) []byte {
		b := []byte{byte(len(e)), 0, 0}
		for _, x := range e {
			b = binary.LittleEndian.AppendUint16(b, uint16(x))
		}
		b = append(b, make([]byte, 20*len(e))...)
		return append(bytes.Clone(end), readtest.Modifier(sprmTableDef, append([]byte{byte(len(b) + 1), byte((len(b) + 1) >> 8)}, b...)...)...)
	}
	tests := []struct {
		name  string
		paras []docTestPara
		want  string
		rows  string
	}{
		{"rows", []docTestPara{docPar("前\r"), docPar("时间\a", in...), docPar("内容\a", in...), docPar("\a", end...), docPar("3月\a", in...), docPar("征\r", in...), docPar("文\a", in...), docPar("\a", end...), docPar("后\r")},
			"前\n时间\t内容\n3月\t征 文\n后\n", "[时间][内容] [3月][征 文]"},
		{"spans", []docTestPara{docPar("全\a", in...), docPar("\a", edges(900)...), docPar("左\a", in...), docPar("右\a", in...), docPar("\a", edges(400, 905)...)},
			"全\n左\t右\n", "[全][] [左][右]"},
		{"layout", []docTestPara{docPar("抄送：云岭市委。\r", in...), docPar("印发\a", in...), docPar("\a", end...)}, "抄送：云岭市委。\n印发\n", ""},
		{"cut", []docTestPara{docPar("甲\a", in...), docPar("乙\a", in...), docPar("\a", end...), docPar("丙\a", in...)}, "甲\t乙\n丙\n", "[甲][乙] [丙]"},
	}
	for _, tt := range tests {
		src, err := readWord(t, docOf(tt.paras...))
		if err != nil || src.Plain.String() != tt.want {
			t.Errorf("%s: %q, %v", tt.name, textOf(src), err)
			continue
		}
		if got := rowsOf(src); got != tt.rows {
			t.Errorf("%s: %s", tt.name, got)
		}
	}
}

// rowsOf returns the rows of the tables of src.
func rowsOf(src *Source) string {
	var out []string
	for _, table := range src.Tables {
		for _, row := range table.Rows {
			s := ""
			for _, c := range row {
				s += "[" + src.Plain.String()[c.Lo:c.Hi] + "]"
			}
			out = append(out, s)
		}
	}
	return strings.Join(out, " ")
}

func TestDocStories(t *testing.T) {
	d := docOf(docPar("云岭〔2024〕8号\r"), docPar("第二段\x08\r"), docPar("脚注\r"), docPar("\r"), docPar("页眉\r"), docPar("第 1 页\r"), docPar("\r"), docPar("云岭市文件\r"), docPar("\r"), docPar("框\r"), docPar("\r"))
	d.Parts = [8]int{storyNotes: 4, storyHeads: 10, storyBoxes: 7, storyHeadBoxes: 3}
	d.Tables = map[int][]byte{
		fibBoxes:      readtest.Places([]int{0, 6, 7}, make([]byte, 14), []byte{5, 4, 0, 0}, make([]byte, 4), make([]byte, 22)),
		fibShapes:     readtest.Places([]int{15, 30}, []byte{5, 4, 0, 0}, make([]byte, 22)),
		fibBoxes + 16: readtest.Places([]int{0, 2, 3}, make([]byte, 14), []byte{6, 4, 0, 0}, make([]byte, 4), make([]byte, 22)),
		fibShapes + 8: readtest.Places([]int{4, 30}, []byte{6, 4, 0, 0}, make([]byte, 22)),
		fibHeads:      readtest.Places([]int{0, 0, 0, 0, 0, 0, 0, 0, 3, 3, 9, 9, 9, 10}),
	}
	src, err := readWord(t, d)
	want := "云岭〔2024〕8号\n云岭市文件\n第二段\n脚注\n\n页眉\n框\n第 1 页\n"
	if err != nil || src.Plain.String() != want {
		t.Fatalf("%q, %v", textOf(src), err)
	}
	var running []string
	for _, s := range src.Styles {
		if s.Kind == RunningHead {
			running = append(running, src.Plain.String()[s.Lo:s.Hi])
		}
	}
	if strings.Join(running, "|") != "脚注|页眉|框|第 1 页" {
		t.Error(running)
	}
}

func TestDocRefuses(t *testing.T) {
	whole := docOf(docPar("云岭市教育局关于开学的通知\r"))
	secret := docOf(docPar("密\r"))
	secret.Flags = 0x100
	tests := []struct {
		name string
		data []byte
		kind ErrorKind
		want string
	}{
		{"encrypted", readtest.Compound(secret.Streams()...), Encrypted, ""},
		{"encrypted package", readtest.Compound(docStream{Name: "EncryptionInfo", Data: nil}, docStream{Name: "EncryptedPackage", Data: nil}), Encrypted, ""},
		{"sheet", readtest.Compound(docStream{Name: "Workbook", Data: nil}), Unsupported, ""},
		{"slides", readtest.Compound(docStream{Name: "PowerPoint Document", Data: nil}), Unsupported, ""},
		{"something", readtest.Compound(docStream{Name: "CONTENTS", Data: nil}), Unsupported, ""},
		{"blank", readtest.Compound(docOf(docPar("\r"), docPar(" \r")).Streams()...), Empty, ""},
		{"no text", readtest.Compound(docStream{Name: "WordDocument", Data: make([]byte, 4096)}), Damaged, ""},
		{"directory lost", readtest.Compound(whole.Streams()...)[:512+4096+2048], Damaged, "云岭市教育局关于开学的通知\n"},
		{"no table stream", readtest.Compound(whole.Streams()[0]), Damaged, ""},
		{"only the head", []byte(ole2Mark + strings.Repeat("\x00", 600)), Damaged, ""},
	}
	for _, tt := range tests {
		src, err := Read(context.Background(), "a.doc", tt.data, Options{})
		e, ok := errors.AsType[*Error](err)
		if !ok || e.Kind != tt.kind || textOf(src) != tt.want {
			t.Errorf("%s: %q, %v", tt.name, textOf(src), err)
		}
	}
}

// word6 returns a file of Word 6 with the text.
func word6(text []byte, flags, language uint16, chars int) []byte {
	main := make([]byte, 0x300)
	put := binary.LittleEndian.PutUint32
	binary.LittleEndian.PutUint16(main, 0xA5DC)
	binary.LittleEndian.PutUint16(main[2:], 0x65)
	binary.LittleEndian.PutUint16(main[6:], language)
	binary.LittleEndian.PutUint16(main[fibFlags:], flags)
	put(main[fibMinFC:], uint32(len(main)))
	put(main[fibMinFC+4:], uint32(len(main)+len(text)))
	put(main[fib6Body:], uint32(chars))
	return readtest.Compound(docStream{Name: "WordDocument", Data: append(main, text...)})
}

func TestWord6(t *testing.T) {
	gbk := []byte("\xd4\xc6\xc1\xeb\xca\xd0\x13 PAGE \x141\x15\r\xbc\xd7\x07\xd2\xd2\x07\x07\xb1\xfb\x07\xb6\xa1\x07\x07\xba\xf3\r")
	wide := []byte{0x91, 0x4E, 0xAD, 0x5C, 13, 0}
	tests := []struct {
		name string
		data []byte
		want string
	}{
		{"gbk by language", word6(gbk, 0, 0x0804, len(gbk)), "云岭市1\n甲\t乙\n丙\t丁\n后\n"},
		{"utf-16", word6(wide, 0x1000, 0x0804, 3), "云岭\n"},
		{"western", word6([]byte("caf\xe9\r"), 0, 0x040C, 5), "café\n"},
	}
	for _, tt := range tests {
		src, err := Read(context.Background(), "a.doc", tt.data, Options{})
		if err != nil || textOf(src) != tt.want {
			t.Errorf("%s: %q, %v", tt.name, textOf(src), err)
			continue
		}
		check(t, src)
	}
}

// twins calls f for each notice that lies beside its text in another format.
func twins(t testing.TB, ext string, f func(name string, data []byte, want string)) {
	t.Helper()
	names, err := filepath.Glob("../../../testdata/notices/*/*" + ext)
	if err != nil || len(names) == 0 {
		t.Fatal("no notices", err)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		plain, err := os.ReadFile(strings.TrimSuffix(name, ext) + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		f(name, data, string(plain))
	}
}

// printedOnly returns s without blanks, and without the page number that the
// written copies have at their foot.
func printedOnly(s string) string {
	return strings.TrimSuffix(strings.Join(strings.Fields(s), ""), "—1—")
}

func TestDocNotices(t *testing.T) {
	for _, ext := range []string{".doc", ".rtf"} {
		twins(t, ext, func(name string, data []byte, want string) {
			src, err := Read(context.Background(), name, data, Options{})
			if err != nil || printedOnly(textOf(src)) != printedOnly(want) {
				t.Errorf("%s: %v\n%s", name, err, textOf(src))
				return
			}
			check(t, src)
		})
	}
}

func FuzzDoc(f *testing.F) {
	f.Add(docOf(docPar("甲\a", readtest.Modifier(sprmInTable, 1)...), docPar("\x13PAGE\x141\x15\r")).Bytes())
	f.Add(word6([]byte("\xd4\xc6\r"), 4, 0x0804, 3))
	twins(f, ".doc", func(_ string, data []byte, _ string) { f.Add(data) })
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 256<<10 {
			return
		}
		src, err := readDoc(context.Background(), data, Options{})
		if src == nil && err == nil {
			t.Fatal("neither text nor error")
		}
		if src != nil {
			check(t, src)
			if n := len(src.Plain.String()); n > 64*len(data)+1024 {
				t.Fatalf("%d bytes of text out of %d", n, len(data))
			}
		}
	})
}

func BenchmarkDoc(b *testing.B) {
	var data []byte
	twins(b, ".doc", func(_ string, d []byte, _ string) { data = d })
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := readDoc(context.Background(), data, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
