package extract_test

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"html"
	"mime"
	"mime/quotedprintable"
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"

	"gongwen/extract/internal/normalise/opencc"
	"gongwen/extract/internal/read/readtest"
)

// html returns the notice as a plain page.
func (sh *sheet) html() []byte {
	return []byte("<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>" + html.EscapeString(sh.title) + "</title></head>\n<body>\n" + sh.markup() + "</body></html>\n")
}

// site returns the notice as a page of an agency's site.
func (sh *sheet) site() []byte {
	return []byte(`<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>` + html.EscapeString(sh.title) + `_通知公告_江岭省人民政府</title><style>.c{color:red}</style><script>var 首页="通知";</script></head>
<body><div class="top"><a href="/">江岭省人民政府</a> <a href="/en">English</a> <a href="/login">登录</a> <a href="/wza">无障碍浏览</a></div>
<ul class="nav"><li><a href="/">首页</a></li><li><a href="/zwgk">政务公开</a></li><li><a href="/zwfw">政务服务</a></li><li><a href="/hdjl">互动交流</a></li></ul>
<div class="crumbs">您当前的位置：<a href="/">首页</a> &gt; <a href="/zwgk">政务公开</a> &gt; <a href="/zwgk/tz">通知公告</a></div>
<div class="main"><h1>` + html.EscapeString(sh.title) + `</h1>
<div class="info">字号：<a>大</a> <a>中</a> <a>小</a> <a href="javascript:print()">打印</a> <a href="javascript:close()">关闭</a></div>
<div class="content" id="zoom">
` + sh.markup() + `</div>
<div class="share">分享到：<a>微信</a> <a>微博</a></div></div>
<div class="side"><h3>相关阅读</h3><ul><li><a href="/1">图解：政务公开工作要点</a></li><li><a href="/2">江岭省召开半年工作会议</a></li><li><a href="/3">我省开展夏季送清凉活动</a></li></ul></div>
<div class="foot"><p>主办：江岭省人民政府办公厅　承办：江岭省大数据中心　网站标识码：3600000001</p><p>赣ICP备05001234号-1　技术支持：0579-6001234</p></div>
</body></html>
`)
}

// markup returns the notice as paragraphs and tables of HTML.
func (sh *sheet) markup() string {
	var b strings.Builder
	for _, bl := range sh.blocks {
		switch {
		case bl.rows != nil:
			b.WriteString("<table border=\"1\">\n")
			for _, row := range bl.rows {
				b.WriteString("<tr>")
				for _, cell := range row {
					b.WriteString("<td>" + html.EscapeString(cell) + "</td>")
				}
				b.WriteString("</tr>\n")
			}
			b.WriteString("</table>\n")
		case strings.TrimSpace(bl.text) == "":
		default:
			open, end := "<p>", "</p>"
			switch {
			case bl.heading > 0:
				open, end = fmt.Sprintf("<h%d>", bl.heading), fmt.Sprintf("</h%d>", bl.heading)
			case bl.how == readtest.Large || bl.how == readtest.Middle:
				open = `<p align="center">`
			case bl.how == readtest.Right:
				open = `<p style="text-align:right">`
			case bl.how == readtest.Inset:
				open = `<p style="text-indent:2em">`
			}
			b.WriteString(open)
			for _, r := range bl.runs(0) {
				words := strings.ReplaceAll(html.EscapeString(r.text), "  ", "&nbsp; ")
				if r.bold {
					words = "<strong>" + words + "</strong>"
				}
				b.WriteString(words)
			}
			b.WriteString(end + "\n")
		}
	}
	return b.String()
}

// mht returns the plain page as a browser saves it.
func (sh *sheet) mht() []byte {
	var b bytes.Buffer
	b.WriteString("From: <Saved by a browser>\r\nSnapshot-Content-Location: https://www.jiangling.example.cn/tz/1.html\r\nSubject: " + mime.QEncoding.Encode("utf-8", sh.title) +
		"\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"----X\"\r\n\r\n\r\n------X\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://www.jiangling.example.cn/tz/1.html\r\n\r\n")
	w := quotedprintable.NewWriter(&b)
	w.Write(sh.html())
	w.Close()
	b.WriteString("\r\n------X\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://www.jiangling.example.cn/logo.png\r\n\r\niVBORw0KGgo=\r\n------X--\r\n")
	return b.Bytes()
}

// eml returns the notice as a mail whose words are in GBK where they can be.
func (sh *sheet) eml() []byte {
	charset := "GBK"
	body, err := simplifiedchinese.GBK.NewEncoder().String(sh.text)
	if err != nil {
		charset, body = "GB18030", inCharset(simplifiedchinese.GB18030, sh.text)
	}
	var b strings.Builder
	b.WriteString("From: oa@jiangling.example.cn\r\nTo: archive@jiangling.example.cn\r\nSubject: " + mime.BEncoding.Encode("utf-8", sh.title) +
		"\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=" + charset + "\r\nContent-Transfer-Encoding: base64\r\n\r\n")
	for s := base64.StdEncoding.EncodeToString([]byte(body)); s != ""; {
		n := min(76, len(s))
		b.WriteString(s[:n] + "\r\n")
		s = s[n:]
	}
	return []byte(b.String())
}

// inCharset returns s in e, "" where e lacks a character of it.
func inCharset(e encoding.Encoding, s string) string {
	out, err := e.NewEncoder().String(s)
	if err != nil {
		return ""
	}
	return out
}

// markdown returns the notice as archives keep it in Markdown: the title and
// the headings of chapters as headings, run-in headings in bold.
func (sh *sheet) markdown() []byte {
	var b strings.Builder
	title := ""
	flush := func() {
		if title != "" {
			b.WriteString("# " + title + "\n\n")
		}
		title = ""
	}
	for _, bl := range sh.blocks {
		words := strings.TrimSpace(bl.text)
		m := markOf(words)
		at := strings.Index(words, "。")
		if bl.how == readtest.Large && words != "" {
			title += words
			continue
		}
		flush()
		switch {
		case bl.rows != nil:
			b.WriteString(markdownTable(bl.rows))
		case words == "":
			continue
		case bl.heading > 0:
			b.WriteString(strings.Repeat("#", bl.heading) + " " + words)
		case m.kind == 1 && at < 0 && len(words) < 60:
			b.WriteString("## " + words)
		case m.kind == 2 && at < 0 && len(words) < 60:
			b.WriteString("### " + words)
		case len(bl.bold) > 0:
			for _, r := range bl.runs(0) {
				if r.bold {
					r.text = "**" + r.text + "**"
				}
				b.WriteString(r.text)
			}
		case m.kind > 0 && at > 0 && at < 60 && at+len("。") < len(words):
			b.WriteString("**" + words[:at] + "。**" + words[at+len("。"):])
		default:
			b.WriteString(words)
		}
		b.WriteString("\n\n")
	}
	flush()
	return []byte(b.String())
}

func markdownTable(rows [][]string) string {
	var b strings.Builder
	for i, row := range rows {
		b.WriteString("| " + strings.Join(row, " | ") + " |\n")
		if i == 0 {
			b.WriteString(strings.Repeat("| --- ", len(row)) + "|\n")
		}
	}
	return b.String()
}

func (sh *sheet) utf8() []byte { return []byte("\uFEFF" + sh.text) }

func (sh *sheet) gb18030() []byte { return []byte(inCharset(simplifiedchinese.GB18030, sh.text)) }

func (sh *sheet) utf16le() []byte {
	return []byte(inCharset(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), strings.ReplaceAll(sh.text, "\n", "\r\n")))
}

func (sh *sheet) utf16be() []byte {
	return []byte(inCharset(unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), sh.text))
}

// big5 returns the notice in traditional characters and Big5, nothing where
// Big5 lacks one of them.
func (sh *sheet) big5() []byte {
	text := sh.text
	if changed(text, opencc.S2T.Convert(text)) > changed(text, opencc.ToSimplified(text)) {
		text = opencc.S2T.Convert(text)
	}
	return []byte(inCharset(traditionalchinese.Big5, strings.NewReplacer("·", "‧", "•", "‧", "爲", "為").Replace(text)))
}

// changed returns how many characters differ between texts of the same length.
func changed(a, b string) int {
	n := 0
	other := []rune(b)
	for i, r := range []rune(a) {
		if i < len(other) && r != other[i] {
			n++
		}
	}
	return n
}
