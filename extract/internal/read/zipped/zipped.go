// Package zipped opens zip files (压缩包), sound or damaged, within limits.
//
// Where the directory at the end of the file is lost, the members are found by
// the headers that stand before each of them, and what of a cut member can
// still be unpacked is returned beside the error.
package zipped

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// mostMembers is how many entries of a directory are looked at.
const mostMembers = 200_000

// The errors of members, to be told by errors.Is.
var (
	ErrEncrypted = errors.New("needs a password")
	ErrTooLarge  = errors.New("unpacks beyond the limits")
	ErrNoMember  = errors.New("no such member")
)

// A Member is one file of an archive.
type Member struct {
	Name      string // with slashes, in UTF-8
	Folder    bool
	Encrypted bool
	Modified  time.Time
	open      func() (io.ReadCloser, error)
}

// An Archive is an open zip file. It is not safe for concurrent use, for its
// members draw on one budget.
type Archive struct {
	Members []Member
	Damage  error // why the directory could not be used; nil for a sound file
	Left    int64 // bytes that may still be unpacked
	byName  map[string]int
}

// Is reports whether data begins as a zip file does.
func Is(data []byte) bool {
	return len(data) > 4 && (string(data[:4]) == "PK\x03\x04" || string(data[:4]) == "PK\x05\x06" || string(data[:4]) == "PK\x07\x08")
}

// Open opens the zip file data, whose members may unpack to most bytes. It
// returns an error where no member is found.
func Open(data []byte, most int64) (*Archive, error) {
	a := &Archive{Left: most}
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil || len(r.File) == 0 && len(data) > 64 {
		a.Damage = err
		if err == nil {
			a.Damage = errors.New("empty directory")
		}
		a.Members = salvage(data)
	} else {
		a.listed(r)
	}
	if len(a.Members) == 0 {
		if a.Damage == nil {
			a.Damage = errors.New("no members")
		}
		return nil, a.Damage
	}
	a.byName = make(map[string]int, len(a.Members))
	for i, m := range a.Members {
		if _, taken := a.byName[strings.ToLower(m.Name)]; !taken {
			a.byName[strings.ToLower(m.Name)] = i
		}
	}
	return a, nil
}

// listed takes the members from the directory.
func (a *Archive) listed(r *zip.Reader) {
	if len(r.File) > mostMembers {
		a.Damage = fmt.Errorf("more than %d members", mostMembers)
		r.File = r.File[:mostMembers]
	}
	for _, f := range r.File {
		a.Members = append(a.Members, Member{
			Name:      memberName(f.Name, f.Flags&0x800 != 0, f.Extra),
			Folder:    strings.HasSuffix(f.Name, "/") || f.FileInfo().IsDir(),
			Encrypted: f.Flags&1 != 0,
			Modified:  f.Modified,
			open:      f.Open,
		})
	}
}

// Find returns the member called name, letters of either case alike; nil if
// there is none.
func (a *Archive) Find(name string) *Member {
	if i, ok := a.byName[strings.ToLower(name)]; ok {
		return &a.Members[i]
	}
	return nil
}

// Read unpacks m. Beside an error stands what could be unpacked.
func (a *Archive) Read(m *Member) ([]byte, error) {
	if m == nil {
		return nil, ErrNoMember
	}
	if m.Encrypted {
		return nil, ErrEncrypted
	}
	r, err := m.open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	var buf bytes.Buffer
	n, err := buf.ReadFrom(io.LimitReader(r, a.Left+1))
	if n > a.Left {
		a.Left = 0
		return nil, ErrTooLarge
	}
	a.Left -= n
	return buf.Bytes(), err
}

// memberName returns the name of a member in UTF-8 with slashes. Packers on
// Chinese Windows write GBK and leave the flag for UTF-8 off. A name whose
// bytes would be UTF-8 of two-byte letters alone, and are Chinese characters in
// GBK, is GBK as well (通知): Chinese in UTF-8 takes three.
func memberName(raw string, flagged bool, extra []byte) string {
	name := raw
	if u := unicodePath(extra); u != "" {
		name = u
	} else if !flagged && foreign(raw) {
		if s, err := simplifiedchinese.GB18030.NewDecoder().String(raw); err == nil {
			name = s
		}
	}
	return strings.ReplaceAll(strings.ToValidUTF8(name, "\uFFFD"), "\\", "/")
}

// foreign reports whether raw is no UTF-8, or UTF-8 by accident.
func foreign(raw string) bool {
	if !utf8.ValidString(raw) {
		return true
	}
	short, long := 0, 0
	for _, r := range raw {
		switch {
		case r >= 0x800:
			long++
		case r >= 0x80:
			short++
		}
	}
	if short < 2 || long > 0 {
		return false
	}
	s, err := simplifiedchinese.GBK.NewDecoder().String(raw)
	return err == nil && strings.IndexFunc(s, func(r rune) bool { return r >= 0x80 && !unicode.Is(unicode.Han, r) }) < 0
}

// unicodePath returns the name that Info-ZIP's extra field 0x7075 holds.
func unicodePath(extra []byte) string {
	for len(extra) >= 4 {
		id, n := int(extra[0])|int(extra[1])<<8, int(extra[2])|int(extra[3])<<8
		if 4+n > len(extra) {
			return ""
		}
		if id == 0x7075 && n > 5 && utf8.Valid(extra[9:4+n]) {
			return string(extra[9 : 4+n])
		}
		extra = extra[4+n:]
	}
	return ""
}
