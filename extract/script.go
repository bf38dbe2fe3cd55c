package extract

import (
	"reflect"

	"gongwen/extract/internal/normalise"
	"gongwen/model"
)

// A Script (字体) is one that documents are written in, or one that their values
// are wanted in.
type Script string

// The scripts.
const (
	Simplified  Script = "simplified"  // 简体
	Traditional Script = "traditional" // 繁体, of no region
	Taiwan      Script = "taiwan"      // 繁体 as Taiwan writes it; of documents alone
	HongKong    Script = "hongkong"    // 繁体 as Hong Kong writes it; of documents alone
	Keep        Script = "keep"        // the document's own; of values alone
)

// source says in normalise's terms what documents in s are written in.
func (s Script) source() normalise.Script {
	switch s {
	case Simplified:
		return normalise.Simplified
	case Traditional:
		return normalise.Traditional
	case Taiwan:
		return normalise.Taiwan
	case HongKong:
		return normalise.HongKong
	}
	return normalise.Auto
}

// A spelling gives a value, which is in simplified characters, another script.
type spelling func(value string, person bool) string

// spelling returns the one that is wanted for the values of d, nil for none.
//
// All rules read simplified text, so the script changes at the very end. What is
// kept is the document's own spelling, character by character as it stands
// there: a character that it spells in two ways between the same neighbours gets
// the first of them, and one that a repair brought in stays simplified.
func (x *Extractor) spelling(d *document) spelling {
	switch written := d.normal.Script; {
	case x.Script == Traditional && written != model.Traditional:
		return normalise.InTraditional
	case x.Script == Keep && written != model.Simplified, x.Script == Traditional:
		own := normalise.SpellingOf(d.source.Plain.String(), d.normal)
		return func(value string, _ bool) string { return own.Original(value) }
	}
	return nil
}

// notice gives the values of n another spelling. Evidence, repairs and the
// source's text hold the words of the source and stay.
func (spell spelling) notice(n *model.Notice) {
	v := reflect.ValueOf(n).Elem()
	for i := range v.NumField() {
		switch name := memberName(v.Type().Field(i)); name {
		case "schema", "source", "text", "repairs", "warnings":
		default:
			spell.value(v.Field(i), people[name])
		}
	}
}

// people are the members that hold names of persons.
var people = map[string]bool{
	"names": true, "signatories": true, "present": true, "absent": true, "observers": true, "chair": true, "author": true,
}

// value gives the strings of v another spelling; codes have types of their own.
func (spell spelling) value(v reflect.Value, person bool) {
	switch v.Kind() {
	case reflect.String:
		if v.Type() == reflect.TypeFor[string]() {
			v.SetString(spell(v.String(), person))
		}
	case reflect.Pointer:
		if !v.IsNil() {
			spell.value(v.Elem(), person)
		}
	case reflect.Slice:
		for i := range v.Len() {
			spell.value(v.Index(i), person)
		}
	case reflect.Struct:
		if v.Type() == evidenceType {
			return
		}
		for i := range v.NumField() {
			spell.value(v.Field(i), person || people[memberName(v.Type().Field(i))])
		}
	}
}
