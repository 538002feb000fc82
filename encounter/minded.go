package encounter

import (
	"slices"

	"readout"
	"readout/text"
)

// This file reads how somebody is minded towards contact that nobody says was had: for it, against
// it, or against any.

// minded tells that somebody is for or against what word from stands for, which is only thought of:
// "is interested in meeting her", "is not open to talks".
func minded(s *text.Sentence, node, from text.Index) (forIt, tells bool) {
	forIt, known := leaning(s.Tokens[node].Lemma)
	if o := s.Child(node, text.Obj); o != text.None && o < from && s.Tokens[o].Lemma == "openness" || s.Tokens[from].XPOS == text.VBG && onlyTalks(s.Tokens[node].Lemma) {
		forIt, known = true, true // "expressed openness to meeting her"
	}
	if !known || node > from || !onlyThought(s, from) {
		return false, false
	}
	return forIt && negated(s, node) == text.None, true
}

// mindedTo tells a deed that somebody is only for or against, behind its preposition: "is keen on
// meeting her".
func mindedTo(s *text.Sentence, v text.Index) bool {
	h := s.Tokens[v].Head
	if h == text.None {
		return false
	}
	_, tells := minded(s, h, v)
	return tells
}

// leaning tells words for a mind that is for something, and for one that is against it.
func leaning(lemma string) (forIt, known bool) {
	switch lemma {
	case "interested", "keen", "open", "receptive", "amenable", "serious", "comfortable", "enthusiastic", "hopeful", "close":
		return true, true
	case "uninterested", "averse", "hesitant", "wary", "leery", "skeptical", "sceptical", "allergic", "afraid", "capable", "incapable":
		return false, true
	}
	return false, false
}

// onlyTalks tells verbs for what is said or thought of a deed before it is done: "talked about
// meeting her".
func onlyTalks(lemma string) bool {
	switch lemma {
	case "think", "dream", "talk", "fantasize", "fantasise", "muse":
		return true
	}
	return false
}

// onlyThought tells a deed behind a preposition, or talks that nothing makes known: "in meeting
// her", "to talks", "in a summit", but not "in his meeting".
func onlyThought(s *text.Sentence, i text.Index) bool {
	t := &s.Tokens[i]
	if t.XPOS == text.VBG {
		m := s.Child(i, text.Mark, text.Case)
		return m != text.None && stancePreposition(s.Tokens[m].Lemma)
	}
	d := s.Child(i, text.Det)
	return t.UPOS == text.NOUN && (t.Rel == text.Obl || t.Rel == text.Root) && stancePreposition(caseOf(s, i)) && s.Child(i, text.NmodPoss) == text.None &&
		(d == text.None || s.Tokens[d].Lemma == "a" || s.Tokens[d].Lemma == "any")
}

func stancePreposition(lemma string) bool {
	switch lemma {
	case "in", "on", "to", "about", "of", "with", "against":
		return true
	}
	return false
}

// notMinded tells contact of which only is said that somebody is not for it: "is not interested in
// having a summit with them".
func notMinded(s *text.Sentence, t *telling) bool {
	v := t.trigger
	if caseOf(s, v) == "against" && onlyThought(s, v) {
		return !t.date.Present()
	}
	for range 3 {
		h := s.Tokens[v].Head
		if h == text.None {
			return false
		}
		if forIt, tells := minded(s, h, v); tells && !forIt {
			return !t.date.Present()
		}
		v = h
	}
	return false
}

// opposedTo tells what somebody says he would not have another do: "is opposed to Ito addressing
// parliament on a visit". Nobody says that he is to.
func opposedTo(s *text.Sentence, t *telling) bool {
	if t.date.Present() {
		return false
	}
	for _, v := range t.clause {
		h := s.Tokens[v].Head
		if s.Tokens[v].XPOS != text.VBG || h == text.None || s.Tokens[h].Lemma != "oppose" || h > v {
			continue
		}
		switch s.Tokens[v].Rel {
		case text.Ccomp, text.Xcomp, text.Advcl:
			return auxiliary(s, h) == "would" || auxiliary(s, h) == "will" || presentTense(&s.Tokens[h]) || s.Tokens[h].XPOS == text.VBN && s.Child(h, text.Obl) != text.None
		}
	}
	return false
}

// refusesAny tells talks that a side refuses whenever they were to be: "has rejected any talks with
// them", "refuse to start negotiations". A day, or a person who is refused, makes one occasion.
func refusesAny(s *text.Sentence, t *telling) bool {
	if !t.noun || t.verdict.status != readout.Denied || t.verdict.how != "refused" || t.date.Present() || anyPerson(t.parties) {
		return false
	}
	k := &s.Tokens[t.trigger]
	return k.XPOS == text.NNS && talksAtLength(k.Lemma) && !slices.ContainsFunc(s.Children(t.trigger, text.Det, text.NmodPoss), func(c text.Index) bool {
		return s.Tokens[c].Lemma != "any"
	})
}
