package raster

import (
	"math"
	"slices"

	"panelpack/report/chart"
	"panelpack/report/style"
)

// polygon is a closed outline, in points.
type polygon []chart.Point

// circleSides makes a polygon that no eye tells from a circle, at the sizes of
// a chart.
const circleSides = 48

func circle(centre chart.Point, radius float64) polygon {
	sides := make(polygon, circleSides)
	for i := range sides {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / circleSides)
		sides[i] = chart.Point{X: centre.X + radius*cos, Y: centre.Y + radius*sin}
	}
	return sides
}

// ring is the area of a pen along a circle. A pen of no weight covers none.
func ring(centre chart.Point, radius, weight float64) []polygon {
	if weight == 0 {
		return nil
	}
	hole := circle(centre, max(radius-weight/2, 0))
	slices.Reverse(hole)
	return []polygon{circle(centre, radius+weight/2), hole}
}

// stroke is the area that a pen covers along points: a bar for each straight
// line and, where the line is solid, a disc at each corner and end, as on the
// pages of a pack. All turn the same way.
func stroke(points []chart.Point, closed bool, pen chart.Pen) []polygon {
	if pen.Weight == 0 || len(points) < 2 {
		return nil
	}
	if closed {
		points = append(points[:len(points):len(points)], points[0])
	}
	var area []polygon
	dashes := dasher{dash: pen.Dash}
	for i := 1; i < len(points); i++ {
		if pen.Dash == style.Solid {
			area = append(area, bar(points[i-1], points[i], pen.Weight), circle(points[i], pen.Weight/2))
			continue
		}
		for _, d := range dashes.along(points[i-1], points[i]) {
			area = append(area, bar(d[0], d[1], pen.Weight))
		}
	}
	if pen.Dash == style.Solid {
		area = append(area, circle(points[0], pen.Weight/2))
	}
	return area
}

// bar is the area of a straight line, turning as [circle] does.
func bar(a, b chart.Point, weight float64) polygon {
	length := math.Hypot(b.X-a.X, b.Y-a.Y)
	if length == 0 {
		return nil
	}
	dx, dy := (b.X-a.X)/length*weight/2, (b.Y-a.Y)/length*weight/2
	return polygon{
		{X: a.X + dy, Y: a.Y - dx}, {X: b.X + dy, Y: b.Y - dx}, {X: b.X - dy, Y: b.Y + dx}, {X: a.X - dy, Y: a.Y + dx},
	}
}

// dasher parts lines into strokes, going on from one line to the next.
type dasher struct {
	dash style.Dash
	gap  bool    // whether a gap is next, or going on
	done float64 // how much of it
}

// along is the strokes of the line from a to b.
func (d *dasher) along(a, b chart.Point) [][2]chart.Point {
	length := math.Hypot(b.X-a.X, b.Y-a.Y)
	if length == 0 {
		return nil
	}
	at := func(t float64) chart.Point {
		return chart.Point{X: a.X + (b.X-a.X)*t/length, Y: a.Y + (b.Y-a.Y)*t/length}
	}
	var strokes [][2]chart.Point
	for start := 0.0; ; {
		part := d.dash[0]
		if d.gap {
			part = d.dash[1]
		}
		end := start + part - d.done
		if !d.gap {
			strokes = append(strokes, [2]chart.Point{at(start), at(min(end, length))})
		}
		if end >= length {
			d.done += length - start
			return strokes
		}
		d.gap, d.done = !d.gap, 0
		start = end
	}
}
