package normalise

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"gongwen/extract/internal/origin"
	"gongwen/model"
)

// A reading is a pinyin gloss behind a Chinese character: 關(guān)于.
type reading struct {
	char   int // where the character begins
	lo, hi int // the gloss with its brackets, and the blanks that came with it
	base   string
	toned  bool
}

// gloss drops pinyin behind Chinese characters, which mirror sites splice into
// traditional copies. A syllable with a tone mark is always a gloss: nobody
// else writes one in brackets behind a character. One without is a gloss only
// where the same character has that reading with its tone elsewhere, where the
// document shows at least three toned ones, or where it has five and more behind
// different characters: a site that strips the marks; (a), (mm), (km) and (APP) are
// none, for they are no syllables of two letters and more.
func gloss(d *document) origin.Text {
	if d.opt.NoRepair {
		return d.Text
	}
	s := d.Text.String()
	found := glosses(s, readings(s))
	if len(found) == 0 {
		return d.Text
	}
	d.Repairs = slices.Grow(d.Repairs, len(found))
	e := editor{t: d.Text}
	for _, g := range found {
		e.put("", g.lo, g.hi)
		span := d.Text.Span(g.char, g.hi)
		d.Repairs = append(d.Repairs, model.Repair{
			Kind: model.Pinyin, Original: span.Quote, Repaired: g.of(s),
			Evidence: model.Evidence{Span: span, Rule: "repairs/pinyin"},
		})
	}
	return e.text()
}

// of returns the character of s that g stands behind.
func (g reading) of(s string) string { return s[g.char : g.char+runeLen(s[g.char])] }

// glosses returns those of the readings found in s that are glosses.
func glosses(s string, found []reading) []reading {
	toned := 0
	for _, g := range found {
		if g.toned {
			toned++
		}
	}
	if toned == len(found) {
		return found
	}
	type syllable struct{ char, base string }
	known := map[syllable]bool{}
	toneless := map[string]bool{}
	for _, g := range found {
		switch {
		case g.toned:
			known[syllable{g.of(s), g.base}] = true
		case len(g.base) > 1:
			toneless[g.of(s)] = true
		}
	}
	mirror := toned >= 3 || len(toneless) >= 5
	return slices.DeleteFunc(found, func(g reading) bool {
		return !g.toned && !known[syllable{g.of(s), g.base}] && (!mirror || len(g.base) < 2)
	})
}

// readings returns what may be a gloss in s, in order. Of several behind one
// character each is one.
func readings(s string) []reading {
	var all []reading
	char, end := -1, -1 // of the last gloss: another may follow
	for i := nextRound(s, 0); i < len(s); i = nextRound(s, i+1) {
		n := opens(s[i:])
		lo := beforeBlanks(s, i)
		if lo != end {
			r, size := utf8.DecodeLastRuneInString(s[:lo])
			if !isHan(r) || r == '〇' {
				continue
			}
			char = lo - size
		}
		g, ok := syllableAt(s, i+n)
		if !ok {
			continue
		}
		g.char, g.lo = char, lo
		// 關 (guān) 于: the blank behind came with the one before.
		if rest := pastBlanks(s, g.hi); lo < i && isHan(after(s, rest)) {
			g.hi = rest
		}
		all = append(all, g)
		end = g.hi
		i = g.hi - 1
	}
	return all
}

// syllableAt reads the syllable at the byte at of s and the bracket that closes it.
func syllableAt(s string, at int) (g reading, ok bool) {
	var base [8]byte
	n := 0
	for i := pastBlanks(s, at); i < len(s) && n < len(base); {
		r, size := utf8.DecodeRuneInString(s[i:])
		letter, tone := untoned(r)
		if letter == 0 {
			i = pastBlanks(s, i)
			c := closes(s[i:])
			if c > 0 {
				g.base, ok = syllables()[string(base[:n])]
			}
			g.hi = i + c
			return g, ok
		}
		if tone && g.toned {
			return g, false
		}
		g.toned = g.toned || tone
		base[n] = letter
		n++
		i += size
	}
	return g, false
}

// nextRound returns where the first round bracket opens in s from the byte i on,
// len(s) if none does.
func nextRound(s string, i int) int {
	for i < len(s) {
		switch b := s[i]; {
		case b == '(' || b == 0xEF && strings.HasPrefix(s[i:], "（"):
			return i
		default:
			i += step(b)
		}
	}
	return len(s)
}

// opens returns the length of the round bracket that opens at the head of s.
func opens(s string) int {
	if s[0] == '(' {
		return 1
	}
	if s[0] == 0xEF && strings.HasPrefix(s, "（") {
		return len("（")
	}
	return 0
}

// closes returns the length of the round bracket that closes at the head of s.
func closes(s string) int {
	if strings.HasPrefix(s, ")") {
		return 1
	}
	if strings.HasPrefix(s, "）") {
		return len("）")
	}
	return 0
}

// runeLen returns the length of the character that begins with b.
func runeLen(b byte) int {
	switch {
	case b < 0x80:
		return 1
	case b < 0xE0:
		return 2
	case b < 0xF0:
		return 3
	}
	return 4
}

// untoned returns the letter of r without its tone mark, 0 if r is no letter of pinyin.
func untoned(r rune) (letter byte, tone bool) {
	switch r {
	case 'ā', 'á', 'ǎ', 'à', 'ă':
		return 'a', true
	case 'ē', 'é', 'ě', 'è', 'ĕ':
		return 'e', true
	case 'ī', 'í', 'ǐ', 'ì', 'ĭ':
		return 'i', true
	case 'ō', 'ó', 'ǒ', 'ò', 'ŏ':
		return 'o', true
	case 'ū', 'ú', 'ǔ', 'ù', 'ŭ':
		return 'u', true
	case 'ǖ', 'ǘ', 'ǚ', 'ǜ':
		return 'v', true
	case 'ń', 'ň', 'ǹ':
		return 'n', true
	case 'ü':
		return 'v', false
	case 'ɑ':
		return 'a', false
	case 'ɡ':
		return 'g', false
	}
	if 'a' <= r && r <= 'z' {
		return byte(r), false
	}
	return 0, false
}

// syllables holds the syllables of Putonghua (汉语拼音方案), ü as v.
var syllables = sync.OnceValue(func() map[string]string {
	all := map[string]string{}
	for s := range strings.FieldsSeq(syllableTable) {
		all[s] = s
	}
	return all
})

const syllableTable = `
a o e ai ei ao ou an en ang eng er
ba bo bai bei bao ban ben bang beng bi bie biao bian bin bing bu
pa po pai pei pao pou pan pen pang peng pi pie piao pian pin ping pu
ma mo me mai mei mao mou man men mang meng mi mie miao miu mian min ming mu
fa fo fei fou fan fen fang feng fu
da de dai dei dao dou dan den dang deng dong di die diao diu dian ding du duo dui duan dun
ta te tai tao tou tan tang teng tong ti tie tiao tian ting tu tuo tui tuan tun
na ne nai nei nao nou nan nen nang neng nong ni nie niao niu nian nin niang ning nu nuo nuan nv nve nue
la le lai lei lao lou lan lang leng long li lia lie liao liu lian lin liang ling lu luo luan lun lv lve lue
ga ge gai gei gao gou gan gen gang geng gong gu gua guo guai gui guan gun guang
ka ke kai kei kao kou kan ken kang keng kong ku kua kuo kuai kui kuan kun kuang
ha he hai hei hao hou han hen hang heng hong hu hua huo huai hui huan hun huang
ji jia jie jiao jiu jian jin jiang jing jiong ju jue juan jun
qi qia qie qiao qiu qian qin qiang qing qiong qu que quan qun
xi xia xie xiao xiu xian xin xiang xing xiong xu xue xuan xun
zha zhe zhi zhai zhei zhao zhou zhan zhen zhang zheng zhong zhu zhua zhuo zhuai zhui zhuan zhun zhuang
cha che chi chai chao chou chan chen chang cheng chong chu chua chuo chuai chui chuan chun chuang
sha she shi shai shei shao shou shan shen shang sheng shu shua shuo shuai shui shuan shun shuang
re ri rao rou ran ren rang reng rong ru ruo rui ruan run
za ze zi zai zei zao zou zan zen zang zeng zong zu zuo zui zuan zun
ca ce ci cai cao cou can cen cang ceng cong cu cuo cui cuan cun
sa se si sai sao sou san sen sang seng song su suo sui suan sun
ya yo ye yai yao you yan yin yang ying yong yi yu yue yuan yun
wa wo wai wei wan wen wang weng wu
`
