package read

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A docxFile is a document to be written by a test: its parts by name.
type docxFile map[string]string

const (
	docxNS   = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="r" xmlns:mc="mc" xmlns:wps="wps" xmlns:v="v" xmlns:m="m"`
	relHead  = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	relTypes = `http://schemas.openxmlformats.org/officeDocument/2006/relationships/`
)

// document returns a document with the body.
func document(body string) docxFile {
	return docxFile{"word/document.xml": `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document ` + docxNS + `><w:body>` + body + `</w:body></w:document>`}
}

// with returns f with one more part.
func (f docxFile) with(name, part string) docxFile {
	f[name] = part
	return f
}

// numbered adds the lists.
func (f docxFile) numbered(lists string) docxFile {
	return f.with("word/numbering.xml", `<w:numbering `+docxNS+`>`+lists+`</w:numbering>`)
}

// styled adds the styles.
func (f docxFile) styled(styles string) docxFile {
	return f.with("word/styles.xml", `<w:styles `+docxNS+`>`+styles+`</w:styles>`)
}

// related adds what the main part refers to.
func (f docxFile) related(rels string) docxFile {
	return f.with("word/_rels/document.xml.rels", relHead+rels+`</Relationships>`)
}

// bytes returns the file.
func (f docxFile) bytes(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range f.names() {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(f[name])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// names returns the names of the parts, in an order that never changes.
func (f docxFile) names() []string {
	var list []string
	for name := range f {
		list = append(list, name)
	}
	for i := range list {
		for k := i; k > 0 && list[k] < list[k-1]; k-- {
			list[k], list[k-1] = list[k-1], list[k]
		}
	}
	return list
}

// readDocument reads the file and checks what every Source promises.
func readDocument(t testing.TB, f docxFile) *Source {
	t.Helper()
	src, err := Read(context.Background(), "t.docx", f.bytes(t), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if src.Format != "docx" {
		t.Fatalf("format %s", src.Format)
	}
	check(t, src)
	return src
}

// par returns a paragraph with the words, props its properties.
func par(props, words string) string {
	if props != "" {
		props = "<w:pPr>" + props + "</w:pPr>"
	}
	return "<w:p>" + props + words + "</w:p>"
}

// run returns a run of words.
func run(words string) string { return `<w:r><w:t xml:space="preserve">` + words + `</w:t></w:r>` }

// line returns a plain paragraph.
func line(words string) string { return par("", run(words)) }

func TestDocxWords(t *testing.T) {
	tests := []struct{ name, body, want string }{
		{"paragraphs", line("云岭市教育局") + par("", "") + line("各学校："), "云岭市教育局\n\n各学校：\n"},
		{"runs join", par("", run("云岭")+run("市")), "云岭市\n"},
		{"blanks at the ends need asking for", par("", `<w:r><w:t> 甲 </w:t></w:r>`+run(" 乙 ")), "甲 乙 \n"},
		{"line end within words", par("", "<w:r><w:t>甲\n乙</w:t></w:r>"), "甲 乙\n"},
		{"tab, breaks, hyphens", par("", `<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:br w:type="page"/><w:t>0791</w:t><w:noBreakHyphen/><w:t>55</w:t><w:softHyphen/><w:t>01</w:t></w:r>`), "甲\t乙\n丙\n0791-5501\n"},
		{"tab stops are no tabs", par(`<w:tabs><w:tab w:val="left" w:pos="10"/></w:tabs>`, run("甲")), "甲\n"},
		{"insertion", par("", run("于")+`<w:ins w:id="1">`+run("5月")+`</w:ins>`+run("举办")), "于5月举办\n"},
		{"deletion", par("", run("于")+`<w:del w:id="1"><w:r><w:delText>4月</w:delText></w:r></w:del>`+run("举办")), "于举办\n"},
		{"moved", par("", `<w:moveFrom w:id="1">`+run("甲")+`</w:moveFrom>`+run("乙")+`<w:moveTo w:id="2">`+run("甲")+`</w:moveTo>`), "乙甲\n"},
		{"old properties", par(`<w:jc w:val="left"/><w:pPrChange w:id="1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>`, run("甲")), "甲\n"},
		{"deleted end", par(`<w:rPr><w:del w:id="1"/></w:rPr>`, run("关于开展")) + par("", run("宣传月的通知")), "关于开展宣传月的通知\n"},
		{"deleted paragraph", line("甲") + par(`<w:rPr><w:del w:id="1"/></w:rPr>`, `<w:del w:id="2"><w:r><w:delText>乙</w:delText></w:r></w:del>`) + line("丙"), "甲\n丙\n"},
		{"hidden", par("", run("甲")+`<w:r><w:rPr><w:vanish/></w:rPr><w:t>乙</w:t></w:r>`+`<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>丙</w:t></w:r>`), "甲丙\n"},
		{"smart tag, custom XML", par("", `<w:smartTag w:element="date"><w:smartTagPr/>`+run("5月")+`<w:customXml>`+run("26日")+`</w:customXml></w:smartTag>`), "5月26日\n"},
		{"content control", `<w:sdt><w:sdtPr><w:alias w:val="标题"/></w:sdtPr><w:sdtContent>` + line("甲") + `</w:sdtContent></w:sdt>` + par("", `<w:sdt><w:sdtContent>`+run("乙")+`</w:sdtContent></w:sdt>`), "甲\n乙\n"},
		{"content control that asks", par("", `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>`+run("单击此处输入文字")+`</w:sdtContent></w:sdt>`+run("乙")), "乙\n"},
		{"ruby", par("", `<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>yún</w:t></w:r></w:rt><w:rubyBase>`+run("云")+`</w:rubyBase></w:ruby></w:r>`+run("岭")), "云岭\n"},
		{"mathematics", par("", `<m:oMath><m:r><m:rPr><m:sty/></m:rPr><m:t>S</m:t></m:r><m:r><m:t>=ab</m:t></m:r></m:oMath>`), "S=ab\n"},
		{"boxes to be ticked", par("", `<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t>是</w:t><w:sym w:font="Wingdings 2" w:char="F0A3"/><w:t>否</w:t></w:r>`), "☑是□否\n"},
		{"sign of a private font in words", par("", `<w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>&#xF0A8;</w:t></w:r>`+run("甲")), "□甲\n"},
		{"unknown sign", par("", run("甲")+`<w:r><w:sym w:font="Wingdings" w:char="F021"/><w:sym w:char="zz"/><w:sym/></w:r>`), "甲\n"},
		{"embedded object", par("", `<w:r><w:object><v:shape/><w:t>甲</w:t></w:object></w:r>`+run("乙")), "乙\n"},
		{"entities", line("A&amp;B &lt;附件&gt;&#x3001;"), "A&B <附件>、\n"},
		{"control characters", line("甲\x0b乙"), "甲 乙\n"},
		{"bad bytes", line("甲\xff乙"), "甲\uFFFD乙\n"},
		{"words outside a paragraph", `<w:r><w:t>甲</w:t></w:r>` + line("乙"), "乙\n"},
	}
	for _, tt := range tests {
		if got := readDocument(t, document(tt.body)).Plain.String(); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestDocxBoxes(t *testing.T) {
	box := func(words string) string { return `<w:txbxContent>` + words + `</w:txbxContent>` }
	head := line("云岭市教育局文件")
	tests := []struct{ name, body, want string }{
		{"choice once", par("", run("云教〔2024〕3号")+`<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>`+box(head)+`</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>`+box(head)+`</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`), "云岭市教育局文件\n云教〔2024〕3号\n"},
		{"fallback where the choice has no words", par("", `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing/></mc:Choice><mc:Fallback><w:pict><v:textbox>`+box(head)+`</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`+run("甲")), "云岭市教育局文件\n甲\n"},
		{"old box", par("", `<w:r><w:pict><v:shape><v:textbox>`+box(head+line("乙"))+`</v:textbox></v:shape></w:pict></w:r>`), "云岭市教育局文件\n乙\n\n"},
		{"box in a box", par("", `<w:r><w:pict><v:textbox>`+box(par("", run("甲")+`<w:r><w:pict><v:textbox>`+box(line("乙"))+`</v:textbox></w:pict></w:r>`))+`</v:textbox></w:pict></w:r>`+run("丙")), "乙\n甲\n丙\n"},
		{"table in a box", par("", `<w:r><w:pict><v:textbox>`+box(`<w:tbl><w:tr><w:tc>`+line("甲")+`</w:tc><w:tc>`+line("乙")+`</w:tc></w:tr></w:tbl>`)+`</v:textbox></w:pict></w:r>`+run("丙")), "甲\t乙\n丙\n"},
		{"word art", par("", `<w:r><w:pict><v:shape><v:textpath string="云岭市教育局文件"/></v:shape></w:pict></w:r>`+run("甲")), "云岭市教育局文件\n甲\n"},
		{"seal drawn as word art", par("", `<w:r><w:pict><v:group><v:shape><v:textpath string="云岭市教育局"/></v:shape></v:group></w:pict></w:r>`+run("甲")), "甲\n"},
		{"hidden box", par("", `<w:r><w:rPr><w:vanish/></w:rPr><w:pict><v:textbox>`+box(head)+`</v:textbox></w:pict></w:r>`+run("甲")), "甲\n"},
		{"box in a deletion", par("", `<w:del><w:r><w:pict><v:textbox>`+box(head)+`</v:textbox></w:pict></w:r></w:del>`+run("甲")), "甲\n"},
	}
	for _, tt := range tests {
		if got := readDocument(t, document(tt.body)).Plain.String(); strings.TrimRight(got, "\n") != strings.TrimRight(tt.want, "\n") {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// char returns a border of a field, code a part of its code.
func char(kind string) string { return `<w:r><w:fldChar w:fldCharType="` + kind + `"/></w:r>` }
func code(s string) string {
	return `<w:r><w:instrText xml:space="preserve">` + s + `</w:instrText></w:r>`
}

func TestDocxLinks(t *testing.T) {
	const url = "https://jyj.yunling.example/a"
	rels := `<Relationship Id="rId1" Type="` + relTypes + `hyperlink" Target="` + url + `" TargetMode="External"/>`
	field := func(s, result string) string {
		return char("begin") + code(s) + char("separate") + run(result) + char("end")
	}
	tests := []struct{ name, body, text, links string }{
		{"relation", par("", run("见")+`<w:hyperlink r:id="rId1">`+run("网站")+`</w:hyperlink>`+run("。")), "见网站。", "网站=" + url},
		{"place in the document", par("", `<w:hyperlink w:anchor="_Toc1">`+run("总则")+`</w:hyperlink>`), "总则", ""},
		{"place in a page", par("", `<w:hyperlink r:id="rId1" w:anchor="b">`+run("网站")+`</w:hyperlink>`), "网站", "网站=" + url + "#b"},
		{"lost relation", par("", `<w:hyperlink r:id="rId9">`+run("网站")+`</w:hyperlink>`), "网站", ""},
		{"field", par("", field(`HYPERLINK "`+url+`" \o "提示" `, "网站")+run("。")), "网站。", "网站=" + url},
		{"field in parts", par("", char("begin")+code(` HYPER`)+code(`LINK "`+url+`"`)+char("separate")+run("网")+run("站")+char("end")), "网站", "网站=" + url},
		{"field to a place", par("", field(`HYPERLINK \l "_Toc1"`, "总则")), "总则", ""},
		{"other field", par("", run("第")+field(`PAGE`, "2")+run("页")), "第2页", ""},
		{"field within a field", par("", field(`HYPERLINK "`+url+`"`, "见")+char("begin")+code("IF ")+field("PAGE", "1")+code(" = 1")+char("separate")+run("甲")+char("end")), "见甲", "见=" + url},
		{"simple field", par("", `<w:fldSimple w:instr=" HYPERLINK &quot;`+url+`&quot; ">`+run("网站")+`</w:fldSimple>`), "网站", "网站=" + url},
		{"without result", par("", run("甲")+char("begin")+code("XE \"甲\"")+char("end")+run("乙")), "甲乙", ""},
		{"never ended", par("", char("begin")+code("PAGE")) + line("甲"), "\n甲", ""},
		{"ended twice", par("", char("end")+run("甲")+char("end")), "甲", ""},
		{"in a circle", par("", char("begin")+code(` eq \o\ac(○,3) `)+char("end")+run("报送")), "③报送", ""},
		{"with its reading", par("", char("begin")+code(` EQ \* jc2 \o\ad(\s\up 9(yún),云) `)+char("end")+run("岭")), "云岭", ""},
		{"symbol field", par("", char("begin")+code(` SYMBOL 254 \f "Wingdings" `)+char("end")+run("是")), "☑是", ""},
		{"form boxes", par("", `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>`+code("FORMCHECKBOX")+char("end")+run("是")), "☑是", ""},
	}
	for _, tt := range tests {
		src := readDocument(t, document(tt.body).related(rels))
		text, links := src.Plain.String(), ""
		for _, l := range src.Links {
			links += text[l.Lo:l.Hi] + "=" + l.URL
		}
		if strings.TrimSuffix(text, "\n") != tt.text || links != tt.links {
			t.Errorf("%s: %q, links %q", tt.name, text, links)
		}
	}
}

// looks returns the styles of src as the tests write them.
func looks(src *Source) string {
	var b strings.Builder
	for _, s := range src.Styles {
		name := [...]string{"", "H", "B", "L", "C", "R"}[s.Kind]
		fmt.Fprintf(&b, "%s%.*d:%s ", name, 1, s.Level, src.Plain.String()[s.Lo:s.Hi])
	}
	return strings.TrimSpace(b.String())
}

func TestDocxLooks(t *testing.T) {
	const styles = `<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>` +
		`<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="2"><w:name w:val="我的标题"/><w:basedOn w:val="1"/><w:pPr><w:outlineLvl w:val="1"/><w:jc w:val="left"/></w:pPr></w:style>` +
		`<w:style w:type="character" w:styleId="s"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>` +
		`<w:style w:type="character" w:styleId="h"><w:name w:val="hidden"/><w:rPr><w:vanish/></w:rPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="t"><w:name w:val="toc 1"/></w:style>` +
		`<w:style w:type="paragraph" w:styleId="x"><w:name w:val="x"/><w:basedOn w:val="y"/></w:style>` +
		`<w:style w:type="paragraph" w:styleId="y"><w:name w:val="y"/><w:basedOn w:val="x"/></w:style>`
	bold := func(words string) string { return `<w:r><w:rPr><w:b/></w:rPr><w:t>` + words + `</w:t></w:r>` }
	tests := []struct{ name, body, want string }{
		{"plain", line("甲"), ""},
		{"heading by name", par(`<w:pStyle w:val="1"/>`, run("甲")), "H1:甲 C0:甲 B0:甲"},
		{"heading by inheritance", par(`<w:pStyle w:val="2"/>`, run("甲")), "H2:甲 B0:甲"},
		{"heading by itself", par(`<w:outlineLvl w:val="2"/>`, run("甲")), "H3:甲"},
		{"body text by itself", par(`<w:pStyle w:val="2"/><w:outlineLvl w:val="9"/>`, run("甲")), "B0:甲"},
		{"empty heading", par(`<w:outlineLvl w:val="2"/>`, run("　")) + line("甲"), ""},
		{"centred", par(`<w:jc w:val="center"/>`, run(" 甲 ")), "C0:甲"},
		{"spread is not centred", par(`<w:jc w:val="distribute"/>`, run("甲")), ""},
		{"bold at the head", par("", bold("一、目标。")+bold("要")+run("为了")), "B0:一、目标。要"},
		{"bold later on", par("", run("为了")+bold("目标")), ""},
		{"bold off", par("", `<w:r><w:rPr><w:b w:val="false"/></w:rPr><w:t>甲</w:t></w:r>`), ""},
		{"bold by style", par("", `<w:r><w:rPr><w:rStyle w:val="s"/></w:rPr><w:t>甲</w:t></w:r>`+run("乙")), "B0:甲"},
		{"bold twice is plain", par(`<w:pStyle w:val="2"/>`, `<w:r><w:rPr><w:rStyle w:val="s"/></w:rPr><w:t>甲</w:t></w:r>`), "H2:甲"},
		{"hidden by style", par("", `<w:r><w:rPr><w:rStyle w:val="h"/></w:rPr><w:t>甲</w:t></w:r>`+run("乙")), ""},
		{"table of contents", par(`<w:pStyle w:val="t"/>`, run("一、总则3")), "R0:一、总则3"},
		{"styles in a ring", par(`<w:pStyle w:val="x"/>`, run("甲")), ""},
		{"unknown style", par(`<w:pStyle w:val="zz"/>`, run("甲")), ""},
	}
	for _, tt := range tests {
		if got := looks(readDocument(t, document(tt.body).styled(styles))); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}

// notices returns the texts of the notices in testdata.
func notices(t testing.TB) []string {
	t.Helper()
	names, _ := filepath.Glob("../../../testdata/notices/*/*.txt")
	var list []string
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		src, err := Read(context.Background(), name, data, Options{})
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, strings.TrimRight(src.Plain.String(), "\n")+"\n")
	}
	return list
}

var escape = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "\t", "</w:t><w:tab/><w:t xml:space=\"preserve\">", "\f", "</w:t><w:br/><w:t xml:space=\"preserve\">")

// asDocument returns a document whose paragraphs are the lines of text.
func asDocument(text string) docxFile {
	var b strings.Builder
	for l := range strings.Lines(text) {
		b.WriteString(par("", run(escape.Replace(strings.TrimSuffix(l, "\n")))))
	}
	return document(b.String())
}

// A notice read from a document has the lines that it has as text.
func TestDocxNotices(t *testing.T) {
	n := 0
	for _, text := range notices(t) {
		if got := readDocument(t, asDocument(text)).Plain.String(); got != strings.ReplaceAll(text, "\f", "\n") {
			t.Errorf("%.200q is read as %.200q", text, got)
		}
		n++
	}
	if n == 0 {
		t.Skip("no notices")
	}
}

func FuzzDocx(f *testing.F) {
	f.Add([]byte(line("甲")), []byte("<w:style w:styleId=\"1\"/>"), []byte(""), 0)
	f.Add([]byte(par(`<w:numPr><w:numId w:val="1"/></w:numPr>`, run("甲"))), []byte(""), []byte(numberingOf("chineseCounting", "%1、", "")), 3)
	f.Add([]byte("<w:tbl><w:tr><w:tc>"+line("甲")+"</w:tc><w:tc/></w:tr><w:tr><w:tc/><w:tc/></w:tr></w:tbl>"), []byte(""), []byte(""), 60)
	f.Add([]byte(par("", char("begin")+code(`HYPERLINK "a"`)+char("separate")+"<w:pict><txbxContent>"+line("甲")+"</txbxContent></w:pict>"+char("end"))), []byte(""), []byte(""), 200)
	f.Fuzz(func(t *testing.T, body, styles, lists []byte, at int) {
		data := document(string(body)).styled(string(styles)).numbered(string(lists)).bytes(t)
		if at > 0 && at < len(data) {
			data[at] ^= byte(at)
		}
		for _, d := range [][]byte{data, body} {
			src, _ := readDocx(context.Background(), d, Options{Limits: Limits{Unpacked: 1 << 20}})
			if src != nil {
				check(t, src)
			}
		}
	})
}

func BenchmarkDocx(b *testing.B) {
	f := asDocument(strings.Join(notices(b), ""))
	data := f.bytes(b)
	b.SetBytes(int64(len(f["word/document.xml"])))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Read(context.Background(), "t", data, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
