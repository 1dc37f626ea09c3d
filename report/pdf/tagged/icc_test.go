package tagged

import (
	"encoding/binary"
	"math"
	"testing"
)

// The profile is whole, its three primaries together are its white, and white
// stays white on its curve.
func TestProfile(t *testing.T) {
	p := srgb()
	if size := binary.BigEndian.Uint32(p); int(size) != len(p) || string(p[36:40]) != "acsp" {
		t.Fatalf("a profile of %d bytes says %d", len(p), size)
	}
	tags := map[string][]float64{}
	for i := range int(binary.BigEndian.Uint32(p[128:])) {
		at := 132 + 12*i
		offset, length := binary.BigEndian.Uint32(p[at+4:]), binary.BigEndian.Uint32(p[at+8:])
		if offset%4 != 0 || int(offset+length) > len(p) {
			t.Fatalf("tag %s lies at %d for %d", p[at:at+4], offset, length)
		}
		for j := offset + 8; j+4 <= offset+length; j += 4 {
			v := float64(int32(binary.BigEndian.Uint32(p[j:]))) / 65536
			tags[string(p[at:at+4])] = append(tags[string(p[at:at+4])], v)
		}
	}
	for i := range 3 {
		sum := tags["rXYZ"][i] + tags["gXYZ"][i] + tags["bXYZ"][i]
		if math.Abs(sum-tags["wtpt"][i]) > 0.0005 {
			t.Errorf("the primaries come to %.5f where white is %.5f", sum, tags["wtpt"][i])
		}
	}
	curve := tags["rTRC"][1:] // after its kind
	if white := math.Pow(curve[1]+curve[2], curve[0]); math.Abs(white-1) > 0.0005 {
		t.Errorf("white comes out as %.5f", white)
	}
}
