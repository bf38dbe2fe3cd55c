package ofd

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

func TestParse(t *testing.T) {
	gbk, _ := simplifiedchinese.GBK.NewEncoder().String(`<?xml version="1.0" encoding="GBK"?><a>云岭市</a>`)
	wide, _ := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(`<a>云岭市</a>`)
	for s, want := range map[string]string{
		`<a>云岭市</a>`:                        "云岭市",
		"\uFEFF<x:a>云岭市</x:a>":              "云岭市",
		gbk:                                 "云岭市",
		wide:                                "云岭市",
		`<a>1 &lt; 2 &#20113;&#x5CAD;</a>`:  "1 < 2 云岭",
		`<a>&nbsp;&;&#x;&#xD800;&`:          "&nbsp;&;&#x;&#xD800;&",
		`<a><![CDATA[<b>&amp;]]></a>`:       "<b>&amp;",
		`<a><!-- <b> -->一<?x ?>二</a>`:       "一二",
		`<!DOCTYPE a><a x="1>2">一</a>`:      "一",
		`<a>一<b>二</b>三</a>`:                 "一三",
		`</b><a>一</b>二</a>`:                 "一二",
		`<a><b>一</a>`:                       "",
		`<a`:                                "",
		`<a><![CDATA[一`:                     "一",
		`<a ` + `x="` + `<b>一</b>`:          "",
		strings.Repeat("<z>", 400) + `<a>一`: "",
	} {
		if got := parse([]byte(s)).first("a").words(); got != want {
			t.Errorf("%.40q: %q, want %q", s, got, want)
		}
	}
}

func TestAttr(t *testing.T) {
	e := parse([]byte(`<a ID="1" ofd:Name = '甲 &amp; 乙' Bare BaseLoc="" X="1" X="2" Open="3`)).first("a")
	for name, want := range map[string]string{"ID": "1", "Name": "甲 & 乙", "BaseLoc": "", "X": "1", "Bare": "", "Loc": "", "Open": "", "amp": ""} {
		if got := e.attr(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	if (*element)(nil).attr("ID") != "" || (*element)(nil).first("a") != nil {
		t.Error("an element that is not there has something")
	}
}

func TestDeltas(t *testing.T) {
	for s, want := range map[string]string{
		"1 2 3": "123", "g 3 2": "222", "1 g 2 5 1": "1551", "": "", "g": "0", "g 0 4": "4", "1,2": "12", " 1\n2 ": "12", "x 1": "01", "g 99999999999 1": "1",
	} {
		d := deltas{s: s}
		got := ""
		for len(got) < 4 {
			step, ok := d.next()
			if !ok {
				break
			}
			got += string(rune('0' + int(step)))
		}
		if got != want && !strings.HasPrefix(got, want+"111") {
			t.Errorf("%q: %s, want %s", s, got, want)
		}
	}
}

func TestNumber(t *testing.T) {
	for s, want := range map[string]float64{
		"1": 1, "12.75": 12.75, "-3.5": -3.5, "+2": 2, "1e2": 100, ".5": 0.5, "5.": 5, "0.12345678901234567": 0.12345678901234567,
		"": 0, "x": 0, "1x": 0, "NaN": 0, "Inf": 0, "1e300": 0, "--1": 0,
	} {
		if got := number(s); got != want {
			t.Errorf("%q: %v, want %v", s, got, want)
		}
	}
}

func TestNatural(t *testing.T) {
	for _, c := range [][2]string{{"Page_2", "Page_10"}, {"Page_02", "Page_3"}, {"a", "b"}, {"Page_1/1", "Page_1/2"}, {"Page", "Page_1"}} {
		if natural(c[0], c[1]) >= 0 || natural(c[1], c[0]) <= 0 || natural(c[0], c[0]) != 0 {
			t.Errorf("%s does not come before %s", c[0], c[1])
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(`<ofd:a ID="1"><b>一&amp;</b><![CDATA[x]]></ofd:a>`))
	f.Add([]byte("\xFF\xFE<\x00a"))
	f.Fuzz(func(t *testing.T, data []byte) {
		e := parse(data)
		e.all("a", func(k *element) {
			if !utf8.ValidString(k.text) {
				t.Fatalf("%q", k.text)
			}
			k.attr("ID")
		})
	})
}

func BenchmarkParse(b *testing.B) {
	data := []byte("<ofd:Page>" + strings.Repeat(`<ofd:TextObject ID="43" Boundary="27.44 264.53 6.43 5.48" Font="3" Size="4.95"><ofd:TextCode X="0.57" Y="4.4" DeltaX="2.45">云岭市档案局</ofd:TextCode></ofd:TextObject>`, 1000) + "</ofd:Page>")
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		parse(data)
	}
}
