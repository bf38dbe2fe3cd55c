package field

import (
	"slices"
	"strings"

	"gongwen/extract/internal/lexicon"
	"gongwen/extract/internal/origin"
	"gongwen/extract/internal/scan"
	"gongwen/extract/internal/segment"
	"gongwen/model"
)

// issuersField finds 发文机关 (7.2.4).
var issuersField = &Field{
	Name: "issuers",
	Doc:  "发文机关: from the 发文机关标志 without its 文件; else the 署名; else the title's 「X关于」; else who supplied a report",
	Find: findIssuers,
}

func findIssuers(p *Pass) {
	if p.Notice.Genre == model.News {
		if p.supplier(); len(p.Notice.Issuers) == 0 {
			p.newsAgency()
		}
		return
	}
	for _, find := range []func(){p.markIssuers, p.signedIssuers, p.answeringIssuer, p.labelledIssuers, p.titleIssuer, p.publisher, p.numberedIssuer, p.biddingIssuer} {
		if find(); len(p.Notice.Issuers) > 0 {
			break
		}
	}
	if len(p.Notice.Issuers) == 0 {
		p.newsAgency()
	}
	p.withoutProvince()
	p.jointIssuers()
}

// newsAgency takes the agency that opens the text with its dateline, where nobody else is
// named: 新华社云岭8月17日电.
func (p *Pass) newsAgency() {
	if l := p.Outline.First(segment.Paragraph); l != nil && segment.Dateline(l.String()) > 0 {
		p.issuer(l.Text, 0, len("新华社"), "issuers/电头")
	}
}

// jointIssuers adds the bodies that sign together with the one in the 发文机关标志, which
// may name the first of several alone (7.2.4).
func (p *Pass) jointIssuers() {
	if len(p.Notice.Issuers) != 1 || p.Notice.Issuers[0].Evidence.Rule != "issuers/mark" || p.Notice.Signature == nil {
		return
	}
	units := p.Notice.Signature.Units
	if len(units) < 2 || !slices.Contains(units, p.Notice.Issuers[0].Name) || slices.ContainsFunc(units, func(w string) bool { return !isBody(w) }) {
		return
	}
	p.signedIssuers()
}

// withoutProvince puts the title's name of the issuer in place of one that a law site has
// put the province's name before (江岭省云岭市人民政府).
func (p *Pass) withoutProvince() {
	title := p.Outline.Title.String()
	at := scan.Index(title, "关于")
	if len(p.Notice.Issuers) != 1 || at <= 0 {
		return
	}
	name := squeeze(title[:at])
	before, ok := strings.CutSuffix(p.Notice.Issuers[0].Name, name)
	if ok && isBody(name) && lexicon.HasAnySuffix(before, "省", "自治区") {
		p.Notice.Issuers = nil
		p.issuer(p.Outline.Title, 0, at, "issuers/title")
	}
}

// issuer adds the body named at the bytes lo to hi of t.
func (p *Pass) issuer(t origin.Text, lo, hi int, rule string) {
	for _, seal := range segment.Seals {
		if strings.HasSuffix(t.String()[lo:hi], seal) {
			hi -= len(seal)
		}
	}
	name := squeeze(t.String()[lo:hi])
	if name == "" {
		return
	}
	for _, x := range p.Notice.Issuers {
		if x.Name == name {
			return
		}
	}
	p.Notice.Issuers = append(p.Notice.Issuers, model.Party{Name: name, Evidence: p.Cite(t, lo, hi, rule)})
}

// markIssuers takes the names of the 发文机关标志, one a line when several bodies
// issue jointly.
func (p *Pass) markIssuers() {
	p.Outline.All(segment.IssuerMark, func(_ int, l *segment.Line) {
		s := l.String()
		hi := len(s)
		if _, n := segment.Label(s); n > 0 {
			p.issuer(l.Text, n, n+wordLen(s[n:]), "issuers/label")
			return
		}
		if genreWords.Contains(squeeze(s)) { // 公　告, below the issuer's name
			return
		}
		if lo, _, ok := genreAt(s); ok && lo > 0 && strings.TrimRight(s[:lo], " 　") != s[:lo] {
			hi = lo // 某某局　函
		} else if strings.HasSuffix(s, "令") && isBody(strings.TrimSuffix(s, "令")) {
			hi -= len("令")
		}
		for _, tail := range []string{"文件", "发电", "（通知）", "（函）"} {
			if strings.HasSuffix(squeeze(s), tail) {
				hi = strings.LastIndex(s, string([]rune(tail)[:1]))
			}
		}
		s = s[:hi]
		if joint := unitsOf(s); len(joint) > 1 {
			at := 0
			for _, w := range joint {
				lo := at + scan.Index(s[at:], w)
				p.issuer(l.Text, lo, lo+len(w), "issuers/mark")
				at = lo + len(w)
			}
			return
		}
		p.issuer(l.Text, 0, hi, "issuers/mark")
	})
}

// signedIssuers takes the names of the 署名.
func (p *Pass) signedIssuers() {
	if p.Notice.Signature == nil {
		return
	}
	p.Outline.All(segment.Signature, func(_ int, l *segment.Line) {
		p.unitsIn(l.Text, l.String())
	})
	if l := p.Outline.First(segment.IssueDate); l != nil {
		p.unitsIn(l.Text, nameBefore(l.String()))
	}
}

// unitsIn adds the bodies named in s, words of t.
func (p *Pass) unitsIn(t origin.Text, s string) {
	if s == "" {
		return
	}
	units := unitsOf(s)
	if len(units) == 1 {
		lo := strings.Index(t.String(), strings.TrimSpace(s))
		if lo >= 0 {
			p.issuer(t, lo, lo+len(strings.TrimSpace(s)), "issuers/signature")
		}
		return
	}
	at := 0
	for _, w := range units {
		if i := scan.Index(t.String()[at:], w); i >= 0 {
			p.issuer(t, at+i, at+i+len(w), "issuers/signature")
			at += i + len(w)
		}
	}
}

// answeringIssuer takes the body that signs together with whom to ask, on the line
// above the day: 档案科 周老师 内线8001.
func (p *Pass) answeringIssuer() {
	for i := 1; i < len(p.Outline.Lines); i++ {
		if p.Outline.Lines[i].Kind != segment.IssueDate {
			continue
		}
		l := &p.Outline.Lines[i-1]
		s := l.String()
		n := wordLen(s)
		if l.Kind == segment.Paragraph && l.Signs&segment.Digit != 0 && len(s) < 120 && n < len(s) && n >= len("档案科") && isBody(s[:n]) &&
			isDigit(s[len(s)-1]) && !scan.HasAny(s, "，。；：") && blankRun(s[n:]) > 0 && nameAhead(s[n:]) {
			p.issuer(l.Text, 0, n, "issuers/signature")
		}
		return
	}
}

// issuerLabels are the labels of the issuer in a page's table of facts, and
// publisherLabels those of who set the page up, which is the issuer as a rule.
var (
	issuerLabels    = []string{"发文机关", "发文单位", "发文部门", "颁布单位", "颁布部门", "颁布机关", "制定机关"}
	publisherLabels = []string{"发布部门", "发布单位", "发布机构"}
)

// labelledIssuers takes the names behind a label of the issuer.
func (p *Pass) labelledIssuers() { p.namedBy(issuerLabels) }

// publisher takes the names behind a label of the page's publisher.
func (p *Pass) publisher() { p.namedBy(publisherLabels) }

// namedBy takes the names of bodies behind the first of the labels in the page's
// table of facts. What is no body (办公室主任, 管理员) issues nothing.
func (p *Pass) namedBy(labels []string) {
	p.Outline.All(segment.Furniture, func(_ int, l *segment.Line) {
		s := l.String()
		_, n := segment.Label(s)
		if n == 0 || len(p.Notice.Issuers) > 0 || !lexicon.HasAnyPrefix(l.Flat(), labels...) {
			return
		}
		all := true
		each(s[n:], "、，；, 　", func(lo, hi int) { all = all && isBody(s[n+lo:n+hi]) })
		if all {
			each(s[n:], "、，；, 　", func(lo, hi int) { p.issuer(l.Text, n+lo, n+hi, "issuers/label") })
		}
	})
}

// numberedIssuer takes the body that the document's number names in full: 航运署通函第8/2024号.
func (p *Pass) numberedIssuer() {
	n := p.Notice.DocumentNumber
	if n == nil || !isBody(n.Agency) || !lexicon.HasAnyPrefix(n.Text[len(n.Agency):], "通函", "通告", "公告", "令") {
		return
	}
	if l := p.Outline.First(segment.Number); l != nil {
		if lo := strings.Index(l.String(), n.Agency); lo >= 0 {
			p.issuer(l.Text, lo, lo+len(n.Agency), "issuers/number")
		}
	}
}

// biddingIssuer takes who calls for bids, where a notice to bidders is signed by that label
// alone: 招标人：某某公司.
func (p *Pass) biddingIssuer() {
	for i := range p.Outline.Lines {
		l := &p.Outline.Lines[i]
		if l.Part != segment.Body || l.Signs&segment.Colon == 0 {
			continue
		}
		s := l.String()
		at := l.Words
		for _, w := range []string{"招标人：", "采购人：", "招标单位：", "采购单位："} {
			if name, ok := strings.CutPrefix(s[at:], w); ok && isBody(squeeze(name)) && !scan.HasAny(name, "，。；") {
				p.issuer(l.Text, at+len(w), len(s), "issuers/招标人")
				return
			}
		}
	}
}

// titleIssuer takes the body that the title names before 关于, or before the
// word of the genre.
func (p *Pass) titleIssuer() {
	t := p.Outline.Title
	s := t.String()
	at := scan.Index(s, "关于")
	if at < 0 && p.Notice.Title != nil {
		if lo, _, ok := genreAt(s); ok {
			at = lo
		}
	}
	if at <= 0 {
		return
	}
	name := strings.TrimSpace(s[:at])
	if i := scan.Index(name, "转发"); i >= 0 {
		name = name[:i]
	}
	if name == "" || scan.HasAny(name, "：！？【】《") {
		return
	}
	if isBody(squeeze(name)) || width(name) <= 12 && !scan.HasAny(name, "，《“年") && strings.HasPrefix(s[at:], "关于") {
		each(name, "、 　", func(lo, hi int) {
			p.issuer(t, lo, hi, "issuers/title")
		})
	}
}

// supplier takes the body that supplied a report: （X供稿）, 来源：X, or the site.
func (p *Pass) supplier() {
	for i := len(p.Outline.Lines) - 1; i >= 0; i-- {
		l := &p.Outline.Lines[i]
		s := l.String()
		for _, tail := range []string{"供稿）", "供稿", "报道）"} {
			if !strings.HasSuffix(s, tail) {
				continue
			}
			hi := len(s) - len(tail)
			lo := strings.LastIndexAny(s[:hi], "（。 ")
			if lo < 0 {
				lo = 0
			} else {
				lo += len(string([]rune(s[lo:])[:1]))
			}
			if width(s[lo:hi]) >= 3 && width(s[lo:hi]) <= 30 {
				p.issuer(l.Text, lo, hi, "issuers/供稿")
				return
			}
		}
		if at := scan.Index(s, "来源："); at >= 0 && width(s) < 120 {
			lo := at + len("来源：")
			hi := lo + wordLen(s[lo:])
			if hi > lo {
				p.issuer(l.Text, lo, hi, "issuers/来源")
				return
			}
		}
	}
	p.signedIssuers()
	if len(p.Notice.Issuers) == 0 {
		p.titleIssuer()
	}
}

// wordLen returns the length of the name at the head of s, up to a blank, a
// bracket or a stop.
func wordLen(s string) int {
	if i := strings.IndexAny(s, " 　【[（(|，。；\t"); i >= 0 {
		return i
	}
	return len(s)
}
