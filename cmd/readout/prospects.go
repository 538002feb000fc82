package main

import (
	"bufio"
	"fmt"

	"readout"
	"readout/resolve"
	"readout/store"
)

type prospectsCmd struct {
	database
	filters
	Today string `placeholder:"DATE" help:"The day up to which the record reaches (default: that of its latest document)."`
	End   string `placeholder:"END" enum:",open,kept,moved,cancelled,denied,lapsed" default:"" help:"open, kept, moved, cancelled, denied or lapsed."`
	JSON  bool   `name:"json" help:"One JSON object a prospect and line."`
}

// Help is shown by readout prospects --help.
func (prospectsCmd) Help() string {
	return `Examples:
  readout prospects --db record.db
  readout prospects --end lapsed --party Trump
  readout prospects --today 2014-12-31 --json

Lapsed: its time is past and no document tells of it. That does not say that it did not happen.`
}

// Run prints what was planned or proposed, and its end.
func (c *prospectsCmd) Run(w *world) error {
	return c.use(func(s *store.Store) error {
		es, err := s.Encounters(c.filter())
		if err != nil {
			return err
		}
		today, err := c.today(s)
		if err != nil {
			return err
		}
		var found []prospect
		for _, e := range es {
			for _, p := range resolve.Prospects([]readout.Encounter{e.Encounter}, today) {
				if c.End == "" || string(p.End) == c.End {
					p.Encounter = e.ID
					found = append(found, prospect{p, e})
				}
			}
		}
		if c.JSON {
			return printProspects(w, found)
		}
		newPage(w.out).prospects(found)
		return counted(w, len(found), "prospect")
	})
}

type prospect struct {
	resolve.Prospect
	of store.Encounter
}

// today is the day asked for, or that of the record's latest document.
func (c *prospectsCmd) today(s *store.Store) (readout.Day, error) {
	if c.Today != "" {
		_, to, ok := readout.Date(c.Today).Days()
		if !ok {
			return 0, fmt.Errorf("%q is no date: write 2014-11-10, 2014-11 or 2014", c.Today)
		}
		return to - 1, nil
	}
	docs, err := s.Documents(0)
	var last readout.Day
	for _, d := range docs {
		if day, ok := readout.PublishedDay(d.Published); ok {
			last = max(last, day)
		}
	}
	return last, err
}

func (p page) prospects(found []prospect) {
	for _, x := range found {
		p.line("%s · %s", x.End, summary(x.of.Facts))
		p.line("encounter %s%s", short(x.Encounter), ifAny(", due ", string(x.Due)))
		for _, s := range x.Steps {
			p.bullet(2, fmt.Sprintf("%s%s%s: %s%s", clean(s.Voice), ifAny(" in ", s.Document), ifAny(", ", s.Published),
				s.Status, ifAny(" for ", string(s.Date))))
		}
		p.line("")
	}
}

type prospectJSON struct {
	Encounter string       `json:"encounter"`
	End       resolve.End  `json:"end"`
	Due       readout.Date `json:"due"`
	Steps     []stepJSON   `json:"steps"`
}

type stepJSON struct {
	tellingJSON
	Published string         `json:"published"`
	Status    readout.Status `json:"status"`
	Date      readout.Date   `json:"date"`
}

func printProspects(w *world, found []prospect) error {
	out := bufio.NewWriter(w.out)
	enc := lines(out)
	for _, x := range found {
		j := prospectJSON{x.Encounter, x.End, x.Due, []stepJSON{}}
		for _, s := range x.Steps {
			j.Steps = append(j.Steps, stepJSON{tellingOf(s.Telling), s.Published, s.Status, s.Date})
		}
		if err := enc.Encode(j); err != nil {
			return err
		}
	}
	return out.Flush()
}
