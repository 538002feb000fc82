package coref

import (
	"strings"

	"readout"
	"readout/gazetteer"
	"readout/text"
)

// Case is a parsed text with a pronoun of which it is known whom it means: one of
// the names at Right, none of those at Wrong.
type Case struct {
	Document  readout.Document
	Sentences []text.Sentence
	Mentions  []text.Mention
	Pronoun   readout.Span
	Right     []readout.Span
	Wrong     []readout.Span
}

// lesson is a pronoun's candidates, marked.
type lesson struct {
	cues  [][]cue
	right []bool
	wrong []bool
}

// passes are the times that the weights are learnt from nothing: the pronouns before
// the one asked about are resolved by the weights of the pass before.
const passes = 4

// Train learns the weights of the cues, as pronoun.bin holds them. The same cases
// give the same bytes.
func Train(cases []Case, gaz *gazetteer.Gazetteer, epochs int) []byte {
	var weights []byte
	for range passes {
		var lessons []lesson
		for i := range cases {
			if l, ok := lessonOf(&cases[i], gaz, string(weights)); ok {
				lessons = append(lessons, l)
			}
		}
		weights = learn(lessons, epochs)
	}
	return weights
}

// orders are the fixed random orders in which the lessons are learnt; the weights are
// the sum over all.
const orders = 8

// shuffle puts the order into another and returns the state for the next time.
func shuffle(order []int, state uint64) uint64 {
	for i := len(order) - 1; i > 0; i-- {
		state = state*6364136223846793005 + 1442695040888963407
		k := int(state >> 33 % uint64(i+1))
		order[i], order[k] = order[k], order[i]
	}
	return state
}

// learn adds up averaged perceptrons over the lessons.
func learn(lessons []lesson, epochs int) []byte {
	sum := make([]int, cueEnd)
	state := uint64(1)
	for range orders {
		w := make([]int, cueEnd)
		step := epochs * len(lessons)
		order := make([]int, len(lessons))
		for i := range order {
			order[i] = i
		}
		for range epochs {
			state = shuffle(order, state)
			for _, i := range order {
				lessons[i].learn(w, sum, step)
				step--
			}
		}
	}
	top := 1
	for _, v := range sum {
		top = max(top, v, -v)
	}
	out := make([]byte, 0, 2*cueEnd)
	for _, v := range sum {
		x := int16(v * 2000 / top)
		out = append(out, byte(x), byte(uint16(x)>>8))
	}
	return out
}

func lessonOf(c *Case, gaz *gazetteer.Gazetteer, weights string) (lesson, bool) {
	r := newResolver(c.Document, c.Sentences, c.Mentions, gaz)
	r.weights = weights
	r.resolveNames()
	var l lesson
	at := -1
	for i := range r.m {
		if r.m[i].Form == text.Pronoun && r.m[i].Span == c.Pronoun {
			at = i
		}
	}
	if at < 0 {
		return l, false
	}
	r.walkTo(at)
	right, wrong := r.entitiesAt(c.Right), r.entitiesAt(c.Wrong)
	female, male := sexOfPronoun(strings.ToLower(r.words(&r.m[at])))
	r.eachCandidate(at, female, male, func(x candidate) {
		l.cues = append(l.cues, append([]cue(nil), x.cues...))
		l.right = append(l.right, has(right, x.entity))
		l.wrong = append(l.wrong, has(wrong, x.entity))
	})
	return l, len(l.cues) > 1
}

func (r *resolver) entitiesAt(spans []readout.Span) []int {
	var out []int
	for _, at := range spans {
		for i := range r.m {
			if r.m[i].Form == text.Name && r.m[i].Overlaps(at) && r.m[i].Entity >= 0 {
				out = append(out, r.m[i].Entity)
			}
		}
	}
	return out
}

// learn corrects the weights where the best candidate is a wrong one. Where no
// name is right, only the names known to be wrong count as such.
func (l *lesson) learn(w, sum []int, step int) {
	best, good := -1, -1
	var bestScore, goodScore int
	anyRight := has2(l.right)
	for k, cs := range l.cues {
		s := 0
		for _, c := range cs {
			s += w[c]
		}
		if best < 0 || s > bestScore {
			best, bestScore = k, s
		}
		if ok := l.right[k] || !anyRight && !l.wrong[k]; ok && (good < 0 || s > goodScore) {
			good, goodScore = k, s
		}
	}
	if good < 0 || best == good || l.right[best] || !anyRight && !l.wrong[best] {
		return
	}
	for _, c := range l.cues[good] {
		w[c]++
		sum[c] += step
	}
	for _, c := range l.cues[best] {
		w[c]--
		sum[c] -= step
	}
}

func has2(xs []bool) bool {
	for _, x := range xs {
		if x {
			return true
		}
	}
	return false
}
