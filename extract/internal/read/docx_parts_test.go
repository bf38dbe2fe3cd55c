package read

import (
	"context"
	"errors"
	"strings"
	"testing"
	"unicode/utf16"
)

func TestDocxTables(t *testing.T) {
	cell := func(props string, pars ...string) string {
		if props != "" {
			props = "<w:tcPr>" + props + "</w:tcPr>"
		}
		return "<w:tc>" + props + strings.Join(pars, "") + "</w:tc>"
	}
	c := func(words string) string { return cell("", line(words)) }
	row := func(cells ...string) string { return "<w:tr>" + strings.Join(cells, "") + "</w:tr>" }
	table := func(rows ...string) string {
		return "<w:tbl><w:tblPr/><w:tblGrid/>" + strings.Join(rows, "") + "</w:tbl>"
	}
	tests := []struct{ name, body, text, tables string }{
		{"plain", table(row(c("序号"), c("单位")), row(c("1"), c("一中"))), "序号\t单位\n1\t一中\n", "序号|单位/1|一中"},
		{"empty cells", table(row(c("甲"), c("")), row(c(""), c("乙"))), "甲\t\n\t乙\n", "甲|/|乙"},
		{"spanning columns", table(row(cell(`<w:gridSpan w:val="2"/>`, line("甲"))), row(c("乙"), c("丙"))), "甲\n乙\t丙\n", "甲|/乙|丙"},
		{"merged rows", table(row(cell(`<w:vMerge w:val="restart"/>`, line("甲")), c("1")), row(cell(`<w:vMerge/>`, line("余")), c("2"))), "甲\t1\n\t2\n", "甲|1/|2"},
		{"several lines in a cell", table(row(c("甲"), cell("", line("乙"), line("丙"))), row(c("1"), c("2"))), "甲\t乙 丙\n1\t2\n", "甲|乙 丙/1|2"},
		{"column before", table("<w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>"+c("甲")+c("乙")+"</w:tr>", row(c("1"), c("2"), c("3"))), "甲\t乙\n1\t2\t3\n", "|甲|乙/1|2|3"},
		{"deleted row", table(row(c("甲"), c("乙")), "<w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr>"+c("丙")+c("丁")+"</w:tr>", row(c("1"), c("2"))), "甲\t乙\n1\t2\n", "甲|乙/1|2"},
		{"nested", table(row(c("甲"), cell("", table(row(c("1"), c("2")), row(c("3"), c("4"))), line(""))), row(c("乙"), c("丙"))), "甲\t1 2 3 4\n乙\t丙\n", "甲|1 2 3 4/乙|丙"},
		{"nested in layout", table(row(cell("", line("标题"), table(row(c("1"), c("2")), row(c("3"), c("4"))), line("")))), "标题\n1\t2\n3\t4\n", "1|2/3|4"},
		{"one column is layout", table(row(cell("", line("甲"), line("乙"))), row(c("丙"))), "甲\n乙\n丙\n", ""},
		{"one row is layout", table(row(c("云岭市教育局办公室"), c("2024年5月6日印发"))), "云岭市教育局办公室\t2024年5月6日印发\n", ""},
		{"one row of several lines", table(row(cell("", line("甲"), line("乙")), c("文件"))), "甲\n乙\n文件\n", ""},
		{"rows in content controls", table("<w:sdt><w:sdtContent>"+row(c("甲"), "<w:sdt><w:sdtContent>"+c("乙")+"</w:sdtContent></w:sdt>")+"</w:sdtContent></w:sdt>", row(c("1"), c("2"))), "甲\t乙\n1\t2\n", "甲|乙/1|2"},
		{"no rows", table() + line("甲"), "甲\n", ""},
		{"cells without a table", c("甲") + row(c("乙")), "甲\n乙\n", ""},
	}
	for _, tt := range tests {
		src := readDocument(t, document(tt.body+line("尾")))
		text := src.Plain.String()
		var tables []string
		for _, table := range src.Tables {
			var rows []string
			for _, row := range table.Rows {
				var cells []string
				for _, c := range row {
					cells = append(cells, text[c.Lo:c.Hi])
				}
				rows = append(rows, strings.Join(cells, "|"))
			}
			tables = append(tables, strings.Join(rows, "/"))
		}
		if text != tt.text+"尾\n" || strings.Join(tables, "; ") != tt.tables {
			t.Errorf("%s: %q, tables %q", tt.name, text, tables)
		}
	}
}

func TestDocxAround(t *testing.T) {
	rel := func(id, kind, target string) string {
		return `<Relationship Id="` + id + `" Type="` + relTypes + kind + `" Target="` + target + `"/>`
	}
	rels := rel("h1", "header", "header1.xml") + rel("h2", "header", "/word/header2.xml") + rel("f1", "footer", "footer1.xml") + rel("n", "footnotes", "footnotes.xml")
	section := func(refs string) string { return `<w:sectPr>` + refs + `</w:sectPr>` }
	head := func(kind, id string) string { return `<w:headerReference w:type="` + kind + `" r:id="` + id + `"/>` }
	hdr := func(body string) string { return `<w:hdr ` + docxNS + `>` + body + `</w:hdr>` }
	note := `<w:r><w:footnoteReference w:id="2"/></w:r>`
	tests := []struct{ name, body, h1, h2, want, looks string }{
		{"running head", line("甲") + section(head("default", "h1")), line("云岭教育简报"), "", "甲\n云岭教育简报\n", "R0:云岭教育简报"},
		{"letterhead", line("甲") + section(head("first", "h1")+head("default", "h2")+"<w:titlePg/>"), line("云岭市教育局"), line("— 页眉 —"), "云岭市教育局\n甲\n— 页眉 —\n", "R0:— 页眉 —"},
		{"first page without a header of its own", line("甲") + section(head("first", "h1")), line("云岭市教育局"), "", "甲\n", ""},
		{"secrecy", line("甲") + section(head("default", "h1")), line("000012") + line("机密★5年") + line("特急"), "", "000012\n机密★5年\n特急\n甲\n", ""},
		{"page number alone", line("甲") + section(head("default", "h1")), line("— 2 —"), "", "甲\n", ""},
		{"twice the same", line("甲") + par(section(head("default", "h1")), "") + section(head("default", "h1")), line("简报"), "", "甲\n\n简报\n", "R0:简报"},
		{"footnote", par("", run("活动")+note+run("安排")+note), "", "", "活动安排\n见文件。\n", "R0:见文件。"},
		{"lost parts", line("甲") + section(head("default", "h9")), "", "", "甲\n", ""},
	}
	for _, tt := range tests {
		f := document(tt.body).related(rels).with("word/header1.xml", hdr(tt.h1)).with("word/header2.xml", hdr(tt.h2)).
			with("word/footnotes.xml", `<w:footnotes `+docxNS+`><w:footnote w:type="separator" w:id="0">`+line("——")+`</w:footnote><w:footnote w:id="1">`+line("无人引")+
				`</w:footnote><w:footnote w:id="2">`+par("", `<w:r><w:footnoteRef/></w:r>`+run("见文件。"))+`</w:footnote></w:footnotes>`)
		src := readDocument(t, f)
		if got := src.Plain.String(); got != tt.want || looks(src) != tt.looks {
			t.Errorf("%s: %q %s", tt.name, got, looks(src))
		}
	}
}

func TestDocxPackages(t *testing.T) {
	body := document(line("云岭市教育局"))["word/document.xml"]
	wide := string([]byte{0xFF, 0xFE})
	for _, u := range utf16.Encode([]rune(strings.Replace(body, "UTF-8", "UTF-16", 1))) {
		wide += string([]byte{byte(u), byte(u >> 8)})
	}
	gbk := strings.Replace(document(line("\xD4\xC6\xC1\xEB\xCA\xD0\xBD\xCC\xD3\xFD\xBE\xD6"))["word/document.xml"], "UTF-8", "GBK", 1)
	types := `<Types><Override PartName="/a/main.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
	strict := strings.Replace(body, "schemas.openxmlformats.org/wordprocessingml/2006/main", "purl.oclc.org/ooxml/wordprocessingml/main", 1)
	tests := []struct {
		name string
		file docxFile
	}{
		{"bare", docxFile{"word/document.xml": body}},
		{"strict", docxFile{"word/document.xml": strict}},
		{"other prefix", docxFile{"word/document.xml": strings.NewReplacer("<w:", "<ns0:", "</w:", "</ns0:", "xmlns:w=", "xmlns:ns0=").Replace(body)}},
		{"byte order mark", docxFile{"word/document.xml": "\uFEFF" + body}},
		{"UTF-16", docxFile{"word/document.xml": wide}},
		{"UTF-16 without mark", docxFile{"word/document.xml": wide[2:]}},
		{"GBK", docxFile{"word/document.xml": gbk}},
		{"other name", docxFile{"[Content_Types].xml": types, "_rels/.rels": relHead + `<Relationship Id="r" Type="` + relTypes + `officeDocument" Target="/a/main.xml"/></Relationships>`, "a/main.xml": body}},
		{"backslashes", docxFile{`word\document.xml`: body}},
		{"second name", docxFile{"[Content_Types].xml": types, "word/document2.xml": body}},
	}
	for _, tt := range tests {
		if got := readDocument(t, tt.file).Plain.String(); got != "云岭市教育局\n" {
			t.Errorf("%s: %q", tt.name, got)
		}
	}
}

// What is a zip file but no document of words is left to others.
func TestNotDocx(t *testing.T) {
	for _, f := range []docxFile{{"xl/workbook.xml": "<a/>"}, {"a.docx": "x"}, {"[Content_Types].xml": "<Types/>"}, {"word/media/1.png": ""}, {"a/word/document.xml.txt": "x"}} {
		if isDocx(f.bytes(t)) {
			t.Errorf("%v is taken for a document", f)
		}
	}
	for _, in := range []string{"", "PK", "PK\x03\x04", "PK\x05\x06" + strings.Repeat("\x00", 18), "通知"} {
		if isDocx([]byte(in)) {
			t.Errorf("%q is taken for a document", in)
		}
	}
}

func TestDocxErrors(t *testing.T) {
	deep := strings.Repeat("<w:sdt><w:sdtContent>", 200) + line("甲") + strings.Repeat("</w:sdtContent></w:sdt>", 200)
	picture := par("", `<w:r><w:drawing><a:blip/></w:drawing></w:r>`)
	tests := []struct {
		name   string
		data   []byte
		limits Limits
		kind   ErrorKind
		text   string
	}{
		{"empty", document("").bytes(t), Limits{}, Empty, ""},
		{"pictures alone", document(picture).bytes(t), Limits{}, Empty, ""},
		{"cut part", docxFile{"word/document.xml": "<document><body>" + line("甲") + "<w:p><w:r><w:t>乙"}.bytes(t), Limits{}, Damaged, "甲\n乙\n"},
		{"no XML", docxFile{"word/document.xml": "甲"}.bytes(t), Limits{}, Empty, ""},
		{"deep", document(deep).bytes(t), Limits{}, TooLarge, ""},
		{"deep but allowed", document(deep).bytes(t), Limits{Depth: 1000}, "", "甲\n"},
		{"unpacks to too much", document(line(strings.Repeat("甲", 1000))).bytes(t), Limits{Unpacked: 2000}, TooLarge, ""},
		{"packed too well", document(line(strings.Repeat("甲", 6<<20))).bytes(t), Limits{Ratio: 20}, TooLarge, ""},
	}
	for _, tt := range tests {
		src, err := Read(context.Background(), "t", tt.data, Options{Limits: tt.limits})
		kind, text := ErrorKind(""), ""
		if e, ok := errors.AsType[*Error](err); ok {
			kind = e.Kind
		}
		if src != nil {
			text = src.Plain.String()
		}
		if kind != tt.kind || text != tt.text {
			t.Errorf("%s: %v %.40q", tt.name, err, text)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := readDocx(ctx, document(line("甲")).bytes(t), Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("with a done context: %v", err)
	}
}

// A document cut short at any place yields what it still holds, or an error.
func TestDocxCut(t *testing.T) {
	whole := document(line("云岭市教育局") + strings.Repeat(line("请于5月26日前报送。"), 50)).styled("").bytes(t)
	found := 0
	for n := 0; n < len(whole)-1; n += 7 {
		src, err := Read(context.Background(), "t", whole[:n], Options{})
		if src != nil {
			check(t, src)
			if strings.HasPrefix(src.Plain.String(), "云岭市教育局\n") {
				found++
			}
		}
		if err == nil {
			t.Fatalf("%d of %d bytes are read as if whole", n, len(whole))
		}
	}
	if found*2 < len(whole)/7 {
		t.Errorf("text found in %d of %d cuts", found, len(whole)/7)
	}
}

func TestDocxDamagedParts(t *testing.T) {
	src := readDocument(t, document(par(`<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>`, run("甲"))).styled("<w:style").with("word/numbering.xml", "<w:numbering><w:num"))
	if len(src.Warnings) != 2 || src.Plain.String() != "甲\n" {
		t.Errorf("%q %v", src.Plain, src.Warnings)
	}
}
