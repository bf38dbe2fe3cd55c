package opencc

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestToSimplified(t *testing.T) {
	for _, row := range []struct{ in, want string }{
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
		{"", ""},
	} {
		if got := ToSimplified(row.in); got != row.want {
			t.Errorf("ToSimplified(%q) = %q, want %q", row.in, got, row.want)
		}
	}
}

// Every phrase of the dictionary comes out as it says.
func TestPhrases(t *testing.T) {
	n := 0
	for line := range strings.Lines(parse(dictionary)["phrases"]) {
		key, form, _ := strings.Cut(strings.TrimSpace(line), " ")
		if got := ToSimplified(key); got != form {
			t.Errorf("ToSimplified(%q) = %q, want %q", key, got, form)
		}
		if utf8.RuneCountInString(key) != utf8.RuneCountInString(form) {
			t.Errorf("%q → %q changes the number of characters", key, form)
		}
		if r, size := utf8.DecodeRuneInString(key); size != 3 {
			t.Errorf("the phrase %q begins with %q of %d bytes", key, r, size)
		}
		n++
	}
	if n < 400 {
		t.Errorf("%d phrases, want more than 400", n)
	}
}

// Every character of the dictionary comes out as it says, and what came out is simplified.
func TestCharacters(t *testing.T) {
	for from, to := range pairs(parse(dictionary)["characters"]) {
		if got := ToSimplified("·" + string(from) + "·"); got != "·"+string(to)+"·" {
			t.Errorf("%c → %q, want %c", from, got, to)
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

func FuzzToSimplified(f *testing.F) {
	f.Add("關於乾隆豈\xff國家一目瞭然𫫇")
	f.Fuzz(func(t *testing.T, s string) {
		out := ToSimplified(s)
		if utf8.RuneCountInString(out) != utf8.RuneCountInString(s) {
			t.Errorf("%q has another number of characters: %q", s, out)
		}
		if utf8.ValidString(s) && !utf8.ValidString(out) {
			t.Errorf("%q gives invalid %q", s, out)
		}
	})
}

func BenchmarkTraditional(b *testing.B) {
	benchmark(b, strings.Repeat("雲嶺市保密委員會辦公室關於組織開展2023年保密宣傳教育月活動的通知，請於5月26日前報送總結。\n", 200))
}

func BenchmarkSimplified(b *testing.B) {
	benchmark(b, strings.Repeat("云岭市保密委员会办公室关于组织开展2023年保密宣传教育月活动的通知，请于5月26日前报送总结。\n", 200))
}

func benchmark(b *testing.B, s string) {
	ToSimplified(s)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		ToSimplified(s)
	}
}
