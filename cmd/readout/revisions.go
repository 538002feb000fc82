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

// missing are the facts of one reading that another of the same document has not, a
// line each.
func missing(from, in readout.Readout) []string {
	out := []string{}
	es, sts := resolve.Missing(from, in)
	for _, e := range es {
		out = append(out, summary(e.Facts))
	}
	for _, e := range from.Encounters {
		o, there := resolve.Counterpart(e, in)
		if !there {
			continue
		}
		for _, f := range factsOf(e.Facts) {
			if !slices.Contains(valuesOf(o.Facts, f.field), clean(f.value)) {
				out = append(out, fmt.Sprintf("%s %s of: %s", f.field, clean(f.value), summary(e.Facts)))
			}
		}
	}
	for _, st := range sts {
		out = append(out, fmt.Sprintf("%s: “%s”", clean(speakerLine(st)), clean(st.Content.In(from.Document.Text))))
	}
	return out
}

// withdrawn prints what earlier texts told of an encounter and the present ones do not.
func (p page) withdrawn(e store.Encounter, former []store.Former) {
	lines := withdrawnLines(e, former)
	if len(lines) > 0 {
		p.line("WITHDRAWN")
	}
	for _, l := range lines {
		p.bullet(2, l)
	}
}

// withdrawnLines say what each document told until its text was edited, each fact once.
func withdrawnLines(e store.Encounter, former []store.Former) []string {
	var out []string
	said := map[string]bool{}
	for _, f := range former {
		now, tells := nowTold(e, f.Document.ID)
		says := summary(f.Told.Facts)
		if !tells && !said[f.Document.ID+says] {
			said[f.Document.ID+says] = true
			out = append(out, fmt.Sprintf("%s%s told of it: %s", sourceLine(f.Document), ifAny(", until ", shownTime(f.Replaced)), says))
		}
		for _, was := range factsOf(f.Told.Facts) {
			key := f.Document.ID + "\x00" + was.field + "\x00" + was.value
			if !tells || said[key] || slices.Contains(valuesOf(now, was.field), clean(was.value)) {
				continue
			}
			said[key] = true
			line := fmt.Sprintf("%s%s: %s %s %s", sourceLine(f.Document), ifAny(", until ", shownTime(f.Replaced)), was.field, clean(was.value), quoted(f.Text, firstOf(was.at)))
			if is := valueOf(now, was.field); is != "" {
				line += "; now " + is
			}
			out = append(out, line)
		}
	}
	return out
}

// nowTold is what the present text of a document tells of an encounter.
func nowTold(e store.Encounter, document string) (readout.Facts, bool) {
	for _, r := range e.Records {
		if r.Document.ID == document {
			return r.Facts, true
		}
	}
	return readout.Facts{}, false
}
