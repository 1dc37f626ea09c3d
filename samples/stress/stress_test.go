package stress

import (
	"bytes"
	"fmt"
	"testing"

	"panelpack/report/workbook"
)

// Each workbook can be read, and tries what it says it does.
func TestWorkbooksAreWhatTheySay(t *testing.T) {
	metrics := map[string]int{"district": 9, "missing": 7, "red": 10, "letters": 4, "words": 5, "large": 120}
	for _, p := range All() {
		var first, second bytes.Buffer
		if err := workbook.Write(&first, p.Book()); err != nil {
			t.Fatal(err)
		}
		if err := workbook.Write(&second, p.Book()); err != nil || !bytes.Equal(first.Bytes(), second.Bytes()) {
			t.Errorf("%s: made twice it differs (%v)", p.Name, err)
		}
		sub, err := workbook.Read(p.Name+".xlsx", first.Bytes(), workbook.Options{})
		if err != nil {
			t.Errorf("%s: %v", p.Name, err)
			continue
		}
		if len(sub.Series) != metrics[p.Name] {
			t.Errorf("%s: read as %d metrics, want %d", p.Name, len(sub.Series), metrics[p.Name])
		}
		known := 0
		for _, s := range sub.Series {
			for _, o := range s.Observations {
				if o.Actual.Known() {
					known++
				}
			}
		}
		if all := len(p.periods) * len(p.metrics); p.Name != "missing" && known != all || p.Name == "missing" && known != len(p.periods) {
			t.Errorf("%s: %d figures of %d are read", p.Name, known, all)
		}
	}
}

func TestLargeIsAsLargeAsAsked(t *testing.T) {
	for _, n := range []int{1, 38, 1000} {
		p, refs := Large(n), map[string]bool{}
		for _, m := range p.metrics {
			refs[m.ref+m.name] = true
		}
		if len(p.metrics) != n || len(refs) != n {
			t.Errorf("%d metrics, %d of them different, want %s", len(p.metrics), len(refs), fmt.Sprint(n))
		}
	}
}
