package segment

import (
	"strings"

	"gongwen/extract/internal/lexicon"
	"gongwen/extract/internal/origin"
	"gongwen/extract/internal/scan"
)

// An attachmentHead is the head of a line that names an attachment.
type attachmentHead struct {
	number int
	n      int  // bytes taken
	colon  bool // a colon stands behind it
}

// attachmentMark returns the length of 附件, its number and the colon behind
// it at the head of s; 0 if s does not begin with them.
func attachmentMark(s string) int { return attachmentAt(s).n }

// attachmentAt reads 附件, 附件1, 附件1：, 附件一:, 附：, 附件（1） at the head of s.
func attachmentAt(s string) attachmentHead {
	var h attachmentHead
	if rest, ok := strings.CutPrefix(s, "附件【"); ok { // 附件【附件1：….xlsx】已下载312次
		if h = attachmentAt(rest); h.n > 0 {
			h.n += len("附件【")
			return h
		}
	}
	rest := strings.TrimPrefix(s, "（")
	skip := len(s) - len(rest)
	switch {
	case strings.HasPrefix(rest, "相关附件"):
		h.n = skip + len("相关附件")
	case strings.HasPrefix(rest, "附件下载"):
		h.n = skip + len("附件下载")
	case strings.HasPrefix(rest, "附件"):
		h.n = skip + len("附件")
	case strings.HasPrefix(s, "附表"):
		h.n = len("附表")
	case strings.HasPrefix(s, "附：") || strings.HasPrefix(s, "附:"):
		h.n = len("附")
	default:
		return h
	}
	h.n += blanks(s[h.n:])
	if strings.HasPrefix(s[h.n:], "（") {
		if v, n := scan.NumberOf(s[h.n+len("（"):]); n > 0 && strings.HasPrefix(s[h.n+len("（")+n:], "）") {
			h.number = v
			h.n += len("（") + n + len("）")
		}
	} else if v, n := scan.NumberOf(s[h.n:]); n > 0 && v > 0 && v < 100 {
		h.number = v
		h.n += n
	}
	if skip > 0 {
		if !strings.HasPrefix(s[h.n:], "）") {
			return attachmentHead{}
		}
		h.n += len("）")
	}
	h.n += blanks(s[h.n:])
	for _, p := range []string{"：", ":", ".", "．", "、", "－", "-"} {
		if strings.HasPrefix(s[h.n:], p) {
			h.colon = p == "：" || p == ":"
			h.n += len(p)
			break
		}
	}
	h.n += blanks(s[h.n:])
	return h
}

// An item is one entry of the 附件说明.
type item struct {
	number int
	title  origin.Text
	line   int
}

// itemsOf reads the entries of the 附件说明 from the note's lines. An entry that
// is wrapped goes on in lines without a serial mark.
func itemsOf(ls []Line, note []int) []item {
	var items []item
	for k, i := range note {
		t := ls[i].Text
		head := attachmentAt(t.String())
		if k > 0 && head.n == 0 && ls[i].Mark.Kind == scan.NoMark && len(items) > 0 && !fileName(unlinked(t.String())) && !fileName(unlinked(ls[note[k-1]].String())) {
			last := &items[len(items)-1]
			last.title = origin.Join(last.title, t)
			continue
		}
		items = append(items, entries(t, head, i)...)
	}
	kept := items[:0]
	for _, it := range items {
		if len(items) == 1 || !lexicon.HasAnySuffix(strings.ToLower(it.title.String()), ".zip", ".rar") { // the bundle of the others
			it.title = bare(it.title)
			kept = append(kept, it)
		}
	}
	return kept
}

// fileName reports whether s ends as the name of a file.
func fileName(s string) bool {
	return lexicon.HasAnySuffix(strings.ToLower(s), ".doc", ".docx", ".xls", ".xlsx", ".pdf", ".wps", ".zip", ".rar")
}

// entries reads the entries that stand on one line of the note.
func entries(t origin.Text, head attachmentHead, line int) []item {
	t = t.Slice(head.n, t.Len())
	if t.Len() == 0 {
		return nil
	}
	s := t.String()
	number := head.number
	at := 0
	if m, n := scan.HeadMark(s); n > 0 && m.Kind != scan.Bullet {
		number = m.Number
		at = n
	}
	var items []item
	for number > 0 { // 1.…2.…3.… on one line
		next := nextSerial(s[at:], number+1)
		if next < 0 {
			break
		}
		items = append(items, item{number, t.Slice(at, at+next), line})
		_, n := scan.HeadMark(s[at+next:])
		at, number = at+next+n, number+1
	}
	if number == 0 && titleList(s) { // 条例；申请表
		for cut := scan.Index(s[at:], "；"); cut >= 0 && at+cut+len("；") < len(s); cut = scan.Index(s[at:], "；") {
			items = append(items, item{0, t.Slice(at, at+cut), line})
			at += cut + len("；")
		}
	}
	return append(items, item{number, t.Slice(at, len(s)), line})
}

// nextSerial returns where in s the serial v stands as a mark, -1 if nowhere.
func nextSerial(s string, v int) int {
	for i := 1; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' || s[i-1] >= '0' && s[i-1] <= '9' || s[i-1] == '.' {
			continue
		}
		if m, n := scan.HeadMark(s[i:]); n > 0 && m.Kind == scan.Arabic && m.Number == v {
			return i
		}
	}
	return -1
}

// bare returns an attachment's title without the stop behind it and the
// address of its file.
func bare(t origin.Text) origin.Text {
	s := t.String()
	for _, scheme := range []string{"http://", "https://"} {
		if i := strings.Index(s, scheme); i > 0 {
			t = t.Slice(0, i)
			s = t.String()
		}
	}
	if i := scan.Index(s, "】已下载"); i > 0 {
		t = t.Slice(0, i)
	}
	t = t.Trim()
	t = t.Slice(0, len(unlinked(t.String())))
	s = t.String()
	for _, tail := range []string{"；", "。", ";", "，", "、"} {
		if strings.HasSuffix(s, tail) {
			t = t.Slice(0, len(s)-len(tail)).Trim()
			s = t.String()
		}
	}
	for _, ext := range []string{".docx", ".doc", ".xlsx", ".xls", ".pdf", ".wps", ".zip", ".rar", ".pptx", ".ppt", ".et", ".ofd", ".jpg"} {
		if cut := len(s) - len(ext); cut > 0 && strings.EqualFold(s[cut:], ext) {
			return t.Slice(0, cut).Trim()
		}
	}
	return t
}
