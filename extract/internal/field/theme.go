package field

import (
	"strings"

	"gongwen/extract/internal/lexicon"
	"gongwen/extract/internal/origin"
	"gongwen/extract/internal/scan"
	"gongwen/extract/internal/segment"
	"gongwen/model"
)

// themeField finds the theme: the one declared (以“…”为主题, 活动主题：…), else the
// subject (事由) that the title states.
var themeField = &Field{
	Name: "theme",
	Doc:  "主题: 以“…”为主题 and its variants; else the words of the title between 关于 and the genre",
	Find: findTheme,
}

func findTheme(p *Pass) {
	if p.declaredTheme() || p.plannedTheme() {
		return
	}
	if p.Notice.Genre != model.News {
		p.subject()
	}
}

// declaredTheme takes the first theme that the body declares.
func (p *Pass) declaredTheme() bool {
	ls := p.Outline.Lines
	for i := range ls {
		l := &ls[i]
		if l.Kind != segment.Paragraph && l.Kind != segment.Heading || l.Part != segment.Body {
			continue
		}
		s := l.String()
		if lo, hi, rule := themeIn(s); hi > lo {
			p.theme(l.Text, lo, hi, rule)
			return true
		}
		if themeHeading(s[l.Words:]) && i+1 < len(ls) && ls[i+1].Kind == segment.Paragraph {
			next := ls[i+1].Text
			if lo, hi, rule := themeIn(next.String()); hi > lo {
				p.theme(next, lo, hi, rule)
				return true
			}
			if t := next.String(); width(t) <= 60 && !scan.Has(t, "。") || slogan(t) {
				lo, hi := unquoted(t)
				p.theme(next, lo, hi, "theme/heading")
				return true
			}
		}
	}
	return false
}

// slogan reports whether s, below the heading of the theme, is the theme in words that end in a
// full stop. A sentence that says what to do with the theme is none.
func slogan(s string) bool {
	t, ok := strings.CutSuffix(s, "。")
	return ok && width(t) >= 4 && width(t) <= 30 && !scan.HasAny(t, "。；：（《") && !containsAny(t, "主题", "活动", "各", "本次", "开展", "进行") &&
		!lexicon.HasAnyPrefix(t, "以", "围绕", "紧扣", "结合", "根据", "按照", "通过", "由", "为", "详见", "见", "另行", "待", "无", "请", "具体")
}

// plannedTheme takes the theme that the plan declares under a heading of its own, where
// the title of the notice issues the plan by name and says nothing else.
func (p *Pass) plannedTheme() bool {
	title := squeeze(p.Outline.Title.String())
	if !scan.Has(title, "印发《") {
		return false
	}
	ls := p.Outline.Lines
	for _, a := range p.Outline.Attachments {
		if found := squeeze(a.Found.String()); found == "" || !scan.Has(title, "《"+found+"》") {
			continue
		}
		for _, i := range a.Lines {
			l := &ls[i]
			if l.Kind != segment.Heading || !themeNames.Contains(strings.TrimRight(squeeze(l.String()[l.Words:]), "：")) || i+1 >= len(ls) || ls[i+1].Kind != segment.Paragraph {
				continue
			}
			if t := ls[i+1].Text; width(t.String()) <= 60 && !scan.HasAny(t.String(), "。；：") {
				lo, hi := unquoted(t.String())
				p.theme(t, lo, hi, "theme/plan")
				return true
			}
		}
		return false
	}
	return false
}

// themeNames are the headings below which a plan prints its theme and nothing else.
var themeNames = lexicon.NewWords("活动主题", "宣传主题", "主题", "大赛主题", "比赛主题")

// theme sets the declared theme at the bytes lo to hi of t, without the bracket that
// tells where its words come from.
func (p *Pass) theme(t origin.Text, lo, hi int, rule string) {
	hi = lo + sourced(t.String()[lo:hi])
	p.Notice.Theme = &model.Theme{Text: strings.TrimSpace(t.String()[lo:hi]), Declared: true, Evidence: p.Cite(t, lo, hi, rule)}
}

// sourced returns the length of s without the bracket at its end that tells where the
// words before it come from: （出自《渔歌》）.
func sourced(s string) int {
	i := strings.LastIndex(s, "（")
	if i <= 0 || !strings.HasSuffix(s, "）") || !lexicon.HasAnyPrefix(s[i+len("（"):], "出自", "摘自", "选自", "语出", "引自", "节选自") {
		return len(s)
	}
	return len(strings.TrimRight(s[:i], " "))
}

// themeHeading reports whether s, the words of a heading, announces the theme.
func themeHeading(s string) bool {
	if len(s) > 90 {
		return false
	}
	s = strings.TrimRight(squeeze(s), "：。")
	if scan.HasAny(s, "：，。“") {
		return false
	}
	return strings.HasSuffix(s, "主题") && width(s) <= 10 && !strings.HasPrefix(s, "非")
}

// longestLead is how many bytes of a paragraph are searched for a theme.
const longestLead = 6000

// themeIn returns where in s a theme is declared.
//
//	以“…”为主题   紧紧围绕“…”主题   主题为“…”   主题是“…”   活动主题：…
//
// The quotation marks are what tells it: 以学习为主题 names a kind of thing.
func themeIn(s string) (lo, hi int, rule string) {
	s = firstOf(s, longestLead)
	for at := 0; ; {
		i := scan.Index(s[at:], "主题")
		if i < 0 {
			return 0, 0, ""
		}
		i += at
		at = i + len("主题")
		before, after := s[:i], s[at:]
		switch {
		case strings.HasSuffix(before, "”为"), strings.HasSuffix(before, "”这一"), strings.HasSuffix(before, "”"), strings.HasSuffix(before, "”的"):
			if lo := strings.LastIndex(before, "“"); lo >= 0 {
				lead := before[:lo]
				outer := outerQuote(before)
				if outer >= 0 {
					lo, lead = outer, before[:outer]
				}
				if lexicon.HasAnySuffix(lead, "以", "围绕", "紧扣", "为", "围绕着", "按照", "突出") {
					end := strings.LastIndex(before, "”")
					if width(before[lo:end]) > 4 {
						return lo + len("“"), end, "theme/以…为主题"
					}
				}
			}
		case lexicon.HasAnyPrefix(after, "为“", "是“", "：“", "为：“", "是：“") && !lexicon.HasAnySuffix(before, "邮件", "邮件（", "邮箱（", "邮件，"): // that of a mail
			lo := at + scan.Index(after, "“") + len("“")
			if hi := closeQuote(s, lo); hi > lo {
				return lo, hi, "theme/主题为…"
			}
		case lexicon.HasAnyPrefix(after, "：", "为：", "是：") && (width(before) <= 12):
			lo := at + scan.Index(after, "：") + len("：")
			hi := lo + sentenceLen(s[lo:])
			if hi > lo && width(s[lo:hi]) <= 60 {
				a, b := unquoted(s[lo:hi])
				return lo + a, lo + b, "theme/主题：…"
			}
		}
	}
}

// outerQuote returns where the outermost quotation that ends s begins, -1 if s
// does not end in one.
func outerQuote(s string) int {
	s = strings.TrimRight(s, "为的这一")
	if !strings.HasSuffix(s, "”") {
		return -1
	}
	depth := 0
	for i := len(s); i > 0; {
		switch {
		case strings.HasSuffix(s[:i], "”"):
			depth++
			i -= len("”")
		case strings.HasSuffix(s[:i], "“"):
			i -= len("“")
			if depth--; depth == 0 {
				return i
			}
		default:
			i--
		}
	}
	return -1
}

// closeQuote returns where the quotation whose words begin at lo ends.
func closeQuote(s string, lo int) int {
	depth := 1
	for i, r := range s[lo:] {
		switch r {
		case '“':
			depth++
		case '”':
			if depth--; depth == 0 {
				return lo + i
			}
		case '。':
			return -1
		}
	}
	return -1
}

// unquoted returns the bounds of s without blanks, a full stop at its end and
// the quotation marks around it.
func unquoted(s string) (lo, hi int) {
	hi = len(s)
	for {
		t := s[lo:hi]
		switch {
		case strings.HasPrefix(t, " ") || strings.HasPrefix(t, "\n"):
			lo++
		case strings.HasPrefix(t, "　"):
			lo += len("　")
		case strings.HasSuffix(t, " ") || strings.HasSuffix(t, "\n"):
			hi--
		case strings.HasSuffix(t, "。") || strings.HasSuffix(t, "；"):
			hi -= len("。")
		case strings.HasPrefix(t, "“") && closeQuote(t, len("“")) == len(t)-len("”"):
			lo, hi = lo+len("“"), hi-len("”")
		default:
			return lo, hi
		}
	}
}

// sentenceLen returns the length of s up to its first full stop or line break.
func sentenceLen(s string) int {
	if i := strings.IndexAny(s, "。；\n"); i >= 0 {
		return i
	}
	return len(s)
}

// subject takes the 事由 of the title: the words between 关于 and the genre
// (的通知, 的若干意见); in a title without 关于, those between issuer and genre.
func (p *Pass) subject() {
	if p.Notice.Title == nil {
		return
	}
	s := strings.TrimSuffix(p.Notice.Title.Text, "》") // 转发《关于…的通知》
	hi, _, ok := genreAt(s)
	if !ok {
		return
	}
	lo := scan.Index(s, "关于")
	if quote := scan.Index(s, "《"); lo >= 0 && quote >= 0 && quote < lo && closeTitle(s, quote) > lo { // 印发《关于…的意见》的通知
		lo = quote
		for _, w := range []string{"印发", "转发", "批转", "发布", "公布"} {
			if strings.HasSuffix(s[:quote], w) {
				lo -= len(w)
			}
		}
	} else if lo >= 0 {
		lo += len("关于")
	} else {
		lo = issuerLen(s, p.Notice)
	}
	if hi < lo {
		return
	}
	words := s[lo:hi]
	for _, w := range []string{"的若干", "的有关", "的"} {
		if cut, ok := strings.CutSuffix(words, w); ok {
			words = cut
			break
		}
	}
	meeting := strings.HasPrefix(s[hi:], "会议纪要") && !scan.Has(s, "关于") && serialMeeting(words)
	if meeting {
		words += "会议"
	}
	if width(words) < 2 || unnumbered(words) == "" || remindings.Contains(words) || !meeting && !scan.Has(s, "关于") && isBody(unnumbered(words)) { // 某某部令, 某某指挥部9号通告 states no subject
		return
	}
	p.Notice.Theme = &model.Theme{Text: words, Evidence: p.whole(p.title(), "theme/subject")}
}

// serialMeeting reports whether words, before 会议纪要, name the one of a row of meetings that
// the minutes are of: …第三次联席, …第三次.
func serialMeeting(words string) bool {
	i := strings.LastIndex(words, "第")
	if i <= 0 {
		return false
	}
	_, n := scan.NumberOf(words[i+len("第"):])
	rest := words[i+len("第")+n:]
	return n > 0 && lexicon.HasAnyPrefix(rest, "次", "届") && width(rest) <= 5
}

// closeTitle returns where the 《》 that opens at lo of s closes, -1 if it does not.
func closeTitle(s string, lo int) int {
	if n := titleEnd(s, lo); n > 0 {
		return n
	}
	return -1
}

// remindings are the words before 提示 and 通知 that tell how they are meant and not of what.
var remindings = lexicon.NewWords("重要", "紧急", "温馨", "特别", "友情")

// unnumbered returns s without the number of a series at its end: 9号, 第9号.
func unnumbered(s string) string {
	t, ok := strings.CutSuffix(s, "号")
	if !ok {
		return s
	}
	if n := strings.TrimRight(t, "0123456789"); n != t {
		return strings.TrimSuffix(n, "第")
	}
	return s
}

// issuerLen returns the length of the issuer's name at the head of the title s.
func issuerLen(s string, n *model.Notice) int {
	for _, x := range n.Issuers {
		if strings.HasPrefix(s, x.Name) {
			return len(x.Name)
		}
	}
	return 0
}
