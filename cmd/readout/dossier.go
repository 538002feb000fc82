package main

import (
	"bufio"
	"fmt"
	"slices"
	"strings"

	"readout"
	"readout/resolve"
	"readout/store"
)

type dossierCmd struct {
	database
	filters
	JSON bool `name:"json" help:"One JSON object (see: readout help format)."`
}

// Help is shown by readout dossier --help.
func (dossierCmd) Help() string {
	return `Examples:
  readout dossier --party Obama --with Putin --db record.db     a pair
  readout dossier --party "Angela Merkel" --since 2014          a person
  readout dossier --gathering APEC --since 2014 --until 2014    a gathering, with who met whom
  readout dossier --topic "arms control" --json                 a topic

The encounters by day, with counts by year, the first and the last that were held, and gaps: "first in eleven months" counts from the last time that the same two are told to have met or spoken.`
}

// Run prints a dossier.
func (c *dossierCmd) Run(w *world) error {
	if c.Party+c.With+c.Gathering+c.Topic+c.Place == "" {
		return fmt.Errorf("whose dossier? give --party, --party and --with, --gathering, --place or --topic")
	}
	return c.use(func(s *store.Store) error {
		var es []readout.Encounter
		f := c.filter()
		f.Topic = "" // it is sought in other endings, too
		err := s.Walk(f, func(e store.Encounter) error {
			if c.Topic == "" || resolve.About(e.Encounter, c.Topic) {
				es = append(es, e.Encounter)
			}
			return nil
		})
		if err != nil {
			return err
		}
		d := resolve.DossierOf(es)
		if c.JSON {
			return lines(w.out).Encode(map[string]resolve.Dossier{"dossier": d})
		}
		out := bufio.NewWriter(w.out)
		p := page{out, textColumns(w.out)}
		p.dossier(c.title(), d, columns(w.out))
		if c.Gathering != "" {
			p.matrix(d.Met, columns(w.out))
		}
		if err := out.Flush(); err != nil {
			return err
		}
		return counted(w, len(d.Entries), "encounter")
	})
}

func (c *dossierCmd) title() string {
	var out []string
	for _, s := range []string{c.Party, c.With} {
		if s != "" {
			out = append(out, clean(s))
		}
	}
	title := strings.Join(out, " and ")
	for _, s := range []string{c.Gathering, c.Place, c.Topic} {
		if s != "" {
			title = strings.TrimPrefix(title+" · "+clean(s), " · ")
		}
	}
	return title
}

func (p page) dossier(title string, d resolve.Dossier, width int) {
	p.line("%s", title)
	p.line("%s", strings.Repeat("─", min(p.width, 72)))
	dates := map[string]string{}
	for _, e := range d.Entries {
		dates[e.ID] = string(e.Date)
	}
	if d.First != "" {
		p.line("first held %s (%s), last held %s (%s)", dates[d.First], short(d.First), dates[d.Last], short(d.Last))
	}
	p.line("")
	years := table{head: []string{"YEAR", "HELD", "PLANNED", "PROPOSED", "CANCELLED", "DENIED"}, wrap: []int{0}}
	for _, y := range d.Years {
		name := fmt.Sprint(y.Year)
		if y.Year == 0 {
			name = "no date"
		}
		years.add(name, some(y.Held), some(y.Planned), some(y.Proposed), some(y.Cancelled), some(y.Denied))
	}
	years.print(p.w, width)
	p.line("")
	t := table{head: []string{"DATE", "WHAT", "WHO", "WHERE", "NOTE", "DOCS", "ID"}, wrap: []int{2, 3, 4}}
	for _, e := range d.Entries {
		where := strings.Trim(clean(e.Place)+"; "+clean(e.Gathering), "; ")
		t.add(dateOr(e.Date), e.Status.String()+" "+e.Kind.String(), clean(strings.Join(e.Who, ", ")), where, sinceLine(e.Months), fmt.Sprint(e.Documents), short(e.ID))
	}
	t.print(p.w, width)
	const mostGaps = 5
	for i, g := range d.Gaps[:min(len(d.Gaps), mostGaps)] {
		if i == 0 {
			p.line("\nLONGEST WITHOUT")
		}
		p.bullet(2, fmt.Sprintf("%s and %s: %d days, from %s to %s", clean(g.A), clean(g.B), g.Days, dates[g.From], dates[g.To]))
	}
	p.line("")
}

func dateOr(d readout.Date) string {
	if d == "" {
		return "no date"
	}
	return string(d)
}

// some is a count, nothing for none.
func some(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprint(n)
}

// sinceLine is "first in eleven months".
func sinceLine(months int) string {
	words := []string{"", "", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"}
	switch {
	case months < 2:
		return ""
	case months < 12:
		return "first in " + words[months] + " months"
	case months < 24:
		return "first in over a year"
	}
	return fmt.Sprintf("first in %d years", months/12)
}

// matrix prints who met whom: rows and columns are those who met most.
func (p page) matrix(met []resolve.Met, width int) {
	const most = 10
	total := map[string]int{}
	held := map[[2]string]int{}
	for _, m := range met {
		total[m.A] += m.Held
		total[m.B] += m.Held
		held[[2]string{m.A, m.B}], held[[2]string{m.B, m.A}] = m.Held, m.Held
	}
	var who []string
	for name := range total {
		who = append(who, name)
	}
	slices.SortFunc(who, func(a, b string) int {
		if total[a] != total[b] {
			return total[b] - total[a]
		}
		return strings.Compare(a, b)
	})
	who = who[:min(len(who), most)]
	if len(who) == 0 {
		return
	}
	p.line("WHO MET WHOM")
	t := table{head: []string{""}, wrap: []int{0}}
	for i := range who {
		t.head = append(t.head, fmt.Sprint(i+1))
	}
	for i, a := range who {
		row := []string{fmt.Sprintf("%d %s", i+1, clean(a))}
		for _, b := range who {
			cell := some(held[[2]string{a, b}])
			if a == b {
				cell = "·"
			}
			row = append(row, cell)
		}
		t.add(row...)
	}
	t.print(p.w, width)
	if n := len(total) - len(who); n > 0 {
		p.line("and %d more (see --json)", n)
	}
	p.line("")
}
