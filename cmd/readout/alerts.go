package main

import (
	"bufio"
	"fmt"
	"net/url"
	"strings"
	"time"

	"readout"
	"readout/export"
	"readout/resolve"
	"readout/store"
	"readout/watch"
)

type alertsCmd struct {
	Save alertsSaveCmd `cmd:"" help:"Save a query: watching tells of what changes in what it finds."`
	List alertsListCmd `cmd:"" help:"List the saved queries."`
	Show alertsShowCmd `cmd:"" help:"Show what changed, the latest first."`
	Drop alertsDropCmd `cmd:"" help:"Drop a saved query and its alerts."`
}

type alertsSaveCmd struct {
	Name string `arg:"" help:"What the query is called."`
	database
	filters
	Webhook string `placeholder:"ADDRESS" help:"Send each alert here, as JSON, signed with $$READOUT_WEBHOOK_KEY."`
}

// Help is shown by readout alerts save --help.
func (alertsSaveCmd) Help() string {
	return `Examples:
  readout alerts save iran --party Iran --with "United States" --db record.db
  readout alerts save plans --status planned --webhook https://desk.example.org/hook

An alert tells of an encounter, a disagreement or a prospect that is new or changed, that is no longer what was asked for, or that no document tells of any more. What is in the record when the query is saved is no news. The signature is explained in: readout help reading`
}

// Run saves a query.
func (c *alertsSaveCmd) Run(w *world) error {
	if c.Webhook != "" {
		if u, err := url.Parse(c.Webhook); err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
			return fmt.Errorf("--webhook %q is no address: write https://…", c.Webhook)
		}
	}
	return c.use(func(s *store.Store) error {
		q := store.SavedQuery{Name: c.Name, Filter: c.filter(), Webhook: c.Webhook}
		now, err := subjects(s, q.Filter)
		if err != nil {
			return err
		}
		if err := s.SaveQuery(q, now); err != nil {
			return err
		}
		_, err = fmt.Fprintf(w.out, "%s: query %s saved; it finds %d now\n", c.DB, clean(c.Name), len(now))
		return err
	})
}

type alertsListCmd struct{ database }

// Run lists queries.
func (c *alertsListCmd) Run(w *world) error {
	return c.use(func(s *store.Store) error {
		qs, err := s.Queries()
		if err != nil {
			return err
		}
		t := table{head: []string{"QUERY", "ASKS FOR", "WEBHOOK"}, wrap: []int{1, 2}}
		for _, q := range qs {
			t.add(clean(q.Name), clean(asked(q.Filter)), clean(q.Webhook))
		}
		t.print(w.out, columns(w.out))
		return nil
	})
}

func asked(f store.Filter) string {
	var out []string
	for _, p := range [][2]string{{"party", f.Party}, {"with", f.With}, {"place", f.Place}, {"gathering", f.Gathering}, {"since", string(f.Since)},
		{"until", string(f.Until)}, {"status", f.Status}, {"kind", f.Kind}} {
		if p[1] != "" {
			out = append(out, p[0]+" "+p[1])
		}
	}
	if out == nil {
		return "everything"
	}
	return strings.Join(out, ", ")
}

type alertsShowCmd struct {
	Name string `arg:"" optional:"" help:"Only those of this query."`
	database
	Limit  int    `placeholder:"N" default:"100" help:"At most so many (default ${default})."`
	Format string `enum:"table,json,atom,ical" default:"table" placeholder:"FORM" help:"table, json (one object a line), atom (a feed), or ical (a calendar of what the query finds planned) (default ${default})."`
}

// Help is shown by readout alerts show --help.
func (alertsShowCmd) Help() string {
	return `Examples:
  readout alerts show iran --db record.db
  readout alerts show iran --format atom > alerts.atom
  readout alerts show plans --format ical > plans.ics`
}

// Run shows alerts.
func (c *alertsShowCmd) Run(w *world) error {
	return c.use(func(s *store.Store) error {
		if c.Format == "ical" {
			return c.calendar(w, s)
		}
		as, err := s.Alerts(c.Name, time.Time{}, c.Limit)
		if err != nil {
			return err
		}
		out := bufio.NewWriter(w.out)
		switch c.Format {
		case "atom":
			title := "alerts"
			if c.Name != "" {
				title += ": " + c.Name
			}
			return first(watch.WriteAtom(out, title, as), out.Flush())
		case "json":
			enc := lines(out)
			for _, a := range as {
				if err := enc.Encode(watch.MessageOf(a)); err != nil {
					return err
				}
			}
			return out.Flush()
		}
		t := table{head: []string{"AT", "QUERY", "CHANGE", "WHAT", "SAYS", "BEFORE"}, wrap: []int{4, 5}}
		for _, a := range as {
			before := ""
			if a.Before != a.Subject.Says {
				before = a.Before
			}
			t.add(shownTime(a.At), clean(a.Query), string(a.Change), a.Subject.What, clean(a.Subject.Says), clean(before))
		}
		t.print(w.out, columns(w.out))
		return counted(w, len(as), "alert")
	})
}

// calendar writes what the queries find planned.
func (c *alertsShowCmd) calendar(w *world, s *store.Store) error {
	f, err := export.Find("ical")
	if err != nil {
		return err
	}
	filter := store.Filter{}
	if c.Name != "" {
		qs, err := s.Queries()
		if err != nil {
			return err
		}
		there := false
		for _, q := range qs {
			if q.Name == c.Name {
				filter, there = q.Filter, true
			}
		}
		if !there {
			return fmt.Errorf("no saved query %q; see: readout alerts list", c.Name)
		}
	}
	_, err = f.Write(w.out, s, filter, "")
	return err
}

type alertsDropCmd struct {
	Name string `arg:"" help:"Of the query."`
	database
}

// Run drops a query.
func (c *alertsDropCmd) Run(w *world) error {
	return c.use(func(s *store.Store) error { return s.ForgetQuery(c.Name) })
}

// subjects are what a query finds: encounters, where their accounts disagree, and what
// became of those that were planned.
func subjects(s *store.Store, f store.Filter) ([]store.Subject, error) {
	es, err := s.Encounters(f)
	if err != nil {
		return nil, err
	}
	docs, err := s.Documents(0)
	if err != nil {
		return nil, err
	}
	var today readout.Day
	for _, d := range docs {
		if day, ok := readout.PublishedDay(d.Published); ok {
			today = max(today, day)
		}
	}
	var out []store.Subject
	for _, e := range es {
		out = append(out, subjectsOf(e, today)...)
	}
	return out, nil
}

func subjectsOf(e store.Encounter, today readout.Day) []store.Subject {
	out := []store.Subject{{Key: e.ID, What: "encounter", Encounter: e.ID, Says: summary(e.Facts)}}
	seen := map[string]bool{}
	for _, d := range resolve.Disagreements(e.Encounter) {
		values := func(ts []resolve.Telling) string {
			if len(ts) == 0 {
				return ""
			}
			return ts[0].Value
		}
		a, b := values(d.A), values(d.B)
		key := e.ID + " " + d.Field + " " + string(d.Type) + " " + min(a, b) + " " + max(a, b)
		if seen[key] {
			continue
		}
		seen[key] = true
		out = append(out, store.Subject{Key: key, What: "disagreement", Encounter: e.ID,
			Says: fmt.Sprintf("%s: %s or %s (%s)", d.Field, a, b, summary(e.Facts))})
	}
	for _, p := range resolve.Prospects([]readout.Encounter{e.Encounter}, today) {
		out = append(out, store.Subject{Key: e.ID + " prospect", What: "prospect", Encounter: e.ID,
			Says: string(p.End) + ifAny(", due ", string(p.Due)) + ": " + summary(e.Facts)})
	}
	return out
}
