package main

import (
	"bufio"
	"fmt"

	"readout/store"
)

type listCmd struct {
	database
	filters
	JSON bool `name:"json" help:"One JSON object an encounter and line, with its accounts (see: readout help format)."`
}

// Help is shown by readout list --help.
func (listCmd) Help() string {
	return `Examples:
  readout list --db record.db
  readout list --party Putin --with "United States" --since 2014-11 --until 2014
  readout list --status cancelled --json

Names match whole words, accents aside, and by the other spellings that readout knows. Dates match where the encounter can have been on one of the days; undated encounters match none.`
}

// Run prints the encounters as a table.
func (c *listCmd) Run(w *world) error {
	return c.use(func(s *store.Store) error {
		es, err := s.Encounters(c.filter())
		if err != nil {
			return err
		}
		if c.JSON {
			return printEncounters(w, es)
		}
		t := table{head: []string{"ID", "DATE", "KIND", "STATUS", "WHO", "WHERE", "DOCS"}, wrap: []int{4, 5}}
		for _, e := range es {
			t.add(short(e.ID), string(e.Date.Value()), e.Kind.Value().String(), e.Status.Value().String(),
				clean(who(e.Facts)), at(e.Facts), fmt.Sprint(len(e.Records)))
		}
		t.print(w.out, columns(w.out))
		return counted(w, len(es), "encounter")
	})
}

type timelineCmd struct {
	database
	filters
	JSON bool `name:"json" help:"One JSON object an encounter and line, as list --json."`
}

// Help is shown by readout timeline --help.
func (timelineCmd) Help() string {
	return `Examples:
  readout timeline --db record.db
  readout timeline --party Obama --with Putin --since 2013
  readout timeline --gathering APEC`
}

// Run prints encounters by day, with who tells of them.
func (c *timelineCmd) Run(w *world) error {
	return c.use(func(s *store.Store) error {
		es, err := s.Encounters(c.filter())
		if err != nil {
			return err
		}
		if c.JSON {
			return printEncounters(w, es)
		}
		printTimeline(w, es)
		return counted(w, len(es), "encounter")
	})
}

func printTimeline(w *world, es []store.Encounter) {
	t := table{head: []string{"DATE", "WHAT", "WHO", "WHERE", "TOLD BY", "ID"}, wrap: []int{2, 3, 4}}
	for _, e := range es {
		date := string(e.Date.Value())
		if date == "" {
			date = "no date"
		}
		t.add(date, e.Status.Value().String()+" "+e.Kind.Value().String(), clean(who(e.Facts)), at(e.Facts), outlets(e), short(e.ID))
	}
	t.print(w.out, columns(w.out))
}

func printEncounters(w *world, es []store.Encounter) error {
	out := bufio.NewWriter(w.out)
	enc := lines(out)
	for _, e := range es {
		if err := enc.Encode(listOf(e)); err != nil {
			return err
		}
	}
	return out.Flush()
}

// counted ends a table with how many rows it has.
func counted(w *world, n int, what string) error {
	plural := "s"
	if n == 1 {
		plural = ""
	}
	_, err := fmt.Fprintf(w.out, "%d %s%s\n", n, what, plural)
	return err
}
