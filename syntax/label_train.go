package syntax

import (
	"readout/text"
	"slices"
)

// labelMargin is the lead over its best rival that the right relation must have.
const labelMargin = 20

// learnLabels trains a labeller on gold trees with the tags that a tagger gave: the
// second one where the samples have early relations, else the first.
func learnLabels(b *book, samples []sample, pairs []tagPair, rounds int, r random) *rowLearner {
	m := newRowLearner()
	var t treeScratch
	var l labelScratch
	for range rounds {
		for _, i := range r.order(len(samples)) {
			s := &samples[i]
			if len(s.words) > longest {
				continue
			}
			l.ready(&t, b, s, pairs)
			if s.early != nil {
				copy(l.rels[1:], s.early)
				l.review()
			}
			l.learn(m, s.rels)
		}
	}
	return m
}

// ready takes over the gold tree of a sample.
func (l *labelScratch) ready(t *treeScratch, b *book, s *sample, pairs []tagPair) {
	t.start(b.all(s.words), s.guess, pairs)
	t.heads = append(t.heads[:0], rootedHeads(s.heads)...)
	l.start(t)
}

// labelFolds are the parts of the treebanks that are labelled by the others.
const labelFolds = 4

// labelEarly gives the samples their early relations: each part is labelled by a
// labeller trained on the others.
func labelEarly(b *book, samples []sample, pairs []tagPair, o Options) {
	early := make([][]text.Rel, len(samples))
	together(labelFolds, func(fold int) { labelFold(b, samples, pairs, o, fold, early) })
	for i := range samples {
		samples[i].early = early[i]
	}
}

func labelFold(b *book, samples []sample, pairs []tagPair, o Options, fold int, early [][]text.Rel) {
	others := otherFolds(samples, fold, labelFolds)
	m := newRowLookup(learnLabels(b, others, pairs, max(1, o.LabelRounds-1), orders[0]).table(labelScale, 3))
	var t treeScratch
	var l labelScratch
	for i := fold; i < len(samples); i += labelFolds {
		if s := &samples[i]; len(s.words) <= longest {
			l.ready(&t, b, s, pairs)
			l.forget(len(s.words))
			l.label(m)
			early[i] = slices.Clone(l.rels[1:])
		}
	}
	o.Report("labels: part %d of %d labelled by the others", fold+1, labelFolds)
}

// otherFolds are the samples that are not in the fold.
func otherFolds(samples []sample, fold, folds int) []sample {
	var others []sample
	for i := range samples {
		if i%folds != fold {
			others = append(others, samples[i])
		}
	}
	return others
}

func (l *labelScratch) learn(m *rowLearner, gold []text.Rel) {
	for _, d := range l.order {
		right := gold[d-1]
		if l.heads[d] == 0 || right == text.Root || right == text.NoRel {
			l.set(d, right)
			continue
		}
		m.now++
		x := l.arc(d)
		l.features(d, &x)
		if len(l.early) > 0 {
			l.laterFeatures(d)
		}
		clear(l.scores)
		m.score(l.keys, l.scores)
		guess := l.choose()
		wrong := rival(l.scores, int(right))
		if l.scores[wrong]+labelMargin > l.scores[right] {
			m.change(l.keys, int(right), 1)
			m.change(l.keys, wrong, -1)
		}
		l.set(d, guess)
	}
}
