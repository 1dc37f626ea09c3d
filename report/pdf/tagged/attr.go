package tagged

// Attr says one thing about an element when it is opened.
type Attr func(*attributes)

// Axis is the direction in which a header cell speaks.
type Axis string

// The axes of a header cell's [Scope].
const (
	Row    Axis = "Row"
	Column Axis = "Column"
	Both   Axis = "Both"
)

// attributes is all that can be said of an element. Zero values are unsaid.
type attributes struct {
	scope            Axis
	colSpan, rowSpan int
	alt, actual      string
	expansion        string
	numbering        string
	id, lang         string
	box              *Rect
}

// unsaid is what is said of most elements: nothing.
var unsaid attributes

// Scope says which cells a TH heads. Every TH needs one.
func Scope(a Axis) Attr { return func(t *attributes) { t.scope = a } }

// ColSpan says how many columns a cell covers; unsaid is one.
func ColSpan(n int) Attr { return func(t *attributes) { t.colSpan = n } }

// RowSpan says how many rows a cell covers; unsaid is one.
func RowSpan(n int) Attr { return func(t *attributes) { t.rowSpan = n } }

// Alt gives the words that stand for what cannot be read, such as a chart. Every
// Figure needs it or [ActualText].
func Alt(s string) Attr { return func(t *attributes) { t.alt = s } }

// ActualText gives the exact text that the content shows, where its characters
// do not spell it.
func ActualText(s string) Attr { return func(t *attributes) { t.actual = s } }

// Expansion spells out an abbreviation: "assessed and supported year in
// employment" for ASYE.
func Expansion(s string) Attr { return func(t *attributes) { t.expansion = s } }

// BBox gives the area that a Figure covers. Every Figure needs one.
func BBox(r Rect) Attr { return func(t *attributes) { t.box = &r } }

// ListNumbering says what the labels of a list are: None, Disc, Circle, Square,
// Decimal, UpperRoman, LowerRoman, UpperAlpha or LowerAlpha. A list whose items
// have labels needs it.
func ListNumbering(s string) Attr { return func(t *attributes) { t.numbering = s } }

// ID names an element. It must be the only one of that name; every Note needs
// one.
func ID(s string) Attr { return func(t *attributes) { t.id = s } }

// Lang gives the language of an element, such as "cy", where it is not the
// document's.
func Lang(s string) Attr { return func(t *attributes) { t.lang = s } }
