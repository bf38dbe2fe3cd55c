package field

import (
	"strings"

	"gongwen/extract/internal/lexicon"
	"gongwen/extract/internal/scan"
	"gongwen/extract/internal/segment"
	"gongwen/model"
)

// secrecyField finds 密级和保密期限 (7.2.2).
var secrecyField = &Field{
	Name: "secrecy",
	Doc:  "密级和保密期限: the level on its line in the header, and the term behind ★",
	Find: findSecrecy,
}

func findSecrecy(p *Pass) {
	l := p.Outline.First(segment.Secrecy)
	if l == nil {
		return
	}
	s := l.String()
	for _, w := range segment.Levels {
		at := scan.Index(squeeze(s), w)
		if at < 0 {
			continue
		}
		level := w
		if strings.HasPrefix(w, "内部") {
			level = "内部"
		}
		x := &model.Secrecy{Level: level, Evidence: p.whole(l.Text, "secrecy/line")}
		if _, term, ok := strings.Cut(squeeze(s), "★"); ok {
			x.Term = strings.TrimSpace(term)
		}
		p.Notice.Secrecy = x
		return
	}
}

// urgencyField finds 紧急程度 (7.2.3).
var urgencyField = &Field{
	Name: "urgency",
	Doc:  "紧急程度: 特急, 加急 and the telegram's degrees, on their line in the header",
	Find: findUrgency,
}

func findUrgency(p *Pass) {
	for _, k := range []segment.Kind{segment.Urgency, segment.Secrecy} {
		l := p.Outline.First(k)
		if l == nil {
			continue
		}
		s := squeeze(l.String())
		if _, n := segment.Label(s); n > 0 {
			if v := s[n:]; v != "" && width(v) <= 6 {
				p.Notice.Urgency = &model.Phrase{Text: v, Evidence: p.whole(l.Text, "urgency/label")}
				return
			}
		}
		for _, w := range segment.Urgencies {
			if scan.Has(s, w) {
				p.Notice.Urgency = &model.Phrase{Text: w, Evidence: p.whole(l.Text, "urgency/line")}
				return
			}
		}
	}
}

// copyNumberField finds 份号 (7.2.1).
var copyNumberField = &Field{
	Name: "copy_number",
	Doc:  "份号: the digits alone on the first line",
	Find: func(p *Pass) {
		for _, k := range []segment.Kind{segment.CopyNumber, segment.Secrecy} {
			if l := p.Outline.First(k); l != nil {
				s := l.String()
				if i := strings.IndexAny(s, "0123456789"); i >= 0 && segment.CopyNumberLen(s[i:]) > 0 {
					p.Notice.CopyNumber = s[i : i+segment.CopyNumberLen(s[i:])]
					return
				}
			}
		}
	},
}

// signatoriesField finds 签发人 (7.2.6), on a line of their own or beside the number.
var signatoriesField = &Field{
	Name: "signatories",
	Doc:  "签发人: the names behind that label in the header",
	Find: findSignatories,
}

func findSignatories(p *Pass) {
	for _, k := range []segment.Kind{segment.Signatory, segment.Number} {
		p.Outline.All(k, func(_ int, l *segment.Line) {
			s := l.String()
			if segment.Officer(s) {
				lo := officerLen(s)
				p.Notice.Signatories = append(p.Notice.Signatories, model.Party{Name: squeeze(s[lo:]), Evidence: p.Cite(l.Text, lo, len(s), "signatories/officer")})
				return
			}
			at := scan.Index(s, "签发人")
			if at < 0 {
				return
			}
			at += len("签发人")
			at += len(s[at:]) - len(strings.TrimLeft(s[at:], "：: 　"))
			names(s[at:], func(lo, hi int) {
				p.Notice.Signatories = append(p.Notice.Signatories, model.Party{
					Name: squeeze(s[at+lo : at+hi]), Evidence: p.Cite(l.Text, at+lo, at+hi, "signatories/签发人"),
				})
			})
		})
	}
}

// officerLen returns the length of the title before the name of the head of a body.
func officerLen(s string) int {
	n := 0
	for i := range s { // the title may be set with blanks (市　长)
		if k := officers.Prefix(squeeze(s[:i])); k > 0 && k == len(squeeze(s[:i])) {
			n = i
		}
	}
	return n + len(s[n:]) - len(strings.TrimLeft(s[n:], " 　"))
}

// names calls f for each name in s, parted by blanks or 、. The blank inside a
// name of two characters (张 三) does not part it.
func names(s string, f func(lo, hi int)) {
	lo := 0
	for lo < len(s) {
		hi := strings.IndexAny(s[lo:], " 、，,　")
		if hi < 0 {
			hi = len(s)
		} else {
			hi += lo
		}
		if hi-lo == len("张") && hi < len(s) { // 张 三
			next := strings.IndexAny(s[hi+1:], " 、，,　")
			if next < 0 {
				next = len(s) - hi - 1
			}
			hi += 1 + next
		}
		if hi > lo && strings.Trim(s[lo:hi], " 、，,　") != "" {
			f(lo, hi)
		}
		lo = hi
		for lo < len(s) {
			n := blankLen(s[lo:])
			if n == 0 {
				break
			}
			lo += n
		}
	}
}

// blankLen returns the length of the blank, the 、 or the comma at the head of s.
func blankLen(s string) int {
	for _, w := range []string{" ", "　", "、", "，", ",", "\u00a0"} {
		if strings.HasPrefix(s, w) {
			return len(w)
		}
	}
	return 0
}

// addresseesField finds 主送机关 (7.3.2).
var addresseesField = &Field{
	Name: "addressees",
	Doc:  "主送机关: the line above the body, split at ， and at a 、 between names that stand alone",
	Find: findAddressees,
}

func findAddressees(p *Pass) {
	p.Outline.All(segment.Addressees, func(_ int, l *segment.Line) {
		s := strings.TrimRight(l.String(), "：: 。")
		if _, n := scan.HeadMark(s); n > 0 {
			return
		}
		_, at := segment.Label(s)
		if i := p.attending(s[at:]); i >= 0 {
			l = &p.Outline.Lines[i]
			s = strings.TrimRight(l.String(), " 。")
			at = scan.Index(s, "：") + len("：")
		} else if strings.HasPrefix(s, "正本：") {
			at = len("正本：")
		}
		split(s[at:], func(lo, hi int) {
			p.Notice.Addressees = append(p.Notice.Addressees, model.Party{
				Name: squeeze(s[at+lo : at+hi]), Evidence: p.Cite(l.Text, at+lo, at+hi, "addressees/line"),
			})
		})
	})
}

// attending returns the line that names those whom an invitation of Taiwan (開會通知單)
// goes to where its 受文者 only points there (如出列席者名單), -1 for none.
func (p *Pass) attending(to string) int {
	if to = squeeze(to); !lexicon.HasAnyPrefix(to, "如出席", "如出列席") {
		return -1
	}
	for i := range p.Outline.Lines {
		if name, rest, ok := strings.Cut(p.Outline.Lines[i].String(), "："); ok && len(rest) > 0 && lexicon.HasAnyPrefix(squeeze(name), "出席者", "出席单位") && width(name) <= 6 && !lexicon.HasAnyPrefix(strings.TrimLeft(rest, " "), "如") {
			return i
		}
	}
	return -1
}

// split calls f for each addressee in s. A ， or ； parts always, outside
// brackets. A 、 parts names that stand alone: in 各省、自治区、直辖市人民政府 the parts
// before the last lack its tail and belong to it.
func split(s string, f func(lo, hi int)) {
	each(s, "，；,", func(a, b int) {
		lo := -1
		one := oneName(s[a:b])
		each(s[a:b], "、", func(x, y int) {
			if lo < 0 {
				lo = x
			}
			if a+y == b || !one && !bareRest(s[a+y:b]) && (alone(s[a+x:a+y]) || kindOfSchool(s[a+lo:a+y], s[a+y:b]) || committee(s[a+x:b]) || lo == x && sameLength(s[a+x:b])) {
				f(a+lo, a+y)
				lo = -1
			}
		})
	})
}

// bareRest reports whether the rest of a list is one word that many names end in: it
// is the second half of the name before it (各县市区委、人民政府; 各部门、单位).
func bareRest(s string) bool {
	switch strings.TrimPrefix(s, "、") {
	case "人民政府", "政府", "单位":
		return true
	}
	return false
}

// committee reports whether the list s begins with the committee of a region's party and
// a body of the same region follows: 市委、市人大常委会. 市委、市政府各部门 is one name.
func committee(s string) bool {
	name, rest, _ := strings.Cut(s, "、")
	next, _, _ := strings.Cut(rest, "、")
	region, ok := strings.CutSuffix(name, "委")
	return ok && width(region) == 1 && strings.Contains("省市县区州", region) && strings.HasPrefix(next, region) && isBody(next) && !containsAny(next, "各", "有关")
}

// oneName reports whether the list s is one name throughout: one 各 stands before
// all of its parts, and some are single characters (各支行、科、室、营业部).
func oneName(s string) bool {
	single := false
	each(s, "、", func(lo, hi int) { single = single || hi-lo == len("部") })
	return single && strings.HasPrefix(s, "各") && strings.Count(s, "各") == 1
}

// sameLength reports whether the name at the head of the list s, with none pending
// before it, and the next have three characters each: then the first does not lack
// a tail that the next has (各学校、联合片、托儿所).
// Names of regions do: 省辖市、直管县局.
func sameLength(s string) bool {
	name, rest, ok := strings.Cut(s, "、")
	next, _, _ := strings.Cut(rest, "、")
	return ok && width(name) == 3 && width(next) == 3 && !strings.HasPrefix(name, "各") && !lexicon.HasAnySuffix(name, regions...) && !scan.HasAny(name+next, "（）及和与")
}

// each calls f for the pieces of s between any of seps, outside brackets, blank
// pieces left out.
func each(s, seps string, f func(lo, hi int)) {
	depth, lo := 0, 0
	emit := func(hi int) {
		a, b := lo, hi
		for a < b && blankLen(s[a:]) > 0 {
			a += blankLen(s[a:])
		}
		for a < b && strings.HasSuffix(s[a:b], " ") {
			b--
		}
		if a < b {
			f(a, b)
		}
	}
	for i, r := range s {
		switch r {
		case '（', '《', '“', '(':
			depth++
		case '）', '》', '”', ')':
			depth--
		}
		if depth <= 0 && strings.ContainsRune(seps, r) {
			emit(i)
			lo = i + len(string(r))
		}
	}
	emit(len(s))
}
