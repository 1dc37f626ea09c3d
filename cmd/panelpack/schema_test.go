package main

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// asPublished holds the record at path to the schema that other programs read
// it by.
func asPublished(t *testing.T, path string) {
	t.Helper()
	schema, err := jsonschema.NewCompiler().Compile("../../docs/pack.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	record, err := jsonschema.UnmarshalJSON(strings.NewReader(readFile(t, path)))
	if err != nil {
		t.Fatal(err)
	}
	if err := schema.Validate(record); err != nil {
		t.Error(err)
	}
}

func TestSampleRecordIsAsThePublishedSchemaSays(t *testing.T) {
	folder, _ := buildSample(t)
	asPublished(t, filepath.Join(folder, "pack.json"))
}
