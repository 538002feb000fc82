package syntax

import (
	"iter"
	"slices"

	"readout/text"
)

// Options say how to train. The zero value stands for the shipped model's.
type Options struct {
	TagRounds, TreeRounds, LabelRounds int
	Width                              int // of the parser's beam in training
	RunWidth                           int // of the parser's beam in use
	Folds                              int // parts of the jackknife
	Elected                            int // tokens of raw sentences parsed by vote
	Report                             func(format string, args ...any)
}

func (o Options) filled() Options {
	set := func(v *int, standard int) {
		if *v == 0 {
			*v = standard
		}
	}
	set(&o.TagRounds, 8)
	set(&o.TreeRounds, 6)
	set(&o.LabelRounds, 4)
	set(&o.Width, 8)
	set(&o.RunWidth, 4)
	set(&o.Folds, 5)
	set(&o.Elected, 1_000_000)
	if o.Report == nil {
		o.Report = func(string, ...any) {}
	}
	return o
}

// Corpus is what a model is trained from.
type Corpus struct {
	Gold []text.Sentence          // with tags, lemmas and trees
	Raw  iter.Seq[*text.Sentence] // tells what company words keep
	Open iter.Seq[*text.Sentence] // parsed by vote, to learn from; its text is openly licensed
}

// Train makes a model. The same corpus gives the same model.
func Train(c Corpus, o Options) *Model {
	o = o.filled()
	m := &Model{width: o.RunWidth, lag: runLag}
	m.tagger.pairs = pairsOf(c.Gold)
	learnClusters(c.Raw, c.Gold, &m.words, o.Report)
	learnUsage(c.Gold, m.tagger.pairs, &m.words)
	m.lemmas = learnLemmas(c.Gold)
	b := &book{known: map[string]int32{}}
	samples := make([]sample, len(c.Gold))
	for i := range c.Gold {
		samples[i] = b.sample(&m.words, m.tagger.pairs, &c.Gold[i])
	}
	classes := len(m.tagger.pairs)
	m.tagger.weights = learnTags(b, samples, classes, o.TagRounds).table(tagScale, 3)
	o.Report("tags: %d classes, %d weights", classes, len(m.tagger.weights.cells))
	tags := jackknife(b, samples, classes, o)
	m.labels = learnLabels(b, samples, tags, m.tagger.pairs, o.LabelRounds).table(labelScale, 3)
	o.Report("labels: %d weights", len(m.labels.cells))
	m.trees = learnFromVotes(b, exercises(samples, tags), m, c.Open, o)
	return m
}

// learnFromVotes trains three parsers on the gold trees, and a last one on the gold
// trees and on those that the three elect for raw sentences.
func learnFromVotes(b *book, gold []exercise, m *Model, open iter.Seq[*text.Sentence], o Options) *quadTable {
	pairs := m.tagger.pairs
	train := func(name string, rounds int, seed random, work []exercise, rare uint16) *quadTable {
		return treeCourse{name, o.Width, rounds, seed, o.Report}.learn(b, work, pairs).table(treeScale, rare)
	}
	mirrored := make([]exercise, len(gold))
	for i, e := range gold {
		mirrored[i] = e.mirrored()
	}
	p := &panel{pairs: pairs, width: o.Width, lag: runLag}
	p.teachers = []teacher{
		{train("first teacher", o.TreeRounds, 11, gold, 3), false, 3},
		{train("second teacher", o.TreeRounds, 5, mirrored, 3), true, 3},
		{train("third teacher", o.TreeRounds, 99, gold, 3), false, 2},
	}
	work := append(gold, p.gather(open, b, m, o.Elected)...)
	o.Report("%d sentences elected", len(work)-len(gold))
	return train("trees", o.TreeRounds, 21, work, treeRare)
}

// runLag is how far a run may fall behind the best before it is given up, in rounded
// weights; treeRare is how often a feature must have changed to be kept.
const (
	runLag   = 500
	treeRare = 4
)

// The scales at which averaged weights are rounded to integers.
const (
	tagScale   = 2
	labelScale = 2
	treeScale  = 3
)

// jackknife tags each part of the samples by a tagger trained on the other parts, so
// that the parser learns from tags as good as those it will see.
func jackknife(b *book, samples []sample, classes int, o Options) [][]uint16 {
	out := make([][]uint16, len(samples))
	if o.Folds < 2 {
		for i := range samples {
			out[i] = samples[i].tags
		}
		return out
	}
	right, all := 0, 0
	var t tagScratch
	for fold := range o.Folds {
		var others []sample
		for i := range samples {
			if i%o.Folds != fold {
				others = append(others, samples[i])
			}
		}
		m := learnTags(b, others, classes, max(2, o.TagRounds/2)).table(tagScale, 2)
		for i := fold; i < len(samples); i += o.Folds {
			b.load(&t, &samples[i], classes)
			t.tag(m, false)
			out[i] = slices.Clone(t.tags)
			for j, tag := range t.tags {
				all++
				if tag == samples[i].tags[j] {
					right++
				}
			}
		}
		o.Report("tags: part %d of %d tagged by the others, %.2f%% right", fold+1, o.Folds, 100*float64(right)/float64(max(all, 1)))
	}
	return out
}
