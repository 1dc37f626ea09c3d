package rules

import (
	"encoding/csv"
	"os"
	"strings"
	"testing"

	"panelpack/report"
)

// named is a metric's name with the category that a person put it in.
type named struct{ name, category string }

// namesOf reads a file of names: a category and a name on each line.
func namesOf(t *testing.T, path string) []named {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var all []named
	for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		if category, name, ok := strings.Cut(line, " "); ok && category != "#" {
			all = append(all, named{strings.TrimSpace(name), category})
		}
	}
	return all
}

// sampleNames reads the sample's metrics, of which only the names are used.
func sampleNames(t *testing.T, book *Rulebook) []named {
	t.Helper()
	f, err := os.Open("../../samples/facts/metrics.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var all []named
	for _, row := range rows[1:] {
		for _, c := range book.categories {
			if c.Title == row[1] {
				all = append(all, named{row[2], c.ID})
			}
		}
	}
	return all
}

func TestWordsMatchWhole(t *testing.T) {
	for _, c := range []struct{ entry, text, want string }{
		{"cin", "CIN plans open", "CIN"},
		{"cin", "Cinema visits", ""},
		{"refer*", "Re-referrals", "referrals"},
		{"looked after", "Looked-after children", "Looked-after"},
		{"looked after", "after they looked", ""},
		{"child's", "The child\u2019s voice", "child\u2019s"},
	} {
		test := textTest{words: []wordRun{newWordRun(c.entry)}}
		if got, _ := test.match(c.text, tokens(c.text)); got != c.want {
			t.Errorf("%q in %q: %q, want %q", c.entry, c.text, got, c.want)
		}
	}
}

// The default rules have to place metrics by their names alone, where refs,
// sheets, sections and a category column say nothing.
func TestNamesAloneAreEnough(t *testing.T) {
	book := defaultBook(t)
	for _, list := range []struct {
		what  string
		names []named
		least float64
	}{
		{"the sample", sampleNames(t, book), 0.9},
		{"other councils", namesOf(t, "testdata/names.txt"), 0.8},
		{"published by others", namesOf(t, "testdata/published.txt"), 0.8},
	} {
		right := 0
		for _, n := range list.names {
			got, _ := book.classify(report.Metric{Name: n.name})
			if got.Category == n.category {
				right++
				continue
			}
			t.Logf("%s: %q is placed in %q by %q, and belongs in %q", list.what, n.name, got.Category, got.Words, n.category)
		}
		t.Logf("%s: %d of %d right", list.what, right, len(list.names))
		if float64(right) < list.least*float64(len(list.names)) {
			t.Errorf("%s: %d of %d right, want %.0f%%", list.what, right, len(list.names), 100*list.least)
		}
	}
}
