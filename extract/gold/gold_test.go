package gold

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gongwen/model"
)

const fireCheck = `{
 "document": "fire.txt",
 "comment": "invented",
 "genre": "notice",
 "issuers": ["云岭市消防救援支队", {"any_of": ["云岭市教育局", "市教育局"]}],
 "document_number": "云消〔2022〕14号",
 "secrecy": null,
 "title": {"any_of": ["关于开展消防检查的通知", null]},
 "addressees": [{"value": "各县", "optional": true}, {"value": {"any_of": ["各区", "各区政府"]}}],
 "period": {"any_of": [{"start": "2022-09-13", "end": "2022-11-30"}, null]},
 "references": ["岭政发〔2021〕3号", "消防安全条例"],
 "sections": [{"level": 1, "marker": "一、", "heading": "检查范围"}, {"level": 2, "marker": "（一）", "heading": null},
  {"level": 1, "marker": "二、", "heading": {"any_of": ["工作要求", "要求"]}}],
 "activities": [{"name": "自查自改阶段", "start": "2022-09-13", "end": "2022-09-30", "attachments": [1]}, {"name": "联合检查阶段", "optional": true}],
 "deadlines": [{"due": "2022-10-12", "action": "各县报送联合检查组人员名单"}, {"relative": "P5D", "action": "提出书面意见"}],
 "contacts": {"names": ["滕远舟"], "phones": ["0583-2119046"], "emails": []},
 "attachments": [{"number": 1, "title": "消防安全自查表", "present": false}, {"number": null, "title": "汇总表", "optional": true}]
}`

func sample(t testing.TB, text string) *Sample {
	t.Helper()
	s, err := Parse([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// fireNotice is right in all that fireCheck states.
func fireNotice() *model.Notice {
	return &model.Notice{
		Genre:          model.NoticeGenre,
		Issuers:        []model.Party{{Name: "市教育局"}, {Name: "云岭市消防救援支队"}},
		DocumentNumber: &model.DocumentNumber{Text: "云消〔2022〕14号"},
		Title:          &model.Phrase{Text: "关于开展消防检查的通知"},
		Addressees:     []model.Party{{Name: "各区"}},
		Period:         &model.Period{Start: "2022-09-13", End: "2022-11-30"},
		References:     []model.Reference{{DocumentNumber: "岭政发〔2021〕3号", Title: "某意见"}, {DocumentNumber: "岭人发〔2019〕8号", Title: "消防安全条例"}},
		Sections:       []model.Section{{Level: 1, Marker: "一、", Heading: "检查范围", Sections: []model.Section{{Level: 2, Marker: "（一）"}}}, {Level: 1, Heading: "工作要求"}},
		Activities:     []model.Activity{{Name: "自查自改阶段", Start: "2022-09-13", End: "2022-09-30", Attachments: []int{1}}},
		Deadlines:      []model.Deadline{{Relative: "P5D", Action: "提出书面意见"}, {Due: "2022-10-12", Action: "各县报送联合检查组名单"}},
		Contacts:       []model.Contact{{Names: []string{"滕远舟"}, Faxes: []string{"05832119046"}}},
		Attachments:    []model.Attachment{{Number: 1, Title: "消防安全自查表"}},
	}
}

func TestCompareRight(t *testing.T) {
	r := Compare(sample(t, fireCheck), fireNotice())
	if len(r.Misses) != 0 || r.Micro() != (Tally{TP: 21}) || r.Macro() != 1 {
		t.Errorf("%+v", r)
	}
	// Stated as none, so counted; not stated, so not counted.
	for field, want := range map[string]bool{"secrecy": true, "contacts.emails": true, "urgency": false, "urls": false, "copied_to": false, "theme": false} {
		if _, ok := r.Fields[field]; ok != want {
			t.Errorf("%s scored: %t", field, ok)
		}
	}
}

func TestCompareMisses(t *testing.T) {
	tests := []struct {
		name   string
		change func(n *model.Notice)
		field  string
		want   Tally
		miss   Miss // without document and field
	}{
		{"genre is exact", func(n *model.Notice) { n.Genre = "Notice" }, "genre", Tally{0, 1, 1}, Miss{Kind: Wrong, Want: "notice", Got: "Notice"}},
		{"number missing", func(n *model.Notice) { n.DocumentNumber = nil }, "document_number", Tally{0, 0, 1}, Miss{Kind: Missing, Want: "云消〔2022〕14号"}},
		{"number in other width", func(n *model.Notice) { n.DocumentNumber.Text = "云消［２０２２］１４号" }, "document_number", Tally{TP: 1}, Miss{}},
		{"number wrong", func(n *model.Notice) { n.DocumentNumber.Text = "云消〔2022〕41号" }, "document_number", Tally{0, 1, 1}, Miss{Kind: Wrong, Want: "云消〔2022〕14号", Got: "云消〔2022〕41号"}},
		{"no secrecy", func(n *model.Notice) { n.Secrecy = &model.Secrecy{Level: "秘密"} }, "secrecy", Tally{FP: 1}, Miss{Kind: Spurious, Got: "秘密"}},
		{"title may be absent", func(n *model.Notice) { n.Title = nil }, "title", Tally{}, Miss{}},
		{"title wrong", func(n *model.Notice) { n.Title.Text = "通知" }, "title", Tally{0, 1, 1}, Miss{Kind: Wrong, Want: "关于开展消防检查的通知", Got: "通知"}},
		{"urls not stated", func(n *model.Notice) { n.URLs = []model.URL{{URL: "http://a.cn"}} }, "urls", Tally{}, Miss{}},
		{"both variants of one member", func(n *model.Notice) { n.Issuers = append(n.Issuers, model.Party{Name: "云岭市教育局"}) }, "issuers", Tally{TP: 2}, Miss{}},
		{"issuer spurious", func(n *model.Notice) { n.Issuers = append(n.Issuers, model.Party{Name: "云岭市民政局"}) }, "issuers", Tally{TP: 2, FP: 1}, Miss{Kind: Spurious, Got: "云岭市民政局"}},
		{"optional addressee", func(n *model.Notice) { n.Addressees = append(n.Addressees, model.Party{Name: "各县"}) }, "addressees", Tally{TP: 1}, Miss{}},
		{"period wrong", func(n *model.Notice) { n.Period.End = "" }, "period", Tally{0, 1, 1}, Miss{Kind: Wrong, Want: "2022-09-13/2022-11-30", Got: "2022-09-13/-"}},
		{"period may be absent", func(n *model.Notice) { n.Period = nil }, "period", Tally{}, Miss{}},
		{"unknown reference by number", func(n *model.Notice) { n.References[1].Title = "某办法" }, "references", Tally{1, 1, 1}, Miss{Kind: Missing, Want: "消防安全条例"}},
		{"section level", func(n *model.Notice) { n.Sections[1].Level = 2 }, "sections", Tally{2, 1, 1}, Miss{Kind: Missing, Want: "1 二、 工作要求"}},
		{"section marker", func(n *model.Notice) { n.Sections[0].Sections[0].Marker = "(二)" }, "sections", Tally{2, 1, 1}, Miss{Kind: Missing, Want: "2 （一） -"}},
		{"section marker in other form", func(n *model.Notice) { n.Sections[0].Sections[0].Marker = "(一)、" }, "sections", Tally{TP: 3}, Miss{}},
		{"sections out of order", func(n *model.Notice) { slices.Reverse(n.Sections) }, "sections", Tally{2, 1, 1}, Miss{Kind: Spurious, Got: "1 - 工作要求"}},
		{"activity time", func(n *model.Notice) { n.Activities[0].End = "" }, "activities", Tally{2, 0, 1}, Miss{Kind: Wrong, Want: "自查自改阶段 2022-09-13/2022-09-30", Got: "自查自改阶段 2022-09-13/-"}},
		{"activity attachments", func(n *model.Notice) { n.Activities[0].Attachments = nil }, "activities", Tally{2, 0, 1}, Miss{Kind: Wrong, Want: "自查自改阶段 attachments 1", Got: "自查自改阶段 attachments -"}},
		{"activity missing", func(n *model.Notice) { n.Activities = nil }, "activities", Tally{FN: 3}, Miss{Kind: Missing, Want: "自查自改阶段"}},
		{"activity unlike", func(n *model.Notice) { n.Activities[0].Name = "自查自改" }, "activities", Tally{FN: 3, FP: 1}, Miss{Kind: Missing, Want: "自查自改阶段"}},
		{"optional activity", func(n *model.Notice) { n.Activities = append(n.Activities, model.Activity{Name: "联合检查阶段"}) }, "activities", Tally{TP: 3}, Miss{}},
		{"deadline action", func(n *model.Notice) { n.Deadlines[0].Action = "" }, "deadlines", Tally{1.5, .5, .5}, Miss{Kind: Wrong, Want: "P5D 提出书面意见", Got: "P5D -"}},
		{"deadline date", func(n *model.Notice) { n.Deadlines[1].Due = "2022-10-13" }, "deadlines", Tally{1, 1, 1}, Miss{Kind: Missing, Want: "2022-10-12 各县报送联合检查组人员名单"}},
		{"deadline twice", func(n *model.Notice) { n.Deadlines = append(n.Deadlines, n.Deadlines[0]) }, "deadlines", Tally{2, 1, 0}, Miss{Kind: Spurious, Got: "P5D 提出书面意见"}},
		{"name", func(n *model.Notice) { n.Contacts[0].Names[0] = "滕舟" }, "contacts.names", Tally{0, 1, 1}, Miss{Kind: Missing, Want: "滕远舟"}},
		{"no e-mail", func(n *model.Notice) { n.Contacts[0].Emails = []string{" A@b.cn", "a@b.cn"} }, "contacts.emails", Tally{FP: 1}, Miss{Kind: Spurious, Got: " A@b.cn"}},
		{"attachment present", func(n *model.Notice) { n.Attachments[0].Present = true }, "attachments", Tally{1, 0, 1}, Miss{Kind: Wrong, Want: "1 消防安全自查表 not present", Got: "1 消防安全自查表 present"}},
		{"attachment number", func(n *model.Notice) { n.Attachments[0].Number = 0 }, "attachments", Tally{0, 1, 2}, Miss{Kind: Missing, Want: "1 消防安全自查表"}},
		{"optional attachment", func(n *model.Notice) { n.Attachments = append(n.Attachments, model.Attachment{Title: "汇总表"}) }, "attachments", Tally{TP: 2}, Miss{}},
	}
	for _, test := range tests {
		n := fireNotice()
		test.change(n)
		r := Compare(sample(t, fireCheck), n)
		if got := r.Fields[test.field]; got != test.want {
			t.Errorf("%s: %+v, want %+v", test.name, got, test.want)
		}
		if test.miss == (Miss{}) {
			if len(r.Misses) != 0 {
				t.Errorf("%s: %v", test.name, r.Misses)
			}
			continue
		}
		test.miss.Document, test.miss.Field = "fire.txt", test.field
		if !slices.Contains(r.Misses, test.miss) {
			t.Errorf("%s: no %v in %v", test.name, test.miss, r.Misses)
		}
	}
}

func TestCompareWithoutOutput(t *testing.T) {
	r := Compare(sample(t, fireCheck), nil)
	m := r.Micro()
	if m.TP != 0 || m.FP != 0 || m.FN != 19 || m.F1() != 0 || !slices.Equal(r.WithoutOutput, []string{"fire.txt"}) {
		t.Errorf("%+v %v", m, r.WithoutOutput)
	}
}

func TestAbsentNullAndEmpty(t *testing.T) {
	absent := sample(t, `{"document":"a"}`)
	if absent.Genre != nil || absent.Issuers != nil || absent.Period != nil || absent.Names != nil {
		t.Errorf("%+v", absent)
	}
	null := sample(t, `{"document":"a","genre":null,"issuers":null,"period":null,"contacts":{"names":null,"emails":[]}}`)
	if null.Genre == nil || len(null.Genre) != 0 || null.Issuers == nil || null.Period == nil || null.Names == nil || null.Emails == nil || null.Phones != nil {
		t.Errorf("%+v", null)
	}
	d := sample(t, `{"document":"a","deadlines":[{"due":null,"relative":"P1D","action":"x"},{"relative":"P1D","action":"x"}]}`).Deadlines
	if !d[0].time().accepts("") || d[0].time().accepts("P1D") || !d[1].time().accepts("P1D") || d[1].time().accepts("") {
		t.Errorf("%+v", d)
	}
	a := sample(t, `{"document":"a","activities":[{"name":"x"},{"name":"x","end":null,"attachments":[]}]}`).Activities
	if a[0].Timed || a[0].Attachments != nil || !a[1].Timed || a[1].Attachments == nil {
		t.Errorf("%+v", a)
	}
	if sample(t, `{"document":"a","contacts":null}`).Phones != nil {
		t.Error("contacts null are not scored")
	}
}

func TestParseRefuses(t *testing.T) {
	for _, bad := range []string{``, `null`, `[]`, `{}`, `{"document":1}`, `{"document":""}`, `{"document":"a","genre":1}`, `{"document":"a","genre":{}}`,
		`{"document":"a","genre":{"any_of":[]}}`, `{"document":"a","genre":{"any_of":"x"}}`, `{"document":"a","issuers":"x"}`, `{"document":"a","issuers":[{"name":"x"}]}`,
		`{"document":"a","issuers":[{"value":"x","optional":"yes"}]}`, `{"document":"a","sections":[{"level":"1"}]}`, `{"document":"a","contacts":[]}`,
		`{"document":"a","period":"2022"}`, `{"document":"a","period":{"any_of":[1]}}`, `{"document":"a","activities":[1]}`, `{"document":"a"`} {
		if s, err := Parse([]byte(bad)); err == nil {
			t.Errorf("Parse(%s) = %+v", bad, s)
		}
	}
}

func TestFold(t *testing.T) {
	tests := []struct {
		key  keyFunc
		a, b string
		want bool
	}{
		{fold, "《关于 Ａ》", "关于a", true},
		{fold, "第①条Ⅱ", "第1条ii", true},
		{fold, "三〇", "三0", false},
		{fold, "二〇", "二", false},
		{fold, "", "—（）", true},
		{digits, "0583-2119046", "（０５８３）211 9046转", true},
		{digits, "①", "1", true},
		{digits, "0583-2119046", "2119046", false},
		{urlKey, "http://A.cn/x/", "a.cn/x", true},
		{urlKey, "HTTPS://a.cn", "http://a.cn//", true},
		{urlKey, "://a.cn", "a.cn", false},
		{urlKey, "h2://a.cn", "a.cn", false},
		{urlKey, "a.cn/x", "a.cn/y", false},
		{markerKey, "（一）", "(一)、", true},
		{markerKey, "1．", "1", true},
		{markerKey, "1.", "(1)", false},
		{address, "\u3000A@b.cn\x1c", "a@b.cn", true},
		{exact, "a", "A", false},
	}
	for _, test := range tests {
		if got := test.key(test.a) == test.key(test.b); got != test.want {
			t.Errorf("%q and %q: %q, %q", test.a, test.b, test.key(test.a), test.key(test.b))
		}
	}
}

func TestDice(t *testing.T) {
	tests := []struct {
		a, b string
		want float64
	}{
		{"", "", 1}, {"一", "一。", 1}, {"一", "二", 0}, {"", "一二", 0}, {"一二", "二一", 0},
		{"一二三", "一二四", 0.5}, {"一二一二", "一二", 0.5}, {"甲乙丙丁", "甲乙丙", 0.8},
	}
	for _, test := range tests {
		if got := dice(test.a, test.b); got != test.want {
			t.Errorf("dice(%q, %q) = %v, want %v", test.a, test.b, got, test.want)
		}
	}
}

// A later pair wins a tie at the same distance, a required member one with an
// optional.
func TestBestPairs(t *testing.T) {
	even := func(i, j int) float64 { return 1 }
	none := func(int) bool { return false }
	pairs, _, _ := bestPairs(2, 2, none, even)
	if !slices.Equal(pairs, []pair{{1, 1, 1}, {0, 0, 1}}) {
		t.Errorf("%v", pairs)
	}
	pairs, goldPaired, gotPaired := bestPairs(2, 1, func(i int) bool { return i == 0 }, even)
	if !slices.Equal(pairs, []pair{{1, 0, 1}}) || goldPaired[0] || !gotPaired[0] {
		t.Errorf("%v", pairs)
	}
	if pairs, _, _ := bestPairs(2, 2, none, func(i, j int) float64 { return 0 }); pairs != nil {
		t.Errorf("%v", pairs)
	}
	// The nearest in place, here the first, and then the later of the emitted.
	if pairs, _, _ := bestPairs(1, 2, none, even); !slices.Equal(pairs, []pair{{0, 0, 1}}) {
		t.Errorf("%v", pairs)
	}
	if pairs, _, _ := bestPairs(2, 3, func(i int) bool { return i == 0 }, even); !slices.Equal(pairs, []pair{{1, 1, 1}, {0, 0, 1}}) {
		t.Errorf("%v", pairs)
	}
	second := func(i, j int) float64 { return float64(count(i == 1)) }
	if pairs, _, _ := bestPairs(2, 3, none, func(i, j int) float64 { return second(i, j) * float64(count(j != 1)) }); !slices.Equal(pairs, []pair{{1, 2, 1}}) {
		t.Errorf("%v", pairs)
	}
}

// TestCompareEdges holds the rules at their borders.
func TestCompareEdges(t *testing.T) {
	tests := []struct {
		name, gold, got, field string
		want                   Tally
	}{
		{"a likeness of 0.8 is enough", `"activities":[{"name":"甲乙丙丁"}]`, `"activities":[{"name":"甲乙丙"}]`, "activities", Tally{TP: 1}},
		{"a likeness of 0.5 is enough", `"deadlines":[{"due":"2022-01-01","action":"一二三"}]`, `"deadlines":[{"due":"2022-01-01","action":"一二四"}]`, "deadlines", Tally{TP: 1}},
		{"a known title goes before an unknown number", `"references":["消防条例"]`, `"references":[{"title":"消防条例","document_number":"云〔2020〕1号"}]`, "references", Tally{TP: 1}},
		{"a known number goes before a known title", `"references":["消防条例","云〔2020〕1号"]`, `"references":[{"title":"消防条例","document_number":"云〔2020〕1号"}]`, "references", Tally{TP: 1, FN: 1}},
		{"unknown ones go by number", `"references":[]`, `"references":[{"title":"办法","document_number":"云〔2020〕1号"},{"title":"办法","document_number":"云〔2020〕2号"}]`, "references", Tally{FP: 2}},
		{"of two alignments the one that skips the sample's", `"sections":[{"level":1,"heading":"甲","optional":true},{"level":1,"heading":"乙"}]`,
			`"sections":[{"level":1,"heading":"乙"},{"level":1,"heading":"甲"}]`, "sections", Tally{TP: 1, FP: 1}},
		{"none after a heading accepts any unit without one", `"sections":[{"level":1,"marker":"1.","heading":{"any_of":["甲",null]}}]`,
			`"sections":[{"level":1,"marker":"2."}]`, "sections", Tally{TP: 1}},
		{"none before a heading compares the marker alone", `"sections":[{"level":1,"marker":"1.","heading":{"any_of":[null,"甲"]}}]`,
			`"sections":[{"level":1,"marker":"2.","heading":"甲"}]`, "sections", Tally{FP: 1, FN: 1}},
		{"one member in several forms", `"issuers":[{"any_of":["甲局","甲"]}]`, `"issuers":[{"name":"甲"},{"name":"甲局"},{"name":"甲　局"}]`, "issuers", Tally{TP: 1}},
		{"a date that may be absent", `"deadlines":[{"due":{"any_of":["2022-01-01",null]},"action":"一二三"}]`, `"deadlines":[{"action":"一二三"}]`, "deadlines", Tally{TP: 1}},
		{"attachments are matched once", `"attachments":[{"number":1,"title":"表"},{"number":1,"title":"表"}]`, `"attachments":[{"number":1,"title":"表"}]`, "attachments", Tally{TP: 1, FN: 1}},
	}
	for _, test := range tests {
		s := sample(t, `{"document":"a",`+test.gold+`}`)
		var n model.Notice
		if err := json.Unmarshal([]byte("{"+test.got+"}"), &n); err != nil {
			t.Fatal(err)
		}
		if got := Compare(s, &n).Fields[test.field]; got != test.want {
			t.Errorf("%s: %+v, want %+v", test.name, got, test.want)
		}
	}
}

func TestLoadDir(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write("b/fire.gold.json", fireCheck)
	write("a.gold.json", `{"document":"a.txt"}`)
	write("a.json", `{"document":"not a sample"}`)
	samples, err := LoadDir(dir)
	if err != nil || len(samples) != 2 || samples[0].Document != "a.txt" || samples[1].DocumentPath() != filepath.Join(dir, "b", "fire.txt") {
		t.Fatalf("%v %v", samples, err)
	}
	write("p.gold.json", `{"document":"c","part":0}`)
	if _, err := LoadDir(dir); err == nil || !strings.Contains(err.Error(), "p.gold.json: part: ") {
		t.Errorf("%v", err)
	}
	write("p.gold.json", `{"document":"c","part":2}`)
	write("c.gold.json", `{"document":"c","genre":1}`)
	if _, err := LoadDir(dir); err == nil || !strings.Contains(err.Error(), "c.gold.json: genre: ") {
		t.Errorf("%v", err)
	}
	if _, err := Load(filepath.Join(dir, "none")); err == nil {
		t.Error("no error")
	}
	if _, err := LoadDir(filepath.Join(dir, "none")); err == nil {
		t.Error("no error")
	}
}

func TestPart(t *testing.T) {
	first, second := new(model.Notice), new(model.Notice)
	for _, test := range []struct {
		sample string
		list   []*model.Notice
		want   *model.Notice
	}{
		{`{"document":"a.txt"}`, []*model.Notice{first, second}, first},
		{`{"document":"a.txt","part":2}`, []*model.Notice{first, second}, second},
		{`{"document":"a.txt","part":2}`, []*model.Notice{first}, nil},
		{`{"document":"a.txt"}`, nil, nil},
	} {
		s, err := Parse([]byte(test.sample))
		if err != nil {
			t.Fatal(err)
		}
		if got := s.Of(test.list); got != test.want {
			t.Errorf("%s of %d is another notice", test.sample, len(test.list))
		}
	}
	s := &Sample{Document: "a.txt", Part: 2}
	if r := Compare(s, nil); r.WithoutOutput[0] != "a.txt#2" {
		t.Errorf("called %s", r.WithoutOutput[0])
	}
}

const wantTable = `field                   P      R     F1   tp/fp/fn
deadlines           0.750  0.750  0.750   1.5/0.5/0.5
genre               1.000  1.000  1.000   2/0/0
secrecy             1.000  1.000  1.000   0/0/0
without output: b.txt
3 documents  micro P 0.875 R 0.875 F1 0.875  macro-F1 0.875
`

const wantMisses = "a.txt\ttitle\tspurious\t\tone\\ttwo\\nthree\\\\\nb.txt\tdeadlines\twrong\tP5D 甲\tP5D -\nb.txt\tissuers\tmissing\t云岭市\t\n"

func TestReport(t *testing.T) {
	var r Report
	r.Add(&Report{Documents: 1, Fields: map[string]Tally{"genre": {TP: 1}, "secrecy": {}}})
	r.Add(&Report{Documents: 2, WithoutOutput: []string{"b.txt"}, Fields: map[string]Tally{"genre": {TP: 1}, "deadlines": {1.5, .5, .5}}, Misses: []Miss{
		{"b.txt", "issuers", Missing, "云岭市", ""}, {"b.txt", "deadlines", Wrong, "P5D 甲", "P5D -"}, {"a.txt", "title", Spurious, "", "one\ttwo\nthree\\"}}})
	dir := t.TempDir()
	if err := r.WriteScore(dir); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"SCORE": wantTable, "MISSES": wantMisses} {
		if got, _ := os.ReadFile(filepath.Join(dir, name)); string(got) != want {
			t.Errorf("%s:\n%s\nwant:\n%s", name, got, want)
		}
	}
	if r.WriteScore(filepath.Join(dir, "none")) == nil {
		t.Error("no error")
	}
	var b bytes.Buffer
	if err := r.WriteJSON(&b); err != nil {
		t.Fatal(err)
	}
	var back struct {
		Documents int
		Micro     map[string]float64
		MacroF1   float64 `json:"macro_f1"`
		Fields    map[string]map[string]float64
		Misses    []Miss
	}
	if err := json.Unmarshal(b.Bytes(), &back); err != nil {
		t.Fatal(err)
	}
	if back.Documents != 3 || back.Micro["f1"] != 0.875 || back.MacroF1 != 0.875 || back.Fields["deadlines"]["fp"] != 0.5 || back.Misses[1] != r.Misses[1] {
		t.Errorf("%s", b.String())
	}
	var none Report
	b.Reset()
	if none.WriteTable(&b); !strings.Contains(b.String(), "0 documents  micro P 1.000 R 1.000 F1 1.000  macro-F1 0.000") {
		t.Errorf("%s", b.String())
	}
}

func FuzzCompare(f *testing.F) {
	notice, _ := json.Marshal(fireNotice())
	f.Add([]byte(fireCheck), notice)
	f.Add([]byte(`{"document":"a","activities":[{}],"deadlines":[{}],"attachments":[{}],"sections":[{}],"issuers":[null]}`), []byte(`{"activities":[{}],"deadlines":[{}],"attachments":[{}],"sections":[{}]}`))
	f.Fuzz(func(t *testing.T, sampleText, noticeText []byte) {
		s, err := Parse(sampleText)
		if err != nil {
			return
		}
		var n *model.Notice
		if json.Unmarshal(noticeText, &n) != nil {
			return
		}
		r := Compare(s, n)
		for field, tally := range r.Fields {
			if tally.TP < 0 || tally.FP < 0 || tally.FN < 0 || tally.F1() < 0 || tally.F1() > 1 {
				t.Errorf("%s: %+v", field, tally)
			}
		}
		var once, twice bytes.Buffer
		r.WriteMisses(&once)
		Compare(s, n).WriteMisses(&twice)
		if !bytes.Equal(once.Bytes(), twice.Bytes()) {
			t.Error("not the same misses twice")
		}
		if lines := bytes.Count(once.Bytes(), []byte("\n")); lines != len(r.Misses) {
			t.Errorf("%d lines for %d misses", lines, len(r.Misses))
		}
	})
}

func BenchmarkCompare(b *testing.B) {
	s, n := sample(b, fireCheck), fireNotice()
	b.SetBytes(int64(len(fireCheck)))
	for b.Loop() {
		Compare(s, n)
	}
}
