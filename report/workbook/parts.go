package workbook

import (
	"cmp"
	"fmt"
	"path"
	"strings"

	"panelpack/report"
)

// readGrids reads every sheet of a workbook, in the workbook's order. An error
// is for people, and names the sheet and row at which the file is damaged.
func readGrids(name string, data []byte) ([]*grid, error) {
	c, err := open(name, data)
	if err != nil {
		return nil, err
	}
	book, err := c.readBook()
	if err == nil {
		var grids []*grid
		if grids, err = c.readSheets(book); err == nil {
			return grids, nil
		}
	}
	return nil, &report.Failure{
		Message: fmt.Sprintf("%s cannot be read: %v", baseName(name), err),
		Hint:    "open it in Excel and save it again; if Excel offers to repair it, check the figures afterwards",
	}
}

// book is what the workbook's own part says of its sheets.
type book struct {
	system1904 bool
	sheets     []bookSheet
	links      map[string]link // by relationship id
}

type bookSheet struct {
	name, link string
	hidden     bool
}

type link struct{ kind, part string }

func (c *container) readBook() (*book, error) {
	main, err := c.mainPart()
	if err != nil {
		return nil, err
	}
	b := &book{}
	err = c.walk(main, func(p *part, e element) error {
		switch string(e.name) {
		case "workbookPr":
			b.system1904 = e.flag("date1904")
		case "sheets":
			return p.each(func(e element) error {
				if len(b.sheets) == maxSheets {
					return errTooMany(maxSheets, "sheets")
				}
				state := string(e.attr("state"))
				b.sheets = append(b.sheets, bookSheet{
					name: string(e.attr("name")), link: relationship(e), hidden: state == "hidden" || state == "veryHidden",
				})
				return nil
			})
		}
		return nil
	})
	if err == nil {
		b.links, err = c.readLinks(main)
	}
	return b, err
}

// relationship is the id attribute that has a prefix; sheetId has none.
func relationship(e element) string {
	for _, a := range e.attributes {
		if a.prefixed && string(a.name) == "id" {
			return string(a.value)
		}
	}
	return ""
}

// mainPart finds the workbook by its content type, so that a broken list of
// relationships does not matter; a file that gives that type to no part of its
// own has it under the usual name.
func (c *container) mainPart() (string, error) {
	main := "/xl/workbook.xml"
	err := c.walk("[Content_Types].xml", func(p *part, e element) error {
		kind := string(e.attr("ContentType"))
		if strings.HasSuffix(kind, ".main+xml") && (strings.Contains(kind, "sheet") || strings.Contains(kind, "excel")) {
			main = cmp.Or(string(e.attr("PartName")), main)
		}
		return nil
	})
	return main, err
}

// readLinks reads which part each relationship of a part leads to.
func (c *container) readLinks(of string) (map[string]link, error) {
	links := map[string]link{}
	dir, base := path.Split(partName(of))
	err := c.walk(dir+"_rels/"+base+".rels", func(p *part, e element) error {
		if len(links) == maxLinks {
			return errTooMany(maxLinks, "parts")
		}
		target := strings.ReplaceAll(string(e.attr("Target")), `\`, "/")
		if !strings.HasPrefix(target, "/") {
			target = dir + target
		}
		links[string(e.attr("Id"))] = link{kind: path.Base(string(e.attr("Type"))), part: target}
		return nil
	})
	return links, err
}

// walk visits the elements within the root of a part.
func (c *container) walk(name string, visit func(p *part, e element) error) error {
	return c.read(name, func(p *part) error {
		return p.each(func(element) error {
			return p.each(func(e element) error { return visit(p, e) })
		})
	})
}

// read opens a part and says of every error in it which part it is.
func (c *container) read(name string, do func(p *part) error) error {
	r, err := c.reader(name)
	if err != nil {
		return err
	}
	defer r.Close()
	if err := do(newPart(r)); err != nil {
		return fmt.Errorf("%s: %w", path.Base(name), err)
	}
	return nil
}

func (c *container) readSheets(b *book) ([]*grid, error) {
	reader := newCellReader()
	reader.system1904 = b.system1904
	err := b.eachPart(c, "sharedStrings", reader.readStrings)
	if err == nil {
		err = b.eachPart(c, "styles", func(p *part) (err error) { reader.formats, err = readFormats(p); return err })
	}
	if err != nil {
		return nil, err
	}
	var grids []*grid
	for _, s := range b.sheets {
		l := b.links[s.link]
		if l.kind != "worksheet" {
			continue // a sheet that is a chart or an old macro holds no cells
		}
		g := &grid{Name: s.name, Hidden: s.hidden}
		err := c.read(l.part, func(p *part) error { return reader.read(p, g) })
		if err != nil {
			return nil, fmt.Errorf("sheet %q: %w", s.name, err)
		}
		grids = append(grids, g)
	}
	return grids, nil
}

// eachPart reads the parts of one kind that the workbook leads to.
func (b *book) eachPart(c *container, kind string, do func(p *part) error) error {
	for _, l := range b.links {
		if l.kind != kind {
			continue
		}
		if err := c.read(l.part, do); err != nil {
			return err
		}
	}
	return nil
}
