package report

// Pack is the finished report, for any renderer: what it says, in order and
// in words, with the assessed figures that the words came from. A renderer
// lays out Sections and judges nothing; the record is written from Assessed
// and Commentary.
type Pack struct {
	Title      string // "Children's services performance pack"
	Program    string // "panelpack 0.1.0"
	Date       Date   // of the document
	Draft      bool
	Sheet      bool // its sections stand by themselves, without a cover and contents
	House      House
	Head       string // at the head of every page: the council's name, or what its house style has there
	Mark       string // at the head of every page: "Draft · Sample: illustrative figures"
	CoverMark  string // at the head of the cover: "Draft · 12 of 38 commentaries to come · Sample: illustrative figures"
	Footer     string // at the foot of every page, before its number
	SourceLine string // at the foot of the cover: the workbook, its hash and the program
	Assessed   *Assessed
	Commentary map[string]Commentary // by metric ref; every metric has an entry
	Sections   []Section
	Attached   []Attachment // files within the PDF; other editions leave them out
	Findings   []Finding    // everything an officer should look at
}

// Attachment is a file that goes with a pack inside its PDF. All of it must be
// said.
type Attachment struct {
	Name      string // "figures.csv"
	MediaType string // "text/csv"
	Words     string // what it is, for a reader's list of attachments
	Data      []byte
}

// Commentary is what the service says of one metric, or the place for it.
type Commentary struct {
	Metric   string
	Owner    string
	Supplied bool
	Heading  string        // "Commentary · Head of Front Door"
	Body     []Block       // when supplied: only Paragraph and List
	Prompts  []string      // when not: what it should answer
	Source   string        // file and cell or line, when supplied
	Text     string        // as sent, when supplied; empty where it may name a person
	SHA256   string        // of the text as sent, when supplied
	Figures  []FigureCheck // every figure in it, in order
}

// FigureCheck is one figure of a commentary held against the data.
type FigureCheck struct {
	Text    string // as written: "4%"
	Verdict Verdict
	Against string // what the data has: "September 2022 is 6.2%; 4% was March 2021"; empty where nothing
}

// Verdict is what the data says of a figure in a commentary.
type Verdict uint8

// The verdicts. The zero Verdict is NotFound: nothing in the data speaks for
// the figure or against it.
const (
	NotFound Verdict = iota
	Confirmed
	Contradicted
)

var verdictKeys = [...]string{NotFound: "not_found", Confirmed: "confirmed", Contradicted: "contradicted"}

// Key is the verdict for machines: "not_found".
func (v Verdict) Key() string { return verdictKeys[v] }

// Earlier is what the record of an earlier pack tells of it.
type Earlier struct {
	Source     Source
	Rulebook   Source // what it was rated by; empty where its record does not tell
	Period     Period
	Commentary map[string]string // by metric ref: the text as it was sent
	Metrics    []EarlierMetric   // in the earlier pack's order
}

// Section is a part of the pack with a heading of the first rank. The first
// section is the cover; a renderer adds the contents after it.
type Section struct {
	ID        string // its anchor
	Title     string
	Subtitle  string // beneath the title; empty for none
	Continues bool   // may start on the page of the section before
	Blocks    []Block
}

// Block is one piece of a section. The set of blocks is closed.
type Block interface{ block() }

// Heading is a heading of rank 2 or 3 within a section.
type Heading struct {
	Rank int
	ID   string // anchor; may be empty
	Text string
}

// Paragraph is running text. Small is for notes beneath a table or chart.
type Paragraph struct {
	Text  Text
	Small bool
}

// List is a list of points, numbered when Numbered.
type List struct {
	Numbered bool
	First    int // number of the first point, where others of the list stand elsewhere; 0 for 1
	Items    []Text
}

// DetailList is labels with their values, as on a cover.
type DetailList struct {
	Rows []Detail
}

// Detail is one label with its value and a remark set quieter beside it.
type Detail struct {
	Label  string
	Value  string
	Strong bool
	Remark string
}

// RatingBar is the counts as a bar of their shares.
type RatingBar struct {
	Title  string
	Counts Counts
	Alt    string
}

// Legend explains each rating mark.
type Legend struct {
	Bands []Band
}

// Figures is many small tables, set in columns where there is room.
type Figures struct {
	Tables []Table
}

// Align says how a table column is set.
type Align uint8

// The alignments.
const (
	Left Align = iota
	Right
)

// Column is one column of a Table. Weight is its share of the width left over
// by columns that need only as much as their widest word; 0 for those.
type Column struct {
	Head   string
	Align  Align
	Weight float64
	Strong bool
	Pages  bool // holds page numbers, and is left out where there are no pages
}

// Table is figures or words in rows. Fine is for the appendix, where type may
// be smaller.
type Table struct {
	ID      string
	Caption string
	Link    string // where the caption leads, as in a Span; empty for nowhere
	Columns []Column
	Rows    []Row
	Fine    bool
}

// Row is one row of a Table. A row with a Group is a heading across the table
// and has no cells; Total sets the row apart.
type Row struct {
	Group string
	ID    string // anchor; may be empty
	Total bool
	Cells []TableCell
}

// TableCell is one cell of a Table: text, or one of the marks.
type TableCell struct {
	Text   Text
	Rating *Rating     // the mark and word of a rating
	Spark  *Assessment // a small chart of the last year
	Page   string      // the page of this anchor, where there are pages
}

// MetricPanel is the half page of one metric: heading, rating, figure, facts,
// chart and commentary.
type MetricPanel struct {
	Assessment *Assessment
	Commentary Commentary
	Links      Text // to the table of the metric's figures
}

func (Heading) block()     {}
func (Paragraph) block()   {}
func (List) block()        {}
func (DetailList) block()  {}
func (RatingBar) block()   {}
func (Legend) block()      {}
func (Table) block()       {}
func (Figures) block()     {}
func (MetricPanel) block() {}
