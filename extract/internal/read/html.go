package read

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"gongwen/extract/internal/origin"
	"gongwen/model"
)

// HTML is a web page (网页), saved from a site or written by Word.
//
// Its text is the notice as a browser shows it, a line for each block: the
// site's navigation, side columns and footers are no part of it. The lines in
// which the page tells of the notice (索引号, 发布时间, 来源) are kept where they
// stand, those of a table one a line as label：value, with the style
// RunningHead; not so 发文字号 and 成文日期, which are the notice's own.
var HTML = &Format{
	Name:  "html",
	Exts:  []string{".html", ".htm", ".shtml", ".xhtml"},
	Magic: isHTML,
	Read:  readHTML,
}

// readHTML reads a web page.
func readHTML(ctx context.Context, data []byte, opt Options) (*Source, error) {
	return readPage(ctx, data, opt.Encoding, "", "")
}

// readPage reads the web page data in the character set want; where want is
// "", hint is what came with the page. Its links are relative to base.
func readPage(ctx context.Context, data []byte, want, hint, base string) (*Source, error) {
	text, charset, bad, err := decodeHTML(data, want, hint)
	if err != nil {
		return nil, err
	}
	doc, flat, err := parseHTML(text)
	if err != nil {
		return nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	p := newWebPage(doc)
	p.base = baseOf(p.head, base)
	p.choose()
	w := p.write()
	if blank(string(w.buf)) {
		return nil, &Error{Format: "html", Kind: Empty, Err: errors.New("nothing but blanks")}
	}
	src := &Source{Plain: origin.NewSource(string(w.buf), nil), Styles: w.styles, Links: w.links, Tables: w.tables}
	slices.SortStableFunc(src.Styles, func(a, b Style) int { return a.Lo - b.Lo })
	src.Encoding = charset
	src.Publication = w.publication()
	if bad {
		src.Warnings = append(src.Warnings, model.Warning{Code: "bad-bytes", Message: "characters could not be read as " + charset})
		if strings.Contains(src.Plain.String(), "\uFFFD") {
			src.Warnings[0] = badBytes(src.Plain, charset)
		}
	}
	if flat {
		src.Warnings = append(src.Warnings, model.Warning{Code: "html-depth", Message: "elements nested too deep: tables and lists are lost"})
	}
	return src, nil
}

// parseHTML returns the tree of text. The parser refuses what is nested deeper than
// 512 elements, a site's mistake at best; then only its lines are kept.
func parseHTML(text string) (doc *html.Node, flat bool, err error) {
	if doc, err = html.Parse(strings.NewReader(text)); err == nil {
		return doc, false, nil
	}
	doc, err = html.Parse(strings.NewReader(flattenHTML(text)))
	return doc, true, err
}

// flattenHTML returns the words of text with a <br> where a block begins or ends.
func flattenHTML(text string) string {
	z := html.NewTokenizer(strings.NewReader(text))
	var b strings.Builder
	skip := ""
	for {
		switch t := z.Next(); t {
		case html.ErrorToken:
			return b.String()
		case html.TextToken:
			if skip == "" {
				b.Write(z.Raw())
			}
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			raw, _ := z.TagName()
			name := string(raw)
			switch {
			case name == "script" || name == "style":
				skip = ""
				if t == html.StartTagToken {
					skip = name
				}
			case name == "td" || name == "th":
				b.WriteByte(' ')
			case blockName(name) || name == "br":
				b.WriteString("<br>")
			}
		}
	}
}

// isHTML reports whether data is a web page or a piece of one: it begins with
// what only pages begin with, or it begins and ends with a tag. Text that only
// holds tags, and Markdown that begins with one, are none.
func isHTML(data []byte) bool {
	const n = 4 << 10
	head := asciiHead(data[:min(n, len(data))])
	piece := false
	for {
		head = bytes.TrimLeft(head, " \t\r\n\f\v")
		switch {
		case len(head) < 3 || head[0] != '<':
			return false
		case bytes.HasPrefix(head, []byte("<!--")):
			i := bytes.Index(head, []byte("-->"))
			if i < 0 {
				return bytes.Contains(bytes.ToLower(head), []byte("<html"))
			}
			head = head[i+3:]
			continue
		case head[1] == '?': // <?xml version="1.0"?>
			i := bytes.IndexByte(head, '>')
			if i < 0 {
				return false
			}
			head = head[i+1:]
			continue
		}
		break
	}
	name := tagName(head[1:])
	switch name {
	case "!doctype":
		rest := bytes.ToLower(head[:min(len(head), 200)])
		return bytes.Contains(rest, []byte("html"))
	case "html", "head", "body", "meta", "title", "link", "base":
		return true
	case "script", "style", "center", "font", "form":
		piece = true
	default:
		piece = blockName(name) || name == "span" || name == "strong" || name == "b" || name == "a" || name == "br" || name == "img"
	}
	return piece && isPiece(data)
}

// asciiHead returns head without byte order mark and, for UTF-16, without the
// NULs between its ASCII letters: enough to see tags.
func asciiHead(head []byte) []byte {
	_, n := mark(head)
	head = head[n:]
	if len(head) > 1 && (head[0] == 0 || head[1] == 0) {
		return bytes.ReplaceAll(head, []byte{0}, nil)
	}
	return head
}

// tagName returns the name at the head of s, in lower case.
func tagName(s []byte) string {
	n := 0
	for n < len(s) && (isAlnum(s[n]) || n == 0 && s[n] == '!') {
		n++
	}
	return strings.ToLower(string(s[:n]))
}

// isPiece reports whether data, which begins with a tag, is a piece of a page:
// it ends with a tag too, and no line has the marks of Markdown.
func isPiece(data []byte) bool {
	tail := bytes.TrimRight(data, " \t\r\n\x00")
	if len(tail) == 0 || tail[len(tail)-1] != '>' {
		return false
	}
	head := data[:min(len(data), 64<<10)]
	for _, m := range [...]string{"\n# ", "\n## ", "\n### ", "\n```", "](http"} {
		if bytes.Contains(head, []byte(m)) {
			return false
		}
	}
	return true
}
