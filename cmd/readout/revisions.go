package main

import (
	"bufio"
	"fmt"
	"slices"

	"readout"
	"readout/resolve"
	"readout/store"
)

type revisionsCmd struct {
	ID string `arg:"" optional:"" name:"document" help:"Only those of this document."`
	database
	JSON bool `name:"json" help:"One JSON object an earlier version and line."`
}

// Help is shown by readout revisions --help.
func (revisionsCmd) Help() string {
	return `Examples:
  readout revisions --db record.db
  readout revisions example.org/news/1234

For every text that gave way to a later one: what it told and the next one does not (withdrawn), and what the next one tells that it did not (added).`
}

// Run shows revisions.
func (c *revisionsCmd) Run(w *world) error {
	return c.use(func(s *store.Store) error {
		vs, err := s.Versions(c.ID)
		if err != nil {
			return err
		}
		out := bufio.NewWriter(w.out)
		p, enc := newPage(out), lines(out)
		for i, v := range vs {
			next, err := following(s, vs, i)
			if err != nil {
				return err
			}
			r := revisionOf(v, next)
			if c.JSON {
				if err := enc.Encode(r); err != nil {
					return err
				}
				continue
			}
			p.line("%s%s", clean(r.Document), ifAny(" · replaced ", r.Replaced))
			p.line("text %s gave way to %s", short(r.Hash), short(r.Next))
			for _, x := range r.Withdrawn {
				p.bullet(2, "withdrawn: "+x)
			}
			for _, x := range r.Added {
				p.bullet(2, "added: "+x)
			}
			p.line("")
		}
		if err := out.Flush(); err != nil || c.JSON {
			return err
		}
		return counted(w, len(vs), "revision")
	})
}

// following is the version that took the place of the i-th.
func following(s *store.Store, vs []store.Version, i int) (readout.Readout, error) {
	if i+1 < len(vs) && vs[i+1].Document.ID == vs[i].Document.ID {
		return vs[i+1].Readout, nil
	}
	return s.Readout(vs[i].Document.ID)
}

type revisionJSON struct {
	Document  string   `json:"document"`
	Hash      string   `json:"hash"`
	Next      string   `json:"next"`
	Replaced  string   `json:"replaced,omitempty"`
	Withdrawn []string `json:"withdrawn"`
	Added     []string `json:"added"`
}

func revisionOf(v store.Version, next readout.Readout) revisionJSON {
	return revisionJSON{v.Document.ID, v.Hash, next.Document.Hash(), shownTime(v.Replaced), missing(v.Readout, next), missing(next, v.Readout)}
}

// missing are the facts of one reading that another of the same document has not:
// encounters that none of its encounters can be, and statements whose words it lacks.
func missing(from, in readout.Readout) []string {
	out := []string{}
	for _, e := range from.Encounters {
		if !slices.ContainsFunc(in.Encounters, func(o readout.Encounter) bool { return sameTold(e, o) }) {
			out = append(out, summary(e.Facts))
		}
	}
	said := map[string]bool{}
	for _, st := range in.Statements {
		said[saidBy(st, in.Document.Text)] = true
	}
	for _, st := range from.Statements {
		if key := saidBy(st, from.Document.Text); !said[key] {
			out = append(out, fmt.Sprintf("%s: “%s”", clean(speakerLine(st)), clean(st.Content.In(from.Document.Text))))
		}
	}
	return out
}

func saidBy(st readout.Statement, text string) string {
	return st.Speaker.Value().Name + "\x00" + st.Content.In(text)
}

// sameTold tells whether two readings of one document tell of one encounter: their
// accounts can be linked, and its status, date, place and parties did not change.
func sameTold(a, b readout.Encounter) bool {
	if summary(a.Facts) == summary(b.Facts) {
		return true
	}
	if a.Status.Value() != b.Status.Value() || a.Date.Value() != b.Date.Value() {
		return false
	}
	x, y := slices.Clone(a.Accounts), slices.Clone(b.Accounts)
	for i := range x {
		x[i].ID, x[i].Record, x[i].Document = fmt.Sprint("a", i), "a", "a"
	}
	for i := range y {
		y[i].ID, y[i].Record, y[i].Document = fmt.Sprint("b", i), "b", "b"
	}
	return len(resolve.Links(x, y)) > 0
}
