package ofd

import (
	"path"
	"strings"

	"gongwen/extract/internal/read/layout"
)

// A tagged names an object of a page: what custom tags point at.
type tagged struct{ page, object string }

// roleOf is what the elements of a 公文 tree of custom tags (自定义标引) mean to
// the layout. The other elements (发文机关标志, 主送机关, 成文日期 …) say nothing
// that the words do not say themselves.
func roleOf(name string) layout.Role {
	switch name {
	case "标题", "公文标题":
		return layout.Title
	case "页码", "页眉", "页脚":
		return layout.Artifact
	}
	return layout.Plain
}

// tags reads the trees of custom tags, which name elements of the document and
// the objects that show them.
func (d *document) tags(name string) {
	d.part(name).all("CustomTag", func(t *element) {
		file := d.resolve(path.Dir(name), t.kid("FileLoc").words())
		d.tag(d.part(file), layout.Plain)
	})
}

// tag notes the roles of the objects that e points at; role is that of the
// element around it.
func (d *document) tag(e *element, role layout.Role) {
	if e == nil {
		return
	}
	for _, k := range e.kids {
		if k.name == "ObjectRef" {
			if role != layout.Plain {
				d.roles[tagged{k.attr("PageRef"), strings.TrimSpace(k.text)}] = role
			}
			continue
		}
		inner := roleOf(k.name)
		if inner == layout.Plain {
			inner = role
		}
		d.tag(k, inner)
	}
}
