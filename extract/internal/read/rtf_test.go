package read

import (
	"context"
	"errors"
	"strings"
	"testing"
)

const (
	rtfHeader = `{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fnil\fcharset134 SimSun{\*\falt Song};}{\f1\fswiss\fcharset0 Arial;}{\f2\fnil\fcharset136 MingLiU;}` +
		`{\f3\fnil\fcharset2 Wingdings;}{\f4\fnil\fcharset204 Arial Cyr;}}{\stylesheet{\s0 Normal;}{\s1\outlinelevel0\qc heading 1;}{\s2 heading 2;}{\s3 toc 1;}}` +
		`{\colortbl;\red255\green0\blue0;}{\info{\title 不是正文}}`
	yunling = `\'d4\'c6\'c1\'eb` // 云岭 in GBK
)

// readRTFBody reads a file with the body.
func readRTFBody(t testing.TB, body string) (*Source, error) {
	t.Helper()
	src, err := Read(context.Background(), "a.rtf", []byte(rtfHeader+body+"}"), Options{})
	if src != nil {
		check(t, src)
	}
	return src, err
}

func TestRTFWords(t *testing.T) {
	tests := []struct{ name, body, want string }{
		{"code page", yunling + `\'ca\'d0\par ok\par`, "云岭市\nok\n"},
		{"line ends of the file", "\\'d4\r\n\\'c6\\par\r\na", "云\na\n"},
		{"raw bytes", "\xd4\xc6\xc1\xeb\\par", "云岭\n"},
		{"second byte in ASCII", `\'81@\'95\\\'81\{x\par`, "丂昞亄x\n"},
		{"Big5 font", `{\f2 \'b6\'b3}\'d4\'c6\par`, "雲云\n"},
		{"Western font all the same", `{\f1 ` + yunling + `}\par`, "云岭\n"},
		{"Russian font", `{\f4 \'d4}\par`, "Ф\n"},
		{"double-byte class", `{\loch\af1\hich\af1\dbch\af2 \'b6\'b3}\par`, "雲\n"},
		{"Unicode", `\u20113?\u-28727?\par`, "云迉\n"},
		{"Unicode with two bytes to fall back on", `\uc2\u20113\'d4\'c6{\uc1\u23725?}\'c1\'eb\par`, "云岭岭\n"},
		{"no fallback", `\uc0\u20113 x\par`, "云x\n"},
		{"surrogates", `\u-10174?\u-8265?\par`, "𠮷\n"},
		{"half a pair", `\u-10174?x\par`, "x\n"},
		{"signs", `\ldblquote a\rdblquote\emdash\~\_\bullet\endash\lquote b\rquote\-\par`, "“a”—\u00a0-•–‘b’\n"},
		{"braces", `\{a\}\\b\par`, "{a}\\b\n"},
		{"breaks", `a\line b\page c\tab d\par`, "a\nb\nc\td\n"},
		{"paragraph by a line end", "a\\\nb\\par", "a\nb\n"},
		{"hidden", `a{\v b}c\v d\v0 e\par`, "ace\n"},
		{"deleted", `a{\deleted b}{\revised c}\par`, "ac\n"},
		{"deleted mark", `a{\deleted\par}b\par`, "ab\n"},
		{"unknown destination", `a{\*\nobody knows}b{\nobody knows}\par`, "abknows\n"},
		{"picture", `a{\pict\wmetafile8 0102}b{\*\shppict{\pict 0102}}{\nonshppict{\pict 03}}\par`, "ab\n"},
		{"binary", "a{\\pict\\bin4 }{}\\}b\\par", "ab\n"},
		{"object", `{\object{\*\objdata 0102}{\result \'b1\'ed}}\par`, "表\n"},
		{"symbol font", `{\f3 \'fe}\par`, "☑\n"},
		{"field", `{\field{\*\fldinst PAGE}{\fldrslt 2}}\par`, "2\n"},
		{"circled", `{\field{\*\fldinst eq \\o\\ac(\'a1\'f0,3)}{\fldrslt }}a\par`, "③a\n"},
		{"twin in Unicode", `{\upr{?}{\*\ud{\u20113?}}}\par`, "云\n"},
		{"number", `{\listtext\pard\plain  1.\tab}{\pntext\f3\'b7\tab}a\par{\pntext 2.\tab}b\par{\listtext\tab}c\par`, "1. a\n2. b\nc\n"},
		{"numbers not parted", `{\listtext\'d2\'bb\'a1\'a2}a\par`, "一、a\n"},
		{"no end of a paragraph", `a`, "a\n"},
		{"control word with a long number", `\fs99999999999999999999 a\par`, "a\n"},
		{"bad digits", `\'zza\par`, "zza\n"},
	}
	for _, tt := range tests {
		src, err := readRTFBody(t, tt.body)
		if err != nil || textOf(src) != tt.want {
			t.Errorf("%s: %q, %v", tt.name, textOf(src), err)
		}
	}
}

func TestRTFLooks(t *testing.T) {
	src, err := readRTFBody(t, `\pard\s1\qc{\b A head}\par\pard\s2 B\par\pard\outlinelevel0 C\par\pard\outlinelevel9\s1 D\par`+
		`\pard{\b E.}\b0 rest\par\pard\s3 F 1\par\pard{\listtext\'a1\'f1\tab}G\par\pard see {\field{\*\fldinst HYPERLINK "http://a.example.cn/"}{\fldrslt{\ul here}}}.\par`)
	if err != nil {
		t.Fatal(err)
	}
	s := textOf(src)
	var got []string
	for _, st := range src.Styles {
		got = append(got, string(rune('0'+st.Kind))+s[st.Lo:st.Hi])
	}
	if all := strings.Join(got, "|"); all != "1A head|4A head|2A head|1B|1C|2E.|5F 1|3● G" {
		t.Error(all)
	}
	if len(src.Links) != 1 || src.Links[0].URL != "http://a.example.cn/" || s[src.Links[0].Lo:src.Links[0].Hi] != "here" {
		t.Errorf("%+v of %q", src.Links, s)
	}
}

func TestRTFTables(t *testing.T) {
	tests := []struct{ name, body, want, rows string }{
		{"rows", `a\par\trowd\cellx100\cellx200\pard\intbl b\cell c\cell\row\trowd\cellx100\cellx200\pard\intbl d\par e\cell f\cell\row\pard g\par`,
			"a\nb\tc\nd e\tf\ng\n", "[b][c] [d e][f]"},
		{"spans", `\trowd\cellx200\pard\intbl a\cell\row\trowd\cellx100\cellx205\pard\intbl b\cell c\cell\row\pard`, "a\nb\tc\n", "[a][] [b][c]"},
		{"layout", `\trowd\cellx200\pard\intbl a\par b\cell\row\pard c\par`, "a\nb\nc\n", ""},
		{"nested", `\trowd\cellx100\cellx200\pard\intbl\itap2 x\nestcell{\nonesttables\par}y\nestcell{\nonesttables\par}{\*\nesttableprops\trowd\cellx50\nestrow}{\nonesttables\par}` +
			`\pard\intbl\cell z\cell\row\trowd\cellx100\cellx200\pard\intbl b\cell c\cell\row\pard`, "x y \tz\nb\tc\n", "[x y][z] [b][c]"},
		{"no row end", `\trowd\cellx100\pard\intbl a\cell b\cell`, "a\tb\n", ""},
	}
	for _, tt := range tests {
		src, err := readRTFBody(t, tt.body)
		if err != nil || textOf(src) != tt.want || rowsOf(src) != tt.rows {
			t.Errorf("%s: %q, %s, %v", tt.name, textOf(src), rowsOf(src), err)
		}
	}
}

func TestRTFStories(t *testing.T) {
	tests := []struct{ name, body, want, running string }{
		{"heads", `{\header H\par}{\footer\chpgn\par}a\par`, "a\nH\n", "H"},
		{"letterhead", `\titlepg{\headerf L\par}{\header H\par}a\par`, "L\na\nH\n", "H"},
		{"letterhead that is not used", `{\headerf L\par}a\par`, "a\n", ""},
		{"secrecy in the header", `{\header\'c3\'d8\'c3\'dc\par}a\par`, "秘密\na\n", ""},
		{"note", `a{\footnote\pard n{\field{\*\fldinst PAGE}{\fldrslt 3}}}b\par c\par`, "ab\nc\nn3\n", "n3"},
		{"text box", `a\par b{\shp{\*\shpinst\shpleft1{\sp{\sn x}{\sv y}}{\shptxt box\par}}{\shprslt{\*\do{\dptxbxtext box\par}}}}c\par`, "a\nbox\nbc\n", ""},
		{"old text box", `b{\*\do\dobxpage{\dptxbxtext box\par}}c\par`, "box\nbc\n", ""},
	}
	for _, tt := range tests {
		src, err := readRTFBody(t, tt.body)
		var running []string
		if src != nil {
			for _, s := range src.Styles {
				if s.Kind == RunningHead {
					running = append(running, textOf(src)[s.Lo:s.Hi])
				}
			}
		}
		if err != nil || textOf(src) != tt.want || strings.Join(running, "|") != tt.running {
			t.Errorf("%s: %q, %q, %v", tt.name, textOf(src), running, err)
		}
	}
}

func TestRTFRefuses(t *testing.T) {
	tests := []struct {
		name, data string
		kind       ErrorKind
		want       string
	}{
		{"cut", rtfHeader + yunling + `{\b\'ca\'d0`, Damaged, "云岭市\n"},
		{"blank", rtfHeader + `\par }`, Empty, ""},
		{"head alone", `{\rtf1`, Damaged, ""},
		{"groups without end", `{\rtf1 a` + strings.Repeat("{", 2000), Damaged, "a\n"},
	}
	for _, tt := range tests {
		src, err := Read(context.Background(), "a.rtf", []byte(tt.data), Options{})
		e, ok := errors.AsType[*Error](err)
		if !ok || e.Kind != tt.kind || textOf(src) != tt.want {
			t.Errorf("%s: %q, %v", tt.name, textOf(src), err)
		}
	}
	if src, err := Read(context.Background(), "a.doc", []byte("\xEF\xBB\xBF\r\n{\\rtf1 a}x"), Options{}); err != nil || src.Format != "rtf" || textOf(src) != "a\n" {
		t.Errorf("%q, %v", textOf(src), err)
	}
	if isRTF([]byte("{rtf1}")) || isRTF([]byte("a {\\rtf1}")) {
		t.Error("text taken for RTF")
	}
	if src, err := Read(context.Background(), "a", []byte(`{\rtf1\ansi \'b6\'b3}`), Options{Encoding: "big5"}); err != nil || textOf(src) != "雲\n" {
		t.Errorf("%q, %v", textOf(src), err)
	}
}

func FuzzRTF(f *testing.F) {
	f.Add([]byte(rtfHeader + `\trowd\cellx9\intbl a\cell\row{\field{\*\fldinst HYPERLINK "a"}{\fldrslt b}}{\shp{\*\shpinst{\shptxt c\par}}}}`))
	f.Add([]byte(`{\rtf1{\listtext 1.\tab}{\footnote x}{\upr{a}{\*\ud{\u1?}}}\par}`))
	twins(f, ".rtf", func(_ string, data []byte, _ string) { f.Add(data) })
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 256<<10 {
			return
		}
		src, err := readRTF(context.Background(), data, Options{})
		if src == nil && err == nil {
			t.Fatal("neither text nor error")
		}
		if src != nil {
			check(t, src)
			if n := len(src.Plain.String()); n > 8*len(data)+1024 {
				t.Fatalf("%d bytes of text out of %d", n, len(data))
			}
		}
	})
}

func BenchmarkRTF(b *testing.B) {
	var data []byte
	twins(b, ".rtf", func(_ string, d []byte, _ string) { data = d })
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := readRTF(context.Background(), data, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
