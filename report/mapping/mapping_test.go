package mapping

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"panelpack/report"
	"panelpack/report/settings"
)

// read reads what stands in a council.toml, and says what is wrong with it.
func read(text string) (*Mapping, string) {
	type file struct {
		Workbook Written `toml:"workbook"`
	}
	written, f, _ := settings.Read("council.toml", []byte(text), func() file { return file{} })
	m := Read(f, written.Workbook)
	var said []string
	for _, finding := range f.Findings {
		said = append(said, strings.TrimSuffix(finding.String()+"; "+finding.Hint, "; "))
	}
	return m, strings.Join(said, "\n")
}

// whole is a mapping with every setting in it.
const whole = `[workbook]
# How this workbook was understood. Change what is not right: it is followed
# exactly, and a heading or metric that is not where it was is told.
scale = "share"
years = "financial"
saved_only = true

# A metric that is no longer in the workbook is told, and so is another name.
metric = [
  { ref = "CS02", name = "Referrals \"all\"", section = "Front door", also = ["OLD2"], unit = "days", polarity = "low", scale = "percentage", target = "<=20", final_target = "15" },
]

[workbook.words.missing]
"not yet" = ["na yet", "soon"]

[[workbook.sheet]]
name = "Scorecard *"
hidden = true

[[workbook.sheet.table]]
periods = "nowhere"
headings = "5:6, 8"
columns = "A:F"
last = "60"
ignore = "12, C"
skip = ["Select*"]
skip_hidden = true
repeat = true
period = "=B2"
year = "2022/23"
metric = "=sheet"
metrics = "columns"
group = ["numerator", "nothing", "actual"]
suffix = { " plan" = "target" }
column = [
  { at = "A", heading = "Area", holds = "dimension", keep = ["North"], fill = true },
  { at = "B", heading = "PERIOD_1", holds = "actual", period = "2022-08" },
  { at = "D", holds = "nothing" },
]

[[workbook.sheet.table]]
periods = "down"
headings = "B"
last = "M"
column = [
  { at = "9", heading = "Metric", holds = "name" },
]

[[workbook.sheet]]
name = "Old"
read = "nothing"
`

func TestEverySettingIsReadAndWrittenAgain(t *testing.T) {
	m, said := read(whole)
	if said != "" {
		t.Fatalf("found %s", said)
	}
	if diff := cmp.Diff(whole, m.Text()); diff != "" {
		t.Errorf("written again (-read +written):\n%s", diff)
	}
	table := m.Sheets[0].Tables[0]
	fields := table.Fields
	table.Fields = nil
	want := Table{
		Place: Place{Line: 20, Column: 18}, Layout: Nowhere, Headings: Places{{From: 5, To: 6}, {From: 8, To: 8}}, Columns: Places{{true, 1, 6}},
		Last: 60, Ignore: Places{{From: 12, To: 12}, {true, 3, 3}}, Skip: []string{"Select*"}, SkipHidden: true, Repeat: true,
		Period: Given{Cell: report.Cell{Col: 2, Row: 2}}, Year: Given{Text: "2022/23"}, Metric: Given{Sheet: true}, NameByColumn: true,
		Group: []string{"numerator", "nothing", "actual"}, Suffixes: []Suffix{{" plan", "target"}},
	}
	if diff := cmp.Diff(want, table); diff != "" {
		t.Errorf("a table (-want +got):\n%s", diff)
	}
	if c := fields[1]; c.Place != (Place{Line: 37, Column: 5}) || c.At != 2 || c.Period != report.MonthOf(2022, 8) {
		t.Errorf("a column: %+v", c)
	}
	if k := m.Metrics[0]; k.Polarity != report.LowerIsBetter || m.ScaleOf(&k) != Percentages || m.ScaleOf(nil) != Shares {
		t.Errorf("a metric: %+v", k)
	}
}

func TestMistakesOfAMapping(t *testing.T) {
	table := "[[workbook.sheet]]\nname = \"S\"\n[[workbook.sheet.table]]\nheadings = \"5\"\n"
	for text, want := range map[string]string{
		"[workbook]\nscale = \"shares\"":                                                                            `2:1: error: "shares" is not a choice here; choose one of "percentage", "share"`,
		"[workbook]\nperiods = [\"Week {week} {year}\"]":                                                            `2:1: error: "Week {week} {year}" has {week}, which is no part of a period; its parts may be {month}, {month of year}, {quarter}, {year} and {years}`,
		"[workbook]\nperiods = [\"Month\"]":                                                                         `2:1: error: "Month" says no period; its parts may be {month}, {month of year}, {quarter}, {year} and {years}`,
		"[workbook.words.mising]\nx = [\"c\"]":                                                                      `1:17: error: "mising" is no group of words; the groups are basis, figure, heading, missing, polarity, rating, total, unit, whole`,
		"[workbook.words.unit]\npercents = [\"%\"]":                                                                 `2:1: error: "percents" is no meaning of the group unit; its meanings are count, percent, average, rate, days, pounds`,
		"[[workbook.metric]]\nref = \"A\"\n[[workbook.metric]]\nref = \"a \"":                                       `3:12: error: the metric "a " is listed twice, first on line 1; take one of the two out`,
		"[[workbook.sheet]]\nname = \"S\"\n[[workbook.sheet]]\nname = \"S\"":                                        `3:12: error: the sheet "S" is listed twice, first on line 1; take one of the two out`,
		"[[workbook.metric]]\nname = \"x\"":                                                                         `1:12: error: "ref" is missing; write ref = "CS02"`,
		"[[workbook.sheet]]\nread = \"nothing\"":                                                                    `1:12: error: "name" is missing; write name = "Scorecard"`,
		"[[workbook.sheet]]\nname = \"S\"\nread = \"definition\"":                                                   `3:1: error: "definition" is not a choice here; did you mean definitions?`,
		"[[workbook.sheet]]\nname = \"S\"\n[[workbook.sheet.table]]\nperiods = \"across\"":                          `3:18: error: "headings" is missing; write headings = "5"`,
		"[[workbook.sheet]]\nname = \"S\"\nread = \"events\"\n" + table[len("[[workbook.sheet]]\nname = \"S\"\n"):]: `3:1: error: a sheet that is read as "events" has no tables; take read out, or the tables`,
		table + `periods = "accross"`:                                                                               `5:1: error: "accross" is not a choice here; choose one of "across", "down", "lines", "nowhere"`,
		table + `periods = "nowhere"`:                                                                               `3:18: error: "period" is missing; write period = "2022-09", or "=B2" for the cell that says it`,
		table + `period = "Sept"`:                                                                                   `5:1: error: "Sept" is not a period such as 2022-09, 2022/23-Q2, 2022/23, 2022, 2022/23-school or 2022-11-03`,
		table + `period = "=there"`:                                                                                 `5:1: error: "=there" is no place; write "=B2" for a cell of the sheet, "=sheet" for its name, or "=file" for that of the workbook`,
		table + `year = "2022-09"`:                                                                                  `5:1: error: "2022-09" is not a year; write "2022/23" for a financial year, "2022/23-school" for a school year, or "2022"`,
		table + `columns = "5:7"`:                                                                                   `5:1: error: "5:7" does not go across the lines of this table; here stand columns, such as "B" or "A:C"`,
		table + `last = "F"`:                                                                                        `5:1: error: "F" are not lines of this table; here stand rows, such as "5" or "5:7"`,
		table + `ignore = "5;7"`:                                                                                    `5:1: error: "5;7" is neither rows nor columns; write "5:7, 9" or "A, C:E"`,
		table + `ignore = "7:5"`:                                                                                    `5:1: error: "7:5" is neither rows nor columns; write "5:7, 9" or "A, C:E"`,
		table + `group = ["actuals"]`:                                                                               `5:1: error: "actuals" is not a choice here; did you mean actual?`,
		table + `column = [{ holds = "ref" }]`:                                                                      `5:13: error: "heading" is missing; write heading = "Target", or at = "D" where there is none`,
		table + `column = [{ heading = "X", holds = "targt" }]`:                                                     `5:28: error: "targt" is not a choice here; did you mean target?`,
		table + "column = [\n{ heading = \"X\" },\n{ heding = \"Y\" }]":                                             `7:3: error: "heding" is not a setting known here; did you mean heading?`,
		"[[workbook.sheet]]\nname = \"S\"\n[[workbook.sheet.table]]\nheadings = \"1:30\"":                           `4:1: error: "1:30" is 30 lines of headings, more than 20; name those with headings only`,
		table[:len(table)-4] + "3":                                                                                  `4:12: error: "headings" wants text in quotes, such as "final", and is the number 3; write headings = "3"`,
		"[workbook]\nmetric = [\n{ ref = \"A\", unit = 5 },\n]":                                                     `3:21: error: "unit" wants text in quotes, such as "final", and is the number 5; write unit = "5"`,
		table + `column = [{ heading = "X", keep = "North" }]`:                                                      `5:35: error: "keep" wants a list in brackets, such as ["a", "b"], and is the text "North"; write keep = ["North"]`,
		table + "column = [\n{ at = \"A\", holds = \"name\" },\n{ at = \"B\", holds = \"name\" },\n]":               `7:13: error: two columns of this table hold "name", the other one on line 6; write what one of them holds instead, or holds = "nothing"`,
		table + "[[workbook.sheet.table.column]]\nat = \"A\"\nholds = \"ref\"\n[[workbook.sheet.table.column]]\nat = \"B\"\nholds = \"ref\"": `10:1: error: two columns of this table hold "ref", the other one on line 5; write what one of them holds instead, or holds = "nothing"`,
		"[workbook.words.rating]\nred = [\"Poor\", \"Bad\"]\ngreen = [\"bad :\"]":                                                            `3:1: error: "bad :" has two meanings, "red" on line 2 and "green" here; leave the word with one of the two`,
		"[workbook.words.figure]\nactual = [\"Score\"]\n[workbook.words.heading]\nname = [\"Score\"]":                                        `4:1: error: "Score" has two meanings, "actual" on line 2 and "name" here; leave the word with one of the two`,
		table + `keep = "North"`: `5:1: error: "keep" is not a setting known here; put it under [[workbook.sheet.table.column]], or within the braces of a column`,
	} {
		_, said := read(text)
		if first, _, _ := strings.Cut(said, "\n"); first != "council.toml:"+want {
			t.Errorf("%q\nsays %s\nwant %s", text, first, want)
		}
	}
}

// A setting of the wrong kind is told as that, and not as missing too.
func TestAMistakeIsToldOnce(t *testing.T) {
	_, said := read("[[workbook.sheet]]\nname = 5\n[[workbook.sheet.table]]\nheadings = 3\n[[workbook.metric]]\nref = 7\n")
	if strings.Contains(said, "missing") || strings.Count(said, "\n") != 2 {
		t.Errorf("found %s, want three findings", said)
	}
}

// What may stand twice: a word for two things that are never looked for in one
// cell, columns of figures, and a second column that says which lines are read.
func TestWhatMayBeSaidTwice(t *testing.T) {
	for _, text := range []string{
		"[workbook.words.missing]\nsuppressed = [\"x\", \"X\"]\n[workbook.words.rating]\nred = [\"x\"]",
		"[[workbook.sheet]]\nname = \"S\"\n[[workbook.sheet.table]]\nheadings = \"5\"\n" + `column = [
			{ at = "A", holds = "dimension", keep = ["North"] }, { at = "B", holds = "dimension", keep = ["All"] },
			{ at = "C", holds = "comment" }, { at = "D", holds = "comment" }, { at = "E" }, { at = "F" },
		]`,
	} {
		if _, said := read(text); said != "" {
			t.Errorf("%s\nsays %s", text, said)
		}
	}
}

func TestPlaces(t *testing.T) {
	for text, want := range map[string]string{"5": "5", "5:7,9": "5:7, 9", " a , c:e ": "A, C:E", "XFD": "XFD", "": "-", "0": "-", "A:5": "-", "1048577": "-", "ABCD": "-"} {
		p, ok := parsePlaces(text)
		if got := p.String(); ok != (want != "-") || ok && got != want {
			t.Errorf("%q is %q, %v, want %q", text, got, ok, want)
		}
	}
	p := Places{{true, 1, 3}, {false, 5, 6}}
	if !p.Has(3, true) || p.Has(3, false) || !p.Has(5, false) || p.Has(4, true) {
		t.Errorf("%v has the wrong places", p)
	}
	if got := PlacesOf([]int{5, 6, 8}, false).String(); got != "5:6, 8" {
		t.Errorf("5, 6 and 8 are %q", got)
	}
}

func TestSheetsByName(t *testing.T) {
	m, _ := read("[[workbook.sheet]]\nname = \"CSC *\"\n[[workbook.sheet]]\nname = \"CSC Scorecard\"\n")
	for name, want := range map[string]string{
		"CSC Scorecard ": "CSC Scorecard", "csc  trend": "CSC *", "CSC": "-", "Other": "-",
	} {
		got := "-"
		if s := m.Sheet(name); s != nil {
			got = s.Name
		}
		if got != want {
			t.Errorf("%q is the sheet %q, want %q", name, got, want)
		}
	}
	var none *Mapping
	if none.Sheet("x") != nil || none.ScaleOf(nil) != Ask {
		t.Error("no mapping says something")
	}
}

func TestQuoteIsReadBack(t *testing.T) {
	for _, s := range []string{`a "b" \c`, "two\nlines\tand £ 100\u202f%", "", "\u0001"} {
		m, said := read("[[workbook.metric]]\nref = \"A\"\nname = " + quote(s))
		if said != "" || m.Metrics[0].Name != s {
			t.Errorf("%q is written as %s and read as %q, %s", s, quote(s), m.Metrics[0].Name, said)
		}
	}
}

func TestFits(t *testing.T) {
	for _, tt := range []struct {
		pattern, words string
		want           bool
	}{
		{"Select*", "select  one", true}, {"*one", "Select one", true}, {"S*t*e", "Select one", true}, {"*", "", true},
		{"Select", "Select one", false}, {"S*e*x*", "Select", false}, {"ab*ba", "aba", false}, {"N. Abuse", "NX Abuse", false},
	} {
		if got := Fits(tt.pattern, tt.words); got != tt.want {
			t.Errorf("%q fits %q: %v", tt.words, tt.pattern, got)
		}
	}
}
