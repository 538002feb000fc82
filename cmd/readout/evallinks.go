package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"readout"
	"readout/eval"
	"readout/resolve"
	"readout/store"
	"readout/web"
)

// scoreLinks scores how the accounts of a set's documents are put together, and what is
// said of where they differ: on the annotated records, and on what was read, stored as
// readout add stores it. Without a file of links there is nothing to score.
func scoreLinks(path, set, goldFile string, gold []eval.Record, read []readout.Readout) ([]eval.Row, []eval.Difference, error) {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, nil
	}
	if err != nil {
		return nil, nil, fmt.Errorf("evaluate: %w", err)
	}
	defer f.Close()
	links, err := eval.ReadLinks(path, f)
	if err != nil {
		return nil, nil, err
	}
	groups, err := goldGroups(goldFile, read)
	if err != nil {
		return nil, nil, err
	}
	dir, err := os.MkdirTemp("", "readout")
	if err != nil {
		return nil, nil, fmt.Errorf("evaluate: %w", err)
	}
	defer os.RemoveAll(dir)
	encounters, said, err := stored(filepath.Join(dir, "record.db"), read)
	if err != nil {
		return nil, nil, err
	}
	rows := append(eval.GroupRows(set, gold, links, groups), eval.FromTextRow(set, gold, links, encounters))
	found, missed := eval.DifferenceRows(set, links, said)
	return append(rows, found...), missed, nil
}

// goldGroups puts the annotated records together. The documents say when they were published.
func goldGroups(path string, read []readout.Readout) ([][]eval.Place, error) {
	published := map[string]string{}
	for _, r := range read {
		published[r.Document.ID] = r.Document.Published
	}
	g := resolve.NewGrouper()
	if err := eachRecord(path, published, g.Add); err != nil {
		return nil, err
	}
	groups, err := groupsOf(g)
	out := make([][]eval.Place, len(groups))
	for i, places := range groups {
		for _, p := range places {
			out[i] = append(out[i], eval.Place{Document: p.document, Index: p.index})
		}
	}
	return out, err
}

// stored puts what was read into a record of its own: its encounters, and what it says of
// where their accounts differ.
func stored(path string, read []readout.Readout) (encounters [][]eval.Account, said eval.Links, err error) {
	opts := storeOptions()
	opts.Create = true
	s, err := store.Open(path, opts)
	if err != nil {
		return nil, said, err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	if _, err := s.Add(read, false); err != nil {
		return nil, said, err
	}
	if err := s.Settle(); err != nil {
		return nil, said, err
	}
	es, err := s.Encounters(store.Filter{})
	if err != nil {
		return nil, said, err
	}
	for _, e := range es {
		var accounts []eval.Account
		for _, r := range e.Records {
			accounts = append(accounts, eval.Account{Document: r.Document.ID, EncounterRecord: eval.EncounterOf(r.Encounter)})
		}
		encounters = append(encounters, accounts)
		eachPair(resolve.Disagreements(e.Encounter), func(d resolve.Disagreement, a, b resolve.Telling) {
			said.Disagreements = append(said.Disagreements, eval.NotedDifference{Field: d.Field, Type: string(d.Type), A: noted(a), B: noted(b)})
		})
		silences, err := web.Silences(s, e)
		if err != nil {
			return nil, said, err
		}
		eachTold(silences, func(_ resolve.Silence, t resolve.Telling) {
			said.Silences = append(said.Silences, eval.NotedSilence{Told: noted(t)})
		})
	}
	return encounters, said, nil
}

func noted(t resolve.Telling) eval.Noted {
	out := eval.Noted{Document: t.Document}
	if len(t.At) > 0 {
		out.At = eval.Range{Start: int(t.At[0].Start), End: int(t.At[0].End)}
	}
	return out
}
