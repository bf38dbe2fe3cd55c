package field

import (
	"strings"
	"unicode/utf8"

	"gongwen/extract/internal/scan"
	"gongwen/model"
)

// A register puts the rows of a directory into the notice.
type register struct {
	p      *Pass
	c      model.Contact
	unit   string // of the row before, for cells that are merged
	lo, hi int    // what the contact rests on, bytes of the outline's text
	open   bool   // c holds something that is not in the notice yet
}

// add adds a row. A cell that is empty goes with the row before: a body stands
// once for all its people, a number once for all who share it.
func (d *register) add(row []filled) {
	has := func(kind string) bool {
		for _, f := range row {
			if f.column == kind {
				return true
			}
		}
		return false
	}
	shares := !has("unit") && !has("person") && (has("name") != (has("phone") || has("email"))) && len(d.c.Names) > 0
	if !shares {
		d.flush()
		d.c = model.Contact{}
		if !has("unit") && (has("name") || has("person")) {
			d.c.Unit = d.unit
		}
	}
	for _, f := range row {
		d.put(f, shares)
	}
}

// put adds a cell. A second name behind a number begins a contact of the same
// body, unless the row shares that of the row before; a second body begins
// another half of a table set in two.
func (d *register) put(f filled, shares bool) {
	reached := len(d.c.Phones)+len(d.c.Mobiles)+len(d.c.Emails) > 0
	switch f.column {
	case "serial", "other":
		if f.column == "other" && d.open {
			d.hi = f.hi
		}
		return
	case "unit":
		if d.open && reached && d.c.Unit != "" {
			d.flush()
			d.c = model.Contact{}
		}
		d.c.Unit = tight(f.s)
		d.unit = d.c.Unit
	case "name":
		if reached && len(d.c.Names) > 0 && d.open && !shares {
			unit := d.c.Unit
			d.flush()
			d.c = model.Contact{Unit: unit}
		}
		names := namesIn(f.s)
		if t := squeeze(f.s); len(names) == 0 && foreignName(t) {
			names = []token{{value: t}}
		}
		for _, x := range names {
			d.c.Names = addOnce(d.c.Names, x.value)
		}
	case "person":
		d.persons(f)
		return
	case "phone", "fax":
		d.numbers(phonesOf(f.s), f.column == "fax")
	case "email":
		scan.Emails(f.s, func(_, _ int, address string) bool {
			d.c.Emails = addOnce(d.c.Emails, address)
			return true
		})
	case "address":
		d.c.Address = tight(f.s)
	case "postcode":
		d.c.Postcode = f.s
	case "qq":
		if n := digits(f.s); n == len(f.s) && n >= 5 && n <= 12 {
			d.c.QQ = addOnce(d.c.QQ, f.s)
		}
	case "wechat":
		if n := weChatLen(f.s); n == len(f.s) {
			d.c.WeChat = addOnce(d.c.WeChat, f.s)
		}
	}
	d.cover(f)
}

// cover notes that the contact rests on f too.
func (d *register) cover(f filled) {
	if !d.open {
		d.lo = f.lo
	}
	d.open, d.hi = true, f.hi
}

// persons adds a cell that holds names with their numbers: 周明远　5234567、李晓　5234568.
func (d *register) persons(f filled) {
	for at := 0; at < len(f.s); {
		names := namesAt(f.s, at)
		if len(names) == 0 {
			return
		}
		at = names[len(names)-1].hi
		if len(d.c.Names) > 0 {
			unit := d.c.Unit
			d.flush()
			d.c = model.Contact{Unit: unit}
		}
		for _, x := range names {
			d.c.Names = addOnce(d.c.Names, x.value)
		}
		end := at
		for end < len(f.s) { // up to the next name
			if r, _ := utf8.DecodeRuneInString(f.s[end:]); end > at && scan.HasAny(f.s[at:end], "0123456789") && surnameLen(f.s[end:]) > 0 && r != '转' && len(namesAt(f.s, end)) > 0 {
				break
			}
			_, n := utf8.DecodeRuneInString(f.s[end:])
			end += n
		}
		d.numbers(phonesOf(f.s[at:end]), false)
		d.cover(f)
		at = end
	}
}

// numbers adds telephone numbers, or numbers of a fax.
func (d *register) numbers(phones []token, fax bool) {
	for _, x := range phones {
		switch {
		case fax || x.label == scan.FaxLabel:
			d.c.Faxes = addOnce(d.c.Faxes, x.value)
		case x.phone == scan.Mobile:
			d.c.Mobiles = addOnce(d.c.Mobiles, x.value)
		default:
			d.c.Phones = addOnce(d.c.Phones, x.value)
		}
	}
}

// flush puts the contact into the notice if it says who or how.
func (d *register) flush() {
	c := &d.c
	if d.open && len(c.Names)+len(c.Phones)+len(c.Mobiles)+len(c.Faxes)+len(c.Emails) > 0 {
		c.Evidence = d.p.Cite(d.p.Outline.Text, d.lo, d.hi, "contacts/directory")
		d.p.Notice.Contacts = append(d.p.Notice.Contacts, *c)
	}
	d.open = false
}

// maxPhoneWords is how many characters that are no figures a cell of numbers may have.
const maxPhoneWords = 24

// phonesOf reads the numbers in a cell that holds nothing else but the words
// that part or explain them: 5234567、5234568, 办：5234567 手机：13877001234,
// 5234567（传真）. It returns none where other figures stand there: a number of
// an identity card, a day, a sum.
func phonesOf(s string) (out []token) {
	if !scan.HasAny(s, "0123456789") || len(s) > 120 {
		return nil
	}
	area, fax := "", false
	words := 0
	for at := 0; at < len(s) && words <= maxPhoneWords; {
		ph, n := scan.PhoneOf(s[at:])
		if n == 0 {
			if ph, n = scan.LocalPhoneOf(s[at:]); n > 0 && area != "" {
				ph.Text = area + "-" + ph.Text
			}
		}
		switch {
		case n > 0:
			if name := strings.TrimRight(s[:at], "：: 　"); len(out) == 0 && onlyNames(name) {
				return nil // 宁：0771-…
			}
			x := token{kind: phoneToken, lo: at, hi: at + n, value: ph.Text, phone: ph.Kind}
			if fax || strings.HasPrefix(s[at+n:], "（传真）") {
				x.label = scan.FaxLabel
			}
			out = append(out, x)
			at += n
			if fax = false; ph.Area != "" {
				area = ph.Area
			}
		case s[at] >= '0' && s[at] <= '9':
			return nil
		default:
			if strings.HasPrefix(s[at:], "传真") {
				fax = true
			}
			_, size := utf8.DecodeRuneInString(s[at:])
			at += size
			words++
		}
	}
	if words > maxPhoneWords {
		return nil // a sentence with a number in it
	}
	return out
}
