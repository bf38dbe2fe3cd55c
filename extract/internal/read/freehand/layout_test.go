package freehand

import (
	"strings"
	"testing"
)

// A4 in millimetres, and the height of its characters.
const (
	pageWidth, pageHeight = 210.0, 297.0
	letterHeight          = 5.6
)

// at returns a run of words with its first character at x, the baseline at y.
func at(x, y float64, words string) Run {
	r := Run{Size: letterHeight}
	for _, c := range words {
		w := letterHeight
		if c < 0x2000 {
			w /= 2
		}
		r.Glyphs = append(r.Glyphs, Glyph{R: c, X: x, Y: y, Width: w})
		x += w
	}
	return r
}

// pageOf returns a page of runs.
func pageOf(runs ...Run) Page { return Page{pageWidth, pageHeight, runs} }

// Sixteen characters that fill a line from the left edge at 28 to the right one.
const fullLine = "各单位要高度重视档案安全保管工作"

// The edges of the pages below: a full line begins at left and ends at right.
const left = 28.0

// TestParagraphs tells lines that go on from lines that begin a paragraph.
func TestParagraphs(t *testing.T) {
	indented := at(left+2*letterHeight, 60, strings.TrimSuffix(fullLine, "工作"))
	for _, c := range []struct {
		name, want string
		runs       []Run
	}{
		{"a paragraph", "各单位要高度重视档案安全保管各单位要高度重视档案安全保管工作认真落实。|", []Run{indented, at(left, 70, fullLine), at(left, 80, "认真落实。")}},
		{"two paragraphs", "各单位要高度重视档案安全保管各单位要高度重视档案安全保管工作|认真落实。|", []Run{indented, at(left, 70, fullLine), at(left+2*letterHeight, 80, "认真落实。")}},
		{"a line that stops early", "各单位要高度重视档案安全保管各单位要高度重视档案安全保管工作各单位要高度重视。|认真落实。|", []Run{indented, at(left, 70, fullLine), at(left, 80, "各单位要高度重视。"), at(left, 90, "认真落实。")}},
		{"an item below a full line", "各单位要高度重视档案安全保管各单位要高度重视档案安全保管工。|一、认真落实|", []Run{indented, at(left, 70, "各单位要高度重视档案安全保管工。"), at(left, 80, "一、认真落实")}},
		{"a far line", "各单位要高度重视档案安全保管各单位要高度重视档案安全保管工作||认真落实。|", []Run{indented, at(left, 70, fullLine), at(left, 110, "认真落实。")}},
		{"a date set right", "各单位要高度重视档案安全保管各单位要高度重视档案安全保管工作|2024年4月28日|（联系人：周明）|", []Run{indented, at(left, 70, fullLine), at(left+8*letterHeight, 80, "2024年4月28日"), at(left, 90, "（联系人：周明）")}},
		{"Latin words", "各单位要高度重视档案安全保管各单位要高度重视档案安全 records of the office。|", []Run{indented, at(left, 70, "各单位要高度重视档案安全 records"), at(left, 80, "of the office。")}},
		{"an address over two lines", "各单位要高度重视档案安全保管有关表格请登录网站http://www.example.cn查询。|", []Run{indented, at(left, 70, "有关表格请登录网站http://www.exam"), at(left, 80, "ple.cn查询。")}},
	} {
		for i := range c.runs { // the last character of a full line ends at the edge
			stretch(&c.runs[i])
		}
		got := strings.ReplaceAll(Set([]Page{pageOf(c.runs...)}).Plain, "\n", "|")
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// stretch justifies a line that is nearly full, so that it ends at the edge.
func stretch(r *Run) {
	n := len(r.Glyphs)
	end := left + 16*letterHeight
	last := r.Glyphs[n-1]
	if gap := end - last.X - last.Width; gap > 0 && gap < 3*letterHeight {
		for i := range r.Glyphs {
			r.Glyphs[i].X += gap * float64(i) / float64(n-1)
		}
	}
}

func TestPageNumbers(t *testing.T) {
	for s, want := range map[string]bool{
		"— 1 —": true, "-12-": true, "3": true, "第 3 页": true, "第3页 共12页": true, "2/7": true, "––2––": true, "·4·": true,
		"2024": false, "2023年": false, "附件1": false, "": false, "— —": false, "12 13": false, "（3）": false, "3、": false, "110 120": false,
	} {
		if isPageNumber(s) != want {
			t.Errorf("%q: %v", s, !want)
		}
	}
}

func TestRunningHeads(t *testing.T) {
	page := func(n, head string) Page {
		return pageOf(at(left, 15, head), at(left, 60, "正文第"+n+"页。"), at(left, 280, n))
	}
	heads := func(pages ...Page) (list []string) {
		text := Set(pages)
		for _, s := range text.Styles {
			if s.Kind == RunningHead {
				list = append(list, text.Plain[s.Lo:s.Hi])
			}
		}
		return list
	}
	for _, c := range []struct {
		name, want string
		pages      []Page
	}{
		{"one page", "1", []Page{page("1", "云岭市档案局文件")}},
		{"the same on both", "云岭市档案局 1 云岭市档案局 2", []Page{page("1", "云岭市档案局"), page("2", "云岭市档案局")}},
		{"with a number", "第1页云岭市 1 第2页云岭市 2", []Page{page("1", "第1页云岭市"), page("2", "第2页云岭市")}},
		{"different ones", "1 2", []Page{page("1", "云岭市档案局"), page("2", "附件一")}},
		{"in the text", "", []Page{pageOf(at(left, 60, "第三条"), at(left, 70, "1")), pageOf(at(left, 60, "第三条"), at(left, 70, "2"))}},
	} {
		if got := strings.Join(heads(c.pages...), " "); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestItems(t *testing.T) {
	for s, want := range map[string]bool{
		"一、总则": true, "（一）目标": true, "(2)名单": true, "1.名单": true, "12、名单": true, "① 名单": true, "第三条 本办法": true, "附件2": true, "附：名单": true,
		"3.5万元": false, "一是落实": false, "2023年": false, "十分重视": false, "第三季度": false, "（见附件）": false, "": false, "12345.": false,
	} {
		if startsItem(s) != want {
			t.Errorf("%q: %v", s, !want)
		}
	}
}

func FuzzSet(f *testing.F) {
	f.Add("一二三 abc\n第1页", int16(28), int16(60), uint8(50), uint8(0))
	f.Add("甲\t乙\t丙", int16(-5), int16(900), uint8(0), uint8(9))
	f.Fuzz(func(t *testing.T, s string, x, y int16, size, how uint8) {
		var runs []Run
		for i, words := range strings.Split(s, "\n") {
			r := at(float64(x)+float64(how&7), float64(y)+float64(i*int(how)), words)
			r.Size, r.Turn, r.Role = float64(size)/10, Turn(how)%(Slanted+1), Role(how/8)%(Note+1)
			runs = append(runs, r)
		}
		text := Set([]Page{pageOf(runs...), {Runs: runs}})
		if len(text.Pages) != 2 || text.Pages[1] > len(text.Plain) {
			t.Fatalf("pages %v of %d bytes", text.Pages, len(text.Plain))
		}
		last := 0
		for _, st := range text.Styles {
			if st.Lo < last || st.Hi < st.Lo || st.Hi > len(text.Plain) {
				t.Fatalf("style %v of %d bytes", st, len(text.Plain))
			}
			last = st.Lo
		}
	})
}

func BenchmarkSet(b *testing.B) {
	var runs []Run
	for i := range 22 {
		runs = append(runs, at(left, 40+10*float64(i), fullLine))
	}
	pages := make([]Page, 50)
	for i := range pages {
		pages[i] = pageOf(runs...)
	}
	b.SetBytes(int64(len(Set(pages).Plain)))
	for b.Loop() {
		Set(pages)
	}
}
