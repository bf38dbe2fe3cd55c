// Package gold measures extracted notices against samples that a person has
// labelled. A sample is a document with a NAME.gold.json beside it, which
// states the checkable part of what the document says; see [Sample]. Of a file
// that bundles several documents each has a sample of its own, whose "part" is
// its number; without one a sample speaks of the first.
//
// Loading and comparing never change their arguments. The rules: a key that a
// sample leaves out is not scored; null and [] say that the document has none;
// values are compared after NFKC, in lower case, letters and digits alone.
package gold

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"gongwen/model"
)

// Suffix is how the names of sample files end.
const Suffix = ".gold.json"

// A Sample is what a person says that one document says.
//
// In every slice nil and empty differ: nil is not stated and not scored, empty
// says that the document has none.
type Sample struct {
	Path     string // of the sample file; empty where there is none
	Document string // name of the document's file
	Part     int    // which of the documents that the file bundles, from 1; 0 is the first or only one

	Genre          Variants // 文种
	Issuers        []Item   // 发文机关
	DocumentNumber Variants // 发文字号
	Secrecy        Variants // 密级, without its term
	Urgency        Variants // 紧急程度
	Title          Variants // 标题
	Addressees     []Item   // 主送机关
	IssuedOn       Variants // 成文日期
	Theme          Variants // 主题, 事由
	Period         []*Period
	References     []Item       // 发文字号 of the documents cited, else their titles
	Sections       []Section    // 结构层次, the tree flattened
	Activities     []Activity   // 活动安排
	Deadlines      []Deadline   // 时限
	Names          []Item       // contacts.names
	Phones         []Item       // contacts.phones: mobiles and faxes too
	Emails         []Item       // contacts.emails
	URLs           []Item       // 网址
	Attachments    []Attachment // 附件
	CopiedTo       []Item       // 抄送机关
}

// Variants are the accepted forms of one value; nil among them accepts that
// there is no value. The first is the preferred one.
type Variants []*string

// An Item is a member of a set.
type Item struct {
	Variants Variants
	Optional bool // emitting it is neither rewarded nor punished
}

// A Period is an accepted window; a nil end is none.
type Period struct {
	Start *string `json:"start"`
	End   *string `json:"end"`
}

// A Section is a numbered or headed unit of the text.
type Section struct {
	Level    int      `json:"level"`
	Marker   string   `json:"marker"`  // 序号
	Heading  Variants `json:"heading"` // none for plain sentences: then the marker is compared
	Optional bool     `json:"optional"`
}

// An Activity is a thing that the notice arranges.
type Activity struct {
	Name        Variants
	Timed       bool // start or end is stated
	Start, End  *string
	Attachments []int
	Optional    bool
}

// A Deadline is an obligation that ends with a time.
type Deadline struct {
	Due      Variants `json:"due"`
	Relative Variants `json:"relative"` // counts where due is not stated
	Action   Variants `json:"action"`
	Optional bool     `json:"optional"`
}

// An Attachment is an 附件.
type Attachment struct {
	Number   int      `json:"number"` // 0 is none
	Title    Variants `json:"title"`
	Present  *bool    `json:"present"` // nil is not stated
	Optional bool     `json:"optional"`
}

// Load reads one sample file.
func Load(path string) (*Sample, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	s, err := Parse(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	s.Path = path
	return s, nil
}

// LoadDir reads the samples in dir and below it, in order of their paths.
func LoadDir(dir string) ([]*Sample, error) {
	var paths []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && strings.HasSuffix(path, Suffix) {
			paths = append(paths, path)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	slices.Sort(paths)
	samples := make([]*Sample, len(paths))
	for i, path := range paths {
		if samples[i], err = Load(path); err != nil {
			return nil, err
		}
	}
	return samples, nil
}

// DocumentPath is where the sample's document lies: beside the sample file.
func (s *Sample) DocumentPath() string {
	return filepath.Join(filepath.Dir(s.Path), filepath.Base(s.Document))
}

// Of returns the notice that the sample speaks of among those of its document's
// file, nil if it is not there.
func (s *Sample) Of(notices []*model.Notice) *model.Notice {
	if i := max(s.Part, 1) - 1; i < len(notices) {
		return notices[i]
	}
	return nil
}

// name is what reports call the sample's document.
func (s *Sample) name() string {
	if s.Part == 0 {
		return s.Document
	}
	return fmt.Sprintf("%s#%d", s.Document, s.Part)
}

// Parse reads a sample from the content of its file. Keys that it does not
// know, such as a comment, are skipped.
func Parse(data []byte) (*Sample, error) {
	o, err := objectOf(data)
	if err != nil {
		return nil, err
	}
	s := new(Sample)
	if err := json.Unmarshal(o["document"], &s.Document); err != nil || s.Document == "" {
		return nil, errors.New("document: no file name")
	}
	contacts, err := objectOf(o["contacts"])
	if err != nil {
		return nil, fmt.Errorf("contacts: %w", err)
	}
	if raw, ok := o["part"]; ok && (json.Unmarshal(raw, &s.Part) != nil || s.Part < 1) {
		return nil, errors.New("part: want the number of a document, from 1")
	}
	return s, errors.Join(
		read(o, "genre", &s.Genre),
		read(o, "issuers", &s.Issuers),
		read(o, "document_number", &s.DocumentNumber),
		read(o, "secrecy", &s.Secrecy),
		read(o, "urgency", &s.Urgency),
		read(o, "title", &s.Title),
		read(o, "addressees", &s.Addressees),
		read(o, "issued_on", &s.IssuedOn),
		read(o, "theme", &s.Theme),
		readPeriod(o, &s.Period),
		read(o, "references", &s.References),
		read(o, "sections", &s.Sections),
		read(o, "activities", &s.Activities),
		read(o, "deadlines", &s.Deadlines),
		read(contacts, "names", &s.Names),
		read(contacts, "phones", &s.Phones),
		read(contacts, "emails", &s.Emails),
		read(o, "urls", &s.URLs),
		read(o, "attachments", &s.Attachments),
		read(o, "copied_to", &s.CopiedTo),
	)
}

// An object keeps apart the keys that are absent and those that are null.
type object map[string]json.RawMessage

func objectOf(data []byte) (object, error) {
	if len(data) == 0 {
		return nil, nil
	}
	var o object
	err := json.Unmarshal(data, &o)
	return o, err
}

// has reports whether key is there with a value other than null.
func (o object) has(key string) bool {
	raw, ok := o[key]
	return ok && string(raw) != "null"
}

// read sets dst from key: not at all where it is absent, to an empty slice
// where it is null.
func read[T ~[]E, E any](o object, key string, dst *T) error {
	raw, ok := o[key]
	if !ok {
		return nil
	}
	err := json.Unmarshal(raw, dst)
	if err != nil {
		return fmt.Errorf("%s: %w", key, err)
	}
	if *dst == nil {
		*dst = T{}
	}
	return nil
}

func readPeriod(o object, dst *[]*Period) error {
	if !o.has("period") {
		return read(o, "period", dst)
	}
	variants, err := objectOf(o["period"])
	if err != nil {
		return fmt.Errorf("period: %w", err)
	}
	if variants.has("any_of") {
		return read(variants, "any_of", dst)
	}
	one := new(Period)
	*dst = []*Period{one}
	return json.Unmarshal(o["period"], one)
}

// UnmarshalJSON reads null, a string or {"any_of": […]}.
func (v *Variants) UnmarshalJSON(data []byte) error {
	*v = Variants{}
	if string(data) == "null" {
		return nil
	}
	if data[0] != '{' {
		var one *string
		err := json.Unmarshal(data, &one)
		*v = Variants{one}
		return err
	}
	var choice struct {
		AnyOf []*string `json:"any_of"`
	}
	if err := json.Unmarshal(data, &choice); err != nil {
		return err
	}
	if len(choice.AnyOf) == 0 {
		return errors.New("no any_of")
	}
	*v = choice.AnyOf
	return nil
}

// UnmarshalJSON reads a value, or {"value": …} with its being optional.
func (i *Item) UnmarshalJSON(data []byte) error {
	if data[0] != '{' {
		return i.Variants.UnmarshalJSON(data)
	}
	o, err := objectOf(data)
	if err != nil {
		return err
	}
	if raw, ok := o["optional"]; ok {
		if err := json.Unmarshal(raw, &i.Optional); err != nil {
			return err
		}
	}
	if raw, ok := o["value"]; ok {
		data = raw
	}
	return i.Variants.UnmarshalJSON(data)
}

// UnmarshalJSON reads an activity and notes whether its time is stated.
func (a *Activity) UnmarshalJSON(data []byte) error {
	o, err := objectOf(data)
	if err != nil {
		return err
	}
	var plain struct {
		Name     Variants `json:"name"`
		Start    *string  `json:"start"`
		End      *string  `json:"end"`
		Optional bool     `json:"optional"`
	}
	if err := json.Unmarshal(data, &plain); err != nil {
		return err
	}
	_, start := o["start"]
	_, end := o["end"]
	*a = Activity{plain.Name, start || end, plain.Start, plain.End, nil, plain.Optional}
	return read(o, "attachments", &a.Attachments)
}
