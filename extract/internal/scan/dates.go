package scan

// starts holds, one bit a character, those that can begin a date expression;
// all others are stepped over at sight.
var starts = CharsOf("0123456789〇零一二两三四五六七八九十廿" + // numbers
	"今明去前后次翌当本同上下来年月第首即每" + // distances and parts
	"民农正腊大元春除国妇植清劳青儿端建教中重公昨周星礼")

// seconds holds those that can stand second behind a first one of Chinese; with
// them 一个, 本市 and 上级 are no trouble.
var seconds = CharsOf("〇○零一二两三四五六七八九十廿百千万" + "年月日号天周星工小分自历个半季至到—－～–、" + "　xX" +
	"底初末内期拜晚早晨夜日旦宵节夕庆际女树明动童午党军师秋阳示告国國历时刻学在五四妇青儿建劳")

// Dates yields every date expression of s in order, none overlapping another:
// s[lo:hi] is the expression. What stands before is looked at as well, so that
// 第8日, 应当年内 or the end of a longer number yield nothing. A stretch of
// time is widened to the words it counts from (收到通知之日起5个工作日内).
func Dates(s string, yield func(lo, hi int, d Date) bool) {
	var d Date
	end := 0 // of the expression before
	for i := starts.Next(s, 0); i < len(s); i = starts.Next(s, i) {
		lo, n := i, 0
		if b := s[i]; b >= 0x80 && promising(s[i+3:]) || b < 0x80 && plausible(s[i:]) {
			d = Date{}
			n = found(&d, s, i)
		}
		if n == 0 {
			i += passed(s[i:])
			continue
		}
		hi := i + n
		if d.Relative != "" && d.Anchor == "" {
			lo, hi = widen(&d, s, end, lo, hi)
		}
		for {
			if !yield(lo, hi, d) {
				return
			}
			end, i = hi, hi
			lo, n = listed(&d, s, hi)
			if n == 0 {
				break
			}
			hi = lo + n
		}
	}
}

// plausible reports whether the digits at the head of s are followed by what
// may make them a date; most figures are not.
func plausible(s string) bool {
	n := 0
	for n < len(s) && '0' <= s[n] && s[n] <= '9' {
		n++
	}
	if n > 4 || n == len(s) {
		return false
	}
	switch s[n] {
	case '-', '/', '.', '~', ' ', 'x', 'X', '*':
		return true
	}
	return s[n] >= 0xC2 && !undated.Begins(s[n:])
}

// undated are characters that most often stand behind figures, and in no date.
var undated = CharsOf("万亿元倍次人名米份项条亩家款室字支张级吨码例部件枚岁篇户克处位〕）”，。")

// promising reports whether s may follow the first character of a date.
func promising(s string) bool {
	if len(s) < 3 || s[0] < 0xE2 {
		return len(s) > 0 && s[0] != '\n' && s[0] != '.'
	}
	if s[0] > 0xEF {
		return false
	}
	return seconds.wide(s[0], s[1], s[2])
}

// passed is the length of what to step over where no date begins: the whole of
// a row of digits, else one character.
func passed(s string) (n int) {
	for n < len(s) && ('0' <= s[n] && s[n] <= '9' || 'a' <= s[n]|0x20 && s[n]|0x20 <= 'z') {
		n++
	}
	if n == 0 {
		n = 3
	}
	return min(n, len(s))
}

// found reads the date expression at s[i:] and judges it by what stands before.
func found(d *Date, s string, i int) int {
	left := s[:i]
	n := 0
	if ends(left, "前") { // 研习前3日来电: no day of a month
		n = uncountedAt(d, left, s[i:])
	}
	if n == 0 {
		n = dateAt(d, s[i:])
	}
	if n == 0 {
		n = uncountedAt(d, left, s[i:])
	}
	if n == 0 {
		return 0
	}
	if !digitAt(s, i) && !leftFits(left, s[i:]) || digitAt(s, i) && !leftFitsDigits(d, left, s[i:]) {
		return 0
	}
	bareDay := d.Start.Month == 0 && d.Start.Day != 0 && d.Start == d.End && !d.RelativeMonth && !d.Recurring
	if bareDay && d.timed() {
		if ends(left, "前近后每满共计历连需用") {
			return 0 // 共3日 8:30—17:00
		}
	} else if bareDay && ends(left, "月") && len(left) > 3 && left[len(left)-4] < 0x80 {
		return 0 // lO月8日: a month that was misread, and no day of the month of issue
	} else if bareDay && d.Weekday == 0 && !ends(left, "于在至到月，：。；、者位门") && i > 0 {
		return 0 // 会议召开3日前
	}
	if ends(left, "年月") && d.Start.Year == 0 && (d.Start.Month != 0 || d.Start.Day != 0 || d.Lunar) && (numbered(left[:len(left)-3]) || ends(left[:len(left)-3], "元")) {
		return 0 // what is left of a whole that is none: 康熙20年9月, 2023年2月29日, 2月30日前
	}
	if d.Precision == Month && d.Start.Year == 0 && ends(left, "近前后每满共上下") && !d.Recurring {
		return 0 // 近三月
	}
	return n
}

// leftFits reports whether a word or Chinese number may begin a date behind
// left: 应当年, 青少年底, 统一月, 第三月 do not.
func leftFits(left, s string) bool {
	switch s[:3] {
	case "一":
		return !ends(left, "统同某每第唯任另这那首近之单万十百千进期周")
	case "二", "三", "四", "五", "六", "七", "八", "九", "十", "零", "〇", "○", "两", "廿":
		if ends(left, "第几数周期") || ends(left, "一二三四五六七八九十百千万〇零") {
			return false
		}
		return len(left) == 0 || left[len(left)-1] < '0' || left[len(left)-1] > '9'
	case "当":
		return !ends(left, "应适相恰充正担")
	case "次":
		return !ends(left, "本首每此一二三四五六七八九十两几多批届再依层档第上下")
	case "本", "上", "下", "同":
		return !ends(left, "基成样文版不如共会以之上下")
	case "周":
		return !ends(left, "每本上下这个逢一二三四五六日至到、")
	case "昨":
		return true
	case "星", "礼":
		return !ends(left, "每个本上下这逢至到、")
	case "明":
		return !ends(left, "声说证表透文申")
	case "来", "前", "后":
		return !ends(left, "以近历目此之往从未今先")
	case "去":
		return !ends(left, "过")
	case "年":
		return !ends(left, "近多几整全学青少周每一二三四五六七八九十百千壮中老童幼成半") && !endsInDigit(left)
	case "月":
		return !ends(left, "个每一二三四五六七八九十本当上下") && !endsInDigit(left)
	case "中":
		return true
	case "国":
		return !ends(left, "张王李刘陈杨赵黄周吴徐孙马朱胡郭何高林郑谢罗梁宋唐许韩冯邓曹彭曾肖田董袁潘蔡蒋余于杜叶程魏苏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤")
	case "春":
		return !ends(left, "新迎青")
	case "正":
		return !ends(left, "改更修订公")
	}
	return true
}

func numbered(s string) bool {
	return endsInDigit(s) || ends(s, "〇零一二三四五六七八九十百千")
}

func endsInDigit(s string) bool { return len(s) > 0 && digitAt(s, len(s)-1) }

// leftFitsDigits reports whether a date in digits may begin behind left: not
// inside a number, a code, an amount or behind 第.
func leftFitsDigits(d *Date, left, s string) bool {
	if len(left) == 0 {
		return true
	}
	switch c := left[len(left)-1]; {
	case 'a' <= c|0x20 && c|0x20 <= 'z', c == '$', c == '%', c == '_', '0' <= c && c <= '9':
		return false
	case c == '.' || c == ',':
		if !endsInDigit(left[:len(left)-1]) {
			return true
		}
		// 1.5月26日前 is a heading's mark and a date at the head of a line only.
		return c == '.' && serialLine(left)
	case c == '-' || c == '/' || c == '~' || c == ':':
		if len(left) > 1 && (endsInDigit(left[:len(left)-1]) || latin(left[len(left)-2])) {
			return yearUnit(s[min(4, len(s)):]) > 0
		}
	}
	if ends(left, "第") {
		return false
	}
	if ends(left, "￥¥〔［【") {
		return yearUnit(s[min(4, len(s)):]) > 0
	}
	if d.Label {
		return !ends(left, "·•第—－")
	}
	return true
}

func latin(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// serialLine reports whether left is, on its last line, a serial and its point.
func serialLine(left string) bool {
	i := len(left) - 1
	k := i
	for k > 0 && digitAt(left, k-1) {
		k--
	}
	if i-k > 2 {
		return false
	}
	for k > 0 && (left[k-1] == ' ' || left[k-1] == '*' || left[k-1] == '#') {
		k--
	}
	return k == 0 || left[k-1] == '\n' || ends(left[:k], "　。；：")
}

// uncountedAt reads a length of time without 内 that the words before make a
// term: 放假前5个工作日, 自公告之日起30日, 公示5天, 请提前一周.
func uncountedAt(d *Date, left, s string) int {
	before := ends(left, "前") && !ends(left[:len(left)-3], "提日目先以的最之")
	if !before && ends(left, "前") && ends(left[:len(left)-3], "提") {
		return aheadAt(d, left[:len(left)-6], s)
	}
	if !before && !sinceThatDay(left) && oneOf(left[max(0, len(left)-6):], "公示") == 0 {
		return 0
	}
	*d = Date{}
	n := lengthAt(d, s)
	if n > 0 && before && d.Precision == DayOfMonth {
		if c, _, k := clockAt(s[n:]); k > 0 && closes(s[n+k:]) > 0 { // 会前一天下午5点前
			d.From, d.To, d.Bound = c, c, Before
			return n + k + closes(s[n+k:])
		}
	}
	if n > 0 && before && !d.WorkingDays && oneOf(s[n:], "，", "。", "向", "将", "报", "提", "通", "书", "与", "来电", "来函", "汇入", "汇至", "缴", "交", "送") == 0 {
		n = 0 // 前3天 counts from nothing
	}
	if n == 0 {
		*d = Date{}
		return 0
	}
	if before {
		d.Bound = Before
	}
	return n
}

// aheadAt reads the days or weeks of 请提前3天来电 and 由各馆提前一周排好, the words before
// 提前 being left. Who may or does something so much earlier (可提前3天入住, 考生提前30分钟入场)
// is bound by no term.
func aheadAt(d *Date, left, s string) int {
	*d = Date{}
	n := lengthAt(d, s)
	if n == 0 || d.Precision == Minute || oneOf(s[n:], "，", "。", "向", "将", "报", "提", "通", "书", "与", "来电", "来函", "预约", "告知", "调整", "安排", "排", "做好", "完成", "联系", "送", "交") == 0 ||
		!ends(left, "请须应需") && !bidden(left) {
		*d = Date{}
		return 0
	}
	d.Bound = Before
	return n
}

// bidden reports whether the clause that left ends with names who is to act: 须由各馆, 请各馆.
func bidden(left string) bool {
	for i := len(left); i >= 3 && len(left)-i < 36 && left[i-1] >= 0x80; i -= 3 {
		switch c := left[i-3 : i]; {
		case begins(c, "，。；：、（）！？　可已"):
			return false
		case begins(c, "请须由"):
			return !ends(left[:i-3], "申邀聘理自缘事")
		}
	}
	return false
}

func sinceThatDay(left string) bool {
	return len(left) >= 6 && (left[len(left)-6:] == "日起" || left[len(left)-6:] == "日后")
}

// widen moves the beginning of a term to that of the words it counts from:
// 自收到通知之日起, 放假前. It goes back no further than the clause and a
// dozen characters, nor into the expression that ends at floor.
func widen(d *Date, s string, floor, lo, hi int) (int, int) {
	left := s[floor:lo]
	if k := len(left) - len("，"); ends(left, "，") && sinceThatDay(left[:k]) {
		left = left[:k]
	}
	n := 0 // length of the words that join the anchor to the term
	switch {
	case len(left) >= 6 && left[len(left)-6:] == "文到": // 请于文到3日内回复
		d.Anchor = left[len(left)-6:]
		return lo - 6, hi
	case len(left) >= 9 && left[len(left)-9:] == "之日起":
		n = 9
	case len(left) >= 6 && (left[len(left)-6:] == "日起" || left[len(left)-6:] == "当日"):
		n = 6
	case len(left) >= 6 && left[len(left)-6:] == "提前":
		d.Anchor = left[len(left)-6:]
		return lo - 6, hi
	case ends(left, "后") && !ends(left, "以之"), ends(left, "前"):
		n = 3
	default:
		return lo, hi
	}
	stop := len(left) - n
	i := stop
	for range 24 {
		if i < 3 || left[i-1] < 0x80 {
			break
		}
		c := left[i-3 : i]
		if begins(c, "，。；：、（）！？“”　") {
			break
		}
		if begins(c, "应请须要将") && !(c == "请" && n != 3 && ends(left[:i-3], "申邀报提")) { // 自受理申请之日起
			break
		}
		i -= 3
		if begins(c, "自从在于") {
			break
		}
	}
	begin := i
	i += oneOf(left[i:stop], "自", "从", "在", "于")
	if i >= stop {
		return lo, hi
	}
	if left[stop:] == "前" && s[hi-3:hi] == "内" {
		d.Bound = NoBound // 返岗前14天内 looks back
	}
	d.Anchor = left[i:stop]
	return floor + begin, hi
}

// listed reads the day that follows d in a list and takes its month from it:
// the 30日 of 9月29日（星期六）、30日（星期日）.
func listed(d *Date, s string, hi int) (lo, n int) {
	if d.Start.Month == 0 || d.Start != d.End || d.Label || d.Named != "" {
		return 0, 0
	}
	lo = hi + oneOf(s[hi:], "、", "和", "及", "与", "，")
	if lo == hi {
		return 0, 0
	}
	var e Date
	n = followingDay(&e, d, s[lo:])
	if n == 0 {
		return 0, 0
	}
	e.YearInherited = d.Start.Year != 0
	*d = e
	return lo, tail(d, s[lo:], n)
}

// A Lead is what stands right before a date and bounds it.
type Lead uint8

// The leads.
const (
	NoLead   Lead = iota
	Until         // 截至 截止 止于: the state on that day, or the end
	NoLater       // 不晚于 不迟于 最迟 最晚
	Since         // 自 从 由
	Deadline      // 截止时间： 截止日期为 截稿日期： 报名截止
	To            // 至 到: the end of a stretch whose beginning is no date
	At            // 于 在
)

// LeadOf gives the words that stand right before s[at:] and bound the date
// there, and their length.
func LeadOf(s string, at int) (Lead, int) {
	if at < 0 || at > len(s) {
		return NoLead, 0
	}
	left := s[:at]
	for len(left) > 0 && left[len(left)-1] == ' ' {
		left = left[:len(left)-1]
	}
	for i := range leads {
		l := &leads[i]
		if len(left) < len(l.words) || left[len(left)-len(l.words):] != l.words {
			continue
		}
		return l.lead, at - len(left) + len(l.words)
	}
	if ends(left, "：为是") || len(left) > 0 && left[len(left)-1] == ':' {
		return labelLead(left, at)
	}
	return NoLead, 0
}

// leads stand longest first.
var leads = [...]struct {
	words string
	lead  Lead
}{
	{"截止到", Until}, {"截至到", Until}, {"截止至", Until}, {"截止于", Until}, {"截止在", Until}, {"截至", Until}, {"截止", Until}, {"止于", Until},
	{"至迟不晚于", NoLater}, {"最迟不晚于", NoLater}, {"最晚不迟于", NoLater}, {"不晚于", NoLater}, {"不迟于", NoLater}, {"不得晚于", NoLater}, {"不得迟于", NoLater}, {"最迟不得超过", NoLater}, {"最晚不得超过", NoLater}, {"最迟不超过", NoLater}, {"最晚不超过", NoLater}, {"至迟应于", NoLater}, {"至迟须于", NoLater}, {"至迟于", NoLater}, {"至迟在", NoLater}, {"最迟于", NoLater}, {"最晚于", NoLater}, {"最迟在", NoLater}, {"最晚在", NoLater}, {"至迟", NoLater}, {"最迟", NoLater}, {"最晚", NoLater},
	{"截止时间", Deadline}, {"截止日期", Deadline}, {"截稿日期", Deadline}, {"截稿时间", Deadline},
	{"自", Since}, {"从", Since}, {"由", Since}, {"直至", To}, {"至", To}, {"到", To}, {"于", At}, {"在", At},
}

// labelLead reads 截止时间：, 截止日期为, 报名截止时间是.
func labelLead(left string, at int) (Lead, int) {
	t := left
	for range 2 { // 截止时间为：
		if ends(t, "：为是") {
			t = t[:len(t)-3]
		} else if len(t) > 0 && t[len(t)-1] == ':' {
			t = t[:len(t)-1]
		}
	}
	for i := range leads {
		w := leads[i].words
		if leads[i].lead == Deadline && len(t) >= len(w) && t[len(t)-len(w):] == w {
			return Deadline, at - len(t) + len(w)
		}
	}
	return NoLead, 0
}
