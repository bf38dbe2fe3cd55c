package field

import (
	"fmt"
	"strings"

	"gongwen/extract/internal/lexicon"
	"gongwen/extract/internal/scan"
	"gongwen/extract/internal/segment"
	"gongwen/model"
)

// otherSigner finds a signature that has nothing to do with the 发文机关标志. An
// office signs for its body, and a body under its office's head.
func (p *Pass) otherSigner() {
	sig := p.Notice.Signature
	if sig == nil || len(sig.Units) == 0 {
		return
	}
	head := ""
	agree := false
	p.Outline.All(segment.IssuerMark, func(_ int, l *segment.Line) {
		mark := strings.TrimSuffix(strings.TrimSuffix(squeeze(l.String()), "文件"), "函")
		if width(mark) < 4 || !isBody(mark) || agree {
			return
		}
		head = mark
		for _, u := range sig.Units {
			agree = agree || width(u) < 4 || !isBody(u) || sameBody(mark, squeeze(u)) // Xxxx fills a form
		}
	})
	if head != "" && !agree {
		p.warn("signature-issuer", fmt.Sprintf("signed by %s below the head of %s", strings.Join(sig.Units, "、"), head), sig.Evidence)
	}
}

// sameBody reports whether two names may be those of one body: one holds the
// other, or they share most of their characters, or one speaks of the other's
// office (中共云岭市委, 云岭市委办公室).
func sameBody(a, b string) bool {
	a, b = strings.TrimPrefix(a, "中国共产党"), strings.TrimPrefix(b, "中国共产党")
	if strings.Contains(a, b) || strings.Contains(b, a) || segment.Alike(a, b) >= 0.4 {
		return true
	}
	return ownName(a) == ownName(b)
}

// ownName returns the name of a body without that of its region.
func ownName(s string) string {
	for _, w := range []string{"省", "市", "县", "区", "州", "旗"} {
		if i := scan.Index(s, w); i > 0 && i <= 12 && width(s[i+len(w):]) >= 3 {
			return s[i+len(w):]
		}
	}
	return s
}

// attachmentsDisagree finds texts of attachments that the 附件说明 does not name,
// where it names others; listed ones whose text is missing between two that are
// there; and numbers in the body beyond the list. A document whose last
// attachments are absent may just have been copied without them.
func (p *Pass) attachmentsDisagree() {
	listed, last, present := 0, 0, 0
	for _, a := range p.Outline.Attachments {
		if a.Note >= 0 {
			listed++
		}
		last = max(last, a.Number)
		if a.Present {
			present = max(present, a.Number)
		}
	}
	if listed == 0 {
		return
	}
	for _, a := range p.Outline.Attachments {
		switch {
		case a.Note < 0 && a.Number > 0 && len(a.Lines) > 0:
			p.warn("attachment-unlisted", fmt.Sprintf("attachment %d is not in the list of attachments", a.Number), p.attachmentEvidence(a))
		case a.Note >= 0 && !a.Present && a.Number > 0 && a.Number < present:
			p.warn("attachment-missing", fmt.Sprintf("the text of attachment %d is missing, that of attachment %d is there", a.Number, present), p.attachmentEvidence(a))
		}
	}
	p.beyondList(last)
}

// beyondList finds 附件4 in the body of a notice that lists three. One that is
// said of another document (《…》附件4, 3号文附件4) is its own affair.
func (p *Pass) beyondList(last int) {
	if last == 0 {
		return
	}
	for i := range p.Outline.Lines {
		l := &p.Outline.Lines[i]
		if l.Part != segment.Body || l.Kind != segment.Paragraph && l.Kind != segment.Heading {
			continue
		}
		s := l.String()
		for at := 0; ; {
			k := scan.Index(s[at:], "附件")
			if k < 0 {
				break
			}
			lo := at + k
			at = lo + len("附件")
			n, hi := 0, at
			for hi < len(s) && isDigit(s[hi]) && hi < at+2 {
				n = n*10 + int(s[hi]-'0')
				hi++
			}
			if n > last && n <= last+10 && !lexicon.HasAnySuffix(s[:lo], "》", "号", "）", "文件", "文", "的") && !(hi < len(s) && (isDigit(s[hi]) || s[hi] == '-' || s[hi] == '.')) {
				p.warn("attachment-beyond-list", fmt.Sprintf("attachment %d is named, %d are listed", n, last), p.Cite(l.Text, lo, hi, ""))
			}
		}
	}
}

// A host is the domain of a web or mail address of the notice.
type host struct {
	name     string
	evidence model.Evidence
}

// misspeltHosts finds domains that differ by one slip from another in the notice
// (baomi.rog.cn beside baomi.org.cn).
func (p *Pass) misspeltHosts() {
	var hosts []host
	add := func(name string, e model.Evidence) {
		name = strings.ToLower(name)
		for _, h := range hosts {
			if h.name == name {
				return
			}
		}
		if len(hosts) < 40 {
			hosts = append(hosts, host{name, e})
		}
	}
	for _, u := range p.Notice.URLs {
		_, rest, _ := strings.Cut(u.URL, "://")
		if i := strings.IndexAny(rest, ":/?#"); i >= 0 {
			rest = rest[:i]
		}
		add(strings.TrimPrefix(rest, "www."), u.Evidence)
	}
	for _, c := range p.Notice.Contacts {
		for _, e := range c.Emails {
			if _, domain, ok := strings.Cut(e, "@"); ok {
				add(domain, c.Evidence)
			}
		}
	}
	for i, a := range hosts {
		for _, b := range hosts[i+1:] {
			if wrong, right := slip(a, b); wrong != nil {
				p.warn("address-misspelt", fmt.Sprintf("%s stands beside %s", wrong.name, right.name), wrong.evidence)
			}
		}
	}
}

// slip tells which of two domains looks misspelt: they have the same labels but
// for one, in which two letters are swapped or one is other, missing or too
// many. In the label of the kind (org, gov) the known one is right; in a name of
// five letters or more the one printed first is.
func slip(a, b host) (wrong, right *host) {
	x, y := strings.Split(a.name, "."), strings.Split(b.name, ".")
	if len(x) != len(y) || len(x) < 2 {
		return nil, nil
	}
	at := -1
	for i := range x {
		if x[i] != y[i] {
			if at >= 0 {
				return nil, nil
			}
			at = i
		}
	}
	if at < 0 || !oneSlip(x[at], y[at]) {
		return nil, nil
	}
	switch kx, ky := domainKind(x[at]), domainKind(y[at]); {
	case kx && ky:
		return nil, nil
	case kx && at > 0:
		return &b, &a
	case ky && at > 0:
		return &a, &b
	}
	if min(len(x[at]), len(y[at])) < 5 {
		return nil, nil // mail and main, oa and ob are two hosts
	}
	return &b, &a
}

// domainKind reports whether the label tells the kind of a domain.
func domainKind(label string) bool {
	switch label {
	case "com", "org", "net", "gov", "edu", "cn", "ac", "mil", "info":
		return true
	}
	return false
}

// oneSlip reports whether a and b differ by one letter or by two that are
// swapped. Digits number hosts and slip not.
func oneSlip(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if i < len(b) && isDigit(b[i]) || i < len(a) && isDigit(a[i]) {
		return false
	}
	if w := word(b, i); scan.HasAny(b, "-_") && w < 5 {
		return false // yunling-ly and yunling-lh: short parts stand for offices
	}
	switch len(b) - len(a) {
	case 0:
		return i < len(a) && (a[i+1:] == b[i+1:] || i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:])
	case 1:
		return a[i:] == b[i+1:]
	}
	return false
}

// word returns how many letters the part of label has in which byte i stands.
func word(label string, i int) int {
	lo := strings.LastIndexAny(label[:min(i, len(label))], "-_") + 1
	hi := strings.IndexAny(label[lo:], "-_")
	if hi < 0 {
		return len(label) - lo
	}
	return hi
}
