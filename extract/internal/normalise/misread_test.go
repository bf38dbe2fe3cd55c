package normalise

import (
	"strings"
	"testing"

	"gongwen/model"
)

func TestMisread(t *testing.T) {
	for _, c := range [...]struct{ in, want string }{
		// The year and the serial number of a document number.
		{"云政发〔2O19〕8号", "云政发〔2019〕8号"},
		{"云政发[2OI9]l2号", "云政发〔2019〕12号"},
		{"云政发〔20l9〕O84号", "云政发〔2019〕084号"},
		{"云政发〔2019〕\n3l2号", "云政发〔2019〕\n312号"},
		{"云政发〔20|9〕第1O号", "云政发〔2019〕第10号"},
		{"云政发（ 2O2O ） 1O 号", "云政发〔2020〕10号"},
		{"2020年第1O号", "2020年第10号"},
		// Days.
		{"2O19年9月27日", "2019年9月27日"},
		{"2O19 年 1O 月 2l 日", "2019年10月21日"},
		{"２Ｏ１９年Ｏ９月３Ｏ日", "2019年09月30日"},
		{"於2O2l年l0月l8號前", "于2021年10月18号前"},
		{"2O19年：汇总后于6月lO日前报送", "2019年：汇总后于6月10日前报送"},
		{"2O19年：4月l日至4月30日", "2019年：4月1日至4月30日"},
		{"2O19年：6月OO日、l月l日、O月lO日、16月lO日、第lO日、6月lO份", "2019年：6月OO日、l月l日、O月lO日、16月lO日、第lO日、6月lO份"},
		{"汇总后于lO月2O日前、Il月 5日前报送", "汇总后于10月20日前、11月5日前报送"},
		{"汇总后于l0月25日前报送", "汇总后于10月25日前报送"},
		{"1O月底前", "10月底前"},
		{"2O19年lO月19日", "2019年10月19日"},
		{"2O19年：各队在9月28日前，lO月8日前上报", "2019年：各队在9月28日前，10月8日前上报"},
		{"9月1O日至3O日", "9月10日至30日"},
		{"9月8日—l2日", "9月8日—12日"},
		{"9月8日一l2日", "9月8日一12日"},
		{"收到本通知后3O日内答复", "收到本通知后30日内答复"},
		{"3月l日至5月31日", "3月1日至5月31日"},
		{"6月lO日前报送，12月Il日", "6月10日前报送，12月11日"},
		{"名册（见附件l）报送。按附件l，填报。", "名册（见附件1）报送。按附件1，填报。"},
		// Times.
		{"上午9:3O开会", "上午9:30开会"},
		{"上午9:OO至l1:3O", "上午9:00至11:30"},
		{"下午14：OO", "下午14:00"},
		{"下午14：O0", "下午14:00"},
		{"9月l2日17：OO前", "9月12日17:00前"},
		{"上午1O时到会", "上午10时到会"},
		{"9时3O分，1O时前", "9时30分，10时前"},
		// Telephone numbers.
		{"O573-8215O376", "0573-82150376"},
		{"传\n真：0573-82l50377", "传\n真：0573-82150377"},
		{"（O573）8215O376", "（0573）82150376"},
		{"（0573）8215O376", "（0573）82150376"},
		{"何川  l38OOl38123、电话l3800138123", "何川  l38OOl38123、电话13800138123"},
		{"何川  l3800138123", "何川  13800138123"},
		{"联系电话：8215O376、8215O377", "联系电话：82150376、82150377"},
		{"手机：l38OOl38123", "手机：13800138123"},
		{"手机：\nl38OOl38123", "手机：\n13800138123"},
		{"船员组  周岚  l3800138123", "船员组  周岚  13800138123"},
		{"聯繫電話：O573 8215O376", "联系电话：0573 82150376"},
		{"电话（传真）：2l34567", "电话（传真）：2134567"},
		{"O573-8215O376-801", "0573-82150376-801"},
		// The first mark of a row.
		{"l.修船\n2.补缆", "1.修船\n2.补缆"},
		{"I、修船。\n旧船不修。\n2、补缆。", "1、修船。\n旧船不修。\n2、补缆。"},
		{"附件：l.船员名册\n　　　2.缆绳表", "附件：1.船员名册\n　　　2.缆绳表"},
		{"l.修船\n2,补缆", "1.修船\n2，补缆"},
		{"l.修船\n　2，补缆", "1.修船\n　2，补缆"},
		// 一 of a serial mark.
		{"－、修船（2O19年）\n新船不修。\n二、补缆", "一、修船（2019年）\n新船不修。\n二、补缆"},
		{"—、修船（2O19年）\n（－）桅杆\n(二)船底\n二.补缆", "一、修船（2019年）\n（一）桅杆\n（二）船底\n二.补缆"},
		// Sums of money.
		{"每人5OO元", "每人500元"},
		{"合计1,OOO.5O元", "合计1,000.50元"},
		{"补助1O万元、2lO0亿元", "补助10万元、2100亿元"},
	} {
		d := Text(source(c.in), Options{})
		if got := d.Text.String(); got != c.want {
			t.Errorf("%q: %q, want %q", c.in, got, c.want)
		}
		if len(d.Repairs) == 0 {
			t.Errorf("%q: no repair is noted", c.in)
		}
		for _, r := range d.Repairs {
			if r.Kind != model.MisreadFigure || r.Original != r.Evidence.Quote || !strings.Contains(c.in, r.Original) || r.Original == r.Repaired {
				t.Errorf("%q: repair %+v", c.in, r)
			}
		}
		if d := Text(source(c.in), Options{NoRepair: true}); len(d.Repairs) > 0 || d.Text.String() == c.want {
			t.Errorf("%q is repaired unasked", c.in)
		}
	}
}

// What stays: the letter belongs there, or nothing proves a figure.
func TestNotMisread(t *testing.T) {
	for _, in := range []string{
		"A4纸", "维生素B12、B2O", "H2O", "CO2排放", "O2O模式", "5O管理", "3l汽油", "l0支", "1O1型", "I5处理器",
		"云政发〔2O1〕8号", "云政发〔2l19〕8号", "云政发〔2O19〕", "云岭中学（2O19）级", "规划（2O19）", "云政发〔2019〕A1O号",
		"云政发〔2019〕l号", "〔2O19〕8号", "a〔2O19〕8号", "云政发〔2O19〕8号楼", "第O1号样品", "第B1O号", "1O号线", "l2号楼",
		"表|2O|9|", "3|1月", "|1|2月|", "20|9年",
		"O19年", "2O1年", "3O19年", "第2O19", "GB/T 97O4-2O12", "GB2O12年", "WX-2O19年", "a.cn/2O19年", "a2O19@b.cn", "2O19x年", "x 2O19年",
		"O3月均浓度", "第8日一l2日", "9月8日一lO队", "O3月5日浓度", "2O月", "l3月", "3l日均", "3O日常管理", "2O日报", "3O日", "2月3O9日", "4l日内", "1O号", "2l号文",
		"6月OO日", "6月lO份", "l月l日", "O月lO日", "第lO日", "6月IOO日", "6月 l号楼", "16月lO日",
		"3O时代", "1O时代", "5O时前", "3O分", "3O分之一", "2:1OO", "1:2:3O", "1:5O:O3", "25:3O", "9:6O", "l:OO", "a:3O", "x.cn:8O", "1:O2:3O",
		"O573", "O573-8215", "O573-8215O37612", "8215O376", "编号：8215O376", "手机：l2800138123", "手机壳l3800l38123", "船员 l38OOl38123", "船员l3800138123", "船员 l2800138123", "lO月样8", "Il月底", "上交手机\n2O190927", "O12-8215O376", "O573-8215O376-8O1",
		"电话：OOOO-OOO1OOO", "订单O573-8215O376X", "QQ：8215O376",
		"3l元", "每l2O元", "2O元件", "2O元素", "1,5O元", "O5元", "B2O元", "M1O元", "5O0", "5OO人", "1O平方米",
		"某月l日", "O月l日", "13月l日", "3月l日报", "3月l号样", "3月ll", "3月lOO日", "月l日", "3月 l", "附件l楼", "附件lA）", "部件l）", "附件I）", "附件ll）", "条件l，",
		"l.修船", "l.修船\n3.补缆", "l.修船\n2、补缆", "k.修船\nl.补缆\nm.换桨", "见：l.修船\n2.补缆", "l.boat\n2.补缆", "l.修船\n2.5米", "l.修船\n12.补缆", "Il.修船\n2.补缆", "O.修船\n2.补缆", "html.修船\n2.补缆",
		"l.修船\n2,500元", "l、修船\n2,补缆", "I.boat\n2,rope",
		"lO月日报", "lO月O日", "lO月32日", "OO月8日", "l4月8日", "l8月8日", "lO月lO日", "lO月8号", "blO月8日", "型号l3800138123", "何川  l2800138123", "何川  l38001381234",
		"－、修船（l）\n二、补缆", // nothing else was misread
		strings.Repeat("2O-", 40) + "2O19年", "二OO八年", "张OO", "O", "l", "I", "|", "1|2", "no1", "l10n", "I18n",
	} {
		d := Text(source(in), Options{})
		for _, r := range d.Repairs {
			t.Errorf("%q: repair %q to %q", in, r.Original, r.Repaired)
		}
		if got := Text(source(in), Options{NoRepair: true}).Text.String(); d.Text.String() != got {
			t.Errorf("%q: %q, want %q", in, d.Text, got)
		}
	}
}

// A dash stays where no row of marks proves it to be 一.
func TestNotDashMark(t *testing.T) {
	for _, in := range []string{
		"－、修船\n三、补缆", "（－）桅杆\n二、补缆\n（二）船底", "－、修船\n（二）补缆", "见－、修船\n二、补缆",
		"－、2艘\n二、补缆", "－修船\n二、补缆", "－、修船", "（—）桅杆\n（二等）船底", "－、修船\n二等舱",
	} {
		d := Text(source("2O19年\n"+in), Options{})
		if len(d.Repairs) != 1 || strings.Contains(d.Text.String(), "一") {
			t.Errorf("%q: %q, repairs %v", in, d.Text, d.Repairs)
		}
	}
}

func TestMisreadKeepsOrigin(t *testing.T) {
	d := Text(source("请于2O19年l0月3O日前报送。"), Options{})
	s := d.Text.String()
	at := strings.Index(s, "10月30日")
	if at < 0 {
		t.Fatal(s)
	}
	if got := d.Text.Span(at, at+len("10月30日")).Quote; got != "l0月3O日" {
		t.Errorf("10月30日 comes from %q", got)
	}
}

func BenchmarkMisread(b *testing.B) {
	benchmark(b, "云政发〔2O19〕3l2号，请于2O19年l0月3O日前将总结报送办公室（电话：O771-2345O78），见1,OOO.5O元。\n")
}

// FuzzMisread checks that only letters in runs with a digit change, each into
// its digit, and dashes of marks, and that nothing is left to do behind it.
func FuzzMisread(f *testing.F) {
	for _, s := range []string{"云政发〔2O19〕3l2号", "2O19年l0月3O日9:3O", "电话：O573-8215O376、8215O377", "合计1,OOO.5O元", "H2O和O2O、5O，3l|1", "－、2O19年\n二、岁"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, in string) {
		in = strings.ToValidUTF8(in, "?")
		d := &document{Result: Result{Text: source(in).Plain.Text()}}
		out := misread(d).String()
		if len(out) != len(in) {
			t.Fatalf("%q gives %q", in, out)
		}
		for i := range len(in) {
			if in[i] != out[i] && digits(in[i:i+1]) != out[i:i+1] && in[i] < 0x80 {
				t.Fatalf("%q gives %q", in, out)
			}
		}
		if !surveyOf(in).misread && out != in {
			t.Fatalf("%q gives %q, but the survey rules it out", in, out)
		}
		if len(d.Repairs) == 0 != (out == in) {
			t.Fatalf("%q: %d repairs", in, len(d.Repairs))
		}
	})
}
