package read

import (
	"context"
	"strings"
	"testing"
)

// tokens returns what a cursor meets in part.
func tokens(part string) string {
	x := newDocxXML(context.Background(), []byte(part), 8)
	var b strings.Builder
	for tok := x.next(); tok != nothing; tok = x.next() {
		switch tok {
		case opening:
			b.WriteString("<" + x.name)
			for _, key := range [...]string{"val", "id"} {
				if v := x.attr(key); v != "" {
					b.WriteString(" " + key + "=" + v)
				}
			}
			b.WriteString(">")
		case closing:
			b.WriteString("/")
		case chars:
			if x.plain {
				b.WriteString(x.chars)
			} else {
				b.Write(appendReferred(nil, x.chars))
			}
		}
	}
	if err := x.ended(); err != nil {
		b.WriteString("!")
	}
	return b.String()
}

func TestDocxXML(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"elements", `<w:p><w:r w:val="1">甲</w:r><w:t/></w:p>`, "<p><r val=1>甲/<t>//"},
		{"no prefix", `<p val="a"/>`, "<p val=a>/"},
		{"single marks, blanks around", "<p val = 'a'\n r:id\t=\"b\" />", "<p val=a id=b>/"},
		{"sign in an attribute", `<p val="a>b" id="1"><q/></p>`, "<p val=a>b id=1><q>//"},
		{"like name", `<p xval="1" w:valx="2" w:val="3"/>`, "<p val=3>/"},
		{"references", `<p val="&quot;&#65;">&lt;&#x4E91;&amp;amp;&apos;</p>`, `<p val="A><云&amp;'/`},
		{"no references", `<p>& &; &nbsp; &#; &#x; &#zz; &#1114112;</p>`, "<p>& &; &nbsp; &#; &#x; &#zz; \uFFFD/"},
		{"declaration, comment, type", `<?xml version="1.0"?><!DOCTYPE p><!-- <x> --><p>甲<!-- --- -->乙</p>`, "<p>甲乙/"},
		{"character data", `<p><![CDATA[<a>&amp;]]></p>`, "<p><a>&amp;/"},
		{"end of nothing", `</x><p/>`, "<p>/"},
		{"cut in a tag", `<p>甲<r w:val="`, "<p>甲!"},
		{"cut in an element", `<p>甲`, "<p>甲!"},
		{"cut in a comment", `<p><!-- 甲`, "<p>!"},
		{"mark that never closes", `<p val="><q/><r/>`, `<p><q>/<r>/!`},
		{"deep", strings.Repeat("<p>", 9), strings.Repeat("<p>", 8) + "!"},
		{"nothing", "", ""},
	}
	for _, tt := range tests {
		if got := tokens(tt.in); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}

// An element that a loop leaves early, or never looks into, is passed over.
func TestDocxChildren(t *testing.T) {
	x := newDocxXML(context.Background(), []byte(`<a><b><c/><d/></b><e/><f><g>甲</g></f></a>`), 8)
	seen := ""
	for name := range x.children() {
		seen += name
		for name := range x.children() {
			seen += name
			if name == "b" {
				for name := range x.children() {
					seen += name
					break
				}
			}
		}
	}
	if seen != "abcef" || x.depth != 0 || x.ended() != nil {
		t.Errorf("seen %s, depth %d, %v", seen, x.depth, x.ended())
	}
}

func BenchmarkDocxXML(b *testing.B) {
	part := document(strings.Repeat(par(`<w:pStyle w:val="a"/><w:spacing w:line="579" w:lineRule="exact"/><w:ind w:firstLine="628" w:firstLineChars="200"/>`,
		`<w:r><w:rPr><w:rFonts w:hint="eastAsia" w:eastAsia="仿宋_GB2312"/><w:sz w:val="32"/></w:rPr><w:t>请于5月26日前报送总结。</w:t></w:r>`), 500))["word/document.xml"]
	b.SetBytes(int64(len(part)))
	for b.Loop() {
		x := newDocxXML(context.Background(), []byte(part), 256)
		for x.next() != nothing {
		}
	}
}
