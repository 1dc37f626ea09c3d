package tagged

import (
	"testing"

	"panelpack/report/style"
)

// A face covers what its font says, as another reader of the font sees it.
func TestFaceCovers(t *testing.T) {
	f, err := readFace(style.TTF(style.Regular))
	if err != nil {
		t.Fatal(err)
	}
	if f.name != "LiberationSans" {
		t.Errorf("the face is called %q", f.name)
	}
	for r := range rune(0xFFFF) {
		if f.has.has(r) != style.Covers(style.Regular, r) {
			t.Errorf("%U: covered %v", r, f.has.has(r))
		}
	}
}

// A font cut short anywhere is refused or read, without a panic.
func TestFaceCutShort(t *testing.T) {
	ttf := style.TTF(style.Regular)
	for n := 0; n < len(ttf); n += 1 + n/50 {
		readFace(ttf[:n])
	}
}
