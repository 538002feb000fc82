package main

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"

	"readout/eval"
	"readout/resolve"
)

type evalCopiesCmd struct {
	Docs  string `arg:"" type:"existingfile" help:"JSON Lines: documents."`
	N     int    `default:"1000" help:"How many texts are taken, at random (default ${default})."`
	Seed  uint64 `default:"1" help:"Another seed takes others and alters them otherwise (default ${default})."`
	Least int    `default:"600" help:"Shorter texts, in bytes, are not taken (default ${default})."`
	Wrong bool   `help:"Print the pairs that were taken for copies and are none."`
	JSON  bool   `name:"json" help:"Print rows {stage, set, metric, value} as JSON Lines."`
}

// Help is shown by readout eval copies --help.
func (evalCopiesCmd) Help() string {
	return `Takes texts and makes five altered copies of each: cut to half or two thirds; its paragraphs in another order; under another title and first sentence; a fifth of its sentences rewritten; and all of these at once. Counts how many are found with their text, and how many of the pairs put together come from one text.

Example:
  readout eval copies news.jsonl --n 2000 --seed 7`
}

// Run makes the copies and scores what is found.
func (c *evalCopiesCmd) Run(w *world) error {
	var texts []string
	err := eachLine(c.Docs, func(line []byte) error {
		var d struct{ Text string }
		err := json.Unmarshal(line, &d)
		if err == nil && len(d.Text) >= c.Least {
			texts = append(texts, d.Text)
		}
		return err
	})
	if err != nil {
		return err
	}
	if len(texts) < 2 {
		return fmt.Errorf("%s: holds fewer than two texts of %d bytes", c.Docs, c.Least)
	}
	r := rand.New(rand.NewPCG(c.Seed, 0))
	r.Shuffle(len(texts), func(i, j int) { texts[i], texts[j] = texts[j], texts[i] })
	texts = texts[:min(len(texts), c.N)]
	copies := eval.AlteredCopies(texts, c.Seed)
	prints := make([]resolve.Fingerprint, 0, len(texts)+len(copies))
	for _, t := range texts {
		prints = append(prints, resolve.FingerprintOf(t))
	}
	for _, a := range copies {
		prints = append(prints, resolve.FingerprintOf(a.Text))
	}
	s := eval.ScoreCopies(texts, copies, resolve.Copies(prints))
	rows := []eval.Row{{Stage: "copies", Set: "altered", Metric: "precision", Value: s.Precision()},
		{Stage: "copies", Set: "altered", Metric: "recall", Value: s.Recall(eval.Alterations[:]...)}}
	for _, how := range eval.Alterations {
		rows = append(rows, eval.Row{Stage: "copies", Set: "altered", Metric: "recall " + how, Value: s.Recall(how)})
	}
	out := lines(w.out)
	for _, row := range rows {
		if c.JSON {
			err = out.Encode(row)
		} else {
			_, err = fmt.Fprintf(w.out, "%-20s %.4f\n", row.Metric, row.Value)
		}
		if err != nil {
			return err
		}
	}
	if c.Wrong {
		c.printWrong(w, s, texts, copies)
	}
	return nil
}

func (c *evalCopiesCmd) printWrong(w *world, s eval.CopyScore, texts []string, copies []eval.Altered) {
	name := func(i int) string {
		if i < len(texts) {
			return "text: " + clean(texts[i][:min(len(texts[i]), 100)])
		}
		return copies[i-len(texts)].How + " of: " + clean(texts[copies[i-len(texts)].Of][:100])
	}
	for _, p := range s.Wrong {
		fmt.Fprintf(w.out, "%s\n    %s\n", name(p[0]), name(p[1]))
	}
}
