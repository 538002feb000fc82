package syntax

import (
	"fmt"
	"iter"
	"slices"
	"sync"

	"readout/text"
)

// Options say how to train. The zero value stands for the shipped model's.
type Options struct {
	TagRounds, TreeRounds, LabelRounds int // over the treebanks
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
	set(&o.TagRounds, 8)
	set(&o.LabelRounds, 4)
	set(&o.Width, 8)
	set(&o.RunWidth, 8)
	set(&o.Folds, 5)
	if o.Report == nil {
		o.Report = func(string, ...any) {}
	}
	return o
}

// Corpus is what a model is trained from.
type Corpus struct {
	Gold []text.Sentence          // with tags, lemmas and trees
	Raw  iter.Seq[*text.Sentence] // tells what company words keep; nil: as Like has it
	Like *Model                   // whose word clusters are kept; nil: none is
}

// Train makes a model. The same corpus gives the same model.
func Train(c Corpus, o Options) *Model {
	o = o.filled()
	m := &Model{width: o.RunWidth, lag: runLag}
	m.tagger.pairs = pairsOf(c.Gold)
	if c.Raw == nil && c.Like != nil {
		m.words.clusters = c.Like.words.clusters
	} else {
		learnClusters(c.Raw, c.Gold, &m.words, o.Report)
	}
	learnUsage(c.Gold, m.tagger.pairs, &m.words)
	m.lemmas = learnLemmas(c.Gold)
	b := &book{known: map[string]int32{}}
	samples := make([]sample, len(c.Gold))
	for i := range c.Gold {
		samples[i] = b.sample(&m.words, m.tagger.pairs, &c.Gold[i])
	}
	tag := func(leftward bool) func(seed random) *rowTable {
		return func(seed random) *rowTable {
			return learnTags(b, samples, len(m.tagger.pairs), o.TagRounds, seed, leftward).table(tagScale, 3)
		}
	}
	m.tagger.weights = learnRows(o, "tags", tag(false), tag(true))
	jackknife(b, samples, len(m.tagger.pairs), o)
	label := func(seed random) *rowTable {
		return learnLabels(b, samples, m.tagger.pairs, o.LabelRounds, seed).table(labelScale, 3)
	}
	m.labels = learnRows(o, "labels", label)
	labelEarly(b, samples, m.tagger.pairs, o)
	m.again = learnRows(o, "labels, second look", label)
	work := exercises(samples)
	m.trees = learnTrees(b, work, m.tagger.pairs, o, false)
	m.back = learnTrees(b, work, m.tagger.pairs, o, true)
	m.addPasts() // only now: no model learns to lean on them
	return m
}

// orders seed the orders in which taggers and labellers meet the sentences. The summed
// weights of several, which differ in nothing else, are better than those of any.
var orders = [...]random{7, 13, 29}

// learnRows adds up what each of the learners has learnt in each order.
func learnRows(o Options, name string, learners ...func(seed random) *rowTable) *rowTable {
	tables := make([]*rowTable, len(orders)*len(learners))
	together(len(tables), func(i int) {
		tables[i] = learners[i/len(orders)](orders[i%len(orders)])
	})
	t := blendRows(tables)
	o.Report("%s: %d weights", name, len(t.cells))
	return t
}

// treeOrders are the orders in which parsers that differ in nothing else meet the
// sentences, with the rounds over these. The sum of their weights finds better trees
// than any of them.
var treeOrders = [...]struct {
	seed   random
	rounds int
	rare   uint16 // features that changed less often are dropped
}{{11, 6, 4}, {99, 5, 3}, {42, 5, 3}}

// learnTrees trains the parser from the left, or, leftward, that from the right.
func learnTrees(b *book, work []exercise, pairs []tagPair, o Options, leftward bool) *quadTable {
	name := "trees"
	if leftward {
		name = "trees, from the right"
	}
	courses := treeOrders[:]
	if leftward {
		courses = courses[:2] // a third adds to the size, but hardly to the trees
	}
	tables := make([]*quadTable, len(courses))
	together(len(courses), func(i int) {
		x := courses[i]
		rounds := x.rounds
		if o.TreeRounds > 0 {
			rounds = o.TreeRounds
		}
		c := treeCourse{fmt.Sprintf("%s, order %d of %d", name, i+1, len(courses)), o.Width, rounds, x.seed, leftward, o.Report}
		tables[i] = c.learn(b, work, pairs).table(treeScale, x.rare)
	})
	t := blend(tables)
	o.Report("%s: %d slots", name, len(t.slots))
	return t
}

// runLag is how far a run may fall behind the best before it is given up, in summed
// rounded weights.
const runLag = 1500

// The scales at which averaged weights are rounded to integers.
const (
	tagScale   = 2
	labelScale = 2
	treeScale  = 3
)

// together does n things, two at a time as each may take a gigabyte.
func together(n int, do func(i int)) {
	var all sync.WaitGroup
	room := make(chan struct{}, 2)
	for i := range n {
		all.Go(func() {
			room <- struct{}{}
			do(i)
			<-room
		})
	}
	all.Wait()
}

// jackknife gives the samples guessed tags: each part is tagged by a tagger trained on
// the other parts, so that the parser learns from tags as good as those it will see.
func jackknife(b *book, samples []sample, classes int, o Options) {
	guess := make([][]uint16, len(samples))
	together(o.Folds, func(fold int) { tagFold(b, samples, classes, o, fold, guess) })
	for i := range samples {
		samples[i].guess = guess[i]
	}
}

func tagFold(b *book, samples []sample, classes int, o Options, fold int, guess [][]uint16) {
	others := otherFolds(samples, fold, o.Folds)
	m := newRowLookup(learnTags(b, others, classes, max(2, o.TagRounds/2), orders[0], false).table(tagScale, 2))
	right, all := 0, 0
	var t tagScratch
	for i := fold; i < len(samples); i += o.Folds {
		b.load(&t, &samples[i], classes)
		t.fromLeft(m, false)
		guess[i] = slices.Clone(t.tags)
		for j, tag := range t.tags {
			all++
			if tag == samples[i].tags[j] {
				right++
			}
		}
	}
	o.Report("tags: part %d of %d tagged by the others, %.2f%% right", fold+1, o.Folds, 100*float64(right)/float64(max(all, 1)))
}
