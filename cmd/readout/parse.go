package main

import (
	"bufio"
	"fmt"

	"readout/eval"
	"readout/syntax"
	"readout/text"
)

type parseCmd struct {
	inputs
}

// Help is shown by readout parse --help.
func (parseCmd) Help() string {
	return `Examples:
  readout parse article.txt
  echo 'The two leaders met in Geneva.' | readout parse -

One line a token in the format of Universal Dependencies: number, form, lemma, part of speech, Penn tag, features (none), number of the head, relation. See https://universaldependencies.org/format.html`
}

// Run reads and prints trees.
func (c *parseCmd) Run(w *world) error {
	m, err := syntax.Load()
	if err != nil {
		return err
	}
	p := m.NewParser()
	out := bufio.NewWriter(w.out)
	total, bad := 0, 0
	for item := range c.documents(w) {
		total++
		if item.Err != nil {
			bad++
			fmt.Fprintf(w.err, "readout: %v\n", item.Err)
			continue
		}
		doc := item.Document
		sentences := text.Segment(doc.Text, nil)
		for i := range sentences {
			s := &sentences[i]
			p.Parse(s)
			id := fmt.Sprintf("%s-%d", doc.ID, i+1)
			if err := eval.WriteConllu(out, id, doc.Text[s.Start:s.End], s, nil); err != nil {
				return err
			}
		}
	}
	if err := out.Flush(); err != nil {
		return err
	}
	if bad > 0 {
		return failed{bad, total, "inputs"}
	}
	return nil
}
