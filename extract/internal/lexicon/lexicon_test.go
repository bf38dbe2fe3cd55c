package lexicon

import (
	"strings"
	"testing"
	"testing/fstest"

	"gongwen/extract/internal/scan"
)

func TestRulesHoldTheirExamples(t *testing.T) {
	l, err := New(nil)
	if err != nil {
		t.Fatal(err)
	}
	for file, rules := range l.rules {
		for _, r := range rules {
			for _, s := range r.Examples {
				if _, _, _, ok := r.Pattern.Find(s, 0, scan.DateClasses(s)); !ok {
					t.Errorf("%s: %s does not match %s", file, r.Name, s)
				}
			}
			for _, s := range r.Refused {
				if lo, hi, _, ok := r.Pattern.Find(s, 0, scan.DateClasses(s)); ok {
					t.Errorf("%s: %s matches %s in %s", file, r.Name, s[lo:hi], s)
				}
			}
			if len(r.Refused) == 0 {
				t.Errorf("%s: %s has no counterexample", file, r.Name)
			}
		}
	}
}

func TestReadRulesRefuses(t *testing.T) {
	for _, s := range []string{"甲", "甲 | 乙", " | ! | 乙", "甲 | ( | 乙", "甲 | 乙 | 丙\n | ? | 丁", "甲 | 乙 | "} {
		if _, err := readRules(s); err == nil {
			t.Errorf("readRules(%q): no error", s)
		}
	}
}

func TestWords(t *testing.T) {
	w := NewWords("办公室", "人民政府", "人民政府办公室", "局", "局")
	for _, c := range []struct {
		s      string
		prefix int
		suffix int
	}{
		{"人民政府办公室", 21, 21},
		{"云岭市人民政府", 0, 12},
		{"人民政府令", 12, 0},
		{"局办公室", 3, 9},
		{"人民", 0, 0},
		{"", 0, 0},
		{"\xe5", 0, 0},
	} {
		if p, s := w.Prefix(c.s), w.Suffix(c.s); p != c.prefix || s != c.suffix {
			t.Errorf("%q: prefix %d, suffix %d; want %d, %d", c.s, p, s, c.prefix, c.suffix)
		}
	}
	if !w.Contains("局") || w.Contains("局长") || w.Contains("") {
		t.Error("Contains")
	}
	if at, n := w.Index("云岭市局办"); at != 9 || n != 3 {
		t.Errorf("Index = %d, %d", at, n)
	}
	var none Words
	if none.Prefix("局") != 0 || none.Suffix("局") != 0 || none.Contains("局") {
		t.Error("the empty set holds words")
	}
}

func TestLists(t *testing.T) {
	l := Standard()
	for name, least := range map[string]int{"surnames": 480, "agency_tails": 150, "genres": 60, "regions": 100} {
		if n := l.Words(name).Len(); n < least {
			t.Errorf("%s has %d words, want %d at least", name, n, least)
		}
	}
	for title, code := range map[string]string{
		"关于开展保密宣传的通知": "notice", "关于印发实施方案": "plan", "关于同意设立的复函": "letter", "云岭市人民政府令": "order",
		"关于加强管理的指导意见": "opinion", "先进集体名单公示": "announcement", "节水倡议书": "other", "云岭市要闻": "",
	} {
		if got, _ := l.Words("genres").SuffixValue(title); got != code {
			t.Errorf("genre of %s = %q, want %q", title, got, code)
		}
	}
	if got, n := l.Words("regions").PrefixValue("赣开大"); got != "江西" || n != 3 {
		t.Errorf("region = %q, %d", got, n)
	}
	if n := l.Words("surnames").Prefix("欧阳明"); n != 6 {
		t.Errorf("surname of 欧阳明 has %d bytes", n)
	}
	if l.Words("none").Len() != 0 || l.Rules("none") != nil {
		t.Error("a list that is not there has words")
	}
}

func TestNewOver(t *testing.T) {
	l, err := New(fstest.MapFS{
		"surnames.txt": {Data: []byte("# mine\n云 \n")},
		"own.rules":    {Data: []byte("云 | 云岭 | 云岭市\n | ! | 临澄市\n")},
		"README":       {Data: []byte("(")},
	})
	if err != nil {
		t.Fatal(err)
	}
	if l.Words("surnames").Len() != 1 || len(l.Rules("own")) != 1 || l.Words("genres").Len() == 0 || len(l.Rules("deadline")) == 0 {
		t.Error("the folder's files do not stand beside the embedded ones")
	}
	if _, err := New(fstest.MapFS{"bad.rules": {Data: []byte("甲 | ( | 乙")}}); err == nil || !strings.Contains(err.Error(), "bad.rules: line 1") {
		t.Errorf("a bad rule: %v", err)
	}
}

func FuzzWords(f *testing.F) {
	f.Add("人民政府 局", "人民政府办公室")
	f.Fuzz(func(t *testing.T, list, s string) {
		words := strings.Fields(list)
		w := NewWords(words...)
		prefix, suffix := 0, 0
		for _, x := range words {
			if strings.HasPrefix(s, x) {
				prefix = max(prefix, len(x))
			}
			if strings.HasSuffix(s, x) {
				suffix = max(suffix, len(x))
			}
		}
		if p, q := w.Prefix(s), w.Suffix(s); p != prefix || q != suffix {
			t.Fatalf("%q in %q: %d, %d; want %d, %d", list, s, p, q, prefix, suffix)
		}
	})
}

func FuzzReadRules(f *testing.F) {
	f.Add("甲 | 乙 | 丙\n | ! | 丁")
	f.Fuzz(func(t *testing.T, s string) { _, _ = readRules(s) })
}

func BenchmarkPrefix(b *testing.B) {
	s := strings.Repeat("各单位要高度重视，加强组织领导，云岭市人民政府办公室，", 100)
	w := Standard().Words("agency_tails")
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		for i := range len(s) {
			w.Prefix(s[i:])
		}
	}
}

func TestReplace(t *testing.T) {
	l, err := New(nil)
	if err != nil {
		t.Fatal(err)
	}
	held := l.Words("surnames")
	if held.Contains("甲") || !held.Contains("王") {
		t.Fatal("the embedded surnames")
	}
	if err := l.Replace(fstest.MapFS{"surnames.txt": {Data: []byte("甲\n")}, "notes.md": {Data: []byte("x")}}); err != nil {
		t.Fatal(err)
	}
	if !held.Contains("甲") || held.Contains("王") {
		t.Error("a list that is held does not have the new words")
	}
	if err := l.Replace(fstest.MapFS{"surname.txt": {Data: []byte("乙\n")}}); err == nil {
		t.Error("no error for a list that nothing reads")
	}
	if !held.Contains("甲") {
		t.Error("a refused folder changed a list")
	}
}
