package main

import (
	"github.com/spf13/cobra"

	"gongwen/model"
)

// schemaCommand returns gongwen schema.
func (p *program) schemaCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "schema",
		Short:   "Print the JSON Schema (draft 2020-12) of the output",
		Example: `  gongwen schema > gongwen.schema.json`,
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			return outputError(p.out.Write(model.JSONSchema()))
		},
	}
}
