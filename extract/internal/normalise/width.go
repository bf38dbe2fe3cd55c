package normalise

import (
	_ "embed"
	"sync"
	"unicode/utf8"

	"gongwen/extract/internal/normalise/opencc"
	"gongwen/extract/internal/origin"
)

// width gives characters their normal width and form: full-width letters, digits
// and symbols become ASCII; half-width katakana marks, small and vertical forms
// become the Chinese marks they stand for; radicals and compatibility
// ideographs, which fonts of PDF files leave behind, become the character they
// look like. The marks of Chinese text (，。：；？！（）～) stay, and so do
// circled digits (①, ⑴, ⒈, ㈠), units and Roman numbers, which are characters of
// their own: ⒈2024年 is no figure, 1.2024年 would be one.
func width(d *document) origin.Text {
	e := editor{t: d.Text}
	s := d.Text.String()
	t := classes()
	for i := 0; i < len(s); {
		b := s[i]
		switch {
		case b < 0x80:
			i++
		case b>>4 == 0xE && i+2 < len(s):
			if t[three(s, i)]&odd != 0 {
				e.reform(s, i)
			}
			i += 3
		case b>>3 == 0x1E:
			e.reform(s, i)
			i += runeSize(s[i:])
		default:
			i++
		}
	}
	return e.text()
}

// reform writes the normal form of the character at the byte i of s.
func (e *editor) reform(s string, i int) {
	r, n := utf8.DecodeRuneInString(s[i:])
	if to, ok := forms()[r]; ok {
		e.put(to, i, i+n)
	}
}

//go:embed radicals.txt
var radicals string // each with the character that it looks like

// forms holds the characters that have another form in normal form.
var forms = sync.OnceValue(func() map[rune]string {
	all := make(map[rune]string, 2500)
	for r := rune(0xFF01); r <= 0xFF5E; r++ {
		switch r {
		case '，', '：', '；', '？', '！', '（', '）', '～', '－', '［', '］':
			// Marks of Chinese text, and two that depend on their neighbours.
		default:
			all[r] = string(r - 0xFEE0)
		}
	}
	pairs(all, halfForms)
	pairs(all, smallForms)
	pairs(all, verticalForms)
	pairs(all, otherForms)
	pairs(all, radicals)
	all['\u2028'], all['\u2029'] = "\n", "\n"
	for r, to := range opencc.Unified() {
		all[r] = string(to)
	}
	return all
})

const (
	halfForms     = "｡。｢「｣」､、･·"
	otherForms    = "∶：〜～∼～〝“〞”〟”⋯…➀①➁②➂③➃④➄⑤➅⑥➆⑦➇⑧➈⑨➉⑩⓵①⓶②⓷③⓸④⓹⑤⓺⑥⓻⑦⓼⑧⓽⑨⓾⑩"
	smallForms    = "﹐，﹑、﹒.﹔；﹕：﹖？﹗！﹘—﹙（﹚）﹛{﹜}﹝〔﹞〕﹟#﹠&﹡*﹢+﹣-﹤<﹥>﹦=﹨\\﹩$﹪%﹫@"
	verticalForms = "︐，︑、︒。︓：︔；︕！︖？︗〖︘〗︙…︰：︱—︵（︶）︷{︸}︹〔︺〕︻【︼】︽《︾》︿〈﹀〉﹁「﹂」﹃『﹄』﹇[﹈]"
)

// pairs adds the pairs of a character and its normal form.
func pairs(all map[rune]string, text string) {
	from := rune(0)
	for _, r := range text {
		switch {
		case r == '\n':
		case from == 0:
			from = r
		default:
			all[from] = string(r)
			from = 0
		}
	}
}
