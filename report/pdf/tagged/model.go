package tagged

import (
	"fmt"
	"slices"
)

// rule is what an element of a role may hold.
type rule struct {
	kids  []Role
	paint bool // whether it may hold content itself
}

// Groups of roles that may stand in the same places.
var (
	inline = []Role{Span, Link, Reference, Note}
	block  = []Role{P, H1, H2, H3, L, TOC, Table, Figure, Note}
	cell   = slices.Concat([]Role{P, L, Figure, Table}, inline)
)

// model is which element may stand in which, after ISO 32000-1, 14.8.4 and the
// conditions of ISO 14289-1, 7.2.
var model = map[Role]rule{
	Document:  {kids: append([]Role{Sect}, block...)},
	Sect:      {kids: append([]Role{Sect}, block...)},
	P:         {kids: append([]Role{Figure}, inline...), paint: true},
	H1:        {kids: []Role{Span, Link}, paint: true},
	H2:        {kids: []Role{Span, Link}, paint: true},
	H3:        {kids: []Role{Span, Link}, paint: true},
	L:         {kids: []Role{Caption, LI, L}},
	LI:        {kids: []Role{Lbl, LBody}},
	Lbl:       {kids: []Role{Span, Link}, paint: true},
	LBody:     {kids: cell, paint: true},
	TOC:       {kids: []Role{Caption, TOCI, TOC}},
	TOCI:      {kids: []Role{Lbl, Reference, P, TOC}},
	Reference: {kids: []Role{Lbl, Link, Span}, paint: true},
	Link:      {kids: []Role{Span}, paint: true},
	Table:     {kids: []Role{Caption, THead, TBody, TR}},
	THead:     {kids: []Role{TR}},
	TBody:     {kids: []Role{TR}},
	TR:        {kids: []Role{TH, TD}},
	TH:        {kids: cell, paint: true},
	TD:        {kids: cell, paint: true},
	Caption:   {kids: append([]Role{P}, inline...), paint: true},
	Figure:    {kids: []Role{Caption}, paint: true},
	Span:      {kids: []Role{Span, Link}, paint: true},
	Note:      {kids: append([]Role{Lbl, P, L}, inline...), paint: true},
}

// admit says why an element of a role may not stand in its parent, or nil.
func admit(parent *element, role Role) error {
	if _, known := model[role]; !known {
		return fmt.Errorf("%q is not a role", role)
	}
	if !slices.Contains(model[parent.role].kids, role) {
		return fmt.Errorf("%s may not hold %s", parent.role, role)
	}
	if role == Caption && len(parent.kids) > 0 && parent.role != Figure {
		return fmt.Errorf("a Caption comes first in its %s", parent.role)
	}
	return nil
}
