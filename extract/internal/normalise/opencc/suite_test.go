package opencc

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
)

// TestSuite runs the cases of OpenCC's own tests, of the file testcases.json or
// testcases.plain.json in the folder that GONGWEN_OPENCC names (test/testcases
// of OpenCC's source).
func TestSuite(t *testing.T) {
	dir := os.Getenv("GONGWEN_OPENCC")
	if dir == "" {
		t.Skip("GONGWEN_OPENCC names no folder")
	}
	files, _ := filepath.Glob(filepath.Join(dir, "testcases*.json"))
	if len(files) == 0 {
		t.Fatalf("no testcases*.json in %s", dir)
	}
	data, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	var suite struct {
		Cases []struct {
			ID, Input string
			Expected  map[string]string
		}
	}
	if err := json.Unmarshal(data, &suite); err != nil {
		t.Fatal(err)
	}
	for _, config := range []*Config{T2S, TW2S, TW2SP, HK2S, S2T} {
		t.Run(config.Name, func(t *testing.T) {
			passed, all := 0, 0
			for _, c := range suite.Cases {
				want, ok := c.Expected[config.Name]
				if !ok {
					continue
				}
				all++
				got := config.Convert(c.Input)
				if got == want {
					passed++
					t.Logf("ok   %s %s → %s", c.ID, c.Input, got)
					continue
				}
				t.Errorf("FAIL %s %s → %s, want %s", c.ID, c.Input, got, want)
			}
			t.Logf("%s: %d of %d cases", config.Name, passed, all)
		})
	}
}
