package field

import (
	"fmt"
	"strings"
	"testing"

	"gongwen/model"
)

// activityLines prints activities a line each: name, start/end, attachments.
func activityLines(n *model.Notice) string {
	var b strings.Builder
	for _, a := range n.Activities {
		fmt.Fprintf(&b, "%s", a.Name)
		if a.Start != "" {
			fmt.Fprintf(&b, " %s/%s", a.Start, a.End)
		}
		if len(a.Attachments) > 0 {
			fmt.Fprintf(&b, " %v", a.Attachments)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func TestActivities(t *testing.T) {
	const tail = "\n云岭市档案局\n2024年3月1日\n"
	for _, tt := range []struct{ name, text, want, period string }{
		{"items under an arrangement", `关于开展档案宣传月活动的通知
各单位：
定于4月10日至5月10日在全市开展档案宣传月活动，现将有关事项通知如下：
一、活动主题
以“档案连着你我他”为主题，营造氛围。
二、活动安排
（一）举办一次开放日。各馆敞开大门迎接市民（具体办法见附件1）。
（二）组织观看纪录片（片单另行下发）。
（三）开展“一件老物件”征文。征文自即日起，各单位可查阅附件2。
（四）组织网上学习（完成时间：5月上旬）。各单位登录平台学习（详见附件3）。
三、工作要求
各单位要高度重视。`,
			"举办一次开放日 [1]\n组织观看纪录片\n开展“一件老物件”征文 [2]\n组织网上学习 2024-05-01/2024-05-10 [3]\n", "2024-04-10/2024-05-10"},
		{"times on labelled lines", `关于开展消防安全月活动的通知
各单位：
为提升消防意识，现将有关事项通知如下。
一、活动内容
（一）消防安全培训
1.活动时间：2024年3月10日
2.活动地点：报告厅
（二）消防演练
1.演练地点：操场
2.演练时间：2024年3月17日
二、联系方式
联系人：骆一川`,
			"消防安全培训 2024-03-10/2024-03-10\n消防演练 2024-03-17/2024-03-17\n", "/"},
		{"stages without marks", `关于开展优秀案例评选的通知
各单位：
经研究，决定开展优秀案例评选，现将有关事项通知如下。
一、评选步骤
单位初选（2024年3月10日-3月31日）：由各单位组织评委进行初选。
网上投票（2024年4月3日-4月8日）：由职工投票产生候选案例。
二、奖项设置
优秀案例10个。`,
			"开展优秀案例评选\n单位初选 2024-03-10/2024-03-31\n网上投票 2024-04-03/2024-04-08\n", "/"},
		{"sections that do something", `各部门：
为落实档案宣传工作部署，现就具体安排通知如下：
一、组织收看微电影
各部门可分批次收看。
二、组织参加线上答题
1.答题日期：2024年4月1日至4月20日
三、组织参与吉祥物征集
个人投稿、集体投稿均可。`,
			"组织收看微电影\n组织参加线上答题 2024-04-01/2024-04-20\n组织参与吉祥物征集\n", "/"},
		{"the title's subject", `关于召开全市档案工作会议的通知
各区档案馆：
市档案局定于2024年4月17日召开全市档案工作会议。现将有关事宜通知如下：
一、与会人员
各区档案馆馆长。`,
			"召开全市档案工作会议 2024-04-17/2024-04-17\n", "/"},
		{"one day ahead", "教工大会通知\n各位老师：\n今天（3月1日）下午4点在报告厅开会，请准时参加。",
			"教工大会 2024-03-01/2024-03-01\n", "/"},
		{"two days ahead", "全校社团课通知\n各位同学：\n3月5日上课，3月6日检查，请准时参加。", "全校社团课\n", "/"},
		{"two subjects", `关于本科生2023年科研项目结题与2024年科研项目立项的通知
各学院：
现将有关事项通知如下。
一、申报条件
在校学生均可申报。`,
			"本科生2023年科研项目结题\n2024年科研项目立项\n", "/"},
		{"a title without 关于", "工会登山活动通知\n各小组：\n活动时间：2024年4月6日至4月7日。\n请大家准时参加，注意安全。",
			"工会登山活动 2024-04-06/2024-04-07\n", "2024-04-06/2024-04-07"},
		{"a notice passed on", `转发《关于组织申报人才项目的通知》
各学校：
现将《关于组织申报人才项目的通知》转发给你们，请对照条件组织申报。`,
			"组织申报人才项目\n", "/"},
		{"holidays arrange nothing", `关于2024年清明节放假的通知
各单位：
4月4日至6日放假调休，共3天。`, "", "/"},
		{"nor do lists made public", `关于2024年拟推荐名单的公示
经研究，现予公示。公示期为2024年3月1日至3月7日。`, "", "/"},
		{"nor replies", `云岭市人民政府关于同意设立云岭档案馆的批复
市档案局：
你局请示收悉。同意设立云岭档案馆。`, "", "/"},
		{"plain sentences under an arrangement", `关于开展典型案例征集的通知
各单位：
现组织开展典型案例征集工作，有关事项通知如下。
一、工作安排
（一）各单位要按照要求组织填报，并做好审查和推荐工作，每个单位推荐案例不得超过5个。
（二）请各单位于4月30日前将推荐表一式两份报送市档案局，逾期不予受理，同时发送电子版。
二、其他事项
无。`, "开展典型案例征集\n", "/"},
	} {
		n := noticeOf(tt.text + tail)
		if got := activityLines(n); got != tt.want {
			t.Errorf("%s:\n got %swant %s", tt.name, got, tt.want)
		}
		period := "/"
		if n.Period != nil {
			period = n.Period.Start + "/" + n.Period.End
		}
		if period != tt.period {
			t.Errorf("%s: period %s, want %s", tt.name, period, tt.period)
		}
	}
}

// TestStatedActivities: what the first paragraph sets going where no title says it,
// and what it only tells of.
func TestStatedActivities(t *testing.T) {
	const tail = "\n一、对象\n在职职工。\n云岭市档案局\n2024年3月1日\n"
	for _, tt := range []struct{ text, want string }{
		{"各学院：\n经研究，决定在全校范围内开展第二届诗词大赛。现将有关事宜通知如下：", "开展第二届诗词大赛\n"},
		{"各支部：\n馆党委将在全馆开展迎新春征文和征集年画评比活动。", "开展迎新春征文和征集年画评比活动\n"},
		{"各高校：\n云岭测绘学会、云岭地图出版社和云岭测绘股份有限公司决定联合举办第八届测绘大赛，现将有关事宜通知如下：", "举办第八届测绘大赛\n"},
		{"各部门：\n为做好2024年度库房清点及设备登记工作，按时完成任务，现将有关事宜通知如下：", "做好2024年度库房清点及设备登记工作\n"},
		{"各学院：\n根据发展需要，云岭测绘股份有限公司面向退役军人举办专场招聘，现将有关事项通知如下：", "面向退役军人举办专场招聘\n"},
		{"各单位：\n现就2024年度全市民兵训练工作有关事项通知如下：", "2024年度全市民兵训练工作\n"},
		{"各单位：\n市局在会上开展了讨论，并将在年内完成修订。", ""},
		{"各单位：\n为做好工作，现将有关事宜通知如下：", ""},
		{"各单位：\n为做好2024年度财务决算工作，市局作了部署。", ""},
		{"各学院：\n去年，云岭测绘股份有限公司面向退役军人举办了专场招聘，现将有关情况通知如下：", ""},
		{"各单位：\n云岭测绘股份有限公司开展测绘，现将有关事项通知如下：", ""},
		{"各单位：\n经研究，决定在职职工不参加测试。", ""},
	} {
		if got := activityLines(noticeOf(tt.text + tail)); got != tt.want {
			t.Errorf("%s:\n got %swant %s", tt.text, got, tt.want)
		}
	}
}

func TestTitledActivities(t *testing.T) {
	const tail = "\n云岭市档案局\n2024年3月1日\n"
	for _, tt := range []struct{ name, text, want string }{
		{"a call", "“云岭十大美食”征集启事\n经研究，向社会征集菜品。\n一、活动内容\n（一）征集方式\n网上投稿。\n（二）评选结果公布\n获奖菜品另行通知。", "“云岭十大美食”征集\n"},
		{"a call whose title names nobody", "招聘启事\n云岭测绘有限公司因业务需要，面向社会公开招聘工作人员5名。\n一、待遇\n面议。", "面向社会公开招聘工作人员5名\n"},
		{"a report of one", "招聘启事\n本公司面向社会公开招聘了5名人员。\n一、名单\n另行公布。", ""},
		{"an event announced", "关于举办市民长跑的公告\n现将有关事项公告如下。\n一、时间\n另行公布。", "举办市民长跑\n"},
		{"a matter announced", "关于规划许可的公告\n现将有关事项公告如下。\n一、事项\n道路工程。", ""},
		{"a call for pictures, its last word a slip", "“云岭之春”摄影大赛征稿启示\n现将有关事项告示如下：\n一、对象\n在职职工。", "“云岭之春”摄影大赛征稿\n"},
		{"a lesson", "一封家书带来的启示\n读罢家书，感触良多。", ""},
		{"steps of a work with their times", "关于做好考核工作的通知\n各馆：\n现将有关事项通知如下。\n一、工作流程\n（一）修订细则（4月7日—4月14日）。各馆修订细则。\n（二）提交汇总材料（4月20日）。各馆提交汇总表。", "做好考核工作\n修订细则 2024-04-07/2024-04-14\n提交汇总材料 2024-04-20/2024-04-20\n"},
		{"steps of an application", "关于做好考核工作的通知\n各馆：\n现将有关事项通知如下。\n一、工作流程\n（一）填写表格。各馆填写表格。\n（二）提交汇总材料。各馆提交汇总表。", "做好考核工作\n"},
		{"days that items open with", "关于开展读书节的通知\n各馆：\n现将有关事项通知如下。\n一、活动内容\n（一）4月20日上午9:20，请各馆组织“读书节”开馆仪式，馆长致辞。\n（二）4月22日前，各馆组织报送“读书节”活动，逾期不补。\n（三）读书节活动内容：\n1.班内朗读。每人读一段。\n2.做一张书签。题材不限。", "各馆组织“读书节”开馆仪式 2024-04-20/2024-04-20\n班内朗读\n做一张书签\n"},
		{"a window below the label of time and place", "关于组织馆员参加整理培训班的通知\n各馆：\n现将有关事项通知如下。\n一、对象\n各馆馆员。\n二、时间地点\n集中学习于2024年4月14日至4月18日在报告厅举行。", "组织馆员参加整理培训班 2024-04-14/2024-04-18\n"},
		{"a window below another heading", "关于组织馆员参加整理培训班的通知\n各馆：\n现将有关事项通知如下。\n一、对象\n各馆馆员。\n二、往届情况\n上届于2023年4月14日至4月18日在报告厅举行。", "组织馆员参加整理培训班\n"},
		{"something lost", "寻物启事\n3月1日遗失钥匙一串，拾到者请交门卫。", ""},
		{"two works that the title joins", "举办运动会和游园会通知\n各分会：\n现将有关事项通知如下。\n一、运动会\n地点：体育场。\n二、游园会\n地点：市民公园。", "运动会\n游园会\n"},
		{"one work and its parts", "关于举办运动会和游园会的通知\n各分会：\n现将有关事项通知如下。\n一、运动会\n地点：体育场。\n二、工作要求\n请准时参加。", "举办运动会和游园会\n"},
		{"words of the title that nothing joins", "关于开展档案登记培训工作的通知\n各馆：\n现将有关事项通知如下。\n一、档案\n各馆的全部档案。\n二、培训\n地点：报告厅。", "开展档案登记培训工作\n"},
		{"tasks of the second level", "关于启动示范馆创建工作的通知\n各馆：\n现将有关事项通知如下。\n一、创建工作\n（一）创建示范馆的主要任务\n1.完善制度体系。建立制度。\n2.健全服务网络。增设窗口。\n（二）基本条件\n1.库房齐全。各库房有专人看管。\n2.人员到位。各岗位有专人负责。", "完善制度体系\n健全服务网络\n"},
		{"a notice passed on by name", "云岭市档案局关于转发省档案局办公室《关于开展档案安全专项排查的通知》的通知\n各馆：\n现将该通知转发给你们，请贯彻落实。", "开展档案安全专项排查\n"},
		{"opinions issued by name", "云岭市档案局印发《关于全面推进档案公开工作的实施意见》的通知\n各馆：\n现印发给你们，请贯彻落实。", ""},
		{"a plan issued by name", "云岭市档案局印发《关于开展档案安全排查的方案》的通知\n各馆：\n现印发给你们，请贯彻落实。", "开展档案安全排查\n"},
		{"a work that a circular sets going", "关于开展家藏档案普查工作的通告\n现将有关事项通告如下。\n一、范围\n全市居民。", "开展家藏档案普查工作\n"},
		{"a rule that a circular lays down", "关于加强家藏档案管理工作的通告\n现将有关事项通告如下。\n一、范围\n全市居民。", ""},
		{"a day up to which is no day of the event", "关于2024年登记工作的通告\n2024年8月31日前年满18周岁的居民应当登记。", ""},
	} {
		if got := activityLines(noticeOf(tt.text + tail)); got != tt.want {
			t.Errorf("%s:\n got %swant %s", tt.name, got, tt.want)
		}
	}
}

func TestPeriod(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"拟于4月中旬至5月中旬组织开展档案宣传月活动。", "2024-04-11/2024-05-20"},
		{"学校定于2024年10月至11月举办档案知识竞赛。", "2024-10-01/2024-11-30"},
		{"二、活动时间\n2024年5月\n三、要求\n请认真落实。", "2024-05-01/2024-05-31"},
		{"二、大赛时间\n2024年10月—11月\n三、要求\n请认真落实。", "2024-10-01/2024-11-30"},
		{"一、审核工作时间：3月12日—3月22日", "2024-03-12/2024-03-22"},
		{"报名时间：3月12日—3月22日", ""},
		{"一、评审安排\n评委会拟于4月上旬组织答辩。\n二、要求\n请认真准备。", ""},
		{"拟于4月上旬组织知识竞赛。\n一、要求\n请认真准备。", "2024-04-01/2024-04-10"},
		{"我馆自2月以来开展档案整治行动。\n一、要求\n请认真准备。", ""},
		{"我馆自4月上旬开展档案整治行动。\n一、要求\n请认真准备。", "2024-04-01/2024-04-10"},
		{"竞赛将于2025年初举行。\n一、要求\n请认真准备。", ""},
		{"一、依据\n年度计划。\n二、实施期程\n自2024年8月1日起至2025年7月31日止。", "2024-08-01/2025-07-31"},
		{"一、依据\n年度计划。\n二、经费期程\n自2024年8月1日起至2025年7月31日止。", ""},
		{"活动时间：4月下旬至", ""},
		{"活动时间：4月下旬", "2024-04-21/2024-04-30"},
		{"集中领取时间为4月5-6日。", ""},
		{"公示时间：3月12日—3月22日", ""},
		{"清明节定于4月4日至6日放假。", ""},
		{"会议时间：4月17日上午9时", ""},
		{"本办法有效期为2024年4月1日至2026年3月31日。", ""},
		{"一、展览\n活动时间：3月12日—3月15日\n二、讲座\n活动时间：3月20日—3月22日", ""},
	} {
		got := ""
		if n := saying(tt.text); n.Period != nil {
			got = n.Period.Start + "/" + n.Period.End
		}
		if got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.text, got, tt.want)
		}
	}
}

// What a notice without a title sets going stands in its first paragraph.
func TestUntitledActivities(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"为提高修养，经研究，决定在全校范围内开展第三届渡口知识大赛。现将有关事宜通知如下：", "开展第三届渡口知识大赛\n"},
		{"云岭市渡口协会、云岭市航道学会和云岭市舟楫制造股份有限公司决定联合举办第三届舟楫设计大赛，现将有关事宜通知如下：", "举办第三届舟楫设计大赛\n"},
		{"为切实做好2024年度渡口养护决算工作，及时反映执行情况，现将有关事宜通知如下：", "做好2024年度渡口养护决算工作\n"},
		{"为隆重纪念建校九十周年，学校将在全校开展庆祝建校九十周年书画和征集手稿评比活动。", "开展庆祝建校九十周年书画和征集手稿评比活动\n"},
		{"为切实做好渡口养护工作，有关部门在去年开展了检查。", ""},             // nothing is announced
		{"有关部门在各地的渡口组织力量检查，现将有关情况通报如下：", ""},          // what others did
		{"市航道局在《渡口条例》施行后开展的检查工作已经结束，现将有关事宜通知如下：", ""}, // what is over
	} {
		got := activityLines(noticeOf("各单位：\n" + tt.text + "\n一、要求\n请各单位重视。\n云岭市航道局\n2024年3月1日\n"))
		if got != tt.want {
			t.Errorf("%s:\n got %q\nwant %q", tt.text, got, tt.want)
		}
	}
}

// Rules that a notice issues by name are no work of theirs.
func TestIssuedRules(t *testing.T) {
	for _, tt := range []struct{ title, want string }{
		{"云岭市人民政府关于印发《云岭市渡口安全事故应急预案》的通知", ""},
		{"云岭市人民政府关于印发《云岭市渡口修缮行动方案》的通知", "云岭市渡口修缮行动\n"},
	} {
		if got := activityLines(noticeOf(tt.title + "\n各单位：\n现印发给你们，请认真执行。\n云岭市人民政府\n2024年3月1日\n")); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.title, got, tt.want)
		}
	}
}

// Tasks below a heading of their own are arranged like those at the top.
func TestTasksBelow(t *testing.T) {
	for _, tt := range []struct{ heading, want string }{
		{"（一）渡口创建的主要任务", "修缮码头\n添置救生衣\n"},
		{"（一）渡口创建的背景", ""}, // says why
	} {
		text := "关于渡口的通知\n各单位：\n现将有关事项通知如下：\n一、启动渡口创建\n" + tt.heading + "\n1、修缮码头。各单位修缮码头，铺设防滑板。\n2、添置救生衣。各渡口添置救生衣，专人保管。\n（二）其他\n请各单位重视。\n云岭市航道局\n2024年3月1日\n"
		if got := activityLines(noticeOf(text)); !strings.HasPrefix(got, tt.want) || tt.want == "" && strings.Contains(got, "修缮") {
			t.Errorf("%s: %q, want %q", tt.heading, got, tt.want)
		}
	}
}

// TestStatedInPassing: where the first paragraph states the work as copies without
// their title do, and sentences of the same words that state none.
func TestStatedInPassing(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"a notice passed on", "现将《云岭市航道局关于开展2024年灯塔普查工作的通知》（云航〔2024〕3号）转发给你们，请认真落实。", "开展2024年灯塔普查工作\n"},
		{"rules passed on", "现将《云岭市灯塔管理办法》转发给你们，请认真落实。", ""},
		{"a notice that was passed on elsewhere", "各站已将《云岭市航道局关于开展2024年灯塔普查工作的通知》转发给船员。", ""},
		{"bidden by what the clause before names", "请各站依照细则的规定，认真做好灯塔除锈工作。", "做好灯塔除锈工作\n"},
		{"told, not bidden", "各站依照细则的规定，认真做好灯塔除锈工作。", ""},
		{"bidden something else", "请各站按时参会，灯塔管理站认真做好灯塔除锈工作。", ""},
		{"a body that holds it again", "市航道局继续在全市开展“守灯人”故事评选活动。有关安排如下。", "开展“守灯人”故事评选活动\n"},
		{"nothing follows", "市航道局继续在全市开展“守灯人”故事评选活动。各站反响热烈。", ""},
		{"two events in a row", "局里定于4月8日14:00在一号码头举行灯塔落成典礼；4月9日15:00在二号码头举行新船下水典礼。", "举行灯塔落成典礼 2024-04-08/2024-04-08\n举行新船下水典礼 2024-04-09/2024-04-09\n"},
		{"what follows is of another kind", "局里定于4月8日14:00在一号码头举行灯塔落成典礼；4月9日15:00在二号码头集合返回。", "举行灯塔落成典礼 2024-04-08/2024-04-08\n"},
		{"one meeting of two matters", "局里定于4月8日召开灯塔维护情况通报与检查动员会议。", "召开灯塔维护情况通报与检查动员会议 2024-04-08/2024-04-08\n"},
		{"two meetings", "局里定于4月8日召开灯塔维护情况通报会和检查动员会议。", "召开灯塔维护情况通报会 2024-04-08/2024-04-08\n检查动员会议 2024-04-08/2024-04-08\n"},
		{"soon, and the object of a verb behind it", "省航道局将于近期检查全省的灯塔。请各站于4月9日前将检查表送办公室。", "检查全省的灯塔\n"},
		{"the object of a verb alone", "请各站于4月9日前将检查表一式两份送办公室。", ""},
		{"a day that bounds a condition", "省航道局将于近期检查全省的灯塔，建成不满三年的除外（截至2024年4月9日）。", "检查全省的灯塔\n"},
		{"what is announced, and what is asked", "请各站抓紧做好灯塔夜间检查，现将检查有关事项通知如下：", "做好灯塔夜间检查\n"},
		{"what is announced alone", "现将检查有关事项通知如下：", ""},
		{"what begins soon", "航标夜校第二季即将开始，现将课程通知如下：", "航标夜校第二季\n"},
		{"what begins soon, and nothing follows", "航标夜校第二季即将开始。各站反响热烈。", ""},
		{"what is begun, and its last day", "现开始征集航标故事线索，有关安排如下：\n线索报送时限截止本周日（3月3日）上午10:00。", "征集航标故事线索\n"},
		{"a work without its particles", "现将灯塔钥匙换发有关工作安排通知如下：", "灯塔钥匙换发\n"},
		{"the aim behind another", "为让船员放心，让乘客满意，做好渡口夜间值守工作，现将有关事宜通知如下：", "做好渡口夜间值守工作\n"},
		{"the aim of others", "市局总结了经验，做好渡口夜间值守工作，现将有关事宜通知如下：", ""},
		{"what others hold, and what is decided", "全省航标知识竞赛将于6月进行。局务会决定组织青年职工报名参赛。", "组织青年职工报名参赛 2024-06-01/2024-06-30\n"},
		{"what is held, and nothing decided", "全省航标知识竞赛将于6月进行。各站反响热烈。", "全省航标知识竞赛 2024-06-01/2024-06-30\n"},
	} {
		if got := activityLines(noticeOf("各站：\n" + tt.text + "\n云岭市航道局\n2024年3月1日\n")); got != tt.want {
			t.Errorf("%s:\n got %swant %s", tt.name, got, tt.want)
		}
	}
	for _, tt := range []struct{ text, want string }{
		{"请你们结合实际，认真做好灯塔除锈工作。", "做好灯塔除锈工作\n"},
		{"各站依照细则的规定，认真做好灯塔除锈工作。", ""},
	} {
		if got := activityLines(noticeOf(tt.text + "\n附件1：灯塔名录\n云岭市航道局\n2024年3月1日\n")); got != tt.want {
			t.Errorf("%s:\n got %swant %s", tt.text, got, tt.want)
		}
	}
}

// TestReports: the words of a report make news of a text without a head; the end of
// a time by which something is to be done (26日前，) is no such word.
func TestReports(t *testing.T) {
	for text, want := range map[string]model.Genre{
		"日前，云岭市航道局开放了三座灯塔，市民踊跃参观。\n云岭市航道局\n2024年3月1日\n":     model.News,
		"过渡的市民可在2024年4月9日前，向云岭市航道局反映。\n云岭市航道局\n2024年3月1日\n": model.OtherGenre,
	} {
		if got := noticeOf(text).Genre; got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

// TestRoundsBelow: an arrangement among the items of another holds rounds of its own; a
// section of one name that is no arrangement is an item.
func TestRoundsBelow(t *testing.T) {
	const head = "关于举办航标知识竞赛的通知\n各站：\n现将有关事项通知如下。\n一、竞赛安排\n（一）报名方式\n请到办公室报名。\n"
	for _, tt := range []struct{ text, want string }{
		{"（二）赛程安排\n报名时间：3月16日至20日\n初赛时间：3月25日\n决赛时间：4月22日\n决赛地点：礼堂\n", "举办航标知识竞赛\n初赛 2024-03-25/2024-03-25\n决赛 2024-04-22/2024-04-22\n"},
		{"（二）赛程安排\n颁奖时间：3月25日\n缴费时间：4月22日\n", "举办航标知识竞赛\n"},
		{"（二）航标辨认\n3月25日在礼堂举行。\n（三）绳结比赛\n4月22日在码头举行。\n", "举办航标知识竞赛\n航标辨认 2024-03-25/2024-03-25\n绳结比赛 2024-04-22/2024-04-22\n"},
	} {
		if got := activityLines(noticeOf(head + tt.text + "云岭市航道局\n2024年3月1日\n")); got != tt.want {
			t.Errorf("%s:\n got %swant %s", tt.text, got, tt.want)
		}
	}
}

// TestHeraldedActivities: a title without the word of a genre names the event where it ends in
// what it calls for, or where the text says when the activity is.
func TestHeraldedActivities(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"云岭老年大学陶艺与剪纸班招生\n为丰富退休生活，现面向全市招收学员，欢迎报名。\n云岭老年大学\n2024年3月1日\n", "陶艺与剪纸班招生\n"},
		{"4.22地球日——“认识云岭的鸟”识图比赛等你来\n一、对象\n全市读者。\n活动时间：4月22日至4月28日\n云岭图书馆\n2024年4月1日\n", "4.22地球日——“认识云岭的鸟”识图比赛等你来 2024-04-22/2024-04-28\n"},
		{"认识云岭的鸟\n一、白鹭\n常见于水田。\n二、夜鹭\n昼伏夜出。\n云岭图书馆\n2024年4月1日\n", ""},
		{"陶艺班招生问答\n一、在哪里报名？\n在老年大学。\n云岭老年大学\n2024年3月1日\n", ""},
	} {
		if got := activityLines(noticeOf(tt.text)); got != tt.want {
			t.Errorf("%.40s: got %q, want %q", tt.text, got, tt.want)
		}
	}
}

// TestPutOff: an event that is put off is still to be held where the text gives its new window.
func TestPutOff(t *testing.T) {
	for _, tt := range []struct{ title, text, want string }{
		{"关于延期举办航标展览的通知", "一、展览时间\n由4月10日至12日改为5月10日至12日。\n", "延期举办航标展览 2024-05-10/2024-05-12\n"},
		{"关于延期举办航标展览的通知", "一、恢复时间\n另行通知。\n", ""},
		{"关于延期缴纳泊位费的通知", "一、办理时间\n由4月10日至12日改为5月10日至12日。\n", ""},
	} {
		n := noticeOf(tt.title + "\n各渡口：\n因故，现将有关事项通知如下：\n" + tt.text + "云岭市航道局\n2024年3月1日\n")
		if got := activityLines(n); got != tt.want {
			t.Errorf("%s %s: got %q, want %q", tt.title, tt.text, got, tt.want)
		}
	}
}
