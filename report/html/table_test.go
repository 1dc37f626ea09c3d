package html

import (
	"io"
	"slices"
	"strings"
	"testing"

	"panelpack/report"
)

// scorecard is a small table of two categories with a column of page numbers.
func scorecard() report.Table {
	red := report.Red
	row := func(ref, name string) report.Row {
		return report.Row{Cells: []report.TableCell{
			{Text: report.Plain(ref)}, {Text: report.Plain(name)}, {Text: report.Plain("377")}, {Rating: &red}, {Page: "metric-" + ref},
		}}
	}
	return report.Table{
		ID: "scorecard", Columns: []report.Column{
			{Head: "Ref"}, {Head: "Metric", Weight: 1}, {Head: "Actual", Align: report.Right, Strong: true}, {Head: "Rating"}, {Head: "Page", Pages: true},
		},
		Rows: []report.Row{
			{Group: "Demand"}, row("D1", "Referrals"), row("D2", "Contacts"),
			{Group: "Feedback"}, row("F1", "Averylongwordwithoutanyspaces in a name"),
		},
	}
}

func TestTableOnAPage(t *testing.T) {
	got := tableOf(scorecard())
	var heads []string
	for _, c := range got.Columns {
		heads = append(heads, c.Head)
	}
	if want := []string{"Ref", "Metric", "Actual", "Rating"}; !slices.Equal(heads, want) {
		t.Errorf("columns are %q, want %q: a page has no page numbers", heads, want)
	}
	if len(got.Groups) != 2 || got.Groups[0].Head != "Demand" || len(got.Groups[0].Rows) != 2 || got.Groups[1].Span != 4 {
		t.Errorf("groups are %+v", got.Groups)
	}
	if !got.Cards || !got.Controls || got.Class != "cards" {
		t.Errorf("a wide table of ratings by category stands as cards %v, with controls %v, in class %q", got.Cards, got.Controls, got.Class)
	}
	first, last := got.Groups[0].Rows[0], got.Groups[1].Rows[0]
	var classes []string
	for _, c := range append(first.Cells, last.Cells[1]) {
		classes = append(classes, c.Class)
	}
	if want := []string{"brief", "", "number strong", "", "long"}; !slices.Equal(classes, want) {
		t.Errorf("classes of cells are %q, want %q", classes, want)
	}
	if first.Rating != "red" || first.Cells[0].Plain != "D1" {
		t.Errorf("the first row is %+v", first)
	}
}

func TestSmallTableStaysATable(t *testing.T) {
	small := scorecard()
	small.Columns = small.Columns[:3]
	small.Rows = small.Rows[1:3]
	for i := range small.Rows {
		small.Rows[i].Cells = small.Rows[i].Cells[:3]
	}
	if got := tableOf(small); got.Cards || got.Controls || len(got.Groups) != 1 || got.Groups[0].Head != "" {
		t.Errorf("three columns in one group stand as %+v", got)
	}
	wide := scorecard()
	wide.Fine = true
	if got := tableOf(wide); got.Cards || got.Class != "fine" {
		t.Errorf("a table of the appendix stands as cards %v in class %q", got.Cards, got.Class)
	}
}

func TestStringsOfStylesHoldAnything(t *testing.T) {
	if got, want := cssString("Draft · \"a\\b\" </style>\n9"), `"Draft \b7  \22 a\5c b\22  \3c \2f style\3e \a 9"`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestAnchorsStayApart(t *testing.T) {
	seen := map[string]string{}
	for _, id := range []string{"A 1", "A_20_1", "A1", "A-1", "A_1", "a1", "Á1", "A 1", "A\u00a01", ""} {
		got := anchor(id)
		if other, taken := seen[got]; taken && other != id {
			t.Errorf("%q and %q are both %q", id, other, got)
		}
		if strings.ContainsFunc(got, func(r rune) bool { return r <= ' ' || r > '~' }) {
			t.Errorf("%q is no anchor", got)
		}
		seen[got] = id
	}
}

func TestDarkDrawingsTakeTheirPairs(t *testing.T) {
	var b strings.Builder
	writeDarkDrawings(&b)
	if want := `[fill="#0b3c5d"] { fill: #9ccbf0; } [stroke="#0b3c5d"] { stroke: #9ccbf0; }`; !strings.Contains(b.String(), want) {
		t.Errorf("no rule %s in\n%s", want, b.String())
	}
}

// A block that the page cannot show would otherwise be missing without a word.
func TestAnUnknownBlockIsAnError(t *testing.T) {
	v := view{Pack: &report.Pack{}, Cover: section{Blocks: []any{42}}}
	if err := page().Execute(io.Discard, v); err == nil || !strings.Contains(err.Error(), "cannot show a int") {
		t.Errorf("error is %v", err)
	}
}
