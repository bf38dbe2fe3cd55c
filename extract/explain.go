package extract

import (
	"context"
	"io"
	"reflect"
	"strconv"
	"strings"

	"gongwen/extract/internal/segment"
	"gongwen/model"
)

// An Explanation says how a notice was understood: what each line was taken
// for, and which rule found each value where.
type Explanation struct {
	Source model.Source  `json:"source"`
	Lines  []Line        `json:"lines"`  // in the order of the text
	Values []Value       `json:"values"` // in the order of the contract
	Notice *model.Notice `json:"-"`      // what the values come from
}

// A Line is one line of the notice: a paragraph, a heading, a line of the
// header. Its words may stand on several lines of the source.
type Line struct {
	model.Span
	Part    string `json:"part"`            // header, body, attachments, imprint, furniture
	Kind    string `json:"kind"`            // title, addressees, heading, paragraph, …
	Mark    string `json:"mark,omitzero"`   // its serial mark (序号)
	Text    string `json:"text"`            // in normal form
	Claimed bool   `json:"claimed"`         // it has a kind, or a value rests on it
	Broken  int    `json:"broken,omitzero"` // line breaks inside a sentence that were mended
}

// A Value is one value of the notice. Genre, layout and other conclusions from
// the whole document rest on no words of their own and have no evidence.
type Value struct {
	Field    string         `json:"field"`   // deadlines[0], sections[1].sections[0], issued_on
	Members  []Member       `json:"members"` // what it says
	Evidence model.Evidence `json:"evidence,omitzero"`
}

// A Member is one of the plain members of a value: a name of the contract and
// what stands there. Where the value is no object, the name is empty.
type Member struct {
	Name string `json:"name,omitzero"`
	Text string `json:"text"`
}

// Explain reads a document from r and says how it was understood. It works as
// [Extractor.Extract] does.
func (x *Extractor) Explain(ctx context.Context, name string, r io.Reader) (*Explanation, error) {
	list, err := x.ExplainBundle(ctx, name, r)
	if len(list) == 0 {
		return nil, err
	}
	return list[0], err
}

// ExplainBundle is [Extractor.Explain] for each of the documents that
// [Extractor.ExtractBundle] finds.
func (x *Extractor) ExplainBundle(ctx context.Context, name string, r io.Reader) ([]*Explanation, error) {
	data, err := x.load(ctx, name, r)
	if err != nil {
		return nil, err
	}
	d, err := x.run(ctx, name, data, finding)
	var list []*Explanation
	for i, n := range d.notices {
		e := &Explanation{Source: n.Source, Values: valuesOf(n), Notice: n}
		e.Lines = linesOf(d.outlines[i], e.Values)
		list = append(list, e)
	}
	return list, err
}

// Unclaimed returns the lines that nothing claimed.
func (e *Explanation) Unclaimed() []Line {
	var list []Line
	for _, l := range e.Lines {
		if !l.Claimed {
			list = append(list, l)
		}
	}
	return list
}

// linesOf returns the lines of o.
func linesOf(o *segment.Outline, values []Value) []Line {
	lines := make([]Line, 0, len(o.Lines))
	for i := range o.Lines {
		l := &o.Lines[i]
		if l.Text.Len() == 0 {
			continue // blanks
		}
		span := l.Text.Span(0, l.Text.Len())
		lines = append(lines, Line{
			Span:    span,
			Part:    l.Part.String(),
			Kind:    l.Kind.String(),
			Mark:    strings.TrimSpace(l.String()[:l.Words]),
			Text:    l.String(),
			Claimed: l.Kind != segment.Stray || restsOn(values, span),
			Broken:  len(l.Breaks),
		})
	}
	return lines
}

// restsOn reports whether a value rests on words within span.
func restsOn(values []Value, span model.Span) bool {
	for i := range values {
		if v := &values[i].Evidence; v.Start < span.End && v.End > span.Start {
			return true
		}
	}
	return false
}

// valuesOf lists the values of n but for its source and its texts.
func valuesOf(n *model.Notice) []Value {
	w := &valueWalk{}
	v := reflect.ValueOf(n).Elem()
	for i := range v.NumField() {
		switch name := memberName(v.Type().Field(i)); name {
		case "schema", "source", "text", "normalized":
		default:
			w.visit(name, v.Field(i))
		}
	}
	return w.values
}

// A valueWalk walks the contract's types, which stay the only list of members.
type valueWalk struct{ values []Value }

var evidenceType = reflect.TypeFor[model.Evidence]()

// visit adds the value v at the path field, and those within it.
func (w *valueWalk) visit(field string, v reflect.Value) {
	if v.IsZero() {
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		w.visit(field, v.Elem())
	case reflect.Struct:
		w.object(field, v)
	case reflect.Slice:
		if v.Type().Elem().Kind() == reflect.Struct {
			for i := range v.Len() {
				w.visit(field+"["+strconv.Itoa(i)+"]", v.Index(i))
			}
			return
		}
		fallthrough
	default:
		w.values = append(w.values, Value{Field: field, Members: []Member{{Text: plain(v)}}})
	}
}

// object adds the struct v: one value, and one for each struct within it.
func (w *valueWalk) object(field string, v reflect.Value) {
	at := len(w.values)
	w.values = append(w.values, Value{Field: field})
	var members []Member
	for i := range v.NumField() {
		f, name := v.Field(i), memberName(v.Type().Field(i))
		switch {
		case f.Type() == evidenceType:
			w.values[at].Evidence = f.Interface().(model.Evidence)
		case f.IsZero():
		case f.Kind() == reflect.Slice && f.Type().Elem().Kind() == reflect.Struct:
			w.visit(field+"."+name, f)
		default:
			members = append(members, Member{name, plain(f)})
		}
	}
	w.values[at].Members = members
}

// memberName returns the name in JSON of a field.
func memberName(f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	return name
}

// plain writes a value without structs in it: rows between line breaks, cells
// and list items between vertical bars.
func plain(v reflect.Value) string {
	switch v.Kind() {
	case reflect.Bool:
		return strconv.FormatBool(v.Bool())
	case reflect.Int, reflect.Int64:
		return strconv.FormatInt(v.Int(), 10)
	case reflect.Float64:
		return strconv.FormatFloat(v.Float(), 'f', -1, 64)
	case reflect.Slice:
		items := make([]string, v.Len())
		for i := range items {
			items[i] = plain(v.Index(i))
		}
		if v.Type().Elem().Kind() == reflect.Slice {
			return strings.Join(items, "\n")
		}
		return strings.Join(items, " | ")
	}
	return v.String()
}
