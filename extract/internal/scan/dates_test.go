package scan

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func texts(s string) string {
	var out []string
	Dates(s, func(lo, hi int, _ Date) bool {
		out = append(out, s[lo:hi])
		return true
	})
	return strings.Join(out, "|")
}

func TestDates(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"请各单位于5月26日前将总结报送市保密办，9月10日前完成。", "5月26日前|9月10日前"},
		{"根据《云岭市档案局关于2024年工作的通知》（云档发〔2023〕10号）", "2024年"},
		{"4月29日（星期六）、30日（星期日）补班", "4月29日（星期六）|30日（星期日）"},
		{"即5月1、2、3日", "5月1|2|3日"},
		{"由4月18日一20日改为5月8日一6月2日", "4月18日一20日|5月8日一6月2日"},
		{"4月18日一次，5月2日一20人，6月3日一、二组，7月9日一3日", "4月18日|5月2日|6月3日|7月9日"},
		{"5月1日，5日内报送", "5月1日|5日内"},
		{"1.5月26日前报送材料\n2.5月30日召开会议", "5月26日前|5月30日"},
		{"增长1.5月26日", ""},
		{"请于26日前报送", "26日前"},
		{"会议召开3日前通知", ""},
		{"第5日，第一季度", "第一季度"},
		{"第二季度第三月", "第二季度"},
		{"近三月来", ""},
		{"应当年底前完成", "年底前"},
		{"青少年中心、青年初期、三年底", ""},
		{"统一月底报送", ""},
		{"本次年会、每次日程", ""},
		{"第十二次年会", ""},
		{"张国庆前来报到", ""},
		{"康熙20年9月", ""},
		{"2023年2月29日至3月1日", "3月1日"},
		{"2月30日前", ""},
		{"电话：0791-88520539，13800138000", ""},
		{"GB/T 9704-2012，1.2.3，v2024.1.1.2", ""},
		{"A5月1日", ""},
		{"自收到通知之日起5个工作日内报送", "自收到通知之日起5个工作日内"},
		{"在本意见印发之日起30日内，制定细则", "在本意见印发之日起30日内"},
		{"自公告之日起，30日内", "自公告之日起，30日内"},
		{"放假前5个工作日报备", "放假前5个工作日"},
		{"返岗前14天内的行程", "返岗前14天内"},
		{"网上公示一周，无异议", "一周"},
		{"请于文到3日内回复，公文到馆后3日", "文到3日内"},
		{"公示期自张贴次日起7日，自次日起开放", "公示期自张贴次日起7日|次日起"},
		{"公示期自3月1日起，7日", "3月1日起|7日"},
		{"提前3天，历时5天，共10日", ""},
		{"请提前3天来电，馆员由分馆提前一周排班", "提前3天|提前一周"},
		{"可提前3天入住，请提前30分钟到场，自由提前3天报名", ""},
		{"年会前3日来电，于会前一天与馆方核对", "年会前3日|于会前一天"},
		{"自受理申请之日起8个工作日内", "自受理申请之日起8个工作日内"},
		{"lO月8日前，当月8日前", "当月8日前"},
		{"“4·15”全民国家安全教育日", "4·15"},
		{"从四月的最后一个星期一到十月一日", "四月的最后一个星期一到十月一日"},
		{"15日上午报到，16日8:30开幕（17日下午返程）", "15日上午|16日8:30|17日下午"},
		{"培训共3日 8:30—17:00，需5日上午", ""},
		{"第3日上午，前5日下午", ""},
		{"2010年之后2018年之前", "2010年之后|2018年之前"},
		{"二十三月", ""},
		{"每周五前报送，周一至周五前台值班", "每周五前"},
		{"马拉松在下下周日举行，上上周三结束", ""},
		{"神龙元年十一月，雍正四年大年三十", ""},
		{"上1月，两千年八月十五", "两千年八月十五"},
		{"请于周五前报送，明天上午9:00开会", "周五前|明天上午9:00"},
		{"明天的云岭，今天我们", ""},
		{"", ""},
		{"\xff\xe4\xb8", ""},
	} {
		if got := texts(c.in); got != c.want {
			t.Errorf("Dates(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestDatesTellsTerms(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"自收到本通知之日起5个工作日内报送", "day before working 收到本通知 P5D"},
		{"放假前5个工作日报备", "day before working 放假 P5D"},
		{"返岗前14天内的行程", "day 返岗 P14D"},
		{"9月29日、30日", "XXXX-09-29 day"},
	} {
		got := ""
		Dates(c.in, func(_, _ int, d Date) bool {
			got = show(d)
			return false
		})
		if got != c.want {
			t.Errorf("the first of %q is %q, want %q", c.in, got, c.want)
		}
	}
}

func TestResolve(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"5月26日前", "2024-05-26/2024-05-26"},
		{"2月", "2024-02-01/2024-02-29"},
		{"2月底", "2024-02-29/2024-02-29"},
		{"2月29日", "2024-02-29/2024-02-29"},
		{"2023年5月1日", "2023-05-01/2023-05-01"},
		{"12月20日至1月5日", "2024-12-20/2025-01-05"},
		{"10月至次年1月", "2024-10-01/2025-01-31"},
		{"去年10月", "2023-10-01/2023-10-31"},
		{"明年2月底前", "2025-02-28/2025-02-28"},
		{"去年10月至今年3月", "2023-10-01/2024-03-31"},
		{"即日起至11月26日止", "/2024-11-26"},
		{"5个工作日内", "/"},
		{"春节前", "2024-02-10/2024-02-10"},
		{"端午节", "2024-06-10/2024-06-10"},
		{"清明节", "2024-04-04/2024-04-04"},
		{"除夕", "2024-02-09/2024-02-09"},
		{"农历八月十五", "2024-09-17/2024-09-17"},
		{"大年三十", "2025-01-28/2025-01-28"},
	} {
		d, n := DateOf(c.in)
		if n != len(c.in) {
			t.Errorf("DateOf(%q) takes %d", c.in, n)
		}
		d = d.Resolve(2024)
		if got := d.Start.String() + "/" + d.End.String(); got != c.want {
			t.Errorf("%s in 2024 is %s, want %s", c.in, got, c.want)
		}
	}
	if d, _ := DateOf("2月29日"); d.Resolve(2023).Start.Year != 0 {
		t.Error("2023 has no 29 February")
	}
	if d, _ := DateOf("2月"); d.Resolve(0) != d {
		t.Error("no year resolves nothing")
	}
}

func TestNear(t *testing.T) {
	ref := Day{2024, 12, 30} // a Monday
	for _, c := range []struct{ in, want string }{
		{"本月26日前", "2024-12-26/2024-12-26"},
		{"下月初", "2025-01-01/2025-01-10"},
		{"上月底", "2024-11-30/2024-11-30"},
		{"月底前", "2024-12-31/2024-12-31"},
		{"31日前", "2024-12-31/2024-12-31"},
		{"次日8:00", "2024-12-31/2024-12-31"},
		{"本周五前", "2025-01-03/2025-01-03"},
		{"下周一前", "2025-01-06/2025-01-06"},
		{"上周日", "2024-12-29/2024-12-29"},
		{"次年1月", "2025-01-01/2025-01-31"},
		{"年底前", "2024-12-31/2024-12-31"},
	} {
		d, n := DateOf(c.in)
		if n != len(c.in) {
			t.Errorf("DateOf(%q) takes %d", c.in, n)
		}
		d = d.Near(ref)
		if got := d.Start.String() + "/" + d.End.String(); got != c.want {
			t.Errorf("%s near %v is %s, want %s", c.in, ref, got, c.want)
		}
	}
}

func TestLeadOf(t *testing.T) {
	for _, c := range []struct {
		in   string // the date begins at the bar
		want Lead
		text string
	}{
		{"截至|3月底", Until, "截至"},
		{"报名截止到|3月底", Until, "截止到"},
		{"截止|2024年5月1日", Until, "截止"},
		{"截止时间为：|5月1日", Deadline, "截止时间为："},
		{"截稿日期：|5月1日", Deadline, "截稿日期："},
		{"截止日期: |5月1日", Deadline, "截止日期: "},
		{"不晚于|5月1日", NoLater, "不晚于"},
		{"最迟|5月1日", NoLater, "最迟"},
		{"至迟应于|5月1日", NoLater, "至迟应于"},
		{"最迟不得超过|5月1日", NoLater, "最迟不得超过"},
		{"不得超过|5月1日", NoLead, ""},
		{"自|5月1日", Since, "自"},
		{"请于|5月1日", At, "于"},
		{"延长至|6月底", To, "至"},
		{"时间为|5月1日", NoLead, ""},
		{"定的|5月1日", NoLead, ""},
		{"|5月1日", NoLead, ""},
	} {
		before, after, _ := strings.Cut(c.in, "|")
		lead, n := LeadOf(before+after, len(before))
		if lead != c.want || before[len(before)-n:] != c.text {
			t.Errorf("LeadOf(%q) = %d, %d", c.in, lead, n)
		}
	}
	if lead, n := LeadOf("截至", 99); lead != NoLead || n != 0 {
		t.Error("LeadOf beyond the text")
	}
}

func addDateSeeds(f *testing.F) {
	for _, c := range dateCases {
		f.Add(strings.Replace(c.in, "|", "", 1))
	}
	for _, s := range refused {
		f.Add(s)
	}
	f.Add("放假前5个工作日，自收到通知之日起，30日内，\xff5月1日\xe4")
}

func FuzzDateOf(f *testing.F) {
	addDateSeeds(f)
	f.Fuzz(func(t *testing.T, s string) {
		d, n := DateOf(s)
		if n < 0 || n > len(s) || n == 0 && d != (Date{}) {
			t.Fatalf("DateOf(%q) = %v, %d", s, d, n)
		}
		if utf8.ValidString(s) && !utf8.ValidString(s[:n]) {
			t.Fatalf("DateOf(%q) cuts a character at %d", s, n)
		}
		for _, day := range []Day{d.Start, d.End} {
			if day.Month != 0 && day.Day != 0 && !possible(day.Year, day.Month, day.Day) {
				t.Fatalf("DateOf(%q) gives %v", s, day)
			}
		}
		r := d.Near(Day{2024, 2, 29})
		if full := r.Start.Year != 0 && r.End.Year != 0; full && r.End.Before(r.Start) {
			t.Fatalf("%q near 2024-02-29 runs from %v to %v", s, r.Start, r.End)
		}
	})
}

func FuzzDates(f *testing.F) {
	addDateSeeds(f)
	f.Fuzz(func(t *testing.T, s string) {
		end := 0
		Dates(s, func(lo, hi int, d Date) bool {
			if lo < end || hi <= lo || hi > len(s) {
				t.Fatalf("Dates(%q) gives %d:%d behind %d", s, lo, hi, end)
			}
			if utf8.ValidString(s) && !utf8.ValidString(s[lo:hi]) {
				t.Fatalf("Dates(%q) cuts a character in %d:%d", s, lo, hi)
			}
			LeadOf(s, lo)
			end = hi
			return true
		})
	})
}

// notice is an invented notice, its dates as thick as in a real one.
const notice = `云岭市国家保密局关于组织开展保密宣传教育月活动的通知
各县（区）党委保密办，市直各单位保密组织：
为深入贯彻落实上级关于加强保密宣传教育工作的部署，切实增强全市干部群众的保密意识和保密常识，经研究，决定在全市组织开展保密宣传教育月活动。
一、活动目标。坚持统筹谋划、分类指导、注重实效，推动保密宣传教育进机关、进单位、进学校，进一步营造人人知保密、人人懂保密、人人护保密的良好氛围。
二、活动安排。（一）开展主题宣讲。各单位要结合实际，组织领导干部带头讲保密课，引导涉密人员自觉履行保密义务，活动于4月中旬至5月中旬进行。
（二）开展知识竞赛。通过微信公众号推送试题，参加人员不少于本单位在岗人数的百分之九十，成绩优秀的给予通报表扬并颁发证书。
三、有关要求。请各单位于5月26日前将活动总结报送市国家保密局宣传教育科，联系人：李明远，电话：0799-6123456。
`

func BenchmarkDates(b *testing.B) {
	s := strings.Repeat(notice, 400*1024/len(notice))
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		n := 0
		Dates(s, func(_, _ int, _ Date) bool {
			n++
			return true
		})
		if n == 0 {
			b.Fatal("no dates")
		}
	}
}

func BenchmarkDateOf(b *testing.B) {
	const s = "2024年4月1日（星期一）上午9:00至4月3日（星期三）下午5:00前"
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		if _, n := DateOf(s); n == 0 {
			b.Fatal("no date")
		}
	}
}
