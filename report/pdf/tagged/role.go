package tagged

// Role is what an element is, by its name in PDF 1.7 (ISO 32000-1, 14.8.4).
type Role string

// The roles that a document may use. Headings are opened by [Doc.Heading] and
// links by [Doc.Link]; the root is there from the start.
const (
	Document  Role = "Document"
	Sect      Role = "Sect"
	P         Role = "P"
	H1        Role = "H1"
	H2        Role = "H2"
	H3        Role = "H3"
	L         Role = "L"
	LI        Role = "LI"
	Lbl       Role = "Lbl"
	LBody     Role = "LBody"
	TOC       Role = "TOC"
	TOCI      Role = "TOCI"
	Reference Role = "Reference"
	Link      Role = "Link"
	Table     Role = "Table"
	THead     Role = "THead"
	TBody     Role = "TBody"
	TR        Role = "TR"
	TH        Role = "TH"
	TD        Role = "TD"
	Caption   Role = "Caption"
	Figure    Role = "Figure"
	Span      Role = "Span"
	Note      Role = "Note"
)

// Kind is why something is painted that is not content (ISO 32000-1, 14.8.2.2).
type Kind string

// The kinds of decoration.
const (
	Layout     Kind = "Layout"     // rules, fills and borders
	Pagination Kind = "Pagination" // running heads, page numbers, repeated table heads
	Background Kind = "Background" // what lies behind a whole page
)
