package field

import (
	"strings"

	"gongwen/extract/internal/lexicon"
	"gongwen/extract/internal/scan"
	"gongwen/extract/internal/segment"
	"gongwen/model"
)

// laysDown reports whether a document of this title lays down rules that stand
// until they are repealed: its terms (自受理之日起十五日内) oblige nobody on a day.
// The rules of one event name its year or its number (第十届…竞赛规程): they do
// set days.
func laysDown(title string) bool {
	lo, hi, ok := genreAt(title)
	if !ok {
		return false
	}
	switch code, _ := genreWords.SuffixValue(title[:hi]); model.Genre(code) {
	case model.Regulation:
		return !oneEvent(title[:lo])
	case model.Decision:
		return scan.Has(title[:lo], "修改") || scan.Has(title[:lo], "废止")
	}
	return false
}

// oneEvent reports whether the words before the genre name the year or the
// number of what the rules are for.
func oneEvent(s string) bool {
	return scan.Has(s, "届") || scan.Has(s, "年") && printedYear(s)
}

// printedYear reports whether s prints a year outside the titles that it quotes.
func printedYear(s string) bool {
	for at := 0; at < len(s); {
		i := scan.Index(s[at:], "年")
		if i < 0 {
			return false
		}
		at += i
		if at >= 4 && isDigit(s[at-1]) && isDigit(s[at-2]) && isDigit(s[at-3]) && isDigit(s[at-4]) && !within(s, at, "《", "》") {
			return true
		}
		at += len("年")
	}
	return false
}

// A standing follows the lines of a document and knows which of them belong to
// rules that stand.
type standing struct {
	part    segment.Part
	rules   bool // the title of the text at hand says that it lays down rules
	article bool // an article (第一条) stands above, or a note tells of the text's adoption
}

// next takes the next line.
func (t *standing) next(p *Pass, l *segment.Line) {
	switch {
	case l.Part != t.part && l.Part == segment.Body:
		*t = standing{part: l.Part, rules: laysDown(p.Outline.Title.String()), article: p.adopted()}
	case l.Part != t.part, l.Kind == segment.AttachmentMark:
		*t = standing{part: l.Part}
	}
	switch {
	case l.Kind == segment.AttachmentTitle, l.Kind == segment.Title && l.Part == segment.Attachments:
		t.rules, t.article = laysDown(l.String()), false
	case l.Mark.Kind == scan.Article:
		t.article = true
	}
}

// adopted reports whether a note below the title (题注) tells of the meeting that
// adopted the text, or since when it is in force.
func (p *Pass) adopted() bool {
	for i := range p.Outline.Lines {
		l := &p.Outline.Lines[i]
		if l.Part == segment.Body && l.Kind != segment.Title {
			return false
		}
		if len(p.On(i)) > 0 && lexicon.HasAnySuffix(strings.TrimRight(l.String(), "）)"), "通过", "施行") {
			return true
		}
	}
	return false
}

// fromItself reports whether a stretch of time counts from the issue of the document
// itself (本命令发布): it runs out on one day, also in the articles of an order.
func fromItself(anchor string) bool {
	return strings.HasPrefix(anchor, "本") && containsAny(anchor, "令", "通知", "通告", "公告", "决定", "通报") &&
		lexicon.HasAnySuffix(anchor, "发布", "印发", "下发", "公布", "发出")
}

// binds reports whether the date can bind anybody. In an article only a day with
// its month does and a stretch that counts from the document's own issue, and in the articles of standing rules none. Rules without
// articles may be those of a contest (征文办法), whose days count.
func (t *standing) binds(d *scan.Date) bool {
	if d.Relative != "" && fromItself(d.Anchor) {
		return !t.rules
	}
	if d.Relative != "" || d.End.Month == 0 {
		return !t.article && !(t.rules && t.part == segment.Body)
	}
	return !t.article || !t.rules
}
