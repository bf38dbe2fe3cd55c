package field

import (
	"strings"

	"gongwen/extract/internal/lexicon"
	"gongwen/extract/internal/origin"
	"gongwen/extract/internal/scan"
	"gongwen/extract/internal/segment"
	"gongwen/model"
)

// referencesField finds the other official documents that the notice cites.
var referencesField = &Field{
	Name: "references",
	Doc:  "引用的公文: every 发文字号 cited, and every 《title》 of an official document",
	Find: findReferences,
}

func findReferences(p *Pass) {
	r := citations{p: p, seen: map[string]bool{}}
	if n := p.Notice.DocumentNumber; n != nil {
		r.seen[n.Text] = true
	}
	if t := p.Notice.Title; t != nil {
		r.seen[t.Text] = true
	}
	forwards := scan.Has(p.Outline.Title.String(), "转发")
	for _, a := range p.Outline.Attachments { // the notice's own parts are no documents cited
		if forwards && !a.Present { // another's, which it passes on
			continue
		}
		r.seen[unmarked(tight(a.Title.String()))] = true
		r.seen[unmarked(tight(a.Found.String()))] = true
	}
	if s := p.Outline.Title.String(); s != "" {
		if lo, hi, ok := segment.OwnNumber(s); !ok || lo > 0 || hi < len(s) { // 渡工招聘公告（2024年第3号） cites nothing
			r.line(p.Outline.Title)
		}
	}
	for i := range p.Outline.Lines {
		switch l := &p.Outline.Lines[i]; l.Kind {
		case segment.Paragraph, segment.Heading, segment.AttachmentTitle, segment.Stray:
			if (l.Signs&(segment.Cited|segment.Bracket|segment.Digit) != 0 || p.Outline.Taiwan) && (l.Part == segment.Body || l.Part == segment.Attachments) {
				r.line(l.Text)
			}
		}
	}
}

// citations collects the documents that lines cite, each once.
type citations struct {
	p    *Pass
	seen map[string]bool // by number and by title
}

// unmarked returns a title without the marks of titles in it: a document that prints
// another's title in 《》 has it in 〈〉 where its own stands in 《》.
func unmarked(title string) string {
	if !scan.HasAny(title, "《》〈〉") {
		return title
	}
	return titleMarks.Replace(title)
}

var titleMarks = strings.NewReplacer("《", "", "》", "", "〈", "", "〉", "")

// line adds the documents that t cites: first the titles, each with the number
// in brackets behind it, then the numbers that stand alone.
func (r *citations) line(t origin.Text) {
	s := t.String()
	taken := 0
	if scan.Has(s, "《") {
		for at := 0; ; {
			lo := scan.Index(s[at:], "《")
			if lo < 0 {
				break
			}
			lo += at
			hi := titleEnd(s, lo)
			if hi < 0 {
				at = lo + len("《")
				continue
			}
			at = hi
			r.titled(t, lo, hi, &taken)
		}
	}
	if r.p.Outline.Taiwan {
		r.quoted(t)
	}
	scan.DocumentNumbers(s, func(lo, hi int, n scan.DocumentNumber) bool {
		if remnant(n.Agency) {
			return true
		}
		if k := bodyAhead(n.Agency); k > 0 && strings.HasPrefix(s[lo:], n.Agency[:k]) {
			lo, n.Text = lo+k, n.Text[k:]
		}
		if !r.seen[n.Text] && lo >= 0 {
			r.seen[n.Text] = true
			r.add(model.Reference{DocumentNumber: n.Text, Relation: relation(s[:lo], s[hi:]), Evidence: r.p.Cite(t, lo, hi, "references/number")})
		}
		return true
	})
}

// quoted adds the rules by which a document of Taiwan says it acts, whose titles stand
// in 「」 there: 依「…要点」办理, 依…函及「…办法」第3条规定. Plans and names of events stand in
// the same marks, and not between such words.
func (r *citations) quoted(t origin.Text) {
	s := t.String()
	for at := 0; ; {
		lo := scan.Index(s[at:], "「")
		if lo < 0 {
			return
		}
		lo += at
		hi := scan.Index(s[lo:], "」")
		if hi < 0 {
			return
		}
		hi += lo
		at = hi + len("」")
		title, before, after := tight(s[lo+len("「"):hi]), s[:lo], s[at:]
		if quotedRules.Suffix(title) == 0 || width(title) > 40 || r.seen[title] || scan.Has(title, "「") {
			continue
		}
		if i := strings.LastIndexAny(before, "。；："); i >= 0 {
			before = before[i:]
		}
		if i := strings.LastIndex(before, "，"); i >= 0 {
			before = before[i:]
		}
		if !scan.Has(before, "依") || !lexicon.HasAnySuffix(before, "依", "依据", "依照", "及", "暨", "、", "」") ||
			!lexicon.HasAnyPrefix(after, "办理", "规定", "相关规定", "第", "之规定", "及", "暨", "、", "「") {
			continue
		}
		r.seen[title] = true
		r.add(model.Reference{Title: title, Relation: model.Basis, Evidence: r.p.Cite(t, lo, at, "references/quoted")})
	}
}

// quotedRules are the last words of the titles of rules in Taiwan.
var quotedRules = lexicon.NewWords("要点", "办法", "条例", "规则", "细则", "准则", "规程", "注意事项", "法")

// remnant reports whether damage has taken all of an agency's code but its end.
func remnant(agency string) bool {
	switch agency {
	case "发", "字", "函", "办", "文":
		return true
	}
	return false
}

// ministries are the bodies whose full name stands before the code of their office
// (教育部教材厅〔2017〕1号); codes themselves use the short ones (工信部联原).
var ministries = lexicon.NewWords("教育部", "财政部", "公安部", "民政部", "司法部", "商务部", "水利部", "文化部", "卫生部", "农业部", "国务院", "中共中央")

// bodyAhead returns the length of the body's name before the code proper in an agency's
// code, 0 if the whole is one code or one name (财政部公告, 教育部办公厅).
func bodyAhead(agency string) int {
	n := ministries.Prefix(agency)
	if n == 0 || width(agency[n:]) < 2 || lexicon.HasAnyPrefix(agency[n:], "办公", "令", "公告", "文件", "通告", "第") {
		return 0
	}
	return n
}

// longestTitle is how many bytes a title in 《》 may have: 250 characters.
const longestTitle = 750

// titleEnd returns where the title that opens at lo ends, its 》 included; inner
// 《》 and 〈〉 are skipped. It returns -1 where none closes.
func titleEnd(s string, lo int) int {
	depth := 0
	near := firstOf(s[lo:], longestTitle)
	for i, c := range near {
		switch c {
		case '《':
			depth++
		case '》':
			if depth--; depth == 0 {
				return lo + i + len("》")
			}
		}
	}
	// An inner 《 that nothing closes: the first 》 ends the title.
	if i := scan.Index(near, "》"); i >= 0 {
		return lo + i + len("》")
	}
	return -1
}

// titled adds the document whose title stands in 《》 at the bytes lo to hi of t.
func (r *citations) titled(t origin.Text, lo, hi int, taken *int) {
	s := t.String()
	title := tight(s[lo+len("《") : hi-len("》")])
	var number scan.DocumentNumber
	end := hi
	rest := firstOf(s[hi:], 300)
	if k := scan.Index(rest, "（"); k >= 0 && k <= len("（试行）（") {
		scan.DocumentNumbers(rest, func(a, b int, n scan.DocumentNumber) bool {
			if a <= k+len("（以下简称）") && !scan.HasAny(rest[:a], "，。；") {
				if !remnant(n.Agency) {
					number = n
				}
				end = hi + b
			}
			return false
		})
	}
	if end == hi && (!official(title) || r.short(s[:lo], title)) {
		return
	}
	if end == hi && written(s[:lo], title) {
		r.seen[title] = true
		return
	}
	if end == hi && lexicon.HasAnyPrefix(rest, "（见附件", "（详见附件", "（附件") && lexicon.HasAnySuffix(title, "报告", "说明", "清单", "目录", "计划", "须知") { // a form of the notice's own
		r.seen[title] = true
		return
	}
	key := number.Text
	if key == "" {
		key = title
	}
	x := model.Reference{Title: title, DocumentNumber: number.Text, Relation: relation(s[:lo], s[end:])}
	if number.Text != "" && !r.seen[number.Text] {
		if before := r.bare(title); before != nil { // cited above by its title alone
			if x.Relation == model.OtherReference {
				x.Relation = before.Relation
			}
			r.seen[title], r.seen[number.Text] = true, true
			x.Evidence = r.p.Cite(t, lo, end, "references/title")
			*before, *taken = x, end
			return
		}
	}
	if r.seen[key] || r.seen[unmarked(title)] {
		return
	}
	r.seen[unmarked(title)] = true
	if number.Text != "" {
		r.seen[number.Text] = true
	}
	*taken = end
	x.Evidence = r.p.Cite(t, lo, end, "references/title")
	r.add(x)
}

// bare returns the reference to the document of that title that has no number yet,
// nil where there is none; the title above may lack who issued it and 关于.
func (r *citations) bare(title string) *model.Reference {
	for i := range r.p.Notice.References {
		x := &r.p.Notice.References[i]
		if head, ok := strings.CutSuffix(title, x.Title); ok && x.DocumentNumber == "" && x.Title != "" && (head == "" || strings.HasSuffix(head, "关于") && width(x.Title) >= 8) {
			return x
		}
	}
	return nil
}

// written reports whether the reader is bidden to write what the title names: a form
// of the notice's own (编制《2024年度申请报告》), which says nothing 关于 a matter.
func written(before, title string) bool {
	return lexicon.HasAnySuffix(title, "报告", "计划", "方案", "说明", "清单", "目录", "总结") && !scan.Has(title, "关于") &&
		lexicon.HasAnySuffix(strings.TrimRight(before, " 和及、"), "编制", "编写", "填写", "填报", "撰写", "提交")
}

// short reports whether title only abbreviates one that was cited: it is
// introduced as such (以下简称《办法》), or is a bare word of genre, or ends one.
func (r *citations) short(before, title string) bool {
	if lexicon.HasAnySuffix(before, "简称", "以下称", "简称“", "以下称“", "以下简称为") {
		r.seen[title] = true // and wherever it stands again
		return true
	}
	if width(title) <= 4 && !strings.HasSuffix(title, "法") && !shortLaw(before, title) {
		return true
	}
	for _, x := range r.p.Notice.References {
		if x.Title != title && (width(title) <= 8 && strings.HasSuffix(x.Title, title) || loosely(title, x.Title)) {
			return true
		}
	}
	return false
}

// shortLaw reports whether title, of four characters, is a regulation that the notice goes by
// (根据《船员条例》) and no bare word of genre (《暂行条例》).
func shortLaw(before, title string) bool {
	return strings.HasSuffix(title, "条例") && width(title) == 4 && !lexicon.HasAnyPrefix(title, "暂行", "管理", "实施", "有关", "相关", "上述", "现行") &&
		lexicon.HasAnySuffix(before, "根据", "依据", "依照", "按照", "遵照", "违反")
}

// loosely reports whether title cites full with a few characters left out, as
// second mentions do (…保密资格标准 for …二级保密资格标准).
func loosely(title, full string) bool {
	left := width(full) - width(title)
	if left <= 0 || left > 4 || width(title) < 8 {
		return false
	}
	rest := title
	for _, r := range full {
		if strings.HasPrefix(rest, string(r)) {
			rest = rest[len(string(r)):]
		}
	}
	return rest == ""
}

// add appends the reference x.
func (r *citations) add(x model.Reference) { r.p.Notice.References = append(r.p.Notice.References, x) }

// official reports whether title is the title of a law, a regulation or another
// official document, and not of a form, a book or a film.
func official(title string) bool {
	s := title
	for strings.HasSuffix(s, "）") || strings.HasSuffix(s, "〉") {
		open := "（"
		if strings.HasSuffix(s, "〉") {
			s = strings.TrimSuffix(s, "〉")
			continue
		}
		i := strings.LastIndex(s, open)
		if i <= 0 {
			break
		}
		s = s[:i]
	}
	return documentTails.Suffix(s) > 0 && !strings.HasSuffix(s, "书目") && !strings.HasSuffix(s, "用书目录")
}

// relation returns what the notice does with a document that it cites, from
// the words before and behind the citation.
func relation(before, after string) model.Relation {
	after = firstOf(after, 120)
	short := lastOf(before, 60)
	if i := strings.LastIndexAny(short, "。；"); i >= 0 {
		short = short[i:]
	}
	short = strings.TrimRight(short, "《（ 〈")
	switch {
	case lexicon.HasAnySuffix(short, "转发", "现转发", "批转"):
		return model.Forwards
	case lexicon.HasAnySuffix(short, "印发", "发布", "公布", "印发了", "制定了", "现将"):
		return model.Issues
	case scan.Has(after, "收悉") && scan.Index(after, "收悉") < 40 || lexicon.HasAnySuffix(short, "你局", "你单位", "来函"):
		return model.RepliesTo
	case scan.Has(after, "废止") && scan.Index(after, "废止") < 60 && !scan.Has(after[:scan.Index(after, "废止")], "。"):
		return model.Repeals
	case lexicon.HasAnySuffix(short, "修改", "修订"):
		return model.Amends
	}
	for _, w := range []string{"根据", "按照", "依据", "依照", "遵照", "贯彻", "落实", "执行"} {
		if scan.Has(short, w) {
			return model.Basis
		}
	}
	return model.OtherReference
}
