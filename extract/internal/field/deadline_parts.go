package field

import (
	"strings"

	"gongwen/extract/internal/lexicon"
	"gongwen/extract/internal/scan"
)

// tidy returns the words of an action as they are printed in the contract:
// without blanks of setting, without brackets that only hold a web address,
// without the stop at the end.
func tidy(s string) string {
	for at := 0; ; {
		i := scan.Index(s[at:], "（")
		if i < 0 {
			break
		}
		i += at
		n := groupLen(s[i:], '（')
		if n == 0 {
			break
		}
		if containsAny(s[i:i+n], "网址", "http", "www.") {
			s = s[:i] + s[i+n:]
			at = i
			continue
		}
		at = i + n
	}
	return strings.Trim(tight(s), " 　，、,。；：")
}

// actor returns who is to act: the words before the time where they name
// bodies or people and nothing else.
func actor(who string) string {
	who = strings.Trim(tight(who), " ，、：")
	for _, w := range []string{"须", "应", "需", "要", "将", "务必", "请"} {
		if i := scan.Index(who, w); i > 0 && !scan.Has(who[:i], "，") {
			who = who[:i]
			break
		}
	}
	if who == "" || width(who) > 40 || scan.HasAny(who, "，。；：“《") {
		return ""
	}
	if hasTail(strings.TrimRight(trimGroup(who), " ")) || strings.HasPrefix(who, "各") || lexicon.HasAnySuffix(who, "人", "者", "选手", "作者", "学生", "学员", "企业", "代表", "理事", "教师") {
		return who
	}
	return ""
}

// trimGroup returns s without a bracket at its end.
func trimGroup(s string) string {
	if strings.HasSuffix(s, "）") {
		if i := strings.LastIndex(s, "（"); i > 0 {
			return s[:i]
		}
	}
	return s
}

// recipient returns to whom something is handed: the body behind 报送, 交至 and
// their kin.
func recipient(what string) string {
	what = lastOf(what, maxAction)
	at, n := lastVerb(what)
	if at < 0 {
		return ""
	}
	t := what[at+n:]
	for _, w := range []string{"至", "到", "给", "于"} {
		t = strings.TrimPrefix(t, w)
	}
	if i := strings.IndexAny(t, "，。；（：、"); i >= 0 {
		t = t[:i]
	}
	t = strings.TrimSpace(t)
	if width(t) < 2 || width(t) > 24 || scan.HasAny(t, "@《“0123456789") || !hasTail(t) && !lexicon.HasAnySuffix(t, "处", "科", "办", "室", "部", "老师", "秘书处") {
		return ""
	}
	return t
}

// channel returns the way by which something is handed in: 通过…平台, 经…系统, a mailbox.
func channel(what string) string {
	for _, way := range []string{"通过", "登录", "经"} {
		i := strings.Index(what, way)
		if i < 0 {
			continue
		}
		t := what[i+len(way):]
		for _, end := range []string{"平台", "系统", "邮箱", "网站", "公众号", "小程序", "模块"} {
			if k := scan.Index(t, end); k >= 0 && width(t[:k]) <= 24 && !scan.HasAny(t[:k], "，。；") {
				return tight(t[:k+len(end)])
			}
		}
	}
	for _, w := range []string{"电子邮箱", "邮箱", "电子邮件"} {
		if scan.Has(what, w) {
			return w
		}
	}
	return ""
}
