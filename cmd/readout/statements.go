package main

import (
	"bufio"
	"fmt"
	"strings"

	"readout"
	"readout/resolve"
	"readout/store"
	"readout/web"
)

type statementsCmd struct {
	database
	Speaker   string `placeholder:"NAME" help:"Whose words."`
	Encounter string `placeholder:"ID" help:"In documents that tell of this encounter."`
	Since     string `placeholder:"DATE" help:"Published from this day, month or year."`
	Until     string `placeholder:"DATE" help:"Published up to the end of this day, month or year."`
	JSON      bool   `name:"json" help:"One JSON object an utterance and line (see: readout help format)."`
}

// Help is shown by readout statements --help.
func (statementsCmd) Help() string {
	return `Examples:
  readout statements --db record.db
  readout statements --speaker Peskov --since 2021-12
  readout statements --encounter 3fa94c21 --json

What one speaker said once, as several documents have it: trimmed, translated otherwise, or paraphrased. Words that a variant leaves out stand in [-…-], its own in {+…+}.`
}

// Run prints utterances with their variants.
func (c *statementsCmd) Run(w *world) error {
	return c.use(func(s *store.Store) error {
		f := store.StatementFilter{Speaker: c.Speaker, Since: readout.Date(c.Since), Until: readout.Date(c.Until)}
		if c.Encounter != "" {
			e, err := s.Encounter(c.Encounter)
			if err != nil {
				return err
			}
			f.Encounter = e.ID
		}
		var said []resolve.Said
		err := s.WalkStatements(f, func(x store.Spoken) error {
			said = append(said, web.Said(x))
			return nil
		})
		if err != nil {
			return err
		}
		found := resolve.Utterances(said)
		out := bufio.NewWriter(w.out)
		p, enc := page{out, textColumns(w.out)}, lines(out)
		for _, u := range found {
			if !c.JSON {
				p.utterance(u)
			} else if err := enc.Encode(map[string]resolve.Utterance{"utterance": u}); err != nil {
				return err
			}
		}
		if err := out.Flush(); err != nil || c.JSON {
			return err
		}
		return counted(w, len(found), "utterance")
	})
}

func (p page) utterance(u resolve.Utterance) {
	p.line("%s", clean(u.Speaker))
	for _, v := range u.Variants {
		var in []string
		for _, s := range v.In {
			in = append(in, sourceLine(store.Source{ID: s.Document, Outlet: s.Outlet}))
		}
		p.bullet(2, fmt.Sprintf("%s, in %s: %s", v.How, strings.Join(in, ", "), variantLine(v)))
	}
	p.line("")
}

// variantLine is the variant's words, with what it leaves out and adds.
func variantLine(v resolve.Variant) string {
	if v.Diff == nil {
		return "“" + clean(v.Words) + "”"
	}
	var out []string
	for _, d := range v.Diff {
		switch d.In {
		case "first":
			out = append(out, "[-"+clean(d.Words)+"-]")
		case "this":
			out = append(out, "{+"+clean(d.Words)+"+}")
		default:
			out = append(out, clean(d.Words))
		}
	}
	return strings.Join(out, " ")
}
