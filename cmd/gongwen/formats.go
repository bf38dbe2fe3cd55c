package main

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"gongwen/extract"
)

// formatsCommand returns gongwen formats.
func (p *program) formatsCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "formats",
		Short: "List what this machine can read, and what it lacks",
		Long: `List the formats that are read, with the endings by which directories are
searched (the content tells the format, whatever the name), and the programs
that OCR needs, with what to install where they are missing.`,
		Example: `  gongwen formats
  gongwen formats --json | jq -r '.formats[] | select(.read).endings[]'`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			r := reachOf(cmd.Context())
			if asJSON {
				return outputError(p.out.Write(appendJSON(nil, r, true)))
			}
			return outputError(p.out.Write(r.table()))
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON object")
	return cmd
}

// A reach is what this machine can read.
type reach struct {
	Formats []readable `json:"formats"`
	OCR     ocrReach   `json:"ocr"`
}

// A readable is a format, and whether it is read here.
type readable struct {
	Name    string   `json:"name"`
	Endings []string `json:"endings"`
	Kind    string   `json:"kind"` // document, picture or archive
	Read    bool     `json:"read"`
	Lacks   string   `json:"lacks,omitzero"`
}

// An ocrReach is what there is for OCR.
type ocrReach struct {
	Tesseract string   `json:"tesseract,omitzero"` // where it is
	Languages []string `json:"languages,omitempty"`
	Pdftoppm  string   `json:"pdftoppm,omitzero"`
	Lacks     []string `json:"lacks,omitempty"`
}

// reachOf finds out what this machine can read.
func reachOf(ctx context.Context) *reach {
	var r reach
	lacks := ""
	if err := extract.CheckOCR(ctx, ""); err != nil {
		lacks = err.Error()
	}
	for _, f := range extract.Formats() {
		row := readable{Name: f.Name, Endings: f.Endings, Kind: "document", Read: true}
		if f.Picture {
			row.Kind, row.Read, row.Lacks = "picture", lacks == "", lacks
		}
		r.Formats = append(r.Formats, row)
	}
	for _, f := range extract.Archives() {
		r.Formats = append(r.Formats, readable{Name: f.Name, Endings: f.Endings, Kind: "archive", Read: true})
	}
	found := extract.FindPrograms(ctx)
	r.OCR = ocrReach{Tesseract: found.Tesseract, Languages: found.Languages, Pdftoppm: found.Pdftoppm}
	r.OCR.Lacks = found.Lacks()
	return &r
}

// table returns the reach for people to read.
func (r *reach) table() []byte {
	var b bytes.Buffer
	t := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	fmt.Fprintf(t, "format\tendings\tread\n")
	for _, f := range r.Formats {
		how := "yes"
		switch {
		case !f.Read:
			how = "no: " + f.Lacks
		case f.Kind == "picture":
			how = "by OCR"
		case f.Kind == "archive":
			how = "each member"
		}
		fmt.Fprintf(t, "%s\t%s\t%s\n", f.Name, strings.Join(f.Endings, " "), how)
	}
	t.Flush()
	b.WriteString("\nOCR of pictures, and of pages of PDF files without text\n")
	t = tabwriter.NewWriter(&b, 2, 0, 2, ' ', 0)
	fmt.Fprintf(t, "tesseract\t%s\nlanguages\t%s\npdftoppm\t%s\n", orNone(r.OCR.Tesseract), orNone(strings.Join(r.OCR.Languages, " ")), orNone(r.OCR.Pdftoppm))
	t.Flush()
	for _, l := range r.OCR.Lacks {
		fmt.Fprintf(&b, "lacks: %s\n", l)
	}
	return b.Bytes()
}

func orNone(s string) string {
	if s == "" {
		return "none"
	}
	return s
}
