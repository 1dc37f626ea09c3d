package settings

import (
	"reflect"
	"strings"

	"github.com/pelletier/go-toml/v2"
)

// shape is the type that a file is read into: what may be written in it.
type shape struct{ reflect.Type }

func shapeOf[T any]() shape { return shape{reflect.TypeFor[T]()} }

// at is the type that a key is read into; nil for a key that is not known.
func (s shape) at(key toml.Key) reflect.Type {
	t := s.Type
	for _, step := range key {
		t = element(t)
		switch t.Kind() {
		case reflect.Map:
			t = t.Elem()
		case reflect.Struct:
			field, ok := fieldFor(t, step)
			if !ok {
				return nil
			}
			t = field.Type
		default:
			return nil
		}
	}
	return t
}

// element is t without pointers and lists of tables around it.
func element(t reflect.Type) reflect.Type {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	return t
}

func fieldFor(t reflect.Type, key string) (reflect.StructField, bool) {
	for i := range t.NumField() {
		if t.Field(i).Tag.Get("toml") == key {
			return t.Field(i), true
		}
	}
	return reflect.StructField{}, false
}

// keys are the keys that may stand in the table of this key; none where any
// may, or where it is no table.
func (s shape) keys(table toml.Key) []string {
	t := s.at(table)
	if t == nil {
		return nil
	}
	t = element(t)
	if t.Kind() != reflect.Struct || t == dayType {
		return nil
	}
	var names []string
	for i := range t.NumField() {
		names = append(names, t.Field(i).Tag.Get("toml"))
	}
	return names
}

// hintFor says what to do with a key that is not known where it stands, among
// those that are.
func (s shape) hintFor(word string, known []string) string {
	if near := Nearest(word, known); near != "" {
		return "did you mean " + near + "?"
	}
	switch homes := s.homes(word); {
	case len(homes) == 1 && homes[0] == "":
		return "put it above the first [heading]"
	case len(homes) == 1 && strings.HasPrefix(homes[0], "[["):
		name := homes[0][strings.LastIndexAny(homes[0], "[.")+1:]
		return "put it under " + homes[0] + ", or within the braces of a " + strings.Trim(name, "]")
	case len(homes) == 1:
		return "put it under " + homes[0]
	case len(known) == 0:
		return "take it out"
	}
	return "take it out; what may stand here is " + strings.Join(known, ", ")
}

// homes are the headings of the tables that a key may stand in, such as
// "[style]" and "[[rule]]"; "" stands for what comes before all headings.
func (s shape) homes(word string) []string {
	var all []string
	var look func(t reflect.Type, heading string)
	look = func(t reflect.Type, heading string) {
		if _, ok := fieldFor(t, word); ok {
			all = append(all, heading)
		}
		for i := range t.NumField() {
			inner := element(t.Field(i).Type)
			if inner.Kind() != reflect.Struct || inner == dayType {
				continue
			}
			path := strings.TrimPrefix(strings.Trim(heading, "[]")+"."+t.Field(i).Tag.Get("toml"), ".")
			if t.Field(i).Type.Kind() == reflect.Slice {
				path = "[" + path + "]"
			}
			look(inner, "["+path+"]")
		}
	}
	look(element(s.Type), "")
	return all
}

var dayType = reflect.TypeFor[Day]()

// words say what kind of value a key wants; empty for a key that is not known.
func (s shape) words(key toml.Key) string {
	t := s.at(key)
	if t == nil || len(key) == 0 {
		return ""
	}
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if t == dayType {
		return "a day without quotes, such as 2022-12-28"
	}
	switch t.Kind() {
	case reflect.String:
		return `text in quotes, such as "final"`
	case reflect.Int, reflect.Int64:
		return "a whole number, such as 5"
	case reflect.Float64:
		return "a number, such as 2.5"
	case reflect.Bool:
		return "true or false"
	case reflect.Slice:
		return listWords(t.Elem(), strings.Join(key, "."))
	case reflect.Struct:
		return "settings of its own: " + strings.Join(s.keys(key), ", ")
	}
	return "settings of its own, under a heading such as [" + strings.Join(key, ".") + "]"
}

// listWords say what a list of such elements looks like under this key.
func listWords(elem reflect.Type, key string) string {
	switch {
	case elem == dayType:
		return "a list of days in brackets, such as [2022-12-28, 2022-12-29]"
	case elem.Kind() == reflect.Struct:
		return "a heading in double brackets, such as [[" + key + "]]"
	}
	return `a list in brackets, such as ["a", "b"]`
}

// Nearest is the one of names that word was probably meant to be: at most a
// third of its letters differ. It is empty where none is near.
func Nearest(word string, names []string) string { return NearestWithin(word, names, len(word)/3) }

// NearestWithin is the one of names nearest to word, of which at most so many
// letters differ. It is empty where none is near.
func NearestWithin(word string, names []string, letters int) string {
	best, least := "", letters+1
	for _, name := range names {
		if d := editDistance(word, name); d < least {
			best, least = name, d
		}
	}
	return best
}

// editDistance is how many letters must be put in, taken out, replaced or
// swapped with their neighbour to turn a into b (optimal string alignment).
func editDistance(a, b string) int {
	before, row, next := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		next[0] = i + 1
		for j := range len(b) {
			cost := row[j]
			if a[i] != b[j] {
				cost++
			}
			next[j+1] = min(cost, row[j+1]+1, next[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				next[j+1] = min(next[j+1], before[j-1]+1)
			}
		}
		before, row, next = row, next, before
	}
	return row[len(b)]
}
