package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"

	"github.com/spf13/cobra"

	"gongwen/extract"
	"gongwen/model"
)

// compareCommand returns gongwen compare.
func (p *program) compareCommand() *cobra.Command {
	var s settings
	var fields []string
	cmd := &cobra.Command{
		Use:   "compare A B",
		Short: "Print where what two documents say differs",
		Long: `Extract two documents and print the members that differ, each with the value
of A behind - and that of B behind +. The source and the evidence, which two
forms of the same notice never share, are left out. Where one of the files
bundles several documents, they are compared in their order, as documents[0],
documents[1] and so on.

Exit status: 0 nothing differs, 1 something does or an input failed, 2 wrong
usage.`,
		Example: `  gongwen compare notice.docx notice.pdf
  gongwen compare --fields title,deadlines draft.docx final.docx`,
		Args: cobra.ExactArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			if args[0] == "-" && args[1] == "-" {
				return misused("standard input (-) can be read only once")
			}
			for _, arg := range args {
				if arg != "-" && isDir(arg) {
					return misused("%s is a directory; compare takes two documents", arg)
				}
			}
			if err := model.CheckFields(fields); err != nil {
				return misused("%w", err)
			}
			x, err := s.extractor()
			if err != nil {
				return err
			}
			x.KeepText = slices.Contains(fields, "text") || slices.Contains(fields, "normalized")
			return p.compare(cmd.Context(), x, args, fields)
		},
	}
	s.add(cmd, false)
	cmd.Flags().StringSliceVar(&fields, "fields", nil, "compare these members `a,b,c` alone")
	return cmd
}

// compare prints where the documents differ.
func (p *program) compare(ctx context.Context, x *extract.Extractor, names, fields []string) error {
	var both [2][]any
	for i, name := range names {
		in := input{name: name}
		if name == "-" {
			in.in = p.in
		}
		r, err := in.open()
		if err != nil {
			return &exit{failed, err}
		}
		list, err := x.ExtractBundle(ctx, name, r)
		r.Close()
		if err != nil {
			p.fail(err)
		}
		if len(list) == 0 {
			return nil
		}
		for _, n := range list {
			v, err := statements(n, fields)
			if err != nil {
				return err
			}
			both[i] = append(both[i], v)
		}
	}
	var d differences
	if len(both[0]) == 1 && len(both[1]) == 1 {
		d.values("", both[0][0], both[1][0])
	} else {
		d.items("documents", both[0], both[1])
	}
	if d.buf.Len() > 0 {
		p.status = failed
	}
	return outputError(p.out.Write(d.buf.Bytes()))
}

// statements returns what the notice says: its JSON without source and evidence.
func statements(n *model.Notice, fields []string) (any, error) {
	if len(fields) > 0 {
		n = model.Select(n, fields)
	}
	d := json.NewDecoder(bytes.NewReader(model.AppendNotice(nil, n)))
	d.UseNumber()
	var v map[string]any
	if err := d.Decode(&v); err != nil {
		return nil, err
	}
	delete(v, "source")
	return withoutEvidence(v), nil
}

// withoutEvidence returns v without the evidence of anything in it.
func withoutEvidence(v any) any {
	switch v := v.(type) {
	case map[string]any:
		delete(v, "evidence")
		for k := range v {
			v[k] = withoutEvidence(v[k])
		}
	case []any:
		for i := range v {
			v[i] = withoutEvidence(v[i])
		}
	}
	return v
}

// differences gathers where values differ.
type differences struct{ buf bytes.Buffer }

// values compares a and b, members of the name; nil is an absent one.
func (d *differences) values(name string, a, b any) {
	if reflect.DeepEqual(a, b) {
		return
	}
	switch left := a.(type) {
	case map[string]any:
		if right, ok := b.(map[string]any); ok {
			d.members(name, left, right)
			return
		}
	case []any:
		if right, ok := b.([]any); ok {
			d.items(name, left, right)
			return
		}
	}
	fmt.Fprintf(&d.buf, "%s\n", name)
	d.value("-", a)
	d.value("+", b)
}

// value prints one of two values.
func (d *differences) value(sign string, v any) {
	if v != nil {
		d.buf.WriteString(sign + " ")
		d.buf.Write(appendJSON(nil, v, false))
	}
}

// members compares two objects.
func (d *differences) members(name string, a, b map[string]any) {
	all := maps.Clone(a)
	maps.Copy(all, b)
	order := slices.Collect(maps.Keys(all))
	slices.Sort(order)
	if name == "" {
		place := func(s string) int { return slices.Index(model.Fields(), s) }
		slices.SortFunc(order, func(s, t string) int { return place(s) - place(t) })
	} else {
		name += "."
	}
	for _, key := range order {
		d.values(name+key, a[key], b[key])
	}
}

// items compares two lists: what is equal at their heads and their tails is
// passed over, so that one item more differs alone.
func (d *differences) items(name string, a, b []any) {
	head := 0
	for head < min(len(a), len(b)) && reflect.DeepEqual(a[head], b[head]) {
		head++
	}
	tail := 0
	for tail < min(len(a), len(b))-head && reflect.DeepEqual(a[len(a)-1-tail], b[len(b)-1-tail]) {
		tail++
	}
	for i := head; i < max(len(a), len(b))-tail; i++ {
		var left, right any
		if i < len(a)-tail {
			left = a[i]
		}
		if i < len(b)-tail {
			right = b[i]
		}
		d.values(fmt.Sprintf("%s[%d]", name, i), left, right)
	}
}
