package normalise

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"gongwen/model"
)

// TestSound reads every text file (.txt, .md, UTF-8) below the folders that
// GONGWEN_SOUND names, which hold sound text, and reports each Chinese character
// that normal form changes in simplified ones and each repair in any:
//
//	GONGWEN_SOUND=/archive/laws:/archive/notices go test -run Sound -v
func TestSound(t *testing.T) {
	folders := os.Getenv("GONGWEN_SOUND")
	if folders == "" {
		t.Skip("GONGWEN_SOUND names no folder")
	}
	var files, bytes, han, changes, repairs, traditional int
	for _, folder := range filepath.SplitList(folders) {
		err := filepath.WalkDir(folder, func(name string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || filepath.Ext(name) != ".txt" && filepath.Ext(name) != ".md" {
				return err
			}
			data, err := os.ReadFile(name)
			if err != nil || !utf8.Valid(data) {
				return err
			}
			text := string(data)
			r := Text(source(text), Options{})
			files++
			bytes += len(text)
			for _, repair := range r.Repairs {
				repairs++
				t.Errorf("%s:%d: repair %s: %q → %q", name, repair.Evidence.Line, repair.Kind, repair.Original, repair.Repaired)
			}
			if r.Script == model.Traditional {
				traditional++
				return nil
			}
			n, changed := changedHan(text, r.Text.String())
			han += n
			changes += len(changed)
			for _, c := range changed {
				t.Errorf("%s (%s): %s", name, r.Script, c)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("%d files, %.1f MB, %d of them traditional; %d Chinese characters of the others, %d changed; %d repairs",
		files, float64(bytes)/1e6, traditional, han, changes, repairs)
}

// changedHan returns how many Chinese characters text has, and those that are
// another in its normal form, with their neighbours; 〇 aside, which other signs stand for.
func changedHan(text, normal string) (n int, changed []string) {
	pick := func(s string) (all []rune) {
		for _, r := range s {
			if isHan(r) && r != '〇' {
				all = append(all, r)
			}
		}
		return all
	}
	a, b := pick(text), pick(normal)
	if len(a) != len(b) {
		return len(a), []string{"another number of characters: " + firstDifference(a, b)}
	}
	for i := range a {
		if a[i] != b[i] {
			changed = append(changed, string(a[max(0, i-6):min(len(a), i+6)])+": "+string(a[i])+" → "+string(b[i]))
		}
	}
	return len(a), changed
}

// firstDifference shows where a and b part.
func firstDifference(a, b []rune) string {
	i := 0
	for i < min(len(a), len(b)) && a[i] == b[i] {
		i++
	}
	return strings.ToValidUTF8(string(a[max(0, i-6):min(len(a), i+10)])+" → "+string(b[max(0, i-6):min(len(b), i+10)]), "?")
}

func TestChangedHan(t *testing.T) {
	if n, changed := changedHan("云岭（一）、", "云岭(一)，"); n != 3 || changed != nil {
		t.Errorf("%d characters, changed %q", n, changed)
	}
	if _, changed := changedHan("通过後", "通过后"); len(changed) != 1 {
		t.Errorf("changed %q", changed)
	}
	if _, changed := changedHan("通过", "通过了"); len(changed) != 1 {
		t.Errorf("changed %q", changed)
	}
}
