package main

import (
	"errors"
	"fmt"
	"strings"

	"readout"
	"readout/store"
	"readout/web"
)

type showCmd struct {
	ID string `arg:"" help:"An encounter's id (its beginning is enough) or a document's."`
	database
	JSON bool `name:"json" help:"One JSON object, as list --json or read --json."`
}

// Help is shown by readout show --help.
func (showCmd) Help() string {
	return `Examples:
  readout show 3fa94c21 --db record.db     one encounter, its accounts side by side
  readout show wh-2021-12-30               what one document tells

Ids are in: readout list, readout documents.`
}

// Run shows one encounter or document.
func (c *showCmd) Run(w *world) error {
	return c.use(func(s *store.Store) error {
		e, err := s.Encounter(c.ID)
		if errors.Is(err, store.ErrNotFound) {
			if former, ferr := s.Former(c.ID); ferr == nil && len(former) > 0 {
				return c.gone(w, former)
			}
			if r, derr := s.Readout(c.ID); derr == nil {
				return c.document(w, r)
			}
			return &store.Error{File: c.DB, Reason: fmt.Sprintf("no encounter and no document %q", c.ID),
				Next: "see the ids with: readout list, readout documents"}
		}
		if err != nil {
			return err
		}
		if c.JSON {
			return printEncounters(w, []store.Encounter{e})
		}
		return showEncounter(w, s, e)
	})
}

// gone shows an encounter that no present text tells of.
func (c *showCmd) gone(w *world, former []store.Former) error {
	if c.JSON {
		return &store.Error{File: c.DB, Reason: fmt.Sprintf("encounter %q is told by no document any more", c.ID), Next: "see what was told with: readout revisions"}
	}
	p := newPage(w.out)
	p.line("encounter %s is told by no document any more", c.ID)
	p.withdrawn(store.Encounter{}, former)
	return nil
}

func (c *showCmd) document(w *world, r readout.Readout) error {
	if c.JSON {
		return lines(w.out).Encode(documentOf(r))
	}
	newPage(w.out).readout(r, false)
	return nil
}

// column is one voice's account, set beside the others.
type column struct {
	doc     store.Source
	account readout.Account
	text    string
}

func columnsOf(s *store.Store, e store.Encounter) ([]column, error) {
	var ids []string
	for _, r := range e.Records {
		ids = append(ids, r.Document.ID)
	}
	texts, err := s.Texts(ids)
	if err != nil {
		return nil, err
	}
	var out []column
	for _, r := range e.Records {
		for _, a := range r.Accounts {
			out = append(out, column{r.Document, a, texts[r.Document.ID]})
		}
	}
	return out, nil
}

func showEncounter(w *world, s *store.Store, e store.Encounter) error {
	cols, err := columnsOf(s, e)
	if err != nil {
		return err
	}
	p := newPage(w.out)
	p.line("%s", summary(e.Facts))
	p.line("%s%s", "encounter "+e.ID, ifAny(", at the margin of ", e.Gathering.Value()))
	p.line("%s", strings.Repeat("─", min(p.width, 72)))
	const beside = 3
	disputes := disputed(e.Encounter)
	for from := 0; from < len(cols); from += beside {
		p.sideBySide(cols[from:min(from+beside, len(cols))], disputes)
		p.line("")
	}
	silent, err := web.Silences(s, e)
	if err != nil {
		return err
	}
	p.differences(e, cols, silent)
	former, err := s.Former(e.ID)
	p.withdrawn(e, former)
	return err
}

func ifAny(before, s string) string {
	if s == "" {
		return ""
	}
	return before + clean(s)
}

// sideBySide sets accounts in columns, a row a field; fields in dispute are marked.
func (p page) sideBySide(cols []column, disputes map[string]bool) {
	row := func(name string, cell func(column) string) {
		cells := make([]string, len(cols))
		for i, c := range cols {
			cells[i] = cell(c)
		}
		p.row(name, cells)
	}
	row("", func(c column) string { return sourceLine(c.doc) })
	row("published", func(c column) string { return clean(c.doc.Published) })
	row("voice", func(c column) string { return clean(voiceLine(c.account.Voice)) })
	for _, field := range fieldOrder {
		row(label(field, disputes), func(c column) string { return valueOf(c.account.Facts, field) })
	}
	row("words", func(c column) string { return quoted(c.text, firstOf(c.account.Evidence)) })
	row("document", func(c column) string { return clean(c.doc.ID) })
}

// label names a field; one in dispute is marked.
func label(field string, disputes map[string]bool) string {
	if disputes[field] {
		return field + " ≠"
	}
	return field
}

// row sets cells side by side beside their label, each wrapped; nothing where all
// are empty.
func (p page) row(name string, cells []string) {
	const margin = 11
	width := (p.width - margin - 2*len(cells)) / len(cells)
	wrapped := make([][]string, len(cells))
	high, said := 0, false
	for i, c := range cells {
		said = said || c != ""
		wrapped[i] = wrap(c, width)
		high = max(high, len(wrapped[i]))
	}
	for n := 0; said && n < high; n++ {
		line := pad(name, margin)
		for _, c := range wrapped {
			if n < len(c) {
				line += "  " + pad(c[n], width)
			} else {
				line += "  " + pad("", width)
			}
		}
		p.line("%s", strings.TrimRight(line, " "))
		name = ""
	}
}

// fieldOrder are the fields of facts in the order they are shown in.
var fieldOrder = []string{"kind", "format", "status", "how", "who", "host", "initiator", "date", "place", "gathering",
	"topic", "not raised", "duration", "outcome", "reason", "tone"}

// valueOf is what facts hold for a field, several values with semicolons between.
func valueOf(f readout.Facts, field string) string { return strings.Join(valuesOf(f, field), "; ") }

func valuesOf(f readout.Facts, field string) []string {
	var out []string
	for _, x := range factsOf(f) {
		if x.field == field {
			out = append(out, clean(x.value))
		}
	}
	return out
}

func firstOf(at []readout.Span) []readout.Span { return at[:min(1, len(at))] }

func sourceLine(d store.Source) string {
	if d.Outlet != "" {
		return clean(d.Outlet)
	}
	return clean(d.ID)
}
