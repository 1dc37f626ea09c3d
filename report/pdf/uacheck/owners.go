package uacheck

import (
	"maps"
	"slices"

	"panelpack/report/pdf/object"
)

// parentTree is the number tree that leads from content back to elements, flat.
// It is read once.
func (c *checker) parentTree() map[int]object.Object {
	if c.parents == nil {
		c.parents = map[int]object.Object{}
		c.readNumbers(c.file.Dict(c.root["StructTreeRoot"])["ParentTree"], map[object.Ref]bool{})
	}
	return c.parents
}

func (c *checker) readNumbers(o object.Object, seen map[object.Ref]bool) {
	if ref, ok := o.(object.Ref); ok {
		if seen[ref] || len(seen) > 1<<16 {
			return
		}
		seen[ref] = true
	}
	d := c.file.Dict(o)
	nums := c.file.Array(d["Nums"])
	for i := 0; i+1 < len(nums); i += 2 {
		if key, ok := c.file.Int(nums[i]); ok {
			c.parents[key] = nums[i+1]
		}
	}
	for _, k := range c.file.Array(d["Kids"]) {
		c.readNumbers(k, seen)
	}
}

// checkOwners judges whether tree and pages agree on whose each piece of content
// is: every sequence owned once, by an element that the parent tree names too.
func (c *checker) checkOwners() {
	for _, s := range slices.SortedFunc(maps.Keys(c.painted), compareSequences) {
		owners := c.owners[s]
		switch len(owners) {
		case 0:
			c.ua("content-owner", s.page, "content number %d belongs to no element", s.mcid)
			continue
		case 1:
		default:
			c.ua("content-owner", s.page, "content number %d belongs to two elements", s.mcid)
			continue
		}
		if owners[0].ref != 0 && c.parentEntry(s) != owners[0] {
			c.ua("parent-tree", s.page, "the way back from content number %d leads to the wrong element", s.mcid)
		}
	}
	numbered := map[int]bool{} // pages with numbers; those without have nothing to claim
	for s := range c.painted {
		numbered[s.page] = true
	}
	for s, owners := range c.owners {
		if !c.painted[s] && numbered[s.page] {
			c.ua("content-missing", s.page, "%s claims content number %d, which is not there", owners[0].words(), s.mcid)
		}
	}
}

func compareSequences(a, b sequence) int {
	if a.page != b.page {
		return a.page - b.page
	}
	if a.form != b.form {
		return int(a.form - b.form)
	}
	return a.mcid - b.mcid
}

// parentEntry is the element that the parent tree gives for a sequence.
func (c *checker) parentEntry(s sequence) *node {
	d := c.file.Dict(s.form)
	if s.form == 0 {
		d = c.pages[s.page-1].dict
	}
	key, ok := c.file.Int(d["StructParents"])
	if !ok {
		return nil
	}
	list := c.file.Array(c.parentTree()[key])
	if s.mcid < 0 || s.mcid >= len(list) {
		return nil
	}
	return c.nodeOf[refOf(list[s.mcid])]
}
