package workbook

import (
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"panelpack/report/mapping"
)

func mappingGuide(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("../../docs/mapping.md")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestMappingGuideIsRead reads each picture of docs/mapping.md by the mapping
// beneath it, and looks for what is said to be read.
func TestMappingGuideIsRead(t *testing.T) {
	parts := strings.Split(mappingGuide(t), "```toml\n")
	for i, part := range parts[1:] {
		tables := tablesIn(parts[i])
		picture := tables[len(tables)-1]
		rules, after, _ := strings.Cut(part, "```\n")
		book := "sheet " + picture.heads[0] + "\n"
		for _, row := range picture.rows {
			book += row[0] + ": " + strings.Join(row[1:], " | ") + "\n"
		}
		sub := understood(t, book, rules).Submission
		if len(sub.Findings) > 1 {
			t.Errorf("%s:\n%s", picture.heads[0], told(sub)) // one may be of refs
		}
		read := guideFacts(sub)
		for fact := range strings.Lines(strings.TrimSpace(after)) {
			if fact, ok := strings.CutPrefix(strings.TrimSpace(fact), "- "); !ok {
				break
			} else if !slices.Contains(read, fact) {
				t.Errorf("%s: %q is not read, but\n%s", picture.heads[0], fact, strings.Join(read, "\n"))
			}
		}
	}
}

// TestMappingGuideHasEverySetting holds the tables of the guide to what may be
// written.
func TestMappingGuideHasEverySetting(t *testing.T) {
	documented := map[string][]string{}
	for _, table := range tablesIn(mappingGuide(t)) {
		for _, row := range table.rows {
			documented[table.heads[0]] = append(documented[table.heads[0]], strings.Trim(row[0], "`"))
		}
	}
	written := reflect.TypeFor[mapping.Written]()
	element := func(in reflect.Type, field string) reflect.Type {
		f, _ := in.FieldByName(field)
		return f.Type.Elem()
	}
	sheet := element(written, "Sheet")
	for heads, shape := range map[string]reflect.Type{
		"under `[workbook]`": written, "of a `metric`": element(written, "Metric"), "of a `sheet`": sheet,
		"of a `table`": element(sheet, "Table"), "of a `column`": element(element(sheet, "Table"), "Column"),
	} {
		var keys []string
		for i := range shape.NumField() {
			keys = append(keys, shape.Field(i).Tag.Get("toml"))
		}
		if got := documented[heads]; !slices.Equal(got, keys) {
			t.Errorf("the guide has %s %q, want %q", heads, got, keys)
		}
	}
	for _, use := range slices.Concat(mapping.Fields, mapping.Figures) {
		if !strings.Contains(mappingGuide(t), " "+use) {
			t.Errorf("the guide does not say that a column may hold %s", use)
		}
	}
}
