package main

import (
	"bufio"
	"fmt"

	"readout/store"
)

type decisionsCmd struct {
	ID string `arg:"" optional:"" name:"encounter" help:"Only those about this encounter (the beginning of its id is enough)."`
	database
	By      string `placeholder:"NAME" help:"Only this analyst's."`
	Kind    string `placeholder:"KIND" enum:",accept,correct,reject,same,different,undo" default:"" help:"accept, correct, reject, same, different or undo."`
	Active  bool   `help:"Only those in force."`
	Unbound bool   `help:"Only those that can no longer be bound: their document is gone, has another text, or tells of nothing there."`
	JSON    bool   `name:"json" help:"One JSON object a decision and line (see: readout help format)."`
}

// Help is shown by readout decisions --help.
func (decisionsCmd) Help() string {
	return `Examples:
  readout decisions --db record.db
  readout decisions 3fa94c21          the history of one encounter
  readout decisions --unbound --json

A decision is never lost: one whose document comes back with the same text holds again.`
}

// Run lists decisions.
func (c *decisionsCmd) Run(w *world) error {
	return c.use(func(s *store.Store) error {
		ds, err := s.Decisions(store.DecisionFilter{Encounter: c.ID, By: c.By, Kind: c.Kind, Active: c.Active, Unbound: c.Unbound})
		if err != nil {
			return err
		}
		if c.JSON {
			return printDecisions(w, ds)
		}
		p := newPage(w.out)
		for _, d := range ds {
			p.line("%s  %s", short(d.ID), decisionLine(d))
			for _, l := range d.Unbound {
				p.bullet(4, fmt.Sprintf("no longer bound to %s [%d,%d): %s", clean(l.Document), l.At.Start, l.At.End, l.Why))
			}
		}
		return counted(w, len(ds), "decision")
	})
}

func printDecisions(w *world, ds []store.Decided) error {
	out := bufio.NewWriter(w.out)
	enc := lines(out)
	for _, d := range ds {
		if err := enc.Encode(map[string]store.Decided{"decision": d}); err != nil {
			return err
		}
	}
	return out.Flush()
}

// decisionLine is "2024-05-31T17:00:00Z Eva Holm: date is 2021-12-30 (of 3fa94c21)".
func decisionLine(d store.Decided) string {
	line := d.At + " " + clean(d.By) + ": "
	switch d.Kind {
	case store.Correct:
		value := clean(d.Value)
		if value == "" {
			value = "not told"
		}
		line += clean(d.Field) + " is " + value
	case store.Undo:
		line += "takes back " + short(d.Undoes)
	case store.Same:
		line += "one encounter"
	case store.Different:
		line += "different encounters"
	case store.Reject:
		line += "no encounter"
	default:
		line += d.Kind
	}
	for i, e := range d.Encounters {
		line += map[bool]string{true: ", of ", false: ", "}[i == 0] + short(e)
	}
	if d.Reason != "" {
		line += " (" + clean(d.Reason) + ")"
	}
	if !d.Active {
		line += " · taken back" + ifAny(" by ", short(d.UndoneBy))
	}
	return line
}
