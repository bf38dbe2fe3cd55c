package read

import "sort"

// A docRun is a run of characters that look alike, up to the next.
type docRun struct {
	at   int // in characters of the text
	look docChar
}

// The pages of properties (FKP) hang on a table of where in the main stream
// they hold, and are found by their number.
const docPage = 512

// docRuns returns the runs of the whole text.
func docRuns(main, plc []byte, pieces []docPiece) []docRun {
	var runs []docRun
	add := func(at int, look docChar) {
		if n := len(runs); n == 0 || runs[n-1].look != look {
			runs = append(runs, docRun{at, look})
		}
	}
	for i := range pieces {
		p := &pieces[i]
		end := p.fc + p.n*p.size()
		for fc := p.fc; fc < end; {
			var look docChar
			page, to := pageAt(main, plc, fc)
			to = min(to, end)
			if page != nil {
				k, hi := runAt(page, fc)
				if to = min(to, hi); k >= 0 {
					at := 2 * int(page[4*int(page[docPage-1])+4+k])
					if at > 0 {
						look.change(docPart(page, at+1, int(page[at])))
					}
				}
			}
			look.change(p.look)
			add(p.at+(fc-p.fc)/p.size(), look)
			fc = max(to, fc+1)
		}
	}
	return runs
}

// pageAt returns the page with the properties of the byte fc of the main
// stream, nil if there is none, and where they end to hold.
func pageAt(main, plc []byte, fc int) (page []byte, end int) {
	n := (len(plc) - 4) / 8
	i := sort.Search(n+1, func(i int) bool { return docLong(plc, 4*i) > fc }) - 1
	if n < 1 || i < 0 || i >= n {
		return nil, len(main)
	}
	page = docPart(main, docPage*(docLong(plc, 4*(n+1)+4*i)&0x3FFFFF), docPage)
	if len(page) < docPage {
		page = nil
	}
	return page, docLong(plc, 4*i+4)
}

// runAt returns the run of the page that holds the byte fc of the main stream,
// -1 if there is none, and where it ends.
func runAt(page []byte, fc int) (k, end int) {
	n := int(page[docPage-1])
	i := sort.Search(n+1, func(i int) bool { return docLong(page, 4*i) > fc }) - 1
	if i < 0 || i >= n || 5*n+4 > docPage {
		return -1, fc + docPage // there is at most one run of each byte
	}
	return i, docLong(page, 4*i+4)
}

// paraAt returns how the paragraph looks whose mark is the byte fc of the main
// stream, and where the paragraph ends; 0 if nobody knows.
func (d *docReader) paraAt(fc int) (docPara, int) {
	p, end := docPara{level: -1}, 0
	page, _ := pageAt(d.main, d.paras, fc)
	if page == nil {
		return p, 0
	}
	k, end := runAt(page, fc)
	if k < 0 {
		return p, 0
	}
	at := 4*int(page[docPage-1]) + 4 + 13*k
	if at >= docPage-1 || page[at] == 0 {
		return d.styled(0), end
	}
	at = 2 * int(page[at])
	n := 2*int(page[at]) - 1
	if n < 0 && at+1 < docPage {
		at++
		n = 2 * int(page[at])
	}
	look := docPart(page, at+1, n)
	p = d.styled(docWord(look, 0))
	p.change(docPart(look, 2, len(look)), d.data, 0)
	return p, end
}

// styled returns how the paragraphs of a style look.
func (d *docReader) styled(style int) docPara {
	if style < len(d.styles) {
		return d.styles[style].para
	}
	return docPara{level: -1}
}
