package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"readout"
	"readout/coref"
	"readout/eval"
	"readout/pipeline"
	"readout/syntax"
	"readout/text"
)

// evalCmd groups the measures of single parts.
type evalCmd struct {
	Text     evalTextCmd     `cmd:"" help:"Score each stage of the text engine on held-out corpora."`
	Copies   evalCopiesCmd   `cmd:"" help:"Score how copies are found, on altered copies of texts."`
	Record   evalRecordCmd   `cmd:"" help:"Score statements and consultations on public sets."`
	Pages    evalPagesCmd    `cmd:"" help:"Score what is read of HTML pages."`
	Readings evalReadingsCmd `cmd:"" help:"Count which records hold that careful readers have judged."`
}

// scoring are the flags of every measure of public corpora.
type scoring struct {
	Data   string   `required:"" type:"existingdir" placeholder:"DIR" help:"Folder with the corpora, as their README lists them."`
	Floors []string `type:"existingfile" sep:"," placeholder:"FILE" help:"JSON files of the least figures allowed; the command fails under one."`
	JSON   bool     `help:"Print rows {stage, set, metric, value} as JSON Lines."`
}

type evalTextCmd struct{ scoring }

// Help is shown by readout eval text --help.
func (*evalTextCmd) Help() string {
	return `Scores sentences and words, tags and trees, names, time expressions and coreference
on the parts of the corpora that no model was trained from, in per cent. A corpus that
is not there is told and left out.

Example:
  readout eval text --data ../shared/data --json
  readout eval text --data ../shared/data --floors eval/floors_syntax.json,eval/floors_stages.json`
}

// textScorer scores the stages with what they know.
type textScorer struct {
	*pipeline.Knowledge
	parser *syntax.Parser
	data   string
}

// Run scores stage after stage.
func (c *evalTextCmd) Run(w *world) error {
	know, err := pipeline.Load()
	if err != nil {
		return err
	}
	s := &textScorer{know, know.Syntax.NewParser(), c.Data}
	return c.score(w, "eval text", []func() ([]eval.Row, error){
		s.segmentation, s.trees,
		s.names("uner-pud", "ner/UNER_English-PUD/en_pud-ud-test.iob2.gz"),
		s.names("uner-ewt-test", "ner/UNER_English-EWT/en_ewt-ud-test.iob2.gz"),
		s.names("conll03-testb", "ner/conll2003_EVAL_ONLY/eng.testb.gz"),
		s.times, s.spec, s.gap,
		s.clusters("ontogum-dev", gumDev), s.clusters("ontogum-test", gumTest),
	})
}

// score runs the measures, prints their rows and fails under a floor. A corpus that
// is not there is told and left out.
func (c *scoring) score(w *world, command string, stages []func() ([]eval.Row, error)) error {
	var all []eval.Row
	for _, stage := range stages {
		rows, err := stage()
		if errors.Is(err, fs.ErrNotExist) {
			fmt.Fprintf(w.err, "left out: %v\n", err)
			continue
		}
		if err != nil {
			return fmt.Errorf("%s: %w", command, err)
		}
		c.print(w, rows)
		all = append(all, rows...)
	}
	if len(all) == 0 {
		return fmt.Errorf("%s: none of the corpora is in %s", command, c.Data)
	}
	return c.check(command, all)
}

// check fails under a floor.
func (c *scoring) check(command string, rows []eval.Row) error {
	var under []string
	for _, name := range c.Floors {
		b, err := os.ReadFile(name)
		if err != nil {
			return fmt.Errorf("%s: %w", command, err)
		}
		floors, err := eval.ReadFloors(b)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		under = append(under, floors.Under(rows, map[string]bool{})...)
	}
	if len(under) > 0 {
		return fmt.Errorf("%s: under the floors:\n  %s", command, strings.Join(under, "\n  "))
	}
	return nil
}

func (c *scoring) print(w *world, rows []eval.Row) {
	out := json.NewEncoder(w.out)
	for _, r := range rows {
		if c.JSON {
			_ = out.Encode(r) // a closed pipe ends the program by itself
			continue
		}
		fmt.Fprintf(w.out, "%-7s %-18s %-12s %6.2f\n", r.Stage, r.Set, r.Metric, r.Value)
	}
}

func (s *textScorer) path(name string) string { return filepath.Join(s.data, name) }

func (s *textScorer) segmentation() ([]eval.Row, error) {
	return eval.SegmentationRows(s.path("treebanks"), func(t string) []text.Sentence { return text.Segment(t, nil) })
}

func (s *textScorer) trees() ([]eval.Row, error) {
	return eval.SyntaxRows(s.path("treebanks"), s.parser.Parse)
}

// parsed sets tags and trees.
func (s *textScorer) parsed(sentences []text.Sentence) []text.Sentence {
	for i := range sentences {
		s.parser.Parse(&sentences[i])
	}
	return sentences
}

func (s *textScorer) names(set, name string) func() ([]eval.Row, error) {
	return func() ([]eval.Row, error) {
		docs, err := eval.OpenNames(s.path(name))
		if err != nil {
			return nil, err
		}
		return eval.Names(set, docs, func(ss []text.Sentence) []text.Mention {
			return s.Names.Find(s.parsed(ss), s.Gazetteer)
		}), nil
	}
}

func (s *textScorer) times() ([]eval.Row, error) {
	f, err := os.Open(s.path("time/tempeval3_EVAL_ONLY/te3-platinum.tar.gz"))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	docs, err := eval.ReadTimeML(f, "")
	if err != nil {
		return nil, err
	}
	return eval.Times(s.Times, "te3-platinum", docs, s.parser.Parse, nil), nil
}

// spec scores the finder of times on the specification of another one.
func (s *textScorer) spec() ([]eval.Row, error) {
	f, err := os.Open(s.path("time/recognizers-text/recognizers-text-specs-en.tar.gz"))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	cases, err := eval.ReadSpec(f)
	if err != nil {
		return nil, err
	}
	return eval.Spec(s.Times, "recognizers", cases, s.parser.Parse, nil), nil
}

func (s *textScorer) gap() ([]eval.Row, error) {
	cases, err := eval.OpenGap(s.path("coref/gap/gap-test.tsv.gz"))
	if err != nil {
		return nil, err
	}
	return eval.Gap("gap-test", cases, func(words string) []text.Mention {
		ss := s.parsed(text.Segment(words, nil))
		found := s.Names.Find(ss, s.Gazetteer)
		mentions, _ := coref.Resolve(readout.Document{Text: words}, ss, found, nil, s.Gazetteer)
		return mentions
	}), nil
}

// clusters scores the news and interviews of a part of GUM.
func (s *textScorer) clusters(set, treebank string) func() ([]eval.Row, error) {
	return func() ([]eval.Row, error) {
		docs, err := clustered(s.path(treebank), s.path(ontoGum))
		if err != nil {
			return nil, err
		}
		var kept []eval.CorefDoc
		for _, d := range docs {
			if strings.HasPrefix(d.ID, "GUM_news") || strings.HasPrefix(d.ID, "GUM_interview") {
				kept = append(kept, d)
			}
		}
		return eval.Clusters(set, kept, func(d *eval.CorefDoc) [][]eval.CorefSpan {
			ss := s.parsed(d.Unparsed())
			found := s.Names.FindAll(ss, s.Gazetteer)
			mentions, _ := coref.Resolve(readout.Document{ID: d.ID}, ss, found, nil, s.Gazetteer)
			return eval.Entities(ss, mentions)
		}), nil
	}
}
