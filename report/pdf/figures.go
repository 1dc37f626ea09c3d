package pdf

import "panelpack/report"

// figureColumns is how many small tables stand side by side.
const figureColumns = 3

// figures sets small tables one below the other, column by column.
func (s *setter) figures(f report.Figures) {
	for i, t := range f.Tables {
		if i > 0 && s.y > s.top {
			s.y += 2 * blockGap
		}
		s.table(t)
	}
}
