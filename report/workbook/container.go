package workbook

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"panelpack/report"
)

// What a workbook may hold before it is refused. A council's workbook stays
// far below; a file made to exhaust a computer does not. Merged ranges have no
// limit, since they are passed over.
const (
	maxInflated = 256 << 20 // bytes of all parts together, unpacked
	maxWords    = 64 << 20  // bytes of all texts together
	maxRun      = 1 << 20   // bytes of one tag, or of one text between two
	maxCells    = 2_000_000 // cells of all sheets together
	maxPlaces   = 5_000_000 // places of one block, blank ones included
	maxSheets   = 1_000
	maxLinks    = 10_000    // parts that the workbook leads to
	maxFormats  = 65_490    // Excel's own limit of cell styles
	maxNesting  = 64        // XML elements within each other
	maxRows     = 1_048_576 // Excel's own
	maxColumns  = 16_384    // Excel's own
)

// container is the zip file that a workbook is, its parts by name.
type container struct {
	parts map[string]*zip.File // by name in lower case, with forward slashes
	left  int64                // bytes that may still be unpacked
}

// open tells an Excel workbook from everything else that is sent under its
// name, and answers in plain words with a remedy what it is instead.
func open(name string, data []byte) (*container, error) {
	name = baseName(name)
	if refusal := notAWorkbook(name, data); refusal != nil {
		return nil, refusal
	}
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, &report.Failure{
			Message: fmt.Sprintf("%s is damaged: it starts as a workbook does and then breaks off", name),
			Hint:    "ask for the file again, or open it in Excel and let Excel repair it",
		}
	}
	c := &container{parts: make(map[string]*zip.File, len(archive.File)), left: maxInflated}
	for _, f := range archive.File {
		c.parts[partName(f.Name)] = f
	}
	if refusal := c.notExcel(name); refusal != nil {
		return nil, refusal
	}
	return c, nil
}

// baseName is the file's own name on any system: a Windows path may reach us
// anywhere.
func baseName(name string) string { return path.Base(strings.ReplaceAll(name, `\`, "/")) }

// partName is the one spelling under which a part is found: some writers use
// backslashes, and names of parts do not differ by case.
func partName(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Clean(strings.ReplaceAll(name, `\`, "/")), "/"))
}

// saveAs is the remedy for a file of another program or an older Excel.
const saveAs = "open it in Excel and save it as an Excel workbook (.xlsx)"

// notAWorkbook judges by name and first bytes; nil means a zip file.
func notAWorkbook(name string, data []byte) error {
	switch {
	case strings.HasPrefix(name, "~$"):
		return &report.Failure{
			Message: fmt.Sprintf("%s is the note that Excel leaves while a workbook is open, not the workbook", name),
			Hint:    fmt.Sprintf("name %s instead", strings.TrimPrefix(name, "~$")),
		}
	case len(data) == 0:
		return &report.Failure{Message: name + " is empty", Hint: "save the workbook again, or ask for it again"}
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		return nil
	case bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
		return oldContainer(name, data)
	case bytes.HasPrefix(data, []byte("%PDF")):
		return &report.Failure{Message: name + " is a PDF, not an Excel workbook", Hint: "name the workbook that the PDF was made from"}
	case looksLikeText(data):
		return &report.Failure{Message: name + " is a text file (CSV or a web page), not an Excel workbook", Hint: saveAs}
	}
	return &report.Failure{Message: name + " is not an Excel workbook", Hint: "name a file saved by Excel as .xlsx"}
}

// oldContainer tells apart what comes in the container of older Office
// programs, by the names of its streams.
func oldContainer(name string, data []byte) error {
	switch {
	case bytes.Contains(data, wide("EncryptedPackage")):
		return &report.Failure{
			Message: name + " is protected by a password and cannot be read",
			Hint:    "open it in Excel and take the password off: File, Info, Protect Workbook, Encrypt with Password",
		}
	case bytes.Contains(data, wide("Workbook")), bytes.Contains(data, wide("Book")):
		return &report.Failure{Message: name + " is a workbook of an old Excel (.xls)", Hint: saveAs}
	}
	return &report.Failure{Message: name + " is a document of an old Office program, not an Excel workbook", Hint: saveAs}
}

// wide is s as Office stores the names of streams.
func wide(s string) []byte {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u), byte(u>>8))
	}
	return b
}

func looksLikeText(data []byte) bool {
	head := data[:min(len(data), 4096)]
	for cut := 0; cut < utf8.UTFMax && cut < len(head); cut++ {
		if utf8.Valid(head[:len(head)-cut]) {
			return !bytes.ContainsRune(head, 0)
		}
	}
	return false
}

// notExcel judges by the parts; nil means an Excel workbook.
func (c *container) notExcel(name string) error {
	switch {
	case c.has("[content_types].xml") && !c.has("word/document.xml") && !c.has("xl/workbook.bin"):
		return nil
	case c.has("xl/workbook.bin"):
		return &report.Failure{Message: name + " is a binary workbook (.xlsb)", Hint: saveAs}
	case c.has("word/document.xml"):
		return &report.Failure{Message: name + " is a Word document, not an Excel workbook", Hint: "name the workbook"}
	case c.has("mimetype") && c.has("content.xml"):
		return &report.Failure{
			Message: name + " is an OpenDocument file (.ods), not an Excel workbook",
			Hint:    "open it in LibreOffice and save it as an Excel workbook (.xlsx)",
		}
	}
	return &report.Failure{Message: name + " is a zip file without a workbook in it", Hint: "unpack it and name the workbook"}
}

func (c *container) has(part string) bool { return c.parts[part] != nil }

// errTooLarge is what reading a part gives once it unpacks to too much.
var errTooLarge = errors.New("the workbook unpacks to more than a workbook of figures needs")

// errTooMany is what reading gives once there is more of something than the
// limit.
func errTooMany(limit int, what string) error {
	return fmt.Errorf("the workbook has more than %d %s", limit, what)
}

// reader unpacks a part, within the limits of the whole container.
func (c *container) reader(part string) (io.ReadCloser, error) {
	f := c.parts[partName(part)]
	if f == nil {
		return nil, fmt.Errorf("the part %s is missing", part)
	}
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	return &limited{ReadCloser: r, left: &c.left}, nil
}

// limited stops a part that unpacks to too much, whatever size it claims.
type limited struct {
	io.ReadCloser
	left *int64
}

func (l *limited) Read(p []byte) (int, error) {
	n, err := l.ReadCloser.Read(p)
	if *l.left -= int64(n); *l.left < 0 {
		return 0, errTooLarge
	}
	if err != nil && err != io.EOF {
		err = fmt.Errorf("the packed part is damaged: %w", err)
	}
	return n, err
}
