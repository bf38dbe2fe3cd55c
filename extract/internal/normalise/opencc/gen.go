//go:build ignore

// Gen writes t2s.txt from the dictionaries of OpenCC:
//
//	go run gen.go -dict node_modules/opencc/data/dictionary
package main

import (
	"bytes"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"
)

// inGB2312 holds the keys of TSCharacters.txt that GB 2312, the set of
// simplified characters, has a place for: names and terms use them beside
// simplified text, so they prove nothing.
const inGB2312 = "乾吒夥後徵拚捱摺於榘菸薹袷醣麴麽"

// inBig5 holds the keys of STCharacters.txt that Big5, the set of traditional
// characters, has a place for: characters of their own there, or common short forms.
const inBig5 = "与么优体儿凄吨听圣坏复宁岭峰并庄床异忏怀怜惊扑扰昵晒机构栖气沄泞洁洒洼灶炖瓮痒痴离秘篱粽网羡群肮肴苧茧蒏蔂虮虱蚕触赶霉"

// An entry is one line of a dictionary, the forms in order of preference.
type entry struct {
	key   string
	forms []string // the first is t2s's
}

func main() {
	log.SetFlags(0)
	dir := flag.String("dict", "", "`folder` of OpenCC's data/dictionary")
	flag.Parse()

	var out bytes.Buffer
	section := func(name string) { fmt.Fprintf(&out, "# %s\n", name) }

	section("compatibility")
	for _, e := range read(*dir, "CJK_Compatibility_Ideographs.txt") {
		pair(&out, e)
	}
	characters := read(*dir, "TSCharacters.txt")
	var risk, several []string
	section("characters")
	for _, e := range characters {
		if e.forms[0] == e.key {
			continue
		}
		pair(&out, e)
		switch {
		case strings.Contains(inGB2312, e.key) || slices.Contains(e.forms, e.key):
			risk = append(risk, e.key)
		case len(e.forms) > 1:
			several = append(several, e.key)
		}
	}
	section("both") // kept as they are in simplified text too
	list(&out, risk)
	section("several") // traditional, with several simplified forms
	list(&out, several)
	section("simplified")
	var simplified []string
	for _, e := range read(*dir, "STCharacters.txt") {
		if utf8.RuneLen([]rune(e.key)[0]) == 3 && !slices.Contains(e.forms, e.key) && !strings.Contains(inBig5, e.key) {
			simplified = append(simplified, e.key)
		}
	}
	list(&out, simplified)
	section("phrases")
	for _, e := range read(*dir, "TSPhrases.txt") {
		fmt.Fprintf(&out, "%s %s\n", e.key, e.forms[0])
	}
	if err := os.WriteFile("t2s.txt", out.Bytes(), 0o644); err != nil {
		log.Fatal(err)
	}
}

// pair writes a character and its first form.
func pair(out *bytes.Buffer, e entry) { fmt.Fprintf(out, "%s%s\n", e.key, e.forms[0]) }

// list writes characters, forty a line.
func list(out *bytes.Buffer, chars []string) {
	for line := range slices.Chunk(chars, 40) {
		fmt.Fprintln(out, strings.Join(line, ""))
	}
}

// read returns the lines of a dictionary in order of their keys.
func read(dir, name string) []entry {
	data, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		log.Fatal(err)
	}
	var all []entry
	rare := false // the form is in few fonts; OpenCC keeps such lines in a table of their own, which t2s reads too
	for line := range strings.Lines(string(data)) {
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == '#' {
			rare = strings.HasPrefix(line, "# @tofu-risk")
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
	slices.SortFunc(all, func(a, b entry) int { return strings.Compare(a.key, b.key) })
	return all
}
