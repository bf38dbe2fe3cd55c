package opencc

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestT2S(t *testing.T) {
	check(t, T2S, [][2]string{
		{"關於組織開展安全檢查的通知", "关于组织开展安全检查的通知"},
		{"乾安縣乾燥處理", "乾安县干燥处理"},                             // a phrase keeps what a character loses
		{"魏徵 徵求意見", "魏徵 征求意见"},                             // the same
		{"步步高陞，楊聯陞", "步步高升，杨联陞"},                           // a name
		{"一目瞭然，不瞭解", "一目了然，不了解"},                           // the head itself stays
		{"一律不得", "一律不得"},                                   // heads of phrases, no phrase
		{"Deadline: 2023年4月10日。", "Deadline: 2023年4月10日。"}, // nothing to do
		{"二𫫇英", "二𫫇英"},                                     // four bytes
		{"豈有此理", "岂有此理"},                                   // a compatibility ideograph, then t2s
		{"\xff國家", "\xff国家"},                               // an invalid byte costs nothing
		{"\xe5\x9c國", "\xe5\x9c国"},                         // a cut character neither
		{"國\xe5\x9c", "国\xe5\x9c"},
		{"看著辦，著力推進", "看著办，著力推进"}, // OpenCC leaves them: see FromTraditional
		{"", ""},
	})
}

func TestRegions(t *testing.T) {
	check(t, TW2S, [][2]string{
		{"看著清單，著力推進隨著而來的著作", "看着清单，着力推进随着而来的著作"},
		{"什麼時候在檔案室裡", "什么时候在档案室里"},
		{"什么时候", "什么时候"}, // simplified already
		{"群眾啟用污水處理", "群众启用污水处理"},
		{"軟體與資訊", "软体与资讯"}, // the words stay
		{"梁先生的才幹", "梁先生的才干"},
		{"臺北市政府函", "台北市政府函"},
	})
	check(t, TW2SP, [][2]string{
		{"軟體與資訊安全", "软件与信息安全"},
		{"A型肝炎與BMW集團", "甲型肝炎与宝马集团"}, // a phrase that begins with a letter
		{"APP與ABC", "APP与ABC"},
		{"矽谷的矽", "硅谷的硅"}, // a word of one character
	})
	check(t, HK2S, [][2]string{
		{"衞生署閲覽室説明，税務局鋭意推進", "卫生署阅览室说明，税务局锐意推进"},
		{"看着名單裏的人才", "看着名单里的人才"},
		{"著名的溫泉", "著名的温泉"},
	})
	check(t, S2T, [][2]string{
		{"关于开展安全检查的通知", "關於開展安全檢查的通知"},
		{"干部下乡，干燥剂，若干", "幹部下鄉，乾燥劑，若干"},
		{"头发发展，皇后之后", "頭髮發展，皇后之後"},
		{"云里雾里，公里，里程碑", "雲裏霧裏，公里，里程碑"},
		{"关于A类\xff项目", "關於A類\xff項目"},
		{"關於", "關於"}, // traditional already
	})
}

func check(t *testing.T, c *Config, rows [][2]string) {
	t.Helper()
	for _, row := range rows {
		if got := c.Convert(row[0]); got != row[1] {
			t.Errorf("%s of %q is %q, want %q", c.Name, row[0], got, row[1])
		}
	}
}

// Every phrase of t2s comes out as the dictionary says, with as many characters.
func TestPhrases(t *testing.T) {
	phrases := parse(open("t2s")["phrases"])
	for _, p := range phrases {
		if got := T2S.Convert(p.key); got != p.form {
			t.Errorf("t2s of %q is %q, want %q", p.key, got, p.form)
		}
	}
	if len(phrases) < 400 {
		t.Errorf("%d phrases, want more than 400", len(phrases))
	}
}

// No conversion but that of words changes the number of characters, so that each
// character keeps its own place in the source.
func TestSameLength(t *testing.T) {
	layers := [][]layer{simplify("own"), variants("tw", "own"), variants("hk", "own"), traditionalise()}
	for _, all := range layers {
		for _, l := range all {
			for _, p := range l {
				if utf8.RuneCountInString(p.key) != utf8.RuneCountInString(p.form) {
					t.Errorf("%q becomes %q", p.key, p.form)
				}
			}
		}
	}
}

// Every character comes out as the dictionary says, alone and behind a phrase.
func TestCharacters(t *testing.T) {
	for _, p := range parse(open("t2s")["characters"]) {
		if got := T2S.Convert("·" + p.key + "·"); got != "·"+p.form+"·" {
			t.Errorf("%s becomes %q, want %s", p.key, got, p.form)
		}
		if got := T2S.Convert("魏徵" + p.key + "·"); got != "魏徵"+p.form+"·" {
			t.Errorf("魏徵%s becomes %q, want %s", p.key, got, p.form)
		}
	}
}

// Every phrase of the regions comes out as their dictionaries and then t2s say.
func TestRegionalPhrases(t *testing.T) {
	last := newConverter(simplify(""))
	for _, row := range []struct {
		config *Config
		layers []layer
	}{
		{TW2S, variants("tw", "")},
		{TW2SP, []layer{words("tw")}},
		{HK2S, variants("hk", "")},
	} {
		n := 0
		for _, l := range row.layers {
			for _, p := range l {
				if _, length := last.next(p.key, 0); length > 0 {
					continue // OpenCC cuts it where a phrase of t2s stands
				}
				if got, want := row.config.Convert(p.key), last.Convert(p.form); got != want {
					t.Errorf("%s of %q is %q, want %q", row.config.Name, p.key, got, want)
				}
				n++
			}
		}
		t.Logf("%s: %d phrases and characters", row.config.Name, n)
	}
}

// Every phrase of s2t comes out as its dictionary says.
func TestTraditionalPhrases(t *testing.T) {
	n := 0
	for _, p := range traditionalise()[0] {
		if got := S2T.Convert(p.key); got != p.form {
			t.Errorf("s2t of %q is %q, want %q", p.key, got, p.form)
		}
		n++
	}
	if n < 49000 {
		t.Errorf("%d phrases, want more than 49000", n)
	}
}

// What the phrases of own.txt are for, beside what they may not touch.
func TestOwn(t *testing.T) {
	for _, p := range parse(open("own")["traditional"]) {
		if got := FromTraditional.Convert(p.key); got != p.form {
			t.Errorf("%q becomes %q, want %q", p.key, got, p.form)
		}
		if p.key != p.form && T2S.Convert(p.key) == p.form {
			t.Errorf("%q: OpenCC has it", p.key)
		}
	}
	check(t, FromTraditional, [][2]string{
		{"看著辦，著力推進，隨著形勢發展", "看着办，着力推进，随着形势发展"},
		{"土著居民，顯著成效，名著與巨著", "土著居民，显著成效，名著与巨著"},
		{"聯繫人：於某，關於某事", "联系人：於某，关于某事"},
	})
	check(t, FromTaiwan, [][2]string{
		{"帶著專著、原著與編著見土著", "带着专著、原著与编著见土著"},
		{"所著《檔案學》，忙著歸檔", "所著《档案学》，忙着归档"},
		{"聯絡人：於某，看著辦", "联络人：於某，看着办"},
	})
	check(t, FromHongKong, [][2]string{{"衞生署聯絡人：於某", "卫生署联络人：於某"}})
}

func TestNameToTraditional(t *testing.T) {
	for name, want := range map[string]string{
		"范建国": "范建國", "于发": "于發", "钟云": "鍾雲", "张后": "張後", "": "", "陈某": "陳某", "\xff": "\xff",
	} {
		if got := NameToTraditional(name); got != want {
			t.Errorf("%q becomes %q, want %q", name, got, want)
		}
	}
}

func TestProofs(t *testing.T) {
	for r, want := range map[rune]Proof{
		'關': Traditional, '鍾': Several, '於': Both, '甯': 0, '後': Both, '昇': Both,
		'关': Simplified, '国': Simplified,
		'的': 0, '干': 0, '著': 0, '云': 0, '里': 0, '台': 0,
	} {
		if got := Proofs()[r]; got != want {
			t.Errorf("%c proves %d, want %d", r, got, want)
		}
	}
}

// A plain converter is a step as the definition says: at each place the first
// layer that knows what stands there has the word, with its longest phrase.
type plain []map[string]string

func plainly(layers []layer) (p plain) {
	for _, l := range layers {
		forms := map[string]string{}
		for _, phrase := range l {
			if _, ok := forms[phrase.key]; !ok { // the first counts
				forms[phrase.key] = phrase.form
			}
		}
		p = append(p, forms)
	}
	return p
}

// at returns the form of what stands at the head of s, and its length.
func (p plain) at(s string) (form string, n int) {
	for _, forms := range p {
		for n := min(len(s), 80); n > 0; n-- {
			if form, ok := forms[s[:n]]; ok {
				return form, n
			}
		}
	}
	_, n = utf8.DecodeRuneInString(s)
	return s[:n], n
}

func (p plain) convert(s string) string {
	var b strings.Builder
	for s != "" {
		form, n := p.at(s)
		b.WriteString(form)
		s = s[n:]
	}
	return b.String()
}

// FuzzPlain holds the tables to the plain definition.
func FuzzPlain(f *testing.F) {
	layers := [][]layer{
		simplify("own"), variants("tw", "own"), append([]layer{words("tw")}, variants("tw", "")...), variants("hk", ""), traditionalise(),
	}
	var steps []*Converter
	var plains []plain
	for _, l := range layers {
		steps = append(steps, newConverter(l))
		plains = append(plains, plainly(l))
	}
	f.Add("關於乾隆一目瞭然𫫇\xff國\xe5\x9c家")
	f.Add("看著什麼A型肝炎里程碑衞生署发展")
	for _, l := range layers {
		for i := 0; i < len(l[0]); i += 29 {
			f.Add(l[0][i].key + l[0][i/2].key)
		}
	}
	f.Fuzz(func(t *testing.T, s string) {
		for i, step := range steps {
			if got, want := step.Convert(s), plains[i].convert(s); got != want {
				t.Errorf("step %d makes %q of %q, want %q", i, got, s, want)
			}
		}
	})
}

// Compatibility ideographs stand where a quick look finds them.
func TestCompatible(t *testing.T) {
	for from := range Unified() {
		if !compatible("，通知" + string(from)) {
			t.Errorf("%U is not found", from)
		}
	}
	for s, want := range map[string]bool{"": false, "關於，通知": false, "\xef": false, "\uF900": true, "𫫇": true} {
		if got := compatible(s); got != want {
			t.Errorf("%q: %t", s, got)
		}
	}
}

// The conversions of notices change Chinese characters alone, into none that have
// another form themselves: what was found out of the marks of a text stays true.
func TestChineseAlone(t *testing.T) {
	for _, layers := range [][]layer{simplify("own"), variants("tw", "own"), variants("hk", "own")} {
		for _, l := range layers {
			for _, p := range l {
				key := []rune(p.key)
				for i, r := range []rune(p.form) {
					if r != key[i] && (!unicode.Is(unicode.Han, r) || !unicode.Is(unicode.Han, key[i]) || Unified()[r] != 0) {
						t.Errorf("%q becomes %q", p.key, p.form)
					}
				}
			}
		}
	}
}

func FuzzConvert(f *testing.F) {
	f.Add("關於乾隆豈\xff國家一目瞭然𫫇")
	f.Add("看著什麼A型肝炎里程碑发展")
	f.Fuzz(func(t *testing.T, s string) {
		for _, c := range []*Config{T2S, TW2S, HK2S, S2T, FromTraditional, FromTaiwan, FromHongKong} {
			out := c.Convert(s)
			if utf8.RuneCountInString(out) != utf8.RuneCountInString(s) {
				t.Errorf("%s of %q has another number of characters: %q", c.Name, s, out)
			}
			if utf8.ValidString(s) && !utf8.ValidString(out) {
				t.Errorf("%s of %q gives invalid %q", c.Name, s, out)
			}
		}
		TW2SP.Convert(s)
	})
}

const (
	traditional = "雲嶺市保密委員會辦公室關於組織開展2023年保密宣傳教育月活動的通知，請於5月26日前報送總結。\n"
	simplified  = "云岭市保密委员会办公室关于组织开展2023年保密宣传教育月活动的通知，请于5月26日前报送总结。\n"
)

func BenchmarkT2S(b *testing.B)     { benchmark(b, T2S, traditional) }
func BenchmarkT2SIdle(b *testing.B) { benchmark(b, T2S, simplified) }
func BenchmarkTW2S(b *testing.B)    { benchmark(b, TW2S, traditional) }
func BenchmarkTW2SP(b *testing.B)   { benchmark(b, TW2SP, traditional) }
func BenchmarkHK2S(b *testing.B)    { benchmark(b, HK2S, traditional) }
func BenchmarkS2T(b *testing.B)     { benchmark(b, S2T, simplified) }
func BenchmarkT2SASCII(b *testing.B) {
	benchmark(b, T2S, "The deadline for all reports is 26 May 2023, 17:00.\n")
}
func BenchmarkTW2SIdle(b *testing.B) { benchmark(b, TW2S, simplified) }

func benchmark(b *testing.B, c *Config, line string) {
	s := strings.Repeat(line, 200)
	c.Convert(s)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		c.Convert(s)
	}
}
