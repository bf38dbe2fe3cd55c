package segment

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"gongwen/extract/internal/origin"
	"gongwen/extract/internal/read"
)

var update = flag.Bool("update", false, "rewrite the dumps")

// outline segments text, which is in normal form.
func outline(text string) *Outline {
	src := &read.Source{Plain: origin.NewSource(text, nil)}
	return Notice(src.Plain.Text(), src)
}

// TestNotice compares the dump of each small notice under testdata with the
// one that stands beside it. One file, one idea.
func TestNotice(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no samples", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if len(a.Files) != 2 {
				t.Fatalf("want the files input and dump, got %d", len(a.Files))
			}
			o := outline(string(a.Files[0].Data))
			tiles(t, o)
			got := o.Dump()
			if got == string(a.Files[1].Data) {
				return
			}
			if *update {
				a.Files[1].Data = []byte(got)
				if err := os.WriteFile(file, txtar.Format(a), 0o666); err != nil {
					t.Fatal(err)
				}
				return
			}
			t.Errorf("got\n%s\nwant\n%s", got, a.Files[1].Data)
		})
	}
}

// tiles fails the test unless the lines tile the text.
func tiles(t *testing.T, o *Outline) {
	t.Helper()
	at := 0
	for i := range o.Lines {
		l := &o.Lines[i]
		if l.Lo != at || l.Hi < l.Lo {
			t.Fatalf("line %d begins at %d, the one before ends at %d", i, l.Lo, at)
		}
		at = l.Hi
		if l.Words > l.Head || l.Head > l.Text.Len() {
			t.Fatalf("line %d: mark ends at %d, heading at %d, text at %d", i, l.Words, l.Head, l.Text.Len())
		}
	}
	if at != o.Text.Len() {
		t.Fatalf("the lines end at %d, the text at %d", at, o.Text.Len())
	}
}

// FuzzNotice holds that any text is tiled by its lines.
func FuzzNotice(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.txtar")
	for _, file := range files {
		if a, err := txtar.ParseFile(file); err == nil && len(a.Files) > 0 {
			f.Add(string(a.Files[0].Data))
		}
	}
	f.Add("附件\n附件1\n附件：\n1. \n")
	f.Add("abcdefgh\n应急指挥部\n")
	f.Add("请验收。\n      Yunling Lab                              2024年4月8日\n")
	f.Add("各县于\n5\n月\n8\n日、\n9\n日、\n10\n日、\n11\n日、\n12\n日检查 （一）码头\n（二）航道\n")
	f.Fuzz(func(t *testing.T, s string) {
		s = string(bytes.ToValidUTF8([]byte(s), []byte("�")))
		tiles(t, outline(s))
	})
}

func BenchmarkNotice(b *testing.B) {
	files, _ := filepath.Glob("testdata/*.txtar")
	var texts []string
	n := 0
	for _, file := range files {
		if a, err := txtar.ParseFile(file); err == nil && len(a.Files) > 0 {
			texts = append(texts, string(a.Files[0].Data))
			n += len(a.Files[0].Data)
		}
	}
	b.SetBytes(int64(n))
	b.ReportAllocs()
	for b.Loop() {
		for _, s := range texts {
			outline(s)
		}
	}
}

// TestAnsweringHeading: 联系我们 names a part of a notice; what bids or says so is a sentence.
func TestAnsweringHeading(t *testing.T) {
	for line, want := range map[string]string{
		"1. 联系我们": "联系我们", "1. 请联系我们": "", "1. 联系我们。": "", "1. 联系我们，领取船票": "", "1. 我们来联系": "",
	} {
		o := outline("关于渡口开放的通知\n各渡口：\n现将有关事项通知如下。\n" + line + "\n2. 开放日期\n三月初一。\n")
		if len(o.Sections) == 0 || o.Sections[0].Heading.String() != want {
			t.Errorf("%s: %+v, want %q", line, o.Sections, want)
		}
	}
}

// TestNoticeHeading: 须 at the end of a name in 须知 says nothing; elsewhere it does.
func TestNoticeHeading(t *testing.T) {
	for line, want := range map[string]string{
		"（一）登船须知": "登船须知", "（一）登船须买票": "", "（一）登船须知道风向": "",
	} {
		o := outline("关于渡口开放的通知\n各渡口：\n现将有关事项通知如下。\n" + line + "\n（二）开放日期\n三月初一。\n")
		if len(o.Sections) == 0 || o.Sections[0].Heading.String() != want {
			t.Errorf("%s: %+v, want %q", line, o.Sections, want)
		}
	}
}

// TestCloseFigures: a line that is nothing but a day has no blank inside its figures; one
// with a name, or with two days, keeps its blanks.
func TestCloseFigures(t *testing.T) {
	for line, want := range map[string]string{
		"2024年3月2 4日":        "2024年3月24日",
		"20 24年1 2月2 4日":     "2024年12月24日",
		"2024年3月24日 9时":      "",
		"2024年3月2日 4日":       "",
		"云岭市航道局 2024年3月2 4日": "云岭市航道局 2024年3月2 4日",
		"2024 年 3 月 24 日":    "2024 年 3 月 24 日",
	} {
		o := outline("关于渡口开放的通知\n各渡口：\n请按期开放。\n云岭市航道局\n" + line + "\n")
		got := ""
		if l := o.First(IssueDate); l != nil {
			got = l.String()
		}
		if got != want {
			t.Errorf("%s: %q, want %q", line, got, want)
		}
	}
}

// TestKeeper: who keeps a site stands right above its registration; a line like it that
// stands elsewhere is of the text.
func TestKeeper(t *testing.T) {
	const keeper = "主办单位：云岭市航道局 地址：云岭市渡口路1号 电话：0790-5500001"
	for _, tt := range []struct {
		tail string
		want Part
	}{
		{keeper + "\n云ICP备24000001号 网站标识码：3400000021\n", Page},
		{keeper + "\n", Body},
		{keeper + "\n请各渡口知悉。\n", Body},
		{"来电请打0790-5500001\n云ICP备24000001号 网站标识码：3400000021\n", Body},
	} {
		o := outline("关于渡口开放的通知\n各渡口：\n请按期开放。\n云岭市航道局\n2024年3月1日\n" + tt.tail)
		if got := o.Lines[5].Part; got != tt.want {
			t.Errorf("%s: %v, want %v", tt.tail, got, tt.want)
		}
	}
}

// TestSized: a page's switch for the size of its letters stands behind the number; other words
// there, and a number behind them, are no line of the number's own.
func TestSized(t *testing.T) {
	for s, want := range map[string]bool{
		"云航办〔2024〕11号 字号：[大][中][小]": true, "云航办〔2024〕11号 【字体：大 中 小】": true, "云航办〔2024〕11号　字体：大 中 小": true,
		"云航办〔2024〕11号 字号另定": false, "云航办〔2024〕11号 字体：宋体": false, "浏览：3次 字体：大 中 小": false, "文号 云航办〔2024〕11号 字体：大 中 小": false,
	} {
		if got := sizedNumber(s); got != want {
			t.Errorf("%s: %v", s, got)
		}
	}
}

// TestHeadline: where no line has the word of a genre, the heading of the format is the title
// and not all that stands above the text.
func TestHeadline(t *testing.T) {
	for _, tt := range []struct {
		text    string
		heading string // the words that the format calls a heading
		want    string
	}{
		{"观星夜：与土星对话\n活动对象：中小学生\n活动时间：4月2日至4月5日\n参加方式：扫码", "观星夜：与土星对话", "观星夜：与土星对话"},
		{"云岭天文馆\n观星夜：与土星对话\n活动对象：中小学生\n参加方式：扫码", "观星夜：与土星对话", "观星夜：与土星对话"},
		{"云岭天文馆文件\n关于举办观星夜的通知\n各学校：\n请组织参加。", "云岭天文馆文件", "关于举办观星夜的通知"}, // a genre's word is surer
		{"云岭博物馆\n观星夜里话土星\n一、对象\n中小学生。", "云岭博物馆", "云岭博物馆观星夜里话土星"},       // the name of a body is no title
		{"观星夜里话土星\n共赴银河之约\n一、对象\n中小学生。", "", "观星夜里话土星共赴银河之约"},
	} {
		src := &read.Source{Plain: origin.NewSource(tt.text, nil)}
		if i := strings.Index(tt.text, tt.heading); tt.heading != "" {
			src.Styles = []read.Style{{Range: read.Range{Lo: i, Hi: i + len(tt.heading)}, Kind: read.Heading, Level: 1}}
		}
		if got := Notice(src.Plain.Text(), src).Title.String(); got != tt.want {
			t.Errorf("%q: title %q, want %q", tt.text, got, tt.want)
		}
	}
}

// TestJointTitle: in a copy on one line a blank between two bodies parts no line where both issue
// in one title; between the head of a page and the title below it, it does.
func TestJointTitle(t *testing.T) {
	for _, tt := range []struct {
		before, after string
		want          bool
	}{
		{"云岭市航道局水上警察支队", "云岭市渔业局关于渡船节期间封航的通告", true},
		{"云岭市渔业局", "云岭市渔业局关于渡船节期间封航的通告", false},
		{"云岭市航道局文件", "云岭市渔业局关于渡船节期间封航的通告", false},
		{"渡船节期间封航", "云岭市渔业局关于封航的通告", false},
		{"云岭市航道局", "关于封航的通告", false},
	} {
		if got := jointTitle(tt.before, tt.after); got != tt.want {
			t.Errorf("%s|%s: %v", tt.before, tt.after, got)
		}
	}
	for _, tt := range []struct {
		before, after string
		want          bool
	}{
		{"云岭市航道局关于封航的通告", "2024年第3号2024云岭渡船节定于4月", true},
		{"云岭市航道局关于封航的通告", "2024年第3号 为确保安全", true},
		{"云岭市航道局关于封航的通告", "2024年第3季度封航计划，第3号渡口", false},
		{"封航期间请依照本市刊登的公报", "2024年4月起施行的第3号令", false},
		{"据云岭市航道局发布的渡口名录记载", "2024年第3号为确保安全", false},
	} {
		if got := numberBelow(tt.before, tt.after); got != tt.want {
			t.Errorf("%s|%s: %v", tt.before, tt.after, got)
		}
	}
}
