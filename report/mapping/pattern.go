package mapping

import (
	"fmt"
	"regexp"
	"strings"
)

// Pattern is how a council writes periods that nobody else writes so, such as
// "P{month of year} {years}" for P06 22/23.
type Pattern struct {
	Text  string
	form  *regexp.Regexp
	parts []string // what each part of form is
}

// The parts that a pattern may have. A month or quarter without a year takes it
// from elsewhere, as other headings do.
const (
	PartMonth       = "month"         // 9 or 09, of the calendar
	PartMonthOfYear = "month of year" // 6 or 06: the sixth of the financial year
	PartQuarter     = "quarter"       // 2, of the financial year
	PartYear        = "year"          // 2022 or 22
	PartYears       = "years"         // 2022/23, 22-23 or 2223: a financial year
)

var partForms = map[string]string{
	PartMonth: `(0?[1-9]|1[0-2])`, PartMonthOfYear: `(0?[1-9]|1[0-2])`, PartQuarter: `([1-4])`,
	PartYear: `((?:19|20)\d{2}|\d{2})`, PartYears: `((?:19|20)?\d{2} ?[/–-]? ?(?:20)?\d{2})`,
}

var partText = regexp.MustCompile(`\{([^{}]*)\}`)

// ParsePattern reads a pattern. Capitals and doubled spaces do not matter in
// what it stands for.
func ParsePattern(text string) (Pattern, error) {
	p, words := Pattern{Text: text}, tidy(text)
	form, from := `(?i)^`, 0
	for _, at := range partText.FindAllStringSubmatchIndex(words, -1) {
		name := words[at[2]:at[3]]
		if partForms[name] == "" {
			return p, fmt.Errorf("%q has {%s}, which is no part of a period", text, name)
		}
		form += regexp.QuoteMeta(words[from:at[0]]) + partForms[name]
		from = at[1]
		p.parts = append(p.parts, name)
	}
	if len(p.parts) == 0 {
		return p, fmt.Errorf("%q says no period", text)
	}
	var err error
	p.form, err = regexp.Compile(form + regexp.QuoteMeta(words[from:]) + `$`)
	return p, err
}

// Read gives the parts of a label that is written by p, by their names.
func (p Pattern) Read(label string) (parts map[string]string, ok bool) {
	found := p.form.FindStringSubmatch(strings.Join(strings.Fields(label), " "))
	if found == nil {
		return nil, false
	}
	parts = map[string]string{}
	for i, name := range p.parts {
		parts[name] = found[i+1]
	}
	return parts, true
}
