package encounter

import (
	"slices"

	"readout"
	"readout/text"
)

// This file reads what sides say of contact with each other in principle: that they will have
// none, would have it, keep it up, or have it again. No occasion is told by that.

// ofSides tells an occasion of states and bodies alone, whose parties are known.
func (t *telling) ofSides() bool {
	return len(t.parties) > 1 && !anyPerson(t.parties)
}

// anyTalks tells talks that are none in particular: "direct talks", "negotiate"; not "the
// talks", "a round of talks", "a meeting".
func anyTalks(s *text.Sentence, t *telling) bool {
	tok := &s.Tokens[t.trigger]
	if !t.noun {
		return tok.Lemma == "negotiate" || tok.Lemma == "talk" || tok.Lemma == "speak"
	}
	return talksAtLength(tok.Lemma) && s.Child(t.trigger, text.Det, text.NmodPoss, text.Nummod) == text.None && caseOf(s, t.trigger) != "of"
}

// setBehind tells an occasion with a place, or with a day told behind it: "refuses to hold
// talks on Monday"; not "said on Monday that it has no intention of holding talks".
func setBehind(s *text.Sentence, t *telling) bool {
	return t.place.Present() || t.meet.Present() || slices.ContainsFunc(t.date.At(), func(at readout.Span) bool { return at.Start > s.Tokens[t.trigger].Span.Start })
}

// refusedInPrinciple tells a state that will have no talks with another, whenever: "refuses to
// hold direct talks with them", "has no intention of negotiating".
func refusedInPrinciple(s *text.Sentence, t *telling) bool {
	return t.verdict.status == readout.Denied && (t.verdict.how == "refused" || t.verdict.how == "no_plans") &&
		t.ofSides() && anyTalks(s, t) && !setBehind(s, t)
}

// readyInPrinciple tells a state that would have talks with another, whenever: "is ready to
// negotiate with Russia".
func readyInPrinciple(s *text.Sentence, t *telling) bool {
	if t.verdict.status != readout.Proposed || !hasRole(t.parties, 'a') || !t.ofSides() || !anyTalks(s, t) || setBehind(s, t) {
		return false
	}
	return slices.ContainsFunc(t.clause, func(v text.Index) bool {
		switch s.Tokens[v].Lemma {
		case "ready", "willing", "prepared", "open":
			return s.Tokens[v].UPOS != text.VERB
		}
		return false
	})
}

// staysInTouch tells contact that is to be kept up, or is: "intend to remain in close
// consultation".
func staysInTouch(s *text.Sentence, t *telling) bool {
	h := s.Tokens[t.trigger].Head
	l := s.Tokens[t.trigger].Lemma
	if !t.noun || h == text.None || !exchanges(l) && l != "conversation" || caseOf(s, t.trigger) != "in" {
		return false
	}
	switch s.Tokens[h].Lemma {
	case "remain", "stay", "keep":
		return s.Tokens[h].UPOS == text.VERB
	}
	return false
}

// againAtAll tells a dialogue of others that somebody is glad to see going again, or to have been set
// up once: "welcomed the resumption of dialogue between Greece and Turkey", "praised the establishment
// of the trilateral meetings of Japan, China and South Korea".
func againAtAll(s *text.Sentence, t *telling) bool {
	tok := &s.Tokens[t.trigger]
	if !t.noun || t.date.Present() || t.place.Present() || hasRole(t.parties, 'a') || caseOf(s, t.trigger) != "of" {
		return false
	}
	switch again := s.Tokens[tok.Head].Lemma; again {
	case "establishment", "creation", "founding", "foundation", "formation", "inception", "institution", "introduction", "institutionalization":
		return tok.XPOS == text.NNS || exchanges(tok.Lemma)
	default:
		return exchanges(tok.Lemma) && (resumption(again) || again == "continuation")
	}
}
