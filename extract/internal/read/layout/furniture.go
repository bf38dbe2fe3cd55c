package layout

import (
	"math"
	"strconv"
	"strings"
)

// The parts of a page's height, from above, where running heads stand: those
// that say the same on other pages, and page numbers (GB/T 9704: 7 mm below
// the type area, whose lower edge is 35 mm above the page's).
const (
	headZone   = 0.09
	footZone   = 0.91
	numberZone = 0.12
)

// heads takes the running heads and page numbers out of the pages' lines.
func (d document) heads() {
	same := map[string][]float64{}
	for _, p := range d {
		for _, l := range p.rows {
			if p.zone(&l, headZone, footZone) {
				same[unnumbered(l.text)] = append(same[unnumbered(l.text)], p.place(&l))
			}
		}
	}
	for i, p := range d {
		top, bottom := p.ends()
		kept := p.rows[:0]
		for k, l := range p.rows {
			edge := k == top || k == bottom
			switch {
			case l.oblique || l.aside(),
				p.zone(&l, headZone, footZone) && repeated(same[unnumbered(l.text)], p.place(&l), len(d)) && !strings.HasPrefix(l.text, "附"),
				edge && p.zone(&l, numberZone, 1-numberZone) && pageNumber(l.text, i+1, len(d)):
				p.furniture = append(p.furniture, l)
			default:
				kept = append(kept, l)
			}
		}
		p.rows = kept
	}
}

// unnumbered returns a running head without the number at its end, the page's.
func unnumbered(s string) string {
	head := strings.TrimRight(s, "0123456789/")
	if n := len(s) - len(head); n == 0 || n > 7 || !strings.HasSuffix(head, " ") && head != "" {
		return s
	}
	return head
}

// ends returns the lines that stand highest and lowest.
func (p *Page) ends() (top, bottom int) {
	for i := range p.rows {
		if p.rows[i].turned || p.rows[i].aside() {
			continue
		}
		if p.rows[i].v < p.rows[top].v || p.rows[top].turned {
			top = i
		}
		if p.rows[i].v > p.rows[bottom].v || p.rows[bottom].turned {
			bottom = i
		}
	}
	return top, bottom
}

// aside reports whether the file says that the line is no part of the text.
func (l *line) aside() bool { return l.role == Artifact || l.role == Note }

// place returns how far below the upper edge the line stands, in points.
func (p *Page) place(l *line) float64 { return p.Height + l.v }

// zone reports whether the line stands above one part of the page's height or
// below the other.
func (p *Page) zone(l *line, head, foot float64) bool {
	if l.turned || p.tilt != 0 {
		return false
	}
	at := p.place(l) / max(p.Height, 1)
	return at < head || at > foot
}

// repeated reports whether what stands at a place stands there on two pages or
// more, and on many of all.
func repeated(places []float64, at float64, pages int) bool {
	n := 0
	for _, p := range places {
		if math.Abs(p-at) < 4 {
			n++
		}
	}
	return n >= 2 && 5*n >= 2*pages
}

// pageNumber reports whether the line is a page number: — 2 —, 第2页 共5页,
// 2/5, or the bare number of the page. A year or a sum is none.
func pageNumber(s string, page, pages int) bool {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == ' ' || r == '\u3000' || r == '\t':
			return -1
		case r >= '０' && r <= '９':
			return r - '０' + '0'
		}
		return r
	}, s)
	bare := strings.Trim(s, "-—–－―‐−·•.~～一_") // 一 is what some programs print for a dash
	framed := bare != s
	digits := strings.TrimLeft(bare, "0123456789")
	n, _ := strconv.Atoi(bare[:len(bare)-len(digits)])
	if bare == "" || len(s) > 40 {
		return false
	}
	if digits == "" {
		return len(bare) <= 4 && (framed || n == page || pages > 1 && n < 400 && n > 0)
	}
	for _, w := range [...]string{"第", "页", "頁", "共", "总", "總", "计", "/", "|", ",", "，", "of", "Page", "page", "PAGE", "p.", "P.", "P"} {
		bare = strings.ReplaceAll(bare, w, "")
	}
	return bare != s && strings.Trim(bare, "0123456789") == "" && len(bare) <= 8 && bare != ""
}

// placeHeads puts the running heads among the pages' blocks: the upper ones
// first, the lower ones last, but never into a paragraph that goes on from one
// page to the next.
func (d document) placeHeads() {
	var late []Block // of the page before, which has no place for them
	for i, p := range d {
		head, foot := late, []Block(nil)
		for k := range p.furniture {
			l := &p.furniture[k]
			b := Block{Kind: RunningHead, v: l.v}
			b.add(l, "")
			if p.place(l) < p.Height/2 && !l.oblique && l.role != Note {
				head = append(head, b)
			} else {
				foot = append(foot, b)
			}
		}
		p.furniture, late = nil, nil
		at, end := 0, len(p.Blocks)
		if end > 0 && p.Blocks[0].GoesOn {
			at = 1
		}
		if i+1 < len(d) && len(d[i+1].Blocks) > 0 && d[i+1].Blocks[0].GoesOn {
			end--
		}
		if at > end {
			late = append(head, foot...)
			continue
		}
		all := append([]Block(nil), p.Blocks[:at]...)
		all = append(append(all, head...), p.Blocks[at:end]...)
		p.Blocks = append(append(all, foot...), p.Blocks[end:]...)
	}
}
