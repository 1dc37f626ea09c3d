package mapping

// Written is the [workbook] table as it is written. Its shape is the reference
// for docs/mapping.md, where each setting is explained.
type Written struct {
	Scale     string                         `toml:"scale"`
	Years     string                         `toml:"years"`
	Periods   []string                       `toml:"periods"`
	SavedOnly bool                           `toml:"saved_only"`
	Words     map[string]map[string][]string `toml:"words"`
	Metric    []writtenMetric                `toml:"metric"`
	Sheet     []writtenSheet                 `toml:"sheet"`
}

type writtenMetric struct {
	Ref         string   `toml:"ref"`
	Name        string   `toml:"name"`
	Section     string   `toml:"section"`
	Also        []string `toml:"also"`
	Unit        string   `toml:"unit"`
	Polarity    string   `toml:"polarity"`
	Scale       string   `toml:"scale"`
	Target      string   `toml:"target"`
	FinalTarget string   `toml:"final_target"`
}

type writtenSheet struct {
	Name   string         `toml:"name"`
	Read   string         `toml:"read"`
	Hidden bool           `toml:"hidden"`
	Table  []writtenTable `toml:"table"`
}

type writtenTable struct {
	Periods    string            `toml:"periods"`
	Headings   string            `toml:"headings"`
	Columns    string            `toml:"columns"`
	Last       string            `toml:"last"`
	Ignore     string            `toml:"ignore"`
	Skip       []string          `toml:"skip"`
	SkipHidden bool              `toml:"skip_hidden"`
	Repeat     bool              `toml:"repeat"`
	Period     string            `toml:"period"`
	Year       string            `toml:"year"`
	Metric     string            `toml:"metric"`
	Section    string            `toml:"section"`
	Metrics    string            `toml:"metrics"`
	Group      []string          `toml:"group"`
	Suffix     map[string]string `toml:"suffix"`
	Column     []writtenColumn   `toml:"column"`
}

type writtenColumn struct {
	At      string   `toml:"at"`
	Heading string   `toml:"heading"`
	Holds   string   `toml:"holds"`
	Period  string   `toml:"period"`
	Keep    []string `toml:"keep"`
	Fill    bool     `toml:"fill"`
}
