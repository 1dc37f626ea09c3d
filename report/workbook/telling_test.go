package workbook

import (
	"fmt"
	"testing"

	"panelpack/report/mapping"
)

// TestOneRefForMany: each further metric gets a ref of its own.
func TestOneRefForMany(t *testing.T) {
	sub := readText(t, `
		sheet Scorecard
		1: Ref | Metric | `+months+`
		2: CS01 | Contacts | 1012 | 1187
		3: CS01 | Complaints | 71 | 72
		4: CS01 | Visits | 81 | 82
		5: CS01-2 | Calls | 91 | 92
	`)
	expect(t, sub, map[string]string{"CS01-2": "2022-08 71\n2022-09 72", "CS01-3": "2022-08 81\n2022-09 82", "Calls": "2022-08 91\n2022-09 92"})
	refs := map[string]bool{}
	for _, s := range sub.Series {
		refs[s.Metric.Ref] = true
	}
	if len(refs) != 4 {
		t.Errorf("4 metrics have the refs %v", refs)
	}
}

// TestManyFindings: no more are listed than anybody reads, and an error among
// the others stays one.
func TestManyFindings(t *testing.T) {
	text := "sheet Scorecard\n1: Ref | Metric | " + months
	for i := range maxFindings + 5 {
		text += fmt.Sprintf("\n%d: CS%d | Contacts | 12 | 9l", i+2, i)
	}
	found := readText(t, text).Findings
	last := found[len(found)-1]
	if len(found) != maxFindings+1 || last.String() != "test.xlsx: error: findings that are not listed: 5" {
		t.Errorf("%d findings, the last %v", len(found), last)
	}
}

// TestAsManyAsThereAre: one is singular, and no nought is written.
func TestAsManyAsThereAre(t *testing.T) {
	for n, want := range map[int]string{0: "no definitions", 1: "1 definition", 2: "2 definitions"} {
		if got := counted(n, lineOf["definitions"]); got != want {
			t.Errorf("%d are %q, want %q", n, got, want)
		}
	}
	for _, task := range mapping.Tasks {
		if lineOf[task] == "" && task != mapping.Tables && task != mapping.Nothing && task != "pack" {
			t.Errorf("a line of a sheet of %s has no name", task)
		}
	}
}
