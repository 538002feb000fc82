package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"

	"readout"
	"readout/eval"
	"readout/gazetteer"
	"readout/name"
	"readout/syntax"
	"readout/text"
)

type trainCmd struct {
	Data  string `required:"" type:"existingdir" placeholder:"DIR" help:"Folder with the corpora, as their README lists them."`
	Raw   string `type:"existingfile" placeholder:"FILE" help:"Count the word clusters anew from these raw documents (JSON Lines, compressed or not); default: those of the program's own model are kept."`
	Out   string `required:"" placeholder:"DIR" help:"Folder the models are written to; . in a checkout replaces its own."`
	Trees string `type:"existingfile" placeholder:"FILE" help:"Take this model of tags and trees, as syntax/model.bin, instead of training one."`
}

// Help is shown by readout train --help.
func (trainCmd) Help() string {
	return `Trains the models of the text engine anew, in some minutes: of tags and trees
(syntax/model.bin), then, on texts read with it, of unknown names (name/guess.bin), then
of pronouns (coref/pronoun.bin). The same corpora give the same bytes. NOTICE lists the
corpora; one of them is unpacked with the program xz. The clusters of words that keep like
company, which tagger and parser look at, are taken from the program's own model: they
hang on where sentences of raw text end, and --raw FILE counts them anew.

Example:
  readout train --data ../shared/data --out .
  go build ./cmd/readout      # takes the new models up`
}

// trainingSets are the only treebanks that shipped weights learn from.
var trainingSets = [...]string{
	"treebanks/UD_English-EWT/en_ewt-ud-train.conllu.gz",
	gumTrain,
}

// Run trains and writes the models, each with the ones before it.
func (c *trainCmd) Run(w *world) error {
	t := trainer{data: c.Data, out: c.Out, report: func(format string, args ...any) { fmt.Fprintf(w.err, format+"\n", args...) }}
	model, err := c.trees(&t)
	if err != nil {
		return err
	}
	t.parser = model.NewParser()
	if t.gaz, err = gazetteer.Load(); err != nil {
		return err
	}
	if t.lex, err = name.Load(); err != nil {
		return err
	}
	if err := t.names(); err != nil {
		return err
	}
	return t.pronouns()
}

// trees trains the model of tags and trees, or reads the one given.
func (c *trainCmd) trees(t *trainer) (*syntax.Model, error) {
	if c.Trees != "" {
		b, err := os.ReadFile(c.Trees)
		if err != nil {
			return nil, err
		}
		return syntax.Decode(b)
	}
	return t.syntax(c.Raw)
}

// trainer makes one model after the other.
type trainer struct {
	data, out string
	report    func(format string, args ...any)

	parser *syntax.Parser
	gaz    *gazetteer.Gazetteer
	lex    *name.Lexicon
}

func (t *trainer) write(model string, data []byte) error {
	path := filepath.Join(t.out, filepath.FromSlash(model))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	t.report("%s: %d bytes", path, len(data))
	return os.WriteFile(path, data, 0o644)
}

func (t *trainer) parse(sentences []text.Sentence) {
	for i := range sentences {
		t.parser.Parse(&sentences[i])
	}
}

func (t *trainer) syntax(raw string) (*syntax.Model, error) {
	var corpus syntax.Corpus
	for _, path := range trainingSets {
		bank, err := eval.ReadTreebank(filepath.Join(t.data, path))
		if err != nil {
			return nil, err
		}
		for i := range bank {
			corpus.Gold = append(corpus.Gold, bank[i].Sentence)
		}
	}
	if err := company(&corpus, raw); err != nil {
		return nil, err
	}
	m := syntax.Train(corpus, syntax.Options{Report: t.report})
	return m, t.write("syntax/model.bin", m.Encode())
}

// company tells what company words keep: as raw documents have it, or the program's own
// model.
func company(c *syntax.Corpus, raw string) (err error) {
	if raw == "" {
		c.Like, err = syntax.Load()
		return err
	}
	docs, err := readCorpus(raw, rawDocuments)
	c.Raw = sentencesOf(docs)
	return err
}

func rawDocuments(in io.Reader) ([]readout.Document, error) {
	var docs []readout.Document
	dec := json.NewDecoder(in)
	for {
		var d readout.Document
		err := dec.Decode(&d)
		if errors.Is(err, io.EOF) {
			return docs, nil
		}
		if err != nil {
			return nil, fmt.Errorf("document %d: %w", len(docs)+1, err)
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
