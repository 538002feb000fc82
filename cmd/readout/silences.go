package main

import (
	"encoding/json"

	"readout"
	"readout/resolve"
	"readout/store"
	"readout/web"
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

A side speaks through its officials and its own releases: what their accounts name as topics, and what they say among the words that tell of the encounter. Only encounters of which both sides have spoken are compared; what one of them said close by counts as said.`
}

// Run prints silences, encounter by encounter.
func (c *silencesCmd) Run(w *world) error {
	return c.use(func(s *store.Store) error {
		es, err := chosen(s, c.ID, c.filters)
		if err != nil {
			return err
		}
		print := printSilences
		if !c.JSON {
			print = nil
		}
		find := func(e store.Encounter) ([]resolve.Silence, error) { return web.Silences(s, e) }
		show := func(p page, found []resolve.Silence, _ []column) { p.silences(found) }
		return eachFound(w, s, es, "silence", find, print, show)
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

// printSilences writes a line for each document that tells what another side does not.
func printSilences(enc *json.Encoder, encounter string, ss []resolve.Silence) (err error) {
	eachTold(ss, func(s resolve.Silence, t resolve.Telling) {
		if err == nil {
			told := tellingOf(t)
			err = enc.Encode(map[string]silenceJSON{"silence": {encounter, s.Topic, s.ToldBy, toldJSON{told.Document, told.At}, s.Silent}})
		}
	})
	return err
}

// eachTold visits what one side tells and another does not, each voice of a document once.
func eachTold(ss []resolve.Silence, visit func(s resolve.Silence, t resolve.Telling)) {
	for _, s := range ss {
		for _, t := range eachVoice(s.Told) {
			visit(s, t)
		}
	}
}
