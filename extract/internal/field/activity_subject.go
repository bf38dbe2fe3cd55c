package field

import (
	"strings"

	"gongwen/extract/internal/lexicon"
	"gongwen/extract/internal/origin"
	"gongwen/extract/internal/scan"
	"gongwen/extract/internal/segment"
	"gongwen/model"
)

// subjectActivities adds the one or several things that the title asks for; in a
// notice without a title, those that its first paragraph does. alone says that
// no items stand beside them: then a day of the text can be theirs.
func (p *Pass) subjectActivities(alone bool) {
	t := p.Outline.Title
	lo, hi := 0, 0
	if called := calls(t.String()); called > 0 {
		hi = called
	} else if p.heralds(t.String()) {
		lo, hi = issuerLen(t.String(), p.Notice), t.Len()
	} else if p.Notice.Genre != model.OtherGenre {
		lo, hi = subjectIn(t.String())
		lo += issuerAhead(t.String()[lo:max(lo, hi)], p.Notice)
	}
	line := -1 // of a subject that the text states
	if width(t.String()[lo:max(lo, hi)]) < shortestName {
		if line, lo, hi = p.statedSubject(); hi > lo {
			t = p.Outline.Lines[line].Text
		}
	}
	if hi <= lo {
		return
	}
	s := t.String()
	if a, b := workPassedOn(s[lo:hi]); b > a {
		lo, hi = lo+a, lo+b
	}
	if strings.HasSuffix(s[lo:hi], "问题") {
		return // a question that the document settles
	}
	if lexicon.HasAnyPrefix(s[lo:hi], "印发", "转发", "发布") || settled(s[lo:hi]) && !p.putForward(s[lo:hi]) || p.Notice.Genre != model.NoticeGenre && containsAny(s, "公示", "征求意见") {
		return
	}
	m, end := p.eventDay(s[lo:hi], alone)
	at := lo
	for _, cut := range joints(s[lo:hi]) {
		p.subjectActivity(t, at, lo+cut.lo, m, end)
		at = lo + cut.hi
	}
	p.subjectActivity(t, at, hi, m, end)
	if line >= 0 {
		p.nextEvents(line, lo, hi)
	}
}

// workPassedOn returns where in a subject that passes a document on without 《 or 关于 the
// work stands that this one arranges: behind its issuers (转发省委组织部 省档案局做好…评选工作),
// or before 方案 (转发2024年节水宣传周活动方案). Rules passed on arrange nothing.
func workPassedOn(subject string) (lo, hi int) {
	rest, ok := strings.CutPrefix(subject, "转发")
	if !ok || scan.HasAny(rest, "《》") {
		return 0, 0
	}
	lo = len(subject) - len(rest)
	for _, w := range []string{"实施方案", "方案"} {
		if t, ok := strings.CutSuffix(rest, w); ok {
			if !lexicon.HasAnySuffix(t, "活动", "行动", "竞赛", "大赛", "比赛") {
				return 0, 0
			}
			if i := strings.LastIndex(t, "的"); i >= 0 || width(t) < shortestName {
				return 0, 0
			}
			return lo, lo + len(t)
		}
	}
	if !lexicon.HasAnySuffix(rest, "活动", "工作") && workEnds.Suffix(rest) == 0 {
		return 0, 0
	}
	at, _ := worksBegin.Index(rest)
	if at <= 0 {
		return 0, 0
	}
	for _, issuer := range strings.FieldsFunc(rest[:at], func(r rune) bool { return r == ' ' || r == '　' || r == '、' }) {
		if !isBody(issuer) {
			return 0, 0
		}
	}
	return lo + at, len(subject)
}

// worksBegin begin the name of a work behind those who issue it.
var worksBegin = lexicon.NewWords("进一步做好", "切实做好", "做好", "组织开展", "深入开展", "开展", "举办", "举行", "组织参加")

// nextEvents adds the events that stand in a row behind the first, bytes lo to hi of
// line i, each with its own day: …举行下水典礼；4月9日在码头举行落成典礼. That both end
// in one word shows that they are of one kind.
func (p *Pass) nextEvents(i, lo, hi int) {
	t := p.Outline.Lines[i].Text
	s := t.String()
	kind := s[max(lo, tailLen(s[:hi], 2)):hi]
	for {
		rest, ok := strings.CutPrefix(s[hi:], "；")
		if !ok {
			if rest, ok = strings.CutPrefix(s[hi:], "，"); !ok {
				return
			}
		}
		from := len(s) - len(rest)
		end := from + sentenceLen(rest)
		if k := scan.Index(s[from:end], "，"); k >= 0 {
			end = from + k
		}
		on := p.In(i, piece{from, end})
		if len(on) == 0 || on[0].Lo != from || !strings.HasSuffix(s[from:end], kind) {
			return
		}
		for _, w := range []string{"举行", "举办", "召开"} {
			if k := scan.Index(s[on[0].Hi:end], w); k >= 0 {
				p.subjectActivity(t, on[0].Hi+k, end, &on[0], nil)
				break
			}
		}
		hi = end
	}
}

// shortestName is the fewest characters that name a work: 招聘 of 招聘启事 does not
// tell for whom.
const shortestName = 4

// calls returns the length of the subject of a title that calls for something
// without a word of its genre: “云岭十大美食”征集启事. What was lost or has moved (寻物启事)
// calls for nothing.
func calls(title string) int {
	s, ok := strings.CutSuffix(strings.TrimRight(title, " "), "启事")
	if !ok {
		s, ok = strings.CutSuffix(s, "启示") // a common slip
	}
	if s = strings.TrimSuffix(s, "的"); ok && (workEnds.Suffix(s) > 0 || lexicon.HasAnySuffix(s, "征稿", "征文")) && width(s) >= shortestName && !scan.Has(s, "关于") {
		return len(s)
	}
	return 0
}

// heralds reports whether a title without the word of a genre names the event that the text is
// about: it ends in what it calls for (…培训班招生), or the text says when the activity is (活动时间：).
func (p *Pass) heralds(title string) bool {
	if p.Notice.Genre != model.OtherGenre || width(title) < 6 || width(title) > 40 || scan.HasAny(title, "。；？") || containsAny(title, "关于", "解读", "问答", "指南", "须知") {
		return false
	}
	return lexicon.HasAnySuffix(title, "招生", "招聘", "招募", "招新", "征稿", "征文") || p.Notice.Period != nil && p.Notice.Period.Evidence.Rule == "period/活动时间"
}

// settled reports whether the subject is nothing to carry out: 放假, 任命, or a
// deed that the document itself does (表彰, 延期) and bids nobody to do.
func settled(subject string) bool {
	bidden := lexicon.HasAnyPrefix(subject, "办理", "做好", "开展", "申请", "召开", "举办", "举行", "组织开展", "组织做好", "组织参加", "组织评选")
	for _, w := range activityNone.All() {
		if !scan.Has(subject, w) {
			continue
		}
		if kind, _ := activityNone.SuffixValue(w); kind != "deed" || !bidden {
			return true
		}
	}
	return false
}

// putForward reports whether the subject puts off an event for which the text gives the new
// window: it is still to be held.
func (p *Pass) putForward(subject string) bool {
	return lexicon.HasAnyPrefix(subject, "延期举办", "延期举行", "延期召开", "推迟举办", "推迟举行", "推迟召开", "顺延举办") &&
		p.Notice.Period != nil && p.Notice.Period.Evidence.Rule == "period/活动时间"
}

// subjectActivity adds the activity whose name stands at the bytes lo to hi of t;
// m and end are its days where the notice has no period.
func (p *Pass) subjectActivity(t origin.Text, lo, hi int, m, end *Mention) {
	name := tight(strings.Trim(t.String()[lo:hi], " 　，。"))
	if width(name) < shortestName {
		return
	}
	x := model.Activity{Name: name, Evidence: p.Cite(t, lo, hi, "activities/subject")}
	if n := p.Notice.Period; n != nil {
		x.Start, x.End, x.TimeText, x.Inferred = n.Start, n.End, n.Text, n.Inferred
	} else if m != nil {
		p.when(&x, m)
		if end != nil {
			x.End = isoDay(end.End)
		}
	}
	p.Notice.Activities = append(p.Notice.Activities, x)
}

// subjectIn returns where in a title its subject (事由) stands: between 关于 and
// the genre, of the document passed on where it passes one on.
func subjectIn(s string) (lo, hi int) {
	if i := strings.LastIndex(s, "《"); i >= 0 && passesOn(s[:i]) {
		if shut := scan.Index(s[i:], "》"); shut > 0 {
			a, b := subjectIn(s[i+len("《") : i+shut])
			if a == 0 && lexicon.HasAnySuffix(s[:i+shut], "预案", "办法", "规定", "细则", "制度", "规则", "规程", "章程", "准则") {
				return 0, 0 // 印发《…应急预案》: rules, nothing to carry out
			}
			inner := s[i+len("《") : i+shut]
			if _, _, ok := genreAt(inner); !ok || strings.HasSuffix(s[:i], "印发") && lexicon.HasAnySuffix(inner, "意见", "办法", "规定", "规则", "细则", "条例", "制度") {
				return 0, 0 // 转发《…认定说明》, 印发《…实施意见》: nothing to carry out
			}
			return i + len("《") + a, i + len("《") + b
		}
	}
	glo, _, ok := genreAt(s)
	if !ok {
		glo = len(s)
	}
	switch lo = strings.LastIndex(s[:glo], "关于"); {
	case lo >= 0 && scan.Has(s[lo:glo], "》") && !scan.Has(s[lo:glo], "《"):
		return 0, 0
	case lo >= 0:
		lo += len("关于")
	case !ok:
		return 0, 0
	default: // 教工大会通知, 【摄影社】社团课通知
		lo = 0
		if i := strings.LastIndex(s[:glo], "】"); i >= 0 {
			lo = i + len("】")
		}
	}
	hi = glo
	if i := scan.Index(s[lo:max(lo, hi)], "的通知"); !ok && i > 0 { // what a copy has set behind the title
		hi = lo + i
	}
	for {
		n := hi
		for _, w := range []string{"的", "预", "紧急", "补充", "有关事宜", "有关事项", "相关事宜", "相关事项", "注意事项", "有关问题", "截止时间", "有关工作", "相关工作", "若干", "相关", "有关", "安排", "实施"} {
			if strings.HasSuffix(s[lo:hi], w) {
				hi -= len(w)
			}
		}
		if n == hi || hi <= lo {
			break
		}
	}
	return lo, max(hi, lo)
}

// passesOn reports whether s, which stands before a cited title, says that the
// document is passed on: 转发, 印发, also with whose it is (转发省教育厅办公室《…》).
func passesOn(s string) bool {
	if lexicon.HasAnySuffix(s, "转发", "印发", "转发了") {
		return true
	}
	i := strings.LastIndex(s, "转发")
	return i >= 0 && isBody(s[i+len("转发"):]) && width(s[i+len("转发"):]) <= 24
}

// issuerAhead returns the length of the issuer's name at the head of a subject
// that no 关于 sets off.
func issuerAhead(s string, n *model.Notice) int {
	for _, x := range n.Issuers {
		if strings.HasPrefix(s, x.Name) && width(s[len(x.Name):]) >= 4 {
			return len(x.Name)
		}
	}
	// 青木县2021年公开招聘教师
	if i := scan.Index(s, "年公开"); i > 0 && i <= 36 && isDigit(s[i-1]) {
		return i + len("年")
	}
	return 0
}

// joints returns where 和, 与 or 及 join two things of a subject, each of which
// could stand alone: the second begins with a verb or a year.
func joints(s string) []piece {
	var out []piece
	depth := 0
	for i, r := range s {
		switch r {
		case '“', '《', '（':
			depth++
		case '”', '》', '）':
			depth--
		case '和', '与', '及':
			rest := s[i+len("和"):]
			if depth > 0 || width(s[:i]) < 6 || width(rest) < 4 || oneCampaign(s[:i], rest) || oneMeeting(s[:i], rest) {
				continue
			}
			_, n := scan.DateOf(rest)
			if n > 0 && strings.HasPrefix(rest[n-len("年"):], "年") || firmVerb(rest) || workEnds.Suffix(s[:i]) > 0 && ownWork(rest) {
				out = append(out, piece{i, i + len("和")})
			}
		}
	}
	return out
}

// oneCampaign reports whether the first and the second name one campaign: its verb
// stands before the first alone, its 活动 behind the second (开展征文和征集年画评比活动).
func oneCampaign(first, second string) bool {
	return strings.HasSuffix(second, "活动") && lexicon.HasAnyPrefix(first, "开展", "举办", "组织", "举行") && !lexicon.HasAnySuffix(first, "活动", "工作") && !lexicon.HasAnyPrefix(second, "开展", "举办", "组织", "举行")
}

// meetings end the names of what is held.
var meetings = []string{"会", "会议", "典礼", "仪式", "论坛", "培训班", "讲座"}

// oneMeeting reports whether the first and the second name one meeting: the verb that
// holds it stands before the first alone, its kind behind the second (召开通报与检查动员会议).
func oneMeeting(first, second string) bool {
	holding := []string{"召开", "举办", "举行"}
	return lexicon.HasAnyPrefix(first, holding...) && lexicon.HasAnySuffix(second, meetings...) && !lexicon.HasAnySuffix(first, meetings...) && !containsAny(second, holding...)
}

// ownWork reports whether s is a work of its own, with an object before the word
// for the work: 教研课题评比, not the 推荐 of 评选和推荐工作.
func ownWork(s string) bool {
	s = strings.TrimSuffix(strings.TrimSuffix(s, "工作"), "活动")
	n := workEnds.Suffix(s)
	return n > 0 && width(s[:len(s)-n]) >= 3
}

// firmVerb reports whether s begins with a verb and its object, and is not the
// second half of a pair such as 评选和推荐工作.
func firmVerb(s string) bool {
	n := activityVerbs.Prefix(s)
	return n > 0 && width(s[n:]) >= 4
}

// statedSubject returns what the first paragraphs say is to be done, where no
// title does: 决定开展…, 现组织…, …定于…举行, 现将…通知如下.
func (p *Pass) statedSubject() (line, lo, hi int) {
	for i := range p.Outline.Lines {
		s := p.Outline.Lines[i].String()
		for _, w := range []string{"开会事由：", "会议名称：", "活动名称："} {
			if strings.HasPrefix(s, w) {
				return i, len(w), len(s)
			}
		}
		if p.Outline.Lines[i].Kind == segment.Heading {
			break
		}
	}
	asked, askedLo, askedHi := 0, 0, 0 // what the reader is bidden to do, or what the notice is for
	n := 0
	for i := range p.Outline.Lines {
		l := &p.Outline.Lines[i]
		if l.Part != segment.Body || l.Kind != segment.Paragraph && (l.Kind != segment.Title || !strings.HasSuffix(l.String(), "：")) {
			if l.Kind == segment.Heading {
				break
			}
			continue
		}
		if n++; n > 4 {
			break
		}
		s := l.String()
		for at := 0; at < len(s); {
			end := at + sentenceLen(s[at:])
			if lo, hi := p.setOff(i, s, at, end); hi > lo {
				return i, lo, hi
			}
			if askedHi == 0 && p.directs(s[at:end]) {
				for _, find := range []func(s string, at, end int) (lo, hi int){passed, bidden, aimed} {
					if lo, hi := find(s, at, end); hi > lo && askedHi == 0 {
						asked, askedLo, askedHi = i, lo, hi
					}
				}
			}
			at = end + len("。")
		}
	}
	return asked, askedLo, askedHi
}

// directs reports whether the sentence is one by which the document directs its
// readers: it is a notice, or has lost all above its text, is signed and bids them (请你们).
func (p *Pass) directs(sentence string) bool {
	switch p.Notice.Genre {
	case model.NoticeGenre:
		return true
	case model.OtherGenre:
		return p.Notice.Title == nil && p.Notice.Signature != nil && len(p.Notice.Signature.Units) > 0 && containsAny(sentence, "请你", "请各")
	}
	return false
}

// passed returns where in the sentence at to end of s the work stands that the notice
// passed on arranges: 现将《关于开展…工作的通知》转发给你们.
func passed(s string, at, end int) (lo, hi int) {
	k := scan.Index(s[at:end], "现将《")
	if k < 0 || !scan.Has(s[at:end], "转发给") {
		return 0, 0
	}
	open := at + k + len("现将")
	shut := titleEnd(s[:end], open)
	if shut < 0 || !scan.Has(s[shut:end], "转发给") || !strings.HasSuffix(s[open:shut], "通知》") || !scan.Has(s[open:shut], "关于") {
		return 0, 0
	}
	open += len("《")
	lo, hi = subjectIn(s[open : shut-len("》")])
	return open + lo, open + hi
}

// bidden returns where in the sentence at to end of s the thing stands that the
// reader is bidden to do: 请根据指南要求组织项目申报工作, 请依照细则的规定，做好除锈工作.
func bidden(s string, at, end int) (lo, hi int) {
	led := false // the clause before bids, and says only by what
	for _, c := range clauses(s, at, end) {
		t := s[c.lo:c.hi]
		bids := strings.HasPrefix(strings.TrimLeft(t, " 　"), "请")
		under := led
		led = bids && containsAny(t, "按照", "根据", "依照", "对照", "结合") && lexicon.HasAnySuffix(t, "要求", "精神", "规定", "通知", "实际", "安排", "部署")
		if !bids && !under || width(t) > 40 {
			continue
		}
		for _, w := range []string{"组织", "做好", "开展", "抓好"} {
			if k := strings.LastIndex(t, w); (k > 0 || k == 0 && under) && width(t[k:]) >= 6 && (lexicon.HasAnySuffix(t, "工作", "活动") || workEnds.Suffix(t) > 0) {
				return c.lo + k, c.hi
			}
		}
	}
	return 0, 0
}

// aimed returns where in the sentence at to end of s the work stands that the
// notice is for: 为做好2024年度决算工作，…现将有关事宜通知如下.
func aimed(s string, at, end int) (lo, hi int) {
	if !tellsBelow(s[at:end]) {
		return 0, 0
	}
	led := false
	for _, c := range clauses(s, at, end) {
		t := strings.TrimLeft(s[c.lo:c.hi], " 　")
		rest, ok := strings.CutPrefix(t, "为")
		rest = strings.TrimPrefix(rest, "了")
		if !ok && !led {
			continue
		}
		led = true // 为让船员放心，做好值守工作
		rest = strings.TrimPrefix(strings.TrimPrefix(rest, "切实"), "扎实")
		if lexicon.HasAnyPrefix(rest, "做好", "开展", "组织好", "抓好", "搞好") && lexicon.HasAnySuffix(rest, "工作", "活动") && width(rest) >= 8 && width(rest) <= 40 {
			return c.hi - len(rest), c.hi
		}
	}
	return 0, 0
}

// tellsBelow reports whether the sentence says that what it is about follows: 现将有关事宜通知如下.
func tellsBelow(sentence string) bool {
	_, rest, ok := strings.Cut(sentence, "现")
	return ok && lexicon.HasAnyPrefix(rest, "将", "就") && scan.Has(rest, "如下")
}

// tellsNext reports whether s, what stands behind a sentence, begins with one that only
// says that the rest follows: 。有关安排如下.
func tellsNext(s string) bool {
	s = strings.TrimLeft(s, "。 　")
	s = strings.TrimRight(s[:sentenceLen(s)], "：")
	return strings.HasSuffix(s, "如下") && width(s) <= 20 && lexicon.HasAnyPrefix(s, "现", "具体", "有关", "相关")
}

// holder returns who holds something, from the words before the verb: without an
// adverb and the place where it is held (市工会继续在全市范围).
func holder(s string) string {
	s = strings.TrimRight(s, " ")
	if i := strings.LastIndex(s, "在全"); i > 0 && lexicon.HasAnySuffix(s, "范围", "范围内", "校", "市", "省", "县", "区", "系统") {
		s = s[:i]
	}
	for _, w := range adverbs {
		s = strings.TrimSuffix(s, w)
	}
	return s
}

// held returns where in the sentence at to end of s a body says what it holds, right
// before 现将有关事项公告如下: 面向应届毕业生开展校园招聘.
func held(s string, at, end int) (lo, hi int) {
	if !tellsBelow(s[at:end]) && !tellsNext(s[end:]) {
		return 0, 0
	}
	for _, c := range clauses(s, at, end) {
		t := s[c.lo:c.hi]
		for _, w := range []string{"面向", "开展", "举办", "举行"} {
			k := scan.Index(t, w)
			if k <= 0 || !isBody(holder(t[:k])) || scan.Has(t, "了") || width(t[k:]) > 40 || workEnds.Suffix(strings.TrimRight(strings.TrimSuffix(t, "活动"), "”")) == 0 {
				continue
			}
			if w != "面向" || containsAny(t[k:], "开展", "举办", "举行", "组织") {
				return c.lo + k, c.hi
			}
		}
	}
	return 0, 0
}

// adverbs stand between the word that decides and the verb: 决定联合举办.
var adverbs = []string{"联合", "共同", "继续", "正式", "开始"}

// verbAt returns where in s the verb that sets something going begins, behind an
// adverb or the place where it is done (在全校范围内开展); -1 where there is none.
func verbAt(s string) int {
	at := 0
	for _, w := range adverbs {
		if rest, ok := strings.CutPrefix(s, w); ok && activityVerbs.Prefix(rest) > 0 {
			return len(w)
		}
	}
	if strings.HasPrefix(s, "在") {
		for _, w := range []string{"开展", "举办", "举行"} {
			if i := scan.Index(firstOf(s, 66), w); i > 0 && (strings.HasPrefix(s, "在全") || lexicon.HasAnySuffix(s[:i], "内", "中", "上", "市", "省", "县", "区", "校", "院", "系统")) && (at == 0 || i < at) {
				at = i
			}
		}
	}
	if activityVerbs.Prefix(s[at:]) == 0 {
		return -1
	}
	return at
}

// setOff returns where in the sentence at to end of line i the thing stands that it sets going.
func (p *Pass) setOff(i int, s string, at, end int) (lo, hi int) {
	for _, c := range clauses(s, at, end) {
		t := s[c.lo:c.hi]
		for _, w := range []string{"即将开始", "即将举行", "即将开幕"} { // 夜校第二季即将开始，现将课程通知如下
			if name, ok := strings.CutSuffix(t, w); ok && width(name) >= 6 && width(name) <= 40 && tellsBelow(s[c.hi:end]) {
				return c.lo, c.lo + len(name)
			}
		}
		if a, b := p.fixed(i, s, c); b > a {
			return a, b
		}
		if lexicon.HasAnyPrefix(t, "面向", "现面向", "拟面向") && containsAny(t, "公开招聘", "公开招募", "公开征集", "公开遴选", "公开选聘", "公开招收") && !scan.Has(t, "了") {
			return c.lo + scan.Index(t, "面向"), c.hi
		}
		if k := carriesOut(t); k >= 0 && p.Notice.Genre != model.OtherGenre {
			return c.lo + k, c.hi
		}
		for _, w := range []string{"决定", "定于近期", "拟于近期", "将于近期", "现", "特", "拟", "将"} {
			k := scan.Index(t, w)
			if k < 0 || k > 0 && w == "特" || w == "将" && handsOver(t[:k]) || width(t[:k]) > 24 && !(w == "决定" && isBody(t[:k]) && width(t[:k]) <= 80) {
				continue
			}
			rest := t[k+len(w):]
			if n := verbAt(rest); p.Notice.Genre != model.OtherGenre && n >= 0 && !lexicon.HasAnyPrefix(rest, "实施以来") && width(rest[n:]) >= 6 {
				return c.lo + k + len(w) + n, c.hi
			}
		}
		for _, w := range []string{"现将", "现就"} {
			if rest, ok := strings.CutPrefix(strings.TrimLeft(t, " "), w); ok {
				if n := announced(rest); n > 0 {
					lo = c.hi - len(rest)
					return lo, lo + n
				}
			}
		}
	}
	return held(s, at, end)
}

// handsOver reports whether before, the words before 将, make it the mark of an
// object: 请于4月9日前将清单送…, 现将检查事项通知如下, not the 将 of what is to come.
func handsOver(before string) bool {
	return containsAny(before, "请", "须", "务必") || lexicon.HasAnySuffix(before, "前", "以内", "日内", "现")
}

// carriesOut returns where in the clause the thing stands that is to be done to
// others: 对课题进行结题验收 of 拟对课题进行结题验收; -1 where there is none, or where
// it is a punishment.
func carriesOut(t string) int {
	for _, w := range []string{"拟对", "将对", "现对", "决定对", "拟近期对", "将于近期对", "决定近期对", "决定于近期对"} {
		k := scan.Index(t, w)
		if k < 0 || width(t[:k]) > 24 {
			continue
		}
		_, what, ok := strings.Cut(t[k:], "进行")
		if ok && width(what) >= 2 && width(what) <= 20 && !containsAny(what, "处", "问责", "说明", "通报", "公示", "补充", "修", "调整", "表", "奖") {
			return k + len(w) - len("对")
		}
	}
	return -1
}

// announced returns the length of what 现将 or 现就 announces: 技能考核 of
// 技能考核有关事项通知如下.
func announced(s string) int {
	i := strings.LastIndex(s, "如下")
	if i < 0 {
		return 0
	}
	hi := i
	for {
		n := hi
		for _, w := range []string{"通知", "公告", "通告", "告示", "启事", "启示", "说明", "安排", "具体", "有关", "相关", "事项", "事宜", "要求", "各项", "情况", "工作安排", "有关工作", "相关工作", "的"} {
			if strings.HasSuffix(s[:hi], w) {
				hi -= len(w)
			}
		}
		if n == hi {
			break
		}
	}
	if scan.HasAny(s[:hi], "，、") || width(s[:hi]) < 6 {
		return 0
	}
	return hi
}

// fixed reads 理事会拟于4月24日在…举行 and 学校定于5月3日召开…会: the event is what
// stands before the date, or what is done on it.
func (p *Pass) fixed(i int, s string, c piece) (lo, hi int) {
	for _, m := range p.In(i, c) {
		before := strings.TrimRight(s[c.lo:m.Lo], " ")
		n := len(before)
		for _, w := range []string{"拟定于", "定于", "拟于", "将于", "决定于"} {
			if strings.HasSuffix(before, w) {
				n -= len(w)
				break
			}
		}
		if n == len(before) {
			continue
		}
		rest := s[m.Hi:c.hi]
		for _, w := range []string{"召开", "举办", "举行", "开展", "组织"} {
			if k := scan.Index(rest, w); k >= 0 && width(rest[k:]) > 4 {
				return m.Hi + k, c.hi
			}
		}
		if width(before[:n]) >= 4 && !isBody(before[:n]) {
			if strings.HasSuffix(before, "将于") && scan.Has(s[c.hi:], "决定") {
				return 0, 0 // what others hold; what the notice itself decides follows
			}
			return c.lo, c.lo + n
		}
	}
	return 0, 0
}
