package workbook

import "testing"

// TestTotalLines: a total that is a sum for other periods and not for this one
// is told. One that never is may count something else.
func TestTotalLines(t *testing.T) {
	expectTold(t, `
		sheet Scorecard
		1: Ref | Metric | Aug-22 | Sep-22 | Oct-22
		2: Front door
		3: CS01 | Contacts | 1012 | 1187 | 1101
		4: CS02 | Referrals | 251 | 377 | _
		5: _ | Total | 1263 | 1546 | 1100
		6: Care
		7: CS03 | Moves | 31 | 32 | 33
		8: CS04 | Returns | 11 | c | 13
		9: _ | Total | 42 | 43 | 46
		10: _ | Grand total | 1305 | 1589 | 1147
		11: Children in either
		12: CS05 | Missing | 31 | 32 | 33
		13: CS06 | Absent | 11 | 12 | 13
		14: _ | Total | 35 | 36 | 37
	`, `
		Scorecard!B5: note: a total is not read as a metric
		Scorecard!D5: warning: the total for September 2022 is 1546, and the lines above it add up to 1564; others that differ: 1
		Scorecard!B9: note: a total is not read as a metric
		Scorecard!B10: note: a total is not read as a metric
		Scorecard!E10: warning: the total for October 2022 is 1147, and the lines above it add up to 1146
		Scorecard!B14: note: a total is not read as a metric; it is not the sum of the lines above it
	`)
}

// TestTotalsInThePlaceOfRefs are totals like those in the place of names.
func TestTotalsInThePlaceOfRefs(t *testing.T) {
	sub := expectTold(t, `
		sheet Scorecard
		1: Ref | Metric | Aug-22 | Sep-22
		2: CS01 | Contacts | 1012 | 1187
		3: CS02 | Referrals | 251 | 377
		4: Total | _ | 1263 | 1560
		5: CS03 | Moves | 31 | 32
		6: Grand total | All of it | 1294 | 1596
	`, `
		Scorecard!A4: note: a total is not read as a metric
		Scorecard!D4: warning: the total for September 2022 is 1560, and the lines above it add up to 1564
		Scorecard!B6: note: a total is not read as a metric
	`)
	if len(sub.Series) != 3 {
		t.Errorf("%d metrics, want 3", len(sub.Series))
	}
}

// TestTotalColumns: a column of totals is held to be the sum of the periods
// since the last of them, of all, or of the year, whichever most of its lines
// are. Averages, shares and a stock's last figure are no sums.
func TestTotalColumns(t *testing.T) {
	expectTold(t, `
		sheet Scorecard
		1: Ref | Metric | Unit | Mar-22 | Apr-22 | May-22 | Total | Jun-22 | Jul-22 | Total | YTD
		2: CS01 | Contacts | Number | 11 | 12 | 13 | 36 | 14 | 15 | 29 | 54
		3: CS02 | Referrals | Number | 21 | 22 | 23 | 66 | 24 | 25 | 94 | 94
		4: CS03 | Moves | Number | 31 | 32 | 33 | 99 | 34 | 35 | 69 | 135
		5: CS04 | Looked after | Number | 402 | 405 | 409 | 409 | 410 | 412 | 412 | 412
		6: CS05 | In time | % | 81% | 82% | 83% | 82% | 84% | 85% | 84.5% | 84%
		7: CS06 | Days each | Days | 41 | 42 | 43 | 42 | 44 | 45 | 44.5 | 43
	`, `
		Scorecard!J3: warning: CS02: the total is 94, and its periods add up to 49
		Scorecard!G4: warning: CS03: the total is 99, and its periods add up to 96
		Scorecard!K4: warning: CS03: the total is 135, and its periods add up to 134
	`)
	expectTold(t, `
		sheet Scorecard
		1: Ref | Metric | Apr-22 | May-22 | Total
		2: CS01 | Contacts | 12 | 13 | 99
		3: CS02 | Referrals | 22 | 23 | 45
	`, ``)
}
