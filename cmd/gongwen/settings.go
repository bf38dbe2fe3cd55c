package main

import (
	"fmt"
	"os"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"gongwen/extract"
)

// settings are the flags of all commands that extract.
type settings struct {
	encoding string
	source   string // script of the documents
	script   string // of the values
	noRepair bool
	password string
	lexicon  string // folder of word lists
	jobs     int
	errors   string // file that errors also go to

	ocr     string
	ocrLang string

	maxSize     byteSize
	maxUnpacked byteSize
	maxPages    int
	maxDepth    int
	maxRatio    int
	maxXMLDepth int
	timeout     time.Duration
	ocrTimeout  time.Duration
}

// The scripts that the flags take.
var (
	sourceScripts = []string{"auto", string(extract.Simplified), string(extract.Traditional), string(extract.Taiwan), string(extract.HongKong)}
	valueScripts  = []string{string(extract.Simplified), string(extract.Traditional), string(extract.Keep)}
)

var ocrUses = []string{"auto", "always", "never"}

// add adds the flags to cmd; many says that it may take many documents.
func (s *settings) add(cmd *cobra.Command, many bool) {
	flags := cmd.Flags()
	flags.StringVar(&s.encoding, "encoding", "", "character `SET` of text files, such as gb18030 (default: found from the bytes)")
	flags.StringVar(&s.source, "source-script", "auto", "what the text is written in: `NAME` is one of "+strings.Join(sourceScripts, ", "))
	flags.StringVar(&s.script, "script", string(extract.Simplified), "give values and normal form in the script `NAME`: "+strings.Join(valueScripts, ", "))
	flags.BoolVar(&s.noRepair, "no-repair", false, "leave damaged characters as they are")
	flags.StringVar(&s.lexicon, "lexicon", "", "take word lists such as surnames.txt from `DIR` in place of the built-in ones of those names")
	flags.StringVar(&s.password, "password", "", "`WORDS` that open encrypted PDF files")
	flags.StringVar(&s.ocr, "ocr", "auto", "read pages without text by Tesseract: auto (where it is installed), always (all pages of PDF files too), never; `WHEN`")
	flags.StringVar(&s.ocrLang, "ocr-lang", "", "Tesseract's `LANGUAGES`, such as chi_sim+eng (default chi_sim, or chi_tra where that reads better)")
	s.addLimits(cmd)
	s.jobs = 1
	if many {
		flags.IntVarP(&s.jobs, "jobs", "j", runtime.GOMAXPROCS(0), "read `N` documents at once")
		flags.StringVar(&s.errors, "errors", "", "also write the errors to `FILE`, one JSON object a line: name, format, page, kind, message")
	}
	for name, values := range map[string][]string{"source-script": sourceScripts, "script": valueScripts, "ocr": ocrUses} {
		if err := cmd.RegisterFlagCompletionFunc(name, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp)); err != nil {
			panic(err) // no such flag: cannot be
		}
	}
}

// addLimits adds the flags of the limits, with what holds without them.
func (s *settings) addLimits(cmd *cobra.Command) {
	l := extract.Limits{}.Filled()
	s.maxSize, s.maxUnpacked = byteSize(l.Size), byteSize(l.Unpacked)
	flags := cmd.Flags()
	flags.Var(&s.maxSize, "max-size", "refuse larger files; `BYTES` or 64K, 64M, 1G")
	flags.Var(&s.maxUnpacked, "max-unpacked", "refuse archives and packed files that unpack to more `BYTES`")
	flags.IntVar(&s.maxPages, "max-pages", l.Pages, "read the first `N` pages of a document")
	flags.IntVar(&s.maxDepth, "max-depth", l.Nesting, "open archives up to `N` within one another")
	flags.IntVar(&s.maxRatio, "max-ratio", int(l.Ratio), "refuse packed files that unpack to more than `N` times their size")
	flags.IntVar(&s.maxXMLDepth, "max-xml-depth", l.Depth, "refuse XML nested deeper than `N` elements")
	flags.DurationVar(&s.timeout, "timeout", l.Time, "give up a document after this `TIME`, OCR left out")
	flags.DurationVar(&s.ocrTimeout, "ocr-timeout", l.PageTime, "give up OCR of a page after this `TIME`")
}

// extractor returns the extractor that the flags ask for.
func (s *settings) extractor() (*extract.Extractor, error) {
	x := &extract.Extractor{Encoding: s.encoding, NoRepair: s.noRepair, Password: s.password, OCRLanguages: s.ocrLang}
	if !slices.Contains(sourceScripts, s.source) {
		return nil, misused("unknown script %q; scripts are %s", s.source, strings.Join(sourceScripts, ", "))
	}
	if s.source != "auto" {
		x.SourceScript = extract.Script(s.source)
	}
	if !slices.Contains(valueScripts, s.script) {
		return nil, misused("unknown script %q of values; they are %s", s.script, strings.Join(valueScripts, ", "))
	}
	x.Script = extract.Script(s.script)
	switch s.ocr {
	case "auto":
		x.OCR = extract.OCRAuto
	case "always":
		x.OCR = extract.OCRAlways
	case "never":
	default:
		return nil, misused("--ocr is %q, want %s", s.ocr, strings.Join(ocrUses, ", "))
	}
	if err := extract.CheckEncoding(s.encoding); err != nil {
		return nil, misused("%w", err)
	}
	if s.lexicon != "" {
		if err := extract.UseLexicon(os.DirFS(s.lexicon)); err != nil {
			return nil, misused("--lexicon %s: %w", s.lexicon, err)
		}
	}
	return x, s.limit(x)
}

// limit sets the limits that the flags ask for.
func (s *settings) limit(x *extract.Extractor) error {
	for _, n := range [...]struct {
		name  string
		value int64
	}{
		{"jobs", int64(s.jobs)}, {"max-pages", int64(s.maxPages)}, {"max-depth", int64(s.maxDepth)},
		{"max-ratio", int64(s.maxRatio)}, {"max-xml-depth", int64(s.maxXMLDepth)},
	} {
		if n.value < 1 {
			return misused("--%s is %d, want 1 or more", n.name, n.value)
		}
	}
	for _, n := range [...]struct {
		name  string
		value time.Duration
	}{{"timeout", s.timeout}, {"ocr-timeout", s.ocrTimeout}} {
		if n.value <= 0 {
			return misused("--%s is %v, want a time such as 500ms, 60s or 5m", n.name, n.value)
		}
	}
	x.Limits = extract.Limits{
		Size: int64(s.maxSize), Unpacked: int64(s.maxUnpacked), Pages: s.maxPages, Nesting: s.maxDepth,
		Ratio: int64(s.maxRatio), Depth: s.maxXMLDepth,
		Time: s.timeout, PageTime: s.ocrTimeout,
	}
	most := x.Limits.Filled()
	for _, n := range [...]struct {
		name        string
		value, most int64
	}{{"max-size", x.Limits.Size, most.Size}, {"max-unpacked", x.Limits.Unpacked, most.Unpacked}} {
		if n.value > n.most {
			value, largest := byteSize(n.value), byteSize(n.most)
			return misused("--%s is %s, want %s or less", n.name, value.String(), largest.String())
		}
	}
	if x.Limits.Size == extract.DefaultSize {
		x.Limits.Size = 0 // an archive may be larger than its members
	}
	return nil
}

// A byteSize is a flag that takes a number of bytes.
type byteSize int64

// The units of a byteSize, each 1024 of the one before.
const units = "KMGT"

// String returns the size in the largest unit that divides it.
func (b *byteSize) String() string {
	n, unit := int64(*b), ""
	for i := 0; i < len(units) && n != 0 && n%1024 == 0; i++ {
		n, unit = n/1024, units[i:i+1]
	}
	return strconv.FormatInt(n, 10) + unit
}

// Set reads a size such as 4096, 64K or 64M.
func (b *byteSize) Set(s string) error {
	digits, shift := strings.TrimSuffix(strings.ToUpper(s), "B"), 0
	if n := len(digits); n > 0 {
		if i := strings.IndexByte(units, digits[n-1]); i >= 0 {
			digits, shift = digits[:n-1], 10*(i+1)
		}
	}
	n, err := strconv.ParseInt(digits, 10, 64)
	if err != nil || n < 1 || n<<shift>>shift != n {
		return fmt.Errorf("want a number of bytes, or one with K, M, G or T")
	}
	*b = byteSize(n << shift)
	return nil
}

// Type is the flag's type in messages.
func (b *byteSize) Type() string { return "bytes" }
