package settings

import (
	"strings"

	"panelpack/report/printable"

	"github.com/pelletier/go-toml/v2/unstable"
)

// Replace gives data with text in place of the top-level table of this name and
// all tables beneath it, and every other line as it was. The remarks within that
// table stay with what they are about. Where there is no such table, text stands
// at the end. Data is one that [Read] can read, and what comes back is UTF-8.
func Replace(data []byte, table, text string) []byte {
	data = printable.UTF8(data)
	lines := strings.SplitAfter(string(data), "\n")
	runs := runsOf(data, table)
	if len(runs) == 0 {
		return []byte(strings.TrimLeft(strings.TrimRight(string(data), "\n")+"\n\n", "\n") + text)
	}
	var out, old strings.Builder
	for _, r := range runs {
		old.WriteString(strings.Join(lines[r.first-1:r.last], ""))
	}
	next := 0
	for i, r := range runs {
		out.WriteString(strings.Join(lines[next:r.first-1], ""))
		if i == 0 {
			out.WriteString(withRemarks(text, old.String()))
		}
		next = r.last
	}
	out.WriteString(strings.Join(lines[next:], ""))
	return []byte(out.String())
}

// run is lines from the first to the last, counted from 1.
type run struct{ first, last int }

// runsOf is where a table is written: several runs of lines where other tables
// stand between.
func runsOf(data []byte, table string) []run {
	var runs []run
	var p unstable.Parser
	p.Reset(data)
	inside := false
	for p.NextExpression() {
		node := p.Expression()
		keys := node.Key()
		keys.Next()
		at := p.Shape(keys.Node().Raw)
		if node.Kind != unstable.KeyValue {
			before := inside
			if inside = string(keys.Node().Data) == table; inside && !before {
				runs = append(runs, run{first: at.Start.Line})
			}
		}
		if !inside {
			continue
		}
		last := &runs[len(runs)-1].last
		*last = at.End.Line
		if node.Kind == unstable.KeyValue {
			*last = p.Shape(node.Raw).End.Line
		}
	}
	return runs
}
