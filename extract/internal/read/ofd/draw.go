package ofd

// draw draws a path object (图形对象), of which the layout keeps the rules.
func (p *painter) draw(o *element, m matrix) {
	if o.attr("Visible") == "false" || p.notes {
		return
	}
	m = placed(o, m)
	for _, d := range o.list("AbbreviatedData") {
		p.figure(d.text, m)
	}
	switch {
	case o.attr("Stroke") != "false":
		p.path.Stroke()
	case yes(o.attr("Fill")):
		p.path.Fill()
	default:
		p.path.Drop()
	}
}

// figure draws abbreviated data: operators (S and M begin a subpath, L draws a
// line, Q, B and A a curve, C closes) and their places, which may repeat.
func (p *painter) figure(s string, m matrix) {
	var word, op string
	var at []float64
	for {
		if word, s = cutWord(s); word == "" {
			return
		}
		if c := word[0] | 0x20; 'a' <= c && c <= 'z' {
			if op, at = word, at[:0]; op == "C" {
				p.path.Close()
			}
			continue
		}
		at = append(at, number(word))
		n, known := operands[op]
		if !known || len(at) < n {
			continue
		}
		x, y := m.at(at[n-2], at[n-1])
		switch at = at[:0]; op {
		case "M", "S":
			p.path.Move(x, y)
			op = "L"
		case "L":
			p.path.Line(x, y)
		default:
			p.path.Curve(x, y)
		}
	}
}

// operands says how many numbers an operator takes; the last two are where it
// ends.
var operands = map[string]int{"M": 2, "S": 2, "L": 2, "Q": 4, "B": 6, "A": 7}
