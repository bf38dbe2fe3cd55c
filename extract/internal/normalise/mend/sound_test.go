package mend

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"
	"unicode/utf8"
)

// TestSoundFolder finds no damage in sound text: every text file of the folder
// that GONGWEN_SOUND names.
//
//	GONGWEN_SOUND=/archive/sound go test -run SoundFolder -v ./extract/internal/normalise/mend
func TestSoundFolder(t *testing.T) {
	dirs := os.Getenv("GONGWEN_SOUND")
	if dirs == "" {
		t.Skip("GONGWEN_SOUND names no folder")
	}
	for _, dir := range filepath.SplitList(dirs) {
		size, files, found := 0, 0, 0
		var spent time.Duration
		err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			data, err := os.ReadFile(name)
			if err != nil || !utf8.Valid(data) {
				return err
			}
			s := string(data)
			start := time.Now()
			all := Text(s)
			spent += time.Since(start)
			for _, r := range all {
				found++
				t.Errorf("%s: %d: kind %d: %q: %q", name, r.Lo, r.Kind, s[r.Lo:r.Hi], r.Text)
			}
			files, size = files+1, size+len(s)
			return nil
		})
		if err != nil {
			t.Error(err)
		}
		t.Logf("%s: %d files, %.1f MB, %d found, %.0f MB/s", dir, files, float64(size)/1e6, found, float64(size)/1e6/spent.Seconds())
	}
}
