package gold

import (
	"slices"
	"strconv"

	"gongwen/model"
)

// Compare scores n against the sample. A nil n, for a document that yielded an
// error, misses all that the sample states.
func Compare(s *Sample, n *model.Notice) *Report {
	c := &comparison{Report{Documents: 1, Fields: map[string]Tally{}}, s.name(), ""}
	if n == nil {
		c.WithoutOutput = []string{s.name()}
		n = new(model.Notice)
	}
	c.scalar("genre", s.Genre, string(n.Genre), exact)
	c.scalar("issued_on", s.IssuedOn, n.IssuedOn, exact)
	c.scalar("secrecy", s.Secrecy, level(n.Secrecy), fold)
	c.scalar("urgency", s.Urgency, phrase(n.Urgency), fold)
	c.scalar("title", s.Title, phrase(n.Title), fold)
	c.scalar("theme", s.Theme, theme(n.Theme), fold)
	c.scalar("document_number", s.DocumentNumber, number(n.DocumentNumber), fold)
	c.set("issuers", s.Issuers, partyNames(n.Issuers), fold)
	c.set("addressees", s.Addressees, partyNames(n.Addressees), fold)
	c.set("references", s.References, referenceNames(s.References, n.References), fold)
	c.period(s.Period, n.Period)
	c.sections(s.Sections, n.Sections)
	c.activities(s.Activities, n.Activities)
	c.deadlines(s.Deadlines, n.Deadlines)
	c.contacts(s, n.Contacts)
	c.set("urls", s.URLs, urlTexts(n.URLs), urlKey)
	c.attachments(s.Attachments, n.Attachments)
	c.set("copied_to", s.CopiedTo, copiedTo(n.Imprint), fold)
	return &c.Report
}

// A comparison is a report in the making.
type comparison struct {
	Report
	document string
	current  string // field
}

// begin opens a field: it has a row in the report even if nothing counts.
func (c *comparison) begin(field string) {
	c.current = field
	c.add(0, 0, 0)
}

func (c *comparison) add(tp, fp, fn float64) {
	t := c.Fields[c.current]
	t.add(Tally{tp, fp, fn})
	c.Fields[c.current] = t
}

func (c *comparison) note(kind Kind, want, got string) {
	c.Misses = append(c.Misses, Miss{c.document, c.current, kind, want, got})
}

func (c *comparison) missing(points float64, want string) {
	c.add(0, 0, points)
	c.note(Missing, want, "")
}

func (c *comparison) spurious(got string) {
	c.add(0, 1, 0)
	c.note(Spurious, "", got)
}

// each lists the accepted forms; one that is not stated accepts none.
func (v Variants) each() []*string {
	if len(v) == 0 {
		return []*string{nil}
	}
	return v
}

// first is the preferred form.
func (v Variants) first() string { return deref(v.each()[0]) }

// likeness is the best Dice of s with a variant.
func (v Variants) likeness(s string) float64 {
	best := 0.0
	for _, x := range v.each() {
		best = max(best, dice(deref(x), s))
	}
	return best
}

// accepts reports whether s, which is none where it is empty, is a variant.
func (v Variants) accepts(s string) bool {
	return slices.ContainsFunc(v.each(), func(x *string) bool { return same(x, s) })
}

func deref(p *string) string {
	if p == nil {
		return ""
	}
	return *p
}

// same reports whether got, which is none where it is empty, is want.
func same(want *string, got string) bool {
	if want == nil {
		return got == ""
	}
	return got != "" && *want == got
}

func (c *comparison) scalar(field string, gold Variants, got string, key keyFunc) {
	if gold == nil {
		return
	}
	c.begin(field)
	right := func(x *string) bool { return x != nil && key(*x) == key(got) }
	switch {
	case len(gold) == 0:
		if got != "" {
			c.spurious(got)
		}
	case got == "":
		if !slices.Contains(gold, nil) {
			c.missing(1, gold.first())
		}
	case slices.ContainsFunc(gold, right):
		c.add(1, 0, 0)
	default:
		c.add(0, 1, 1)
		c.note(Wrong, gold.first(), got)
	}
}

// set compares without order; values with the same key are one.
func (c *comparison) set(field string, gold []Item, got []string, key keyFunc) {
	if gold == nil {
		return
	}
	c.begin(field)
	left := map[string]bool{}
	var order []string
	for _, g := range got {
		if k := key(g); g != "" && !left[k] {
			left[k] = true
			order = append(order, g)
		}
	}
	for _, item := range gold {
		hit := false
		for _, v := range item.Variants.each() {
			// Every variant of the same member is consumed together.
			k := key(deref(v))
			hit = hit || left[k]
			delete(left, k)
		}
		switch {
		case item.Optional:
		case hit:
			c.add(1, 0, 0)
		default:
			c.missing(1, item.Variants.first())
		}
	}
	for _, g := range order {
		if left[key(g)] {
			c.spurious(g)
		}
	}
}

func (c *comparison) period(gold []*Period, got *model.Period) {
	if gold == nil {
		return
	}
	variants := Variants{}
	for _, p := range gold {
		if p == nil {
			variants = append(variants, nil)
			continue
		}
		text := window(deref(p.Start), deref(p.End))
		variants = append(variants, &text)
	}
	text := ""
	if got != nil {
		text = window(got.Start, got.End)
	}
	c.scalar("period", variants, text, exact)
}

// window writes a start and an end; none is a hyphen.
func window(start, end string) string {
	return orHyphen(start) + "/" + orHyphen(end)
}

func orHyphen(s string) string {
	if s == "" {
		return "-"
	}
	return s
}

func (c *comparison) contacts(s *Sample, got []model.Contact) {
	var names, phones, emails []string
	for _, e := range got {
		names = append(names, e.Names...)
		phones = append(phones, e.Phones...)
		phones = append(phones, e.Mobiles...)
		phones = append(phones, e.Faxes...)
		emails = append(emails, e.Emails...)
	}
	c.set("contacts.names", s.Names, names, fold)
	c.set("contacts.phones", s.Phones, phones, digits)
	c.set("contacts.emails", s.Emails, emails, address)
}

// referenceNames gives each cited document the name that the sample knows it
// by: its number, else its title.
func referenceNames(gold []Item, refs []model.Reference) []string {
	known := map[string]bool{}
	for _, item := range gold {
		for _, v := range item.Variants.each() {
			known[fold(deref(v))] = true
		}
	}
	names := make([]string, len(refs))
	for i, r := range refs {
		names[i] = r.Title
		if n := r.DocumentNumber; n != "" && (known[fold(n)] || r.Title == "" || !known[fold(r.Title)]) {
			names[i] = n
		}
	}
	return names
}

func level(s *model.Secrecy) string {
	if s == nil {
		return ""
	}
	return s.Level
}

func phrase(p *model.Phrase) string {
	if p == nil {
		return ""
	}
	return p.Text
}

func theme(t *model.Theme) string {
	if t == nil {
		return ""
	}
	return t.Text
}

func number(n *model.DocumentNumber) string {
	if n == nil {
		return ""
	}
	return n.Text
}

func copiedTo(i *model.Imprint) []string {
	if i == nil {
		return nil
	}
	return i.CopiedTo
}

func partyNames(parties []model.Party) []string {
	names := make([]string, len(parties))
	for i, p := range parties {
		names[i] = p.Name
	}
	return names
}

func urlTexts(urls []model.URL) []string {
	texts := make([]string, len(urls))
	for i, u := range urls {
		texts[i] = u.URL
	}
	return texts
}

func numbered(number int, title string) string {
	if number == 0 {
		return orHyphen(title)
	}
	return strconv.Itoa(number) + " " + orHyphen(title)
}
