package read

import (
	"strings"
	"testing"

	"gongwen/extract/internal/read/layout"
	"gongwen/extract/internal/read/ocr"
)

// readWords returns a line of words of 40 dots a character, each where it says.
func readWords(y float64, list ...any) ocr.Line {
	var l ocr.Line
	for i := 0; i < len(list); i += 2 {
		text := list[i+1].(string)
		l.Words = append(l.Words, ocr.Word{Text: text, X: float64(list[i].(int)), Y: y, W: 36 * ems(text), H: 37, Confidence: 90})
	}
	return l
}

// setText returns the text of a page, a block a line.
func setText(t *testing.T, page *layout.Page) string {
	t.Helper()
	if err := layout.Set(t.Context(), []*layout.Page{page}); err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, b := range page.Blocks {
		lines = append(lines, b.Text)
	}
	return strings.Join(lines, "\n")
}

func TestPlacedWords(t *testing.T) {
	for _, row := range []struct {
		line ocr.Line
		want string
	}{
		{readWords(0, 100, "关于", 190, "开展", 280, "检查"), "关于开展检查"},
		{readWords(0, 100, "阮", 180, "青"), "阮青"},                             // the blank of a short name
		{readWords(0, 100, "甲局", 280, "乙局"), "甲局 乙局"},                        // two signers
		{readWords(0, 100, "请", 140, "于", 180, "2024", 270, "年"), "请于2024年"}, // figures
		{readWords(0, 100, "甲局，", 170, "市直"), "甲局，市直"},                       // boxes that overlap
		{readWords(0, 100, "甲", 90, "乙"), "甲乙"},
		{readWords(0, 100, "the", 170, "end"), "the end"},
		{readWords(0, 100, "0583-2119", 310, "046"), "0583-2119 046"},
		{readWords(0, 100, "一", 140, "12", 190, "一"), "—12—"},
		{readWords(0, 100, "一二一"), "—2—"},
		{readWords(0, 100, "14:30一20:00"), "14:30—20:00"},
		{readWords(0, 100, "第", 140, "一", 180, "2", 200, "条"), "第一2条"},
		{readWords(0, 100, "（一）"), "（一）"},
		{readWords(0, 100, "县", 140, "〈市、区)"), "县（市、区)"},
		{readWords(0, 100, "〈暂行〉"), "〈暂行〉"},
		{readWords(0, 100, "〈暂行〉（试行)"), "〈暂行〉（试行)"},
		{readWords(0, 100, "|", 140, "姓名", 230, "|"), "姓名"},
		{readWords(0, 100, "|"), ""},
		{ocr.Line{}, ""},
	} {
		if got := setText(t, placedWords(ocr.Page{Width: 1000, Height: 1400, Lines: []ocr.Line{row.line}})); got != row.want {
			t.Errorf("%v: %q, want %q", row.line, got, row.want)
		}
	}
}

// TestRecognitionBlocks sets pages of which the second has text of its own.
func TestRecognitionBlocks(t *testing.T) {
	long := strings.Repeat("关于开展消防安全专项检查", 2)
	page := func(foot string, lines ...string) *layout.Page {
		p := ocr.Page{Width: 1300, Height: 1800}
		for i, l := range lines {
			p.Lines = append(p.Lines, readWords(300+60*float64(i), 100, l))
		}
		p.Lines = append(p.Lines, readWords(1700, 600, foot))
		return placedWords(p)
	}
	pages := []*layout.Page{page("一1一", "通知", long, long, "完。"), nil, page("一3一", long, long, "又完。")}
	r := recognition{blocks: map[int][]layout.Block{}, failed: map[int]error{}}
	if err := r.set(t.Context(), pages); err != nil {
		t.Fatal(err)
	}
	if len(r.blocks) != 2 || len(r.blocks[0]) == 0 || len(r.blocks[2]) == 0 {
		t.Fatalf("%+v", r.blocks)
	}
	if first := r.blocks[0][0]; first.Text != "通知" || first.GoesOn {
		t.Errorf("%+v", first)
	}
	for i, want := range map[int]string{0: "—1—", 2: "—3—"} {
		last := r.blocks[i][len(r.blocks[i])-1]
		if last.Kind != layout.RunningHead || last.Text != want {
			t.Errorf("page %d ends with %+v", i+1, last)
		}
	}
}

func TestPageList(t *testing.T) {
	for _, row := range []struct {
		pages []int
		want  string
	}{{[]int{3}, "page 3"}, {[]int{1, 2, 3}, "pages 1-3"}, {[]int{1, 3, 4, 9}, "pages 1, 3-4, 9"}} {
		if got := pageList(row.pages); got != row.want {
			t.Errorf("%v: %q, want %q", row.pages, got, row.want)
		}
	}
}

func FuzzPlacedWords(f *testing.F) {
	f.Add("关于", "〈暂行)", 10.0, 30.0)
	f.Fuzz(func(t *testing.T, a, b string, x, w float64) {
		l := ocr.Line{Words: []ocr.Word{{Text: a, X: x, W: w, H: 30}, {Text: b, X: x + w, W: w, H: w}}}
		text := setText(t, placedWords(ocr.Page{Width: 100, Height: 100, Lines: []ocr.Line{l}}))
		if len(text) > 8*(len(a)+len(b))+64 {
			t.Errorf("%d bytes of %q and %q", len(text), a, b)
		}
	})
}
