package export

import (
	"archive/zip"
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"readout/store"
)

// Package writes the tables of encounters, participants, accounts and documents into
// a folder, as "csv" or "jsonl", with a datapackage.json that gives the type, unit
// and meaning of every column (https://datapackage.org). The folder is made where it
// is missing; files of the same names are replaced.
func Package(dir, format string, s *store.Store, filter store.Filter) (Tally, error) {
	kind, ok := packageKinds[format]
	if !ok {
		return Tally{}, fmt.Errorf("export: no tables as %q; csv or jsonl", format)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return Tally{}, err
	}
	p := &tables{dir: dir, kind: kind}
	j := &job{store: s, filter: filter}
	err := p.fill(j)
	if err := errors.Join(err, p.close()); err != nil {
		return j.tally, err
	}
	return j.tally, p.describe()
}

// Zip writes the same as one ZIP archive.
func Zip(w io.Writer, format string, s *store.Store, filter store.Filter) (Tally, error) {
	dir, err := os.MkdirTemp("", "readout-export-")
	if err != nil {
		return Tally{}, err
	}
	defer os.RemoveAll(dir)
	t, err := Package(dir, format, s, filter)
	if err != nil {
		return t, err
	}
	z := zip.NewWriter(w)
	if err := z.AddFS(os.DirFS(dir)); err != nil {
		return t, err
	}
	return t, z.Close()
}

// packageKind is how the tables of a package are written.
type packageKind struct {
	ext, media string
	open       func(io.Writer, table) (rowWriter, error)
	list       string // the type of a column that holds a list
}

var packageKinds = map[string]packageKind{
	"csv":   {".csv", "text/csv", newCSV, typeString},
	"jsonl": {".jsonl", "application/x-ndjson", newJSONL, "array"},
}

// tables are the open files of a package.
type tables struct {
	dir   string
	kind  packageKind
	files []*openTable
	seen  map[string]bool // documents that were written
}

type openTable struct {
	table
	file *os.File
	buf  *bufio.Writer
	rows rowWriter
}

func (p *tables) open(t table) (*openTable, error) {
	f, err := os.Create(filepath.Join(p.dir, t.name+p.kind.ext))
	if err != nil {
		return nil, err
	}
	o := &openTable{table: t, file: f, buf: bufio.NewWriterSize(f, 1<<16)}
	p.files = append(p.files, o)
	o.rows, err = p.kind.open(o.buf, t)
	return o, err
}

func (p *tables) fill(j *job) error {
	var open [4]*openTable
	for i, t := range []table{encounterTable(), participantTable(), accountTable(), documentTable()} {
		var err error
		if open[i], err = p.open(t); err != nil {
			return err
		}
	}
	p.seen = map[string]bool{}
	return j.each(func(e store.Encounter) error {
		j.tally.Written++
		return errors.Join(
			open[0].rows.write(encounterRow(e)),
			writeAll(open[1].rows, participantRows(e)),
			writeAll(open[2].rows, accountRows(e)),
			writeAll(open[3].rows, p.unseen(e)))
	})
}

// unseen are the rows of the documents that no encounter before told of.
func (p *tables) unseen(e store.Encounter) []row {
	var out []row
	for _, d := range sources(e) {
		if !p.seen[d.ID] {
			p.seen[d.ID] = true
			out = append(out, documentRow(d))
		}
	}
	return out
}

func writeAll(w rowWriter, rs []row) error {
	for _, r := range rs {
		if err := w.write(r); err != nil {
			return err
		}
	}
	return nil
}

func (p *tables) close() error {
	var errs []error
	for _, o := range p.files {
		if o.rows != nil {
			errs = append(errs, o.rows.flush())
		}
		errs = append(errs, o.buf.Flush(), o.file.Close())
	}
	return errors.Join(errs...)
}

// The description of a package, in the words of Data Package and Table Schema.
type (
	packageJSON struct {
		Profile     string         `json:"profile"`
		Name        string         `json:"name"`
		Title       string         `json:"title"`
		Description string         `json:"description"`
		Resources   []resourceJSON `json:"resources"`
	}
	resourceJSON struct {
		Profile     string     `json:"profile"`
		Name        string     `json:"name"`
		Path        string     `json:"path"`
		Description string     `json:"description"`
		Mediatype   string     `json:"mediatype"`
		Encoding    string     `json:"encoding"`
		Schema      schemaJSON `json:"schema"`
	}
	schemaJSON struct {
		Fields        []fieldJSON   `json:"fields"`
		PrimaryKey    []string      `json:"primaryKey"`
		ForeignKeys   []foreignJSON `json:"foreignKeys,omitempty"`
		MissingValues []string      `json:"missingValues"`
	}
	fieldJSON struct {
		Name        string           `json:"name"`
		Type        string           `json:"type"`
		Unit        string           `json:"unit,omitempty"`
		Description string           `json:"description"`
		Constraints *constraintsJSON `json:"constraints,omitempty"`
	}
	constraintsJSON struct {
		Required bool     `json:"required,omitempty"`
		Enum     []string `json:"enum,omitempty"`
	}
	foreignJSON struct {
		Fields    []string `json:"fields"`
		Reference struct {
			Resource string   `json:"resource"`
			Fields   []string `json:"fields"`
		} `json:"reference"`
	}
)

// describe writes datapackage.json.
func (p *tables) describe() error {
	pack := packageJSON{Profile: "data-package", Name: "readout-record", Title: "Encounters of a sourced record",
		Description: "Who met, called or avoided whom, when and where, as told by whom. A text that begins like a spreadsheet formula, or with an apostrophe, has an apostrophe before it in CSV."}
	for _, o := range p.files {
		pack.Resources = append(pack.Resources, p.resource(o.table))
	}
	body, err := json.MarshalIndent(pack, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(p.dir, "datapackage.json"), append(body, '\n'), 0o644)
}

func (p *tables) resource(t table) resourceJSON {
	r := resourceJSON{Profile: "tabular-data-resource", Name: t.name, Path: t.name + p.kind.ext, Description: t.gloss,
		Mediatype: p.kind.media, Encoding: "utf-8", Schema: schemaJSON{PrimaryKey: t.key, MissingValues: []string{""}}}
	for _, c := range t.columns {
		f := fieldJSON{Name: c.name, Type: c.typ, Unit: c.unit, Description: c.gloss}
		if c.typ == typeList {
			f.Type = p.kind.list
			if f.Type == typeString {
				f.Description += "; joined with \"; \""
			}
		}
		required := false
		for _, k := range t.key {
			required = required || k == c.name
		}
		if required || c.enum != nil {
			f.Constraints = &constraintsJSON{required, c.enum}
		}
		r.Schema.Fields = append(r.Schema.Fields, f)
		if to := t.points[c.name]; to != "" {
			var k foreignJSON
			k.Fields, k.Reference.Resource, k.Reference.Fields = []string{c.name}, to, []string{"id"}
			r.Schema.ForeignKeys = append(r.Schema.ForeignKeys, k)
		}
	}
	return r
}
