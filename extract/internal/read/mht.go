package read

import (
	"bytes"
	"context"
	"encoding/base64"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/text/encoding/htmlindex"

	"gongwen/extract/internal/origin"
	"gongwen/model"
)

// MHT is a web page or a message saved as MIME (网页存档, 电子邮件): .mht from a
// browser, .eml from a mail program.
//
// Of its parts the page is read, else the plain text. The subject is put above
// a message that does not print it: it is the notice's title. Pictures are not
// looked at; attached files are named in a warning.
var MHT = &Format{
	Name:  "mht",
	Exts:  []string{".mht", ".mhtml", ".eml"},
	Magic: isMHT,
	Read:  readMHT,
}

// isMHT reports whether data begins with the header of a message: fields alone,
// among them the MIME version or the type of what follows, and one that a page
// or a message has.
func isMHT(data []byte) bool {
	head := data[:min(len(data), 16<<10)]
	mimed, known := false, false
	for at := 0; at < len(head); {
		line, _, more := bytes.Cut(head[at:], []byte("\n"))
		at += len(line) + 1
		line = bytes.TrimRight(line, "\r")
		switch {
		case len(line) == 0:
			return mimed && known
		case line[0] == ' ' || line[0] == '\t':
			if at == len(line)+1 {
				return false
			}
			continue
		case !more:
			return false
		}
		name, _, ok := bytes.Cut(line, []byte(":"))
		if !ok || len(name) == 0 || bytes.ContainsAny(name, " \t<>") {
			return false
		}
		switch strings.ToLower(string(name)) {
		case "mime-version", "content-type":
			mimed = true
		case "from", "to", "subject", "date", "received", "message-id", "return-path", "snapshot-content-location", "content-location":
			known = true
		}
	}
	return false
}

// deepest is how deep parts may stand within parts.
const deepest = 8

// A message is what is kept of the parts of a message.
type message struct {
	page, text *part
	files      []string
}

// A part is a part with words.
type part struct {
	data     []byte
	charset  string
	location string
}

// readMHT reads a saved page or message.
func readMHT(ctx context.Context, data []byte, opt Options) (*Source, error) {
	m, err := mail.ReadMessage(bytes.NewReader(data))
	if err != nil {
		return nil, &Error{Format: "mht", Kind: Damaged, Err: err}
	}
	var parts message
	cut := parts.add(header(m.Header), m.Body, 0)
	src, err := parts.read(ctx, opt)
	if err != nil || src == nil {
		if src == nil && err == nil {
			err = &Error{Format: "mht", Kind: Empty, Err: errors.New("no part with words")}
		}
		return src, err
	}
	src.Format = "mht"
	if m.Header.Get("Snapshot-Content-Location") == "" && m.Header.Get("To") != "" {
		src.tell(m.Header)
	}
	for _, name := range parts.files {
		src.Warnings = append(src.Warnings, model.Warning{Code: "attached-file", Message: "the attached file " + name + " is not read"})
	}
	if cut != nil {
		return src, &Error{Format: "mht", Kind: Damaged, Err: cut}
	}
	return src, nil
}

// header is the fields of a message or a part.
type header map[string][]string

// get returns the field key, which is written as MIME writes it.
func (h header) get(key string) string {
	if v := h[key]; len(v) > 0 {
		return v[0]
	}
	return ""
}

// add adds the part with the header h and what it holds.
func (m *message) add(h header, body io.Reader, depth int) error {
	kind, params, err := mime.ParseMediaType(h.get("Content-Type"))
	if kind == "" || err != nil && kind == "" {
		kind = "text/plain"
	}
	switch {
	case depth > deepest:
		return errors.New("parts nested too deep")
	case strings.HasPrefix(kind, "multipart/"):
		return m.addParts(multipart.NewReader(body, params["boundary"]), depth)
	case strings.HasPrefix(h.get("Content-Disposition"), "attachment"):
		_, p, _ := mime.ParseMediaType(h.get("Content-Disposition"))
		m.files = append(m.files, decodeHeader(p["filename"]))
		return nil
	}
	to := &m.text
	switch kind {
	case "text/html", "application/xhtml+xml":
		to = &m.page
	case "text/plain":
	default:
		return nil
	}
	data, err := io.ReadAll(transfer(h.get("Content-Transfer-Encoding"), body))
	if *to == nil && len(bytes.TrimSpace(data)) > 0 {
		*to = &part{data, params["charset"], h.get("Content-Location")}
	}
	return err
}

// addParts adds the parts that r reads.
func (m *message) addParts(r *multipart.Reader, depth int) error {
	for {
		p, err := r.NextRawPart()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if err := m.add(header(p.Header), p, depth+1); err != nil {
			return err
		}
	}
}

// transfer undoes the encoding that a part was sent in.
func transfer(encoding string, r io.Reader) io.Reader {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "base64":
		return base64.NewDecoder(base64.StdEncoding, r)
	case "quoted-printable":
		return quotedprintable.NewReader(r)
	}
	return r
}

// read reads the page, else the text; nil if there is neither.
func (m *message) read(ctx context.Context, opt Options) (*Source, error) {
	switch {
	case m.page != nil:
		return readPage(ctx, m.page.data, opt.Encoding, m.page.charset, m.page.location)
	case m.text != nil:
		if opt.Encoding == "" {
			opt.Encoding = pageCharset(m.text.data, m.text.charset)
		}
		return readText(ctx, m.text.data, opt)
	}
	return nil, nil
}

// tell adds to src what the header of a message tells: the subject above the
// text, where it is not printed there, and the day of sending.
func (s *Source) tell(h mail.Header) {
	subject := strings.TrimSpace(decodeHeader(h.Get("Subject")))
	text := s.Plain.String()
	for _, p := range [...]string{"Fwd:", "Fw:", "FW:", "Re:", "RE:", "转发：", "转发:", "答复：", "答复:", "回复：", "回复:"} {
		subject = strings.TrimSpace(strings.TrimPrefix(subject, p))
	}
	if subject != "" && !strings.Contains(unspaced(text[:min(len(text), titleArea)]), unspaced(subject)) {
		s.prepend(strings.Join(strings.Fields(subject), " ") + "\n")
	}
	if when, err := h.Date(); err == nil {
		if s.Publication == nil {
			s.Publication = new(model.Publication)
		}
		setOnce(&s.Publication.PublishedOn, when.Format(time.DateOnly))
	}
}

// prepend puts words before the text of s.
func (s *Source) prepend(words string) {
	n := len(words)
	s.Plain, s.Pages = origin.NewSource(words+s.Plain.String(), nil), 0
	move := func(r *Range) { r.Lo, r.Hi = r.Lo+n, r.Hi+n }
	for i := range s.Markup {
		move(&s.Markup[i])
	}
	for i := range s.Rewrites {
		move(&s.Rewrites[i].Range)
	}
	for i := range s.Styles {
		move(&s.Styles[i].Range)
	}
	for i := range s.Links {
		move(&s.Links[i].Range)
	}
	for i := range s.Tables {
		move(&s.Tables[i].Range)
		for _, row := range s.Tables[i].Rows {
			for k := range row {
				move(&row[k])
			}
		}
	}
	for i := range s.Warnings {
		if e := &s.Warnings[i].Evidence; e.Quote != "" {
			*e = model.Evidence{Rule: e.Rule}
		}
	}
	s.Styles = slices.Insert(s.Styles, 0, Style{Range{0, n - 1}, Heading, 1})
}

// decodeHeader returns a field of a header in words: encoded as =?gb2312?B?…?=,
// or bare bytes.
func decodeHeader(s string) string {
	d := mime.WordDecoder{CharsetReader: func(name string, r io.Reader) (io.Reader, error) {
		e, err := htmlindex.Get(name)
		if err != nil {
			return nil, err
		}
		return e.NewDecoder().Reader(r), nil
	}}
	if words, err := d.DecodeHeader(s); err == nil {
		s = words
	}
	if !utf8.ValidString(s) {
		if name := charset([]byte(s)); name != "" {
			s, _ = decodeAs([]byte(s), name)
		}
		s = strings.ToValidUTF8(s, "\uFFFD")
	}
	return s
}
