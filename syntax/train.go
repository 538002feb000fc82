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
	Report                             func(format string, args ...any)
}

func (o Options) filled() Options {
	set := func(v *int, standard int) {
		if *v == 0 {
			*v = standard
		}
	}
	set(&o.TagRounds, 10)
	set(&o.TreeRounds, 12)
	set(&o.LabelRounds, 8)
	set(&o.Width, 8)
	set(&o.RunWidth, 4)
	set(&o.Folds, 5)
	if o.Report == nil {
		o.Report = func(string, ...any) {}
	}
	return o
}

// Train makes a model from the sentences of treebanks and from raw sentences, which
// tell what company words keep. The same input gives the same model.
func Train(gold []text.Sentence, raw iter.Seq[*text.Sentence], o Options) *Model {
	o = o.filled()
	m := &Model{width: o.RunWidth}
	m.tagger.pairs = pairsOf(gold)
	learnClusters(raw, gold, &m.words, o.Report)
	learnUsage(gold, m.tagger.pairs, &m.words)
	b := &book{known: map[string]int32{}}
	samples := make([]sample, len(gold))
	for i := range gold {
		samples[i] = b.sample(&m.words, m.tagger.pairs, &gold[i])
	}
	m.lemmas = learnLemmas(gold)
	classes := len(m.tagger.pairs)
	o.Report("tags: %d classes", classes)
	l := learnTags(b, samples, classes, o.TagRounds)
	m.tagger.weights = l.table(tagScale, 3)
	o.Report("tags: %d features kept", len(m.tagger.weights.cells))
	tags := jackknife(b, samples, classes, o)
	labels := learnLabels(b, samples, tags, m.tagger.pairs, o.LabelRounds)
	m.labels = labels.table(labelScale, 3)
	o.Report("labels: %d weights kept", len(m.labels.cells))
	course := treeCourse{"trees", o.Width, o.TreeRounds, 11, o.Report}
	trees := course.learn(b, exercises(samples, tags), m.tagger.pairs)
	m.trees = trees.table(treeScale, 4)
	return m
}

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
