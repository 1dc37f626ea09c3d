package workbook

// Down reports whether the periods of t run down the sheet, so that what
// Columns calls columns are rows of the sheet.
func (t TableReading) Down() bool {
	n := len(t.Columns)
	return n > 1 && t.Columns[0].Head.Col == t.Columns[n-1].Head.Col
}

// Use is what the column was taken for, in words for people: "target for
// September 2022", "which way is good", "total, not used".
func (c ColumnReading) Use() string {
	use := useWords[c.As]
	if !c.Period.IsZero() {
		use += " for " + c.Period.Words()
	}
	return use
}

// useWords are the uses of columns, by the meanings of words.txt.
var useWords = map[string]string{
	"": "not used",

	"ref": "ref", "name": "name of the metric", "short": "short name", "definition": "definition", "unit": "unit",
	"polarity": "which way is good", "basis": "period basis", "owner": "owner", "category": "category",
	"timescale": "statutory timescale", "return": "source return", "figure": "which figure a row holds",
	"kind": "length of the period", "dimension": "part of the whole", "group": "group of metrics", "period": "period",

	"actual": "actual", "target": "target", "yeartarget": "year-end target", "finaltarget": "final target",
	"lastyear": "actual of the year before", "forecast": "forecast", "benchmark": "another area's figure",
	"denominator": "number of cases", "rating": "the council's own rating", "comment": "commentary",

	"numerator": "numerator, not used", "baseline": "baseline, not used", "direction": "direction, not used",
	"total": "total, not used", "updated": "day of the last change, not used",
}
