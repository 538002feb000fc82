package main

import (
	"bufio"
	"encoding/json"

	"readout"
	"readout/resolve"
	"readout/store"
)

type silencesCmd struct {
	ID string `arg:"" optional:"" help:"Only this encounter's (the beginning of its id is enough)."`
	database
	filters
	JSON bool `name:"json" help:"One JSON object a silence and document that tells, and line."`
}

// Help is shown by readout silences --help.
func (silencesCmd) Help() string {
	return `Examples:
  readout silences --db record.db
  readout silences --party Biden --with Putin --json

A side speaks through its officials and its own releases. Only encounters of which both sides have spoken are compared.`
}

// Run prints silences, encounter by encounter.
func (c *silencesCmd) Run(w *world) error {
	return c.use(func(s *store.Store) error {
		es, err := chosen(s, c.ID, c.filters)
		if err != nil {
			return err
		}
		out := bufio.NewWriter(w.out)
		n, p := 0, page{out, textColumns(w.out)}
		for _, e := range es {
			found := resolve.Silences(e.Encounter)
			n += len(found)
			if len(found) == 0 {
				continue
			}
			if c.JSON {
				err = printSilences(lines(out), e.ID, found)
			} else {
				err = p.about(s, e, func([]column) { p.silences(found) })
			}
			if err != nil {
				return err
			}
		}
		if err := out.Flush(); err != nil || c.JSON {
			return err
		}
		return counted(w, n, "silence")
	})
}

type silenceJSON struct {
	Encounter string   `json:"encounter"`
	Topic     string   `json:"topic"`
	ToldBy    string   `json:"told_by"`
	ToldIn    toldJSON `json:"told_in"`
	Silent    string   `json:"silent"`
}

type toldJSON struct {
	Document string       `json:"document"`
	At       readout.Span `json:"at"`
}

func printSilences(enc *json.Encoder, encounter string, ss []resolve.Silence) error {
	for _, s := range ss {
		for _, t := range eachVoice(s.Told) {
			told := tellingOf(t)
			err := enc.Encode(map[string]silenceJSON{"silence": {encounter, s.Topic, s.ToldBy, toldJSON{told.Document, told.At}, s.Silent}})
			if err != nil {
				return err
			}
		}
	}
	return nil
}
