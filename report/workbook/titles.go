package workbook

import (
	"cmp"
	"slices"
)

// rowsOfTitles is how many rows above headings, and firstRows how many at the top
// of the sheet, may hold the titles of a table; titlesInRow how many cells of a
// row.
const rowsOfTitles, firstRows, titlesInRow = 20, 5, 20

// titlesAbove is the texts above a line of a block, the nearest first, and
// last the name of the sheet.
func titlesAbove(v view, line int) []string {
	top := v.place(line, 0).row
	if v.turned {
		top = v.area.from.row
	}
	end, _ := slices.BinarySearchFunc(v.rows, top, func(r gridRow, top int) int { return cmp.Compare(r.row, top) })
	var titles []string
	for i := end - 1; i >= 0; i-- {
		if i < end-rowsOfTitles {
			i = min(i, firstRows-1)
		}
		cells := v.rows[i].cells
		for _, c := range slices.Backward(cells[:min(len(cells), titlesInRow)]) {
			if label := c.label(); label != "" {
				titles = append(titles, label)
			}
		}
	}
	return append(titles, tidy(v.Name))
}
