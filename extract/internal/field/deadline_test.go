package field

import (
	"strings"
	"testing"

	"gongwen/extract/internal/lexicon"
	"gongwen/extract/internal/origin"
	"gongwen/extract/internal/read"
	"gongwen/extract/internal/segment"
	"gongwen/model"
)

// noticeOf finds the fields of a text in normal form.
func noticeOf(text string) *model.Notice {
	plain := origin.NewSource(text, nil)
	src := &read.Source{Plain: plain}
	n := &model.Notice{Schema: model.Schema}
	Run(n, src, segment.Notice(plain.Text(), src))
	return n
}

// saying is a notice of 1 March 2024 whose body is the lines of s.
func saying(s string) *model.Notice {
	return noticeOf("关于做好档案整理有关工作的通知\n各单位：\n为进一步规范管理，现将有关事项通知如下。\n" + s + "\n云岭市档案局\n2024年3月1日\n")
}

func TestDeadlines(t *testing.T) {
	for _, tt := range []struct{ text, due, action string }{
		{"请各单位于4月12日前将整理情况报送市档案局。", "2024-04-12", "各单位将整理情况报送市档案局"},
		{"各单位务必于2024年4月12日17:00前，将《自查表》（一式两份）送至业务科。", "2024-04-12", "各单位将《自查表》（一式两份）送至业务科"},
		{"请于2月20日前报送总结。", "2024-02-20", "报送总结"},
		{"报名时间：3月5日至3月20日。", "2024-03-20", "报名"},
		{"网上申报时间为2024年3月5日9:00至3月20日17:00，逾期系统自动关闭。", "2024-03-20", "网上申报"},
		{"投稿截止日期：5月31日。", "2024-05-31", "投稿"},
		{"各支部录入截止时间均为3月25日晚8:00前。", "2024-03-25", "各支部录入"},
		{"请各组长到办公室领取材料。截止时间：3月14日（周四）18:00。", "2024-03-14", "各组长到办公室领取材料"},
		{"报名自即日起至3月22日截止，过期不再接收。", "2024-03-22", "报名"},
		{"即日起至4月1日，面向全市征集馆藏线索。", "2024-04-01", "面向全市征集馆藏线索"},
		{"材料最迟于4月8日交回。", "2024-04-08", "材料交回"},
		{"参会回执不迟于4月8日反馈会务组。", "2024-04-08", "参会回执反馈会务组"},
		{"线上登记系统将于4月1日开通，4月30日关闭。", "2024-04-30", "线上登记系统关闭"},
		{"技能考核成绩录入截至4月21日17:30，过期不再受理。", "2024-04-21", "技能考核成绩录入"},
		{"1. 摸底。4月20日前，各单位要对库房进行排查，形成台账。", "2024-04-20", "各单位要对库房进行排查"},
		{"各馆以县为单位全面排查隐患，列出清单。该项工作于4月底前完成。", "2024-04-30", "各馆以县为单位全面排查隐患，列出清单，该项工作完成"},
		{"对需要补建的，原则上于6月底前完成。", "2024-06-30", "对需要补建的，完成"},
		{"缴费期限可延长至4月15日。", "2024-04-15", "缴费期限可"},
		{"设计一张海报。【由美术社完成，4月25日前完成】", "2024-04-25", "由美术社完成，完成"},
		{"请还未登记的职工，及时（4月30日前）登记信息。", "2024-04-30", "还未登记的职工，登记信息"},
		{"请于明天（3月2日）中午12:30之前到办公室登记。", "2024-03-02", "到办公室登记"},
		{"请各班在4月1日放学前将照片上传到公共文件夹。", "2024-04-01", "各班将照片上传到公共文件夹"},
		{"候选人准备好材料，于4月5日前提交党办。", "2024-04-05", "候选人准备好材料，提交党办"},
		{"材料原件请于4月6日至4月10日期间到人事处取回，过期不予保管。", "2024-04-10", "材料原件到人事处取回"},
		{"各单位要在收到通知之日起5个工作日内反馈意见。", "P5D", "各单位反馈意见"},
		{"现将名单予以公示，公示期为7天。", "P7D", "现将名单予以公示，公示"},
		{"紧急信息要在事件发生后2小时内报送。", "PT2H", "紧急信息报送"},
		{"请各单位收到本通知后3日内将名单报送市档案局。", "P3D", "各单位将名单报送市档案局"},
		{"请各馆在4月15日（星期一）17:30之前通过平台报送汇总表。", "2024-04-15", "各馆通过平台报送汇总表"},
		{"活动报名自通知发布之日起至2024年4月10日止。", "2024-04-10", "活动报名"},
		{"征稿时间自发文之日起，至2024年9月30日止。", "2024-09-30", "征稿"},
		{"2024年4月30日24时系统关闭。", "2024-04-30", "系统关闭"},
		{"材料报送时间及地点：5月10日前报送至行政楼302室。", "2024-05-10", "报送至行政楼302室"},
		{"公示期5个工作日（2024年3月1日至3月7日）。", "2024-03-07", "公示期5个工作日"},
		{"现对拟推荐名单予以公示（2024年3月1日至3月7日）。", "2024-03-07", "现对拟推荐名单予以公示"},
		{"网上报名（4月1日—4月10日）。登录平台填写信息。", "2024-04-10", "网上报名"},
		{"请于月底前报送报表。", "2024-03-31", "报送报表"},
		{"三、申报时间\n2024年4月1日至4月30日。\n四、其他\n请认真落实。", "2024-04-30", "申报"},
		{"三、投稿截止时间\n2024年5月31日。\n四、其他\n请认真落实。", "2024-05-31", "投稿"},
		{"经批准，可将缴费期限延长至2024年6月30日。", "2024-06-30", "可将缴费期限"},
		{"二是4月10日前完成库房清点。", "2024-04-10", "完成库房清点"},
		{"请于周五前报送名单。", "2024-03-01", "报送名单"},
		{"请各馆于下周三下班前报送名单。", "2024-03-06", "各馆报送名单"},
		{"请各馆于本周内报送名单。", "2024-03-03", "各馆报送名单"},
		{"请于明天下午5点前到办公室领取材料。", "2024-03-02", "到办公室领取材料"},
		{"请于清明节前将值班表报送市档案局。", "2024-04-04", "将值班表报送市档案局"},
		{"5月25日前提交申报材料。", "2024-05-25", "提交申报材料"},
		{"参评单位5月25日前线上填报申报书。", "2024-05-25", "参评单位线上填报申报书"},
		{"请于4月8日至10日上午8:30—11:00到办公室领取证书。", "2024-04-10", "到办公室领取证书"},
		{"各单位限4月10日前完成整改。", "2024-04-10", "各单位完成整改"},
		{"学院团委将汇总表报送邮箱 tw@yunling.example，截止时间2024年5月7日17:00。", "2024-05-07", "学院团委将汇总表报送邮箱tw@yunling.example"},
	} {
		ds := saying(tt.text).Deadlines
		if len(ds) != 1 {
			t.Errorf("%s: %d deadlines %+v", tt.text, len(ds), ds)
			continue
		}
		d := ds[0]
		if got := d.Due + d.Relative; got != tt.due {
			t.Errorf("%s: due %s, want %s", tt.text, got, tt.due)
		}
		if segment.Alike(d.Action, tt.action) < 0.8 {
			t.Errorf("%s:\n got %s\nwant %s", tt.text, d.Action, tt.action)
		}
		if !strings.Contains(d.Evidence.Quote, strings.TrimRight(d.Text, "）")) && !strings.Contains(strings.ReplaceAll(d.Evidence.Quote, " ", ""), d.Text) {
			t.Errorf("%s: %q is not in %q", tt.text, d.Text, d.Evidence.Quote)
		}
	}
}

func TestNoDeadline(t *testing.T) {
	for _, text := range []string{
		"截至2月底，全市共举办讲座12场。",
		"截至2024年1月31日，各馆已完成数字化扫描60万页。",
		"日前，市档案局召开部署会。",
		"申报单位注册时间为2020年5月31日前，有较强的研发能力。",
		"对6月30日前到期的贷款予以展期。",
		"2020年5月31日前注册的企业可以申报。",
		"本办法自2024年5月1日起施行，有效期至2027年4月30日。",
		"拟于4月10日至5月10日开展档案宣传月活动。",
		"会议时间：4月17日，会期一天。",
		"经办机构审核后在网上公示，公示期5个工作日。",
		"2021年6月30日前云岭市在编在岗教师（含试用期）；",
		"各类企业不早于3月9日24时前复工。",
		"3月9日24时前不得开放。",
		"3月31日前暂停现场办理。",
		"实施期限至2025年12月31日。",
		"享受政策的期限截至2024年12月31日。",
		"各地要于每年1月底前报送计划。",
		"三、活动时间\n2024年4月1日至4月30日。\n四、其他\n请认真落实。",
		"每月7日前报送上月数据。",
		"每月底前汇总，每月报表于次月5日前报送。",
		"每季度首月10日前报送上季度报表，按月统计并于次月8日前公布。",
		"对申报日在2019年10月1日前（不含当日）的项目不再受理。",
		"对发生在2024年4月1日以前的行为不予追究。",
		"每周五前报送。",
		"入场时逐人查验72小时内核酸阴性证明。",
		"14天内有发热症状的不安排参训。",
		"在整改到位之前，不得办理验收。",
		"清明节4月4日至6日放假调休，共3天。",
		"4月6日至4月8日停水，请提前储水。",
		"报告会改期，延期至4月11日举行。",
		"《2024年5月31日前完成改造的通告》已经发布。",
		"该馆于2019年底前建成，2020年开放。",
		"展播时间为4月24日至5月4日。",
		"开展“5·18”国际博物馆日宣传。",
		"展览于4月8日上午开幕。",
		"试点时间为期3年，自公布之日起计算。",
		"活动于5月10日前后举行。",
		"各单位已于2月1日前完成自查。",
		"该证书12月31日前有效。",
		"未在4月10日前缴费的，视为自动放弃。",
		"逾期未于4月10日前提交材料的不予受理。",
		"（二）自查阶段（3月11日至4月10日）。各单位开展自查。",
		"请各参赛队于4月20日8:00—8:30到体育馆报到。",
		"自2024年3月1日起至2024年12月31日止开展专项整治。",
		"各区档案馆每季度末前报送报表。",
	} {
		if ds := saying(text).Deadlines; len(ds) > 0 {
			t.Errorf("%s: %s by %s%s (%s)", text, ds[0].Action, ds[0].Due, ds[0].Relative, ds[0].Evidence.Rule)
		}
	}
}

func TestSharedVerb(t *testing.T) {
	for _, tt := range []struct {
		text string
		want []string
	}{
		{"各单位于5月17日前将前两项活动小结，于9月3日前将培训情况经政务平台传至市档案局法规科。", []string{
			"2024-05-17 各单位将前两项活动小结经政务平台传至市档案局法规科", "2024-09-03 各单位将培训情况经政务平台传至市档案局法规科"}},
		{"直属馆务必于6月12日前、各区馆务必于6月19日前将有关材料报送市档案局。", []string{
			"2024-06-12 直属馆将有关材料报送市档案局", "2024-06-19 各区馆将有关材料报送市档案局"}},
		{"请各馆于3月15日、6月15日前报送进展情况。", []string{
			"2024-03-15 各馆报送进展情况", "2024-06-15 各馆报送进展情况"}},
		{"各单位要于3月底前完成动员，5月底前完成自查。", []string{
			"2024-03-31 各单位完成动员", "2024-05-31 各单位完成自查"}},
		{"一般信息要在3天内报送，突发事件等紧急信息，要在事件发生后2小时内报送。", []string{
			"P3D 一般信息报送", "PT2H 突发事件等紧急信息，报送"}},
		{"第一批于3月15日前完成修订审核，并在平台中填报。第二批于4月3日前完成修订审核。", []string{
			"2024-03-15 第一批完成修订审核，并在平台中填报", "2024-04-03 第二批完成修订审核"}},
	} {
		var got []string
		for _, d := range saying(tt.text).Deadlines {
			got = append(got, d.Due+d.Relative+" "+d.Action)
		}
		if strings.Join(got, "\n") != strings.Join(tt.want, "\n") {
			t.Errorf("%s:\n got %q\nwant %q", tt.text, got, tt.want)
		}
	}
}

// TestDeadlineRules holds the field to the turns of phrase of the lexicon: each
// example with a date is a deadline, each counterexample is none.
func TestDeadlineRules(t *testing.T) {
	for _, r := range lexicon.Standard().Rules("deadline") {
		for _, text := range r.Examples {
			n := saying(text + "。")
			if len(n.Dates) > 1 && len(n.Deadlines) == 0 { // one date is the notice's own
				t.Errorf("%s: no deadline in %s", r.Name, text)
			}
		}
		for _, text := range r.Refused {
			if ds := saying(text + "。").Deadlines; len(ds) > 0 {
				t.Errorf("%s: %s by %s in %s", r.Name, ds[0].Action, ds[0].Due, text)
			}
		}
	}
}

func TestNextYear(t *testing.T) {
	for _, tt := range []struct{ issued, text, due string }{
		{"2023年12月20日", "请于1月10日前报送总结。", "2024-01-10"},
		{"2023年12月20日", "请于2023年度考核结束后、1月10日前报送总结。", "2024-01-10"},
		{"2024年3月1日", "请于2月20日前报送总结。", "2024-02-20"}, // signed late
		{"2024年3月1日", "请于次年1月10日前报送总结。", "2025-01-10"},
		{"2023年12月20日", "2024年工作要点请于12月28日前报送。", "2023-12-28"},
		{"2023年12月20日", "2024年3月1日开始自查，4月10日前报送总结。", "2024-04-10"},
	} {
		ds := noticeOf("关于报送工作总结的通知\n各单位：\n现将有关事项通知如下。\n" + tt.text + "\n云岭市档案局\n" + tt.issued + "\n").Deadlines
		if len(ds) != 1 || ds[0].Due != tt.due {
			t.Errorf("%s, issued %s: want %s, got %+v", tt.text, tt.issued, tt.due, ds)
		}
	}
}

func TestNoYear(t *testing.T) {
	ds := noticeOf("关于报送工作总结的通知\n各单位：\n请于5月26日前报送总结。\n").Deadlines
	if len(ds) != 1 || ds[0].Due != "XXXX-05-26" {
		t.Errorf("%+v", ds)
	}
}

func TestDeadlineParts(t *testing.T) {
	d := saying("请各县（区）档案馆于4月12日17:00前将汇总表通过政务协同平台报送市档案局。").Deadlines[0]
	want := model.Deadline{Text: "4月12日17:00前", Due: "2024-04-12", Time: "17:00", Inferred: true, Action: "各县（区）档案馆将汇总表通过政务协同平台报送市档案局",
		Actor: "各县（区）档案馆", Recipient: "市档案局", Channel: "政务协同平台"}
	d.Evidence = model.Evidence{}
	if d != want {
		t.Errorf("got  %+v\nwant %+v", d, want)
	}
	d = saying("报名时间：2024年3月5日至3月20日。").Deadlines[0]
	if d.Start != "2024-03-05" || d.Inferred {
		t.Errorf("%+v", d)
	}
}

func FuzzDeadlines(f *testing.F) {
	f.Add("请于5月26日前（周五）将前3项，9月10日前将材料报送校办。【6月3前完成】")
	f.Add("（9月30日前）安装“；（截止时间为3月29日（下周一）上午第二节课前，请")
	f.Fuzz(func(t *testing.T, s string) {
		n := saying(strings.ToValidUTF8(s, "?"))
		for _, d := range n.Deadlines {
			if d.Action == "" || d.Due == "" && d.Relative == "" {
				t.Fatalf("%+v", d)
			}
		}
	})
}

func BenchmarkDeadlines(b *testing.B) {
	text := strings.Repeat("请各单位于4月12日前将整理情况报送市档案局，并做好归档准备，确保资料齐全、数据准确。\n一、充分认识做好这项工作的意义，加强领导，明确责任，层层抓好落实，切实提高管理水平。\n", 300)
	plain := origin.NewSource(text, nil)
	src := &read.Source{Plain: plain}
	o := segment.Notice(plain.Text(), src)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		p := &Pass{Source: src, Outline: o, Notice: &model.Notice{}}
		findDates(p)
		findDeadlines(p)
		findPeriod(p)
		findActivities(p)
		findDateRoles(p)
	}
}
