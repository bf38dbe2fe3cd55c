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
)

// A docStream is a stream of a compound file.
type docStream struct {
	name string
	data []byte
}

// compound returns a compound file of the streams. Each is padded to the
// length from which on it has sectors of its own.
func compound(streams ...docStream) []byte {
	const sector, free, end, fat = 512, 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
	var body []byte
	table := []uint32{}
	chain := func(data []byte) uint32 {
		first := uint32(len(table))
		data = append(bytes.Clone(data), make([]byte, -len(data)&(sector-1))...)
		body = append(body, data...)
		for i := range len(data) / sector {
			next := first + uint32(i) + 1
			if (i+1)*sector == len(data) {
				next = end
			}
			table = append(table, next)
		}
		return first
	}
	u16 := binary.LittleEndian.PutUint16
	u32 := binary.LittleEndian.PutUint32
	dir := make([]byte, (len(streams)+1)*128)
	for i := range len(streams) + 1 {
		e := dir[128*i:]
		name, kind := "Root Entry", byte(5)
		first, size := uint32(end), 0
		if i > 0 {
			s := streams[i-1]
			name, kind, size = s.name, 2, max(len(s.data), 4096)
			first = chain(append(bytes.Clone(s.data), make([]byte, size-len(s.data))...))
		}
		for k, c := range utf16.Encode([]rune(name)) {
			u16(e[2*k:], c)
		}
		u16(e[64:], uint16(2*len(name)+2))
		e[66], e[67] = kind, 1
		u32(e[68:], free)
		u32(e[72:], free)
		u32(e[76:], free)
		if i == 0 && len(streams) > 0 {
			u32(e[76:], 1)
		} else if i > 0 && i < len(streams) {
			u32(e[72:], uint32(i+1))
		}
		u32(e[116:], first)
		u32(e[120:], uint32(size))
	}
	dirAt := chain(dir)
	fatAt := uint32(len(table))
	n := 1
	for (len(table)+n)*4 > n*sector {
		n++
	}
	for range n {
		table = append(table, fat)
	}
	sectors := make([]byte, n*sector)
	for i := range len(sectors) / 4 {
		u32(sectors[4*i:], free)
	}
	for i, next := range table {
		u32(sectors[4*i:], next)
	}
	head := make([]byte, sector)
	copy(head, ole2Mark)
	u16(head[24:], 0x3E)
	u16(head[26:], 3)
	u16(head[28:], 0xFFFE)
	u16(head[30:], 9)
	u16(head[32:], 6)
	u32(head[44:], uint32(n))
	u32(head[48:], dirAt)
	u32(head[56:], 4096)
	u32(head[60:], end)
	u32(head[68:], end)
	for i := range 109 {
		u32(head[76+4*i:], free)
		if i < n {
			u32(head[76+4*i:], fatAt+uint32(i))
		}
	}
	return append(append(head, body...), sectors...)
}

// A docSpan is a run of characters with its modifiers.
type docSpan struct {
	text string
	look []byte
}

// A docTestPara is a paragraph, its mark included in the last span.
type docTestPara struct {
	spans []docSpan
	style int
	look  []byte
}

// A docTest is a Word file to be written by a test.
type docTest struct {
	paras  []docTestPara
	parts  [stories]int // characters of the parts; the body is what is left
	narrow bool         // one byte a character
	saved  bool         // fast: in pieces that stand in disorder
	prm    uint16       // of the second piece
	tables map[int][]byte
	lists  []byte // behind the definitions: their levels
	data   []byte
	flags  uint16
}

// docPar returns a paragraph of one run.
func docPar(text string, look ...byte) docTestPara {
	return docTestPara{spans: []docSpan{{text, nil}}, look: look}
}

// sprm returns a modifier.
func sprm(code int, operand ...byte) []byte {
	return append([]byte{byte(code), byte(code >> 8)}, operand...)
}

// plc returns a table of places and what belongs to each.
func plc(places []int, items ...[]byte) []byte {
	var b []byte
	for _, p := range places {
		b = binary.LittleEndian.AppendUint32(b, uint32(p))
	}
	for _, it := range items {
		b = append(b, it...)
	}
	return b
}

// docPageOf returns a page of properties, whose entries are of that width.
func docPageOf(t testing.TB, places []int, width int, props [][]byte) []byte {
	t.Helper()
	b := make([]byte, docPage)
	n := len(props)
	b[docPage-1] = byte(n)
	for i, p := range places {
		binary.LittleEndian.PutUint32(b[4*i:], uint32(p))
	}
	at := docPage - 1
	for i, p := range props {
		if len(p) == 0 {
			continue
		}
		at = (at - len(p)) &^ 1
		if at < 4*(n+1)+width*n {
			t.Fatal("page is full")
		}
		copy(b[at:], p)
		b[4*(n+1)+width*i] = byte(at / 2)
	}
	return b
}

// streams returns the streams of the file.
func (d *docTest) streams(t testing.TB) []docStream {
	t.Helper()
	const textAt = 0x400
	main := make([]byte, textAt)
	size := 2
	if d.narrow {
		size = 1
	}
	var text []byte
	var chars, paras []int
	var charProps, paraProps [][]byte
	total := 0
	for _, p := range d.paras {
		paras = append(paras, textAt+len(text))
		look := append([]byte{byte(p.style), byte(p.style >> 8)}, p.look...)
		prop := append([]byte{byte((len(look) + 1) / 2)}, look...)
		if len(look)%2 == 0 {
			prop = append([]byte{0, byte(len(look) / 2)}, look...)
		}
		paraProps = append(paraProps, prop)
		for _, s := range p.spans {
			chars = append(chars, textAt+len(text))
			if len(s.look) > 0 {
				charProps = append(charProps, append([]byte{byte(len(s.look))}, s.look...))
			} else {
				charProps = append(charProps, nil)
			}
			for _, c := range utf16.Encode([]rune(s.text)) {
				total++
				if d.narrow {
					text = append(text, byte(c))
					continue
				}
				text = binary.LittleEndian.AppendUint16(text, c)
			}
		}
	}
	end := textAt + len(text)
	chars, paras = append(chars, end), append(paras, end)
	main = append(main, text...)
	main = append(main, make([]byte, -len(main)&(docPage-1))...)
	charPage := len(main) / docPage
	main = append(main, docPageOf(t, chars, 1, charProps)...)
	main = append(main, docPageOf(t, paras, 13, paraProps)...)

	var table []byte
	put := func(at int, b []byte) {
		binary.LittleEndian.PutUint32(main[at:], uint32(len(table)))
		binary.LittleEndian.PutUint32(main[at+4:], uint32(len(b)))
		table = append(table, b...)
	}
	number := func(n int) []byte { return binary.LittleEndian.AppendUint32(nil, uint32(n)) }
	put(fibChars, plc([]int{textAt, end}, number(charPage)))
	put(fibParas, plc([]int{textAt, end}, number(charPage+1)))
	pcd := func(fc int, prm uint16) []byte {
		if d.narrow {
			fc = fc*2 | 1<<30
		}
		return binary.LittleEndian.AppendUint16(append([]byte{0, 0}, number(fc)...), prm)
	}
	pieces := plc([]int{0, total}, pcd(textAt, d.prm))
	if d.saved {
		half := total / 2
		pieces = plc([]int{0, half, total}, pcd(textAt, 0), pcd(textAt+half*size, d.prm))
	}
	put(fibClx, append(append([]byte{2}, number(len(pieces))...), pieces...))
	for at, b := range d.tables {
		put(at, b)
		if at == fibLists {
			table = append(table, d.lists...)
		}
	}
	binary.LittleEndian.PutUint16(main[0:], wordMark)
	binary.LittleEndian.PutUint16(main[2:], word97)
	binary.LittleEndian.PutUint16(main[fibFlags:], d.flags|0x200)
	parts := d.parts
	parts[storyBody] = total
	for _, n := range d.parts {
		parts[storyBody] -= n
	}
	for i, n := range parts {
		binary.LittleEndian.PutUint32(main[fibCounts+4*i:], uint32(n))
	}
	return []docStream{{"WordDocument", main}, {"1Table", table}, {"Data", d.data}}
}

// read reads the file and returns what it holds.
func (d *docTest) read(t testing.TB) (*Source, error) {
	t.Helper()
	src, err := Read(context.Background(), "a.doc", compound(d.streams(t)...), Options{})
	if src != nil {
		check(t, src)
	}
	return src, err
}

func docOf(paras ...docTestPara) *docTest { return &docTest{paras: paras} }

func TestDocWords(t *testing.T) {
	span := func(text string, look ...byte) docSpan { return docSpan{text, look} }
	spans := func(s ...docSpan) docTestPara { return docTestPara{spans: s} }
	tests := []struct {
		name string
		doc  *docTest
		want string
	}{
		{"paragraphs", docOf(docPar("云岭市教育局\r"), docPar("关于开学的通知\r")), "云岭市教育局\n关于开学的通知\n"},
		{"narrow", &docTest{paras: []docTestPara{docPar("yunling \u0093a\u0094\r")}, narrow: true}, "yunling “a”\n"},
		{"fast saved", &docTest{paras: []docTestPara{docPar("甲乙丙丁\r"), docPar("戊己庚\r")}, saved: true}, "甲乙丙丁\n戊己庚\n"},
		{"piece deleted", &docTest{paras: []docTestPara{docPar("甲乙\r"), docPar("丙丁\r")}, saved: true, prm: 0x41<<1 | 1<<8}, "甲乙\n"},
		{"beyond the plane", docOf(docPar("𠮷字\r")), "𠮷字\n"},
		{"deleted", docOf(spans(span("现将"), span("旧事", sprm(sprmDeleted, 1)...), span("新事\r"))), "现将新事\n"},
		{"not deleted", docOf(spans(span("现将"), span("旧事", sprm(sprmDeleted, 0)...), span("\r"))), "现将旧事\n"},
		{"hidden", docOf(spans(span("甲"), span("乙", sprm(sprmHidden, 1)...), span("丙", sprm(sprmHidden, 0)...), span("\r"))), "甲丙\n"},
		{"mark deleted", docOf(spans(span("关于开展"), span("\r", sprm(sprmDeleted, 1)...)), docPar("检查的通知\r")), "关于开展检查的通知\n"},
		{"breaks", docOf(docPar("甲\v乙\f丙\x0e丁\r")), "甲\n乙\n丙\n丁\n"},
		{"hyphens", docOf(docPar("010\x1e5550\x1f123\u00a04\t5\r")), "010-5550123\u00a04\t5\n"},
		{"signs without words", docOf(docPar("\x01甲\x02\x08\x05\r")), "甲\n"},
		{"field", docOf(docPar("共\x13 NUMPAGES \x142\x15页\r")), "共2页\n"},
		{"field without a result", docOf(docPar("甲\x13 PAGE \x15乙\r")), "甲乙\n"},
		{"field in a code", docOf(docPar("甲\x13 IF \x13 PAGE \x141\x15 = 1 \x14乙\x15丙\r")), "甲乙丙\n"},
		{"field that nothing ends", docOf(docPar("甲\x13 PAGE\r"), docPar("乙\r")), "甲\n乙\n"},
		{"end without a field", docOf(docPar("甲\x15乙\x14丙\r")), "甲乙丙\n"},
		{"circled", docOf(docPar("\x13 eq \\o\\ac(○,3)\x15甲\r")), "③甲\n"},
		{"symbol", docOf(spans(span("(", sprm(sprmSymbol, 0, 0, 0xFE, 0xF0)...), span("(是)\r"))), "☑(是)\n"},
		{"no end", docOf(docPar("甲"), docPar("乙")), "甲乙\n"},
	}
	for _, tt := range tests {
		src, err := tt.doc.read(t)
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
	centre := sprm(sprmAlign, 1)
	bold := sprm(sprmBold, 1)
	d := docOf(
		docTestPara{spans: []docSpan{{"云岭市文件", bold}, {"\r", nil}}, look: centre},
		docPar("一级\r", sprm(sprmOutline, 0)...),
		docPar("正文\r", sprm(sprmOutline, 9)...),
		docTestPara{spans: []docSpan{{"加强领导。", bold}, {"各单位要重视。\r", nil}}},
		docTestPara{spans: []docSpan{{"见", nil}, {"\x13HYPERLINK \"http://a.yunling.example.cn/\" \x14网站\x15。\r", bold}}},
	)
	src, err := d.read(t)
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
	return docPar(text, append(sprm(sprmList, list, 0), sprm(sprmLevel, level)...)...)
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
	d.tables = map[int][]byte{fibLists: def, fibUses: uses}
	d.lists = levelsOf
	src, err := d.read(t)
	want := "一、总则\n（一）甲\n（二）乙\n中间\n二、分则\n（一）丙\n1.丁\n①戊\n1.1己\n五、从五\n六、六\n甲、天干\n•点\n无\n缺\n"
	if err != nil || src.Plain.String() != want {
		t.Errorf("%q, %v", textOf(src), err)
	}
}

func TestDocTables(t *testing.T) {
	in := sprm(sprmInTable, 1)
	end := append(bytes.Clone(in), sprm(sprmRowEnd, 1)...)
	edges := func(e ...int) []byte {
		b := []byte{byte(len(e)), 0, 0}
		for _, x := range e {
			b = binary.LittleEndian.AppendUint16(b, uint16(x))
		}
		b = append(b, make([]byte, 20*len(e))...)
		return append(bytes.Clone(end), sprm(sprmTableDef, append([]byte{byte(len(b) + 1), byte((len(b) + 1) >> 8)}, b...)...)...)
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
		src, err := docOf(tt.paras...).read(t)
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
	d.parts = [stories]int{storyNotes: 4, storyHeads: 10, storyBoxes: 7, storyHeadBoxes: 3}
	d.tables = map[int][]byte{
		fibBoxes:      plc([]int{0, 6, 7}, make([]byte, 14), []byte{5, 4, 0, 0}, make([]byte, 4), make([]byte, 22)),
		fibShapes:     plc([]int{15, 30}, []byte{5, 4, 0, 0}, make([]byte, 22)),
		fibBoxes + 16: plc([]int{0, 2, 3}, make([]byte, 14), []byte{6, 4, 0, 0}, make([]byte, 4), make([]byte, 22)),
		fibShapes + 8: plc([]int{4, 30}, []byte{6, 4, 0, 0}, make([]byte, 22)),
		fibHeads:      plc([]int{0, 0, 0, 0, 0, 0, 0, 0, 3, 3, 9, 9, 9, 10}),
	}
	src, err := d.read(t)
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
	secret.flags = 0x100
	tests := []struct {
		name string
		data []byte
		kind ErrorKind
		want string
	}{
		{"encrypted", compound(secret.streams(t)...), Encrypted, ""},
		{"encrypted package", compound(docStream{"EncryptionInfo", nil}, docStream{"EncryptedPackage", nil}), Encrypted, ""},
		{"sheet", compound(docStream{"Workbook", nil}), Unsupported, ""},
		{"slides", compound(docStream{"PowerPoint Document", nil}), Unsupported, ""},
		{"something", compound(docStream{"CONTENTS", nil}), Unsupported, ""},
		{"blank", compound(docOf(docPar("\r"), docPar(" \r")).streams(t)...), Empty, ""},
		{"no text", compound(docStream{"WordDocument", make([]byte, 4096)}), Damaged, ""},
		{"directory lost", compound(whole.streams(t)...)[:512+4096+2048], Damaged, "云岭市教育局关于开学的通知\n"},
		{"no table stream", compound(whole.streams(t)[0]), Damaged, ""},
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
	return compound(docStream{"WordDocument", append(main, text...)})
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
	f.Add(compound(docOf(docPar("甲\a", sprm(sprmInTable, 1)...), docPar("\x13PAGE\x141\x15\r")).streams(f)...))
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
