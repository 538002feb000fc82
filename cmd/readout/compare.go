package main

import (
	"slices"
	"strings"

	"readout"
	"readout/store"
)

type compareCmd struct {
	ID string `arg:"" help:"An encounter's id (its beginning is enough)."`
	database
	JSON bool `name:"json" help:"One JSON object: for each side, each field's values and who tells them."`
}

// Help is shown by readout compare --help.
func (compareCmd) Help() string {
	return `Examples:
  readout compare 3fa94c21 --db record.db
  readout compare 3fa94c21 --json

A column a side: what its officials and its own releases tell, and one for the press. A field that the accounts contradict each other in is marked ≠.`
}

// Run sets the sides' accounts side by side.
func (c *compareCmd) Run(w *world) error {
	return c.use(func(s *store.Store) error {
		e, err := s.Encounter(c.ID)
		if err != nil {
			return err
		}
		cols, err := columnsOf(s, e)
		if err != nil {
			return err
		}
		sides := bySide(cols)
		former, err := s.Former(e.ID)
		if err != nil {
			return err
		}
		if c.JSON {
			return lines(w.out).Encode(comparisonOf(e.ID, sides, withdrawnLines(e, former)))
		}
		p := newPage(w.out)
		p.line("%s", summary(e.Facts))
		p.line("encounter %s", e.ID)
		p.line("%s", strings.Repeat("─", min(p.width, 72)))
		p.sides(sides, disputed(e.Encounter))
		p.withdrawn(e, former)
		return nil
	})
}

// press is the column of those who speak for no side.
const press = "press"

// sideColumn are the accounts of one side.
type sideColumn struct {
	side     string
	accounts []column
}

// bySide groups accounts by whom their voice speaks for, the press last.
func bySide(cols []column) []sideColumn {
	var out []sideColumn
	for _, c := range cols {
		side := c.account.Voice.Side
		if side == "" {
			side = press
		}
		i := slices.IndexFunc(out, func(s sideColumn) bool { return s.side == side })
		if i < 0 {
			i = len(out)
			out = append(out, sideColumn{side: side})
		}
		out[i].accounts = append(out[i].accounts, c)
	}
	slices.SortFunc(out, func(a, b sideColumn) int {
		if (a.side == press) != (b.side == press) {
			return map[bool]int{true: 1, false: -1}[a.side == press]
		}
		return strings.Compare(a.side, b.side)
	})
	return out
}

// sides prints columns, three beside each other.
func (p page) sides(all []sideColumn, disputes map[string]bool) {
	const beside = 3
	for some := range slices.Chunk(all, beside) {
		row := func(name string, cell func(sideColumn) string) {
			cells := make([]string, len(some))
			for i, s := range some {
				cells[i] = cell(s)
			}
			p.row(name, cells)
		}
		row("", func(s sideColumn) string { return clean(s.side) })
		row("voices", func(s sideColumn) string {
			return s.each(func(c column) []string {
				return []string{clean(voiceLine(c.account.Voice)) + " in " + sourceLine(c.doc)}
			})
		})
		for _, field := range fieldOrder {
			row(label(field, disputes), func(s sideColumn) string {
				return s.each(func(c column) []string { return valuesOf(c.account.Facts, field) })
			})
		}
		p.line("")
	}
}

// each joins what the accounts give, each once.
func (s sideColumn) each(get func(column) []string) string {
	var out []string
	for _, c := range s.accounts {
		for _, v := range get(c) {
			if v != "" && !slices.Contains(out, v) {
				out = append(out, v)
			}
		}
	}
	return strings.Join(out, "; ")
}

type comparisonJSON struct {
	ID        string     `json:"id"`
	Sides     []sideJSON `json:"sides"`
	Withdrawn []string   `json:"withdrawn"` // told by earlier texts alone
}

type sideJSON struct {
	Side   string                 `json:"side"`
	Fields map[string][]toldValue `json:"fields"`
}

type toldValue struct {
	Value    string         `json:"value"`
	Document string         `json:"document"`
	Voice    string         `json:"voice"`
	At       []readout.Span `json:"at"`
}

func comparisonOf(id string, sides []sideColumn, withdrawn []string) comparisonJSON {
	j := comparisonJSON{id, []sideJSON{}, append([]string{}, withdrawn...)}
	for _, s := range sides {
		side := sideJSON{s.side, map[string][]toldValue{}}
		if s.side == press {
			side.Side = ""
		}
		for _, c := range s.accounts {
			for _, f := range factsOf(c.account.Facts) {
				side.Fields[f.field] = append(side.Fields[f.field], toldValue{f.value, c.doc.ID, c.account.Voice.Name(), spans(f.at)})
			}
		}
		j.Sides = append(j.Sides, side)
	}
	return j
}
