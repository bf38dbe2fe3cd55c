// Package field finds the elements of a notice in its outline (取).
//
// Each element is one [Field]: a file of its own and a line in [All], whose
// order is the order of dependence. A field reads the outline and what the
// fields before it have put into the notice, and adds its own member. No field
// edits the outline or another's member.
package field

import (
	"sync"

	"gongwen/extract/internal/origin"
	"gongwen/extract/internal/read"
	"gongwen/extract/internal/scan"
	"gongwen/extract/internal/segment"
	"gongwen/model"
)

// A Field finds one member of the contract.
type Field struct {
	Name string // the member's name in JSON
	Doc  string // what it is, in a sentence
	Find func(*Pass)
}

// A Pass is one notice on its way through the fields.
type Pass struct {
	Source              *read.Source
	Outline             *segment.Outline
	Notice              *model.Notice
	Dates               []Mention // every date expression, in the order of the text
	issued              scan.Day  // 成文日期 as far as it is known: 2024年5月 has no day
	titleYear, workYear namedYear // of a document without a day of its own
	passedYear          int       // of the document that it passes on
	byLine              []int     // index in Dates of the first mention on line i or later; one more than lines
}

// A Mention is a date expression in a line.
type Mention struct {
	Line     int // index in Outline.Lines
	Lo, Hi   int // bytes of that line's text
	Date     scan.Date
	Start    scan.Day // resolved: with the year that the context gives; Year 0 where none is known
	End      scan.Day
	Inferred bool // the year is not printed in the expression
	Role     model.DateRole
}

// passes keeps the room of passes that are over, for an archive has a million.
var passes = sync.Pool{New: func() any { return new(Pass) }}

// Run finds all fields of the outline o of the source src.
func Run(n *model.Notice, src *read.Source, o *segment.Outline) {
	p := passes.Get().(*Pass)
	p.Source, p.Outline, p.Notice = src, o, n
	for _, f := range All {
		f.Find(p)
	}
	clear(p.Dates) // of the words they hold
	*p = Pass{Dates: p.Dates[:0], byLine: p.byLine[:0]}
	passes.Put(p)
}

// Cite returns the evidence for a value that stands at the bytes lo to hi of
// t. It is the only road from a value back to the words it rests on.
func (p *Pass) Cite(t origin.Text, lo, hi int, rule string) model.Evidence {
	return model.Evidence{Span: t.Span(lo, hi), Rule: rule}
}

// whole cites all of t.
func (p *Pass) whole(t origin.Text, rule string) model.Evidence {
	return p.Cite(t, 0, t.Len(), rule)
}

// On returns the date expressions on line i.
func (p *Pass) On(i int) []Mention {
	return p.Dates[p.byLine[i]:p.byLine[i+1]]
}
