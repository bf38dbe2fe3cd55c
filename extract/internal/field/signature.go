package field

import (
	"strings"

	"gongwen/extract/internal/lexicon"
	"gongwen/extract/internal/origin"
	"gongwen/extract/internal/scan"
	"gongwen/extract/internal/segment"
	"gongwen/model"
)

// signatureField finds 发文机关署名 and 成文日期 (7.3.5). The date is filled in by
// issued_on, which reads it.
var signatureField = &Field{
	Name: "signature",
	Doc:  "发文机关署名: the names above the date below the text, and those on its line",
	Find: findSignature,
}

func findSignature(p *Pass) {
	var units []string
	var from, to origin.Text
	take := func(t origin.Text) {
		if to.Source() == nil {
			from = t
		}
		to = t
	}
	p.Outline.All(segment.Signature, func(_ int, l *segment.Line) {
		units = append(units, unitsOf(l.String())...)
		take(l.Text)
	})
	if l := p.Outline.First(segment.IssueDate); l != nil {
		if name := nameBefore(l.String()); name != "" {
			units = append(units, unitsOf(name)...)
		}
		take(l.Text)
	}
	if to.Source() == nil {
		return
	}
	whole := origin.Join(from, to)
	if from.String() == to.String() {
		whole = to
	}
	p.Notice.Signature = &model.Signature{Units: units, Evidence: p.whole(whole, "signature/lines")}
}

// nameBefore returns the words of a line of 成文日期 that stand before the date.
func nameBefore(s string) string {
	if _, n := segment.Label(s); n > 0 || lexicon.HasAnyPrefix(s, "（", "日期：") { // 成文日期：…, （…通过）
		return ""
	}
	at := len(s)
	if _, n := scan.CompactDayOf(strings.Trim(s, " 　")); n > 0 {
		return ""
	}
	scan.Dates(s, func(lo, hi int, d scan.Date) bool {
		if d.Start.Day > 0 {
			at = lo
		}
		return true
	})
	return strings.Trim(s[:at], " 　（(〔")
}

// unitsOf parts the names on a line of 署名: at wide blanks, and at a single blank
// between names that each end as names of bodies do.
func unitsOf(s string) []string {
	s = strings.TrimSpace(s)
	for _, seal := range segment.Seals {
		s = strings.ReplaceAll(s, seal, " ")
	}
	s = strings.TrimSpace(s)
	pieces := strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '　' || r == '\u00a0' || r == '\t' })
	if len(pieces) > 1 {
		for _, w := range pieces {
			if width(w) < 2 || !isBody(w) && !unitTail(w) {
				return []string{squeeze(s)}
			}
		}
		return pieces
	}
	if joint := joined(squeeze(s)); len(joint) > 1 {
		return joint
	}
	return glued(squeeze(s))
}

// joined parts names of bodies that a 、 joins (财政部、司法部); where one of the
// pieces is none, the mark stands inside a name (县委、县政府办公室 is left whole).
func joined(s string) []string {
	pieces := strings.Split(s, "、")
	office := lexicon.HasAnySuffix(s, "办公室", "办公厅")
	for _, w := range pieces {
		if width(w) < 3 || !isBody(w) && !strings.HasSuffix(w, "办") || office && !lexicon.HasAnySuffix(w, "办公室", "办公厅") {
			return nil
		}
	}
	return pieces
}

// glued parts the names of bodies that stand one behind the other with nothing
// between (…办公厅国家…委员会办公室): behind an office's tail, where what follows
// begins as the name of a body does and ends as one.
func glued(s string) []string {
	for _, tail := range []string{"办公厅", "办公室", "委员会"} {
		i := scan.Index(s, tail)
		if i <= 0 || i+len(tail) == len(s) {
			continue
		}
		a, b := s[:i+len(tail)], s[i+len(tail):]
		if isBody(b) && width(b) >= 6 && (lexicon.HasAnyPrefix(b, "国家", "全国", "中国", "中共", "中央") || regionNames.Prefix(b) > 0) {
			return append([]string{a}, glued(b)...)
		}
	}
	return []string{s}
}
