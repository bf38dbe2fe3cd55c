package segment

import (
	"strings"

	"gongwen/extract/internal/lexicon"
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

// A label and the blanks inside it take no more than longestLabel bytes.
const longestLabel = 64

// Label returns the length of the header label and its colon at the head of s,
// and what a line that begins with it is. Blanks may part the label's
// characters (索 引 号：), and stand for the colon in telegrams (等级　特提).
func Label(s string) (k Kind, n int) {
	if rest, ok := strings.CutPrefix(s, "•"); ok { // a page's table of facts set as a list
		skip := len("•") + blanks(rest)
		if k, n = Label(s[skip:]); n > 0 {
			n += skip
		}
		return k, n
	}
	if k, n = gluedLabel(s); n > 0 {
		return k, n
	}
	head := s[:min(len(s), longestLabel)]
	word := head
	colon := scan.Index(head, "：")
	if colon >= 0 {
		word = head[:colon]
		n = colon + len("：")
	} else if i := nextBlank(head, 0); i > 0 && i < len(head) {
		word = head[:i]
		n = i
	}
	if i := strings.Index(head, "|"); colon < 0 && i > 0 { // 文号 | 云政发〔2020〕7号 |
		word, colon, n = head[:i], i, i+1
	}
	if n == 0 {
		return Stray, 0
	}
	word = Squeezed(word)
	value, m := headerLabels.PrefixValue(word)
	if m == 0 || m != len(word) || colon < 0 && value != "urgency" && value != "issuer-mark" {
		return Stray, 0
	}
	return labelKinds[value], n + blanks(s[n:])
}

// gluedLabels are the labels that tables of facts lose the colon of, and the kind of
// value that shows each to be one.
var gluedLabels = []struct {
	word  string
	kind  Kind
	value func(s string) bool
}{
	{"发文字号", Number, NumberLine},
	{"发文日期", IssueDate, day},
	{"公布日期", IssueDate, day},
	{"成文日期", IssueDate, day},
	{"施行日期", Furniture, day},
	{"实施日期", Furniture, day},
	{"生效日期", Furniture, day},
	{"发文机关", Furniture, body},
	{"制定机关", Furniture, body},
	{"发布部门", Furniture, body},
	{"时效性", Furniture, lexicon.NewWords("现行有效", "有效", "失效", "已失效", "已废止", "已被修改", "尚未生效").Contains},
	{"效力级别", Furniture, shortWord},
	{"效力层级", Furniture, shortWord},
}

// shortWord reports whether s is a word for a kind of document (司法文件).
func shortWord(s string) bool {
	return count(s) >= 2 && count(s) <= 8 && !scan.HasAny(s, "，。：")
}

// gluedLabel returns the length of a label at the head of s whose value follows it
// without a colon, and what the line is: 发文日期2001年12月21日. The value must be of the
// label's kind; 发文机关应当… is a sentence.
func gluedLabel(s string) (k Kind, n int) {
	for i := range gluedLabels {
		g := &gluedLabels[i]
		if rest, ok := strings.CutPrefix(s, g.word); ok && len(rest) < 200 && g.value(rest) {
			return g.kind, len(g.word)
		}
	}
	return Stray, 0
}

// valued gives each label of the header whose value stands on the next line
// that value: web copies set their table of facts one cell a line.
func valued(ls []Line) []Line {
	out := ls[:0] // in place
	for i := 0; i < len(ls); i++ {
		l := ls[i]
		if i < headerLines && i+1 < len(ls) && bareLabel(l.String()) && !archived(l.String()) {
			next := &ls[i+1]
			if _, n := Label(next.String()); n == 0 && (!titled(Squeezed(next.String())) || lexicon.HasAnySuffix(Squeezed(l.String()), titleLabels...)) && len(next.String()) <= 240 && attachmentMark(next.String()) == 0 && (!wrappedTitle(ls[i+1:]) || lexicon.HasAnySuffix(Squeezed(l.String()), titleLabels...)) {
				l.Text = origin.Join(l.Text, next.Text)
				l.Hi = next.Hi
				i++
			}
		}
		out = append(out, l)
	}
	return out
}

// wrappedTitle reports whether the first two of ls are a title that is broken inside its
// subject: below a label whose value the page leaves open it is none of its values.
func wrappedTitle(ls []Line) bool {
	if len(ls) < 2 || ls[1].Gap || !scan.Has(ls[0].String(), "关于") || len(ls[1].String()) > 240 {
		return false
	}
	head, tail := ls[0].String(), ls[1].String()
	return !scan.HasAny(head+tail, "。；：|") && !titled(Squeezed(head)) && titled(Squeezed(tail))
}

// bareLabel reports whether s is a label of the header and a colon, and no more.
func bareLabel(s string) bool {
	if len(s) > longestLabel || !strings.HasSuffix(s, "：") {
		return false
	}
	_, n := Label(s)
	return n == len(s)
}

// archived reports whether s is a label for the archive, which Taiwan's documents
// print above the issuer's name and leave open: the line below is no value of it.
func archived(s string) bool {
	return lexicon.HasAnyPrefix(Squeezed(s), "档号：", "保存年限：")
}

// taiwanMarks are the labels that head the parts of 臺灣公文程式's documents: they
// take the place of serial marks of the first level.
var taiwanMarks = []string{"主旨", "说明", "办法", "拟办", "公告事项", "依据", "开会事由", "备注"}

// taiwan reports whether the document has the labels of 臺灣公文程式.
func (o *Outline) taiwan() bool {
	n := 0
	subject := false
	for i := range o.Lines {
		s := o.Lines[i].String()
		if subject && lexicon.HasAnyPrefix(s, "依据：", "公告事项：") { // a 公告 has no other label
			return true
		}
		subject = subject || strings.HasPrefix(s, "主旨：")
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
	s = Squeezed(s)
	n := officers.Prefix(s)
	rest := count(s[n:])
	return n > 0 && rest >= 2 && rest <= 4 && !scan.HasAny(s, "，。：、") && agencyTails.Suffix(s) == 0
}
