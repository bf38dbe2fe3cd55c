package read

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sort"
	"strings"
)

// DOC is the format of Word 97 to 2003, which Kingsoft's WPS writes as .wps. A
// compound file that holds something else is told here as well.
//
// The text comes as from [DOCX]: a line for each paragraph with its automatic
// number, text boxes before the paragraph that they hang on, tables as lines
// of cells; deletions, hidden words and the codes of fields are left out;
// notes and running heads follow the body.
var DOC = &Format{
	Name:  "doc",
	Exts:  []string{".doc", ".wps", ".dot", ".wpt"},
	Magic: func(data []byte) bool { return strings.HasPrefix(string(data[:min(8, len(data))]), ole2Mark) },
	Read:  readDoc,
}

// readDoc reads a file of Word.
func readDoc(ctx context.Context, data []byte, _ Options) (*Source, error) {
	f, damage := openDoc(data)
	if len(f.main) < 0x80 {
		return nil, f.foreign(data, damage)
	}
	var flow *docxFlow
	var err error
	charset := "utf-16le"
	switch mark, version := docWord(f.main, 0), docWord(f.main, 2); {
	case docWord(f.main, fibFlags)&0x100 != 0:
		return nil, &Error{Format: "doc", Kind: Encrypted, Err: errors.New("the file needs a password")}
	case mark == wordMark && version >= word97 && len(f.main) >= fibMin:
		flow, err = f.read(ctx)
	case mark == wordMark || mark == 0xA5DC || mark == 0xA697 || mark == 0xA699:
		flow, charset, err = f.readWord6()
	default:
		err = fmt.Errorf("the main stream begins with %04X", mark)
	}
	if ctxErr := ctx.Err(); ctxErr != nil {
		return nil, ctxErr
	}
	damage = bothErrors(damage, err)
	if flow == nil || blank(string(flow.text)) {
		if damage == nil {
			return nil, &Error{Format: "doc", Kind: Empty, Err: errors.New("nothing but blanks or pictures: a scan needs OCR first")}
		}
		return nil, damage
	}
	if damage != nil {
		damage = &Error{Format: "doc", Kind: Damaged, Err: damage}
	}
	src := flow.source()
	src.Encoding = charset
	return src, damage
}

// foreign returns why a compound file without a text of Word cannot be read.
// Where its directory is lost the names of the streams are looked for.
func (f *docFile) foreign(data []byte, damage error) error {
	name := ""
	for _, kind := range [...]struct{ stream, name string }{
		{"EncryptedPackage", encryptedOffice}, {"Workbook", "xls"}, {"Book", "xls"}, {"PowerPoint Document", "ppt"},
		{"MatOST", "works"}, {"VisioDocument", "vsd"}, {"__properties_version1.0", "msg"},
	} {
		if name == "" && slices.Contains(f.others, kind.stream) {
			name = kind.name
		}
	}
	if name == "" && damage != nil {
		name = inOLE2(data)
	}
	switch name {
	case encryptedOffice:
		return &Error{Format: name, Kind: Encrypted, Err: errors.New("the file needs a password")}
	case "doc", "ole2":
		return &Error{Format: name, Kind: Damaged, Err: damage}
	case "":
		return &Error{Format: "ole2", Kind: Unsupported, Err: errors.New("a compound file without a text of Word")}
	}
	return &Error{Format: name, Kind: Unsupported, Err: errors.New("this format is not supported")}
}

// encryptedOffice is what binary.go calls a file of Office that is encrypted.
const encryptedOffice = "encrypted office"

// read reads the streams of Word 97 and later.
func (f *docFile) read(ctx context.Context) (*docxFlow, error) {
	d := &docReader{docFile: *f, table: f.tables[docWord(f.main, fibFlags)>>9&1]}
	if d.table == nil {
		d.table = f.tables[1-docWord(f.main, fibFlags)>>9&1]
	}
	head := f.main
	whole := wholeLength(head)
	pieces, damage := readPieces(head, d.entry(fibClx), whole, docLong(head, fibMinFC), docLong(head, fibMinFC+4))
	if len(pieces) == 0 {
		return nil, damage
	}
	d.pieces, d.text = pieces, decodePieces(head, pieces)
	d.runs = docRuns(head, d.entry(fibChars), pieces)
	d.paras = d.entry(fibParas)
	d.styles = readDocStyles(d.entry(fibStyles), f.data)
	d.fonts = readDocFonts(d.entry(fibFonts))
	d.numbering = readDocLists(d.table, docLong(head, fibLists), docLong(head, fibLists+4), docLong(head, fibUses), d.fonts)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	lo, hi := d.part(storyBody)
	if hi == 0 {
		hi = len(d.text)
	}
	if damage == nil && whole > len(d.text) {
		damage = fmt.Errorf("%d of %d characters", len(d.text), whole)
	}
	return d.whole(lo, hi), damage
}

// entry returns the stretch of the table stream that the head names at.
func (d *docReader) entry(at int) []byte {
	return docPart(d.table, docLong(d.main, at), docLong(d.main, at+4))
}

// part returns which characters a part of the text has.
func (d *docReader) part(story int) (lo, hi int) {
	for i := range story {
		lo += max(docLong(d.main, fibCounts+4*i), 0)
	}
	hi = lo + max(docLong(d.main, fibCounts+4*story), 0)
	return min(lo, len(d.text)), min(hi, len(d.text))
}

// whole reads the body, the characters lo to hi, with what stands around it:
// before it the header of the first page alone, which is a letterhead, and
// behind it the notes and running heads. See [docxReader.around].
func (d *docReader) whole(lo, hi int) *docxFlow {
	head, tail := &docxFlow{}, &docxFlow{}
	d.boxes = d.findBoxes(0, storyBoxes, d.entry(fibBoxes), d.entry(fibShapes))
	d.sheet = docSheet{flow: &docxFlow{}}
	d.story(lo, hi)
	for _, b := range d.boxes { // that hang on nothing
		d.box(b)
	}
	body := d.sheet.flow
	d.boxes = nil
	for _, story := range [...]int{storyNotes, storyEndNotes} {
		if lo, hi := d.part(story); lo < hi {
			f := d.apart(lo, hi)
			f.running()
			tail.add(f)
		}
	}
	lo, hi = d.part(storyHeads)
	plc := d.entry(fibHeads)
	d.boxes = d.findBoxes(lo, storyHeadBoxes, d.entry(fibBoxes+16), d.entry(fibShapes+8))
	seen := map[string]bool{}
	titled := d.titled()
	last := lo
	for i := 6; lo < hi && 4*i+8 <= len(plc); i++ { // the first six part notes from the body
		from, to := lo+max(docLong(plc, 4*i), 0), min(lo+docLong(plc, 4*i+4), hi)
		section, kind := (i-6)/6, (i-6)%6
		if from < last || from >= to || kind >= 4 && !(section < len(titled) && titled[section]) {
			continue
		}
		last = to
		f := d.apart(from, to)
		first := section == 0 && len(titled) > 0 && titled[0]
		switch text := string(f.text); {
		case seen[text] || !worded(f.text):
		case section == 0 && (kind == 4 || kind == 1 && !first && graded(f.text)):
			head.add(f)
		default:
			f.running()
			tail.add(f)
			seen[text] = true
		}
	}
	head.add(body)
	head.add(tail)
	return head
}

// apart reads the characters lo to hi into a flow of their own.
func (d *docReader) apart(lo, hi int) *docxFlow {
	d.sheet = docSheet{flow: &docxFlow{}}
	d.story(lo, hi)
	return d.sheet.flow
}

// titled returns which sections have a header of their own on the first page.
func (d *docReader) titled() []bool {
	const at, size = 0xCA, 12
	plc := d.entry(at)
	n := max(0, (len(plc)-4)/(4+size))
	out := make([]bool, n)
	for i := range out {
		sepx := docLong(plc, 4*(n+1)+size*i+2)
		if sepx < 0 {
			continue
		}
		eachSprm(docPart(d.main, sepx+2, docWord(d.main, sepx)), func(code int, operand []byte) {
			out[i] = out[i] || code == sprmTitlePage && operand[0] == 1
		})
	}
	return out
}

// findBoxes finds the text boxes of a part of the text, which begins at base,
// by the shapes that they belong to; their words are in the part in. One in a
// group belongs to no shape of its own: it hangs where the shape with the
// nearest number does, for numbers are given in turn.
func (d *docReader) findBoxes(base, in int, boxes, shapes []byte) []docBox {
	const size = 22
	lo, hi := d.part(in)
	ids := readDocShapes(shapes)
	n := (len(boxes) - 4) / (4 + size)
	last := lo
	var found []docBox
	for i := range max(n, 0) {
		box := docPart(boxes, 4*(n+1)+size*i, size)
		from, to := lo+max(docLong(boxes, 4*i), 0), min(lo+docLong(boxes, 4*i+4), hi)
		if from < last || from >= to || docWord(box, 8) != 0 { // spare
			continue
		}
		last = to
		found = append(found, docBox{base + anchor(ids, docID(docPart(box, 14, 4)), len(d.text)), from, to})
	}
	sort.SliceStable(found, func(i, k int) bool { return found[i].at < found[k].at })
	return found
}

// A docShape is a shape by its number, which hangs on the character at.
type docShape struct{ id, at int }

// readDocShapes returns the shapes of a part of the text by their numbers.
func readDocShapes(plc []byte) []docShape {
	const size = 26
	n := max(0, (len(plc)-4)/(4+size))
	shapes := make([]docShape, n)
	for i := range shapes {
		shapes[i] = docShape{docID(docPart(plc, 4*(n+1)+size*i, 4)), docLong(plc, 4*i)}
	}
	sort.Slice(shapes, func(i, k int) bool { return shapes[i].id < shapes[k].id })
	return shapes
}

// anchor returns the character that the shape hangs on, or the one nearest to
// it; none where there is no such shape.
func anchor(shapes []docShape, id, none int) int {
	const farthest = 1 << 10 // the numbers of a page of shapes
	i := sort.Search(len(shapes), func(i int) bool { return shapes[i].id >= id })
	best := farthest
	for k := max(i-1, 0); k < len(shapes) && k <= i; k++ {
		if far := max(shapes[k].id-id, id-shapes[k].id); far < best {
			best, none = far, shapes[k].at
		}
	}
	return none
}
