package workbook

import (
	"cmp"
	"math"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"panelpack/report"
)

// layout sets all of a sheet but its cells.
func (out *bookWriter) layout(s *Sheet) error {
	for i, width := range s.Widths {
		column := report.ColumnName(i + 1)
		if width == 0 {
			continue
		}
		if err := out.file.SetColWidth(s.Name, column, column, width); err != nil {
			return err
		}
	}
	for i := range s.Rows {
		heightPt := s.heightPt(i)
		if heightPt == 0 {
			continue
		}
		if err := out.file.SetRowHeight(s.Name, i+1, heightPt); err != nil {
			return err
		}
	}
	return cmp.Or(out.freeze(s), out.page(s), out.protect(s), out.checks(s), out.file.SetSheetVisible(s.Name, !s.Hidden))
}

// protect locks all cells but the open ones against slips of the hand. Rows
// and columns may still be made larger, and everything be selected and copied.
func (out *bookWriter) protect(s *Sheet) error {
	if !s.Protected {
		return nil
	}
	return out.file.ProtectSheet(s.Name, &excelize.SheetProtectionOptions{
		SelectLockedCells: true, SelectUnlockedCells: true, FormatCells: true, FormatColumns: true, FormatRows: true,
	})
}

// lineHeight is what one line of text takes, as a share of its size.
const lineHeight = 1.3

// heightPt is how high row i is where its words wrap, and 0 where they do not:
// such a row is as high as its type needs by itself. Excel would find out the
// others too, LibreOffice would not. No row is higher than Excel allows: words
// that need more are there whole, and show when the cell is opened.
func (s *Sheet) heightPt(i int) float64 {
	most := 0.0
	for c, entry := range s.Rows[i] {
		words, _ := entry.Value.(string)
		if !entry.Style.Wrap || c >= len(s.Widths) || s.Widths[c] == 0 {
			continue
		}
		size := cmp.Or(entry.Style.SizePt, bookSizePt)
		if n := wrapped(words, s.Widths[c]*bookSizePt/size); n > 1 {
			most = max(most, float64(n)*lineHeight*size+2)
		}
	}
	return min(most, excelize.MaxRowHeight)
}

// wrapped is how many lines words take in a column of the given width,
// reckoned from the digits that it is wide: letters are a little narrower,
// which makes up for words that go over to the next line.
func wrapped(words string, width float64) int {
	lines := 0
	for paragraph := range strings.SplitSeq(words, "\n") {
		needed := float64(utf8.RuneCountInString(paragraph)) / width
		lines += max(1, int(math.Ceil(needed)))
	}
	return lines
}

func (out *bookWriter) freeze(s *Sheet) error {
	pane := ""
	switch {
	case s.FreezeRows > 0 && s.FreezeCols > 0:
		pane = "bottomRight"
	case s.FreezeRows > 0:
		pane = "bottomLeft"
	case s.FreezeCols > 0:
		pane = "topRight"
	default:
		return nil
	}
	corner := report.Cell{Col: s.FreezeCols + 1, Row: s.FreezeRows + 1}
	return out.file.SetPanes(s.Name, &excelize.Panes{
		Freeze: true, XSplit: s.FreezeCols, YSplit: s.FreezeRows,
		TopLeftCell: corner.Ref(), ActivePane: pane,
	})
}

// page sets how the sheet prints, and the area that its cells take: excelize
// itself says "A1" of every sheet.
func (out *bookWriter) page(s *Sheet) error {
	orientation, paperA4, onePage, anyPages, fit := "portrait", 9, 1, 0, true
	if s.Landscape {
		orientation = "landscape"
	}
	area := report.Cell{Col: 1, Row: max(1, len(s.Rows))}
	for _, row := range s.Rows {
		area.Col = max(area.Col, len(row))
	}
	return cmp.Or(
		out.file.SetSheetDimension(s.Name, "A1:"+area.Ref()),
		out.file.SetSheetProps(s.Name, &excelize.SheetPropsOptions{FitToPage: &fit}),
		out.file.SetPageLayout(s.Name, &excelize.PageLayoutOptions{
			Size: &paperA4, Orientation: &orientation, FitToWidth: &onePage, FitToHeight: &anyPages,
		}),
	)
}
