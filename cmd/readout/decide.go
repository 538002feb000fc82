package main

import (
	"fmt"
	"strings"
	"time"

	"readout/store"
)

// author says who decides, when and why.
type author struct {
	By     string `placeholder:"NAME" env:"READOUT_AUTHOR" help:"Who decides (default $$READOUT_AUTHOR)."`
	At     string `placeholder:"TIME" help:"When it was decided: 2024-05-31T17:00:00Z (default: now)."`
	Reason string `placeholder:"TEXT" help:"Why."`
	JSON   bool   `name:"json" help:"Print the decision as one JSON object."`
}

// sign puts author, time and reason under a decision.
func (a author) sign(w *world, d store.Decision) (store.Decision, error) {
	d.By, d.At, d.Reason = a.By, a.At, a.Reason
	if strings.TrimSpace(d.By) == "" {
		return d, fmt.Errorf("who decides? give --by NAME, or set READOUT_AUTHOR")
	}
	if d.At == "" {
		d.At = w.now().UTC().Format(time.RFC3339)
	}
	return d, nil
}

// decide signs and stores a decision and prints it.
func (a author) decide(w *world, s *store.Store, d store.Decision) error {
	d, err := a.sign(w, d)
	if err != nil {
		return err
	}
	if d, err = s.Decide(d); err != nil {
		return err
	}
	now, err := s.Decision(d.ID)
	if err != nil {
		return err
	}
	if a.JSON {
		return lines(w.out).Encode(map[string]store.Decided{"decision": now})
	}
	p := newPage(w.out)
	p.line("decision %s: %s", short(now.ID), decisionLine(now))
	for _, id := range now.Encounters {
		e, err := s.Encounter(id)
		if err != nil {
			return err
		}
		p.bullet(2, "encounter "+short(e.ID)+": "+summary(e.Facts))
	}
	return nil
}

// targets are what is decided about: encounters, by their ids, or the accounts that
// some documents give of one.
func targets(s *store.Store, ids []string, documents []string) ([]store.Target, error) {
	var out []store.Target
	for _, id := range ids {
		ts, err := s.EncounterTargets(id, documents...)
		if err != nil {
			return nil, err
		}
		out = append(out, ts...)
	}
	return out, nil
}

type sameCmd struct {
	IDs []string `arg:"" name:"encounter" help:"Ids of two encounters or more (their beginnings are enough)."`
	database
	author
}

// Help is shown by readout same --help.
func (sameCmd) Help() string {
	return `Examples:
  readout same 3fa94c21 b07712aa --by "Eva Holm" --db record.db
  readout same 3fa94c21 b07712aa --by "Eva Holm" --reason "the call was moved by a day"

The decision wins over the machine. It is bound to the documents' texts and the sentences that tell, so that it outlasts a new reading; readout undo takes it back.`
}

// Run joins encounters.
func (c *sameCmd) Run(w *world) error {
	return c.use(func(s *store.Store) error {
		on, err := targets(s, c.IDs, nil)
		if err != nil {
			return err
		}
		return c.decide(w, s, store.Decision{Kind: store.Same, On: on})
	})
}

type differentCmd struct {
	ID    string `arg:"" name:"encounter" help:"An encounter's id (its beginning is enough)."`
	Other string `arg:"" optional:"" help:"Another encounter's, to be kept apart from it."`
	database
	Document []string `placeholder:"ID" help:"Split off what these documents tell of the encounter from what the others tell."`
	author
}

// Help is shown by readout different --help.
func (differentCmd) Help() string {
	return `Examples:
  readout different 3fa94c21 b07712aa --by "Eva Holm" --db record.db     two encounters stay apart
  readout different 3fa94c21 --document reuters-2021-12-30 --by "Eva Holm"     one is split`
}

// Run keeps encounters apart, or splits one.
func (c *differentCmd) Run(w *world) error {
	return c.use(func(s *store.Store) error {
		d := store.Decision{Kind: store.Different}
		var err error
		switch {
		case (c.Other == "") == (len(c.Document) == 0):
			return fmt.Errorf("name another encounter, or with --document the documents to split off")
		case c.Other != "":
			if d.On, err = targets(s, []string{c.ID}, nil); err == nil {
				d.Against, err = targets(s, []string{c.Other}, nil)
			}
		default:
			d.On, d.Against, err = split(s, c.ID, c.Document)
		}
		if err != nil {
			return err
		}
		return c.decide(w, s, d)
	})
}

// split parts an encounter's targets into those of some documents and the rest.
func split(s *store.Store, id string, documents []string) (on, against []store.Target, err error) {
	all, err := targets(s, []string{id}, nil)
	if err != nil {
		return nil, nil, err
	}
	if on, err = targets(s, []string{id}, documents); err != nil {
		return nil, nil, err
	}
	chosen := map[store.Target]bool{}
	for _, t := range on {
		chosen[t] = true
	}
	for _, t := range all {
		if !chosen[t] {
			against = append(against, t)
		}
	}
	if len(against) == 0 {
		return nil, nil, fmt.Errorf("nothing is left of encounter %q without these documents", id)
	}
	return on, against, nil
}

type correctCmd struct {
	ID    string `arg:"" name:"encounter" help:"An encounter's id (its beginning is enough)."`
	Field string `arg:"" help:"kind, format, status, how, participants, host, initiator, date, place, gathering, topics, duration, outcome or reason."`
	Value string `arg:"" help:"The value; \"\" says that it is not told."`
	database
	Document []string `placeholder:"ID" help:"Only what these documents tell of the encounter."`
	author
}

// Help is shown by readout correct --help.
func (correctCmd) Help() string {
	return `Examples:
  readout correct 3fa94c21 date 2021-12-30 --by "Eva Holm" --db record.db
  readout correct 3fa94c21 place "Villa La Grange, Geneva, Switzerland" --by "Eva Holm"
  readout correct 3fa94c21 participants "Ana Ruiz (Spain, foreign minister); Mali" --by "Eva Holm"
  readout correct 3fa94c21 topics "fish; water" --by "Eva Holm"
  readout correct 3fa94c21 duration 30-40 --by "Eva Holm"
  readout correct 3fa94c21 gathering "" --by "Eva Holm"     it is not told

The value takes the place of all that was read, lists whole. It is kept as an account of the analyst's, with the sentence as its evidence; what was read stays beside it.`
}

// Run corrects a field.
func (c *correctCmd) Run(w *world) error {
	return c.use(func(s *store.Store) error {
		on, err := targets(s, []string{c.ID}, c.Document)
		if err != nil {
			return err
		}
		return c.decide(w, s, store.Decision{Kind: store.Correct, Field: c.Field, Value: c.Value, On: on})
	})
}

type acceptCmd struct {
	ID string `arg:"" name:"encounter" help:"An encounter's id (its beginning is enough)."`
	database
	author
}

// Help is shown by readout accept --help.
func (acceptCmd) Help() string {
	return `Examples:
  readout accept 3fa94c21 --by "Eva Holm" --db record.db`
}

// Run accepts an encounter.
func (c *acceptCmd) Run(w *world) error {
	return c.use(func(s *store.Store) error {
		on, err := targets(s, []string{c.ID}, nil)
		if err != nil {
			return err
		}
		return c.decide(w, s, store.Decision{Kind: store.Accept, On: on})
	})
}

type rejectCmd struct {
	ID string `arg:"" name:"encounter" help:"An encounter's id (its beginning is enough)."`
	database
	Document []string `placeholder:"ID" help:"Only what these documents tell."`
	author
}

// Help is shown by readout reject --help.
func (rejectCmd) Help() string {
	return `Examples:
  readout reject 3fa94c21 --by "Eva Holm" --reason "a film about them" --db record.db
  readout reject 3fa94c21 --document gazette-2020-03-01 --by "Eva Holm"

What was read stays with its document; it is in no encounter any more, until readout undo takes the decision back.`
}

// Run rejects what was read.
func (c *rejectCmd) Run(w *world) error {
	return c.use(func(s *store.Store) error {
		on, err := targets(s, []string{c.ID}, c.Document)
		if err != nil {
			return err
		}
		return c.decide(w, s, store.Decision{Kind: store.Reject, On: on})
	})
}

type undoCmd struct {
	ID string `arg:"" name:"decision" help:"A decision's id (its beginning is enough; see: readout decisions)."`
	database
	author
}

// Help is shown by readout undo --help.
func (undoCmd) Help() string {
	return `Examples:
  readout undo 91c0de44 --by "Eva Holm" --db record.db

An undo is a decision too and can be undone; nothing of the history is lost.`
}

// Run takes a decision back.
func (c *undoCmd) Run(w *world) error {
	return c.use(func(s *store.Store) error {
		d, err := s.Decision(c.ID)
		if err != nil {
			return err
		}
		return c.decide(w, s, store.Decision{Kind: store.Undo, Undoes: d.ID})
	})
}
