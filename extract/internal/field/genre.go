package field

import (
	"strings"

	"gongwen/extract/internal/lexicon"
	"gongwen/extract/internal/scan"
	"gongwen/extract/internal/segment"
	"gongwen/model"
)

// genreField tells the kind of document (文种): from the word that ends the
// title, else from the words that close the text; a report about an event is news.
var genreField = &Field{
	Name: "genre",
	Doc:  "文种: the word that ends the title, or 特此通知 and its kin",
	Find: func(p *Pass) { p.Notice.Genre = p.genre() },
}

// genreAt returns where in the title s the word of its genre stands; brackets
// behind it (（试行）, （征求意见稿）) are allowed, and the numeral of one of a series (通告二).
func genreAt(s string) (lo, hi int, ok bool) {
	hi = len(s)
	for {
		t := strings.TrimRight(s[:hi], " 　")
		hi = len(t)
		if n := genreWords.Suffix(t); n > 0 {
			return hi - n, hi, true
		}
		i := strings.LastIndex(t, "（")
		if !strings.HasSuffix(t, "）") {
			i = ordinalAt(t)
		}
		if i <= 0 {
			return 0, 0, false
		}
		hi = i
	}
}

// ordinalAt returns where in s the numeral begins that a notice of a series has behind the
// word of its genre; 0 if it has none.
func ordinalAt(s string) int {
	at := tailLen(s, 1)
	if at > 0 && strings.Contains("一二三四五六七八九十", s[at:]) && genreWords.Suffix(s[:at]) > 0 {
		return at
	}
	return 0
}

// genre returns the genre.
func (p *Pass) genre() model.Genre {
	title := ""
	if t := p.Notice.Title; t != nil {
		title = t.Text
	}
	lo, hi, ok := genreAt(title)
	if ok {
		code, _ := genreWords.SuffixValue(title[:hi])
		switch {
		case model.Genre(code) == model.Letter && lo > 0 && strings.HasSuffix(title[:lo], "公"):
		case model.Genre(code) == model.Speech && !strings.HasSuffix(title[:lo], "的"): // 出席会议并讲话 reports
		default:
			return model.Genre(code)
		}
	}
	if g := p.masthead(); g != "" {
		return g
	}
	if g := p.closing(); g != "" {
		return g
	}
	if p.report(title) {
		return model.News
	}
	if p.Outline.First(segment.Addressees) != nil || p.Notice.DocumentNumber != nil {
		return model.NoticeGenre
	}
	return model.OtherGenre
}

// masthead returns the genre that the 发文机关标志 names (某某局　函), "" if it names none.
func (p *Pass) masthead() (g model.Genre) {
	p.Outline.All(segment.IssuerMark, func(_ int, l *segment.Line) {
		s := squeeze(l.String())
		if code, n := genreWords.SuffixValue(s); n > 0 && !strings.HasSuffix(s, "文件") && g == "" {
			g = model.Genre(code)
		}
	})
	return g
}

// closings are the words that close a text of each genre.
var closings = []struct {
	words string
	genre model.Genre
}{
	{"特此通知", model.NoticeGenre}, {"现通知如下", model.NoticeGenre}, {"通知如下", model.NoticeGenre},
	{"特此公告", model.Announcement}, {"特此通告", model.Circular}, {"特此批复", model.Reply}, {"此复", model.Reply},
	{"专此批复", model.Reply}, {"批复如下", model.Reply}, {"专此函达", model.Letter}, {"专此函告", model.Letter},
	{"特此函", model.Letter}, {"函复", model.Letter}, {"特此通报", model.Bulletin}, {"特此报告", model.Report},
	{"公开征求意见", model.NoticeGenre}, {"公告如下", model.Announcement}, {"通告如下", model.Circular}, {"妥否，请批示", model.Request}, {"特此公示", model.Announcement},
}

// mayClose holds a word of each of closings.
var mayClose = lexicon.NewWords("特此", "专此", "如下", "此复", "函复", "批示", "公开征求意见")

// closing returns the genre that the text's own closing words name, "" if none does.
func (p *Pass) closing() model.Genre {
	for i := range p.Outline.Lines {
		l := &p.Outline.Lines[i]
		if l.Part != segment.Body {
			continue
		}
		s := l.String()
		if !mayClose.In(s) {
			continue
		}
		for _, c := range closings {
			if strings.Contains(s, c.words) {
				return c.genre
			}
		}
	}
	return ""
}

// report reports whether the text is a report about an event: it has neither
// number nor addressees, names no genre, and tells what was done.
func (p *Pass) report(title string) bool {
	if p.Outline.First(segment.Addressees) != nil || p.Notice.DocumentNumber != nil {
		return false
	}
	for i := range p.Outline.Lines {
		l := &p.Outline.Lines[i]
		if l.Part == segment.Body && l.Kind == segment.Paragraph && lexicon.HasAnyPrefix(l.String(), "本报讯", "本网讯", "本台讯") { // the words that only the press opens with
			return true
		}
		if k := l.Mark.Kind; k == scan.Han || k == scan.Article {
			return false
		}
	}
	for i := range p.Outline.Lines {
		l := &p.Outline.Lines[i]
		s := l.String()
		if l.Kind == segment.Furniture && strings.HasPrefix(s, "香港时间") { // closes a 新闻公报
			return true
		}
		if tells(firstOf(s, 300)) || tells(lastOf(s, 150)) {
			return true
		}
	}
	return false
}

// tells reports whether s holds a word of a report. 日前 behind a figure ends the
// time by which something is to be done (4月9日前，).
func tells(s string) bool {
	if !tellings.In(s) {
		return false
	}
	for _, w := range tellings.All() {
		for at := 0; ; {
			i := scan.Index(s[at:], w)
			if i < 0 {
				break
			}
			i += at
			if w != "日前，" || i == 0 || !isDigit(s[i-1]) {
				return true
			}
			at = i + len(w)
		}
	}
	return false
}

// tellings are the words of a report: who wrote it, or when the thing happened
// that it tells of.
var tellings = lexicon.NewWords("日，", "记者", "日前，", "截至", "日上午，", "日下午，", "日讯", "供稿）", "通讯员", "（转载自")
