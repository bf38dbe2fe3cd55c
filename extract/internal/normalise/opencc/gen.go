//go:build ignore

// Gen writes t2s.txt, tw.txt, hk.txt and s2t.txt from the dictionaries of OpenCC,
// which it has npm fetch unless -dict says where they are.
//
// s2t.txt needs the t2s.txt that this package embeds: after a change of it, run twice.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"gongwen/extract/internal/normalise/opencc"
)

// inGB2312 holds the keys of TSCharacters.txt that GB 2312, the set of
// simplified characters, has a place for: names and terms use them beside
// simplified text, so they prove nothing.
const inGB2312 = "乾吒夥後徵拚捱摺於榘菸薹袷醣麴麽"

// inBig5 holds the keys of STCharacters.txt that Big5, the set of traditional
// characters, has a place for: characters of their own there, or common short forms.
const inBig5 = "与么优体儿凄吨听圣坏复宁岭峰并庄床异忏怀怜惊扑扰昵晒机构栖气沄泞洁洒洼灶炖瓮痒痴离秘篱粽网羡群肮肴苧茧蒏蔂虮虱蚕触赶霉"

func main() {
	log.SetFlags(0)
	flag.StringVar(&folder, "dict", "", "`folder` of OpenCC's data/dictionary")
	flag.Parse()
	if folder == "" {
		temp, err := os.MkdirTemp("", "opencc")
		if err != nil {
			log.Fatal(err)
		}
		defer os.RemoveAll(temp)
		fetch(temp)
		folder = filepath.Join(temp, "package", "data", "dictionary")
	}
	t2s()
	region("tw", "TW")
	region("hk", "HK")
	s2t()
}

// release is the npm package with the dictionaries.
const release = "opencc@1.4.2"

var folder string

// fetch unpacks the release into the folder temp.
func fetch(temp string) {
	for _, line := range []string{"npm pack --silent " + release, "tar xzf " + strings.ReplaceAll(release, "@", "-") + ".tgz"} {
		words := strings.Fields(line)
		cmd := exec.Command(words[0], words[1:]...)
		cmd.Dir, cmd.Stderr = temp, os.Stderr
		if err := cmd.Run(); err != nil {
			log.Fatalf("%s: %v", line, err)
		}
	}
}

// t2s writes what turns traditional into simplified, and the characters that
// prove a text to be one or the other.
func t2s() {
	var out file
	out.section("compatibility")
	out.entries(read("CJK_Compatibility_Ideographs.txt"))
	out.section("characters")
	var risk, several, simplified []string
	for _, e := range read("TSCharacters.txt") {
		if e.forms[0] == e.key {
			continue
		}
		out.entry(e)
		switch {
		case strings.Contains(inGB2312, e.key) || slices.Contains(e.forms, e.key):
			risk = append(risk, e.key)
		case len(e.forms) > 1:
			several = append(several, e.key)
		}
	}
	for _, e := range read("STCharacters.txt") {
		if len(e.key) == 3 && !slices.Contains(e.forms, e.key) && !strings.Contains(inBig5, e.key) {
			simplified = append(simplified, e.key)
		}
	}
	out.section("both") // kept as they are in simplified text too
	out.list(risk)
	out.section("several") // traditional, with several simplified forms
	out.list(several)
	out.section("simplified")
	out.list(simplified)
	out.section("phrases")
	out.entries(read("TSPhrases.txt"))
	out.write("t2s.txt")
}

// region writes what turns the variants and words of a region into OpenCC's standard ones.
func region(name, code string) {
	var out file
	out.section("characters")
	out.entries(reverse(code + "Variants.txt"))
	out.section("phrases")
	out.entries(read(code + "VariantsRevPhrases.txt"))
	if code == "TW" {
		out.section("words")
		out.entries(read(code + "PhrasesRev.txt"))
	}
	out.write(name + ".txt")
}

// s2t writes what turns simplified into traditional. Most phrases have the forms
// of their characters, and stand there to keep shorter ones from breaking in:
// these are written without a form.
func s2t() {
	characters := read("STCharacters.txt")
	alone := map[rune]string{}
	for _, e := range characters {
		r, _ := utf8.DecodeRuneInString(e.key)
		alone[r] = e.forms[0]
	}
	var out file
	out.section("characters")
	out.entries(characters)
	var plain []string
	out.section("phrases")
	for _, e := range append(read("STPhrases.txt"), regionalPhrases()...) {
		var form strings.Builder
		for _, r := range e.key {
			if to, ok := alone[r]; ok {
				form.WriteString(to)
			} else {
				form.WriteRune(r)
			}
		}
		if form.String() == e.forms[0] {
			plain = append(plain, e.key)
			continue
		}
		out.entry(e)
	}
	out.section("plain phrases")
	for _, key := range plain {
		fmt.Fprintln(&out, key)
	}
	out.write("s2t.txt")
}

// regionalPhrases are what OpenCC calls STPhrases_GeneratedFromRegionalPhrases:
// the words of Taiwan and Hong Kong, of three characters and more, as they are
// in simplified text. STPhrases comes before them.
func regionalPhrases() []entry {
	known := map[string]bool{}
	for _, e := range read("STPhrases.txt") {
		known[e.key] = true
	}
	var all []entry
	for _, name := range []string{"HKPhrases.txt", "TWPhrases.txt"} {
		for _, e := range read(name) {
			key := opencc.T2S.Convert(e.key)
			if utf8.RuneCountInString(key) >= 3 && !known[key] {
				known[key] = true
				all = append(all, entry{key, []string{e.key}})
			}
		}
	}
	return all
}

// A file is what is written.
type file struct{ bytes.Buffer }

func (f *file) section(name string) { fmt.Fprintf(f, "# %s\n", name) }

// entry writes a key and its first form; nothing between two characters, a blank between words.
func (f *file) entry(e entry) {
	gap := " "
	if utf8.RuneCountInString(e.key) == 1 && utf8.RuneCountInString(e.forms[0]) == 1 {
		gap = ""
	}
	fmt.Fprintf(f, "%s%s%s\n", e.key, gap, e.forms[0])
}

func (f *file) entries(all []entry) {
	for _, e := range all {
		f.entry(e)
	}
}

// list writes characters, forty a line.
func (f *file) list(chars []string) {
	for line := range slices.Chunk(chars, 40) {
		fmt.Fprintln(f, strings.Join(line, ""))
	}
}

func (f *file) write(name string) {
	if err := os.WriteFile(name, f.Bytes(), 0o644); err != nil {
		log.Fatal(err)
	}
}

// An entry is one line of a dictionary, the forms in order of preference.
type entry struct {
	key   string
	forms []string
}

// read returns the lines of a dictionary in order of their keys.
func read(name string) []entry {
	all, _ := load(name)
	slices.SortFunc(all, func(a, b entry) int { return strings.Compare(a.key, b.key) })
	return all
}

// load returns the lines of a dictionary, and the form that its reverse prefers for a key.
func load(name string) (all []entry, preferred map[string]string) {
	data, err := os.ReadFile(filepath.Join(folder, name))
	if err != nil {
		log.Fatal(err)
	}
	preferred = map[string]string{}
	rare := false // the form is in few fonts; OpenCC keeps such lines in a table of their own, which t2s reads too
	for line := range strings.Lines(string(data)) {
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == '#' {
			rare = strings.HasPrefix(line, "# @tofu-risk")
			if rest, ok := strings.CutPrefix(line, "# @reverse-prefer:"); ok {
				fields := strings.Fields(rest)
				preferred[fields[0]] = fields[len(fields)-1]
			}
			continue
		}
		key, forms, ok := strings.Cut(line, "\t")
		if !ok {
			log.Fatalf("%s: no tab in %q", name, line)
		}
		e := entry{key, strings.Fields(forms)}
		if rare && e.forms[0] == key {
			e.forms = e.forms[1:]
		}
		rare = false
		all = append(all, e)
	}
	return all, preferred
}

// reverse returns the dictionary from forms to keys, as OpenCC's data/scripts/reverse.py makes it.
func reverse(name string) []entry {
	entries, preferred := load(name)
	keys := map[string][]string{}
	for _, e := range entries {
		for _, form := range e.forms {
			keys[form] = append(keys[form], e.key)
		}
	}
	var all []entry
	for form, from := range keys {
		if first, ok := preferred[form]; ok {
			from = append([]string{first}, from...)
		}
		all = append(all, entry{form, from})
	}
	slices.SortFunc(all, func(a, b entry) int { return strings.Compare(a.key, b.key) })
	return all
}
