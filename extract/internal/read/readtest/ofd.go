package readtest

import (
	"fmt"
	"strings"
)

// OFDSpace is the namespace of OFD.
const OFDSpace = `xmlns:ofd="http://www.ofdspec.org/2016"`

// OFDRoot returns an OFD.xml with one document.
func OFDRoot(docRoot string) string {
	return `<?xml version="1.0" encoding="UTF-8"?><ofd:OFD ` + OFDSpace + ` Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo><ofd:DocID>1</ofd:DocID></ofd:DocInfo><ofd:DocRoot>` +
		docRoot + `</ofd:DocRoot></ofd:DocBody></ofd:OFD>`
}

// OFDDocument returns a Document.xml with pages at locs, numbered from 1. Of
// more, what is before the bar is common data, the rest stands behind the pages.
func OFDDocument(more string, locs ...string) string {
	var b strings.Builder
	b.WriteString(`<ofd:Document ` + OFDSpace + `><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>`)
	common, rest, _ := strings.Cut(more, "|")
	b.WriteString(common + `</ofd:CommonData><ofd:Pages>`)
	for i, loc := range locs {
		fmt.Fprintf(&b, `<ofd:Page ID="%d" BaseLoc="%s"/>`, i+1, loc)
	}
	b.WriteString(`</ofd:Pages>` + rest + `</ofd:Document>`)
	return b.String()
}

// OFDPage returns a page with objects.
func OFDPage(objects ...string) string {
	return `<ofd:Page ` + OFDSpace + `><ofd:Content><ofd:Layer ID="9">` + strings.Join(objects, "") + `</ofd:Layer></ofd:Content></ofd:Page>`
}

// OFDOf returns an OFD file of one document with pages.
func OFDOf(pages ...string) []byte {
	parts := []string{"OFD.xml", OFDRoot("Doc_0/Document.xml")}
	var locs []string
	for i, p := range pages {
		locs = append(locs, fmt.Sprintf("Pages/Page_%d/Content.xml", i))
		parts = append(parts, "Doc_0/"+locs[i], p)
	}
	return Zip(append(parts, "Doc_0/Document.xml", OFDDocument("", locs...))...)
}

// OFD returns the pages as an OFD file.
func OFD(pages []Page) []byte {
	var list []string
	for _, p := range pages {
		var objects []string
		for _, r := range p.Rules {
			objects = append(objects, fmt.Sprintf(`<ofd:PathObject ID="%d" Boundary="%.2f %.2f %.2f %.2f" LineWidth="0.25"><ofd:AbbreviatedData>M 0 0 L %.2f %.2f</ofd:AbbreviatedData></ofd:PathObject>`,
				len(objects)+2, r.X, r.Y, r.ToX-r.X+0.25, r.ToY-r.Y+0.25, r.ToX-r.X, r.ToY-r.Y))
		}
		for _, l := range p.Lines {
			objects = append(objects, l.ofd(len(objects)+2))
		}
		list = append(list, OFDPage(objects...))
	}
	return OFDOf(list...)
}

// ofd returns the line as a text object.
func (l *Line) ofd(id int) string {
	var steps strings.Builder
	end := l.X
	for _, r := range l.Text {
		step := l.Pitch * widthOf(r)
		end += step
		fmt.Fprintf(&steps, "%.2f ", step)
	}
	return fmt.Sprintf(`<ofd:TextObject ID="%d" Boundary="%.2f %.2f %.2f %.2f" Font="1" Size="%.2f"><ofd:TextCode X="0" Y="%.2f" DeltaX="%s">%s</ofd:TextCode></ofd:TextObject>`,
		id, l.X, l.Y-l.Size, end-l.X, l.Size*1.2, l.Size, l.Size*0.88, strings.TrimSpace(steps.String()), Escaped(l.Text))
}
