package workbook

import (
	"errors"
	"fmt"
	"io"
	"strconv"
)

// part walks one XML part of the workbook, element by element. It is strict
// where a lenient reader would lose rows in silence: tags must nest and match,
// the part must be whole, and it may define no entities of its own.
//
// Prefixes are passed over, since writers differ in them and the names within
// a part do not clash.
type part struct {
	tokens *scanner
	names  []byte // of the elements around the present place, one after the other
	open   []int  // where in names each of them begins
}

func newPart(r io.Reader) *part { return &part{tokens: newScanner(r)} }

// next is the next token, with the nesting checked.
func (p *part) next() (token, error) {
	what, err := p.tokens.next()
	switch {
	case err == io.EOF && len(p.open) > 0:
		return 0, errShort
	case err != nil:
		return 0, err
	case what == opens && len(p.open) == maxNesting:
		return 0, errors.New("elements stand too deep within each other")
	case what == opens:
		p.open = append(p.open, len(p.names))
		p.names = append(p.names, p.tokens.element.name...)
	case what == closes:
		last := len(p.open) - 1
		if last < 0 || string(p.names[p.open[last]:]) != string(p.tokens.element.name) {
			return 0, fmt.Errorf("the element %.40s is closed where it is not open", p.tokens.element.name)
		}
		p.names, p.open = p.names[:p.open[last]], p.open[:last]
	}
	return what, nil
}

// each calls visit for every element directly within the present one, and
// returns when the present one ends. What visit leaves unread is passed over.
func (p *part) each(visit func(e element) error) error {
	depth := len(p.open)
	for {
		what, err := p.next()
		switch {
		case err == io.EOF:
			return nil
		case err != nil:
			return err
		case what == opens:
			if err := visit(p.tokens.element); err != nil {
				return err
			}
			if err := p.leave(depth); err != nil {
				return err
			}
		case what == closes && len(p.open) < depth:
			return nil
		}
	}
}

// leave reads on until no more than depth elements are open.
func (p *part) leave(depth int) error {
	for len(p.open) > depth {
		if _, err := p.next(); err != nil {
			return err
		}
	}
	return nil
}

// text adds the characters of the present element, read to its end, to those
// in into.
func (p *part) text(into []byte) ([]byte, error) {
	depth := len(p.open)
	for len(p.open) >= depth {
		what, err := p.next()
		if err != nil {
			return into, err
		}
		if what == chars {
			into = append(into, p.tokens.text...)
		}
	}
	return into, nil
}

// flag reads an attribute that says yes or no.
func (e element) flag(name string) bool {
	yes, _ := strconv.ParseBool(string(e.attr(name)))
	return yes
}
