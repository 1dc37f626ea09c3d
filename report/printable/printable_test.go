package printable

import (
	"reflect"
	"strings"
	"testing"

	"panelpack/report"
)

func TestTextThatCanBePrintedIsKept(t *testing.T) {
	for _, s := range []string{
		"", "Referrals to children's social care", "Tŷ'r Cyngor, Ŵyn a Ŷd â îôû", "£4.50 and €5", "“50%” – ‘more’ … ≥ ≤ ▲▼●■", "two\nlines\tand a tab",
	} {
		if got := Text(s); got != s || len(Lost(s)) > 0 {
			t.Errorf("%q became %q, lost %q", s, got, string(Lost(s)))
		}
	}
}

func TestTextThatCannotBePrinted(t *testing.T) {
	for s, want := range map[string]string{
		"Well done \U0001F600!":                "Well done □!",
		"family \U0001F469\u200d\U0001F467":    "family □□",
		"thumbs \U0001F44D\U0001F3FD up":       "thumbs □ up",
		"汉字":                                   "□□",
		"e\u0301te\u0301":                      "été",
		"soft\u00adhyphen \ufeffand \u200bnil": "softhyphen and nil",
		"bell\u0007":                           "bell",
	} {
		if got := Text(s); got != want {
			t.Errorf("%q became %q, want %q", s, got, want)
		}
		if again := Text(want); again != want {
			t.Errorf("%q became %q when it was looked at again", want, again)
		}
	}
}

func TestFindingNamesTheCharacter(t *testing.T) {
	for s, want := range map[string]string{
		"fine":                      "",
		"good \U0001F600":           `"😀" (U+1F600) cannot be printed, and a square stands for it`,
		"\U0001F600 汉 \U0001F600 字": `"😀" (U+1F600) and 2 more cannot be printed, and squares stand for them`,
	} {
		f, found := Finding(s)
		if f.Message != want || found != (want != "") {
			t.Errorf("%q: %q, %v, want %q", s, f.Message, found, want)
		}
	}
}

func TestLinesSayWhereTheCharacterStands(t *testing.T) {
	data, found := Lines("ours.md", []byte("## ES05\n\nGood \U0001F600 work\n汉\n"))
	if string(data) != "## ES05\n\nGood □ work\n□\n" {
		t.Errorf("became %q", data)
	}
	if len(found) != 2 || found[0].Place() != "ours.md:3" || found[1].Place() != "ours.md:4" {
		t.Errorf("found %v", found)
	}
	if data, found := Lines("ours.md", []byte("plain")); string(data) != "plain" || found != nil {
		t.Errorf("became %q, found %v", data, found)
	}
}

// TestNoWordOfASubmissionIsForgotten puts a snowman into every text that a
// submission has, now or later.
func TestNoWordOfASubmissionIsForgotten(t *testing.T) {
	sub := &report.Submission{}
	fill(reflect.ValueOf(sub).Elem())
	found := Submission(sub)
	if len(found) < 8 {
		t.Errorf("only %d findings: %v", len(found), found)
	}
	for _, s := range snowmen(reflect.ValueOf(sub).Elem(), "submission") {
		switch {
		case strings.HasSuffix(s, ".Sheet") && !strings.HasSuffix(s, ".Metric.Sheet"): // of a cell, for the officer
		case strings.HasPrefix(s, "submission.Findings"): // for the officer
		case strings.HasPrefix(s, "submission.Commentary"): // kept as it was sent
		case s == "submission.Source.SHA256":
		default:
			t.Errorf("%s has a character that cannot be printed", s)
		}
	}
}

// fill puts words with a snowman into every text within v, and one element into
// every list.
func fill(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		v.SetString("words ☃")
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		fill(v.Index(0))
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Field(i).CanSet() {
				fill(v.Field(i))
			}
		}
	}
}

// snowmen is where a snowman still stands within v.
func snowmen(v reflect.Value, path string) []string {
	var all []string
	switch v.Kind() {
	case reflect.String:
		if strings.Contains(v.String(), "☃") {
			all = append(all, path)
		}
	case reflect.Slice:
		for i := range v.Len() {
			all = append(all, snowmen(v.Index(i), path)...)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			all = append(all, snowmen(v.Field(i), path+"."+v.Type().Field(i).Name)...)
		}
	}
	return all
}

func TestFindingsNameCellAndMetric(t *testing.T) {
	at := report.Cell{Sheet: "Scorecard", Col: 2, Row: 7}
	sub := &report.Submission{Source: report.Source{File: "q2.xlsx"}, Series: []report.Series{
		{Metric: report.Metric{Ref: "ES05", Name: "Plans \U0001F600", Cell: at}}, {Metric: report.Metric{Ref: "ES06", Name: "Visits"}},
	}}
	found := Submission(sub)
	if want := `q2.xlsx: Scorecard!B7: warning: ES05: "😀" (U+1F600) cannot be printed, and a square stands for it`; len(found) != 1 || found[0].String() != want {
		t.Errorf("found %v, want %s", found, want)
	}
	if sub.Series[0].Metric.Name != "Plans □" {
		t.Errorf("the name became %q", sub.Series[0].Metric.Name)
	}
}
