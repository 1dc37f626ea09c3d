package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"panelpack/report"
	"panelpack/report/workbook"
)

// printUnderstanding tells an officer how a workbook was read.
func printUnderstanding(to io.Writer, u *workbook.Understanding) error {
	w := tabwriter.NewWriter(to, 0, 0, 2, ' ', 0)
	sub := u.Submission
	fmt.Fprintf(w, "%s: %s\n\n", sub.Source.File, extent(sub))
	for _, s := range u.Sheets {
		fmt.Fprintf(w, "%s: %s\n", strings.TrimSpace(s.Name), verdictOf(s))
		for _, t := range s.Tables {
			printTable(w, t)
		}
	}
	if facts := factsOf(sub); len(facts) > 0 {
		fmt.Fprintf(w, "\n%s to compare with the workbook:\n", plural(len(facts), "figure"))
		for _, f := range facts {
			fmt.Fprintf(w, "   %s\t%s\n", f.ActualCell, f.words())
		}
	}
	if err := w.Flush(); err != nil {
		return err
	}
	fmt.Fprintln(to)
	printFindings(to, sub.Findings)
	unsure := strings.Join(severities(sub.Findings), ", ")
	if unsure == "" {
		unsure = "nothing was uncertain"
	}
	_, err := fmt.Fprintf(to, "panelpack: %s, %s\n", plural(len(sub.Series), "metric"), unsure)
	return err
}

// extent is how much was read: "38 metrics by 25 months, Sep 2020 to Sep
// 2022".
func extent(sub *report.Submission) string {
	if len(sub.Series) == 0 {
		return "no metrics were found"
	}
	text := plural(len(sub.Series), "metric")
	for i, s := range spansOf(sub) {
		join := " by "
		if i > 0 {
			join = ", and "
		}
		text += join + plural(s.count, kindWords[s.first.Kind()]) + ", " + s.words()
	}
	return text
}

var kindWords = map[report.PeriodKind]string{
	report.Day: "day", report.Month: "month", report.Quarter: "quarter",
	report.FinancialYear: "financial year", report.CalendarYear: "year", report.SchoolYear: "school year",
}

func (s span) words() string {
	if s.first == s.last {
		return s.first.Words()
	}
	return s.first.ShortWords() + " to " + s.last.ShortWords()
}

func verdictOf(s workbook.SheetReading) string {
	if s.Read {
		return "read: " + s.Why
	}
	return "not read: " + s.Why
}

func (f fact) words() string {
	text := fmt.Sprintf("%s %s, %s: %s", f.metric.Ref, f.metric.Name, f.Period.Words(), f.metric.Unit.Format(f.Actual))
	if f.Target.Known() {
		text += ", target " + f.Target.Words(f.metric.Unit)
	}
	return text
}

// printTable tells where a table stands and what its columns were taken for.
// Columns with periods that were taken for the same stand on one line.
func printTable(w io.Writer, t workbook.TableReading) {
	given := plural(t.Figures, "cell") + " of figures"
	if t.Metrics > 0 { // none is new where another table has them too
		given = plural(t.Metrics, "metric") + ", " + given
	}
	fmt.Fprintf(w, "   %s:%s, %s, %s: %s\n", t.First.Ref(), t.Last.Ref(), t.Layout, headings(t), given)
	told := map[string]bool{}
	for _, c := range t.Columns {
		switch same := columnsOf(t, c.As); {
		case c.Period.IsZero():
			fmt.Fprintf(w, "      %s\t%s\t%s\n", columnName(t, c), shorten(c.Words), useOf(t, c))
		case !told[c.As]:
			told[c.As] = true
			fmt.Fprintf(w, "      %s\t%s\t%s\n", ranges(t, same), periodWords(same), useOf(t, workbook.ColumnReading{As: c.As}))
		}
	}
}

// useOf is what a column was taken for, its period apart.
func useOf(t workbook.TableReading, c workbook.ColumnReading) string {
	rowSays := slices.ContainsFunc(t.Columns, func(c workbook.ColumnReading) bool { return c.As == "figure" })
	switch {
	case c.As == "actual" && c.Words != "" && len(columnsOf(t, c.As)) > 0:
		return "of no period, not used"
	case c.As == "actual" && rowSays:
		return "the figure that the row says"
	}
	return c.Use()
}

// shorten keeps a heading to the width of a window.
func shorten(heading string) string {
	const most = 48
	if r := []rune(heading); len(r) > most {
		return string(r[:most]) + "…"
	}
	return heading
}

// headings is where the headings of a table stand.
func headings(t workbook.TableReading) string {
	if len(t.Columns) == 0 {
		return "no headings"
	}
	what, first, last := "row", fmt.Sprint(t.First.Row), fmt.Sprint(t.Columns[0].Head.Row)
	if t.Down() {
		what, first, last = "column", report.ColumnName(t.First.Col), report.ColumnName(t.Columns[0].Head.Col)
	}
	if first == last {
		return "headings in " + what + " " + first
	}
	return "headings in " + what + "s " + first + " to " + last
}

// columnName is what the sheet calls a column of t, which may be a row.
func columnName(t workbook.TableReading, c workbook.ColumnReading) string {
	if t.Down() {
		return fmt.Sprint(c.Head.Row)
	}
	return report.ColumnName(c.Head.Col)
}

// columnsOf is the columns with periods that were taken for the same.
func columnsOf(t workbook.TableReading, as string) []workbook.ColumnReading {
	var same []workbook.ColumnReading
	for _, c := range t.Columns {
		if c.As == as && !c.Period.IsZero() {
			same = append(same, c)
		}
	}
	return same
}

// periodWords is the periods of columns, from the first to the last.
func periodWords(columns []workbook.ColumnReading) string {
	return span{len(columns), columns[0].Period, columns[len(columns)-1].Period}.words()
}

// ranges names columns: those next to each other from the first to the last,
// and others one by one, with a gap where there are many.
func ranges(t workbook.TableReading, columns []workbook.ColumnReading) string {
	var parts []string
	for i := 0; i < len(columns); i++ {
		from := i
		for i+1 < len(columns) && adjoin(columns[i].Head, columns[i+1].Head) {
			i++
		}
		part := columnName(t, columns[from])
		if i > from {
			part += ":" + columnName(t, columns[i])
		}
		parts = append(parts, part)
	}
	const most = 4
	if n := len(parts); n > most {
		parts = []string{parts[0], parts[1], "…", parts[n-1]}
	}
	return strings.Join(parts, ", ")
}

func adjoin(a, b report.Cell) bool { return b.Col-a.Col+b.Row-a.Row == 1 }

func printCell(to io.Writer, r *workbook.CellReading) error {
	w := tabwriter.NewWriter(to, 0, 0, 2, ' ', 0)
	fmt.Fprintf(w, "%s\n", r.Cell)
	fmt.Fprintf(w, "Holds\t%s\n", r.Holds)
	if r.Stored != "" {
		fmt.Fprintf(w, "Stored\t%s\n", r.Stored)
	}
	fmt.Fprintf(w, "Format\t%s\n", r.Format)
	for _, use := range r.ReadAs {
		fmt.Fprintf(w, "Read as\t%s\n", use)
	}
	if err := w.Flush(); err != nil {
		return err
	}
	printFindings(to, r.Findings)
	return nil
}
