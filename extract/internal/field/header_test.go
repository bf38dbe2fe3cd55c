package field

import (
	"strings"
	"testing"

	"gongwen/model"
)

// issuersOf joins the names of the issuers of n.
func issuersOf(n *model.Notice) string {
	var names []string
	for _, x := range n.Issuers {
		names = append(names, x.Name)
	}
	return strings.Join(names, "|")
}

// The head of a copy: what the page says of itself is none of the document's.
func TestHeads(t *testing.T) {
	const body = "各单位：\n现将有关事项通知如下。\n一、请做好登记。\n二、请按时报送。\n"
	for _, tt := range []struct{ name, text, title, issuers, issuedOn, genre string }{
		{"links above the title", "跳至主要内容\n关于修缮渡口的通知\n" + body + "云岭市航道局\n2024年3月1日\n",
			"关于修缮渡口的通知", "云岭市航道局", "2024-03-01", "notice"},
		{"a title that names a link", "英文版 教材征订通知\n" + body + "云岭市航道局\n2024年3月1日\n",
			"英文版教材征订通知", "云岭市航道局", "2024-03-01", "notice"},
		{"issuers from the table of facts", "发文标题：关于渡船登记的公告\n发文部门：云岭市航道局 云岭市渔业局\n发文时间：2016-4-22\n实施时间：2016-5-1\n现公告如下：\n一、渡船应当登记。\n",
			"关于渡船登记的公告", "云岭市航道局|云岭市渔业局", "2016-04-22", "announcement"},
		{"a label whose value is no body", "发文标题：关于渡船登记的公告\n发文部门：管理员\n现公告如下：\n一、渡船应当登记。\n",
			"关于渡船登记的公告", "", "", "announcement"},
		{"signers joined by a mark", "关于修缮渡口的通知\n云岭市航道局、云岭市渔业局\n" + body,
			"关于修缮渡口的通知", "云岭市航道局|云岭市渔业局", "", "notice"},
		{"a mark inside a name", "关于修缮渡口的通知\n" + body + "云岭县委、县政府办公室\n2024年3月1日\n",
			"关于修缮渡口的通知", "云岭县委、县政府办公室", "2024-03-01", "notice"},
		{"a press release of Hong Kong", "青衫码头道路工程建议刊宪\n************\n政府建议改善码头道路。\n\n2014年12月24日（星期三）\n香港时间11时00分\n",
			"青衫码头道路工程建议刊宪", "", "2014-12-24", "news"},
		{"signers, one of them an office by its short name", "关于修缮渡口的通知\n" + body + "航安办、航道处\n2024年3月1日\n",
			"关于修缮渡口的通知", "航安办|航道处", "2024-03-01", "notice"},
		{"the mark names the first of two signers", "中共云岭市委文件\n云委〔2024〕3号\n关于表彰渡工的决定\n" + body + "中共云岭市委\n云岭市人民政府\n2024年3月1日\n",
			"关于表彰渡工的决定", "中共云岭市委|云岭市人民政府", "2024-03-01", "decision"},
		{"the mark names none of the signers", "中共云岭市委文件\n云委〔2024〕3号\n关于表彰渡工的决定\n" + body + "云岭市航道局\n云岭市人民政府\n2024年3月1日\n",
			"关于表彰渡工的决定", "中共云岭市委", "2024-03-01", "decision"},
		{"issuers below the title", "云岭市2023年渡运统计公报\n云岭市航道局　国家航运局云岭调查队\n（2024年3月1日）\n2023年，渡运平稳。\n一、综合\n渡运量增长。\n",
			"云岭市2023年渡运统计公报", "云岭市航道局|国家航运局云岭调查队", "2024-03-01", "communique"},
		{"who calls for bids", "渡口扩建项目补充通知\n各投标单位：\n开标地点不变。\n特此通知。\n招标人：云岭市渡口有限公司\n招标代理机构：云岭市咨询有限公司\n日期：2024年3月1日\n",
			"渡口扩建项目补充通知", "云岭市渡口有限公司", "2024-03-01", "notice"},
		{"who calls for bids beside a signer", "渡口扩建项目补充通知\n各投标单位：\n开标地点不变。\n招标人：云岭市渡口有限公司\n特此通知。\n云岭市航道局\n2024年3月1日\n",
			"渡口扩建项目补充通知", "云岭市航道局", "2024-03-01", "notice"},
		{"bidders in a sentence", "渡口扩建项目补充通知\n各投标单位：\n招标人：自收到异议之日起答复。\n特此通知。\n",
			"渡口扩建项目补充通知", "", "", "notice"},
		{"the issuer in the number alone", "航运署通函第8/2024号\n分发名单：各渡轮公司经理\n档号：MD 3\n日期：2024年3月1日\n渡轮保养资助计划\n摘要\n本通函旨在邀请各公司申请资助。\n",
			"渡轮保养资助计划", "航运署", "2024-03-01", "plan"},
		{"one of a series", "通告二\n各单位：\n渡口封航。\n云岭市航道局\n2024年3月1日\n",
			"通告二", "云岭市航道局", "2024-03-01", "circular"},
		{"when and where the page was posted", "通知公告\n关于渡口封航通知\n2024-03-01 10:23:22      航道公告\n因水位上涨，渡口封航，有关事宜通知如下：\n一、封航三天。\n",
			"关于渡口封航通知", "", "2024-03-01", "notice"},
		{"an hour of Hong Kong in a notice", "关于召开网上会议的通知\n" + body + "香港时间11时00分召开，请准时出席。\n云岭市航道局\n2024年3月1日\n",
			"关于召开网上会议的通知", "云岭市航道局", "2024-03-01", "notice"},
		{"an agency's dateline alone", "航道机构任免名单公布\n新华社云岭3月1日电　云岭任免航道机构人员。\n任命何川为渡口主任；免去章岚的渡口主任职务。\n",
			"航道机构任免名单公布", "新华社", "", "other"},
		{"an agency's dateline before a signer", "关于任免航道人员的通知\n各单位：\n新华社云岭3月1日电　云岭任免航道机构人员。\n云岭市航道局\n2024年3月1日\n",
			"关于任免航道人员的通知", "云岭市航道局", "2024-03-01", "notice"},
		{"an agency in a sentence", "航道机构任免名单公布\n新华社记者获悉，云岭任免航道机构人员，名单于日前公布。\n",
			"航道机构任免名单公布", "", "", "news"},
		{"a written decision", "关于渡口改造验收的决定书（生产类）\n云岭市渡口公司：\n经审查，同意验收。\n云岭市航道局\n2024年3月1日\n",
			"关于渡口改造验收的决定书（生产类）", "云岭市航道局", "2024-03-01", "decision"},
	} {
		n := noticeOf(tt.text)
		title := ""
		if n.Title != nil {
			title = n.Title.Text
		}
		if title != tt.title || issuersOf(n) != tt.issuers || n.IssuedOn != tt.issuedOn || string(n.Genre) != tt.genre {
			t.Errorf("%s:\n got %q %q %q %q\nwant %q %q %q %q", tt.name, title, issuersOf(n), n.IssuedOn, n.Genre, tt.title, tt.issuers, tt.issuedOn, tt.genre)
		}
	}
}

// An order's own title, the body's name and 令, states no subject.
func TestOrdersHaveNoSubject(t *testing.T) {
	for text, want := range map[string]string{
		"云岭市人民政府令\n第12号\n现发布《云岭市渡口办法》，自2024年5月1日起施行。\n市长 夏栖梧\n2024年3月1日\n":        "",
		"云岭市航道局\n〔2024〕3号\n渡口整治第三次联席会议纪要\n3月1日，召开会议。现纪要如下：\n一、关于渡口\n会议明确，渡口整治。\n": "渡口整治第三次联席会议",
		"云岭市航道局\n〔2024〕3号\n渡口整治专题会议纪要\n3月1日，召开会议。现纪要如下：\n一、关于渡口\n会议明确，渡口整治。\n":    "渡口整治",
		"航道站渡工招聘公告（2024年第3号）\n因工作需要，招聘渡工两名，具体如下：\n一、条件\n身体健康。\n航道站\n2024年3月4日\n":  "渡工招聘",
		"云岭市渡口安全检查通知\n各单位：\n现将有关事项通知如下。\n一、请做好登记。\n云岭市航道局\n2024年3月1日\n":           "云岭市渡口安全检查",
	} {
		got := ""
		if n := noticeOf(text); n.Theme != nil {
			got = n.Theme.Text
		}
		if got != want {
			t.Errorf("%s: theme %q, want %q", text, got, want)
		}
	}
}

// A citation's number is the code alone; what damage has left of one, and a form
// of the notice's own, are no documents.
func TestCitations(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"根据教育部教材厅〔2017〕1号文件精神执行。", "教材厅〔2017〕1号"},
		{"根据工信部联原〔2019〕9号文件精神执行。", "工信部联原〔2019〕9号"},
		{"根据教育部办公厅〔2017〕1号文件精神执行。", "教育部办公厅〔2017〕1号"},
		{"根据《渡口意见》（？k发〔2000〕5号）精神执行。", "渡口意见"},
		{"请填写《渡口核查报告》（见附件1），并按《渡口管理办法》（见附件2）执行。", "渡口管理办法"},
		{"请参照《2018年秋季大中专教学用书目录》征订。", ""},
		{"请撰写《渡口安全检查报告》。", ""},
		{"请按照《渡口建设方案》编制预算。", "渡口建设方案"},
		{"请填报《2024年渡口自查报告》。", ""},
		{"请提交《关于渡口情况的报告》。", "关于渡口情况的报告"},
		{"渡口照明见《码头照明建设规定》。市里《关于码头照明建设规定》（云政〔2023〕41号）另有说明。", "云政〔2023〕41号"},
		{"渡口照明见《码头照明建设规定》。市里《关于渡口照明建设规定》（云政〔2023〕41号）另有说明。", "码头照明建设规定|云政〔2023〕41号"},
		{"渡口巡查见《渡口巡查办法》和《渡口巡查办法实施细则》（云政〔2023〕41号）。", "渡口巡查办法|云政〔2023〕41号"},
		{"巡查依《渡口夜间巡查实施办法》（云政〔2023〕41号，以下简称《巡查办法》）进行，次数见《巡查办法》。", "云政〔2023〕41号"},
		{"巡查依《渡口夜间巡查实施细则》（云政〔2023〕41号）进行，次数见《巡查办法》。", "云政〔2023〕41号|巡查办法"},
	} {
		var got []string
		for _, x := range saying(tt.text).References {
			if x.DocumentNumber != "" {
				got = append(got, x.DocumentNumber)
			} else {
				got = append(got, x.Title)
			}
		}
		if s := strings.Join(got, "|"); s != tt.want {
			t.Errorf("%s: %q, want %q", tt.text, s, tt.want)
		}
	}
}

// A law site puts the province before the issuer's name and its own day beside; the
// document's title and number know better.
func TestLawSites(t *testing.T) {
	const body = "各单位：\n现将有关事项通知如下。\n一、请做好登记。\n二、请按时报送。\n"
	for _, tt := range []struct{ text, issuers, issuedOn, theme string }{
		{"时间：2024-03-04 09:08:07 来源：法规资料网\n梧江省云岭市人民政府\n\n云岭市人民政府关于修缮渡口的通知\n云政发〔2012〕75号\n" + body, "云岭市人民政府", "", "修缮渡口"},
		{"时间：2024-03-04 09:08:07 来源：云岭市人民政府\n云岭市人民政府关于修缮渡口的通知\n云政发〔2023〕75号\n" + body, "云岭市人民政府", "2024-03-04", "修缮渡口"},
		{"中共云岭市委文件\n云委发〔2012〕75号\n云岭市委关于修缮渡口的通知\n" + body, "中共云岭市委", "", "修缮渡口"},
		{"云岭市人民政府印发《关于修缮渡口的实施意见》的通知\n" + body + "云岭市人民政府\n2024年3月1日\n", "云岭市人民政府", "2024-03-01", "印发《关于修缮渡口的实施意见》"},
		{"关于印发《渡口修缮方案》的通知\n" + body + "云岭市人民政府\n2024年3月1日\n", "云岭市人民政府", "2024-03-01", "印发《渡口修缮方案》"},
		{"关于修缮渡口的通知\n" + body + "云岭市渡口工会委员会\n地址：云岭市渡口路1号\n邮编：550025\n电话：0851-88290000\n（微信公众号）\n", "云岭市渡口工会委员会", "", "修缮渡口"},
		{"关于修缮渡口的通知\n" + body + "请报云岭市渡口工会委员会\n地址：云岭市渡口路1号。\n", "", "", "修缮渡口"},
		{"关于修缮渡口的通知\n" + body + "纪 委\n党 委 办 公 室\n院 长 办 公 室\n2024年3月1日\n", "纪委|党委办公室|院长办公室", "2024-03-01", "修缮渡口"},
	} {
		n := noticeOf(tt.text)
		theme := ""
		if n.Theme != nil {
			theme = n.Theme.Text
		}
		if issuersOf(n) != tt.issuers || n.IssuedOn != tt.issuedOn || theme != tt.theme {
			t.Errorf("%s:\n got %q %q %q\nwant %q %q %q", tt.text, issuersOf(n), n.IssuedOn, theme, tt.issuers, tt.issuedOn, tt.theme)
		}
	}
}

// The text that a notice issues is no document that it cites, however its title marks
// another's inside it; a text of another title is one.
func TestIssuedIsNotCited(t *testing.T) {
	for _, tt := range []struct{ sentence, want string }{
		{"《云岭市航道局贯彻〈渡口条例〉办法》已经审定，现予印发。", ""},
		{"《码头办法》同时废止，另见《云岭市航道局贯彻〈码头条例〉办法》。", "码头办法|云岭市航道局贯彻〈码头条例〉办法"},
	} {
		text := "关于印发渡口办法的通知\n各单位：\n" + tt.sentence + "\n云岭市航道局\n2024年3月1日\n云岭市航道局贯彻《渡口条例》办法\n第一条 渡口应当安全。\n第二条 渡口应当整洁。\n"
		var got []string
		for _, x := range noticeOf(text).References {
			if x.Title != "渡口条例" {
				got = append(got, x.Title)
			}
		}
		if s := strings.Join(got, "|"); s != tt.want {
			t.Errorf("%s: %q, want %q", tt.sentence, s, tt.want)
		}
	}
}

// TestThemeWithSource: the bracket that tells where the words of a theme come from is no part
// of it; another bracket is.
func TestThemeWithSource(t *testing.T) {
	for _, tt := range []struct{ words, want string }{
		{"灯火万家明（出自《渡口歌》）", "灯火万家明"},
		{"灯火万家明（第二季）", "灯火万家明（第二季）"},
		{"（出自《渡口歌》）灯火万家明", "（出自《渡口歌》）灯火万家明"},
	} {
		n := saying("一、征文主题\n" + tt.words + "\n二、要求\n请认真组织。")
		if n.Theme == nil || n.Theme.Text != tt.want {
			t.Errorf("%s: %+v, want %s", tt.words, n.Theme, tt.want)
		}
	}
}

// TestSlogan: a theme below its heading may end in a full stop; a sentence about it is none.
func TestSlogan(t *testing.T) {
	for _, tt := range []struct{ words, want string }{
		{"渡船平安，人人有责。", "渡船平安，人人有责"},
		{"渡船平安，人人有责", "渡船平安，人人有责"},
		{"围绕渡船平安组织宣讲。", "做好档案整理有关工作"},
		{"由各渡口自行确定。", "做好档案整理有关工作"},
		{"渡船平安。人人有责。", "做好档案整理有关工作"},
		{"各渡口各选一个。", "做好档案整理有关工作"},
	} {
		n := saying("一、宣传主题\n" + tt.words + "\n二、要求\n请认真组织。")
		if n.Theme == nil || n.Theme.Text != tt.want {
			t.Errorf("%s: %+v, want %s", tt.words, n.Theme, tt.want)
		}
	}
}

// TestSignedBelowNumbers: a notice without a day may end in the numbers to call; the name below
// them signs it. A short name, or one among its own numbers, is a row of theirs.
func TestSignedBelowNumbers(t *testing.T) {
	for _, tt := range []struct{ tail, want string }{
		{"如有疑问，请按以下方式咨询。\n校招办0579-65500001\n校监察处0579-65500002\n云岭渔业大学招生办\n", "云岭渔业大学招生办"},
		{"咨询方式：\n渡运科 0579-65500001\n云岭市航道局\n", "云岭市航道局"},
		{"咨询方式：\n渡运科 0579-65500001\n船检科\n", ""},
		{"渡运科 0579-65500001\n云岭市航道局\n船检科 0579-65500002\n", ""},
		{"渡船平安\n渡运科 5号\n云岭市航道局\n", ""},
	} {
		n := noticeOf("关于拟录名单的公示\n经评议，现将名单予以公示，请予监督。\n" + tt.tail)
		if got := issuersOf(n); got != tt.want {
			t.Errorf("%q: issuers %q, want %q", tt.tail, got, tt.want)
		}
	}
}

// TestLostAttachment: an entry of which a copy has left the serial alone names nothing.
func TestLostAttachment(t *testing.T) {
	for text, want := range map[string]int{"附件：1 .": 0, "附件：1.登记表": 1, "附件：2024": 0, "附件：1.A4": 1} {
		if n := saying("请认真组织。\n" + text); len(n.Attachments) != want {
			t.Errorf("%s: %+v", text, n.Attachments)
		}
	}
}

// TestWrappedSigner: a name that takes two lines is one; a body of its own below another line
// is another, and a second line that could stand alone is no rest of a name.
func TestWrappedSigner(t *testing.T) {
	for _, tt := range []struct{ tail, want string }{
		{"云岭市应对森林草原火灾疫情\n应急指挥部办公室（代章）\n", "云岭市应对森林草原火灾疫情应急指挥部办公室"},
		{"云岭市森林草原火灾\n\n防控工作指挥部办公室\n", "云岭市森林草原火灾防控工作指挥部办公室"},
		{"云岭市森林草原管理局\n应急指挥部办公室\n", "云岭市森林草原管理局|应急指挥部办公室"},
		{"请相互转告，注意防火。\n防控工作指挥部办公室\n", "防控工作指挥部办公室"},
	} {
		n := noticeOf("关于防火的通告\n为做好防火工作，现将有关事项通告如下。\n一、禁止野外用火。\n" + tt.tail + "2024年3月1日\n")
		if got := issuersOf(n); got != tt.want || n.IssuedOn != "2024-03-01" {
			t.Errorf("%s: %q %s, want %q", tt.tail, got, n.IssuedOn, tt.want)
		}
	}
}

// TestPagesAround: the ornament, the columns and the foot of a page are no part of the
// document; lines of like words are.
func TestPagesAround(t *testing.T) {
	const body = "为做好防火工作，现将有关事项通告如下。\n一、禁止野外用火。\n云岭市林业局\n2024年3月1日\n"
	for _, tt := range []struct{ text, title, phones string }{
		{"Hello Reader\n关于防火的通告\n" + body, "关于防火的通告", ""},
		{"云岭市人民政府\n\n政府信息公开\n\n关于防火的通告\n\n" + body, "关于防火的通告", ""},
		{"关于做好\n政府信息公开工作的通告\n" + body, "关于做好政府信息公开工作的通告", ""},
		{"关于防火的通告\n" + body + "云ICP备24000001号\n联系电话：0790-5500001 违法和不良信息举报电话：0790-5500002\n", "关于防火的通告", ""},
		{"关于防火的通告\n为做好防火工作，现将有关事项通告如下。\n一、请及时报告，联系电话：0790-5500001。\n云岭市林业局\n2024年3月1日\n", "关于防火的通告", "0790-5500001"},
	} {
		n := noticeOf(tt.text)
		title, phones := "", ""
		if n.Title != nil {
			title = n.Title.Text
		}
		for _, c := range n.Contacts {
			phones += strings.Join(c.Phones, " ")
		}
		if title != tt.title || phones != tt.phones || issuersOf(n) != "云岭市林业局" {
			t.Errorf("%s: %q %q %q", tt.text, title, phones, issuersOf(n))
		}
	}
}

// TestNoSubject: a word that tells how a notice is meant, and a body with the number of its
// notices, are no subjects.
func TestNoSubject(t *testing.T) {
	for title, want := range map[string]string{
		"重要提示": "", "防火提示": "防火", "云岭市森林防火指挥部9号通告": "", "云岭市森林防火指挥部2号令": "", "云岭市森林防火指挥部关于防火的通告": "防火", "3号码头修缮通告": "3号码头修缮",
	} {
		n := noticeOf(title + "\n广大市民：\n请注意安全。\n云岭市林业局\n2024年3月1日\n")
		got := ""
		if n.Theme != nil {
			got = n.Theme.Text
		}
		if got != want {
			t.Errorf("%s: %q, want %q", title, got, want)
		}
	}
}

// TestNoThemeOfMail: the subject of a mail is no theme.
func TestNoThemeOfMail(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"回执请发邮件（主题为“馆名与参会人姓名”）给档案科。", "做好档案整理有关工作"},
		{"本次征文主题为“灯塔与航标的故事”。", "灯塔与航标的故事"},
	} {
		if n := saying(tt.text); n.Theme == nil || n.Theme.Text != tt.want {
			t.Errorf("%s: %+v, want %s", tt.text, n.Theme, tt.want)
		}
	}
}

// TestPlannedTheme: a notice that issues a plan by name has the theme that the plan prints below
// a heading of its own; what another text declares, and what is a sentence, is none.
func TestPlannedTheme(t *testing.T) {
	const plan = "渡口开放周活动方案"
	for _, tt := range []struct{ title, found, text, want string }{
		{"关于印发《" + plan + "》的通知", plan, "一、活动主题\n灯塔为你亮着\n二、活动时间\n5月1日至7日", "灯塔为你亮着"},
		{"关于印发《" + plan + "》的通知", plan, "一、宣传主题\n“灯塔为你亮着”\n二、活动时间\n5月1日至7日", "灯塔为你亮着"},
		{"关于印发《" + plan + "》的通知", plan, "一、活动主题\n本次活动的主题由各渡口自定。\n二、活动时间\n5月1日至7日", "印发《" + plan + "》"},
		{"关于印发《" + plan + "》的通知", plan, "一、班会主题\n灯塔为你亮着\n二、活动时间\n5月1日至7日", "印发《" + plan + "》"},
		{"关于印发《" + plan + "》的通知", plan, "一、活动主题\n1.灯塔\n2.航标\n二、活动时间\n5月1日至7日", "印发《" + plan + "》"},
		{"关于做好开放周工作的通知", plan, "一、活动主题\n灯塔为你亮着\n二、活动时间\n5月1日至7日", "做好开放周工作"},
	} {
		n := noticeOf(tt.title + "\n各渡口：\n方案已经审定，请认真落实。\n云岭市航道局\n2024年3月1日\n\n" + tt.found + "\n为做好开放工作，制定本方案。\n" + tt.text + "\n")
		if n.Theme == nil || n.Theme.Text != tt.want {
			t.Errorf("%s, %s: %+v, want %s", tt.title, tt.text, n.Theme, tt.want)
		}
	}
}

// TestPressReport: a text that opens as the press does is a report of who supplied it, numbered
// headings or none; a notice that speaks of the press is none.
func TestPressReport(t *testing.T) {
	const rows = "一、航线缩短\n改造后航程减半。\n二、购票方便\n掌上购票已占八成。\n"
	for _, tt := range []struct{ text, genre, issuers string }{
		{"渡口换新颜\n2024-03-02 08:00　来源：云岭日报　记者 温采蘩\n本报讯 改造一新的渡口昨天开航。\n" + rows, "news", "云岭日报"},
		{"渡口换新颜\n2024-03-02 08:00　来源：云岭日报　记者 温采蘩\n改造一新的渡口昨天开航。\n" + rows, "other", ""},
		{"渡口换新颜\n各渡口：\n本报讯栏目自即日起征稿。\n" + rows, "notice", ""},
		{"关于渡口开航的公告\n本报讯所载时刻有误。\n" + rows, "announcement", ""},
		{"渡口换新颜\n渡口昨天开航，见本报讯。\n" + rows, "other", ""},
	} {
		if n := noticeOf(tt.text); string(n.Genre) != tt.genre || issuersOf(n) != tt.issuers {
			t.Errorf("%s: %q %q, want %q %q", tt.text, n.Genre, issuersOf(n), tt.genre, tt.issuers)
		}
	}
}
