package ocr

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"image/png"
	"strconv"
	"testing"
)

// corner returns a white picture of 3 by 2 dots whose upper left one is black.
func corner(t *testing.T) []byte {
	t.Helper()
	m := image.NewGray(image.Rect(0, 0, 3, 2))
	for i := range m.Pix {
		m.Pix[i] = 255
	}
	m.SetGray(0, 0, color.Gray{})
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestTurned(t *testing.T) {
	for _, row := range []struct{ quarters, w, h, x, y int }{
		{0, 3, 2, 0, 0}, {1, 2, 3, 1, 0}, {2, 3, 2, 2, 1}, {3, 2, 3, 0, 2}, {4, 3, 2, 0, 0}, {-1, 2, 3, 0, 2},
	} {
		out, err := turned(corner(t), row.quarters)
		if err != nil {
			t.Fatal(err)
		}
		m, err := png.Decode(bytes.NewReader(out))
		if err != nil || m.Bounds().Dx() != row.w || m.Bounds().Dy() != row.h || color.GrayModel.Convert(m.At(row.x, row.y)).(color.Gray).Y != 0 {
			t.Errorf("%d quarters: %v, %v", row.quarters, m.Bounds(), err)
		}
	}
	if _, err := turned([]byte("no picture"), 1); err == nil {
		t.Error("turns what is no picture")
	}
}

// TestUpright turns a picture that Tesseract can make nothing of, and that it
// says lies on its side. The script reads a word where it is given another
// picture.
func TestUpright(t *testing.T) {
	picture := corner(t)
	table := head + row(1, "0 0 100 100", "-1", "") + row(4, "0 0 90 10", "-1", "") + row(5, "0 0 90 10", "90", "通知")
	for _, r := range []struct {
		osd  string
		want int // lines
	}{
		{"Orientation in degrees: 90\\nRotate: 270\\n", 1}, {"Rotate: 0\\n", 0}, {"Too few characters\\n", 0}, {"Rotate: x\\n", 0},
	} {
		then := `case "$*" in *"--psm 0"*) cat >/dev/null; printf '` + r.osd + `'; exit 0;; esac
n=$(wc -c)
if [ $n = ` + strconv.Itoa(len(picture)) + ` ]; then printf '` + head + row(1, "0 0 100 100", "-1", "") + `'; else printf '` + table + `'; fi`
		install(t, map[string]string{"tesseract": languages("chi_sim", then)})
		pages, err := Read(context.Background(), picture, Options{})
		if err != nil || len(pages) != 1 || len(pages[0].Lines) != r.want {
			t.Errorf("%q: %+v, %v", r.osd, pages, err)
		}
	}
}
