package read

import (
	"context"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

const (
	simplified  = "云岭市档案局关于开展档案宣传月活动的通知\n各县（区）档案局：\n　　现将有关事项通知如下，请于5月26日前报送。\n"
	traditional = "雲嶺市檔案局關於辦理檔案宣導月活動的通知\n各縣（區）檔案局：\n　　茲將有關事項通知如下，請於5月26日前報送。\n"
)

// sets are the character sets that are found from the bytes.
var sets = []struct {
	name string
	bom  string // that the encoder does not write by itself
	enc  encoding.Encoding
}{
	{"utf-8", "", encoding.Nop},
	{"utf-8", "\xEF\xBB\xBF", encoding.Nop},
	{"gb18030", "", simplifiedchinese.GB18030},
	{"gb18030", "\x84\x31\x95\x33", simplifiedchinese.GB18030},
	{"big5", "", traditionalchinese.Big5},
	{"utf-16le", "", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)},
	{"utf-16le", "", unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)},
	{"utf-16be", "", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)},
	{"utf-16be", "", unicode.UTF16(unicode.BigEndian, unicode.UseBOM)},
}

func encoded(t testing.TB, enc encoding.Encoding, text string) string {
	t.Helper()
	data, err := enc.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestCharset(t *testing.T) {
	for _, set := range sets {
		for _, text := range []string{
			simplified, traditional, "通知", "会议", "关于召开会议的通知", "Tel: 0791-5550163\n联系人：张某\n", strings.Repeat("https://yunling.gov.cn/\n", 2000) + "网址", "第１条\n",
			"關於召開會議",
		} {
			if text != traditional && text != "關於召開會議" && set.name == "big5" {
				continue
			}
			src := readString(t, set.bom+encoded(t, set.enc, text))
			if src.Encoding != set.name || src.Plain.String() != text || len(src.Warnings) != 0 {
				t.Errorf("%.30q in %s is read as %s: %.60q", text, set.name, src.Encoding, src.Plain)
			}
		}
	}
}

// Two characters that are none of the frequent ones are still GB18030.
func TestCharsetOfAWord(t *testing.T) {
	for _, word := range []string{"邮箱", "扩招", "联通"} {
		if src := readString(t, encoded(t, simplifiedchinese.GB18030, word)); src.Encoding != "gb18030" || src.Plain.String() != word {
			t.Errorf("%s is read as %s: %q", word, src.Encoding, src.Plain)
		}
	}
}

// Every cut of a text is in the character set of the text.
func TestCharsetOfACut(t *testing.T) {
	for _, set := range sets {
		text := simplified
		if set.name == "big5" {
			text = traditional
		}
		data := set.bom + encoded(t, set.enc, text)
		for n := 24; n < len(data); n++ {
			if src := readString(t, data[:n]); src.Encoding != set.name {
				t.Errorf("%d bytes of %s are read as %s: %q", n, set.name, src.Encoding, src.Plain)
			}
		}
	}
}

func TestBadBytes(t *testing.T) {
	tests := []struct {
		name, in, encoding, text string
		quote                    string // of the warning
	}{
		{"cut in the last character", "关于开展活动的通\xE7\x9F", "utf-8", "关于开展活动的通\uFFFD", "\uFFFD"},
		{"a bad byte", "关于开展\xFF活动的通知", "utf-8", "关于开展\uFFFD活动的通知", "\uFFFD"},
		{"bad bytes", "关于\xFF\xFE开展\xC0活动的通知", "utf-8", "关于\uFFFD开展\uFFFD活动的通知", "\uFFFD"},
		{"GB18030", "\xB9\xD8\xD3\xDA\xFF\xBF\xAA\xD5\xB9\xBB\xEE\xB6\xAF", "gb18030", "关于\uFFFD开展活动", "\uFFFD"},
		{"half a pair", "\xFF\xFE\x1A\x90\xE5\x77\x00\xD8\x1A\x90", "utf-16le", "通知\uFFFD通", "\uFFFD"},
		{"half a unit", "\xFF\xFE\x1A\x90\xE5", "utf-16le", "通\uFFFD", "\uFFFD"},
		{"a line end added", "\xFE\xFF\x90\x1A\x77\xE5\n", "utf-16be", "通知", ""},
		{"lost before", "关于\uFFFD通知", "utf-8", "关于\uFFFD通知", ""},
	}
	for _, tt := range tests {
		src := readString(t, tt.in)
		check(t, src)
		if src.Encoding != tt.encoding || src.Plain.String() != tt.text {
			t.Errorf("%s: %s %q, want %s %q", tt.name, src.Encoding, src.Plain, tt.encoding, tt.text)
		}
		quote := ""
		for _, w := range src.Warnings {
			if w.Code == "bad-bytes" {
				quote = w.Evidence.Quote
			}
		}
		if quote != tt.quote {
			t.Errorf("%s: warnings %+v", tt.name, src.Warnings)
		}
	}
}

func TestUserDefinedZones(t *testing.T) {
	for in, want := range map[string]string{
		"\xAA\xA1\xAF\xFE": "\uE000\uE233",
		"\xF8\xA1\xFE\xFE": "\uE234\uE4C5",
		"\xA1\x40\xA1\x7E": "\uE4C6\uE504",
		"\xA1\x80\xA7\xA0": "\uE505\uE765",
		"\xA2\xA1\xA8\xA1": "ⅰā", // beside the zones
		"\xA1\x7F":         "\uFFFD\x7F",
		"\xAA\x20":         "\uFFFD ",
	} {
		if got, _ := decodeAs([]byte(in), "gbk"); got != want {
			t.Errorf("%x is %q, want %q", in, got, want)
		}
	}
}

func TestEncodingGiven(t *testing.T) {
	const gbk = "\xCD\xA8\xD6\xAA" // 通知
	for _, tt := range []struct{ given, in, name, text string }{
		{"GBK", gbk, "gbk", "通知"},
		{"gb2312", gbk, "gbk", "通知"},
		{"GB18030", gbk, "gb18030", "通知"},
		{"big5", gbk, "big5", "籵眭"},
		{"utf-8", gbk, "utf-8", "\u0368\u05AA"},
		{"gb18030", "\xEF\xBB\xBF通知", "utf-8", "通知"}, // the mark outweighs
		{"utf-16", "\xFE\xFF\x90\x1A\x77\xE5", "utf-16be", "通知"},
		{"utf-16", "\x1A\x90\xE5\x77", "utf-16le", "通知"},
		{"windows-1252", "caf\xE9", "windows-1252", "café"},
	} {
		src, err := Read(context.Background(), "t", []byte(tt.in), Options{Encoding: tt.given})
		if err != nil || src.Encoding != tt.name || src.Plain.String() != tt.text {
			t.Errorf("%q as %s: %+v, %v", tt.in, tt.given, src, err)
		}
	}
	for _, name := range []string{"", "utf8", "UTF-16BE", "hz-gb-2312x"} {
		if err := CheckEncoding(name); (err != nil) != strings.HasSuffix(name, "x") {
			t.Errorf("CheckEncoding(%q) = %v", name, err)
		}
	}
	for _, name := range []string{"gb-18031", "replacement", "iso-2022-cn", "x-user-defined", " "} {
		if CheckEncoding(name) == nil {
			t.Errorf("%q passes for an encoding", name)
		}
	}
}

func BenchmarkRead(b *testing.B) {
	for _, set := range sets {
		if set.bom != "" {
			continue
		}
		text := strings.Repeat(simplified, 2000)
		if set.name == "big5" {
			text = strings.Repeat(traditional, 2000)
		}
		data := []byte(encoded(b, set.enc, text))
		b.Run(set.name, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				if _, err := Read(context.Background(), "t", data, Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	for name, unit := range map[string]string{
		"markdown": "## 一、活动主题\n\n**（一）上好一课。**由各单位组织，见<http://yunling.gov.cn>，请于5月26日前报送。\n\n",
		"ascii":    "Notice of the meeting, to be held in the hall.\n",
		"crlf":     "关于开展档案宣传月活动的通知\r\n",
	} {
		data := []byte(strings.Repeat(unit, 4000))
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				if _, err := Read(context.Background(), "t", data, Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
