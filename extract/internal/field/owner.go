package field

import (
	"slices"
	"strings"

	"gongwen/extract/internal/lexicon"
	"gongwen/extract/internal/scan"
	"gongwen/extract/internal/segment"
)

// bareNumbers reports whether the tokens are telephone numbers, with names perhaps,
// that no label explains.
func bareNumbers(tokens []token) bool {
	phones := 0
	for _, x := range tokens {
		switch x.kind {
		case phoneToken:
			phones++
		case nameToken:
		default:
			return false
		}
	}
	return phones > 0
}

// owner begins a contact with the person whose number line i holds, where the row
// or the lines above say so without a head: 周明远　教育股　13877001234, or a name, and
// below it the number.
func (p *Pass) owner(g *group, i int) bool {
	row := p.bareRow(i)
	if row == nil && g.line != i-1 {
		row = p.bareLines(i)
	}
	if row == nil {
		return false
	}
	p.close(g)
	g.line = i
	for _, f := range row {
		if f.column == "unit" {
			g.Unit = tight(f.s)
			continue
		}
		tokens := namesIn(f.s)
		if f.column == "phone" {
			tokens = phonesOf(f.s)
		}
		for _, x := range tokens {
			g.add(x)
		}
	}
	g.Evidence = p.Cite(p.Outline.Text, row[0].lo, row[len(row)-1].hi, rules[nameToken])
	return true
}

// bareRow returns the cells of line i: one person, and before the numbers nothing
// else but a body or a post. 黄河路　建设银行　0771-… is an address.
func (p *Pass) bareRow(i int) (row []filled) {
	l := &p.Outline.Lines[i]
	if l.Points() > 60 || l.Signs&(segment.Stop|segment.Colon) != 0 || scan.Has(l.String(), "，") {
		return nil
	}
	cells := p.cells(i)
	for k, c := range cells {
		kind := ""
		switch {
		case len(phonesOf(c.s)) > 0:
			if k < 2 || !slices.ContainsFunc(row, func(f filled) bool { return f.column == "name" }) {
				return nil
			}
			for _, c := range cells[k:] {
				if len(phonesOf(c.s)) == 0 {
					break
				}
				row = append(row, filled{c, "phone"})
			}
			return row
		case width(c.s) <= 4 && onlyNames(c.s) && !place(c.s):
			kind = "name"
		case !serial(c.s) && (unitTail(c.s) || lexicon.HasAnySuffix(c.s, "长", "主任", "书记", "员", "任", "秘书")):
			kind = "unit"
			if post(c.s) {
				kind = "other"
			}
		case !serial(c.s):
			return nil
		}
		if kind == "name" && slices.ContainsFunc(row, func(f filled) bool { return f.column == "name" }) {
			return nil
		}
		if kind == "unit" || kind == "name" {
			row = append(row, filled{c, kind})
		}
	}
	return nil
}

// place reports whether s, which begins with a surname, is rather the name of a
// road or a house (黄河路).
func place(s string) bool {
	return width(s) > 2 && lexicon.HasAnySuffix(s, "路", "街", "巷", "厅", "馆", "楼", "店")
}

// post reports whether s is the name of a post and none of a body.
func post(s string) bool {
	return !isBody(s) && lexicon.HasAnySuffix(s, "长", "主任", "书记", "员", "秘书", "经理", "干事")
}

// bareLines returns the name, and the body above it, that stand on lines of
// their own above line i, which is a number that shows itself to be one.
// 20230101 below a name may be a pupil's number.
func (p *Pass) bareLines(i int) (row []filled) {
	c := p.cellOf(i)
	if _, n := scan.PhoneOf(c.s); n == 0 || i == 0 || !p.bare(i-1) {
		return nil
	}
	name := p.cellOf(i - 1)
	if width(name.s) > 12 || !onlyNames(name.s) || place(name.s) {
		return nil
	}
	if i > 1 && p.bare(i-2) {
		if unit := p.cellOf(i - 2); width(unit.s) > 2 && width(unit.s) <= widestCell/2 && isBody(unit.s) && !onlyNames(unit.s) {
			row = append(row, filled{unit, "unit"})
		}
	}
	return append(row, filled{name, "name"})
}

// bare reports whether line i is a line of text without a mark, a figure or a stop.
func (p *Pass) bare(i int) bool {
	l := &p.Outline.Lines[i]
	return (l.Kind == segment.Paragraph || l.Kind == segment.Stray) && mayHead(l)
}

// onlyNames reports whether s is nothing but names of people.
func onlyNames(s string) bool {
	if width(s) > 2 && (unitTail(s) || isBody(s)) {
		return false
	}
	names := namesIn(s)
	return len(names) > 0 && strings.Trim(s[names[len(names)-1].hi:], " 　老师主任科长处先生女士") == ""
}

// namesIn reads the names in a cell, which may be set wide (周　明　远).
func namesIn(s string) []token {
	if t := squeeze(s); len(t) < len(s) && isPerson(t) {
		return []token{{kind: nameToken, hi: len(s), value: t}}
	}
	return namesAt(s, 0)
}
