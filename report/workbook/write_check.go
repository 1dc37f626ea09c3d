package workbook

import (
	"fmt"
	"strings"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
)

// Check is what Excel holds cells to while somebody types in them. A blank is
// always allowed. At most one of Choices, Day and Formula says what else is;
// without any, everything is.
//
// Excel does not look at what is pasted, so a check saves trouble and proves
// nothing.
type Check struct {
	Cells   string   // the cells it holds for, such as "C5:C84"
	Choices []string // one of these, offered in a list; none has a comma in it
	Day     bool     // a day from 1990 on
	Formula string   // what is true of the first cell, and likewise of the others: "=ISNUMBER(C5)"
	Title   string   // above both messages; at most 32 characters
	Prompt  string   // shown while the cell is chosen, if there is one; at most 255 characters
	Refusal string   // shown when something else was typed; at most 255 characters
}

// What Excel takes; a workbook with more is called damaged.
const maxCheckTitle, maxCheckText = 32, 255

func (c Check) fits() error {
	switch {
	case wideLength(c.Title) > maxCheckTitle:
		return fmt.Errorf("the title of the check of %s is too long", c.Cells)
	case wideLength(c.Prompt) > maxCheckText, wideLength(c.Refusal) > maxCheckText, wideLength(c.Formula) > maxCheckText:
		return fmt.Errorf("a text of the check of %s is too long", c.Cells)
	}
	return nil
}

// wideLength is the length of s as Excel counts it.
func wideLength(s string) int { return len(utf16.Encode([]rune(s))) }

// checks adds the checks of a sheet.
func (out *bookWriter) checks(s *Sheet) error {
	for _, c := range s.Checks {
		rule, err := c.excel()
		if err == nil {
			err = out.file.AddDataValidation(s.Name, rule)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// firstDay is 1 January 1990 as a cell holds it, and lastDay 1 January 2100. A
// number that is no day is rarely between them.
const firstDay, lastDay = 32874, 73051

func (c Check) excel() (*excelize.DataValidation, error) {
	if err := c.fits(); err != nil {
		return nil, err
	}
	rule := excelize.NewDataValidation(true)
	rule.SetSqref(c.Cells)
	var err error
	switch {
	case len(c.Choices) > 0:
		err = rule.SetDropList(c.Choices)
	case c.Day:
		err = rule.SetRange(firstDay, lastDay, excelize.DataValidationTypeDate, excelize.DataValidationOperatorBetween)
	case c.Formula != "":
		formula := escapeFormula.Replace(strings.TrimPrefix(c.Formula, "="))
		err = rule.SetRange(formula, "", excelize.DataValidationTypeCustom, excelize.DataValidationOperatorBetween)
	}
	if c.Refusal != "" {
		rule.SetError(excelize.DataValidationErrorStyleStop, c.Title, c.Refusal)
	}
	if c.Prompt != "" {
		rule.SetInput(c.Title, c.Prompt)
	}
	return rule, err
}

// escapeFormula is needed since the library writes formulas of checks as they
// are given to it.
var escapeFormula = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")
