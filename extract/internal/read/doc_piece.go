package read

import (
	"errors"
	"fmt"
	"sort"
)

// Where the head of the main stream (FIB, file information block) says what.
const (
	wordMark = 0xA5EC
	word97   = 0xC1 // the first version of the present layout

	fibFlags  = 0x0A
	fibMinFC  = 0x18 // where the text of a file without a table of pieces begins
	fibCounts = 0x4C // how long the parts of the text are
	fibStyles = 0xA2
	fibNotes  = 0xAA
	fibHeads  = 0xF2
	fibChars  = 0xFA
	fibParas  = 0x102
	fibFonts  = 0x112
	fibClx    = 0x1A2
	fibShapes = 0x1DA // of the body, then of the heads
	fibBoxes  = 0x25A // of the body, then their fields, then of the heads
	fibLists  = 0x2E2
	fibUses   = 0x2EA
	fibMin    = fibUses + 8
)

// The parts of the text (stories), in the order in which they stand.
const (
	storyBody = iota
	storyNotes
	storyHeads
	storyMacros
	storyComments
	storyEndNotes
	storyBoxes
	storyHeadBoxes
	stories
)

// wholeLength returns how many characters the parts of the text have.
func wholeLength(head []byte) int {
	n := 0
	for i := range stories {
		n += max(docLong(head, fibCounts+4*i), 0)
	}
	return n
}

// A docPiece is a stretch of the text that stands in one place of the main
// stream. Fast saving leaves a file with many.
type docPiece struct {
	at, n int // in characters of the text
	fc    int // byte of the main stream
	wide  bool
	look  []byte // changes of the looks of the whole piece
}

// size returns how many bytes a character takes.
func (p *docPiece) size() int {
	if p.wide {
		return 2
	}
	return 1
}

// readPieces returns the pieces of the text. Where the table of them is
// damaged, the error says so, beside the pieces that hold.
func readPieces(main, clx []byte, whole, from, to int) ([]docPiece, error) {
	var changes [][]byte
	for len(clx) > 3 && clx[0] == 1 {
		n := docWord(clx, 1)
		changes = append(changes, docPart(clx, 3, n))
		clx = docPart(clx, 3+n, len(clx))
	}
	if len(clx) < 5 || clx[0] != 2 {
		return onePiece(main, whole, from, to), errors.New("no table of pieces")
	}
	plc := docPart(clx, 5, docLong(clx, 1))
	var pieces []docPiece
	var err error
	count := (len(plc) - 4) / 12
	for i, total := 0, 0; i < count; i++ {
		p := docPiece{at: docLong(plc, 4*i)}
		p.n = docLong(plc, 4*i+4) - p.at
		pcd := 4*(count+1) + 8*i
		p.fc = docLong(plc, pcd+2)
		if p.wide = p.fc&(1<<30) == 0; !p.wide {
			p.fc = p.fc &^ (1 << 30) / 2
		}
		p.look = pieceLook(docWord(plc, pcd+6), changes)
		if room := (len(main) - p.fc) / p.size(); p.at != total || p.n <= 0 || p.fc < 0 || room < p.n || total+p.n > len(main) {
			err = fmt.Errorf("piece %d of %d lies outside the file", i+1, count)
			p.n = min(p.n, room, len(main)-total)
			if p.at != total || p.fc < 0 || p.n <= 0 {
				break
			}
		}
		pieces = append(pieces, p)
		if total += p.n; err != nil {
			break
		}
	}
	if len(pieces) == 0 {
		return onePiece(main, whole, from, to), bothErrors(err, errors.New("no piece of text"))
	}
	return pieces, err
}

// onePiece returns the text between from and to as a piece.
func onePiece(main []byte, whole, from, to int) []docPiece {
	to = min(to, len(main))
	p := docPiece{fc: from, wide: to-from >= 2*whole}
	p.n = min(whole, (to-from)/p.size())
	if from < 0 || p.n <= 0 {
		return nil
	}
	return []docPiece{p}
}

// pieceLook returns the changes that the property modifier prm of a piece
// names: one of those before the table, or a short one of its own.
func pieceLook(prm int, changes [][]byte) []byte {
	if prm&1 != 0 {
		if i := prm >> 1; i < len(changes) {
			return changes[i]
		}
		return nil
	}
	var code int
	switch prm >> 1 & 0x7F {
	case 0x41:
		code = sprmDeleted
	case 0x55:
		code = sprmBold
	case 0x5C:
		code = sprmHidden
	default:
		return nil
	}
	return []byte{byte(code), byte(code >> 8), byte(prm >> 8)}
}

// decodePieces returns the characters of the pieces as UTF-16.
func decodePieces(main []byte, pieces []docPiece) []uint16 {
	last := pieces[len(pieces)-1]
	out := make([]uint16, last.at+last.n)
	for _, p := range pieces {
		to, from := out[p.at:p.at+p.n], main[p.fc:]
		if p.wide {
			from = from[:2*len(to)]
			for i := range to {
				to[i] = uint16(from[2*i]) | uint16(from[2*i+1])<<8
			}
			continue
		}
		for i, c := range from[:len(to)] {
			if to[i] = uint16(c); c >= 0x80 && c < 0xA0 {
				to[i] = western[c-0x80]
			}
		}
	}
	return out
}

// western are the characters of code page 1252 that Latin-1 lacks.
var western = [32]uint16{
	0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F,
	0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
}

// fcOf returns where in the main stream the character at stands.
func fcOf(pieces []docPiece, at int) int {
	i := sort.Search(len(pieces), func(i int) bool { return pieces[i].at > at }) - 1
	if i < 0 {
		return 0
	}
	p := &pieces[i]
	return p.fc + (at-p.at)*p.size()
}
