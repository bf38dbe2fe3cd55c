package gold

import (
	"cmp"
	"slices"
	"strconv"

	"gongwen/model"
)

// A pair is a member of the sample with the emitted one that it fits.
type pair struct {
	gold, got int
	likeness  float64
}

// bestPairs matches one to one, the most alike first, a required member before
// an optional one, then the nearest in place; likeness 0 never matches.
func bestPairs(gold, got int, optional func(int) bool, likeness func(gold, got int) float64) (pairs []pair, goldPaired, gotPaired []bool) {
	var all []pair
	for i := range gold {
		for j := range got {
			if l := likeness(i, j); l > 0 {
				all = append(all, pair{i, j, l})
			}
		}
	}
	slices.SortFunc(all, func(a, b pair) int {
		return cmp.Or(
			cmp.Compare(b.likeness, a.likeness),
			cmp.Compare(count(optional(a.gold)), count(optional(b.gold))),
			cmp.Compare(distance(a), distance(b)),
			cmp.Compare(b.gold, a.gold),
			cmp.Compare(b.got, a.got),
		)
	})
	goldPaired, gotPaired = make([]bool, gold), make([]bool, got)
	for _, p := range all {
		if !goldPaired[p.gold] && !gotPaired[p.got] {
			goldPaired[p.gold], gotPaired[p.got] = true, true
			pairs = append(pairs, p)
		}
	}
	return pairs, goldPaired, gotPaired
}

func distance(p pair) int { return max(p.gold-p.got, p.got-p.gold) }

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

// activities match by the likeness of their names, at least 0.8; time and
// attachments are worth a point each where the sample states them.
func (c *comparison) activities(gold []Activity, got []model.Activity) {
	if gold == nil {
		return
	}
	c.begin("activities")
	pairs, goldPaired, gotPaired := bestPairs(len(gold), len(got),
		func(i int) bool { return gold[i].Optional },
		func(i, j int) float64 {
			if d := gold[i].Name.likeness(got[j].Name); d >= 0.8 {
				return d
			}
			return 0
		})
	for _, p := range pairs {
		c.activity(&gold[p.gold], &got[p.got])
	}
	for i, g := range gold {
		if !goldPaired[i] && !g.Optional {
			c.missing(float64(1+count(g.Timed)+count(g.Attachments != nil)), g.Name.first())
		}
	}
	for j, e := range got {
		if !gotPaired[j] {
			c.spurious(e.Name)
		}
	}
}

func (c *comparison) activity(g *Activity, e *model.Activity) {
	if g.Optional {
		return
	}
	c.add(1, 0, 0)
	if g.Timed {
		c.point(same(g.Start, e.Start) && same(g.End, e.End),
			g.Name.first()+" "+window(deref(g.Start), deref(g.End)), e.Name+" "+window(e.Start, e.End))
	}
	if g.Attachments != nil {
		c.point(slices.Equal(g.Attachments, e.Attachments),
			g.Name.first()+" attachments"+join(g.Attachments), e.Name+" attachments"+join(e.Attachments))
	}
}

// point counts a detail of a member that is itself right.
func (c *comparison) point(right bool, want, got string) {
	if right {
		c.add(1, 0, 0)
		return
	}
	c.add(0, 0, 1)
	c.note(Wrong, want, got)
}

func join(numbers []int) string {
	if len(numbers) == 0 {
		return " -"
	}
	s := ""
	for _, n := range numbers {
		s += " " + strconv.Itoa(n)
	}
	return s
}

// deadlines match where the time is equal, then by the likeness of what is to
// be done; below 0.5 the time alone is right and scores half.
func (c *comparison) deadlines(gold []Deadline, got []model.Deadline) {
	if gold == nil {
		return
	}
	c.begin("deadlines")
	const timeAlone = 0.01
	pairs, goldPaired, gotPaired := bestPairs(len(gold), len(got),
		func(i int) bool { return gold[i].Optional },
		func(i, j int) float64 {
			if !gold[i].time().accepts(due(&got[j])) {
				return 0
			}
			return timeAlone + gold[i].Action.likeness(got[j].Action)
		})
	for _, p := range pairs {
		g, e := &gold[p.gold], &got[p.got]
		switch {
		case g.Optional:
		case p.likeness-timeAlone >= 0.5:
			c.add(1, 0, 0)
		default:
			c.add(0.5, 0.5, 0.5)
			c.note(Wrong, obligation(due(e), g.Action.first()), obligation(due(e), e.Action))
		}
	}
	for i, g := range gold {
		if !goldPaired[i] && !g.Optional {
			c.missing(1, obligation(g.time().first(), g.Action.first()))
		}
	}
	for j := range got {
		if e := &got[j]; !gotPaired[j] {
			c.spurious(obligation(due(e), e.Action))
		}
	}
}

// time is the accepted due dates, else the durations.
func (g *Deadline) time() Variants {
	if g.Due != nil {
		return g.Due
	}
	return g.Relative
}

func due(e *model.Deadline) string { return cmp.Or(e.Due, e.Relative) }

func obligation(due, action string) string { return orHyphen(due) + " " + orHyphen(action) }

// attachments match by number and title; present is worth a point where the
// sample states it.
func (c *comparison) attachments(gold []Attachment, got []model.Attachment) {
	if gold == nil {
		return
	}
	c.begin("attachments")
	got = slices.Clone(got)
	for _, g := range gold {
		hit := slices.IndexFunc(got, func(e model.Attachment) bool { return g.fits(&e) })
		if hit < 0 {
			if !g.Optional {
				c.missing(float64(1+count(g.Present != nil)), numbered(g.Number, g.Title.first()))
			}
			continue
		}
		e := got[hit]
		got = slices.Delete(got, hit, hit+1)
		if g.Optional {
			continue
		}
		c.add(1, 0, 0)
		if g.Present != nil {
			name := numbered(g.Number, g.Title.first())
			c.point(*g.Present == e.Present, name+presence(*g.Present), name+presence(e.Present))
		}
	}
	for _, e := range got {
		c.spurious(numbered(e.Number, e.Title))
	}
}

func (g *Attachment) fits(e *model.Attachment) bool {
	title := fold(e.Title)
	return g.Number == e.Number && slices.ContainsFunc(g.Title.each(), func(v *string) bool { return fold(deref(v)) == title })
}

func presence(present bool) string {
	if present {
		return " present"
	}
	return " not present"
}
