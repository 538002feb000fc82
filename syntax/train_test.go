package syntax

import (
	"slices"
	"testing"

	"readout/text"
)

// lesson makes small treebank sentences: "the envoy met the minister ." with other
// nouns and verbs.
func lesson() []text.Sentence {
	nouns := []string{"envoy", "minister", "leader", "ambassador"}
	verbs := []string{"met", "praised", "called", "thanked"}
	var out []text.Sentence
	for _, a := range nouns {
		for _, v := range verbs {
			for _, b := range nouns {
				out = append(out, text.Sentence{Tokens: []text.Token{
					{Form: "the", Lemma: "the", UPOS: text.DET, XPOS: text.DT, Rel: text.Det, Head: 1},
					{Form: a, Lemma: a, UPOS: text.NOUN, XPOS: text.NN, Rel: text.Nsubj, Head: 2},
					{Form: v, Lemma: v, UPOS: text.VERB, XPOS: text.VBD, Rel: text.Root, Head: text.None},
					{Form: "the", Lemma: "the", UPOS: text.DET, XPOS: text.DT, Rel: text.Det, Head: 4},
					{Form: b, Lemma: b, UPOS: text.NOUN, XPOS: text.NN, Rel: text.Obj, Head: 2},
					{Form: ".", Lemma: ".", UPOS: text.PUNCT, XPOS: text.Stop, Rel: text.Punct, Head: 2},
				}})
			}
		}
	}
	return out
}

func TestTrainingLearnsItsLessonAndGivesTheSameBytes(t *testing.T) {
	gold := lesson()
	o := Options{TagRounds: 4, TreeRounds: 3, LabelRounds: 4, Folds: 2}
	m := Train(Corpus{Gold: gold}, o)
	if !slices.Equal(m.Encode(), Train(Corpus{Gold: gold}, o).Encode()) {
		t.Error("a second training gave another model")
	}
	p := m.NewParser()
	s := sentence("the leader called the envoy .")
	p.Parse(&s)
	for i := range s.Tokens {
		got, want := &s.Tokens[i], &gold[0].Tokens[i]
		if got.UPOS != want.UPOS || got.Head != want.Head {
			t.Errorf("%s: %v on %d, want %v on %d", got.Form, got.UPOS, got.Head, want.UPOS, want.Head)
		}
	}
}

func TestLemmasFollowEndingsAndExceptions(t *testing.T) {
	var s text.Sentence
	for _, x := range [][2]string{{"talks", "talk"}, {"visits", "visit"}, {"parties", "party"}, {"cities", "city"}, {"men", "man"}, {"summits", "summit"}} {
		s.Tokens = append(s.Tokens, text.Token{Form: x[0], Lemma: x[1], UPOS: text.NOUN, XPOS: text.NNS})
	}
	l := learnLemmas([]text.Sentence{s})
	p := tagPair{text.NOUN, text.NNS}
	for form, want := range map[string]string{"Talks": "talk", "treaties": "treaty", "men": "man", "envoys": "envoy"} {
		if got := l.lemma(p, form); got != want {
			t.Errorf("lemma of %s is %s, want %s", form, got, want)
		}
	}
}
