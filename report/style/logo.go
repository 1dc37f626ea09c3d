package style

// LogoSize is how large a logo of so many pixels is printed on the cover, in
// points: as large as it can be in the room it has there, and with 150 pixels or
// more to the inch, so that it is sharp.
func LogoSize(across, down int) (width, height float64) {
	const pixel = 72.0 / 150
	scale := min(LogoWidth/float64(across), LogoHeight/float64(down), pixel)
	return scale * float64(across), scale * float64(down)
}

// The room that a logo has on the cover, in points.
const (
	LogoWidth  = 200.0
	LogoHeight = 80.0
)
