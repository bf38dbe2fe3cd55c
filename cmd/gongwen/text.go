package main

import (
	"context"
	"io"

	"github.com/spf13/cobra"
)

// textCommand returns gongwen text.
func (p *program) textCommand() *cobra.Command {
	var s settings
	var raw bool
	cmd := &cobra.Command{
		Use:   "text [FILE | DIR | -]...",
		Short: "Print the text of notices in normal form",
		Long: `Print the text of notices in normal form: simplified characters, half-width
letters and digits, full-width Chinese punctuation, 〔〕 in document numbers,
without marks of the format and pinyin glosses, damage repaired.`,
		Example: `  gongwen text notice.txt
  gongwen text --no-repair notice.txt
  diff <(gongwen text --raw notice.txt) <(gongwen text notice.txt)`,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			args, err := p.arguments(cmd, args)
			if err != nil {
				return err
			}
			x, err := s.extractor()
			if err != nil {
				return err
			}
			return p.logErrors(s.errors, func() error {
				return p.print(cmd.Context(), x, args, s.jobs, func(ctx context.Context, name string, r io.Reader, dst []byte) ([]byte, error) {
					source, text, err := x.Text(ctx, name, r)
					if raw {
						text = source
					}
					return appendLines(dst, text), err
				})
			})
		},
	}
	s.add(cmd, true)
	cmd.Flags().BoolVar(&raw, "raw", false, "print the source's own text")
	return cmd
}

// appendLines appends text and ends its last line.
func appendLines(dst []byte, text string) []byte {
	dst = append(dst, text...)
	if n := len(text); n > 0 && text[n-1] != '\n' {
		dst = append(dst, '\n')
	}
	return dst
}
