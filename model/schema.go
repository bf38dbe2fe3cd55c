package model

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"reflect"
	"strconv"
	"strings"
)

// The declarations themselves are the source of the schema's words: reflection
// tells members and types, the comments of these files tell what they mean and
// their constants which values a code has. Nothing is written down twice.
var (
	//go:embed notice.go
	noticeSource string
	//go:embed codes.go
	codesSource string
)

// SchemaID is the identifier of the JSON Schema. It is a name, no address.
const SchemaID = "urn:gongwen:schema:1"

// JSONSchema returns the contract as a JSON Schema (draft 2020-12), indented.
// A member that a field's tag omits is optional and, where it is there, not
// empty; every other one is required; no others are allowed.
func JSONSchema() []byte {
	b := schemaBuilder{words: readDeclarations(noticeSource, codesSource), seen: map[reflect.Type]bool{}}
	root := b.object(reflect.TypeFor[Notice]())
	root.Dialect = "https://json-schema.org/draft/2020-12/schema"
	root.ID = SchemaID
	root.Title = "gongwen"
	root.Defs = &b.defs
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(root); err != nil {
		panic(err) // strings, numbers and lists only: cannot be
	}
	return out.Bytes()
}

// A schemaNode is one schema, with the keywords that the contract needs.
type schemaNode struct {
	Dialect     string       `json:"$schema,omitempty"`
	ID          string       `json:"$id,omitempty"`
	Title       string       `json:"title,omitempty"`
	Description string       `json:"description,omitempty"`
	Ref         string       `json:"$ref,omitempty"`
	Type        string       `json:"type,omitempty"`
	Const       string       `json:"const,omitempty"`
	Enum        []string     `json:"enum,omitempty"`
	Pattern     string       `json:"pattern,omitempty"`
	MinLength   int          `json:"minLength,omitempty"`
	Minimum     *int         `json:"minimum,omitempty"`
	Maximum     *int         `json:"maximum,omitempty"`
	MinItems    int          `json:"minItems,omitempty"`
	Items       *schemaNode  `json:"items,omitempty"`
	Properties  *schemaNodes `json:"properties,omitempty"`
	Required    []string     `json:"required,omitempty"`
	Closed      *bool        `json:"additionalProperties,omitempty"`
	Defs        *schemaNodes `json:"$defs,omitempty"`
}

// schemaNodes is a JSON object of schemas that keeps its order.
type schemaNodes []namedNode

type namedNode struct {
	name string
	node *schemaNode
}

// MarshalJSON writes the schemas under their names.
func (list schemaNodes) MarshalJSON() ([]byte, error) {
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	out.WriteByte('{')
	for i, n := range list {
		if i > 0 {
			out.WriteByte(',')
		}
		out.WriteString(strconv.Quote(n.name) + ":")
		if err := e.Encode(n.node); err != nil {
			return nil, err
		}
	}
	out.WriteByte('}')
	return out.Bytes(), nil
}

// datePattern has XXXX for a year that nothing tells, and a time of day where
// one is printed.
const datePattern = `^([0-9]{4}|XXXX)-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])(T([01][0-9]|2[0-3]):[0-5][0-9]|T24:00)?$`

// constrain applies the form that a field's schema tag names.
func constrain(n *schemaNode, form string) {
	zero, one := 0, 1
	switch form {
	case "date":
		n.Pattern = datePattern
	case "clock":
		n.Pattern = `^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$`
	case "duration":
		n.Pattern = `^P([0-9]+[YMWD])+(T([0-9]+[HM])+)?$|^PT([0-9]+[HM])+$`
	case "sha256":
		n.Pattern = `^[0-9a-f]{64}$`
	case "share":
		n.Minimum, n.Maximum = &zero, &one
	}
}

type schemaBuilder struct {
	words declarations
	defs  schemaNodes
	seen  map[reflect.Type]bool
}

// object describes the struct type t itself.
func (b *schemaBuilder) object(t reflect.Type) *schemaNode {
	closed := false
	n := &schemaNode{Description: b.words.doc[t.Name()], Type: "object", Properties: new(schemaNodes), Closed: &closed}
	for _, m := range membersOf(t) {
		*n.Properties = append(*n.Properties, namedNode{m.name, b.property(m)})
		if !m.omit {
			n.Required = append(n.Required, m.name)
		}
	}
	return n
}

func (b *schemaBuilder) property(m member) *schemaNode {
	n := b.value(m.field.Type)
	if words := b.words.doc[m.owner.Name()+"."+m.field.Name]; words != "" {
		n.Description = words
	}
	if m.name == "schema" {
		n.Const = Schema
	}
	if m.omit {
		switch {
		case n.Type == "array":
			n.MinItems = 1
		case n.Type == "string" && n.Enum == nil:
			n.MinLength = 1
		}
	}
	constrain(n, m.field.Tag.Get("schema"))
	return n
}

// value describes a value of type t, a struct by reference to its definition.
func (b *schemaBuilder) value(t reflect.Type) *schemaNode {
	switch t.Kind() {
	case reflect.Pointer:
		return b.value(t.Elem())
	case reflect.Slice:
		return &schemaNode{Type: "array", Items: b.value(t.Elem())}
	case reflect.Bool:
		return &schemaNode{Type: "boolean"}
	case reflect.Int, reflect.Int64:
		zero := 0
		return &schemaNode{Type: "integer", Minimum: &zero}
	case reflect.Float64:
		return &schemaNode{Type: "number"}
	case reflect.Struct:
		b.define(t)
		return &schemaNode{Ref: "#/$defs/" + t.Name()}
	}
	return &schemaNode{Type: "string", Description: b.words.doc[t.Name()], Enum: b.words.codes[t.Name()]}
}

func (b *schemaBuilder) define(t reflect.Type) {
	if b.seen[t] {
		return
	}
	b.seen[t] = true
	i := len(b.defs)
	b.defs = append(b.defs, namedNode{name: t.Name()})
	b.defs[i].node = b.object(t)
}

// declarations are the words and values that Go source declares.
type declarations struct {
	doc   map[string]string   // of "Type" and "Type.Field"
	codes map[string][]string // string constants of a type, in order
}

// readDeclarations reads the declarations of package model's own source. A
// syntax error there would not have compiled.
func readDeclarations(sources ...string) declarations {
	d := declarations{map[string]string{}, map[string][]string{}}
	for _, source := range sources {
		file, err := parser.ParseFile(token.NewFileSet(), "", source, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			panic(err)
		}
		for _, decl := range file.Decls {
			if g, ok := decl.(*ast.GenDecl); ok {
				d.read(g)
			}
		}
	}
	return d
}

func (d declarations) read(g *ast.GenDecl) {
	for _, spec := range g.Specs {
		switch s := spec.(type) {
		case *ast.TypeSpec:
			d.doc[s.Name.Name] = sentence(g.Doc)
			if st, ok := s.Type.(*ast.StructType); ok {
				d.readFields(s.Name.Name, st)
			}
		case *ast.ValueSpec:
			if t, ok := s.Type.(*ast.Ident); ok {
				d.readCode(t.Name, s)
			}
		}
	}
}

func (d declarations) readFields(owner string, st *ast.StructType) {
	for _, f := range st.Fields.List {
		for _, name := range f.Names {
			d.doc[owner+"."+name.Name] = sentence(f.Comment)
		}
	}
}

func (d declarations) readCode(owner string, s *ast.ValueSpec) {
	for _, v := range s.Values {
		if lit, ok := v.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			code, _ := strconv.Unquote(lit.Value)
			if words := sentence(s.Comment); words != "" {
				d.doc[owner] += "\n" + code + ": " + words
			}
			d.codes[owner] = append(d.codes[owner], code)
		}
	}
}

// sentence is a comment on one line.
func sentence(c *ast.CommentGroup) string {
	return strings.Join(strings.Fields(c.Text()), " ")
}
