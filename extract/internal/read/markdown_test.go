package read

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// readString reads s, which must be a text.
func readString(t testing.TB, s string) *Source {
	t.Helper()
	src, err := Read(context.Background(), "t.txt", []byte(s), Options{})
	if err != nil {
		t.Fatalf("%q: %v", s, err)
	}
	return src
}

// words returns the text without its marks and with its rewrites.
func words(src *Source) string {
	var b strings.Builder
	text, at := src.Plain.String(), 0
	marks, rewrites := src.Markup, src.Rewrites
	for len(marks)+len(rewrites) > 0 {
		if len(rewrites) == 0 || len(marks) > 0 && marks[0].Lo < rewrites[0].Lo {
			b.WriteString(text[at:marks[0].Lo])
			at, marks = marks[0].Hi, marks[1:]
			continue
		}
		b.WriteString(text[at:rewrites[0].Lo] + rewrites[0].Text)
		at, rewrites = rewrites[0].Hi, rewrites[1:]
	}
	return b.String() + text[at:]
}

func TestMarkdown(t *testing.T) {
	tests := []struct{ in, want string }{
		{"# 云岭市档案局文件", "云岭市档案局文件"},
		{"### 一、活动主题 ###\n", "一、活动主题\n"},
		{"  ## 附件 1", "  附件 1"},
		{"#### **四、活动要求**", "四、活动要求"},
		{"**（一）上好一课。**由各单位组织。", "（一）上好一课。由各单位组织。"},
		{"请一并报送，**过期按弃权处理。**", "请一并报送，过期按弃权处理。"},
		{"请于**5月26日前**报送材料", "请于5月26日前报送材料"},
		{"**一、****活动目标**", "一、活动目标"},
		{"***一、目标***", "一、目标"},
		{"**电话：**0791-5550163", "电话：0791-5550163"},
		{"**见 *附件1* 所列**", "见 附件1 所列"},
		{"# 题\n*注：以实际为准。*", "题\n注：以实际为准。"},
		{"# 题\n__重要__：须带证件 _原件_ 。", "题\n重要：须带证件 原件 。"},
		{"# 题\n- 甲项\n* 乙项\n+ 丙项\n  - 丁项", "题\n甲项\n乙项\n丙项\n  丁项"},
		{"# 题\n> 引文一\n>引文二", "题\n引文一\n引文二"},
		{"1\\. 目标\n2\\. 范围", "1. 目标\n2. 范围"},
		{"\\* 为必填项", "* 为必填项"},
		{"邮箱 [a@yunling.cn](mailto:a@yunling.cn)。", "邮箱 a@yunling.cn。"},
		{"[**通知**](http://x.cn/a_(1).html \"题\")见网站", "通知见网站"},
		{"[报名表](附件1.docx)", "报名表"},
		{"网址：<http://x.cn>、<https://y.cn/a_b>，<a_b@x.cn>", "网址：http://x.cn、https://y.cn/a_b，a_b@x.cn"},
		{"![公章](img/seal.png)云岭市档案局", "云岭市档案局"},
		{"# 题\n---\n正文\n\n* * *\n", "题\n\n正文\n\n\n"},
		{"```text\n**一**\n```\n正文", "\n**一**\n\n正文"},
		{"甲<!-- 批注 -->乙", "甲乙"},
		{"甲<!-- 批\n\n注 -->\n乙", "甲\n乙"},
		{"甲<br>乙<br/>丙</span>", "甲\n乙\n丙"},
		{"# 题\n甲&nbsp;乙&amp;丙&lt;丁&gt;", "题\n甲\u00a0乙&丙<丁>"},
		{"# 题\n`code*1*`、甲  \n乙\\\n丙", "题\ncode*1*、甲  \n乙\n丙"},
		{"| 名称 | 数量 |\n|---|:-:|\n| **甲** | 1 |\n|乙||\n正文", " 名称  数量 \n\n 甲  1 \n乙\n正文"},
	}
	for _, tt := range tests {
		src := readString(t, tt.in)
		if src.Format != "markdown" {
			t.Errorf("%q is read as %s", tt.in, src.Format)
		}
		if got := words(src); got != tt.want {
			t.Errorf("%q gives %q, want %q", tt.in, got, tt.want)
		}
		check(t, src)
	}
}

// What looks like a mark in official texts that have none.
func TestPlain(t *testing.T) {
	for _, in := range []string{
		"云岭市人民政府",
		"#1楼 #2楼",
		"# 号键结束",
		"#号键结束",
		"####### 七级",
		"#",
		"*为必填项，带*号的须盖章",
		"（*为必填项，**为选填项）",
		"* 表示涉密岗位",
		"*姓名、*电话、*单位",
		"1280*720（16:9），提供7*24小时服务，2*3*4",
		"张**、李**、王**等3人",
		"公示对象：张**，身份证号360102********1234",
		"张**和李**参加会议",
		"张** 李** 王**",
		"经查，110**1234**5678",
		"**年**月**日",
		"20**年**月",
		"**公司与**公司签订合同",
		"**市人民政府关于**的通知",
		"**市*局",
		"甲** 乙 **丙",
		"**未闭合的强调\n另起一行**",
		"____年__月__日  签名：__",
		"联系人：__，电话：__。",
		"sxyz_tw@yunling.cn，a_b_c.doc",
		"http://x.cn/_upload/article/_a_/*b*/1.doc",
		"- 一是加强领导\n- 二是落实责任",
		"- 3 -",
		"—— 甲\n-- 乙\n----------",
		"1. 目标\n2. 范围\n1) 甲",
		"网站>>要闻>>动态\n>>下一页\n> 下一页",
		"印发<高标准方案>的通知，a<b，c>d，<通知>",
		"[2023]12号，[2023](试行)，[附件](见后)，[1]（略）",
		"C:\\_data\\*.doc，\\\\host\\share，甲\\乙",
		"首页 | 新闻 | 通知",
		"|",
		"甲|乙\n丙丁",
		"```\n未闭合",
		"<!-- 未闭合",
		"2021年！[图]",
		"a&b; AT&T; &copy=1 & &; &#;",
	} {
		src := readString(t, in)
		if src.Format != "text" || len(src.Markup)+len(src.Rewrites)+len(src.Styles)+len(src.Links)+len(src.Tables) != 0 {
			t.Errorf("%q is read as %s: %q, %d tables", in, src.Format, words(src), len(src.Tables))
		}
	}
}

// What keeps its look even in Markdown.
func TestNoMark(t *testing.T) {
	for _, in := range []string{
		"张**、李**、王**",
		"110***1234，1280*720",
		"__年__月__日",
		"____年____月",
		"联系人：__，电话：__。",
		"a_b@x.cn http://x.cn/_a_/b",
		"- 3 -",
		">>要闻",
		"1. 目标",
		"#1",
		"C:\\_a",
		"甲 * 乙",
		"x&y=1",
		"[2023]1号",
	} {
		src := readString(t, "# 题\n"+in)
		if src.Format != "markdown" || words(src) != "题\n"+in {
			t.Errorf("%q gives %q", in, words(src))
		}
	}
}

func TestEntities(t *testing.T) {
	src := readString(t, "关于转发&lt;方案&gt;的通知&nbsp;&amp;nbsp;&#9826;&9826;&#x2014;&sp;http://x.cn/?a=1&amp;b=2&lt=3&#0;&#13;&foo;")
	if src.Format != "text" {
		t.Errorf("read as %s", src.Format)
	}
	if got, want := words(src), "关于转发<方案>的通知\u00a0\u00a0♢♢— http://x.cn/?a=1&b=2&lt=3&#0;\n&foo;"; got != want {
		t.Errorf("words %q, want %q", got, want)
	}
}

func TestStyles(t *testing.T) {
	src := readString(t, "## 标题 ##\n**甲**乙 [丙](http://x.cn)\n- **丁** <a@x.cn>\n")
	text := src.Plain.String()
	var got []string
	for _, s := range src.Styles {
		got = append(got, fmt.Sprint(s.Kind, s.Level, text[s.Lo:s.Hi]))
	}
	for _, l := range src.Links {
		got = append(got, text[l.Lo:l.Hi]+" "+l.URL)
	}
	want := []string{
		fmt.Sprint(Heading, 2, "标题"), fmt.Sprint(Bold, 0, "甲"), fmt.Sprint(ListItem, 0, "**丁** <a@x.cn>"), fmt.Sprint(Bold, 0, "丁"),
		"丙 http://x.cn", "a@x.cn mailto:a@x.cn",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestSeeds(t *testing.T) {
	tests := []struct {
		slug, format string
		markup       int
		lines        []string // in what is left of the text
	}{
		{"seed-000", "markdown", 4, []string{"1. 组织开展“4•15”全民国家安全教育日"}},
		{"seed-001", "markdown", -1, []string{"柳州市国家保密局", "一、活动主题", "四、活动要求", "附件：1.“4·15”全民国家安全教育日宣传活动安排  "}},
		{"seed-002", "text", 0, nil},
		{"seed-003", "text", 0, nil},
		{"seed-004", "markdown", 3, []string{"附件：", "1. 保密先进集体评选条件"}},
	}
	for _, tt := range tests {
		files, _ := filepath.Glob("../../../testdata/notices/" + tt.slug + "/*.txt")
		if len(files) != 1 {
			t.Fatalf("%s: files %q", tt.slug, files)
		}
		data, err := os.ReadFile(files[0])
		if err != nil {
			t.Fatal(err)
		}
		src := readString(t, string(data))
		check(t, src)
		if src.Format != tt.format || src.Encoding != "utf-8" {
			t.Errorf("%s is read as %s in %s", tt.slug, src.Format, src.Encoding)
		}
		if tt.markup >= 0 && len(src.Markup) != tt.markup {
			t.Errorf("%s has %d marks, want %d", tt.slug, len(src.Markup), tt.markup)
		}
		text := "\n" + words(src) + "\n"
		for _, line := range tt.lines {
			if !strings.Contains(text, line) {
				t.Errorf("%s lacks the line %q", tt.slug, line)
			}
		}
		for _, mark := range []string{"\n#", "**", "<http", "](", "\n- "} {
			if strings.Contains(text, mark) {
				t.Errorf("%s keeps %q", tt.slug, mark)
			}
		}
	}
}

func TestTables(t *testing.T) {
	tests := []struct {
		in, want string
		n        int
	}{
		{"| 名称 | 数量 |\n|---|---|\n| 甲\\|乙 | 1 |\n|乙||\n\n正文", "名称;数量/甲\\|乙;1/乙;", 1},
		{"名称|数量\n-|-\n甲|1", "名称;数量/甲;1", 1},
		{"前言\n组别\t一等\t二等\n甲\t1\t2\n正文", "组别;一等;二等/甲;1;2", 1},
		{"姓名\t单位\n张某\t档案局\n李某\t财政局", "姓名;单位/张某;档案局/李某;财政局", 1},
		{"序号|姓名|单位\n1|张某|档案局", "序号;姓名;单位/1;张某;档案局", 1},
		{"甲\t\t1\n乙\t2\t", "甲;;1/乙;2;", 1},
		{"名称 | 数量\n---|---|---\n甲|1", "", 0}, // the rule has three columns
		{"一\t二\t三", "", 0},
		{"一\t二\t三\n四\t五", "", 0},
		{"联系人：\t张某\n电话：\t5550163\n邮箱：\ta@x.cn", "", 0},
		{"1.\t总则\n2.\t范围\n3.\t附则", "", 0},
		{"总则\t1\n范围\t3\n附则\t9", "", 0},
		{"\t正文缩进\n\t又一段\n\t再一段", "", 0},
		{"首页 | 新闻\n版权 | 电话", "", 0},
		{"姓名\t单位\n张某\t档案局", "", 0}, // two columns need three rows
	}
	for _, tt := range tests {
		src := readString(t, tt.in)
		check(t, src)
		if len(src.Tables) != tt.n {
			t.Errorf("%q has %d tables, want %d", tt.in, len(src.Tables), tt.n)
			continue
		}
		for _, table := range src.Tables {
			if got := cells(src, table); got != tt.want {
				t.Errorf("%q gives %q, want %q", tt.in, got, tt.want)
			}
		}
	}
}

func cells(src *Source, table Table) string {
	var rows []string
	for _, row := range table.Rows {
		var cells []string
		for _, c := range row {
			cells = append(cells, src.Plain.String()[c.Lo:c.Hi])
		}
		rows = append(rows, strings.Join(cells, ";"))
	}
	return strings.Join(rows, "/")
}

// No input takes time beyond its length.
func TestHostile(t *testing.T) {
	for _, unit := range []string{"**a ", "*a", "[", "[[](", "<!--", "<a", "`", "|\t", "```\n", "\f", "\r", "&amp;", "![x](", "__a ", "> ", "#", "- ", "a|b\n", "a\tb\n", "|-|\n", "**a**", "<a@"} {
		readString(t, strings.Repeat(unit, 1<<19/len(unit))+"x")
	}
}
