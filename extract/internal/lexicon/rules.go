package lexicon

import (
	"fmt"
	"strings"

	"gongwen/extract/internal/scan"
)

// A Rule is a turn of phrase with what it must match and what it must not.
type Rule struct {
	Name     string // stands in the evidence of what the rule found
	Pattern  *scan.Pattern
	Examples []string
	Refused  []string
}

// readRules reads a file of rules. A line is
//
//	name | pattern | example
//
// and may be continued by lines with = (another example) or ! (a counterexample) for the pattern:
//
//	| ! | counterexample
//
// The bars that part the columns have blanks on both sides; those inside a pattern have none.
// # at the head of a line opens a comment.
func readRules(text string) ([]Rule, error) {
	var rules []Rule
	number := 0
	for line := range strings.Lines(text) {
		number++
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		var err error
		if rules, err = readRule(rules, columns(line)); err != nil {
			return nil, fmt.Errorf("line %d: %w", number, err)
		}
	}
	return rules, nil
}

func readRule(rules []Rule, c []string) ([]Rule, error) {
	if len(c) != 3 || c[2] == "" {
		return nil, fmt.Errorf("want three columns, have %d", len(c))
	}
	if c[0] != "" {
		p, err := scan.Compile(c[1])
		return append(rules, Rule{Name: c[0], Pattern: p, Examples: []string{c[2]}}), err
	}
	if len(rules) == 0 {
		return nil, errNoRule
	}
	r := &rules[len(rules)-1]
	switch c[1] {
	case "=":
		r.Examples = append(r.Examples, c[2])
	case "!":
		r.Refused = append(r.Refused, c[2])
	default:
		return nil, fmt.Errorf("a continued line has = or !, not %q", c[1])
	}
	return rules, nil
}

// columns parts line at its bars with blanks about them; a bar at the head leaves the first column empty.
func columns(line string) []string {
	if strings.HasPrefix(line, "|") {
		line = " " + line
	}
	var c []string
	for {
		i := strings.Index(line, " | ")
		if i < 0 || len(c) == 2 {
			return append(c, strings.TrimSpace(line))
		}
		c = append(c, strings.TrimSpace(line[:i]))
		line = line[i+2:]
	}
}
