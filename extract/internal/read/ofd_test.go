package read

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"gongwen/extract/internal/read/readtest"
)

// Three lines that make a small document.
var ofdLines = ofdPage(ofdText(28, 40, "云岭市档案局"), ofdText(28, 60, "关于调阅档案的函"), ofdText(28, 80, "此函。"))

// TestOFD reads files with each of the features that OFD files have.
func TestOFD(t *testing.T) {
	page := func(objects string) []byte { return ofdOf(ofdPage(objects)) }
	one := ofdPage(ofdText(28, 40, "云岭市"))
	plain := func(s string) string { return strings.NewReplacer("ofd:", "", ":ofd", "").Replace(s) }
	for _, c := range []struct {
		name string
		data []byte
		want string // lines joined by |
	}{
		{"lines", ofdOf(ofdLines), "云岭市档案局|关于调阅档案的函|此函。"},
		{"order by place", page(ofdText(28, 80, "三") + ofdText(28, 40, "一") + ofdText(28, 60, "二")), "一|二|三"},
		{"no prefix, no namespace", zipOf("OFD.xml", plain(ofdRoot("Doc_0/Document.xml")), "Doc_0/Document.xml", plain(ofdDocument("", "p.xml")), "Doc_0/p.xml", plain(one)), "云岭市"},
		{"undeclared prefix", zipOf("OFD.xml", strings.ReplaceAll(ofdRoot("Doc_0/Document.xml"), readtest.OFDSpace, ""), "Doc_0/Document.xml", ofdDocument("", "p.xml"), "Doc_0/p.xml", strings.ReplaceAll(one, "ofd:", "x:")), "云岭市"},
		{"absolute paths", zipOf("OFD.xml", ofdRoot("/Doc_0/Document.xml"), "Doc_0/Document.xml", ofdDocument("", "/Doc_0/Pages/1.xml"), "Doc_0/Pages/1.xml", one), "云岭市"},
		{"backslashes", zipOf("OFD.xml", ofdRoot(`Doc_0\Document.xml`), `Doc_0\Document.xml`, ofdDocument("", `Pages\1.xml`), `Doc_0\Pages\1.xml`, one), "云岭市"},
		{"DocRoot names a folder, pages too", zipOf("OFD.xml", ofdRoot("Doc_0"), "Doc_0/Document.xml", ofdDocument("", "Pages/Page_0"), "Doc_0/Pages/Page_0/Content.xml", one), "云岭市"},
		{"path from the file's root", zipOf("OFD.xml", ofdRoot("Doc_0/Document.xml"), "Doc_0/Document.xml", ofdDocument("", "Doc_0/Pages/1.xml"), "Doc_0/Pages/1.xml", one), "云岭市"},
		{"other case", zipOf("ofd.xml", ofdRoot("doc_0/document.xml"), "Doc_0/Document.xml", ofdDocument("", "pages/1.xml"), "Doc_0/Pages/1.xml", one), "云岭市"},
		{"folder around all", zipOf("公文/OFD.xml", ofdRoot("Doc_0/Document.xml"), "公文/Doc_0/Document.xml", ofdDocument("", "1.xml"), "公文/Doc_0/1.xml", one), "云岭市"},
		{"Chinese folder", zipOf("OFD.xml", ofdRoot("文档/Document.xml"), "文档/Document.xml", ofdDocument("", "页面/第一页.xml"), "文档/页面/第一页.xml", one), "云岭市"},
		{"Chinese folder in GBK", zipOf("OFD.xml", ofdRoot("文档/Document.xml"), "GBK:文档/Document.xml", ofdDocument("", "页面/联通.xml"), "GBK:文档/页面/联通.xml", one), "云岭市"},
		{"two documents", zipOf("OFD.xml", strings.Replace(ofdRoot("A/D.xml"), "</ofd:OFD>", "<ofd:DocBody><ofd:DocRoot>B/D.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>", 1),
			"A/D.xml", ofdDocument("", "1.xml"), "A/1.xml", one, "B/D.xml", ofdDocument("", "1.xml"), "B/1.xml", ofdPage(ofdText(28, 40, "临澄市"))), "云岭市|临澄市"},
		{"version in force", zipOf("OFD.xml", strings.Replace(ofdRoot("A/D.xml"), "</ofd:DocBody>", `<ofd:Versions><ofd:Version ID="1" Index="1" Current="true" BaseLoc="A/V.xml"/></ofd:Versions></ofd:DocBody>`, 1),
			"A/D.xml", ofdDocument("", "1.xml"), "A/1.xml", one, "A/V.xml", `<DocVersion><DocRoot>D2.xml</DocRoot></DocVersion>`, "A/D2.xml", ofdDocument("", "2.xml"), "A/2.xml", ofdPage(ofdText(28, 40, "改后"))), "改后"},
		{"entities, CDATA, comments", page(`<ofd:TextObject Boundary="28 40 90 6" Size="5"><ofd:TextCode X="0" Y="4.5"><!-- x -->甲&amp;乙&#x4E19;<![CDATA[<丁>]]></ofd:TextCode></ofd:TextObject>`), "甲&乙丙<丁>"},
		{"steps and repeats", page(`<ofd:TextObject Boundary="28 40 90 6" Size="5"><ofd:TextCode X="0" Y="4.5" DeltaX="5 g 3 5 20 5">一二三四五六七</ofd:TextCode></ofd:TextObject>`), "一二三四五 六七"},
		{"spread title", page(`<ofd:TextObject Boundary="28 40 150 6" Size="5"><ofd:TextCode X="0" Y="4.5" DeltaX="g 3 12">通知公告</ofd:TextCode></ofd:TextObject>`), "通知公告"},
		{"justified", page(`<ofd:TextObject Boundary="28 40 150 6" Size="5"><ofd:TextCode X="0" Y="4.5" DeltaX="g 3 6.6">通知公告</ofd:TextCode></ofd:TextObject>`), "通知公告"},
		{"no steps", page(`<ofd:TextObject Boundary="28 40 90 6" Size="5"><ofd:TextCode X="0" Y="4.5">第20号</ofd:TextCode></ofd:TextObject>` + ofdText(43, 40, "文")), "第20号文"},
		{"several codes", page(`<ofd:TextObject Boundary="28 40 90 30" Size="5"><ofd:TextCode X="0" Y="4.5" DeltaX="5">第一</ofd:TextCode><ofd:TextCode X="0" Y="14.5" DeltaX="5">第二</ofd:TextCode></ofd:TextObject>`), "第一|第二"},
		{"code that keeps its row", page(`<ofd:TextObject Boundary="28 40 90 30" Size="5"><ofd:TextCode X="0" Y="4.5" DeltaX="5">第一</ofd:TextCode><ofd:TextCode X="10" DeltaX="5">第二</ofd:TextCode></ofd:TextObject>`), "第一第二"},
		{"scaled by CTM", page(`<ofd:TextObject Boundary="28 40 90 6" CTM="0.3528 0 0 0.3528 0 0" Size="14"><ofd:TextCode X="0" Y="12" DeltaX="14">甲乙</ofd:TextCode></ofd:TextObject>` + ofdText(38.2, 40, "丙")), "甲乙丙"},
		{"narrow", page(`<ofd:TextObject Boundary="28 40 90 6" Size="5" HScale="0.5"><ofd:TextCode X="0" Y="4.5">甲乙</ofd:TextCode></ofd:TextObject>` + ofdText(33, 40, "丙")), "甲乙丙"},
		{"placed on the page", page(`<ofd:TextObject Boundary="28 140 30 6" Size="5"><ofd:TextCode X="28" Y="146" DeltaX="" DeltaY="">印发通知</ofd:TextCode></ofd:TextObject>` + ofdText(28, 160, "二")), "印发通知|二"},
		{"false bold", page(ofdText(28, 40, "重要") + ofdText(28.2, 40.1, "重要") + ofdText(28, 50, "重要")), "重要|重要"},
		{"vertical page", page(vertical(150, "竖排甲行") + vertical(140, "竖排乙行")), "竖排甲行|竖排乙行"},
		{"reading direction", page(`<ofd:TextObject Boundary="100 40 6 60" Size="5" ReadDirection="90"><ofd:TextCode X="0" Y="4.5">竖排</ofd:TextCode></ofd:TextObject>`), "竖排"},
		{"turned page", page(`<ofd:TextObject Boundary="100 40 6 60" CTM="0 1 -1 0 6 0" Size="5"><ofd:TextCode X="0" Y="4.5" DeltaX="5 5">横排表</ofd:TextCode></ofd:TextObject>`), "横排表"},
		{"blocks and layers", page(`<ofd:PageBlock>` + ofdText(28, 40, "外") + `<ofd:PageBlock>` + ofdText(28, 60, "内") + `</ofd:PageBlock></ofd:PageBlock>`), "外|内"},
		{"hidden", page(ofdText(28, 40, "显") + strings.Replace(ofdText(28, 60, "隐"), "<ofd:TextObject", `<ofd:TextObject Visible="false"`, 1)), "显"},
		{"latin words", page(`<ofd:TextObject Boundary="28 40 90 6" Size="5"><ofd:TextCode X="0" Y="4.5">OFD  files and words</ofd:TextCode></ofd:TextObject>`), "OFD  files and words"},
		{"table", page(ofdText(30, 40, "序号") + ofdText(60, 40, "名称") + ofdText(100, 40, "单位") + ofdText(30, 50, "1") + ofdText(60, 50, "船拳") + ofdText(100, 50, "青木县")), "序号\t名称\t单位|1\t船拳\t青木县"},
		{"table with a cell of two lines", page(ofdText(30, 40, "序号") + ofdText(60, 40, "名称") + ofdText(100, 40, "单位") + ofdText(30, 55, "1") + ofdText(60, 55, "船拳") + ofdText(100, 52, "青木县") + ofdText(100, 58, "文化馆") + ofdText(28, 90, "此函。")), "序号\t名称\t单位|1\t船拳\t青木县文化馆|此函。"},
		{"a table with a merged cell", page(ofdText(30, 40, "片区") + ofdText(60, 40, "姓名") + ofdText(100, 40, "电话") + ofdText(30, 47, "东片") + ofdText(60, 47, "周明") + ofdText(100, 47, "5234567") + ofdText(60, 54, "李晓") + ofdText(100, 54, "5234568") + ofdText(28, 90, "此函。")), "片区\t姓名\t电话|东片\t周明\t5234567|\t李晓\t5234568|此函。"},
		{"labels are no table", page(ofdText(30, 40, "联系人：一") + ofdText(90, 40, "电话：二") + ofdText(30, 50, "联系人：三") + ofdText(90, 50, "电话：四") + ofdText(30, 60, "联系人：五") + ofdText(90, 60, "电话：六")), "联系人：一 电话：二|联系人：三 电话：四|联系人：五 电话：六"},
	} {
		src, err := Read(t.Context(), c.name, c.data, Options{})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if got := lined(src.Plain.String()); got != c.want || src.Format != "ofd" {
			t.Errorf("%s: %s %q, want %q", c.name, src.Format, got, c.want)
		}
	}
}

// lined returns the lines of s joined by bars, empty ones left out.
func lined(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == '\n' }), "|")
}

// vertical returns words set in a column at x.
func vertical(x float64, words string) string {
	return fmt.Sprintf(`<ofd:TextObject Boundary="%g 40 6 100" Size="5"><ofd:TextCode X="0" Y="4.5" DeltaY="g 9 5">%s</ofd:TextCode></ofd:TextObject>`, x, words)
}

// ofdStroke returns a path object with its upper left corner at x, y.
func ofdStroke(x, y float64, data, more string) string {
	return fmt.Sprintf(`<ofd:PathObject Boundary="%g %g 200 200" LineWidth="0.3"%s><ofd:AbbreviatedData>%s</ofd:AbbreviatedData></ofd:PathObject>`, x, y, more, data)
}

// TestOFDRules reads tables whose cells have rules around them, and drawings
// that make none.
func TestOFDRules(t *testing.T) {
	const filled = ` Stroke="false" Fill="true"`
	words := ofdText(30, 40, "单位") + ofdText(70, 40, "时间") + ofdText(30, 56, "云岭市") + ofdText(70, 52, "5月6日") + ofdText(70, 58, "上午") + ofdText(70, 68, "5月7日") + ofdText(28, 90, "此函。")
	const plain = "单位 时间|5月6日|云岭市 上午|5月7日|此函。"
	// Three rows of two cells, of which the last two of the first column are one.
	const lines = "M 0 0 L 80 0 M 0 12 L 80 12 M 40 28 L 80 28 M 0 38 L 80 38 M 0 0 L 0 38 M 40 0 L 40 38 M 80 0 L 80 38"
	const table = "单位\t时间|云岭市\t5月6日上午|5月7日|此函。"
	bars := ""
	for _, bar := range [][4]float64{{0, 0, 80, 0.2}, {0, 12, 80, 0.2}, {40, 28, 40, 0.2}, {0, 38, 80, 0.2}, {0, 0, 0.2, 38}, {40, 0, 0.2, 38}, {80, 0, 0.2, 38}} {
		bars += ofdStroke(28+bar[0], 36+bar[1], fmt.Sprintf("M 0 0 L %g 0 L %[1]g %g L 0 %[2]g C", bar[2], bar[3]), filled)
	}
	for _, c := range []struct{ name, drawn, want string }{
		{"lines", ofdStroke(28, 36, lines, ""), table},
		{"lines of their own unit", ofdStroke(28, 36, strings.NewReplacer("80", "800", "40", "400", "12", "120", "28", "280", "38", "380").Replace(lines), ` CTM="0.1 0 0 0.1 0 0"`), table},
		{"thin boxes", bars, table},
		{"boxes one beside the other", ofdStroke(28, 36, "M 0 0 L 40 0 L 40 12 L 0 12 C M 40 0 L 80 0 L 80 12 L 40 12 C M 40 12 L 80 12 L 80 28 L 40 28 C M 40 28 L 80 28 L 80 38 L 40 38 C M 0 12 L 40 12 L 40 38 L 0 38 C", ""), table},
		{"a frame", ofdStroke(28, 36, "M 0 0 L 80 0 L 80 38 L 0 38 C", ""), plain},
		{"a double frame", ofdStroke(28, 36, "M 0 0 L 80 0 L 80 58 L 0 58 C M 1.3 1.3 L 78.7 1.3 L 78.7 56.7 L 1.3 56.7 C", ""), plain},
		{"a line under words", ofdStroke(28, 46, "M 0 0 L 80 0", ""), plain},
		{"curves", ofdStroke(28, 36, "M 0 0 B 10 10 20 20 80 0 Q 5 5 80 38 A 5 5 0 1 0 0 38", ""), plain},
		{"not painted", ofdStroke(28, 36, lines, ` Stroke="false"`), plain},
		{"not seen", ofdStroke(28, 36, lines, ` Visible="false"`), plain},
		{"a shade", ofdStroke(28, 36, "M 0 0 L 80 0 L 80 12 L 0 12 C M 40 0 L 80 0 L 80 38 L 40 38 C", filled), plain},
		{"broken data", ofdStroke(28, 36, "L 3 M x C 4 4 Z 1 M", ""), plain},
	} {
		src, err := Read(t.Context(), c.name, ofdOf(ofdPage(c.drawn, words)), Options{})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if got := lined(src.Plain.String()); got != c.want || (len(src.Tables) == 1) != (c.want == table) {
			t.Errorf("%s: %q, %d tables, want %q", c.name, got, len(src.Tables), c.want)
		}
	}
}

// TestOFDParts reads what stands in other parts than the page's own.
func TestOFDParts(t *testing.T) {
	template := `<ofd:TemplatePage ID="7" BaseLoc="Tpls/1.xml"/>`
	resources := `<ofd:DocumentRes>Res.xml</ofd:DocumentRes>`
	parts := func(more, page string, rest ...string) []byte {
		return zipOf(append([]string{"OFD.xml", ofdRoot("D/Document.xml"), "D/Document.xml", ofdDocument(more, "1.xml"), "D/1.xml", page}, rest...)...)
	}
	own := ofdText(28, 60, "正文。")
	for _, c := range []struct {
		name, want string
		heads      int
		data       []byte
	}{
		{"template", "文头|正文。", 0, parts(template+"|", strings.Replace(ofdPage(own), "<ofd:Content>", `<ofd:Template TemplateID="7" ZOrder="Background"/><ofd:Content>`, 1), "D/Tpls/1.xml", ofdPage(ofdText(28, 40, "文头")))},
		{"template that no page uses", "正文。", 0, parts(template+"|", ofdPage(own), "D/Tpls/1.xml", ofdPage(ofdText(28, 40, "文头")))},
		{"composite object", "联合|正文。", 0, parts(resources+"|", ofdPage(`<ofd:CompositeObject Boundary="20 30 80 20" ResourceID="8"/>`, own),
			"D/Res.xml", `<ofd:Res `+readtest.OFDSpace+`><ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="8" Width="80" Height="20"><ofd:Content>`+ofdText(8, 10, "联合")+`</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits></ofd:Res>`)},
		{"composite object within itself", "正文。", 0, parts(resources+"|", ofdPage(`<ofd:CompositeObject ResourceID="8"/>`, own),
			"D/Res.xml", `<Res><CompositeGraphicUnit ID="8"><Content><CompositeObject ResourceID="8"/><CompositeObject ResourceID="8"/></Content></CompositeGraphicUnit></Res>`)},
		{"watermark", "正文。|内部资料", 1, parts("|<ofd:Annotations>A.xml</ofd:Annotations>", ofdPage(own), "D/A.xml", `<Annotations><Page PageID="1"><FileLoc>A1.xml</FileLoc></Page></Annotations>`,
			"D/A1.xml", `<PageAnnot><Annot Type="Watermark" ID="3"><Appearance Boundary="0 0 210 297">`+ofdText(28, 59, "内部资料")+`</Appearance></Annot></PageAnnot>`)},
		{"highlight", "正文。", 0, parts("|<ofd:Annotations>A.xml</ofd:Annotations>", ofdPage(own), "D/A.xml", `<Annotations><Page PageID="1"><FileLoc>A1.xml</FileLoc></Page></Annotations>`,
			"D/A1.xml", `<PageAnnot><Annot Type="Highlight" ID="3"><Appearance Boundary="0 0 210 297">`+ofdText(28, 60, "正文。")+`</Appearance></Annot></PageAnnot>`)},
		{"slanted words", "正文。|仅供查阅", 1, parts("|", ofdPage(own, `<ofd:TextObject Boundary="28 60 90 90" CTM="0.7 0.7 -0.7 0.7 0 0" Size="9"><ofd:TextCode X="0" Y="4.5">仅供查阅</ofd:TextCode></ofd:TextObject>`))},
		{"page number by its place", "正文。|—1—", 1, parts("|", ofdPage(own, ofdText(150, 270, "—1—")))},
		{"number in the text", "2|正文。", 0, parts("|", ofdPage(own, ofdText(28, 50, "2")))},
		{"page number by its tag", "正文。|壹", 1, parts("|<ofd:CustomTags>Tags/CustomTags.xml</ofd:CustomTags>", ofdPage(own, strings.Replace(ofdText(28, 280, "壹"), `ID="5"`, `ID="6"`, 1)),
			"D/Tags/CustomTags.xml", `<CustomTags><CustomTag><FileLoc>T.xml</FileLoc></CustomTag></CustomTags>`, "D/Tags/T.xml", `<公文><版记><页码><ObjectRef PageRef="1">6</ObjectRef></页码></版记></公文>`)},
	} {
		src, err := Read(t.Context(), c.name, c.data, Options{})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		heads := 0
		for _, s := range src.Styles {
			if s.Kind == RunningHead {
				heads++
			}
		}
		if got := lined(src.Plain.String()); got != c.want || heads != c.heads {
			t.Errorf("%s: %q, %d running heads, want %q, %d", c.name, got, heads, c.want, c.heads)
		}
	}
}

// TestOFDWarnings reads what the words do not say.
func TestOFDWarnings(t *testing.T) {
	glyphs := `<ofd:TextObject Boundary="28 40 90 6" Size="5"><ofd:CGTransform CodePosition="0" CodeCount="3" GlyphCount="3"><ofd:Glyphs>57 58 59</ofd:Glyphs></ofd:CGTransform><ofd:TextCode X="0" Y="4.5">` + "\uE001\uE002\uE003" + `</ofd:TextCode></ofd:TextObject>`
	signed := strings.Replace(ofdRoot("D/Document.xml"), "</ofd:DocBody>", "<ofd:Signatures>/D/Signs.xml</ofd:Signatures></ofd:DocBody>", 1)
	file := func(root, more, page string, rest ...string) []byte {
		return zipOf(append([]string{"OFD.xml", root, "D/Document.xml", ofdDocument(more, "1.xml"), "D/1.xml", page}, rest...)...)
	}
	root := ofdRoot("D/Document.xml")
	for _, c := range []struct {
		name, code string
		page       int
		data       []byte
	}{
		{"glyphs without characters", "needs-ocr", 1, file(root, "|", ofdPage(glyphs))},
		{"glyphs with characters", "", 0, file(root, "|", ofdPage(strings.Replace(glyphs, "\uE001\uE002\uE003", "甲乙丙", 1)))},
		{"picture", "needs-ocr", 1, file(root, "|", ofdPage(`<ofd:ImageObject ID="3" Boundary="0 0 210 297" ResourceID="4"/>`))},
		{"picture beside words", "", 0, file(root, "|", ofdPage(`<ofd:ImageObject ID="3" Boundary="0 0 210 297" ResourceID="4"/>`, ofdText(28, 40, "文")))},
		{"outlines", "needs-ocr", 1, file(root, "|", ofdPage(strings.Repeat(`<ofd:PathObject/>`, 300)))},
		{"seal", "sealed", 0, file(signed, "|", ofdLines, "D/Signs.xml", `<Signatures><Signature ID="1" Type="Seal" BaseLoc="S/Signature.xml"/></Signatures>`, "D/S/Signature.xml", `<Signature><SignedInfo><Provider ProviderName="x"/><SignatureDateTime>20230102</SignatureDateTime></SignedInfo></Signature>`)},
		{"file within", "embedded-file", 0, file(root, "|<ofd:Attachments>At.xml</ofd:Attachments>", ofdLines, "D/At.xml", `<Attachments><Attachment ID="1" Name="名单"><FileLoc>a.docx</FileLoc></Attachment></Attachments>`)},
	} {
		src, err := Read(t.Context(), c.name, c.data, Options{})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		code, page := "", 0
		if len(src.Warnings) > 0 {
			code, page = src.Warnings[0].Code, src.Warnings[0].Evidence.Page
		}
		if code != c.code || page != c.page || len(src.Warnings) > 1 {
			t.Errorf("%s: %v, want %q on page %d", c.name, src.Warnings, c.code, c.page)
		}
		if c.code == "needs-ocr" && !blank(src.Plain.String()) {
			t.Errorf("%s: text %q", c.name, src.Plain.String())
		}
	}
}

// TestOFDDamaged reads what is left of broken files.
func TestOFDDamaged(t *testing.T) {
	whole := ofdOf(ofdLines, ofdPage(ofdText(28, 40, "第二页")))
	missing := zipOf("OFD.xml", ofdRoot("D/Document.xml"), "D/Document.xml", ofdDocument("", "1.xml", "2.xml"), "D/2.xml", ofdLines)
	locked := zipOf("OFD.xml", "\x01\x02\x03", "Encryptions.xml", "<Encryptions/>", "Doc_0/Document.xml", "\x04\x05")
	for _, c := range []struct {
		name string
		data []byte
		kind ErrorKind
		page int
		want string // words that are left; "" for none
	}{
		{"directory lost", whole[:len(whole)-40], Damaged, 0, "第二页"},
		{"root alone is lost", zipOf("Doc_0/Pages/Page_10/Content.xml", ofdPage(ofdText(28, 40, "十")), "Doc_0/Pages/Page_2/Content.xml", ofdPage(ofdText(28, 40, "二"))), Damaged, 0, "二|十"},
		{"a page is missing", missing, Damaged, 1, "此函。"},
		{"encrypted parts", locked, Encrypted, 0, ""},
		{"no page", zipOf("OFD.xml", ofdRoot("D/Document.xml")), Damaged, 0, ""},
		{"empty pages", ofdOf(ofdPage(), ofdPage()), Empty, 0, ""},
		{"part cut short", zipOf("OFD.xml", ofdRoot("D/D.xml"), "D/D.xml", ofdDocument("", "1.xml"), "D/1.xml", ofdLines[:len(ofdLines)-90]), "", 0, "关于调阅档案的函"},
	} {
		src, err := Read(t.Context(), c.name, c.data, Options{})
		var e *Error
		kind, page := ErrorKind(""), 0
		if errors.As(err, &e) {
			kind, page = e.Kind, e.Page
		}
		text := ""
		if src != nil {
			text = lined(src.Plain.String())
		}
		if kind != c.kind || page != c.page || !strings.Contains(text, c.want) || c.want == "" && text != "" {
			t.Errorf("%s: %v (page %d), %q", c.name, err, page, text)
		}
	}
}

// TestOFDPages reads a paragraph that runs over the end of a page.
func TestOFDPages(t *testing.T) {
	var s readtest.Typesetter
	long := strings.Repeat("各单位要高度重视档案安全工作", 44)
	s.Set(long+"。", readtest.Inset)
	s.Set("特此通知。", readtest.Inset)
	src, err := Read(t.Context(), "", readtest.OFD(s.Pages()), Options{})
	if err != nil {
		t.Fatal(err)
	}
	text := src.Plain.String()
	if got := lined(text); got != "— 1 —|"+long+"。|特此通知。|— 2 —" {
		t.Errorf("%q", got)
	}
	if a, b := src.Plain.Page(strings.Index(text, "各单位")), src.Plain.Page(strings.Index(text, "特此")); a != 1 || b != 2 || src.Pages != 2 {
		t.Errorf("pages %d, %d of %d", a, b, src.Pages)
	}
}

func FuzzOFD(f *testing.F) {
	f.Add([]byte(ofdDocument("", "1.xml")), []byte(ofdLines))
	f.Add([]byte(ofdDocument("<ofd:PublicRes>1.xml</ofd:PublicRes>|<ofd:Annotations>1.xml</ofd:Annotations>", "1.xml", "1.xml")), []byte(ofdPage(vertical(3, "甲乙"))))
	f.Add([]byte("<Pages><Page BaseLoc='1.xml'"), []byte("<Page><Content><Layer><TextObject Size='NaN' CTM='1 2 3 4 5 6'><TextCode DeltaX='g 99999999 1'>甲乙"))
	f.Fuzz(func(t *testing.T, doc, page []byte) {
		data := zipOf("OFD.xml", ofdRoot("D.xml"), "D.xml", string(doc), "1.xml", string(page))
		src, _ := readOFD(context.Background(), data, Options{})
		if src != nil {
			inBounds(t, src)
		}
	})
}

// inBounds holds that what src says of its text lies within it, in order.
func inBounds(t *testing.T, src *Source) {
	n := len(src.Plain.String())
	for _, s := range src.Styles {
		if s.Lo < 0 || s.Lo > s.Hi || s.Hi > n {
			t.Fatalf("style %v of %d bytes", s, n)
		}
	}
	last := 0
	for _, tb := range src.Tables {
		if tb.Lo < last || tb.Hi > n {
			t.Fatalf("table %v of %d bytes", tb.Range, n)
		}
		last = tb.Hi
		for _, row := range tb.Rows {
			for _, c := range row {
				if c.Lo < tb.Lo || c.Lo > c.Hi || c.Hi > tb.Hi {
					t.Fatalf("cell %v of table %v", c, tb.Range)
				}
			}
		}
	}
}

func BenchmarkOFD(b *testing.B) {
	var s readtest.Typesetter
	for range 400 {
		s.Set("各单位要高度重视档案安全工作，于2023年5月26日前将总结报送市档案局，联系电话：0870-3122 456。", readtest.Inset)
	}
	data := readtest.OFD(s.Pages())
	size := 0
	for _, line := range s.Lines {
		size += len(line)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := readOFD(context.Background(), data, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
