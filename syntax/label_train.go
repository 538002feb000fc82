package syntax

import "readout/text"

// labelMargin is the lead over its best rival that the right relation must have.
const labelMargin = 20

// learnLabels trains the labeller on gold trees with the given tags.
func learnLabels(b *book, samples []sample, tags [][]uint16, pairs []tagPair, rounds int) *rowLearner {
	m := newRowLearner()
	var t treeScratch
	var l labelScratch
	r := random(13)
	for range rounds {
		for _, i := range r.order(len(samples)) {
			s := &samples[i]
			if len(s.words) > longest {
				continue
			}
			t.start(b.all(s.words), tags[i], pairs)
			t.heads = append(t.heads[:0], rootedHeads(s.heads)...)
			l.start(&t)
			l.learn(m, s.rels)
		}
	}
	return m
}

func (l *labelScratch) learn(m *rowLearner, gold []text.Rel) {
	for _, d := range l.order {
		right := gold[d-1]
		if l.heads[d] == 0 || right == text.Root || right == text.NoRel {
			l.set(d, right)
			continue
		}
		m.now++
		l.features(d)
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
