package workbook

import (
	"reflect"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"panelpack/report"
	"panelpack/report/mapping"
	"panelpack/report/settings"
)

// mappingOf reads what stands in a council.toml.
func mappingOf(t testing.TB, text string) *mapping.Mapping {
	t.Helper()
	type file struct {
		Workbook mapping.Written `toml:"workbook"`
	}
	written, f, ok := settings.Read("council.toml", []byte(text), func() file { return file{} })
	m := mapping.Read(f, written.Workbook)
	if !ok || len(f.Findings) > 0 {
		t.Fatalf("%v\n%s", f.Findings, text)
	}
	return m
}

// understood reads a workbook written as text by a mapping.
func understood(t testing.TB, book, rules string) *Understanding {
	t.Helper()
	u, err := Understand("q3.xlsx", workbookOf(t, book), Options{Mapping: mappingOf(t, rules)})
	if err != nil {
		t.Fatal(err)
	}
	return u
}

// sameByMapping expects a workbook to be read the same by the mapping that is
// written of it, with nothing to tell, and that mapping to be written again.
func sameByMapping(t testing.TB, name string, data []byte, sub *report.Submission) {
	t.Helper()
	u, err := Understand(name, data, Options{})
	if err != nil {
		t.Fatal(err)
	}
	text := u.Mapping().Text()
	again, err := Understand(name, data, Options{Mapping: mappingOf(t, text)})
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(sub.Series, again.Submission.Series) {
		diff := cmp.Diff(sub.Series, again.Submission.Series, cmp.AllowUnexported(report.Value{}, report.Period{}))
		t.Errorf("read by its mapping (-without +with):\n%s\n%s", diff, text)
	}
	if second := again.Mapping().Text(); second != text {
		t.Errorf("the mapping written again (-first +second):\n%s", cmp.Diff(text, second))
	}
	for _, f := range again.Submission.Findings {
		if f.File != name {
			t.Errorf("%v\n%s", f, text)
		}
	}
}

// TestAMappingHasTheImportersWords: all meanings of words.txt that columns and
// councils may use, and no others.
func TestAMappingHasTheImportersWords(t *testing.T) {
	w := embedded(t)
	for group, known := range map[string][]string{
		"heading": mapping.Fields, "figure": mapping.Figures, "sheet": mapping.Tasks, "missing": mapping.Meanings["missing"],
		"total": mapping.Meanings["total"], "whole": mapping.Meanings["whole"], "unit": mapping.Meanings["unit"],
		"polarity": mapping.Meanings["polarity"], "basis": mapping.Meanings["basis"],
	} {
		meanings := map[string]bool{"group": group == "heading", mapping.Tables: group == "sheet"}
		for _, meaning := range w.groups[group] {
			meanings[meaning] = true
			if !slices.Contains(known, meaning) {
				t.Errorf("a mapping does not have the meaning %s %s", group, meaning)
			}
		}
		for _, k := range known {
			if !meanings[k] {
				t.Errorf("%s %s of a mapping means nothing to the importer", group, k)
			}
		}
	}
	for _, use := range slices.Concat(mapping.Fields, mapping.Figures) {
		if (ColumnReading{As: use}).Use() == "" {
			t.Errorf("inspect has no words for a column that holds %s", use)
		}
	}
}

// FuzzMapping: whatever an officer writes, the workbook is read or the mistake
// is told, and what is written of the reading can be read again.
func FuzzMapping(f *testing.F) {
	f.Add(scorecardMapping)
	f.Add("[[workbook.sheet]]\nname = \"*\"\n[[workbook.sheet.table]]\nperiods = \"down\"\nheadings = \"A:B\"\ncolumns = \"3:9\"\nrepeat = true\ncolumn = [{ at = \"3\", heading = \"Ref\", fill = true }]")
	f.Add("[[workbook.sheet]]\nname = \"Scorecard\"\n[[workbook.sheet.table]]\nheadings = \"3\"\ncolumns = \"Z:AA\"")
	f.Add("[[workbook.sheet]]\nname = \"Scorecard\"\n[[workbook.sheet.table]]\nperiods = \"nowhere\"\nperiod = \"=XFD9\"\nheadings = \"9\"\ngroup = [\"actual\", \"nothing\"]\nmetrics = \"columns\"")
	book := workbookOf(f, mappedScorecard)
	f.Fuzz(func(t *testing.T, text string) {
		type file struct {
			Workbook mapping.Written `toml:"workbook"`
		}
		written, found, ok := settings.Read("council.toml", []byte(text), func() file { return file{} })
		if !ok {
			return
		}
		m := mapping.Read(found, written.Workbook)
		if found.Faulty() {
			return
		}
		u, err := Understand("q3.xlsx", book, Options{Mapping: m})
		if err != nil {
			t.Fatal(err)
		}
		mappingOf(t, u.Mapping().Text())
	})
}
