package rules

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"panelpack/report"
)

// abbreviations reads what the pack's abbreviations stand for.
func (l *loader) abbreviations(b *Rulebook, written map[string]string) {
	for _, short := range slices.Sorted(maps.Keys(written)) {
		key := "abbreviations." + short
		long := strings.TrimSpace(written[short])
		switch {
		case strings.ContainsAny(short, " \t") || short == "":
			l.Wrong(key, strconv.Quote(short)+" is not one word", `write one, such as S47 = "section 47"`)
		case long == "":
			l.Wrong(key, short+" stands for nothing", "write what it stands for, or leave the line out")
		}
		b.abbreviations = append(b.abbreviations, report.Abbreviation{Short: short, Long: long})
	}
}
