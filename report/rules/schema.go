package rules

import (
	"reflect"

	"github.com/pelletier/go-toml/v2"
)

// shapeAt is the type that a rulebook's key is read into; nil for a key that
// is not known.
func shapeAt(key toml.Key) reflect.Type {
	t := reflect.TypeFor[file]()
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

// shapeWords says what kind of value key wants; empty for a key that is not
// known.
func shapeWords(key toml.Key) string {
	t := shapeAt(key)
	if t == nil || len(key) == 0 {
		return ""
	}
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
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
		if t.Elem().Kind() == reflect.Struct && t.Elem() != reflect.TypeFor[toml.LocalDate]() {
			return "a heading in double brackets, such as [[rule]]"
		}
		return "a list in brackets, such as [\"a\", \"b\"] or [2022-12-28]"
	}
	return "settings of its own, such as { to = 2 }"
}

// nearestKey is the known key that an unknown one was probably meant to be;
// empty where none is near.
func nearestKey(key toml.Key) string {
	t := shapeAt(key[:len(key)-1])
	if t == nil {
		return ""
	}
	if t = element(t); t.Kind() != reflect.Struct {
		return ""
	}
	var names []string
	for i := range t.NumField() {
		names = append(names, t.Field(i).Tag.Get("toml"))
	}
	return nearest(key[len(key)-1], names)
}

// nearest is the one of names that word was probably meant to be: at most a
// third of its letters differ. It is empty where none is near.
func nearest(word string, names []string) string {
	best, least := "", len(word)/3+1
	for _, name := range names {
		if d := editDistance(word, name); d < least {
			best, least = name, d
		}
	}
	return best
}

// editDistance is how many letters must be put in, taken out or replaced to
// turn a into b (Levenshtein's measure).
func editDistance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			above := row[j+1]
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			row[j+1] = min(cost, above+1, row[j]+1)
			diagonal = above
		}
	}
	return row[len(b)]
}
