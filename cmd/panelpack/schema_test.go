package main

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// TestSampleRecordIsAsThePublishedSchemaSays holds the record of the sample to
// the schema that other programs read it by.
func TestSampleRecordIsAsThePublishedSchemaSays(t *testing.T) {
	schema, err := jsonschema.NewCompiler().Compile("../../docs/pack.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	folder, _ := buildSample(t)
	record, err := jsonschema.UnmarshalJSON(strings.NewReader(readFile(t, filepath.Join(folder, "pack.json"))))
	if err != nil {
		t.Fatal(err)
	}
	if err := schema.Validate(record); err != nil {
		t.Error(err)
	}
}
