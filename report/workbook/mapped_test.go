package workbook

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"panelpack/report"
)

// A scorecard as it was when its mapping was written, and that mapping.
const (
	mappedScorecard = `
		sheet Scorecard
		1: Front door
		3: Ref | Metric | Good is | Target | Aug-22 | Sep-22 | YTD | Comment
		4: CS02 | Referrals | Low | 230 | 251 | 377 | 628 | School return peak
		5: CS03 | Contacts | _ | _ | 802 | 1233 | 2035 | _
	`
	scorecardMapping = `
		[workbook]
		metric = [
		  { ref = "CS02", name = "Referrals" },
		  { ref = "CS03", name = "Contacts" },
		]
		[[workbook.sheet]]
		name = "Scorecard"
		[[workbook.sheet.table]]
		headings = "3"
		column = [
		  { at = "A", heading = "Ref", holds = "ref" },
		  { at = "B", heading = "Metric", holds = "name" },
		  { at = "C", heading = "Good is", holds = "polarity" },
		  { at = "D", heading = "Target", holds = "target" },
		  { at = "G", heading = "YTD", holds = "total" },
		  { at = "H", heading = "Comment", holds = "comment" },
		]
	`
)

// TestTheMonthAfter: a month more is read, and what else changed in the
// workbook is told with its cell or its line of the mapping, and not misread.
func TestTheMonthAfter(t *testing.T) {
	tests := []struct{ what, old, new, referrals, told string }{
		{"nothing", "", "", "2022-08 251 of 230 2022-09 377 of 230", ""},
		{"a month more", "| Sep-22 | YTD | Comment\n\t\t4: CS02 | Referrals | Low | 230 | 251 | 377 |", "| Sep-22 | Oct-22 | YTD | Comment\n\t\t4: CS02 | Referrals | Low | 230 | 251 | 377 | 333 |",
			"2022-08 251 of 230 2022-09 377 of 230 2022-10 333 of 230", ""},
		{"a heading renamed", "| Target |", "| Goal |", "2022-08 251 2022-09 377", `
			council.toml:15:7: Scorecard!A3: error: the heading "Target" is not in the table
			q3.xlsx: Scorecard!D3: warning: headings that the mapping does not have are not read: 1, the first here`},
		{"columns moved", "| Good is | Target | Aug-22 | Sep-22 | YTD | Comment\n\t\t4: CS02 | Referrals | Low | 230 |", "| Target | Good is | Aug-22 | Sep-22 | YTD | Comment\n\t\t4: CS02 | Referrals | 230 | Low |",
			"2022-08 251 of 230 2022-09 377 of 230", `
			q3.xlsx: Scorecard!D3: error: columns stand elsewhere than when the mapping was written: 2, the first here, then at C`},
		{"columns behind the months moved", "| YTD | Comment\n\t\t4: CS02 | Referrals | Low | 230 | 251 | 377 | 628 | School return peak", "| Comment | YTD\n\t\t4: CS02 | Referrals | Low | 230 | 251 | 377 | School return peak | 628",
			"2022-08 251 of 230 2022-09 377 of 230", `
			q3.xlsx: Scorecard!G3: error: columns stand elsewhere than when the mapping was written: 1, the first here, then at H`},
		{"a row above", "1: Front door\n\t\t3:", "1: Front door\n\t\t2: Ref\n\t\t3:", "2022-08 251 of 230 2022-09 377 of 230", ""},
		{"the table moved down", "3: Ref | Metric | Good is | Target | Aug-22 | Sep-22 | YTD | Comment\n\t\t4: CS02 | Referrals | Low | 230 | 251 | 377 | 628 | School return peak\n\t\t5:", "5: Ref | Metric | Good is | Target | Aug-22 | Sep-22 | YTD | Comment\n\t\t6: CS02 | Referrals | Low | 230 | 251 | 377 | 628 | School return peak\n\t\t7:",
			"2022-08 251 of 230 2022-09 377 of 230", `
			q3.xlsx: Scorecard!A5: warning: the headings of a table stand here, and stood at 3 when the mapping was written`},
		{"a heading twice", "| Comment", "| Comment | Comment", "2022-08 251 of 230 2022-09 377 of 230", `
			council.toml:17:7: Scorecard!A3: error: the heading "Comment" is in the table twice, and in the mapping once
			q3.xlsx: Scorecard!H3: warning: headings that the mapping does not have are not read: 2, the first here`},
		{"a metric renamed", "| Contacts |", "| All contacts |", "2022-08 251 of 230 2022-09 377 of 230", `
			q3.xlsx: Scorecard!B5: warning: CS03: the metric has another name than when the mapping was written, "Contacts"`},
		{"a metric dropped", "5: CS03 | Contacts | _ | _ | 802 | 1233 | 2035 | _", "", "2022-08 251 of 230 2022-09 377 of 230", `
			council.toml:5:7: error: the metric CS03, Contacts, is not in the workbook`},
		{"the sheet renamed", "sheet Scorecard", "sheet Dashboard", "2022-08 251 of 230 2022-09 377 of 230", `
			q3.xlsx: Dashboard: warning: the mapping does not have this sheet, which is read as it looks
			council.toml:7:14: error: the workbook has no sheet "Scorecard"`},
	}
	for _, tt := range tests {
		book := strings.Replace(mappedScorecard, tt.old, tt.new, 1)
		if tt.old != "" && book == mappedScorecard {
			t.Fatalf("%s: the text to change is not there", tt.what)
		}
		sub := understood(t, book, scorecardMapping).Submission
		if got := strings.ReplaceAll(strings.TrimSpace(factsOf(sub, "CS02")), "\n", " "); got != tt.referrals {
			t.Errorf("%s: referrals are %q, want %q", tt.what, got, tt.referrals)
		}
		var got strings.Builder
		for _, f := range sub.Findings {
			got.WriteString(f.String() + "\n")
		}
		if diff := cmp.Diff(lines(tt.told), got.String()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.what, diff)
		}
	}
}

// TestColumnsWithoutAHeading are known by their place alone, and not read when
// others have moved.
func TestColumnsWithoutAHeading(t *testing.T) {
	const rules = `
		[[workbook.sheet]]
		name = "Scorecard"
		[[workbook.sheet.table]]
		headings = "1"
		column = [{ at = "A", holds = "name" }, { at = "B", heading = "Target", holds = "target" }]
	`
	sub := understood(t, "sheet Scorecard\n1: _ | Target | Aug-22 | Sep-22\n2: Referrals | 230 | 251 | 377\n3: Contacts | _ | 802 | 1233", rules).Submission
	expect(t, sub, map[string]string{"Referrals": "2022-08 251 of 230\n2022-09 377 of 230"})
	sub = understood(t, "sheet Scorecard\n1: _ | _ | Target | Aug-22 | Sep-22\n2: CS1 | Referrals | 230 | 251 | 377\n3: CS2 | Contacts | _ | 802 | 1233", rules).Submission
	if len(sub.Series) > 0 || !strings.Contains(told(sub), "the table is not read: its columns have moved") {
		t.Errorf("%d metrics were read\n%s", len(sub.Series), told(sub))
	}
}

// TestWhatAGridDoesNotSay is each setting by what it makes of a sheet.
func TestWhatAGridDoesNotSay(t *testing.T) {
	const two = "periods = \"across\"\nheadings = \"1\"\n"
	tests := []struct{ what, book, table, rest, metric, want string }{
		{"a council's own words", "1: Our no. | Yardstick | Aug-22 | Sep-22\n2: CS02 | Referrals | 251 | na yet",
			"", "[workbook.words.heading]\nref = [\"our no.\"]\nname = [\"yardstick\"]\n[workbook.words.missing]\n\"not yet\" = [\"na yet\"]",
			"CS02", "2022-08 251\n2022-09 not yet available"},
		{"one period, in a cell without a format", "1: As at | 44805\n3: Metric | Value\n4: Referrals | 377",
			"periods = \"nowhere\"\nheadings = \"3\"\nperiod = \"=B1\"", "", "Referrals", "2022-09 377"},
		{"one period, in the name of the sheet", "3: Metric | Value\n4: Referrals | 377",
			"periods = \"nowhere\"\nheadings = \"3\"\nperiod = \"=sheet\"", "", "Referrals", "2022-09 377"},
		{"the year of months", "1: Metric | Dec | Jan\n2: Referrals | 251 | 377", two + `year = "2022/23"`, "", "Referrals", "2022-12 251\n2023-01 377"},
		{"years that are financial", "1: Metric | 2021 | 2022\n2: Referrals | 251 | 377", "", `years = "financial"`, "Referrals", "2021/22 251\n2022/23 377"},
		{"a period that no heading says", "1: Metric | PERIOD_1 | PERIOD_2\n2: Referrals | 251 | 377",
			two + `column = [{ heading = "Metric", holds = "name" }, { heading = "PERIOD_1", holds = "actual", period = "2022-08" }, { heading = "PERIOD_2", holds = "actual", period = "2022-09" }]`,
			"", "Referrals", "2022-08 251\n2022-09 377"},
		{"one area of many", "1: Area | Metric | Aug-22 | Sep-22\n2: North | Referrals | 251 | 377\n3: South | Referrals | 1 | 2",
			two + `column = [{ heading = "Area", holds = "dimension", keep = ["North"] }, { heading = "Metric", holds = "name" }]`,
			"", "Referrals", "2022-08 251\n2022-09 377"},
		{"an area a line, one metric", "1: Area | Aug-22 | Sep-22\n2: North | 251 | 377\n3: South | 1 | 2",
			two + "metric = \"Referrals\"\n" + `column = [{ heading = "Area", holds = "dimension", keep = ["N*"] }]`,
			"", "Referrals", "2022-08 251\n2022-09 377"},
		{"metrics in columns, periods in lines", "1: Month | Area | Referrals | Contacts\n2: Aug-22 | All | 251 | 9\n3: Sep-22 | All | 377 | 8\n4: Sep-22 | North | 1 | 2",
			"periods = \"lines\"\nheadings = \"1\"\nmetrics = \"columns\"\n" + `column = [{ heading = "Month", holds = "period" }, { heading = "Area", holds = "dimension" }]`,
			"", "Referrals", "2022-08 251\n2022-09 377"},
		{"a label on the first line only", "1: Month | Measure | Value\n2: Aug-22 | Referrals | 251\n3: _ | Contacts | 9\n4: Sep-22 | Referrals | 377\n5: _ | Contacts | 8",
			"periods = \"lines\"\nheadings = \"1\"\n" + `column = [{ heading = "Month", holds = "period", fill = true }, { heading = "Measure", holds = "name" }, { heading = "Value", holds = "actual" }]`,
			"", "Contacts", "2022-08 9\n2022-09 8"},
		{"rows in threes", "1: PI | Row | Aug-22 | Sep-22\n2: Visits on time | n | 21 | 18\n3: _ | of | 28 | 24\n4: _ | share | 75 | 75",
			two + "group = [\"numerator\", \"denominator\", \"actual\"]\n" + `column = [{ heading = "PI", holds = "name" }, { heading = "Row", holds = "nothing" }]`,
			"", "Visits on time", "2022-08 75\n2022-09 75"},
		{"a row of targets by the end of its name", "1: Metric | Aug-22 | Sep-22\n2: Referrals | 251 | 377\n3: Referrals - Plan | 230 | 240",
			two + `suffix = { Plan = "target" }`, "", "Referrals", "2022-08 251 of 230\n2022-09 377 of 240"},
		{"a table that stands again", "1: Metric | Aug-22 | Sep-22\n2: Contacts | 1 | 2\n3: Metric | Aug-22 | Sep-22\n4: Referrals | 251 | 377",
			two + "repeat = true\n" + `column = [{ heading = "Metric", holds = "name" }]`, "", "Referrals", "2022-08 251\n2022-09 377"},
		{"lines and columns not to read", "1: Metric | Jul-22 | Aug-22 | Sep-22\n2: Referrals | 9 | 251 | 377\n(3): Referrals | 9 | 1 | 1\n4: Referrals | 9 | 2 | 2\n5: Select one | 9 | 3 | 3",
			two + "ignore = \"4, B\"\nskip = [\"Select*\"]\nskip_hidden = true", "", "Referrals", "2022-08 251\n2022-09 377"},
		{"where a table ends", "1: Metric | Aug-22 | Sep-22\n2: Referrals | 251 | 377\n3: Referrals | 1 | 2",
			two + "last = \"2\"", "", "Referrals", "2022-08 251\n2022-09 377"},
		{"tables side by side", "1: Metric | Aug-22 | Sep-22 | Metric | Aug-22 | Sep-22\n2: Referrals | 251 | 377 | Contacts | 1 | 2",
			two + `columns = "D:F"`, "", "Contacts", "2022-08 1\n2022-09 2"},
		{"another name and another ref", "1: Ref | Metric | Aug-22 | Sep-22\n2: OLD1 | Referrals received | 251 | 377",
			"", `metric = [{ ref = "CS02", name = "Referrals", also = ["OLD1", "Referrals received"] }]`, "Referrals", "2022-08 251\n2022-09 377"},
		{"shares without a format", "1: Metric | Target | Aug-22 | Sep-22\n2: Reviews in time % | 0.85 | 0.714 | 0.28",
			"", `scale = "share"`, "Reviews in time %", "2022-08 71.4% of 85.0%\n2022-09 28.0% of 85.0%"},
		{"small percentages", "1: Metric | Aug-22 | Sep-22\n2: Absence % | 0.7 | 0.3",
			"", `metric = [{ ref = "A", name = "Absence %", scale = "percentage" }]`, "A", "2022-08 0.7%\n2022-09 0.3%"},
		{"a unit and a target", "1: Metric | Aug-22 | Sep-22\n2: Reviews | 71 | 28",
			"", `metric = [{ ref = "A", name = "Reviews", unit = "%", target = ">=85" }]`, "A", "2022-08 71% of at least 85%\n2022-09 28% of at least 85%"},
		{"two metrics of one name", "1: Metric | Aug-22 | Sep-22\n2: Front door\n3: Referrals | 251 | 377\n4: Teams\n5: Referrals | 1 | 2",
			"", `metric = [{ ref = "A", name = "Referrals", section = "Front door" }, { ref = "B", name = "Referrals" }]`, "B", "2022-08 1\n2022-09 2"},
		{"one name with a ref and without", "1: Ref | Metric | Aug-22 | Sep-22\n2: A | Referrals | 251 | 377\n3: _ | Referrals | 1 | 2",
			"", `metric = [{ ref = "A", name = "Referrals" }, { ref = "B", name = "Referrals" }]`, "B", "2022-08 1\n2022-09 2"},
		{"the second of two tables with the same headings", "1: Month | Referrals\n2: Aug-22 | 251\n3: Sep-22 | 377\n7: Month | Contacts\n8: Aug-22 | 9\n9: Sep-22 | 8",
			"periods = \"down\"\nheadings = \"A\"\n" + `column = [{ at = "7", heading = "Month", holds = "name" }]`, "", "Contacts", "2022-08 9\n2022-09 8"},
		{"periods down", "1: Month | Referrals | Contacts\n2: Aug-22 | 251 | 9\n3: Sep-22 | 377 | 8",
			"periods = \"down\"\nheadings = \"A\"\n" + `column = [{ at = "1", heading = "Month", holds = "name" }]`, "", "Contacts", "2022-08 9\n2022-09 8"},
	}
	for _, tt := range tests {
		rules := "[workbook]\n" + tt.rest + "\n[[workbook.sheet]]\nname = \"KPIs September 2022\"\n"
		if tt.table != "" {
			rules += "[[workbook.sheet.table]]\n" + tt.table
		}
		u := understood(t, "sheet KPIs September 2022\n"+tt.book, rules)
		if diff := cmp.Diff(lines(tt.want), factsOf(u.Submission, tt.metric)); diff != "" {
			t.Errorf("%s (-want +got):\n%s%s", tt.what, diff, told(u.Submission))
		}
		for _, f := range u.Submission.Findings {
			if f.Severity == report.Error {
				t.Errorf("%s: %v", tt.what, f)
			}
		}
		text := u.Mapping().Text()
		again := understood(t, "sheet KPIs September 2022\n"+tt.book, text)
		if diff := cmp.Diff(factsOf(u.Submission, tt.metric), factsOf(again.Submission, tt.metric)); diff != "" {
			t.Errorf("%s, by the mapping written of it (-want +got):\n%s%s", tt.what, diff, text)
		}
	}
}

// TestTheCouncilsRatingsByItsWords: five steps of a rating become ours.
func TestTheCouncilsRatingsByItsWords(t *testing.T) {
	sub := understood(t, "sheet S\n1: Metric | Aug-22 | Sep-22 | RAG\n2: Referrals | 251 | 377 | Amber/Red",
		"[workbook.words.rating]\nred = [\"Amber/Red\"]").Submission
	if o := sub.Series[0].Observations[1]; o.Declared != "red" || o.DeclaredCell.Ref() != "D2" {
		t.Errorf("declared %q at %s, want red at D2", o.Declared, o.DeclaredCell)
	}
}

// TestAHiddenSheetAndOneToLeave: the mapping shows the one and leaves the other.
func TestAHiddenSheetAndOneToLeave(t *testing.T) {
	const months = "1: Metric | Aug-22 | Sep-22\n2: "
	u := understood(t, "sheet Data hidden\n"+months+"Referrals | 251 | 377\nsheet Copy\n"+months+"Referrals | 9 | 9",
		"[[workbook.sheet]]\nname = \"Data\"\nhidden = true\n[[workbook.sheet]]\nname = \"Copy*\"\nread = \"nothing\"")
	expect(t, u.Submission, map[string]string{"Referrals": "2022-08 251\n2022-09 377"})
	if u.Sheets[0].Read != true || u.Sheets[1].Read || u.Sheets[1].Why != "the mapping says so" {
		t.Errorf("%+v", u.Sheets)
	}
}

// TestPeopleAreRefusedWhateverTheMapping: a mapping opens no sheet of records.
func TestPeopleAreRefusedWhateverTheMapping(t *testing.T) {
	u := understood(t, "sheet List\n1: UPN | Metric | Aug-22 | Sep-22\n2: A1 | x | 1 | 2\n3: A2 | y | 1 | 2\n4: A3 | z | 1 | 2",
		"[[workbook.sheet]]\nname = \"List\"\n[[workbook.sheet.table]]\nheadings = \"1\"\ncolumn = [{ heading = \"Metric\", holds = \"name\" }]")
	if len(u.Submission.Series) > 0 || u.Sheets[0].Read {
		t.Errorf("a list of people was read: %+v", u.Submission.Series)
	}
}

// TestRowsThatDoNotComeInGroups is an error with the first row left over.
func TestRowsThatDoNotComeInGroups(t *testing.T) {
	sub := understood(t, "sheet S\n1: PI | Aug-22 | Sep-22\n2: A | 21 | 18\n3: _ | 28 | 24\n4: B | 75 | 75",
		"[[workbook.sheet]]\nname = \"S\"\n[[workbook.sheet.table]]\nheadings = \"1\"\ngroup = [\"actual\", \"denominator\"]\ncolumn = [{ heading = \"PI\", holds = \"name\" }]").Submission
	if !strings.Contains(told(sub), "S!A4: error: the rows of this table do not come in groups of 2: rows left over: 1, the first here") {
		t.Errorf("told %s", told(sub))
	}
	if base := sub.Series[0].Observations[1].Base; base != report.Number(24, 0) {
		t.Errorf("18 is of %s, want 24", base.Decimal())
	}
}

// TestAFormulaWithoutAResultStaysOne where the mapping says that only saved
// results count.
func TestAFormulaWithoutAResultStaysOne(t *testing.T) {
	sub := understood(t, "sheet S\n1: Metric | Aug-22 | Sep-22\n2: Referrals | 251 | =1+1", "[workbook]\nsaved_only = true").Submission
	expect(t, sub, map[string]string{"Referrals": "2022-08 251\n2022-09 could not be read"})
}
