package field

import (
	"strings"

	"gongwen/extract/internal/scan"
	"gongwen/extract/internal/segment"
	"gongwen/model"
)

// imprintField finds 版记 (7.4): 抄送机关, 印发机关, 印发日期 and the number of copies.
var imprintField = &Field{
	Name: "imprint",
	Doc:  "版记: who the document is copied to, who printed it and when",
	Find: findImprint,
}

func findImprint(p *Pass) {
	var m model.Imprint
	p.Outline.All(segment.CopiedTo, func(_ int, l *segment.Line) {
		s := strings.TrimRight(l.String(), "。；")
		at := 0
		if i := scan.Index(s, "："); i >= 0 && i < 40 {
			at = i + len("：")
		}
		split(s[at:], func(lo, hi int) {
			name := strings.TrimRight(s[at+lo:at+hi], "。")
			if to, ok := strings.CutSuffix(name, "备考"); ok { // 各区经理 — 备考
				name = strings.TrimRight(to, " —–-－")
			}
			m.CopiedTo = append(m.CopiedTo, squeeze(name))
		})
		if m.Evidence.Rule == "" {
			m.Evidence = p.whole(l.Text, "imprint/抄送")
		}
	})
	p.Outline.All(segment.Printed, func(_ int, l *segment.Line) {
		p.printed(&m, l)
	})
	if m.Evidence.Rule != "" {
		p.Notice.Imprint = &m
	}
}

// printed reads the line 云岭市教育局办公室 2024年4月8日印发 and （共印30份）.
func (p *Pass) printed(m *model.Imprint, l *segment.Line) {
	s := l.String()
	if m.Evidence.Rule == "" {
		m.Evidence = p.whole(l.Text, "imprint/印发")
	}
	if i := scan.Index(s, "共印"); i >= 0 {
		if v, n := scan.NumberOf(strings.TrimLeft(s[i+len("共印"):], " ")); n > 0 {
			m.Copies = v
		}
	}
	scan.Dates(s, func(lo, hi int, d scan.Date) bool {
		if d.Start.Day > 0 && d.Start.Year > 0 {
			m.PrintedOn = d.Start.String()
			m.PrintedBy = squeeze(s[:lo])
		}
		return m.PrintedOn == ""
	})
}

// keywordsField finds 主题词 (GB/T 9704-1999, 8.3.1).
var keywordsField = &Field{
	Name: "keywords",
	Doc:  "主题词: the words behind that label",
	Find: func(p *Pass) {
		if l := p.Outline.First(segment.Keywords); l != nil {
			_, words, _ := strings.Cut(l.String(), "：")
			p.Notice.Keywords = strings.FieldsFunc(words, func(r rune) bool { return strings.ContainsRune(" 　、，；\u00a0", r) })
		}
	},
}

// noteField finds 附注 (7.3.6).
var noteField = &Field{
	Name: "note",
	Doc:  "附注: the words in brackets below the date",
	Find: func(p *Pass) {
		if l := p.Outline.First(segment.Note); l != nil {
			p.Notice.Note = tight(l.String())
		}
	},
}

// attendanceField finds who was at a meeting (纪要, 10.3).
var attendanceField = &Field{
	Name: "attendance",
	Doc:  "出席、请假、列席: the names behind those labels in minutes",
	Find: findAttendance,
}

func findAttendance(p *Pass) {
	var a model.Attendance
	for i := range p.Outline.Lines {
		l := &p.Outline.Lines[i]
		if l.Signs&segment.Colon == 0 {
			continue
		}
		label, rest, ok := strings.Cut(l.String(), "：")
		if !ok || width(label) > 8 || l.Kind == segment.Furniture {
			continue
		}
		switch squeeze(label) {
		case "出席", "出席人员", "参加人员", "出席人", "出席者", "参会人员":
			if p.Notice.Genre != model.Minutes {
				continue
			}
			a.Present = append(a.Present, people(rest)...)
		case "请假", "缺席", "请假人员", "缺席人员":
			a.Absent = append(a.Absent, people(rest)...)
		case "列席", "列席人员", "列席者", "列席单位":
			a.Observers = append(a.Observers, people(rest)...)
		case "主持", "主持人", "主席", "会议主持":
			a.Chair = squeeze(strings.TrimRight(rest, "。"))
		default:
			continue
		}
		if a.Evidence.Rule == "" {
			a.Evidence = p.whole(l.Text, "attendance/label")
		}
	}
	if a.Evidence.Rule != "" && len(a.Present)+len(a.Absent)+len(a.Observers) > 0 {
		p.Notice.Attendance = &a
	}
}

// people returns the names of a list.
func people(s string) (out []string) {
	s = strings.TrimRight(strings.TrimSpace(s), "。；")
	names(s, func(lo, hi int) {
		out = append(out, squeeze(s[lo:hi]))
	})
	return out
}
