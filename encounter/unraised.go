package encounter

import (
	"readout"
	"readout/text"
)

// This file reads what is said not to have been talked about.

// talked tells a verb that, denied, says what was not talked about.
func talked(lemma string) bool {
	switch lemma {
	case "discuss", "raise", "address", "mention", "broach", "press", "confront", "cover", "tackle", "touch", "bring":
		return true
	}
	return false
}

// denies tells whether what a verb tells is said not to have been: "did not raise", "denied
// that he had discussed", "rejected reports that they discussed".
func denies(s *text.Sentence, v text.Index) bool {
	if negated(s, v) != text.None || nobodyDid(s, v) || keepsOff(s.Tokens[v].Lemma) {
		return true
	}
	for steps := 0; steps < 3; steps++ {
		h := s.Tokens[v].Head
		if h == text.None {
			return false
		}
		switch lemma := s.Tokens[h].Lemma; {
		case lemma == "deny", lemma == "decline", lemma == "refuse", lemma == "avoid", lemma == "reject", lemma == "dismiss", lemma == "denial", lemma == "refusal":
			return negated(s, h) == text.None
		case lemma == "report", lemma == "claim", lemma == "allegation", lemma == "suggestion", lemma == "accusation":
			v = h
		default:
			return false
		}
	}
	return false
}

// nobodyDid tells a verb whose subject is nobody or nothing: "neither leader mentioned it",
// "no sanctions were discussed", "there was no talk of it".
func nobodyDid(s *text.Sentence, v text.Index) bool {
	for _, c := range append(s.Children(v, text.Nsubj, text.NsubjPass), objectOfMake(s, v)...) {
		switch s.Tokens[c].Lemma {
		case "neither", "none", "nobody", "nothing":
			return true
		}
		if det := s.Child(c, text.Det); det != text.None && (s.Tokens[det].Lemma == "neither" || s.Tokens[det].Lemma == "no") {
			return true
		}
	}
	return false
}

// objectOfMake is what was made, or not: "made no mention of it".
func objectOfMake(s *text.Sentence, v text.Index) []text.Index {
	if s.Tokens[v].Lemma != "make" {
		return nil
	}
	return s.Children(v, text.Obj)
}

// keepsOff tells a verb by which a topic is kept out of talks.
func keepsOff(lemma string) bool {
	switch lemma {
	case "avoid", "skirt", "sidestep", "dodge", "evade", "omit":
		return true
	}
	return false
}

// unraised lets read take topics, and keeps them as those that were not talked about.
func (d *draft) unraised(t *telling, read func()) {
	before := t.topics
	t.topics = nil
	read()
	t.unraised = append(t.unraised, t.topics...)
	t.topics = before
}

// raised takes what was discussed, raised or came up, by whom is left open.
func (d *draft) raised(t *telling, s *text.Sentence, topics []text.Index) {
	read := func() {
		for _, o := range topics {
			before := len(t.topics)
			if d.addObject(t, s, o); len(t.topics) == before {
				d.addState(t, s, o)
			}
		}
	}
	if denies(s, t.trigger) {
		d.unraised(t, read)
		return
	}
	read()
}

// addState takes a state that was itself a topic: "Taiwan was discussed", "the question of
// Taiwan did not come up".
func (d *draft) addState(t *telling, s *text.Sentence, o text.Index) {
	for _, c := range append([]text.Index{o}, s.Children(o, text.Nmod)...) {
		if c != o && caseOf(s, c) != "of" || !d.isState(t.sentence, c) {
			continue
		}
		at := d.r.Mentions[d.r.MentionAt(t.sentence, c)].Span
		t.topics = append(t.topics, readout.Cite(at.In(d.r.Document.Text), "encounter:topic", readout.Stated, at))
		return
	}
}
