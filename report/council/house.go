package council

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"math"
	"strconv"

	"panelpack/report"
	"panelpack/report/settings"
	"panelpack/report/style"
)

// maxLogo is how many pixels a logo may have. At the size it is printed, 400
// by 130 are as sharp as paper shows.
const maxLogo = 2_000_000

// logo is the PNG picture called name; nil where none is named.
func logo(f *settings.File, name string, open Open) []byte {
	const key = "style.logo"
	if name == "" {
		return nil
	}
	data, err := open(name)
	if err != nil {
		f.Wrong(key, fmt.Sprintf("logo %q cannot be read: %v", name, err), "put the picture beside this file, and give its name")
		return nil
	}
	size, err := png.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		f.Wrong(key, fmt.Sprintf("logo %q is not a PNG picture", name), "open it in a picture program, and save it as PNG")
		return nil
	}
	if size.Width*size.Height > maxLogo {
		f.Wrong(key, fmt.Sprintf("logo %q has %d by %d pixels, more than a page can show", name, size.Width, size.Height),
			"save it smaller: 800 pixels across are plenty")
		return nil
	}
	if _, err := png.Decode(bytes.NewReader(data)); err != nil {
		f.Wrong(key, fmt.Sprintf("logo %q is damaged: %v", name, err), "save it again")
		return nil
	}
	warnOfSize(f, key, name, size)
	return data
}

// A logo is seen at a glance where its longer side is at least leastLong and
// its shorter one leastShort, in millimetres.
const (
	leastLong  = 15.0
	leastShort = 4.0
)

// warnOfSize warns of a logo that is printed so small or so narrow that nobody
// knows it.
func warnOfSize(f *settings.File, key, name string, size image.Config) {
	const mm = 25.4 / 72
	width, height := style.LogoSize(size.Width, size.Height)
	across, down := width*mm, height*mm
	if max(across, down) >= leastLong && min(across, down) >= leastShort {
		return
	}
	hint := "supply a larger picture: about 400 by 130 pixels fill its place on the cover"
	const hair = 0.01
	if width > style.LogoWidth-hair || height > style.LogoHeight-hair {
		hint = fmt.Sprintf("supply one that is less narrow: its place on the cover is %.0f mm wide and %.0f mm high", style.LogoWidth*mm, style.LogoHeight*mm)
	}
	f.Note(report.Warning, f.Place(key),
		fmt.Sprintf("logo %q has %d by %d pixels, and is printed only %.1f mm wide and %.1f mm high", name, size.Width, size.Height, across, down), hint)
}

// colour is one of the house's own colours, or a darker shade of it where it
// would be too light to read; nil where none is named.
func colour(f *settings.File, key, text string) *report.Colour {
	if text == "" {
		return nil
	}
	named, ok := style.ParseColour(text)
	if !ok {
		f.Wrong(key, strconv.Quote(text)+" is not a colour", `write it as web pages do, such as "#0b3c5d"`)
		return nil
	}
	shade := named.Readable()
	if shade != named {
		f.Note(report.Warning, f.Place(key),
			fmt.Sprintf("%q is too light to read: its contrast with the page is %.1f, and %.1f is the least",
				// Down, so that 4.46 never reads as 4.5.
				text, math.Floor(named.LeastContrast()*10)/10, style.TextContrast),
			fmt.Sprintf("it is printed as %q, which is dark enough; write that, or another darker shade", shade.String()))
	}
	c := report.Colour(shade)
	return &c
}

// warnOfRatingColour warns of lines that could be taken for a rating.
func warnOfRatingColour(f *settings.File, key string, c *report.Colour) {
	if c == nil {
		return
	}
	if r, like := style.Colour(*c).LikeRating(); like {
		f.Note(report.Warning, f.Place(key), fmt.Sprintf("lines in %q may be taken for the rating %s", style.Colour(*c).String(), r),
			"a blue, violet or grey is never a rating")
	}
}
