package encounter

import (
	"readout"
	"readout/text"
)

// This file reads who is at a place: "was in Tehran on Monday for talks". The order of
// words shows it, as the tree hangs place and day on one another.

// stay reads a place at which somebody is: who, and whether he was there or will be. It
// returns false where nobody is, or where nothing says on which day or for what.
func (d *draft) stay(t *telling) bool {
	s := &d.r.Sentences[t.sentence]
	m := d.r.MentionAt(t.sentence, t.trigger)
	if m < 0 {
		return false
	}
	be := beforePlace(s, d.r.Mentions[m].First)
	if be == text.None || !d.comesFor(t.sentence, d.r.Mentions[m].Last) {
		return false
	}
	first := be
	for first > 0 && (s.Tokens[first-1].UPOS == text.AUX || s.Tokens[first-1].UPOS == text.ADV) {
		first--
	}
	who := d.guestBefore(t.sentence, first)
	if who < 0 {
		return false
	}
	d.addEntity(t, d.r.Mentions[who].Entity, &d.r.Mentions[who], 'a', false, 0)
	t.clause, t.verdict = []text.Index{t.trigger, be}, verdict{status: readout.Held, word: be}
	for i := first; i <= be; i++ {
		switch lowerLemma(&s.Tokens[i]) {
		case "will":
			t.verdict = verdict{status: readout.Planned, word: i, firm: true}
		case "not", "n't", "never", "would", "could", "may", "might", "should", "must":
			return false
		}
	}
	return hasRole(t.parties, 'a')
}

// beforePlace returns the form of "be" that stands with "in" or "at" before the place
// that begins at token i, or None.
func beforePlace(s *text.Sentence, i text.Index) text.Index {
	if i < 3 {
		return text.None
	}
	in := i - 1
	if s.Tokens[in].Lemma == "the" {
		in--
	}
	if l := s.Tokens[in].Lemma; l != "in" && l != "at" {
		return text.None
	}
	for be := in - 1; be > 0 && in-be <= 2; be-- {
		if s.Tokens[be].Lemma == "be" && s.Tokens[be].UPOS == text.AUX {
			return be
		}
		if s.Tokens[be].UPOS != text.ADV {
			break
		}
	}
	return text.None
}

// comesFor tells whether a day, talks or a purpose stand behind a place that ends before
// token i: who lives there is there on every day.
func (d *draft) comesFor(si int, i text.Index) bool {
	s := &d.r.Sentences[si]
	if int(i) < len(s.Tokens) && s.Tokens[i].Form == "," {
		i++
		for int(i) < len(s.Tokens) && s.Tokens[i].UPOS == text.PROPN {
			i++ // "in Geneva, Switzerland"
		}
	}
	for end := i + 6; i < end && int(i) < len(s.Tokens); i++ {
		tok := &s.Tokens[i]
		switch {
		case d.isTime(si, i):
			return true
		case tok.UPOS == text.ADP || tok.UPOS == text.DET || tok.UPOS == text.ADJ || tok.UPOS == text.NUM || tok.UPOS == text.PART:
		case tok.UPOS == text.NOUN && talkedOfAs(tok.Lemma), tok.UPOS == text.VERB && (tok.Lemma == "meet" || tok.Lemma == "attend"):
			return true
		case tok.UPOS != text.NOUN && tok.UPOS != text.PROPN:
			return false
		}
	}
	return false
}

// talkedOfAs tells a noun for what somebody comes to a place for.
func talkedOfAs(lemma string) bool {
	switch lemma {
	case "talk", "meeting", "summit", "visit", "conference", "negotiation", "consultation":
		return true
	}
	return false
}

// guestBefore returns the person in office who is named right before token i, or whom a
// clause with "who" tells of there; -1 for none.
func (d *draft) guestBefore(si int, i text.Index) int {
	s := &d.r.Sentences[si]
	if i > 0 && s.Tokens[i-1].Lemma == "who" {
		i--
		if i > 0 && s.Tokens[i-1].Form == "," {
			i--
		}
	}
	m := d.endingAt(si, i)
	if m < 0 || d.r.Mentions[m].Class != text.Person {
		return -1
	}
	if e := &d.r.Entities[d.r.Mentions[m].Entity]; e.Entry == "" && e.Party.Role == "" {
		return -1
	}
	return m
}
