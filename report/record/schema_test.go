package record

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"panelpack/report"
)

const schemaFile = "../../docs/pack.schema.json"

// recordSchema is the published schema. With strict it also refuses names that
// it does not have, which readers of a record pass over.
func recordSchema(t *testing.T, strict bool) *jsonschema.Schema {
	t.Helper()
	data, err := os.ReadFile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if strict {
		closeObjects(document)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource(schemaFile, document); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// closeObjects lets every object of a schema have only the names it lists.
func closeObjects(node any) {
	switch node := node.(type) {
	case map[string]any:
		if _, lists := node["properties"].(map[string]any); lists {
			node["additionalProperties"] = false
		}
		for _, child := range node {
			closeObjects(child)
		}
	case []any:
		for _, child := range node {
			closeObjects(child)
		}
	}
}

func against(t *testing.T, schema *jsonschema.Schema, record []byte) error {
	t.Helper()
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(record))
	if err != nil {
		t.Fatal(err)
	}
	return schema.Validate(value)
}

func written(t *testing.T, p *report.Pack) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, p); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestRecordsAreAsThePublishedSchemaSays(t *testing.T) {
	empty := &report.Pack{Assessed: &report.Assessed{
		Submission: &report.Submission{}, Metrics: []report.Assessment{{}},
	}}
	schema := recordSchema(t, true)
	for name, p := range map[string]*report.Pack{"small": smallPack(), "empty": empty} {
		if err := against(t, schema, written(t, p)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestTheSchemaSees breaks a record in ways that a reader would stumble over.
func TestTheSchemaSees(t *testing.T) {
	record := string(written(t, smallPack()))
	schema := recordSchema(t, false)
	breaks := [][2]string{
		{`"schema": 1`, `"schema": 2`},
		{`"rating": "red"`, `"rating": "Red"`},
		{`"actual": 1377`, `"actual": "1377"`},
		{`"period": "2022-09"`, `"period": "September 2022"`},
		{`"severity": "error"`, `"severity": "fatal"`},
		{`"questions": [`, `"queries": [`},
		{`"total": 3`, `"total": null`},
	}
	for _, b := range breaks {
		broken := strings.Replace(record, b[0], b[1], 1)
		if broken == record {
			t.Fatalf("the record has no %s", b[0])
		}
		if against(t, schema, []byte(broken)) == nil {
			t.Errorf("the schema lets %s pass", b[1])
		}
	}
	if err := against(t, schema, []byte(strings.Replace(record, "{", `{"later": true,`, 1))); err != nil {
		t.Errorf("a name of a later version is refused: %v", err)
	}
}
