package field

import (
	"strings"
	"unicode/utf8"

	"gongwen/extract/internal/lexicon"
	"gongwen/extract/internal/scan"
)

// namesAt reads the names of people from byte at of s on: a list parted by 、 ，
// or blanks, each with the body that it belongs to before it.
func namesAt(s string, at int) (out []token) {
	unit := ""
	for len(out) == 0 && at < len(s) && (s[at] == ' ' || s[at]|0x20 >= 'a' && s[at]|0x20 <= 'z' || s[at] == ':') { // 联系人 Contact person:
		at++
	}
	for at < len(s) {
		at += gapLen(s[at:])
		end := at + tokenLen(s[at:])
		if end == at {
			return out
		}
		if n := spacedName(s[at:]); n > 0 {
			end = at + n
		} else if n := courtesyName(s[at:end]); n > 0 && courtesyName(s[at+n:end]) > 0 { // 岑女士韦女士
			end = at + n
		}
		x, ok := personIn(s, at, end)
		if rest, colon := strings.CutPrefix(s[end:], "："); ok && colon && len(out) == 0 && nameAhead(firstOf(rest, 60)) {
			at = end + len("：") // 东片：周明远 is no list of two
			continue
		}
		if lb, _ := scan.LabelOf(s[at:]); lb != scan.NoLabel { // 联系人：周岚 联系方式：…
			return out
		}
		if !ok && foreignName(s[at:end]) && startsPhone(s[end:]) { // 多吉次仁 138…
			x, ok = token{kind: nameToken, lo: at, hi: end, value: s[at:end]}, true
		}
		if !ok && len(out) == 0 && rareName(s[at:end]) && strings.HasPrefix(s[end:], "、") && nameAhead(firstOf(s[end:], 30)) { // 镡某某、周岚
			x, ok = token{kind: nameToken, lo: at, hi: end, value: s[at:end]}, true
		}
		switch {
		case !ok && unit == "" && len(out) == 0 && (unitTail(s[at:end]) || posts.Contains(s[at:end])): // 联系人：流通发展司 陈程, 承办人：科员 陈程
			unit = s[at:end]
			at = end
			continue
		case !ok:
			return out
		}
		if x.unit == "" {
			x.unit = unit
		}
		out = append(out, x)
		at = end
		if strings.HasPrefix(s[at:], "（") { // 李明（办公室）、王华
			i := scan.Index(s[at:], "）")
			if i < 0 || i > 90 {
				return out
			}
			at += i + len("）")
		}
		if at >= len(s) || gapLen(s[at:]) == 0 && courtesyName(s[at:]) == 0 {
			return out
		}
	}
	return out
}

// gapLen returns the length of what may part names in a list.
func gapLen(s string) int {
	n := 0
	for n < len(s) {
		switch {
		case s[n] == ' ' || s[n] == ':' || s[n] == ',' || s[n] == '/' || s[n] == '\t':
			n++
		case strings.HasPrefix(s[n:], "、"), strings.HasPrefix(s[n:], "，"), strings.HasPrefix(s[n:], "；"), strings.HasPrefix(s[n:], "　"), strings.HasPrefix(s[n:], "："):
			n += 3
		default:
			return n
		}
	}
	return n
}

// tokenLen returns the length of the run of Chinese characters (and the · of
// names such as 买买提·艾力) at the head of s.
func tokenLen(s string) int {
	n := 0
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		if !(r >= 0x3400 && r <= 0x9FFF) && r != '·' {
			break
		}
		if n > 0 {
			if lb, _ := scan.LabelOf(s[n:]); lb != scan.NoLabel {
				break
			}
		}
		n += size
	}
	return n
}

// posts are those that stand before a name, parted by a blank.
var posts = lexicon.NewWords("科员", "专员", "干事", "秘书", "组长", "技士", "技佐", "技正", "办事员", "书记", "主任", "老师")

// courtesies are the words that make a surname alone a person to turn to (金老师).
var courtesies = lexicon.NewWords("老师", "先生", "女士", "小姐", "警官", "科长", "处长", "主任", "经理")

// courtesyName returns the length of the surname and the word of courtesy at the head of
// s, 0 if s begins with none.
func courtesyName(s string) int {
	n := surnameLen(s)
	if n == 0 {
		return 0
	}
	if k := courtesies.Prefix(s[n:]); k > 0 {
		return n + k
	}
	return 0
}

// titlesOf are the words of courtesy and rank that may stand behind a name.
var titlesOf = []string{"老师", "同志", "先生", "女士", "小姐", "警官", "专员", "处长", "科长", "主任", "院长", "书记", "部长", "局长", "教授", "博士", "经理", "处", "收"}

// personIn reads the name of a person that fills s[lo:hi], or ends it behind
// the name of a body (市运管处赵勇).
func personIn(s string, lo, hi int) (token, bool) {
	t := squeeze(s[lo:hi])
	if isPerson(t) {
		return token{kind: nameToken, lo: lo, hi: hi, value: t}, true
	}
	t = s[lo:hi]
	if isBody(t) || lexicon.HasAnySuffix(t, "课", "科", "处", "室", "股") && unitTail(t[:tailLen(t, 1)]) {
		return token{}, false
	}
	for _, w := range titlesOf {
		name, ok := strings.CutSuffix(t, w)
		if !ok || name == "" {
			continue
		}
		if isPerson(name) {
			return token{kind: nameToken, lo: lo, hi: lo + len(name), value: name}, true
		}
		if courtesies.Contains(w) && !notPersons.Contains(t) && utf8.RuneCountInString(name) <= 2 && surnameLen(name) == len(name) {
			return token{kind: nameToken, lo: lo, hi: hi, value: t}, true
		}
		if cut := tailLen(name, 1); cut > 0 && courtesies.Contains(w) && !notPersons.Contains(t[cut:]) && surnameLen(name[cut:]) == len(name)-cut && isBody(name[:cut]) { // 教务处范老师
			x := token{kind: nameToken, lo: lo + cut, hi: hi, value: t[cut:]}
			if !containsAny(name[:cut], "请", "联系", "与", "向") { // 请联系教务处范老师
				x.unit = name[:cut]
			}
			return x, true
		}
		if x, ok := behindUnit(name, lo); ok { // 教务处骆一川主任, 秘书骆一川小姐
			return x, true
		}
	}
	if x, ok := titleInside(t, lo); ok {
		return x, true
	}
	for _, k := range []int{2, 3, 4} { // the shortest name behind a body
		cut := tailLen(t, k)
		if cut <= 0 {
			continue
		}
		unit, name := t[:cut], t[cut:]
		if isPerson(name) && unitTail(unit) && surnameLen(name) > 0 && cut > len("区") { // 区 alone may be a surname
			return token{kind: nameToken, lo: lo + cut, hi: hi, value: name, unit: unit}, true
		}
	}
	return token{}, false
}

// behindUnit reads the name of three characters that ends t behind a body or a post of one;
// t stands at byte lo and had a title behind it. A name of two would be guessed.
func behindUnit(t string, lo int) (token, bool) {
	cut := tailLen(t, 3)
	if cut <= 0 || !isPerson(t[cut:]) || !unitTail(t[:cut]) && !lexicon.HasAnySuffix(t[:cut], "秘书", "干事") {
		return token{}, false
	}
	return token{kind: nameToken, lo: lo + cut, hi: lo + len(t), value: t[cut:], unit: t[:cut]}, true
}

// titleInside reads a name with the title between the surname and the given name, as Taiwan
// writes it (教務處骆主任一川), which ends t; t stands at byte lo.
func titleInside(t string, lo int) (token, bool) {
	given := tailLen(t, 2)
	if given <= 0 || lexicon.HasAnySuffix(t, "联络", "联系", "接洽") {
		return token{}, false
	}
	for _, w := range [...]string{"主任", "组长", "科长", "处长", "校长", "科员", "专员", "秘书", "老师", "小姐", "先生"} {
		head, ok := strings.CutSuffix(t[:given], w)
		if !ok {
			continue
		}
		cut := len(head) - len(lastOf(head, len("骆")))
		name := t[cut:len(head)] + t[given:]
		if !isPerson(name) || surnameLen(t[cut:]) != len(head)-cut || cut > 0 && !unitTail(t[:cut]) || unitTail(t[given:]) {
			return token{}, false
		}
		return token{kind: nameToken, lo: lo + cut, hi: lo + len(t), value: name, unit: t[:cut]}, true
	}
	return token{}, false
}

// tailLen returns where in s its last k code points begin, 0 if s has no more than k.
func tailLen(s string, k int) int {
	at := len(s)
	for ; k > 0 && at > 0; k-- {
		_, size := utf8.DecodeLastRuneInString(s[:at])
		at -= size
	}
	return at
}

// spacedName returns the length of a name of two characters with blanks between
// them (周 岚) at the head of s, which is set so to line up with longer ones, or of
// one of three that is set wide (周 岚 舟).
func spacedName(s string) int {
	r, n := utf8.DecodeRuneInString(s)
	if r < 0x3400 || r > 0x9FFF || surnameLen(s[:n]) == 0 {
		return 0
	}
	gap := blankRun(s[n:])
	if gap == 0 {
		return 0
	}
	end := n + gap
	if tokenLen(s[end:]) != len("岚") {
		return 0
	}
	end += len("岚")
	if gap = blankRun(s[end:]); gap > 0 && gap <= len("　") && tokenLen(s[end+gap:]) == len("舟") && blankRun(s[end+gap+len("舟"):]) == 0 && !notPersons.Contains(squeeze(s[:end])) {
		return end + gap + len("舟")
	}
	return end
}

// blankRun returns the length of the blanks at the head of s.
func blankRun(s string) int {
	return len(s) - len(strings.TrimLeft(s, " 　\u00a0\t"))
}

// foreignName reports whether s can be the name of a person whose people have
// no surnames, written in characters (多吉次仁); only a label and a number around
// it tell.
func foreignName(s string) bool {
	n := utf8.RuneCountInString(s)
	return n >= 3 && n <= 6 && !unitTail(s) && !isBody(s) && genreWords.Suffix(s) == 0 &&
		!scan.HasAny(s, "见附详请各每按于等及的电话址时间地点年月日室楼号费元名称")
}

// rareName reports whether s can be the name of a person whose surname is none of the
// usual; only a label before it and the name of another behind it tell.
func rareName(s string) bool {
	return utf8.RuneCountInString(s) == 3 && foreignName(s) && !notPersons.Contains(s)
}

// unitTail reports whether s ends as the name of a body or of its office does.
func unitTail(s string) bool {
	return isBody(s) || lexicon.HasAnySuffix(s, "处", "科", "室", "局", "部", "办", "中心", "股", "组", "院", "站", "校", "委", "区", "县", "市", "州", "司", "所", "队", "处长", "主任", "科长")
}

// surnameLen returns the length of the surname (姓) at the head of s.
func surnameLen(s string) int { return surnames.Prefix(s) }

// isPerson reports whether s is the name of a person: a surname of one or two
// characters and a given name of one or two, or names joined by ·.
func isPerson(s string) bool {
	n := utf8.RuneCountInString(s)
	if scan.Has(s, "·") {
		return n >= 4 && n <= 15 && !strings.HasPrefix(s, "·") && !strings.HasSuffix(s, "·")
	}
	if n < 2 || n > 4 || isBody(s) && n > 2 || notPersons.Contains(s) {
		return false
	}
	for _, w := range titlesOf {
		if strings.HasSuffix(s, w) && n > 2 {
			return false
		}
	}
	if strings.HasSuffix(s, "办") || strings.HasPrefix(s, "公室") || n > 2 && lexicon.HasAnySuffix(s, "课", "室", "股") { // 文明办, 党办, 农业课, 教研室
		return false
	}
	k := surnameLen(s)
	if k == 0 {
		return false
	}
	given := n - utf8.RuneCountInString(s[:k])
	return given == 1 || given == 2 || given == 3 && n == 4 && k > len("王")
}

// nameAhead reports whether a person's name stands at the head of s.
func nameAhead(s string) bool {
	s = s[gapLen(s):]
	n := tokenLen(s)
	if n == 0 {
		return false
	}
	_, ok := personIn(s, 0, n)
	return ok
}

// namesBefore reads the names that stand right before a number, with no label:
// 李勇（联系电话13990220997）, 张林：18084920429, 王华 5333161. The name must fill
// the words back to a stop, or follow the name of a body; names parted from it
// by a blank or a 、 belong to the number too.
func namesBefore(s string, tokens []token) (out []token) {
	for _, x := range tokens {
		if x.kind == emailToken {
			if y, ok := nameBeforeAddress(s, x.lo); ok {
				out = append(out, y)
			}
			continue
		}
		if x.kind != phoneToken {
			continue
		}
		hi := beforeNumber(s, x.lo)
		for k := 0; hi > 0 && k < maxNames; k++ {
			y, ok := nameEndingAt(s, hi)
			if !ok && k == 0 && x.phone == scan.Mobile {
				y, ok = handedName(s, hi)
			}
			if !ok {
				break
			}
			out = append(out, y)
			hi = len(strings.TrimRight(s[:y.lo], " 　、\u00a0"))
			if hi == y.lo {
				break
			}
		}
	}
	return out
}

// nameBeforeAddress reads the name behind that of a body and before the bracket with a mail
// address at byte at of s: 航道学院 岑岚舟（cls@…）.
func nameBeforeAddress(s string, at int) (token, bool) {
	before, ok := strings.CutSuffix(s[:at], "（")
	lo := hanStart(before, len(before))
	gap := strings.TrimRight(before[:lo], " 　")
	if !ok || len(gap) == lo || !isPerson(before[lo:]) || !unitTail(lastOf(gap, 60)) && !lexicon.HasAnySuffix(gap, "大学", "公司") {
		return token{}, false
	}
	return token{kind: nameToken, lo: lo, hi: len(before), value: before[lo:]}, true
}

// maxNames is how many names may stand before one number.
const maxNames = 4

// nameEndingAt reads the name of a person that ends at byte hi of s.
func nameEndingAt(s string, hi int) (token, bool) {
	lo := hanStart(s, hi)
	if lo == hi {
		return token{}, false
	}
	if hi-lo == len("岚") { // 周 岚, set to line up with longer names
		first := tailLen(strings.TrimRight(s[:lo], " 　\u00a0\t"), 1)
		if spacedName(s[first:]) == hi-first && (first == 0 || scan.HasAny(s[tailLen(s[:first], 1):first], " 　：:、；，\u00a0")) {
			return token{kind: nameToken, lo: first, hi: hi, value: squeeze(s[first:hi])}, true
		}
	}
	for at := lo; at < hi; {
		lb, n := scan.LabelOf(s[at:hi])
		if n > 0 && lb == scan.NameLabel {
			lo = at + n
		}
		_, size := utf8.DecodeRuneInString(s[at:])
		at += max(n, size)
	}
	if lo >= hi {
		return token{}, false
	}
	if t, ok := personIn(s, lo, hi); ok {
		return t, ok
	}
	if unit, ok := strings.CutSuffix(s[:lo], "："); ok && unitTail(lastOf(unit, 60)) && foreignName(s[lo:hi]) { // 海源州：多吉次仁 1335…
		return token{kind: nameToken, lo: lo, hi: hi, value: s[lo:hi]}, true
	}
	return token{}, false
}

// handedName reads the name of the person to whom something is to be handed that ends
// at byte hi of s, before a mobile number: 甲组交至周岚：139…. A place has none of its own.
func handedName(s string, hi int) (token, bool) {
	for _, k := range []int{3, 2} {
		lo := tailLen(s[:hi], k)
		if lo == 0 || !isPerson(s[lo:hi]) || !lexicon.HasAnySuffix(s[:lo], "交至", "交到", "交给", "送至", "送到", "报至", "寄至", "发至", "发给") {
			continue
		}
		if lexicon.HasAnySuffix(s[lo:hi], "路", "街", "楼", "厅", "园", "店", "村", "镇", "县", "市", "州", "城", "校", "场") {
			continue
		}
		return token{kind: nameToken, lo: lo, hi: hi, value: s[lo:hi]}, true
	}
	return token{}, false
}

// hanStart returns where the run of Chinese characters (and ·) that ends at hi begins.
func hanStart(s string, hi int) int {
	for hi > 0 {
		r, size := utf8.DecodeLastRuneInString(s[:hi])
		if !(r >= 0x3400 && r <= 0x9FFF) && r != '·' {
			break
		}
		hi -= size
	}
	return hi
}

// beforeNumber returns where the words before the number at byte at end: its
// label, a bracket, a colon and blanks are skipped.
func beforeNumber(s string, at int) int {
	for {
		t := strings.TrimRight(s[:at], " 　：:（(，,\t")
		if strings.HasSuffix(t, "）") { // 宁可儿（财务）1990…
			if i := strings.LastIndex(t, "（"); i > 0 && len(t)-i <= len("（）")+8*len("字") {
				t = t[:i]
			}
		}
		cut := len(t)
		for _, w := range []string{"联系电话", "办公电话", "咨询电话", "手机号码", "手机号", "手机", "电话", "内线", "外线", "分机", " 副教授", " 教授", " 老师", " 主任", " 处长", " 科长"} {
			if strings.HasSuffix(t, w) {
				cut = len(t) - len(w)
				break
			}
		}
		if cut == at {
			return at
		}
		at = cut
	}
}

// handedTo reads the name of the person to whom something is to be sent, or
// whom to ask: a name behind that of a body and before 处 or a word of courtesy
// (报送至市国家保密局刘建东处, 送教研院许博老师).
func handedTo(s, word string) (out []token) {
	for at := 0; ; {
		i := scan.Index(s[at:], word)
		if i < 0 {
			return out
		}
		hi := at + i
		at = hi + len(word)
		rest := strings.TrimPrefix(strings.TrimPrefix(s[at:], "联系"), "联络")
		if word == "联系" && !scan.HasAny(lastOf(s[:hi], 60), "与和请找") {
			continue
		}
		if rest != "" && !lexicon.HasAnyPrefix(rest, "。", "，", "；", "）", "（", "、") {
			continue
		}
		if !scan.HasAny(lastOf(s[:hi], 120), "至到交报送与找向联") && !containsAny(lastOf(s[:hi], 60), "负责人为", "联系人为", "负责人是", "联系人是") {
			continue
		}
		if lo := tailLen(s[:hi], 1); courtesies.Contains(word) && lo > 0 && surnameLen(s[lo:hi]) == hi-lo && unitTail(s[:lo]) {
			out = append(out, token{kind: nameToken, lo: lo, hi: at, value: s[lo:at]}) // 教务处范老师
			continue
		}
		for _, k := range []int{3, 2} {
			lo := tailLen(s[:hi], k)
			if lo > 0 && isPerson(s[lo:hi]) && unitTail(s[:lo]) && !lexicon.HasAnyPrefix(s[lo:hi], "和", "与", "及", "或") {
				out = append(out, token{kind: nameToken, lo: lo, hi: hi, value: s[lo:hi]})
				break
			}
		}
	}
}

// namesBehind reads the names that stand right behind a number: 5520338 范老师,
// 8870017（人事处 阮老师）. Behind a comma only a word of courtesy tells: 5520338，范老师。
func namesBehind(s string, tokens []token) (out []token) {
	for _, x := range tokens {
		if x.kind != phoneToken {
			continue
		}
		at := x.hi
		rest, inside := strings.CutPrefix(s[at:], "（")
		if !inside {
			comma := false
			if rest, comma = strings.CutPrefix(s[at:], "，"); comma && (courtesyName(rest) == 0 || courtesyName(rest) < tokenLen(rest)) {
				continue
			}
		}
		at = len(s) - len(rest)
		at += blankRun(s[at:])
		n := tokenLen(s[at:])
		if rest := s[at+n:]; n > 0 && blankRun(rest) > 0 && unitTail(s[at:at+n]) { // 人事处 阮老师
			at += n + blankRun(rest)
			n = tokenLen(s[at:])
		}
		if n == 0 || startsNumber(s[at+n:]) && !(inside && strings.HasPrefix(s[at+n:], "、")) { // （人事处 阮老师、8870017 屠老师）
			continue
		}
		for n > 0 && len(out) < 50 {
			y, ok := personIn(s, at, at+n)
			if !ok {
				break
			}
			y.behind = true
			out = append(out, y)
			at += n
			rest, more := strings.CutPrefix(s[at:], "、") // （宋老师、米老师）
			if !more {
				break
			}
			at = len(s) - len(rest)
			if n = tokenLen(rest); startsNumber(rest[n:]) {
				break
			}
		}
	}
	return out
}

// startsPhone reports whether a number to call follows at the head of s: 务必在6月26日 has none.
func startsPhone(s string) bool {
	s = strings.TrimLeft(s, " 　：:（，、")
	if _, n := scan.PhoneOf(s); n > 0 {
		return true
	}
	_, n := scan.LocalPhoneOf(s)
	return n > 0
}

// startsNumber reports whether a number of its own follows at the head of s: the
// name before it belongs to that one.
func startsNumber(s string) bool {
	s = strings.TrimLeft(s, " 　：:（，、")
	return s != "" && s[0] >= '0' && s[0] <= '9'
}

// unitNames reads 市教育工会：季蔓君，5513806: a body, a name and a number that only
// their order shows to be a contact.
func unitNames(s string) (out []token) {
	for at := 0; ; {
		i := scan.Index(s[at:], "：")
		if i < 0 {
			return out
		}
		colon := at + i
		at = colon + len("：")
		if !isBody(lastOf(s[:colon], 60)) && !unitTail(lastOf(s[:colon], 60)) {
			continue
		}
		n := tokenLen(s[at:])
		x, ok := personIn(s, at, at+n)
		if n == 0 || !ok {
			continue
		}
		to := at + n + gapLen(s[at+n:])
		if ph, k := scan.LocalPhoneOf(s[to:]); k > 0 {
			out = append(out, x, token{kind: phoneToken, lo: to, hi: to + k, value: ph.Text, phone: ph.Kind})
		}
	}
}
