package main

import (
	"bufio"
	"fmt"
	"strings"

	"readout/eval"
	"readout/pipeline"
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

One line a token in the format of Universal Dependencies: number, form, lemma, part of speech, Penn tag, features (none), number of the head, relation, and in the last column what begins and ends at the token:
  Entity=(e3-person … e3)   a mention of the third party, place or thing of the document; what has no number of its own is told by its class alone: (-nationality … )
  Date=(2019-08-25 … )      a time expression with its value, in EDTF; (? where nothing fixes it
See https://universaldependencies.org/format.html`
}

// Run reads and prints trees.
func (c *parseCmd) Run(w *world) error {
	know, err := pipeline.Load()
	if err != nil {
		return err
	}
	r := know.NewReader()
	items, err := c.documents(w)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(w.out)
	total, bad := 0, 0
	for item := range items {
		total++
		if item.Err != nil {
			bad++
			fmt.Fprintf(w.err, "readout: %v\n", item.Err)
			continue
		}
		reading := r.Analyze(item.Document)
		marks := marksOf(&reading)
		for i := range reading.Sentences {
			s := &reading.Sentences[i]
			id := fmt.Sprintf("%s-%d", item.Document.ID, i+1)
			misc := func(t text.Index) string { return marks[tokenPlace{i, t}].String() }
			if err := eval.WriteConllu(out, id, reading.Document.Text[s.Start:s.End], s, misc); err != nil {
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

// tokenPlace is a token of a document.
type tokenPlace struct {
	sentence int
	token    text.Index
}

// tokenMarks are what begins and ends at a token.
type tokenMarks struct{ entity, date string }

func (m *tokenMarks) String() string {
	if m == nil {
		return "_"
	}
	var parts []string
	if m.entity != "" {
		parts = append(parts, "Entity="+m.entity)
	}
	if m.date != "" {
		parts = append(parts, "Date="+m.date)
	}
	return strings.Join(parts, "|")
}

// marksOf writes the mentions and times of a document in brackets at the tokens they
// begin and end at. Mentions come in text order, one within another after it, so that
// openings follow each other from the outermost in; closings are put before them.
func marksOf(r *text.Reading) map[tokenPlace]*tokenMarks {
	marks := map[tokenPlace]*tokenMarks{}
	at := func(sentence int, t text.Index) *tokenMarks {
		p := tokenPlace{sentence, t}
		if marks[p] == nil {
			marks[p] = &tokenMarks{}
		}
		return marks[p]
	}
	for _, m := range r.Mentions {
		name := ""
		if m.Entity >= 0 {
			name = fmt.Sprintf("e%d", m.Entity+1)
		}
		first, last := at(m.Sentence, m.First), at(m.Sentence, m.Last-1)
		first.entity += "(" + name + "-" + m.Class.String()
		if first == last {
			first.entity += ")"
			continue
		}
		last.entity = name + ")" + last.entity
	}
	for _, t := range r.Times {
		value := string(t.Date)
		if value == "" {
			value = "?"
		}
		first, last := at(t.Sentence, t.First), at(t.Sentence, t.Last-1)
		first.date = "(" + value
		last.date += ")"
	}
	return marks
}
