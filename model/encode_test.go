package model

import (
	"bytes"
	"encoding/json"
	"errors"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// fill sets v to something random. Slices that must be there are never nil,
// since AppendNotice and encoding/json differ there on purpose.
func fill(r *rand.Rand, v reflect.Value, depth int) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(randomText(r))
	case reflect.Bool:
		v.SetBool(r.IntN(2) == 0)
	case reflect.Int, reflect.Int64:
		v.SetInt(int64(r.IntN(2)) * int64(r.Uint64()>>r.IntN(64)))
	case reflect.Float64:
		v.SetFloat(randomFloat(r))
	case reflect.Pointer:
		if r.IntN(2) == 0 {
			v.Set(reflect.New(v.Type().Elem()))
			fill(r, v.Elem(), depth)
		}
	case reflect.Slice:
		n := r.IntN(4)
		if depth > 4 {
			n = 0
		}
		v.Set(reflect.MakeSlice(v.Type(), n, n))
		for i := range n {
			fill(r, v.Index(i), depth+1)
		}
	case reflect.Struct:
		if r.IntN(8) == 0 {
			for _, m := range membersOf(v.Type()) {
				if f := v.FieldByIndex(m.path); f.Kind() == reflect.Slice && !m.omit {
					f.Set(reflect.MakeSlice(f.Type(), 0, 0))
				}
			}
			return
		}
		for i := range v.NumField() {
			fill(r, v.Field(i), depth)
		}
	}
}

func randomText(r *rand.Rand) string {
	if r.IntN(3) == 0 {
		return ""
	}
	pieces := []string{"关于", "〔2023〕5号", "“", "”", "\"", "\\", "/", "<&>", "\n", "\t", "\r\b\f", "\x00", "\x1f", "\x7f",
		"\u2028", "\u2029", "\u202a", "a", "é", "\xff", "\xe5\x85", "\xe3\x80", "\xed\xa0\x80", "𠮷", "\uFFFD", "，", "\xf0\x9f", "\xc0\x80"}
	var b strings.Builder
	for range r.IntN(6) {
		b.WriteString(pieces[r.IntN(len(pieces))])
	}
	return b.String()
}

func randomFloat(r *rand.Rand) float64 {
	choices := []float64{0, 1, 0.998, -2.5, 1e-7, 1.5e-9, 1e-10, 1e20, 1e21, 1e300, 5e-324, 123456.78, math.Copysign(0, -1)}
	if n := r.IntN(2 * len(choices)); n < len(choices) {
		return choices[n]
	}
	if f := math.Float64frombits(r.Uint64()); !math.IsNaN(f) && !math.IsInf(f, 0) {
		return f
	}
	return 1
}

func randomNotice(seed uint64) *Notice {
	n := new(Notice)
	fill(rand.New(rand.NewPCG(seed, 1)), reflect.ValueOf(n).Elem(), 0)
	return n
}

func standardJSON(t testing.TB, n *Notice) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(n); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func checkAgainstStandard(t *testing.T, n *Notice) {
	t.Helper()
	var b bytes.Buffer
	if err := Encode(&b, n); err != nil {
		t.Fatal(err)
	}
	if want := standardJSON(t, n); !bytes.Equal(b.Bytes(), want) {
		t.Fatalf("got  %s\nwant %s", b.Bytes(), want)
	}
	if bytes.Count(b.Bytes(), []byte("\n")) != 1 {
		t.Fatal("not one line")
	}
}

func TestEncodeEqualsStandard(t *testing.T) {
	checkAgainstStandard(t, new(Notice))
	for seed := range uint64(500) {
		checkAgainstStandard(t, randomNotice(seed))
	}
}

func FuzzEncode(f *testing.F) {
	f.Add("通知\u2028\xff\"", 0.5, uint64(1))
	f.Fuzz(func(t *testing.T, text string, value float64, seed uint64) {
		if math.IsNaN(value) || math.IsInf(value, 0) {
			value = 0
		}
		n := randomNotice(seed)
		n.Text, n.Coverage = text, value
		checkAgainstStandard(t, n)
	})
}

func TestEncodeNeverNull(t *testing.T) {
	n := &Notice{Schema: Schema, Coverage: math.NaN()}
	n.Tables = []Table{{}, {Rows: [][]string{nil}}}
	n.Amounts = []Amount{{Value: math.Inf(1)}}
	got := AppendNotice(nil, n)
	if bytes.Contains(got, []byte("null")) || !json.Valid(got) {
		t.Errorf("%s", got)
	}
	if !bytes.Contains(got, []byte(`"rows":[[]]`)) {
		t.Errorf("no empty row in %s", got)
	}
}

func TestAppendNoticeAppends(t *testing.T) {
	if got := AppendNotice([]byte("x"), nil); string(got) != "xnull" {
		t.Errorf("%s", got)
	}
	n := randomNotice(3)
	if got := AppendNotice([]byte("x"), n); string(got) != "x"+string(AppendNotice(nil, n)) {
		t.Errorf("%s", got)
	}
}

func TestEncodeIndentAndDecode(t *testing.T) {
	n := &Notice{Schema: Schema, Source: Source{Name: "a.txt", Format: "text"}, Genre: NoticeGenre,
		Title: &Phrase{Text: "关于开展<消防>检查的通知"}, Sections: []Section{{Level: 1, Sections: []Section{{Level: 2, Heading: "要求"}}}}}
	var b bytes.Buffer
	if err := EncodeIndent(&b, n); err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(b.String(), "{\n  \"schema\": \"gongwen/1\",\n") || !strings.HasSuffix(b.String(), "\n}\n") {
		t.Errorf("%s", b.String())
	}
	if !strings.Contains(b.String(), "<消防>") {
		t.Error("escaped for HTML")
	}
	back, err := Decode(b.Bytes())
	if err != nil || !reflect.DeepEqual(back, n) {
		t.Errorf("%v %+v", err, back)
	}
	for _, bad := range []string{"", "[]", "{}", `{"schema":"gongwen/2"}`, `{"schema":1}`, `{"schema":"gongwen/1"} x`} {
		if _, err := Decode([]byte(bad)); err == nil {
			t.Errorf("Decode(%s): no error", bad)
		}
	}
}

type brokenWriter struct{}

func (brokenWriter) Write([]byte) (int, error) { return 0, errors.New("broken") }

func TestEncodeReportsWriteErrors(t *testing.T) {
	if Encode(brokenWriter{}, new(Notice)) == nil || EncodeIndent(brokenWriter{}, new(Notice)) == nil {
		t.Error("no error")
	}
}

func TestSelect(t *testing.T) {
	fields := Fields()
	if fields[0] != "schema" || fields[1] != "source" || fields[len(fields)-1] != "normalized" || len(fields) != reflect.TypeFor[Notice]().NumField() {
		t.Errorf("%v", fields)
	}
	if err := CheckFields([]string{"title", "deadlines"}); err != nil {
		t.Error(err)
	}
	for _, bad := range []string{"", "Title", "tittle", "issuers.name"} {
		if CheckFields([]string{"title", bad}) == nil {
			t.Errorf("%q is no field", bad)
		}
	}
	n := randomNotice(8)
	n.Title, n.Note, n.Dates = &Phrase{Text: "t"}, "n", []Date{{}}
	before := AppendNotice(nil, n)
	got := Select(n, []string{"note", "title", "no such"})
	want := &Notice{Schema: n.Schema, Source: n.Source, Title: n.Title, Note: n.Note}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%+v", got)
	}
	if !bytes.Equal(before, AppendNotice(nil, n)) {
		t.Error("Select changed its argument")
	}
	if Select(nil, nil) != nil {
		t.Error("nil")
	}
	if !reflect.DeepEqual(Select(n, fields), n) || !slices.Equal(fields, Fields()) {
		t.Error("all fields are not the notice")
	}
}

// bulkNotice is shaped as real output is: short values, each with evidence.
func bulkNotice() *Notice {
	n := &Notice{Schema: Schema, Source: Source{Name: "云岭市.txt", Format: "text", Size: 20000, SHA256: strings.Repeat("0f", 32)}, Coverage: 0.998}
	e := Evidence{Span: Span{Start: 1203, End: 1222, Quote: "请各县（市、区）于5月26日前将总结报送市防火办", Line: 31}, Rule: "deadlines/前"}
	for range 40 {
		n.Deadlines = append(n.Deadlines, Deadline{Text: "5月26日前", Due: "2023-05-26", Inferred: true, Action: "各县（市、区）将总结报送市防火办", Evidence: e})
		n.Dates = append(n.Dates, Date{Text: "5月26日前", Start: "2023-05-26", End: "2023-05-26", Precision: DayUnit, Role: RoleDeadline, Evidence: e})
		n.Sections = append(n.Sections, Section{Level: 1, Marker: "一、", Heading: "检查范围", Text: strings.Repeat("全市养老机构、中小学校和公共场所。\n", 8), Evidence: e})
	}
	return n
}

func BenchmarkAppendNotice(b *testing.B) {
	n := bulkNotice()
	buf := AppendNotice(nil, n)
	b.SetBytes(int64(len(buf)))
	b.ReportAllocs()
	for b.Loop() {
		buf = AppendNotice(buf[:0], n)
	}
}

func BenchmarkStandardJSON(b *testing.B) {
	n := bulkNotice()
	b.SetBytes(int64(len(standardJSON(b, n))))
	b.ReportAllocs()
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	for b.Loop() {
		out.Reset()
		if err := e.Encode(n); err != nil {
			b.Fatal(err)
		}
	}
}
