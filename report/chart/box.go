package chart

import "panelpack/report/style"

// box is an upright rectangle of a drawing.
type box struct{ left, top, right, bottom float64 }

// box is the room that l takes: its advance, from the top of its tallest
// letters to the foot of its longest.
func (l Label) box() box {
	width := style.Width(l.Face, l.Size, l.Text)
	left := l.At.X
	switch l.Anchor {
	case Middle:
		left -= width / 2
	case End:
		left -= width
	}
	return box{left, l.At.Y - style.Ascent*l.Size, left + width, l.At.Y + style.Descent*l.Size}
}

func (b box) width() float64  { return b.right - b.left }
func (b box) height() float64 { return b.bottom - b.top }

// grown is b with a margin of dx to either side and dy above and below.
func (b box) grown(dx, dy float64) box {
	return box{b.left - dx, b.top - dy, b.right + dx, b.bottom + dy}
}

func (b box) overlaps(c box) bool {
	return b.left < c.right && c.left < b.right && b.top < c.bottom && c.top < b.bottom
}

func (b box) within(c box) bool {
	return b.left >= c.left && b.right <= c.right && b.top >= c.top && b.bottom <= c.bottom
}

func (b box) overlapsAny(others []box) bool {
	for _, c := range others {
		if b.overlaps(c) {
			return true
		}
	}
	return false
}

// segment is a straight line that labels keep clear of; its ends may be one
// point.
type segment struct{ from, to Point }

// crosses reports whether any part of s lies within b (Liang and Barsky's
// clipping, of which only the answer is kept).
func (b box) crosses(s segment) bool {
	enter, leave := 0.0, 1.0
	dx, dy := s.to.X-s.from.X, s.to.Y-s.from.Y
	for _, edge := range [...]struct{ step, room float64 }{
		{-dx, s.from.X - b.left}, {dx, b.right - s.from.X},
		{-dy, s.from.Y - b.top}, {dy, b.bottom - s.from.Y},
	} {
		switch {
		case edge.step == 0:
			if edge.room < 0 {
				return false
			}
		case edge.step < 0:
			enter = max(enter, edge.room/edge.step)
		default:
			leave = min(leave, edge.room/edge.step)
		}
	}
	return enter <= leave
}
