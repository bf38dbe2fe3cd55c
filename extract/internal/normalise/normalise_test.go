package normalise

import (
	"strings"
	"testing"

	"gongwen/extract/internal/origin"
	"gongwen/extract/internal/read"
	"gongwen/model"
)

// source returns text as a reader would hand it on.
func source(text string) *read.Source { return &read.Source{Plain: origin.NewSource(text, nil)} }

// normal returns text in normal form.
func normal(text string) string { return Text(source(text), Options{}).Text.String() }

// check runs rows of a text and its normal form; "" stands for the same.
func check(t *testing.T, rows [][2]string) {
	t.Helper()
	for _, row := range rows {
		in, want := row[0], row[1]
		if want == "" {
			want = in
		}
		if got := normal(in); got != want {
			t.Errorf("%q\n gives %q\n want  %q", in, got, want)
		}
		if got := normal(want); got != want {
			t.Errorf("normal form %q\n becomes     %q", want, got)
		}
	}
}

func TestMarkup(t *testing.T) {
	src := source("## 一、**目标**\u200b：&amp;安\u00ad全\ufeff")
	src.Markup = []read.Range{{Lo: 0, Hi: 3}, {Lo: 9, Hi: 11}, {Lo: 17, Hi: 19}}
	src.Rewrites = []read.Rewrite{{Range: read.Range{Lo: 25, Hi: 30}, Text: "&"}}
	got := Text(src, Options{}).Text
	if got.String() != "一、目标：&安全" {
		t.Errorf("got %q", got)
	}
	if span := got.Span(6, 12); span.Quote != "目标" {
		t.Errorf("目标 comes from %q", span.Quote)
	}
	if span := got.Span(15, 16); span.Quote != "&amp;" {
		t.Errorf("& comes from %q", span.Quote)
	}
}

func TestGloss(t *testing.T) {
	check(t, [][2]string{
		{"國家保密局網(wǎng)站", "国家保密局网站"},
		{"關 (guān) 于開展培訓(xùn)", "关于开展培训"},
		{"附（fù）件", "附件"},
		{"網(wǎng)(wǎng)站", "网站"},
		{"培訓(xùn)和集訓(xun)", "培训和集训"},              // a reading seen with its tone
		{"領(lǐng)導(dǎo)關(guān)心發(fa)展", "领导关心发展"}, // three toned ones: a mirror
		{"学习(xué)了", "学习了"},
		{"绿(lǜ)化，女(nǚ)工", "绿化，女工"},
		// What stays.
		{"長度(mm)和面積(km)", "长度（mm）和面积（km）"},
		{"下載(APP)", "下载（APP）"},
		{"甲(a)、乙(b)，訓(xùn)練", "甲（a）、乙（b），训练"},
		{"發(fa)展", "发（fa）展"},
		{"résumé(xùn)", ""},
		{"训(xùnliàn)练", "训（xùnliàn）练"},
	})
	r := Text(source("國家保密局網(wǎng)站"), Options{})
	want := model.Repair{Kind: model.Pinyin, Original: "網(wǎng)", Repaired: "網"}
	if len(r.Repairs) != 1 || r.Repairs[0].Original != want.Original || r.Repairs[0].Repaired != want.Repaired ||
		r.Repairs[0].Kind != want.Kind || r.Repairs[0].Evidence.Start != 5 || r.Repairs[0].Evidence.End != 12 {
		t.Errorf("repairs %+v", r.Repairs)
	}
	if got := Text(source("網(wǎng)站"), Options{NoRepair: true}); len(got.Repairs) != 0 || got.Text.String() != "网（wǎng）站" {
		t.Errorf("without repair: %q, %v", got.Text, got.Repairs)
	}
}

func TestScript(t *testing.T) {
	for _, row := range []struct {
		in, want string
		script   model.Script
	}{
		{"雲嶺市關於開展檢查的通知", "云岭市关于开展检查的通知", model.Traditional},
		{"云岭市关于开展检查的通知", "云岭市关于开展检查的通知", model.Simplified},
		{"乾县於某、甯某、赵昇、魏徵、看著", "乾县於某、甯某、赵昇、魏徵、看著", model.Simplified},
		{"审核通过後公示，最後由後某签收，後某不在", "审核通过后公示，最后由后某签收，後某不在", model.Simplified},
		{"关于开展2023年安全生产专项检查和隐患排查治理工作的通知，请各单位认真贯彻执行，确保责任到岗、落实到人，過後报送总结材料",
			"关于开展2023年安全生产专项检查和隐患排查治理工作的通知，请各单位认真贯彻执行，确保责任到岗、落实到人，过后报送总结材料", model.Simplified},
		{"關於舉辦保密知識競賽的通知\n关于举办保密知识竞赛的通知，联系人於某", "关于举办保密知识竞赛的通知\n关于举办保密知识竞赛的通知，联系人於某", model.Mixed},
		{"鍾某等同志获得表扬，请各单位认真学习", "鍾某等同志获得表扬，请各单位认真学习", model.Mixed},
		{"", "", model.Simplified},
	} {
		got := Text(source(row.in), Options{})
		if got.Text.String() != row.want || got.Script != row.script {
			t.Errorf("%q\n gives %q (%s)\n want  %q (%s)", row.in, got.Text, got.Script, row.want, row.script)
		}
	}
	for _, row := range []struct {
		script   Script
		in, want string
	}{
		{Simplified, "關於", "關於"},
		{Traditional, "於某看著衞生署", "于某看着衞生署"},
		{Taiwan, "著重顯著成效", "着重显著成效"},
		{HongKong, "衞生署", "卫生署"},
	} {
		if got := Text(source(row.in), Options{Script: row.script}).Text.String(); got != row.want {
			t.Errorf("%q said to be %d gives %q, want %q", row.in, row.script, got, row.want)
		}
	}
}

func TestRegion(t *testing.T) {
	for _, row := range []struct{ in, want string }{
		{"本府資訊中心函：請各單位試著辦理，並揭櫫顯著成效", "本府资讯中心函：请各单位试着办理，并揭橥显著成效"},
		{"雲嶺市環境衞生處通知：檢查衞生", "云岭市环境卫生处通知：检查卫生"},
		{"請各單位看著辦，著力推進著名項目", "请各单位看着办，着力推进著名项目"}, // own phrases, whatever the region
		// What stays: no word shows Taiwan, or 着 tells it from 著.
		{"請各單位試著辦理", "请各单位试著办理"},
		{"資訊中心試著辦理，隨着形勢發展", "资讯中心试著办理，随着形势发展"},
		{"衞某同志学习了著名事迹，请各单位宣传", "衞某同志学习了著名事迹，请各单位宣传"}, // simplified text
	} {
		if got := normal(row.in); got != row.want {
			t.Errorf("%q\n gives %q\n want  %q", row.in, got, row.want)
		}
	}
}

func TestWidth(t *testing.T) {
	check(t, [][2]string{
		{"ＡＰＰ２０２３年５０％", "APP2023年50%"},
		{"ｂａｏｍｉ＠ｙｌ．ｅｄｕ．ｃｎ", "baomi@yl.edu.cn"},
		{"⽂件⼈⺠", "文件人民"},
		{"主旨︰檢查﹐通知﹔", "主旨：检查，通知；"},
		{"各县教育局∶请于8∶30前到会。", "各县教育局：请于8:30前到会。"},
		{"通知｡｢甲｣､乙", "通知。「甲」、乙"},
		{"︵甲︶﹙乙﹚", "（甲）（乙）"},
		// What stays.
		{"，？。：；！（）《》“”～", ""},
		{"①②⑩㎡℃Ⅱ〇", ""},
	})
}

func TestPunctuation(t *testing.T) {
	check(t, [][2]string{
		{"联系人:张三,电话:0771-2345678;", "联系人：张三，电话：0771-2345678;"},
		{"是否参加?请回复!", "是否参加？请回复！"},
		{"(一)指导思想(见附件1)", "（一）指导思想（见附件1）"},
		{"(1) 各单位(含直属)", "（1）各单位（含直属）"},
		{"主题是\"保密靠大家\"。", "主题是“保密靠大家”。"},
		{"用好'利器'", "用好‘利器’"},
		{"坚持“两条腿\"走路，\"一键”进入", "坚持“两条腿”走路，“一键”进入"},
		{"见<<保密法>>和〈〈条例〉〉", "见《保密法》和《条例》"},
		{"4•15、4‧15、4・15、4●15", "4·15、4·15、4·15、4·15"},
		{"艾山•买买提", "艾山·买买提"},
		{"时间：17：00", "时间：17:00"},
		{"会议于17：30开始", "会议于17:30开始"},
		{"0771－2345678", "0771-2345678"},
		{"各部門,、各單位，，特此通知。。", "各部门，各单位，特此通知。"},
		{"二○二○年，二OO八年，二０二四年", "二〇二〇年，二〇〇八年，二〇二四年"},
		{"三○日，第一○一号", "三〇日，第一〇一号"},
		{"等等。。。", "等等……"},
		{"保密－－从我做起", "保密——从我做起"},
		{"（甲)和(乙）", "（甲）和（乙）"},
		// What stays.
		{"共1,500元，17:00前，比例1:20", ""},
		{"http://www.yl.gov.cn/a,b?c=d:e", ""},
		{"Hello, world! (really)", ""},
		{"f(x)的值", ""},
		{"don't", ""},
		{"首页>>通知公告", ""},
		{"• 第一项\n●第二项", ""},
		{"1. 通知2.5倍", ""},
		{"目录......3", ""},
		{"约○个，二十o号", ""},
		{"太好了！！真的？？", ""},
		{"— 2 —", ""},
		{"一份15\"显示器", ""},
	})
}

func TestYear(t *testing.T) {
	check(t, [][2]string{
		{"云政发[2020]5号", "云政发〔2020〕5号"},
		{"云政发［2020］5号", "云政发〔2020〕5号"},
		{"云政发【2020】5号", "云政发〔2020〕5号"},
		{"云政发﹝2020﹞5号", "云政发〔2020〕5号"},
		{"云政发(2020)5号", "云政发〔2020〕5号"},
		{"云政发（2020）第5号", "云政发〔2020〕第5号"},
		{"云政发〈2020〉5号", "云政发〔2020〕5号"},
		{"云政发〔2020]5号", "云政发〔2020〕5号"},
		{"云政发﹝2020）5号", "云政发〔2020〕5号"},
		{"云政发(2020〕5号", "云政发〔2020〕5号"},
		{"云政发暡2013暢5号", "云政发〔2013〕5号"},
		{"云政发 [ 2020 ] 5 号", "云政发〔2020〕5号"},
		{"云政发［２０２０］５号", "云政发〔2020〕5号"},
		{"云政发(2013)第008", "云政发〔2013〕第008"},
		{"云政发[2020] 号", "云政发〔2020〕号"},
		{"雲政發[2020]5號", "云政发〔2020〕5号"},
		// What stays.
		{"见云政发〔2020〕5号", ""},
		{"《规划（2020）》", ""},
		{"云岭中学（2020）级", ""},
		{"云岭花园（2020）5号楼", ""},
		{"[2020]5号", ""},
		{"第三组（1234）5号", ""},
		{"表［1］", ""},
	})
}

func TestTighten(t *testing.T) {
	check(t, [][2]string{
		{"关于做好 2020 年保密工作", "关于做好2020年保密工作"},
		{"2023年 5 月 26 日", "2023年5月26日"},
		{"下载 APP 后 登录", "下载APP后 登录"},
		{"联系人： 张三 ， 电话 ： 2345678", "联系人：张三，电话：2345678"},
		{"活动 （甲） 目标", "活动（甲）目标"},
		{"联 系 人：张三  电  话：2345678", "联系人：张三  电话：2345678"},
		{"附 件：1.名单", "附件：1.名单"},
		{"传　　真：2345678", "传真：2345678"},
		{"主 题 词：保密 通知", "主题词：保密 通知"},
		{"2020\u00a0年，第\u30003\u3000条", "2020年，第3条"},
		// What stays.
		{"张三 李四", ""},
		{"云岭市教育局  2023年5月6日", ""},
		{"　　为做好工作", ""},
		{"  为做好工作  \n  二、", ""},
		{"New York 2024 5", ""},
		{"a @b.com", ""},
		{"通知 公告", ""},
		{"附件 名单", ""},
		{"张三\t2345678", ""},
		{"公告如下： 一、接收主体 （一）红十字会 1.现金 2、物资", ""},
	})
}

// Notices in normal form pass untouched, and at no cost in memory but the text's own.
func TestCleanTextStays(t *testing.T) {
	clean := strings.Repeat("云岭市保密委员会办公室关于组织开展2023年保密宣传教育月活动的通知（云保办〔2023〕2号），请于5月26日前报送。\n", 50)
	src := source(clean)
	got := Text(src, Options{})
	if got.Text.String() != clean || !got.Text.Same() {
		t.Error("a clean text was changed")
	}
	if n := testing.AllocsPerRun(10, func() { Text(src, Options{}) }); n > 8 {
		t.Errorf("%v allocations", n)
	}
}

var pieces = []string{
	"关于", "關於", "网", "網", "(wǎng)", "（wǎng）", "(xun)", "訓", "後", "於", "2023", "5", "年", "月", "日", "号", "第",
	" ", "  ", "　", "\n", ",", "，", "、", "。", ":", "：", ";", "?", "!", "(", ")", "（", "）", "[", "]", "［", "］", "〔", "〕",
	"\"", "'", "<<", ">>", "〈〈", "〉〉", "•", "·", "●", "○", "Ｏ", "O", "０", "二", "八", ".", "...", "-", "--", "－", "—", "abc", "http://a.cn/b?c",
	"的", "通", "知", "张", "条", "…", "‐", "「", "」", "\u200b", "⽂", "豈", "﹝2020﹞", "暡2013暢", "联 系 人", "电  话", "……", "％", "1,500", "17：00", "𫫇", "\xff",
	"2O19", "〔2O19〕", "l0", "9:3O", "O771-234", "5678", "元",
}

// FuzzText checks that nothing panics, that normal form stays as it is, and
// that every piece of the result knows its words in the source.
func FuzzText(f *testing.F) {
	f.Add([]byte("\x00\x01\x02"))
	f.Add([]byte("\x10\x11\x14\x1d\x0b\x2e"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 60 {
			data = data[:60]
		}
		var b strings.Builder
		for _, x := range data {
			b.WriteString(pieces[int(x)%len(pieces)])
		}
		in := strings.ToValidUTF8(b.String(), "?")
		got := Text(source(in), Options{})
		out := got.Text.String()
		// 後 behind a blank is taken for a surname, and the blank may be gone then.
		if again := Text(source(out), Options{NoRepair: true}).Text.String(); again != out && !strings.Contains(out, "後") {
			t.Errorf("%q\n gives %q\n then  %q", in, out, again)
		}
		points := []rune(in)
		for i := range out {
			span := got.Text.Span(i, len(out))
			if span.Quote != string(points[span.Start:span.End]) {
				t.Errorf("%q: quote %q is not %d to %d", in, span.Quote, span.Start, span.End)
			}
		}
		for _, r := range got.Repairs {
			if r.Original != string(points[r.Evidence.Start:r.Evidence.End]) {
				t.Errorf("%q: repair %+v", in, r)
			}
		}
	})
}

// FuzzBytes checks that no input makes a pass panic.
func FuzzBytes(f *testing.F) {
	f.Add("關\xff(\xe5\x9c網(wǎng)\xc2")
	f.Fuzz(func(t *testing.T, s string) { normal(s) })
}

func BenchmarkClean(b *testing.B) {
	benchmark(b, "云岭市保密委员会办公室关于组织开展2023年保密宣传教育月活动的通知（云保办〔2023〕2号），请于5月26日前报送总结。\n")
}

func BenchmarkSeedLike(b *testing.B) {
	benchmark(b, "1. 组织开展“4•15”全民国家安全教育日保密宣传活动 (完成时间：4月中旬)，各部门（单位）结合 2023 年工作实际，通过开展保密主题教育、警示教育、专题培训等形式，开展党和国家保密法规教育。\n")
}

func BenchmarkTraditional(b *testing.B) {
	benchmark(b, "雲嶺市保密委員會辦公室關於組織開展2023年保密宣傳教育月活動的通知,請於5月26日前報送總結。\n")
}

func BenchmarkGlosses(b *testing.B) {
	benchmark(b, "雲嶺市保密委員會辦公室關(guān)於組織開展2023年保密培訓(xùn)活動的通知,請於5月26日前報送總結,並在網(wǎng)站公布。\n")
}

func benchmark(b *testing.B, line string) {
	src := source(strings.Repeat(line, 300))
	Text(src, Options{})
	b.SetBytes(int64(len(src.Plain.String())))
	b.ReportAllocs()
	for b.Loop() {
		Text(src, Options{})
	}
}
