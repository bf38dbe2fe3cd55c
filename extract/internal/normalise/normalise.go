// Package normalise brings a source's text into normal form (正字): simplified
// characters, half-width letters and digits, full-width Chinese punctuation,
// 〔〕 around the year of a document number, no marks of Markdown, no pinyin
// glosses, no blanks between Chinese and digits. Every step keeps the origin of
// each character, and leaves text that is in normal form already untouched.
package normalise

import (
	"gongwen/extract/internal/origin"
	"gongwen/extract/internal/read"
	"gongwen/model"
)

// Options say how to normalise. The zero value is the default.
type Options struct {
	Script   Script // what the source is written in
	NoRepair bool   // leave damage as it is
}

// A Script says what the source is written in.
type Script uint8

// The scripts that a source may be said to be in.
const (
	Auto        Script = iota // found from the text
	Simplified                // no conversion
	Traditional               // OpenCC's t2s
	Taiwan                    // OpenCC's tw2s
	HongKong                  // OpenCC's hk2s
)

// A Result is a text in normal form and what was found on the way.
type Result struct {
	Text     origin.Text
	Script   model.Script // of the original
	Repairs  []model.Repair
	Warnings []model.Warning
}

// A document is what the passes hand on.
type document struct {
	src *read.Source
	opt Options
	Result
	survey survey // of Text as it was when it was last looked at
	stale  bool   // Text has changed since, or was never looked at
}

// A pass is one step towards normal form. It runs where the survey says that
// it may have work, and returns the text it was given where it has none.
type pass struct {
	name   string
	needed func(v *survey) bool // nil for always
	run    func(d *document) origin.Text
}

// passes is the order of work. Damage is mended before anything else looks at
// the words, and a character has its last form before its neighbours are told by it.
var passes = []pass{
	{"markup", nil, markup},
	// Repair needs the characters as they were decoded, glosses and all, for a
	// gloss tells which character was lost.
	{"repair", nil, repair},
	{"width", func(v *survey) bool { return v.classes&odd != 0 }, width},
	{"gloss", func(v *survey) bool { return v.glossed }, gloss},
	{"script", nil, script},
	// The words that prove a misread figure are simplified ones.
	{"misread", func(v *survey) bool { return v.misread }, misread},
}

// settling are the passes that look at neighbours. What one changes may be a
// neighbour to another (a blank that goes, a mark that becomes Chinese), so they
// are repeated until nothing changes. Marks are doubled once they have their last form,
// so the first round leaves the first pass out.
var settling = []pass{
	{"doubled", func(v *survey) bool { return v.doubled }, doubled},
	{"punctuation", func(v *survey) bool { return v.marked || v.doubled || v.classes&irregular != 0 }, punctuation},
	{"tighten", func(v *survey) bool { return v.blank || v.classes&space != 0 }, tighten},
}

// rounds bounds the repetition. Real text settles in two; only a text of nothing
// but brackets takes more, and is not worth it.
const rounds = 64

// Text returns src's text in normal form.
func Text(src *read.Source, opt Options) Result {
	d := &document{src: src, opt: opt, stale: true, Result: Result{Text: src.Plain.Text()}}
	for _, p := range passes {
		if p.needed == nil || p.needed(d.look()) {
			d.apply(p)
		}
	}
	d.settle()
	return d.Result
}

// look returns a survey of the text as it is now.
func (d *document) look() *survey {
	if d.stale {
		d.survey, d.stale = surveyOf(d.Text.String()), false
	}
	return &d.survey
}

// apply runs the pass p, and reports whether it changed the text.
func (d *document) apply(p pass) bool {
	before := d.Text.String()
	d.Text = p.run(d)
	changed := d.Text.String() != before
	d.stale = d.stale || changed && p.name != "script" // which changes nothing that the later ones ask about
	return changed
}

// settle repeats the settling passes. A survey is made once in a round: behind a
// pass that changed the text, those that follow run unasked.
func (d *document) settle() {
	turn := settling[1:]
	for round := range rounds {
		v, changed := d.look(), false
		for _, p := range turn {
			if changed || p.needed(v) {
				changed = d.apply(p) || changed
			}
		}
		if !changed && round > 0 {
			return
		}
		turn = settling
	}
}
