package encounter

import (
	"readout"
	"readout/text"
)

// This file reads how the sides or the reporter call what passed: "frank talks", "the
// meeting was constructive", "described the call as productive", "in a warm atmosphere".
// Whose word it is, the account says that the telling belongs to.

// toneWord tells a word for the mood of talks, and none for their form or length.
func toneWord(lemma string) bool {
	switch lemma {
	case "constructive", "productive", "substantive", "frank", "candid", "fruitful", "useful", "meaningful", "positive",
		"friendly", "cordial", "warm", "open", "sincere", "honest", "serious", "heated", "tense", "difficult", "tough",
		"contentious", "icy", "frosty", "chilly", "cool", "awkward", "chummy", "robust", "businesslike", "business-like",
		"professional", "respectful", "amicable", "helpful", "encouraging", "disappointing", "unproductive", "fruitless",
		"inconclusive", "fiery", "testy", "stormy", "acrimonious", "excellent", "fantastic", "terrific", "wonderful", "great",
		"good", "successful", "pleasant", "convivial", "relaxed", "lively", "blunt", "straightforward", "trustful", "trusting",
		"confrontational", "uncomfortable", "hostile", "bitter", "angry", "strained", "conciliatory", "optimistic", "promising",
		"forthright", "polite", "courteous", "cold", "intense", "rocky", "tetchy", "fraternal", "unhelpful", "pointless",
		"frankly", "candidly", "openly", "bluntly", "cordially", "warmly", "amicably", "constructively":
		return true
	}
	return false
}

// atmosphere tells a noun that tone words go with: "in a friendly atmosphere".
func atmosphere(lemma string) bool {
	switch lemma {
	case "atmosphere", "manner", "spirit", "climate", "tone", "mood", "vein", "fashion":
		return true
	}
	return false
}

// readTone takes the tone words that hang on the occasion.
func (d *draft) readTone(t *telling) {
	s := &d.r.Sentences[t.sentence]
	d.addTone(s, t, t.trigger)
	tok := &s.Tokens[t.trigger]
	h := tok.Head
	if !t.noun || h == text.None {
		return
	}
	switch tok.Rel {
	case text.Nsubj, text.NsubjPass:
		d.addToneWord(s, t, h) // "the talks were constructive"
		d.addTone(s, t, h)     // "the meeting was a great success", "took place in a warm atmosphere"
	case text.Obj:
		for _, c := range s.Children(h, text.Obl, text.Xcomp) {
			if s.Tokens[c].Rel == text.Xcomp || caseOf(s, c) == "as" { // "called the talks useful", "described them as useful"
				d.addToneWord(s, t, c)
			}
		}
		d.addAtmosphere(s, t, h)
	case text.Obl:
		d.addAtmosphere(s, t, h)
	}
}

// addTone takes the tone words right under a node.
func (d *draft) addTone(s *text.Sentence, t *telling, node text.Index) {
	for _, c := range s.Children(node, text.Amod, text.Advmod, text.Compound) { // a tagger that knows Franks makes "frank" a name
		d.addToneWord(s, t, c)
	}
	d.addAtmosphere(s, t, node)
}

func (d *draft) addAtmosphere(s *text.Sentence, t *telling, node text.Index) {
	for _, c := range s.Children(node, text.Obl, text.Nmod) {
		if atmosphere(s.Tokens[c].Lemma) && caseOf(s, c) == "in" {
			for _, w := range s.Children(c, text.Amod) {
				d.addToneWord(s, t, w)
			}
		}
	}
}

// addToneWord takes a word and what is joined to it: "frank and open", "not constructive".
func (d *draft) addToneWord(s *text.Sentence, t *telling, i text.Index) {
	if w := &s.Tokens[i]; toneWord(w.Lemma) {
		value, at := lower(w.Form), []readout.Span{w.Span}
		if n := negated(s, i); n != text.None {
			value, at = "not "+value, append(at, s.Tokens[n].Span)
		}
		t.tone = append(t.tone, readout.Cite(value, "encounter:tone", readout.Stated, at...))
	}
	for _, c := range s.Children(i, text.Conj) {
		if c != t.trigger {
			d.addToneWord(s, t, c)
		}
	}
}
