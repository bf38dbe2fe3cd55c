package field

import (
	"strings"

	"gongwen/extract/internal/lexicon"
	"gongwen/extract/internal/origin"
	"gongwen/extract/internal/scan"
	"gongwen/extract/internal/segment"
	"gongwen/model"
)

// urlsField finds web addresses, as printed and behind links.
var urlsField = &Field{
	Name: "urls",
	Doc:  "网址: web addresses as printed, with http:// where they have no scheme",
	Find: findURLs,
}

func findURLs(p *Pass) {
	seen := map[string]bool{}
	for i := range p.Outline.Lines {
		l := &p.Outline.Lines[i]
		if l.Kind == segment.Furniture {
			continue
		}
		s := l.String()
		if l.Signs&(segment.Point|segment.Latin) != segment.Point|segment.Latin {
			continue
		}
		scan.URLs(s, func(lo, hi int, u scan.URL) bool {
			if key := strings.TrimSuffix(u.Text, "/"); !seen[key] {
				seen[key] = true
				p.Notice.URLs = append(p.Notice.URLs, model.URL{URL: u.Text, Label: labelBefore(s, lo), Evidence: p.Cite(l.Text, lo, hi, "urls/printed")})
			}
			return true
		})
	}
	src := p.Source.Plain
	for _, k := range p.Source.Links {
		u, n := scan.URLOf(k.URL)
		if n == 0 || fileName(k.URL) || seen[strings.TrimSuffix(u.Text, "/")] {
			continue
		}
		seen[strings.TrimSuffix(u.Text, "/")] = true
		text := src.Text().Slice(k.Lo, k.Hi)
		p.Notice.URLs = append(p.Notice.URLs, model.URL{URL: u.Text, Label: label(text), Evidence: p.whole(text, "urls/link")})
	}
}

// fileName reports whether a link leads to a file and not to a page: pages hang
// their attachments on links, which the 附件说明 names.
func fileName(url string) bool {
	url = strings.ToLower(url)
	return lexicon.HasAnySuffix(url, ".doc", ".docx", ".xls", ".xlsx", ".pdf", ".wps", ".ppt", ".pptx", ".zip", ".rar", ".ofd", ".jpg", ".png", ".mp4")
}

// label returns the words of a link, if they are no address themselves.
func label(t origin.Text) string {
	s := strings.TrimSpace(t.String())
	if _, n := scan.URLOf(s); n > 0 || width(s) > 40 {
		return ""
	}
	return s
}

// labelBefore returns the name of the site that stands before the address at
// byte lo: 中国保密在线网站（网址：http://…).
func labelBefore(s string, lo int) string {
	t := strings.TrimRight(lastOf(s[:lo], 160), "<（(：: 　")
	for _, w := range []string{"网址", "网站地址", "官网地址", "链接", "登录网址"} {
		t = strings.TrimSuffix(t, w)
	}
	t = strings.TrimRight(t, "<（(：: 　")
	if i := strings.LastIndexAny(t, "，。；、：（）( 　"); i >= 0 {
		t = t[i+len(string([]rune(t[i:])[:1])):]
	}
	for _, w := range []string{"登录", "访问", "进入", "登陆", "依托", "通过", "在", "至", "到"} {
		if i := strings.LastIndex(t, w); i >= 0 {
			t = t[i+len(w):]
		}
	}
	if n := width(t); n < 2 || n > 20 {
		return ""
	}
	return t
}
