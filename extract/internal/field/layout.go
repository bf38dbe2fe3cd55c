package field

import (
	"strings"

	"gongwen/extract/internal/segment"
	"gongwen/model"
)

// layoutField tells the form that the document follows.
var layoutField = &Field{
	Name: "layout",
	Doc:  "格式: GB/T 9704-2012 or 1999, its forms for letters, orders and minutes, Taiwan's, a web copy, a press report",
	Find: func(p *Pass) { p.Notice.Layout = p.layout() },
}

// layout returns the form; the signs are tried from the surest to the weakest.
func (p *Pass) layout() model.Layout {
	o, n := p.Outline, p.Notice
	mark := o.First(segment.IssuerMark) != nil
	switch {
	case o.Taiwan:
		return model.Taiwan
	case o.First(segment.Keywords) != nil:
		return model.GB1999
	case n.Genre == model.News:
		return model.Press
	case n.Genre == model.Minutes && n.DocumentNumber == nil:
		return model.MinuteForm
	case n.Genre == model.Order:
		return model.OrderForm
	case p.webCopy():
		return model.Web
	case n.Genre == model.Letter && n.DocumentNumber != nil:
		return model.LetterForm
	case mark || n.DocumentNumber != nil:
		return model.GB2012
	}
	return model.Plain
}

// webCopy reports whether a web page's furniture stands about the document.
func (p *Pass) webCopy() bool {
	n := 0
	p.Outline.All(segment.Furniture, func(_ int, l *segment.Line) {
		if !pageNumber(l.String()) { // prints have them too
			n++
		}
	})
	return n > 0
}

// pageNumber reports whether s is nothing but figures, dashes and the words
// about them: — 2 —, 第2页/共7页.
func pageNumber(s string) bool {
	return strings.Trim(s, "0123456789 -‐‑‒–—―─－·.|/／第页共") == ""
}
