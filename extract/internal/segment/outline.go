// Package segment finds the parts of a notice (分段): its lines, what each line
// is (发文字号, 标题, 主送机关, 层次标题, 附件说明, 署名, 版记 …), and the tree of its
// sections.
//
// [Notice] works in steps that only go forward: the text is cut into lines;
// lines broken by a page or a column are joined; every line is classified; the
// trees of the body and of the attachments are built last. The lines tile the
// text: each character of it belongs to exactly one.
package segment

import (
	"gongwen/extract/internal/origin"
	"gongwen/extract/internal/read"
	"gongwen/extract/internal/scan"
)

// A Kind is what a line was taken for, in the terms of GB/T 9704-2012.
type Kind uint8

// The kinds of lines.
const (
	Stray           Kind = iota // nothing claimed it
	Furniture                   // of a web page or a print: breadcrumbs, page numbers
	CopyNumber                  // 份号
	Secrecy                     // 密级和保密期限
	Urgency                     // 紧急程度
	IssuerMark                  // 发文机关标志
	Number                      // 发文字号
	Signatory                   // 签发人
	Title                       // 标题
	Addressees                  // 主送机关
	Heading                     // 层次标题, or any line with a serial mark
	Paragraph                   // 正文
	AttachmentNote              // 附件说明
	Signature                   // 发文机关署名
	IssueDate                   // 成文日期
	Note                        // 附注
	AttachmentMark              // 附件 and its number, above an attachment
	AttachmentTitle             // 附件标题
	Keywords                    // 主题词
	CopiedTo                    // 抄送机关
	Printed                     // 印发机关和印发日期
)

// kindNames are the names that the dump and explain print.
var kindNames = [...]string{
	Stray: "stray", Furniture: "furniture", CopyNumber: "copy-number", Secrecy: "secrecy", Urgency: "urgency",
	IssuerMark: "issuer-mark", Number: "number", Signatory: "signatory", Title: "title", Addressees: "addressees",
	Heading: "heading", Paragraph: "paragraph", AttachmentNote: "attachment-note", Signature: "signature",
	IssueDate: "issue-date", Note: "note", AttachmentMark: "attachment-mark", AttachmentTitle: "attachment-title",
	Keywords: "keywords", CopiedTo: "copied-to", Printed: "printed",
}

// String returns the kind's name, for example "attachment-note".
func (k Kind) String() string { return kindNames[k] }

// A Part is one of the parts that tile a document.
type Part uint8

// The parts.
const (
	Header      Part = iota // 版头
	Body                    // 主体
	Attachments             // 附件
	Imprint                 // 版记
	Page                    // page furniture, which is none of the document's own words
)

// partNames are the names that the dump and explain print.
var partNames = [...]string{Header: "header", Body: "body", Attachments: "attachments", Imprint: "imprint", Page: "furniture"}

// String returns the part's name.
func (p Part) String() string { return partNames[p] }

// A Line is one line of a document: a paragraph, a heading, a line of the
// header. Its words may stand on several lines of the source.
type Line struct {
	Kind   Kind
	Part   Part
	Lo, Hi int         // bytes of Outline.Text; each line begins where the one before ends
	Text   origin.Text // its words, joined over breaks, without the blanks around them
	Mark   scan.Mark   // its serial mark (序号)
	Words  int         // bytes of Text taken up by the mark and the blanks behind it
	Head   int         // byte of Text at which the heading ends; Words where there is none
	Level  int         // heading level that the format gave, 0 for none
	Bold   bool        // it begins in bold
	Gap    bool        // a blank line or more stands before it
	Breaks []int       // bytes of Text at which a break inside a sentence was mended
	Table  bool        // it lies in a table of the format
	Signs  Signs       // which signs its words have
	flat   string      // Text without blanks
	points int         // code points of flat
	page   int8        // whether it is page furniture: 1 yes, -1 no, 0 not looked at
}

// Flat returns the line's words without blanks.
func (l *Line) Flat() string { return l.flat }

// Points returns the number of the line's code points, blanks left out.
func (l *Line) Points() int { return l.points }

// String returns the line's words.
func (l *Line) String() string { return l.Text.String() }

// A Section is a numbered or headed unit of the body or of an attachment.
type Section struct {
	Level    int         // by nesting, from 1
	Mark     scan.Mark   // zero for a unit without a mark
	Marker   origin.Text // the mark as printed; empty without one
	Heading  origin.Text // empty where the unit is plain sentences
	Lines    []int       // its own lines, its heading's first; those of its sections stand there
	Sections []*Section
}

// An Attachment is an 附件: an item of the 附件说明, a text behind the notice, or
// both joined.
type Attachment struct {
	Number   int         // 附件顺序号; 0 where none is printed
	Title    origin.Text // as the 附件说明 has it, else as it stands above the text
	Found    origin.Text // the title above the text, if there is one
	Present  bool        // its text is in the document
	Lines    []int       // the lines of its text, mark and title included
	Sections []*Section
	Note     int // index of the note's line that names it, -1 if none does
}

// An Outline is a document cut into its parts.
type Outline struct {
	Text        origin.Text // in normal form, whole
	Lines       []Line
	Sections    []*Section // of the body
	Lead        []int      // lines of the body before the first section
	Attachments []*Attachment
	Title       origin.Text // joined over its lines; empty if none was found
	Taiwan      bool        // it follows 臺灣公文程式
	Source      *read.Source
	Lo, Hi      int // bytes of the source's text that it stands for; see Documents
}

// First returns the first line of kind k, nil if there is none.
func (o *Outline) First(k Kind) *Line {
	for i := range o.Lines {
		if o.Lines[i].Kind == k {
			return &o.Lines[i]
		}
	}
	return nil
}

// All calls f for each line of kind k.
func (o *Outline) All(k Kind, f func(i int, l *Line)) {
	for i := range o.Lines {
		if o.Lines[i].Kind == k {
			f(i, &o.Lines[i])
		}
	}
}

// Notice cuts the text t, src's text in normal form, into its parts.
func Notice(t origin.Text, src *read.Source) *Outline {
	o := &Outline{Text: t, Source: src}
	o.Lines = lines(t, src)
	o.Lines = refigured(o.Lines)
	unjammed(o.Lines)
	unmarred(o.Lines)
	o.Lines = glued(t, o.Lines)
	o.Lines = unbroken(valued(o.Lines))
	for i := range o.Lines {
		o.Lines[i].mark()
	}
	sequels(o.Lines)
	bareSerials(o.Lines)
	oddFigures(o.Lines)
	o.Taiwan = o.taiwan()
	if o.Taiwan {
		for i := range o.Lines {
			o.Lines[i].taiwanMark()
		}
	}
	b := bounds{o: o}
	b.header()
	b.cover()
	b.tail()
	b.parts()
	o.headings()
	o.trees()
	return o
}
