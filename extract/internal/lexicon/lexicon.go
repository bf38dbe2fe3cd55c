// Package lexicon holds the words and the turns of phrase by which notices are read: word lists
// (*.txt) and rules (*.rules), embedded, each replaceable by a file of the same name in a folder.
package lexicon

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"
)

//go:embed *.txt *.rules
var embedded embed.FS

// A Lexicon is a set of word lists and rule files, read once and never changed.
type Lexicon struct {
	words map[string]*Words
	rules map[string][]Rule
}

var standard = sync.OnceValue(func() *Lexicon {
	l, err := New(nil)
	if err != nil {
		// The embedded files are read by this package's test; a bad line there reaches no release.
		return &Lexicon{}
	}
	return l
})

// Standard gives the lexicon of the embedded files alone.
func Standard() *Lexicon { return standard() }

// New gives the embedded lexicon with each file of over, by its name, in place of the
// embedded one or beside it. over may be nil.
func New(over fs.FS) (*Lexicon, error) {
	l := &Lexicon{words: map[string]*Words{}, rules: map[string][]Rule{}}
	for _, from := range []fs.FS{embedded, over} {
		if from == nil {
			continue
		}
		files, err := fs.ReadDir(from, ".")
		if err != nil {
			return nil, fmt.Errorf("reading lexicon: %w", err)
		}
		for _, f := range files {
			if f.IsDir() {
				continue
			}
			if err := l.read(from, f.Name()); err != nil {
				return nil, fmt.Errorf("%s: %w", f.Name(), err)
			}
		}
	}
	return l, nil
}

// Replace puts the word lists of over, by their names, in place of l's, for all
// that hold them already. Every file must name a list that l has: a list that
// nothing reads would be a mistake in silence. It must not run while l is in use.
func (l *Lexicon) Replace(over fs.FS) error {
	other := &Lexicon{words: map[string]*Words{}, rules: map[string][]Rule{}}
	files, err := fs.ReadDir(over, ".")
	if err != nil {
		return fmt.Errorf("reading lexicon: %w", err)
	}
	for _, f := range files {
		name, ok := strings.CutSuffix(f.Name(), ".txt")
		if f.IsDir() || !ok {
			continue
		}
		if l.words[name] == nil {
			return fmt.Errorf("%s: no word list of that name", f.Name())
		}
		if err := other.read(over, f.Name()); err != nil {
			return fmt.Errorf("%s: %w", f.Name(), err)
		}
	}
	for name, w := range other.words {
		*l.words[name] = *w
	}
	return nil
}

// Names gives the names of the word lists, sorted.
func (l *Lexicon) Names() []string { return slices.Sorted(maps.Keys(l.words)) }

func (l *Lexicon) read(from fs.FS, file string) error {
	ext := path.Ext(file)
	if ext != ".txt" && ext != ".rules" {
		return nil
	}
	b, err := fs.ReadFile(from, file)
	if err != nil {
		return err
	}
	name := strings.TrimSuffix(file, ext)
	if ext == ".txt" {
		l.words[name] = readWords(string(b))
		return nil
	}
	rules, err := readRules(string(b))
	l.rules[name] = rules
	return err
}

// Words gives the word list of that name, the empty one where there is none.
func (l *Lexicon) Words(name string) *Words {
	if w := l.words[name]; w != nil {
		return w
	}
	return &Words{}
}

// Rules gives the rules of that name in the order of their file.
func (l *Lexicon) Rules(name string) []Rule { return l.rules[name] }

// errNoRule tells of a continued line that continues nothing.
var errNoRule = errors.New("an example without a rule before it")
