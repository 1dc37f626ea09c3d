package uacheck_test

import (
	"archive/zip"
	"errors"
	"io"
	"path"
	"strings"
	"testing"

	"panelpack/report/pdf/object"
	"panelpack/report/pdf/uacheck"
)

// The validator's own corpus keeps the checker honest: no file that passes is
// flagged, and most that fail are caught. The rest are kinds of defect that need
// font programs or word lists which are not here.
func TestCorpus(t *testing.T) {
	const leastCaught = 130
	corpus, err := zip.OpenReader("../../../../shared/corpus/verapdf-ua1.zip")
	if err != nil {
		t.Skip("the veraPDF corpus is not beside this checkout")
	}
	defer corpus.Close()
	passing, failing, caught := 0, 0, 0
	var missed []string
	for _, entry := range corpus.File {
		name := path.Base(entry.Name)
		if !strings.HasSuffix(name, ".pdf") {
			continue
		}
		found := flagged(t, entry)
		if strings.Contains(name, "-pass-") {
			passing++
			for _, f := range found {
				t.Errorf("%s passes, but: %s", name, f)
			}
			continue
		}
		failing++
		if len(found) > 0 {
			caught++
		} else {
			missed = append(missed, name)
		}
	}
	t.Logf("%d files pass, none may be flagged; %d of %d failing files caught", passing, caught, failing)
	t.Logf("missed: %s", strings.Join(missed, " "))
	if caught < leastCaught {
		t.Errorf("%d failing files caught, want %d", caught, leastCaught)
	}
}

// flagged gives the findings about PDF/UA in a file.
func flagged(t *testing.T, entry *zip.File) []uacheck.Finding {
	t.Helper()
	r, err := entry.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	data, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	found, err := uacheck.Check(data)
	if err != nil && !errors.Is(err, object.ErrEncrypted) {
		t.Fatalf("%s: %v", entry.Name, err)
	}
	var ua []uacheck.Finding
	for _, f := range found {
		if f.Standard == uacheck.UA {
			ua = append(ua, f)
		}
	}
	return ua
}
