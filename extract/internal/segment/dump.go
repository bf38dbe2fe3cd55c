package segment

import (
	"fmt"
	"strings"
)

// Dump prints the lines with their kinds and the trees, for tests and explain.
func (o *Outline) Dump() string {
	var b strings.Builder
	for i := range o.Lines {
		l := &o.Lines[i]
		fmt.Fprintf(&b, "%s/%s", l.Part, l.Kind)
		if l.Head > l.Words {
			fmt.Fprintf(&b, " [%s]", l.String()[l.Words:l.Head])
		}
		fmt.Fprintf(&b, "\t%s\n", l.String())
	}
	dumpSections(&b, o.Sections)
	for _, a := range o.Attachments {
		fmt.Fprintf(&b, "attachment %d %q present=%v\n", a.Number, a.Title.String(), a.Present)
		dumpSections(&b, a.Sections)
	}
	return b.String()
}

// dumpSections prints the sections, indented by level.
func dumpSections(b *strings.Builder, sections []*Section) {
	for _, s := range sections {
		fmt.Fprintf(b, "%s%d %s %s\n", strings.Repeat("  ", s.Level), s.Level, s.Marker.String(), s.Heading.String())
		dumpSections(b, s.Sections)
	}
}
