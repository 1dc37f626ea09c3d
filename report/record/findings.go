package record

import (
	"encoding/json"

	"panelpack/report"
)

// Findings are findings in the names of the record, for an answer that holds
// more beside them.
type Findings []report.Finding

// MarshalJSON writes the findings as a list, which is never null.
func (f Findings) MarshalJSON() ([]byte, error) { return json.Marshal(each(f, findingOf)) }
