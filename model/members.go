package model

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// A member is one key of a JSON object and the struct field behind it. The
// encoder, the schema and the selection of fields all walk the same members,
// so the three cannot disagree.
type member struct {
	name  string
	omit  bool  // left out where the field is zero or empty
	path  []int // of the field, through embedded structs
	owner reflect.Type
	field reflect.StructField
}

// membersOf lists the members of the struct type t in order of declaration,
// those of an embedded struct in its place.
func membersOf(t reflect.Type) []member {
	var list []member
	for i := range t.NumField() {
		f := t.Field(i)
		tag, tagged := f.Tag.Lookup("json")
		switch {
		case f.Anonymous && !tagged:
			for _, m := range membersOf(f.Type) {
				m.path = append([]int{i}, m.path...)
				list = append(list, m)
			}
		case tagged && f.IsExported():
			name, options, _ := strings.Cut(tag, ",")
			list = append(list, member{name, strings.HasPrefix(options, "omit"), []int{i}, t, f})
		}
	}
	return list
}

var noticeMembers = membersOf(reflect.TypeFor[Notice]())

// Fields lists the top-level members of the contract in order.
func Fields() []string {
	names := make([]string, len(noticeMembers))
	for i, m := range noticeMembers {
		names[i] = m.name
	}
	return names
}

// CheckFields returns an error that names the first of fields that the
// contract does not have.
func CheckFields(fields []string) error {
	known := Fields()
	for _, f := range fields {
		if !slices.Contains(known, f) {
			return fmt.Errorf("unknown field %q; fields are %s", f, strings.Join(known, ", "))
		}
	}
	return nil
}

// Select returns a shallow copy of n that holds only the named top-level
// members. Those that every object must have, schema and source, stay, so that
// what is left still satisfies the contract. Names that the contract does not
// have select nothing; see [CheckFields].
func Select(n *Notice, fields []string) *Notice {
	if n == nil {
		return nil
	}
	kept := new(Notice)
	from, to := reflect.ValueOf(n).Elem(), reflect.ValueOf(kept).Elem()
	for _, m := range noticeMembers {
		if !m.omit || slices.Contains(fields, m.name) {
			to.FieldByIndex(m.path).Set(from.FieldByIndex(m.path))
		}
	}
	return kept
}
