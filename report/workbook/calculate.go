package workbook

import (
	"bytes"
	"regexp"

	"github.com/xuri/excelize/v2"

	"panelpack/report"
)

// maxCalculated is how many formulas without a result are calculated. A
// workbook saved by Excel has none; one written by a program may have many,
// and each can be slow.
const maxCalculated = 1000

// tame are the formulas that are safe to calculate: sums, shares and averages
// of cells. Others may take hours or all memory, and since a formula leads to
// others, none of a workbook is calculated when one of it is not tame.
var tame = regexp.MustCompile(`^(?:(?:'[^']*'|\w+)!|\$?[A-Z]{1,3}\$?\d{1,7}\b|\d+(?:\.\d+)?|"[^"]*"|[-+*/(),:<>= ]|` +
	`(?:SUM|AVERAGE|ROUND|MIN|MAX|COUNT|IF|IFERROR)\()*$`)

// maxFormula is how many characters a formula has at most that is calculated.
const maxFormula = 255

func isTame(formula []byte) bool { return len(formula) <= maxFormula && tame.Match(formula) }

// calculator works out formulas whose results a workbook does not hold.
type calculator struct {
	data []byte
	file *excelize.File // opened at the first formula
	left int
}

// calculate is the result of the formula in a cell, and whether there is one:
// the functions known are many, but not all.
func (c *calculator) calculate(at report.Cell) (result float64, ok bool) {
	if c.left == 0 {
		return 0, false
	}
	c.left--
	// What a hostile file does to the calculator is not to end the program.
	defer func() {
		if recover() != nil {
			result, ok = 0, false
		}
	}()
	if c.file == nil {
		file, err := excelize.OpenReader(bytes.NewReader(c.data), excelize.Options{
			UnzipSizeLimit: maxInflated, UnzipXMLSizeLimit: maxInflated, RawCellValue: true,
		})
		if err != nil {
			c.left = 0
			return 0, false
		}
		c.file = file
	}
	text, err := c.file.CalcCellValue(at.Sheet, at.Ref())
	if err != nil {
		return 0, false
	}
	result, err = parseNumber([]byte(text))
	return result, err == nil
}

func (c *calculator) close() {
	if c.file != nil {
		c.file.Close()
	}
}

// calculated gives a fact the result of its formula, and says so.
func (ds *drafts) calculated(f *fact, ref string) {
	result, ok := ds.calc.calculate(f.at)
	if !ok {
		return
	}
	f.cell = &cell{kind: number, number: result, format: f.cell.format}
	ds.Add(report.Warning, f.at, ref, "open the workbook in Excel and save it, so that it holds its results",
		"%s is a formula without a result; panelpack calculated it", nameOf(f.Figure))
}
