package read

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "write the dumps in testdata again")

// dumpPage prints what src holds, a fact a line.
func dumpPage(src *Source) string {
	var b strings.Builder
	text := src.Plain.String()
	b.WriteString(text)
	b.WriteString("---\n")
	fmt.Fprintf(&b, "%s %s\n", src.Format, src.Encoding)
	kinds := map[StyleKind]string{Heading: "heading", Bold: "bold", ListItem: "item", Centred: "centred", RunningHead: "running"}
	for _, s := range src.Styles {
		fmt.Fprintf(&b, "%s %d %q\n", kinds[s.Kind], s.Level, text[s.Lo:s.Hi])
	}
	for _, l := range src.Links {
		fmt.Fprintf(&b, "link %q %s\n", text[l.Lo:l.Hi], l.URL)
	}
	for _, t := range src.Tables {
		b.WriteString("table\n")
		for _, row := range t.Rows {
			for _, c := range row {
				fmt.Fprintf(&b, " %q", text[c.Lo:c.Hi])
			}
			b.WriteByte('\n')
		}
	}
	if p := src.Publication; p != nil {
		fmt.Fprintf(&b, "publication %+v\n", *p)
	}
	for _, w := range src.Warnings {
		fmt.Fprintf(&b, "warning %s %s\n", w.Code, w.Message)
	}
	return b.String()
}

// webPages returns the pages of testdata by name.
func webPages(t testing.TB) map[string][]byte {
	t.Helper()
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no testdata", err)
	}
	all := map[string][]byte{}
	for _, file := range files {
		a, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if name := filepath.Base(file); strings.HasPrefix(name, "html_") || strings.HasPrefix(name, "mht_") {
			all[file] = a.Files[0].Data
		}
	}
	return all
}

func TestWebPages(t *testing.T) {
	for file, data := range webPages(t) {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			src, err := Read(context.Background(), file, data, Options{})
			if err != nil {
				t.Fatal(err)
			}
			got := dumpPage(src)
			a, _ := txtar.ParseFile(file)
			if *update {
				a.Files = []txtar.File{a.Files[0], {Name: "dump", Data: []byte(got)}}
				if err := os.WriteFile(file, txtar.Format(a), 0o666); err != nil {
					t.Fatal(err)
				}
				return
			}
			if len(a.Files) < 2 || got != string(a.Files[1].Data) {
				t.Errorf("got:\n%s", got)
			}
		})
	}
}

func TestIsHTML(t *testing.T) {
	for _, tt := range []struct {
		text string
		want bool
	}{
		{"<!DOCTYPE html>\n<p>通知", true},
		{" \n<html><body>通知", true},
		{"\uFEFF<HTML>", true},
		{"<!-- saved --><head><title>通知</title>", true},
		{"<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"\"><html>", true},
		{"<meta charset=gbk>通知", true},
		{"<p>各单位：</p><p>请查收。</p>\n", true},
		{"<div class=\"a\">通知</div>", true},
		{"<strong>通知</strong><br>", true},
		{"<\x00h\x00t\x00m\x00l\x00>\x00", true},

		{"", false},
		{"<", false},
		{"关于<br>的通知", false},
		{"<通知>的说明", false},
		{"<p>各单位：</p>\n其余的字都在标签外", false},
		{"<div align=\"center\">\n\n# 标题\n\n</div>", false},
		{"<?xml version=\"1.0\"?><w:document>", false},
		{"<!-- 注释 -->\n# 通知\n正文", false},
		{"<http://www.yunling.example>", false},
		{"<!DOCTYPE plist>\n<plist>", false},
		{"# 通知\n<p>一段</p>", false},
	} {
		if got := isHTML([]byte(tt.text)); got != tt.want {
			t.Errorf("isHTML(%q) = %v", tt.text, got)
		}
	}
}

func TestIsMHT(t *testing.T) {
	for _, tt := range []struct {
		text string
		want bool
	}{
		{"From: a@b.example\r\nSubject: x\r\nMIME-Version: 1.0\r\n\r\n", true},
		{"Content-Type: text/html;\n charset=gbk\nContent-Location: http://x\n\n<p>", true},
		{"MIME-Version: 1.0\nContent-Type: text/plain\n\n", false},
		{"Subject: x\nFrom: y\n\ntext", false},
		{"时间: 今天\nMIME-Version: 1.0\n\n", false},
		{"关于：通知\n", false},
		{" From: x\nMIME-Version: 1.0\n\n", false},
		{"From: x\nMIME-Version: 1.0", false},
	} {
		if got := isMHT([]byte(tt.text)); got != tt.want {
			t.Errorf("isMHT(%q) = %v", tt.text, got)
		}
	}
}

func TestPageCharset(t *testing.T) {
	const short, long = "通知", "各区人民政府，市政府各部门：现将有关事项通知如下，请认真贯彻落实。一、提高认识，加强领导。二、明确责任，抓好落实。" +
		"三、强化监督，确保成效。各单位要在本月底前将落实情况报送办公室，联系电话由各单位自行填写，逾期不报的予以通报。"
	gb := simplifiedchinese.GB18030
	for _, tt := range []struct {
		name, meta, text string
		set              encoding.Encoding
		want             string
	}{
		{"meta is right", "gb2312", long, gb, "gb18030"},
		{"few bytes, the page decides", "gbk", short, gb, "gb18030"},
		{"few bytes in Big5", "big5", short, traditionalchinese.Big5, "big5"},
		{"meta says gb2312 above UTF-8", "gb2312", long, unicode.UTF8, "utf-8"},
		{"meta says UTF-8 above GBK", "utf-8", long, gb, "gb18030"},
		{"meta says gb2312 above Big5", "gb2312", strings.Repeat("關於辦理應該說明的機關單位", 20), traditionalchinese.Big5, "big5"},
		{"no such set", "x-nothing", long, gb, "gb18030"},
		{"UTF-16 without mark", "utf-16", long, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "utf-16le"},
		{"UTF-16 with mark", "gb2312", long, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "utf-16le"},
	} {
		page := "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=" + tt.meta + "\"></head><body><p>" + tt.text + "</p></body></html>"
		data, err := tt.set.NewEncoder().Bytes([]byte(page))
		if err != nil {
			t.Fatal(tt.name, err)
		}
		src, err := Read(context.Background(), "a.html", data, Options{})
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		if got := src.Plain.String(); src.Encoding != tt.want || got != tt.text+"\n" {
			t.Errorf("%s: %s %q", tt.name, src.Encoding, got)
		}
	}
}

func TestDeepPage(t *testing.T) {
	data := []byte("<html><body>" + strings.Repeat("<div><b>", 3000) + "<p>各单位：</p><p>请查收&amp;办理。</p>" + strings.Repeat("</b></div>", 3000))
	src, err := Read(context.Background(), "deep.html", data, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got := src.Plain.String(); got != "各单位：\n\n请查收&办理。\n" || len(src.Warnings) != 1 {
		t.Errorf("%q %v", got, src.Warnings)
	}
}

func TestEmptyPages(t *testing.T) {
	for _, page := range []string{"<html></html>", "<html><body><script>a，b。</script></body></html>", "<!DOCTYPE html><frameset><frame src=a></frameset>", "<table><tr><td></td></tr></table>",
		"MIME-Version: 1.0\nSubject: x\nContent-Type: image/png\n\nxx"} {
		src, err := Read(context.Background(), "a", []byte(page), Options{})
		if e, ok := errors.AsType[*Error](err); !ok || e.Kind != Empty || src != nil {
			t.Errorf("%q: %v %v", page, src, err)
		}
	}
}

func TestListMark(t *testing.T) {
	for _, tt := range []struct {
		kind string
		n    int
		want string
	}{
		{"decimal", 12, "12. "}, {"lower-alpha", 28, "ab. "}, {"upper-alpha", 3, "C. "}, {"lower-roman", 14, "xiv. "}, {"upper-roman", 399, "CCCXCIX. "},
		{"cn", 21, "二十一、"}, {"cn2", 10, "（十）"}, {"cn1", 19, "十九）"}, {"num1", 4, "4）"}, {"num2", 4, "（4）"}, {"none", 4, ""}, {"disc", 1, ""},
		{"decimal", -1, "-1. "}, {"upper-roman", 0, "0. "}, {"cn", 1000, "1000、"}, {"lower-alpha", 0, "0. "},
	} {
		if got := listMark(tt.kind, tt.n); got != tt.want {
			t.Errorf("listMark(%q, %d) = %q, want %q", tt.kind, tt.n, got, tt.want)
		}
	}
}

func TestHasSerial(t *testing.T) {
	for s, want := range map[string]bool{"1.报名": true, "一、总则": true, "（二）审核": true, "①甲": true, "第三条": true, "附件1：表": true, "12）": true,
		"": false, "报名": false, "2024年": false, "第": false, "3个": false, "一是": false} {
		if hasSerial(s) != want {
			t.Errorf("hasSerial(%q) = %v", s, !want)
		}
	}
}

func TestISODay(t *testing.T) {
	for s, want := range map[string]string{"2024-03-01 10:20": "2024-03-01", "2024年3月1日": "2024-03-01", " 2024/12/31": "2024-12-31", "2024.1.2": "2024-01-02", "2024-03-01T00:00:00Z": "2024-03-01",
		"": "", "24-3-1": "", "2024-13-01": "", "2024-00-01": "", "2024年": "", "2024-3": "", "20240301": "", "昨天": "", "2024年3月32日": ""} {
		if got := isoDay(s); got != want {
			t.Errorf("isoDay(%q) = %q, want %q", s, got, want)
		}
	}
}

func TestContentName(t *testing.T) {
	for s, want := range map[string]bool{"UCAP-CONTENT": true, "TRS_Editor": true, "vsb_content_501": true, "article-content": true, "conTxt": true, "zoom": true,
		"": false, "content": false, "main": false, "zoomin": false, "header": false, strings.Repeat("zoom", 20): false} {
		if contentName(s) != want {
			t.Errorf("contentName(%q) = %v", s, !want)
		}
	}
}

func FuzzPage(f *testing.F) {
	for _, data := range webPages(f) {
		f.Add(data)
	}
	f.Add([]byte("<html><table><tr><td rowspan=9 colspan=99>a<tr><td>b</table><ol reversed start=-3><li>c<li><pre>\n d"))
	f.Add([]byte("From: a\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\n各单位\n--x"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if !isHTML(data) && !isMHT(data) {
			data = append([]byte("<html>"), data...)
		}
		src, _ := Read(context.Background(), "f", data, Options{})
		if src == nil {
			return
		}
		text := src.Plain.String()
		if len(text) > 4*len(data)+1024 {
			t.Fatalf("%d bytes of text from %d", len(text), len(data))
		}
		check := func(r Range) {
			if r.Lo < 0 || r.Lo > r.Hi || r.Hi > len(text) {
				t.Fatalf("range %v of %d bytes", r, len(text))
			}
		}
		last := 0
		for _, s := range src.Styles {
			check(s.Range)
			if s.Lo < last {
				t.Fatal("styles out of order")
			}
			last = s.Lo
		}
		for _, l := range src.Links {
			check(l.Range)
		}
		last = 0
		for _, tb := range src.Tables {
			check(tb.Range)
			if tb.Lo < last {
				t.Fatal("tables overlap")
			}
			last = tb.Hi
			for _, row := range tb.Rows {
				for _, c := range row {
					check(c)
				}
			}
		}
	})
}

func BenchmarkPage(b *testing.B) {
	data := webPages(b)["testdata/html_site.txtar"]
	para := "<p style=\"text-indent: 2em; font-family: 仿宋\"><span style=\"font-size: 16pt\">二、各区要落实责任，在9月30日前完成排查，并将情况报送市应急管理局。</span></p>\n"
	page := strings.Replace(string(data), "<p><br></p>", strings.Repeat(para, 200), 1)
	b.SetBytes(int64(len(page)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Read(context.Background(), "a.html", []byte(page), Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
