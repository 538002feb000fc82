package main

import (
	"errors"
	"fmt"
	"slices"

	"readout"
	"readout/eval"
	"readout/pipeline"
)

type evalReadingsCmd struct {
	judging
	leastSure
	Floors string `type:"existingfile" placeholder:"FILE" help:"JSON file of the least figures allowed; the command fails under one."`
	Each   bool   `help:"Print every told record that is gone, and every untold one that is still there."`
	JSON   bool   `help:"Print rows {stage, set, metric, value} as JSON Lines."`
}

// judging are the files of records that were read beside their articles.
type judging struct {
	Corpus   string `type:"existingfile" placeholder:"FILE" help:"JSON Lines of the articles whose records were judged, compressed (.gz) or plain."`
	Verdicts string `type:"path" default:"eval/verdicts.tsv" placeholder:"FILE" help:"What careful readers said of records (default ${default})."`
}

// Help is shown by readout eval readings --help.
func (*evalReadingsCmd) Help() string {
	return `Reads anew the articles whose records careful readers have judged, and says how many of
the records that the articles tell are still found ("told kept"), how many of the others are
gone ("untold gone"), and how many of those still found are told ("told of kept"). A record
is the same where it has the same parties and was told in the same place. Rules were mended
by those of the set tune; those of check were only counted. Records that nobody has judged
count for nothing.

Example:
  readout eval readings --corpus news.jsonl.gz --floors eval/floors_readings.json`
}

// Run counts the verdicts that hold.
func (c *evalReadingsCmd) Run(w *world) error {
	if c.Corpus == "" {
		return errors.New("eval readings: say where the articles are: --corpus FILE")
	}
	know, err := pipeline.Load()
	if err != nil {
		return err
	}
	reader := know.NewReader()
	reader.Least = c.Least
	docs, j, err := c.judge(reader, func(eval.Verdict) bool { return true })
	if err != nil {
		return err
	}
	show := evaluateCmd{Floors: c.Floors, JSON: c.JSON}
	if c.Each {
		show.differences(w, j.Differences, docs)
	}
	show.print(w, j.Rows())
	return show.check(w, j.Rows(), map[string]bool{})
}

// judge compares those verdicts that count with what is read now, and returns their documents.
func (c *judging) judge(reader *pipeline.Reader, counts func(eval.Verdict) bool) (map[string]readout.Document, *eval.Judgement, error) {
	verdicts, err := readCorpus(c.Verdicts, eval.ReadVerdicts)
	if err != nil {
		return nil, nil, err
	}
	verdicts = slices.DeleteFunc(verdicts, func(v eval.Verdict) bool { return !counts(v) })
	wanted := map[string]bool{}
	for _, v := range verdicts {
		wanted[v.Document] = true
	}
	in, err := openCorpus(c.Corpus)
	if err != nil {
		return nil, nil, err
	}
	docs, err := readDocuments(c.Corpus, in, func(id string) bool { return wanted[id] })
	if err != nil {
		return nil, nil, err
	}
	read := map[string]readout.Readout{}
	var j eval.Judgement
	for _, v := range verdicts {
		doc, ok := docs[v.Document]
		if !ok {
			return nil, nil, fmt.Errorf("%s: no document %s, which %s speaks of", c.Corpus, v.Document, c.Verdicts)
		}
		got, ok := read[doc.ID]
		if !ok {
			got = reader.Read(doc)
			read[doc.ID] = got
		}
		j.Compare(v, got)
	}
	return docs, &j, nil
}
