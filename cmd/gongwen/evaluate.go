package main

import (
	"context"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"gongwen/extract"
	"gongwen/extract/gold"
)

// evaluateCommand returns gongwen evaluate.
func (p *program) evaluateCommand() *cobra.Command {
	var s settings
	var e evaluation
	cmd := &cobra.Command{
		Use:   "evaluate DIR...",
		Short: "Measure against gold samples",
		Long: `Measure against gold samples: NAME.gold.json beside a document that it names
states what the document says. Precision, recall and F1 of each field, over
all values (micro) and over the fields (macro). Of a file that bundles several
documents each has a sample, whose "part" is its number; without one a sample
states the first.

--diff lists every value that is not as stated, one a line, between tabs:
document, field, missing, spurious or wrong, what was wanted, what was found.`,
		Example: `  gongwen evaluate testdata/notices
  gongwen evaluate --diff --min 0.95 archive/samples`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if e.min < 0 || e.min > 1 {
				return misused("--min is %v, want a share from 0 to 1", e.min)
			}
			x, err := s.extractor()
			if err != nil {
				return err
			}
			return p.logErrors(s.errors, func() error {
				return p.evaluate(cmd.Context(), x, s.jobs, args, &e)
			})
		},
	}
	s.add(cmd, true)
	flags := cmd.Flags()
	flags.BoolVar(&e.diff, "diff", false, "list every value that is not as stated first")
	flags.BoolVar(&e.json, "json", false, "print one JSON object, misses included")
	flags.Float64Var(&e.min, "min", 0, "exit 1 if the micro-F1 is below `F1`")
	return cmd
}

// An evaluation is how a measurement is reported.
type evaluation struct {
	diff, json bool
	min        float64
}

// A scored is the score of one sample.
type scored struct {
	report *gold.Report
	err    error
}

func (p *program) evaluate(ctx context.Context, x *extract.Extractor, jobs int, dirs []string, e *evaluation) error {
	var samples []*gold.Sample
	for _, dir := range dirs {
		list, err := gold.LoadDir(dir)
		if err != nil {
			return &exit{failed, err}
		}
		if len(list) == 0 {
			p.fail(fmt.Errorf("%s: no samples (NAME%s) here", dir, gold.Suffix))
		}
		samples = append(samples, list...)
	}
	var total gold.Report
	b := batch[*gold.Sample, scored]{
		jobs: jobs,
		work: func(ctx context.Context, s *gold.Sample) scored { return score(ctx, x, s) },
		each: func(r scored) error {
			total.Add(r.report)
			if r.err != nil {
				p.fail(r.err)
			}
			return nil
		},
	}
	if err := b.run(ctx, slices.Values(samples)); err != nil {
		return err
	}
	if err := p.writeReport(&total, e); err != nil {
		return err
	}
	if f1 := total.Micro().F1(); f1 < e.min {
		p.fail(fmt.Errorf("micro-F1 %.4f is below %v", f1, e.min))
	}
	return nil
}

// score scores one sample. A document that cannot be read misses all.
func score(ctx context.Context, x *extract.Extractor, s *gold.Sample) scored {
	in := input{name: s.DocumentPath()}
	r, err := in.open()
	if err != nil {
		return scored{gold.Compare(s, nil), err}
	}
	defer r.Close()
	list, err := x.ExtractBundle(ctx, in.name, r)
	return scored{gold.Compare(s, s.Of(list)), err}
}

func (p *program) writeReport(r *gold.Report, e *evaluation) error {
	if e.json {
		return outputError(0, r.WriteJSON(p.out))
	}
	if e.diff {
		if err := r.WriteMisses(p.out); err != nil {
			return outputError(0, err)
		}
	}
	return outputError(0, r.WriteTable(p.out))
}
