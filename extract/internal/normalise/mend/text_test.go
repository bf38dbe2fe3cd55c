package mend

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestBeyond(t *testing.T) {
	for _, row := range []struct{ in, damaged string }{
		{"锟斤拷锟斤拷通知", "锟斤拷锟斤拷"},
		{"关于召开会议的\uFFFD\uFFFD\uFFFD\uFFFD通知，请准时参加", "\uFFFD\uFFFD\uFFFD\uFFFD"},
		{"购买一斤苹果", ""},
		{"真的吗?是的", ""},
	} {
		got := ""
		for _, r := range Text(row.in) {
			if r.Kind == Beyond {
				got += row.in[r.Lo:r.Hi]
			}
		}
		if got != row.damaged {
			t.Errorf("%q: damaged is %q, want %q", row.in, got, row.damaged)
		}
	}
}

// TestWhole holds text whole that looks damaged at a glance.
func TestWhole(t *testing.T) {
	for _, s := range []string{
		"你收到通知了吗?请回复。他说:“来!",
		"型号为B超、T恤、X光机和维生素C的物品不在此列!;",
		"出席:邬彧、濮翯、亓官犇、鄢翀、郗鑫淼。",
		"蘑菇、薤白、蕹菜、荸荠、茭白;牦牛、骡、骆驼;铌、钽、铍、锆。",
		"什么???不知道!!!真的?!",
		"黿鼉、魑魅魍魎、饕餮、齟齬、蹀躞,見《說文》。",
		"ΑΒΓ、αβγ、①②③、ⅠⅡⅢ、╔══╗、㎡、℃",
		"宋淦鳌", "孤啡肽", "蔼蔼", "璨璨 璨璨", "恂恂善誘", // a name, words: their bytes, too, make words
		"馁|能", "蛇[shé]", "？仄平平？仄", "君何为而不哉?其谁也邪?",
		"関西、ひらがな、カタカナ、한국어",
	} {
		if got := Text(s); len(got) > 0 {
			t.Errorf("%q: %v", s, got)
		}
	}
}

// headless returns a and b as GBK shows them when the first byte of b is lost.
func headless(a, b string) string { return a + decode(encode(b)[1:], "private?") }

// TestAlso has places that prove nothing by themselves: a text that is out of
// step elsewhere gives them away.
func TestAlso(t *testing.T) {
	elsewhere := headless("各单位要加强组织领导,明确", "责任分工并确定一名联络员负责日常联系工作,不得有误。\n")
	doubtful := headless("会议研究了,有关议", "题。\n")
	for _, row := range []struct {
		in   string
		want int
	}{{doubtful, 0}, {elsewhere, 1}, {elsewhere + doubtful, 2}} {
		n := 0
		for _, r := range Text(row.in) {
			if r.Kind == Shift {
				n++
			}
		}
		if n != row.want {
			t.Errorf("%q: %v, want %d repairs", row.in, Text(row.in), row.want)
		}
	}
}

// TestEcho has a name that no model knows, which the text has elsewhere.
func TestEcho(t *testing.T) {
	damaged := headless("会议由", "岚川市档案馆主持。")
	const elsewhere = "岚川市档案馆编制。\n"
	if got := Apply(elsewhere+damaged, Text(elsewhere+damaged)); got != elsewhere+"会议由岚川市档案馆主持。" {
		t.Errorf("with the name elsewhere: %s", got)
	}
	if got := Apply(damaged, Text(damaged)); got == "会议由岚川市档案馆主持。" {
		t.Errorf("without: %s", got)
	}
}

// TestUncut has a sentence that comes into step where the next one begins.
func TestUncut(t *testing.T) {
	const next = "第二条由市教育局负责解释。"
	damaged := headless("各单位要切实加强", "监督管理并保障工作制度。")
	if got := Apply(damaged+next, Text(damaged+next)); got != "各单位要切实加强监督管理并保障工作制度。"+next {
		t.Error(got)
	}
}

// TestSole has "?" before ASCII for one character.
func TestSole(t *testing.T) {
	for _, row := range [][2]string{
		{"自2012年4?28日起施行，有效期五年。", "自2012年4月28日起施行，有效期五年。"},
		// What stays.
		{"18日（星期?)休息，照常值班。", ""}, // any day
		{"名额最多?5个，不得增加。", ""},
		{"完成了吗?2019年，我们又来。", ""},
		{"见http://a.cn/x?4月，或2019?a=4。", ""},
	} {
		want := row[1]
		if want == "" {
			want = row[0]
		}
		if got := Apply(row[0], Text(row[0])); got != want {
			t.Errorf("%s\n gives %s", row[0], got)
		}
	}
}

func TestExclamation(t *testing.T) {
	const mirror = "培訓(xùn)機構(gòu)的學(xué)員說:"
	for _, row := range [][2]string{
		{mirror + "“效果較好!", mirror + "“效果較好。”"},
		{mirror + "“效果較好!\n\n下一步", mirror + "“效果較好。”\n\n下一步"},
		{mirror + "“效果較好!\n“第二段也是他的話。”", ""}, // goes on
		{mirror + "“效果較好”!", ""},             // closed
		{"学员说:“效果较好!", ""},                   // no mirror
	} {
		want := row[1]
		if want == "" {
			want = row[0]
		}
		if got := Apply(row[0], Text(row[0])); got != want {
			t.Errorf("%q gives %q", row[0], got)
		}
	}
}

func FuzzText(f *testing.F) {
	for _, s := range []string{
		"路線圖,確?；顒禹樌麑嵤?。確定", "向?qū)W員們", "锟斤拷", "ä¸\u00adå›½", "鍥藉姟闄㈠姙鍏�", "\uFFFD?\uE000!", "�?�，�", "缚h區!",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		all := Text(s)
		at := 0
		for _, r := range all {
			if r.Lo < at || r.Hi <= r.Lo || r.Hi > len(s) {
				t.Fatalf("%q: %v", s, all)
			}
			if utf8.ValidString(s) && !utf8.ValidString(s[r.Lo:r.Hi]) {
				t.Fatalf("%q: %v cuts a character", s, r)
			}
			at = r.Hi
		}
		if got := Apply(s, all); got != Apply(s, Text(s)) {
			t.Fatalf("%q: two runs differ", s)
		}
	})
}

func benchmark(b *testing.B, line string) {
	s := strings.Repeat(line, max(1, 40000/len(line)))
	Text(s)
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		Text(s)
	}
}

func BenchmarkClean(b *testing.B) {
	benchmark(b, "云岭市保密委员会办公室关于组织开展2023年保密宣传教育月活动的通知（云保办〔2023〕2号），请于5月26日前报送总结。\n")
}

func BenchmarkTraditional(b *testing.B) {
	benchmark(b, "雲嶺市保密委員會辦公室關於組織開展2023年保密宣傳教育月活動的通知,請於5月26日前報送總結。\n")
}

// BenchmarkSuspect has lines that must be looked at, and are whole.
func BenchmarkSuspect(b *testing.B) {
	benchmark(b, "出席:邬彧、濮翯、亓官犇、鄢翀、郗鑫淼,你收到通知了吗?请回复,云岭市保密委员会办公室。\n")
}

func BenchmarkDamaged(b *testing.B) {
	benchmark(b, "明確時間表、路線圖,確?；顒禹樌麑嵤?。確定“負責人”,市委副書記主持召開活動部署會,對活動進行詳細安排部署。\n")
}

func BenchmarkMisread(b *testing.B) {
	benchmark(b, "ä¸\u00adå›½äººæ°‘ä¸\u00adå›½äººæ°‘ä¸\u00adå›½äººæ°‘ä¸\u00adå›½äººæ°‘ä¸\u00adå›½äººæ°‘\n")
}

// BenchmarkLongLine has one line that was misread and holds gaps.
func BenchmarkLongLine(b *testing.B) {
	benchmark(b, "绗�簩鏉鏈�疄鏂界粏鍒欐墍绉板彴婀惧悓鑳炴姇璧勬槸鎸囧彴婀惧湴鍖虹殑鍏�徃")
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		loadModel()
	}
}
