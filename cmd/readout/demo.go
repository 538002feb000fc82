package main

import (
	"bufio"
	_ "embed" // for the collection
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"readout"
	"readout/store"
)

// collection is a handful of short texts in our own words about real, public
// encounters, a document a line.
//
//go:embed demo/collection.jsonl
var collection string

type demoCmd struct {
	Keep string `placeholder:"FOLDER" help:"Keep the collection and its record in this folder, to go on with."`
}

// Help is shown by readout demo --help.
func (demoCmd) Help() string {
	return `Examples:
  readout demo
  readout demo --keep tour        leaves tour/collection.jsonl and tour/record.db

Eight short texts in our own words about real encounters: two sides' versions of one call, a report that passes on a spokesman's words through an agency, a plan, a cancellation, a denial, a handshake.`
}

// Run reads the collection, stores it, and prints the record.
func (c *demoCmd) Run(w *world) error {
	dir, err := c.folder()
	if err != nil {
		return err
	}
	if c.Keep == "" {
		defer os.RemoveAll(dir)
	}
	if err := os.WriteFile(filepath.Join(dir, "collection.jsonl"), []byte(collection), 0o600); err != nil {
		return err
	}
	rs, err := readCollection()
	if err != nil {
		return err
	}
	path := filepath.Join(dir, "record.db")
	return database{DB: path}.demo(w, rs, c.Keep != "")
}

func (c *demoCmd) folder() (string, error) {
	if c.Keep == "" {
		return os.MkdirTemp("", "readout-demo-")
	}
	return c.Keep, os.MkdirAll(c.Keep, 0o700)
}

func readCollection() ([]readout.Readout, error) {
	newReader, _, err := loadReader(byDefault)
	if err != nil {
		return nil, err
	}
	read := newReader()
	var out []readout.Readout
	in := bufio.NewScanner(strings.NewReader(collection))
	for in.Scan() {
		var d readout.Document
		if err := json.Unmarshal(in.Bytes(), &d); err != nil {
			return nil, err
		}
		out = append(out, read(d))
	}
	return out, nil
}

func (d database) demo(w *world, rs []readout.Readout, kept bool) error {
	s, err := d.with(true)
	if err != nil {
		return err
	}
	defer s.Close()
	if _, err := s.Add(rs, false); err != nil {
		return err
	}
	if err := s.Settle(); err != nil {
		return err
	}
	es, err := s.Encounters(store.Filter{})
	if err != nil {
		return err
	}
	p := newPage(w.out)
	p.line("Read %d short texts about real encounters.", len(rs))
	p.line("")
	p.line("THE TIMELINE")
	printTimeline(w, es)
	p.line("")
	best, dispute := mostTold(es), inDispute(es)
	for _, part := range []struct {
		title string
		i     int
	}{{"ONE ENCOUNTER, ITS ACCOUNTS SIDE BY SIDE", best}, {"ONE IN DISPUTE", dispute}} {
		if part.i < 0 || part.title == "ONE IN DISPUTE" && best == dispute {
			continue
		}
		p.line("%s", part.title)
		if err := showEncounter(w, s, es[part.i]); err != nil {
			return err
		}
		p.line("")
	}
	p.next(d.DB, es, kept)
	return nil
}

// mostTold is the encounter that most documents tell of, or -1.
func mostTold(es []store.Encounter) int {
	best := -1
	for i, e := range es {
		if best < 0 || len(e.Records) > len(es[best].Records) {
			best = i
		}
	}
	return best
}

// inDispute is the encounter whose accounts contradict each other most, or -1.
func inDispute(es []store.Encounter) int {
	best, most := -1, 0
	for i, e := range es {
		if n := len(disputed(e.Encounter)); n > most {
			best, most = i, n
		}
	}
	return best
}

// next says what to do after the demonstration.
func (p page) next(db string, es []store.Encounter, kept bool) {
	p.line("WHAT NEXT")
	if !kept {
		p.line("  readout demo --keep tour                  the same, kept in the folder tour")
		db = filepath.Join("tour", "record.db")
	}
	p.line("  readout timeline --db %s --party Putin --since 2021", db)
	if i := mostTold(es); i >= 0 {
		p.line("  readout show %s --db %s", short(es[i].ID), db)
	}
	p.line("  readout add YOUR-TEXTS --db record.db     read texts of your own: files, folders, JSON Lines")
	p.line("  readout explain FILE                      see the words and the rule behind every value")
	fmt.Fprintln(p.w, "  readout help terms                        what the words mean")
}
