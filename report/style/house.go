package style

import "panelpack/report"

// DataOf is Data in the look of house h: the colour of the figures on its
// charts.
func DataOf(h report.House) Colour { return houseColour(h.Data, Data) }

// HeadingOf is the colour of headings in the look of house h.
func HeadingOf(h report.House) Colour { return houseColour(h.Accent, Ink) }

// RuleOf is the colour of the rule on the cover in the look of house h.
func RuleOf(h report.House) Colour { return houseColour(h.Accent, Data) }

func houseColour(theirs *report.Colour, ours Colour) Colour {
	if theirs == nil {
		return ours
	}
	return Colour(*theirs)
}
