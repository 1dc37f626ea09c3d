package workbook

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"panelpack/report"
)

// zipOf packs parts, each a name and a content, into a zip file.
func zipOf(t testing.TB, parts ...string) []byte {
	t.Helper()
	var file bytes.Buffer
	z := zip.NewWriter(&file)
	for i := 0; i < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		if err == nil {
			_, err = w.Write([]byte(parts[i+1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

// sheetFile is a workbook of one sheet, Figures, with this XML in its part.
func sheetFile(t testing.TB, sheet string) []byte {
	return zipOf(t,
		"[Content_Types].xml", "<Types/>",
		"xl/workbook.xml", `<workbook><sheets><sheet name="Figures" r:id="r1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="r1" Type="x/worksheet" Target="s1.xml"/></Relationships>`,
		"xl/s1.xml", sheet)
}

// refusal is how a file is refused: message and hint.
func refusal(t *testing.T, name string, data []byte) string {
	t.Helper()
	sub, err := Read(name, data, Options{})
	var failure *report.Failure
	if !errors.As(err, &failure) {
		t.Fatalf("%s: read with error %v, want a failure in words for people", name, err)
	}
	if sub != nil || failure.Hint == "" {
		t.Errorf("%s: %q leaves a submission or has no remedy", name, failure.Message)
	}
	return failure.Message + " | " + failure.Hint
}

func TestWhatIsNoWorkbook(t *testing.T) {
	ole := "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 600)
	tests := []struct{ name, data, want string }{
		{"q3.xlsx", "", "q3.xlsx is empty"},
		{`C:\Reports\~$q3.xlsx`, "anything", "the note that Excel leaves while a workbook is open"},
		{"q3.xlsx", "%PDF-1.7 ...", "q3.xlsx is a PDF"},
		{"q3.xlsx", "Ref,Metric,Apr-22\nCS02,Referrals,301\n", "a text file (CSV or a web page)"},
		{"q3.xlsx", ole + string(wide("EncryptedPackage")), "protected by a password"},
		{"q3.xls", ole + string(wide("Workbook")), "a workbook of an old Excel (.xls)"},
		{"q3.xlsx", ole, "a document of an old Office program"},
		{"q3.xlsx", "\x89PNG\r\n\x1a\n\x00\x00", "is not an Excel workbook"},
		{"q3.xlsx", "PK\x03\x04 and then nothing", "q3.xlsx is damaged"},
		{"q3.xlsx", string(zipOf(t, "mimetype", "x", "content.xml", "x")), "an OpenDocument file (.ods)"},
		{"q3.xlsx", string(zipOf(t, "[Content_Types].xml", "x", "word/document.xml", "x")), "a Word document"},
		{"q3.xlsx", string(zipOf(t, "[Content_Types].xml", "x", "xl/workbook.bin", "x")), "a binary workbook (.xlsb)"},
		{"q3.zip", string(zipOf(t, "notes.txt", "x")), "a zip file without a workbook"},
	}
	for _, tt := range tests {
		if got := refusal(t, tt.name, []byte(tt.data)); !strings.Contains(got, tt.want) {
			t.Errorf("%.20q: %s\nwant: %s", tt.data, got, tt.want)
		}
	}
}

// TestDamageIsNamed holds for every way in which a sheet can be broken: the
// whole workbook is refused, by the sheet and the row, and never read in part.
func TestDamageIsNamed(t *testing.T) {
	const whole = `<row r="1"><c r="A1"><v>1</v></c></row>`
	tests := map[string]string{
		`<worksheet><sheetData>` + whole + `<row`:                                             `after row 1: the part breaks off`,
		`<worksheet><sheetData>` + whole + `<row r="2"><c r="A2">`:                            `row 2: A2: the part breaks off`,
		`<worksheet><sheetData>` + whole + `<row r="2"><c r="A2"><v>1</c></row>`:              `row 2: A2: the element c is closed where it is not open`,
		`<worksheet><sheetData>` + whole + `<row r="1"></row>`:                                `after row 1: row 1 stands after row 1`,
		`<worksheet><sheetData><row r="99999999999"/>`:                                        `"99999999999" is not the number of a row`,
		`<worksheet><sheetData><row r="3"><c r="B4"><v>1</v></c></row>`:                       `row 3: the cell B4 does not belong to the row`,
		`<worksheet><sheetData><row r="3"><c r="B3"><v>1</v></c><c r="A3"><v>1</v></c></row>`: `row 3: the cell A3 stands after column B`,
		`<worksheet><sheetData><row r="3"><c r="XFE3"><v>1</v></c></row>`:                     `row 3: "XFE3" is not a cell`,
		`<worksheet><sheetData><row r="3"><c r="B3"><v>12x</v></c></row>`:                     `row 3: B3: "12x" is not a number`,
		`<worksheet><sheetData><row r="3"><c r="B3" t="s"><v>0</v></c></row>`:                 `row 3: B3: shared text number "0" of 0`,
		`<worksheet><sheetData><row r="3"><c r="B3" s="-1"><v>0</v></c></row>`:                `row 3: B3: the style "-1" is not in the workbook`,
		`<worksheet><sheetData><row r="3"><c r="B3" t="q"><v>0</v></c></row>`:                 `row 3: B3: a cell of the type "q"`,
		`<!DOCTYPE x [<!ENTITY a "b">]><worksheet><sheetData/></worksheet>`:                   `the part defines a document type`,
		`<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>&lol9;</v></c></row>`:          `"&lol9" stands for no character`,
		`<?xml version="1.0" encoding="UTF-16"?><worksheet/>`:                                 `UTF-16`,
		strings.Repeat("<x>", maxNesting+1):                                                   `the part holds "x" and no sheet`,
		`<worksheet>` + strings.Repeat("<x>", maxNesting+1):                                   `elements stand too deep within each other`,
		``: `the part is empty`,
	}
	for sheet, want := range tests {
		got := refusal(t, "q3.xlsx", sheetFile(t, sheet))
		if !strings.Contains(got, want) || !strings.Contains(got, `sheet "Figures"`) {
			t.Errorf("%.80s\n got: %s\nwant: %s", sheet, got, want)
		}
	}
}

// TestDamageInThePacking: bytes that were lost in a sheet, or changed, refuse
// the workbook by sheet and row; they are never the end of the figures.
func TestDamageInThePacking(t *testing.T) {
	var rows strings.Builder
	for i := range 4000 {
		fmt.Fprintf(&rows, `<row r="%d"><c r="A%d"><v>%d</v></c></row>`, i+1, i+1, i*7919%10007)
	}
	data := sheetFile(t, sheetOf(rows.String()))
	from := bytes.Index(data, []byte("xl/s1.xml")) + 2000 // within the packed sheet
	tests := map[string]func(b []byte){
		"changed": func(b []byte) { copy(b[from:], "some other bytes") },
		"zeroed":  func(b []byte) { clear(b[from : from+4000]) },
	}
	for name, damage := range tests {
		b := bytes.Clone(data)
		damage(b)
		if got := refusal(t, "q3.xlsx", b); !strings.Contains(got, `sheet "Figures"`) || !strings.Contains(got, "row ") {
			t.Errorf("%s: %s", name, got)
		}
	}
	// What is only wrong in its sum is read to the end, and refused there.
	b := bytes.Clone(data)
	b[bytes.LastIndex(b, []byte("PK\x01\x02"))+16] ^= 1 // in the list of parts, where the sheet is the last
	if got := refusal(t, "q3.xlsx", b); !strings.Contains(got, `sheet "Figures"`) || !strings.Contains(got, "damaged") {
		t.Errorf("a wrong sum: %s", got)
	}
}

func TestLimits(t *testing.T) {
	endless := "<worksheet><sheetData><row><c t=\"str\"><v>" + strings.Repeat("a", maxRun+1<<17) + "</v></c></row></sheetData></worksheet>"
	if got := refusal(t, "q3.xlsx", sheetFile(t, endless)); !strings.Contains(got, errTooLong.Error()) {
		t.Errorf("a text of %d bytes: %s", len(endless), got)
	}
	r := newCellReader()
	r.left = 2
	three := `<worksheet><sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row><c/><c><v>3</v></c></row></sheetData></worksheet>`
	if err := r.read(newPart(strings.NewReader(three)), &grid{}); err == nil || !strings.Contains(err.Error(), "more than 2000000 cells") {
		t.Errorf("three cells of two allowed: %v", err)
	}
	r = newCellReader()
	r.leftWords = 5
	if err := r.read(newPart(strings.NewReader(`<worksheet><sheetData><row><c t="str"><v>six of</v></c></row></sheetData></worksheet>`)), &grid{}); err == nil || !strings.Contains(err.Error(), "characters of text") {
		t.Errorf("six characters of five allowed: %v", err)
	}
	// What unpacks to too much is stopped, whatever its zip entry claims.
	c := &container{left: 10}
	part := &limited{ReadCloser: io.NopCloser(strings.NewReader("<a>12345678</a>")), left: &c.left}
	if _, err := io.ReadAll(part); !errors.Is(err, errTooLarge) {
		t.Errorf("15 bytes of 10 allowed: %v", err)
	}
}
