package workbook

import "github.com/xuri/excelize/v2"

const (
	bookFont     = "Arial"
	bookSizePt   = 10
	borderColour = "BFBFBF"
)

// Style is how a cell looks. The zero Style is the plain one: Arial, no fill,
// no border, General format.
type Style struct {
	Bold, Italic bool
	SizePt       float64 // 0 is 10 points
	Ink, Fill    string  // colours as "1F3864"; empty is black on nothing
	Border       bool    // a thin grey line on all four sides
	Wrap         bool    // long text goes on in further lines
	Open         bool    // may be typed in although the sheet is protected
	Align        Align
	Format       string // Excel's number format, such as "0.0%" or "mmm-yy"; empty is General
}

// Align is where a cell's content stands between its sides.
type Align string

// The alignments. The zero Align puts words left and numbers right.
const (
	Natural Align = ""
	Left    Align = "left"
	Centre  Align = "center"
	Right   Align = "right"
)

// style is the file's number for s, which is added when it is new.
func (out *bookWriter) style(s Style) (int, error) {
	if id, ok := out.styles[s]; ok {
		return id, nil
	}
	id, err := out.file.NewStyle(s.excel())
	if err == nil {
		out.styles[s] = id
	}
	return id, err
}

func (s Style) excel() *excelize.Style {
	if s.SizePt == 0 {
		s.SizePt = bookSizePt
	}
	x := &excelize.Style{
		Font:      &excelize.Font{Family: bookFont, Size: s.SizePt, Bold: s.Bold, Italic: s.Italic, Color: s.Ink},
		Alignment: &excelize.Alignment{Vertical: "top", WrapText: s.Wrap, Horizontal: string(s.Align)},
	}
	if s.Fill != "" {
		x.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{s.Fill}}
	}
	if s.Border {
		for _, side := range []string{"left", "top", "right", "bottom"} {
			x.Border = append(x.Border, excelize.Border{Type: side, Color: borderColour, Style: 1})
		}
	}
	if s.Open {
		x.Protection = &excelize.Protection{Locked: false}
	}
	if s.Format != "" {
		x.CustomNumFmt = &s.Format
	}
	return x
}
