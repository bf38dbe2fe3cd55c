package extract

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"gongwen/extract/internal/field"
	"gongwen/extract/internal/normalise"
	"gongwen/extract/internal/read"
	"gongwen/extract/internal/segment"
	"gongwen/model"
)

// short is an invented notice.
const short = `云岭市教育局文件
云教〔2024〕7号

云岭市教育局关于做好2024年防汛工作的通知

各县（区）教育局，市属各学校：
一、工作要求
请于5月26日前将值班表报送市教育局办公室。
联系人：林小满，电话：0999-5550123。

云岭市教育局
2024年5月8日
`

// documents returns the documents of testdata/notices by path.
func documents(t testing.TB) map[string][]byte {
	t.Helper()
	docs := map[string][]byte{}
	root := filepath.Join("..", "testdata", "notices")
	err := filepath.WalkDir(root, func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || strings.HasSuffix(name, ".json") || filepath.Dir(name) == root {
			return err
		}
		docs[name], err = os.ReadFile(name)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(docs) == 0 {
		t.Fatal("no documents")
	}
	return docs
}

// seeds are the documents of testdata that are real.
func seeds(t testing.TB) map[string][]byte {
	docs := documents(t)
	for name := range docs {
		if !strings.Contains(name, "seed-") {
			delete(docs, name)
		}
	}
	return docs
}

var contract = sync.OnceValue(func() *jsonschema.Schema {
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(model.JSONSchema()))
	if err != nil {
		panic(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource(model.SchemaID, doc); err != nil {
		panic(err)
	}
	return c.MustCompile(model.SchemaID)
})

// hold checks what every notice promises: the contract's schema, evidence that
// quotes the source and stands in the document, and a text that evidence counts in.
func hold(t testing.TB, n *model.Notice) {
	t.Helper()
	object, err := jsonschema.UnmarshalJSON(bytes.NewReader(model.AppendNotice(nil, n)))
	if err != nil {
		t.Fatal(err)
	}
	if err := contract().Validate(object); err != nil {
		t.Error(err)
	}
	text := []rune(n.Text)
	pages := n.Source.Pages
	part := model.Part{End: len(text)}
	if n.Source.Part != nil {
		part = *n.Source.Part
	}
	eachEvidence(reflect.ValueOf(n).Elem(), "", func(at string, e model.Evidence) {
		switch {
		case e == model.Evidence{}:
			if !strings.HasPrefix(at, ".Warnings") {
				t.Errorf("%s has no evidence", at)
			}
		case e.Start < part.Start || e.End < e.Start || e.End > part.End:
			t.Errorf("%s: evidence %d:%d outside %d:%d", at, e.Start, e.End, part.Start, part.End)
		case string(text[e.Start:e.End]) != e.Quote:
			t.Errorf("%s: quote %q, the text has %q", at, e.Quote, string(text[e.Start:e.End]))
		case e.Line != 1+strings.Count(string(text[:e.Start]), "\n"):
			t.Errorf("%s: line %d", at, e.Line)
		case e.Page > pages:
			t.Errorf("%s: page %d of %d", at, e.Page, pages)
		case e.Rule == "":
			t.Errorf("%s: no rule", at)
		}
	})
}

// tile fails the test unless the notices of one file tile its text.
func tile(t testing.TB, list []*model.Notice) {
	t.Helper()
	if len(list) == 1 {
		if list[0].Source.Part != nil {
			t.Errorf("one document is %+v", *list[0].Source.Part)
		}
		return
	}
	at := 0
	for i, n := range list {
		if p := *n.Source.Part; p.Number != i+1 || p.Of != len(list) || p.Start != at || p.End <= at {
			t.Errorf("document %d of %d, from %d: %+v", i+1, len(list), at, p)
		}
		at = n.Source.Part.End
	}
	if end := utf8.RuneCountInString(list[0].Text); at != end {
		t.Errorf("the parts end at %d, the text at %d", at, end)
	}
}

// eachEvidence calls f for every Evidence in v.
func eachEvidence(v reflect.Value, at string, f func(string, model.Evidence)) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			eachEvidence(v.Elem(), at, f)
		}
	case reflect.Slice:
		for i := range v.Len() {
			eachEvidence(v.Index(i), at, f)
		}
	case reflect.Struct:
		if e, ok := v.Interface().(model.Evidence); ok {
			f(at, e)
			return
		}
		for i := range v.NumField() {
			eachEvidence(v.Field(i), at+"."+v.Type().Field(i).Name, f)
		}
	}
}

func TestEveryNoticeHolds(t *testing.T) {
	x := Extractor{KeepText: true}
	for name, data := range documents(t) {
		t.Run(filepath.Base(name), func(t *testing.T) {
			n, err := x.ExtractBytes(t.Context(), name, data)
			if err != nil {
				t.Fatal(err)
			}
			hold(t, n)
		})
	}
}

// TestSameEveryTime extracts all documents by several goroutines at once; run
// with -race it also shows that they share nothing.
func TestSameEveryTime(t *testing.T) {
	docs := documents(t)
	var x Extractor
	all := func() map[string]string {
		out := map[string]string{}
		for name, data := range docs {
			n, err := x.ExtractBytes(t.Context(), name, data)
			if err != nil {
				t.Error(err)
			}
			out[name] = string(model.AppendNotice(nil, n))
		}
		return out
	}
	want := all()
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			for name, object := range all() {
				if object != want[name] {
					t.Errorf("%s differs", name)
				}
			}
		})
	}
	group.Wait()
}

func TestInputStaysAsItIs(t *testing.T) {
	for name, data := range documents(t) {
		before := bytes.Clone(data)
		var x Extractor
		if _, err := x.ExtractBytes(t.Context(), name, data); err != nil || !bytes.Equal(before, data) {
			t.Errorf("%s: changed, %v", name, err)
		}
	}
}

func TestKeepText(t *testing.T) {
	var x Extractor
	n, err := x.Extract(t.Context(), "a.txt", strings.NewReader(short))
	if err != nil || n.Text != "" || n.Normalized != "" {
		t.Fatalf("texts without being asked, or %v", err)
	}
	x.KeepText = true
	n, err = x.Extract(t.Context(), "a.txt", strings.NewReader(short))
	if err != nil || n.Text != short || n.Normalized == "" {
		t.Fatalf("text %q, normalized %q, %v", n.Text, n.Normalized, err)
	}
	raw, normal, err := x.Text(t.Context(), "a.txt", strings.NewReader(short))
	if err != nil || raw != n.Text || normal != n.Normalized {
		t.Errorf("Text gives %q and %q, %v", raw, normal, err)
	}
}

// halting lets a reader of a stage see the context end.
type halting struct {
	io.Reader
	cancel context.CancelFunc
}

func (h halting) Read(p []byte) (int, error) {
	h.cancel()
	return h.Reader.Read(p)
}

func TestErrors(t *testing.T) {
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	between, halt := context.WithCancel(t.Context())
	pathError := &fs.PathError{Op: "read", Path: "a.txt", Err: errors.New("is a directory")}
	for _, tt := range []struct {
		name string
		x    Extractor
		ctx  context.Context
		r    io.Reader
		kind ErrorKind
		want string
	}{
		{"no bytes", Extractor{}, t.Context(), strings.NewReader(""), Empty, "a.txt: no bytes, or nothing but blanks"},
		{"a program", Extractor{}, t.Context(), strings.NewReader("\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x02\x00>\x00"), Unknown, ""},
		{"beyond the limit", Extractor{Limits: Limits{Size: 8}}, t.Context(), strings.NewReader("123456789"), TooLarge, "a.txt: more than 8 bytes"},
		{"a reader that fails", Extractor{}, t.Context(), iotest.ErrReader(errors.New("disc full of dust")), Unreadable, "a.txt: disc full of dust"},
		{"a file that fails", Extractor{}, t.Context(), iotest.ErrReader(pathError), Unreadable, "a.txt: is a directory"},
		{"stopped before", Extractor{}, ended, strings.NewReader(short), Stopped, "a.txt: context canceled"},
		{"stopped while reading", Extractor{}, between, halting{strings.NewReader(short), halt}, Stopped, "a.txt: context canceled"},
		{"no such encoding", Extractor{Encoding: "gb99999"}, t.Context(), strings.NewReader(short), Unreadable, `a.txt: unknown encoding "gb99999"`},
	} {
		n, err := tt.x.Extract(tt.ctx, "a.txt", tt.r)
		var e *Error
		switch {
		case n != nil || !errors.As(err, &e):
			t.Errorf("%s: notice %v, error %v", tt.name, n, err)
		case e.Kind != tt.kind || e.Name != "a.txt":
			t.Errorf("%s: kind %s, name %q", tt.name, e.Kind, e.Name)
		case tt.want != "" && err.Error() != tt.want:
			t.Errorf("%s: %q, want %q", tt.name, err, tt.want)
		case tt.kind == Stopped && !errors.Is(err, context.Canceled):
			t.Errorf("%s: %v is not context.Canceled", tt.name, err)
		}
		if ex, err := tt.x.Explain(ended, "a.txt", tt.r); ex != nil || err == nil {
			t.Errorf("%s: explained", tt.name)
		}
		if raw, normal, err := tt.x.Text(ended, "a.txt", tt.r); raw != "" || normal != "" || err == nil {
			t.Errorf("%s: text", tt.name)
		}
	}
}

func TestLimitIsInclusive(t *testing.T) {
	x := Extractor{Limits: Limits{Size: int64(len(short))}}
	if _, err := x.Extract(t.Context(), "a.txt", iotest.OneByteReader(strings.NewReader(short))); err != nil {
		t.Error(err)
	}
}

// TestPanicEndsOneDocument puts a reader that panics among the formats.
func TestPanicEndsOneDocument(t *testing.T) {
	formats := read.Formats
	defer func() { read.Formats = formats }()
	broken := &read.Format{
		Name:  "broken",
		Magic: func(data []byte) bool { return bytes.HasPrefix(data, []byte("BROKEN")) },
		Read: func(_ context.Context, data []byte, _ read.Options) (*read.Source, error) {
			_ = data[len(data)]
			return nil, nil
		},
	}
	read.Formats = append([]*read.Format{broken}, formats...)
	var x Extractor
	n, err := x.ExtractBytes(t.Context(), "b.bin", []byte("BROKEN"))
	var e *Error
	if n != nil || !errors.As(err, &e) || e.Kind != Internal || e.Name != "b.bin" {
		t.Fatalf("notice %v, error %v", n, err)
	}
	const want = "b.bin: internal error: runtime error: index out of range [6] with length 6 (extract_test.go:"
	if !strings.HasPrefix(err.Error(), want) {
		t.Errorf("error %q", err)
	}
	if _, err := x.ExtractBytes(t.Context(), "a.txt", []byte(short)); err != nil {
		t.Errorf("the next document: %v", err)
	}
}

// TestWhatADamagedFileHolds keeps the notice beside the error.
func TestWhatADamagedFileHolds(t *testing.T) {
	formats := read.Formats
	defer func() { read.Formats = formats }()
	half := &read.Format{
		Name:  "half",
		Magic: func([]byte) bool { return true },
		Read: func(ctx context.Context, data []byte, opt read.Options) (*read.Source, error) {
			src, err := formats[len(formats)-1].Read(ctx, data, opt)
			return src, errors.Join(err, &Error{Format: "half", Page: 3, Kind: Damaged, Err: errors.New("the rest is lost")})
		},
	}
	read.Formats = []*read.Format{half}
	x := Extractor{KeepText: true}
	n, err := x.ExtractBytes(t.Context(), "h.bin", []byte(short))
	if n == nil || err == nil || err.Error() != "h.bin:p3: reading half: the rest is lost" {
		t.Fatalf("notice %v, error %v", n, err)
	}
	hold(t, n)
}

func TestExplain(t *testing.T) {
	var x Extractor
	e, err := x.Explain(t.Context(), "a.txt", strings.NewReader(short))
	if err != nil {
		t.Fatal(err)
	}
	kinds := map[string]string{}
	for _, l := range e.Lines {
		kinds[l.Text] = l.Part + "/" + l.Kind
		if !strings.Contains(short, l.Quote) || l.Line != 1+strings.Count(short[:strings.Index(short, l.Quote)], "\n") && strings.Count(short, l.Quote) == 1 {
			t.Errorf("line %+v", l)
		}
	}
	for text, want := range map[string]string{
		"云教〔2024〕7号": "header/number",
		"云岭市教育局关于做好2024年防汛工作的通知": "body/title",
		"各县（区）教育局，市属各学校：":        "body/addressees",
		"一、工作要求":    "body/heading",
		"2024年5月8日": "body/issue-date",
	} {
		if kinds[text] != want {
			t.Errorf("%s is %s, want %s", text, kinds[text], want)
		}
	}
	found := map[string]bool{}
	for _, v := range e.Values {
		found[v.Field] = true
		if v.Evidence.Rule != "" && !strings.Contains(short, v.Evidence.Quote) {
			t.Errorf("value %+v", v)
		}
	}
	for _, field := range []string{"title", "issued_on", "sections[0]", "deadlines[0]", "contacts[0]"} {
		if !found[field] {
			t.Errorf("no value %s", field)
		}
	}
}

func TestExplainNamesUnclaimedLines(t *testing.T) {
	e := &Explanation{Lines: []Line{{Text: "a", Claimed: true}, {Text: "b"}}}
	if u := e.Unclaimed(); len(u) != 1 || u[0].Text != "b" {
		t.Errorf("%+v", u)
	}
}

func TestValuesWalkTheContract(t *testing.T) {
	ev := model.Evidence{Span: model.Span{Start: 1, End: 2, Quote: "x", Line: 1}, Rule: "r"}
	n := &model.Notice{
		Genre:    model.NoticeGenre,
		Text:     "not listed",
		Keywords: []string{"防汛", "通知"},
		Coverage: 0.5,
		Sections: []model.Section{{Level: 1, Heading: "甲", Evidence: ev, Sections: []model.Section{{Level: 2, Evidence: ev}}}},
		Tables:   []model.Table{{Rows: [][]string{{"a", "b"}, {"c"}}, Evidence: ev}},
	}
	got := valuesOf(n)
	want := []Value{
		{Field: "genre", Members: []Member{{Text: "notice"}}},
		{Field: "sections[0]", Members: []Member{{"level", "1"}, {"heading", "甲"}}, Evidence: ev},
		{Field: "sections[0].sections[0]", Members: []Member{{"level", "2"}}, Evidence: ev},
		{Field: "keywords", Members: []Member{{Text: "防汛 | 通知"}}},
		{Field: "tables[0]", Members: []Member{{"rows", "a | b\nc"}}, Evidence: ev},
		{Field: "coverage", Members: []Member{{Text: "0.5"}}},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

func TestFormats(t *testing.T) {
	for _, f := range Formats() {
		if f.Name == "" || len(f.Endings) == 0 {
			t.Errorf("%+v", f)
		}
		for _, e := range f.Endings {
			if !strings.HasPrefix(e, ".") || e != strings.ToLower(e) {
				t.Errorf("%s: ending %q", f.Name, e)
			}
		}
	}
}

// FuzzExtract feeds any bytes: no panic, every promise of a notice kept, the
// same JSON twice.
func FuzzExtract(f *testing.F) {
	f.Add([]byte(short), "")
	f.Add([]byte("\xef\xbb\xbf关于\r\n通知\x00\f"), "utf-8")
	f.Add([]byte("\xff\xfeq\x00"), "gb18030")
	for _, data := range documents(f) {
		f.Add(data, "")
	}
	f.Add([]byte(short+strings.NewReplacer("7号", "8号", "防汛", "防火", "5月8日", "5月9日").Replace(short)), "")
	f.Fuzz(func(t *testing.T, data []byte, encoding string) {
		x := Extractor{KeepText: true}
		if CheckEncoding(encoding) == nil {
			x.Encoding = encoding
		}
		list, err := x.ExtractBundle(t.Context(), "a", bytes.NewReader(data))
		var e *Error
		if errors.As(err, &e) && e.Kind == Internal {
			t.Fatal(err)
		}
		if len(list) == 0 {
			return
		}
		tile(t, list)
		again, _ := x.ExtractBundle(t.Context(), "a", bytes.NewReader(data))
		for i, n := range list {
			hold(t, n)
			if a, b := model.AppendNotice(nil, n), model.AppendNotice(nil, again[i]); !bytes.Equal(a, b) {
				t.Fatalf("first\n%s\nthen\n%s", a, b)
			}
		}
	})
}

// benchmark runs step over the seeds and counts their bytes.
func benchmark(b *testing.B, step func(name string, data []byte)) {
	docs := seeds(b)
	size := int64(0)
	for _, data := range docs {
		size += int64(len(data))
	}
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		for name, data := range docs {
			step(name, data)
		}
	}
}

// BenchmarkSeeds goes the whole way from bytes to JSON.
func BenchmarkSeeds(b *testing.B) {
	var x Extractor
	var object []byte
	benchmark(b, func(name string, data []byte) {
		n, err := x.ExtractBytes(b.Context(), name, data)
		if err != nil {
			b.Fatal(err)
		}
		object = model.AppendNotice(object[:0], n)
	})
}

// BenchmarkStages measures each stage alone on what the stages before it made.
func BenchmarkStages(b *testing.B) {
	var x Extractor
	made := map[string]document{}
	for name, data := range seeds(b) {
		d, err := x.run(b.Context(), name, data, finding)
		if err != nil {
			b.Fatal(err)
		}
		made[name] = d
	}
	for _, stage := range []struct {
		name string
		step func(name string, data []byte, d document)
	}{
		{"read", func(name string, data []byte, _ document) { read.Read(b.Context(), name, data, read.Options{}) }},
		{"normalise", func(_ string, _ []byte, d document) { normalise.Text(d.source, normalise.Options{}) }},
		{"segment", func(_ string, _ []byte, d document) { segment.Documents(d.normal.Text, d.source) }},
		{"field", func(_ string, _ []byte, d document) { field.Run(x.blank(&d, 0), d.source, d.outlines[0]) }},
		{"encode", func(_ string, _ []byte, d document) { model.Encode(io.Discard, d.first()) }},
	} {
		b.Run(stage.name, func(b *testing.B) {
			benchmark(b, func(name string, data []byte) { stage.step(name, data, made[name]) })
		})
	}
}
