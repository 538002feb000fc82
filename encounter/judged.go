package encounter

import (
	"strings"

	"readout/text"
)

// This file tells those who only judge an occasion, or what another said at one: nobody says that
// they were there.

// addJudged adds whose words at the occasion somebody else judges: "Ruiz criticized Ito's remarks
// at a summit with Kaya", where Ito met Kaya. It returns false where nobody does.
func (d *draft) addJudged(t *telling) bool {
	s := &d.r.Sentences[t.sentence]
	words := judgedThere(s, t)
	if words == text.None {
		return false
	}
	owner := s.Child(words, text.NmodPoss)
	if s.Tokens[owner].UPOS == text.PRON {
		return false // "defended his remarks at the summit": they may be his own
	}
	t.taken = true
	d.addParty(t, owner, 'a', t.host)
	return true
}

// addThanked adds whom somebody thanks or praises for an occasion with a third: "I thank Ito for
// yesterday's meeting with Kaya", which was Ito's. It returns false where nobody does, or where
// the occasion is with who thanks.
func (d *draft) addThanked(t *telling) bool {
	s := &d.r.Sentences[t.sentence]
	v := governor(s, t.trigger)
	by := caseOf(s, t.trigger)
	if !t.noun || v == text.None || by != "for" && (by != "on" || s.Tokens[v].Lemma != "congratulate") || !hasRole(t.parties, 'b') || hasRole(t.parties, 'm') || !thanks(s.Tokens[v].Lemma) {
		return false
	}
	if c := s.Child(t.trigger, text.NmodPoss); c != text.None && !d.isTime(t.sentence, c) {
		return false // "thanked him for our meeting with her"
	}
	whom := s.Child(v, text.Obj)
	if whom == text.None {
		if first := firstConjunct(s, v); first != v { // "I commend and thank Ito", which the tree hangs on the first
			whom = s.Child(first, text.Obj)
		}
	}
	if whom == text.None || whom > t.trigger {
		return false
	}
	m := d.mentionFor(t.sentence, whom)
	if m < 0 || d.r.Mentions[m].Class != text.Person || d.r.Mentions[m].Entity < 0 || d.ofSide(t, d.r.Mentions[m].Entity) {
		return false
	}
	t.taken = true
	d.addParty(t, whom, 'a', t.host)
	return true
}

// thanks tells a verb by which somebody shows another that he is glad of what he did.
func thanks(lemma string) bool {
	switch lemma {
	case "thank", "commend", "congratulate", "praise", "applaud", "salute":
		return true
	}
	return false
}

// judgedThere returns the noun for what somebody said or did at the occasion that t tells of and
// that the verb before judges, or None.
func judgedThere(s *text.Sentence, t *telling) text.Index {
	at := s.Child(t.trigger, text.Case)
	if !t.noun || at <= 0 || !inCourse(caseOf(s, t.trigger)) && caseOf(s, t.trigger) != "after" {
		return text.None
	}
	words := at - 1
	switch s.Tokens[words].Lemma {
	case "comment", "remark", "statement", "speech", "performance", "behavior", "behaviour", "conduct", "appearance", "word", "response", "handling":
	default:
		return text.None
	}
	v := s.Tokens[words].Head
	if v == text.None || s.Tokens[words].Rel != text.Obj || !judges(s.Tokens[v].Lemma) || s.Child(words, text.NmodPoss) == text.None {
		return text.None
	}
	return words
}

// judges tells a verb by which somebody says what he thinks of a thing.
func judges(lemma string) bool {
	switch lemma {
	case "characterize", "characterise", "describe", "call", "criticize", "criticise", "condemn", "denounce", "slam", "blast", "decry", "deride", "mock", "ridicule", "attack", "lambast", "lambaste",
		"praise", "hail", "laud", "applaud", "commend", "defend", "welcome", "salute", "assail", "dismiss", "rebuke", "denigrate":
		return true
	}
	return false
}

// otherTalksJudged tells talks named for one side that somebody else judges: "Merkel welcomed the
// Korean talks". What is somebody's own or with another, he may have held himself.
func otherTalksJudged(s *text.Sentence, t *telling) bool {
	return judgedBy(s, t) != text.None && s.Child(t.trigger, text.NmodPoss) == text.None && hasRole(t.parties, 'm') && !hasRole(t.parties, 'b')
}

// judgedBy returns the verb by which somebody says what he thinks of an occasion, or None.
func judgedBy(s *text.Sentence, t *telling) text.Index {
	v := s.Tokens[t.trigger].Head
	if !t.noun || v == text.None || s.Tokens[t.trigger].Rel != text.Obj || s.Tokens[v].UPOS != text.VERB || !judges(s.Tokens[v].Lemma) {
		return text.None
	}
	return v
}

// addOwnerJudged adds whose occasion it was that somebody else calls something: "slammed the
// governor, calling the president's meeting with Ito a disgrace". It returns false where nobody
// does. "Called his meeting with Ito a success": it may be his own.
func (d *draft) addOwnerJudged(t *telling) bool {
	s := &d.r.Sentences[t.sentence]
	v, owner := judgedBy(s, t), ownerOf(s, t.trigger)
	if v == text.None || owner == text.None || s.Tokens[owner].UPOS == text.PRON || particle(s, v, "off") || d.isTime(t.sentence, owner) {
		return false // "welcomed Monday's talks": they may be his
	}
	t.taken = true
	d.addPossessor(t)
	return true
}

// talksJudgedBySeveral tells talks with another that several judge in one breath: "both leaders called
// recent talks with Ruiz constructive". They need not have sat at them together.
func (d *draft) talksJudgedBySeveral(t *telling) bool {
	s := &d.r.Sentences[t.sentence]
	v := judgedBy(s, t)
	if v == text.None || s.Child(t.trigger, text.NmodPoss, text.Det) != text.None {
		return false
	}
	own, others := ownAndOthers(t.parties)
	c := s.Child(v, text.Nsubj)
	return len(others) > 0 && (d.sides(own) > 1 || c != text.None && (s.Tokens[c].XPOS == text.NNS || s.Child(c, text.Conj) != text.None))
}

// askedToAttend tells a gathering of many to which somebody asks several to come: "appealed to Ruiz
// and Ito to attend a peace summit". Whether they are to meet each other there, he does not say.
func askedToAttend(s *text.Sentence, t *telling) bool {
	v := s.Tokens[t.trigger].Head
	return t.noun && t.bare && v != text.None && s.Tokens[t.trigger].Rel == text.Obj && s.Tokens[v].Lemma == "attend" && gatheringNoun(s.Tokens[t.trigger].Lemma) && commanded(s, v) != text.None
}

// spokenFor tells an occasion that a spokesman judges: "the press secretary described the call with
// Ito as productive". It was not his.
func (d *draft) spokenFor(t *telling) bool {
	s := &d.r.Sentences[t.sentence]
	v := judgedBy(s, t)
	if v == text.None || s.Child(t.trigger, text.NmodPoss) != text.None {
		return false
	}
	for _, sub := range d.words.understoodSubjects(s, v) {
		m := d.mentionFor(t.sentence, sub)
		if m < 0 || d.r.Mentions[m].Entity < 0 {
			continue
		}
		role := lower(d.r.Entities[d.r.Mentions[m].Entity].Party.Role)
		return strings.Contains(role, "spokes") || strings.Contains(role, "press secretary")
	}
	return false
}
