package figures

import (
	"encoding/csv"
	"io"
	"strings"

	"panelpack/report"
)

// columns are the heads of the CSV. Names are only ever added, at the end.
var columns = []string{
	"metric", "name", "category", "unit", "period", "as_at", "kind", "value", "target", "target_text", "rating", "notation",
}

// WriteCSV writes every figure of p to w as one tidy table: a row for each
// metric, period and kind, in UTF-8 with the line ends of RFC 4180. The same
// pack gives the same bytes.
//
// Numbers are plain ("-1234.5"), percentages in hundredths (27.1 is 27.1%).
// Where there is no number the cell is empty and the notation says why. Of a
// target such as "more than 50%" the number stands in target, the words in
// target_text. Words that a spreadsheet would take for a formula begin with an
// apostrophe.
func WriteCSV(w io.Writer, p *report.Pack) error {
	out := csv.NewWriter(w)
	out.UseCRLF = true
	if err := out.Write(columns); err != nil {
		return err
	}
	for _, f := range figuresOf(p) {
		if err := out.Write(record(p, f)); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

func record(p *report.Pack, f figure) []string {
	m := f.metric.Metric
	rating, targetText := "", ""
	if f.rating != nil {
		rating = f.rating.Key()
	}
	if f.target.Known() {
		targetText = f.target.Words(m.Unit)
	}
	return []string{
		inert(m.Ref), inert(m.Name), inert(categoryTitle(p.Assessed, f.metric)), inert(m.Unit.String()),
		f.period.String(), f.asAt.String(), inert(f.kind), f.value.Decimal(), f.target.Value.Decimal(), inert(targetText),
		rating, f.notation(),
	}
}

// formulaSigns begin what a spreadsheet takes for a formula, in the width of
// Latin letters and in that of East Asian ones.
const formulaSigns = "=+-@\t\r\n＝＋－＠"

// inert is s with an apostrophe before it where a spreadsheet would otherwise
// reckon it out.
func inert(s string) string {
	if trimmed := strings.TrimLeft(s, " \u00a0"); trimmed != "" && strings.ContainsRune(formulaSigns, []rune(trimmed)[0]) {
		return "'" + s
	}
	return s
}
