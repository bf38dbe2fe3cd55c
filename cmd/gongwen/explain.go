package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"gongwen/extract"
)

// explainCommand returns gongwen explain.
func (p *program) explainCommand() *cobra.Command {
	var s settings
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "explain [FILE | -]",
		Short: "Show how a notice was understood",
		Long: `Show how a notice was understood: each line with the part of the notice and the
kind of line it was taken for, each value with the rule that found it and the
words it rests on, and the lines that nothing claimed. The notices that a file
bundles stand one behind the other.`,
		Example: `  gongwen explain notice.txt
  gongwen explain --json notice.txt | jq -r '.lines[] | select(.kind == "heading").text'`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			args, err := p.arguments(cmd, args)
			if err != nil {
				return err
			}
			if args[0] != "-" && isDir(args[0]) {
				return misused("%s is a directory; explain takes one notice", args[0])
			}
			x, err := s.extractor()
			if err != nil {
				return err
			}
			return p.print(cmd.Context(), x, args, s.jobs, func(ctx context.Context, name string, r io.Reader, dst []byte) ([]byte, error) {
				list, err := x.ExplainBundle(ctx, name, r)
				for i, e := range list {
					switch {
					case asJSON:
						dst = appendJSON(dst, e, p.outTerminal)
					case i > 0:
						dst = appendExplanation(append(dst, '\n'), e)
					default:
						dst = appendExplanation(dst, e)
					}
				}
				return dst, err
			})
		},
	}
	s.add(cmd, false)
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON object, with all words at full length")
	return cmd
}

func appendJSON(dst []byte, v any, indented bool) []byte {
	w := appending(dst)
	e := json.NewEncoder(&w)
	e.SetEscapeHTML(false)
	if indented {
		e.SetIndent("", "  ")
	}
	e.Encode(v) // plain structs and a slice as a writer: it cannot fail
	return w
}

// appendExplanation appends e for people to read.
func appendExplanation(dst []byte, e *extract.Explanation) []byte {
	b := bytes.NewBuffer(dst)
	fmt.Fprintf(b, "%s: %s, %d bytes", e.Source.Name, e.Source.Format, e.Source.Size)
	if e.Source.Encoding != "" {
		fmt.Fprintf(b, ", %s", e.Source.Encoding)
	}
	if part := e.Source.Part; part != nil {
		fmt.Fprintf(b, ", document %d of %d", part.Number, part.Of)
	}
	fmt.Fprintf(b, "\n\nlines\n")
	for i := range e.Lines {
		writeLine(b, &e.Lines[i])
	}
	fmt.Fprintf(b, "\nvalues\n")
	for i := range e.Values {
		writeValue(b, &e.Values[i])
	}
	fmt.Fprintf(b, "\nlines that nothing claimed\n")
	unclaimed := e.Unclaimed()
	for i := range unclaimed {
		writeLine(b, &unclaimed[i])
	}
	if len(unclaimed) == 0 {
		fmt.Fprintf(b, "%6s\n", "none")
	}
	return b.Bytes()
}

func writeLine(b *bytes.Buffer, l *extract.Line) {
	fmt.Fprintf(b, "%6d  %-11s %-16s %s\n", l.Line, l.Part, l.Kind, short(l.Text))
}

func writeValue(b *bytes.Buffer, v *extract.Value) {
	if v.Evidence.Rule == "" && len(v.Members) == 1 {
		fmt.Fprintf(b, "  %s: %s\n", v.Field, short(v.Members[0].Text))
		return
	}
	fmt.Fprintf(b, "  %s", v.Field)
	if v.Evidence.Rule != "" {
		fmt.Fprintf(b, "  line %d  %s  “%s”", v.Evidence.Line, v.Evidence.Rule, short(v.Evidence.Quote))
	}
	b.WriteByte('\n')
	for _, m := range v.Members {
		fmt.Fprintf(b, "      %-16s %s\n", m.Name, short(m.Text))
	}
}

// widest is how many characters of a value explain shows.
const widest = 60

// short returns s on one line, cut behind its first characters.
func short(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if utf8.RuneCountInString(s) <= widest {
		return s
	}
	return string([]rune(s)[:widest]) + "…"
}
