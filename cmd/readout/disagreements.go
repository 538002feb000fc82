package main

import (
	"bufio"
	"encoding/json"

	"readout"
	"readout/resolve"
	"readout/store"
)

type differCmd struct {
	ID string `arg:"" optional:"" help:"Only this encounter's (the beginning of its id is enough)."`
	database
	filters
	Type string `placeholder:"TYPE" enum:",contradiction,precision,emphasis" default:"" help:"contradiction (cannot both be true), precision (one is more exact) or emphasis."`
	JSON bool   `name:"json" help:"One JSON object a pair of tellings and line (see: readout help format)."`
}

// Help is shown by readout disagreements --help.
func (differCmd) Help() string {
	return `Examples:
  readout disagreements --db record.db
  readout disagreements --type contradiction --party Putin --since 2014
  readout disagreements 3fa94c21 --json

More exact is no contradiction: "Tuesday" and "11 November" can both be true.`
}

// Run prints disagreements, encounter by encounter.
func (c *differCmd) Run(w *world) error {
	return c.use(func(s *store.Store) error {
		es, err := chosen(s, c.ID, c.filters)
		if err != nil {
			return err
		}
		print := printDisagreements
		if !c.JSON {
			print = nil
		}
		return eachFound(w, s, es, "disagreement", c.found, print, page.disagreements)
	})
}

// eachFound finds something in each encounter and prints it: with print as JSON, one
// object a line, or where print is nil with show under the encounter's head line, and
// the count of what was found last.
func eachFound[T any](w *world, s *store.Store, es []store.Encounter, what string, find func(store.Encounter) ([]T, error),
	print func(*json.Encoder, string, []T) error, show func(page, []T, []column)) error {
	out := bufio.NewWriter(w.out)
	n, p := 0, page{out, textColumns(w.out)}
	for _, e := range es {
		found, err := find(e)
		if err != nil {
			return err
		}
		n += len(found)
		if len(found) == 0 {
			continue
		}
		if print != nil {
			err = print(lines(out), e.ID, found)
		} else {
			err = p.about(s, e, func(cols []column) { show(p, found, cols) })
		}
		if err != nil {
			return err
		}
	}
	if err := out.Flush(); err != nil || print != nil {
		return err
	}
	return counted(w, n, what)
}

func (c *differCmd) found(e store.Encounter) ([]resolve.Disagreement, error) {
	var out []resolve.Disagreement
	for _, d := range resolve.Disagreements(e.Encounter) {
		if c.Type == "" || string(d.Type) == c.Type {
			out = append(out, d)
		}
	}
	return out, nil
}

// chosen are the encounters that a filter asks for, or the one with an id.
func chosen(s *store.Store, id string, f filters) ([]store.Encounter, error) {
	if id == "" {
		return s.Encounters(f.filter())
	}
	e, err := s.Encounter(id)
	return []store.Encounter{e}, err
}

// about prints an encounter's head line and what body prints of its accounts.
func (p page) about(s *store.Store, e store.Encounter, body func([]column)) error {
	cols, err := columnsOf(s, e)
	if err != nil {
		return err
	}
	p.line("%s", summary(e.Facts))
	p.line("encounter %s", short(e.ID))
	body(cols)
	p.line("")
	return nil
}

type disagreementJSON struct {
	Encounter string       `json:"encounter"`
	Field     string       `json:"field"`
	Type      resolve.Type `json:"type"`
	A         tellingJSON  `json:"a"`
	B         tellingJSON  `json:"b"`
}

type tellingJSON struct {
	Document string       `json:"document"`
	At       readout.Span `json:"at"`
	Voice    string       `json:"voice"`
	Side     string       `json:"side,omitempty"`
	Value    string       `json:"value"`
}

func tellingOf(t resolve.Telling) tellingJSON {
	j := tellingJSON{Document: t.Document, Voice: t.Voice, Side: t.Side, Value: t.Value}
	if len(t.At) > 0 {
		j.At = t.At[0]
	}
	return j
}

// printDisagreements writes a line for each two tellings that differ.
func printDisagreements(enc *json.Encoder, encounter string, ds []resolve.Disagreement) (err error) {
	eachPair(ds, func(d resolve.Disagreement, a, b resolve.Telling) {
		if err == nil {
			err = enc.Encode(map[string]disagreementJSON{"disagreement": {encounter, d.Field, d.Type, tellingOf(a), tellingOf(b)}})
		}
	})
	return err
}

// eachPair visits each two tellings that differ, each voice of a document once.
func eachPair(ds []resolve.Disagreement, visit func(d resolve.Disagreement, a, b resolve.Telling)) {
	for _, d := range ds {
		for _, a := range eachVoice(d.A) {
			for _, b := range eachVoice(d.B) {
				if a.Document != b.Document || a.Voice != b.Voice {
					visit(d, a, b)
				}
			}
		}
	}
}

func eachVoice(ts []resolve.Telling) []resolve.Telling {
	var out []resolve.Telling
	seen := map[[2]string]bool{}
	for _, t := range ts {
		if k := [2]string{t.Document, t.Voice}; !seen[k] {
			seen[k] = true
			out = append(out, t)
		}
	}
	return out
}
