package field

import "gongwen/extract/internal/segment"

// coverageField computes how much of the document parts and values account for.
var coverageField = &Field{
	Name: "coverage",
	Doc:  "the share of the characters that stand on lines which something claimed",
	Find: findCoverage,
}

func findCoverage(p *Pass) {
	all, claimed := 0, 0
	for i := range p.Outline.Lines {
		l := &p.Outline.Lines[i]
		n := l.Points()
		all += n
		if l.Kind != segment.Stray {
			claimed += n
		}
	}
	if all > 0 {
		p.Notice.Coverage = float64(claimed*1000/all) / 1000
	}
}
