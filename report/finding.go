package report

import (
	"fmt"
	"strconv"
)

// Cell is the place of one cell in a workbook. Col and Row count from 1, as
// Excel does; with Row 0 it is the sheet as a whole, and the zero Cell is no
// place.
type Cell struct {
	Sheet    string
	Col, Row int
}

// IsZero reports whether c is no place.
func (c Cell) IsZero() bool { return c == Cell{} }

// Ref is the cell within its sheet, "F17"; empty for a whole sheet.
func (c Cell) Ref() string {
	if c.Row == 0 {
		return ""
	}
	return ColumnName(c.Col) + strconv.Itoa(c.Row)
}

// String is the place in Excel's own notation, "Scorecard!F17".
func (c Cell) String() string {
	if c.Row == 0 {
		return c.Sheet
	}
	return c.Sheet + "!" + c.Ref()
}

// ColumnName is Excel's name of column col, counted from 1: 1 is "A", 27 "AA".
// It is empty below 1.
func ColumnName(col int) string {
	name := ""
	for ; col > 0; col = (col - 1) / 26 {
		name = string(rune('A'+(col-1)%26)) + name
	}
	return name
}

// Severity is how much a finding matters.
type Severity uint8

// The severities. An Error stands in the way of a final pack.
const (
	Note Severity = iota
	Warning
	Error
)

var severityWords = [...]string{Note: "note", Warning: "warning", Error: "error"}

// String is the severity in lower case, as printed before a message.
func (s Severity) String() string { return severityWords[s] }

// Finding is something that an officer should look at or mend. A pack can be
// made all the same; what prevents a pack is an error value, not a Finding.
//
// Message is lower case without a full stop and quotes at most the one value
// in question. Hint says what to do about it, in words for someone holding
// Excel.
type Finding struct {
	Severity Severity
	File     string // base name of the workbook, rulebook or commentary file
	Cell     Cell   // where, in a workbook
	Line     int    // where, in a text file, from 1
	Column   int    // where on that line, from 1
	Metric   string // ref of the metric concerned, if one is
	Message  string
	Hint     string
}

// Place is the position of f for people: "q3.xlsx: Scorecard!F17" or
// "rulebook.toml:12:3".
func (f Finding) Place() string {
	place := f.File
	if f.Line > 0 {
		place += ":" + strconv.Itoa(f.Line)
		if f.Column > 0 {
			place += ":" + strconv.Itoa(f.Column)
		}
	}
	if !f.Cell.IsZero() {
		if place != "" {
			place += ": "
		}
		place += f.Cell.String()
	}
	return place
}

// String is f on one line, without its hint: position, severity, metric,
// message.
func (f Finding) String() string {
	s := f.Severity.String() + ": "
	if place := f.Place(); place != "" {
		s = place + ": " + s
	}
	if f.Metric != "" {
		s += f.Metric + ": "
	}
	return s + f.Message
}

// Findings collects findings about one file. Its zero value is ready to use.
type Findings struct {
	File string
	List []Finding
}

// Add notes a finding about the collector's file.
func (fs *Findings) Add(s Severity, at Cell, metric, hint, format string, args ...any) {
	fs.List = append(fs.List, Finding{
		Severity: s, File: fs.File, Cell: at, Metric: metric,
		Message: fmt.Sprintf(format, args...), Hint: hint,
	})
}

// Failure is an error for people: what is there, where and what was expected,
// and on a line of its own what to do about it. It means that nothing can be
// produced.
type Failure struct {
	Message string
	Hint    string
}

// Error is the message alone.
func (f *Failure) Error() string { return f.Message }
