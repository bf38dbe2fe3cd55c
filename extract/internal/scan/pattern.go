package scan

import (
	"errors"
	"fmt"
	"sort"
	"strings"
	"unicode/utf8"
)

// A Class gives the length of what it names at s[at:], 0 for no: a date for <when>, say.
type Class func(s string, at int) int

// Classes are the classes that patterns name, by name.
type Classes map[string]Class

// A Range is a half-open piece of a string, in bytes.
type Range struct{ Lo, Hi int }

// Spans makes a class of what has been found before: ranges in order, none overlapping.
func Spans(found []Range) Class {
	return func(_ string, at int) int {
		i := sort.Search(len(found), func(i int) bool { return found[i].Lo >= at })
		if i < len(found) && found[i].Lo == at {
			return found[i].Hi - at
		}
		return 0
	}
}

// A Capture is what a class or a gap of a pattern took: Name is the class's, or … for a gap.
type Capture struct {
	Name   string
	Lo, Hi int
}

// A Pattern is a compiled turn of phrase:
//
//	报送        these characters
//	(报送|报)    one of these; classes may stand in them
//	[请|须]     one of these or none
//	…          a gap inside one sentence; two at most
//	<when>     a class, named by the caller
//	^ $        the head and the end of a clause
type Pattern struct {
	Source string
	nodes  []node
	heads  [256]bool // bytes a match may begin with; all where a class or a gap begins it
	needs  []string  // one of these stands in every match; nil where nothing is sure
	opener string    // the literal every match begins with, or ""
}

type nodeKind uint8

const (
	literalNode nodeKind = iota
	choiceNode
	gapNode
	classNode
	headNode
	endNode
)

type node struct {
	kind    nodeKind
	text    string   // of a literal, a class's name
	choices [][]node // of literals and classes
	loose   bool     // the choice may be none
}

// maxCaptures is the most captures a pattern makes; Compile refuses more classes and gaps.
const maxCaptures = 8

// maxGap is the most bytes that a gap spans: the longest sentences of notices have some three hundred characters.
const maxGap = 1200

// Compile reads a pattern.
func Compile(source string) (*Pattern, error) {
	p := &Pattern{Source: source}
	gaps, captures := 0, 0
	for rest := source; rest != ""; {
		n, w, err := readNode(rest)
		if err != nil {
			return nil, fmt.Errorf("pattern %q: %w", source, err)
		}
		switch n.kind {
		case gapNode:
			gaps++
			captures++
		case classNode, choiceNode:
			captures++
		}
		p.nodes = append(p.nodes, n)
		rest = rest[w:]
	}
	switch {
	case len(p.nodes) == 0:
		return nil, errors.New("pattern is empty")
	case gaps > 2:
		return nil, fmt.Errorf("pattern %q: more than two gaps", source)
	case captures > maxCaptures:
		return nil, fmt.Errorf("pattern %q: too many parts", source)
	case p.nodes[0].kind == gapNode, p.nodes[len(p.nodes)-1].kind == gapNode:
		return nil, fmt.Errorf("pattern %q: a gap needs something on both sides", source)
	}
	p.prefilter()
	return p, nil
}

func readNode(s string) (n node, w int, err error) {
	switch {
	case s[0] == '(' || s[0] == '[':
		end := byte(')')
		if s[0] == '[' {
			end = ']'
		}
		w = strings.IndexByte(s, end)
		if w < 0 {
			return n, 0, fmt.Errorf("no %c", end)
		}
		n = node{kind: choiceNode, loose: s[0] == '['}
		for _, choice := range strings.Split(s[1:w], "|") {
			seq, err := readChoice(choice)
			if err != nil {
				return n, 0, err
			}
			n.choices = append(n.choices, seq)
		}
		return n, w + 1, nil
	case s[0] == '<':
		w = strings.IndexByte(s, '>')
		if w < 2 {
			return n, 0, errors.New("no class")
		}
		return node{kind: classNode, text: s[1:w]}, w + 1, nil
	case s[0] == '^':
		return node{kind: headNode}, 1, nil
	case s[0] == '$':
		return node{kind: endNode}, 1, nil
	case strings.HasPrefix(s, "…"):
		return node{kind: gapNode}, len("…"), nil
	case strings.IndexByte(")]|>", s[0]) >= 0:
		return n, 0, fmt.Errorf("%c out of place", s[0])
	}
	for w < len(s) && strings.IndexByte("()[]<>|^$", s[w]) < 0 && !strings.HasPrefix(s[w:], "…") {
		w++
	}
	return node{kind: literalNode, text: s[:w]}, w, nil
}

func readChoice(s string) ([]node, error) {
	if s == "" {
		return nil, errors.New("empty choice")
	}
	var seq []node
	classes := 0
	for s != "" {
		n, w, err := readNode(s)
		if err != nil {
			return nil, err
		}
		if n.kind != literalNode && n.kind != classNode {
			return nil, errors.New("a choice holds characters and classes alone")
		}
		if n.kind == classNode {
			classes++
		}
		if classes > 1 {
			return nil, errors.New("a choice holds one class at most")
		}
		seq = append(seq, n)
		s = s[w:]
	}
	return seq, nil
}

// prefilter finds what a match must begin with and hold. The longest sure literal is taken for the rarest.
func (p *Pattern) prefilter() {
	best := 0
	for _, n := range p.nodes {
		need, least := n.needs()
		if least > best {
			best, p.needs = least, need
		}
	}
	open := false
	for i, n := range p.nodes {
		if n.kind == headNode {
			continue
		}
		if n.kind == literalNode && (i == 0 || i == 1 && p.nodes[0].kind == headNode) {
			p.opener = n.text
		}
		open = !n.addHeads(&p.heads)
		if open || n.kind != choiceNode || !n.loose {
			break
		}
		open = i+1 == len(p.nodes)
	}
	if open {
		for i := range p.heads {
			p.heads[i] = true
		}
	}
}

// needs gives the literals one of which n must match, and the length of the shortest.
func (n *node) needs() (needs []string, least int) {
	switch {
	case n.kind == literalNode:
		return []string{n.text}, len(n.text)
	case n.kind != choiceNode || n.loose:
		return nil, 0
	}
	for _, c := range n.choices {
		longest := ""
		for _, m := range c {
			if m.kind == literalNode && len(m.text) > len(longest) {
				longest = m.text
			}
		}
		if longest == "" {
			return nil, 0
		}
		if least == 0 || len(longest) < least {
			least = len(longest)
		}
		needs = append(needs, longest)
	}
	return needs, least
}

// addHeads notes the bytes that n may begin with; false where they are any.
func (n *node) addHeads(heads *[256]bool) bool {
	switch n.kind {
	case literalNode:
		heads[n.text[0]] = true
		return true
	case choiceNode:
		for _, c := range n.choices {
			if c[0].kind != literalNode {
				return false
			}
			heads[c[0].text[0]] = true
		}
		return true
	}
	return false
}

// Possible tells whether s holds what every match needs. It is quick, and false is sure.
func (p *Pattern) Possible(s string) bool {
	if p.needs == nil {
		return true
	}
	for _, n := range p.needs {
		if strings.Contains(s, n) {
			return true
		}
	}
	return false
}

type matcher struct {
	s        string
	classes  Classes
	captures [maxCaptures]Capture
}

// Match matches p at s[at:] and gives where the match ends and what its classes and gaps took.
func (p *Pattern) Match(s string, at int, classes Classes) (end int, captures []Capture, ok bool) {
	if at < 0 || at > len(s) {
		return 0, nil, false
	}
	m := matcher{s: s, classes: classes}
	end, n := m.match(p.nodes, at, 0)
	if end < 0 {
		return 0, nil, false
	}
	return end, append([]Capture(nil), m.captures[:n]...), true
}

// Find gives the first match of p in s at or after from.
func (p *Pattern) Find(s string, from int, classes Classes) (lo, end int, captures []Capture, ok bool) {
	if from < 0 || from > len(s) || !p.Possible(s[from:]) {
		return 0, 0, nil, false
	}
	for i := from; i < len(s); {
		if p.opener != "" {
			k := strings.Index(s[i:], p.opener)
			if k < 0 {
				return 0, 0, nil, false
			}
			i += k
		}
		if p.heads[s[i]] && utf8.RuneStart(s[i]) {
			if end, captures, ok = p.Match(s, i, classes); ok {
				return i, end, captures, true
			}
		}
		i++
	}
	return 0, 0, nil, false
}

// match gives the end of nodes matched at at, or -1, and the number of captures.
func (m *matcher) match(nodes []node, at, taken int) (int, int) {
	for i := range nodes {
		n := &nodes[i]
		switch n.kind {
		case literalNode:
			if !strings.HasPrefix(m.s[at:], n.text) {
				return -1, 0
			}
			at += len(n.text)
		case classNode:
			w := m.class(n.text, at)
			if w == 0 {
				return -1, 0
			}
			m.captures[taken] = Capture{n.text, at, at + w}
			taken++
			at += w
		case headNode:
			if !clauseHead(m.s, at) {
				return -1, 0
			}
		case endNode:
			if !clauseEnd(m.s, at) {
				return -1, 0
			}
		case gapNode:
			return m.gap(nodes[i+1:], at, taken)
		case choiceNode:
			return m.choice(n, nodes[i+1:], at, taken)
		}
	}
	return at, taken
}

// choice tries each choice, then what follows; the first that goes through is taken.
func (m *matcher) choice(n *node, rest []node, at, taken int) (int, int) {
	for _, c := range n.choices {
		end, k := at, taken
		for i := range c {
			w := 0
			if c[i].kind == classNode {
				if w = m.class(c[i].text, end); w > 0 {
					m.captures[k] = Capture{c[i].text, end, end + w}
					k++
				}
			} else if strings.HasPrefix(m.s[end:], c[i].text) {
				w = len(c[i].text)
			}
			if w == 0 {
				end = -1
				break
			}
			end += w
		}
		if end < 0 {
			continue
		}
		if e, k := m.match(rest, end, k); e >= 0 {
			return e, k
		}
	}
	if n.loose {
		return m.match(rest, at, taken)
	}
	return -1, 0
}

// gap tries the shortest gap first. It ends with the sentence.
func (m *matcher) gap(rest []node, at, taken int) (int, int) {
	m.captures[taken].Name = "…"
	next := ""
	if rest[0].kind == literalNode {
		next = rest[0].text
	}
	for end := at; end <= len(m.s) && end-at <= maxGap; {
		if next == "" || strings.HasPrefix(m.s[end:], next) {
			if e, k := m.match(rest, end, taken+1); e >= 0 {
				m.captures[taken] = Capture{"…", at, end}
				return e, k
			}
		}
		if end == len(m.s) || sentenceStop(m.s[end:]) {
			break
		}
		_, w := utf8.DecodeRuneInString(m.s[end:])
		end += w
	}
	return -1, 0
}

func (m *matcher) class(name string, at int) int {
	f := m.classes[name]
	if f == nil {
		return 0
	}
	if w := f(m.s, at); w > 0 && w <= len(m.s)-at {
		return w
	}
	return 0
}

// sentenceStop tells whether s begins with what no gap crosses.
func sentenceStop(s string) bool {
	switch s[0] {
	case '\n', '\r':
		return true
	case 0xE3:
		return strings.HasPrefix(s, "。")
	case 0xEF:
		return strings.HasPrefix(s, "！") || strings.HasPrefix(s, "？") || strings.HasPrefix(s, "；")
	}
	return false
}

// clauseHead tells whether a clause begins at at.
func clauseHead(s string, at int) bool {
	r, w := utf8.DecodeLastRuneInString(s[:at])
	return w == 0 || clauseMark(r)
}

// clauseEnd tells whether a clause ends at at.
func clauseEnd(s string, at int) bool {
	r, w := utf8.DecodeRuneInString(s[at:])
	return w == 0 || clauseMark(r)
}

func clauseMark(r rune) bool {
	switch r {
	case '\n', '\r', '\t', ' ', '\u3000', '，', '。', '；', '：', '！', '？', '、', '（', '）', '(', ')', ',', ';', ':', '“', '”', '.':
		return true
	}
	return false
}
