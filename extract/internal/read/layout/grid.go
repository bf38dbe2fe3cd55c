package layout

import (
	"math"
	"sort"
)

// A grid is a table drawn with rules: signs between the same rules are a cell.
type grid struct {
	us, vs []float64 // where its rules stand
	region []int     // of each field, the cell that it belongs to
	rows   [][]Cell
	v      float64
}

// Rules nearer than this, in points, are one.
const ruleSlack = 3

// Fields no larger than this, in points, have no room for type: they are what
// stands between the lines of a double frame.
const cellSize = 5

// The rules and fields beyond which a drawing is no table.
const (
	crossingLimit = 4 << 20
	fieldLimit    = 1 << 14
)

// A bar is a rule in the space of the lines: at a place, from lo to hi.
type bar struct{ at, lo, hi float64 }

// gridded takes the signs that stand in tables out and returns the others.
// Only a page whose lines run from left to right is looked at.
func gridded(p *Page, signs []sign, rules []Rule) []sign {
	across, down := bars(rules)
	if len(across) < 2 || len(down) < 1 || len(across)*len(down) > crossingLimit {
		return signs
	}
	for _, g := range grids(across, down) {
		if g.cuts(signs) {
			continue
		}
		signs = g.take(signs)
		if g.filled() {
			p.grids = append(p.grids, *g)
		}
	}
	return signs
}

// bars returns the rules that run along the lines and across them, pieces of
// one put together.
func bars(rules []Rule) (across, down []bar) {
	for _, r := range rules {
		if r.Y0 == r.Y1 {
			across = append(across, bar{-r.Y0, r.X0, r.X1})
		} else {
			down = append(down, bar{r.X0, -r.Y1, -r.Y0})
		}
	}
	return merged(across), merged(down)
}

// merged puts the pieces of each bar together.
func merged(bars []bar) []bar {
	sort.Slice(bars, func(i, j int) bool {
		a, b := bars[i], bars[j]
		if a.at != b.at {
			return a.at < b.at
		}
		return a.lo < b.lo
	})
	var out []bar
	for _, b := range bars {
		joined := false
		for k := len(out) - 1; k >= 0 && k >= len(out)-64 && b.at-out[k].at < ruleSlack; k-- {
			if o := &out[k]; b.lo <= o.hi+ruleSlack && b.hi >= o.lo-ruleSlack {
				o.lo, o.hi = min(o.lo, b.lo), max(o.hi, b.hi)
				joined = true
				break
			}
		}
		if !joined {
			out = append(out, b)
		}
	}
	return out
}

// grids returns the tables that bars which cross each other make.
func grids(across, down []bar) []*grid {
	n := len(across)
	parent := make([]int, n+len(down))
	for i := range parent {
		parent[i] = i
	}
	for i, a := range across {
		for k, d := range down {
			if a.at >= d.lo-ruleSlack && a.at <= d.hi+ruleSlack && d.at >= a.lo-ruleSlack && d.at <= a.hi+ruleSlack {
				parent[root(parent, i)] = root(parent, n+k)
			}
		}
	}
	var order []int
	sets := map[int][2][]bar{}
	for i := range parent {
		r := root(parent, i)
		s, ok := sets[r]
		if !ok {
			order = append(order, r)
		}
		if i < n {
			s[0] = append(s[0], across[i])
		} else {
			s[1] = append(s[1], down[i-n])
		}
		sets[r] = s
	}
	var out []*grid
	for _, r := range order {
		if g := gridOf(sets[r][0], sets[r][1]); g != nil {
			out = append(out, g)
		}
	}
	return out
}

// root returns the first of the set that i belongs to.
func root(parent []int, i int) int {
	for parent[i] != i {
		parent[i] = parent[parent[i]]
		i = parent[i]
	}
	return i
}

// gridOf returns the table that the bars make; nil if it is none: a frame
// around text, a line under it, or a drawing.
func gridOf(across, down []bar) *grid {
	if len(across) < 2 || len(down) < 1 {
		return nil
	}
	g := &grid{us: stops(down, across), vs: stops(across, down)}
	rows, cols := len(g.vs)-1, len(g.us)-1
	if rows < 1 || cols < 2 || rows*cols < 2 || rows*cols > fieldLimit {
		return nil
	}
	right, below := make([]bool, rows*cols), make([]bool, rows*cols)
	for _, d := range down {
		c := nearest(g.us, d.at) - 1
		for r := range rows {
			if mid := (g.vs[r] + g.vs[r+1]) / 2; c >= 0 && c < cols && mid > d.lo && mid < d.hi {
				right[r*cols+c] = true
			}
		}
	}
	for _, a := range across {
		r := nearest(g.vs, a.at) - 1
		for c := range cols {
			if mid := (g.us[c] + g.us[c+1]) / 2; r >= 0 && r < rows && mid > a.lo && mid < a.hi {
				below[r*cols+c] = true
			}
		}
	}
	g.region = make([]int, rows*cols)
	for i := range g.region {
		g.region[i] = i
	}
	for r := range rows {
		for c := range cols {
			i := r*cols + c
			if c+1 < cols && !right[i] {
				unite(g.region, i, i+1)
			}
			if r+1 < rows && !below[i] {
				unite(g.region, i, i+cols)
			}
		}
	}
	cells := map[int]bool{}
	for i := range g.region {
		g.region[i] = root(g.region, i)
		if r, c := i/cols, i%cols; g.vs[r+1]-g.vs[r] > cellSize && g.us[c+1]-g.us[c] > cellSize {
			cells[g.region[i]] = true
		}
	}
	if len(cells) < 2 {
		return nil
	}
	g.v = g.vs[0]
	return g
}

// unite makes one cell of two; the field that is first stands for it.
func unite(region []int, i, k int) {
	a, b := root(region, i), root(region, k)
	region[max(a, b)] = min(a, b)
}

// stops returns where the bars stand, the ends of those across them included.
func stops(bars, crossing []bar) []float64 {
	var all []float64
	for _, b := range bars {
		all = append(all, b.at)
	}
	lo, hi := crossing[0].lo, crossing[0].hi
	for _, c := range crossing {
		lo, hi = min(lo, c.lo), max(hi, c.hi)
	}
	all = append(all, lo, hi)
	sort.Float64s(all)
	out := all[:1]
	for _, a := range all[1:] {
		if a-out[len(out)-1] > ruleSlack {
			out = append(out, a)
		}
	}
	return out
}

// nearest returns which of the places at is nearest to.
func nearest(places []float64, at float64) int {
	i := sort.SearchFloat64s(places, at)
	if i == len(places) || i > 0 && at-places[i-1] < places[i]-at {
		i--
	}
	return i
}

// field returns the cell in which a sign stands; -1 is none.
func (g *grid) field(s *sign) int {
	cols := len(g.us) - 1
	c := sort.SearchFloat64s(g.us, s.cu) - 1
	r := sort.SearchFloat64s(g.vs, s.cv) - 1
	if c < 0 || r < 0 || c >= cols || r >= len(g.vs)-1 {
		return -1
	}
	return g.region[r*cols+c]
}

// cuts reports whether the rules run through words, as those of a seal or a
// drawing do. In a table they run between them.
func (g *grid) cuts(signs []sign) bool {
	inside, cut, last := 0, 0, -1
	for i := range signs {
		at := g.field(&signs[i])
		if at >= 0 {
			inside++
		}
		if i > 0 && at != last {
			a, b := &signs[i-1], &signs[i]
			if gap := b.u - a.u - a.w; math.Abs(gap) < 0.15*b.size && math.Abs(a.v-b.v) < 0.1*b.size && !blankText(a.text) && !blankText(b.text) {
				cut++
			}
		}
		last = at
	}
	return 8*cut > inside
}

// take takes the signs that stand in the table and returns the others.
func (g *grid) take(signs []sign) []sign {
	inside := map[int][]sign{}
	cols := len(g.us) - 1
	rest := make([]sign, 0, len(signs))
	for _, s := range signs {
		home := g.field(&s)
		if home < 0 {
			rest = append(rest, s)
			continue
		}
		inside[home] = append(inside[home], s)
	}
	for r := range len(g.vs) - 1 {
		var row []Cell
		for c := range cols {
			if i := r*cols + c; g.region[i] == i {
				row = append(row, cellOf(inside[i]))
			}
		}
		if row != nil {
			g.rows = append(g.rows, row)
		}
	}
	return rest
}

// filled reports whether two cells or more hold something.
func (g *grid) filled() bool {
	n := 0
	for _, row := range g.rows {
		for _, c := range row {
			if c.Text != "" {
				n++
			}
		}
	}
	return n > 0
}

// A Cell is a cell of a table.
type Cell struct {
	Text string
	Runs []Run
}

// cellOf returns the words of a cell. A line that is clearly shorter than
// another was ended with intent, so that a blank follows it.
func cellOf(signs []sign) Cell {
	var b Block
	right := math.Inf(-1)
	ls := lines(signs)
	for _, l := range ls {
		right = max(right, l.u1)
	}
	for i, l := range ls {
		glue := ""
		if i > 0 {
			prev := ls[i-1]
			glue = Between(prev.text, l.text)
			if prev.u1 < right-1.5*prev.size {
				glue = " "
			}
		}
		b.add(&l, glue)
	}
	return Cell{b.Text, b.Runs}
}
