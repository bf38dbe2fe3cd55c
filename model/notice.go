// Package model is the output contract of gongwen: what an official notice
// (公文) says, as Go types that encode to one JSON object.
//
// Each member names the element of GB/T 9704-2012 (党政机关公文格式) that it
// stands for. A member that the document does not state is its zero value and
// is left out of the JSON: absent is absent. Values are in normal form
// (simplified characters, half-width letters and digits, 〔〕 in document
// numbers); evidence is in the words of the source.
//
// The types hold no behaviour beyond encoding; values may be shared between
// goroutines as long as nobody writes to them.
package model

// Schema is the version of the contract, the value of Notice.Schema.
const Schema = "gongwen/1"

// A Notice is one official document (公文).
type Notice struct {
	Schema         string          `json:"schema"`
	Source         Source          `json:"source"`
	Genre          Genre           `json:"genre,omitzero"`
	Layout         Layout          `json:"layout,omitzero"`
	Script         Script          `json:"script,omitzero"`
	Issuers        []Party         `json:"issuers,omitempty"`                   // 发文机关 (7.2.4)
	DocumentNumber *DocumentNumber `json:"document_number,omitempty"`           // 发文字号 (7.2.5)
	CopyNumber     string          `json:"copy_number,omitzero"`                // 份号 (7.2.1), digits as printed
	Secrecy        *Secrecy        `json:"secrecy,omitempty"`                   // 密级和保密期限 (7.2.2)
	Urgency        *Phrase         `json:"urgency,omitempty"`                   // 紧急程度 (7.2.3)
	Signatories    []Party         `json:"signatories,omitempty"`               // 签发人 (7.2.6)
	Title          *Phrase         `json:"title,omitempty"`                     // 标题 (7.3.1)
	Addressees     []Party         `json:"addressees,omitempty"`                // 主送机关 (7.3.2)
	IssuedOn       string          `json:"issued_on,omitzero" schema:"date"`    // 成文日期 (7.3.5.4), ISO 8601
	EffectiveOn    string          `json:"effective_on,omitzero" schema:"date"` // 施行日期, ISO 8601
	Theme          *Theme          `json:"theme,omitempty"`                     // 主题, 事由
	Period         *Period         `json:"period,omitempty"`                    // 活动期间
	References     []Reference     `json:"references,omitempty"`                // 引用的公文
	Sections       []Section       `json:"sections,omitempty"`                  // 正文的层次 (7.3.3)
	Activities     []Activity      `json:"activities,omitempty"`                // 活动安排
	Deadlines      []Deadline      `json:"deadlines,omitempty"`                 // 时限
	Contacts       []Contact       `json:"contacts,omitempty"`                  // 联系方式
	URLs           []URL           `json:"urls,omitempty"`                      // 网址
	Attachments    []Attachment    `json:"attachments,omitempty"`               // 附件说明和附件 (7.3.4, 7.3.7)
	Signature      *Signature      `json:"signature,omitempty"`                 // 发文机关署名 (7.3.5)
	Note           string          `json:"note,omitzero"`                       // 附注 (7.3.6)
	Imprint        *Imprint        `json:"imprint,omitempty"`                   // 版记 (7.4)
	Attendance     *Attendance     `json:"attendance,omitempty"`                // 出席、请假、列席 (10.3)
	Keywords       []string        `json:"keywords,omitempty"`                  // 主题词 (GB/T 9704-1999)
	Dates          []Date          `json:"dates,omitempty"`                     // 日期
	Amounts        []Amount        `json:"amounts,omitempty"`                   // 数额
	Tables         []Table         `json:"tables,omitempty"`                    // 表格
	Repairs        []Repair        `json:"repairs,omitempty"`                   // 修复
	Publication    *Publication    `json:"publication,omitempty"`               // 网页发布信息
	Coverage       float64         `json:"coverage,omitzero" schema:"share"`    // share of the document's characters, 0 to 1, that parts and values account for
	Warnings       []Warning       `json:"warnings,omitempty"`                  // 提示
	Text           string          `json:"text,omitzero"`                       // the source's text; evidence counts its code points
	Normalized     string          `json:"normalized,omitzero"`                 // the same in normal form
}

// A Source says which bytes a notice was read from.
type Source struct {
	Name     string `json:"name"`
	Format   string `json:"format"`                 // text, markdown, docx, …
	Size     int64  `json:"size"`                   // bytes
	SHA256   string `json:"sha256" schema:"sha256"` // of the bytes, hexadecimal
	Encoding string `json:"encoding,omitzero"`      // character set the bytes were in, as named by WHATWG
	Pages    int    `json:"pages,omitzero"`         // of paged formats
	Part     *Part  `json:"part,omitempty"`         // where the file bundles several documents: which of them this is
}

// A Part is the stretch of a file's text that one of its documents takes up. The
// parts of a file tile its text: each character belongs to exactly one.
type Part struct {
	Number int `json:"number"` // from 1
	Of     int `json:"of"`     // documents in the file
	Start  int `json:"start"`  // code points of the source's text, inclusive
	End    int `json:"end"`    // code points, exclusive
}

// A Span is a stretch of the source's text.
type Span struct {
	Start int    `json:"start"`         // code points, inclusive
	End   int    `json:"end"`           // code points, exclusive
	Quote string `json:"quote"`         // exactly the source's text from Start to End
	Line  int    `json:"line"`          // of Start, from 1
	Page  int    `json:"page,omitzero"` // of Start, from 1; paged formats only
}

// Evidence (出处) is the words that a value rests on.
type Evidence struct {
	Span
	Rule string `json:"rule"` // the rule that fired, for example "deadlines/前"
}

// A Party is a body or a person that a notice names: 发文机关, 主送机关, 签发人.
type Party struct {
	Name     string   `json:"name"`
	Evidence Evidence `json:"evidence"`
}

// A Phrase is words that the notice prints, in normal form: 标题, 紧急程度.
type Phrase struct {
	Text     string   `json:"text"`
	Evidence Evidence `json:"evidence"`
}

// A DocumentNumber is a 发文字号: the issuer's code (机关代字), the year and
// the serial number (7.2.5).
type DocumentNumber struct {
	Text     string   `json:"text"`            // with 〔〕 around the year
	Agency   string   `json:"agency,omitzero"` // 机关代字
	Year     int      `json:"year,omitzero"`   // 年份
	Number   int      `json:"number,omitzero"` // 发文顺序号
	Evidence Evidence `json:"evidence"`
}

// Secrecy is 密级和保密期限 (7.2.2); the level 内部 is kept too.
type Secrecy struct {
	Level    string   `json:"level"`         // 绝密, 机密, 秘密, 内部
	Term     string   `json:"term,omitzero"` // as printed behind ★
	Evidence Evidence `json:"evidence"`
}

// A Theme is what a notice is about.
type Theme struct {
	Text     string   `json:"text"`
	Declared bool     `json:"declared"` // 以“…”为主题; else the subject (事由) that the title states
	Evidence Evidence `json:"evidence"`
}

// A Period is the overall window of a campaign or an event.
type Period struct {
	Text     string   `json:"text"`
	Start    string   `json:"start,omitzero" schema:"date"` // ISO 8601, inclusive
	End      string   `json:"end,omitzero" schema:"date"`   // ISO 8601, inclusive
	Inferred bool     `json:"inferred,omitzero"`            // the year is not printed here
	Evidence Evidence `json:"evidence"`
}

// A Reference is another document that the notice cites.
type Reference struct {
	Title          string   `json:"title,omitzero"`
	DocumentNumber string   `json:"document_number,omitzero"`
	Relation       Relation `json:"relation"`
	Evidence       Evidence `json:"evidence"`
}

// A Section is a numbered or headed unit of the text (结构层次, 7.3.3).
type Section struct {
	Level    int       `json:"level"`            // by nesting, from 1
	Marker   string    `json:"marker,omitzero"`  // 序号: 一、 （一） 1. （1） ① 第一条
	Heading  string    `json:"heading,omitzero"` // absent where the unit is plain sentences
	Text     string    `json:"text,omitzero"`    // its own paragraphs, one a line; those of its sections stand there
	Evidence Evidence  `json:"evidence"`         // of marker and heading, or of the first sentence
	Sections []Section `json:"sections,omitempty"`
}

// An Activity is a thing that the notice arranges.
type Activity struct {
	Name        string   `json:"name"`
	Start       string   `json:"start,omitzero" schema:"date"` // ISO 8601, inclusive
	End         string   `json:"end,omitzero" schema:"date"`   // ISO 8601, inclusive
	TimeText    string   `json:"time_text,omitzero"`
	Place       string   `json:"place,omitzero"`
	Organiser   string   `json:"organiser,omitzero"`
	Audience    string   `json:"audience,omitzero"`
	Description string   `json:"description,omitzero"`
	Attachments []int    `json:"attachments,omitempty"` // numbers of the attachments that it points to
	Inferred    bool     `json:"inferred,omitzero"`     // the year is not printed here
	Evidence    Evidence `json:"evidence"`
}

// A Deadline is one obligation that ends with a time (时限).
type Deadline struct {
	Text      string   `json:"text"`                         // the time as the notice words it
	Due       string   `json:"due,omitzero" schema:"date"`   // ISO 8601, inclusive
	Start     string   `json:"start,omitzero" schema:"date"` // of a window, ISO 8601, inclusive
	Time      string   `json:"time,omitzero" schema:"clock"` // HH:MM on Due; 24:00 is the end of the day
	Inferred  bool     `json:"inferred,omitzero"`            // the year is not printed here
	Action    string   `json:"action,omitzero"`              // who does what, in the document's words, without the time
	Actor     string   `json:"actor,omitzero"`
	Recipient string   `json:"recipient,omitzero"`
	Channel   string   `json:"channel,omitzero"`                    // how: 邮箱, 系统, 平台
	Relative  string   `json:"relative,omitzero" schema:"duration"` // ISO 8601 duration, where there is no date
	Evidence  Evidence `json:"evidence"`
}

// A Contact is people to turn to, grouped as the notice prints them.
type Contact struct {
	Names    []string `json:"names,omitempty"`
	Phones   []string `json:"phones,omitempty"`  // area code-number
	Mobiles  []string `json:"mobiles,omitempty"` // eleven digits
	Faxes    []string `json:"faxes,omitempty"`   // area code-number
	Emails   []string `json:"emails,omitempty"`
	QQ       []string `json:"qq,omitempty"`
	WeChat   []string `json:"wechat,omitempty"`
	Unit     string   `json:"unit,omitzero"`
	Address  string   `json:"address,omitzero"`
	Postcode string   `json:"postcode,omitzero"`
	Evidence Evidence `json:"evidence"`
}

// A URL is a web address as printed; http:// is added where it has no scheme.
type URL struct {
	URL      string   `json:"url"`
	Label    string   `json:"label,omitzero"`
	Evidence Evidence `json:"evidence"`
}

// An Attachment is an 附件: its line in the 附件说明 (7.3.4) joined with its own
// text (7.3.7).
type Attachment struct {
	Number   int       `json:"number,omitzero"` // 附件顺序号
	Title    string    `json:"title,omitzero"`  // 附件名称
	Present  bool      `json:"present"`         // its own text is in the document
	Text     string    `json:"text,omitzero"`
	Sections []Section `json:"sections,omitempty"`
	Evidence Evidence  `json:"evidence"`
}

// A Signature is 发文机关署名 and 成文日期 below the text.
type Signature struct {
	Units    []string `json:"units,omitempty"`
	Date     string   `json:"date,omitzero" schema:"date"` // ISO 8601
	Evidence Evidence `json:"evidence"`
}

// An Imprint is the 版记.
type Imprint struct {
	CopiedTo  []string `json:"copied_to,omitempty"`               // 抄送机关 (7.4.2)
	PrintedBy string   `json:"printed_by,omitzero"`               // 印发机关 (7.4.3)
	PrintedOn string   `json:"printed_on,omitzero" schema:"date"` // 印发日期, ISO 8601
	Copies    int      `json:"copies,omitzero"`                   // 印发份数
	Evidence  Evidence `json:"evidence"`
}

// Attendance is who was at a meeting (纪要, 10.3).
type Attendance struct {
	Present   []string `json:"present,omitempty"`   // 出席
	Absent    []string `json:"absent,omitempty"`    // 请假
	Observers []string `json:"observers,omitempty"` // 列席
	Chair     string   `json:"chair,omitzero"`      // 主持人
	Evidence  Evidence `json:"evidence"`
}

// A Date is one date expression of the document.
type Date struct {
	Text      string    `json:"text"`
	Start     string    `json:"start,omitzero" schema:"date"` // ISO 8601, inclusive; XXXX for a year that nothing tells
	End       string    `json:"end,omitzero" schema:"date"`   // ISO 8601, inclusive
	Precision Precision `json:"precision,omitzero"`
	Role      DateRole  `json:"role"`
	Relative  string    `json:"relative,omitzero" schema:"duration"` // ISO 8601 duration, where there is no date
	Inferred  bool      `json:"inferred,omitzero"`                   // the year is not printed here
	Evidence  Evidence  `json:"evidence"`
}

// An Amount is a quota or a sum.
type Amount struct {
	Text     string   `json:"text"`
	What     string   `json:"what,omitzero"`
	Value    float64  `json:"value"`
	Unit     string   `json:"unit,omitzero"`
	Evidence Evidence `json:"evidence"`
}

// A Table is a table of the body or of an attachment.
type Table struct {
	Rows     [][]string `json:"rows"`
	Evidence Evidence   `json:"evidence"`
}

// A Repair is damage that was mended before reading on.
type Repair struct {
	Kind     RepairKind `json:"kind"`
	Original string     `json:"original"`
	Repaired string     `json:"repaired"`
	Evidence Evidence   `json:"evidence"`
}

// A Publication is what a web copy says of itself.
type Publication struct {
	Site        string `json:"site,omitzero"`
	Source      string `json:"source,omitzero"`
	Author      string `json:"author,omitzero"`
	PublishedOn string `json:"published_on,omitzero" schema:"date"` // ISO 8601
	IndexNumber string `json:"index_number,omitzero"`               // 索引号
}

// A Warning is something odd that the reader of the JSON should know.
type Warning struct {
	Code     string   `json:"code"` // stable, lower case with hyphens
	Message  string   `json:"message"`
	Evidence Evidence `json:"evidence,omitzero"`
}
