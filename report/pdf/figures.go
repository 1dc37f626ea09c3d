package pdf

import "panelpack/report"

// figureColumns is how many small tables stand side by side.
const figureColumns = 3

// figureRow is the height of a row of a small table, which is that of a line of
// its caption too: the rows of neighbouring columns stand on one line.
var figureRow = tableFont.leadingPt()

// figures sets small tables one below the other, column by column.
func (s *setter) figures(f report.Figures) {
	for i, t := range f.Tables {
		if i > 0 && s.y > s.top {
			s.y += figureRow
		}
		s.table(t)
	}
}
