package field

import (
	"strings"

	"gongwen/extract/internal/lexicon"
	"gongwen/extract/internal/origin"
	"gongwen/extract/internal/scan"
	"gongwen/extract/internal/segment"
	"gongwen/model"
)

// amountsField finds quotas and sums.
var amountsField = &Field{
	Name: "amounts",
	Doc:  "数额: quotas and sums of the body and the attachments",
	Find: findAmounts,
}

func findAmounts(p *Pass) {
	for i := range p.Outline.Lines {
		l := &p.Outline.Lines[i]
		if l.Kind != segment.Paragraph && l.Kind != segment.Heading {
			continue
		}
		s := l.String()
		scan.Amounts(s, func(lo, hi int, a scan.Amount) bool {
			at := p.Cite(l.Text, lo, hi, "amounts/number")
			if strings.Contains(at.Quote, "\t") { // 3 and 张鹏 in two cells of a row are no sheets
				return true
			}
			p.Notice.Amounts = append(p.Notice.Amounts, model.Amount{Text: a.Text, What: counted(s, lo), Value: a.Value, Unit: a.Unit, Evidence: at})
			return true
		})
	}
}

var (
	nounStops  = scan.CharsOf("，。；：、（） 　“”《》")
	countVerbs = lexicon.NewWords("评选", "设置", "设立", "推荐", "报送", "不超过", "不少于", "共有", "共计", "共")
)

// counted returns what the amount at byte lo counts: the noun that stands
// between the last stop and the figure (保密工作先进集体10个).
func counted(s string, lo int) string {
	t := lastOf(s[:lo], 120)
	t = t[nounStops.Last(t):]
	if countVerbs.In(t) {
		for _, w := range countVerbs.All() {
			if i := strings.LastIndex(t, w); i >= 0 {
				t = t[i+len(w):]
			}
		}
	}
	if n := width(t); n < 2 || n > 16 {
		return ""
	}
	return t
}

// tablesField finds the tables that the format marks as such.
var tablesField = &Field{
	Name: "tables",
	Doc:  "表格: the tables of the body and the attachments, cell by cell",
	Find: findTables,
}

func findTables(p *Pass) {
	for _, t := range p.Source.Tables {
		all := p.Source.Plain.Text()
		x := model.Table{Evidence: p.whole(all.Slice(t.Lo, t.Hi), "tables/format")}
		for _, row := range t.Rows {
			cells := make([]string, len(row))
			for i, c := range row {
				cells[i] = strings.TrimSpace(p.normal(c.Lo, c.Hi))
			}
			x.Rows = append(x.Rows, cells)
		}
		p.Notice.Tables = append(p.Notice.Tables, x)
	}
}

// normal returns the words in normal form that stand for the bytes lo to hi of the source.
func (p *Pass) normal(lo, hi int) string {
	a, b := textAt(p.Outline.Text, lo), textAt(p.Outline.Text, hi)
	return p.Outline.Text.String()[a:b]
}

// textAt returns the byte of t at which what stands at byte at of the source begins.
func textAt(t origin.Text, at int) int {
	lo, hi := 0, t.Len()
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		if a, _ := t.Range(mid, mid); a < at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}
