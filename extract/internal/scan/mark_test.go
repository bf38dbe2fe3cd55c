package scan

import (
	"strings"
	"testing"
)

func TestHeadMark(t *testing.T) {
	for _, c := range []struct {
		in   string
		kind MarkKind
		num  int
		text string // normal form; the length is that of the printed mark
		n    int
	}{
		{"一、活动目标", Han, 1, "一、", 6},
		{"十二、附则", Han, 12, "十二、", 9},
		{"二十一、其他", Han, 21, "二十一、", 12},
		{"一〇、其他", Han, 10, "一〇、", 9},
		{"一.总体要求", Han, 1, "一、", 4},
		{"一．总体要求", Han, 1, "一、", 6},
		{"一,总体要求", Han, 1, "一、", 4},
		{"二：工作安排", Han, 2, "二、", 6},
		{"一、2024年工作", Han, 1, "一、", 6},
		{"一、三年行动目标", Han, 1, "一、", 6},
		{"（一）加强领导", ParenHan, 1, "（一）", 9},
		{"(十二)加强领导", ParenHan, 12, "（十二）", 8},
		{"（二)加强领导", ParenHan, 2, "（二）", 7},
		{"㈢加强领导", ParenHan, 3, "㈢", 3},
		{"1.组织学习", Arabic, 1, "1.", 2},
		{"12．组织学习", Arabic, 12, "12.", 5},
		{"1、各单位", Arabic, 1, "1、", 4},
		{"1.5月10日前报送", Arabic, 1, "1.", 2},
		{"1.2024年工作总结", Arabic, 1, "1.", 2},
		{"1、2024年工作总结", Arabic, 1, "1、", 4},
		{"2.PPT制作", Arabic, 2, "2.", 2},
		{"（1）博士", ParenArabic, 1, "（1）", 7},
		{"(3)博士", ParenArabic, 3, "（3）", 3},
		{"1）博士", ParenArabic, 1, "1）", 4},
		{"①经费", Circled, 1, "①", 3},
		{"⑩经费", Circled, 10, "⑩", 3},
		{"第一章 总则", Chapter, 1, "第一章", 9},
		{"第十二条 本办法自印发之日起施行", Article, 12, "第十二条", 12},
		{"第一百零五条 附则", Article, 105, "第一百零五条", 18},
		{"第一条为了规范", Article, 1, "第一条", 9},
		{"第二十条之一 补充", Article, 20, "第二十条之一", 18},
		{"第二节 职责", SectionOf, 2, "第二节", 9},
		{"第一部分 总体要求", Part, 1, "第一部分", 12},
		{"第三编 附则", Part, 3, "第三编", 9},
		{"一是提高认识", HanIs, 1, "一是", 6},
		{"1.1 编制目的", Decimal, 1, "1.1", 3},
		{"1.2编制依据", Decimal, 2, "1.2", 3},
		{"2.1.3 职责分工", Decimal, 3, "2.1.3", 5},
		{"1.10 其他", Decimal, 10, "1.10", 4},
		{"A.一等奖", Letter, 1, "A.", 2},
		{"b)二等奖", Letter, 2, "b）", 2},
		{"II.工作要求", Roman, 2, "II.", 3},
		{"Ⅲ.工作要求", Roman, 3, "Ⅲ.", 4},
		{"• 加强宣传", Bullet, 0, "•", 3},
		{"- 加强宣传", Bullet, 0, "-", 1},
		{"●加强宣传", Bullet, 0, "●", 3},

		{"", NoMark, 0, "", 0},
		{"3.5亿元", NoMark, 0, "", 0},
		{"3.5%", NoMark, 0, "", 0},
		{"2.0版", NoMark, 0, "", 0},
		{"1.5倍行距", NoMark, 0, "", 0},
		{"1.5", NoMark, 0, "", 0},
		{"4.15全民教育日", NoMark, 0, "", 0},
		{"2020年工作", NoMark, 0, "", 0},
		{"2020.5.1 发布", NoMark, 0, "", 0},
		{"1.2.3.4", NoMark, 0, "", 0},
		{"192.168.1.1", NoMark, 0, "", 0},
		{"1:1", NoMark, 0, "", 0},
		{"1：1配套", NoMark, 0, "", 0},
		{"10月8日", NoMark, 0, "", 0},
		{"1,200元", NoMark, 0, "", 0},
		{"1 2 3", NoMark, 0, "", 0},
		{"一、二、三等奖若干", NoMark, 0, "", 0},
		{"一、二年级学生", NoMark, 0, "", 0},
		{"1、2班学生", NoMark, 0, "", 0},
		{"1、3、5班学生", NoMark, 0, "", 0},
		{"一带一路", NoMark, 0, "", 0},
		{"一，二，三", NoMark, 0, "", 0},
		{"二十大报告", NoMark, 0, "", 0},
		{"二〇二四年一月", NoMark, 0, "", 0},
		{"十四五规划", NoMark, 0, "", 0},
		{"（含备选）", NoMark, 0, "", 0},
		{"（1人）", NoMark, 0, "", 0},
		{"（2020）第3号", NoMark, 0, "", 0},
		{"（010）88880000", NoMark, 0, "", 0},
		{"（一等奖）", NoMark, 0, "", 0},
		{"第八号", NoMark, 0, "", 0},
		{"第一届", NoMark, 0, "", 0},
		{"第三条第二款", NoMark, 0, "", 0},
		{"第三条规定的情形", NoMark, 0, "", 0},
		{"第一节课", NoMark, 0, "", 0},
		{"1.docx", NoMark, 0, "", 0},
		{"U.S.", NoMark, 0, "", 0},
		{"A、B两类", NoMark, 0, "", 0},
		{"- 3 -", NoMark, 0, "", 0},
		{"——副题", NoMark, 0, "", 0},
		{"0.5分", NoMark, 0, "", 0},
	} {
		m, n := HeadMark(c.in)
		if m.Kind != c.kind || n != c.n || n > 0 && (m.Number != c.num || m.Text() != c.text) {
			t.Errorf("HeadMark(%q) = %v %d %q, %d; want %v %d %q, %d", c.in, m.Kind, m.Number, m.Text(), n, c.kind, c.num, c.text, c.n)
		}
	}
}

func TestHanSerial(t *testing.T) {
	for _, c := range []struct {
		in   string
		v, n int
	}{
		{"一", 1, 3}, {"十", 10, 3}, {"十一", 11, 6}, {"二十", 20, 6}, {"九十九", 99, 9}, {"一百", 100, 6},
		{"一百零五", 105, 12}, {"一百二十", 120, 12}, {"一百一十二条", 112, 15}, {"二一、", 21, 6},
		{"〇", 0, 0}, {"二〇二四", 0, 0}, {"年", 0, 0}, {"百", 0, 0},
	} {
		if v, n := hanSerial(c.in); v != c.v || n != c.n {
			t.Errorf("hanSerial(%q) = %d, %d; want %d, %d", c.in, v, n, c.v, c.n)
		}
	}
}

func TestNextMark(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"请认真执行。一、活动目标", "一、活动目标"},
		{"现将事项通知如下：（一）报名", "（一）报名"},
		{"的通知 一、活动目标", "一、活动目标"},
		{"报名；  2.比赛", "2.比赛"},
		{"办理。”3.比赛", "3.比赛"},
		{"总则  第一条 为了", "第一条 为了"},
		{"安排：1.报名。", "1.报名。"},
		{"评选一、二、三等奖。", ""},
		{"加强领导 1.组织学习", "1.组织学习"},
		{"见附件 1.申报表", ""},
		{"共 3.5亿元。约 2.0版", ""},
		{"主要做法：一是提高认识；二是加强领导", ""},
		{"在第一条规定中。第三条规定的", ""},
		{"比例为1：1。2020年", ""},
	} {
		got := ""
		if i := NextMark(c.in, 0); i >= 0 {
			got = c.in[i:]
		}
		if got != c.want {
			t.Errorf("NextMark(%q) at %q, want %q", c.in, got, c.want)
		}
	}
}

func FuzzHeadMark(f *testing.F) {
	for _, s := range []string{"一、", "（一）甲", "1.1 甲", "第一条之一", "II.甲", "- 甲", "1.5月", "\xe4\xb8", "(", "第", "1."} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		m, n := HeadMark(s)
		if n < 0 || n > len(s) || (n == 0) != (m.Kind == NoMark) || m.Printed != s[:n] {
			t.Fatalf("HeadMark(%q) = %+v, %d", s, m, n)
		}
		if n > 0 && m.Text() == "" {
			t.Fatalf("HeadMark(%q): no text", s)
		}
		for i := 0; ; {
			j := NextMark(s, i)
			if j < 0 {
				break
			}
			if j < i || j >= len(s) {
				t.Fatalf("NextMark(%q, %d) = %d", s, i, j)
			}
			i = j + 1
		}
	})
}

func BenchmarkNextMark(b *testing.B) {
	s := strings.Repeat("各单位要高度重视，加强组织领导，确保各项工作落到实处。一、活动目标：通过活动，增强全市干部职工的意识。", 200)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		for i := 0; i >= 0; {
			if i = NextMark(s, i); i >= 0 {
				i++
			}
		}
	}
}
