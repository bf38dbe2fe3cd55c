package field

import (
	"unicode/utf8"

	"gongwen/extract/internal/segment"
	"gongwen/model"
)

// repairsField adds the line breaks that were mended inside sentences to the
// repairs that normalising made.
var repairsField = &Field{
	Name: "repairs",
	Doc:  "修复: damage that was mended before reading on, and line breaks inside sentences",
	Find: findRepairs,
}

// aroundBreak is how many characters on either side of a mended break are cited.
const aroundBreak = 4

func findRepairs(p *Pass) {
	for i := range p.Outline.Lines {
		l := &p.Outline.Lines[i]
		if l.Kind == segment.Furniture {
			continue
		}
		s := l.String()
		for _, at := range l.Breaks {
			lo, hi := at, at
			for k := 0; k < aroundBreak && lo > 0; k++ {
				_, n := utf8.DecodeLastRuneInString(s[:lo])
				lo -= n
			}
			for k := 0; k < aroundBreak && hi < len(s); k++ {
				_, n := utf8.DecodeRuneInString(s[hi:])
				hi += n
			}
			e := p.Cite(l.Text, lo, hi, "repairs/broken-line")
			p.Notice.Repairs = append(p.Notice.Repairs, model.Repair{Kind: model.BrokenLine, Original: e.Quote, Repaired: s[lo:hi], Evidence: e})
		}
	}
}
