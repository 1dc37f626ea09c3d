package workbook

import (
	"strings"

	"github.com/xuri/excelize/v2"

	"panelpack/report"
)

// table marks the table of s. Its look is the cells' own.
func (out *bookWriter) table(s *Sheet) error {
	if s.Table.Row == 0 {
		return nil
	}
	first := report.Cell{Col: 1, Row: s.Table.Row}
	last := report.Cell{Col: len(s.Rows[s.Table.Row-1]), Row: len(s.Rows)}
	striped := false
	return out.file.AddTable(s.Name, &excelize.Table{
		Range: first.Ref() + ":" + last.Ref(), Name: s.Table.Name, ShowRowStripes: &striped,
	})
}

// link lets the cell lead to the top of a sheet.
func (out *bookWriter) link(at report.Cell, sheet string) error {
	if sheet == "" {
		return nil
	}
	place := "'" + strings.ReplaceAll(sheet, "'", "''") + "'!A1"
	return out.file.SetCellHyperLink(at.Sheet, at.Ref(), place, "Location")
}
