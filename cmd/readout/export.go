package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"readout/export"
	"readout/store"
)

type exportCmd struct {
	Format string `arg:"" default:"jsonl" help:"jsonl, csv, colt, plover, cameo, ftm, parquet, ical, graphml or markdown (default ${default})."`
	To     string `placeholder:"PATH" help:"Write here instead of to standard output; for csv and jsonl a folder, or a file ending in .zip, for all tables with their description."`
	ID     string `name:"encounter" placeholder:"ENCOUNTER" help:"This one encounter alone."`
	database
	filters
}

// Help is shown by readout export --help.
func (exportCmd) Help() string {
	var b strings.Builder
	b.WriteString(`Examples:
  readout export jsonl --db record.db > record.jsonl     the whole record, the same bytes for the same documents
  readout export csv --to tables --db record.db          all tables, with datapackage.json
  readout export csv --party Putin --since 2014 > putin.csv
  readout export ical --status planned > plans.ics
  readout export markdown --encounter 3f2a91 > call.md

Formats:
  jsonl      documents with what they tell, then encounters
`)
	for _, f := range export.Formats() {
		fmt.Fprintf(&b, "  %-10s %s\n", f.Name, f.Gloss)
	}
	b.WriteString("\nWhat a format has no place for is left out, and counted on standard error. Nothing planned, proposed, cancelled or denied is written as held.")
	return b.String()
}

// Run exports.
func (c *exportCmd) Run(w *world) error {
	return c.use(func(s *store.Store) error {
		switch {
		case c.Format == "jsonl" && c.To == "":
			if c.filters != (filters{}) || c.ID != "" {
				return errors.New("export jsonl writes the whole record; to choose encounters add --to FOLDER, or use another format")
			}
			return s.Export(w.out)
		case c.To != "" && (c.Format == "jsonl" || c.Format == "csv"):
			return c.tables(w, s)
		}
		f, err := export.Find(c.Format)
		if err != nil {
			return fmt.Errorf("%w, jsonl", err)
		}
		var t export.Tally
		err = c.writeTo(w, func(out io.Writer) error {
			t, err = f.Write(out, s, c.filter(), c.ID)
			return err
		})
		return first(err, c.tell(w, t))
	})
}

// tables writes all tables, into a folder or a ZIP archive.
func (c *exportCmd) tables(w *world, s *store.Store) error {
	if c.ID != "" {
		return errors.New("the tables hold many encounters; leave --encounter out, or leave --to out")
	}
	var t export.Tally
	var err error
	if strings.EqualFold(filepath.Ext(c.To), ".zip") {
		err = c.writeTo(w, func(out io.Writer) error {
			t, err = export.Zip(out, c.Format, s, c.filter())
			return err
		})
	} else {
		t, err = export.Package(c.To, c.Format, s, c.filter())
	}
	return first(err, c.tell(w, t))
}

// writeTo gives f the file that is to be written, or standard output. A file that
// could not be written whole is taken away.
func (c *exportCmd) writeTo(w *world, f func(io.Writer) error) error {
	if c.To == "" {
		return f(w.out)
	}
	out, err := os.Create(c.To)
	if err != nil {
		return err
	}
	if err := errors.Join(f(out), out.Close()); err != nil {
		return errors.Join(err, os.Remove(c.To))
	}
	return nil
}

// tell says on standard error what was left out and why.
func (c *exportCmd) tell(w *world, t export.Tally) error {
	for _, l := range t.Left {
		fmt.Fprintf(w.err, "readout: export %s: %d left out: %s\n", c.Format, l.Count, l.Reason)
	}
	return nil
}
