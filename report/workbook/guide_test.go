package workbook

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"panelpack/report"
)

// A guideTable is one table of docs/workbooks.md.
type guideTable struct {
	heads []string
	rows  [][]string
	said  []string // the list beneath it
}

// guideTables reads the tables of the guide, each with the list that follows
// it.
func guideTables(t *testing.T) []guideTable {
	t.Helper()
	text, err := os.ReadFile("../../docs/workbooks.md")
	if err != nil {
		t.Fatal(err)
	}
	return tablesIn(string(text))
}

// tablesIn reads the tables of a page.
func tablesIn(text string) []guideTable {
	var tables []guideTable
	open := false
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		inner, isRow := strings.CutPrefix(line, "|")
		switch fact, isFact := strings.CutPrefix(line, "- "); {
		case isRow && strings.HasPrefix(inner, "---"):
		case isRow && !open:
			tables, open = append(tables, guideTable{heads: cellsOf(inner)}), true
		case isRow:
			last := &tables[len(tables)-1]
			last.rows = append(last.rows, cellsOf(inner))
		case isFact && len(tables) > 0:
			tables[len(tables)-1].said = append(tables[len(tables)-1].said, fact)
		default:
			open = false
		}
	}
	return tables
}

func cellsOf(row string) []string {
	var cells []string
	for cell := range strings.SplitSeq(strings.TrimSuffix(row, "|"), "|") {
		cells = append(cells, strings.TrimSpace(cell))
	}
	return cells
}

// TestGuidePicturesAreRead reads every picture of a sheet in the guide, and
// looks for what the guide says is read from it.
func TestGuidePicturesAreRead(t *testing.T) {
	pictures := 0
	for _, table := range guideTables(t) {
		if len(table.heads) < 2 || table.heads[1] != "A" {
			continue
		}
		pictures++
		book := "sheet " + table.heads[0] + "\n"
		for _, row := range table.rows {
			book += row[0] + ": " + strings.Join(row[1:], " | ") + "\n"
		}
		sub := readText(t, book)
		read := guideFacts(sub)
		if len(table.said) == 0 {
			t.Errorf("nothing is said of the picture of %s", table.heads[0])
		}
		for _, fact := range table.said {
			if !slices.Contains(read, fact) {
				t.Errorf("%s: %q is not read, but\n%s", table.heads[0], fact, strings.Join(read, "\n"))
			}
		}
		for _, f := range sub.Findings {
			if f.Severity == report.Error {
				t.Errorf("%s: %v", table.heads[0], f)
			}
		}
	}
	if pictures < 8 {
		t.Errorf("only %d pictures were found", pictures)
	}
}

// guideFacts is every figure read, as the guide writes it, by ref and by name.
func guideFacts(sub *report.Submission) []string {
	var all []string
	for _, s := range sub.Series {
		for _, o := range s.Observations {
			fact := ", " + o.Period.Words() + ": " + figureWords(s.Metric.Unit, o.Actual)
			if o.Target.Known() {
				fact += ", target " + o.Target.Words(s.Metric.Unit)
			}
			all = append(all, s.Metric.Ref+fact, s.Metric.Name+fact)
		}
	}
	return all
}

// TestGuideWordsAreKnown holds the lists of words in the guide to words.txt.
func TestGuideWordsAreKnown(t *testing.T) {
	w := newWords()
	if err := w.readWords(embeddedWords); err != nil {
		t.Fatal(err)
	}
	means := map[string]func(phrase string) string{
		"inspect says": func(p string) string {
			return useWords[w.meaning("heading", p)+w.meaning("figure", p)]
		},
		"unit": func(p string) string {
			kind, known := unitKinds[w.meaning("unit", p)]
			if !known {
				return "no unit"
			}
			return kind.String()
		},
		"good is": func(p string) string { return w.polarity(p).String() },
		"reason": func(p string) string {
			f, _ := w.textFigure(p)
			return f.State.String()
		},
		"written": func(p string) string {
			r, _ := readPeriod(p)
			return r.Period.Words()
		},
		"target": func(p string) string {
			g, _ := w.readGoal(cell{kind: text, text: p})
			return target(g, 0).Words(report.Unit{Kind: report.Percent})
		},
	}
	checked := 0
	for _, table := range guideTables(t) {
		mean, ok := means[table.heads[0]]
		if !ok {
			continue
		}
		for _, row := range table.rows {
			meaning, phrases := row[0], strings.Split(row[1], ", ")
			if table.heads[1] == "read as" {
				meaning, phrases = row[1], row[:1]
			}
			for _, phrase := range phrases {
				checked++
				if phrase == "a blank" {
					phrase = ""
				}
				if got := mean(phrase); got != meaning {
					t.Errorf("the guide says that %q is %q, and it is %q", phrase, meaning, got)
				}
			}
		}
	}
	if checked < 150 {
		t.Errorf("only %d words were found", checked)
	}
}

// TestGuideHasEveryMark: no cell is read as a missing figure by a mark that the
// guide does not name.
func TestGuideHasEveryMark(t *testing.T) {
	said := map[string]bool{}
	for _, table := range guideTables(t) {
		if table.heads[0] == "reason" {
			for _, row := range table.rows {
				for mark := range strings.SplitSeq(row[1], ", ") {
					said[plain(mark)] = true
				}
			}
		}
	}
	for mark := range embedded(t).groups["missing"] {
		if !said[mark] {
			t.Errorf("the guide does not name the mark %q", mark)
		}
	}
}

// TestGuidePercentages reads the percentages of the guide in their formats.
func TestGuidePercentages(t *testing.T) {
	for _, table := range guideTables(t) {
		if table.heads[0] != "the cell holds" {
			continue
		}
		for _, row := range table.rows {
			sub := readText(t, "sheet Scorecard\n1: Ref | Metric | Unit | Aug-22 | Sep-22\n2: A | A | % | _ | "+row[0]+" {"+row[1]+"}")
			if got := figuresOf(report.Unit{Kind: report.Percent}, sub.Series[0].Observations[1]); got != row[2] {
				t.Errorf("%s under %s is %s, want %s", row[0], row[1], got, row[2])
			}
		}
		return
	}
	t.Error("the guide has no table of percentages")
}

// TestGuideNamesTheSheets: each sheet that the guide gives a task has it, with
// the headings that the guide names.
func TestGuideNamesTheSheets(t *testing.T) {
	w := newWords()
	if err := w.readWords(embeddedWords); err != nil {
		t.Fatal(err)
	}
	heading := regexp.MustCompile(`[A-Z][a-zA-Z ]*$|[A-Z][a-zA-Z ]*(?:,)`)
	for _, table := range guideTables(t) {
		if table.heads[0] != "sheet" {
			continue
		}
		for _, row := range table.rows {
			task := w.meaning("sheet", row[0])
			if task == "" || task == "nothing" {
				t.Errorf("a sheet %s has no task", row[0])
			}
			group := task
			if task == "pack" {
				group = "detail"
			}
			for _, label := range heading.FindAllString(row[1], -1) {
				label = strings.TrimSuffix(label, ",")
				if w.meaning(group, label)+w.meaning("heading", label) == "" {
					t.Errorf("the sheet %s has no heading %s", row[0], label)
				}
			}
		}
	}
}
