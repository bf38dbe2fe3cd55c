package read

// The single property modifiers (sprm) that are read. The others say how wide,
// which colour, which language.
const (
	sprmDeleted   = 0x0800
	sprmHidden    = 0x083C
	sprmBold      = 0x0835
	sprmPlain     = 0x2A33
	sprmCharStyle = 0x4A30
	sprmSymbol    = 0x6A09
	sprmFont      = 0x4A4F

	sprmStyle     = 0x4600
	sprmAlign     = 0x2403
	sprmAlignNew  = 0x2461
	sprmInTable   = 0x2416
	sprmRowEnd    = 0x2417
	sprmDepth     = 0x6649
	sprmInnerCell = 0x244B
	sprmInnerRow  = 0x244C
	sprmLevel     = 0x260A
	sprmList      = 0x460B
	sprmOutline   = 0x2640
	sprmHuge      = 0x6646
	sprmHugeOld   = 0x6645

	sprmTableDef  = 0xD608
	sprmTitlePage = 0x300A
	sprmTabs      = 0xC615
)

// eachSprm calls f for each modifier of grpprl, as far as it holds.
func eachSprm(grpprl []byte, f func(code int, operand []byte)) {
	for len(grpprl) >= 3 {
		code := docWord(grpprl, 0)
		grpprl = grpprl[2:]
		n := sprmSize(code, grpprl)
		if n > len(grpprl) {
			return
		}
		f(code, grpprl[:n])
		grpprl = grpprl[n:]
	}
}

// sprmSize returns the length of the operand that begins rest.
func sprmSize(code int, rest []byte) int {
	switch code >> 13 {
	case 0, 1:
		return 1
	case 2, 4, 5:
		return 2
	case 3:
		return 4
	case 7:
		return 3
	}
	switch {
	case code == sprmTableDef:
		return docWord(rest, 0) + 1
	case code == sprmTabs && rest[0] == 255 && len(rest) > 2:
		n := 2 + 4*int(rest[1])
		if n >= len(rest) {
			return len(rest) + 1
		}
		return n + 1 + 3*int(rest[n])
	}
	return 1 + int(rest[0])
}

// A docChar is how a run of characters looks.
type docChar struct {
	bold, hidden docToggle
	deleted      bool
	symbol       uint16 // the character of a symbol font, 0 if none
	font         int    // that symbols are set in, 0 if nothing says
	style        int    // of characters; 0 is none
}

// A docToggle is a property of characters that may stand against the style.
type docToggle uint8

const (
	docAsStyle docToggle = iota
	docOn
	docOff
	docUnlike // the style
)

// over returns whether the property is on where the style says on.
func (t docToggle) over(on bool) bool {
	switch t {
	case docOn:
		return true
	case docOff:
		return false
	case docUnlike:
		return !on
	}
	return on
}

// change changes c as grpprl says.
func (c *docChar) change(grpprl []byte) {
	eachSprm(grpprl, func(code int, operand []byte) {
		switch code {
		case sprmDeleted:
			c.deleted = operand[0] == 1
		case sprmHidden:
			c.hidden = toggleOf(operand[0])
		case sprmBold:
			c.bold = toggleOf(operand[0])
		case sprmPlain:
			c.bold, c.hidden = docAsStyle, docAsStyle
		case sprmCharStyle:
			c.style = docWord(operand, 0)
		case sprmSymbol:
			c.font, c.symbol = docWord(operand, 0), uint16(docWord(operand, 2))
		case sprmFont:
			if c.symbol == 0 {
				c.font = docWord(operand, 0)
			}
		}
	})
}

func toggleOf(b byte) docToggle {
	switch b {
	case 0:
		return docOff
	case 1:
		return docOn
	case 0x81:
		return docUnlike
	}
	return docAsStyle
}

// A docPara is how a paragraph looks.
type docPara struct {
	style     int
	centred   bool
	table     bool
	rowEnd    bool
	depth     int // of tables
	innerCell bool
	innerRow  bool
	list      int  // from 1; 0 is none
	listed    bool // the paragraph itself says which list
	level     int  // in the list, -1 if nothing says
	outline   int  // heading level from 1; 0 is none
	edges     []int
}

// change changes p as grpprl says; data is the stream of long ones.
func (p *docPara) change(grpprl, data []byte, depth int) {
	eachSprm(grpprl, func(code int, operand []byte) {
		n := docWord(operand, 0)
		switch code {
		case sprmAlign, sprmAlignNew:
			p.centred = operand[0] == 1
		case sprmInTable:
			p.table = operand[0] == 1
		case sprmRowEnd:
			p.rowEnd = operand[0] == 1
		case sprmDepth:
			p.depth = docLong(operand, 0)
		case sprmInnerCell:
			p.innerCell = operand[0] == 1
		case sprmInnerRow:
			p.innerRow = operand[0] == 1
		case sprmLevel:
			p.level = int(operand[0])
		case sprmList:
			if p.list = n; n > 0x7FE { // numbered once, or as Word 6 did
				p.list = 0
			}
			p.listed = true
		case sprmOutline:
			if p.outline = int(operand[0]) + 1; p.outline > 9 {
				p.outline = 0
			}
		case sprmTableDef:
			p.edges = cellEdges(operand)
		case sprmHuge, sprmHugeOld:
			if at := docLong(operand, 0); depth == 0 && at >= 0 {
				p.change(docPart(data, at+2, docWord(data, at)), data, 1)
			}
		}
	})
}

// cellEdges returns the right edges of the cells of a row.
func cellEdges(operand []byte) []int {
	if len(operand) < 3 || len(operand) < 5+2*int(operand[2]) {
		return nil
	}
	edges := make([]int, operand[2])
	for i := range edges {
		edges[i] = int(int16(docWord(operand, 5+2*i)))
	}
	return edges
}
