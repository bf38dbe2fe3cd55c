package main

import (
	"context"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"gongwen/extract"
	"gongwen/model"
)

// root returns the command itself: notices in, JSON out.
func (p *program) root() *cobra.Command {
	var s settings
	var f form
	var output string
	cmd := &cobra.Command{
		Use:   "gongwen [FILE | DIR | -]...",
		Short: "Read official notices (公文) and print what they say as JSON",
		Long: `Read official notices (公文) and print what they say as JSON: one object a
notice, indented for a single notice on a terminal, one a line otherwise.

A directory is read with all below it, in the order of names: every regular
file with a known ending (` + strings.Join(knownEndings(), " ") + `).
Names that begin with a dot are passed over; links to files are followed, links
to directories are not. An archive is read with all its members, each a notice
named archive.zip!/inner/a.docx. A file that bundles several notices, one behind
the other, gives one object each; source.part says which it is. "-", or no argument behind a pipe, is standard
input. A file named like a subcommand is given as ./text.

Exit status: 0 done, 1 some input failed, 2 wrong usage. A reader that closes
the pipe early (head) is no failure.`,
		Example: `  gongwen notice.txt
  gongwen archive/ > notices.jsonl
  gongwen --errors failed.jsonl archive.zip > notices.jsonl
  gongwen --fields title,deadlines archive/ | jq -r '.deadlines[]?.due'
  unzip -p archive.zip notice.txt | gongwen
  gongwen explain notice.txt`,
		Version:           version(),
		Args:              cobra.ArbitraryArgs,
		SilenceErrors:     true,
		SilenceUsage:      true,
		DisableAutoGenTag: true,
		RunE: func(cmd *cobra.Command, args []string) error {
			args, err := p.arguments(cmd, args)
			if err != nil {
				return err
			}
			if err := f.check(); err != nil {
				return err
			}
			x, err := s.extractor()
			if err != nil {
				return err
			}
			x.KeepText = f.keepsText()
			return p.logErrors(s.errors, func() error {
				return p.toFile(output, func() error {
					f.indented = f.pretty || p.outTerminal && !f.compact && single(args)
					return p.notices(cmd.Context(), x, s.jobs, args, &f)
				})
			})
		},
	}
	cmd.SetVersionTemplate("gongwen {{.Version}}\n")
	s.add(cmd, true)
	f.add(cmd)
	cmd.Flags().StringVarP(&output, "output", "o", "", "write to `FILE` instead of standard output")
	cmd.AddCommand(p.textCommand(), p.explainCommand(), p.compareCommand(), p.evaluateCommand(), p.formatsCommand(), p.schemaCommand())
	nameTheShell(cmd)
	return cmd
}

// nameTheShell makes completion without a shell, or with one that is unknown,
// wrong usage.
func nameTheShell(cmd *cobra.Command) {
	cmd.InitDefaultCompletionCmd()
	for _, c := range cmd.Commands() {
		if c.Name() == "completion" {
			c.RunE = func(*cobra.Command, []string) error {
				return misused("which shell: bash, zsh, fish or powershell")
			}
		}
	}
}

// A form is how notices are printed.
type form struct {
	fields   []string
	text     bool
	pretty   bool
	compact  bool
	indented bool // what follows from these and the terminal
}

func (f *form) add(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringSliceVar(&f.fields, "fields", nil, "print these members `a,b,c` alone (schema and source stay)")
	flags.BoolVar(&f.text, "text", false, "add the source's text and the same in normal form")
	flags.BoolVar(&f.pretty, "pretty", false, "indent the objects")
	flags.BoolVar(&f.compact, "compact", false, "print one object a line")
	cmd.MarkFlagsMutuallyExclusive("pretty", "compact")
	complete := func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return model.Fields(), cobra.ShellCompDirectiveNoFileComp
	}
	if err := cmd.RegisterFlagCompletionFunc("fields", complete); err != nil {
		panic(err) // no such flag: cannot be
	}
}

func (f *form) check() error {
	if err := model.CheckFields(f.fields); err != nil {
		return misused("%w", err)
	}
	return nil
}

// keepsText reports whether the notices need their texts.
func (f *form) keepsText() bool {
	return f.text || slices.Contains(f.fields, "text") || slices.Contains(f.fields, "normalized")
}

// append appends n to dst, as the form says, with a line break.
func (f *form) append(dst []byte, n *model.Notice) []byte {
	if len(f.fields) > 0 {
		fields := f.fields
		if f.text {
			fields = append(slices.Clone(fields), "text", "normalized")
		}
		n = model.Select(n, fields)
	}
	if !f.indented {
		return append(model.AppendNotice(dst, n), '\n')
	}
	w := appending(dst)
	model.EncodeIndent(&w, n) // it fails only when the writer does
	return w
}

// An appending is a slice as a writer.
type appending []byte

// Write appends data.
func (a *appending) Write(data []byte) (int, error) {
	*a = append(*a, data...)
	return len(data), nil
}

// notices prints the notices of args.
func (p *program) notices(ctx context.Context, x *extract.Extractor, jobs int, args []string, f *form) error {
	return p.print(ctx, x, args, jobs, func(ctx context.Context, name string, r io.Reader, dst []byte) ([]byte, error) {
		list, err := x.ExtractBundle(ctx, name, r)
		for _, n := range list {
			dst = f.append(dst, n)
		}
		return dst, err
	})
}
