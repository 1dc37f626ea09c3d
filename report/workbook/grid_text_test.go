package workbook

import (
	"archive/zip"
	"bytes"
	"fmt"
	"html"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"panelpack/report"
)

// workbookOf makes a workbook from text, as these tests write workbooks:
//
//	sheet Scorecard
//	1: Title
//	4: Ref | Metric | 2022-04-01 {mmm-yy}
//	5: CS02 | Referrals | 301
//	merge A1:C1
//	hide F:H
//
// Each line is a row with its number; a cell is blank (empty or _), a number,
// a day, TRUE, an error (#N/A), a formula (=A1/B1) with its result after ->, or
// text, which may stand in quotes. A number format follows in braces. A sheet
// is hidden when its line ends so, a row when its number is in brackets, and
// columns by a line such as "hide F:H".
func workbookOf(t testing.TB, text string) []byte {
	t.Helper()
	b := &textBook{formats: []string{"General"}}
	for line := range strings.Lines(text) {
		b.line(t, strings.TrimSpace(line))
	}
	return b.bytes(t)
}

type textBook struct {
	formats []string
	sheets  []*textSheet
}

type textSheet struct {
	name         string
	hidden       bool
	rows, merges strings.Builder
	columns      strings.Builder
}

func (b *textBook) line(t testing.TB, line string) {
	what, rest, _ := strings.Cut(line, " ")
	switch {
	case line == "":
	case what == "sheet":
		name, hidden := strings.CutSuffix(rest, " hidden")
		b.sheets = append(b.sheets, &textSheet{name: strings.Trim(name, `"`), hidden: hidden})
	case what == "hide":
		from, to, _ := strings.Cut(rest, ":")
		first, _ := parseRef([]byte(from + "1"))
		last, _ := parseRef([]byte(to + "1"))
		fmt.Fprintf(&b.sheets[len(b.sheets)-1].columns, `<col min="%d" max="%d" hidden="1"/>`, first.col, last.col)
	case what == "merge":
		for ref := range strings.FieldsSeq(rest) {
			fmt.Fprintf(&b.sheets[len(b.sheets)-1].merges, `<mergeCell ref="%s"/>`, ref)
		}
	default:
		row, isHidden := strings.CutPrefix(strings.TrimSuffix(what, ":"), "(")
		number, err := strconv.Atoi(strings.TrimSuffix(row, ")"))
		if err != nil {
			t.Fatalf("a line of a test workbook: %q", line)
		}
		b.row(number, isHidden, rest)
	}
}

func (b *textBook) row(number int, hidden bool, cells string) {
	s := b.sheets[len(b.sheets)-1]
	fmt.Fprintf(&s.rows, `<row r="%d" hidden="%v">`, number, hidden)
	for i, c := range strings.Split(cells, "|") {
		if c = strings.TrimSpace(c); c != "" && c != "_" {
			s.rows.WriteString(b.cell(fmt.Sprint(report.ColumnName(i+1), number), c))
		}
	}
	s.rows.WriteString("</row>")
}

var formatted = regexp.MustCompile(`^(.*?) *\{(.*)\}$`)

func (b *textBook) cell(ref, text string) string {
	style := 0
	if m := formatted.FindStringSubmatch(text); m != nil {
		b.formats, style, text = append(b.formats, m[2]), len(b.formats), m[1]
	}
	formula := ""
	if f, ok := strings.CutPrefix(text, "="); ok {
		f, result, _ := strings.Cut(f, " -> ")
		formula, text = "<f>"+html.EscapeString(f)+"</f>", result
	}
	open := fmt.Sprintf(`<c r="%s" s="%d"`, ref, style)
	day, dayErr := time.Parse(time.DateOnly, text)
	_, numberErr := strconv.ParseFloat(text, 64)
	switch {
	case text == "":
		return open + ">" + formula + "</c>"
	case dayErr == nil:
		serial := day.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24
		return fmt.Sprintf("%s>%s<v>%.0f</v></c>", open, formula, serial)
	case numberErr == nil:
		return open + ">" + formula + "<v>" + text + "</v></c>"
	case text == "TRUE":
		return open + ` t="b">` + formula + "<v>1</v></c>"
	case strings.HasPrefix(text, "#") && len(text) > 1:
		return open + ` t="e">` + formula + "<v>" + text + "</v></c>"
	}
	return open + ` t="str"><v>` + html.EscapeString(strings.Trim(text, `"`)) + "</v></c>"
}

const (
	officeLinks   = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	spreadsheetML = ` xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="` + officeLinks + `"`
)

func (b *textBook) bytes(t testing.TB) []byte {
	var file bytes.Buffer
	z := zip.NewWriter(&file)
	add := func(name, content string) {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(content))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	var sheets, links, formats, styles strings.Builder
	for i, s := range b.sheets {
		state := ""
		if s.hidden {
			state = ` state="hidden"`
		}
		fmt.Fprintf(&sheets, `<sheet name="%s" sheetId="%d"%s r:id="r%d"/>`, html.EscapeString(s.name), i+1, state, i+1)
		fmt.Fprintf(&links, `<Relationship Id="r%d" Type="%s/worksheet" Target="s%d.xml"/>`, i+1, officeLinks, i+1)
		merges := ""
		if s.merges.Len() > 0 {
			merges = "<mergeCells>" + s.merges.String() + "</mergeCells>"
		}
		columns := ""
		if s.columns.Len() > 0 {
			columns = "<cols>" + s.columns.String() + "</cols>"
		}
		add(fmt.Sprintf("xl/s%d.xml", i+1), "<worksheet"+spreadsheetML+">"+columns+"<sheetData>"+s.rows.String()+"</sheetData>"+merges+"</worksheet>")
	}
	for i, code := range b.formats {
		fmt.Fprintf(&formats, `<numFmt numFmtId="%d" formatCode="%s"/>`, 164+i, html.EscapeString(code))
		fmt.Fprintf(&styles, `<xf numFmtId="%d"/>`, 164+i)
	}
	add("[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`)
	add("_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="`+officeLinks+`/officeDocument" Target="xl/workbook.xml"/></Relationships>`)
	add("xl/workbook.xml", "<workbook"+spreadsheetML+"><sheets>"+sheets.String()+"</sheets></workbook>")
	add("xl/_rels/workbook.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="st" Type="`+officeLinks+`/styles" Target="st.xml"/>`+links.String()+"</Relationships>")
	add("xl/st.xml", "<styleSheet"+spreadsheetML+"><numFmts>"+formats.String()+"</numFmts><cellXfs>"+styles.String()+"</cellXfs></styleSheet>")
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

// readText reads a workbook written as text, and sees that its mapping says the
// same.
func readText(t testing.TB, text string) *report.Submission {
	t.Helper()
	data := workbookOf(t, text)
	sub, err := Read("test.xlsx", data, Options{})
	if err != nil {
		t.Fatal(err)
	}
	sameByMapping(t, "test.xlsx", data, sub)
	return sub
}

// factsOf writes what was read of a metric, a line for each period: "2022-09
// 377 of 230". A metric that is not there has no lines.
func factsOf(sub *report.Submission, ref string) string {
	var b strings.Builder
	for _, s := range sub.Series {
		if s.Metric.Ref != ref && s.Metric.Name != ref {
			continue
		}
		for _, list := range [][]report.Observation{s.Observations, s.Outturns} {
			for _, o := range list {
				fmt.Fprintf(&b, "%s %s\n", o.Period, figuresOf(s.Metric.Unit, o))
			}
		}
	}
	return b.String()
}

func figuresOf(u report.Unit, o report.Observation) string {
	words := u.Format(o.Actual)
	if !o.Actual.Known() {
		words = o.Actual.State().String()
	}
	if o.Target.Known() {
		words += " of " + o.Target.Words(u)
	}
	return words
}

// lines is text without the indentation of the test around it.
func lines(text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" {
			b.WriteString(line + "\n")
		}
	}
	return b.String()
}

// told is every finding on a line of its own.
func told(sub *report.Submission) string {
	var b strings.Builder
	for _, f := range sub.Findings {
		f.File = ""
		b.WriteString(f.String() + "\n")
	}
	return b.String()
}

// expect compares what was read of metrics with what a person reads.
func expect(t *testing.T, sub *report.Submission, want map[string]string) {
	t.Helper()
	for ref, facts := range want {
		if diff := cmp.Diff(lines(facts), factsOf(sub, ref)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", ref, diff)
		}
	}
}

func find(t *testing.T, sub *report.Submission, ref string) report.Series {
	t.Helper()
	for _, s := range sub.Series {
		if s.Metric.Ref == ref || s.Metric.Name == ref {
			return s
		}
	}
	t.Fatalf("no metric %s", ref)
	return report.Series{}
}
