package extract_test

import (
	"fmt"
	"strings"

	"golang.org/x/text/encoding/simplifiedchinese"

	"gongwen/extract/internal/read/readtest"
)

const wordSpace = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`

// docx returns the notice as a Word document.
func (sh *sheet) docx() []byte { return sh.wordDocument(nil) }

// docxNumbered returns it with automatic numbers for the marks that open its
// paragraphs.
func (sh *sheet) docxNumbered() []byte { return sh.wordDocument(&numbers{}) }

// wordDocument returns the notice as a Word document; nums is nil where marks
// are to be words.
func (sh *sheet) wordDocument(nums *numbers) []byte {
	var body strings.Builder
	for _, b := range sh.blocks {
		if b.rows != nil {
			body.WriteString(wordTable(b.rows))
			continue
		}
		look, from := "", 0
		if b.heading > 0 {
			look = fmt.Sprintf(`<w:outlineLvl w:val="%d"/>`, b.heading-1)
		}
		if nums != nil {
			if m := markOf(b.text); m.kind > 0 && b.text[m.n:] != "" && b.text[m.n] != ' ' {
				look += fmt.Sprintf(`<w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr>`, m.kind-1, nums.of(m))
				from = m.n
			}
		}
		switch b.how {
		case readtest.Large, readtest.Middle:
			look += `<w:jc w:val="center"/>`
		case readtest.Right:
			look += `<w:jc w:val="right"/>`
		case readtest.Inset:
			look += `<w:ind w:firstLineChars="200"/>`
		}
		body.WriteString(`<w:p><w:pPr>` + look + `</w:pPr>`)
		for _, r := range b.runs(from) {
			bold := ""
			if r.bold {
				bold = `<w:rPr><w:b/></w:rPr>`
			}
			body.WriteString(`<w:r>` + bold + `<w:t xml:space="preserve">` + strings.ReplaceAll(readtest.Escaped(r.text), "&#x9;", `</w:t><w:tab/><w:t xml:space="preserve">`) + `</w:t></w:r>`)
		}
		body.WriteString(`</w:p>`)
	}
	const head = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`
	const types, kinds = "application/vnd.openxmlformats-officedocument.wordprocessingml.", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	related := func(kind, target string) string {
		return head + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="` + kinds + kind + `" Target="` + target + `"/></Relationships>`
	}
	parts := []string{
		"[Content_Types].xml", head + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="` + types + `document.main+xml"/><Override PartName="/word/numbering.xml" ContentType="` + types + `numbering+xml"/></Types>`,
		"_rels/.rels", related("officeDocument", "word/document.xml"),
		"word/document.xml", head + `<w:document ` + wordSpace + `><w:body>` + body.String() + `</w:body></w:document>`,
	}
	if nums != nil {
		parts = append(parts, "word/_rels/document.xml.rels", related("numbering", "numbering.xml"), "word/numbering.xml", head+nums.part())
	}
	return readtest.Zip(parts...)
}

func wordTable(rows [][]string) string {
	var b strings.Builder
	b.WriteString(`<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders><w:top w:val="single"/><w:left w:val="single"/><w:bottom w:val="single"/><w:right w:val="single"/><w:insideH w:val="single"/><w:insideV w:val="single"/></w:tblBorders></w:tblPr><w:tblGrid/>`)
	for _, row := range rows {
		b.WriteString(`<w:tr>`)
		for _, cell := range row {
			b.WriteString(`<w:tc><w:p><w:r><w:t xml:space="preserve">` + readtest.Escaped(cell) + `</w:t></w:r></w:p></w:tc>`)
		}
		b.WriteString(`</w:tr>`)
	}
	return b.String() + `</w:tbl>`
}

// A wordRun is words of one look.
type wordRun struct {
	text string
	bold bool
}

// runs returns the words of b from a place on, split by their looks.
func (b *block) runs(from int) []wordRun {
	var list []wordRun
	for _, r := range b.bold {
		if r.Lo > from {
			list = append(list, wordRun{b.text[from:r.Lo], false})
		}
		if lo := max(r.Lo, from); lo < r.Hi {
			list = append(list, wordRun{b.text[lo:r.Hi], true})
			from = r.Hi
		}
	}
	if from < len(b.text) {
		list = append(list, wordRun{b.text[from:], false})
	}
	return list
}

// numbers counts as Word does: a list goes on while the marks do, else a new
// list begins with the mark.
type numbers struct {
	lists []mark // what each list begins with
	count [6]int // by kind of mark
}

// of returns the list that m belongs to.
func (n *numbers) of(m mark) int {
	if len(n.lists) == 0 || n.count[m.kind]+1 != m.value {
		n.lists = append(n.lists, m)
		n.count = [6]int{}
		n.count[m.kind] = m.value - 1
	}
	n.count[m.kind]++
	for k := m.kind + 1; k < len(n.count); k++ {
		n.count[k] = 0
	}
	return len(n.lists)
}

// part returns the part that defines the lists.
func (n *numbers) part() string {
	var b strings.Builder
	b.WriteString(`<w:numbering ` + wordSpace + `><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>`)
	for i, level := range [...][2]string{{"chineseCountingThousand", "%1、"}, {"chineseCountingThousand", "（%2）"}, {"decimal", "%3."}, {"decimal", "（%4）"}, {"decimalEnclosedCircle", "%5"}} {
		fmt.Fprintf(&b, `<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="%s"/><w:suff w:val="nothing"/><w:lvlText w:val="%s"/></w:lvl>`, i, level[0], level[1])
	}
	b.WriteString(`</w:abstractNum>`)
	for i, m := range n.lists {
		fmt.Fprintf(&b, `<w:num w:numId="%d"><w:abstractNumId w:val="0"/>`, i+1)
		for k := range 5 {
			start := 1
			if k == m.kind-1 {
				start = m.value
			}
			fmt.Fprintf(&b, `<w:lvlOverride w:ilvl="%d"><w:startOverride w:val="%d"/></w:lvlOverride>`, k, start)
		}
		b.WriteString(`</w:num>`)
	}
	return b.String() + `</w:numbering>`
}

// Modifiers of Word 97 files.
const (
	wordBold    = 0x0835
	wordAlign   = 0x2403
	wordTabled  = 0x2416
	wordRowEnd  = 0x2417
	wordOutline = 0x2640
)

// doc returns the notice as a Word 97 file.
func (sh *sheet) doc() []byte {
	var w readtest.Word
	in := readtest.Modifier(wordTabled, 1)
	for _, b := range sh.blocks {
		for _, row := range b.rows {
			for _, cell := range row {
				w.Paragraphs = append(w.Paragraphs, readtest.Paragraph{Spans: []readtest.Span{{Text: cell + "\a"}}, Look: in})
			}
			w.Paragraphs = append(w.Paragraphs, readtest.Paragraph{Spans: []readtest.Span{{Text: "\a"}}, Look: append(readtest.Modifier(wordRowEnd, 1), in...)})
		}
		if b.rows != nil {
			continue
		}
		var p readtest.Paragraph
		switch b.how {
		case readtest.Large, readtest.Middle:
			p.Look = readtest.Modifier(wordAlign, 1)
		case readtest.Right:
			p.Look = readtest.Modifier(wordAlign, 2)
		}
		if b.heading > 0 {
			p.Look = append(p.Look, readtest.Modifier(wordOutline, byte(b.heading-1))...)
		}
		for _, r := range b.runs(0) {
			s := readtest.Span{Text: r.text}
			if r.bold {
				s.Look = readtest.Modifier(wordBold, 1)
			}
			p.Spans = append(p.Spans, s)
		}
		p.Spans = append(p.Spans, readtest.Span{Text: "\r"})
		w.Paragraphs = append(w.Paragraphs, p)
	}
	return w.Bytes()
}

// rtf returns the notice as rich text in code page 936.
func (sh *sheet) rtf() []byte {
	var b strings.Builder
	b.WriteString(`{\rtf1\ansi\ansicpg936\deff0\uc1{\fonttbl{\f0\fnil\fcharset134 FangSong;}}` + "\n")
	for _, bl := range sh.blocks {
		for _, row := range bl.rows {
			b.WriteString(`\trowd`)
			for i := range row {
				fmt.Fprintf(&b, `\cellx%d`, 1500*(i+1))
			}
			for _, cell := range row {
				b.WriteString(`\pard\intbl ` + rtfWords(cell) + `\cell`)
			}
			b.WriteString("\\row\n")
		}
		if bl.rows != nil {
			continue
		}
		b.WriteString(`\pard`)
		switch bl.how {
		case readtest.Large, readtest.Middle:
			b.WriteString(`\qc`)
		case readtest.Right:
			b.WriteString(`\qr`)
		}
		if bl.heading > 0 {
			fmt.Fprintf(&b, `\outlinelevel%d`, bl.heading-1)
		}
		for _, r := range bl.runs(0) {
			look := `\b0`
			if r.bold {
				look = `\b`
			}
			b.WriteString("{" + look + " " + rtfWords(r.text) + "}")
		}
		b.WriteString("\\par\n")
	}
	return []byte(b.String() + "}")
}

func rtfWords(s string) string {
	var b strings.Builder
	gbk := simplifiedchinese.GBK.NewEncoder()
	for _, r := range s {
		code, err := gbk.Bytes([]byte(string(r)))
		switch {
		case r == '\\' || r == '{' || r == '}':
			b.WriteString(`\` + string(r))
		case r == '\t':
			b.WriteString(`\tab `)
		case r < 0x80:
			b.WriteRune(r)
		case err != nil && r > 0xFFFF:
			r -= 0x10000
			fmt.Fprintf(&b, `\u%d?\u%d?`, int16(0xD800+r>>10), int16(0xDC00+r&0x3FF))
		case err != nil:
			fmt.Fprintf(&b, `\u%d?`, int16(r))
		default:
			for _, c := range code {
				fmt.Fprintf(&b, `\'%02x`, c)
			}
		}
	}
	return b.String()
}
