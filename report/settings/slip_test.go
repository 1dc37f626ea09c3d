package settings

import "testing"

// TestSlipsAreToldInPlainWords: each is one finding, with the place where it is
// to be seen, and none is in the words of the reader of the file.
func TestSlipsAreToldInPlainWords(t *testing.T) {
	for text, want := range map[string]string{
		// Pasted from Word.
		"title = “Menu”":                `1:9: error: “ is a curly quote, as Word makes them, and settings have straight ones; type the quotes again in Notepad: title = "Menu"`,
		"seats = 5\ntitle = \"Menu”\n":  `2:14: error: ” is a curly quote, as Word makes them, and settings have straight ones; type the quotes again in Notepad: title = "Menu"`,
		"title = ‘Menu’":                `1:9: error: ‘ is a curly quote, as Word makes them, and settings have straight ones; type the quotes again in Notepad: title = "Menu"`,
		"title = “Ann’s”\ndays = [“a”]": `1:9: error: “ is a curly quote, as Word makes them, and settings have straight ones; type the quotes again in Notepad: title = "Ann's"; more lines with curly quotes: 1`,

		// Commas, brackets and braces.
		`days = ["a" "b"]`:                          `1:13: error: a comma is missing before "b"; put a comma between the items, as in ["a", "b"]`,
		"days = [\n  \"a\"\n  \"b\"\n]":             `3:3: error: a comma is missing before "b"; put a comma at the end of the line above`,
		"dish = [\n{name = \"a\"}\n{name = \"b\"}]": `3:1: error: a comma is missing before "{"; put a comma at the end of the line above`,
		`days = ["a"; "b"]`:                         `1:12: error: ";" stands in a list where a comma or ] is expected; write lists as in ["a", "b"]`,
		`days = [, "b"]`:                            `1:9: error: a comma stands here with nothing before it; take the comma out, or write the item that belongs before it`,
		`dish = [{name = "a" price = 5}]`:           `1:21: error: a comma is missing before "price"; put a comma between the settings, as in { ref = "CS02", unit = "days" }`,
		`dish = [{name = "a"]`:                      `1:20: error: "]" stands in braces where a comma or } is expected; write braces as in { ref = "CS02", unit = "days" }`,
		"days = [\"a\"\ntitle = \"x\"":              `2:1: error: the list before this line is not closed; put a ] behind the last item of the list`,
		"days = [\"a\",\n[cook]\nname = \"x\"":      `2:2: error: the list before this line is not closed; put a ] behind the last item of the list`,
		`days = ["a"`:                               `1:11: error: the file ends within a list or braces; put the missing ] or } behind the last item`,
		"[cook\nname = \"a\"":                       `1:6: error: a heading has no closing bracket; write [style] for one, or [[workbook.sheet]] for one of many`,

		// Values.
		"title = North Menu":      `1:9: error: "North Menu" stands here without quotes; write "North Menu" where it is text; a number is written 5 or 2.5, and a day 2022-12-28`,
		"title = 4th":             `1:10: error: "4th" stands here without quotes; write "4th" where it is text; a number is written 5 or 2.5, and a day 2022-12-28`,
		"title = none":            `1:9: error: "none" stands here without quotes; write "none" where it is text; a number is written 5 or 2.5, and a day 2022-12-28`,
		"open = Yes":              `1:8: error: "Yes" is neither true nor false; write true or false, in small letters`,
		"title =":                 `1:7: error: nothing stands behind the =; write the value there, or put # before the line to leave the setting out`,
		"title = #0b3c5d":         `1:9: error: nothing stands behind the =: what follows a # is a remark; put quotes round a text that begins with #`,
		"opened = 28/05/2026":     `1:12: error: "/05/2026" stands behind the end of the value; put quotes round it, as in "2022/23"; a day is written 2022-12-28, without them`,
		`title = "a", seats = 5`:  `1:12: error: "," stands behind the end of the value; put each setting on a line of its own, without a comma`,
		`title = "the "best" of"`: `1:15: error: "best" stands behind the end of the value; for quotes within the text write ' in place of "`,
		`title = "a" seats = 5`:   `1:13: error: "seats" stands behind the end of the value; put each setting on a line of its own, and # before a remark`,
		`title = "C:\Users\a"`:    `1:12: error: a \ stands within quotes, where it begins a special sign; write / in place of it, as in "pictures/logo.png"`,
		"title = \"x\nseats = 5":  `1:11: error: a text that begins with " is open at the end of this line; put a " at the end of the text`,
		"title = 'x\nseats = 5":   `1:11: error: a text that begins with ' is open at the end of this line; put a ' at the end of the text`,

		// Keys.
		`the title = "x"`:                 `1:5: error: "the title" is not one word; the names of settings have _ in place of blanks, such as status_note`,
		`dish = [{ name: "x" }]`:          `1:15: error: ":" stands where = is expected; write key = "text"`,
		"A menu":                          `1:3: error: this line has no =; write key = "text", or put # before a line that is only a remark`,
		"<html></html>":                   `1:1: error: "<html></html>" begins no setting; ` + syntaxHint,
		"seats = 5\n\nseats = 6":          `3:1: error: "seats" is written twice, first on line 1; take one of the two out`,
		`dish = [{price = 1, price = 2}]`: `1:1: error: "price" is written twice here; take one of the two out`,
		"[cook]\nname = \"a\"\n[cook]":    `3:2: error: the heading of "cook" is written twice; put what stands under the two under one of them`,
		"[[dish]]\nname = \"a\"\n[dish]":  `3:2: error: "dish" is written in two ways; write all its headings alike: [style] is one, [[workbook.sheet]] one of many`,
	} {
		if _, f, ok := read(text); ok || said(f) != "menu.toml:"+want {
			t.Errorf("%q\nsays %s\nwant %s", text, said(f), want)
		}
	}
}

// A curly quote within straight ones, or in a remark, is none.
func TestCurlyQuotesThatMayStay(t *testing.T) {
	for _, line := range []string{`title = "Ann’s “best” menu"`, `title = 'Ann’s'`, `seats = 5 # “five”`, `title = "a \" ’"`} {
		if at := curly(line); at >= 0 {
			t.Errorf("%s: a curly quote at %d", line, at)
		}
		if _, f, ok := read(line); !ok || f.Faulty() {
			t.Errorf("%s: found %s", line, said(f))
		}
	}
}
