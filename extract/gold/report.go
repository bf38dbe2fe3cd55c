package gold

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// A Tally counts right, spurious and missing values. Halves occur: a deadline
// whose time alone is right.
type Tally struct {
	TP float64 `json:"tp"`
	FP float64 `json:"fp"`
	FN float64 `json:"fn"`
}

func (t *Tally) add(u Tally) {
	t.TP += u.TP
	t.FP += u.FP
	t.FN += u.FN
}

// Precision is the share of the emitted values that are right, 1 where there
// are none.
func (t Tally) Precision() float64 { return ratio(t.TP, t.TP+t.FP) }

// Recall is the share of the stated values that were found, 1 where there are
// none.
func (t Tally) Recall() float64 { return ratio(t.TP, t.TP+t.FN) }

// F1 is the harmonic mean of precision and recall.
func (t Tally) F1() float64 {
	p, r := t.Precision(), t.Recall()
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

func ratio(part, whole float64) float64 {
	if whole == 0 {
		return 1
	}
	return part / whole
}

// A Kind is a kind of miss.
type Kind string

// The kinds of miss.
const (
	Missing  Kind = "missing"  // stated, not emitted
	Spurious Kind = "spurious" // emitted, not stated
	Wrong    Kind = "wrong"    // emitted with another value
)

// A Miss is one value that is not as the sample states it.
type Miss struct {
	Document string `json:"document"`
	Field    string `json:"field"`
	Kind     Kind   `json:"kind"`
	Want     string `json:"want,omitzero"` // empty where spurious
	Got      string `json:"got,omitzero"`  // empty where missing
}

// A Report is the score of one or more documents. The zero Report is that of
// none.
type Report struct {
	Documents     int
	WithoutOutput []string         // documents that yielded nothing
	Fields        map[string]Tally // of the fields that the samples state
	Misses        []Miss
}

// Add adds the score of other documents to r.
func (r *Report) Add(other *Report) {
	if r.Fields == nil {
		r.Fields = map[string]Tally{}
	}
	for field, t := range other.Fields {
		sum := r.Fields[field]
		sum.add(t)
		r.Fields[field] = sum
	}
	r.Documents += other.Documents
	r.WithoutOutput = append(r.WithoutOutput, other.WithoutOutput...)
	r.Misses = append(r.Misses, other.Misses...)
}

// Micro is the tally over all fields; its F1 is the headline.
func (r *Report) Micro() Tally {
	var sum Tally
	for _, t := range r.Fields {
		sum.add(t)
	}
	return sum
}

// Macro is the mean of the fields' F1, of those where anything counts.
func (r *Report) Macro() float64 {
	sum, n := 0.0, 0
	for _, field := range r.fieldNames() {
		if t := r.Fields[field]; t != (Tally{}) {
			sum += t.F1()
			n++
		}
	}
	if n == 0 {
		return 0
	}
	return sum / float64(n)
}

func (r *Report) fieldNames() []string { return slices.Sorted(maps.Keys(r.Fields)) }

// WriteTable writes a line for each field and one for all.
func (r *Report) WriteTable(w io.Writer) error {
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, "%-18s %6s %6s %6s   tp/fp/fn\n", "field", "P", "R", "F1")
	for _, field := range r.fieldNames() {
		t := r.Fields[field]
		fmt.Fprintf(out, "%-18s %6.3f %6.3f %6.3f   %s/%s/%s\n", field, t.Precision(), t.Recall(), t.F1(), points(t.TP), points(t.FP), points(t.FN))
	}
	if len(r.WithoutOutput) > 0 {
		fmt.Fprintln(out, "without output:", strings.Join(r.WithoutOutput, ", "))
	}
	t := r.Micro()
	fmt.Fprintf(out, "%d documents  micro P %.3f R %.3f F1 %.3f  macro-F1 %.3f\n", r.Documents, t.Precision(), t.Recall(), t.F1(), r.Macro())
	return out.Flush()
}

func points(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

// SortedMisses lists the misses by document and field, within these in the
// order in which they were found.
func (r *Report) SortedMisses() []Miss {
	list := slices.Clone(r.Misses)
	slices.SortStableFunc(list, func(a, b Miss) int {
		return cmp.Or(cmp.Compare(a.Document, b.Document), cmp.Compare(a.Field, b.Field))
	})
	return list
}

// WriteMisses writes a line for each miss: document, field, kind, what was
// wanted and what was got, between tabs. A value with a tab, a line break or
// a backslash in it has \t, \n, \r and \\ instead.
func (r *Report) WriteMisses(w io.Writer) error {
	out := bufio.NewWriter(w)
	for _, m := range r.SortedMisses() {
		fields := []string{m.Document, m.Field, string(m.Kind), m.Want, m.Got}
		for i, f := range fields {
			fields[i] = cellEscaper.Replace(f)
		}
		fmt.Fprintln(out, strings.Join(fields, "\t"))
	}
	return out.Flush()
}

var cellEscaper = strings.NewReplacer("\\", `\\`, "\t", `\t`, "\n", `\n`, "\r", `\r`)

// WriteScore writes the table to the file SCORE and the misses to the file
// MISSES in dir. They are meant to be kept under version control, so that a
// change shows what it gains and loses.
func (r *Report) WriteScore(dir string) error {
	var score, misses bytes.Buffer
	r.WriteTable(&score)
	r.WriteMisses(&misses)
	if err := os.WriteFile(filepath.Join(dir, "SCORE"), score.Bytes(), 0o666); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "MISSES"), misses.Bytes(), 0o666)
}

// A jsonScore is a tally with what follows from it.
type jsonScore struct {
	P  float64 `json:"p"`
	R  float64 `json:"r"`
	F1 float64 `json:"f1"`
	Tally
}

func scoreOf(t Tally) jsonScore { return jsonScore{t.Precision(), t.Recall(), t.F1(), t} }

// WriteJSON writes the report as one indented JSON object.
func (r *Report) WriteJSON(w io.Writer) error {
	fields := map[string]jsonScore{}
	for field, t := range r.Fields {
		fields[field] = scoreOf(t)
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(struct {
		Documents     int                  `json:"documents"`
		WithoutOutput []string             `json:"without_output"`
		Micro         jsonScore            `json:"micro"`
		MacroF1       float64              `json:"macro_f1"`
		Fields        map[string]jsonScore `json:"fields"`
		Misses        []Miss               `json:"misses"`
	}{r.Documents, append([]string{}, r.WithoutOutput...), scoreOf(r.Micro()), r.Macro(), fields, append([]Miss{}, r.SortedMisses()...)})
}
