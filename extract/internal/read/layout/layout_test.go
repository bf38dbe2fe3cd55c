package layout

import (
	"context"
	"strings"
	"testing"
	"unicode/utf8"
)

// The measures of the pages below: A4, and type of 16 points from the left edge.
const (
	pageWidth, pageHeight = 595.0, 842.0
	letter, left          = 16.0, 80.0
)

// at returns the glyphs of words whose first begins at x, their base line y
// points below the upper edge.
func at(x, y float64, words string) []Glyph {
	var out []Glyph
	for _, r := range words {
		w := letter
		if r < 0x2000 {
			w /= 2
		}
		if r != ' ' {
			out = append(out, Glyph{Text: string(r), X: x, Y: pageHeight - y, DX: w, CX: x + w/2, CY: pageHeight - y + 0.35*letter, Size: letter})
		}
		x += w
	}
	return out
}

// set returns the text of pages: a block a line, rows of tables between bars,
// running heads in brackets; … is what goes on from the page before.
func set(t testing.TB, pages ...[]Glyph) string {
	t.Helper()
	list := make([]*Page, len(pages))
	for i, glyphs := range pages {
		list[i] = &Page{Width: pageWidth, Height: pageHeight}
		list[i].Lay(glyphs, nil)
	}
	if err := Set(t.Context(), list); err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, p := range list {
		for _, b := range p.Blocks {
			switch {
			case b.Kind == Table:
				for _, row := range b.Rows {
					for _, c := range row {
						out.WriteString("|" + c.Text)
					}
					out.WriteString("|\n")
				}
			case b.Kind == RunningHead:
				out.WriteString("[" + b.Text + "]\n")
			case b.GoesOn:
				out.WriteString("…" + b.Text + "\n")
			default:
				out.WriteString(b.Text + "\n")
			}
		}
	}
	return out.String()
}

// lined returns the glyphs of lines, each 28 points below the one before; a
// blank at the head of a line is an em, · a gap of three.
func lined(from float64, lines ...string) []Glyph {
	var out []Glyph
	for i, l := range lines {
		x := left
		for strings.HasPrefix(l, "\u3000") {
			l, x = strings.TrimPrefix(l, "\u3000"), x+letter
		}
		for k, words := range strings.Split(l, "·") {
			if k > 0 {
				x += 3 * letter
			}
			glyphs := at(x, from+28*float64(i), words)
			out = append(out, glyphs...)
			for _, g := range glyphs {
				x += g.DX
			}
		}
	}
	return out
}

// A full line of twenty characters.
const full = "各单位要高度重视档案安全保管工作认真落实"

func TestJoins(t *testing.T) {
	indented := "\u3000\u3000" + string([]rune(full)[2:])
	item := "一、" + string([]rune(full)[2:])
	for _, tt := range []struct {
		name, want string
		lines      []string
	}{
		{"a paragraph", indented + full + "责任。", []string{indented, full, "责任。"}},
		{"two", indented + full + "\n\u3000\u3000责任。", []string{indented, full, "\u3000\u3000责任。"}},
		{"items that end without a sign", item + "\n二、责任", []string{item, "二、责任", full, full, full}},
		{"an item below a sentence", full + full + "。\n二、责任。", []string{full, full + "。", "二、责任。"}},
		{"the attachment note", full + "\n附件：名单", []string{full, "附件：名单", full}},
		{"an attachment within a sentence", full + "附件2的规定。", []string{full, "附件2的规定。", full, full}},
		{"labels in columns", "联系人：周明 电话：李晓\n联系人：王青 电话：赵宁", []string{"联系人：周明·····电话：李晓", "联系人：王青·····电话：赵宁"}},
	} {
		got := set(t, lined(100, tt.lines...))
		if want := strings.ReplaceAll(tt.want, "\u3000", "") + "\n"; !strings.HasPrefix(got, want) {
			t.Errorf("%s:\n%swant\n%s", tt.name, got, want)
		}
	}
}

// TestEdges sets lines that stand out to either side: they do not make the edges
// of a page on which many others begin and end at the same place.
func TestEdges(t *testing.T) {
	lines := lined(200, "\u3000\u3000"+string([]rune(full)[2:]), full, full, full, full, full, full, "责任。")
	long := append(at(left-2*letter, 100, "等级特提"), at(left+18*letter, 100, "发文〔2021〕6号")...)
	if got := set(t, append(long, lines...)); strings.Count(got, "\n") != 2 {
		t.Errorf("one line that stands out:\n%s", got)
	}
	few := lined(100, "收发工作", "档案安全", "各单位要高度", "各单位")
	if got := set(t, few); strings.Count(got, "\n") != 4 {
		t.Errorf("few lines:\n%s", got)
	}
}

func TestGoesOn(t *testing.T) {
	head := lined(100, "\u3000\u3000"+string([]rune(full)[2:]), full, "责任。", "\u3000\u3000"+string([]rune(full)[2:]))
	if got := set(t, head, lined(100, "责任。")); !strings.Contains(got, "\n…责任。") {
		t.Errorf("one line of the paragraph stands on its first page:\n%s", got)
	}
	if got := set(t, head, lined(100, "\u3000\u3000责任。")); strings.Contains(got, "…") {
		t.Errorf("a new paragraph:\n%s", got)
	}
}

func TestTableOf(t *testing.T) {
	for _, tt := range []struct {
		name, want string
		lines      []string
	}{
		{"two rows", "|序号|名称|单位|\n|甲乙|船拳|县局|\n", []string{"序号·名称·单位", "甲乙·船拳·县局"}},
		{"a row that lacks a cell", "|片区|姓名|电话|\n|东片|周明|5234567|\n||李晓|5234568|\n", []string{"片区·姓名·电话", "东片·周明·5234567", "\u3000\u3000\u3000\u3000\u3000李晓·5234568"}},
		{"two columns", "名称 单位\n船拳 县局\n", []string{"名称·单位", "船拳·县局"}},
		{"one row", "序号 名称 单位\n船拳\n", []string{"序号·名称·单位", "", "", "船拳"}},
		{"labels", "序号：甲 名称：乙 单位：丙\n序号：丁 名称：戊 单位：己\n", []string{"序号：甲·名称：乙·单位：丙", "序号：丁·名称：戊·单位：己"}},
		{"items whose marks stand apart", "1. 名称 单位\n2. 船拳 县局\n", []string{"1.·名称·单位", "2.·船拳·县局"}},
	} {
		if got := set(t, lined(100, tt.lines...)); got != tt.want {
			t.Errorf("%s:\n%swant\n%s", tt.name, got, tt.want)
		}
	}
}

// TestManyLines sets a page of more lines than any has, each of which might begin
// a table.
func TestManyLines(t *testing.T) {
	lines := make([]string, 4_000)
	for i := range lines {
		lines[i] = "甲：·乙：·丙："
	}
	if got := set(t, lined(100, lines...)); strings.Count(got, "\n") != len(lines) {
		t.Errorf("%d lines", strings.Count(got, "\n"))
	}
}

// TestRoles sets what the file itself says.
func TestRoles(t *testing.T) {
	role := func(r Role, glyphs []Glyph) []Glyph {
		for i := range glyphs {
			glyphs[i].Role = r
		}
		return glyphs
	}
	page := append(role(Note, at(left, 100, "样张")), at(left, 101, "正文")...)
	if got := set(t, append(page, role(Artifact, at(left, 800, "壹"))...)); got != "正文\n[样张]\n[壹]\n" && got != "正文\n[壹]\n[样张]\n" {
		t.Errorf("got\n%s", got)
	}
	p := &Page{Width: pageWidth, Height: pageHeight}
	p.Lay(append(role(Title, at(left, 100, "通知")), at(left, 130, "正文")...), nil)
	if err := Set(t.Context(), []*Page{p}); err != nil || !p.Blocks[0].Title || p.Blocks[1].Title {
		t.Errorf("%v: %+v", err, p.Blocks)
	}
}

func TestPath(t *testing.T) {
	var p Path
	p.Box(100, 100, 200, 101)
	p.Box(100, 200, 200, 300)
	p.Fill()
	if len(p.Rules) != 1 || p.Rules[0] != (Rule{100, 100.5, 200, 100.5}) {
		t.Errorf("filled: %v", p.Rules)
	}
	p.Box(100, 200, 200, 300)
	p.Curve(1, 1)
	p.Drop()
	p.Box(100, 200, 200, 300)
	p.Line(300, 400)
	p.Curve(1, 1)
	p.Stroke()
	if len(p.Rules) != 5 || p.Curves != 1 {
		t.Errorf("stroked: %v, %d curves", p.Rules, p.Curves)
	}
}

func FuzzSet(f *testing.F) {
	f.Add("一二三 abc\n第1页", int16(28), int16(60), uint8(50), uint8(0))
	f.Add("甲·乙·丙\n甲·乙·丙", int16(-5), int16(900), uint8(160), uint8(9))
	f.Fuzz(func(t *testing.T, s string, x, y int16, size, how uint8) {
		glyphs := lined(float64(y), strings.Split(s, "\n")...)
		for i := range glyphs {
			g := &glyphs[i]
			g.X, g.CX, g.Size, g.Role = g.X+float64(x), g.CX+float64(x), float64(size)/10, Role(how)%(Note+1)
			if how&4 != 0 {
				g.DX, g.DY = g.DX*float64(int8(how))/128, g.DX
			}
		}
		var p Path
		p.Box(float64(x), float64(y), float64(x)+300, float64(y)+float64(size))
		p.Box(float64(x), float64(y), float64(x)+100, float64(y)+float64(how))
		p.Stroke()
		page := &Page{Width: pageWidth, Height: pageHeight}
		page.Lay(glyphs, p.Rules)
		if err := Set(t.Context(), []*Page{page, {}}); err != nil {
			t.Fatal(err)
		}
		for _, b := range page.Blocks {
			for _, r := range b.Runs {
				if r.Lo < 0 || r.Hi < r.Lo || r.Hi > len(b.Text) {
					t.Fatalf("run %v of %q", r, b.Text)
				}
			}
			if utf8.ValidString(s) && !utf8.ValidString(b.Text) {
				t.Fatalf("%q", b.Text)
			}
		}
	})
}

func BenchmarkSet(b *testing.B) {
	lines := make([]string, 22)
	for i := range lines {
		lines[i] = full + "责任到人"
	}
	glyphs := lined(100, lines...)
	b.SetBytes(int64(50 * len(lines) * len(lines[0])))
	for b.Loop() {
		pages := make([]*Page, 50)
		for i := range pages {
			pages[i] = &Page{Width: pageWidth, Height: pageHeight}
			pages[i].Lay(glyphs, nil)
		}
		if err := Set(context.Background(), pages); err != nil {
			b.Fatal(err)
		}
	}
}

func TestPageNumbers(t *testing.T) {
	for _, tt := range []struct {
		text string
		page int
		want bool
	}{
		{"— 2 —", 2, true}, {"- 13 -", 1, true}, {"－１２－", 3, true}, {"2", 2, true}, {"第 2 页 共 5 页", 2, true}, {"第2页", 2, true}, {"2/5", 2, true},
		{"Page 2 of 5", 2, true}, {"·3·", 3, true}, {"共印60份", 1, false}, {"2024年4月28日", 1, false}, {"12345", 1, false},
		{"附件2", 2, false}, {"3.其他事项", 3, false}, {"", 1, false}, {"— 二 —", 2, false}, {"0583-2119046", 1, false},
	} {
		if got := pageNumber(tt.text, tt.page, 5); got != tt.want {
			t.Errorf("pageNumber(%q) = %v", tt.text, got)
		}
	}
	if pageNumber("2024", 1, 1) {
		t.Error("a year on a single page")
	}
}

func TestBetween(t *testing.T) {
	for _, tt := range []struct{ a, b, want string }{
		{"关于", "通知", ""}, {"the", "notice", " "}, {"2024", "年", ""}, {"见www.yunling", ".example.cn", ""}, {"0583-", "2119046", ""},
		{"网址http://a.example.cn/b", "c", ""}, {"A", "B", " "},
	} {
		if got := Between(tt.a, tt.b); got != tt.want {
			t.Errorf("between %q and %q: %q", tt.a, tt.b, got)
		}
	}
}
