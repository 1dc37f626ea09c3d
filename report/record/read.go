package record

import (
	"encoding/json"
	"fmt"

	"panelpack/report"
)

// Read reads what a later pack needs to know of an earlier one from its
// record. Name is the file's, for messages.
//
// An error is a [*report.Failure]: data is no record, or one whose names this
// program does not know.
func Read(name string, data []byte) (*report.Earlier, error) {
	var p struct {
		Schema   int             `json:"schema"`
		Period   string          `json:"period"`
		Rulebook rulebook        `json:"rulebook"`
		Metrics  []earlierMetric `json:"metrics"`
	}
	refuse := func(what string) (*report.Earlier, error) {
		return nil, &report.Failure{
			Message: fmt.Sprintf("%s %s", name, what),
			Hint:    "name the file ending in .json that panelpack build made of last month's pack",
		}
	}
	if err := json.Unmarshal(data, &p); err != nil || p.Schema == 0 {
		return refuse("is not the record of a pack")
	}
	if p.Schema > Schema {
		return refuse(fmt.Sprintf("is a record of a later kind (%d) than this panelpack knows (%d)", p.Schema, Schema))
	}
	period, err := report.ParsePeriod(p.Period)
	if err != nil {
		return refuse("is the record of a pack without a period")
	}
	e := &report.Earlier{
		Source: report.Source{File: name}, Rulebook: report.Source{File: p.Rulebook.Name, SHA256: string(p.Rulebook.SHA256)},
		Period: period, Commentary: map[string]string{},
	}
	for _, m := range p.Metrics {
		e.Commentary[m.Ref] = m.Commentary.Text
		e.Metrics = append(e.Metrics, m.metric())
	}
	return e, nil
}
