package workbook

import (
	"strings"
	"time"

	"panelpack/report"
	"panelpack/report/mapping"
)

// readParts is the period that the parts of a pattern make; nothing where they
// make none, such as two years that do not follow each other.
func readParts(parts map[string]string) reading {
	var r reading
	switch {
	case parts[mapping.PartMonth] != "":
		r.Month = time.Month(atoi(parts[mapping.PartMonth]))
	case parts[mapping.PartMonthOfYear] != "":
		r.Month = time.Month((atoi(parts[mapping.PartMonthOfYear])+2)%12 + 1) // the first is April
	case parts[mapping.PartQuarter] != "":
		r.Quarter = atoi(parts[mapping.PartQuarter])
	}
	var year report.Period
	switch {
	case parts[mapping.PartYears] != "":
		digits := strings.NewReplacer(" ", "", "/", "", "–", "", "-", "").Replace(parts[mapping.PartYears])
		cut := len(digits) - 2
		if len(digits) == 8 {
			cut = 4
		}
		if year = financialYear(digits[:cut], digits[cut:]).Period; year.IsZero() {
			return reading{}
		}
	case parts[mapping.PartYear] != "" && parts[mapping.PartMonthOfYear]+parts[mapping.PartQuarter] != "":
		year = report.FinancialYearOf(atoi(fullYear(parts[mapping.PartYear])))
	case parts[mapping.PartYear] != "":
		year = report.CalendarYearOf(atoi(fullYear(parts[mapping.PartYear])))
	}
	switch {
	case year.IsZero():
		return r
	case r.needsYear():
		return reading{Period: r.in(year)}
	}
	return reading{Period: year}
}
