package read

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

// A docxPackage is the zip file that holds the parts of a document (OPC).
type docxPackage struct {
	ctx      context.Context
	members  []docxMember
	depth    int   // how deep XML may be nested
	left     int64 // bytes that may still be unpacked
	unpacked int64
	most     int64 // bytes beyond which the ratio to the file is no document's
	broken   bool  // the directory of the zip file is lost
}

// A docxMember is a file of the package.
type docxMember struct {
	name string
	file *zip.File // nil where the directory is lost
	raw  []byte    // then the packed bytes and whatever follows them
	flat bool      // they are not packed at all
	lock bool      // they are encrypted
}

// openDocx lists the members of the package in data.
func openDocx(ctx context.Context, data []byte, l Limits) *docxPackage {
	p := &docxPackage{ctx: ctx, depth: l.depth(), left: l.unpacked(), most: l.packed(int64(len(data)))}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil && (z == nil || len(z.File) == 0) {
		p.members, p.broken = salvage(data), true
		return p
	}
	for _, f := range z.File {
		p.members = append(p.members, docxMember{name: partName(f.Name), file: f, lock: f.Flags&1 != 0})
	}
	return p
}

// salvage finds the members of a zip file whose directory, which stands at its
// end, is lost: each member has a header of its own before it.
func salvage(data []byte) (list []docxMember) {
	const header = 30
	for at := 0; ; {
		i := bytes.Index(data[at:], []byte("PK\x03\x04"))
		if i < 0 || len(data)-at-i < header {
			return list
		}
		at += i
		h := data[at:]
		flags, method := binary.LittleEndian.Uint16(h[6:]), binary.LittleEndian.Uint16(h[8:])
		size := int(binary.LittleEndian.Uint32(h[18:]))
		name, extra := int(binary.LittleEndian.Uint16(h[26:])), int(binary.LittleEndian.Uint16(h[28:]))
		if name+extra+header > len(h) || method != zip.Store && method != zip.Deflate {
			at += 4
			continue
		}
		m := docxMember{name: partName(string(h[header : header+name])), raw: h[header+name+extra:], flat: method == zip.Store, lock: flags&1 != 0}
		at += header + name + extra
		if size > 0 && size <= len(m.raw) && flags&8 == 0 {
			m.raw = m.raw[:size]
			at += size
		} else if m.flat {
			end := bytes.Index(m.raw, []byte("PK\x03\x04"))
			if end >= 0 {
				m.raw = m.raw[:end]
			}
		}
		list = append(list, m)
	}
}

// partName returns the name of a part as parts refer to each other.
func partName(name string) string {
	name = strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/")
	return strings.ToValidUTF8(name, "\uFFFD")
}

// member returns the part called name, nil if there is none. Names of parts
// are the same in either case.
func (p *docxPackage) member(name string) *docxMember {
	for i := range p.members {
		if strings.EqualFold(p.members[i].name, name) {
			return &p.members[i]
		}
	}
	return nil
}

// open opens the part called name; its bytes count against the limits.
func (p *docxPackage) open(name string) (io.Reader, error) {
	m := p.member(name)
	switch {
	case m == nil:
		return nil, fmt.Errorf("no part %s", name)
	case m.lock:
		return nil, &Error{Kind: Encrypted, Err: errors.New("the parts are encrypted")}
	case m.file != nil:
		r, err := m.file.Open()
		if err != nil {
			return nil, err
		}
		return &docxMeter{p, r}, nil
	case m.flat:
		return &docxMeter{p, bytes.NewReader(m.raw)}, nil
	}
	return &docxMeter{p, flate.NewReader(bytes.NewReader(m.raw))}, nil
}

// A docxMeter counts the bytes that are unpacked.
type docxMeter struct {
	p *docxPackage
	r io.Reader
}

// Read implements io.Reader.
func (m *docxMeter) Read(b []byte) (int, error) {
	n, err := m.r.Read(b)
	m.p.left -= int64(n)
	m.p.unpacked += int64(n)
	switch {
	case m.p.left < 0:
		return 0, &Error{Kind: TooLarge, Err: errors.New("the parts unpack to more than the limit")}
	case m.p.unpacked > m.p.most:
		return 0, &Error{Kind: TooLarge, Err: errors.New("the parts unpack to too many times the size of the file")}
	}
	return n, err
}

// xml opens the part called name for reading.
func (p *docxPackage) xml(name string) (*docxXML, error) {
	part, err := p.part(name)
	if err != nil && len(part) == 0 {
		return nil, err
	}
	x := newDocxXML(p.ctx, part, p.depth)
	x.broken = err
	return x, nil
}

// part unpacks the part called name. Beside an error stands what could be
// unpacked, unless it is too much.
func (p *docxPackage) part(name string) ([]byte, error) {
	r, err := p.open(name)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if m := p.member(name); m.file != nil {
		b.Grow(int(min(m.file.UncompressedSize64, uint64(p.left), freeOfRatio)) + bytes.MinRead)
	}
	_, err = b.ReadFrom(r)
	if e, ok := errors.AsType[*Error](err); ok {
		return nil, e
	}
	return b.Bytes(), err
}

// A docxRel is a relationship: what a part refers to.
type docxRel struct {
	kind     string // the last word of its type
	target   string // a part, or an address
	external bool
}

// rels returns what the part called name refers to, by identifier. The package
// itself is the part "".
func (p *docxPackage) rels(name string) map[string]docxRel {
	dir, base := path.Split(name)
	list := dir + "_rels/" + base + ".rels"
	if p.member(list) == nil {
		return nil
	}
	x, err := p.xml(list)
	if err != nil {
		return nil
	}
	rels := map[string]docxRel{}
	for range x.children() {
		for range x.children() {
			r := docxRel{kind: path.Base(x.attr("Type")), target: x.attr("Target"), external: x.attr("TargetMode") == "External"}
			if !r.external {
				r.target = resolve(dir, r.target)
			}
			rels[x.attr("Id")] = r
		}
	}
	return rels
}

// resolve returns the name of the part that target means in a part of dir.
func resolve(dir, target string) string {
	target = strings.ReplaceAll(target, `\`, "/")
	if !strings.HasPrefix(target, "/") {
		target = dir + target
	}
	return partName(target)
}

// target returns the first part by name that rels refer to as being of a kind.
func (p *docxPackage) target(rels map[string]docxRel, kind string) (name string) {
	for _, r := range rels {
		if r.kind == kind && !r.external && (name == "" || r.target < name) && p.member(r.target) != nil {
			name = r.target
		}
	}
	return name
}

// main returns the name of the part that holds the body, "" if there is none.
func (p *docxPackage) main() string {
	if name := p.target(p.rels(""), "officeDocument"); name != "" {
		return name
	}
	for _, m := range p.members {
		if name := strings.ToLower(m.name); strings.HasPrefix(name, "word/document") && strings.HasSuffix(name, ".xml") {
			return m.name
		}
	}
	return ""
}

// related returns the name of the part of a kind that the main part refers to,
// or else has beside it under its usual name.
func (p *docxPackage) related(main string, rels map[string]docxRel, kind string) string {
	if name := p.target(rels, kind); name != "" {
		return name
	}
	if name := path.Dir(main) + "/" + kind + ".xml"; p.member(name) != nil {
		return name
	}
	return ""
}
