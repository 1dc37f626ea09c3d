package tagged_test

import (
	"bytes"
	"fmt"
	"time"

	"panelpack/report/pdf/tagged"
	"panelpack/report/style"
)

func Example() {
	text := tagged.Style{Size: 12}
	d := tagged.New(tagged.Options{
		Title: "A short report", Language: "en-GB", Date: time.Date(2022, 11, 3, 0, 0, 0, 0, time.UTC),
		Fonts: [][]byte{style.TTF(style.Regular)}, Width: 595.28, Height: 841.89,
	})
	d.NewPage()
	d.Heading(1, "What is red", "red", 60, func(c *tagged.Canvas) { c.Text(60, 72, "What is red", text) })
	d.In(tagged.P, func() {
		d.Mark(func(c *tagged.Canvas) { c.Text(60, 100, "Nine measures, as ", text) })
		area := tagged.Rect{X: 158, Y: 90, W: 60, H: 14}
		d.Link("https://example.org/", area, "the workbook, online", func(c *tagged.Canvas) { c.Text(158, 100, "the workbook", text) })
		d.Mark(func(c *tagged.Canvas) { c.Text(230, 100, " says.", text) })
	})
	var pdf bytes.Buffer
	fmt.Println(d.Write(&pdf), pdf.Len() > 0)
	// Output: <nil> true
}

// A mistake keeps the document from being written, and says where it was made.
func ExampleDoc_Err() {
	d := tagged.New(tagged.Options{Title: "A short report", Language: "en-GB", Width: 595, Height: 842})
	d.NewPage()
	d.In(tagged.Table, func() {
		d.In(tagged.P, func() {})
	})
	fmt.Println(d.Err())
	// Output: page 1: Table: Table may not hold P
}
