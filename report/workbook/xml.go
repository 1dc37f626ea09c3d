package workbook

import (
	"bufio"
	"encoding/xml"
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
	d    *xml.Decoder
	open []string // names of the elements around the present place
}

func newPart(r io.Reader) *part { return &part{d: xml.NewDecoder(bufio.NewReaderSize(r, 1<<16))} }

// next is the next token, with the nesting checked.
func (p *part) next() (xml.Token, error) {
	token, err := p.d.RawToken()
	if err == io.EOF && len(p.open) > 0 {
		return nil, errors.New("the part breaks off")
	}
	if err != nil {
		return nil, err
	}
	switch t := token.(type) {
	case xml.StartElement:
		if len(p.open) == maxNesting {
			return nil, errors.New("elements stand too deep within each other")
		}
		p.open = append(p.open, t.Name.Local)
	case xml.EndElement:
		if len(p.open) == 0 || p.open[len(p.open)-1] != t.Name.Local {
			return nil, fmt.Errorf("the element %s is closed where it is not open", t.Name.Local)
		}
		p.open = p.open[:len(p.open)-1]
	case xml.Directive:
		return nil, errors.New("the part defines a document type, which no workbook needs")
	}
	return token, nil
}

// each calls visit for every element directly within the present one, and
// returns when the present one ends. What visit leaves unread is passed over.
func (p *part) each(visit func(e xml.StartElement) error) error {
	depth := len(p.open)
	for {
		token, err := p.next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if err := visit(t); err != nil {
				return err
			}
			if err := p.leave(depth); err != nil {
				return err
			}
		case xml.EndElement:
			if len(p.open) < depth {
				return nil
			}
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

// text is the characters of the present element, read to its end.
func (p *part) text() (string, error) {
	depth := len(p.open)
	all := ""
	for len(p.open) >= depth {
		token, err := p.next()
		if err != nil {
			return "", err
		}
		if chars, ok := token.(xml.CharData); ok {
			all += string(chars) // one run, but for a comment or a CDATA section
		}
	}
	return all, nil
}

// attribute is the value of the attribute of that name, whatever its prefix;
// empty when it is absent.
func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// flag reads an attribute that says yes or no.
func flag(e xml.StartElement, name string) bool {
	yes, _ := strconv.ParseBool(attribute(e, name))
	return yes
}
