package field

import (
	"strings"

	"gongwen/extract/internal/origin"
	"gongwen/extract/internal/scan"
	"gongwen/model"
)

// titleField finds 标题 (7.3.1), joined over its lines and without blanks.
var titleField = &Field{
	Name: "title",
	Doc:  "标题: the lines above the addressees that end in the word of a genre",
	Find: findTitle,
}

func findTitle(p *Pass) {
	t := p.title()
	if t.Len() == 0 {
		return
	}
	p.Notice.Title = &model.Phrase{Text: tight(t.String()), Evidence: p.whole(t, "title/lines")}
}

// title returns the title's words without a document number behind them and
// the name of the web site that a page's title drags along.
func (p *Pass) title() origin.Text {
	t := p.Outline.Title
	if n := p.Notice.DocumentNumber; n != nil && n.Evidence.Rule == "document_number/title" {
		t = t.Slice(0, strings.LastIndex(t.String(), "（"))
	}
	if cut := siteName(t.String()); cut > 0 {
		t = t.Slice(0, cut)
	}
	return t
}

// siteName returns where in s the name of a web site begins that a page's
// title drags behind it (…的公告——某某网-某某导航), 0 if there is none.
func siteName(s string) int {
	for _, dash := range []string{"——", "--", "—", "_", "|", "-"} {
		i := strings.Index(s, dash)
		if i <= 0 || !scan.HasAny(s[i:], "网站") {
			continue
		}
		if genreWords.Suffix(s[:i]) > 0 {
			return i
		}
	}
	return 0
}
