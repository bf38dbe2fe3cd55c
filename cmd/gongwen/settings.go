package main

import (
	"fmt"
	"runtime"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"gongwen/extract"
)

// settings are the flags of all commands that extract.
type settings struct {
	encoding string
	source   string // script of the documents
	script   string // of the values
	noRepair bool
	maxSize  byteSize
	jobs     int
}

// The scripts that the flags take.
var (
	sourceScripts = []string{"auto", string(extract.Simplified), string(extract.Traditional), string(extract.Taiwan), string(extract.HongKong)}
	valueScripts  = []string{string(extract.Simplified), string(extract.Traditional), string(extract.Keep)}
)

// add adds the flags to cmd; many says that it may take many documents.
func (s *settings) add(cmd *cobra.Command, many bool) {
	s.maxSize, s.jobs = byteSize(extract.DefaultSize), 1
	flags := cmd.Flags()
	flags.StringVar(&s.encoding, "encoding", "", "character `SET` of text files, such as gb18030 (default: found from the bytes)")
	flags.StringVar(&s.source, "source-script", "auto", "what the text is written in: `NAME` is one of "+strings.Join(sourceScripts, ", "))
	flags.StringVar(&s.script, "script", string(extract.Simplified), "give values and normal form in the script `NAME`: "+strings.Join(valueScripts, ", "))
	flags.BoolVar(&s.noRepair, "no-repair", false, "leave damaged characters as they are")
	flags.Var(&s.maxSize, "max-size", "refuse larger files; `BYTES` or 64K, 64M, 1G")
	if many {
		flags.IntVarP(&s.jobs, "jobs", "j", runtime.GOMAXPROCS(0), "read `N` documents at once")
	}
	for name, values := range map[string][]string{"source-script": sourceScripts, "script": valueScripts} {
		if err := cmd.RegisterFlagCompletionFunc(name, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp)); err != nil {
			panic(err) // no such flag: cannot be
		}
	}
}

// extractor returns the extractor that the flags ask for.
func (s *settings) extractor() (*extract.Extractor, error) {
	if s.jobs < 1 {
		return nil, misused("--jobs is %d, want 1 or more", s.jobs)
	}
	if int64(s.maxSize) > extract.LargestSize {
		largest := byteSize(extract.LargestSize)
		return nil, misused("--max-size is %s, want %s or less", s.maxSize.String(), largest.String())
	}
	x := &extract.Extractor{Encoding: s.encoding, NoRepair: s.noRepair, Limits: extract.Limits{Size: int64(s.maxSize)}}
	if !slices.Contains(sourceScripts, s.source) {
		return nil, misused("unknown script %q; scripts are %s", s.source, strings.Join(sourceScripts, ", "))
	}
	if !slices.Contains(valueScripts, s.script) {
		return nil, misused("unknown script %q of values; they are %s", s.script, strings.Join(valueScripts, ", "))
	}
	x.Script = extract.Script(s.script)
	if s.source != "auto" {
		x.SourceScript = extract.Script(s.source)
	}
	if err := extract.CheckEncoding(s.encoding); err != nil {
		return nil, misused("%w", err)
	}
	return x, nil
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
