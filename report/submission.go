package report

// Details is who the pack is for, as the workbook or council.toml declares
// it. What nobody declared is empty, and is left blank on the cover.
type Details struct {
	Council    string
	Panel      string
	Title      string // of the pack; empty for the rulebook's
	Meeting    Date
	Period     Period // the reporting period declared, if any
	ReportOf   string
	Contact    string // whom to ask about the pack; may be empty
	StatusNote string // printed on every page, such as "Sample: illustrative figures"
}

// How many letters a text may have: of the details about as many as are read on a
// cover, and of the status note as many as stand at the head of every page.
const (
	MostLetters = 200
	MostInNote  = 80
	MostInLabel = 300  // of names and labels, which stand in tables and on charts
	MostInProse = 2000 // of definitions, findings and notes
)

// Source names a file that a pack was made from, and its SHA-256 in
// hexadecimal.
type Source struct {
	File   string // base name
	SHA256 string
}

// Event is something that happened on a known day, to be marked on charts.
type Event struct {
	Period  Period // a month or a day
	Label   string
	Metrics []string // refs; empty for all metrics
	Cell    Cell
}

// Concerns reports whether e is to be marked on the chart of metric ref.
func (e Event) Concerns(ref string) bool {
	if len(e.Metrics) == 0 {
		return true
	}
	for _, m := range e.Metrics {
		if m == ref {
			return true
		}
	}
	return false
}

// InspectionFinding is what inspectors found, and the metrics that follow it.
type InspectionFinding struct {
	ID        string
	Inspected Period
	Area      string
	Judgement string
	Finding   string
	Metrics   []string // refs
	Cell      Cell
}

// CommentaryEntry is commentary as somebody sent it, not yet checked or laid
// out.
type CommentaryEntry struct {
	Metric string // ref
	Owner  string // a role; empty for the metric's owner
	Text   string // as written; a blank line parts paragraphs
	File   string
	Cell   Cell // where, in a workbook
	Line   int  // where, in a text file
}

// Submission is all that was read from one workbook.
type Submission struct {
	Source      Source
	Details     Details
	Series      []Series // in the workbook's order
	Events      []Event
	Inspections []InspectionFinding
	Commentary  []CommentaryEntry
	Latest      Date // the latest day that a figure in the workbook belongs to, forecasts apart
	Findings    []Finding
}

// ReportingPeriod is the period that a pack of s is about: the one declared,
// or else the latest for which at least half of the metrics have an actual.
// It is the zero Period where there is none.
func (s *Submission) ReportingPeriod() Period {
	if !s.Details.Period.IsZero() {
		return s.Details.Period
	}
	counts := map[Period]int{}
	var latest Period
	for _, series := range s.Series {
		for _, o := range series.Observations {
			if !o.Actual.Known() {
				continue
			}
			counts[o.Period]++
			if counts[o.Period]*2 >= len(s.Series) && o.Period.Compare(latest) > 0 {
				latest = o.Period
			}
		}
	}
	return latest
}
