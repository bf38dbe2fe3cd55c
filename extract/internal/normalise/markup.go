package normalise

import (
	"slices"
	"unicode/utf8"

	"gongwen/extract/internal/origin"
	"gongwen/extract/internal/read"
)

// markup drops what is no words: the marks of the format that the reader
// noted, and characters that show nothing. What a mark stood for (a rewrite of
// the reader, such as an entity) takes its place.
func markup(d *document) origin.Text {
	edits := rewrites(d.src)
	if len(edits) == 0 && d.look().classes&unseen == 0 {
		return d.Text
	}
	e := editor{t: d.Text}
	s := d.Text.String()
	at := 0
	for _, r := range edits {
		if r.Lo < at || r.Hi < r.Lo || r.Hi > len(s) { // the reader's ranges overlap: the first wins
			continue
		}
		dropUnseen(&e, s, at, r.Lo)
		e.put(r.Text, r.Lo, r.Hi)
		at = r.Hi
	}
	dropUnseen(&e, s, at, len(s))
	return e.text()
}

// rewrites returns what the reader marked, in order. A mark is a rewrite to nothing.
func rewrites(src *read.Source) []read.Rewrite {
	all := make([]read.Rewrite, 0, len(src.Markup)+len(src.Rewrites))
	for _, r := range src.Markup {
		all = append(all, read.Rewrite{Range: r})
	}
	if len(src.Rewrites) > 0 {
		all = append(all, src.Rewrites...)
		slices.SortStableFunc(all, func(a, b read.Rewrite) int { return a.Lo - b.Lo })
	}
	return all
}

// dropUnseen drops the characters between lo and hi that show nothing.
func dropUnseen(e *editor, s string, lo, hi int) {
	for i := lo; i < hi; {
		switch b := s[i]; {
		case b < 0x80:
			i++
		case 0xE3 <= b && b <= 0xE9 || b == 0xEF && i+1 < hi && s[i+1] == 0xBC: // Chinese, or full width
			i += 3
		default:
			r, n := utf8.DecodeRuneInString(s[i:hi])
			if classOf(r)&unseen != 0 {
				e.put("", i, i+n)
			}
			i += n
		}
	}
}
