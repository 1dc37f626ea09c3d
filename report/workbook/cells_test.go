package workbook

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// dump writes every cell of a grid that holds anything, a line each.
func dump(g *grid) string {
	var b strings.Builder
	for _, r := range g.rows {
		for _, c := range r.cells {
			what := fmt.Sprintf("%q", c.text)
			switch c.kind {
			case number:
				what = fmt.Sprint(c.number)
				if c.isDay() {
					what = g.day(c.number).String()
				}
			case truth:
				what = fmt.Sprint(c.number == 1)
			case errorValue:
				what = c.text
			case uncached:
				what = "formula"
			}
			fmt.Fprintf(&b, "%s %s\n", g.cellAt(c.col, r.row).Ref(), what)
		}
	}
	return b.String()
}

func gridsOf(t testing.TB, data []byte) []*grid {
	t.Helper()
	grids, err := readGrids("test.xlsx", data)
	if err != nil {
		t.Fatal(err)
	}
	return grids
}

// TestEveryKindOfCell is a sheet as different programs write it: with prefixes
// and without, with places and without, and every type of cell.
func TestEveryKindOfCell(t *testing.T) {
	data := zipOf(t,
		"[Content_Types].xml", `<Types><Override PartName="/xl/book.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>`,
		`xl\\book.xml`, `<x:workbook><x:workbookPr date1904="0"/><x:sheets><x:sheet name="One" sheetId="1" rel:id="a"/></x:sheets></x:workbook>`,
		"xl/_rels/book.xml.rels", `<Relationships><Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" Target="/XL/Sheets/One.xml"/>
			<Relationship Id="b" Type="x/sharedStrings" Target="shared.xml"/><Relationship Id="c" Type="x/styles" Target="styles.xml"/></Relationships>`,
		"xl/shared.xml", `<sst><si><t>Referrals</t></si>
			<si><r><t>Level 4</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>6</t></r></si>
			<si><r><rPr><vertAlign val="superscript"/></rPr><t>2</t></r></si>
			<si><t>two_x000A_lines</t><rPh><t>not read</t></rPh></si></sst>`,
		"xl/styles.xml", `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="0\%"/></numFmts>
			<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs></styleSheet>`,
		"xl/sheets/one.xml", `<?xml version="1.0"?><x:worksheet><x:dimension ref="A1:B2"/><x:sheetData>
			<x:row><x:c t="s"><x:v>0</x:v></x:c><x:c t="s"><x:v>1</x:v></x:c><x:c t="s"><x:v>2</x:v></x:c><x:c t="s"><x:v>3</x:v></x:c></x:row>
			<x:row r="4"><x:c r="B4" s="1"><x:v>44652</x:v></x:c><x:c r="D4" t="n"><x:v>0.94199999999999995</x:v></x:c><x:c r="E4" s="2"/></x:row>
			<x:row r="5"><x:c t="b"><x:v>1</x:v></x:c><x:c t="e"><x:v>#N/A</x:v></x:c><x:c t="d"><x:v>2022-09-30T00:00:00</x:v></x:c>
				<x:c><x:f>A1+1</x:f></x:c><x:c t="str"><x:f>A1</x:f><x:v>text</x:v></x:c><x:c t="inlineStr"><x:is><x:t>in </x:t><x:t>line</x:t></x:is></x:c>
				<x:c t="str"><x:f>IF(A1=0,"","x")</x:f><x:v></x:v></x:c></x:row>
			<x:row r="1048576"><x:c r="XFD1048576" t="b"><x:v>0</x:v></x:c></x:row>
			</x:sheetData><x:extLst><x:ext><x:c r="A9"><x:v>9</x:v></x:c></x:ext></x:extLst></x:worksheet>`)
	want := lines(`
		A1 "Referrals"
		B1 "Level 4"
		C1 "2"
		D1 "two\nlines"
		B4 2022-04-01
		D4 0.942
		A5 true
		B5 #N/A
		C5 2022-09-30
		D5 formula
		E5 "text"
		F5 "in line"
		G5 ""
		XFD1048576 false
	`)
	if diff := cmp.Diff(want, dump(gridsOf(t, data)[0])); diff != "" {
		t.Errorf("cells (-want +got):\n%s", diff)
	}
}

func TestDaysOfBothSystems(t *testing.T) {
	for _, tt := range []struct {
		system1904 bool
		serial     float64
		want       string
	}{
		{false, 44652, "2022-04-01"}, {false, 44651.75, "2022-03-31"}, {false, 61, "1900-03-01"}, {false, 59, "1900-02-28"},
		{true, 34519, "1998-07-05"}, {true, 0, "1904-01-01"},
	} {
		g := &grid{system1904: tt.system1904}
		if got := g.day(tt.serial).String(); got != tt.want {
			t.Errorf("day %v (from 1904: %v) is %s, want %s", tt.serial, tt.system1904, got, tt.want)
		}
	}
}

func TestNumberFormats(t *testing.T) {
	tests := map[string]format{
		"General":                    {},
		"@":                          {},
		"0%":                         {Named: true, Percent: true},
		"0.0%;[Red]-0.0%":            {Named: true, Percent: true, Places: 1},
		`0\%`:                        {Named: true},
		`0.0"%"`:                     {Named: true, Places: 1},
		"#,##0.00_);(#,##0.00)":      {Named: true, Places: 2},
		"mmm-yy":                     {Named: true, Date: true},
		"[$-809]dd mmmm yyyy;@":      {Named: true, Date: true, Day: true},
		`"Q"0`:                       {Named: true},
		"[h]:mm":                     {Named: true, Date: true},
		`"unclosed`:                  {},
		"#,##0.00,,":                 {Places: 2, Divisor: 1_000_000},
		"#,##0,":                     {Divisor: 1000},
		`0,.0"k"`:                    {Places: 1, Divisor: 1000},
		"#,##0":                      {Named: true},
		"[>=100]0;[<100]0.0;\"low\"": {Named: true},
	}
	for code, want := range tests {
		want.Code = code
		if diff := cmp.Diff(want, *parseFormat(code)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", code, diff)
		}
	}
}

// TestFilesOfOthers reads the test files of other libraries, where they stand
// beside the checkout.
func TestFilesOfOthers(t *testing.T) {
	dir := filepath.Join("..", "..", "..", "shared", "workbooks")
	if _, err := os.Stat(dir); err != nil {
		t.Skip("the workbooks of others are not beside this checkout")
	}
	tests := []struct{ file, cells, refusal string }{
		{file: "B01*", cells: `B2 "2nd row 2nd column"`},
		{file: "B03*", cells: "A1 1998-07-05"},
		{file: "B05*", refusal: "protected by a password"},
		{file: "B06*", refusal: "the part defines a document type"},
		{file: "B08*", cells: `A1 "test"`},
		{file: "B10*", cells: "XFD1048576 false"},
		{file: "B11*", cells: `A3 "qweqwerqwerqwerqwer"`},
		{file: "B12*", cells: "A2 2017-03-06"},
		{file: "B15*", cells: `A1 "inline string\nLine 2\nLine 3"`},
		{file: "B19*", refusal: "a text file"},
		{file: "B21*", cells: "A1 "},
	}
	for _, tt := range tests {
		files, _ := filepath.Glob(filepath.Join(dir, tt.file))
		if len(files) != 1 {
			t.Errorf("%s is %d files", tt.file, len(files))
			continue
		}
		data, err := os.ReadFile(files[0])
		if err != nil {
			t.Fatal(err)
		}
		if tt.refusal != "" {
			if got := refusal(t, files[0], data); !strings.Contains(got, tt.refusal) {
				t.Errorf("%s: %s, want %s", tt.file, got, tt.refusal)
			}
			continue
		}
		if got := dump(gridsOf(t, data)[0]); !strings.Contains(got, tt.cells) {
			t.Errorf("%s has no cell %s:\n%s", tt.file, tt.cells, got)
		}
	}
}

func TestLabels(t *testing.T) {
	tests := map[string]string{
		"  Hartlepool   ":          "Hartlepool",
		"Referrals\nin\u00a0month": "Referrals in month",
		"Indicator¹":               "Indicator",
		"Re\u00adferrals\u200b ²³": "Referrals",
		"km\u202f\u00a0":           "km",
		"Children's services":      "Children's services",
		"already  doubled":         "already doubled",
		"\u2003":                   "",
		"":                         "",
	}
	for stored, want := range tests {
		if got := (cell{kind: text, text: stored}).label(); got != want {
			t.Errorf("%q is %q, want %q", stored, got, want)
		}
	}
}

func TestNumbersAsExcelWritesThem(t *testing.T) {
	for n, want := range map[float64]string{2766129: "2766129", 0.05: "0.05", -3.5: "-3.5", 1e20: "1E+20", 0: "0"} {
		if got := asTyped(n); got != want {
			t.Errorf("%g is written %s, want %s", n, got, want)
		}
	}
}
