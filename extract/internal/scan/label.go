package scan

import (
	"strings"
	"unicode/utf8"
)

// A Label is the word before a name, a number or an address that says what it is.
type Label uint8

// The labels of contacts.
const (
	NoLabel       Label = iota
	NameLabel           // 联系人
	PhoneLabel          // 联系电话
	MobileLabel         // 手机
	FaxLabel            // 传真
	EmailLabel          // 电子邮箱
	AddressLabel        // 联系地址
	PostcodeLabel       // 邮政编码
	QQLabel             // QQ
	WeChatLabel         // 微信
)

type contactLabel struct {
	word  string
	label Label
}

// contactLabels stand longest first within what begins alike.
var contactLabels = [...]contactLabel{
	{"联系人及联系电话", NameLabel}, {"联系人及电话", NameLabel}, {"联系人及联系方式", NameLabel}, {"联系人和联系电话", NameLabel},
	{"联系人和电话", NameLabel}, {"联系人、联系电话", NameLabel}, {"联系人、电话", NameLabel}, {"联系人员", NameLabel}, {"联系人", NameLabel},
	{"联络人及电话", NameLabel}, {"联络人及联络电话", NameLabel}, {"联络人", NameLabel}, {"联络员", NameLabel}, {"负责人", NameLabel}, {"经办人", NameLabel}, {"承办人", NameLabel}, {"咨询人", NameLabel},
	{"收件人", NameLabel}, {"大赛联系人", NameLabel}, {"业务联系人", NameLabel}, {"技术联系人", NameLabel},
	{"联系电话", PhoneLabel}, {"联系方式", PhoneLabel}, {"联络电话", PhoneLabel}, {"咨询电话", PhoneLabel}, {"办公电话", PhoneLabel}, {"热线电话", PhoneLabel}, {"服务热线", PhoneLabel},
	{"咨询热线", PhoneLabel}, {"监督电话", PhoneLabel}, {"举报电话", PhoneLabel}, {"值班电话", PhoneLabel}, {"预约电话", PhoneLabel}, {"报名电话", PhoneLabel},
	{"固定电话", PhoneLabel}, {"服务电话", PhoneLabel}, {"受理电话", PhoneLabel}, {"投诉电话", PhoneLabel}, {"电话号码", PhoneLabel},
	{"电话", PhoneLabel}, {"热线", PhoneLabel}, {"座机", PhoneLabel}, {"Tel", PhoneLabel}, {"TEL", PhoneLabel}, {"tel", PhoneLabel},
	{"手机号码", MobileLabel}, {"手机号", MobileLabel}, {"手机", MobileLabel}, {"移动电话", MobileLabel},
	{"传真电话", FaxLabel}, {"传真号码", FaxLabel}, {"传真", FaxLabel}, {"Fax", FaxLabel}, {"FAX", FaxLabel},
	{"电子邮箱地址", EmailLabel}, {"电子邮箱", EmailLabel}, {"电子信箱", EmailLabel}, {"电子邮件", EmailLabel}, {"联系邮箱", EmailLabel}, {"投稿邮箱", EmailLabel},
	{"报名邮箱", EmailLabel}, {"工作邮箱", EmailLabel}, {"邮箱地址", EmailLabel}, {"邮箱", EmailLabel}, {"E-mail", EmailLabel}, {"E-Mail", EmailLabel},
	{"e-mail", EmailLabel}, {"Email", EmailLabel}, {"EMAIL", EmailLabel}, {"email", EmailLabel}, {"E-MAIL", EmailLabel},
	{"联系地址", AddressLabel}, {"通讯地址", AddressLabel}, {"通信地址", AddressLabel}, {"邮寄地址", AddressLabel}, {"寄送地址", AddressLabel}, {"办公地址", AddressLabel},
	{"单位地址", AddressLabel}, {"收件地址", AddressLabel}, {"地址", AddressLabel},
	{"邮政编码", PostcodeLabel}, {"邮编", PostcodeLabel},
	{"QQ交流群", QQLabel}, {"QQ工作群", QQLabel}, {"QQ群号", QQLabel}, {"QQ群", QQLabel}, {"QQ号码", QQLabel}, {"QQ号", QQLabel}, {"QQ", QQLabel}, {"qq", QQLabel},
	{"微信公众号", WeChatLabel}, {"微信号", WeChatLabel}, {"微信群", WeChatLabel}, {"微信", WeChatLabel},
}

// labelsBy is contactLabels by the last byte of the first character, so that LabelOf looks at few.
var labelsBy = indexLabels()

func indexLabels() (by [256][]contactLabel) {
	for _, l := range contactLabels {
		k := l.word[0]
		if k >= 0x80 {
			k = l.word[2]
		}
		by[k] = append(by[k], l)
	}
	return by
}

// labelHeads are the characters that labels begin with.
var labelHeads = func() *Chars {
	c := new(Chars)
	for _, l := range contactLabels {
		r, _ := utf8.DecodeRuneInString(l.word)
		c.Add(r)
	}
	return c
}()

// NextLabel gives the first byte of s, from byte i on, where a label may begin, len(s) for none.
func NextLabel(s string, i int) int { return labelHeads.Next(s, i) }

// LabelOf gives the label of a contact at the head of s and its length with the colon and the blanks
// after it. Blanks may part its characters (电 话, 联 系 人). Whether a colon stands there
// is for the caller to see: names and labels do run together (联系人李明办公电话：5333161).
func LabelOf(s string) (Label, int) {
	if s == "" {
		return NoLabel, 0
	}
	k := s[0]
	if k >= 0x80 {
		if len(s) < 3 || k < 0xE4 || k > 0xE9 {
			return NoLabel, 0
		}
		k = s[2]
	}
	best, label := 0, NoLabel
	for _, l := range labelsBy[k] {
		if n := spaced(s, l.word); n > best {
			best, label = n, l.label
		}
	}
	if best == 0 {
		return NoLabel, 0
	}
	n := best
	if k < 0x80 && n < len(s) && letter(s[n]) {
		return NoLabel, 0 // Television, Faxian
	}
	n += blanks(s[n:])
	if strings.HasPrefix(s[n:], ":") {
		n++
	} else if strings.HasPrefix(s[n:], "：") {
		n += len("：")
	}
	return label, n + blanks(s[n:])
}

// spaced gives the length of word at the head of s, where blanks may part its characters, or 0.
func spaced(s, word string) int {
	if strings.HasPrefix(s, word) {
		return len(word)
	}
	n := 0
	for i := 0; i < len(word); {
		w := 1
		if word[i] >= 0x80 {
			w = 3
		}
		if i > 0 && w == 3 {
			n += blanks(s[n:])
		}
		if !strings.HasPrefix(s[n:], word[i:i+w]) {
			return 0
		}
		n += w
		i += w
	}
	return n
}
