package read

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"gongwen/model"
)

// misnamed returns a warning where the document's name ends as another format's
// files do: archives and mail programs go by the name. Text and Markdown share
// their endings, and so do the pages of the web, alone and saved with their
// pictures. An ending that no format has says nothing.
func misnamed(name string, f *Format, format string) (model.Warning, bool) {
	end := strings.ToLower(path.Ext(strings.ReplaceAll(name, "\\", "/")))
	if end == "" || slices.Contains(f.Exts, end) {
		return model.Warning{}, false
	}
	for _, other := range Formats {
		if slices.Contains(other.Exts, end) && !akin(f, other) {
			w := model.Warning{Code: "wrong-extension", Message: fmt.Sprintf("the name ends in %s, the content is %s", end, format)}
			w.Evidence.Rule = "read/wrong-extension"
			return w, true
		}
	}
	return model.Warning{}, false
}

// akin reports whether files of f may be named as those of other are.
func akin(f, other *Format) bool {
	for _, family := range [...][]*Format{{Text, Markdown}, {HTML, MHT}} {
		if slices.Contains(family, f) && slices.Contains(family, other) {
			return true
		}
	}
	return false
}
