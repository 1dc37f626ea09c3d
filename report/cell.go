package report

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

var cellText = regexp.MustCompile(`^(.+)!\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})$`)

// ParseCell reads a place as [Cell.String] writes it, or as Excel does:
// "Scorecard!F17", "'Q2 plan'!$F$17". Anything else is an error that says so.
// Whether a workbook has such a sheet is not asked.
func ParseCell(s string) (Cell, error) {
	m := cellText.FindStringSubmatch(s)
	if m == nil {
		return Cell{}, fmt.Errorf("%q is not a cell such as Scorecard!F17", s)
	}
	c := Cell{Sheet: m[1]}
	if quoted, ok := strings.CutPrefix(c.Sheet, "'"); ok && strings.HasSuffix(quoted, "'") {
		c.Sheet = strings.ReplaceAll(strings.TrimSuffix(quoted, "'"), "''", "'")
	}
	for _, letter := range strings.ToUpper(m[2]) {
		c.Col = c.Col*26 + int(letter-'A') + 1
	}
	c.Row, _ = strconv.Atoi(m[3]) // seven digits at most
	return c, nil
}
