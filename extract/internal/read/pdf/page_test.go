package pdf

import (
	"fmt"
	"strings"
	"testing"
)

// The paragraphs of an invented notice.
var notice = []string{
	"^云岭市档案局文件",
	"^云档发〔2024〕7号",
	"^关于开展档案安全检查的通知",
	"|各县（市、区）档案馆，市直各单位：",
	"为进一步做好全市档案安全工作，防范火灾、水浸和虫霉，根据《云岭市档案工作规定》，决定自2024年5月6日起开展档案安全检查。现将有关事项通知如下：",
	"一、检查范围",
	"全市各级各类档案馆（室）的库房、阅览室和机房，重点检查去年整改不到位的单位。各单位要对照检查标准逐项自查，发现问题立即整改，不能立即整改的要列出清单、明确责任人和完成时限，并于5月20日前书面报市档案局。",
	"二、工作要求",
	"各单位要高度重视，精心组织，确保检查不走过场。检查中发现的问题，限期整改。整改不力的，予以通报。市档案局将组织抽查，抽查结果纳入年度考核，考核结果报市委、市政府。各县（市、区）于6月底前报送检查总结。",
	"联系人：沈知远，电话：0583－2119046。",
	">云岭市档案局",
	">2024年4月28日",
}

// plain returns paragraphs without the marks of their place.
func plain(paragraphs []string) string {
	var out strings.Builder
	for _, p := range paragraphs {
		out.WriteString(strings.TrimLeft(p, "^>|") + "\n")
	}
	return out.String()
}

func TestParagraphs(t *testing.T) {
	var b builder
	got := texts(t, b.document(b.utf16Font(), official(notice, 1)))
	if want := plain(notice) + "[— 1 —]\n"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestPageBreak lets a paragraph run on to the next page: it is one, and the
// page number does not stand in it.
func TestPageBreak(t *testing.T) {
	last := []rune("全市各级各类档案馆（室）的库房、阅览室和机房，重点检查去年整改不到位的单位，各单位要对照检查的标准逐项自查发现问题")
	first := append(notice[:6:6], string(last[:2*28-2])) // two lines
	second := append([]string{"|题立即整改，不能立即整改的要列出清单、明确责任人和完成时限。"}, notice[7:]...)
	var b builder
	got := texts(t, b.document(b.utf16Font(), official(first, 1), official(second, 2)))
	want := plain(first[:6]) + "[— 1 —]\n" + first[6] + "\n…" + plain(second) + "[— 2 —]\n"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	for _, tt := range []struct{ last, next string }{
		{"重点检查去年整改不到位的单位。", "|题立即整改。"},                               // the page ends with a sentence
		{first[6], "题立即整改，不能立即整改的要列出清单。"},                            // the next begins with a blank
		{first[6], "|1.题立即整改，不能立即整改的要列出清单。"},                         // or with a mark
		{"重点检查去年整改不到位的单位，各单位要对照检查", "|题立即整改，不能立即整改的要列出清单、明确责任人和时限。"}, // the last line is short
	} {
		var b builder
		got := texts(t, b.document(b.utf16Font(), official(append(notice[:6:6], tt.last), 0), official([]string{tt.next, notice[8]}, 0)))
		if strings.Contains(got, "…") {
			t.Errorf("%s | %s: joined", tt.last, tt.next)
		}
	}
}

func TestRunningHeads(t *testing.T) {
	var b builder
	var pages []string
	for i := range 3 {
		pages = append(pages, official(notice[3:9], 0)+at(79, 800, 9, "云岭市档案局")+at(79, 790, 9, fmt.Sprintf("附件%d", 1))+at(280, 40, 9, fmt.Sprint(i+1)))
	}
	got := texts(t, b.document(b.utf16Font(), pages...))
	if n := strings.Count(got, "[云岭市档案局]\n"); n != 3 {
		t.Errorf("%d heads in\n%s", n, got)
	}
	if strings.Contains(got, "[附件1]") || !strings.Contains(got, "[3]\n") {
		t.Errorf("got\n%s", got)
	}
}

// TestArtifact takes what a file itself marks as pagination for a running head.
func TestArtifact(t *testing.T) {
	var b builder
	got := texts(t, b.document(b.utf16Font(), "/Artifact <</Type /Pagination /Subtype /Footer>> BDC\n"+at(100, 400, 12, "内部资料")+"EMC\n"+at(100, 500, 12, "正文在此")))
	if got != "正文在此\n[内部资料]\n" {
		t.Errorf("got %q", got)
	}
}

// box returns the operators that draw lines.
func box(lines ...[4]float64) string {
	var out strings.Builder
	for _, l := range lines {
		fmt.Fprintf(&out, "%g %g m %g %g l S\n", l[0], l[1], l[2], l[3])
	}
	return out.String()
}

// tablePage returns a page with a table of three columns and rows, in which the
// first cell of the last two rows is one.
func tablePage() string {
	rules := box([4]float64{100, 700, 400, 700}, [4]float64{100, 670, 400, 670}, [4]float64{200, 640, 400, 640}, [4]float64{100, 610, 400, 610},
		[4]float64{100, 700, 100, 610}, [4]float64{200, 700, 200, 610}, [4]float64{300, 700, 300, 610}, [4]float64{400, 700, 400, 610})
	words := at(110, 680, 12, "单位") + at(210, 680, 12, "时间") + at(310, 680, 12, "地点") +
		at(110, 635, 12, "云岭市") + at(210, 650, 12, "5月6日") + at(310, 657, 10, "档案馆三楼") + at(310, 644, 10, "会议室") +
		at(210, 620, 12, "5月7日") + at(310, 620, 12, "图书馆")
	return at(100, 720, 12, "检查安排如下：") + rules + words + at(100, 590, 12, "请按时参加。")
}

func TestRuledTable(t *testing.T) {
	var b builder
	got := texts(t, b.document(b.utf16Font(), tablePage()))
	want := "检查安排如下：\n|单位|时间|地点|\n|云岭市|5月6日|档案馆三楼会议室|\n|5月7日|图书馆|\n请按时参加。\n"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestNoTable looks at rules that make none: a frame, and lines under words.
func TestNoTable(t *testing.T) {
	frame := box([4]float64{70, 760, 530, 760}, [4]float64{70, 100, 530, 100}, [4]float64{70, 760, 70, 100}, [4]float64{530, 760, 530, 100})
	seal := box([4]float64{95, 620, 250, 620}, [4]float64{95, 600, 250, 600}, [4]float64{110, 625, 110, 595}, [4]float64{165, 625, 165, 595})
	underlines := box([4]float64{100, 500, 400, 500}, [4]float64{100, 480, 400, 480})
	var b builder
	got := texts(t, b.document(b.utf16Font(), official(notice, 0)+frame+seal+underlines))
	if want := plain(notice); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestAlignedTable(t *testing.T) {
	rows := [][]string{{"序号", "单位", "电话"}, {"1", "档案馆", "2119046"}, {"2", "图书馆", "2228315"}}
	var page strings.Builder
	for i, r := range rows {
		for k, c := range r {
			page.WriteString(at(100+120*float64(k), 700-20*float64(i), 12, c))
		}
	}
	var b builder
	got := texts(t, b.document(b.utf16Font(), page.String()))
	if want := "|序号|单位|电话|\n|1|档案馆|2119046|\n|2|图书馆|2228315|\n"; got != want {
		t.Errorf("got\n%s", got)
	}
}

func TestColumns(t *testing.T) {
	var page strings.Builder
	want := ""
	for i := range 12 {
		l, r := fmt.Sprintf("左栏第%02d行的文字排到这里为止，", i), fmt.Sprintf("右栏第%02d行的文字排到这里为止，", i)
		page.WriteString(at(60, 700-18*float64(i), 12, l) + at(320, 695-18*float64(i), 12, r))
		want += l
	}
	var b builder
	got := texts(t, b.document(b.utf16Font(), page.String()))
	if !strings.HasPrefix(got, want) {
		t.Errorf("got\n%s", got)
	}
}

// TestCentredHeads sets short heads in the middle of a page whose other pages
// show where lines end: none goes on in the next.
func TestCentredHeads(t *testing.T) {
	heads := []string{"^检查项目名录", "^一、库房安全（无）", "^二、消防安全（无）", "^三、用电安全（无）", "^四、虫霉防治（无）", "^五、数据安全（无）", "^六、人员管理（无）"}
	var b builder
	got := texts(t, b.document(b.utf16Font(), official(notice, 0), official(heads, 0)))
	if want := plain(notice) + plain(heads); got != want {
		t.Errorf("got\n%s", got)
	}
}

// TestJointHead sets the names of three issuers beside 文件, and the imprint.
func TestJointHead(t *testing.T) {
	var page strings.Builder
	for i, name := range []string{"云岭市档案局", "云岭市教育局", "云岭市民政局"} {
		page.WriteString(at(100, 818-29*float64(i), 24, name))
	}
	page.WriteString(at(270, 789, 24, "文件"))
	page.WriteString(official(notice[3:9], 0))
	page.WriteString(at(93.4, 120, 14, "抄送：市委办公室，市人大常委会办公室，市政府办公室，市政协") + at(93.4, 100, 14, "办公室，市法院，市检察院。"))
	var b builder
	got := texts(t, b.document(b.utf16Font(), page.String()))
	if !strings.HasPrefix(got, "云岭市档案局\n云岭市教育局文件\n云岭市民政局\n") && !strings.HasPrefix(got, "云岭市档案局\n云岭市教育局 文件\n云岭市民政局\n") {
		t.Errorf("head in\n%s", got)
	}
	if !strings.HasSuffix(got, "\n抄送：市委办公室，市人大常委会办公室，市政府办公室，市政协办公室，市法院，市检察院。\n") {
		t.Errorf("imprint in\n%s", got)
	}
}

func TestSigns(t *testing.T) {
	const bt = "BT /F1 16 Tf "
	for _, tt := range []struct{ name, content, want string }{
		{"fake bold", at(100, 700, 16, "档案") + at(100.3, 700, 16, "档案") + at(100.3, 700.3, 16, "档案"), "档案\n"},
		{"doubled on purpose", at(100, 700, 16, "人人谢谢"), "人人谢谢\n"},
		{"blank", at(100, 700, 16, "张三") + at(150, 700, 16, "李四"), "张三 李四\n"},
		{"spread", at(100, 700, 16, "档") + at(130, 700, 16, "案") + at(160, 700, 16, "局") + at(200, 700, 16, "文件"), "档案局 文件\n"},
		{"names", at(100, 700, 16, "张三") + at(146, 700, 16, "李四") + at(192, 700, 16, "王五"), "张三 李四 王五\n"},
		{"no blank", at(100, 700, 16, "共") + at(118, 700, 16, "3") + at(128, 700, 16, "人"), "共3人\n"},
		{"one by one", bt + "1 0 0 1 100 700 Tm " + hex16("通") + " Tj 16 0 Td " + hex16("知") + " Tj ET", "通知\n"},
		{"out of order", at(132, 700, 16, "通知") + at(100, 700, 16, "紧急"), "紧急通知\n"},
		{"spread by Tc", bt + "4 Tc 100 700 Td " + hex16("通知") + " Tj ET", "通知\n"},
		{"TJ", bt + "100 700 Td [" + hex16("通") + " -100 " + hex16("知") + "] TJ ET", "通知\n"},
		{"invisible, of an OCR layer", bt + "3 Tr 100 700 Td " + hex16("通知") + " Tj ET", "通知\n"},
		{"off the page", at(900, 700, 16, "通知") + at(100, 700, 16, "正文"), "正文\n"},
		{"upside down", bt + "-1 0 0 -1 300 400 Tm " + hex16("通知") + " Tj ET", "通知\n"},
		{"watermark", at(100, 700, 16, "正文") + bt + "0.7 0.7 -0.7 0.7 200 300 Tm " + hex16("样张") + " Tj ET", "正文\n[样张]\n"},
		{"superscript", at(100, 700, 16, "面积") + at(132, 700, 16, "9m") + at(164.5, 707, 8, "2"), "面积9m2\n"},
		{"scaled", "BT /F1 1 Tf 16 0 0 16 100 700 Tm " + hex16("通知") + " Tj ET", "通知\n"},
		{"mapped by ActualText", "/Span <</ActualText <FEFF901A>>> BDC BT /F1 16 Tf 100 700 Td <E000> Tj ET EMC", "通\n"},
		{"inline image", "BI /W 1 /H 1 /BPC 8 /CS /G ID \x01EI\x02 EI\n" + at(100, 700, 16, "通知"), "通知\n"},
	} {
		var b builder
		if got := texts(t, b.document(b.utf16Font(), tt.content)); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestTurnedPage(t *testing.T) {
	for _, tt := range []struct{ turn, tm string }{
		{"90", "0 1 -1 0 100 100"}, {"180", "-1 0 0 -1 500 700"}, {"270", "0 -1 1 0 100 700"}, {"-90", "0 -1 1 0 100 700"},
	} {
		var b builder
		data := b.documentWith("/Font <<"+b.utf16Font()+">>", "/Rotate "+tt.turn, "BT /F1 16 Tf "+tt.tm+" Tm 20 TL "+hex16("关于检查的通知")+" Tj T* "+hex16("各单位：")+" Tj ET")
		if got := texts(t, data); got != "关于检查的通知\n各单位：\n" {
			t.Errorf("%s: %q", tt.turn, got)
		}
	}
}

// TestVertical reads type that runs down, in columns from right to left.
func TestVertical(t *testing.T) {
	var b builder
	font := b.cidFont("UniCNS-UTF16-V", "CNS1", "")
	data := b.document("/F1 "+font, "BT /F1 16 Tf 1 0 0 1 400 700 Tm "+hex16("檔案檢查通知")+" Tj 1 0 0 1 372 700 Tm "+hex16("各單位")+" Tj ET")
	if got := texts(t, data); got != "檔案檢查通知\n各單位\n" {
		t.Errorf("%q", got)
	}
}

func TestFormsAndLinks(t *testing.T) {
	var b builder
	font := b.utf16Font()
	form := b.stream("/Type /XObject /Subtype /Form /BBox [0 0 200 50] /Matrix [1 0 0 1 50 0] /Resources <</Font <<"+font+">>>>", at(50, 700, 16, "云岭市档案局"))
	note := b.stream("/Subtype /Form /BBox [0 0 100 20] /Resources <</Font <<"+font+">>>>", at(0, 5, 12, "已阅"))
	data := b.documentWith("/Font <<"+font+">> /XObject <</X "+form+">>",
		"/Annots [<</Subtype /Link /Rect [99 595 200 615] /A <</S /URI /URI (http://www.yunling.example.cn/)>>>> <</Subtype /FreeText /Rect [300 300 400 320] /AP <</N "+note+">>>> <</Subtype /FreeText /F 2 /Rect [300 300 400 320] /AP <</N "+note+">>>>]",
		"/X Do\n"+at(100, 600, 16, "网上报名"))
	d, err := Read(t.Context(), data, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got := textOf(d); got != "云岭市档案局\n网上报名\n已阅\n" {
		t.Errorf("%q", got)
	}
	runs := d.Pages[0].Blocks[1].Runs
	if len(runs) != 1 || runs[0].URL != "http://www.yunling.example.cn/" || runs[0].Hi != len("网上报名") {
		t.Errorf("runs %+v", runs)
	}
}
