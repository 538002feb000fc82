package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"readout"
	"readout/eval"
	"readout/syntax"
	"readout/text"
)

type trainCmd struct {
	Data string `required:"" type:"existingdir" placeholder:"DIR" help:"Folder with the corpora, as their README lists them."`
	Raw  string `placeholder:"FILE" help:"Raw documents (JSON Lines, compressed or not); default: news.jsonl.gz in the folder corpora beside DIR."`
	Out  string `required:"" placeholder:"DIR" help:"Folder the models are written to; . in a checkout replaces its own."`
}

// Help is shown by readout train --help.
func (trainCmd) Help() string {
	return `Trains the models of the text engine anew: the same corpora give the same bytes.

Example:
  readout train --data ../shared/data --out .
  go build ./cmd/readout      # takes the new models up`
}

// trainingSets are the only treebanks that shipped weights learn from.
var trainingSets = [...]string{
	"treebanks/UD_English-EWT/en_ewt-ud-train.conllu.gz",
	"treebanks/UD_English-GUM/en_gum-ud-train.open.conllu.gz",
}

// Run trains and writes.
func (c *trainCmd) Run(w *world) error {
	var gold []text.Sentence
	for _, path := range trainingSets {
		bank, err := eval.ReadTreebank(filepath.Join(c.Data, path))
		if err != nil {
			return err
		}
		for i := range bank {
			gold = append(gold, bank[i].Sentence)
		}
	}
	raw := c.Raw
	if raw == "" {
		raw = filepath.Join(c.Data, "..", "corpora", "news.jsonl.gz")
	}
	docs, err := rawDocuments(raw)
	if err != nil {
		return err
	}
	m := syntax.Train(syntax.Corpus{Gold: gold, Raw: sentencesOf(docs)},
		syntax.Options{Report: func(format string, args ...any) { fmt.Fprintf(w.err, format+"\n", args...) }})
	path := filepath.Join(c.Out, "syntax", "model.bin")
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return os.WriteFile(path, m.Encode(), 0o644)
}

func rawDocuments(path string) ([]readout.Document, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var r io.Reader = bufio.NewReader(f)
	if strings.HasSuffix(path, ".gz") {
		if r, err = gzip.NewReader(r); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
	}
	var docs []readout.Document
	dec := json.NewDecoder(r)
	for {
		var d readout.Document
		err := dec.Decode(&d)
		if errors.Is(err, io.EOF) {
			return docs, nil
		}
		if err != nil {
			return nil, fmt.Errorf("%s: document %d: %w", path, len(docs)+1, err)
		}
		docs = append(docs, d)
	}
}

func sentencesOf(docs []readout.Document) iter.Seq[*text.Sentence] {
	return func(yield func(*text.Sentence) bool) {
		for _, d := range docs {
			sentences := text.Segment(d.Text, nil)
			for i := range sentences {
				if !yield(&sentences[i]) {
					return
				}
			}
		}
	}
}
