package council

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"panelpack/report"
	"panelpack/report/style"
)

// read reads a council file beside which there are a logo and what is none.
func read(text string) (*Council, []report.Finding) {
	return Read("council.toml", []byte(text), func(name string) ([]byte, error) {
		switch name {
		case "logo.png":
			return picture(400, 130), nil
		case "tiny.png":
			return picture(8, 8), nil
		case "pole.png":
			return picture(40, 900), nil
		case "words.png":
			return picture(900, 40), nil
		case "icon.png":
			return picture(64, 64), nil
		case "square.png":
			return picture(100, 100), nil
		case "long.png":
			return picture(420, 60), nil
		case "huge.png":
			return picture(2000, 1001), nil
		case "cut.png":
			whole := picture(40, 10)
			return whole[:len(whole)-20], nil
		case "logo.jpg":
			return []byte("\xff\xd8\xff\xe0 JFIF"), nil
		}
		return nil, errors.New(name + " does not exist")
	})
}

func picture(width, height int) []byte {
	img := image.NewNRGBA(image.Rect(0, 0, width, height))
	img.Set(1, 1, color.NRGBA{R: 200, A: 128})
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		panic(err)
	}
	return b.Bytes()
}

const whole = `
council = "North Borough Council"
panel = "Scrutiny Panel"
meeting = 2026-05-28
report_of = "Director"
contact = "Performance team"
status_note = "Provisional"
closure_days = [2026-12-29]

[style]
title = "Performance"
head = "North Borough"
logo = "logo.png"
accent = "#4b2a6b"
data = "#0b3c5d"
`

func TestAllThatACouncilMaySay(t *testing.T) {
	c, found := read(whole)
	if len(found) > 0 {
		t.Fatalf("found %v", found)
	}
	want := report.Details{
		Council: "North Borough Council", Panel: "Scrutiny Panel", Title: "Performance",
		Meeting: report.Date{Year: 2026, Month: 5, Day: 28}, ReportOf: "Director", Contact: "Performance team", StatusNote: "Provisional",
	}
	if got := c.Complete(report.Details{}); got != want {
		t.Errorf("details %+v, want %+v", got, want)
	}
	if len(c.Closed) != 1 || c.Closed[0].String() != "2026-12-29" || c.Head != "North Borough" {
		t.Errorf("closed on %v, head %q", c.Closed, c.Head)
	}
	if len(c.House.Logo) == 0 || *c.House.Accent != (report.Colour{R: 0x4b, G: 0x2a, B: 0x6b}) || *c.House.Data != report.Colour(style.Data) {
		t.Errorf("house %+v", c.House)
	}
}

func TestTheWorkbookWins(t *testing.T) {
	c, _ := read(whole)
	theirs := report.Details{
		Council: "A", Panel: "B", Title: "C", Meeting: report.Date{Year: 2025, Month: 1, Day: 2},
		Period: report.MonthOf(2025, 1), ReportOf: "D", Contact: "E", StatusNote: "F",
	}
	if got := c.Complete(theirs); got != theirs {
		t.Errorf("details %+v, want the workbook's %+v", got, theirs)
	}
}

func TestAnEmptyFileChangesNothing(t *testing.T) {
	c, found := read("# nothing\n")
	if len(found) > 0 || c.Head != "" || c.House.Accent != nil || c.House.Data != nil || c.House.Logo != nil {
		t.Errorf("read %+v, found %v", c, found)
	}
	if got := c.Complete(report.Details{}); got != (report.Details{}) {
		t.Errorf("details %+v", got)
	}
}

func TestMistakesSayWhatToDo(t *testing.T) {
	for text, want := range map[string]string{
		`panle = "x"`:                  `council.toml:1:1: error: "panle" is not a setting known here; did you mean panel?`,
		`meeting = "28 May"`:           `council.toml:1:11: error: "meeting" wants a day without quotes, such as 2022-12-28, and is the text "28 May"; write meeting = 2022-12-28`,
		"[style]\naccent = \"mauve\"":  `council.toml:2:1: error: "mauve" is not a colour; write it as web pages do, such as "#0b3c5d"`,
		"[style]\ndata = \"#ff0\"":     `council.toml:2:1: error: "#ff0" is not a colour; write it as web pages do, such as "#0b3c5d"`,
		"[style]\nlogo = \"x.png\"":    `council.toml:2:1: error: logo "x.png" cannot be read: x.png does not exist; put the picture beside this file, and give its name`,
		"[style]\nlogo = \"logo.jpg\"": `council.toml:2:1: error: logo "logo.jpg" is not a PNG picture; open it in a picture program, and save it as PNG`,
		"[style]\nlogo = \"huge.png\"": `council.toml:2:1: error: logo "huge.png" has 2000 by 1001 pixels, more than a page can show; save it smaller: 800 pixels across are plenty`,
		"[style]\nlogo = \"cut.png\"":  `council.toml:2:1: error: logo "cut.png" is damaged: png: invalid format: unexpected EOF; save it again`,
	} {
		c, found := read(text)
		if c != nil || len(found) != 1 || found[0].String()+"; "+found[0].Hint != want {
			t.Errorf("%q: read %v, found %v, want %s", text, c, found, want)
		}
	}
}

// A logo that nobody would know on the cover is told with its printed size, and
// printed all the same.
func TestLogosOfOddSizes(t *testing.T) {
	for name, want := range map[string]string{
		"tiny.png":   `council.toml:2:1: warning: logo "tiny.png" has 8 by 8 pixels, and is printed only 1.4 mm wide and 1.4 mm high; supply a larger picture: about 400 by 130 pixels fill its place on the cover`,
		"pole.png":   `council.toml:2:1: warning: logo "pole.png" has 40 by 900 pixels, and is printed only 1.3 mm wide and 28.2 mm high; supply one that is less narrow: its place on the cover is 71 mm wide and 28 mm high`,
		"icon.png":   `council.toml:2:1: warning: logo "icon.png" has 64 by 64 pixels, and is printed only 10.8 mm wide and 10.8 mm high; supply a larger picture: about 400 by 130 pixels fill its place on the cover`,
		"words.png":  `council.toml:2:1: warning: logo "words.png" has 900 by 40 pixels, and is printed only 70.6 mm wide and 3.1 mm high; supply one that is less narrow: its place on the cover is 71 mm wide and 28 mm high`,
		"logo.png":   "",
		"square.png": "",
		"long.png":   "",
	} {
		c, found := read("[style]\nlogo = \"" + name + "\"\n")
		got := ""
		for _, f := range found {
			got += f.String() + "; " + f.Hint
		}
		if c == nil || len(c.House.Logo) == 0 || got != want {
			t.Errorf("%s: found %s, want %s", name, got, want)
		}
	}
}

// A text that no page has room for is refused where it is written.
func TestTextsThatAreTooLong(t *testing.T) {
	for key, most := range map[string]int{
		"council": 200, "panel": 200, "report_of": 200, "contact": 200, "status_note": 80, "[style]\ntitle": 200, "[style]\nhead": 200,
	} {
		if _, found := read(key + " = \"" + strings.Repeat("é", most) + "\"\n"); len(found) > 0 {
			t.Errorf("%d letters of %s: found %v", most, key, found)
		}
		c, found := read(key + " = \"" + strings.Repeat("é", most+1) + "\"\n")
		_, name, _ := strings.Cut("\n"+key, "\n")
		name = name[strings.IndexByte(name, '\n')+1:]
		if want := strconv.Quote(name) + fmt.Sprintf(" has %d letters, and a pack has room for %d", most+1, most); c != nil || len(found) != 1 || found[0].Message != want || found[0].Line == 0 {
			t.Errorf("%d letters of %s: read %v, found %v, want %s", most+1, key, c, found, want)
		}
	}
}

// A colour that is too light is told, and printed in a shade that is not.
func TestColoursThatCannotBeRead(t *testing.T) {
	c, found := read("[style]\naccent = \"#ffd100\"\n")
	if len(found) != 1 || found[0].Severity != report.Warning {
		t.Fatalf("found %v, want one warning", found)
	}
	shade := style.Colour(*c.House.Accent)
	if shade.LeastContrast() < style.TextContrast || !strings.Contains(found[0].Hint, shade.String()) {
		t.Errorf("printed as %v, contrast %.2f, hint %q", shade, shade.LeastContrast(), found[0].Hint)
	}
	if want := `"#ffd100" is too light to read: its contrast with the page is 1.2, and 4.5 is the least`; found[0].Message != want {
		t.Errorf("said %q, want %q", found[0].Message, want)
	}
}

func TestLinesThatLookLikeARating(t *testing.T) {
	for colour, want := range map[string]string{
		"#a01020": "Red", "#a3200a": "Red", "#7a5200": "Amber", "#0f6b43": "Green", "#0b3c5d": "", "#4b2a6b": "", "#333333": "",
	} {
		_, found := read("[style]\ndata = \"" + colour + "\"\naccent = \"" + colour + "\"\n")
		got := ""
		if len(found) > 0 {
			got = found[0].Message
		}
		if (want == "") != (len(found) == 0) || !strings.HasSuffix(got, want) {
			t.Errorf("%s: found %v, want a warning of %q", colour, found, want)
		}
	}
}

// The printed file, with its remarks taken for settings, says each of them.
func TestTheTemplateExplainsEverySetting(t *testing.T) {
	data, err := os.ReadFile("../../templates/council.toml")
	if err != nil {
		t.Fatal(err)
	}
	filled := regexp.MustCompile(`(?m)^# (\w+ = )`).ReplaceAllString(string(data), "$1")
	c, found := read(filled)
	if len(found) > 0 {
		t.Fatalf("found %v", found)
	}
	d := c.Complete(report.Details{})
	for name, empty := range map[string]bool{
		"council": d.Council == "", "panel": d.Panel == "", "meeting": d.Meeting.IsZero(), "report_of": d.ReportOf == "",
		"contact": d.Contact == "", "status_note": d.StatusNote == "", "closure_days": len(c.Closed) == 0, "title": d.Title == "",
		"head": c.Head == "", "logo": c.House.Logo == nil, "accent": c.House.Accent == nil, "data": c.House.Data == nil,
	} {
		if empty {
			t.Errorf("the template does not explain %s", name)
		}
	}
	if empty, found := read(string(data)); len(found) > 0 || empty.Complete(report.Details{}) != (report.Details{}) {
		t.Errorf("the template as it is printed says something: found %v", found)
	}
}
