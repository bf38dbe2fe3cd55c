package read

import "strings"

// levels is how many levels a list has; longestNumber bounds the text of one.
const (
	levels        = 9
	longestNumber = 96
)

// A docxLevel says how the numbers of a level of a list look.
type docxLevel struct {
	set     bool
	start   int
	format  string // numFmt
	zeros   int    // digits that a number has at least, filled with zeros
	text    string // %1 stands for the number of the first level
	gap     string // between the number and the words
	restart int    // begins anew behind a number of this level or above, from 1; 0 never, -1 any above
	legal   bool   // the numbers of all levels in digits
	hidden  bool
	font    string
	style   string // the paragraph style that takes this level
}

// A docxList is the definition that several lists may share, and their count.
type docxList struct {
	levels [levels]docxLevel
	link   string // the numbering style that holds the definition
	count  [levels]int
	seen   [levels]bool
}

// A docxNum is a list as paragraphs refer to it.
type docxNum struct {
	list  *docxList
	own   map[int]docxLevel // levels that look otherwise in this list
	start map[int]int       // levels that begin anew in this list
	begun [levels]bool
}

// A docxNumbering counts the automatic numbers (自动编号) of a document.
type docxNumbering struct {
	nums map[string]*docxNum
	list []*docxNum

	damage error // what ended the part before its end
}

// readNumbering reads the part of the lists.
func readNumbering(x *docxXML, styles *docxStyles) *docxNumbering {
	n := &docxNumbering{nums: map[string]*docxNum{}}
	lists := map[string]*docxList{}
	for range x.children() {
		for name := range x.children() {
			switch name {
			case "abstractNum":
				id := x.attr("abstractNumId")
				lists[id] = x.list()
			case "num":
				id := x.attr("numId")
				num := x.num(lists)
				n.nums[id] = num
				n.list = append(n.list, num)
			}
		}
	}
	for _, num := range n.list {
		for depth := 0; num.list != nil && num.list.link != "" && depth < 4; depth++ {
			st := styles.byID[num.list.link]
			if st == nil || n.nums[st.para.num] == nil {
				break
			}
			num.list = n.nums[st.para.num].list
		}
	}
	return n
}

func (x *docxXML) list() *docxList {
	l := &docxList{}
	for name := range x.children() {
		switch name {
		case "lvl":
			if i := x.number("ilvl", levels-1, -1); i >= 0 {
				l.levels[i] = x.level()
			}
		case "numStyleLink":
			l.link = x.attr("val")
		}
	}
	return l
}

func (x *docxXML) num(lists map[string]*docxList) *docxNum {
	n := &docxNum{}
	for name := range x.children() {
		switch name {
		case "abstractNumId":
			n.list = lists[x.attr("val")]
		case "lvlOverride":
			i := x.number("ilvl", levels-1, 0)
			for name := range x.children() {
				switch name {
				case "startOverride":
					if n.start == nil {
						n.start = map[int]int{}
					}
					n.start[i] = x.number("val", 32767, 1)
				case "lvl":
					if n.own == nil {
						n.own = map[int]docxLevel{}
					}
					n.own[i] = x.level()
				}
			}
		}
	}
	return n
}

func (x *docxXML) level() docxLevel {
	l := docxLevel{set: true, start: 0, format: "decimal", gap: " ", restart: -1}
	x.levelProps(&l)
	return l
}

func (x *docxXML) levelProps(l *docxLevel) {
	for name := range x.children() {
		switch name {
		case "start":
			l.start = x.number("val", 32767, 1)
		case "numFmt":
			l.format = x.attr("val")
			l.zeros = 0
			if first, _, _ := strings.Cut(x.attr("format"), ","); l.format == "custom" {
				l.format, l.zeros = "decimal", min(len(first), 8) // 001, 002, …
			}
		case "AlternateContent":
			x.firstChoice(l)
		case "lvlText":
			l.text = x.attr("val")
			l.text = l.text[:min(len(l.text), longestNumber)]
			l.text = strings.ToValidUTF8(l.text, "")
		case "suff":
			l.gap = " "
			if x.attr("val") == "nothing" {
				l.gap = ""
			}
		case "lvlRestart":
			l.restart = x.number("val", levels, -1)
		case "isLgl":
			l.legal = x.on()
		case "pStyle":
			l.style = x.attr("val")
		case "rPr":
			r := x.runProps()
			l.hidden, l.font = r.hidden == yes, r.font
		}
	}
}

// firstChoice reads what newer programs see of a level.
func (x *docxXML) firstChoice(l *docxLevel) {
	read := false
	for name := range x.children() {
		if name == "Choice" && !read {
			x.levelProps(l)
			read = true
		}
	}
}

// levelOf returns the level of the list called id that belongs to the
// paragraph style, or else otherwise.
func (n *docxNumbering) levelOf(id, style string, otherwise int) int {
	if num := n.nums[id]; num != nil && num.list != nil {
		for i := range num.list.levels {
			if num.look(i).style == style {
				return i
			}
		}
	}
	return max(otherwise, 0)
}

// look returns how the numbers of a level look in the list.
func (num *docxNum) look(level int) *docxLevel {
	if own, ok := num.own[level]; ok {
		return &own
	}
	return &num.list.levels[level]
}

// first returns the first number of a level in the list.
func (num *docxNum) first(level int) int {
	if start, ok := num.start[level]; ok {
		return start
	}
	return num.look(level).start
}

// next counts the next paragraph of the list called id and returns its number
// with what parts it from the words, and whether it is a mere bullet.
func (n *docxNumbering) next(id string, level int) (text string, bullet bool) {
	num := n.nums[id]
	if num == nil || num.list == nil || level < 0 || level >= levels {
		return "", false
	}
	look := num.look(level)
	if !look.set {
		return "", false
	}
	num.advance(level)
	if look.hidden {
		return "", false
	}
	if text = num.printed(level, look); text == "" {
		return "", false
	}
	return text + look.gap, look.format == "bullet"
}

// advance counts a paragraph of a level. Lists of one definition count on from
// each other, unless one says where it starts.
func (num *docxNum) advance(level int) {
	l := num.list
	for i := range level {
		if !l.seen[i] {
			l.count[i], l.seen[i] = num.first(i), true
		}
	}
	_, anew := num.start[level]
	if anew && !num.begun[level] || !l.seen[level] {
		l.count[level] = num.first(level)
	} else {
		l.count[level]++
	}
	l.seen[level], num.begun[level] = true, true
	for i := level + 1; i < levels; i++ {
		if r := num.look(i).restart; r < 0 || level < r {
			l.seen[i] = false
		}
	}
}

// printed returns the number of a level as it is printed.
func (num *docxNum) printed(level int, look *docxLevel) string {
	if look.format == "bullet" {
		return bulletSign(look.text, look.font)
	}
	var b strings.Builder
	for s := look.text; s != ""; {
		i := strings.IndexByte(s, '%')
		if i < 0 || i+1 == len(s) || s[i+1] < '1' || s[i+1] > '9' {
			i = min(max(i, 0)+1, len(s))
			if strings.IndexByte(s, '%') < 0 {
				i = len(s)
			}
			b.WriteString(s[:i])
			s = s[i:]
			continue
		}
		b.WriteString(s[:i])
		b.WriteString(num.figure(int(s[i+1]-'1'), look.legal))
		s = s[i+2:]
	}
	return b.String()
}

// figure returns the number that a level has come to.
func (num *docxNum) figure(level int, legal bool) string {
	look, n := num.look(level), num.list.count[level]
	if !num.list.seen[level] {
		n = num.first(level)
	}
	if legal && look.format != "none" {
		return formatNumber(n, "decimal")
	}
	s := formatNumber(n, look.format)
	if len(s) < look.zeros {
		s = strings.Repeat("0", look.zeros-len(s)) + s
	}
	return s
}
