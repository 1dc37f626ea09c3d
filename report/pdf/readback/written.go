package readback

import (
	"regexp"
	"strings"
)

// badlyWritten are figures that are not written as a pack writes them, each
// with nothing but spaces around it.
var badlyWritten = []struct {
	look, but *regexp.Regexp
	why       string
}{
	{look: regexp.MustCompile(`^-£?\d`), why: "has a hyphen for a minus"},
	{look: regexp.MustCompile(`^[−-]?£?[\d,.]+%?-£?[\d,.]+%?$`), but: regexp.MustCompile(`^\d{4}(-\d\d){1,2}$`),
		why: "has a hyphen between figures, not a dash"},
	{look: regexp.MustCompile(`^[−-]?£?\d{4,}(\.\d+)?%?$`), but: regexp.MustCompile(`^(19|20)\d\d$`),
		why: "has no separators of thousands"},
}

// parted is a number with a space between it and its unit; a ref before a name
// that begins with % is no number.
var parted = regexp.MustCompile(`(?:^|[\s(])([\d,.]*\d[ \x{a0}]%|£[ \x{a0}]\d)`)

// writtenFigures finds figures that are not written as a pack writes them. What
// the service says in its commentary is its own, and so is what stands first in
// a row.
func writtenFigures(elements []Element) []string {
	var faults []string
	for _, e := range elements {
		if e.Service || e.isCell() && e.Cell == 0 {
			continue
		}
		said := []string{e.Text()}
		if e.Role == "Figure" {
			for _, w := range e.Words {
				said = append(said, w.Text)
			}
		}
		for _, text := range said {
			if found := parted.FindStringSubmatch(text); found != nil {
				faults = append(faults, e.fault("parts a number from its unit: %q", found[1]))
			}
			for _, bad := range e.badly(text) {
				faults = append(faults, e.fault("%s", bad))
			}
		}
	}
	return faults
}

// badly is what is written badly in text, which e says. A year or a date is no
// figure, but where it is all that a cell says.
func (e Element) badly(text string) []string {
	var faults []string
	for _, token := range strings.Fields(text) {
		token = strings.Trim(token, "()[]“”‘’.,;:?!")
		for _, bad := range badlyWritten {
			excused := bad.but != nil && bad.but.MatchString(token) && !(e.isCell() && token == text)
			if bad.look.MatchString(token) && !excused {
				faults = append(faults, bad.why+": "+token)
			}
		}
	}
	return faults
}
