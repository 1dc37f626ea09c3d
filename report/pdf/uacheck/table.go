package uacheck

import (
	"slices"

	"panelpack/report/pdf/object"
)

// grid is a table laid out: the cell at each row and column.
type grid struct {
	cells   [][]*node
	overlap bool
}

// checkTable judges a table's parts, the shape of its grid, and whether its
// data cells know their headers.
func (c *checker) checkTable(t *node) {
	parts := map[string]int{}
	var all []*node
	for _, k := range t.kids {
		parts[k.role]++
		switch k.role {
		case "TR":
			all = append(all, k)
		case "THead", "TBody", "TFoot":
			all = append(all, k.kids...)
		}
	}
	for _, p := range []struct {
		role, twice, bodiless string
	}{{"THead", "7.2-11", "7.2-14"}, {"TFoot", "7.2-12", "7.2-13"}} {
		part := (&node{role: p.role}).words()
		if parts[p.role] > 1 {
			c.ua(p.twice, t.page, "a table has more than %s", part)
		}
		if parts[p.role] > 0 && parts["TBody"] == 0 {
			c.ua(p.bodiless, t.page, "a table has %s and no body", part)
		}
	}
	g := c.layOut(all)
	c.checkGrid(t, g)
	c.checkHeaders(t, g)
}

// largestGrid is how many places of one table are looked at: no table that a
// person made has as many, and spans could make a small file take for ever.
const largestGrid = 1 << 20

// layOut puts the cells of rows in their places.
func (c *checker) layOut(rows []*node) grid {
	g := grid{cells: make([][]*node, len(rows))}
	places := 0
	for y, row := range rows {
		x := 0
		for _, cell := range row.kids {
			if cell.role != "TH" && cell.role != "TD" {
				continue
			}
			for x < len(g.cells[y]) && g.cells[y][x] != nil {
				x++
			}
			wide, high := c.span(cell, "ColSpan"), c.span(cell, "RowSpan")
			if places += wide * high; places > largestGrid {
				return g
			}
			for below := y; below < y+high && below < len(rows); below++ {
				for right := x; right < x+wide; right++ {
					for right >= len(g.cells[below]) {
						g.cells[below] = append(g.cells[below], nil)
					}
					if g.cells[below][right] != nil {
						g.overlap = true
					}
					g.cells[below][right] = cell
				}
			}
			x += wide
		}
	}
	return g
}

// checkGrid judges whether the cells of a table fill a rectangle.
func (c *checker) checkGrid(t *node, g grid) {
	if g.overlap {
		c.ua("7.2-15", t.page, "two cells of a table are in one place")
		return
	}
	if len(g.cells) == 0 {
		return
	}
	width := len(g.cells[0])
	for y, row := range g.cells {
		if slices.Contains(row, nil) || len(row) != width {
			c.ua("7.2-42", t.page, "a table has %d columns in row 1 and %d in row %d", width, len(row), y+1)
			return
		}
		for _, cell := range row {
			if first := slices.Index(row, cell); first >= 0 && y+c.span(cell, "RowSpan") > len(g.cells) && (y == 0 || g.cells[y-1][first] != cell) {
				c.ua("7.2-41", t.page, "a cell of a table reaches below its last row")
				return
			}
		}
	}
}

// checkHeaders judges whether the data cells of a table know their headers: by
// the cells that they name, or by header cells with a scope.
func (c *checker) checkHeaders(t *node, g grid) {
	var headers, unscoped int
	ids := map[string]bool{}
	seen := map[*node]bool{}
	for _, row := range g.cells {
		for _, cell := range row {
			if cell == nil || seen[cell] {
				continue
			}
			seen[cell] = true
			if cell.role == "TH" {
				headers++
				ids[c.text(cell.dict["ID"])] = true
				if c.scope(cell) == "" {
					unscoped++
				}
			}
		}
	}
	if headers == 0 && len(seen) > 0 {
		c.ua("table-headers", t.page, "a table has no header cells")
		return
	}
	if unscoped == 0 {
		return
	}
	for cell := range seen {
		if cell.role != "TD" {
			continue
		}
		named := c.list(c.attribute(cell, "Table", "Headers"))
		switch {
		case slices.ContainsFunc(named, func(id object.Object) bool { return !ids[c.text(id)] }):
			c.ua("7.5-2", t.page, "a table cell names a header that is not there")
		case len(named) == 0:
			c.ua("7.5-1", t.page, "a header cell does not say whether it heads its row or its column")
		}
	}
}

// scope is the direction of a header cell, "" when it has none.
func (c *checker) scope(n *node) object.Name {
	s, _ := c.attribute(n, "Table", "Scope").(object.Name)
	if s == "Row" || s == "Column" || s == "Both" {
		return s
	}
	return ""
}
