package workbook

import (
	"fmt"
	"strings"
	"testing"
)

// hostileFile is a file made to exhaust a computer, or that does so by
// accident.
type hostileFile struct {
	what string
	make func(t testing.TB) []byte
	want string // of the refusal; empty where it is read
	long bool   // takes a second or two: a benchmark only
}

func sheetOf(rows string) string {
	return "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"
}

var hostileFiles = []hostileFile{
	{"entities within entities", func(t testing.TB) []byte {
		return sheetFile(t, `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>`+sheetOf(`<row><c t="str"><v>&b;</v></c></row>`))
	}, "defines a document type", false},
	{"columns beyond the last", func(t testing.TB) []byte {
		return sheetFile(t, sheetOf("<row>"+strings.Repeat("<c/>", maxColumns+1)+"</row>"))
	}, "row 1: the row has more than 16384 columns", false},
	{"rows beyond the last", func(t testing.TB) []byte {
		return sheetFile(t, sheetOf(strings.Repeat("<row/>", maxRows+1)))
	}, "is not the number of a row", false},
	{"270 MB of nothing", func(t testing.TB) []byte {
		return sheetFile(t, sheetOf(strings.Repeat("<!--"+strings.Repeat("a", 1<<19)+"-->", 540)))
	}, errTooLarge.Error(), false},
	{"two million cells and more", func(t testing.TB) []byte {
		return sheetFile(t, sheetOf(strings.Repeat("<row>"+strings.Repeat("<c><v>1</v></c>", 10_000)+"</row>", 201)))
	}, "row 201: the workbook has more than 2000000 cells", false},
	{"a million cells in 100 columns", func(t testing.TB) []byte {
		return sheetFile(t, sheetOf(strings.Repeat("<row>"+strings.Repeat("<c><v>1</v></c>", 100)+"</row>", 10_000)))
	}, "has no scorecard", false},
	{"a cell at the end of the sheet", func(t testing.TB) []byte {
		return sheetFile(t, sheetOf(`<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`))
	}, "has no scorecard", false},
	{"a wide row above a long column", func(t testing.TB) []byte {
		return sheetFile(t, sheetOf("<row>"+strings.Repeat("<c><v>1</v></c>", 16_384)+"</row>"+strings.Repeat("<row><c><v>1</v></c></row>", 500_000)))
	}, "has no scorecard", false},
	{"wide headings above a long column", func(t testing.TB) []byte {
		return sheetFile(t, sheetOf(`<row><c t="str"><v>Ref</v></c><c t="str"><v>Metric</v></c>`+strings.Repeat(`<c t="str"><v>Aug-22</v></c>`, 8_000)+strings.Repeat(`<c t="str"><v>Sep-22</v></c>`, 8_000)+"</row>"+
			strings.Repeat(`<row><c t="str"><v>CS02</v></c><c t="str"><v>Referrals</v></c><c><v>1</v></c></row>`, 200_000)))
	}, "has no scorecard", false},
	{"headings on every row", func(t testing.TB) []byte {
		return sheetFile(t, sheetOf(strings.Repeat(`<row><c t="str"><v>Ref</v></c><c t="str"><v>Metric</v></c>`+strings.Repeat(`<c t="str"><v>Aug-22</v></c><c t="str"><v>Sep-22</v></c>`, 50)+"</row>", 5_000)))
	}, "has no scorecard", true},
	{"50,000 merges", func(t testing.TB) []byte {
		var merges strings.Builder
		for i := range 50_000 {
			fmt.Fprintf(&merges, `<mergeCell ref="A%d:B%d"/>`, i+1, i+1)
		}
		return sheetFile(t, "<worksheet><sheetData><row><c><v>1</v></c></row></sheetData><mergeCells>"+merges.String()+"</mergeCells></worksheet>")
	}, "has no scorecard", false},
	{"64 MB of words", func(t testing.TB) []byte {
		return sheetFile(t, sheetOf(strings.Repeat(`<row><c t="str"><v>`+strings.Repeat("é 1 ", 6_000)+"</v></c></row>", 2_000)))
	}, "has no scorecard", true},
	{"64 MB of words for figures", func(t testing.TB) []byte {
		return sheetFile(t, sheetOf(`<row><c t="str"><v>Metric</v></c><c t="str"><v>Aug-22</v></c><c t="str"><v>Sep-22</v></c></row>`+
			strings.Repeat(`<row><c t="str"><v>Referrals</v></c><c><v>1</v></c><c t="str"><v>`+strings.Repeat("1é ", 8_000)+"</v></c></row>", 2_000)))
	}, "", true},
	{"half a million different words", func(t testing.TB) []byte {
		var rows strings.Builder
		for i := range 100_000 {
			fmt.Fprintf(&rows, `<row><c t="str"><v>Case %d</v></c><c t="str"><v>Team %d North</v></c><c t="str"><v>Note %d says much</v></c><c t="str"><v>%d/%d</v></c><c t="str"><v>Q%d</v></c></row>`, i, i, i, i, i, i)
		}
		return sheetFile(t, sheetOf(rows.String()))
	}, "has no scorecard", true},
	{"half a million cells that cannot be read", func(t testing.TB) []byte {
		return sheetFile(t, sheetOf(`<row><c t="str"><v>Metric</v></c>`+strings.Repeat(`<c t="str"><v>Aug-22</v></c><c t="str"><v>Sep-22</v></c>`, 5)+`</row>`+
			strings.Repeat(`<row><c t="str"><v>Referrals</v></c><c><v>1</v></c>`+strings.Repeat(`<c t="str"><v>9l.4x</v></c>`, 9)+"</row>", 50_000)))
	}, "", true},
	{"one ref for 50,000 metrics", func(t testing.TB) []byte {
		var rows strings.Builder
		for i := range 50_000 {
			fmt.Fprintf(&rows, `<row><c t="str"><v>CS02</v></c><c t="str"><v>Metric %d</v></c><c><v>1</v></c><c><v>2</v></c></row>`, i)
		}
		return sheetFile(t, sheetOf(`<row><c t="str"><v>Ref</v></c><c t="str"><v>Metric</v></c><c t="str"><v>Aug-22</v></c><c t="str"><v>Sep-22</v></c></row>`+rows.String()))
	}, "", false},
	{"too many formats", func(t testing.TB) []byte {
		return zipOf(t,
			"[Content_Types].xml", "<Types/>",
			"xl/workbook.xml", `<workbook><sheets/></workbook>`,
			"xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="r1" Type="x/styles" Target="s.xml"/></Relationships>`,
			"xl/s.xml", "<styleSheet><cellXfs>"+strings.Repeat(`<xf numFmtId="9"/>`, maxFormats+1)+"</cellXfs></styleSheet>")
	}, "more than 65490 cell styles", false},
	{"too many sheets", func(t testing.TB) []byte {
		return zipOf(t,
			"[Content_Types].xml", "<Types/>",
			"xl/workbook.xml", `<workbook><sheets>`+strings.Repeat(`<sheet name="S" r:id="r1"/>`, maxSheets+1)+`</sheets></workbook>`,
			"xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="r1" Type="x/worksheet" Target="s.xml"/></Relationships>`,
			"xl/s.xml", sheetOf(""))
	}, "more than 1000 sheets", false},
	{"70 MB of shared words", func(t testing.TB) []byte {
		return zipOf(t,
			"[Content_Types].xml", "<Types/>",
			"xl/workbook.xml", `<workbook><sheets/></workbook>`,
			"xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="r1" Type="x/sharedStrings" Target="s.xml"/></Relationships>`,
			"xl/s.xml", "<sst>"+strings.Repeat("<si><t>"+strings.Repeat("a", 10_000)+"</t></si>", 7_000)+"</sst>")
	}, "more than 67108864 characters of text", false},
	{"formulas that refer to each other", func(t testing.TB) []byte {
		return formulaFile(t, func(row int) string { return fmt.Sprintf("B%d+B%d", row+1, row+2) })
	}, "", false},
	{"formulas that refer to themselves", func(t testing.TB) []byte {
		return formulaFile(t, func(row int) string { return fmt.Sprintf("B%d+1", row) })
	}, "", false},
	{"formulas that all lead round", func(t testing.TB) []byte {
		return formulaFile(t, func(row int) string { return fmt.Sprintf("SUM(B%d:C$1001,B$2:C%d,B$2:C$1001)", row+1, row) })
	}, "", false},
	{"formulas over whole sheets", func(t testing.TB) []byte {
		return formulaFile(t, func(row int) string { return "SUM(D1:XFD1048576)" })
	}, "", false},
	{"a formula beside 50,000 merges", func(t testing.TB) []byte {
		var text strings.Builder
		text.WriteString("sheet Scorecard\n1: Metric | Aug-22 | Sep-22\n2: Referrals | =C2+1 | 1\n3: Contacts | =C3+1 | 1\nmerge")
		for i := range 50_000 {
			fmt.Fprintf(&text, " A%d:B%d", i+10, i+10)
		}
		return workbookOf(t, text.String())
	}, "", false},
	{"formulas that grow", func(t testing.TB) []byte {
		return formulaFile(t, func(row int) string { return `LEN(REPT(REPT("a",32767),32767))` })
	}, "", false},
	{"formulas within formulas", func(t testing.TB) []byte {
		return formulaFile(t, func(row int) string { return strings.Repeat("(", 1_000) + "1" + strings.Repeat(")", 1_000) })
	}, "", false},
	{"formulas of powers", func(t testing.TB) []byte {
		return formulaFile(t, func(row int) string { return "FACT(170)^FACT(170)+COMBIN(1000000000,500000000)" })
	}, "", false},
}

// TestHostileFiles: each is read, or refused in words.
func TestHostileFiles(t *testing.T) {
	for _, f := range hostileFiles {
		if f.long {
			continue
		}
		sub, err := Read("q3.xlsx", f.make(t), Options{})
		switch {
		case err == nil && f.want == "":
			if len(sub.Findings) > maxFindings+1 {
				t.Errorf("%s: %d findings", f.what, len(sub.Findings))
			}
		case err == nil || f.want == "" || !strings.Contains(err.Error(), f.want):
			t.Errorf("%s: %v, want %q", f.what, err, f.want)
		}
	}
}

// BenchmarkHostile holds how long each takes, and the most memory in use at
// once.
func BenchmarkHostile(b *testing.B) {
	for _, f := range hostileFiles {
		b.Run(strings.ReplaceAll(f.what, " ", "_"), func(b *testing.B) {
			data := f.make(b)
			benchmarkPeak(b, func() { Read("q3.xlsx", data, Options{}) })
		})
	}
}

// formulaFile is a scorecard of 1,000 formulas without results.
func formulaFile(t testing.TB, formula func(row int) string) []byte {
	var text strings.Builder
	text.WriteString("sheet Scorecard\n1: Metric | Aug-22 | Sep-22")
	for i := range 1000 {
		fmt.Fprintf(&text, "\n%d: Metric %d | =%s | 1", i+2, i, formula(i+2))
	}
	return workbookOf(t, text.String())
}
