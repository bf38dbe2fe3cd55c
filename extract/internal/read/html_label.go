package read

import "strings"

// A fact is a kind of label that pages print beside a notice.
type fact uint8

const (
	otherFact     fact = iota + 1
	titleFact          // 标题
	numberFact         // 发文字号
	publishedFact      // 发布日期
	issuedFact         // 成文日期
	keywordsFact       // 主题词, which in a document would begin its imprint
)

// factOf returns what the label s, without blanks and colon, tells; 0 is none.
func factOf(s string) fact {
	switch s {
	case "标题", "名称", "信息名称", "文件名称", "文件标题", "公文标题":
		return titleFact
	case "发文字号", "文号", "文件编号", "公文字号", "发文文号", "文件号", "发文号":
		return numberFact
	case "发布日期", "发布时间", "公开日期", "公布日期", "公开时间", "发表时间", "发稿时间", "上传时间", "更新时间", "更新日期", "信息发布日期", "日期", "时间":
		return publishedFact
	case "成文日期", "成文时间", "发文日期", "发文时间":
		return issuedFact
	case "主题词", "关键词", "关键字":
		return keywordsFact
	case "索引号", "信息索引号", "索引", "信息索取号", "索取号", "主题分类", "主题类别", "分类", "信息分类", "所属分类", "组配分类", "体裁分类", "服务对象分类", "主题", "体裁", "栏目", "所属栏目",
		"发文机关", "发文机构", "发文单位", "发布机构", "发布单位", "发布机关", "公开机构", "公开主体", "公开责任部门", "责任部门", "制发机关", "制发单位", "信息来源", "文章来源", "稿件来源", "来源", "新闻来源", "资料来源",
		"生成日期", "生成时间", "制发日期", "印发日期", "生效日期", "生效时间", "实施日期", "施行日期", "失效日期", "失效时间", "废止日期", "废止时间",
		"公开类别", "公开方式", "公开范围", "公开属性", "公开形式", "公开时限", "公开程序", "信息格式", "有效性", "时效性", "效力状态", "文件状态", "文种", "公文种类", "语种", "规范性文件编号", "统一编号", "登记号",
		"作者", "编辑", "责任编辑", "责编", "审核", "审核人", "发布人", "发布者", "供稿", "供稿人", "撰稿", "录入", "校对", "签发", "初审", "复审", "终审",
		"浏览次数", "浏览量", "浏览", "阅读次数", "阅读量", "阅读", "点击次数", "点击数", "点击量", "点击", "访问次数", "访问量", "人气", "字号", "字体", "字体大小", "信息内容", "内容概述":
		return otherFact
	}
	return 0
}

// labelAt returns the label and its length with the colon, if s, without
// blanks, begins with one.
func labelAt(s string) (kind fact, n int) {
	s = s[:min(len(s), 40)]
	s0 := strings.TrimLeft(s, "[【（(|·")
	i := strings.Index(s0, "：")
	w := len("：")
	if k := strings.IndexByte(s0, ':'); k >= 0 && (i < 0 || k < i) {
		i, w = k, 1
	}
	if i <= 0 {
		return 0, 0
	}
	if kind = factOf(s0[:i]); kind == 0 {
		return 0, 0
	}
	return kind, len(s) - len(s0) + i + w
}

// labelOnly reports whether s, without blanks, is a label alone, with its colon
// or without.
func labelOnly(s string) bool {
	s = strings.TrimRight(s, "：:")
	return len(s) < 40 && factOf(s) > 0
}
