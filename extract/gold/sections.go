package gold

import (
	"strconv"

	"gongwen/model"
)

// An emittedSection is a section of the notice's tree with its keys.
type emittedSection struct {
	level           int
	marker, heading string // as compared
	text            string // as printed
}

// flatten lists the tree in the order of the text.
func flatten(sections []model.Section, list []emittedSection) []emittedSection {
	for i := range sections {
		s := &sections[i]
		list = append(list, emittedSection{s.Level, markerKey(s.Marker), fold(s.Heading), unit(s.Level, s.Marker, s.Heading)})
		list = flatten(s.Sections, list)
	}
	return list
}

func unit(level int, marker, heading string) string {
	return strconv.Itoa(level) + " " + orHyphen(marker) + " " + orHyphen(heading)
}

// A wantedSection is a section of the sample with its keys: the heading's, or
// the marker's where the preferred heading is none.
type wantedSection struct {
	*Section
	byMarker bool
	marker   string
	headings []string
}

func wanted(g *Section) wantedSection {
	w := wantedSection{Section: g}
	if g.Heading.each()[0] == nil {
		w.byMarker, w.marker = true, markerKey(g.Marker)
		return w
	}
	for _, h := range g.Heading {
		w.headings = append(w.headings, fold(deref(h)))
	}
	return w
}

func (w *wantedSection) fits(e *emittedSection) bool {
	if w.Level != e.level {
		return false
	}
	if w.byMarker {
		return w.marker == e.marker
	}
	for _, h := range w.headings {
		if h == e.heading {
			return true
		}
	}
	return false
}

// sections aligns both lists in order: the longest common subsequence is
// right.
func (c *comparison) sections(gold []Section, tree []model.Section) {
	if gold == nil {
		return
	}
	c.begin("sections")
	want := make([]wantedSection, len(gold))
	for i := range gold {
		want[i] = wanted(&gold[i])
	}
	got := flatten(tree, nil)
	n, m := len(want), len(got)
	fits := make([]bool, n*m)
	rest := make([][]int, n+1) // length of the common subsequence from i, j on
	rest[n] = make([]int, m+1)
	for i := n - 1; i >= 0; i-- {
		rest[i] = make([]int, m+1)
		for j := m - 1; j >= 0; j-- {
			if want[i].fits(&got[j]) {
				fits[i*m+j] = true
				rest[i][j] = rest[i+1][j+1] + 1
			} else {
				rest[i][j] = max(rest[i+1][j], rest[i][j+1])
			}
		}
	}
	for i, j := 0, 0; i < n || j < m; {
		switch {
		case i < n && j < m && fits[i*m+j]:
			if !gold[i].Optional {
				c.add(1, 0, 0)
			}
			i, j = i+1, j+1
		case j >= m || i < n && rest[i+1][j] >= rest[i][j+1]:
			if !gold[i].Optional {
				c.missing(1, unit(gold[i].Level, gold[i].Marker, gold[i].Heading.first()))
			}
			i++
		default:
			c.spurious(got[j].text)
			j++
		}
	}
}
