package model

import (
	"bytes"
	"encoding/json"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

func compiledSchema(t testing.TB) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(JSONSchema()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource(SchemaID, doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(SchemaID) // checks against the draft's own schema too
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func validate(t *testing.T, s *jsonschema.Schema, object []byte) error {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(object))
	if err != nil {
		t.Fatalf("%v: %s", err, object)
	}
	return s.Validate(v)
}

// conform makes a random value keep to the forms that the contract asks for.
func conform(r *rand.Rand, v reflect.Value, words declarations) {
	switch v.Kind() {
	case reflect.Int, reflect.Int64:
		v.SetInt(v.Int() & math.MaxInt64)
	case reflect.Pointer:
		if !v.IsNil() {
			conform(r, v.Elem(), words)
		}
	case reflect.Slice:
		for i := range v.Len() {
			conform(r, v.Index(i), words)
		}
	case reflect.Struct:
		if v.IsZero() && v.Type() == reflect.TypeFor[Evidence]() {
			return
		}
		for _, m := range membersOf(v.Type()) {
			f := v.FieldByIndex(m.path)
			if forms := goodForms[m.field.Tag.Get("schema")]; forms != nil {
				f.SetString(forms[r.IntN(len(forms))])
			}
			if codes := words.codes[f.Type().Name()]; codes != nil {
				f.SetString(codes[r.IntN(len(codes))])
			}
			conform(r, f, words)
		}
	}
}

var goodForms = map[string][]string{
	"date":     {"2023-05-26", "XXXX-12-31", "2024-02-29T09:30", "2024-06-30T24:00"},
	"clock":    {"00:00", "17:30", "24:00"},
	"duration": {"P5D", "PT2H", "P3M", "P1Y6M", "P1DT2H", "PT2H30M"},
	"sha256":   {strings.Repeat("0f", 32)},
}

func TestSchemaAcceptsNotices(t *testing.T) {
	s := compiledSchema(t)
	words := readDeclarations(noticeSource, codesSource)
	for seed := range uint64(200) {
		n := randomNotice(seed)
		conform(rand.New(rand.NewPCG(seed, 2)), reflect.ValueOf(n).Elem(), words)
		n.Schema, n.Coverage = Schema, 0.75
		object := AppendNotice(nil, n)
		if err := validate(t, s, object); err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		if err := validate(t, s, AppendNotice(nil, Select(n, []string{"title"}))); err != nil {
			t.Fatalf("seed %d, title selected: %v", seed, err)
		}
	}
}

func TestSchemaRefuses(t *testing.T) {
	s := compiledSchema(t)
	start := `{"schema":"gongwen/1","source":{"name":"a","format":"text","size":1,"sha256":"` + strings.Repeat("0f", 32) + `"}`
	const evidence = `"evidence":{"start":0,"end":1,"quote":"通","line":1,"rule":"r"}`
	good := []string{
		``, `,"genre":"notice"`, `,"issued_on":"2023-05-26"`, `,"coverage":1`,
		`,"title":{"text":"",` + evidence + `}`,
		`,"deadlines":[{"text":"","due":"XXXX-05-26","time":"24:00",` + evidence + `}]`,
		`,"warnings":[{"code":"x","message":"y"}]`,
		`,"sections":[{"level":1,` + evidence + `,"sections":[{"level":2,` + evidence + `}]}]`,
	}
	for _, g := range good {
		if err := validate(t, s, []byte(start+g+"}")); err != nil {
			t.Errorf("%s: %v", g, err)
		}
	}
	for part, ok := range map[string]bool{
		`{"number":1,"of":2,"start":0,"end":9}`: true, `{"number":1,"of":2}`: false, `{}`: false, `null`: false,
	} {
		object := strings.TrimSuffix(start, "}") + `,"part":` + part + "}}"
		if err := validate(t, s, []byte(object)); (err == nil) != ok {
			t.Errorf("part %s: %v", part, err)
		}
	}
	bad := []string{
		`,"genre":"memo"`, `,"genre":""`, `,"genre":null`, `,"layout":"gb9704"`, `,"script":"both"`,
		`,"issued_on":"2023-5-26"`, `,"issued_on":"2023-13-01"`, `,"issued_on":"2023-05-32"`, `,"issued_on":""`, `,"issued_on":"2023年5月26日"`,
		`,"coverage":1.5`, `,"coverage":-1`, `,"coverage":"1"`,
		`,"title":{"text":"x"}`, `,"title":"x"`, `,"titel":1`, `,"issuers":[]`, `,"issuers":null`, `,"note":""`,
		`,"issuers":[{` + evidence + `}]`, `,"issuers":[{"name":"x","kind":"y",` + evidence + `}]`,
		`,"sections":[{"level":1,` + evidence + `,"sections":[{"level":"2",` + evidence + `}]}]`,
		`,"deadlines":[{"text":"","time":"25:00",` + evidence + `}]`, `,"deadlines":[{"text":"","time":"9:00",` + evidence + `}]`,
		`,"deadlines":[{"text":"","relative":"P",` + evidence + `}]`, `,"deadlines":[{"text":"","relative":"5D",` + evidence + `}]`,
		`,"deadlines":[{"text":"","relative":"PT",` + evidence + `}]`, `,"deadlines":[{"text":"","relative":"P1DT",` + evidence + `}]`,
		`,"references":[{"relation":"cites",` + evidence + `}]`, `,"references":[{` + evidence + `}]`,
		`,"dates":[{"text":"","role":"day",` + evidence + `}]`, `,"dates":[{"text":"","role":"other","precision":"week",` + evidence + `}]`,
		`,"repairs":[{"kind":"typo","original":"","repaired":"",` + evidence + `}]`,
		`,"tables":[{"rows":null,` + evidence + `}]`,
		`,"title":{"text":"x","evidence":{"start":-1,"end":1,"quote":"通","line":1,"rule":"r"}}`,
		`,"title":{"text":"x","evidence":{"start":0.5,"end":1,"quote":"通","line":1,"rule":"r"}}`,
	}
	for _, b := range bad {
		if validate(t, s, []byte(start+b+"}")) == nil {
			t.Errorf("accepts %s", b)
		}
	}
	for _, b := range []string{`{}`, `[]`, `null`, strings.Replace(start, "gongwen/1", "gongwen/2", 1) + "}", `{"schema":"gongwen/1"}`} {
		if validate(t, s, []byte(b)) == nil {
			t.Errorf("accepts %s", b)
		}
	}
}

// TestSchemaIsComplete holds every type of the contract to a description, and
// every string type to a list of codes.
func TestSchemaIsComplete(t *testing.T) {
	var root struct {
		Description string
		Properties  map[string]map[string]any
		Required    []string
		Defs        map[string]map[string]any `json:"$defs"`
	}
	if err := json.Unmarshal(JSONSchema(), &root); err != nil {
		t.Fatal(err)
	}
	if root.Description != "A Notice is one official document (公文)." {
		t.Errorf("%q", root.Description)
	}
	if !slices.Equal(root.Required, []string{"schema", "source"}) {
		t.Errorf("required %v", root.Required)
	}
	if got := root.Properties["issuers"]["description"]; got != "发文机关 (7.2.4)" {
		t.Errorf("issuers: %v", got)
	}
	for name, def := range root.Defs {
		if def["description"] == nil || def["additionalProperties"] != false {
			t.Errorf("%s: %v", name, def)
		}
	}
	if n := len(root.Properties); n != len(Fields()) {
		t.Errorf("%d properties", n)
	}
	want := map[string]int{"Genre": 20, "Layout": 9, "Script": 3, "Relation": 7, "Precision": 6, "DateRole": 7, "RepairKind": 6}
	words := readDeclarations(noticeSource, codesSource)
	for name, n := range want {
		if len(words.codes[name]) != n {
			t.Errorf("%s has codes %v", name, words.codes[name])
		}
	}
	if !strings.Contains(words.doc["Genre"], "\nletter: 函") {
		t.Errorf("%q", words.doc["Genre"])
	}
	if !bytes.Equal(JSONSchema(), JSONSchema()) {
		t.Error("not stable")
	}
}

func BenchmarkJSONSchema(b *testing.B) {
	for b.Loop() {
		JSONSchema()
	}
}
