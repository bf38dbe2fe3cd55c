package pdf

import (
	"bytes"
	"compress/zlib"
	"context"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	_ "image/png"
	"math"
	"strings"
	"testing"
)

// zlibbed returns data packed.
func zlibbed(data []byte) string {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	w.Write(data)
	w.Close()
	return b.String()
}

// scanPage returns a file of one page that shows the picture as the operators say.
func scanPage(dict, data, operators, more string) []byte {
	var b builder
	picture := b.stream("/Type /XObject /Subtype /Image "+dict, data)
	return b.documentWith("/XObject <</Im0 "+picture+">>", more, operators)
}

const whole = "q 595 0 0 842 0 0 cm /Im0 Do Q"

func TestScans(t *testing.T) {
	// Twelve by nine dots, the upper left quarter black.
	grey := image.NewGray(image.Rect(0, 0, 12, 9))
	var rgb, index, bits []byte
	for y := range 9 {
		var row [2]byte
		for x := range 12 {
			v := byte(255)
			if x < 6 && y < 4 {
				v = 0
			} else {
				row[x/8] |= 0x80 >> (x % 8)
			}
			grey.SetGray(x, y, color.Gray{Y: v})
			rgb = append(rgb, v, v, v)
			index = append(index, 1-v/255)
		}
		bits = append(bits, row[:]...)
	}
	flipped := bytes.Clone(bits)
	for i := range flipped {
		flipped[i] = ^flipped[i]
	}
	var photo bytes.Buffer
	jpeg.Encode(&photo, grey, &jpeg.Options{Quality: 100})
	const size = "/Width 12 /Height 9 "
	for _, row := range []struct{ name, dict, data string }{
		{"grey", size + "/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode", zlibbed(grey.Pix)},
		{"colours", size + "/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /FlateDecode", zlibbed(rgb)},
		{"palette", size + "/ColorSpace [/Indexed /DeviceRGB 1 <FFFFFF000000>] /BitsPerComponent 8 /Filter /FlateDecode", zlibbed(index)},
		{"bits", size + "/ColorSpace /DeviceGray /BitsPerComponent 1", string(bits)},
		{"bits the other way", size + "/ColorSpace /DeviceGray /BitsPerComponent 1 /Decode [1 0]", string(flipped)},
		{"mask", size + "/ImageMask true /BitsPerComponent 1", string(bits)},
		{"photograph", size + "/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode", photo.String()},
		{"packed photograph", size + "/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter [/FlateDecode /DCTDecode]", zlibbed(photo.Bytes())},
	} {
		s := OpenScans(context.Background(), scanPage(row.dict, row.data, whole, ""), Options{}).Picture(0)
		if s == nil {
			t.Errorf("%s: none", row.name)
			continue
		}
		m, _, err := image.Decode(bytes.NewReader(s.File))
		if err != nil || m.Bounds().Dx() != 12 || m.Bounds().Dy() != 9 || math.Abs(s.DPI-12/595.0*72) > 0.01 || s.Turn != 0 {
			t.Errorf("%s: %v, %v, %v", row.name, s.DPI, s.Turn, err)
			continue
		}
		for _, p := range [...]struct{ x, y, want int }{{1, 1, 0}, {10, 1, 255}, {1, 7, 255}, {10, 7, 255}} {
			if v := int(color.GrayModel.Convert(m.At(p.x, p.y)).(color.Gray).Y); v < p.want-12 || v > p.want+12 {
				t.Errorf("%s: %d at %d,%d, want %d", row.name, v, p.x, p.y, p.want)
			}
		}
	}
}

// TestScansFax reads ten white rows in fax packing, a bit each.
func TestScansFax(t *testing.T) {
	for _, row := range []struct {
		more, space string
		white       byte
	}{
		{"", "/DeviceGray", 255}, {"/BlackIs1 true", "/DeviceGray", 0},
		{"", "[/Indexed /DeviceRGB 1 <FFFFFF000000>]", 0}, {"/BlackIs1 true", "[/Indexed /DeviceRGB 1 <FFFFFF000000>]", 255},
		{"", "/DeviceGray /Decode [1 0]", 0},
	} {
		dict := "/Width 16 /Height 10 /ColorSpace " + row.space + " /BitsPerComponent 1 /Filter /CCITTFaxDecode /DecodeParms <</K -1 /Columns 16 /Rows 10 " + row.more + ">>"
		s := OpenScans(context.Background(), scanPage(dict, "\xFF\xC0\x04\x00\x40", whole, ""), Options{}).Picture(0)
		if s == nil {
			t.Fatal("none")
		}
		m, _, err := image.Decode(bytes.NewReader(s.File))
		if err != nil {
			t.Fatal(err)
		}
		if v := color.GrayModel.Convert(m.At(3, 3)).(color.Gray).Y; v != row.white {
			t.Errorf("%s: white is %d", row.more, v)
		}
	}
}

func TestScansTurned(t *testing.T) {
	dict := "/Width 12 /Height 9 /ColorSpace /DeviceGray /BitsPerComponent 8"
	data := strings.Repeat("\x80", 12*9)
	for _, row := range []struct {
		operators, more string
		turn            int // negative for no picture
	}{
		{whole, "", 0},
		{whole, "/Rotate 90", 1},
		{whole, "/Rotate 180", 2},
		{whole, "/Rotate 270", 3},
		{"q -595 0 0 -842 595 842 cm /Im0 Do Q", "", 2},
		{"q 0 842 -595 0 595 0 cm /Im0 Do Q", "", 3},
		{"q 0 842 -595 0 595 0 cm /Im0 Do Q", "/Rotate 90", 0},
		{"q 595 0 0 -842 0 842 cm /Im0 Do Q", "", -1},                                    // mirrored
		{"q 400 100 -100 700 100 0 cm /Im0 Do Q", "", -1},                                // slanted
		{"q 200 0 0 300 0 0 cm /Im0 Do Q", "", -1},                                       // a picture on the page
		{whole + " " + whole, "", -1},                                                    // one over the other
		{"q 595 0 0 842 0 0 cm /None Do Q", "", -1},                                      // no such
		{"q 595 0 0 842 0 0 cm BI /W 1 /H 1 ID x EI Q " + whole, "", -1},                 // and one within the page
		{"q 2 0 0 2 0 0 cm q 297.5 0 0 421 0 0 cm /Im0 Do Q Q", "", 0},                   // nested
		{"q 1 0 0 1 5 5 cm Q Q Q 595 0 0 842 0 0 cm /Im0 Do", "", 0},                     // too many Q
		{strings.Repeat("q ", 5000) + whole + strings.Repeat(" /Im1 Do", 100000), "", 0}, // long
		{"q 595 0 0 842 0 0 cm /Im0 Do Q q 100 0 0 100 9 9 cm /Im0 Do Q", "", -1},        // a stamp
		{fmt.Sprintf("q 595 0 0 %d 0 0 cm /Im0 Do Q", 842*3/4), "", 0},                   // most of it
		{"q 595 0 0 842 0 0 cm /Im0 Do Q BT /F1 12 Tf 72 700 Td (Page 1) Tj ET", "", 0},  // words beside it: told by the page
	} {
		s := OpenScans(context.Background(), scanPage(dict, data, row.operators, row.more), Options{}).Picture(0)
		switch {
		case s == nil && row.turn < 0:
		case s == nil || s.Turn != row.turn:
			t.Errorf("%.60s %s: %+v, want %d", row.operators, row.more, s, row.turn)
		}
	}
}

// TestNoScans opens what holds no picture that could be had.
func TestNoScans(t *testing.T) {
	const size = "/Width 12 /Height 9 "
	for _, row := range []struct{ dict, data string }{
		{size + "/ColorSpace /DeviceGray /BitsPerComponent 8", "short"},
		{size + "/ColorSpace /DeviceGray /BitsPerComponent 7", strings.Repeat("x", 200)},
		{size + "/ColorSpace /DeviceCMYK /BitsPerComponent 8", strings.Repeat("x", 500)},
		{size + "/ColorSpace [/Indexed [/Indexed /DeviceRGB 1 (x)] 1 (x)] /BitsPerComponent 8", strings.Repeat("x", 500)},
		{size + "/ColorSpace /DeviceGray /BitsPerComponent 8 /SMask 1 0 R", strings.Repeat("x", 500)},
		{size + "/Filter /JBIG2Decode", "x"},
		{size + "/Filter /JPXDecode", "x"},
		{size + "/Filter /DCTDecode", "x"},
		{size + "/Filter /CCITTFaxDecode", "x"},
		{"/Width 100000 /Height 100000 /ColorSpace /DeviceGray /BitsPerComponent 8", "x"},
		{"/Width -1 /Height 9 /ColorSpace /DeviceGray /BitsPerComponent 8", "x"},
	} {
		s := OpenScans(context.Background(), scanPage(row.dict, row.data, whole, ""), Options{})
		for i := -1; i < 3; i++ {
			if p := s.Picture(i); p != nil {
				t.Errorf("%s: %+v", row.dict, p)
			}
		}
	}
	for _, data := range []string{"", "%PDF-1.4", "no file"} {
		s := OpenScans(context.Background(), []byte(data), Options{})
		if file, _ := s.File(); s.Picture(0) != nil || string(file) != data {
			t.Errorf("%q: %+v", data, s)
		}
	}
}

func FuzzScans(f *testing.F) {
	f.Add(scanPage("/Width 12 /Height 9 /ColorSpace /DeviceGray /BitsPerComponent 8", strings.Repeat("\x80", 12*9), whole, ""))
	f.Add(scanPage("/Width 16 /Height 10 /Filter /CCITTFaxDecode /DecodeParms <</K -1 /Columns 16>>", "\xFF\xFF\x00\x10\x01", whole, "/Rotate 90"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if s := OpenScans(context.Background(), data, Options{}).Picture(0); s != nil && len(s.File) == 0 {
			t.Error("an empty picture")
		}
	})
}
