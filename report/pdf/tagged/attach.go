package tagged

import (
	"fmt"
	"strings"

	"panelpack/report/pdf/object"
)

// attachments embeds the files, and gives them by name and as a list.
func (f *finisher) attachments() (named object.Dict, all object.Array) {
	files := map[string]object.Object{}
	for _, a := range f.doc.opts.Attachments {
		data := f.file.Add(&object.Stream{
			Dict: object.Dict{
				"Type": object.Name("EmbeddedFile"), "Subtype": object.Name(a.MediaType),
				"Params": object.Dict{"Size": len(a.Data), "ModDate": pdfDate(f.doc.opts.Date)},
			},
			Data: a.Data,
		})
		file := f.file.Add(object.Dict{
			"Type": object.Name("Filespec"), "AFRelationship": object.Name("Data"),
			"F": object.Text(a.Name), "UF": object.Text(a.Name), "Desc": object.Text(a.Words),
			"EF": object.Dict{"F": data, "UF": data},
		})
		files[a.Name] = file
		all = append(all, file)
	}
	return object.Dict{"Names": nameList(files)}, all
}

// checkAttachments fails with the first file that is not wholly said.
func (d *Doc) checkAttachments() error {
	seen := map[string]bool{}
	for _, a := range d.opts.Attachments {
		switch {
		case a.Name == "" || a.Words == "":
			return fmt.Errorf("an attachment without a name or words")
		case !strings.Contains(a.MediaType, "/"):
			return fmt.Errorf("attachment %q has the media type %q", a.Name, a.MediaType)
		case seen[a.Name]:
			return fmt.Errorf("two attachments are called %q", a.Name)
		}
		seen[a.Name] = true
	}
	return nil
}
