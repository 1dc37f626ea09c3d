package workbook

import (
	"fmt"
	"strings"
	"testing"

	"panelpack/report"
)

// TestFormulasWithoutResults: sums and shares of cells are calculated, and that
// is told. Formulas of other kinds are not.
func TestFormulasWithoutResults(t *testing.T) {
	const text = `
		sheet Scorecard
		1: Ref | Metric | Unit | ` + months + `
		2: A | Contacts | Number | 12 | =ROUND(SUM(D2:D3)*1.5,0)
		3: B | Visits | Number | 31 | `
	sub := expectTold(t, text+`=IFERROR($D3/2,"")`, `
		Scorecard!E2: warning: A: actual is a formula without a result; panelpack calculated it
		Scorecard!E3: warning: B: actual is a formula without a result; panelpack calculated it
	`)
	expect(t, sub, map[string]string{"A": "2022-08 12\n2022-09 65", "B": "2022-08 31\n2022-09 16"})
	for _, other := range []string{`REPT("a",9)`, "D2^D2", "D2&D2", "Total*2", "SUM(" + strings.Repeat("1,", 200) + "1)", "Notes!A1+1\nsheet Notes\n1: =NOW()"} {
		sub := expectTold(t, text+"="+other, `
			Scorecard!E2: warning: A: actual is a formula without a result; panelpack calculated it
			Scorecard!E3: error: B: actual is a formula without a result
		`)
		expect(t, sub, map[string]string{"B": "2022-08 31\n2022-09 could not be read"})
	}
}

// TestFormulasOverErrors: an error in any cell that a formula uses is not read
// past, in a range neither.
func TestFormulasOverErrors(t *testing.T) {
	for _, formula := range []string{"SUM(D2:E2)", "AVERAGE(D2:E2)", "MAX(E2,D2)", "MIN($D$2:$E$2)", "D2+E2", "IF(E2>1,2,3)", "ROUND(SUM(D2:E2),0)"} {
		sub := expectTold(t, `
			sheet Scorecard
			1: Ref | Metric | Unit | 2022-07-01 {mmm-yy} | `+months+`
			2: A | Contacts | Number | 12 | #REF! | =`+formula, `
			Scorecard!E2: error: A: actual is the error #REF!
			Scorecard!F2: error: A: actual is a formula without a result, and uses Scorecard!E2, which is the error #REF!
		`)
		if got := factsOf(sub, "Contacts"); !strings.HasSuffix(got, "2022-09 could not be read\n") {
			t.Errorf("%s: %s", formula, got)
		}
	}
	expectTold(t, `
		sheet Scorecard
		1: Ref | Metric | Unit | `+months+`
		2: A | Contacts | Number | =D3+1 | =SUM(Notes!B1:B2)
		3: B | Visits | Number | =12/0 | =SUM('Of others'!A1)
		sheet Notes
		1: _ | 4
		2: _ | #DIV/0!
		sheet Of others
		1: =Notes!B2
	`, `
		Scorecard!D2: error: A: actual is a formula without a result, and comes to the error #DIV/0!
		Scorecard!E2: error: A: actual is a formula without a result, and uses Notes!B2, which is the error #DIV/0!
		Scorecard!D3: error: B: actual is a formula without a result, and comes to the error #DIV/0!
		Scorecard!E3: error: B: actual is a formula without a result, and uses Notes!B2, which is the error #DIV/0!
	`)
}

// TestFormulasThatReferToThemselves: none of them is nought.
func TestFormulasThatReferToThemselves(t *testing.T) {
	const before = "sheet Scorecard\n1: Ref | Metric | Unit | 2022-07-01 {mmm-yy} | " + months + "\n2: A | Contacts | Number | "
	const refers = "error: A: actual is a formula without a result, and refers to itself"
	tests := map[string]string{
		"12 | 13 | =F2":                   "Scorecard!F2: " + refers,
		"12 | 13 | =F2+1":                 "Scorecard!F2: " + refers,
		"12 | 13 | =F2*1":                 "Scorecard!F2: " + refers,
		"12 | 13 | =IFERROR(F2,1)":        "Scorecard!F2: " + refers,
		"12 | 13 | =SUM(D2:F2)":           "Scorecard!F2: " + refers,
		"12 | 13 | =COUNT(A1:XFD1048576)": "Scorecard!F2: " + refers,
		"12 | =F2+1 | =E2+1":              "Scorecard!E2: " + refers + " by way of Scorecard!F2\nScorecard!F2: " + refers + " by way of Scorecard!E2",
		"12 | 13 | =Notes!A1\nsheet Notes\n1: =MAX(Scorecard!D2:F2)": "Scorecard!F2: " + refers + " by way of Notes!A1",
		"=F2+1 | =D2+1 | =E2+1": "Scorecard!D2: " + refers + " by way of Scorecard!F2\n" +
			"Scorecard!E2: " + refers + " by way of Scorecard!D2\nScorecard!F2: " + refers + " by way of Scorecard!E2",
		"=E2 | =E2+1 | 13": "Scorecard!D2: error: A: actual is a formula without a result, and leads to Scorecard!E2, whose formula refers to itself\nScorecard!E2: " + refers,
	}
	for cells, want := range tests {
		sub := expectTold(t, before+cells, want)
		if got := factsOf(sub, "Contacts"); strings.Count(got, "could not be read") != strings.Count(want, "\n")+1 {
			t.Errorf("%s: %s", cells, got)
		}
	}
	expectTold(t, before+"12 | 13 | =IF(D2>1,D2,F2)", "Scorecard!F2: warning: A: actual is a formula without a result; panelpack calculated it")
}

// TestWhatFormulasComeTo holds formulas to what Excel makes of them. What it may
// make of them differently elsewhere, or what we do not know, comes to nothing.
func TestWhatFormulasComeTo(t *testing.T) {
	const cells = `
		sheet One
		1: 12 | 30 | _ | n/a | "281" | "1,234" | TRUE | #N/A | "" | 0.1 -> | =A1/B1
		sheet Two words
		1: 5 | 0.30000000000000004
		sheet Result
		1: =`
	tests := map[string]string{
		"1+2*3-4/2": "5", "-(2)+-3": "-5", "(1+2)*3": "9", "1.5": "1.5", "One!A1": "12", "'Two words'!A1*2": "10", "One!$A$1+One!B$1": "42",
		"SUM(One!A1:G1)": "42", "SUM(One!A1,One!G1,2,TRUE)": "nothing", "AVERAGE(One!A1:F1)": "21", "MIN(One!A1:B1,3)": "3", "MAX(One!B1:A1)": "30",
		"COUNT(One!A1:H1)": "2", "SUM(One!C1)": "0", "MAX(One!C1:D1)": "0", "AVERAGE(One!C1:D1)": "#DIV/0!", "One!C1": "0", "One!C1+1": "1",
		"One!D1": "n/a", "One!D1+1": "#VALUE!", "One!E1+1": "282", "One!F1+1": "nothing", "One!G1+1": "2", "One!H1+1": "#N/A", "One!K1*10": "4",
		"1/0": "#DIV/0!", "1/One!C1": "#DIV/0!", `IFERROR(1/0,"")`: "", `IFERROR(One!D1/2,"x")`: "x", "IFERROR(One!F1/2,0)": "nothing",
		`IF(One!C1="","blank",5)`: "blank", `IF(One!C1=0,1,2)`: "1", `IF(One!I1="",1,2)`: "1", `IF(One!D1="N/A",1,2)`: "1", "IF(1>2,3)": "FALSE",
		`IF("a">9,1,2)`: "1", "IF(1/0=1,2,3)": "#DIV/0!", "IF(One!A1>=12,1,1/0)": "1", "IF('Two words'!B1=0.3,1,2)": "1", "1<>2": "TRUE", "1<=0": "FALSE",
		"ROUND(2.5,0)": "3", "ROUND(-2.5,0)": "-3", "ROUND(1.285,2)": "1.29", "ROUND(1281,-1)": "1280", "ROUND(1,9)": "nothing", "ROUND(1)": "nothing",
		"One!A1:B1": "nothing", "SUM(One!A1:B1*2)": "nothing", "SUM(One!A1:B1 One!B1)": "nothing", "SUM(8:8)": "nothing", "SUM(Jan!A1)": "nothing",
		"A2": "0", "MEDIAN(1,2)": "nothing", "50%": "nothing", "2^2": "nothing", "1E5": "nothing", "(1": "nothing", "SUM(1,)": "nothing", "": "nothing",
		`"a""b"`: "nothing", "'Two words'!A1:One!A1": "nothing",
	}
	for formula, want := range tests {
		grids := gridsOf(t, workbookOf(t, cells+formula))
		c := newCalculator()
		c.grids = grids
		if got := resultWords(c.at(grids[2], 1, 1)); got != want {
			t.Errorf("%s is %s, want %s", formula, got, want)
		}
	}
}

func resultWords(r result) string {
	switch r.kind {
	case uncached:
		return "nothing"
	case number:
		return fmt.Sprint(r.number)
	case truth:
		return strings.ToUpper(fmt.Sprint(r.number != 0))
	}
	return r.text
}

// TestSharedFormulas: a formula that several cells share stands in the first of
// them, and what it says of cells holds for the others further on. One that
// fills several cells at once is not known.
func TestSharedFormulas(t *testing.T) {
	grids := gridsOf(t, sheetFile(t, sheetOf(`
		<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>20</v></c><c r="C1"><v>300</v></c></row>
		<row r="2"><c r="A2"><f t="shared" ref="A2:C2" si="0">A1+$A$1</f><v>2</v></c><c r="B2"><f t="shared" si="0"/></c><c r="C2"><f t="shared" si="0"/></c></row>
		<row r="3"><c r="A3"><f t="shared" si="7"/></c><c r="B3"><f t="array" ref="B3">SUM(A1:B1)</f></c></row>
		<row r="4"><c r="B4"><f t="shared" ref="A4:B4" si="1">A1+1</f></c><c r="C4"><f t="normal">A1+5</f></c></row>
		<row r="5"><c r="A5"><f t="shared" si="1"/></c></row>`)))
	c := newCalculator()
	c.grids = grids
	for ref, want := range map[string]string{"A2": "2", "B2": "21", "C2": "301", "A3": "nothing", "B3": "nothing", "B4": "2", "C4": "6", "A5": "nothing"} {
		at, err := parseRef([]byte(ref))
		if got := resultWords(c.at(grids[0], at.col, at.row)); err != nil || got != want {
			t.Errorf("%s is %s (%v), want %s", ref, got, err, want)
		}
	}
}

// TestWhatIsNotKnownIsNoError: a sum over an error and over what cannot be worked
// out is not known either.
func TestWhatIsNotKnownIsNoError(t *testing.T) {
	for _, cells := range []string{`#REF! | =REPT("a",9)`, `=REPT("a",9) | #REF!`} {
		sub := readText(t, "sheet Scorecard\n1: Ref | Metric | Unit | "+months+"\n2: A | Contacts | Number | 12 | =SUM(Notes!A1:B1)\nsheet Notes\n1: "+cells)
		if got := told(sub); got != "Scorecard!E2: error: A: actual is a formula without a result\n" {
			t.Errorf("%s: told %q", cells, got)
		}
	}
}

// TestLongChains: what is too far down a chain of formulas is not known, and
// keeps nothing on the way from being worked out.
func TestLongChains(t *testing.T) {
	var running strings.Builder
	for row := 2; row <= 1600; row++ {
		fmt.Fprintf(&running, "\n%d: =A%d+1", row, row-1)
	}
	for _, order := range [][2]string{{"A1600", "A900"}, {"A900", "A1600"}} {
		sub := readText(t, "sheet Scorecard\n1: Ref | Metric | Unit | "+months+
			"\n2: A | Contacts | Number | 12 | =Notes!"+order[0]+"\n3: B | Visits | Number | 31 | =Notes!"+order[1]+"\nsheet Notes\n1: 1"+running.String())
		for i, s := range sub.Series {
			at, _ := s.At(report.MonthOf(2022, 9))
			want := float64(atoi(order[i][1:]))
			if known := at.Actual.Known(); order[i] == "A900" && !known || known && at.Actual.Float() != want {
				t.Errorf("%v: %s is %v", order, order[i], at.Actual)
			}
		}
	}
}
