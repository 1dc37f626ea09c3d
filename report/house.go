package report

// Colour is a colour of the sRGB space, as a council names its own.
type Colour struct{ R, G, B uint8 }

// House is the look of a council's own papers, as far as a pack follows it.
// The zero House is the program's own look.
type House struct {
	Logo   []byte  // a PNG picture; none when empty
	Words  string  // that stand for the logo: "Logo of Anyshire Council"; empty where it is decoration
	Accent *Colour // of headings and of the rule on the cover; nil for the program's own
	Data   *Colour // of the lines and dots of charts; nil for the program's own
}
