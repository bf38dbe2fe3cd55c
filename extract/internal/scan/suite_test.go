package scan

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// A suiteCase is one case of the public suites of Microsoft's Recognizers-Text.
type suiteCase struct {
	Input                              string
	NotSupported, NotSupportedByDesign string
	Context                            struct{ ReferenceDateTime string }
	Results                            []struct {
		Text, Type, TypeName string
		Resolution           struct{ Values []map[string]string }
	}
}

// kind is the type of the result: date, daterange, datetime …
func (c *suiteCase) kind(i int) string {
	r := c.Results[i]
	if r.Type != "" {
		return r.Type
	}
	return strings.TrimPrefix(r.TypeName, "datetimeV2.")
}

// suite reads the cases of a file that are not marked unsupported, by index.
func suite(t *testing.T, file string) map[int]*suiteCase {
	dir := os.Getenv("GONGWEN_SUITES")
	if dir == "" {
		t.Skip("GONGWEN_SUITES names no folder of suites")
	}
	data, err := os.ReadFile(filepath.Join(dir, "recognizers-text", file))
	if err != nil {
		t.Skip(err)
	}
	var all []json.RawMessage
	if err := json.Unmarshal(data, &all); err != nil {
		t.Fatal(err)
	}
	cases := make(map[int]*suiteCase)
	for i, raw := range all {
		c := &suiteCase{}
		if err := json.Unmarshal(raw, c); err != nil {
			continue // results of another shape
		}
		if marked := strings.ToLower(c.NotSupported + c.NotSupportedByDesign); !strings.Contains(marked, "dotnet") && !strings.Contains(marked, ".net") {
			cases[i] = c
		}
	}
	return cases
}

// differences reads the cases in which we mean something else than the suite,
// each with its reason.
func differences(t *testing.T) map[string]string {
	f, err := os.Open("testdata/suite_differences.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	out := make(map[string]string)
	for sc := bufio.NewScanner(f); sc.Scan(); {
		line := sc.Text()
		if line == "" || line[0] == '#' {
			continue
		}
		part := strings.Split(line, "\t")
		if len(part) != 3 || part[2] == "" {
			t.Errorf("%q is no difference", line)
			continue
		}
		for _, n := range strings.Fields(part[1]) {
			if out[part[0]+" "+n] != "" {
				t.Errorf("%s %s stands twice", part[0], n)
			}
			out[part[0]+" "+n] = part[2]
		}
	}
	return out
}

// TestSuites runs the public suites where GONGWEN_SUITES names their folder and
// prints the pass rate of each file. A case that fails must be listed in
// testdata/suite_differences.tsv, one that passes must not.
func TestSuites(t *testing.T) {
	listed := differences(t)
	for _, f := range []struct {
		file string
		run  func(*suiteCase) string
	}{
		{"DateTime/DateExtractor.json", dateSpans},
		{"DateTime/DatePeriodExtractor.json", dateSpans},
		{"DateTime/DateTimeExtractor.json", dateSpans},
		{"DateTime/DateTimePeriodExtractor.json", dateSpans},
		{"DateTime/DateTimeModel.json", dateSpans},
		{"Sequence/URLModel.json", urlSpans},
		{"Sequence/PhoneNumberModel.json", phoneSpans},
	} {
		t.Run(filepath.Base(f.file), func(t *testing.T) {
			cases := suite(t, f.file)
			passed, meant := 0, 0
			for i := range 2000 {
				c := cases[i]
				if c == nil {
					continue
				}
				key := filepath.Base(f.file) + " " + strconv.Itoa(i)
				diff := f.run(c)
				switch reason := listed[key]; {
				case diff == "" && reason != "":
					t.Errorf("%s passes and is listed: %s", key, reason)
				case diff == "":
					passed++
				case reason != "":
					meant++
				default:
					t.Errorf("%s: %s: %s", key, c.Input, diff)
				}
			}
			t.Logf("%s: %d of %d pass, %d differ on purpose", f.file, passed, len(cases), meant)
			if f.file == "DateTime/DateTimeModel.json" {
				right, all := 0, 0
				for _, c := range cases {
					r, n := dateValues(c)
					right, all = right+r, all+n
				}
				t.Logf("%s: %d of %d values right where the spans are", f.file, right, all)
			}
		})
	}
}

// bare takes off the words that open and bound a span: 从, 在, 之前. We count
// them with the date, the suite does not always, nor does it agree with itself.
func bare(s string) string {
	for range 2 {
		for _, w := range []string{"从", "自", "在", "于", "由", "自从", "直到", "到", "截至", "截止", "不迟于", "不晚于", "早于", "晚于", "（", "(", "，", " "} {
			s = strings.TrimPrefix(s, w)
		}
		for _, w := range []string{"之前", "以前", "之后", "以后", "以来", "为止", "之间", "期间", "之内", "以内", "前", "后", "起", "内", "止", "开始", "中", "）", ")", " ", "的时候", "这段时间", "整", "里", "之"} {
			s = strings.TrimSuffix(s, w)
		}
	}
	return strings.NewReplacer(" ", "", "，", ",").Replace(s)
}

// dateSpans compares the dates found with those that the suite wants.
func dateSpans(c *suiteCase) string {
	var want, got []string
	for i := range c.Results {
		switch c.kind(i) {
		case "date", "daterange", "datetime", "datetimerange":
			want = append(want, bare(c.Results[i].Text))
		}
	}
	Dates(c.Input, func(lo, hi int, d Date) bool {
		holiday := d.Named != "" && !d.Lunar // the suite has them in a file of their own
		if !d.Recurring && !holiday && !(d.Relative != "" && d.Anchor == "") {
			got = append(got, bare(c.Input[lo:hi]))
		}
		return true
	})
	if strings.Join(want, "|") != strings.Join(got, "|") {
		return fmt.Sprintf("want %q, got %q", want, got)
	}
	return ""
}

// dateValues counts the dates whose day is one that the suite gives, reading
// each near the case's day of reference. Its ends of months are the day behind.
func dateValues(c *suiteCase) (right, all int) {
	if dateSpans(c) != "" {
		return 0, 0
	}
	var want []string
	for i, r := range c.Results {
		if k := c.kind(i); k == "date" || k == "daterange" || k == "datetime" || k == "datetimerange" {
			s := ""
			for _, v := range r.Resolution.Values {
				s += v["value"] + " " + v["start"] + " " + v["end"] + " "
			}
			want = append(want, s)
		}
	}
	ref := isoDay(c.Context.ReferenceDateTime)
	Dates(c.Input, func(lo, hi int, d Date) bool {
		if d.Recurring || d.Named != "" && !d.Lunar || d.Relative != "" && d.Anchor == "" || all >= len(want) {
			return true
		}
		d = d.Near(ref)
		if strings.Contains(want[all], d.Start.String()) || strings.Contains(want[all], d.End.plus(1).String()) || strings.Contains(want[all], d.End.String()) {
			right++
		}
		all++
		return true
	})
	return right, all
}

func isoDay(s string) (d Day) {
	fmt.Sscanf(s, "%4d-%2d-%2d", &d.Year, &d.Month, &d.Day)
	return d
}

// urlSpans compares the addresses found with those that the suite wants.
func urlSpans(c *suiteCase) string {
	var want, got []string
	for _, r := range c.Results {
		want = append(want, r.Text)
	}
	URLs(c.Input, func(lo, hi int, _ URL) bool {
		got = append(got, c.Input[lo:hi])
		return true
	})
	if !strings.EqualFold(strings.Join(want, "|"), strings.Join(got, "|")) { // the suite writes all in lower case
		return fmt.Sprintf("want %q, got %q", want, got)
	}
	return ""
}

// phoneSpans compares the digits of the phones found with those that the suite wants.
func phoneSpans(c *suiteCase) string {
	var want, got []string
	for _, r := range c.Results {
		want = append(want, onlyDigits(r.Text))
	}
	Phones(c.Input, func(lo, hi int, _ Phone) bool {
		got = append(got, onlyDigits(c.Input[lo:hi]))
		return true
	})
	if strings.Join(want, "|") != strings.Join(got, "|") {
		return fmt.Sprintf("want %q, got %q", want, got)
	}
	return ""
}

func onlyDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
}

// TestNoticeDates runs the cases of the suites that a notice could print, the
// files of parsers and of times among them, by line of notice-subset.tsv.
func TestNoticeDates(t *testing.T) {
	dir := os.Getenv("GONGWEN_SUITES")
	if dir == "" {
		t.Skip("GONGWEN_SUITES names no folder of suites")
	}
	data, err := os.ReadFile(filepath.Join(dir, "dates", "notice-subset.tsv"))
	if err != nil {
		t.Skip(err)
	}
	listed := differences(t)
	passed, meant := 0, 0
	for i, line := range strings.Split(string(data), "\n") {
		part := strings.Split(line, "\t")
		var results [][]json.RawMessage
		if i == 0 || len(part) < 7 || json.Unmarshal([]byte(part[6]), &results) != nil {
			continue // the head, and lines cut short
		}
		var want, got []string
		for _, r := range results {
			var text string
			if len(r) > 0 && json.Unmarshal(r[0], &text) == nil {
				want = append(want, bare(text))
			}
		}
		Dates(part[5], func(lo, hi int, _ Date) bool {
			got = append(got, bare(part[5][lo:hi]))
			return true
		})
		key := "notice-subset.tsv " + strconv.Itoa(i+1)
		same := strings.Join(want, "|") == strings.Join(got, "|")
		switch reason := listed[key]; {
		case same && reason != "":
			t.Errorf("%s passes and is listed: %s", key, reason)
		case same:
			passed++
		case reason != "":
			meant++
		default:
			t.Errorf("%s: %s: want %q, got %q", key, part[5], want, got)
		}
	}
	t.Logf("dates/notice-subset.tsv: %d of %d pass, %d differ on purpose", passed, passed+meant, meant)
}
