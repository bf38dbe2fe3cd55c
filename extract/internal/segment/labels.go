package segment

import (
	"strings"

	"gongwen/extract/internal/origin"
	"gongwen/extract/internal/scan"
)

// labelKinds are the kinds that header_labels.txt names.
var labelKinds = func() map[string]Kind {
	m := make(map[string]Kind, len(kindNames))
	for k, name := range kindNames {
		m[name] = Kind(k)
	}
	return m
}()

// Label returns the length of the header label and its colon at the head of s,
// and what a line that begins with it is. Blanks may part the label's
// characters (索 引 号：), and stand for the colon in telegrams (等级　特提).
func Label(s string) (k Kind, n int) {
	word := s
	colon := strings.Index(s, "：")
	if colon >= 0 {
		word = s[:colon]
		n = colon + len("：")
	} else if i := strings.IndexAny(s, " 　"); i > 0 {
		word = s[:i]
		n = i
	}
	if n == 0 || len(word) > 60 {
		return Stray, 0
	}
	word = squeezed(word)
	value, m := headerLabels.PrefixValue(word)
	if m == 0 || m != len(word) || colon < 0 && value != "urgency" && value != "issuer-mark" {
		return Stray, 0
	}
	return labelKinds[value], n + blanks(s[n:])
}

// valued gives each label of the header whose value stands on the next line
// that value: web copies set their table of facts one cell a line.
func valued(ls []Line) []Line {
	out := ls[:0:0]
	for i := 0; i < len(ls); i++ {
		l := ls[i]
		if i < headerLines && i+1 < len(ls) {
			if _, n := Label(l.Text.String()); n > 0 && n == l.Text.Len() && len(out) == i-mended(out) {
				next := &ls[i+1]
				if _, m := Label(next.Text.String()); m == 0 && count(next.String()) <= 80 {
					l.Text = origin.Join(l.Text, next.Text)
					l.Hi = next.Hi
					l.Broken++
					i++
				}
			}
		}
		out = append(out, l)
	}
	return out
}

// mended returns how many breaks the lines have had mended; it tells where in
// the source's lines a line of out stands.
func mended(out []Line) int {
	n := 0
	for i := range out {
		n += out[i].Broken
	}
	return n
}

// taiwanMarks are the labels that head the parts of 臺灣公文程式's documents: they
// take the place of serial marks of the first level.
var taiwanMarks = []string{"主旨", "说明", "办法", "拟办", "公告事项", "依据", "开会事由", "备注"}

// taiwan reports whether the document has the labels of 臺灣公文程式.
func (o *Outline) taiwan() bool {
	n := 0
	for i := range o.Lines {
		s := o.Lines[i].String()
		for _, w := range []string{"受文者：", "主旨：", "发文字号：", "速别："} {
			if strings.HasPrefix(s, w) {
				n++
			}
		}
		if i > headerLines {
			break
		}
	}
	return n >= 2
}

// taiwanMark makes the label at the head of l, one of taiwanMarks, its mark.
func (l *Line) taiwanMark() {
	s := l.String()
	for _, w := range taiwanMarks {
		if strings.HasPrefix(s, w+"：") {
			n := len(w + "：")
			n += blanks(s[n:])
			l.Mark = scan.Mark{Kind: scan.Part, Printed: w}
			l.Words, l.Head = n, n
			return
		}
	}
}

// Officer reports whether s is the title of a head of a body and a name (县长 夏栖梧).
func Officer(s string) bool {
	s = squeezed(s)
	n := officers.Prefix(s)
	rest := count(s[n:])
	return n > 0 && rest >= 2 && rest <= 4 && !strings.ContainsAny(s, "，。：、")
}
