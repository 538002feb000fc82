package main

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"

	"readout"
	"readout/eval"
	"readout/pipeline"
)

type evalRecordCmd struct {
	scoring
	Wrong bool `help:"Print the sentences of PLV that were coded wrongly instead."`
}

// Help is shown by readout eval record --help.
func (*evalRecordCmd) Help() string {
	return `Scores what is read from whole articles on public sets that nothing was trained from, in
per cent: statements on PolNeAR (contents that agree at a Jaccard index of one half, and
how many of those have the right source), consultations on the PLV sentences between the two
marked actors: as encounters of the record, which knows only contact between sides (told as
held or planned), and as contact of any two, as the set means it (told as held). A set that is
not there is told and left out.

Example:
  readout eval record --data ../shared/data --floors eval/floors_record.json`
}

// Run scores set after set.
func (c *evalRecordCmd) Run(w *world) error {
	know, err := pipeline.Load()
	if err != nil {
		return err
	}
	s := recordScorer{know.NewReader(), c.Data}
	if c.Wrong {
		return s.wrong(w)
	}
	return c.score(w, "eval record", []func() ([]eval.Row, error){s.polnear, s.plv})
}

// recordScorer reads articles as readout read does.
type recordScorer struct {
	*pipeline.Reader
	data string
}

func (s recordScorer) polnear() ([]eval.Row, error) {
	docs, err := readCorpus(filepath.Join(s.data, "quotes/polnear/dev.jsonl.gz"), eval.ReadPolnear)
	if err != nil {
		return nil, err
	}
	var score eval.QuoteScore
	for _, d := range docs {
		r := s.Read(readout.Document{ID: d.ID, Title: d.Title, Published: d.Published, Text: d.Text})
		score.Add(d, eval.Attributions(r.Statements))
	}
	return []eval.Row{
		{Stage: "statement", Set: "polnear-dev", Metric: "content F1", Value: 100 * score.F1()},
		{Stage: "statement", Set: "polnear-dev", Metric: "source", Value: 100 * score.Source()},
	}, nil
}

func (s recordScorer) plv() ([]eval.Row, error) {
	var record, contact eval.Binary
	err := s.coded(func(c eval.CodedSentence, met, inContact bool) {
		record.Add(c.Root == "CONSULT", met)
		contact.Add(c.Root == "CONSULT", inContact)
	})
	return append(record.Rows("encounter", "plv-consult"), contact.Rows("contact", "plv-consult")...), err
}

// coded reads each sentence of PLV as a document of its own.
func (s recordScorer) coded(visit func(c eval.CodedSentence, met, inContact bool)) error {
	all, err := readCorpus(filepath.Join(s.data, "events/plv/plv.visible.jsonl.gz"), eval.ReadPLV)
	if err != nil {
		return err
	}
	for _, c := range all {
		doc := readout.Document{ID: c.ID, Text: c.Text}
		visit(c, c.Consults(s.Read(doc).Encounters), c.InContact(s.contacts(doc)))
	}
	return nil
}

// contacts are all that the document tells of contact, whoever has it.
func (s recordScorer) contacts(doc readout.Document) []eval.Contact {
	reading := s.Analyze(doc)
	var out []eval.Contact
	for _, c := range s.Encounters.Contacts(&reading) {
		out = append(out, eval.Contact(c))
	}
	return out
}

// wrong prints what was coded wrongly, with what it should be.
func (s recordScorer) wrong(w *world) error {
	err := s.coded(func(c eval.CodedSentence, met, found bool) {
		if found != (c.Root == "CONSULT") {
			fmt.Fprintf(w.out, "%s\t%t\t%s\t%s\t%s\n", c.Root, found, c.Source.In(c.Text), c.Target.In(c.Text), clean(c.Text))
		}
	})
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("eval record: the PLV sentences are not in %s", s.data)
	}
	return err
}
