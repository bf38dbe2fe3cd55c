package model

// A Genre is the kind of document (文种).
type Genre string

// The fifteen genres of 党政机关公文处理工作条例 (2012), article 8, and what
// archives hold beside them.
const (
	Resolution   Genre = "resolution"   // 决议
	Decision     Genre = "decision"     // 决定
	Order        Genre = "order"        // 命令（令）
	Communique   Genre = "communique"   // 公报
	Announcement Genre = "announcement" // 公告
	Circular     Genre = "circular"     // 通告
	Opinion      Genre = "opinion"      // 意见
	NoticeGenre  Genre = "notice"       // 通知
	Bulletin     Genre = "bulletin"     // 通报
	Report       Genre = "report"       // 报告
	Request      Genre = "request"      // 请示
	Reply        Genre = "reply"        // 批复
	Bill         Genre = "bill"         // 议案
	Letter       Genre = "letter"       // 函
	Minutes      Genre = "minutes"      // 纪要
	Regulation   Genre = "regulation"   // 办法、规定、细则、条例
	Plan         Genre = "plan"         // 方案、计划、要点
	Speech       Genre = "speech"       // 讲话
	News         Genre = "news"         // a report about an event
	OtherGenre   Genre = "other"        // 其他
)

// A Layout is the form that a document follows.
type Layout string

// The layouts.
const (
	GB2012     Layout = "gb9704-2012" // GB/T 9704-2012, the general form
	GB1999     Layout = "gb9704-1999" // GB/T 9704-1999: 主题词, Chinese-numeral dates
	LetterForm Layout = "letter"      // 信函格式 (10.1)
	OrderForm  Layout = "order"       // 命令（令）格式 (10.2)
	MinuteForm Layout = "minutes"     // 纪要格式 (10.3)
	Taiwan     Layout = "taiwan"      // 臺灣公文程式
	Web        Layout = "web"         // a copy of a web page
	Press      Layout = "press"       // a press report
	Plain      Layout = "plain"       // none of these
)

// A Script is what the original is written in.
type Script string

// The scripts.
const (
	Simplified  Script = "simplified"  // 简体
	Traditional Script = "traditional" // 繁体
	Mixed       Script = "mixed"       // both
)

// A Relation is what a notice does with a document that it cites.
type Relation string

// The relations.
const (
	Basis          Relation = "basis"      // 根据
	Forwards       Relation = "forwards"   // 转发
	Issues         Relation = "issues"     // 印发
	RepliesTo      Relation = "replies-to" // 答复
	Amends         Relation = "amends"     // 修改
	Repeals        Relation = "repeals"    // 废止
	OtherReference Relation = "other"
)

// A Precision is how exact a date is printed.
type Precision string

// The precisions.
const (
	Minute  Precision = "minute"
	DayUnit Precision = "day"
	Dekad   Precision = "dekad" // 旬
	Month   Precision = "month"
	Quarter Precision = "quarter"
	Year    Precision = "year"
)

// A DateRole is what a date is for.
type DateRole string

// The roles.
const (
	RoleDeadline  DateRole = "deadline"
	RolePeriod    DateRole = "period"
	RoleEvent     DateRole = "event"
	RoleIssued    DateRole = "issued"
	RoleEffective DateRole = "effective"
	RoleReference DateRole = "reference"
	RoleOther     DateRole = "other"
)

// A RepairKind is a kind of damage.
type RepairKind string

// The kinds of damage that are repaired.
const (
	ByteShift     RepairKind = "byte-shift"     // GBK pairs out of step after a lost byte
	Pinyin        RepairKind = "pinyin"         // 關(guān)于: a gloss behind its character
	MisDecoded    RepairKind = "mis-decoded"    // read in the wrong character set
	Ruby          RepairKind = "ruby"           // a reading above its character
	BrokenLine    RepairKind = "broken-line"    // a line or page break inside a sentence
	MisreadFigure RepairKind = "misread-figure" // 2O19年: letters in place of figures
)
