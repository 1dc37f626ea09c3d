package settings

import (
	"slices"
	"strings"
	"testing"

	"panelpack/report"
)

// menu is a file as small as one can be with each kind of setting.
type menu struct {
	Title  string          `toml:"title"`
	Seats  int             `toml:"seats"`
	Price  float64         `toml:"price"`
	Open   bool            `toml:"open"`
	Days   []string        `toml:"days"`
	Closed []Day           `toml:"closed"`
	Opened Day             `toml:"opened"`
	Cook   *cook           `toml:"cook"`
	Dish   []dish          `toml:"dish"`
	Table  map[string]dish `toml:"table"`
}

type cook struct {
	Name string `toml:"name"`
}

type dish struct {
	Name  string   `toml:"name"`
	Price *float64 `toml:"price"`
}

func read(text string) (menu, *File, bool) {
	return Read("menu.toml", []byte(text), func() menu { return menu{Title: "Menu", Seats: 4} })
}

// said is every finding with its hint, one a line.
func said(f *File) string {
	var lines []string
	for _, finding := range f.Findings {
		lines = append(lines, strings.TrimSuffix(finding.String()+"; "+finding.Hint, "; "))
	}
	return strings.Join(lines, "\n")
}

func TestWhatIsLeftOutKeepsItsValue(t *testing.T) {
	m, f, ok := read("\ufeff# a remark\nseats = 6\n[cook]\nname = \"Ann\"\n")
	if !ok || len(f.Findings) > 0 || f.Faulty() {
		t.Fatalf("read %v, found %v", ok, f.Findings)
	}
	if m.Title != "Menu" || m.Seats != 6 || m.Cook.Name != "Ann" {
		t.Errorf("read %+v", m)
	}
}

func TestEveryKindOfMistakeIsFoundWithItsPlace(t *testing.T) {
	_, f, ok := read(`titl = "Menu"
seats = "six"
price = "2.50"
open = "yes"
days = "Monday"
closed = 28
opened = "1/1/1999"
cook = "Ann"
dish = "soup"
table = 3
colour = "green"

[cook]
age = 50
`)
	if !ok || !f.Faulty() {
		t.Error("a file with mistakes in it was not read as such")
	}
	want := `menu.toml:2:9: error: "seats" wants a whole number, such as 5, and is the text "six"; write seats = 5
menu.toml:3:9: error: "price" wants a number, such as 2.5, and is the text "2.50"; write price = 2.50
menu.toml:4:8: error: "open" wants true or false, and is the text "yes"; write open = true
menu.toml:5:8: error: "days" wants a list in brackets, such as ["a", "b"], and is the text "Monday"; write days = ["Monday"]
menu.toml:6:10: error: "closed" wants a list of days in brackets, such as [2022-12-28, 2022-12-29], and is the number 28; write closed = [2022-12-28]
menu.toml:7:10: error: "opened" wants a day without quotes, such as 2022-12-28, and is the text "1/1/1999"; write opened = 2022-12-28
menu.toml:8:8: error: "cook" wants settings of its own: name, and is the text "Ann"; write a heading on a line of its own, and the settings beneath it
menu.toml:9:8: error: "dish" wants a heading in double brackets, such as [[dish]], and is the text "soup"; write a heading on a line of its own, and the settings beneath it
menu.toml:10:9: error: "table" wants settings of its own, under a heading such as [table], and is the number 3; write a heading on a line of its own, and the settings beneath it
menu.toml:1:1: error: "titl" is not a setting known here; did you mean title?
menu.toml:11:1: error: "colour" is not a setting known here; take it out; what may stand here is title, seats, price, open, days, closed, opened, cook, dish, table
menu.toml:14:1: error: "age" is not a setting known here; take it out; what may stand here is name`
	if got := said(f); got != want {
		t.Errorf("found\n%s\nwant\n%s", got, want)
	}
}

// A value within braces or a list is named itself, not the list that all of
// them stand in, and every one of them is told.
func TestTheNearestKeyIsNamed(t *testing.T) {
	_, f, ok := read(`days = ["Monday", 5]
closed = [2022-12-28 2022-12-29]
opened = 2022-02-31
dish = [
  { name = 5, price = "3" },
  { price = [2.5], name = false },
]
`)
	if !ok || !f.Faulty() {
		t.Error("a file with mistakes in it was not read as such")
	}
	want := `menu.toml:1:19: error: "days" wants a list in brackets, such as ["a", "b"], and has the number 5 in it; write "5" in place of it
menu.toml:2:11: error: "closed" has no comma between 2022-12-28 2022-12-29; put a comma between the two days
menu.toml:3:10: error: "opened" has 2022-02-31, and the calendar has no such day; write the day that is meant
menu.toml:5:12: error: "name" wants text in quotes, such as "final", and is the number 5; write name = "5"
menu.toml:5:23: error: "price" wants a number, such as 2.5, and is the text "3"; write price = 3
menu.toml:6:13: error: "price" wants a number, such as 2.5, and is a list; write price = 2.5
menu.toml:6:27: error: "name" wants text in quotes, such as "final", and is false without quotes; write name = "false"`
	if got := said(f); got != want {
		t.Errorf("found\n%s\nwant\n%s", got, want)
	}
	if !f.Mistaken("dish[0].name") || f.Mistaken("dish[1]") || f.Mistaken("title") {
		t.Errorf("mistaken are %v", f.mistaken)
	}
}

// Columns are counted in letters, as Notepad does, whatever letters stand before.
func TestColumnsAreCountedInLetters(t *testing.T) {
	for text, want := range map[string]string{
		`dish = [{ name = "£–’é", price = "x" }]`: `menu.toml:1:34: error: "price" wants a number, such as 2.5, and is the text "x"; write price = 2.5`,
		`dish = [{ name = "£–’é", prise = 2.5 }]`: `menu.toml:1:26: error: "prise" is not a setting known here; did you mean price?`,
		`dish = [{ name = "£–’é", price = “5” }]`: `menu.toml:1:34: error: “ is a curly quote, as Word makes them, and settings have straight ones; type the quotes again in Notepad: dish = [{ name = "£–’é", price = "5" }]`,
		`dish = [{ name = "£–’é" price = 2.5 }]`:  `menu.toml:1:25: error: a comma is missing before "price"; put a comma between the settings, as in { ref = "CS02", unit = "days" }`,
		`dish = [{ name = "£–’é", price = 2.5 }]`: "",
	} {
		_, f, _ := read(text)
		if got := said(f); got != want {
			t.Errorf("%s\nsays %s\nwant %s", text, got, want)
		}
		if at := f.Place("dish[0].price"); want == "" && at != (Place{1, 26}) {
			t.Errorf("the price stands at %v", at)
		}
	}
}

// A heading where none belongs, or one of many where there is one.
func TestHeadingsOfTheWrongKind(t *testing.T) {
	for text, want := range map[string]string{
		"[[cook]]\nname = \"x\"": `1:3: error: "cook" is one, and has the heading of one of many; write [cook]`,
		"[[table]]":              `1:3: error: "table" is one, and has the heading of one of many; write [table]`,
		"[title]":                `1:2: error: "title" is written as a heading, and wants text in quotes, such as "final"; write title = "text"`,
		"[cook.name]":            `1:2: error: no settings stand under a heading of this name; ` + syntaxHint,
		"[[dish.name]]":          `1:3: error: no settings stand under a heading of this name; ` + syntaxHint,
		"[days.x]\ny = 5":        `1:2: error: "days" is written as a heading, and wants a list in brackets, such as ["a", "b"]; write days = ["text"]`,
		"title.x = 5":            `1:7: error: "x" is of another kind than the setting wants; ` + syntaxHint,
	} {
		if _, f, ok := read(text); ok || said(f) != "menu.toml:"+want {
			t.Errorf("%q\nsays %s\nwant %s", text, said(f), want)
		}
	}
	if _, f, _ := read("[dish]\nname = 5\n"); !f.Mistaken("dish[0].name") {
		t.Errorf("in a list of one %v are mistaken", f.mistaken)
	}
}

// A setting that belongs elsewhere in the file is told where.
func TestASettingUnderTheWrongHeading(t *testing.T) {
	type kitchen struct {
		Menu menu `toml:"menu"`
		Size int  `toml:"size"`
	}
	_, f, _ := Read("kitchen.toml", []byte("seats = 5\n[menu]\nsize = 4\nprise = 1\n[[menu.dish]]\nopened = 2022-12-28\n"), func() kitchen { return kitchen{} })
	want := `kitchen.toml:1:1: error: "seats" is not a setting known here; put it under [menu]
kitchen.toml:3:1: error: "size" is not a setting known here; put it above the first [heading]
kitchen.toml:4:1: error: "prise" is not a setting known here; did you mean price?
kitchen.toml:6:1: error: "opened" is not a setting known here; put it under [menu]`
	if got := said(f); got != want {
		t.Errorf("found\n%s\nwant\n%s", got, want)
	}
	if got := shapeOf[kitchen]().hintFor("name", []string{"a"}); got != "take it out; what may stand here is a" {
		t.Errorf("of a setting of two tables: %s", got)
	}
}

func TestTextThatIsNoSettings(t *testing.T) {
	for _, data := range []string{"\x00\x00\x00", "title = \"caf\xe9\"\n"} {
		if _, f, ok := read(data); ok || !strings.HasPrefix(said(f), "menu.toml: error: this is no text in UTF-8") {
			t.Errorf("%q: read %v, found %q", data, ok, said(f))
		}
	}
	if m, f, ok := read("\xff\xfes\x00e\x00a\x00t\x00s\x00=\x005\x00"); !ok || m.Seats != 5 {
		t.Errorf("UTF-16: read %v, %+v, found %q", ok, m, said(f))
	}
	if _, f, ok := Read("menu.toml", nil, func() menu { return menu{} }); !ok || len(f.Findings) > 0 {
		t.Error("a file without anything in it is no file of settings")
	}
}

func TestPlacesOfKeys(t *testing.T) {
	_, f, _ := read("title = \"x\"\n\n[[dish]]\nname = \"soup\"\n[[dish]]\n  name = \"cod\"\n[table.window]\n[cook]\nname = \"Ann\"\n")
	for key, want := range map[string]Place{
		"title": {1, 1}, "dish[0].name": {4, 1}, "dish[1].name": {6, 3}, "dish[1].price": {5, 3},
		"table.window": {7, 8}, "cook.name": {9, 1}, "unwritten": {},
	} {
		if got := f.Place(key); got != want {
			t.Errorf("%s stands at %v, want %v", key, got, want)
		}
	}
	if inline, _, _ := read("cook = { name = \"Ann\" }"); inline.Cook.Name != "Ann" {
		t.Errorf("read %+v", inline.Cook)
	}
}

// A list within a list has places of its own, under headings or in braces.
func TestPlacesWithinLists(t *testing.T) {
	type side struct {
		Name string `toml:"name"`
	}
	type course struct {
		Side []side `toml:"side"`
	}
	type meal struct {
		Course []course `toml:"course"`
	}
	text := "[[course]]\n[[course.side]]\nname = \"peas\"\n[[course]]\n[[course.side]]\nname = \"rice\"\n[[course]]\nside = [\n  {name = \"leek\"},\n  {name = \"kale\"},\n]\n"
	_, f, ok := Read("meal.toml", []byte(text), func() meal { return meal{} })
	if !ok || len(f.Findings) > 0 {
		t.Fatalf("found %v", f.Findings)
	}
	for key, want := range map[string]Place{
		"course[0].side[0].name": {3, 1}, "course[1].side[0].name": {6, 1}, "course[2].side[0].name": {9, 4},
		"course[2].side[1]": {10, 4}, "course[2].side[1].price": {10, 4},
	} {
		if got := f.Place(key); got != want {
			t.Errorf("%s stands at %v, want %v", key, got, want)
		}
	}
}

func TestChoiceOfWords(t *testing.T) {
	_, f, _ := read("title = \"lunch\"")
	known := map[string]int{"lunch": 1, "dinner": 2}
	if got := Choice(f, "title", "dinner", known); got != 2 || len(f.Findings) > 0 {
		t.Errorf("dinner is %d, found %v", got, f.Findings)
	}
	if got := Choice(f, "title", "supper", known); got != 0 {
		t.Errorf("supper is %d", got)
	}
	if want := `menu.toml:1:1: error: "supper" is not a choice here; choose one of "dinner", "lunch"`; said(f) != want {
		t.Errorf("found %q, want %q", said(f), want)
	}
}

func TestNearest(t *testing.T) {
	known := []string{"title", "seats", "closed"}
	for word, want := range map[string]string{"titel": "title", "titl": "title", "seat": "seats", "closd": "closed", "opening": "", "": ""} {
		if got := Nearest(word, known); got != want {
			t.Errorf("nearest to %q is %q, want %q", word, got, want)
		}
	}
}

func TestDays(t *testing.T) {
	m, _, _ := read("closed = [2022-12-28, 2023-01-03]")
	var days []string
	for _, d := range m.Closed {
		days = append(days, DateOf(d).String())
	}
	if !slices.Equal(days, []string{"2022-12-28", "2023-01-03"}) {
		t.Errorf("closed on %v", days)
	}
	if DateOf(Day{}) != (report.Date{}) {
		t.Error("a day that nobody wrote is a date")
	}
}

func FuzzRead(f *testing.F) {
	f.Add("title = 3\nseats = \"x\"\n[[dish]]\nprice = [1]\n")
	f.Add("cook = { name = 3 }\n[table.a]\nb = 1")
	f.Fuzz(func(t *testing.T, text string) {
		if _, file, ok := read(text); !ok && !file.Faulty() {
			t.Error("a file that cannot be read has no error")
		}
	})
}
