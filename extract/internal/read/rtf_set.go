package read

// symbolSet stands for the fonts of symbols, whose characters are no text.
const symbolSet = "symbol"

// sets reports whether word says which character set bytes are in.
func (r *rtfReader) sets(word string, number int) bool {
	s := &r.state
	switch word {
	case "ansicpg":
		if set := codePage(number); set != "" && !r.fixed {
			r.charset = set
		}
	case "mac":
		r.page("macintosh")
	case "pc", "pca":
		r.page("windows-1252") // what code page 437 has beyond ASCII is not in use
	case "deff":
		s.font, r.plain = number, number
	case "f":
		s.font = number
		if s.dest != rtfFonts && s.dest != rtfStyles {
			s.class, s.fonts[2] = 0, 0
		}
	case "af":
		s.fonts[s.class] = number
	case "loch":
		s.class = 0
	case "hich":
		s.class = 1
	case "dbch":
		s.class = 2
	case "fcharset":
		if s.dest == rtfFonts {
			r.font(s.font).charset = number
		}
	case "cpg":
		if s.dest == rtfFonts {
			r.font(s.font).page = number
		}
	default:
		return false
	}
	return true
}

// page takes set for the character set of the file, unless one is known.
func (r *rtfReader) page(set string) {
	if !r.fixed && r.charset == "windows-1252" {
		r.charset = set
	}
}

// set returns the character set of the bytes that follow. Programs set Chinese
// in fonts that call themselves Western; then the file's own code page says.
func (r *rtfReader) set() string {
	s := &r.state
	if s.dest == rtfCode || r.fixed {
		return r.charset
	}
	if s.class == 2 && s.fonts[2] > 0 {
		if set := r.fontSet(s.fonts[2]); doubleByte(set) {
			return set
		}
	}
	set := r.fontSet(s.font)
	switch {
	case set == "" || set == "windows-1252" && doubleByte(r.charset):
		return r.charset
	case set == symbolSet && s.dest == rtfFonts:
		return r.charset
	}
	return set
}

// fontSet returns the character set of a font, "" if it names none.
func (r *rtfReader) fontSet(n int) string {
	f := r.fonts[n]
	if f == nil {
		return ""
	}
	if set := codePage(f.page); f.page > 0 && set != "" {
		return set
	}
	switch f.charset {
	case 0:
		return "windows-1252"
	case 2:
		return symbolSet
	case 77:
		return "macintosh"
	case 128:
		return "shift_jis"
	case 129, 130:
		return "euc-kr"
	case 134:
		return gb18030Name
	case 136:
		return big5Name
	case 161:
		return "windows-1253"
	case 162:
		return "windows-1254"
	case 163:
		return "windows-1258"
	case 177:
		return "windows-1255"
	case 178:
		return "windows-1256"
	case 186:
		return "windows-1257"
	case 204:
		return "windows-1251"
	case 222:
		return "windows-874"
	case 238:
		return "windows-1250"
	}
	return ""
}

// codePage returns the character set of a code page of Windows, "" if it is
// none that is known.
func codePage(n int) string {
	switch n {
	case 874:
		return "windows-874"
	case 932:
		return "shift_jis"
	case 936, 54936, 20936:
		return gb18030Name
	case 949, 51949:
		return "euc-kr"
	case 950:
		return big5Name
	case 65001:
		return utf8Name
	case 10000:
		return "macintosh"
	}
	if n >= 1250 && n <= 1258 {
		return "windows-125" + string(rune('0'+n-1250))
	}
	return ""
}

// doubleByte reports whether a character set has characters of two bytes.
func doubleByte(set string) bool {
	switch set {
	case gb18030Name, big5Name, "shift_jis", "euc-kr", utf8Name:
		return true
	}
	return false
}
