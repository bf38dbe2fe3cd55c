package field

import (
	"cmp"
	"slices"
	"strings"

	"gongwen/extract/internal/lexicon"
	"gongwen/extract/internal/scan"
	"gongwen/extract/internal/segment"
	"gongwen/model"
)

// contactsField finds the people to turn to and how.
var contactsField = &Field{
	Name: "contacts",
	Doc:  "联系方式: names, phones, faxes and addresses, grouped as the notice prints them",
	Find: findContacts,
}

// A tokenKind is a kind of thing that a contact is made of.
type tokenKind uint8

const (
	labelToken tokenKind = iota
	nameToken
	phoneToken
	emailToken
	addressToken
	postcodeToken
	qqToken
	weChatToken
)

// A token is one part of a contact in a line.
type token struct {
	kind   tokenKind
	lo, hi int
	value  string
	phone  scan.PhoneKind
	label  scan.Label
	unit   string // of a name: the body printed before it
	behind bool   // of a name: it stands behind its number
}

// A group is the contact that is being put together.
type group struct {
	model.Contact
	line   int // of the last token
	filled bool
	behind bool // its names stand behind its numbers
}

func findContacts(p *Pass) {
	var g group
	label, left := scan.NoLabel, 0 // the label that line left has left open
	for i := 0; i < len(p.Outline.Lines); i++ {
		l := &p.Outline.Lines[i]
		if l.Kind == segment.Furniture || l.Kind <= segment.Addressees && l.Kind != segment.Stray {
			continue
		}
		if next := p.directory(i); next > i {
			p.close(&g)
			i = next - 1
			continue
		}
		if left != i-1 {
			label = scan.NoLabel
		}
		if label == scan.NoLabel && !mayHoldContact(l) {
			if i == g.line+1 && g.filled && len(g.Names) > 0 && len(g.Phones)+len(g.Mobiles) == 0 {
				p.moreNames(&g, i)
			}
			continue
		}
		if i > g.line+1 {
			p.close(&g)
		}
		label, left = p.contactsOn(&g, i, label), i
	}
	p.close(&g)
}

// moreNames adds the names on line i, which goes on with the list of the line
// before by its place alone: a body and its people, and nothing else.
func (p *Pass) moreNames(g *group, i int) {
	t := p.Outline.Lines[i].Text
	s := t.String()
	names := namesAt(s, 0)
	if len(names) == 0 || names[len(names)-1].hi != len(s) || names[0].unit == "" {
		return
	}
	for _, x := range names {
		x.unit = ""
		g.add(x)
	}
	g.line = i
}

// recipients are the words by which a sentence names whom to hand something to.
var recipients = lexicon.NewWords("处", "老师", "小姐", "先生", "女士", "联系")

// mayHoldContact is a quick refusal of lines without a figure, an address or a label.
func mayHoldContact(l *segment.Line) bool {
	return l.Signs&(segment.Digit|segment.At|segment.Colon) != 0 || recipients.In(l.String())
}

// contactsOn adds the tokens on line i to the group g, which it closes where
// the next contact begins. label is the label that the line before left open.
func (p *Pass) contactsOn(g *group, i int, label scan.Label) scan.Label {
	t := p.Outline.Lines[i].Text
	tokens, open := tokensOf(t.String(), p.Outline.Lines[i].Signs, label, p.localNumbers(i))
	owned := label != scan.NameLabel && bareNumbers(tokens) && p.owner(g, i)
	for _, x := range tokens {
		if x.kind == labelToken || owned && x.kind == nameToken {
			continue
		}
		if g.begins(x) {
			p.close(g)
		}
		if !g.filled {
			g.Evidence = p.Cite(t, x.lo, x.hi, rules[x.kind])
		}
		g.add(x)
		g.line = i
	}
	if len(tokens) == 0 {
		return scan.NoLabel
	}
	if open != scan.NoLabel && g.line == i-1 {
		g.line = i // a label alone: what it labels is on the next line
	}
	return open
}

// rules are the names of the rules that find the tokens.
var rules = [...]string{
	nameToken: "contacts/name", phoneToken: "contacts/phone", emailToken: "contacts/email", addressToken: "contacts/address",
	postcodeToken: "contacts/postcode", qqToken: "contacts/qq", weChatToken: "contacts/wechat",
}

// begins reports whether x belongs to the next contact: a name that the next number follows,
// a number behind a name that had its own, or a second address.
func (g *group) begins(x token) bool {
	if !g.filled {
		return false
	}
	switch x.kind {
	case nameToken:
		if x.behind && (len(g.Names) == 0 || g.behind) {
			return false
		}
		return len(g.Phones)+len(g.Mobiles)+len(g.Emails) > 0 || g.Unit != "" && x.unit != "" && g.Unit != x.unit
	case phoneToken:
		return g.behind && x.label != scan.FaxLabel && x.label != scan.MobileLabel // those are the same person's
	case addressToken:
		return g.Address != ""
	case postcodeToken:
		return g.Postcode != ""
	}
	return false
}

// add puts x into g.
func (g *group) add(x token) {
	g.filled = true
	switch x.kind {
	case nameToken:
		g.Names = addOnce(g.Names, x.value)
		g.behind = g.behind || x.behind
		if x.unit != "" {
			g.Unit = x.unit
		}
	case phoneToken:
		switch {
		case x.label == scan.FaxLabel:
			g.Faxes = addOnce(g.Faxes, x.value)
		case x.phone == scan.Mobile:
			g.Mobiles = addOnce(g.Mobiles, x.value)
		default:
			g.Phones = addOnce(g.Phones, x.value)
		}
	case emailToken:
		g.Emails = addOnce(g.Emails, x.value)
	case addressToken:
		g.Address = x.value
	case postcodeToken:
		g.Postcode = x.value
	case qqToken:
		g.QQ = addOnce(g.QQ, x.value)
	case weChatToken:
		g.WeChat = addOnce(g.WeChat, x.value)
	}
}

// addOnce appends s unless it is there.
func addOnce(list []string, s string) []string {
	for _, x := range list {
		if x == s {
			return list
		}
	}
	return append(list, s)
}

// close puts the group into the notice, unless one like it is there, and empties it.
func (p *Pass) close(g *group) {
	c := g.Contact
	useful := len(c.Names)+len(c.Phones)+len(c.Mobiles)+len(c.Faxes)+len(c.Emails)+len(c.QQ)+len(c.WeChat) > 0 || c.Address != ""
	if g.filled && useful {
		p.Notice.Contacts = append(p.Notice.Contacts, c)
	}
	*g = group{line: g.line}
}

// tokensOf reads the tokens of contacts in s, which has those signs, in order. label is the one that
// the line before left open; open is the one that s leaves open. local are
// the numbers that their place shows to be such.
func tokensOf(s string, signs segment.Signs, label scan.Label, local []token) (out []token, open scan.Label) {
	figures := signs&segment.Digit != 0
	if figures || signs&segment.At != 0 {
		out = append(numbersIn(s), local...)
	}
	if len(out) > 0 || label != scan.NoLabel || mayHoldLabel(s, signs) {
		out = append(out, labelled(s, out, label)...)
	}
	if figures && signs&segment.Colon != 0 {
		out = append(out, unitNames(s)...)
	}
	if figures && scan.Has(s, "（") {
		out = append(out, besideMobiles(s, out)...)
		out = append(out, handedNumbers(s)...)
	}
	out = append(out, namesBefore(s, out)...)
	out = append(out, namesBehind(s, out)...)
	if recipients.In(s) {
		for _, word := range recipients.All() {
			out = append(out, handedTo(s, word)...)
		}
	}
	sortTokens(out)
	out = settle(s, out, label)
	if n := len(out); n > 0 && out[n-1].kind == labelToken && strings.Trim(s[out[n-1].hi:], " 　：:") == "" {
		open = out[n-1].label
	}
	return out, open
}

// mayHoldLabel is a quick refusal of lines without a number in which no label of
// a contact can stand before something that labelled reads.
func mayHoldLabel(s string, signs segment.Signs) bool {
	if _, n := scan.LabelOf(s); n == len(s) && n > 0 { // a label alone: what it labels is on the next line
		return true
	}
	return openLabels.In(s) || signs&segment.Colon != 0 && colonLabels.In(s)
}

var (
	openLabels  = lexicon.NewWords("联系人", "QQ")
	colonLabels = lexicon.NewWords("人", "址", "编", "微信", "联络员", " ") // " ": 联 系 人
)

// numbersIn reads the phones and the mail addresses of s.
func numbersIn(s string) (out []token) {
	scan.Phones(s, func(lo, hi int, ph scan.Phone) bool {
		if ph.Kind != scan.Hotline || len(ph.Text) >= 10 || announcedLine(s[:lo]) { // 400-820-6677 is a number to call; 12345 in passing is no contact
			out = append(out, token{kind: phoneToken, lo: lo, hi: hi, value: ph.Text, phone: ph.Kind})
		}
		return true
	})
	if strings.Contains(s, "@") {
		scan.Emails(s, func(lo, hi int, address string) bool {
			out = append(out, token{kind: emailToken, lo: lo, hi: hi, value: address})
			return true
		})
	}
	return out
}

// announcedLine reports whether before, what stands before the number of a public
// hotline, announces it as the notice's own: 监督电话：12388. 疑问可拨打12345 does not.
func announcedLine(before string) bool {
	t := strings.TrimRight(before, " ")
	t, ok := strings.CutSuffix(t, "：")
	return ok && lexicon.HasAnySuffix(t, "举报电话", "投诉电话", "监督电话", "咨询电话", "联系电话")
}

// besideMobiles reads the numbers without an area code that stand in the bracket behind
// a name, before a mobile number: 周岚（5523106，139…）.
func besideMobiles(s string, tokens []token) (out []token) {
	for _, x := range tokens {
		if x.kind != phoneToken || x.phone != scan.Mobile {
			continue
		}
		hi := len(strings.TrimRight(s[:x.lo], "，、 "))
		lo := hi
		for lo > 0 && isDigit(s[lo-1]) {
			lo--
		}
		if hi == x.lo || hi-lo < 7 {
			continue
		}
		name, ok := strings.CutSuffix(s[:lo], "（")
		if !ok {
			continue
		}
		ph, n := scan.LocalPhoneOf(s[lo:])
		if _, named := nameEndingAt(s, len(name)); named && n == hi-lo {
			out = append(out, token{kind: phoneToken, lo: lo, hi: hi, value: ph.Text, phone: ph.Kind})
		}
	}
	return out
}

// handedNumbers reads the person to whom something is to be handed and the number in the
// bracket behind the name: 将登记卡送至周岚（712001）.
func handedNumbers(s string) (out []token) {
	for at := 0; ; {
		i := scan.Index(s[at:], "（")
		if i < 0 {
			return out
		}
		open := at + i
		at = open + len("（")
		n := digits(s[at:])
		if n < 6 || n > 8 || !strings.HasPrefix(s[at+n:], "）") {
			continue
		}
		for _, k := range []int{3, 2} {
			lo := tailLen(s[:open], k)
			if lo > 0 && isPerson(s[lo:open]) && lexicon.HasAnySuffix(s[:lo], "交至", "交到", "送至", "送到", "报至", "联系") {
				out = append(out, token{kind: nameToken, lo: lo, hi: open, value: s[lo:open]},
					token{kind: phoneToken, lo: at, hi: at + n, value: s[at : at+n], phone: scan.Landline})
				break
			}
		}
	}
}

// labelled reads the labels of s and what stands behind those of names,
// addresses, postcodes, QQ and WeChat. known are the tokens found already.
func labelled(s string, known []token, label scan.Label) (out []token) {
	if label == scan.NameLabel {
		out = append(out, numbered(s, 0)...)
	}
	if label == scan.PhoneLabel || label == scan.FaxLabel || label == scan.MobileLabel {
		if ph, n := scan.LocalPhoneOf(s); n > 0 && len(known) == 0 {
			out = append(out, token{kind: phoneToken, lo: 0, hi: n, value: ph.Text, phone: ph.Kind, label: label})
		}
	}
	for i := scan.NextLabel(s, 0); i < len(s); i = scan.NextLabel(s, i) {
		lb, n := scan.LabelOf(s[i:])
		if n == 0 {
			i++
			continue
		}
		end := i + n
		if lb != scan.NameLabel || colonBefore(s, end) || end == len(s) && (n == len(s) || width(s) <= 8) || nameAhead(s[end:]) {
			out = append(out, token{kind: labelToken, lo: i, hi: end, label: lb})
		}
		switch lb {
		case scan.NameLabel:
			out = append(out, numbered(s, end)...)
		case scan.AddressLabel:
			if n := addressLen(s[end:]); n > 0 && colonBefore(s, end) {
				out = append(out, token{kind: addressToken, lo: end, hi: end + n, value: tight(s[end : end+n])})
			}
		case scan.PostcodeLabel:
			if n := digits(s[end:]); n == 6 {
				out = append(out, token{kind: postcodeToken, lo: end, hi: end + n, value: s[end : end+n]})
			}
		case scan.QQLabel:
			if n := digits(s[end:]); n >= 5 && n <= 12 && !strings.HasPrefix(s[end+n:], "@") {
				out = append(out, token{kind: qqToken, lo: end, hi: end + n, value: s[end : end+n]})
			}
		case scan.WeChatLabel:
			if n := weChatLen(s[end:]); n > 0 && colonBefore(s, end) {
				out = append(out, token{kind: weChatToken, lo: end, hi: end + n, value: s[end : end+n]})
			}
		}
		i = end
	}
	return out
}

// numbered reads the names behind a label, and, where a number without area code
// follows them, the next: 联系人：县农业局 温涛 5223106；县财政局 古乐 5226618.
func numbered(s string, at int) (out []token) {
	for at < len(s) {
		people := namesAt(s, at)
		k := len(people)
		if k == 0 {
			return out
		}
		out = append(out, people...)
		at = people[k-1].hi
		for _, w := range titlesOf { // 骆一川主任 5223106
			if strings.HasPrefix(s[at:], w) {
				at += len(w)
				break
			}
		}
		at += gapLen(s[at:])
		ph, n := scan.LocalPhoneOf(s[at:])
		if n == 0 {
			return out
		}
		out = append(out, token{kind: phoneToken, lo: at, hi: at + n, value: ph.Text, phone: ph.Kind})
		at += n
		for { // 温涛 5223106 / 139…；古乐 …: numbersIn reads the mobile number
			next := at + gapLen(s[at:])
			ph, n := scan.PhoneOf(s[next:])
			if n == 0 || ph.Kind != scan.Mobile || next == at {
				break
			}
			at = next + n
		}
	}
	return out
}

// colonBefore reports whether the label that ends at end has a colon.
func colonBefore(s string, end int) bool {
	t := strings.TrimRight(s[:end], " 　")
	return strings.HasSuffix(t, "：") || strings.HasSuffix(t, ":")
}

// digits returns the length of the figures at the head of s.
func digits(s string) int {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return n
}

// weChatLen returns the length of the WeChat name at the head of s.
func weChatLen(s string) int {
	n := 0
	for n < len(s) && (s[n] == '_' || s[n] == '-' || s[n] >= '0' && s[n] <= '9' || s[n]|0x20 >= 'a' && s[n]|0x20 <= 'z') {
		n++
	}
	if n < 5 {
		return 0
	}
	return n
}

// addressLen returns the length of the postal address at the head of s: up to
// a stop, a bracket that closes what it stands in, or the next label.
func addressLen(s string) int {
	s = firstOf(s, 300)
	end := strings.IndexAny(s, "，。；\n")
	if end < 0 {
		end = len(s)
	}
	depth := 0
	for i, r := range s[:end] {
		switch r {
		case '（':
			depth++
		case '）':
			if depth--; depth < 0 {
				end = i
			}
		}
		if depth < 0 {
			break
		}
		if i > 0 {
			if lb, _ := scan.LabelOf(s[i:]); lb != scan.NoLabel && lb != scan.AddressLabel {
				end = i
				break
			}
		}
	}
	t := strings.TrimRight(s[:end], " 　")
	if width(t) < 4 || width(t) > 60 || strings.Contains(t, "@") || strings.Contains(t, "http") || strings.Contains(t, "www") {
		return 0
	}
	return len(t)
}

// sortTokens orders the tokens by place, the longer of two at one place first.
func sortTokens(ts []token) {
	slices.SortStableFunc(ts, func(a, b token) int { return cmp.Or(a.lo-b.lo, b.hi-a.hi) })
}

// settle drops tokens that lie inside another and gives each phone the label
// before it; （传真） behind a number counts too.
func settle(s string, ps []token, label scan.Label) []token {
	out := ps[:0]
	end := 0
	for k, x := range ps {
		if x.lo < end && x.kind != labelToken {
			continue
		}
		switch x.kind {
		case labelToken:
			label = x.label
			if label == scan.FaxLabel && k > 0 && strings.HasSuffix(s[:x.lo], "（") && strings.HasPrefix(s[x.hi:], "）") {
				for j := len(out) - 1; j >= 0; j-- {
					if out[j].kind == phoneToken {
						out[j].label = scan.FaxLabel
						break
					}
				}
			}
		case phoneToken:
			if x.label == scan.NoLabel {
				x.label = label
			}
		}
		out = append(out, x)
		if x.kind != labelToken {
			end = x.hi
		}
	}
	return out
}
