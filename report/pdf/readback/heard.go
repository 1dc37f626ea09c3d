package readback

// Saying is what one element of a file's structure says by itself: its words
// with those of spans and links within it, or the words that stand for a
// figure.
type Saying struct {
	Role  string // "P", "H2", "TD"
	Words string // without spaces around them
}

// Heard is what a reader that cannot see hears of a file, in order. Elements
// that say nothing are left out.
func Heard(pdf []byte) ([]Saying, error) {
	elements, err := Elements(pdf)
	if err != nil {
		return nil, err
	}
	var said []Saying
	for _, e := range elements {
		said = append(said, Saying{e.Role, e.Text()})
	}
	return said, nil
}
