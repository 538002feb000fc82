package main

import (
	"io"
	"path/filepath"
	"strings"

	"readout"
	"readout/coref"
	"readout/eval"
	"readout/name"
	"readout/text"
)

// The rounds over the examples, as many as served best on the development parts.
const (
	nameRounds    = 8
	pronounRounds = 20
)

// nameSets are the corpora that names are learnt from, in this order.
var nameSets = [...]struct {
	path string
	read func(io.Reader) ([]eval.NameDoc, error)
}{
	{"ner/UNER_English-EWT/en_ewt-ud-train.prerelease-2022-12.iob2.gz", eval.ReadNames},
	{"ner/wikigold/wikigold.conll.txt.gz", eval.ReadNames},
	{"ner/crossner/politics.train.txt.gz", eval.ReadNames},
	{"ner/crossner/politics.dev.txt.gz", eval.ReadNames},
	{"ner/wnut17/wnut17train.conll.gz", eval.ReadNames},
	{"ner/crossner/politics.test.txt.gz", eval.ReadNames},
	{"ner/wnut17/emerging.dev.conll.gz", eval.ReadNames},
	{"ner/redocred/dev_revised.json.gz", eval.ReadRelations},
	{"ner/redocred/test_revised.json.gz", eval.ReadRelations},
	{gumTrain, eval.ReadEntityLayer},
	{"ner/re3d/re3d.tar.gz", eval.ReadDefence},
}

// classOf is what a corpus' own class means here; most classes mean none.
func classOf(label string) text.Class {
	switch strings.ToLower(label) {
	case "per", "person", "politician":
		return text.Person
	case "loc", "location", "country":
		return text.Place
	case "org", "organisation", "politicalparty", "group", "corporation":
		return text.Body
	}
	return text.NoClass
}

// names trains the guesses of unknown names; the trainer goes on with them.
func (t *trainer) names() error {
	var docs []name.Marked
	for _, set := range nameSets {
		read, err := readCorpus(filepath.Join(t.data, set.path), set.read)
		if err != nil {
			return err
		}
		for _, d := range read {
			t.parse(d.Sentences)
			docs = append(docs, marked(d))
		}
	}
	t.report("names: %d documents", len(docs))
	b, err := name.Train(docs, t.gaz, nameRounds)
	if err != nil {
		return err
	}
	if t.lex, err = t.lex.WithGuesses(b); err != nil {
		return err
	}
	return t.write("name/guess.bin", b)
}

func marked(d eval.NameDoc) name.Marked {
	m := name.Marked{Sentences: d.Sentences}
	for _, n := range d.Names {
		if c := classOf(n.Class); c != text.NoClass {
			m.Names = append(m.Names, text.Mention{Sentence: n.Sentence, First: n.First, Last: n.Last, Class: c})
		}
	}
	return m
}

// pronouns trains the weights of what speaks for an antecedent.
func (t *trainer) pronouns() error {
	var cases []coref.Case
	for _, part := range []string{"development", "validation"} {
		gap, err := eval.OpenGap(filepath.Join(t.data, "coref", "gap", "gap-"+part+".tsv.gz"))
		if err != nil {
			return err
		}
		for i := range gap {
			cases = append(cases, t.gapCase(&gap[i]))
		}
	}
	docs, err := clustered(filepath.Join(t.data, gumTrain), filepath.Join(t.data, ontoGum))
	if err != nil {
		return err
	}
	for i := range docs {
		cases = append(cases, t.clusterCases(&docs[i])...)
	}
	t.report("pronouns: %d", len(cases))
	return t.write("coref/pronoun.bin", coref.Train(cases, t.gaz, pronounRounds))
}

func (t *trainer) gapCase(g *eval.GapCase) coref.Case {
	c := coref.Case{Document: readout.Document{Text: g.Text}, Pronoun: g.Pronoun}
	c.Sentences = text.Segment(g.Text, nil)
	t.parse(c.Sentences)
	c.Mentions = t.lex.Find(c.Sentences, t.gaz)
	tell := func(at readout.Span, meant bool) {
		if meant {
			c.Right = append(c.Right, at)
		} else {
			c.Wrong = append(c.Wrong, at)
		}
	}
	tell(g.A, g.IsA)
	tell(g.B, g.IsB)
	return c
}

// clusterCases asks for every pronoun of one person in the document's clusters; the
// names and phrases of its cluster are right.
func (t *trainer) clusterCases(d *eval.CorefDoc) []coref.Case {
	sentences := d.Unparsed()
	t.parse(sentences)
	mentions := t.lex.Find(sentences, t.gaz)
	var out []coref.Case
	for _, cluster := range d.Clusters {
		var right []readout.Span
		for _, m := range cluster {
			if m.Last-m.First > 1 || sentences[m.Sentence].Tokens[m.First].XPOS == text.NNP {
				right = append(right, sentences[m.Sentence].Cover(m.First, m.Last))
			}
		}
		if len(right) == 0 {
			continue
		}
		for _, m := range cluster {
			if tok := &sentences[m.Sentence].Tokens[m.First]; m.Last-m.First == 1 && personal(tok.Form) {
				out = append(out, coref.Case{
					Document: readout.Document{ID: d.ID}, Sentences: sentences, Mentions: mentions,
					Pronoun: tok.Span, Right: right,
				})
			}
		}
	}
	return out
}

func personal(form string) bool {
	switch strings.ToLower(form) {
	case "he", "she", "him", "her", "his":
		return true
	}
	return false
}
