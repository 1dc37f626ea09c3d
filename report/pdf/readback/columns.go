package readback

import (
	"math"
	"regexp"
	"strings"

	"panelpack/report/style"
)

// figure is a number alone in a cell, with its unit.
var figure = regexp.MustCompile(`^[−-]?£?[\d,]+(\.\d+)?(%|\x{a0}.*)?$`)

// unevenColumns finds figures of a column that do not end as far from the start
// of their row as those above them do: a table begins in another place in each
// column of a page. In fine type, where a table is about one metric, figures
// have the same decimal places too.
func unevenColumns(elements []Element) []string {
	type column struct{ table, cell int }
	type place struct {
		right    float64 // from the start of its row
		decimals int
	}
	var faults []string
	var first Element // of a row
	above := map[column]place{}
	for _, e := range elements {
		if e.Cell == 0 {
			first = e
		}
		text := e.Text()
		if !e.isCell() || e.Row != first.Row || e.Cell == 0 || !figure.MatchString(text) {
			continue
		}
		last := e.Words[len(e.Words)-1]
		_, fraction, _ := strings.Cut(strings.TrimRight(text, "%"), ".")
		now, at := place{last.Right() - first.Words[0].X, len(fraction)}, column{e.Table, e.Cell}
		then, known := above[at]
		if beside := now.right - then.right; known && math.Abs(beside) > hair {
			faults = append(faults, e.fault("ends %.1f pt beside the figure above it", beside))
		}
		if known && last.Size < style.Table && now.decimals != then.decimals {
			faults = append(faults, e.fault("has %d decimal places, and the figure above it %d", now.decimals, then.decimals))
		}
		above[at] = now
	}
	return faults
}
