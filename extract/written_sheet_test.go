package extract_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"gongwen/extract/gold"
	"gongwen/extract/internal/normalise/opencc"
	"gongwen/extract/internal/read"
	"gongwen/extract/internal/read/readtest"
)

// A sheet is a notice as its author has it before it is written in a format.
type sheet struct {
	slug   string
	text   string // as it is printed
	title  string // "" where the notice has none
	dated  bool   // it has a date of its own
	blocks []block
}

// A block is a line of a notice, or a table.
type block struct {
	text    string
	bold    []read.Range // of text
	heading int          // its level, 0 is none
	how     readtest.Setting
	rows    [][]string // of a table
}

// sheetOf returns the sheet of a notice out of testdata.
func sheetOf(t testing.TB, s *gold.Sample, data []byte) *sheet {
	t.Helper()
	src, err := read.Read(t.Context(), s.DocumentPath(), data, read.Options{})
	if err != nil {
		t.Fatal(err)
	}
	sh := &sheet{title: preferred(s.Title), dated: preferred(s.IssuedOn) != ""}
	text := src.Plain.String()
	tables := src.Tables
	for at := 0; at < len(text); {
		if len(tables) > 0 && at >= tables[0].Lo {
			sh.blocks = append(sh.blocks, block{rows: cellsOf(src, tables[0])})
			at, tables = lineEnd(text, tables[0].Hi), tables[1:]
			continue
		}
		end := lineEnd(text, at)
		sh.add(src, at, end)
		at = end
	}
	sh.set(s)
	var b strings.Builder
	for _, bl := range sh.blocks {
		b.WriteString(bl.plain() + "\n")
	}
	sh.text = b.String()
	return sh
}

// preferred returns the first variant, "" where there is none.
func preferred(v gold.Variants) string {
	if len(v) == 0 || v[0] == nil {
		return ""
	}
	return *v[0]
}

// lineEnd returns where the line that at stands in ends, its mark included.
func lineEnd(s string, at int) int {
	if n := strings.IndexByte(s[at:], '\n'); n >= 0 {
		return at + n + 1
	}
	return len(s)
}

func cellsOf(src *read.Source, table read.Table) [][]string {
	var rows [][]string
	for _, row := range table.Rows {
		var cells []string
		for _, c := range row {
			cells = append(cells, words(src, c.Lo, c.Hi))
		}
		rows = append(rows, cells)
	}
	return rows
}

// words returns what is printed between lo and hi: no marks of Markdown.
func words(src *read.Source, lo, hi int) string {
	text := src.Plain.String()
	var b strings.Builder
	at := lo
	for _, m := range src.Markup {
		if m.Lo >= lo && m.Hi <= hi && m.Lo >= at {
			b.WriteString(text[at:m.Lo])
			at = m.Hi
		}
	}
	b.WriteString(text[at:hi])
	return b.String()
}

// add adds the line between lo and hi, or the lines where a page ends within.
func (sh *sheet) add(src *read.Source, lo, hi int) {
	line := strings.TrimRight(words(src, lo, hi), "\r\n")
	var b block
	for _, st := range src.Styles {
		switch {
		case st.Lo < lo || st.Hi > hi:
		case st.Kind == read.Heading:
			b.heading = st.Level
		case st.Kind == read.Bold:
			from := len(words(src, lo, st.Lo))
			b.bold = append(b.bold, read.Range{Lo: from, Hi: from + len(words(src, st.Lo, st.Hi))})
		}
	}
	for part := range strings.SplitSeq(line, "\f") {
		b.text = part
		sh.blocks = append(sh.blocks, b)
		b = block{}
	}
}

// plain returns the block as a line of text, the cells of a table apart by
// tabs.
func (b *block) plain() string {
	if b.rows == nil {
		return b.text
	}
	var lines []string
	for _, row := range b.rows {
		lines = append(lines, strings.Join(row, "\t"))
	}
	return strings.Join(lines, "\n")
}

// set says how the lines are set on a page, from what the gold says of them.
func (sh *sheet) set(s *gold.Sample) {
	title := folded(sh.title)
	begun, list, untitled := false, false, title == ""
	for i := range sh.blocks {
		b := &sh.blocks[i]
		words := folded(b.text)
		b.how = readtest.Inset
		begun = begun || markOf(words).kind > 0 || len(words) > 150
		switch {
		case words == "":
		case !begun && title != "" && len(words) > 6 && strings.Contains(title, words):
			b.how, untitled = readtest.Large, true
		case !begun && !untitled && strings.ContainsAny(words, "：:★"):
			b.how = readtest.Flush
		case !begun && (!untitled || words == folded(preferred(s.DocumentNumber)) || strings.HasPrefix(words, "（") && len(words) < 90 && dated(words)):
			b.how = readtest.Middle
		case !begun && strings.HasSuffix(words, "：") && len(s.Addressees) > 0:
			b.how, begun = readtest.Flush, true
		case strings.HasPrefix(words, "附件："):
			list, begun = true, true
		case list && markOf(words).kind == 3:
			b.how = readtest.Hanging
		case begun && (dated(words) && len(words) < 45 || signs(s, words)):
			b.how, list = readtest.Right, false
		case strings.HasPrefix(words, "附件") && len(words) < 12 || strings.HasPrefix(words, "主题词"):
			b.how, list = readtest.Flush, false
		case strings.HasPrefix(words, "抄送") || strings.HasSuffix(words, "印发"):
			b.how, list = readtest.Foot, false
		default:
			begun, list = true, false
		}
	}
}

// folded returns s without blanks, in simplified characters and wide punctuation.
func folded(s string) string {
	return strings.NewReplacer(":", "：", ",", "，", "(", "（", ")", "）", "[", "〔", "]", "〕").Replace(opencc.ToSimplified(tight(s)))
}

// tight returns s without blanks.
func tight(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// dated reports whether words is a date, as below a signature.
func dated(words string) bool {
	words = strings.Trim(words, "（）")
	return strings.Contains(words, "年") && strings.Contains(words, "月") && strings.HasSuffix(words, "日")
}

// signs reports whether words names one of the issuers.
func signs(s *gold.Sample, words string) bool {
	return slices.ContainsFunc(s.Issuers, func(i gold.Item) bool { return words == folded(preferred(i.Variants)) })
}

// A mark is the number before a paragraph (序号).
type mark struct {
	kind  int // 1 一、 2 （一） 3 1. 4 （1） 5 ①; 0 is none
	value int
	n     int // bytes
}

// markOf returns the mark at the head of s.
func markOf(s string) mark {
	open := strings.HasPrefix(s, "（")
	at := 0
	if open {
		at = len("（")
	}
	kind, value, n := 1, 0, 0
	switch {
	case at < len(s) && s[at] >= '1' && s[at] <= '9':
		kind = 3
		for at+n < len(s) && n < 2 && s[at+n] >= '0' && s[at+n] <= '9' {
			value = value*10 + int(s[at+n]-'0')
			n++
		}
	case !open && strings.HasPrefix(s, "①"):
		return mark{5, 1, len("①")}
	default:
		value, n = chinese(s[at:])
	}
	rest := s[at+n:]
	switch {
	case n == 0:
		return mark{}
	case open && strings.HasPrefix(rest, "）"):
		return mark{kind + 1, value, at + n + len("）")}
	case !open && kind == 1 && strings.HasPrefix(rest, "、"):
		return mark{1, value, n + len("、")}
	case !open && kind == 3 && len(rest) > 1 && rest[0] == '.' && (rest[1] < '0' || rest[1] > '9'):
		return mark{3, value, n + 1}
	}
	return mark{}
}

// chinese returns the Chinese number below a hundred at the head of s.
func chinese(s string) (value, n int) {
	const digits = "一二三四五六七八九"
	tens := false
	for n < len(s) {
		at := -1
		if len(s)-n >= 3 {
			at = strings.Index(digits, s[n:n+3])
		}
		switch {
		case at >= 0 && (value == 0 || tens && value%10 == 0):
			value += at/3 + 1
		case strings.HasPrefix(s[n:], "十") && !tens:
			value, tens = max(value, 1)*10, true
		default:
			return value, n
		}
		n += 3
	}
	return value, n
}
