package field

import (
	"strings"

	"gongwen/extract/internal/origin"
	"gongwen/extract/internal/scan"
	"gongwen/extract/internal/segment"
	"gongwen/model"
)

// publicationField finds what a web copy says of itself.
var publicationField = &Field{
	Name: "publication",
	Doc:  "网页发布信息: site, source, author, date and index number from the page's furniture",
	Find: findPublication,
}

// A publicationLabel names a fact of the page.
type publicationLabel struct {
	words []string
	set   func(*model.Publication, string)
}

// publicationLabels are the labels that government sites print.
var publicationLabels = []publicationLabel{
	{[]string{"文章来源", "信息来源", "稿件来源", "来源", "发布机构", "发布单位", "信息来源单位"}, func(p *model.Publication, s string) { set(&p.Source, s) }},
	{[]string{"作者", "责任编辑", "发布人", "发布者"}, func(p *model.Publication, s string) { set(&p.Author, s) }},
	{[]string{"信息索引号", "索引号", "索引"}, func(p *model.Publication, s string) { set(&p.IndexNumber, s) }},
}

// set sets *to if it is not set.
func set(to *string, s string) {
	if *to == "" {
		*to = s
	}
}

func findPublication(p *Pass) {
	var m model.Publication
	if p.Source.Publication != nil {
		m = *p.Source.Publication
	}
	p.Outline.All(segment.Furniture, func(i int, l *segment.Line) {
		s := l.String()
		for _, x := range publicationLabels {
			for _, w := range x.words {
				if v := labelValue(s, w); v != "" {
					x.set(&m, v)
				}
			}
		}
		if m.PublishedOn == "" {
			m.PublishedOn = publishedOn(l.Text)
		}
		if m.Site == "" {
			m.Site = siteOf(s)
		}
	})
	if m != (model.Publication{}) {
		p.Notice.Publication = &m
	}
}

// labelValue returns the words behind the label w and its colon in s.
func labelValue(s, w string) string {
	i := scan.Index(s, w)
	if i < 0 {
		return ""
	}
	rest := s[i+len(w):]
	for _, colon := range []string{"：", ":"} {
		if v, ok := strings.CutPrefix(strings.TrimLeft(rest, " "), colon); ok {
			v = strings.TrimLeft(v, " 　")
			v = v[:wordLen(v)]
			if _, n := scan.DateOf(v); n > 0 || strings.HasSuffix(v, "：") || width(v) > 40 {
				return ""
			}
			for _, other := range []string{"发布", "浏览", "点击", "作者", "字体", "时间"} {
				if strings.HasPrefix(v, other) {
					return ""
				}
			}
			return v
		}
	}
	return ""
}

// publishedOn returns the full date on a line of publication, as ISO 8601.
func publishedOn(t origin.Text) (day string) {
	s := t.String()
	scan.Dates(s, func(lo, hi int, d scan.Date) bool {
		if d.Start.Year > 0 && d.Precision <= scan.DayOfMonth && !scan.Has(s[:lo], "生效") {
			day = d.Start.String()
		}
		return day == ""
	})
	return day
}

// siteOf returns the name of the site at the head of a line of breadcrumbs.
func siteOf(s string) string {
	if !strings.Contains(s, ">") && !scan.Has(s, "》") {
		return ""
	}
	for _, w := range []string{"您的位置", "您当前的位置", "您现在的位置", "当前位置", "现在的位置"} {
		if rest, ok := strings.CutPrefix(s, w); ok {
			s = strings.TrimLeft(rest, "：: ")
		}
	}
	i := strings.IndexAny(s, ">》")
	if i <= 0 {
		return ""
	}
	site := strings.TrimSpace(s[:i])
	if strings.HasSuffix(site, "网") || strings.HasSuffix(site, "网站") || strings.HasSuffix(site, "门户") {
		return site
	}
	return ""
}
