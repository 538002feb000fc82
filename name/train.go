package name

import (
	"readout/gazetteer"
	"readout/text"
)

// Marked is a parsed document in which every name of a person, place or body is
// marked; places are of class Place, states too.
type Marked struct {
	Sentences []text.Sentence
	Names     []text.Mention // Sentence, First, Last and Class count
}

// example is a name that the finder had to guess, with what it is.
type example struct {
	feats []uint32
	right int
}

// passes are the times that the weights are learnt from nothing: which names there
// are to guess depends on what those before them were guessed to be by the pass before.
const passes = 2

// Train returns the weights of the model that guesses unknown names, as Load reads
// them from guess.bin. The names of the gazetteer are hidden from the finder, so
// that every name is unknown. The same documents give the same bytes.
func Train(docs []Marked, gaz *gazetteer.Gazetteer, epochs int) ([]byte, error) {
	lex, err := Load()
	if err != nil {
		return nil, err
	}
	lex.weights = new(weights)
	var out []byte
	for range passes {
		var all []example
		for i := range docs {
			all = append(all, lex.examples(&docs[i], gaz)...)
		}
		out = learn(all, epochs)
		if lex, err = lex.WithGuesses(out); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// WithGuesses returns the lexicon with weights that Train made in place of its own.
func (lex *Lexicon) WithGuesses(b []byte) (*Lexicon, error) {
	w, err := decodeGuess(b)
	if err != nil {
		return nil, err
	}
	return &Lexicon{words: lex.words, weights: w}, nil
}

func (lex *Lexicon) examples(d *Marked, gaz *gazetteer.Gazetteer) []example {
	type key struct {
		s       int
		i, last text.Index
	}
	marked := map[key]text.Class{}
	for _, m := range d.Names {
		for i := m.First; i < m.Last; i++ {
			marked[key{m.Sentence, i, 0}] = m.Class
		}
		marked[key{m.Sentence, m.First, m.Last}] = m.Class
	}
	var out []example
	f := finder{lex: lex, gaz: gaz, blind: true, within: properWithin(d.Sentences), played: lex.tellsOfSport(d.Sentences), guesses: map[string]*score{}}
	f.learn = func(p, j int, feats []uint32) {
		c := text.NoClass
		inside := 0
		for i := p; i < j; i++ {
			if x := marked[key{f.at, text.Index(i), 0}]; x != text.NoClass {
				c = x
				inside++
			}
		}
		if inside*2 <= j-p {
			c = text.NoClass
		}
		out = append(out, example{append([]uint32(nil), feats...), outcomeOf(c)})
	}
	for i := range d.Sentences {
		f.sentence(i, &d.Sentences[i])
	}
	return out
}

func outcomeOf(c text.Class) int {
	switch c {
	case text.State:
		c = text.Place
	case text.Group:
		c = text.Body
	}
	for k, o := range outcomes {
		if o == c {
			return k
		}
	}
	return 0
}

// orders are the fixed random orders in which perceptrons that differ in nothing else
// meet the examples. The sum of their weights guesses better than any of them.
const orders = 5

// learn adds up averaged perceptrons over the examples.
func learn(all []example, epochs int) []byte {
	sum := make([][len(outcomes)]int64, 1<<guessBits)
	for seed := range orders {
		learnIn(all, epochs, uint64(seed+1), sum)
	}
	return quantised(sum)
}

// learnIn adds to sum the averaged weights of one perceptron.
func learnIn(all []example, epochs int, seed uint64, sum [][len(outcomes)]int64) {
	w := make([][len(outcomes)]int64, 1<<guessBits)
	order := make([]int, len(all))
	for i := range order {
		order[i] = i
	}
	step := int64(epochs * len(all))
	for range epochs {
		for i := len(order) - 1; i > 0; i-- {
			seed = seed*6364136223846793005 + 1442695040888963407
			k := int(seed >> 33 % uint64(i+1))
			order[i], order[k] = order[k], order[i]
		}
		for _, i := range order {
			ex := &all[i]
			if got := ex.best(w); got != ex.right {
				for _, h := range ex.feats {
					w[h&guessMask][ex.right]++
					w[h&guessMask][got]--
					sum[h&guessMask][ex.right] += step
					sum[h&guessMask][got] -= step
				}
			}
			step--
		}
	}
}

func (ex *example) best(w [][len(outcomes)]int64) int {
	var s [len(outcomes)]int64
	for _, h := range ex.feats {
		for k := range s {
			s[k] += w[h&guessMask][k]
		}
	}
	best := 0
	for k := range s {
		if s[k] > s[best] {
			best = k
		}
	}
	return best
}

// quantised brings the summed weights into a byte each.
func quantised(sum [][len(outcomes)]int64) []byte {
	var top int64 = 1
	for i := range sum {
		for k := range outcomes {
			top = max(top, sum[i][k], -sum[i][k])
		}
	}
	out := make([]byte, 0, len(sum)*len(outcomes))
	for i := range sum {
		for k := range outcomes {
			v := sum[i][k] * 127 * 3 / top
			out = append(out, byte(int8(max(-127, min(127, v)))))
		}
	}
	return out
}
