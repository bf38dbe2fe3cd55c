package opencc

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// A Config is one of OpenCC's conversions, by OpenCC's name.
type Config struct {
	Name  string
	build func() *chain
}

// OpenCC's conversions, each equal to the configuration of its name.
var (
	T2S   = config("t2s", func() *chain { return &chain{steps: steps(simplify(""))} })
	TW2S  = config("tw2s", func() *chain { return regional(simplify(""), variants("tw", "")) })
	TW2SP = config("tw2sp", func() *chain { return regional(simplify(""), append([]layer{words("tw")}, variants("tw", "")...)) })
	HK2S  = config("hk2s", func() *chain { return regional(simplify(""), variants("hk", "")) })
	S2T   = config("s2t", func() *chain { return &chain{steps: steps(traditionalise())} })
)

// The same with the phrases of own.txt, which OpenCC lacks.
var (
	FromTraditional = config("t2s+", func() *chain { return &chain{steps: steps(simplify("own"))} })
	FromTaiwan      = config("tw2s+", func() *chain { return regional(simplify("own"), variants("tw", "own")) })
	FromHongKong    = config("hk2s+", func() *chain { return regional(simplify("own"), variants("hk", "own")) })
)

func config(name string, build func() *chain) *Config { return &Config{name, sync.OnceValue(build)} }

// ToSimplified returns s in simplified characters: OpenCC's t2s.
func ToSimplified(s string) string { return T2S.Convert(s) }

// Convert returns s converted; s itself where there is nothing to convert.
func (c *Config) Convert(s string) string { return c.build().convert(s) }

// surnames holds those that s2t takes for another word: 范, 于.
var surnames = sync.OnceValue(func() map[string]string {
	all := map[string]string{}
	for _, p := range parse(open("own")["surnames"]) {
		all[p.key] = p.form
	}
	return all
})

// NameToTraditional returns the name of a person, in simplified characters, in traditional ones.
func NameToTraditional(name string) string {
	_, n := utf8.DecodeRuneInString(name)
	if form, ok := surnames()[name[:n]]; ok {
		return form + S2T.Convert(name[n:])
	}
	return S2T.Convert(name)
}

// A chain is the steps of a conversion. With segments, the phrases that stand in
// the text are told first, and no step sees beyond the ends of one.
type chain struct {
	segments *Converter
	steps    []*Converter
}

func steps(layers ...[]layer) []*Converter {
	all := make([]*Converter, 0, len(layers))
	for _, l := range layers {
		all = append(all, newConverter(l))
	}
	return all
}

// regional returns the chain that turns regional variants into OpenCC's standard
// ones, and these into simplified ones.
func regional(simplify, variants []layer) *chain {
	all := steps(variants, simplify)
	return &chain{segments: all[1], steps: all}
}

// convert returns s converted.
func (c *chain) convert(s string) string {
	if compatible(s) {
		s = unify().Convert(s)
	}
	if c.segments == nil {
		return c.run(s)
	}
	var b strings.Builder
	b.Grow(len(s) + len(s)/8)
	for from := 0; from < len(s); {
		at, n := c.segments.next(s, from)
		b.WriteString(c.run(s[from:at]))
		b.WriteString(c.run(s[at : at+n]))
		from = at + n
	}
	return b.String()
}

// compatible reports whether s may hold compatibility ideographs, which stand at
// U+F900 to U+FAFF and from U+2F800 on.
func compatible(s string) bool {
	if strings.IndexByte(s, 0xF0) >= 0 {
		return true
	}
	for i := 0; i+1 < len(s); i++ {
		n := strings.IndexByte(s[i:], 0xEF)
		if n < 0 {
			return false
		}
		if i += n; i+1 < len(s) && 0xA4 <= s[i+1] && s[i+1] <= 0xAB {
			return true
		}
	}
	return false
}

// run takes s through the steps.
func (c *chain) run(s string) string {
	for _, step := range c.steps {
		s = step.Convert(s)
	}
	return s
}
