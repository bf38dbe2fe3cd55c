package extract

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// arrows says which packages of the module each package may import besides its
// own parts. Text goes one way: only those of the stages before it, and what
// these share. scan and lexicon see plain strings, so they know neither the
// contract nor the origin of a text.
var arrows = map[string][]string{
	"model":                             nil,
	"extract/internal/scan":             nil,
	"extract/internal/lexicon":          {"extract/internal/scan"},
	"extract/internal/origin":           {"model"},
	"extract/internal/read/pdf":         {"extract/internal/read/layout"},
	"extract/internal/read":             {"model", "extract/internal/origin"},
	"extract/internal/read/ocr":         nil,
	"extract/internal/read/ofd":         {"extract/internal/read/layout", "extract/internal/read/zipped"},
	"extract/internal/normalise/opencc": nil,
	"extract/internal/normalise/mend":   {"extract/internal/normalise/opencc"},
	"extract/internal/normalise":        {"model", "extract/internal/origin", "extract/internal/read", "extract/internal/scan", "extract/internal/lexicon"},
	"extract/internal/segment":          {"model", "extract/internal/origin", "extract/internal/read", "extract/internal/normalise", "extract/internal/scan", "extract/internal/lexicon"},
	"extract/internal/field":            {"model", "extract/internal/origin", "extract/internal/read", "extract/internal/normalise", "extract/internal/scan", "extract/internal/lexicon", "extract/internal/segment"},
	"extract":                           {"model", "extract/internal/read", "extract/internal/normalise", "extract/internal/segment", "extract/internal/field"},
	"extract/gold":                      {"model", "extract"},
	"cmd/gongwen":                       {"model", "extract", "extract/gold"},
}

// A goFile is a parsed Go file of the module, tests left out.
type goFile struct {
	path, dir string // from the module's root, with slashes
	fset      *token.FileSet
	tree      *ast.File
}

// moduleFiles parses the module's own files; nested modules, programs run by
// go generate and folders that the go tool passes over are left out.
func moduleFiles(t *testing.T) []goFile {
	t.Helper()
	const root = ".."
	var files []goFile
	err := filepath.WalkDir(root, func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, name)
		if err != nil {
			return err
		}
		rel = filepath.ToSlash(rel)
		if e.IsDir() {
			base := e.Name()
			_, err := os.Stat(filepath.Join(name, "go.mod"))
			if rel != "." && (base == "testdata" || base[0] == '.' || base[0] == '_' || err == nil) {
				return fs.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(rel, ".go") || strings.HasSuffix(rel, "_test.go") {
			return nil
		}
		fset := token.NewFileSet()
		tree, err := parser.ParseFile(fset, name, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		if !generator(tree) {
			files = append(files, goFile{rel, path.Dir(rel), fset, tree})
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// generator reports whether the file is kept out of the build.
func generator(tree *ast.File) bool {
	for _, group := range tree.Comments {
		if group.Pos() < tree.Package && strings.Contains(group.List[0].Text, "//go:build ignore") {
			return true
		}
	}
	return false
}

func (f goFile) imports() []string {
	var list []string
	for _, spec := range f.tree.Imports {
		name, _ := strconv.Unquote(spec.Path.Value)
		list = append(list, name)
	}
	return list
}

func TestArrows(t *testing.T) {
	for _, f := range moduleFiles(t) {
		allowed, known := arrowsOf(f.dir)
		if !known {
			t.Errorf("%s: package %s has no arrows", f.path, f.dir)
		}
		for _, name := range f.imports() {
			own, ok := strings.CutPrefix(name, "gongwen/")
			if ok && !slices.Contains(allowed, own) && !strings.HasPrefix(own, f.dir+"/") {
				t.Errorf("%s imports %s", f.path, name)
			}
		}
	}
	for dir := range arrows {
		if _, err := os.Stat(filepath.Join("..", filepath.FromSlash(dir))); err != nil {
			t.Error(err)
		}
	}
}

// arrowsOf returns the arrows of the package dir, else those of the package
// that it is a part of.
func arrowsOf(dir string) (allowed []string, known bool) {
	for ; dir != "."; dir = path.Dir(dir) {
		if allowed, known = arrows[dir]; known {
			return allowed, true
		}
	}
	return nil, false
}

// TestModelIsPlain holds the contract to the standard library.
func TestModelIsPlain(t *testing.T) {
	for _, f := range moduleFiles(t) {
		for _, name := range f.imports() {
			if first, _, _ := strings.Cut(name, "/"); f.dir == "model" && strings.Contains(first, ".") {
				t.Errorf("%s imports %s", f.path, name)
			}
		}
	}
}

// TestNoRegexpNoClockNoNetwork holds what makes the result depend on nothing
// but the bytes, and the speed on nothing but their number.
func TestNoRegexpNoClockNoNetwork(t *testing.T) {
	for _, f := range moduleFiles(t) {
		if f.dir != "extract" && !strings.HasPrefix(f.dir, "extract/") {
			continue
		}
		for _, name := range f.imports() {
			if name == "regexp" || name == "math/rand" || name == "math/rand/v2" || name == "net" || name == "net/http" {
				t.Errorf("%s imports %s", f.path, name)
			}
		}
		ast.Inspect(f.tree, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok {
				if x, ok := s.X.(*ast.Ident); ok && x.Name == "time" && s.Sel.Name == "Now" {
					t.Errorf("%s: time.Now", f.fset.Position(s.Pos()))
				}
			}
			return true
		})
	}
}
